//! Asking how something is practised: its figure and its timeline.

use crate::catalogue::{Posture, RoutineId};
use crate::figure::{self, FigureChoices, FigureClip};
use crate::practice::{Choices, Script};

use super::{Mingmen, MingmenError, Result};

impl Mingmen {
    /// The figure's loop for a motion and a posture: everything an app needs to draw it without another call.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] where the motion has no figure in that posture.
    pub fn figure_clip(&self, motion: &str, posture: Posture) -> Result<FigureClip> {
        self.store.require_open()?;
        let base = posture.as_str();
        figure::clip(motion, base, &FigureChoices::default())
            .map_err(|_| MingmenError::not_found("figure", format!("{motion} {base}")))
    }

    /// The timeline of a routine with choices. Nothing is begun.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the routine, [`MingmenError::InvalidInput`] for a choice.
    pub fn compile_script(&self, routine: &RoutineId, choices: &Choices) -> Result<Script> {
        self.store.read(|reading| self.script(reading, routine, choices))
    }
}
