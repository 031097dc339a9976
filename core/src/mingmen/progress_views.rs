//! What the Trends, Year, Milestones and Report pages need: data to draw, and each chart and point of it in words.

use serde::{Deserialize, Serialize};

use super::Subject;
use crate::own::ActivityId;
use crate::plan::EnrolmentId;
use crate::practice::PracticeId;
use crate::progress::{Measure, MilestoneId, Verdict, WeekState};
use crate::zone::{CivilDate, WallTime};

/// How many weeks back the trends are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrendSpan {
    /// This week and the eleven before it.
    TwelveWeeks,
    /// This week and the 25 before it.
    HalfYear,
    /// This week and the 51 before it.
    Year,
}

/// A span to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanChoice {
    /// The span.
    pub span: TrendSpan,
    /// "12 weeks".
    pub text: String,
}

/// The trends page, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendsPage {
    /// The span that is shown.
    pub span: TrendSpan,
    /// The dates it covers, in words.
    pub span_text: String,
    /// The spans to choose from.
    pub spans: Vec<SpanChoice>,
    /// How regular practice was.
    pub regularity: Regularity,
    /// What was followed: pain, then each other measure that has notes.
    pub measures: Vec<MeasureTrend>,
    /// The everyday activities that the person chose and has rated.
    pub activities: Vec<ActivityTrend>,
    /// Pain before and after the latest practices.
    pub before_after: BeforeAfter,
    /// What trials found, to stand beside it.
    pub trials: TrialFinding,
}

/// How regular practice was: a count that no missed week can break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regularity {
    /// Weeks whose goal was met.
    pub met: u8,
    /// Weeks with any practice, those among them.
    pub practised: u8,
    /// Weeks counted: the latest eight that count, fewer at the beginning. A week in a pause is none of them, and the
    /// current week is one once its goal is met.
    pub of: u8,
    /// "Goal met in 5 of the last 8 weeks". It never says zero of something.
    pub heading: String,
    /// The latest weeks, oldest first, for a row of marks; pauses and the current week among them.
    pub weeks: Vec<WeekMark>,
}

/// A week in a row of marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekMark {
    /// Monday.
    pub starts_on: CivilDate,
    /// How it stands.
    pub state: WeekState,
    /// "Week of 4 May: goal met".
    pub spoken: String,
}

/// One measure over the weeks of a span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureTrend {
    /// The measure.
    pub measure: Measure,
    /// Its name.
    pub title: String,
    /// Whether less of it is better.
    pub is_better_lower: bool,
    /// What the comparison of the first weeks with the latest comes to.
    pub verdict: Verdict,
    /// That in a few words: "No clear change yet".
    pub heading: String,
    /// What was compared, how sure it is, and what is missing. Never why.
    pub detail: String,
    /// A line about asking for help, where it has become worse; empty otherwise.
    pub advice: String,
    /// From where on a change counts as one, and who says so.
    pub rule: String,
    /// The paper that the rule comes from; empty where it is ours.
    pub citation: String,
    /// What was compared; none while there are too few notes.
    pub comparison: Option<TrendComparison>,
    /// Every week of the span, oldest first, those without notes among them.
    pub weeks: Vec<TrendWeek>,
    /// The whole chart in one sentence, for a screen reader.
    pub spoken: String,
}

/// The first weeks with notes and the latest, in hundredths of a point of ten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendComparison {
    /// The mean of the first weeks.
    pub first: TrendSide,
    /// The mean of the latest.
    pub latest: TrendSide,
    /// The latest less the first.
    pub change_hundredths: i32,
    /// The low end of the 95 % interval of that change.
    pub low_hundredths: i32,
    /// Its high end.
    pub high_hundredths: i32,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendSide {
    /// The Monday of its first week.
    pub from: CivilDate,
    /// The Sunday of its last week.
    pub through: CivilDate,
    /// How many days have notes.
    pub days: u16,
    /// Their mean, in hundredths of a point of ten.
    pub mean_hundredths: u16,
}

/// A week of a trend. Numbers are hundredths of a point of ten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendWeek {
    /// Monday.
    pub starts_on: CivilDate,
    /// What was noted in it; none where nothing was: missing is not zero.
    pub noted: Option<TrendPoint>,
    /// "Week of 4 May: 5.3 on average, from 3 days".
    pub spoken: String,
}

/// What was noted in a week. A day with several notes counts as one, with their mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// How many notes.
    pub notes: u16,
    /// On how many days.
    pub days: u16,
    /// The mean of its days, in hundredths of a point.
    pub mean_hundredths: u16,
    /// The standard deviation of its days, in hundredths of a point; none of a single day.
    pub deviation_hundredths: Option<u16>,
    /// The lowest note, 0 to 10.
    pub lowest: u8,
    /// The highest note, 0 to 10.
    pub highest: u8,
    /// Where the true mean may lie, for the band of the chart; none while the weeks say too little about it.
    pub band: Option<TrendBand>,
}

/// A 95 % interval in hundredths of a point, within the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendBand {
    /// Its low end.
    pub low_hundredths: u16,
    /// Its high end.
    pub high_hundredths: u16,
}

/// An everyday activity of the person's own choosing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityTrend {
    /// The activity.
    pub activity: ActivityId,
    /// What the person calls it.
    pub title: String,
    /// What the first rating and the latest come to. More is better.
    pub verdict: Verdict,
    /// That in a few words.
    pub heading: String,
    /// What was compared. Never why.
    pub detail: String,
    /// From where on a change counts as one.
    pub rule: String,
    /// The paper that the rule comes from; empty where it is ours.
    pub citation: String,
    /// Each rating of the span, oldest first.
    pub ratings: Vec<RatedPoint>,
    /// The whole chart in one sentence, for a screen reader.
    pub spoken: String,
}

/// A rating of an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatedPoint {
    /// The practice day.
    pub date: CivilDate,
    /// 0 (cannot do it) to 10 (as well as before).
    pub rating: u8,
    /// "12 May: 6 of 10".
    pub spoken: String,
}

/// Pain before and after the latest practices that have both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeAfter {
    /// At most the latest ten, oldest first.
    pub pairs: Vec<BeforeAfterPair>,
    /// All of them in one sentence; empty where there are none.
    pub summary: String,
}

/// Pain before and after one practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeAfterPair {
    /// The practice.
    pub practice: PracticeId,
    /// The practice day.
    pub date: CivilDate,
    /// "13 May".
    pub date_text: String,
    /// Pain before, 0 to 10.
    pub before: u8,
    /// Pain after, 0 to 10.
    pub after: u8,
    /// "5 to 4".
    pub text: String,
    /// "Wednesday 13 May: five before, four after".
    pub spoken: String,
}

/// What trials found, with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrialFinding {
    /// A short heading.
    pub title: String,
    /// What was found, and what it does not say.
    pub text: String,
    /// The paper.
    pub citation: String,
    /// Its digital object identifier.
    pub doi: String,
}

/// The year page, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearPage {
    /// "Practice on 71 days of the last year, 24 hours in all."
    pub summary: String,
    /// The year day by day.
    pub heat: HeatMap,
    /// Each plan that runs, as a ring; once none runs any more, the last one.
    pub rings: Vec<PlanRing>,
    /// When practices began.
    pub hours: HoursChart,
    /// Routines, the longest practised first, at most five.
    pub routines: Vec<PractisedRow>,
    /// Movements, the longest practised first, at most five.
    pub movements: Vec<PractisedRow>,
    /// How the minutes of a movement are worked out.
    pub movements_note: String,
}

/// 53 weeks of days, the last of them ending today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatMap {
    /// Names of the rows, short.
    pub weekdays: Vec<String>,
    /// Names of months, and the column each begins in.
    pub months: Vec<HeatMonth>,
    /// What each level means, from 0.
    pub levels: Vec<String>,
    /// Every day, oldest first.
    pub days: Vec<HeatDay>,
}

/// A month above the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatMonth {
    /// The column in which its first day stands, from 0.
    pub column: u8,
    /// Its name.
    pub text: String,
}

/// A day of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatDay {
    /// The practice day.
    pub date: CivilDate,
    /// Its column, from 0.
    pub column: u8,
    /// Its row, from 0.
    pub row: u8,
    /// Whole minutes practised.
    pub minutes: u16,
    /// 0 for none to 4.
    pub level: u8,
    /// "Wednesday 13 May: 20 minutes".
    pub spoken: String,
}

/// A plan as a ring of weeks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRing {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The plan's name.
    pub title: String,
    /// Weeks of the plan that were met.
    pub met: u8,
    /// Weeks of the plan; none where it has no end.
    pub of: Option<u8>,
    /// Each week of the plan that has begun. A week that was held or gone back to is here once, at its best.
    pub weeks: Vec<RingWeek>,
    /// "4 of 12 weeks met".
    pub text: String,
}

/// A week of a plan's ring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingWeek {
    /// The week of the plan, from 1.
    pub week: u8,
    /// How it stands.
    pub state: WeekState,
    /// "Week 3: goal met".
    pub spoken: String,
}

/// When practices began, by the clock where they began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursChart {
    /// Eight bands of three hours, from 03:00.
    pub bands: Vec<HourBand>,
    /// Practices entered by hand, which have no time.
    pub without_time: u16,
    /// The chart in words; empty where there is nothing to draw.
    pub summary: String,
}

/// A band of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourBand {
    /// When it begins.
    pub from: WallTime,
    /// When it ends.
    pub until: WallTime,
    /// Practices that began in it.
    pub practices: u16,
    /// "06:00 to 09:00".
    pub text: String,
    /// "06:00 to 09:00: 12 practices".
    pub spoken: String,
}

/// Something that was practised, and how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PractisedRow {
    /// Its name.
    pub title: String,
    /// Practices it was in.
    pub practices: u32,
    /// Whole minutes of it.
    pub minutes: u32,
    /// "12 practices, 240 minutes".
    pub text: String,
}

/// Something a person has reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What it is, the same each time it is asked for: `practices-10`.
    pub id: MilestoneId,
    /// The practice day on which it was reached.
    pub date: CivilDate,
    /// That in words.
    pub date_text: String,
    /// What it is, in words.
    pub text: String,
    /// Whether the person was told of it. Each is told once: show it, then say so by `tell_milestone`.
    pub is_told: bool,
}

/// What `tell_milestone` made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneTold {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// What is asked of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDraft {
    /// Its first day.
    pub from: CivilDate,
    /// Its last day: today or earlier, and within 53 weeks of the first.
    pub through: CivilDate,
    /// Whether what the person wrote is in it.
    pub with_notes: bool,
}

/// A page for a doctor or physiotherapist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// A name for the file.
    pub file_name: String,
    /// The page: one HTML file that needs nothing else, for one sheet of A4 or Letter paper.
    pub html: String,
    /// How many notes had no room.
    pub notes_left_out: u16,
}
