//! What a look at the phone decides, and what the ledger keeps of it. The 9th of March 2026 is a Monday.

use super::*;
use LookReason::{Alarm, Booted, Changed, ClockSet, Opened};

fn london() -> Life {
    Life::new(three_days("2026-03-09"), "Europe/London")
}

#[test]
fn an_alarm_rings_once_and_leads_to_the_next() {
    let mut life = london();
    assert_eq!(shown(&life.look(Changed, "2026-03-09T07:00:00Z").next), ["Practice 2026-03-09 08:00"]);
    let decided = life.look(Alarm, "2026-03-09T08:00:00Z");
    assert_eq!(rung(&decided), ["Practice 08:00"]);
    assert_eq!(shown(&decided.next), ["Practice 2026-03-11 08:00"]);
    assert_eq!(rung(&life.look(Opened, "2026-03-09T08:01:00Z")), Vec::<String>::new());
    assert_eq!(life.told(), ["Practice 09 08:00 Rang"]);
}

#[test]
fn an_alarm_that_goes_off_a_moment_too_soon_rings_at_its_time_and_not_twice() {
    let mut life = london();
    life.look(Changed, "2026-03-09T07:00:00Z");
    let early = life.look(Alarm, "2026-03-09T07:59:59.900Z");
    assert_eq!((rung(&early).len(), shown(&early.next)), (0, vec!["Practice 2026-03-09 08:00".to_owned()]));
    assert_eq!(rung(&life.look(Alarm, "2026-03-09T08:00:00Z")), ["Practice 08:00"]);
}

#[test]
fn a_clock_that_is_set_back_rings_nothing_twice_and_nothing_for_ever() {
    let mut life = london();
    life.look(Changed, "2026-03-09T07:00:00Z");
    life.look(Alarm, "2026-03-09T08:00:00Z");
    let decided = life.look(ClockSet, "2026-03-09T06:30:00Z");
    assert_eq!(
        (rung(&decided).len(), shown(&decided.next)),
        (0, vec!["Practice 2026-03-11 08:00".to_owned()])
    );
    assert_eq!(rung(&life.look(Alarm, "2026-03-09T08:00:00Z")), Vec::<String>::new());
    assert_eq!(rung(&life.look(Alarm, "2026-03-11T08:00:00Z")), ["Practice 08:00"]);
}

#[test]
fn a_clock_that_was_set_back_before_the_alarm_still_rings_it() {
    let mut life = london();
    life.look(Changed, "2026-03-09T07:55:00Z");
    life.look(ClockSet, "2026-03-09T05:00:00Z");
    assert_eq!(rung(&life.look(Alarm, "2026-03-09T08:00:00Z")), ["Practice 08:00"]);
}

#[test]
fn a_clock_that_is_set_forward_over_a_reminder_shows_it_late_or_not_at_all() {
    let mut life = london();
    life.look(Changed, "2026-03-09T07:00:00Z");
    assert_eq!(rung(&life.look(ClockSet, "2026-03-09T09:00:00Z")), ["late Practice 08:00"]);
    life.look(ClockSet, "2026-03-12T09:00:00Z");
    assert_eq!(life.told(), ["Practice 09 08:00 Rang", "Practice 11 08:00 Missed { because: ClockSet }"]);
}

#[test]
fn a_phone_that_was_off_rings_softly_for_some_hours_and_then_lets_it_be() {
    for (on_at, expected) in [
        ("2026-03-09T08:20:00Z", vec!["Practice 08:00"]),
        ("2026-03-09T09:30:00Z", vec!["late Practice 08:00"]),
        ("2026-03-09T12:00:00Z", vec!["late Practice 08:00"]),
        ("2026-03-09T12:01:00Z", vec![]),
        ("2026-03-10T07:00:00Z", vec![]),
    ] {
        let mut life = london();
        life.look(Changed, "2026-03-09T07:00:00Z");
        assert_eq!(rung(&life.look(Booted, on_at)), expected, "{on_at}");
        let told = if expected.is_empty() { "Missed { because: PhoneOff }" } else { "Rang" };
        assert_eq!(life.told(), [format!("Practice 09 08:00 {told}")], "{on_at}");
    }
}

#[test]
fn yesterdays_never_rings_even_a_minute_after_the_day_has_changed() {
    let mut life =
        Life::new(plan("2026-03-09", &[Weekday::Monday], "02:50", TimePolicy::Floating), "Europe/London");
    life.look(Changed, "2026-03-09T07:00:00Z");
    assert_eq!(rung(&life.look(Booted, "2026-03-10T03:01:00Z")), Vec::<String>::new());
}

#[test]
fn what_the_person_asks_for_later_than_its_time_does_not_ring_at_once() {
    let mut life = london();
    life.look(Opened, "2026-03-09T07:00:00Z");
    life.lines.clear();
    life.changed_at = moment("2026-03-09T08:10:00Z", "Europe/London").instant;
    let decided = life.look(Changed, "2026-03-09T08:10:00Z");
    assert_eq!(
        (rung(&decided).len(), shown(&decided.next)),
        (0, vec!["Practice 2026-03-11 08:00".to_owned()])
    );
}

#[test]
fn without_leave_nothing_is_armed_and_the_ledger_knows_why() {
    let mut life = london();
    life.leave.notifications = None;
    let decided = life.look(Changed, "2026-03-09T07:00:00Z");
    assert!(decided.ask && decided.next.is_empty());
    life.leave.notifications = Some(false);
    assert!(!life.look(Opened, "2026-03-09T07:01:00Z").ask);
    life.look(Opened, "2026-03-09T09:00:00Z");
    assert_eq!(life.told(), ["Practice 09 08:00 Missed { because: NotAllowed }"]);
    life.leave.notifications = Some(true);
    assert_eq!(shown(&life.look(Opened, "2026-03-09T09:01:00Z").next), ["Practice 2026-03-11 08:00"]);
}

#[test]
fn a_practice_after_its_time_is_told_apart_from_one_before_it() {
    let mut life = london();
    life.practices.push(practised("2026-03-09T09:10:00Z", "Europe/London"));
    let monday = "2026-03-09".parse().unwrap();
    let silent = life.asked("2026-03-09T12:00:00Z", |situation| situation.considered_on(monday)[0].silent);
    assert_eq!(silent, Some(Silent::Done { at: "2026-03-09T09:10:00Z".parse().unwrap() }));
}

#[test]
fn nobody_is_asked_for_leave_before_there_is_something_to_ring() {
    let mut life = Life::new(Vec::new(), "Europe/London");
    life.leave.notifications = None;
    assert!(!life.look(Opened, "2026-03-09T07:00:00Z").ask);
}

#[test]
fn leave_that_was_taken_back_and_a_long_sleep_are_noticed_at_the_next_look() {
    let mut life = london();
    life.look(Changed, "2026-03-09T07:00:00Z");
    life.leave.exact_alarms = Some(false);
    life.look(Opened, "2026-03-10T07:00:00Z");
    assert_eq!(life.told(), ["Practice 09 08:00 Missed { because: ExactTakenBack }"]);

    let mut life = Life::new(three_days("2026-03-09"), "Europe/London");
    life.look(Changed, "2026-03-09T07:00:00Z");
    life.look(Opened, "2026-04-14T07:00:00Z");
    assert!(
        life.told().iter().all(|line| line.ends_with("Missed { because: PutToSleep }")),
        "{:?}",
        life.told()
    );
    assert_eq!(life.told().len(), 3);
}

#[test]
fn a_phone_that_rings_by_itself_is_believed_only_as_far_as_it_shows() {
    let mut life = london();
    let alone = |report: &mut PhoneReport| (report.slots, report.rings_alone) = (60, true);
    assert_eq!(life.look_with(Changed, "2026-03-09T07:00:00Z", alone).next.len(), 31);
    assert_eq!(rung(&life.look_with(Opened, "2026-03-09T08:30:00Z", alone)), Vec::<String>::new());
    let shown = ReminderId("practice/enrolment/2026-03-11/080000".into());
    let decided = life.look_with(Opened, "2026-03-11T08:30:00Z", |report| {
        alone(report);
        report.shown = vec![shown.clone()];
    });
    assert_eq!(life.told(), ["Practice 09 08:00 Presumed", "Practice 11 08:00 Rang"]);
    assert_eq!(decided.take_down, [], "it is still true");
    life.practices.push(practised("2026-03-11T08:40:00Z", "Europe/London"));
    let decided = life.look_with(Changed, "2026-03-11T09:10:00Z", |report| {
        alone(report);
        report.shown = vec![shown.clone()];
    });
    assert_eq!(decided.take_down, [shown]);
}

#[test]
fn what_is_put_off_rings_once_more_and_not_when_it_has_been_done() {
    let mut life = london();
    life.look(Changed, "2026-03-09T07:00:00Z");
    let first = life.look(Alarm, "2026-03-09T08:00:00Z").ring_now[0].ring.id.clone();
    let until = moment("2026-03-09T08:30:00Z", "Europe/London").instant;
    life.answers(&first, ReminderEvent::PutOff { until }, "2026-03-09T08:00:10Z");
    assert_eq!(shown(&life.look(Changed, "2026-03-09T08:00:11Z").next), ["Practice 2026-03-09 08:30"]);

    let decided = life.look(Alarm, "2026-03-09T08:30:00Z");
    assert_eq!(rung(&decided), ["Practice 08:30"]);
    let again = decided.ring_now[0].ring.id.clone();
    assert_eq!(again.first(), first);
    let until = moment("2026-03-09T18:30:00Z", "Europe/London").instant;
    life.answers(&again, ReminderEvent::PutOff { until }, "2026-03-09T08:30:10Z");
    assert_eq!(shown(&life.look(Changed, "2026-03-09T08:30:11Z").next), ["Practice 2026-03-09 18:30"]);
    life.practices.push(practised("2026-03-09T12:00:00Z", "Europe/London"));
    assert_eq!(shown(&life.look(Changed, "2026-03-09T12:30:00Z").next), ["Practice 2026-03-11 08:00"]);
}

#[test]
fn not_today_is_heard_and_the_next_day_rings_as_ever() {
    let mut life = london();
    life.settings.second_nudge_minutes = Some(60);
    life.look(Changed, "2026-03-09T07:00:00Z");
    let decided = life.look(Alarm, "2026-03-09T08:00:00Z");
    assert_eq!(shown(&decided.next), ["SecondNudge 2026-03-09 09:00"]);
    life.answers(&decided.ring_now[0].ring.id, ReminderEvent::LetGo, "2026-03-09T08:01:00Z");
    assert_eq!(shown(&life.look(Changed, "2026-03-09T08:01:00Z").next), ["Practice 2026-03-11 08:00"]);
    let silent = life.asked("2026-03-09T08:01:00Z", |s| s.considered_on(s.now.day));
    assert!(silent.iter().all(|one| one.silent == Some(Silent::NotToday)));
}

fn asks_for_a_test(life: &mut Life, now: &str) -> LedgerLine {
    let line = test_line(&moment(now, "Europe/London"));
    life.lines.push(line.clone());
    line
}

#[test]
fn a_test_rings_in_ten_seconds_once_and_counts_as_a_delivery() {
    let mut life = london();
    life.look(Opened, "2026-03-09T07:00:00Z");
    life.settings.quiet_until = Some("2026-03-20".parse().unwrap());
    asks_for_a_test(&mut life, "2026-03-09T07:10:03.400Z");
    let now = "2026-03-09T07:10:03.500Z";
    assert_eq!(shown(&life.look(Changed, now).next), ["Test 2026-03-09 07:10"], "quiet or not");
    assert_eq!(rung(&life.look(Opened, "2026-03-09T07:10:09Z")), Vec::<String>::new());
    assert_eq!(rung(&life.look(Alarm, "2026-03-09T07:10:13Z")), ["Test 07:10"]);
    assert_eq!(rung(&life.look(Opened, "2026-03-09T07:10:20Z")), Vec::<String>::new());
    assert_eq!(life.told(), ["Test 09 07:10 Rang"]);
    let next = shown(&life.look(ClockSet, "2026-03-09T07:00:00Z").next);
    assert_eq!(next, ["Practice 2026-03-23 08:00"], "it never rings again");
}

#[test]
fn a_test_that_comes_too_late_is_missed_as_others_are() {
    let mut life = london();
    life.look(Opened, "2026-03-09T07:00:00Z");
    asks_for_a_test(&mut life, "2026-03-09T07:10:00Z");
    life.look(Changed, "2026-03-09T07:10:00Z");
    assert_eq!(rung(&life.look(Booted, "2026-03-09T07:40:00Z")), Vec::<String>::new());
    assert_eq!(life.told(), ["Test 09 07:10 Missed { because: PhoneOff }"]);
}

#[test]
fn a_test_that_is_coming_is_known_until_it_rings() {
    let mut life = london();
    life.look(Opened, "2026-03-09T07:00:00Z");
    let coming = |life: &Life, now: &str| {
        life.asked(now, |situation| situation.past.coming_test(situation.now).cloned())
    };
    assert_eq!(coming(&life, "2026-03-09T07:10:00Z"), None);
    let line = asks_for_a_test(&mut life, "2026-03-09T07:10:00Z");
    assert_eq!(coming(&life, "2026-03-09T07:10:05Z"), Some(line));
    assert_eq!(coming(&life, "2026-03-09T07:10:10Z"), None);
}
