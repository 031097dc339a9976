mod trends;
mod year;

use super::*;
use crate::catalogue::Posture;
use crate::plan::{
    Change, Enrolment, EnrolmentChange, EnrolmentDraft, Phase, PlanRules, Running, SessionLength, TimePolicy,
    WeeklySlot,
};
use crate::practice::{CheckIn, CheckInDraft, CheckInMoment, Practice, PracticeEnding, PracticeReason};
use crate::zone::{CivilDate, Instant, Weekday};

fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// From Monday 2 March 2026, on the given days, 20 minutes each.
fn plan(days: &[Weekday]) -> Running {
    changed_plan(days, Vec::new())
}

fn changed_plan(days: &[Weekday], changes: Vec<EnrolmentChange>) -> Running {
    let time = "08:00:00".parse().unwrap();
    let start = EnrolmentDraft {
        plan: "back-12-weeks".into(),
        starts_on: date("2026-03-02"),
        slots: days.iter().map(|weekday| WeeklySlot { weekday: *weekday, time }).collect(),
        time_policy: TimePolicy::Floating,
        posture: Posture::Seated,
        length: SessionLength::Full,
        weeks: None,
        routine: None,
    };
    let enrolment = Enrolment { id: "enrolment".into(), enrolled_at: Instant::UNIX_EPOCH, start, changes };
    let phase = Phase { from_week: 1, through_week: Some(12), routine: "routine".into(), minutes: 20 };
    let rules = PlanRules { weeks: Some(12), phases: vec![phase], ramp_minutes: Vec::new(), goal_floor: 3 };
    Running::new(enrolment, rules, &[], date("2026-03-02"))
}

fn practice(day: &str, minutes: u32) -> Practice {
    Practice {
        id: day.into(),
        reason: PracticeReason::Plan { enrolment: "enrolment".into() },
        routine: None,
        content_version: 1,
        started_at: Instant::UNIX_EPOCH,
        zone: "Europe/London".into(),
        date: date(day),
        planned_ms: 1_200_000,
        practised_ms: minutes * 60_000,
        ending: PracticeEnding::Finished,
    }
}

fn pain(day: &str, second: i64, moment: CheckInMoment, pain: u8) -> CheckIn {
    CheckIn {
        id: format!("{day} {second}").into(),
        noted_at: Instant::UNIX_EPOCH + chrono::Duration::seconds(second),
        zone: "Europe/London".into(),
        date: date(day),
        noted: CheckInDraft { pain: Some(pain), ..CheckInDraft::blank(moment) },
    }
}

const THREE_DAYS: [Weekday; 3] = [Weekday::Monday, Weekday::Wednesday, Weekday::Friday];
const FOUR_DAYS: [Weekday; 4] = [Weekday::Monday, Weekday::Wednesday, Weekday::Friday, Weekday::Sunday];

fn week(plan: Running, practices: &[Practice], today: &str) -> WeekSummary {
    let facts = Facts { enrolments: &[plan], practices, check_ins: &[], today: date(today) };
    facts.week(date("2026-03-04"))
}

#[test]
fn a_week_is_met_by_its_goal_or_by_the_articles_three() {
    let practised = |days: &[&str]| days.iter().map(|day| practice(day, 20)).collect::<Vec<_>>();
    let three = practised(&["2026-03-02", "2026-03-04", "2026-03-06"]);
    assert_eq!(week(plan(&THREE_DAYS), &three, "2026-03-08").state, WeekState::Met);
    assert_eq!(week(plan(&FOUR_DAYS), &three, "2026-03-08").state, WeekState::Met);
    assert_eq!(week(plan(&FOUR_DAYS), &three[..2], "2026-03-08").state, WeekState::Partly);
    assert_eq!(week(plan(&[Weekday::Monday]), &three[..1], "2026-03-08").state, WeekState::Met);
    assert_eq!(week(plan(&THREE_DAYS), &[], "2026-03-20").state, WeekState::Open);
}

#[test]
fn a_short_practice_adds_its_minutes_and_no_session() {
    let week = week(plan(&THREE_DAYS), &[practice("2026-03-02", 4)], "2026-03-04");
    assert_eq!((week.sessions_done, week.minutes_done, week.state), (0, 4, WeekState::Partly));
    assert_eq!((week.sessions_due, week.minutes_due), (3, 60));
}

#[test]
fn a_planned_day_that_went_by_looks_like_a_rest_day() {
    let states = |today: &str| -> Vec<DayState> {
        let week = week(plan(&THREE_DAYS), &[practice("2026-03-06", 20)], today);
        week.days.iter().map(|day| day.state).collect()
    };
    use DayState::{Done, Due, Planned, Rest};
    assert_eq!(states("2026-03-04"), [Rest, Rest, Due, Rest, Done, Rest, Rest]);
    assert_eq!(states("2026-03-02"), [Due, Rest, Planned, Rest, Done, Rest, Rest]);
}

#[test]
fn the_marks_of_a_week_agree_with_its_count() {
    let week =
        week(plan(&THREE_DAYS), &[practice("2026-03-02", 20), practice("2026-03-03", 4)], "2026-03-08");
    let ticks = week.days.iter().filter(|day| day.state == DayState::Done).count();
    assert_eq!((ticks, week.sessions_done), (1, 1));
}

#[test]
fn without_a_plan_every_minute_is_a_day_practised() {
    let facts = Facts {
        enrolments: &[],
        practices: &[practice("2026-03-03", 2)],
        check_ins: &[],
        today: date("2026-03-04"),
    };
    assert_eq!(facts.week(date("2026-03-03")).days[1].state, DayState::Done);
}

#[test]
fn a_paused_week_is_paused_and_nothing_is_due() {
    let pause = EnrolmentChange {
        effective_from: date("2026-03-02"),
        recorded_at: Instant::UNIX_EPOCH,
        change: Change::Pause { through: date("2026-03-08") },
    };
    let away = changed_plan(&THREE_DAYS, vec![pause]);
    let week = week(away, &[], "2026-03-04");
    assert_eq!((week.state, week.sessions_due), (WeekState::Paused, 0));
    assert!(week.days.iter().all(|day| day.state == DayState::Paused));
}

#[test]
fn a_day_shows_its_first_pain_before_and_its_last_pain_after() {
    let check_ins = [
        pain("2026-03-02", 30, CheckInMoment::After, 3),
        pain("2026-03-02", 10, CheckInMoment::Before, 6),
        pain("2026-03-02", 20, CheckInMoment::Before, 5),
        pain("2026-03-02", 40, CheckInMoment::After, 4),
    ];
    let facts = Facts {
        enrolments: &[plan(&THREE_DAYS)],
        practices: &[],
        check_ins: &check_ins,
        today: date("2026-03-02"),
    };
    let monday = &facts.week(date("2026-03-02")).days[0];
    assert_eq!((monday.pain_before, monday.pain_after), (Some(6), Some(4)));
}
