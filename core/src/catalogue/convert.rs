//! The words that content files use, turned into the catalogue's types, one to one.

use super::source::{
    BreathFact, DayFact, DayKindFact, LearnKindFact, MovementKindFact, NameFacts, OriginFact, PlaceFact,
    PostureFact, PresenceFact, SidesFact, StopNextFact, TierFact, TimeSpanFacts,
};
use super::{
    ForeignName, LearnKind, MovementKind, Origin, Posture, Presence, Sides, SourcePlace, StepBreath, TimeSpan,
};
use crate::measure::DayKind;
use crate::safety::{StopNext, Tier};
use crate::zone::Weekday;

impl From<&OriginFact> for Origin {
    fn from(fact: &OriginFact) -> Self {
        match fact {
            OriginFact::Articles(places) => Self::Source { places: places.iter().map(Into::into).collect() },
            OriginFact::Proposed => Self::Proposed,
            OriginFact::GeneralKnowledge => Self::GeneralKnowledge,
        }
    }
}

impl From<&PlaceFact> for SourcePlace {
    fn from(fact: &PlaceFact) -> Self {
        Self { article: fact.article.clone(), lines: fact.lines.clone() }
    }
}

impl From<&TimeSpanFacts> for TimeSpan {
    fn from(fact: &TimeSpanFacts) -> Self {
        Self { seconds: fact.seconds, origin: (&fact.origin).into() }
    }
}

impl From<&NameFacts> for ForeignName {
    fn from(fact: &NameFacts) -> Self {
        Self {
            name: fact.name.clone(),
            characters: fact.characters.clone(),
            language: fact.language.clone(),
            origin: (&fact.origin).into(),
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

same_names!(PostureFact => Posture: Seated Standing Lying Walking);
same_names!(SidesFact => Sides: Both InTurn);
same_names!(PresenceFact => Presence: Always Lying Wanted);
same_names!(MovementKindFact => MovementKind: Movement Component Frame Hint Habit Attention Information Family);
same_names!(BreathFact => StepBreath: In Out Deep Natural);
same_names!(DayFact => Weekday: Monday Tuesday Wednesday Thursday Friday Saturday Sunday);
same_names!(DayKindFact => DayKind: Ordinary Tired Tense Stiff Sore);
same_names!(TierFact => Tier: Now Urgent Soon);
same_names!(StopNextFact => StopNext: Emergency Screen Rest);
same_names!(LearnKindFact => LearnKind: Breathing Rule Alignment Screening StressSign StopSign RedFlag Caution Concept Meridian Point MeridianList Sensation Style History Approach Diet Lifestyle Factor Cause Condition Emotion Question Story Class Course Reading Claim Benefit Conflict PlanRule PlanProposal Guide);
