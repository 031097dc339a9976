//! The sessions of a plan as entries.

use std::collections::BTreeMap;

use chrono::Days;

use super::{Entry, EntryId};
use crate::plan::{EnrolmentId, Session, TimePolicy, evening_order};
use crate::zone::{CivilDate, WallTime, Zone};

/// What a calendar shows of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntryWords {
    /// Its title: nothing about health unless the person asked for it.
    pub title: String,
    /// What is shown when it is opened, with the same care; may be empty.
    pub description: String,
}

/// The sessions of a plan, one entry each. A practice that is due at a time leaves the person free for others.
///
/// The first session of a day has the same id whatever its time is, so that one that is moved within its day is moved
/// in the calendar as well; likewise the second and those after it. `sessions` come in the order of each day, as
/// [`crate::plan::Running::sessions_on`] gives them, whole days of them; `words` says what the calendar shows of one and
/// which of its day it is, from 0, or that it is to be left out.
///
/// # Errors
/// Whatever `words` meets.
pub fn session_entries<E>(
    sessions: &[Session],
    words: impl Fn(&Session, usize) -> Result<Option<EntryWords>, E>,
) -> Result<Vec<Entry>, E> {
    let mut counts: BTreeMap<(&EnrolmentId, CivilDate), usize> = BTreeMap::new();
    let mut entries = Vec::with_capacity(sessions.len());
    for session in sessions {
        let count = counts.entry((&session.enrolment, session.date)).or_default();
        *count += 1;
        let Some((date, time)) = on_the_clock(session) else { continue };
        let Some(EntryWords { title, description }) = words(session, *count - 1)? else { continue };
        entries.push(Entry {
            id: EntryId(format!("{}-{}-{count}", session.enrolment, session.date)),
            date,
            time,
            clock: session.time_policy.clone(),
            minutes: session.minutes,
            weekly: None,
            title,
            description,
            busy: false,
        });
    }
    Ok(entries)
}

/// The date and time of a session as its clock shows them: a time before 03:00 comes after its day's evening. `None`
/// where its zone skipped the day.
fn on_the_clock(session: &Session) -> Option<(CivilDate, WallTime)> {
    if let TimePolicy::Pinned { zone } = &session.time_policy
        && let Ok(zone) = Zone::find(zone)
    {
        return Some(zone.local(zone.planned_instant(session.date, session.time)?));
    }
    let (is_after_midnight, time) = evening_order(session.time);
    Some((session.date.checked_add_days(Days::new(u64::from(is_after_midnight)))?, time))
}
