//! Asking how something is practised: its figure and its timeline. And who the figure is.

use crate::catalogue::{Phrases, Posture, RoutineId};
use crate::figure::{
    self, FigureAge, FigureBuild, FigureChoices, FigureClip, FigureHair, FigureHairStyle, FigureRange,
    FigureSkin, FigureTone, FigureTones,
};
use crate::practice::{Choices, Script};
use crate::zone::{Moment, Now};

use super::{FigureForm, FigureOption, FigureQuestion, Mingmen, MingmenError, Result, Subject};

impl Mingmen {
    /// The figure's loop for a motion and a posture, shown by the person who was chosen: everything an app needs to draw it
    /// without another call.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] where the motion has no figure in that posture; the `Store…` cases.
    pub fn figure_clip(&self, motion: &str, posture: Posture) -> Result<FigureClip> {
        let choices = self.store.read(|reading| reading.figure_choices())?.unwrap_or_default();
        let base = posture.as_str();
        figure::clip(motion, base, &choices)
            .map_err(|_| MingmenError::not_found("figure", format!("{motion} {base}")))
    }

    /// Who the drawn person may be, and who it is now.
    ///
    /// # Errors
    /// The `Store…` cases.
    pub fn figure_form(&self) -> Result<FigureForm> {
        let chosen = self.store.read(|reading| reading.figure_choices())?.unwrap_or_default();
        Ok(form(self.phrases(), chosen))
    }

    /// Keeps who the drawn person is.
    ///
    /// # Errors
    /// The `Store…` cases.
    pub fn choose_figure(&self, choices: &FigureChoices, now: &Now) -> Result<FigureForm> {
        let moment = Moment::check(now)?;
        let id = self.next_id(moment.instant);
        self.store.write(|writing| writing.insert_figure_choices(&id, moment.instant, choices))?;
        Ok(FigureForm { changes: vec![Subject::Figure], ..form(self.phrases(), *choices) })
    }

    /// The timeline of a routine with choices. Nothing is begun.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the routine, [`MingmenError::InvalidInput`] for a choice.
    pub fn compile_script(&self, routine: &RoutineId, choices: &Choices) -> Result<Script> {
        self.store.read(|reading| self.script(reading, routine, choices))
    }
}

fn form(phrases: &Phrases, chosen: FigureChoices) -> FigureForm {
    let option = |text: String, choices: FigureChoices, tone: Option<FigureTone>| FigureOption {
        text,
        chosen: choices == chosen,
        tone,
        choices,
    };
    let plain = |text, choices| option(text, choices, None);
    let coloured = |text, choices, of: fn(FigureTones) -> FigureTone| {
        option(text, choices, figure::tones(&choices).ok().map(of))
    };
    let question = |title, options| FigureQuestion { title, options };
    FigureForm {
        title: phrases.figure_title(),
        lead: phrases.figure_lead(),
        chosen,
        questions: vec![
            question(
                phrases.figure_range(),
                FigureRange::ALL
                    .map(|it| plain(range(phrases, it), FigureChoices { range: it, ..chosen }))
                    .into(),
            ),
            question(
                phrases.figure_build(),
                FigureBuild::ALL
                    .map(|it| plain(build(phrases, it), FigureChoices { build: it, ..chosen }))
                    .into(),
            ),
            question(
                phrases.figure_age(),
                FigureAge::ALL.map(|it| plain(age(phrases, it), FigureChoices { age: it, ..chosen })).into(),
            ),
            question(
                phrases.figure_skin(),
                FigureSkin::ALL
                    .map(|it| {
                        let choices = FigureChoices { skin: it, ..chosen };
                        coloured(skin(phrases, it), choices, |tones| tones.skin)
                    })
                    .into(),
            ),
            question(
                phrases.figure_hair(),
                FigureHair::ALL
                    .map(|it| {
                        let choices = FigureChoices { hair: it, ..chosen };
                        coloured(hair(phrases, it), choices, |tones| tones.hair)
                    })
                    .into(),
            ),
            question(
                phrases.figure_hair_style(),
                FigureHairStyle::ALL
                    .map(|it| plain(hair_style(phrases, it), FigureChoices { hair_style: it, ..chosen }))
                    .into(),
            ),
        ],
        changes: vec![],
    }
}

fn range(phrases: &Phrases, range: FigureRange) -> String {
    match range {
        FigureRange::Full => phrases.figure_range_full(),
        FigureRange::Smaller => phrases.figure_range_smaller(),
    }
}

fn build(phrases: &Phrases, build: FigureBuild) -> String {
    match build {
        FigureBuild::Slighter => phrases.figure_build_slighter(),
        FigureBuild::Middle => phrases.figure_build_middle(),
        FigureBuild::Fuller => phrases.figure_build_fuller(),
    }
}

fn age(phrases: &Phrases, age: FigureAge) -> String {
    match age {
        FigureAge::Younger => phrases.figure_age_younger(),
        FigureAge::Older => phrases.figure_age_older(),
    }
}

fn skin(phrases: &Phrases, skin: FigureSkin) -> String {
    match skin {
        FigureSkin::VeryLight => phrases.figure_skin_very_light(),
        FigureSkin::Light => phrases.figure_skin_light(),
        FigureSkin::Tan => phrases.figure_skin_tan(),
        FigureSkin::Olive => phrases.figure_skin_olive(),
        FigureSkin::Brown => phrases.figure_skin_brown(),
        FigureSkin::Dark => phrases.figure_skin_dark(),
    }
}

fn hair(phrases: &Phrases, hair: FigureHair) -> String {
    match hair {
        FigureHair::Black => phrases.figure_hair_black(),
        FigureHair::DarkBrown => phrases.figure_hair_dark_brown(),
        FigureHair::Chestnut => phrases.figure_hair_chestnut(),
        FigureHair::Red => phrases.figure_hair_red(),
        FigureHair::Blond => phrases.figure_hair_blond(),
        FigureHair::Grey => phrases.figure_hair_grey(),
        FigureHair::White => phrases.figure_hair_white(),
    }
}

fn hair_style(phrases: &Phrases, style: FigureHairStyle) -> String {
    match style {
        FigureHairStyle::Bun => phrases.figure_hair_bun(),
        FigureHairStyle::Short => phrases.figure_hair_short(),
    }
}
