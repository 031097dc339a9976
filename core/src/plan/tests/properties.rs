//! What holds whatever a person changes, and in whatever order.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::practice::{Practice, PracticeEnding, PracticeReason};
use crate::zone::{week_days, week_start};

/// The first day of the tests, a Monday.
const FIRST: i32 = 20_577;

fn day(offset: i32) -> CivilDate {
    CivilDate::from_epoch_days(FIRST + offset).unwrap()
}

fn any_time() -> impl Strategy<Value = SessionTime> {
    (0i32..60, prop::sample::select(vec!["08:00", "18:00", "00:30"]))
        .prop_map(|(offset, time)| SessionTime { date: day(offset), time: at(time) })
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7)
            .prop_map(|days| Change::Slots { slots: slots(&days), time_policy: TimePolicy::Floating }),
        1 => Just(Change::Posture { posture: Posture::Standing }),
        1 => Just(Change::Length { length: SessionLength::Full }),
        1 => Just(Change::Hold),
        1 => Just(Change::Resume),
        1 => Just(Change::Leave),
        1 => (0i32..60).prop_map(|offset| Change::Pause { through: day(offset) }),
        2 => (1u8..=12).prop_map(|week| Change::GoTo { week }),
        6 => (any_time(), any_time()).prop_map(|(from, to)| Change::Move { from, to }),
        1 => prop::sample::select(vec![AdvanceBy::Calendar, AdvanceBy::Earned])
            .prop_map(|by| Change::Advance { by }),
    ]
}

fn any_changes() -> impl Strategy<Value = Vec<(i32, Change)>> {
    prop::collection::vec((0i32..60, any_change()), 0..12)
}

fn lived(starts_on: i32, changes: &[(i32, Change)]) -> Enrolment {
    let start = enrolment(&day(starts_on).to_string());
    changes.iter().fold(start, |run, (from, change)| changed(run, &day(*from).to_string(), change.clone()))
}

fn practised(offset: i32) -> Practice {
    Practice {
        id: "practice".into(),
        reason: PracticeReason::Plan { enrolment: "enrolment".into() },
        routine: None,
        content_version: 1,
        started_at: Instant::UNIX_EPOCH,
        zone: "Europe/London".into(),
        date: day(offset),
        planned_ms: 600_000,
        practised_ms: 600_000,
        ending: PracticeEnding::Finished,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever is changed from a date on, every day before it answers as it did, week and all.
    #[test]
    fn no_change_reaches_into_the_past(
        first in any_changes(), from in 0i32..60, last in any_change(),
        done in prop::collection::vec(0i32..60, 0..20), today in 0i32..60,
    ) {
        let before = lived(0, &first);
        let after = changed(before.clone(), &day(from).to_string(), last);
        let done: Vec<Practice> = done.into_iter().map(practised).collect();
        let running = |enrolment| Running::new(enrolment, rules(), &done, day(today));
        let (before, after) = (running(before), running(after));
        for offset in 0..from {
            prop_assert_eq!(before.standing(day(offset)), after.standing(day(offset)), "standing on day {}", offset);
            prop_assert_eq!(before.sessions_on(day(offset)), after.sessions_on(day(offset)), "day {}", offset);
        }
    }

    /// Sessions lie on the day that they are asked for, none twice, none before the first day, in the order of the day,
    /// and only while the plan runs.
    #[test]
    fn a_session_is_due_once_and_while_the_plan_runs(start in 0i32..20, changes in any_changes()) {
        let run = run(&lived(start, &changes));
        for offset in 0..90 {
            let sessions = run.sessions_on(day(offset));
            let times: BTreeSet<WallTime> = sessions.iter().map(|session| session.time).collect();
            prop_assert_eq!(times.len(), sessions.len());
            prop_assert!(sessions.is_sorted_by_key(|session| evening_order(session.time)));
            prop_assert!(sessions.iter().all(|session| session.date == day(offset)));
            if let Some(session) = sessions.first() {
                prop_assert!(offset >= start);
                prop_assert_eq!(run.standing(day(offset)), Standing::Week(session.week));
            }
        }
    }

    /// Moving changes where sessions are and never how many there are: nothing is doubled, nothing is lost.
    #[test]
    fn moves_neither_add_nor_lose_a_session(
        moves in prop::collection::vec((any_time(), any_time()), 0..12),
        days in prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7),
    ) {
        let mut still = enrolment(&day(0).to_string());
        still.start.slots = slots(&days);
        let moved = moves.into_iter().fold(still.clone(), |run, (from, to)| {
            changed(run, &from.date.min(to.date).to_string(), Change::Move { from, to })
        });
        let count = |enrolment: &Enrolment| {
            let run = run(enrolment);
            (0..60).map(|offset| run.sessions_on(day(offset)).len()).sum::<usize>()
        };
        prop_assert_eq!(count(&moved), count(&still));
    }

    /// Week numbers stay inside the plan, and from one calendar week to the next they rise by one, stay, or are where the
    /// person went.
    #[test]
    fn weeks_follow_each_other(changes in any_changes(), done in prop::collection::vec(0i32..90, 0..30)) {
        let done: Vec<Practice> = done.into_iter().map(practised).collect();
        let run = Running::new(lived(3, &changes), rules(), &done, day(60));
        let weeks = run.weeks(day(900));
        prop_assert!(weeks.iter().all(|week| (1..=12).contains(&week.week)));
        for pair in weeks.windows(2) {
            let went = changes.iter().any(|(from, change)| {
                matches!(change, Change::GoTo { .. }) && (pair[0].starts_on..=pair[1].starts_on).contains(&week_start(day(*from)))
            });
            prop_assert!(went || pair[1].week == pair[0].week || pair[1].week == pair[0].week + 1);
        }
        prop_assert!(run.sessions_on(day(2)).is_empty());
    }

    /// A week that was to be earned and was not comes again; one that was earned, or asked for nothing, does not.
    #[test]
    fn an_earned_week_moves_on_and_no_other(done in prop::collection::vec(0i32..42, 0..20), today in 0i32..60) {
        let earned = changed(enrolment(&day(0).to_string()), &day(0).to_string(), Change::Advance { by: AdvanceBy::Earned });
        let practices: Vec<Practice> = done.iter().copied().map(practised).collect();
        let run = Running::new(earned, rules(), &practices, day(today));
        for monday in day(0).iter_weeks().take(8) {
            let count = practices.iter().filter(|practice| week_days(monday).any(|day| day == practice.date)).count();
            let over = monday < week_start(day(today));
            let (Standing::Week(this), Standing::Week(next)) =
                (run.standing(monday), run.standing(monday + chrono::Days::new(7)))
            else {
                return Err(TestCaseError::fail("the plan runs for twelve weeks and more"));
            };
            prop_assert_eq!(next, if over && count < 3 { this } else { this + 1 });
        }
    }
}
