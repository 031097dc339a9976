//! Going to another week, moving sessions, earning weeks, pausing ahead.

use super::*;
use crate::practice::{Practice, PracticeEnding, PracticeReason};

fn session_time(day: &str, time: &str) -> SessionTime {
    SessionTime { date: date(day), time: at(time) }
}

fn moved(from: (&str, &str), to: (&str, &str)) -> Change {
    Change::Move { from: session_time(from.0, from.1), to: session_time(to.0, to.1) }
}

/// "2026-03-04 08:00", for every session of a stretch of days.
fn due(enrolment: &Enrolment, from: &str, through: &str) -> Vec<String> {
    let run = run(enrolment);
    let days = date(from).iter_days().take_while(|day| *day <= date(through));
    days.flat_map(|day| run.sessions_on(day))
        .map(|session| format!("{} {}", session.date, session.time.format("%H:%M")))
        .collect()
}

fn week_on(enrolment: &Enrolment, day: &str) -> u8 {
    match run(enrolment).standing(date(day)) {
        Standing::Week(week) | Standing::Paused(_, week) => week,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_phase_back_is_a_phase_back_from_that_day_on() {
    let back = changed(enrolment("2026-03-02"), "2026-04-08", Change::GoTo { week: 1 });
    assert_eq!(week_on(&back, "2026-04-07"), 6);
    assert_eq!(week_on(&back, "2026-04-08"), 1);
    assert_eq!(week_on(&back, "2026-04-13"), 2);
    assert_eq!(run(&back).sessions_on(date("2026-04-13"))[0].routine.as_str(), "routine-phase-1");
}

#[test]
fn skipping_ahead_leaves_the_weeks_between_out() {
    let ahead = changed(enrolment("2026-03-02"), "2026-03-16", Change::GoTo { week: 11 });
    let weeks: Vec<u8> = run(&ahead).weeks(date("2030-01-01")).iter().map(|week| week.week).collect();
    assert_eq!(weeks, [1, 2, 11, 12]);
    assert_eq!(run(&ahead).standing(date("2026-03-30")), Standing::Over);
}

#[test]
fn a_plan_can_be_begun_in_a_later_week() {
    let later = changed(enrolment("2026-04-06"), "2026-03-02", Change::GoTo { week: 5 });
    assert_eq!(week_on(&later, "2026-04-06"), 5);
    assert_eq!(week_on(&later, "2026-04-13"), 6);
}

#[test]
fn a_week_that_the_plan_has_not_cannot_be_gone_to() {
    let refused = |week| {
        refusal(&enrolment("2026-03-02"), "2026-03-09", &Change::GoTo { week }, "2026-03-09T07:00:00Z")
            .map(|invalid| invalid.problem)
    };
    assert_eq!(refused(12), None);
    assert_eq!(refused(13).unwrap(), "must be 1 to 12");
    assert_eq!(refused(0).unwrap(), "must be 1 to 12");
}

#[test]
fn a_moved_session_is_gone_from_its_day_and_due_on_the_other() {
    let moved = changed(
        enrolment("2026-03-02"),
        "2026-03-04",
        moved(("2026-03-04", "08:00"), ("2026-03-05", "19:00")),
    );
    assert_eq!(
        due(&moved, "2026-03-02", "2026-03-08"),
        ["2026-03-02 08:00", "2026-03-05 19:00", "2026-03-06 08:00"]
    );
}

#[test]
fn two_on_a_day_are_two_sessions() {
    let moved = changed(
        enrolment("2026-03-02"),
        "2026-03-04",
        moved(("2026-03-04", "08:00"), ("2026-03-06", "19:00")),
    );
    assert_eq!(
        due(&moved, "2026-03-02", "2026-03-08"),
        ["2026-03-02 08:00", "2026-03-06 08:00", "2026-03-06 19:00"]
    );
}

#[test]
fn a_moved_session_can_be_moved_again_and_back() {
    let first = moved(("2026-03-04", "08:00"), ("2026-03-05", "08:00"));
    let once = changed(enrolment("2026-03-02"), "2026-03-04", first);
    let again = moved(("2026-03-05", "08:00"), ("2026-03-07", "08:00"));
    let twice = changed(once, "2026-03-05", again);
    assert_eq!(due(&twice, "2026-03-04", "2026-03-08"), ["2026-03-06 08:00", "2026-03-07 08:00"]);
    let home = moved(("2026-03-07", "08:00"), ("2026-03-04", "08:00"));
    let back = changed(twice, "2026-03-04", home);
    assert_eq!(
        due(&back, "2026-03-02", "2026-03-08"),
        due(&enrolment("2026-03-02"), "2026-03-02", "2026-03-08")
    );
}

#[test]
fn a_move_that_makes_no_sense_is_refused_with_its_field() {
    let now = "2026-03-04T12:00:00Z";
    let refused = |from: (&str, &str), to: (&str, &str)| {
        let invalid = refusal(&enrolment("2026-03-02"), "2026-03-04", &moved(from, to), now);
        invalid.map(|invalid| format!("{}: {}", invalid.field, invalid.problem))
    };
    assert_eq!(refused(("2026-03-04", "08:00"), ("2026-03-04", "18:00")), None);
    let refused = |from, to| refused(from, to).unwrap();
    assert_eq!(
        refused(("2026-03-05", "08:00"), ("2026-03-07", "08:00")),
        "change.from: no session is due then"
    );
    assert_eq!(refused(("2026-03-04", "08:00"), ("2026-03-04", "11:00")), "change.to: must lie ahead");
    assert_eq!(
        refused(("2026-03-04", "08:00"), ("2026-03-06", "08:00")),
        "change.to: a session is due then already"
    );
    assert_eq!(
        refused(("2026-03-02", "08:00"), ("2026-03-05", "08:00")),
        "change.from.date: must be 2026-03-04 or later"
    );
    assert_eq!(
        refused(("2026-03-04", "08:00"), ("2026-08-05", "08:00")),
        "change.to.date: the plan does not run on that day"
    );
}

#[test]
fn a_later_pause_silences_the_day_that_a_session_was_moved_to() {
    let moved = changed(
        enrolment("2026-03-02"),
        "2026-03-04",
        moved(("2026-03-06", "08:00"), ("2026-03-07", "08:00")),
    );
    let paused = changed(moved, "2026-03-07", Change::Pause { through: date("2026-03-12") });
    assert_eq!(
        due(&paused, "2026-03-02", "2026-03-15"),
        ["2026-03-02 08:00", "2026-03-04 08:00", "2026-03-13 08:00"]
    );
}

#[test]
fn new_practice_days_put_an_end_to_the_moves_in_their_time() {
    let moved = changed(
        enrolment("2026-03-02"),
        "2026-03-04",
        moved(("2026-03-06", "08:00"), ("2026-03-07", "08:00")),
    );
    let slots = Change::Slots {
        slots: slots(&[Weekday::Friday, Weekday::Sunday]),
        time_policy: TimePolicy::Floating,
    };
    let new = changed(moved, "2026-03-05", slots);
    assert_eq!(due(&new, "2026-03-05", "2026-03-08"), ["2026-03-06 08:00", "2026-03-08 08:00"]);
}

#[test]
fn a_holiday_can_be_entered_ahead_and_ended_early() {
    let away = Change::Pause { through: date("2026-03-22") };
    assert_eq!(refusal(&enrolment("2026-03-02"), "2026-03-16", &away, "2026-03-02T07:00:00Z"), None);
    let planned = changed(enrolment("2026-03-02"), "2026-03-16", away);
    assert_eq!(
        due(&planned, "2026-03-09", "2026-03-24"),
        ["2026-03-09 08:00", "2026-03-11 08:00", "2026-03-13 08:00", "2026-03-23 08:00",]
    );
    let back = changed(planned, "2026-03-18", Change::Resume);
    assert_eq!(due(&back, "2026-03-16", "2026-03-22"), ["2026-03-18 08:00", "2026-03-20 08:00"]);
}

#[test]
fn by_weeks_earned_the_plan_waits_until_three_are_done() {
    let practised = |day: &str| Practice {
        id: day.into(),
        reason: PracticeReason::Plan { enrolment: "enrolment".into() },
        routine: None,
        content_version: 1,
        started_at: Instant::UNIX_EPOCH,
        zone: "Europe/London".into(),
        date: date(day),
        planned_ms: 600_000,
        practised_ms: 600_000,
        ending: PracticeEnding::Finished,
    };
    let earned = changed(enrolment("2026-03-02"), "2026-03-02", Change::Advance { by: AdvanceBy::Earned });
    let week = |days: &[&str], today: &str, day: &str| {
        let practices: Vec<Practice> = days.iter().copied().map(practised).collect();
        match Running::new(earned.clone(), rules(), &practices, date(today)).standing(date(day)) {
            Standing::Week(week) => week,
            other => panic!("{other:?}"),
        }
    };
    let two = ["2026-03-02", "2026-03-04"];
    assert_eq!(week(&two, "2026-03-08", "2026-03-09"), 2, "the week can still be earned");
    assert_eq!(week(&two, "2026-03-09", "2026-03-09"), 1);
    assert_eq!(week(&two, "2026-03-09", "2026-03-16"), 2);
    assert_eq!(week(&["2026-03-02", "2026-03-04", "2026-03-06"], "2026-03-09", "2026-03-09"), 2);
}

#[test]
fn a_plan_without_an_end_goes_on() {
    let mut endless = rules();
    endless.weeks = None;
    endless.phases = vec![Phase { from_week: 1, through_week: None, routine: "morning".into(), minutes: 10 }];
    endless.ramp_minutes.clear();
    let run = Running::new(enrolment("2026-03-02"), endless, &[], date("2026-03-02"));
    assert_eq!(run.standing(date("2028-03-06")), Standing::Week(106));
    assert_eq!(run.standing(date("2096-03-06")), Standing::Week(255));
    assert_eq!(run.sessions_on(date("2028-03-06"))[0].minutes, 10);
    assert_eq!(run.weeks(date("2026-03-25")).len(), 4);
}

#[test]
fn what_the_plan_does_not_leave_to_the_person_is_refused() {
    let field = |spoil: fn(&mut EnrolmentDraft)| {
        let mut draft = enrolment("2026-03-02").start;
        spoil(&mut draft);
        check_enrolment(&draft, &allowed(), date("2026-03-02")).map_err(|invalid| invalid.field)
    };
    assert_eq!(field(|draft| draft.weeks = Some(4)), Ok(()));
    assert_eq!(field(|draft| draft.weeks = Some(13)), Err("weeks".into()));
    assert_eq!(field(|draft| draft.routine = Some("routine-sciatica".into())), Err("routine".into()));
    assert_eq!(field(|draft| draft.slots.truncate(1)), Err("slots".into()));
    let four_on_monday = |draft: &mut EnrolmentDraft| {
        let times = ["08:00", "10:00", "12:00", "14:00"];
        draft.slots = times.map(|time| WeeklySlot { weekday: Weekday::Monday, time: at(time) }).to_vec();
    };
    assert_eq!(field(four_on_monday), Err("slots[3]".into()));
}
