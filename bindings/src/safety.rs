//! Who may practise now, as the apps see it: the questions, the gate and the stop signs.
use mingmen_core::catalogue::{CautionId, Origin, VariantId};
use mingmen_core::safety::{
    AboutYou, AboutYouEffect, AboutYouForm, AboutYouLine, AboutYouLineId, Clearance, EmergencyNumber, Gate,
    RedFlag, RedFlagCard, RedFlagId, Screening, ScreeningForm, ScreeningLine, ScreeningLineId, ScreeningPage,
    StopForm, StopNext, StopSign, StopSignId, Tier,
};
use mingmen_core::zone::{CivilDate, Instant};

crate::id::mirror_id! {
    /// Names a line of the screening that can be ticked.
    ScreeningLineId
}
crate::id::mirror_id! {
    /// Names one red flag of the catalogue, such as `redflag-both-legs`.
    RedFlagId
}
crate::id::mirror_id! {
    /// Names a stop sign, such as `stop-sharp-pain`.
    StopSignId
}
crate::id::mirror_id! {
    /// Names a line of the "About you" page, such as `screen-standing` or `caution-neck`.
    AboutYouLineId
}

/// What a red flag asks for, most urgent first.
#[uniffi::remote(Enum)]
pub enum Tier {
    /// No practice; call for help now.
    Now,
    /// No practice until a clinician has been asked, the same or the next day.
    Urgent,
    /// Advice to see a clinician; gentle practice may go on.
    Soon,
}

/// One sign behind a screening line: the detail it opens to.
#[uniffi::remote(Record)]
pub struct RedFlag {
    /// Its id.
    pub id: RedFlagId,
    /// The sign in plain words.
    pub text: String,
    /// Where it came from: all are proposed, and no clinician has reviewed them.
    pub origin: Origin,
}

/// A line of the screening: a group of signs of one tier.
#[uniffi::remote(Record)]
pub struct ScreeningLine {
    /// Its id.
    pub id: ScreeningLineId,
    /// The line in plain words.
    pub text: String,
    /// Its tier.
    pub tier: Tier,
    /// The signs it stands for.
    pub signs: Vec<RedFlag>,
}

/// One page of the screening.
#[uniffi::remote(Record)]
pub struct ScreeningPage {
    /// The question.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// The lines, most dangerous first.
    pub lines: Vec<ScreeningLine>,
    /// The words of the last choice: "None of these".
    pub none: String,
}

/// The whole screening.
#[uniffi::remote(Record)]
pub struct ScreeningForm {
    /// The version of the questions; it is stored with the answers.
    pub version: u32,
    /// Its pages, in order.
    pub pages: Vec<ScreeningPage>,
    /// "No clinician has reviewed these questions."
    pub notice: String,
}

/// One line of the "About you" page.
#[uniffi::remote(Record)]
pub struct AboutYouLine {
    /// Its id.
    pub id: AboutYouLineId,
    /// The line in plain words.
    pub text: String,
    /// What to mind when it is ticked; shown under the list.
    pub advice: String,
    /// Where it came from.
    pub origin: Origin,
}

/// The "About you" page, after the first breath and before the plan.
#[uniffi::remote(Record)]
pub struct AboutYouForm {
    /// The version of the questions; it is stored with the answers.
    pub version: u32,
    /// The question.
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// Lines, the more common first.
    pub lines: Vec<AboutYouLine>,
    /// "None of these".
    pub none: String,
    /// "No clinician has reviewed these questions."
    pub notice: String,
}

/// What the ticks of "About you" change.
#[uniffi::remote(Record)]
pub struct AboutYouEffect {
    /// Practice begins seated.
    pub seated: bool,
    /// Practice begins with ten minutes.
    pub short_start: bool,
    /// Cautions that now hold.
    pub cautions: Vec<CautionId>,
    /// Movements that are left out of guided practice because of them.
    pub leave_out: Vec<VariantId>,
    /// What the ticks changed, in a sentence or two: "We will start seated, and with ten minutes."
    pub note: String,
    /// What to mind, a sentence each.
    pub advice: Vec<String>,
}

/// Answers to the screening, as they are kept.
#[uniffi::remote(Record)]
pub struct Screening {
    /// When they were given.
    pub answered_at: Instant,
    /// The practice day they were given on.
    pub date: CivilDate,
    /// The version of the questions.
    pub version: u32,
    /// The lines that were ticked; none means "None of these".
    pub ticked: Vec<ScreeningLineId>,
}

/// Answers to "About you", as they are kept.
#[uniffi::remote(Record)]
pub struct AboutYou {
    /// When they were given.
    pub answered_at: Instant,
    /// The practice day they were given on.
    pub date: CivilDate,
    /// The version of the questions.
    pub version: u32,
    /// The lines that were ticked.
    pub ticked: Vec<AboutYouLineId>,
}

/// "A clinician has seen me about this and said I may exercise", as it is kept.
#[uniffi::remote(Record)]
pub struct Clearance {
    /// When the person said so.
    pub said_at: Instant,
    /// The practice day they said it on.
    pub date: CivilDate,
}

/// The page that a red flag leads to.
#[uniffi::remote(Record)]
pub struct RedFlagCard {
    /// The most urgent tier among the ticks.
    pub tier: Tier,
    /// "Please get medical help before you practise."
    pub title: String,
    /// What was ticked, in the words of the lines.
    pub ticked: Vec<String>,
    /// The one thing to do.
    pub action: String,
    /// What this app cannot tell, and that the plan will be here afterwards.
    pub after: String,
    /// The emergency number of the person's country, for the dialler; only with tier `now`.
    pub call: Option<EmergencyNumber>,
    /// What to tell them: large lines to show to whoever helps.
    pub tell_them: Vec<String>,
    /// "A clinician has seen me about this and said I may exercise."
    pub way_back: String,
}

/// An emergency number.
#[uniffi::remote(Record)]
pub struct EmergencyNumber {
    /// ISO 3166-1 alpha-2 code of the country, `ZZ` where it is not known.
    pub country: String,
    /// The number to dial.
    pub number: String,
}

/// Whether guided practice is open.
#[uniffi::remote(Enum)]
pub enum Gate {
    /// The screening has not been answered.
    NotScreened,
    /// A practice was stopped for a sign that asks for the screening again, and it has not been answered since.
    ScreenAgain,
    /// Practice is open.
    Open {
        /// Advice to see a clinician, a sentence each; empty for most people.
        advice: Vec<String>,
    },
    /// Practice is shut.
    Shut {
        /// The page to show.
        card: RedFlagCard,
    },
}

/// What follows when a person stops because of a sign.
#[uniffi::remote(Enum)]
pub enum StopNext {
    /// Get help now.
    Emergency,
    /// Ask the red-flag questions again.
    Screen,
    /// Rest; less next time.
    Rest,
}

/// A sign that ends a practice at once.
#[uniffi::remote(Record)]
pub struct StopSign {
    /// Its id.
    pub id: StopSignId,
    /// The sign in plain words.
    pub text: String,
    /// What follows.
    pub next: StopNext,
    /// What to do, in a sentence or two.
    pub advice: String,
    /// Where it came from.
    pub origin: Origin,
}

/// The page after "Stop, something hurts".
#[uniffi::remote(Record)]
pub struct StopForm {
    /// "You stopped. That was right."
    pub title: String,
    /// A line under it.
    pub lead: String,
    /// The question above the signs.
    pub question: String,
    /// Signs that need help now, first.
    pub emergency: Vec<StopSign>,
    /// The others.
    pub signs: Vec<StopSign>,
}
