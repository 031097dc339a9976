//! How a person is led: what there is to choose, and what was chosen for good.

use crate::practice::{Form, Guidance, Pacer, VoiceDetail, check_guidance};
use crate::zone::{Moment, Now};

use super::{
    AroundChoice, BreathChoice, GuidanceChosen, GuidanceForm, InPartChoice, Mingmen, MingmenError,
    PaceChoice, Result, Subject, VoiceChoice, lock,
};

/// Breaths of a movement to choose from, in milliseconds (proposed; DESIGN, Practice: 8 s).
const BREATHS_MS: [u32; 6] = [5_000, 6_000, 8_000, 10_000, 12_000, 15_000];

/// Paces of the pacer to choose from, in breaths a minute, times ten.
const PACES: std::ops::RangeInclusive<u16> = 30..=80;
const PACE_STEP: usize = 5;

impl Mingmen {
    /// What there is to choose about how a person is led, with what is chosen now.
    ///
    /// ```
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::practice::{Guidance, VoiceDetail};
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// let form = mingmen.guidance_form()?;
    /// assert_eq!(form.paces[5].text, "5.5 a minute");
    /// let quiet = Guidance { voice: VoiceDetail::Quiet, ..form.chosen };
    /// mingmen.choose_guidance(&quiet, &now)?;
    /// assert_eq!(mingmen.guidance_form()?.chosen, quiet);
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn guidance_form(&self) -> Result<GuidanceForm> {
        self.store.require_open()?;
        self.form_of_guidance(&self.guidance())
    }

    /// Keeps how a person wants to be led from now on. The practice that is being led goes on as it is; see
    /// [`Mingmen::change_practice`].
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field, and the `Store…` cases.
    pub fn choose_guidance(&self, guidance: &Guidance, now: &Now) -> Result<GuidanceChosen> {
        let moment = Moment::check(now)?;
        check_guidance(guidance)?;
        let id = self.next_id(moment.instant);
        self.store.write::<_, MingmenError>(|writing| {
            Ok(writing.insert_guidance(&id, moment.instant, guidance)?)
        })?;
        *lock(&self.guidance) = guidance.clone();
        Ok(GuidanceChosen { chosen: guidance.clone(), changes: vec![Subject::Practice] })
    }

    /// How the person wants to be led.
    pub(super) fn guidance(&self) -> Guidance {
        lock(&self.guidance).clone()
    }

    pub(super) fn form_of_guidance(&self, chosen: &Guidance) -> Result<GuidanceForm> {
        let phrases = self.phrases();
        let breath = |breath_ms: u32| BreathChoice {
            breath_ms: Some(breath_ms),
            text: phrases.breath_seconds(breath_ms / 1_000),
        };
        let own = BreathChoice { breath_ms: None, text: phrases.breath_own() };
        let voice = |voice, text, detail| VoiceChoice { voice, text, detail };
        let pace =
            |pace_tenths| PaceChoice { pace_tenths, text: phrases.breaths_a_minute(tenths(pace_tenths)) };
        let around = self.around();
        Ok(GuidanceForm {
            chosen: chosen.clone(),
            breaths: BREATHS_MS.into_iter().map(breath).chain([own]).collect(),
            voices: vec![
                voice(VoiceDetail::Full, phrases.voice_full(), phrases.voice_full_detail()),
                voice(VoiceDetail::Key, phrases.voice_key(), phrases.voice_key_detail()),
                voice(VoiceDetail::Quiet, phrases.voice_quiet(), phrases.voice_quiet_detail()),
            ],
            usual_pacer: Pacer::default(),
            paces: PACES.step_by(PACE_STEP).map(pace).collect(),
            in_parts: vec![
                InPartChoice { in_percent: 50, text: phrases.breath_even() },
                InPartChoice { in_percent: 40, text: phrases.breath_out_longer() },
                InPartChoice { in_percent: 35, text: phrases.breath_out_long() },
            ],
            warm_up: self.around_choice(around.warm_up)?,
            gratitude: self.around_choice(around.gratitude)?,
            intention: self.around_choice(around.intention)?,
        })
    }

    fn around_choice(&self, form: Option<Form<'_>>) -> Result<AroundChoice> {
        let form = form.ok_or_else(|| MingmenError::not_found("movement", "around a practice"))?;
        let minutes = self.phrases().minutes(u32::from(form.variant.minutes()));
        Ok(AroundChoice { title: form.movement.name.clone(), detail: self.phrases().around_facts(minutes) })
    }
}

/// A number of tenths: "5.5", "6".
fn tenths(tenths: u16) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}
