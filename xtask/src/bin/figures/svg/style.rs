//! The style sheet of a picture: each tone by day and by night, and stillness for who asked for it.

use crate::look::{DARK, LIGHT, Tone};
use crate::paint::GLOW;
use mingmen_core::figure::{FigureKind, FigureShape, FigureTones};
use std::fmt::Write as _;

use super::data::decimal;

/// What people see who asked their device for less movement: stills instead of the loop.
const STILLNESS: &str =
    ".s{display:none}@media(prefers-reduced-motion:reduce){.s{display:inline}.m{display:none}}";
/// Ends and corners are round; a line has no inside, and what has a place for its colour has no other.
const LINES: &str = "path{stroke-linecap:round;stroke-linejoin:round}.l{fill:none}";

/// The tones that a clip's shapes have, each once.
#[derive(Default)]
pub(super) struct Styles {
    tones: Vec<Pair>,
}

/// A tone by day and by night.
#[derive(Clone, Copy, PartialEq)]
struct Pair {
    day: Tone,
    night: Tone,
    glows: bool,
}

impl Pair {
    fn has_a_gradient(&self) -> bool {
        self.glows || self.day.lit != self.day.shaded
    }

    /// Whether one opacity serves the whole thing, by day and by night.
    fn opacity(&self) -> f32 {
        self.day.opacity
    }
}

impl Styles {
    /// The class of a shape.
    pub(super) fn class(&mut self, shape: &FigureShape, own: FigureTones) -> String {
        let glows = shape.kind == FigureKind::Glow;
        let pair = Pair { day: LIGHT.tone(shape, own), night: DARK.tone(shape, own), glows };
        let known = self.tones.iter().position(|tone| *tone == pair);
        let index = known.unwrap_or_else(|| {
            self.tones.push(pair);
            self.tones.len() - 1
        });
        format!("t{index}")
    }

    /// The style sheet.
    pub(super) fn sheet(&self) -> String {
        let mut day = format!(".p{{fill:{}}}", hex(LIGHT.stage));
        let mut night = format!(".p{{fill:{}}}", hex(DARK.stage));
        for (i, tone) in self.tones.iter().enumerate() {
            if tone.has_a_gradient() {
                let _ = write!(day, ".t{i}{{fill:url(#g{i});stroke:url(#g{i})}}");
                stops(&mut day, i, tone, &tone.day);
                stops(&mut night, i, tone, &tone.night);
            } else {
                let colour = |tone: &Tone| format!(".t{i}{{fill:{0};stroke:{0}}}", hex(tone.lit));
                day.push_str(&colour(&tone.day));
                night.push_str(&colour(&tone.night));
            }
            if !tone.glows && tone.opacity() < 1.0 {
                let _ = write!(day, ".t{i}{{opacity:{}}}", decimal(tone.opacity(), 3));
            }
        }
        format!("{day}{LINES}{STILLNESS}@media(prefers-color-scheme:dark){{{night}}}")
    }

    /// The gradients that the style sheet colours.
    pub(super) fn gradients(&self, [from, to]: [[i32; 2]; 2]) -> String {
        let mut defs = String::new();
        for (i, tone) in self.tones.iter().enumerate().filter(|(_, tone)| tone.has_a_gradient()) {
            if tone.glows {
                let _ = write!(defs, "<radialGradient id=\"g{i}\">");
                for (k, (place, _)) in GLOW.iter().enumerate() {
                    let _ =
                        write!(defs, "<stop offset=\"{}\" class=\"g{i}{}\"/>", decimal(*place, 2), STOPS[k]);
                }
                defs.push_str("</radialGradient>");
                continue;
            }
            let ([x1, y1], [x2, y2]) = (from, to);
            let _ = write!(
                defs,
                "<linearGradient id=\"g{i}\" gradientUnits=\"userSpaceOnUse\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" \
                 y2=\"{y2}\"><stop class=\"g{i}a\"/><stop offset=\"1\" class=\"g{i}b\"/></linearGradient>"
            );
        }
        defs
    }
}

/// Names of the stops of a gradient.
const STOPS: [char; 3] = ['a', 'b', 'c'];

fn stops(css: &mut String, i: usize, pair: &Pair, tone: &Tone) {
    if pair.glows {
        for (name, (_, share)) in STOPS.iter().zip(GLOW) {
            let opacity = decimal(tone.opacity * share, 3);
            let _ = write!(css, ".g{i}{name}{{stop-color:{};stop-opacity:{opacity}}}", hex(tone.lit));
        }
        return;
    }
    let _ = write!(css, ".g{i}a{{stop-color:{}}}.g{i}b{{stop-color:{}}}", hex(tone.lit), hex(tone.shaded));
}

fn hex(rgb: [f32; 3]) -> String {
    let [r, g, b] = rgb.map(|part| (part * 255.0).round() as u8);
    format!("#{r:02x}{g:02x}{b:02x}")
}
