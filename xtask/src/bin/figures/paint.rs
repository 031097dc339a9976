//! Painting a phase of a clip in dots: what an app does, with another brush.

use crate::clips::{Clip, Point};
use crate::geometry::{Area, Placing, hull, light};
use crate::look::{Look, Tone};
use mingmen_core::figure::{FigureKind, FigureShape};
use tiny_skia::{
    FillRule, GradientStop, LineCap, LineJoin, LinearGradient, Paint, PathBuilder, Pixmap, RadialGradient,
    Shader, SpreadMode, Stroke, Transform,
};

/// An empty picture in the colour of the stage. Its size is in pixels.
pub(crate) fn canvas(width: f32, height: f32, look: &Look) -> Result<Pixmap, String> {
    let mut picture = Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or("a picture of no size")?;
    picture.fill(colour(look.stage, 1.0));
    Ok(picture)
}

/// Draws one phase of a clip into an area.
pub(crate) fn draw(picture: &mut Pixmap, clip: &Clip, phase: f32, area: Area, look: &Look) {
    let placing = Placing::new(clip.record.view, area);
    let points: Vec<Point> = clip.at(phase).into_iter().map(|p| placing.at(p)).collect();
    let light = light(clip.record.view).map(|p| placing.at(p));
    for shape in &clip.record.shapes {
        let brush = Brush { tone: look.tone(shape, clip.record.tones), scale: placing.scale, light };
        brush.shape(picture, shape, clip.of_shape(shape, &points));
    }
}

/// What a shape is painted with.
struct Brush {
    tone: Tone,
    scale: f32,
    light: [Point; 2],
}

impl Brush {
    fn shape(&self, picture: &mut Pixmap, shape: &FigureShape, points: &[Point]) {
        match shape.kind {
            FigureKind::Fill => self.fill(picture, points),
            FigureKind::Hull => self.fill(picture, &hull(points, &shape.radii, self.scale)),
            FigureKind::Dots => {
                for (point, radius) in points.iter().zip(&shape.radii) {
                    self.fill(picture, &hull(&[*point], &[*radius], self.scale));
                }
            }
            FigureKind::Line => self.line(picture, points, shape.width * self.scale),
            FigureKind::Glow => self.glow(picture, points),
        }
    }

    fn fill(&self, picture: &mut Pixmap, outline: &[Point]) {
        if let Some(path) = path(outline, true) {
            picture.fill_path(&path, &self.paint(), FillRule::Winding, Transform::identity(), None);
        }
    }

    fn line(&self, picture: &mut Pixmap, points: &[Point], width: f32) {
        let stroke =
            Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        if let Some(path) = path(points, false) {
            picture.stroke_path(&path, &self.paint(), &stroke, Transform::identity(), None);
        }
    }

    fn glow(&self, picture: &mut Pixmap, points: &[Point]) {
        let [middle, rim] = points else { return };
        let (rx, ry) = ((rim[0] - middle[0]).abs(), (rim[1] - middle[1]).abs());
        if rx < 0.01 || ry < 0.01 {
            return;
        }
        let stop = |(place, share): (f32, f32)| {
            GradientStop::new(place, colour(self.tone.lit, self.tone.opacity * share))
        };
        let stops = GLOW.into_iter().map(stop).collect();
        let origin = tiny_skia::Point::zero();
        let shader =
            RadialGradient::new(origin, 0.0, origin, rx, stops, SpreadMode::Pad, Transform::identity());
        let (Some(shader), Some(disc)) = (shader, PathBuilder::from_circle(0.0, 0.0, rx)) else { return };
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        let squash = Transform::from_row(1.0, 0.0, 0.0, ry / rx, middle[0], middle[1]);
        picture.fill_path(&disc, &paint, FillRule::Winding, squash, None);
    }

    fn paint(&self) -> Paint<'static> {
        Paint { anti_alias: true, shader: self.shader(), ..Paint::default() }
    }

    fn shader(&self) -> Shader<'static> {
        let Tone { lit, shaded, opacity } = self.tone;
        let flat = Shader::SolidColor(colour(lit, opacity));
        if lit == shaded {
            return flat;
        }
        let stops = vec![
            GradientStop::new(0.0, colour(lit, opacity)),
            GradientStop::new(1.0, colour(shaded, opacity)),
        ];
        let [from, to] = self.light.map(|[x, y]| tiny_skia::Point::from_xy(x, y));
        LinearGradient::new(from, to, stops, SpreadMode::Pad, Transform::identity()).unwrap_or(flat)
    }
}

/// How a glow fades: the place between its middle and its rim, and the share of its opacity there.
pub(crate) const GLOW: [(f32, f32); 3] = [(0.0, 1.0), (0.45, 0.6), (1.0, 0.0)];

/// A colour for the rasteriser.
pub(crate) fn colour([r, g, b]: [f32; 3], alpha: f32) -> tiny_skia::Color {
    tiny_skia::Color::from_rgba(r, g, b, alpha.clamp(0.0, 1.0)).unwrap_or(tiny_skia::Color::TRANSPARENT)
}

fn path(points: &[Point], closed: bool) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    builder.move_to(first[0], first[1]);
    rest.iter().for_each(|p| builder.line_to(p[0], p[1]));
    if closed {
        builder.close();
    }
    builder.finish()
}
