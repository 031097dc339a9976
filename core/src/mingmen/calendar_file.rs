//! The plan and the classes for the person's own calendar app.

use chrono::{Days, TimeDelta};

use crate::calendar::{CalendarError, CalendarLedger, Entry, EntryStanding, EntryWords, session_entries};
use crate::plan::{Running, Session};
use crate::store::Reading;
use crate::zone::{Moment, Now};

use super::facts::Log;
use super::{CalendarFile, Mingmen, MingmenError, Result};

/// The name of the file.
const FILE_NAME: &str = "mingmen.ics";

/// How far ahead the sessions of a plan with an end are written: no plan is longer, pauses of half a year included.
const DAYS_AHEAD: u64 = 366;
/// The same for a plan without an end: twelve weeks, after which the person hands over another file.
const DAYS_AHEAD_ENDLESS: u64 = 84;

impl Mingmen {
    /// The plan and the classes as a file for the calendar app of the person's choice: everything still to come, and what
    /// an earlier file said that is planned no longer. The calendar app that reads one after another always shows
    /// the plan as it is (`docs/decisions/0013-calendar-file.md`). Titles say nothing about health unless the person set
    /// that reminders do.
    ///
    /// ```
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// mingmen.enrol(&mingmen.enrol_form(None, None, &now)?.preset, &now)?;
    /// let file = mingmen.calendar_file(&now)?;
    /// assert_eq!(file.text.matches("BEGIN:VEVENT").count(), 36);
    /// assert!(file.says.starts_with("36 practices. "));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::PracticeShut`] while the screening keeps practice shut; [`MingmenError::UnknownZone`] and the
    /// `Store…` cases.
    pub fn calendar_file(&self, now: &Now) -> Result<CalendarFile> {
        let moment = Moment::check(now)?;
        self.store.write(|writing| {
            self.require_open(writing)?;
            let before = writing.calendar_ledger()?;
            let entries = self.calendar_entries(writing, &before, &moment)?;
            let ledger = before.update(&entries, &moment)?;
            if ledger != before {
                writing.set_calendar_ledger(&ledger, moment.day)?;
            }
            let text = match ledger.write() {
                Err(CalendarError::Nothing) => String::new(),
                written => written?,
            };
            let says = self.calendar_says(&ledger);
            Ok(CalendarFile { file_name: FILE_NAME.to_owned(), text, says, changes: Vec::new() })
        })
    }

    fn calendar_entries(
        &self,
        reading: &Reading<'_>,
        before: &CalendarLedger,
        moment: &Moment,
    ) -> Result<Vec<Entry>> {
        let tells_what = reading.reminder_settings()?.is_some_and(|(_, settings)| settings.tells_what);
        let log = Log::read(reading, self, moment.day..=moment.day, moment.day)?;
        let mut entries = Vec::new();
        for run in log.live() {
            let is_ahead = is_ahead(&log, run, moment);
            let words = |session: &Session, nth| match is_ahead(session, nth) {
                true => self.session_words(reading, session, tells_what).map(Some),
                false => Ok(None),
            };
            entries.extend(session_entries(&sessions(run, moment), words)?);
        }
        for class in reading.classes()?.map(|(_, classes)| classes).unwrap_or_default() {
            let title = if tells_what { class.name.clone() } else { self.phrases().class_title() };
            let words = EntryWords { title, description: String::new() };
            entries.extend(before.kept(&class, moment)?.entry(words));
        }
        Ok(entries)
    }

    fn session_words(
        &self,
        reading: &Reading<'_>,
        session: &Session,
        tells_what: bool,
    ) -> Result<EntryWords> {
        let phrases = self.phrases();
        let title = match tells_what {
            true => self.routine_of(reading, &session.routine)?.name.clone(),
            false => phrases.reminder_title(),
        };
        let minutes = phrases.number_capital(u32::from(session.minutes));
        Ok(EntryWords { title, description: phrases.reminder_text(minutes) })
    }

    fn calendar_says(&self, ledger: &CalendarLedger) -> String {
        let phrases = self.phrases();
        let wanted = ledger.lines().filter(|line| line.standing == EntryStanding::Wanted);
        // A time that a clock change moves stands beside its series and is no class of its own.
        let wanted = wanted.filter(|line| !line.entry.id.as_str().contains('/'));
        let (classes, practices): (Vec<_>, Vec<_>) = wanted.partition(|line| line.entry.busy);
        let what = match (practices.len(), classes.len()) {
            (0, 0) if ledger.lines().next().is_none() => return phrases.calendar_file_nothing(),
            (0, 0) => return phrases.calendar_file_gone(),
            (practices, 0) => phrases.calendar_practices(practices),
            (0, classes) => phrases.calendar_classes(classes),
            (practices, classes) => phrases
                .calendar_file_both(phrases.calendar_practices(practices), phrases.calendar_classes(classes)),
        };
        phrases.calendar_file_says(what)
    }
}

/// The sessions of today and of the days to come.
fn sessions(run: &Running, moment: &Moment) -> Vec<Session> {
    let days = if run.rules.weeks.is_some() { DAYS_AHEAD } else { DAYS_AHEAD_ENDLESS };
    let days = (0..days).filter_map(|ahead| moment.day.checked_add_days(Days::new(ahead)));
    days.flat_map(|day| run.sessions_on(day)).collect()
}

/// Whether a session, the nth of its day, is still to come and not done, or is under way.
fn is_ahead(log: &Log, run: &Running, moment: &Moment) -> impl Fn(&Session, usize) -> bool {
    let done_today = usize::from(log.facts().sessions_done_for(&run.enrolment.id, moment.day));
    move |session, nth| {
        let zone = session.time_policy.zone(&moment.zone).unwrap_or_else(|_| moment.zone.clone());
        let Some(begins) = zone.planned_instant(session.date, session.time) else { return true };
        let ends = begins + TimeDelta::minutes(i64::from(session.minutes));
        let is_done = session.date == moment.day && nth < done_today;
        ends > moment.instant && (!is_done || begins <= moment.instant)
    }
}

impl From<CalendarError> for MingmenError {
    fn from(error: CalendarError) -> MingmenError {
        match error {
            CalendarError::Zone(error) => error.into(),
            // What is written here was checked when it was kept.
            CalendarError::Entry { .. } | CalendarError::Nothing => {
                MingmenError::Internal { reason: "a calendar entry that cannot be written".to_owned() }
            }
        }
    }
}
