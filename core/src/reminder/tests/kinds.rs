//! Every kind of reminder, and every kind of quiet. The 9th of March 2026 is a Monday.

use super::*;
use crate::catalogue::Schedule;
use crate::plan::{Change, EnrolmentChange};
use LookReason::{Alarm, Changed, Opened};

fn london() -> Life {
    Life::new(three_days("2026-03-09"), "Europe/London")
}

fn next(life: &Life, now: &str, count: usize) -> Vec<String> {
    shown(&life.asked(now, |situation| situation.next_rings(count)))
}

fn of_kind(life: &Life, now: &str, kind: ReminderKind) -> Vec<String> {
    let mut rings = life.asked(now, |situation| situation.next_rings(1_000));
    rings.retain(|ring| ring.kind == kind);
    shown(&rings)
}

fn changed(life: &mut Life, effective_from: &str, change: Change) {
    let recorded_at = Instant::UNIX_EPOCH;
    let change = EnrolmentChange { effective_from: effective_from.parse().unwrap(), recorded_at, change };
    life.plan[0].enrolment.changes.push(change);
}

#[test]
fn a_second_time_comes_once_and_only_where_nothing_was_done() {
    let mut life = london();
    life.settings.second_nudge_minutes = Some(90);
    let all = ["Practice 2026-03-09 08:00", "SecondNudge 2026-03-09 09:30", "Practice 2026-03-11 08:00"];
    assert_eq!(next(&life, "2026-03-09T07:00:00Z", 3), all);
    life.practices.push(practised("2026-03-09T08:10:00Z", "Europe/London"));
    assert_eq!(next(&life, "2026-03-09T08:40:00Z", 1), ["Practice 2026-03-11 08:00"]);
}

#[test]
fn a_second_time_never_falls_into_quiet_hours_nor_after_the_next_practice() {
    let mut life =
        Life::new(plan("2026-03-09", &[Weekday::Monday], "20:30", TimePolicy::Floating), "Europe/London");
    life.settings.second_nudge_minutes = Some(90);
    life.settings.quiet_hours = ReminderSettings::default().quiet_hours;
    assert_eq!(of_kind(&life, "2026-03-09T07:00:00Z", ReminderKind::SecondNudge), Vec::<String>::new());
    let silent = life.asked("2026-03-09T07:00:00Z", |s| s.considered_on(s.now.day));
    assert_eq!(silent[1].silent, Some(Silent::QuietHours));

    let mut life = london();
    life.settings.second_nudge_minutes = Some(60);
    let twice = WeeklySlot { weekday: Weekday::Monday, time: clock("08:45") };
    life.plan[0].enrolment.start.slots.push(twice);
    let monday = ["Practice 2026-03-09 08:00", "Practice 2026-03-09 08:45", "SecondNudge 2026-03-09 09:45"];
    assert_eq!(next(&life, "2026-03-09T07:00:00Z", 3), monday);
}

#[test]
fn a_practice_time_that_the_person_chose_rings_in_quiet_hours_too() {
    let mut life =
        Life::new(plan("2026-03-09", &[Weekday::Monday], "22:00", TimePolicy::Floating), "Europe/London");
    life.settings.quiet_hours = ReminderSettings::default().quiet_hours;
    assert_eq!(next(&life, "2026-03-09T07:00:00Z", 1), ["Practice 2026-03-09 22:00"]);
}

#[test]
fn once_all_sessions_of_the_week_are_done_the_rest_of_it_is_silent_unless_asked_for() {
    let mut life = london();
    for day in ["08", "09", "10"] {
        // Tuesday to Thursday, of which one was due: three are the week's goal, and Friday's is met.
        let day = format!("2026-03-{:02}T08:00:00Z", day.parse::<u8>().unwrap() + 2);
        life.practices.push(practised(&day, "Europe/London"));
    }
    assert_eq!(next(&life, "2026-03-12T12:00:00Z", 1), ["Practice 2026-03-16 08:00"]);
    let friday = life.asked("2026-03-12T12:00:00Z", |s| s.considered_on("2026-03-13".parse().unwrap()));
    assert!(matches!(friday[0].silent, Some(Silent::GoalMet { .. })));
    life.settings.when_goal_met = true;
    assert_eq!(next(&life, "2026-03-12T12:00:00Z", 1), ["Practice 2026-03-13 08:00"]);
}

#[test]
fn a_pause_is_silent_and_so_is_every_day_that_quiet_was_asked_for() {
    let mut life = london();
    changed(&mut life, "2026-03-11", Change::Pause { through: "2026-03-17".parse().unwrap() });
    let rings = ["Practice 2026-03-09 08:00", "Practice 2026-03-18 08:00"];
    assert_eq!(next(&life, "2026-03-09T07:00:00Z", 2), rings);
    life.settings.quiet_until = Some("2026-03-18".parse().unwrap());
    assert_eq!(next(&life, "2026-03-09T07:00:00Z", 1), ["Practice 2026-03-20 08:00"]);
}

#[test]
fn the_week_can_be_looked_at_and_waits_for_the_end_of_quiet_hours() {
    let mut life = london();
    life.settings.week_review = Some(WeeklySlot { weekday: Weekday::Sunday, time: clock("22:00") });
    let kind = ReminderKind::WeekReview;
    assert_eq!(of_kind(&life, "2026-03-09T07:00:00Z", kind)[0], "WeekReview 2026-03-15 22:00");
    life.settings.quiet_hours = ReminderSettings::default().quiet_hours;
    assert_eq!(of_kind(&life, "2026-03-09T07:00:00Z", kind)[0], "WeekReview 2026-03-16 07:30");
    changed(&mut life, "2026-03-09", Change::Pause { through: "2026-03-22".parse().unwrap() });
    assert_eq!(of_kind(&life, "2026-03-09T07:00:00Z", kind)[0], "WeekReview 2026-03-30 07:30");
}

#[test]
fn a_posture_check_rings_at_its_times_and_stays_out_of_quiet_hours() {
    let mut life = Life::new(Vec::new(), "Europe/London");
    let times = vec![clock("11:00"), clock("23:00")];
    life.settings.posture_checks = Some(PostureChecks { days: vec![Weekday::Tuesday], times });
    assert_eq!(
        next(&life, "2026-03-09T07:00:00Z", 2),
        ["PostureCheck 2026-03-10 11:00", "PostureCheck 2026-03-10 23:00"]
    );
    life.settings.quiet_hours = ReminderSettings::default().quiet_hours;
    assert_eq!(
        next(&life, "2026-03-09T07:00:00Z", 2),
        ["PostureCheck 2026-03-10 11:00", "PostureCheck 2026-03-17 11:00"]
    );
}

#[test]
fn a_phase_that_begins_and_a_plan_that_is_done_are_told_once() {
    let mut life = london();
    life.settings.milestones = true;
    let kind = ReminderKind::Milestone;
    let told = of_kind(&life, "2026-03-30T07:00:00Z", kind);
    assert_eq!(
        told,
        ["Milestone 2026-04-06 09:00", "Milestone 2026-05-04 09:00", "Milestone 2026-06-01 09:00"]
    );
}

#[test]
fn a_class_rings_half_an_hour_before_by_the_clock_where_it_is_given() {
    let mut life = Life::new(Vec::new(), "Asia/Tokyo");
    life.classes.push(KeptClass {
        id: "class".into(),
        schedule: Schedule { weekday: Weekday::Thursday, time: clock("19:00"), zone: "Europe/London".into() },
        minutes: 60,
        from: "2026-10-01".parse().unwrap(),
        through: "2027-10-01".parse().unwrap(),
        except: std::collections::BTreeSet::new(),
    });
    let rings = life.asked("2026-10-20T00:00:00Z", |situation| situation.next_rings(2));
    assert_eq!(shown(&rings), ["Class 2026-10-22 18:30", "Class 2026-10-29 18:30"]);
    let instants: Vec<String> =
        rings.iter().map(|ring| ring.instant.format("%d %H:%M").to_string()).collect();
    assert_eq!(instants, ["22 17:30", "29 18:30"], "clocks in London go back on the 25th");
    // Late, as long as it has not begun.
    life.look(Changed, "2026-10-22T17:00:00Z");
    assert_eq!(rung(&life.look(Opened, "2026-10-22T17:55:00Z")), ["Class 18:30"]);
}

#[test]
fn after_two_weeks_of_silence_one_kind_word_rings_and_then_nothing_until_the_person_is_back() {
    let mut life = london();
    life.settings.return_after_days = Some(14);
    life.look(Opened, "2026-03-09T07:00:00Z");
    let to_come = next(&life, "2026-03-09T07:01:00Z", 100);
    assert_eq!(to_come.len(), 7, "{to_come:?}");
    assert_eq!(to_come.last().unwrap(), "Return 2026-03-23 09:00");
    life.look(Alarm, "2026-03-23T09:00:00Z");
    assert_eq!(next(&life, "2026-03-23T09:01:00Z", 100), Vec::<String>::new());
    assert_eq!(shown(&life.look(Opened, "2026-04-20T06:00:00Z").next), ["Practice 2026-04-20 08:00"]);
    assert_eq!(next(&life, "2026-04-20T06:01:00Z", 1), ["Practice 2026-04-20 08:00"]);
}

#[test]
fn days_of_a_pause_are_no_silence() {
    let mut life = london();
    life.settings.return_after_days = Some(14);
    life.look(Opened, "2026-03-09T07:00:00Z");
    changed(&mut life, "2026-03-10", Change::Pause { through: "2026-04-05".parse().unwrap() });
    assert_eq!(next(&life, "2026-03-10T07:00:00Z", 1), ["Practice 2026-04-06 08:00"]);
    assert_eq!(of_kind(&life, "2026-03-10T07:00:00Z", ReminderKind::Return), ["Return 2026-04-19 09:00"]);
}

#[test]
fn settings_that_cannot_be_kept_are_refused_with_their_field() {
    let usual = ReminderSettings::default();
    assert_eq!(check_settings(&usual), Ok(()));
    let twice = PostureChecks { days: vec![Weekday::Monday], times: vec![clock("11:00"), clock("11:00")] };
    let same = QuietHours { from: clock("09:00"), until: clock("09:00") };
    for (settings, field) in [
        (ReminderSettings { second_nudge_minutes: Some(5), ..usual.clone() }, "second_nudge_minutes"),
        (ReminderSettings { return_after_days: Some(2), ..usual.clone() }, "return_after_days"),
        (ReminderSettings { posture_checks: Some(twice), ..usual.clone() }, "posture_checks.times[1]"),
        (ReminderSettings { quiet_hours: Some(same), ..usual.clone() }, "quiet_hours.until"),
        (ReminderSettings { class_lead_minutes: 241, ..usual.clone() }, "class_lead_minutes"),
    ] {
        assert_eq!(check_settings(&settings).unwrap_err().field, field);
    }
}
