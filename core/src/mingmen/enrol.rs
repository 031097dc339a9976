//! The plans on offer, the page to begin one, and beginning.

use crate::catalogue::{PlanContent, Posture, RoutineId};
use crate::plan::{
    Enrolment, EnrolmentDraft, PlanId, PlanRules, Running, SessionLength, TimePolicy, WeeklySlot,
    check_enrolment,
};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, Weekday};

use super::facts::{self, Log};
use super::plan::{PLAN_SUBJECTS, next_session};
use super::{
    ClockChoice, DaysHint, EnrolForm, Enrolled, LengthChoice, Mingmen, MingmenError, PlanChoice, Result,
    words,
};

/// The plan that is set up first.
pub(super) const BACK_PLAN: &str = "back-12-weeks";

impl Mingmen {
    /// The plans that can be followed, and which of them the person follows now.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn plan_choices(&self, now: &Now) -> Result<Vec<PlanChoice>> {
        let moment = Moment::check(now)?;
        let log = self.store.read(|reading| Log::read(reading, self, facts::around(&moment), moment.day))?;
        Ok(self.catalogue.plans().iter().map(|plan| plan_choice(plan, &log)).collect())
    }

    /// What a person may go on with once all weeks of a plan are done.
    pub(super) fn plans_after(&self, log: &Log, run: &Running) -> Result<Vec<PlanChoice>> {
        let after = &self.plan_content(&run.enrolment.start.plan)?.after;
        after.iter().map(|plan| Ok(plan_choice(self.plan_content(&plan.as_str().into())?, log))).collect()
    }

    /// The page to begin a plan, the back plan where none is named: preset with the days that go with it, from the next
    /// of them on. A plan that leaves its routine to the person is preset with the one that is named, else with the one
    /// of their own made last; any other plan has its own, and none may be named.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the plan or the routine, [`MingmenError::InvalidInput`] for a routine where the plan has
    /// its own, [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn enrol_form(
        &self,
        plan: Option<&PlanId>,
        routine: Option<&RoutineId>,
        now: &Now,
    ) -> Result<EnrolForm> {
        let moment = Moment::check(now)?;
        let plan = self.plan_content(plan.unwrap_or(&BACK_PLAN.into()))?;
        self.store.read(|reading| self.enrol_form_of(reading, plan, routine, &moment))
    }

    fn enrol_form_of(
        &self,
        reading: &Reading<'_>,
        plan: &PlanContent,
        routine: Option<&RoutineId>,
        moment: &Moment,
    ) -> Result<EnrolForm> {
        let days = plan.usual_days.first().cloned().unwrap_or_default();
        let slots = days.iter().map(|weekday| WeeklySlot { weekday: *weekday, time: plan.usual_time });
        let chosen = plan.phases.iter().any(|phase| phase.routine.is_none());
        let routine = match routine {
            Some(_) if !chosen => return Err(MingmenError::invalid("routine", "this plan has its own")),
            Some(named) => Some(named.clone()),
            None if chosen => reading.own_routines()?.pop().map(|own| own.at().routine_id()),
            None => None,
        };
        let preset = EnrolmentDraft {
            plan: plan.id.as_str().into(),
            starts_on: first_day(moment.day, &days),
            slots: slots.collect(),
            time_policy: TimePolicy::Floating,
            // Most movements of the plan may be done seated (article 000, line 16), and a chair is the safer start.
            posture: Posture::Seated,
            length: if plan.ramp_minutes.is_empty() { SessionLength::Full } else { SessionLength::Ramp },
            weeks: plan.weeks.filter(|_| plan.choose_weeks.is_some()),
            routine,
        };
        // Without a routine of one's own there is no length to choose yet.
        let rules =
            if chosen && preset.routine.is_none() { None } else { Some(self.rules(reading, &preset)?) };
        Ok(EnrolForm {
            preset,
            lengths: rules.map(|rules| self.lengths(&rules)).unwrap_or_default(),
            postures: vec![Posture::Seated, Posture::Standing],
            days_hint: plan.hint.clone(),
            days_hints: days_hints(plan),
            daily_times: plan.times_a_day,
            weeks: plan.choose_weeks.clone(),
            clocks: self.clocks(moment),
        })
    }

    /// Whose clock practice times may follow: the person's own, or that of the zone that they are in.
    pub(super) fn clocks(&self, moment: &Moment) -> Vec<ClockChoice> {
        let phrases = self.phrases();
        let zone = moment.zone.id();
        let place = words::place(zone);
        vec![
            ClockChoice {
                time_policy: TimePolicy::Floating,
                title: phrases.clock_floating_title(),
                detail: phrases.clock_floating_detail(),
            },
            ClockChoice {
                time_policy: TimePolicy::Pinned { zone: zone.to_owned() },
                title: phrases.clock_pinned_title(&place),
                detail: phrases.clock_pinned_detail(&place),
            },
        ]
    }

    /// Begins a plan.
    ///
    /// ```
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// // One tap: everything on the page is preset. Week 1 of the ramp is ten minutes.
    /// let enrolled = mingmen.enrol(&mingmen.enrol_form(None, None, &now)?.preset, &now)?;
    /// let first = enrolled.first.unwrap();
    /// assert_eq!((first.date.to_string().as_str(), first.week, first.minutes), ("2026-03-09", 1, 10));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for the plan
    /// or its routine, [`MingmenError::PracticeShut`] while the screening keeps practice shut.
    pub fn enrol(&self, draft: &EnrolmentDraft, now: &Now) -> Result<Enrolled> {
        let moment = Moment::check(now)?;
        check_enrolment(draft, &self.allowed(&draft.plan)?, moment.day)?;
        let enrolment = Enrolment {
            id: self.next_id(moment.instant).into(),
            enrolled_at: moment.instant,
            start: draft.clone(),
            changes: Vec::new(),
        };
        self.store.write(|writing| {
            self.require_open(writing)?;
            let run = self.running(writing, enrolment.clone(), moment.day)?;
            writing.insert_enrolment(&enrolment.id, moment.instant, draft)?;
            let first = next_session(&run, draft.starts_on);
            Ok(Enrolled { enrolment: enrolment.id, first, changes: PLAN_SUBJECTS.to_vec() })
        })
    }

    /// The lengths that make a difference: none longer than the routine itself.
    pub(super) fn lengths(&self, rules: &PlanRules) -> Vec<LengthChoice> {
        let phrases = self.phrases();
        let minutes = |week, length| rules.minutes(week, length).unwrap_or_default();
        let full = minutes(1, SessionLength::Full);
        let ramp = |week| minutes(week, SessionLength::Ramp);
        let choice = |length, title, detail| LengthChoice { length, title, detail };
        let every_week = |minutes: u16| phrases.length_every_week(phrases.minutes(u32::from(minutes)));
        let mut lengths = Vec::new();
        if !rules.ramp_minutes.is_empty() {
            let grown = match rules.ramp_minutes.len() {
                1 => phrases.length_short_ramp_detail(ramp(1), ramp(2)),
                _ => phrases.length_ramp_detail(ramp(1), ramp(2), ramp(3)),
            };
            lengths.push(choice(SessionLength::Ramp, phrases.length_ramp_title(), grown));
        }
        let whole = phrases.length_full_detail(phrases.minutes(u32::from(full)));
        lengths.push(choice(SessionLength::Full, phrases.length_full_title(), whole));
        if full > 15 {
            lengths.push(choice(SessionLength::Fifteen, phrases.length_fifteen_title(), every_week(15)));
        }
        if full > 10 {
            lengths.push(choice(SessionLength::Ten, phrases.length_ten_title(), every_week(10)));
        }
        lengths
    }

    pub(super) fn plan_content(&self, id: &PlanId) -> Result<&'static PlanContent> {
        self.catalogue.plan(id.as_str()).ok_or_else(|| MingmenError::not_found("plan", id))
    }
}

fn plan_choice(plan: &PlanContent, log: &Log) -> PlanChoice {
    PlanChoice {
        plan: plan.id.as_str().into(),
        title: plan.name.clone(),
        about: plan.about.clone(),
        needs_routine: plan.phases.iter().any(|phase| phase.routine.is_none()),
        is_running: log.live().any(|run| run.enrolment.start.plan.as_str() == plan.id),
        origin: plan.origin.clone(),
    }
}

/// What to say for each number of days that may be chosen: nothing where it is what the article asks for.
fn days_hints(plan: &PlanContent) -> Vec<DaysHint> {
    let asked = plan.sessions_least..=plan.sessions_most;
    let differs = |days: &u8| if asked.contains(days) { String::new() } else { plan.differs.clone() };
    (plan.days_least..=plan.days_most).map(|days| DaysHint { days, differs: differs(&days) }).collect()
}

/// Today or the next day that is one of `days`.
fn first_day(today: CivilDate, days: &[Weekday]) -> CivilDate {
    today.iter_days().take(7).find(|day| days.contains(&Weekday::of(*day))).unwrap_or(today)
}
