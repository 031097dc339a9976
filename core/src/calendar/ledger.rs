//! What was written into calendar files so far, and what the next one has to say.

use std::collections::BTreeMap;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::settle::{dates, settle, zone_of};
use super::{CalendarError, Entry, EntryFault, EntryId, write};
use crate::zone::{Instant, Moment};

/// What was written so far, by id. Kept from one file to the next: without it, a calendar app would not know what
/// changed, and nothing could be taken out of it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CalendarLedger {
    lines: BTreeMap<EntryId, LedgerLine>,
}

/// One entry as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// The entry as it was written last.
    pub entry: Entry,
    /// How often it was changed since it was first written (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
    /// When it was changed last (RFC 5545, section 3.8.7.2).
    pub changed_at: Instant,
    /// Whether it is to take place.
    pub standing: Standing,
}

/// How an entry stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is to take place.
    Wanted,
    /// It was to take place, and is not any more: the file says so until its last time is past.
    Cancelled,
    /// Its last time is past, and the file has it no more. Only a series is kept so, because it can be taken up again
    /// under the same id.
    Past,
}

impl CalendarLedger {
    /// The next ledger, where these entries and no others are to stand in the calendar.
    ///
    /// What is new begins with sequence 0; what changed goes up by one; what did not stays as it is. What is no longer
    /// among the entries is cancelled, unless its last time is past: that took place, or not, and stays in the calendar.
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
        for (id, line) in &self.lines {
            if lines.contains_key(id) {
                continue;
            }
            if let Some(line) = line.no_longer_wanted(now)? {
                lines.insert(id.clone(), line);
            }
        }
        Ok(CalendarLedger { lines })
    }

    /// The file in iCalendar, which calendar apps know by the ending `.ics` and the type `text/calendar`. The same
    /// ledger gives the same bytes.
    ///
    /// # Errors
    /// [`CalendarError::Nothing`] where nothing is to be said; [`CalendarError::Zone`] where the tz database does not
    /// have a zone of the ledger.
    pub fn write(&self) -> Result<String, CalendarError> {
        let mut lines: Vec<&LedgerLine> =
            self.lines.values().filter(|line| line.standing != Standing::Past).collect();
        lines.sort_by_key(|line| (line.entry.date, line.entry.time, &line.entry.id));
        write::write(&lines)
    }

    /// Its lines, by id.
    pub fn lines(&self) -> impl Iterator<Item = &LedgerLine> {
        self.lines.values()
    }

    fn wanted(&self, entry: Entry, now: &Moment) -> LedgerLine {
        match self.lines.get(&entry.id) {
            None => LedgerLine { entry, sequence: 0, changed_at: now.instant, standing: Standing::Wanted },
            Some(line) if line.entry == entry && line.standing == Standing::Wanted => line.clone(),
            Some(line) => LedgerLine { entry, ..line.changed(Standing::Wanted, now) },
        }
    }
}

impl LedgerLine {
    fn changed(&self, standing: Standing, now: &Moment) -> LedgerLine {
        let sequence = self.sequence.saturating_add(1);
        LedgerLine { entry: self.entry.clone(), sequence, changed_at: now.instant, standing }
    }

    fn no_longer_wanted(&self, now: &Moment) -> Result<Option<LedgerLine>, CalendarError> {
        if self.is_over(now)? {
            let line = LedgerLine { standing: Standing::Past, ..self.clone() };
            return Ok(self.entry.weekly.is_some().then_some(line));
        }
        match self.standing {
            Standing::Wanted => Ok(Some(self.changed(Standing::Cancelled, now))),
            Standing::Cancelled | Standing::Past => Ok(Some(self.clone())),
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
