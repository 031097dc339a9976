//! The words that content files use, turned into the catalogue's types, one to one.

use super::source::{BreathFact, DayFact, OriginFact, PostureFact, StopNextFact, TierFact};
use super::{Origin, Posture, StepBreath};
use crate::safety::{StopNext, Tier};
use crate::zone::Weekday;

impl From<&OriginFact> for Origin {
    fn from(fact: &OriginFact) -> Self {
        match fact {
            OriginFact::Article { article, lines } => {
                Self::Source { article: article.clone(), lines: lines.clone() }
            }
            OriginFact::Proposed => Self::Proposed,
            OriginFact::GeneralKnowledge => Self::GeneralKnowledge,
        }
    }
}

/// Turns one enum into another whose cases have the same names.
macro_rules! same_names {
    ($from:ident => $to:ident: $($case:ident)*) => {
        impl From<$from> for $to {
            fn from(fact: $from) -> Self {
                match fact {
                    $($from::$case => Self::$case,)*
                }
            }
        }
    };
}

same_names!(PostureFact => Posture: Seated Standing Lying);
same_names!(BreathFact => StepBreath: In Out Deep Natural);
same_names!(DayFact => Weekday: Monday Tuesday Wednesday Thursday Friday Saturday Sunday);
same_names!(TierFact => Tier: Now Urgent Soon);
same_names!(StopNextFact => StopNext: Emergency Screen Rest);
