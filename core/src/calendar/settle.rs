//! Entries checked, and brought into a form that every calendar app understands alike.
//!
//! A calendar app reads a wall time that a clock change skips an hour later than we do (RFC 5545, section 3.3.5), or
//! leaves out that time of a weekly series (section 3.3.10). So no such time is ever written: one that happens once is
//! written where it happens, and a series leaves the date out and has an entry beside it.

use std::collections::BTreeSet;

use super::{Entry, EntryFault, EntryId, Weekly};
use crate::plan::TimePolicy;
use crate::zone::{CivilDate, WallTime, Zone, is_plannable, is_wall_time};

/// The entry as it is written: none where it never takes place, several where clock changes move some of its times.
pub(super) fn settle(entry: &Entry) -> Result<Vec<Entry>, EntryFault> {
    check(entry)?;
    let zone = zone_of(entry)?;
    let (mut regular, mut moved) = (Vec::new(), Vec::new());
    for date in dates(entry) {
        match takes_place(zone.as_ref(), date, entry.time) {
            Some(at) if at == (date, entry.time) => regular.push(date),
            Some(at) => moved.push((date, at)),
            None => {}
        }
    }
    let clock = zone.map_or(TimePolicy::Floating, |zone| TimePolicy::Pinned { zone: zone.id().to_owned() });
    let entry = Entry { clock, ..entry.clone() };
    let mut settled: Vec<Entry> = series(&entry, &regular).into_iter().collect();
    settled.extend(moved.into_iter().map(|(planned, at)| move_to(&entry, planned, at)));
    Ok(settled)
}

/// The dates that an entry is planned for.
pub(super) fn dates(entry: &Entry) -> impl Iterator<Item = CivilDate> {
    let (through, except) = match &entry.weekly {
        None => (entry.date, None),
        Some(weekly) => (weekly.through, Some(&weekly.except)),
    };
    let weeks = entry.date.iter_weeks().take_while(move |date| *date <= through);
    weeks.filter(move |date| !except.is_some_and(|except| except.contains(date)))
}

/// The zone whose clock it follows, if not the person's.
pub(super) fn zone_of(entry: &Entry) -> Result<Option<Zone>, EntryFault> {
    match &entry.clock {
        TimePolicy::Floating => Ok(None),
        TimePolicy::Pinned { zone } => match Zone::find(zone) {
            Ok(zone) => Ok(Some(zone)),
            Err(_) => Err(EntryFault::UnknownZone(zone.clone())),
        },
    }
}

fn takes_place(zone: Option<&Zone>, date: CivilDate, time: WallTime) -> Option<(CivilDate, WallTime)> {
    match zone {
        // Whether the person's clock skips it, only the reader of the file can know.
        None => Some((date, time)),
        Some(zone) => Some(zone.local(zone.first_instant(date, time)?)),
    }
}

/// The entry on these dates, a week or more apart, in order: begun with the first of them, and with no more rule than
/// they need.
fn series(entry: &Entry, dates: &[CivilDate]) -> Option<Entry> {
    let (first, last) = (*dates.first()?, *dates.last()?);
    let weeks = first.iter_weeks().take_while(|date| *date <= last);
    let except: BTreeSet<CivilDate> = weeks.filter(|date| dates.binary_search(date).is_err()).collect();
    let weekly = (first < last).then_some(Weekly { through: last, except });
    Some(Entry { date: first, weekly, ..entry.clone() })
}

/// An entry for the one time that a clock change moves. Of a series it needs an id of its own; no other can be the
/// same, since ids have no `/`.
fn move_to(entry: &Entry, planned: CivilDate, (date, time): (CivilDate, WallTime)) -> Entry {
    let id = match entry.weekly {
        None => entry.id.clone(),
        Some(_) => EntryId(format!("{}/{planned}", entry.id)),
    };
    Entry { id, date, time, weekly: None, ..entry.clone() }
}

/// The date that an entry beside the series `of` was planned for.
pub(super) fn moved_from(id: &EntryId, of: &EntryId) -> Option<CivilDate> {
    id.as_str().strip_prefix(of.as_str())?.strip_prefix('/')?.parse().ok()
}

fn check(entry: &Entry) -> Result<(), EntryFault> {
    let is_plain = |c: u8| c.is_ascii_alphanumeric() || b"-_.@".contains(&c);
    let last = entry.weekly.as_ref().map_or(entry.date, |weekly| weekly.through);
    let title = entry.title.chars().count();
    let is_blank = entry.title.trim().is_empty();
    require((1..=200).contains(&entry.id.as_str().len()), EntryFault::Id)?;
    require(entry.id.as_str().bytes().all(is_plain), EntryFault::Id)?;
    require(is_plannable(entry.date) && is_plannable(last), EntryFault::Date)?;
    require(is_wall_time(entry.time), EntryFault::Time)?;
    require((1..=1_440).contains(&entry.minutes), EntryFault::Minutes)?;
    require(!is_blank && title <= 200, EntryFault::Title)?;
    require(entry.description.chars().count() <= 2_000, EntryFault::Description)?;
    require(entry.date <= last, EntryFault::Through)
}

fn require(allowed: bool, fault: EntryFault) -> Result<(), EntryFault> {
    if allowed { Ok(()) } else { Err(fault) }
}
