//! Changing a plan, and asking what it says.

use crate::plan::{
    Change, Enrolment, EnrolmentChange, EnrolmentId, Running, Session, SessionTime, Standing, check_change,
};
use crate::practice::Practice;
use crate::store::{Reading, Writing};
use crate::zone::{CivilDate, Moment, Now, is_plannable};

use super::facts::Log;
use super::{EnrolmentChanged, Mingmen, MingmenError, Result, Subject};

/// What a change of a plan changes on screen.
pub(super) const PLAN_SUBJECTS: [Subject; 3] = [Subject::Plan, Subject::Progress, Subject::Reminders];

/// The longest stretch of days that can be asked for at once.
const MOST_DAYS: i64 = 366;

impl Mingmen {
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
    /// let enrolment = mingmen.enrol(&mingmen.enrol_form(None, None, &now)?.preset, &now)?.enrolment;
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
        let made = [(effective_from, change.clone())];
        self.store.write(|writing| self.change_all(writing, enrolment, &made, &Moment::check(now)?))?;
        Ok(EnrolmentChanged { changes: PLAN_SUBJECTS.to_vec() })
    }

    /// Makes several changes of one enrolment, each checked against what the ones before it made.
    pub(super) fn change_all(
        &self,
        writing: &Writing<'_>,
        enrolment: &EnrolmentId,
        made: &[(CivilDate, Change)],
        moment: &Moment,
    ) -> Result<()> {
        for (effective_from, change) in made {
            let run = self.run_of(writing, enrolment, moment.day)?;
            check_change(&run, *effective_from, change, &self.allowed(&run.enrolment.start.plan)?, moment)?;
            if matches!(run.standing(*effective_from), Standing::Left | Standing::Over) {
                return Err(MingmenError::AlreadyEnded { what: "plan".to_owned() });
            }
            if let Change::Move { from, .. } = change {
                require_undone(writing, &run, *from, moment.day)?;
            }
            let (effective_from, recorded_at) = (*effective_from, moment.instant);
            let change = EnrolmentChange { effective_from, recorded_at, change: change.clone() };
            writing.insert_change(&self.next_id(moment.instant), enrolment, &change)?;
        }
        Ok(())
    }

    /// One enrolment as it stands.
    pub(super) fn run_of(
        &self,
        reading: &Reading<'_>,
        enrolment: &EnrolmentId,
        today: CivilDate,
    ) -> Result<Running> {
        let known = reading.enrolments()?.into_iter().find(|known| known.id == *enrolment);
        let known = known.ok_or_else(|| MingmenError::not_found("enrolment", enrolment))?;
        self.running(reading, known, today)
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
        let log = self.store.read(|reading| Log::read(reading, self, from..=from, moment.day))?;
        let days = from.iter_days().take_while(|day| *day <= through).filter(|day| moment.zone.has_day(*day));
        let due = |day| log.enrolments.iter().flat_map(move |run| run.sessions_on(day));
        Ok(days.flat_map(due).collect())
    }
}

/// The next session of a plan from a day on, if it has one.
pub(super) fn next_session(run: &Running, from: CivilDate) -> Option<Session> {
    let weeks = run.rules.weeks.map_or(0, usize::from);
    from.iter_days().take(weeks * 7 + 366).flat_map(|day| run.sessions_on(day)).next()
}

/// A session that is done stays where it was: moved, it would be due a second time.
pub(super) fn require_undone(
    reading: &Reading<'_>,
    run: &Running,
    from: SessionTime,
    today: CivilDate,
) -> Result<()> {
    if from.date != today {
        return Ok(());
    }
    let ours = |practice: &&Practice| practice.counts_as_session() && practice.is_for(&run.enrolment.id);
    let done = reading.practices_between(today..=today)?.iter().filter(ours).count();
    let is_done = run.sessions_on(today).iter().take(done).any(|session| session.time == from.time);
    if is_done {
        return Err(MingmenError::AlreadyEnded { what: "session".to_owned() });
    }
    Ok(())
}
