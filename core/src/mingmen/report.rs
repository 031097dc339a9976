//! The page for a doctor or physiotherapist, from what was kept.

use chrono::{Datelike, Days};

use crate::practice::CheckIn;
use crate::progress::{Measure, WeekState, WeekSummary, weekly};
use crate::report::{ActivityLine, Section, Sheet, SheetNote, SheetWeek, page};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, week_start};

use super::facts::Log;
use super::progress::check_date;
use super::progress_words::{self, dated_span, time, with_year};
use super::{ActivityTrend, Mingmen, MingmenError, Report, ReportDraft, Result, words};

/// A page covers at most so many days: a year and the rest of its last week.
const MOST_DAYS: i64 = 53 * 7;

/// So many activities have room beside each other.
const ACTIVITIES: usize = 3;

impl Mingmen {
    /// The page for a doctor or physiotherapist about whole weeks: from the Monday of the first day through the last day.
    /// Notes are on it where that is asked for, the latest first, as many as have room.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for dates out of order, too far apart, to come, or outside the years 1970 to 2099.
    pub fn report(&self, draft: &ReportDraft, now: &Now) -> Result<Report> {
        let moment = Moment::check(now)?;
        let (from, through) = check_days(draft, moment.day)?;
        let phrases = self.phrases();
        let (log, notes, activities) = self.store.read(|reading| {
            let log = Log::read(reading, self, from..=through, moment.day)?;
            let notes =
                if draft.with_notes { self.written(reading, &log, from, through)? } else { Vec::new() };
            Ok::<_, MingmenError>((log, notes, self.activity_trends(reading, from..=through)?))
        })?;
        let mut sheet = self.sheet(&log, notes, from, through);
        self.add_activities(&mut sheet, &activities);
        let (html, notes_left_out) = page(&sheet, |count| phrases.report_more_notes(count));
        Ok(Report {
            title: sheet.title,
            file_name: format!("mingmen-{from}-{through}.html"),
            html,
            notes_left_out,
        })
    }

    fn sheet(&self, log: &Log, notes: Vec<SheetNote>, from: CivilDate, through: CivilDate) -> Sheet {
        let phrases = self.phrases();
        let weeks = log.facts().weeks(from, through);
        let trend = self.measure_trend(Measure::Pain, &log.check_ins, from, through);
        let pain_weeks = weekly(&Measure::Pain.noted(&log.check_ins));
        let noted = !pain_weeks.is_empty();
        let if_noted = |text: String| if noted { text } else { String::new() };
        Sheet {
            language: self.locale.clone(),
            title: phrases.report_title(dated_span(phrases, from, through)),
            about: phrases.report_about(with_year(phrases, log.today)),
            practice: self.practice_section(&weeks, log.today),
            weeks: self.sheet_weeks(&weeks),
            pain: Section {
                heading: phrases.report_pain(),
                summary: if noted {
                    format!("{}. {}", trend.heading, trend.detail)
                } else {
                    phrases.report_pain_none()
                },
                chart: if_noted(phrases.report_pain_chart()),
                below: if_noted(phrases.report_rule(trend.rule, trend.citation)),
            },
            pain_weeks,
            activities: Section::default(),
            activity_lines: Vec::new(),
            notes_heading: phrases.report_notes(),
            notes,
            foot: phrases.report_foot(),
        }
    }

    fn add_activities(&self, sheet: &mut Sheet, activities: &[ActivityTrend]) {
        let phrases = self.phrases();
        let Some(first) = activities.first() else { return };
        sheet.activities = Section {
            heading: phrases.report_activities(),
            summary: String::new(),
            chart: phrases.report_activity_scale(),
            below: phrases.report_rule(&first.rule, &first.citation),
        };
        let line = |activity: &ActivityTrend| ActivityLine {
            name: activity.title.clone(),
            summary: format!("{}. {}", activity.heading, activity.detail),
            rated: activity.ratings.iter().map(|point| (point.date, point.rating)).collect(),
        };
        sheet.activity_lines = activities.iter().take(ACTIVITIES).map(line).collect();
    }

    fn practice_section(&self, weeks: &[WeekSummary], today: CivilDate) -> Section {
        let phrases = self.phrases();
        let days = weeks.iter().flat_map(|week| &week.days).filter(|day| day.minutes > 0).count();
        let heading = phrases.report_practice();
        if days == 0 {
            return Section { heading, summary: phrases.report_practice_none(), ..Section::default() };
        }
        // A week in a pause counts neither way, and one that is not over only once it is met.
        let counts = |week: &&WeekSummary| match week.state {
            WeekState::Met => true,
            WeekState::Paused => false,
            WeekState::Partly | WeekState::Open => week.ends_on < today,
        };
        let met = weeks.iter().filter(|week| week.state == WeekState::Met).count();
        let minutes = weeks.iter().map(|week| u32::from(week.minutes_done)).sum();
        Section {
            heading,
            summary: phrases.report_practice_summary(
                progress_words::days(phrases, days),
                time(phrases, minutes),
                met,
                weeks.iter().filter(counts).count(),
            ),
            chart: phrases.report_bars(),
            below: String::new(),
        }
    }

    fn sheet_weeks(&self, weeks: &[WeekSummary]) -> Vec<SheetWeek> {
        let phrases = self.phrases();
        let week = |week: &WeekSummary| SheetWeek {
            starts_on: week.starts_on,
            minutes: week.minutes_done,
            state: week.state,
            month: if week.starts_on.day() <= 7 {
                phrases.month(week.starts_on.month()).to_owned()
            } else {
                String::new()
            },
        };
        weeks.iter().map(week).collect()
    }

    /// What the person wrote: lines beside their check-ins, and small notes.
    fn written(
        &self,
        reading: &Reading<'_>,
        log: &Log,
        from: CivilDate,
        through: CivilDate,
    ) -> Result<Vec<SheetNote>> {
        let phrases = self.phrases();
        let lines = log.check_ins.iter().filter(|check_in| !check_in.noted.note.trim().is_empty());
        let line = |check_in: &CheckIn| (check_in.noted_at, check_in.date, check_in.noted.note.clone());
        let mut written: Vec<_> = lines.map(line).collect();
        for note in reading.notes_between(from..=through)? {
            let line = self.note_line(&note)?;
            let text = [line.title, line.text].join(": ");
            written.push((note.noted_at, note.date, text));
        }
        written.sort();
        let note = |(_, date, text)| SheetNote { date_text: words::short_date(phrases, date), text };
        Ok(written.into_iter().map(note).collect())
    }
}

/// The whole weeks that are asked for.
fn check_days(draft: &ReportDraft, today: CivilDate) -> Result<(CivilDate, CivilDate)> {
    check_date(draft.from)?;
    check_date(draft.through)?;
    if draft.through > today {
        return Err(MingmenError::invalid("through", "must not lie in the future"));
    }
    let from = week_start(draft.from);
    let sunday = week_start(draft.through).checked_add_days(Days::new(6)).unwrap_or(draft.through);
    let through = sunday.min(today);
    let days = through.signed_duration_since(from).num_days() + 1;
    if draft.from > draft.through || days > MOST_DAYS {
        return Err(MingmenError::invalid(
            "through",
            "must be on or after `from`, and within 53 weeks of it",
        ));
    }
    Ok((from, through))
}
