use proptest::prelude::*;

use super::*;
use crate::catalogue::Posture;
use crate::plan::{
    Enrolment, EnrolmentDraft, Phase, PlanRules, Running, SessionLength, TimePolicy, WeeklySlot,
};
use crate::practice::{Practice, PracticeEnding, PracticeReason};
use crate::progress::Facts;
use crate::zone::{Instant, Moment, Now, WallTime, Weekday};

fn moment(instant: &str, zone: &str) -> Moment {
    Moment::check(&Now { instant: instant.parse().unwrap(), zone: zone.into() }).unwrap()
}

fn plan(starts_on: &str, days: &[Weekday], time: &str, time_policy: TimePolicy) -> Vec<Running> {
    let time: WallTime = format!("{time}:00").parse().unwrap();
    let start = EnrolmentDraft {
        plan: "back-12-weeks".into(),
        starts_on: starts_on.parse().unwrap(),
        slots: days.iter().map(|weekday| WeeklySlot { weekday: *weekday, time }).collect(),
        time_policy,
        posture: Posture::Seated,
        length: SessionLength::Full,
        weeks: None,
        routine: None,
    };
    let enrolment =
        Enrolment { id: "enrolment".into(), enrolled_at: Instant::UNIX_EPOCH, start, changes: Vec::new() };
    let phase = Phase { from_week: 1, through_week: Some(12), routine: "routine".into(), minutes: 20 };
    let rules = PlanRules { weeks: Some(12), phases: vec![phase], ramp_minutes: Vec::new(), goal_floor: 3 };
    let today = enrolment.start.starts_on;
    vec![Running::new(enrolment, rules, &[], today)]
}

fn rings(plan: &[Running], practices: &[Practice], now: &Moment, count: usize) -> Vec<String> {
    let facts = Facts { enrolments: plan, practices, check_ins: &[], today: now.day };
    let rings = next_rings(&facts, now, count);
    rings
        .iter()
        .map(|ring| format!("{} {} = {}", ring.date, ring.session.time, ring.instant.to_rfc3339()))
        .collect()
}

#[test]
fn the_wall_time_stays_when_the_clocks_change() {
    let plan = plan("2026-03-23", &[Weekday::Friday, Weekday::Monday], "08:00", TimePolicy::Floating);
    let now = moment("2026-03-26T12:00:00Z", "Europe/London");
    assert_eq!(
        rings(&plan, &[], &now, 2),
        [
            "2026-03-27 08:00:00 = 2026-03-27T08:00:00+00:00",
            "2026-03-30 08:00:00 = 2026-03-30T07:00:00+00:00"
        ]
    );
}

#[test]
fn a_pinned_time_rings_by_its_own_clock_however_far_the_person_travelled() {
    let london = TimePolicy::Pinned { zone: "Europe/London".into() };
    let plan = plan("2026-03-02", &[Weekday::Thursday], "19:00", london);
    let now = moment("2026-03-05T09:00:00Z", "Pacific/Auckland");
    assert_eq!(rings(&plan, &[], &now, 1), ["2026-03-05 19:00:00 = 2026-03-05T19:00:00+00:00"]);
}

#[test]
fn a_pinned_time_two_practice_days_behind_the_person_still_rings() {
    let pago_pago = TimePolicy::Pinned { zone: "Pacific/Pago_Pago".into() };
    let plan = plan("2026-03-02", &[Weekday::Wednesday], "02:30", pago_pago);
    // Friday 03:15 on Kiritimati is Thursday 02:15 on Samoa, which still belongs to Wednesday.
    let now = moment("2026-03-05T13:15:00Z", "Pacific/Kiritimati");
    assert_eq!(rings(&plan, &[], &now, 1), ["2026-03-05 02:30:00 = 2026-03-05T13:30:00+00:00"]);
}

#[test]
fn a_floating_time_rings_by_the_clock_where_the_person_is() {
    let plan = plan("2026-03-02", &[Weekday::Thursday], "08:00", TimePolicy::Floating);
    let tokyo = moment("2026-03-04T20:00:00Z", "Asia/Tokyo");
    let honolulu = moment("2026-03-04T20:00:00Z", "Pacific/Honolulu");
    assert_eq!(rings(&plan, &[], &tokyo, 1), ["2026-03-05 08:00:00 = 2026-03-04T23:00:00+00:00"]);
    assert_eq!(rings(&plan, &[], &honolulu, 1), ["2026-03-05 08:00:00 = 2026-03-05T18:00:00+00:00"]);
}

#[test]
fn a_day_that_was_practised_does_not_ring_again() {
    let plan = plan("2026-03-02", &[Weekday::Thursday], "19:00", TimePolicy::Floating);
    let now = moment("2026-03-05T09:00:00Z", "Europe/London");
    let done = Practice {
        id: "practice".into(),
        reason: PracticeReason::Plan { enrolment: "enrolment".into() },
        routine: None,
        content_version: 1,
        started_at: now.instant,
        zone: "Europe/London".into(),
        date: now.day,
        planned_ms: 1_200_000,
        practised_ms: 600_000,
        ending: PracticeEnding::Finished,
    };
    assert_eq!(rings(&plan, &[done], &now, 1), ["2026-03-12 19:00:00 = 2026-03-12T19:00:00+00:00"]);
}

#[test]
fn a_day_that_samoa_skipped_does_not_ring() {
    let plan = plan(
        "2011-12-26",
        &[Weekday::Thursday, Weekday::Friday, Weekday::Saturday],
        "08:00",
        TimePolicy::Floating,
    );
    let now = moment("2011-12-29T00:00:00Z", "Pacific/Apia");
    assert_eq!(
        rings(&plan, &[], &now, 2),
        [
            "2011-12-29 08:00:00 = 2011-12-29T18:00:00+00:00",
            "2011-12-31 08:00:00 = 2011-12-30T18:00:00+00:00"
        ]
    );
}

proptest! {
    /// Rings come in order, lie ahead, and show the planned time unless a clock change skipped it.
    #[test]
    fn rings_are_ordered_ahead_and_at_the_planned_time(
        start_day in 14_600i32..40_000, offset_minutes in 0i64..120_960, minute in 0u32..1_440,
        zone in prop::sample::select(vec![
            "Europe/London", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Asia/Kolkata",
        ]),
        days in prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7),
    ) {
        let starts_on = crate::zone::CivilDate::from_epoch_days(start_day).unwrap();
        let time = WallTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        let plan = plan(&starts_on.to_string(), &days, &time.format("%H:%M").to_string(), TimePolicy::Floating);
        let start = Instant::from_timestamp_millis(i64::from(start_day) * 86_400_000).unwrap();
        let now = Moment::check(&Now { instant: start + chrono::Duration::minutes(offset_minutes), zone: zone.into() }).unwrap();
        let facts = Facts { enrolments: &plan, practices: &[], check_ins: &[], today: now.day };
        let rings = next_rings(&facts, &now, 60);
        prop_assert!(rings.windows(2).all(|pair| pair[0].instant < pair[1].instant));
        for ring in &rings {
            prop_assert!(ring.instant > now.instant);
            prop_assert!(days.contains(&Weekday::of(ring.session.date)));
            prop_assert_eq!(now.zone.practice_day(ring.instant) >= ring.session.date, true);
            let (_, shown) = now.zone.local(ring.instant);
            let skipped = now.zone.local(ring.instant - chrono::Duration::milliseconds(1)).1;
            prop_assert!(shown == time || (skipped < time || skipped > shown));
        }
    }
}
