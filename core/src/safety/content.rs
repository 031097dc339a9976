//! What the content files say about safety, in one language: the questions and what each answer changes.

use std::collections::BTreeMap;

use super::{AboutYouForm, AboutYouLineId, ScreeningForm, ScreeningLineId, StopForm};
use crate::catalogue::{CautionId, MovementId, Origin, RoutineId, VariantId};

/// All safety content. No clinician has reviewed it.
#[derive(Clone, Debug)]
pub struct SafetyContent {
    /// The questions before the first practice.
    pub screening: ScreeningForm,
    /// The advice of each screening line of tier `soon`.
    pub soon_advice: BTreeMap<ScreeningLineId, String>,
    /// The questions after the first breath.
    pub about_you: AboutYouForm,
    /// What a tick of each of those changes.
    pub about_you_rules: BTreeMap<AboutYouLineId, AboutYouRule>,
    /// The page after "Stop, something hurts".
    pub stop: StopForm,
    /// Conditions to be careful with.
    pub cautions: Vec<Caution>,
    /// What is practised seated on a day that hurts, where breathing alone is too little.
    pub when_it_hurts: WhenItHurts,
    /// The words of the page that a red flag leads to.
    pub card: CardTexts,
    /// Country code to the number to dial for an ambulance; `ZZ` where the country is not known.
    pub emergency_numbers: BTreeMap<String, String>,
}

/// What a tick of "About you" changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutYouRule {
    /// Cautions that hold from now on.
    pub cautions: Vec<CautionId>,
    /// Whether practice begins seated.
    pub seated: bool,
    /// Whether practice begins with ten minutes.
    pub short_start: bool,
    /// Movements that guided practice leaves out.
    pub leave_out: Vec<VariantId>,
}

/// What is practised seated on a day that hurts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenItHurts {
    /// Its routine.
    pub routine: RoutineId,
    /// Its length in minutes.
    pub minutes: u16,
    /// Movements that are left out of it in whatever form.
    pub leave_out: Vec<MovementId>,
    /// Where it came from.
    pub origin: Origin,
}

/// A condition to be careful with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// Its id.
    pub id: CautionId,
    /// The condition.
    pub name: String,
    /// What to mind.
    pub rule: String,
    /// Where it came from.
    pub origin: Origin,
}

/// The words of the page that a red flag leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardTexts {
    /// For tier `now`.
    pub now: TierTexts,
    /// For tier `urgent`.
    pub urgent: TierTexts,
    /// Added to the action of tier `now` where the country is not known.
    pub numbers_differ: String,
    /// "A clinician has seen me about this and said I may exercise."
    pub way_back: String,
    /// Advice once practice has been reopened, with `{date}`.
    pub reopened: String,
}

/// The words of one tier's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierTexts {
    /// The title.
    pub title: String,
    /// The one thing to do.
    pub action: String,
    /// What the app cannot tell, and that the plan will be here afterwards.
    pub after: String,
    /// The first large line to show to whoever helps; what was ticked follows.
    pub tell_them: String,
    /// The last large line: what to ask for.
    pub ask: String,
}
