//! The days of the diary: what was kept on one of them, and page by page backwards.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, Days};

use crate::own::{Activity, ActivityRating, Note};
use crate::practice::{CheckIn, CheckInMoment, Practice, PracticeEnding};
use crate::safety;
use crate::store::Reading;
use crate::zone::{CivilDate, Instant, Moment, Now, Zone};

use super::progress::check_date;
use super::{
    DayEntry, DayLog, DiaryEntryId, HistoryDay, HistoryPage, Mingmen, MingmenError, Result, ScaleKind, words,
};

/// A page of the history has so many days at most.
const DAYS_AT_MOST: usize = 60;

/// How far back is read at first for one page. Where nothing was kept, the next reading goes twice as far.
const DAYS_READ: u64 = 56;

/// Everything that was kept in some days, and what its words need.
struct Diary {
    practices: Vec<Practice>,
    check_ins: Vec<CheckIn>,
    notes: Vec<Note>,
    ratings: Vec<ActivityRating>,
    activities: Vec<Activity>,
}

impl Diary {
    fn read(reading: &Reading<'_>, days: RangeInclusive<CivilDate>) -> Result<Diary> {
        Ok(Diary {
            practices: reading.practices_between(days.clone())?,
            check_ins: reading.check_ins_between(days.clone())?,
            notes: reading.notes_between(days.clone())?,
            ratings: reading.activity_ratings_between(days)?,
            activities: reading.activities()?,
        })
    }
}

impl Mingmen {
    /// Everything that happened on a practice day.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a date outside the years 1970 to 2099.
    pub fn day_log(&self, date: CivilDate) -> Result<DayLog> {
        check_date(date)?;
        self.store.read(|reading| {
            let diary = Diary::read(reading, date..=date)?;
            let entries = self.entries(reading, &diary)?.remove(&date).unwrap_or_default();
            let notes = diary.notes.iter().map(|note| self.note_line(note)).collect::<Result<_>>()?;
            let Diary { practices, check_ins, .. } = diary;
            Ok(DayLog { date, practices, check_ins, notes, entries })
        })
    }

    /// A page of the diary: the days before a date on which something was kept, the newest first; from today on where
    /// no date is given. At most `count` days, and never more than 60.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a date outside the years 1970 to 2099.
    pub fn history(&self, before: Option<CivilDate>, count: u32, now: &Now) -> Result<HistoryPage> {
        let moment = Moment::check(now)?;
        if let Some(before) = before {
            check_date(before)?;
        }
        let wanted = usize::try_from(count).unwrap_or(DAYS_AT_MOST).clamp(1, DAYS_AT_MOST);
        // A person who flew west across the date line has kept something tomorrow.
        let tomorrow = moment.day.succ_opt().unwrap_or(moment.day);
        let last = before.map_or(Some(tomorrow), |before| before.pred_opt());
        let days = self.store.read(|reading| {
            let Some(begins) = reading.diary_begins()? else { return Ok(Vec::new()) };
            self.days_back(reading, begins, last, wanted)
        })?;
        // One day more than wanted was looked for: it says whether there is another page.
        let earlier = days.get(wanted.saturating_sub(1)).filter(|_| days.len() > wanted);
        let earlier = earlier.map(|(date, _)| *date);
        let page = days.into_iter().take(wanted).map(|(date, entries)| HistoryDay {
            date,
            title: self.day_title(date, moment.day),
            entries,
        });
        Ok(HistoryPage { days: page.collect(), earlier })
    }

    /// Days with entries from `last` backwards, one more than are wanted if there are so many.
    fn days_back(
        &self,
        reading: &Reading<'_>,
        begins: CivilDate,
        mut last: Option<CivilDate>,
        wanted: usize,
    ) -> Result<Vec<(CivilDate, Vec<DayEntry>)>> {
        let (mut found, mut stretch) = (Vec::new(), DAYS_READ);
        while let Some(through) = last.filter(|last| *last >= begins && found.len() <= wanted) {
            let from = through.checked_sub_days(Days::new(stretch)).unwrap_or(begins).max(begins);
            let diary = Diary::read(reading, from..=through)?;
            found.extend(self.entries(reading, &diary)?.into_iter().rev());
            last = from.pred_opt();
            stretch = stretch.saturating_mul(2);
        }
        found.truncate(wanted.saturating_add(1));
        Ok(found)
    }

    /// What was kept, by its day and in the order in which it happened.
    fn entries(&self, reading: &Reading<'_>, diary: &Diary) -> Result<BTreeMap<CivilDate, Vec<DayEntry>>> {
        let mut all: Vec<(CivilDate, Instant, DayEntry)> = Vec::new();
        for it in &diary.practices {
            all.push((it.date, it.started_at, self.practice_line(reading, it)?));
        }
        for it in &diary.check_ins {
            all.push((it.date, it.noted_at, self.check_in_line(it)?));
        }
        for it in &diary.notes {
            all.push((it.date, it.noted_at, self.note_entry_line(it)?));
        }
        for it in &diary.ratings {
            all.push((it.date, it.rated_at, self.rating_line(it, &diary.activities)));
        }
        all.sort_by_key(|(_, instant, _)| *instant);
        let mut days: BTreeMap<CivilDate, Vec<DayEntry>> = BTreeMap::new();
        for (date, _, entry) in all {
            days.entry(date).or_default().push(entry);
        }
        Ok(days)
    }

    fn practice_line(&self, reading: &Reading<'_>, practice: &Practice) -> Result<DayEntry> {
        let p = self.phrases();
        let minutes = p.minutes(practice.practised_ms / 60_000);
        let ending = match &practice.ending {
            PracticeEnding::Finished => None,
            PracticeEnding::EndedEarly => Some(p.log_ended_early()),
            PracticeEnding::EnteredByHand => Some(p.log_by_hand()),
            PracticeEnding::StoppedForSign { sign } => {
                let sign = safety::stop_sign(self.catalogue, sign).ok();
                sign.map(|sign| p.log_stopped(words::decapitalised(&sign.text)))
            }
        };
        let by_hand = practice.ending == PracticeEnding::EnteredByHand;
        let at = (!by_hand).then(|| clock_of(practice.started_at, &practice.zone));
        Ok(DayEntry {
            entry: DiaryEntryId::Practice { id: practice.id.clone() },
            time: at.unwrap_or_default(),
            title: self.practice_title(reading, practice)?,
            text: self.joined([minutes].into_iter().chain(ending)),
            note: String::new(),
        })
    }

    /// The name of what was practised. A routine that a later version has no more is a practice all the same.
    pub(super) fn practice_title(&self, reading: &Reading<'_>, practice: &Practice) -> Result<String> {
        let routine = practice.routine.as_ref().map(|id| self.routine_of(reading, id)).transpose();
        match routine {
            Ok(routine) => {
                Ok(routine.map_or_else(|| self.phrases().log_practice(), |routine| routine.name.clone()))
            }
            Err(MingmenError::NotFound { .. }) => Ok(self.phrases().log_practice()),
            Err(error) => Err(error),
        }
    }

    fn check_in_line(&self, check_in: &CheckIn) -> Result<DayEntry> {
        let (p, noted) = (self.phrases(), &check_in.noted);
        let numbers = [
            (ScaleKind::Pain, noted.pain),
            (ScaleKind::Stiffness, noted.stiffness),
            (ScaleKind::Sleep, noted.sleep),
            (ScaleKind::Energy, noted.energy),
            (ScaleKind::Mood, noted.mood),
            (ScaleKind::Stress, noted.stress),
        ];
        let numbers = numbers.into_iter().filter_map(|(kind, value)| {
            let value = value?;
            Some(p.log_scale(self.scale(kind).title, value))
        });
        let map = self.body_areas()?;
        let areas = noted.areas.iter().filter_map(|id| {
            let area = map.iter().find(|area| area.area == *id)?;
            Some(area.name.clone())
        });
        let felt = noted.sensations.iter().filter_map(|id| {
            let known = self.catalogue.sensations().iter().find(|known| known.id == id.as_str())?;
            Some(known.text.clone())
        });
        Ok(DayEntry {
            entry: DiaryEntryId::CheckIn { id: check_in.id.clone() },
            time: clock_of(check_in.noted_at, &check_in.zone),
            title: match noted.moment {
                CheckInMoment::Before => p.log_before(),
                CheckInMoment::After => p.log_after(),
                CheckInMoment::Anytime => p.log_check_in(),
            },
            text: self.joined(numbers.chain(areas).chain(felt)),
            note: noted.note.clone(),
        })
    }

    fn note_entry_line(&self, note: &Note) -> Result<DayEntry> {
        let line = self.note_line(note)?;
        Ok(DayEntry {
            entry: DiaryEntryId::Note { id: line.id },
            time: clock_of(note.noted_at, &note.zone),
            title: line.title,
            text: line.text,
            note: String::new(),
        })
    }

    fn rating_line(&self, rating: &ActivityRating, activities: &[Activity]) -> DayEntry {
        let activity = activities.iter().find(|activity| activity.id == rating.activity);
        DayEntry {
            entry: DiaryEntryId::Rating { id: rating.id.clone() },
            time: clock_of(rating.rated_at, &rating.zone),
            title: activity.map(|activity| activity.name.clone()).unwrap_or_default(),
            text: self.phrases().log_rating(rating.rating),
            note: String::new(),
        }
    }

    fn joined(&self, parts: impl Iterator<Item = String>) -> String {
        parts.reduce(|first, then| self.phrases().log_both(first, then)).unwrap_or_default()
    }

    /// "Wednesday 13 May", or with its year where that is not this one.
    fn day_title(&self, date: CivilDate, today: CivilDate) -> String {
        let p = self.phrases();
        if date.year() == today.year() {
            return words::long_date(p, date);
        }
        p.date_with_year(date.day(), p.month(date.month()), date.year())
    }

    /// "Wednesday 13 May, 07:25", for the page on which an entry is put right.
    pub(super) fn kept_at(&self, date: CivilDate, instant: Instant, zone: &str) -> String {
        let day = words::long_date(self.phrases(), date);
        let clock = clock_of(instant, zone);
        self.phrases().list(&[day.as_str(), clock.as_str()])
    }
}

/// What the clock showed where the person was. A zone that no tz database knows any more is told in UTC.
fn clock_of(instant: Instant, zone: &str) -> String {
    let time = Zone::find(zone).map_or_else(|_| instant.naive_utc().time(), |zone| zone.local(instant).1);
    words::clock(time)
}
