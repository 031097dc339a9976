//! The first screen, whole, in one call.

use crate::catalogue::VariantId;
use crate::plan::{Running, Session, Standing, evening_order};
use crate::safety::Gate;
use crate::store::Reading;
use crate::zone::{Moment, Now};

use super::facts::Log;
use super::plan::next_session;
use super::{Mingmen, PracticeCard, Result, Today, TodayState, words};

impl Mingmen {
    /// The first screen, whole.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn today(&self, now: &Now) -> Result<Today> {
        let moment = Moment::check(now)?;
        self.store.read(|reading| self.today_of(reading, &moment))
    }

    fn today_of(&self, reading: &Reading<'_>, moment: &Moment) -> Result<Today> {
        let phrases = self.phrases();
        let (gate, screen_again_why) = self.gate_and_why(reading)?;
        let open = matches!(gate, Gate::Open { .. });
        let grounds = self.grounds(reading, moment, open)?;
        let log = &grounds.log;
        let state = self.today_state(reading, log, moment, &gate)?;
        let mut week = log.facts().week(moment.day);
        words::describe_week(phrases, &mut week, moment.day);
        let next_reminder = self.next_reminders(reading, &grounds, moment, 1)?.pop();
        let next_reminder_when = next_reminder.as_ref().map(|reminder| self.rings_when(reminder, moment));
        let enrolment = about(log).map(|run| &run.enrolment.id);
        let also_due = if open { self.also_due(reading, log)? } else { Vec::new() };
        Ok(Today {
            date: moment.day,
            date_text: words::long_date(phrases, moment.day),
            heading: self.heading(&state, moment),
            state,
            gentle: if open { self.gentle_cards(enrolment)? } else { Vec::new() },
            gentle_longer: if open { Some(self.gentle_longer(reading, enrolment)?) } else { None },
            gate,
            week,
            reminders_held_back: next_reminder.is_some() && grounds.is_held_back(),
            next_reminder,
            next_reminder_when: next_reminder_when.unwrap_or_default(),
            open_practice: if open { self.cut_off(reading)? } else { None },
            also_due,
            offer: if open { self.offer_of(reading, log)? } else { None },
            day_after: if open { self.day_after_of(reading, log)? } else { None },
            screen_again_why,
            mended: self.accounts().into_iter().next(),
        })
    }

    fn today_state(
        &self,
        reading: &Reading<'_>,
        log: &Log,
        moment: &Moment,
        gate: &Gate,
    ) -> Result<TodayState> {
        match gate {
            Gate::NotScreened => return Ok(TodayState::NotScreened),
            Gate::ScreenAgain => return Ok(TodayState::ScreenAgain),
            Gate::Shut { .. } => return Ok(TodayState::Shut),
            Gate::Open { .. } => {}
        }
        let Some(run) = about(log) else { return self.not_enrolled(reading) };
        match run.standing(moment.day) {
            Standing::Left => self.not_enrolled(reading),
            Standing::Over => {
                let weeks = run.rules.weeks.unwrap_or_default();
                let text = self.phrases().plan_over_text(self.phrases().number(u32::from(weeks)));
                Ok(TodayState::PlanOver { text, next: self.plans_after(log, run)? })
            }
            Standing::Paused(through, _) => {
                let text = self.phrases().paused_text(words::long_date(self.phrases(), through));
                Ok(TodayState::Paused { through, text })
            }
            Standing::Ahead | Standing::Week(_) => {
                let leave_out = self.effect_of(reading)?.leave_out;
                self.practice_day(reading, log, run, moment, &leave_out)
            }
        }
    }

    fn not_enrolled(&self, reading: &Reading<'_>) -> Result<TodayState> {
        Ok(TodayState::NotEnrolled {
            first_breath_taken: reading.has_any_practice()?,
            about_you_answered: reading.latest_about_you()?.is_some(),
            first_breath: self.first_breath_card()?,
        })
    }

    fn practice_day(
        &self,
        reading: &Reading<'_>,
        log: &Log,
        run: &Running,
        moment: &Moment,
        leave_out: &[VariantId],
    ) -> Result<TodayState> {
        let done = log.facts().sessions_done_for(&run.enrolment.id, moment.day);
        if let Some(session) = still_due(log, run) {
            let card = self.session_card(reading, &session, run, leave_out)?;
            return Ok(TodayState::Due { session, card });
        }
        let next = moment.day.succ_opt().and_then(|tomorrow| next_session(run, tomorrow));
        let next_when = next.as_ref().map(|session| self.when(session, moment)).unwrap_or_default();
        let card = self.extra_card(reading, run, moment, next.as_ref(), done > 0, leave_out)?;
        if done > 0 {
            return Ok(TodayState::Done { next, next_when, card });
        }
        Ok(TodayState::Rest { next, next_when, card })
    }

    /// Practising although nothing is due: this week's routine, or the first week's before the plan has begun.
    fn extra_card(
        &self,
        reading: &Reading<'_>,
        run: &Running,
        moment: &Moment,
        next: Option<&Session>,
        once_more: bool,
        leave_out: &[VariantId],
    ) -> Result<Option<PracticeCard>> {
        let Some(next) = next else { return Ok(None) };
        let mut session = next.clone();
        if let Standing::Week(week) = run.standing(moment.day) {
            let minutes = run.rules.minutes(week, run.enrolment.settings_on(moment.day).length);
            let phase = run.rules.phase_of(week);
            if let (Some(minutes), Some((_, phase))) = (minutes, phase) {
                session.week = week;
                session.minutes = minutes;
                session.routine = phase.routine.clone();
            }
        }
        let mut card = self.session_card(reading, &session, run, leave_out)?;
        let phrases = self.phrases();
        card.over_line = if once_more { phrases.once_more() } else { phrases.practise_today_anyway() };
        Ok(Some(card))
    }

    /// The sessions of other plans that are still to be done today, earliest first.
    fn also_due(&self, reading: &Reading<'_>, log: &Log) -> Result<Vec<PracticeCard>> {
        let shown = about(log).map(|run| &run.enrolment.id);
        let others = log.live().filter(|run| Some(&run.enrolment.id) != shown);
        let mut due: Vec<(Session, &Running)> =
            others.filter_map(|run| still_due(log, run).map(|session| (session, run))).collect();
        due.sort_by_key(|(session, _)| evening_order(session.time));
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let leave_out = self.effect_of(reading)?.leave_out;
        due.iter().map(|(session, run)| self.session_card(reading, session, run, &leave_out)).collect()
    }

    /// "Friday, 08:00", or "Today, 08:00".
    fn when(&self, session: &Session, moment: &Moment) -> String {
        let phrases = self.phrases();
        let day = words::capitalised(&words::day(phrases, session.date, moment.day));
        phrases.day_and_time(day, words::clock(session.time))
    }

    fn heading(&self, state: &TodayState, moment: &Moment) -> String {
        let phrases = self.phrases();
        match state {
            TodayState::Rest { .. } => phrases.rest_day(),
            TodayState::Done { .. } => phrases.done_today(),
            TodayState::NotEnrolled { .. } => phrases.where_to_start(),
            TodayState::Paused { .. } => phrases.paused_heading(),
            TodayState::PlanOver { .. } => phrases.plan_over_heading(),
            TodayState::NotScreened | TodayState::ScreenAgain | TodayState::Shut | TodayState::Due { .. } => {
                words::greeting(phrases, moment.time)
            }
        }
    }
}

/// The enrolment that Today is about: of those with a session still to do today the one that comes first, otherwise the
/// current one.
fn about(log: &Log) -> Option<&Running> {
    let due = log.live().filter_map(|run| still_due(log, run).map(|session| (session, run)));
    let first = due.min_by_key(|(session, _)| evening_order(session.time));
    first.map(|(_, run)| run).or_else(|| log.current())
}

/// The next session of an enrolment that is still to do today.
fn still_due(log: &Log, run: &Running) -> Option<Session> {
    let done = log.facts().sessions_done_for(&run.enrolment.id, log.today);
    run.sessions_on(log.today).into_iter().nth(usize::from(done))
}

#[cfg(test)]
mod tests {
    use super::super::OpenOptions;
    use super::Mingmen;
    use crate::catalogue::ASKED_FOR;
    use crate::zone::Now;

    #[test]
    fn the_first_screen_never_asks_for_what_can_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let now = Now { instant: "2026-03-09T07:40:00Z".parse().unwrap(), zone: "Europe/London".into() };
        let options = OpenOptions {
            path: folder.path().join("mingmen.db").to_string_lossy().into_owned(),
            seed: vec![7; 32],
            locale: "en".into(),
            country: "GB".into(),
        };
        let first_screen = || {
            let mingmen = Mingmen::open(&options, &now).unwrap();
            mingmen.today(&now).unwrap();
            mingmen.reminders(60, &now).unwrap();
            mingmen
        };
        first_screen().answer_screening(&[], &now).unwrap();
        let mingmen = first_screen();
        mingmen.enrol(&mingmen.enrol_form(None, None, &now).unwrap().preset, &now).unwrap();
        let mingmen = first_screen();
        assert_eq!(ASKED_FOR.get(), 0);

        mingmen.item(&"caution-neck".into()).unwrap();
        assert!(ASKED_FOR.get() > 0, "a page to read asks for it");
    }
}
