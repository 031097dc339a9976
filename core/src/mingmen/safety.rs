//! Asking and answering who may practise.

use chrono::Days;

use crate::practice::PracticeEnding;
use crate::safety::{
    self, AboutYou, AboutYouEffect, AboutYouForm, AboutYouLineId, Clearance, Gate, Screening, ScreeningForm,
    ScreeningLineId, StopForm, StopSign,
};
use crate::store::Reading;
use crate::zone::{CivilDate, Instant, Moment, Now};

use super::{AboutYouSaved, Mingmen, MingmenError, Result, Screened, Subject};

/// What a change of the gate changes on screen.
const GATE_SUBJECTS: [Subject; 2] = [Subject::Safety, Subject::Reminders];

impl Mingmen {
    /// The questions before the first practice.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn screening_form(&self) -> Result<ScreeningForm> {
        Ok(safety::screening_form(self.open_catalogue()?))
    }

    /// Keeps the answers to the screening and says whether practice is open. No ticks means "None of these".
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for a line that the screening has not.
    pub fn answer_screening(&self, ticked: &[ScreeningLineId], now: &Now) -> Result<Screened> {
        let moment = Moment::check(now)?;
        safety::check_screening_ticks(self.catalogue, ticked)?;
        let screening = Screening {
            answered_at: moment.instant,
            date: moment.day,
            version: self.catalogue.safety().screening.version,
            ticked: ticked.to_vec(),
        };
        let id = self.next_id(moment.instant);
        self.store.write(|writing| {
            writing.insert_screening(&id, &screening)?;
            Ok(Screened { gate: self.gate_of(writing)?, changes: GATE_SUBJECTS.to_vec() })
        })
    }

    /// Keeps "A clinician has seen me about this and said I may exercise", dated. It reopens practice.
    ///
    /// ```
    /// # use mingmen_core::safety::Gate;
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// mingmen.answer_screening(&["line-saddle".into()], &now)?;
    /// let Gate::Shut { card } = mingmen.gate(&now)? else { unreachable!("numbness shuts practice") };
    /// assert_eq!(card.call.unwrap().number, "999");
    /// assert!(mingmen.reminders(5, &now)?.is_empty());
    ///
    /// assert!(matches!(mingmen.record_clearance(&now)?.gate, Gate::Open { .. }));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::AlreadyEnded`] where practice is not shut.
    pub fn record_clearance(&self, now: &Now) -> Result<Screened> {
        let moment = Moment::check(now)?;
        let clearance = Clearance { said_at: moment.instant, date: moment.day };
        let id = self.next_id(moment.instant);
        self.store.write(|writing| {
            if !matches!(self.gate_of(writing)?, Gate::Shut { .. }) {
                return Err(MingmenError::AlreadyEnded { what: "red flag".to_owned() });
            }
            writing.insert_clearance(&id, &clearance)?;
            Ok(Screened { gate: self.gate_of(writing)?, changes: GATE_SUBJECTS.to_vec() })
        })
    }

    /// Whether practice is open, with the page to show if it is not.
    ///
    /// # Errors
    /// The `Store…` cases.
    pub fn gate(&self, now: &Now) -> Result<Gate> {
        Moment::check(now)?;
        self.store.read(|reading| self.gate_of(reading))
    }

    /// The questions after the first breath.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn about_you_form(&self) -> Result<AboutYouForm> {
        Ok(safety::about_you_form(self.open_catalogue()?))
    }

    /// What these ticks would change. Nothing is kept.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for a line that the page has not.
    pub fn about_you_effect(&self, ticked: &[AboutYouLineId]) -> Result<AboutYouEffect> {
        safety::check_about_you_ticks(self.open_catalogue()?, ticked)?;
        Ok(safety::about_you_effect(self.catalogue, ticked))
    }

    /// Keeps the answers to "About you".
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for a line that the page has not.
    pub fn answer_about_you(&self, ticked: &[AboutYouLineId], now: &Now) -> Result<AboutYouSaved> {
        let moment = Moment::check(now)?;
        let effect = self.about_you_effect(ticked)?;
        let about_you = AboutYou {
            answered_at: moment.instant,
            date: moment.day,
            version: self.catalogue.safety().about_you.version,
            ticked: ticked.to_vec(),
        };
        let id = self.next_id(moment.instant);
        self.store.write::<_, MingmenError>(|writing| Ok(writing.insert_about_you(&id, &about_you)?))?;
        Ok(AboutYouSaved { effect, changes: vec![Subject::Safety, Subject::Plan] })
    }

    /// The page after "Stop, something hurts".
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn stop_form(&self) -> Result<StopForm> {
        Ok(safety::stop_form(self.open_catalogue()?))
    }

    pub(super) fn gate_of(&self, reading: &Reading<'_>) -> Result<Gate> {
        Ok(self.gate_and_why(reading)?.0)
    }

    /// The gate, and where a number of pain asks for the screening again, why.
    pub(super) fn gate_and_why(&self, reading: &Reading<'_>) -> Result<(Gate, String)> {
        let screening = reading.latest_screening()?;
        let clearance = reading.latest_clearance()?;
        let gate = safety::gate(self.catalogue, screening.as_ref(), clearance.as_ref(), &self.country);
        let Some(screening) = screening else { return Ok((gate, String::new())) };
        let cleared_at = clearance.map(|clearance| clearance.said_at);
        let since =
            cleared_at.map_or(screening.answered_at, |cleared_at| cleared_at.max(screening.answered_at));
        let signs = self.signs_since(reading, since)?;
        let after = |gate, sign| safety::gate_after_stop(self.catalogue, gate, sign, &self.country);
        // The gravest sign is looked at first: once it has shut practice, the others change nothing.
        let gate = signs.into_iter().fold(gate, after);
        if !matches!(gate, Gate::Open { .. }) {
            return Ok((gate, String::new()));
        }
        match self.high_pain_since(reading, screening.date, since)? {
            Some(rule) => Ok((Gate::ScreenAgain, rule.reason.clone())),
            None => Ok((gate, String::new())),
        }
    }

    /// The signs felt at `since` or later, the gravest first: those that stopped a practice, and those noted without one.
    fn signs_since(&self, reading: &Reading<'_>, since: Instant) -> Result<Vec<&'static StopSign>> {
        // A zone is at most a day away, and a practice day may be the evening before.
        let first_day = since.date_naive().checked_sub_days(Days::new(2)).unwrap_or_default();
        // A sign was felt, whatever became of the practice in the diary.
        let practices = reading.practices_ever_between(first_day..=CivilDate::MAX)?;
        let mut signs = Vec::new();
        for practice in practices.iter().filter(|practice| practice.started_at >= since) {
            if let PracticeEnding::StoppedForSign { sign } = &practice.ending {
                signs.push(safety::stop_sign(self.catalogue, sign)?);
            }
        }
        let noted = reading.noted_signs_between(first_day..=CivilDate::MAX)?;
        for noted in noted.iter().filter(|noted| noted.noted_at >= since) {
            signs.push(safety::stop_sign(self.catalogue, &noted.sign)?);
        }
        signs.sort_by_key(|sign| sign.next);
        Ok(signs)
    }

    /// What the latest answers to "About you" change; nothing for a person who was not asked yet.
    pub(super) fn effect_of(&self, reading: &Reading<'_>) -> Result<AboutYouEffect> {
        let ticked = reading.latest_about_you()?.map(|about_you| about_you.ticked).unwrap_or_default();
        Ok(safety::about_you_effect(self.catalogue, &ticked))
    }
}
