//! Where rings come from: sessions, classes, weeks, postures, phases and silences, each by its own rule.

use chrono::{Days, NaiveTime, TimeDelta};

use super::{About, Considered, LedgerLine, ReminderId, ReminderKind, Ring, Silent, Situation};
use crate::calendar::KeptClass;
use crate::plan::{Running, Session, Standing, TimePolicy, evening_order};
use crate::zone::{CivilDate, Instant, Moment, WallTime, Weekday, Zone, week_days, week_start};

/// When milestones and the kind word after a silence ring, unless quiet hours say later (proposed).
const MORNING: (u32, u32) = (9, 0);

/// A stretch of practice days, and everything that might ring in it.
pub(super) struct Sources<'s, 'f> {
    pub(super) of: &'s Situation<'f>,
    pub(super) first: CivilDate,
    pub(super) last: CivilDate,
}

impl Sources<'_, '_> {
    /// Everything thought of, in no order.
    pub(super) fn all(&self) -> Vec<Considered> {
        let mut all = Vec::new();
        self.practices(&mut all);
        self.classes(&mut all);
        self.reviews(&mut all);
        self.postures(&mut all);
        self.milestones(&mut all);
        self.rest_after_silence(&mut all);
        self.put_off(&mut all);
        self.tests(&mut all);
        all
    }

    fn days(&self) -> impl Iterator<Item = CivilDate> {
        let last = self.last;
        self.first.iter_days().take_while(move |day| *day <= last)
    }

    fn practices(&self, all: &mut Vec<Considered>) {
        for day in self.days() {
            let mut sessions: Vec<Session> =
                self.runs().iter().flat_map(|run| run.sessions_on(day)).collect();
            if sessions.is_empty() {
                continue;
            }
            sessions.sort_by_key(|session| evening_order(session.time));
            let (done, met) = (self.done_on(day), self.goal_met_at(day));
            let rings: Vec<Considered> = sessions
                .into_iter()
                .enumerate()
                .filter_map(|(i, session)| self.practice(session, done.get(i).copied(), met))
                .collect();
            self.second_nudges(&rings, all);
            all.extend(rings);
        }
    }

    /// A session of a day on which as many were practised as come up to it counts as done.
    fn practice(&self, session: Session, done: Option<Instant>, met: Option<Instant>) -> Option<Considered> {
        let zone = self.zone_of(&session.time_policy)?;
        let instant = zone.planned_instant(session.date, session.time)?;
        let id = format!("practice/{}/{}/{}", session.enrolment, session.date, session.time.format("%H%M%S"));
        let met = met.filter(|_| !self.of.settings.when_goal_met);
        let reached = done.map(|at| Silent::Done { at }).or(met.map(|at| Silent::GoalMet { at }));
        let silent = match () {
            () if reached.is_some() => reached,
            () if self.of.past.let_go.contains(&session.date) => Some(Silent::NotToday),
            () if !self.of.settings.practice => Some(Silent::SwitchedOff),
            () => None,
        };
        let (day, clock) = (session.date, session.time_policy.clone());
        let ring = ring(id, ReminderKind::Practice, About::Session(session), (clock, &zone), instant, day);
        Some(self.considered(ring, silent))
    }

    /// Once more a while after each, unless the next of that day comes first.
    fn second_nudges(&self, practices: &[Considered], all: &mut Vec<Considered>) {
        let Some(minutes) = self.of.settings.second_nudge_minutes else { return };
        for (i, practice) in practices.iter().enumerate() {
            let instant = practice.ring.instant + TimeDelta::minutes(i64::from(minutes));
            let next = practices.get(i + 1).map(|next| next.ring.instant);
            let Some(zone) = self.zone_of(&practice.ring.clock) else { continue };
            if next.is_some_and(|next| next <= instant) || zone.practice_day(instant) != practice.ring.day {
                continue;
            }
            let id = practice.ring.id.0.replacen("practice", "nudge", 1);
            let (clock, about) = (practice.ring.clock.clone(), practice.ring.about.clone());
            let nudge =
                ring(id, ReminderKind::SecondNudge, about, (clock, &zone), instant, practice.ring.day);
            let answered = self.of.past.answered.contains(&practice.ring.id);
            let silent = practice.silent.or_else(|| answered.then_some(Silent::PutOff));
            all.push(self.considered(nudge, silent));
        }
    }

    fn classes(&self, all: &mut Vec<Considered>) {
        let lead = TimeDelta::minutes(i64::from(self.of.settings.class_lead_minutes));
        for class in self.of.classes {
            let Ok(zone) = Zone::find(&class.schedule.zone) else { continue };
            for time in self.class_times(class) {
                let clock = TimePolicy::Pinned { zone: class.schedule.zone.clone() };
                let about =
                    About::Class { class: class.id.clone(), date: time.date_here, time: time.time_here };
                let instant = time.instant - lead;
                let day = self.of.now.zone.practice_day(instant);
                let id = format!("class/{}/{}", class.id, time.date);
                let ring = ring(id, ReminderKind::Class, about, (clock, &zone), instant, day);
                all.push(self.considered(ring, None));
            }
        }
    }

    fn class_times(&self, class: &KeptClass) -> Vec<crate::calendar::ClassTime> {
        let eve = self.first.pred_opt().unwrap_or(self.first);
        let Some(instant) = self.of.now.zone.planned_instant(eve, self.of.now.time) else {
            return Vec::new();
        };
        let weeks = self.last.signed_duration_since(self.first).num_weeks() + 2;
        let before = Moment { instant, ..self.of.now.clone() };
        class.next_times(&before, usize::try_from(weeks).unwrap_or_default()).unwrap_or_default()
    }

    fn reviews(&self, all: &mut Vec<Considered>) {
        let Some(slot) = self.of.settings.week_review else { return };
        let days = self.days().filter(|day| Weekday::of(*day) == slot.weekday);
        for day in days.filter(|day| self.is_running(*day)) {
            let monday = week_start(day);
            let id = format!("review/{monday}");
            all.extend(self.at(id, ReminderKind::WeekReview, About::Week(monday), day, slot.time));
        }
    }

    fn postures(&self, all: &mut Vec<Considered>) {
        let Some(checks) = &self.of.settings.posture_checks else { return };
        for day in self.days().filter(|day| checks.days.contains(&Weekday::of(*day))) {
            for time in &checks.times {
                let id = format!("posture/{day}/{}", time.format("%H%M%S"));
                all.extend(self.at(id, ReminderKind::PostureCheck, About::Posture, day, *time));
            }
        }
    }

    fn milestones(&self, all: &mut Vec<Considered>) {
        if !self.of.settings.milestones {
            return;
        }
        for monday in self.days().filter(|day| Weekday::of(*day) == Weekday::Monday) {
            for run in self.runs() {
                let Some((about, what)) = milestone(run, monday) else { continue };
                let id = format!("milestone/{}/{what}/{monday}", run.enrolment.id);
                all.extend(self.at(id, ReminderKind::Milestone, about, monday, morning()));
            }
        }
    }

    /// After a silence one kind word rings; what the app would ring of itself from that day on does not. A class that the
    /// person chose to be told of still rings.
    fn rest_after_silence(&self, all: &mut Vec<Considered>) {
        let Some((seen_on, rests_from)) = self.silence() else { return };
        let is_resting = |one: &Considered| {
            one.ring.day >= rests_from && one.silent.is_none() && one.ring.kind != ReminderKind::Class
        };
        if !all.iter().any(|one| is_resting(one) && one.ring.kind == ReminderKind::Practice) {
            return;
        }
        for one in all.iter_mut().filter(|one| is_resting(one)) {
            one.silent = Some(Silent::Resting);
        }
        let id = format!("return/{seen_on}");
        all.extend(self.at(id, ReminderKind::Return, About::Silence(seen_on), rests_from, morning()));
    }

    /// The day on which the person was last here, and the day from which everything rests: so many days of a plan later.
    fn silence(&self) -> Option<(CivilDate, CivilDate)> {
        let days = self.of.settings.return_after_days?;
        let seen_on = self.of.past.watch.as_ref()?.seen_on;
        let after = seen_on.succ_opt()?.iter_days().take_while(|day| *day <= self.last);
        let rests_from = after.filter(|day| self.is_running(*day)).nth(usize::from(days) - 1)?;
        Some((seen_on, rests_from))
    }

    /// What was put off rings once more when it was put off to, unless it has been done meanwhile.
    fn put_off(&self, all: &mut Vec<Considered>) {
        let mut again = Vec::new();
        for one in all.iter_mut() {
            let Some(until) = self.of.past.put_off.get(&one.ring.id) else { continue };
            let mut later = one.clone();
            later.ring.id = one.ring.id.again(*until);
            later.ring.clock = TimePolicy::Floating;
            self.of.now.zone.id().clone_into(&mut later.ring.zone);
            (later.ring.date, later.ring.time) = self.of.now.zone.local(*until);
            later.ring.instant = *until;
            one.silent = one.silent.or(Some(Silent::PutOff));
            again.push(later);
        }
        all.append(&mut again);
    }

    /// Tests that the person asked for: whatever is quiet, they are not.
    fn tests(&self, all: &mut Vec<Considered>) {
        let days = self.first..=self.last;
        let asked_for = self.of.past.armed.values().filter(|line| line.kind == ReminderKind::Test);
        for line in asked_for.filter(|line| days.contains(&line.day)) {
            all.push(Considered { ring: test_ring(line, &self.of.now.zone), silent: None });
        }
    }

    /// A ring of the app's own, at a time on the person's clock: quiet hours move it to their end, or leave it out.
    fn at(
        &self,
        id: String,
        kind: ReminderKind,
        about: About,
        day: CivilDate,
        time: WallTime,
    ) -> Option<Considered> {
        let zone = &self.of.now.zone;
        let instant = zone.planned_instant(day, time)?;
        let mut ring = ring(id, kind, about, (TimePolicy::Floating, zone), instant, day);
        if let Some(quiet) = self.of.settings.quiet_hours
            && quiet.holds(ring.time)
            && kind != ReminderKind::PostureCheck
        {
            let next_morning = ring.time >= quiet.until;
            let date = ring.date.checked_add_days(Days::new(u64::from(next_morning)))?;
            ring.instant = zone.first_instant(date, quiet.until)?;
            (ring.date, ring.time) = zone.local(ring.instant);
        }
        Some(self.considered(ring, None))
    }

    fn considered(&self, ring: Ring, silent: Option<Silent>) -> Considered {
        let quiet_day = self.of.settings.quiet_until.is_some_and(|through| ring.day <= through);
        let could_wait = matches!(ring.kind, ReminderKind::SecondNudge | ReminderKind::PostureCheck);
        let quiet_hour =
            could_wait && self.of.settings.quiet_hours.is_some_and(|quiet| quiet.holds(ring.time));
        let silent = match silent {
            Some(silent) => Some(silent),
            None if quiet_day => Some(Silent::QuietUntil),
            None if quiet_hour => Some(Silent::QuietHours),
            None => None,
        };
        Considered { ring, silent }
    }

    fn runs(&self) -> &[Running] {
        self.of.facts.enrolments
    }

    /// Whether a plan asks for practice in these days: not before its beginning, in a pause or after its end.
    fn is_running(&self, day: CivilDate) -> bool {
        self.runs().iter().any(|run| matches!(run.standing(day), Standing::Week(_)))
    }

    /// When each session of a day that is done was begun, in order.
    fn done_on(&self, day: CivilDate) -> Vec<Instant> {
        let ours = self.of.facts.practices.iter().filter(|one| one.date == day && one.counts_as_session());
        let mut begun: Vec<Instant> = ours.map(|practice| practice.started_at).collect();
        begun.sort_unstable();
        begun
    }

    /// When the last of as many sessions as are due in all of a day's week was begun, once they are done. Only of weeks that
    /// have begun.
    fn goal_met_at(&self, day: CivilDate) -> Option<Instant> {
        if day > week_start(self.of.now.day) + Days::new(6) || !self.of.facts.goal_is_met(day) {
            return None;
        }
        let week = || week_days(week_start(day));
        let due: usize = week().map(|day| usize::from(self.of.facts.sessions_due(day))).sum();
        let mut begun: Vec<Instant> = week().flat_map(|day| self.done_on(day)).collect();
        begun.sort_unstable();
        begun.get(due.saturating_sub(1)).copied()
    }

    fn zone_of(&self, clock: &TimePolicy) -> Option<Zone> {
        clock.zone(&self.of.now.zone).ok()
    }
}

fn ring(
    id: String,
    kind: ReminderKind,
    about: About,
    (clock, zone): (TimePolicy, &Zone),
    instant: Instant,
    day: CivilDate,
) -> Ring {
    let (date, time) = zone.local(instant);
    Ring { id: ReminderId(id), kind, about, clock, zone: zone.id().to_owned(), date, time, instant, day }
}

/// A test that was asked for, on the person's clock.
fn test_ring(line: &LedgerLine, zone: &Zone) -> Ring {
    let clock = (TimePolicy::Floating, zone);
    ring(line.reminder.0.clone(), ReminderKind::Test, About::Test, clock, line.rings_at, line.day)
}

/// What begins or ends on a Monday, and its word in the id.
fn milestone(run: &Running, monday: CivilDate) -> Option<(About, &'static str)> {
    let enrolment = || run.enrolment.id.clone();
    let phase = |week| run.rules.phase_of(week).map(|(phase, _)| phase);
    let (Standing::Week(before) | Standing::Paused(_, before)) = run.standing(monday.pred_opt()?) else {
        return None;
    };
    match run.standing(monday) {
        Standing::Week(week) if phase(week) != phase(before) => {
            Some((About::Phase { enrolment: enrolment(), phase: phase(week)? }, "phase"))
        }
        Standing::Over => Some((About::PlanDone { enrolment: enrolment() }, "done")),
        _ => None,
    }
}

fn morning() -> WallTime {
    NaiveTime::from_hms_opt(MORNING.0, MORNING.1, 0).unwrap_or_default()
}
