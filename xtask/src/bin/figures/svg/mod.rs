//! One clip as an animated SVG that stands alone: no script, no font, no second file.
//!
//! The paths move by SMIL, which every browser plays, also where the picture is an `<img>`; moving `d` by CSS would be as
//! long, and Safari does not. Colours follow `prefers-color-scheme`; under `prefers-reduced-motion` the stills of the card
//! stand in for the loop.

mod data;
mod ease;
mod outline;
mod style;
#[cfg(test)]
mod tests;
mod track;

use crate::clips::Clip;
use crate::geometry::light;
use crate::names::Name;
use crate::text::escape;
use data::{GRAIN, Grid, decimal, splines, times};
use mingmen_core::figure::FigureShape;
use outline::{Form, Part, parts};
use std::fmt::Write as _;
use style::Styles;
use track::{Frame, TIME_TOLERANCES, Track};

/// Height at which the picture is shown unless a page says otherwise, pixels.
const HEIGHT: f32 = 480.0;
/// How pale the print of the start is behind the still of the end.
pub(crate) const PRINT_OPACITY: f32 = 0.22;
/// A movement that starts anew with a cut comes and goes within this share of its cycle.
const FADE: &str = "values=\"0;1;1;0\" keyTimes=\"0;.015;.985;1\"";

/// An animated SVG is to be no larger, bytes: a page with several of them still opens at once.
const LARGEST: usize = 150_000;

/// Draws a clip as an animated SVG: with as many keyframes as fit.
pub(crate) fn animated(clip: &Clip, name: &Name) -> String {
    let mut text = String::new();
    for tolerance in TIME_TOLERANCES {
        text = within(clip, name, tolerance);
        if text.len() <= LARGEST {
            break;
        }
    }
    text
}

fn within(clip: &Clip, name: &Name, tolerance: f32) -> String {
    let view = clip.record.view;
    let mut sketch = Sketch { clip, grid: Grid::new(view), styles: Styles::default(), things: vec![] };
    let moving = sketch.moving(tolerance);
    let [print, end] = clip.stills().map(|phase| sketch.still(phase));
    let [moving, print, end] = [moving, print, end].map(|uses| sketch.elements(&uses));
    let fade = if clip.ends_with_a_cut() {
        format!("<animate attributeName=\"opacity\" {FADE}{}/>", pace(clip))
    } else {
        String::new()
    };
    let [width, height] = [view.width, view.height].map(|side| (side as f32 / GRAIN).round());
    let shown = (HEIGHT * width / height).round();
    let light = light(view).map(|p| sketch.grid.at(p));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{shown}\" height=\"{HEIGHT}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">{title}</title>\n<desc id=\"d\">{text}</desc>\n\
         <style>{style}</style>\n<defs>{gradients}{shared}</defs>\n<rect class=\"p\" width=\"{width}\" height=\"{height}\" \
         rx=\"{round}\"/>\n<g class=\"m\">{fade}{moving}</g>\n<g class=\"s\"><g opacity=\"{pale}\">{print}</g>{end}</g>\n</svg>\n",
        title = escape(&name.title),
        text = escape(&name.text),
        style = sketch.styles.sheet(),
        shared = sketch.shared(),
        pale = decimal(PRINT_OPACITY, 2),
        gradients = sketch.styles.gradients(light),
        round = (width * 0.04).round(),
    )
}

/// A picture as it comes about.
struct Sketch<'a> {
    clip: &'a Clip,
    grid: Grid,
    styles: Styles,
    things: Vec<Thing>,
}

/// An outline and how it moves: the gap round a limb is the limb's own outline, drawn wider.
struct Thing {
    tag: &'static str,
    /// The rest of the element, without what it is painted with.
    text: String,
    uses: usize,
}

/// A thing as it is painted.
struct Use {
    thing: usize,
    class: String,
}

impl Sketch<'_> {
    /// The loop.
    fn moving(&mut self, tolerance: f32) -> Vec<Use> {
        let clip = self.clip;
        let tracks =
            all_parts(clip).map(|(shape, part)| (Track::of(clip, shape, &part, tolerance), shape, part));
        tracks.filter_map(|(track, shape, part)| self.paint(shape, &part, &track)).collect()
    }

    /// A still.
    fn still(&mut self, phase: f32) -> Vec<Use> {
        let (clip, points) = (self.clip, self.clip.at(phase));
        let still = |part: &Part, shape| Track::still(clip, shape, part, &points);
        let tracks = all_parts(clip).map(|(shape, part)| (still(&part, shape), shape, part));
        tracks.filter_map(|(track, shape, part)| self.paint(shape, &part, &track)).collect()
    }

    fn paint(&mut self, shape: &FigureShape, part: &Part, track: &Track) -> Option<Use> {
        if track.is_hidden(part) {
            return None;
        }
        let line = if matches!(part.form, Form::Line | Form::Dots) { " l" } else { "" };
        let width = decimal(part.width / GRAIN, 1);
        let tone = self.styles.class(shape, self.clip.record.tones);
        let class = format!("class=\"{tone}{line}\" stroke-width=\"{width}\"");
        let (tag, text) = match part.form {
            Form::Glow => {
                ("ellipse", self.attributes("ellipse", track, &["cx", "cy", "rx", "ry"], Grid::ellipse))
            }
            form => ("path", self.attributes("path", track, &["d"], |grid, frame| [grid.path(form, frame)])),
        };
        let known = self.things.iter().position(|thing| thing.text == text);
        let thing = known.unwrap_or_else(|| {
            self.things.push(Thing { tag, text, uses: 0 });
            self.things.len() - 1
        });
        self.things[thing].uses += 1;
        Some(Use { thing, class })
    }

    /// Attributes as they are at first, and how they change over the cycle: the rest of an element.
    fn attributes<const N: usize>(
        &self,
        tag: &str,
        track: &Track,
        names: &[&str; N],
        values: impl Fn(&Grid, &Frame) -> [String; N],
    ) -> String {
        let frames: Vec<[String; N]> = track.frames.iter().map(|frame| values(&self.grid, frame)).collect();
        let (mut start, mut changes) = (String::new(), String::new());
        for (i, name) in names.iter().enumerate() {
            let said: Vec<&str> = frames.iter().map(|frame| frame[i].as_str()).collect();
            let _ = write!(start, " {name}=\"{}\"", said.first().unwrap_or(&""));
            if said.windows(2).any(|pair| pair[0] != pair[1]) {
                let values = said.join(";");
                let _ = write!(
                    changes,
                    "<animate attributeName=\"{name}\" calcMode=\"spline\" values=\"{values}\" keyTimes=\"{}\" \
                     keySplines=\"{}\"{}/>",
                    times(track),
                    splines(track),
                    pace(self.clip)
                );
            }
        }
        if changes.is_empty() { format!("{start}/>") } else { format!("{start}>{changes}</{tag}>") }
    }

    /// Things that are used more than once, by name.
    fn shared(&self) -> String {
        let mut text = String::new();
        for (i, thing) in self.things.iter().enumerate().filter(|(_, thing)| thing.uses > 1) {
            let _ = write!(text, "<{} id=\"p{i}\"{}", thing.tag, thing.text);
        }
        text
    }

    fn elements(&self, uses: &[Use]) -> String {
        let mut text = String::new();
        for Use { thing, class } in uses {
            let Thing { tag, text: rest, uses } = &self.things[*thing];
            let _ = match uses {
                1 => write!(text, "<{tag} {class}{rest}"),
                _ => write!(text, "<use href=\"#p{thing}\" {class}/>"),
            };
        }
        text
    }
}

/// How fast the loop goes, and that it goes on.
fn pace(clip: &Clip) -> String {
    format!(" dur=\"{}s\" repeatCount=\"indefinite\"", decimal(clip.seconds(), 3))
}

fn all_parts(clip: &Clip) -> impl Iterator<Item = (&FigureShape, Part)> {
    clip.record.shapes.iter().flat_map(|shape| parts(shape).into_iter().map(move |part| (shape, part)))
}
