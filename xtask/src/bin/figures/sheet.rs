//! A contact sheet: a clip's phases side by side, each with its time and its breath.

use crate::clips::Clip;
use crate::geometry::{Area, width_at};
use crate::label::Type;
use crate::look::Look;
use crate::paint::{canvas, draw};
use mingmen_core::figure::FigureBreath;
use tiny_skia::Pixmap;

/// Height of one phase, pixels.
const HEIGHT: f32 = 420.0;
/// Of a lying figure, which is wide.
const LOW_HEIGHT: f32 = 252.0;
/// Room under each phase for its words.
const FOOT: f32 = 34.0;
const TYPE_SIZE: f32 = 14.0;
/// Phases on a sheet, and on that of a long motion.
const PHASES: u32 = 8;
const MANY_PHASES: u32 = 16;
/// A cycle longer than this is long, milliseconds.
const LONG_MS: u32 = 20_000;

/// Draws the sheet.
pub(crate) fn sheet(clip: &Clip, look: &Look) -> Result<Pixmap, String> {
    let view = clip.record.view;
    let wide = view.width > view.height * 3 / 2;
    let (columns, height) = if wide { (2, LOW_HEIGHT) } else { (4, HEIGHT) };
    let width = width_at(view, height);
    let phases = if clip.record.cycle_ms > LONG_MS { MANY_PHASES } else { PHASES };
    let row = height + FOOT;
    let letters = Type::new()?;
    let mut picture = canvas(width * columns as f32, row * (phases / columns) as f32, look)?;
    for i in 0..phases {
        let (x, y) = ((i % columns) as f32 * width, (i / columns) as f32 * row);
        let phase = i as f32 / phases as f32;
        draw(&mut picture, clip, phase, Area { x, y, width, height }, look);
        let baseline = [x + 18.0, y + height + 14.0];
        letters.write(&mut picture, &caption(clip, phase), baseline, TYPE_SIZE, look.ink);
    }
    Ok(picture)
}

/// "2.0 s · breathe in".
fn caption(clip: &Clip, phase: f32) -> String {
    let time = format!("{:.1} s", phase * clip.seconds());
    match breath_at(&clip.record.breaths, phase) {
        Some(breath) => format!("{time} · {breath}"),
        None => time,
    }
}

/// What the breath does at a phase; nothing where it is natural.
fn breath_at(breaths: &[FigureBreath], phase: f32) -> Option<&'static str> {
    let at = (phase * 1000.0).round() as u16;
    let within = |start: u16, end: u16| (start..end).contains(&at);
    if breaths.is_empty() {
        return None;
    }
    if breaths.iter().any(|breath| within(breath.inhale_start, breath.inhale_end)) {
        return Some("breathe in");
    }
    let out = breaths.iter().any(|breath| within(breath.exhale_start, breath.exhale_end));
    Some(if out { "breathe out" } else { "rest" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caption_knows_what_the_breath_does() {
        let breath = FigureBreath { inhale_start: 0, inhale_end: 400, exhale_start: 500, exhale_end: 1000 };
        let said = [0.0, 0.45, 0.5, 0.999].map(|phase| breath_at(&[breath], phase));
        assert_eq!(said, [Some("breathe in"), Some("rest"), Some("breathe out"), Some("breathe out")]);
        assert_eq!(breath_at(&[], 0.5), None);
    }
}
