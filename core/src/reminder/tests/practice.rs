//! When a planned practice rings.

use proptest::prelude::*;

use super::{moment, plan, practised, rings};
use crate::plan::TimePolicy;
use crate::progress::Facts;
use crate::reminder::{Past, ReminderSettings, Situation};
use crate::zone::{CivilDate, Instant, Moment, Now, WallTime, Weekday};

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
    let done = practised("2026-03-05T09:00:00Z", "Europe/London");
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
        let starts_on = CivilDate::from_epoch_days(start_day).unwrap();
        let time = WallTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        let plan = plan(&starts_on.to_string(), &days, &time.format("%H:%M").to_string(), TimePolicy::Floating);
        let start = Instant::from_timestamp_millis(i64::from(start_day) * 86_400_000).unwrap();
        let now = Moment::check(&Now { instant: start + chrono::Duration::minutes(offset_minutes), zone: zone.into() }).unwrap();
        let facts = Facts { enrolments: &plan, practices: &[], check_ins: &[], today: now.day };
        let settings = ReminderSettings::practice_alone();
        let situation =
            Situation { facts: &facts, settings: &settings, classes: &[], past: &Past::default(), now: &now };
        let rings = situation.next_rings(60);
        prop_assert!(rings.windows(2).all(|pair| pair[0].instant < pair[1].instant));
        for ring in &rings {
            prop_assert!(ring.instant > now.instant);
            prop_assert!(days.contains(&Weekday::of(ring.day)));
            prop_assert_eq!(now.zone.practice_day(ring.instant) >= ring.day, true);
            let (_, shown) = now.zone.local(ring.instant);
            let skipped = now.zone.local(ring.instant - chrono::Duration::milliseconds(1)).1;
            prop_assert!(shown == time || (skipped < time || skipped > shown));
        }
    }
}
