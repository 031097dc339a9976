//! Weeks and sessions of a plan as it is, and as a person lives it.

mod bending;
mod properties;

use super::*;
use crate::catalogue::Posture;
use crate::draft::Invalid;
use crate::zone::{CivilDate, Instant, Moment, Now, WallTime, Weekday};

fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn at(text: &str) -> WallTime {
    format!("{text}:00").parse().unwrap()
}

fn rules() -> PlanRules {
    let phase = |from_week, through_week, routine: &str, minutes| Phase {
        from_week,
        through_week: Some(through_week),
        routine: routine.into(),
        minutes,
    };
    PlanRules {
        weeks: Some(12),
        phases: vec![
            phase(1, 4, "routine-phase-1", 20),
            phase(5, 8, "routine-phase-2", 21),
            phase(9, 12, "routine-phase-3", 26),
        ],
        ramp_minutes: vec![10, 15],
        goal_floor: 3,
    }
}

fn allowed() -> Allowed {
    Allowed { days: 2..=7, times_a_day: 3, weeks: Some(4..=12), routine: false }
}

/// With the rules of the test, and nothing practised.
fn run(enrolment: &Enrolment) -> Running {
    Running::new(enrolment.clone(), rules(), &[], enrolment.start.starts_on)
}

fn slots(days: &[Weekday]) -> Vec<WeeklySlot> {
    days.iter().map(|weekday| WeeklySlot { weekday: *weekday, time: at("08:00") }).collect()
}

/// Monday, Wednesday and Friday at 08:00 on the ramp, from a date on.
fn enrolment(starts_on: &str) -> Enrolment {
    Enrolment {
        id: "enrolment".into(),
        enrolled_at: Instant::UNIX_EPOCH,
        start: EnrolmentDraft {
            plan: "back-12-weeks".into(),
            starts_on: date(starts_on),
            slots: slots(&[Weekday::Monday, Weekday::Wednesday, Weekday::Friday]),
            time_policy: TimePolicy::Floating,
            posture: Posture::Seated,
            length: SessionLength::Ramp,
            weeks: None,
            routine: None,
        },
        changes: Vec::new(),
    }
}

fn changed(mut enrolment: Enrolment, effective_from: &str, change: Change) -> Enrolment {
    let recorded_at = Instant::UNIX_EPOCH + chrono::Duration::seconds(enrolment.changes.len() as i64);
    enrolment.changes.push(EnrolmentChange { effective_from: date(effective_from), recorded_at, change });
    enrolment
}

fn minutes_by_week(enrolment: &Enrolment) -> Vec<(u8, u16)> {
    run(enrolment).weeks(date("2030-01-01")).iter().map(|week| (week.week, week.minutes)).collect()
}

#[test]
fn twelve_weeks_have_the_articles_minutes_after_a_ramp_of_ten_and_fifteen() {
    let expected: Vec<(u8, u16)> = (1u8..=12).zip([10, 15, 20, 20, 21, 21, 21, 21, 26, 26, 26, 26]).collect();
    assert_eq!(minutes_by_week(&enrolment("2026-03-02")), expected);
}

#[test]
fn full_length_from_the_first_day_has_only_the_articles_minutes() {
    let mut full = enrolment("2026-03-02");
    full.start.length = SessionLength::Full;
    let expected: Vec<(u8, u16)> = (1u8..=12).zip([20, 20, 20, 20, 21, 21, 21, 21, 26, 26, 26, 26]).collect();
    assert_eq!(minutes_by_week(&full), expected);
}

#[test]
fn a_start_with_half_the_week_to_come_begins_week_one_at_once() {
    // Wednesday: two of three sessions are still to come.
    let wednesday = enrolment("2026-03-04");
    assert_eq!(wednesday.first_monday(), date("2026-03-02"));
    assert_eq!(run(&wednesday).sessions_on(date("2026-03-02")), []);
    assert_eq!(run(&wednesday).sessions_on(date("2026-03-04"))[0].week, 1);
    assert_eq!(run(&wednesday).sessions_on(date("2026-03-09"))[0].week, 2);
}

#[test]
fn a_start_late_in_the_week_leads_into_week_one() {
    let friday = enrolment("2026-03-06");
    assert_eq!(friday.first_monday(), date("2026-03-09"));
    assert_eq!(run(&friday).sessions_on(date("2026-03-06"))[0].week, 1);
    assert_eq!(run(&friday).sessions_on(date("2026-03-13"))[0].week, 1);
    assert_eq!(run(&friday).sessions_on(date("2026-03-16"))[0].week, 2);
}

#[test]
fn days_changed_in_week_three_leave_weeks_one_and_two_as_they_were() {
    let before = enrolment("2026-03-02");
    let new_slots = Change::Slots {
        slots: slots(&[Weekday::Tuesday, Weekday::Saturday]),
        time_policy: TimePolicy::Floating,
    };
    let after = changed(before.clone(), "2026-03-18", new_slots);
    for day in date("2026-03-02").iter_days().take_while(|day| *day < date("2026-03-18")) {
        assert_eq!(run(&before).sessions_on(day), run(&after).sessions_on(day), "{day}");
    }
    assert_eq!(run(&after).sessions_on(date("2026-03-18")), []);
    assert_eq!(run(&after).sessions_on(date("2026-03-21"))[0].week, 3);
}

#[test]
fn a_held_week_comes_twice() {
    let held = changed(enrolment("2026-03-02"), "2026-03-18", Change::Hold);
    let weeks: Vec<u8> = run(&held).weeks(date("2030-01-01")).iter().map(|week| week.week).collect();
    assert_eq!(weeks, [1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
}

#[test]
fn a_week_away_does_not_use_up_a_week_of_the_plan() {
    let away = changed(enrolment("2026-03-02"), "2026-03-09", Change::Pause { through: date("2026-03-15") });
    assert_eq!(run(&away).standing(date("2026-03-11")), Standing::Paused(date("2026-03-15"), 2));
    assert_eq!(run(&away).sessions_on(date("2026-03-11")), []);
    assert_eq!(run(&away).sessions_on(date("2026-03-16"))[0].week, 2);
}

#[test]
fn a_pause_can_be_ended_early() {
    let away = changed(enrolment("2026-03-02"), "2026-03-09", Change::Pause { through: date("2026-03-29") });
    let back = changed(away, "2026-03-11", Change::Resume);
    assert_eq!(run(&back).standing(date("2026-03-10")), Standing::Paused(date("2026-03-29"), 2));
    assert_eq!(run(&back).sessions_on(date("2026-03-11")).len(), 1);
}

#[test]
fn a_holiday_entered_ahead_outlasts_an_illness_before_it() {
    let ahead = changed(enrolment("2026-03-02"), "2026-04-06", Change::Pause { through: date("2026-04-19") });
    let ill = changed(ahead, "2026-03-10", Change::Pause { through: date("2026-03-16") });
    let well = changed(ill, "2026-03-12", Change::Resume);
    assert_eq!(run(&well).sessions_on(date("2026-03-13")).len(), 1);
    assert_eq!(run(&well).standing(date("2026-04-06")), Standing::Paused(date("2026-04-19"), 6));
    assert_eq!(run(&well).sessions_on(date("2026-04-20")).len(), 1);
    let planned: Vec<_> = well.pauses_after(date("2026-03-12")).collect();
    assert_eq!(planned, [(date("2026-04-06"), date("2026-04-19"))]);
}

#[test]
fn a_pause_that_is_taken_back_was_never_there_and_can_be_entered_otherwise() {
    let ahead = changed(enrolment("2026-03-02"), "2026-04-06", Change::Pause { through: date("2026-04-19") });
    let back = changed(ahead, "2026-04-06", Change::Resume);
    assert_eq!(run(&back).sessions_on(date("2026-04-06")).len(), 1);
    assert_eq!(back.pauses_after(date("2026-03-12")).count(), 0);
    let shorter = changed(back, "2026-04-06", Change::Pause { through: date("2026-04-12") });
    assert_eq!(run(&shorter).sessions_on(date("2026-04-08")), []);
    assert_eq!(run(&shorter).sessions_on(date("2026-04-13")).len(), 1);
}

#[test]
fn a_time_after_midnight_comes_after_the_evening_of_its_day() {
    let mut night = enrolment("2026-03-02");
    night.start.slots = ["00:30", "08:00", "22:00"]
        .map(|time| WeeklySlot { weekday: Weekday::Monday, time: at(time) })
        .to_vec();
    let times: Vec<String> =
        run(&night).sessions_on(date("2026-03-02")).iter().map(|session| session.time.to_string()).collect();
    assert_eq!(times, ["08:00:00", "22:00:00", "00:30:00"]);
}

#[test]
fn impossible_drafts_are_refused_with_the_field() {
    let today = date("2026-03-02");
    let field = |spoil: fn(&mut EnrolmentDraft)| {
        let mut draft = enrolment("2026-03-02").start;
        spoil(&mut draft);
        check_enrolment(&draft, &allowed(), today).map_err(|invalid| invalid.field)
    };
    let leap_second = |draft: &mut EnrolmentDraft| {
        draft.slots[1].time = WallTime::from_hms_nano_opt(23, 59, 59, 1_999_999_999).unwrap();
    };
    assert_eq!(field(|_| {}), Ok(()));
    assert_eq!(field(|draft| draft.starts_on = date("2026-03-01")), Err("starts_on".into()));
    assert_eq!(field(|draft| draft.starts_on = CivilDate::MAX), Err("starts_on".into()));
    assert_eq!(field(|draft| draft.slots.clear()), Err("slots".into()));
    assert_eq!(field(|draft| draft.slots[2] = draft.slots[0]), Err("slots[2]".into()));
    assert_eq!(field(leap_second), Err("slots[1].time".into()));
    let pinned = |draft: &mut EnrolmentDraft| draft.time_policy = TimePolicy::Pinned { zone: "Mars".into() };
    assert_eq!(field(pinned), Err("time_policy.zone".into()));
}

/// Why a change is refused in London.
fn refusal(enrolment: &Enrolment, effective_from: &str, change: &Change, now: &str) -> Option<Invalid> {
    let now = Moment::check(&Now { instant: now.parse().unwrap(), zone: "Europe/London".into() }).unwrap();
    check_change(&run(enrolment), date(effective_from), change, &allowed(), &now).err()
}

#[test]
fn the_past_cannot_be_changed() {
    let refused =
        refusal(&enrolment("2026-03-02"), "2026-03-01", &Change::Hold, "2026-03-02T07:00:00Z").unwrap();
    assert_eq!(refused.field, "effective_from");
}
