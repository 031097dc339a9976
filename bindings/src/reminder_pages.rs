//! The reminder and class pages, and what a look at the phone gives back, as the apps see them.
use mingmen_core::calendar::EntryId;
use mingmen_core::catalogue::Schedule;
use mingmen_core::mingmen::{
    ClassDraft, ClassKept, ClassRow, HealthLine, NextReminder, ReminderAnswer, ReminderAnswered, ReminderDay,
    ReminderLook, ReminderStory, RemindersPage, RemindersSet, Subject, TestRing,
};
use mingmen_core::reminder::{
    HealthFix, HealthPoint, HealthState, Reminder, ReminderId, ReminderKind, ReminderLimits, ReminderSettings,
};
use mingmen_core::zone::{CivilDate, Instant};

/// What a look at the phone decides: done in this order, it leaves the phone as it is to be.
#[uniffi::remote(Record)]
pub struct ReminderLook {
    /// Take these off the screen: they are done, let go, or of another day.
    pub take_down: Vec<ReminderId>,
    /// Take these back: they are not to ring.
    pub take_back: Vec<ReminderId>,
    /// Show these now. Each comes once.
    pub ring_now: Vec<Reminder>,
    /// Hand these to the phone, nearest first. One with an id that it holds replaces what it holds.
    pub arm: Vec<Reminder>,
    /// Whether to ask for leave to show notifications: there is something to ring, and nobody was asked.
    pub ask: bool,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What a person does with a reminder.
#[uniffi::remote(Enum)]
pub enum ReminderAnswer {
    /// Begins the practice.
    Start,
    /// Puts it off by so many minutes, 5 to 720.
    PutOff {
        /// The minutes.
        minutes: u16,
    },
    /// Puts it off to this evening; where that has begun, by an hour.
    ThisEvening,
    /// Lets it go for today. Nothing is held against anyone.
    NotToday,
    /// Opens it, to read.
    Open,
}

/// What `answer_reminder` made. Look at the phone next, with the reason `changed`.
#[uniffi::remote(Record)]
pub struct ReminderAnswered {
    /// What it was about.
    pub kind: ReminderKind,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What `set_reminders` made.
#[uniffi::remote(Record)]
pub struct RemindersSet {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// A test that was asked for. Look at the phone next, with the reason `changed`.
#[uniffi::remote(Record)]
pub struct TestRing {
    /// The reminder that rings.
    pub reminder: ReminderId,
    /// When.
    pub rings_at: Instant,
    /// "It rings in about ten seconds."
    pub says: String,
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// One line of the health card.
#[uniffi::remote(Record)]
pub struct HealthLine {
    /// What it is about.
    pub point: HealthPoint,
    /// How it stands.
    pub state: HealthState,
    /// In words.
    pub text: String,
    /// What mends it.
    pub fix: Option<HealthFix>,
}

/// The Reminders page, whole.
#[uniffi::remote(Record)]
pub struct RemindersPage {
    /// "The next three will ring", or what may hold them back.
    pub verdict: String,
    /// Whether something may hold them back.
    pub attention: bool,
    /// Each thing that they hang on, what needs attention first.
    pub health: Vec<HealthLine>,
    /// Whether a test can ring.
    pub can_test: bool,
    /// What a test is, or what comes before one.
    pub test_says: String,
    /// What rings next, nearest first, at most five.
    pub next: Vec<NextReminder>,
    /// What the person set.
    pub settings: ReminderSettings,
    /// What a switch sets where nothing was set before: everything that can be switched on, as it is proposed.
    pub proposed: ReminderSettings,
    /// Between which numbers the settings may lie.
    pub limits: ReminderLimits,
    /// Today and the six days before, newest first: each can be asked why something did not ring.
    pub days: Vec<CivilDate>,
}

/// A reminder with the moment it rings, in words.
#[uniffi::remote(Record)]
pub struct NextReminder {
    /// The reminder.
    pub reminder: Reminder,
    /// "Friday 08:00".
    pub when: String,
}

/// What became of the reminders of one practice day.
#[uniffi::remote(Record)]
pub struct ReminderDay {
    /// The practice day.
    pub date: CivilDate,
    /// "Tuesday 10 March".
    pub date_text: String,
    /// One line for each that rang or might have, in order.
    pub lines: Vec<ReminderStory>,
    /// What to say where there is none: "Nothing was planned to ring."
    pub nothing: String,
}

/// What became of one reminder.
#[uniffi::remote(Record)]
pub struct ReminderStory {
    /// Its kind.
    pub kind: ReminderKind,
    /// "08:00, practice".
    pub title: String,
    /// "It rang at 08:00.", "Silent: you had practised already."
    pub text: String,
}

/// A class as the Classes page shows it.
#[uniffi::remote(Record)]
pub struct ClassRow {
    /// Its id, once the person keeps it.
    pub id: Option<EntryId>,
    /// The catalogue's item that it comes from.
    pub item: Option<String>,
    /// Its name.
    pub name: String,
    /// The day and time, on the clock of its zone.
    pub schedule: Schedule,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Whether a reminder rings before it begins.
    pub rings: bool,
    /// When it is where the person is: "Friday 03:00 where you are"; just "Thursday 19:00" where both clocks agree.
    pub here: String,
    /// When it is there: "Thursday 19:00 where it is given". Empty where both clocks agree.
    pub there: String,
}

/// A class to keep.
#[uniffi::remote(Record)]
pub struct ClassDraft {
    /// The one to replace; none for one that is not kept yet.
    pub id: Option<EntryId>,
    /// The catalogue's item that it comes from.
    pub item: Option<String>,
    /// Its name, 1 to 80 characters.
    pub name: String,
    /// The day and time, on the clock of its zone.
    pub schedule: Schedule,
    /// How long it takes, 5 to 480 minutes.
    pub minutes: u16,
    /// Whether a reminder rings before it begins.
    pub rings: bool,
}

/// What `keep_class` and `remove_class` made.
#[uniffi::remote(Record)]
pub struct ClassKept {
    /// The class.
    pub class: EntryId,
    /// What to reload.
    pub changes: Vec<Subject>,
}
