//! What holds whatever happens.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn reason() -> impl Strategy<Value = LookReason> {
    use LookReason::*;
    prop::sample::select(vec![Opened, Changed, Alarm, Booted, Replaced, ClockSet, LeaveGiven, Background])
}

/// One thing that happens: minutes that pass, forwards or back, what the app is told, where, and whether it was practised.
type Step = (i64, LookReason, usize, bool);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((-600i64..2_000, reason(), 0usize..4, prop::bool::weighted(0.1)), 1..40)
}

const ZONES: [&str; 4] = ["Europe/London", "Asia/Tokyo", "Pacific/Honolulu", "Africa/Casablanca"];

fn reminder(id: &str, stamp: &str) -> Reminder {
    Reminder {
        id: id.into(),
        kind: ReminderKind::Practice,
        date: "2026-03-09".parse().unwrap(),
        time: clock("08:00"),
        zone: "Europe/London".into(),
        floats: true,
        instant: Instant::UNIX_EPOCH,
        title: String::new(),
        text: String::new(),
        why: String::new(),
        can_start: true,
        stamp: stamp.into(),
    }
}

proptest! {
    /// However the clock is set, wherever the person goes and whenever the app looks: nothing rings twice, nothing rings
    /// before its time or on another day, and what is armed next lies ahead.
    #[test]
    fn nothing_rings_twice(steps in steps()) {
        let mut life = Life::new(
            plan("2026-03-09", &Weekday::ALL, "08:00", TimePolicy::Floating),
            "Europe/London",
        );
        life.settings = ReminderSettings { second_nudge_minutes: Some(60), ..ReminderSettings::default() };
        let mut now: Instant = "2026-03-09T06:00:00Z".parse().unwrap();
        let mut rang = BTreeSet::new();
        for (minutes, reason, zone, practised_now) in steps {
            now += chrono::Duration::minutes(minutes);
            life.zone = ZONES[zone].to_owned();
            let text = now.to_rfc3339();
            if practised_now {
                life.practices.push(practised(&text, ZONES[zone]));
            }
            let decided = life.look(reason, &text);
            for one in &decided.ring_now {
                prop_assert!(rang.insert(one.ring.id.clone()), "{:?} rings twice", one.ring.id);
                prop_assert!(one.ring.instant <= now);
                let zone = moment(&text, ZONES[zone]).zone;
                prop_assert_eq!(zone.practice_day(one.ring.instant), zone.practice_day(now));
            }
            prop_assert!(decided.next.iter().all(|ring| ring.instant > now && !rang.contains(&ring.id)));
        }
    }

    /// What is handed over and taken back leaves the phone with what is wanted, and a second look changes nothing.
    #[test]
    fn the_difference_leads_to_what_is_wanted_and_no_further(
        held in prop::collection::btree_map(0u8..20, 0u8..3, 0..20),
        wanted in prop::collection::btree_map(0u8..20, 0u8..3, 0..20),
    ) {
        let pending = |all: &std::collections::BTreeMap<u8, u8>| -> Vec<Pending> {
            all.iter().map(|(id, stamp)| Pending { id: id.to_string().into(), stamp: stamp.to_string() }).collect()
        };
        let reminders: Vec<Reminder> =
            wanted.iter().map(|(id, stamp)| reminder(&id.to_string(), &stamp.to_string())).collect();
        let (take_back, arm) = difference(&pending(&held), reminders.clone());
        let mut after = held.clone();
        for id in &take_back {
            prop_assert!(after.remove(&id.0.parse().unwrap()).is_some());
        }
        for reminder in &arm {
            let (id, stamp) = (reminder.id.0.parse().unwrap(), reminder.stamp.parse().unwrap());
            prop_assert_ne!(after.insert(id, stamp), Some(stamp), "what is right already is left alone");
        }
        prop_assert_eq!(&after, &wanted);
        prop_assert_eq!(difference(&pending(&after), reminders), (vec![], vec![]));
    }

    /// Quiet hours hold what lies between their ends, over midnight too.
    #[test]
    fn quiet_hours_hold_exactly_what_lies_between_their_ends(from in 0u32..1_440, until in 0u32..1_440, time in 0u32..1_440) {
        prop_assume!(from != until);
        let wall = |minute: u32| WallTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        let quiet = QuietHours { from: wall(from), until: wall(until) };
        let length = (until + 1_440 - from) % 1_440;
        prop_assert_eq!(quiet.holds(wall(time)), (time + 1_440 - from) % 1_440 < length);
    }
}
