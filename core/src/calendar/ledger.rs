//! What was written into calendar files so far, and what the next one has to say.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration};
use serde::{Deserialize, Serialize};

use super::settle::{dates, moved_from, settle, zone_of};
use super::{CalendarError, Entry, EntryFault, EntryId, KeptClass, PersonalClass, write};
use crate::zone::{CivilDate, Instant, Moment, Weekday, Zone};

/// A class with fewer days left than this is written for another year.
const MOST_DAYS_LEFT: i64 = 60;

/// The last year that can be planned ([`crate::zone::is_plannable`]).
const LAST_YEAR: i32 = 2099;

/// What was written so far, by id. Kept from one file to the next: without it, a calendar app would not know what
/// changed, and nothing could be taken out of it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarLedger {
    lines: BTreeMap<EntryId, LedgerLine>,
    /// Higher than the sequence of every line that was dropped: who takes up its id again is believed.
    next_sequence: u32,
}

/// One entry as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// The entry as it was written last.
    pub entry: Entry,
    /// Higher with each change: it tells a calendar app which of two files is newer (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
    /// When it was changed last (RFC 5545, section 3.8.7.2).
    pub changed_at: Instant,
    /// Whether it is to take place.
    pub standing: EntryStanding,
}

/// How an entry stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryStanding {
    /// It is to take place.
    Wanted,
    /// It was to take place, and is not any more: the file says so until its last time is past.
    Cancelled,
}

impl CalendarLedger {
    /// The next ledger, where these entries and no others are to stand in the calendar.
    ///
    /// What changed goes up by one; what did not stays as it is. What is no longer among the entries is cancelled until
    /// its last time is past. Then it is dropped: it took place, or not, and stays in the calendar as it was.
    ///
    /// # Errors
    /// [`CalendarError::Entry`] for the first entry that cannot be written, or whose id is there twice.
    pub fn update(&self, wanted: &[Entry], now: &Moment) -> Result<CalendarLedger, CalendarError> {
        let mut lines = BTreeMap::new();
        for entry in wanted {
            let fault = |fault| CalendarError::Entry { id: entry.id.clone(), fault };
            for settled in settle(entry).map_err(fault)? {
                let line = self.wanted(settled, now);
                if lines.insert(line.entry.id.clone(), line).is_some() {
                    return Err(fault(EntryFault::SameId));
                }
            }
        }
        let mut next_sequence = self.next_sequence;
        for (id, line) in &self.lines {
            if lines.contains_key(id) {
                continue;
            }
            if line.is_over(now)? {
                next_sequence = next_sequence.max(line.sequence.saturating_add(1));
            } else {
                lines.insert(id.clone(), line.cancelled(now));
            }
        }
        Ok(CalendarLedger { lines, next_sequence })
    }

    /// The class in the stretch of dates that the file names: as it was written last, while its day, time and zone are the
    /// same, so that a file made later does not differ; otherwise from today through the end of next year. A stretch with
    /// less than two months left goes on through the end of next year.
    ///
    /// # Errors
    /// [`ZoneError::Unknown`](crate::zone::ZoneError::Unknown) where the zone of its clock is none.
    pub fn kept(&self, class: &PersonalClass, now: &Moment) -> Result<KeptClass, CalendarError> {
        let there = Zone::find(&class.schedule.zone)?;
        let (today, _) = there.local(now.instant);
        let next_year = CivilDate::from_ymd_opt((today.year() + 1).min(LAST_YEAR), 12, 31).unwrap_or(today);
        let Some((from, through)) = self.written_dates(class, &there) else {
            return Ok(class.kept(today, next_year));
        };
        let runs_out = through.signed_duration_since(today).num_days() < MOST_DAYS_LEFT;
        Ok(class.kept(from, if runs_out { next_year } else { through }))
    }

    /// The first and the last date that a class was written for with the day, time and zone that it has now, those that a
    /// clock change moved among them.
    fn written_dates(&self, class: &PersonalClass, there: &Zone) -> Option<(CivilDate, CivilDate)> {
        let line = self.lines.get(&class.id)?;
        let entry = &line.entry;
        let zone = zone_of(entry).ok()??;
        let schedule = &class.schedule;
        let is_same = (Weekday::of(entry.date), entry.time) == (schedule.weekday, schedule.time);
        if line.standing == EntryStanding::Cancelled || !is_same || zone.id() != there.id() {
            return None;
        }
        let beside = self.lines.keys().filter_map(|id| moved_from(id, &class.id));
        let through = entry.weekly.as_ref().map_or(entry.date, |weekly| weekly.through);
        let (first, last) =
            beside.fold((entry.date, through), |(first, last), date| (first.min(date), last.max(date)));
        Some((first, last))
    }

    /// The file in iCalendar, which calendar apps know by the ending `.ics` and the type `text/calendar`. The same
    /// ledger gives the same bytes.
    ///
    /// # Errors
    /// [`CalendarError::Nothing`] where nothing is to be said; [`CalendarError::Zone`] where the tz database does not
    /// have a zone of the ledger.
    pub fn write(&self) -> Result<String, CalendarError> {
        let mut lines: Vec<&LedgerLine> = self.lines.values().collect();
        lines.sort_by_key(|line| (line.entry.date, line.entry.time, &line.entry.id));
        write::write(&lines)
    }

    /// Its lines, by id.
    pub fn lines(&self) -> impl Iterator<Item = &LedgerLine> {
        self.lines.values()
    }

    fn wanted(&self, entry: Entry, now: &Moment) -> LedgerLine {
        let sequence = match self.lines.get(&entry.id) {
            Some(line) if line.entry == entry && line.standing == EntryStanding::Wanted => {
                return line.clone();
            }
            Some(line) => line.sequence.saturating_add(1),
            None => self.next_sequence,
        };
        LedgerLine { entry, sequence, changed_at: now.instant, standing: EntryStanding::Wanted }
    }
}

impl LedgerLine {
    fn cancelled(&self, now: &Moment) -> LedgerLine {
        if self.standing == EntryStanding::Cancelled {
            return self.clone();
        }
        LedgerLine {
            entry: self.entry.clone(),
            sequence: self.sequence.saturating_add(1),
            changed_at: now.instant,
            standing: EntryStanding::Cancelled,
        }
    }

    /// Whether its last time has ended, on the person's present clock if it floats.
    fn is_over(&self, now: &Moment) -> Result<bool, CalendarError> {
        let fault = |fault| CalendarError::Entry { id: self.entry.id.clone(), fault };
        let pinned = zone_of(&self.entry).map_err(fault)?;
        let zone = pinned.as_ref().unwrap_or(&now.zone);
        let last = dates(&self.entry).last().unwrap_or(self.entry.date);
        let Some(begins) = zone.first_instant(last, self.entry.time) else {
            // A day that the person's clock skipped ends with the day after it.
            return Ok(last < zone.local(now.instant).0);
        };
        Ok(begins + Duration::minutes(i64::from(self.entry.minutes)) <= now.instant)
    }
}
