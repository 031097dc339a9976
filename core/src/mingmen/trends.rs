//! The trends page: how regular practice was, and what the notes of many weeks show.

use chrono::Days;

use crate::catalogue::Threshold;
use crate::practice::CheckIn;
use crate::progress::{
    self, Comparison, Measure, Pair, Regular, SIDE_DAYS, Side, Verdict, WEEKS_COUNTED, WeekOfNotes, compare,
    half_width, pairs, regular, since_first, weekly,
};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, week_start};

use super::facts::Log;
use super::progress_words::{
    self, dated_span, exact_points, hundredths, points, positive_hundredths, verdict, week_mark,
};
use super::{
    BeforeAfter, BeforeAfterPair, MeasureTrend, Mingmen, Regularity, Result, SpanChoice, TrendBand,
    TrendComparison, TrendPoint, TrendSide, TrendSpan, TrendWeek, TrendsPage, TrialFinding, WeekMark, words,
};

/// So many weeks are looked at to find eight that count: half a year, in which pauses may lie.
const REGULAR_WEEKS: u64 = 26;

/// So many pairs are shown.
const PAIRS: usize = 10;

/// The largest change that a scale of ten points has, in hundredths.
const SCALE: i32 = 1_000;

impl TrendSpan {
    const ALL: [TrendSpan; 3] = [TrendSpan::TwelveWeeks, TrendSpan::HalfYear, TrendSpan::Year];

    fn weeks(self) -> u64 {
        match self {
            TrendSpan::TwelveWeeks => 12,
            TrendSpan::HalfYear => 26,
            TrendSpan::Year => 52,
        }
    }
}

impl Mingmen {
    /// The trends page: what the notes of the latest weeks show, and how regular practice was. Reads those weeks alone.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`](super::MingmenError::UnknownZone) and the `Store…` cases.
    pub fn trends(&self, span: TrendSpan, now: &Now) -> Result<TrendsPage> {
        let moment = Moment::check(now)?;
        let first = weeks_back(moment.day, span.weeks());
        let phrases = self.phrases();
        self.store.read(|reading| {
            let log = self.recent_log(reading, first, moment.day)?;
            let check_ins = since(&log, first);
            let pain = self.measure_trend(Measure::Pain, check_ins, first, moment.day);
            let others = Measure::ALL.into_iter().filter(|measure| *measure != Measure::Pain);
            let others = others.filter(|measure| !measure.noted(check_ins).is_empty());
            let others = others.map(|measure| self.measure_trend(measure, check_ins, first, moment.day));
            Ok(TrendsPage {
                span,
                span_text: dated_span(phrases, first, moment.day),
                spans: TrendSpan::ALL
                    .map(|span| SpanChoice { span, text: phrases.weeks_many(span.weeks()) })
                    .to_vec(),
                regularity: self.regularity(reading, &log, moment.day)?,
                measures: [pain].into_iter().chain(others).collect(),
                activities: self.activity_trends(reading, first..=moment.day)?,
                before_after: self.before_after(check_ins),
                trials: self.trials(),
            })
        })
    }

    /// How regular practice was, and the trend of pain over twelve weeks: what stands beside a week.
    pub(super) fn recent_weeks(
        &self,
        reading: &Reading<'_>,
        today: CivilDate,
    ) -> Result<(Regularity, MeasureTrend)> {
        let first = weeks_back(today, TrendSpan::TwelveWeeks.weeks());
        let log = self.recent_log(reading, first, today)?;
        let pain = self.measure_trend(Measure::Pain, since(&log, first), first, today);
        Ok((self.regularity(reading, &log, today)?, pain))
    }

    fn recent_log(&self, reading: &Reading<'_>, first: CivilDate, today: CivilDate) -> Result<Log> {
        let from = first.min(weeks_back(today, REGULAR_WEEKS));
        Log::read(reading, self, from..=today, today)
    }

    fn regularity(&self, reading: &Reading<'_>, log: &Log, today: CivilDate) -> Result<Regularity> {
        let phrases = self.phrases();
        let from = weeks_back(today, REGULAR_WEEKS);
        let began_before = reading.has_practice_before(from)?;
        let weeks = log.facts().weeks(from, today);
        let states: Vec<_> = weeks.iter().map(|week| (week.starts_on, week.state)).collect();
        let counted = regular(&states, week_start(today), began_before);
        let mark = |(starts_on, state): &(CivilDate, _)| WeekMark {
            starts_on: *starts_on,
            state: *state,
            spoken: week_mark(phrases, *starts_on, *state),
        };
        let marked = since_first(&states, began_before);
        let marked = marked.get(marked.len().saturating_sub(WEEKS_COUNTED)..).unwrap_or_default();
        Ok(Regularity {
            met: counted.met,
            practised: counted.practised,
            of: counted.of,
            heading: self.regular_words(&counted),
            weeks: marked.iter().map(mark).collect(),
        })
    }

    fn regular_words(&self, counted: &Regular) -> String {
        let phrases = self.phrases();
        match *counted {
            Regular { met: 1, of: 1, .. } => phrases.regular_first(),
            Regular { met: met @ 1.., of, .. } => phrases.regular_met(met, of),
            Regular { practised: practised @ 1.., of: of @ 2.., .. } => {
                phrases.regular_practised(practised, of)
            }
            Regular { practised: 1.., .. } | Regular { begun: true, .. } => phrases.regular_begun(),
            Regular { of: 1.., .. } => phrases.regular_quiet(),
            Regular { .. } => phrases.regular_none(),
        }
    }

    /// One measure over the weeks from `first` through the current one.
    pub(super) fn measure_trend(
        &self,
        measure: Measure,
        check_ins: &[CheckIn],
        first: CivilDate,
        today: CivilDate,
    ) -> MeasureTrend {
        let phrases = self.phrases();
        let evidence = self.catalogue.evidence();
        let threshold = if measure == Measure::Pain { &evidence.pain } else { &evidence.other };
        let weeks = weekly(&measure.noted(check_ins));
        let compared = compare(&weeks);
        let better_lower = measure.is_better_lower();
        let found = progress::verdict(compared.as_ref(), threshold, better_lower);
        let title = progress_words::measure(phrases, measure);
        let heading = verdict(phrases, found, better_lower);
        let detail = self.trend_detail(found, compared.as_ref(), missing(&weeks, today));
        MeasureTrend {
            measure,
            is_better_lower: better_lower,
            verdict: found,
            advice: if found == Verdict::Worse { phrases.trend_worse_advice() } else { String::new() },
            rule: progress_words::rule(phrases, threshold),
            citation: citation(threshold),
            comparison: compared.as_ref().map(comparison),
            weeks: self.trend_weeks(&weeks, first, today),
            spoken: phrases.trend_spoken(&title, &heading, &detail),
            title,
            heading,
            detail,
        }
    }

    fn trend_detail(&self, found: Verdict, compared: Option<&Comparison>, missing: usize) -> String {
        let phrases = self.phrases();
        let mut sentences = Vec::new();
        match compared.map(comparison) {
            None => sentences.push(phrases.trend_few_detail(phrases.number(SIDE_DAYS as u32))),
            Some(compared) => {
                let span = |side: &TrendSide| words::span(phrases, side.from, side.through);
                let mean = |side: &TrendSide| points(phrases, i32::from(side.mean_hundredths));
                let (first, latest) = (&compared.first, &compared.latest);
                sentences.push(phrases.trend_compared(mean(first), span(first), mean(latest), span(latest)));
                let (low, high) = (compared.low_hundredths, compared.high_hundredths);
                let (low_text, high_text) = (points(phrases, low), points(phrases, high));
                sentences.push(match (low < 0, high > 0) {
                    (true, false) => phrases.trend_lower(high_text, low_text),
                    (false, true) => phrases.trend_higher(low_text, high_text),
                    _ => phrases.trend_either(low_text, high_text),
                });
            }
        }
        if missing > 0 {
            sentences.push(match u32::try_from(missing).unwrap_or(u32::MAX) {
                1 => phrases.trend_missing_one(),
                many => phrases.trend_missing_many(phrases.number_capital(many)),
            });
        }
        if matches!(found, Verdict::Better | Verdict::Worse) {
            sentences.push(phrases.trend_not_why());
        }
        sentences.join(" ")
    }

    fn trend_weeks(&self, weeks: &[WeekOfNotes], first: CivilDate, today: CivilDate) -> Vec<TrendWeek> {
        let phrases = self.phrases();
        let groups: Vec<&[i64]> = weeks.iter().map(|week| week.days.as_slice()).collect();
        let mut noted = weeks.iter().peekable();
        let week = |starts_on: CivilDate| {
            let date = words::short_date(phrases, starts_on);
            let Some(week) = noted.next_if(|week| week.starts_on == starts_on) else {
                return TrendWeek { starts_on, noted: None, spoken: phrases.trend_week_none(date) };
            };
            let mean = points(phrases, hundredths(week.mean()));
            let days = progress_words::days(phrases, week.days.len());
            let spoken = phrases.trend_week(date, mean, days);
            TrendWeek { starts_on, noted: Some(point(week, &groups)), spoken }
        };
        first.iter_weeks().take_while(|monday| *monday <= today).map(week).collect()
    }

    fn before_after(&self, check_ins: &[CheckIn]) -> BeforeAfter {
        let phrases = self.phrases();
        let mut all = pairs(check_ins);
        let latest = all.split_off(all.len().saturating_sub(PAIRS));
        let word = |number: u8| phrases.number(u32::from(number));
        let pair = |pair: &Pair| BeforeAfterPair {
            practice: pair.practice.clone(),
            date: pair.date,
            date_text: words::short_date(phrases, pair.date),
            before: pair.before,
            after: pair.after,
            text: phrases.pair_text(pair.before, pair.after),
            spoken: phrases.pair_spoken(
                words::long_date(phrases, pair.date),
                word(pair.before),
                word(pair.after),
            ),
        };
        let count = |holds: fn(&Pair) -> bool| latest.iter().filter(|pair| holds(pair)).count() as u32;
        let summary = if latest.is_empty() {
            String::new()
        } else {
            phrases.pairs_summary(
                progress_words::practices(phrases, latest.len() as u32),
                count(|pair| pair.after < pair.before),
                count(|pair| pair.after == pair.before),
                count(|pair| pair.after > pair.before),
            )
        };
        BeforeAfter { pairs: latest.iter().map(pair).collect(), summary }
    }

    fn trials(&self) -> TrialFinding {
        let (phrases, found) = (self.phrases(), &self.catalogue.evidence().trials);
        let exact = |hundredths| exact_points(phrases, hundredths);
        TrialFinding {
            title: phrases.trials_title(),
            text: phrases.trials_text(
                found.trials,
                found.people,
                exact(found.lower),
                exact(found.least),
                exact(found.most),
                exact(found.matters_from),
            ),
            citation: found.paper.citation.clone(),
            doi: found.paper.doi.clone(),
        }
    }
}

/// The Monday of so many weeks, the current one among them.
fn weeks_back(today: CivilDate, weeks: u64) -> CivilDate {
    let monday = week_start(today);
    monday.checked_sub_days(Days::new(7 * (weeks - 1))).unwrap_or(monday)
}

/// Check-ins from a date on; they are in the order of their dates.
fn since(log: &Log, first: CivilDate) -> &[CheckIn] {
    let start = log.check_ins.partition_point(|check_in| check_in.date < first);
    log.check_ins.get(start..).unwrap_or_default()
}

/// Weeks without notes between the first that has some and the current one, which is not over yet.
fn missing(weeks: &[WeekOfNotes], today: CivilDate) -> usize {
    let this_monday = week_start(today);
    let Some(first) = weeks.first() else { return 0 };
    let through = this_monday.signed_duration_since(first.starts_on).num_weeks();
    let noted = weeks.iter().filter(|week| week.starts_on < this_monday).count();
    usize::try_from(through).unwrap_or(0).saturating_sub(noted)
}

fn citation(threshold: &Threshold) -> String {
    threshold.paper.as_ref().map(|paper| paper.citation.clone()).unwrap_or_default()
}

fn comparison(compared: &Comparison) -> TrendComparison {
    let side = |side: &Side| TrendSide {
        from: side.from,
        through: side.through,
        days: side.days,
        mean_hundredths: positive_hundredths(side.mean),
    };
    let within_scale = |millionths| hundredths(millionths).clamp(-SCALE, SCALE);
    TrendComparison {
        first: side(&compared.first),
        latest: side(&compared.latest),
        change_hundredths: within_scale(compared.difference.change),
        low_hundredths: within_scale(compared.difference.low),
        high_hundredths: within_scale(compared.difference.high),
    }
}

fn point(week: &WeekOfNotes, groups: &[&[i64]]) -> TrendPoint {
    let mean = week.mean();
    let band = half_width(groups, week.days.len()).map(|half| TrendBand {
        low_hundredths: positive_hundredths((mean - half).max(0)),
        high_hundredths: positive_hundredths((mean + half).min(10 * progress::POINT)),
    });
    TrendPoint {
        notes: week.notes,
        days: u16::try_from(week.days.len()).unwrap_or(u16::MAX),
        mean_hundredths: positive_hundredths(mean),
        deviation_hundredths: week.deviation().map(positive_hundredths),
        lowest: week.lowest,
        highest: week.highest,
        band,
    }
}
