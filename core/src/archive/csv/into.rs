//! Practices from a table that was kept elsewhere: a date and minutes, and where it has them a time and a note.
//!
//! The ids are made of what a row says, so the same table brings nothing twice, here or on another phone.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::super::take::{Found, Taken};
use super::super::{ArchiveError, ArchiveFault, ArchiveProblem, MOST_FAULTS};
use super::MOST_BYTES;
use super::cells::{self, Cell};
use crate::practice::{
    CheckIn, CheckInDraft, CheckInMoment, Practice, PracticeEnding, PracticeReason, check_check_in,
};
use crate::store::{Reading, RowKind, Store};
use crate::uuid;
use crate::zone::{CivilDate, Instant, WallTime, Zone};

/// The words by which a column is known, each in small letters.
const DATES: &[&str] = &["date", "day", "practice date", "datum", "start date"];
const MINUTES: &[&str] =
    &["minutes", "minute", "min", "mins", "duration", "duration minutes", "length", "minuten"];
const TIMES: &[&str] = &["time", "start", "start time", "started", "began", "uhrzeit"];
const NOTES: &[&str] = &["note", "notes", "comment", "comments", "remark", "notiz"];

/// The longest practice that a row may say, in milliseconds: ten hours.
const LONGEST_MS: u32 = 10 * 60 * 60 * 1000;

/// A table that is being read.
pub(crate) struct CsvImport {
    path: PathBuf,
    zone: Zone,
    today: CivilDate,
    read: Option<Vec<FromRow>>,
}

/// What a table holds, beside what is here.
pub(crate) struct CsvRead {
    pub(crate) found: Vec<Found>,
}

/// What a row says.
struct FromRow {
    practice: Practice,
    note: Option<CheckIn>,
}

/// Which cell of a row is what.
struct Columns {
    date: usize,
    minutes: usize,
    time: Option<usize>,
    note: Option<usize>,
}

impl CsvImport {
    /// The table at `path`, by the clock of a zone. Nothing happens yet.
    pub(crate) fn new(path: &Path, zone: Zone, today: CivilDate) -> Self {
        Self { path: path.to_owned(), zone, today, read: None }
    }

    /// Reads all of the table, which is short, and compares it with what is here.
    pub(crate) fn step(&mut self, store: &Store) -> Result<CsvRead, ArchiveError> {
        if self.read.is_none() {
            let text = text(&self.path)?;
            self.read = Some(self.rows(&text).map_err(ArchiveError::Refused)?);
        }
        let rows = self.read.as_deref().unwrap_or_default();
        let new = store.read(|reading| new(reading, rows))?;
        let notes = rows.iter().filter(|row| row.note.is_some()).count();
        let new_notes = new.iter().filter(|row| row.note.is_some()).count();
        let found = |kind, all: usize, new: usize| Found {
            kind,
            new: new as u64,
            there: (all - new) as u64,
            only_here: 0,
        };
        Ok(CsvRead {
            found: vec![
                found(RowKind::Practices, rows.len(), new.len()),
                found(RowKind::CheckIns, notes, new_notes),
            ],
        })
    }

    /// Takes what is new: in one transaction, and in none where there is nothing. `None` unless the table was read.
    pub(crate) fn take(&mut self, store: &Store) -> Option<Result<Taken, ArchiveError>> {
        let rows = self.read.take()?;
        Some(take(store, &rows))
    }

    fn rows(&self, text: &str) -> Result<Vec<FromRow>, Vec<ArchiveFault>> {
        let rows = cells::rows(text).map_err(|fault| vec![fault])?;
        let Some((names, rows)) = rows.split_first() else {
            return Err(vec![ArchiveFault::of_line(1, "", ArchiveProblem::MissingColumn)]);
        };
        let columns = Columns::named(names).map_err(|fault| vec![fault])?;
        let (mut read, mut faults) = (Vec::<FromRow>::new(), Vec::new());
        let mut seen = std::collections::BTreeMap::<[u8; 32], u32>::new();
        for row in rows {
            match self.row(row, &columns, &mut seen) {
                Ok(row) => read.push(row),
                Err(fault) => faults.push(fault),
            }
            if faults.len() >= MOST_FAULTS {
                break;
            }
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    fn row(
        &self,
        row: &[Cell],
        columns: &Columns,
        seen: &mut std::collections::BTreeMap<[u8; 32], u32>,
    ) -> Result<FromRow, ArchiveFault> {
        let first = row.first();
        let missing = |field| {
            let fault = |cell: &Cell| cell.fault(field, ArchiveProblem::MissingCell);
            first.map_or_else(|| ArchiveFault::of_line(1, field, ArchiveProblem::MissingCell), fault)
        };
        let cell = |place: usize, field| row.get(place).ok_or_else(|| missing(field));
        let (date_cell, minutes_cell) = (cell(columns.date, "date")?, cell(columns.minutes, "minutes")?);
        let date = date(date_cell.plain())
            .filter(|date| *date <= self.today)
            .ok_or_else(|| date_cell.fault("date", ArchiveProblem::NotADate))?;
        let practised_ms = milliseconds(minutes_cell.plain())
            .ok_or_else(|| minutes_cell.fault("minutes", ArchiveProblem::NotMinutes))?;
        let time_cell = columns.time.and_then(|place| row.get(place)).filter(|cell| !cell.plain().is_empty());
        let at = match time_cell {
            Some(cell) => time(cell.plain()).ok_or_else(|| cell.fault("time", ArchiveProblem::NotATime))?,
            None => WallTime::from_hms_opt(12, 0, 0).unwrap_or_default(),
        };
        let started_at = self
            .zone
            .first_instant(date, at)
            .ok_or_else(|| date_cell.fault("date", ArchiveProblem::NotADate))?;
        let note_cell = columns.note.and_then(|place| row.get(place)).filter(|cell| !cell.plain().is_empty());
        let words = note_cell.map_or("", Cell::plain);
        let sum =
            sum(&[self.zone.id(), &date.to_string(), &at.to_string(), &practised_ms.to_string(), words]);
        // Two rows that say the same are two practices.
        let nth = seen.entry(sum).or_default();
        *nth += 1;
        let practice =
            self.practice(id_of("practice", sum, *nth, started_at), date, started_at, practised_ms);
        let note = (!words.is_empty())
            .then(|| note_of(id_of("check_in", sum, *nth, started_at), &practice, words))
            .map(|note| match check_check_in(&note.noted) {
                Ok(()) => Ok(note),
                Err(_) => Err(note_cell
                    .map_or_else(|| missing("note"), |cell| cell.fault("note", ArchiveProblem::NoteTooLong))),
            })
            .transpose()?;
        Ok(FromRow { practice, note })
    }

    /// A practice that was entered by hand: of no plan and no routine, and so of no content either.
    fn practice(&self, id: String, date: CivilDate, started_at: Instant, practised_ms: u32) -> Practice {
        Practice {
            id: id.into(),
            reason: PracticeReason::Free,
            routine: None,
            content_version: 0,
            started_at,
            zone: self.zone.id().to_owned(),
            date,
            planned_ms: practised_ms,
            practised_ms,
            ending: PracticeEnding::EnteredByHand,
        }
    }
}

impl Columns {
    fn named(names: &[Cell]) -> Result<Self, ArchiveFault> {
        let find = |known: &[&str], field: &str| {
            let mut places = names.iter().enumerate().filter(|(_, cell)| known.contains(&&*name(cell)));
            let first = places.next().map(|(place, _)| place);
            match places.next() {
                Some((_, again)) => Err(again.fault(field, ArchiveProblem::RepeatedColumn)),
                None => Ok(first),
            }
        };
        let needed = |known, field: &str| {
            find(known, field)?.ok_or_else(|| ArchiveFault::of_line(1, field, ArchiveProblem::MissingColumn))
        };
        Ok(Self {
            date: needed(DATES, "date")?,
            minutes: needed(MINUTES, "minutes")?,
            time: find(TIMES, "time")?,
            note: find(NOTES, "note")?,
        })
    }
}

/// The name of a column in small letters, words apart by one blank: "Duration (minutes)" is "duration minutes".
fn name(cell: &Cell) -> String {
    let lower = cell.text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text of a file, which may begin with the mark of UTF-8.
fn text(path: &Path) -> Result<String, ArchiveError> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ArchiveFault::of_line(1, "", ArchiveProblem::TooLarge).into());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let sound = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let lines = sound.iter().filter(|byte| **byte == b'\n').count();
            let line = u32::try_from(lines).unwrap_or(u32::MAX).saturating_add(1);
            let last = String::from_utf8_lossy(sound).lines().next_back().unwrap_or_default().to_owned();
            let last = if sound.last() == Some(&b'\n') { String::new() } else { last };
            Err(ArchiveFault::at(line, &last, last.len(), "", ArchiveProblem::NotText).into())
        }
    }
}

/// A date as `2026-03-02`, or `2026-03-02T08:00…`, of the years from 1970. Any other way could mean two days.
fn date(text: &str) -> Option<CivilDate> {
    let day = text.get(..10)?;
    let alone = matches!(text.as_bytes().get(10), None | Some(b'T' | b' '));
    let digits = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let date: CivilDate = day.parse().ok()?;
    (alone && digits && crate::zone::is_plannable(date)).then_some(date)
}

/// Minutes with at most two decimals, after a point or a comma, as milliseconds.
fn milliseconds(text: &str) -> Option<u32> {
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits =
        |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 4) || !digits(decimals, 2) {
        return None;
    }
    let hundredths: u32 = format!("{decimals:0<2}").parse().ok()?;
    let ms = whole.parse::<u32>().ok()? * 60_000 + hundredths * 600;
    (1..=LONGEST_MS).contains(&ms).then_some(ms)
}

/// A time as `8:00`, `08:00` or `08:00:30`.
fn time(text: &str) -> Option<WallTime> {
    let mut parts = text.split(':').map(|part| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| digits)
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    if parts.next().is_some() {
        return None;
    }
    WallTime::from_hms_opt(hour, minute, second)
}

/// SHA-256 of texts, each with its length before it.
fn sum(texts: &[&str]) -> [u8; 32] {
    let mut sum = Sha256::new();
    for text in texts {
        sum.update((text.len() as u64).to_le_bytes());
        sum.update(text);
    }
    sum.finalize().into()
}

/// The id of what a row says: a `UUIDv7` of the moment that it is about, the rest of it from the sum of the row.
fn id_of(table: &str, row: [u8; 32], nth: u32, at: Instant) -> String {
    let mut whole = Sha256::new();
    whole.update(table);
    whole.update(row);
    whole.update(nth.to_le_bytes());
    let sum: [u8; 32] = whole.finalize().into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(sum.split_at(16).0);
    let [a, b, c, d, e, f, version, _, variant, ..] = &mut bytes;
    let at = u64::try_from(at.timestamp_millis()).unwrap_or(0).to_be_bytes();
    [_, _, *a, *b, *c, *d, *e, *f] = at;
    *version = *version & 0x0f | 0x70;
    *variant = *variant & 0x3f | 0x80;
    uuid::format(&bytes).unwrap_or_default()
}

fn note_of(id: String, practice: &Practice, words: &str) -> CheckIn {
    CheckIn {
        id: id.into(),
        noted_at: practice.started_at,
        zone: practice.zone.clone(),
        date: practice.date,
        noted: CheckInDraft {
            practice: Some(practice.id.clone()),
            note: words.to_owned(),
            ..CheckInDraft::blank(CheckInMoment::Anytime)
        },
    }
}

/// The rows that are not here yet.
fn new<'r>(reading: &Reading<'_>, rows: &'r [FromRow]) -> Result<Vec<&'r FromRow>, ArchiveError> {
    let mut found = Vec::new();
    for row in rows {
        if !reading.has_practice(&row.practice.id)? {
            found.push(row);
        }
    }
    Ok(found)
}

fn take(store: &Store, rows: &[FromRow]) -> Result<Taken, ArchiveError> {
    if store.read(|reading| new(reading, rows))?.is_empty() {
        return Ok(Taken::default());
    }
    store.write(|writing| {
        let mut added = 0;
        for row in new(writing, rows)? {
            writing.insert_practice(&row.practice)?;
            added += 1;
            if let Some(note) = &row.note {
                writing.insert_check_in(note)?;
                added += 1;
            }
        }
        Ok(Taken { added, removed: 0 })
    })
}
