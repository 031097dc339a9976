//! Asking what can be practised.

use crate::catalogue::{Movement, MovementId, Posture, Routine, RoutineId};
use crate::figure::{self, FigureClip};
use crate::practice::{Choices, Script};

use super::{Mingmen, MingmenError, Result};

impl Mingmen {
    /// All movements, in the catalogue's order.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn movements(&self) -> Result<Vec<Movement>> {
        Ok(self.open_catalogue()?.movements().to_vec())
    }

    /// One movement.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn movement(&self, id: &MovementId) -> Result<Movement> {
        self.open_catalogue()?.movement(id).cloned().ok_or_else(|| MingmenError::not_found("movement", id))
    }

    /// All routines, in the catalogue's order.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn routines(&self) -> Result<Vec<Routine>> {
        Ok(self.open_catalogue()?.routines().to_vec())
    }

    /// One routine.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn routine(&self, id: &RoutineId) -> Result<Routine> {
        self.open_catalogue()?.routine(id).cloned().ok_or_else(|| MingmenError::not_found("routine", id))
    }

    /// The figure's loop for a motion and a posture: everything an app needs to draw it without another call.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] where the motion has no figure in that posture.
    pub fn figure_clip(&self, motion: &str, posture: Posture) -> Result<FigureClip> {
        self.store.require_open()?;
        let base = match posture {
            Posture::Seated => "seated",
            Posture::Standing => "standing",
            Posture::Lying => "lying",
        };
        figure::clip(motion, base).map_err(|_| MingmenError::not_found("figure", format!("{motion} {base}")))
    }

    /// The timeline of a routine with choices. Nothing is begun.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the routine, [`MingmenError::InvalidInput`] for a choice.
    pub fn compile_script(&self, routine: &RoutineId, choices: &Choices) -> Result<Script> {
        self.store.require_open()?;
        self.script(routine, choices)
    }
}
