//! What became of reminders: the ledger, as far as deciding what rings next needs it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::zone::{CivilDate, Instant};

use super::{PhoneLeave, ReminderId, ReminderKind};

/// What happened to a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderEvent {
    /// It was handed to the phone.
    Armed,
    /// It rang, and the app saw it.
    Rang,
    /// It was handed to the phone, its time has passed, and the phone does not say whether it rang.
    Presumed,
    /// Its time passed and it was not shown.
    Missed {
        /// What most likely held it back.
        because: Missed,
    },
    /// The person began the practice from it.
    Started,
    /// The person put it off.
    PutOff {
        /// Until then.
        until: Instant,
    },
    /// "Not today."
    LetGo,
    /// The person opened it.
    Opened,
}

/// What most likely held a reminder back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missed {
    /// Notifications were not allowed.
    NotAllowed,
    /// The phone was off, or had just started.
    PhoneOff,
    /// The leave to ring on the minute was taken back, and with it everything that was armed.
    ExactTakenBack,
    /// The phone had put the app to sleep after a long time without use.
    PutToSleep,
    /// The clock of the phone was set forward over it.
    ClockSet,
    /// The phone did not say.
    Unknown,
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// The reminder.
    pub reminder: ReminderId,
    /// Its kind.
    pub kind: ReminderKind,
    /// The instant that it was to ring at.
    pub rings_at: Instant,
    /// The practice day that it belongs to.
    pub day: CivilDate,
    /// When this was noticed.
    pub at: Instant,
    /// What happened.
    pub event: ReminderEvent,
}

/// The last look at the phone: when, and what it allowed. It changes in place and belongs to this phone alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// When the app last looked.
    pub looked_at: Instant,
    /// The practice day on which the person was last here.
    pub seen_on: CivilDate,
    /// What the phone allowed then.
    pub phone: PhoneLeave,
}

/// What the ledger says about the days around now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// Reminders that rang, were missed, or that the person answered: they never ring again.
    pub settled: BTreeSet<ReminderId>,
    /// Reminders that the person answered by beginning or by putting them off.
    pub answered: BTreeSet<ReminderId>,
    /// Reminders that were put off, by the id that they had at first, and until when; the latest counts.
    pub put_off: BTreeMap<ReminderId, Instant>,
    /// Practice days that the person let go.
    pub let_go: BTreeSet<CivilDate>,
    /// Reminders that were handed to the phone, each as it was last.
    pub armed: BTreeMap<ReminderId, LedgerLine>,
    /// The last look.
    pub watch: Option<Watch>,
}

/// What stands between the id that a reminder had at first and the time that it was put off until.
const AGAIN: &str = "/again/";

impl ReminderId {
    /// The id that it had before it was put off.
    #[must_use]
    pub fn first(&self) -> ReminderId {
        let first = self.0.split(AGAIN).next().unwrap_or_default();
        ReminderId(first.to_owned())
    }

    /// The id that it has once it was put off.
    pub(super) fn again(&self, until: Instant) -> ReminderId {
        ReminderId(format!("{}{AGAIN}{}", self.first(), until.timestamp_millis()))
    }
}

impl Past {
    /// Whether a reminder was last handed to the phone for this instant.
    #[must_use]
    pub fn is_armed(&self, id: &ReminderId, instant: Instant) -> bool {
        self.armed.get(id).is_some_and(|line| line.rings_at == instant)
    }

    /// What some lines of the ledger, oldest first, and the last look amount to.
    #[must_use]
    pub fn of(lines: &[LedgerLine], watch: Option<Watch>) -> Past {
        let mut past = Past { watch, ..Past::default() };
        for line in lines {
            let id = line.reminder.clone();
            match line.event {
                ReminderEvent::Armed => {
                    past.armed.insert(id, line.clone());
                    continue;
                }
                ReminderEvent::PutOff { until } => {
                    past.put_off.insert(id.first(), until);
                    past.answered.insert(id.first());
                }
                ReminderEvent::Started => drop(past.answered.insert(id.first())),
                ReminderEvent::LetGo => drop(past.let_go.insert(line.day)),
                ReminderEvent::Rang
                | ReminderEvent::Presumed
                | ReminderEvent::Missed { .. }
                | ReminderEvent::Opened => {}
            }
            past.settled.insert(id);
        }
        past
    }
}
