//! Enrolling, changing a plan, and asking what it says.

use chrono::Days;

use crate::catalogue::{PhaseContent, PlanContent, Posture};
use crate::plan::{
    Change, Enrolment, EnrolmentChange, EnrolmentDraft, EnrolmentId, PlanId, PlanRules, PlanWeek, Session,
    SessionLength, Standing, TimePolicy, WeeklySlot, check_change, check_enrolment,
};
use crate::zone::{CivilDate, Moment, Now, Weekday, is_plannable, week_days, week_start};

use super::facts::{self, Log};
use super::{
    EnrolForm, Enrolled, EnrolmentChanged, LengthChoice, Mingmen, MingmenError, PhaseOverview, PlanOverview,
    Result, Subject, words,
};

/// The plan that the enrol page offers.
const BACK_PLAN: &str = "back-12-weeks";

/// What a change of a plan changes on screen.
const PLAN_SUBJECTS: [Subject; 3] = [Subject::Plan, Subject::Progress, Subject::Reminders];

/// The longest stretch of days that can be asked for at once.
const MOST_DAYS: i64 = 366;

impl Mingmen {
    /// The enrol page, preset from "About you": the days that go with three sessions a week, from the next of them on.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn enrol_form(&self, now: &Now) -> Result<EnrolForm> {
        let moment = Moment::check(now)?;
        let plan = self.plan_content(&BACK_PLAN.into())?;
        let days = plan.usual_days.first().cloned().unwrap_or_default();
        let slots = days.iter().map(|weekday| WeeklySlot { weekday: *weekday, time: plan.usual_time });
        let preset = EnrolmentDraft {
            plan: BACK_PLAN.into(),
            starts_on: first_day(moment.day, &days),
            slots: slots.collect(),
            time_policy: TimePolicy::Floating,
            // Most movements of the plan may be done seated (article 000, line 16), and a chair is the safer start.
            posture: Posture::Seated,
            length: SessionLength::Ramp,
        };
        let phrases = self.phrases();
        Ok(EnrolForm {
            preset,
            lengths: self.lengths(plan)?,
            postures: vec![Posture::Seated, Posture::Standing],
            days_hint: phrases.days_hint(),
        })
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
    /// let enrolled = mingmen.enrol(&mingmen.enrol_form(&now)?.preset, &now)?;
    /// let first = enrolled.first.unwrap();
    /// assert_eq!((first.date.to_string().as_str(), first.week, first.minutes), ("2026-03-09", 1, 10));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for the plan,
    /// [`MingmenError::PracticeShut`] while the screening keeps practice shut.
    pub fn enrol(&self, draft: &EnrolmentDraft, now: &Now) -> Result<Enrolled> {
        let moment = Moment::check(now)?;
        let rules = facts::rules(self.catalogue, &draft.plan)?;
        check_enrolment(draft, moment.day)?;
        let enrolment = Enrolment {
            id: self.next_id(moment.instant).into(),
            enrolled_at: moment.instant,
            start: draft.clone(),
            changes: Vec::new(),
        };
        self.store.write(|writing| {
            self.require_open(writing)?;
            Ok::<_, MingmenError>(writing.insert_enrolment(&enrolment.id, moment.instant, draft)?)
        })?;
        let first = next_session(&enrolment, &rules, draft.starts_on);
        Ok(Enrolled { enrolment: enrolment.id, first, changes: PLAN_SUBJECTS.to_vec() })
    }

    /// Changes an enrolment from a date on: today or later, so that the past stays as it was.
    ///
    /// ```
    /// # use mingmen_core::plan::Change;
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// let enrolment = mingmen.enrol(&mingmen.enrol_form(&now)?.preset, &now)?.enrolment;
    /// // Two weeks away: nothing is due, nothing rings, and the plan goes on with the week it was in.
    /// let away = Change::Pause { through: "2026-03-22".parse().unwrap() };
    /// mingmen.change_enrolment(&enrolment, "2026-03-09".parse().unwrap(), &away, &now)?;
    /// let next = mingmen.reminders(1, &now)?;
    /// assert_eq!(next[0].date.to_string(), "2026-03-23");
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, [`MingmenError::NotFound`] for the enrolment,
    /// [`MingmenError::AlreadyEnded`] where it was left or is over by then.
    pub fn change_enrolment(
        &self,
        enrolment: &EnrolmentId,
        effective_from: CivilDate,
        change: &Change,
        now: &Now,
    ) -> Result<EnrolmentChanged> {
        let moment = Moment::check(now)?;
        check_change(effective_from, change, moment.day)?;
        let id = self.next_id(moment.instant);
        let change = EnrolmentChange { effective_from, recorded_at: moment.instant, change: change.clone() };
        self.store.write::<_, MingmenError>(|writing| {
            let all = writing.enrolments()?;
            let known = all.into_iter().find(|known| known.id == *enrolment);
            let known = known.ok_or_else(|| MingmenError::not_found("enrolment", enrolment))?;
            let rules = facts::rules(self.catalogue, &known.start.plan)?;
            if matches!(known.standing(&rules, effective_from), Standing::Left | Standing::Over) {
                return Err(MingmenError::AlreadyEnded { what: "plan".to_owned() });
            }
            Ok(writing.insert_change(&id, enrolment, &change)?)
        })?;
        Ok(EnrolmentChanged { changes: PLAN_SUBJECTS.to_vec() })
    }

    /// Every enrolment with its changes, oldest first.
    ///
    /// # Errors
    /// The `Store…` cases.
    pub fn enrolments(&self) -> Result<Vec<Enrolment>> {
        self.store.read(|reading| Ok(reading.enrolments()?))
    }

    /// The sessions due from one practice day through another, at most 366 days; a day that the zone skipped has none.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for days out of order, too many, or outside the years 1970 to 2099.
    pub fn sessions(&self, from: CivilDate, through: CivilDate, now: &Now) -> Result<Vec<Session>> {
        let moment = Moment::check(now)?;
        if !is_plannable(from) {
            return Err(MingmenError::invalid("from", "must lie in the years 1970 to 2099"));
        }
        let days = through.signed_duration_since(from).num_days();
        if !is_plannable(through) || !(0..MOST_DAYS).contains(&days) {
            return Err(MingmenError::invalid("through", "must lie 0 to 365 days after `from`"));
        }
        let log = self.store.read(|reading| Log::read(reading, self.catalogue, from..=from, moment.day))?;
        let days = from.iter_days().take_while(|day| *day <= through).filter(|day| moment.zone.has_day(*day));
        let due =
            |day| log.enrolments.iter().flat_map(move |(enrolment, rules)| enrolment.sessions_on(rules, day));
        Ok(days.flat_map(due).collect())
    }

    /// The plan page, or nothing before the first enrolment.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn plan_overview(&self, now: &Now) -> Result<Option<PlanOverview>> {
        let moment = Moment::check(now)?;
        // Practices of a whole plan, held weeks and pauses included.
        let first = moment.day.checked_sub_days(Days::new(5 * 366)).unwrap_or(moment.day);
        let log =
            self.store.read(|reading| Log::read(reading, self.catalogue, first..=moment.day, moment.day))?;
        log.current().map(|(enrolment, rules)| self.overview(&log, enrolment, rules)).transpose()
    }

    fn overview(&self, log: &Log, enrolment: &Enrolment, rules: &PlanRules) -> Result<PlanOverview> {
        let phrases = self.phrases();
        let plan = self.plan_content(&enrolment.start.plan)?;
        let weeks = weeks_with_done(log, enrolment, rules);
        let last_monday = weeks.last().map_or(enrolment.start.starts_on, |week| week.starts_on);
        let ends_on = last_monday.checked_add_days(Days::new(6)).unwrap_or(last_monday);
        let settings = enrolment.settings_on(log.today.max(enrolment.start.starts_on));
        let standing = enrolment.standing(rules, log.today);
        let week_now = match standing {
            Standing::Week(week) | Standing::Paused(_, week) => week,
            Standing::Ahead => 1,
            Standing::Over | Standing::Left => rules.weeks,
        };
        let minutes = rules.minutes(week_now, settings.length).unwrap_or_default();
        let phase = |phase: &PhaseContent| {
            let minutes = self.known_routine(&phase.routine)?.minutes;
            Ok(PhaseOverview { title: phase.name.clone(), focus: phase.focus.clone(), minutes })
        };
        Ok(PlanOverview {
            enrolment: enrolment.id.clone(),
            title: plan.name.clone(),
            span: words::span(phrases, enrolment.start.starts_on, ends_on),
            now: self.standing_words(standing, enrolment),
            now_facts: phrases
                .plan_facts(phrases.minutes(u32::from(minutes)), words::posture(phrases, settings.posture)),
            now_times: words::slots(phrases, &settings.slots),
            phases: plan.phases.iter().map(phase).collect::<Result<_>>()?,
            weeks,
            note: phrases.plan_note(),
        })
    }

    fn standing_words(&self, standing: Standing, enrolment: &Enrolment) -> String {
        let phrases = self.phrases();
        match standing {
            Standing::Ahead => phrases.plan_starts(words::long_date(phrases, enrolment.start.starts_on)),
            Standing::Week(week) => phrases.plan_now(week),
            Standing::Paused(through, _) => phrases.plan_paused(words::long_date(phrases, through)),
            Standing::Over => phrases.plan_over(),
            Standing::Left => phrases.plan_left(),
        }
    }

    fn lengths(&self, plan: &PlanContent) -> Result<Vec<LengthChoice>> {
        let phrases = self.phrases();
        let rules = facts::rules(self.catalogue, &plan.id.as_str().into())?;
        let full = rules.minutes(1, SessionLength::Full).unwrap_or_default();
        let ramp = |week| rules.minutes(week, SessionLength::Ramp).unwrap_or_default();
        let choice = |length, title, detail| LengthChoice { length, title, detail };
        Ok(vec![
            choice(
                SessionLength::Ramp,
                phrases.length_ramp_title(),
                phrases.length_ramp_detail(ramp(1), ramp(2), ramp(3)),
            ),
            choice(
                SessionLength::Full,
                phrases.length_full_title(),
                phrases.length_full_detail(phrases.minutes(u32::from(full))),
            ),
            choice(
                SessionLength::Fifteen,
                phrases.length_fifteen_title(),
                phrases.length_every_week(phrases.minutes(15)),
            ),
            choice(
                SessionLength::Ten,
                phrases.length_ten_title(),
                phrases.length_every_week(phrases.minutes(10)),
            ),
        ])
    }

    pub(super) fn plan_content(&self, id: &PlanId) -> Result<&'static PlanContent> {
        self.catalogue.plan(id.as_str()).ok_or_else(|| MingmenError::not_found("plan", id))
    }
}

/// The next day of a plan from a day on, if it has one.
pub(super) fn next_session(enrolment: &Enrolment, rules: &PlanRules, from: CivilDate) -> Option<Session> {
    let days = from.iter_days().take(usize::from(rules.weeks) * 7 + 366);
    days.flat_map(|day| enrolment.sessions_on(rules, day)).next()
}

fn weeks_with_done(log: &Log, enrolment: &Enrolment, rules: &PlanRules) -> Vec<PlanWeek> {
    let this_monday = week_start(log.today);
    let with_done = |mut week: PlanWeek| {
        let facts = log.facts();
        let done = week_days(week.starts_on).map(|day| facts.sessions_done(day));
        week.sessions_done = done.fold(0, u8::saturating_add);
        week.is_now = week.starts_on == this_monday;
        week
    };
    enrolment.weeks(rules).into_iter().map(with_done).collect()
}

/// Today or the next day that is one of `days`.
fn first_day(today: CivilDate, days: &[Weekday]) -> CivilDate {
    today.iter_days().take(7).find(|day| days.contains(&Weekday::of(*day))).unwrap_or(today)
}
