//! The drawn person: shows every movement on a chair, standing, or lying down.
//!
//! People copy what they see, so the figure is a skeleton with the lengths and joint ranges of a body, not a drawing. A
//! *motion* (one JSON file, `core/content/figures/motion`) moves it on a *base* posture; [`clip`] samples that into a
//! [`FigureClip`], which an app draws and animates with no further call. A motion's id is the id of the movement it shows.
//!
//! ```
//! use mingmen_core::figure::{self, FigureChoices};
//!
//! let me = FigureChoices::default();
//! let clip = figure::clip("spinal-wave", "seated", &me)?;
//! assert!(clip.coordinates.len() < 96 * 1024);
//! assert!(clip.shapes.iter().all(|shape| shape.first_point + shape.point_count <= clip.points(0.5).len() as u32));
//! assert!(figure::clip("spinal-wave", "lying", &me).is_err());
//! # Ok::<(), figure::FigureError>(())
//! ```
//!
//! The way of a clip: [`library`](self) reads and checks the files, `tracks` reads keys at a phase, `body` solves the
//! skeleton, `draw` finds outlines as the camera sees them, `clip` writes the bytes. `check` finds what a body cannot do.

mod angle;
mod body;
mod channel;
mod check;
mod choices;
mod clip;
mod colour;
mod data;
mod draw;
mod error;
mod library;
mod looks;
#[cfg(test)]
mod people_tests;
mod record;
#[cfg(test)]
mod tests;
mod tracks;
mod vec;
mod wrist;

pub use choices::{
    FigureAge, FigureBuild, FigureChoices, FigureHair, FigureHairStyle, FigureRange, FigureSkin,
};
use clip::Stage;
pub use error::{FigureError, FigureFault};
pub use record::{
    FigureBox, FigureBreath, FigureClip, FigureKind, FigurePaint, FigureRun, FigureShape, FigureTone,
    FigureTones,
};

/// A motion and the base postures that it is shown on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FigureMotion {
    /// Id of the motion: the id of the movement that it shows.
    pub id: String,
    /// `seated`, `standing`, `lying`: the first is the usual one.
    pub bases: Vec<String>,
}

/// Every motion there is, those of the 12-week plan first.
///
/// # Errors
/// [`FigureError::Unreadable`] or [`FigureError::Invalid`] where a content file is damaged; a built core has none.
pub fn motions() -> Result<Vec<FigureMotion>, FigureError> {
    let listed = |(id, _): &(&str, &str)| {
        let motion = library::motion(id)?;
        let bases = motion.bases.iter().map(|b| b.name().to_owned()).collect();
        Ok(FigureMotion { id: motion.id, bases })
    };
    library::MOTIONS.iter().map(listed).collect()
}

/// The clip of a motion on a base posture (`seated`, `standing` or `lying`), shown by the person that was chosen. Takes a few
/// milliseconds; the same arguments give the same bytes on every platform.
///
/// # Errors
/// [`FigureError::UnknownMotion`], [`FigureError::NotOnBase`]; or, where a content file is damaged,
/// [`FigureError::Unreadable`] or [`FigureError::Invalid`].
pub fn clip(motion: &str, base: &str, choices: &FigureChoices) -> Result<FigureClip, FigureError> {
    let tones = tones(choices)?;
    on_stage(motion, base, choices, |stage| clip::sample(stage, &choices.into(), tones))?
}

/// The colours of a person.
///
/// # Errors
/// [`FigureError::Unreadable`] or [`FigureError::Invalid`] where a content file is damaged; a built core has none.
pub fn tones(choices: &FigureChoices) -> Result<FigureTones, FigureError> {
    Ok(library::looks()?.tones(choices))
}

/// What a body could not do in this clip, or should not be shown doing: bones that stretch, joints out of their range, feet
/// and seat that slide, hands that miss, a loop that jumps, haste. Empty for everything that is built in; a tool for
/// whoever writes motions.
///
/// # Errors
/// As [`clip`].
pub fn faults(motion: &str, base: &str, choices: &FigureChoices) -> Result<Vec<FigureFault>, FigureError> {
    on_stage(motion, base, choices, check::faults)
}

/// The shortest cycle at which a motion is gentle on a base for whoever is shown, milliseconds: nobody is led faster.
///
/// # Errors
/// As [`clip`].
pub fn shortest_cycle_ms(motion: &str, base: &str) -> Result<u32, FigureError> {
    on_stage(motion, base, &FigureChoices::default(), |stage| stage.gentle_from_ms())
}

/// Shows a motion on a base, both fitted to the person who was chosen.
fn on_stage<T>(
    motion: &str,
    base: &str,
    choices: &FigureChoices,
    show: impl FnOnce(&Stage<'_>) -> T,
) -> Result<T, FigureError> {
    let mut motion = library::motion(motion)?;
    let not_on_base = || FigureError::NotOnBase { motion: motion.id.clone(), base: base.to_owned() };
    let base = *motion.bases.iter().find(|b| b.name() == base).ok_or_else(not_on_base)?;
    let (skeleton, mut base) = (library::skeleton()?, library::base(base)?);
    library::looks()?.fit(choices, &mut motion, &mut base);
    Ok(show(&Stage { skeleton, base: &base, motion: &motion }))
}
