//! One clip as an animated SVG that stands alone: no script, no font, no second file.
//!
//! The paths move by SMIL, which every browser plays, also where the picture is an `<img>`; moving `d` by CSS would be as
//! long, and Safari does not. Colours follow `prefers-color-scheme`; under `prefers-reduced-motion` the stills of the card
//! stand in for the loop.

mod data;
mod outline;
mod style;
#[cfg(test)]
mod tests;
mod track;

use crate::clips::{Clip, Point};
use crate::geometry::light;
use crate::names::Name;
use crate::text::escape;
use data::{GRAIN, Grid, decimal, times};
use mingmen_core::figure::FigureShape;
use outline::{Form, Part, parts};
use std::fmt::Write as _;
use style::Styles;
use track::Track;

/// Height at which the picture is shown unless a page says otherwise, pixels.
const HEIGHT: f32 = 480.0;
/// How pale the print of the start is behind the still of the end.
pub(crate) const PRINT_OPACITY: f32 = 0.22;
/// A movement that starts anew with a cut comes and goes within this share of its cycle.
const FADE: &str = "values=\"0;1;1;0\" keyTimes=\"0;.015;.985;1\"";

/// Draws a clip as an animated SVG.
pub(crate) fn animated(clip: &Clip, name: &Name) -> String {
    let view = clip.record.view;
    let mut sketch = Sketch { clip, grid: Grid::new(view), styles: Styles::default() };
    let (moving, stills) = (sketch.moving(), sketch.stills());
    let [width, height] = [view.width, view.height].map(|side| (side as f32 / GRAIN).round());
    let shown = (HEIGHT * width / height).round();
    let light = light(view).map(|p| sketch.grid.at(p));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{shown}\" height=\"{HEIGHT}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">{title}</title>\n<desc id=\"d\">{text}</desc>\n\
         <style>{style}</style>\n<defs>{gradients}</defs>\n<rect class=\"p\" width=\"{width}\" height=\"{height}\" \
         rx=\"{round}\"/>\n<g class=\"m\">{moving}</g>\n<g class=\"s\">{stills}</g>\n</svg>\n",
        title = escape(&name.title),
        text = escape(&name.text),
        style = sketch.styles.sheet(),
        gradients = sketch.styles.gradients(light),
        round = (width * 0.04).round(),
    )
}

/// A picture as it comes about.
struct Sketch<'a> {
    clip: &'a Clip,
    grid: Grid,
    styles: Styles,
}

impl Sketch<'_> {
    /// The loop.
    fn moving(&mut self) -> String {
        let mut paths = String::new();
        if self.clip.ends_with_a_cut() {
            let _ = write!(paths, "<animate attributeName=\"opacity\" {FADE}{}/>", self.pace());
        }
        let clip = self.clip;
        for (shape, part) in all_parts(clip) {
            self.path(&mut paths, shape, &part, &Track::of(clip, shape, &part));
        }
        paths
    }

    /// The end over a pale print of the start.
    fn stills(&mut self) -> String {
        let clip = self.clip;
        let [start, end] = clip.stills().map(|phase| {
            let points: Vec<Point> = clip.at(phase);
            let mut paths = String::new();
            for (shape, part) in all_parts(clip) {
                self.path(&mut paths, shape, &part, &Track::still(clip, shape, &part, &points));
            }
            paths
        });
        format!("<g opacity=\"{}\">{start}</g>{end}", decimal(PRINT_OPACITY, 2))
    }

    fn path(&mut self, to: &mut String, shape: &FigureShape, part: &Part, track: &Track) {
        let Some(first) = track.frames.first() else { return };
        if track.is_hidden(part.form) {
            return;
        }
        let class = self.styles.class(shape);
        if part.form == Form::Glow {
            return self.ellipse(to, &class, track);
        }
        let line = if matches!(part.form, Form::Line | Form::Dots) { " l" } else { "" };
        // without a width there is no line round it
        let width = decimal(part.width / GRAIN, 1);
        let _ = write!(to, "<path class=\"{class}{line}\" stroke-width=\"{width}\" d=\"");
        to.push_str(&self.grid.path(part.form, first));
        to.push('"');
        self.close(to, "path", track, &[("d", &|frame| self.grid.path(part.form, frame))]);
    }

    fn ellipse(&self, to: &mut String, class: &str, track: &Track) {
        let Some(first) = track.frames.first() else { return };
        let value = |i: usize| {
            move |frame: &track::Frame| {
                let [middle, rim] = [0, 1].map(|k| frame.points.get(k).copied().unwrap_or_default());
                let [middle, rim] = [self.grid.at(middle), self.grid.at(rim)];
                let axes = [middle[0], middle[1], (rim[0] - middle[0]).abs(), (rim[1] - middle[1]).abs()];
                axes[i].to_string()
            }
        };
        let values = [value(0), value(1), value(2), value(3)];
        let _ = write!(to, "<ellipse class=\"{class}\" stroke-width=\"0\"");
        let names = ["cx", "cy", "rx", "ry"];
        for (name, value) in names.iter().zip(&values) {
            let _ = write!(to, " {name}=\"{}\"", value(first));
        }
        let moved = |i: usize| track.frames.iter().any(|frame| values[i](frame) != values[i](first));
        let said: Vec<(&str, &dyn Fn(&track::Frame) -> String)> = (0..4)
            .filter(|i| moved(*i))
            .map(|i| (names[i], &values[i] as &dyn Fn(&track::Frame) -> String))
            .collect();
        self.close(to, "ellipse", track, &said);
    }

    /// Ends the start tag and adds how the attributes change over the cycle.
    fn close(&self, to: &mut String, tag: &str, track: &Track, changes: &[Change<'_>]) {
        if track.frames.len() < 2 || changes.is_empty() {
            to.push_str("/>");
            return;
        }
        to.push('>');
        for (attribute, value) in changes {
            let values: Vec<String> = track.frames.iter().map(value).collect();
            let _ = write!(
                to,
                "<animate attributeName=\"{attribute}\" values=\"{}\" keyTimes=\"{}\"{}/>",
                values.join(";"),
                times(track),
                self.pace()
            );
        }
        let _ = write!(to, "</{tag}>");
    }

    /// How fast the loop goes, and that it goes on.
    fn pace(&self) -> String {
        format!(" dur=\"{}s\" repeatCount=\"indefinite\"", decimal(self.clip.seconds(), 3))
    }
}

/// An attribute, and what it is in a frame.
type Change<'a> = (&'a str, &'a dyn Fn(&track::Frame) -> String);

fn all_parts(clip: &Clip) -> impl Iterator<Item = (&FigureShape, Part)> {
    clip.record.shapes.iter().flat_map(|shape| parts(shape).into_iter().map(move |part| (shape, part)))
}
