//! The commands and queries about reminders.
use mingmen_core::mingmen::{
    MingmenError, ReminderAnswer, ReminderAnswered, ReminderDay, ReminderLook, RemindersPage, RemindersSet,
    TestRing,
};
use mingmen_core::reminder::{PhoneLeave, PhoneReport, Reminder, ReminderId, ReminderSettings};
use mingmen_core::zone::{CivilDate, Now};

use crate::Mingmen;

type Result<T> = std::result::Result<T, MingmenError>;

#[uniffi::export]
impl Mingmen {
    /// The next reminders to ring, nearest first; a test is none of them. None while practice is shut.
    ///
    /// Errors: `InvalidInput` for a count of more than 60.
    pub fn reminders(&self, count: u32, now: Now) -> Result<Vec<Reminder>> {
        self.core.reminders(count, &now)
    }

    /// One look at the phone: says what rings now, what to take back and what to hand over, and keeps what became of the
    /// rest. Look at every chance: when the app opens or comes back, after a change, when an alarm goes off, when the phone
    /// starts, and when its clock or its leave changed.
    ///
    /// Errors: `InvalidInput` for more than 60 slots.
    pub fn look_at_reminders(&self, report: PhoneReport, now: Now) -> Result<ReminderLook> {
        self.core.look_at_reminders(&report, &now)
    }

    /// A test of the reminders: one that rings in ten seconds, by the same way as all others, whatever is quiet. It counts as
    /// a delivery and as nothing else. Asked for again while one is coming, that one is the answer.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn ring_test(&self, now: Now) -> Result<TestRing> {
        self.core.ring_test(&now)
    }

    /// Keeps what the person does with a reminder. A test is only opened.
    ///
    /// Errors: `NotFound` for one that is of another day or none at all; `InvalidInput` for minutes that are too few or too
    /// many, and for a test that is answered otherwise.
    pub fn answer_reminder(
        &self,
        id: ReminderId,
        answer: ReminderAnswer,
        now: Now,
    ) -> Result<ReminderAnswered> {
        self.core.answer_reminder(&id, answer, &now)
    }

    /// Keeps what the person set about reminders, all of it.
    ///
    /// Errors: `InvalidInput` with the first field that cannot be kept.
    pub fn set_reminders(&self, settings: ReminderSettings, now: Now) -> Result<RemindersSet> {
        self.core.set_reminders(&settings, &now)
    }

    /// The Reminders page: whether they will ring, what holds them back if not, and what is set. `leave` is what the phone
    /// allows now.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn reminders_page(&self, leave: PhoneLeave, now: Now) -> Result<RemindersPage> {
        self.core.reminders_page(leave, &now)
    }

    /// Why something rang, or did not, on a practice day of the last week or the next.
    ///
    /// Errors: `InvalidInput` for a day further away.
    pub fn reminder_day(&self, date: CivilDate, now: Now) -> Result<ReminderDay> {
        self.core.reminder_day(date, &now)
    }
}
