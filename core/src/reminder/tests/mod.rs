mod kinds;
mod ledger;
mod phones;
mod practice;
mod properties;

use super::*;
use crate::calendar::KeptClass;
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

fn clock(time: &str) -> WallTime {
    format!("{time}:00").parse().unwrap()
}

type Plan = Vec<Running>;

fn plan(starts_on: &str, days: &[Weekday], time: &str, time_policy: TimePolicy) -> Plan {
    let start = EnrolmentDraft {
        plan: "back-12-weeks".into(),
        starts_on: starts_on.parse().unwrap(),
        slots: days.iter().map(|weekday| WeeklySlot { weekday: *weekday, time: clock(time) }).collect(),
        time_policy,
        posture: Posture::Seated,
        length: SessionLength::Full,
        weeks: None,
        routine: None,
    };
    let enrolment =
        Enrolment { id: "enrolment".into(), enrolled_at: Instant::UNIX_EPOCH, start, changes: Vec::new() };
    let phase =
        |from_week, through_week| Phase { from_week, through_week, routine: "routine".into(), minutes: 20 };
    let phases = vec![phase(1, Some(4)), phase(5, Some(8)), phase(9, Some(12))];
    let rules = PlanRules { weeks: Some(12), phases, ramp_minutes: Vec::new(), goal_floor: 3 };
    let today = enrolment.start.starts_on;
    vec![Running::new(enrolment, rules, &[], today)]
}

/// Monday, Wednesday and Friday at 08:00, wherever the person is.
fn three_days(starts_on: &str) -> Plan {
    let days = [Weekday::Monday, Weekday::Wednesday, Weekday::Friday];
    plan(starts_on, &days, "08:00", TimePolicy::Floating)
}

fn practised(instant: &str, zone: &str) -> Practice {
    let now = moment(instant, zone);
    Practice {
        id: "practice".into(),
        reason: PracticeReason::Plan { enrolment: "enrolment".into() },
        routine: None,
        content_version: 1,
        started_at: now.instant,
        zone: zone.into(),
        date: now.day,
        planned_ms: 1_200_000,
        practised_ms: 600_000,
        ending: PracticeEnding::Finished,
    }
}

/// The next rings of a plan alone: the date and time on the clock, and the instant.
fn rings(plan: &[Running], practices: &[Practice], now: &Moment, count: usize) -> Vec<String> {
    let facts = Facts { enrolments: plan, practices, check_ins: &[], today: now.day };
    let settings = ReminderSettings::practice_alone();
    let situation =
        Situation { facts: &facts, settings: &settings, classes: &[], past: &Past::default(), now };
    let rings = situation.next_rings(count);
    rings.iter().map(|ring| format!("{} {} = {}", ring.date, ring.time, ring.instant.to_rfc3339())).collect()
}

/// A person, their phone, and everything that has happened between them.
struct Life {
    plan: Plan,
    practices: Vec<Practice>,
    settings: ReminderSettings,
    classes: Vec<KeptClass>,
    lines: Vec<LedgerLine>,
    watch: Option<Watch>,
    leave: PhoneLeave,
    zone: String,
    changed_at: Instant,
}

impl Life {
    fn new(plan: Plan, zone: &str) -> Life {
        Life {
            plan,
            practices: Vec::new(),
            settings: ReminderSettings::practice_alone(),
            classes: Vec::new(),
            lines: Vec::new(),
            watch: None,
            leave: PhoneLeave { notifications: Some(true), exact_alarms: Some(true), battery: Some(true) },
            zone: zone.to_owned(),
            changed_at: Instant::UNIX_EPOCH,
        }
    }

    fn asked<T>(&self, now: &str, ask: impl FnOnce(&Situation<'_>) -> T) -> T {
        let now = moment(now, &self.zone);
        let facts =
            Facts { enrolments: &self.plan, practices: &self.practices, check_ins: &[], today: now.day };
        let past = Past::of(&self.lines, self.watch.clone());
        ask(&Situation {
            facts: &facts,
            settings: &self.settings,
            classes: &self.classes,
            past: &past,
            now: &now,
        })
    }

    /// A look of a phone that holds one alarm, after which it asks again; all that it decides is kept.
    fn look(&mut self, reason: LookReason, now: &str) -> Decided {
        self.look_with(reason, now, |_| {})
    }

    fn look_with(&mut self, reason: LookReason, now: &str, other: impl FnOnce(&mut PhoneReport)) -> Decided {
        let mut report = PhoneReport {
            reason,
            leave: self.leave,
            slots: 1,
            rings_alone: false,
            pending: Vec::new(),
            shown: Vec::new(),
        };
        other(&mut report);
        let decided = self.asked(now, |situation| look(situation, &report, self.changed_at));
        self.lines.extend(decided.lines.clone());
        self.watch = Some(decided.watch.clone());
        decided
    }

    /// What the person does with the reminder that is on the screen.
    fn answers(&mut self, id: &ReminderId, event: ReminderEvent, now: &str) {
        let at = moment(now, &self.zone).instant;
        let today = self.asked(now, |situation| situation.considered_on(situation.now.day));
        let known = today.iter().find(|one| one.ring.id == *id).unwrap();
        self.lines.push(line(&known.ring, event, at));
    }

    /// What happened to reminders that is no arming: "practice 08:00 rang".
    fn told(&self) -> Vec<String> {
        let told = self.lines.iter().filter(|line| line.event != ReminderEvent::Armed);
        told.map(|line| format!("{:?} {} {:?}", line.kind, line.rings_at.format("%d %H:%M"), line.event))
            .collect()
    }
}

/// The times that some rings show.
fn shown(rings: &[Ring]) -> Vec<String> {
    rings.iter().map(|ring| format!("{:?} {} {}", ring.kind, ring.date, ring.time.format("%H:%M"))).collect()
}

/// The same of what rings now; a word more where it comes softened.
fn rung(decided: &Decided) -> Vec<String> {
    let word = |one: &RingNow| if one.softened { "late " } else { "" };
    let rings = decided.ring_now.iter();
    rings.map(|one| format!("{}{:?} {}", word(one), one.ring.kind, one.ring.time.format("%H:%M"))).collect()
}
