//! A plan with a practice every day, asked for its reminders, and held against the model.
#![allow(clippy::unwrap_used)] // what cannot be read here is a fault of the check itself

use mingmen_core::catalogue::Posture;
use mingmen_core::plan::{
    Enrolment, EnrolmentDraft, Phase, PlanRules, Running, SessionLength, TimePolicy, WeeklySlot,
};
use mingmen_core::practice::Practice;
use mingmen_core::progress::Facts;
use mingmen_core::reminder::{Past, ReminderSettings, Ring, Situation};
use mingmen_core::zone::{CivilDate, Instant, Moment, Now, WallTime, Weekday};

use super::model::{DAY, FROM, Turn, UNTIL};
use super::sweep::{Pair, Tally, date, instant, wall};

/// How many rings are held against the model.
const RINGS: usize = 9;

/// One plan that somebody follows for 12 weeks.
pub(crate) type Plan = Vec<Running>;

/// A practice at `time` on each of `days`.
pub(crate) fn plan(starts_on: CivilDate, days: &[Weekday], time: WallTime, time_policy: TimePolicy) -> Plan {
    let start = EnrolmentDraft {
        plan: "back-12-weeks".into(),
        starts_on,
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

/// The next rings of a plan, with what was practised.
pub(crate) fn rings(plan: &Plan, practices: &[Practice], now: &Moment, count: usize) -> Vec<Ring> {
    let facts = Facts { enrolments: plan, practices, check_ins: &[], today: now.day };
    // What is asked here is when a session rings, whatever was done in its week.
    let settings = ReminderSettings { when_goal_met: true, ..ReminderSettings::practice_alone() };
    Situation { facts: &facts, settings: &settings, classes: &[], past: &Past::default(), now }
        .next_rings(count)
}

/// The present moment.
pub(crate) fn moment(instant: Instant, zone: &str) -> Moment {
    Moment::check(&Now { instant, zone: zone.into() }).unwrap()
}

/// A plan that begins three days before a change of the clock, with a practice at the time that it ends at.
pub(crate) fn check_turn(pair: &Pair, turn: Turn) -> Tally {
    check_days(pair, turn.ends.div_euclid(DAY) - 3, turn.ends.rem_euclid(DAY))
}

/// The first rings of a plan that begins on `day`: asked for together, and one after the other.
pub(crate) fn check_days(pair: &Pair, day: i64, time: i64) -> Tally {
    let mut tally = Tally::default();
    let begins = (day - 1) * DAY;
    if begins < FROM || begins + 30 * DAY > UNTIL {
        return tally;
    }
    let model: Vec<i64> = (day..)
        .filter(|day| pair.clock.has_day(*day))
        .filter_map(|day| pair.clock.planned(day, time))
        .take(RINGS)
        .collect();
    let plan = plan(date(day), &Weekday::ALL, wall(time), TimePolicy::Floating);
    let mut now = moment(instant(begins), &pair.clock.id);
    let together = rings(&plan, &[], &now, RINGS);
    let together: Vec<i64> = together.iter().map(|ring| ring.instant.timestamp()).collect();
    let says = |what: &str| format!("{} from {} at {}: {what}", pair.clock.id, date(day), wall(time));
    tally.cases += 1;
    tally.expect(together == model, || says(&format!("rings {together:?}, {model:?} by the model")));
    // As a phone does that sets one alarm and asks again when it went off, in the middle of which the clock changes.
    for expected in model.into_iter().skip(3).take(2) {
        tally.cases += 1;
        now = moment(instant(expected - 1), &pair.clock.id);
        let next: Vec<i64> = rings(&plan, &[], &now, 1).iter().map(|ring| ring.instant.timestamp()).collect();
        tally.expect(next == [expected], || says(&format!("rings next {next:?}, {expected} by the model")));
    }
    tally
}
