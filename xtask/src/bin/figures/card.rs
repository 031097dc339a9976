//! Stills: the card that tells a movement, and all movements small on one page.

use crate::clips::Clip;
use crate::geometry::{Area, width_at};
use crate::look::Look;
use crate::paint::{canvas, draw};
use crate::svg::PRINT_OPACITY;
use tiny_skia::{Pixmap, PixmapPaint, Transform};

/// Height of a card, pixels.
const HEIGHT: f32 = 640.0;
/// Height and width of a figure among all.
const SMALL: f32 = 150.0;
const SMALL_WIDTH: f32 = 180.0;
/// Movements side by side among all.
const COLUMNS: usize = 5;

/// The movement in one still: its end over a pale print of its start.
pub(crate) fn card(clip: &Clip, look: &Look) -> Result<Pixmap, String> {
    let width = width_at(clip.record.view, HEIGHT);
    let area = Area { x: 0.0, y: 0.0, width, height: HEIGHT };
    let [start, end] = clip.stills();
    let mut print = canvas(width, HEIGHT, look)?;
    draw(&mut print, clip, start, area, look);
    let mut picture = canvas(width, HEIGHT, look)?;
    let pale = PixmapPaint { opacity: PRINT_OPACITY, ..PixmapPaint::default() };
    picture.draw_pixmap(0, 0, print.as_ref(), &pale, Transform::identity(), None);
    draw(&mut picture, clip, end, area, look);
    Ok(picture)
}

/// Every clip, small, at its start and its end.
pub(crate) fn overview(clips: &[&Clip], look: &Look) -> Result<Pixmap, String> {
    let rows = clips.len().div_ceil(COLUMNS);
    let columns = COLUMNS.min(clips.len()) * 2;
    let mut picture = canvas(SMALL_WIDTH * columns as f32, SMALL * rows as f32, look)?;
    for (i, clip) in clips.iter().enumerate() {
        for (k, phase) in clip.stills().into_iter().enumerate() {
            let x = ((i % COLUMNS) * 2 + k) as f32 * SMALL_WIDTH;
            let area = Area { x, y: (i / COLUMNS) as f32 * SMALL, width: SMALL_WIDTH, height: SMALL };
            draw(&mut picture, clip, phase, area, look);
        }
    }
    Ok(picture)
}
