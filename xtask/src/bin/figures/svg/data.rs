//! Path data and times in as few characters as they can be said in.

use super::outline::Form;
use super::track::{Frame, Track};
use crate::clips::Point;
use mingmen_core::figure::FigureBox;
use std::fmt::Write as _;

/// Clip units to a unit of the picture: 2 500 to the stature, a quarter of a pixel where it is drawn 600 high.
pub(super) const GRAIN: f32 = 4.0;

/// Whole numbers of the picture, whose upper left corner is nought.
pub(super) struct Grid {
    left: f32,
    top: f32,
}

impl Grid {
    pub(super) fn new(view: FigureBox) -> Grid {
        Grid { left: view.left as f32, top: view.top as f32 }
    }

    pub(super) fn at(&self, point: Point) -> [i32; 2] {
        [((point[0] - self.left) / GRAIN).round() as i32, ((point[1] - self.top) / GRAIN).round() as i32]
    }

    /// The middle and the half axes of a frame that is an ellipse: `cx`, `cy`, `rx`, `ry`.
    pub(super) fn ellipse(&self, frame: &Frame) -> [String; 4] {
        let [middle, rim] = [0, 1].map(|i| frame.points.get(i).map_or([0; 2], |point| self.at(*point)));
        let [x, y] = middle;
        [x, y, (rim[0] - x).abs(), (rim[1] - y).abs()].map(|number| number.to_string())
    }

    /// The `d` of a frame.
    pub(super) fn path(&self, form: Form, frame: &Frame) -> String {
        let mut data = String::new();
        let mut pen = [0, 0];
        for (i, point) in frame.points.iter().enumerate() {
            let to = self.at(*point);
            match (form, i) {
                // a line without length has round ends
                (Form::Dots, 0) => data.push('m'),
                (Form::Dots, _) => data.push_str("h0m"),
                (_, 0) => data.push('m'),
                _ => {}
            }
            number(&mut data, to[0] - pen[0]);
            number(&mut data, to[1] - pen[1]);
            pen = to;
        }
        match form {
            Form::Area => data.push('z'),
            Form::Dots => data.push_str("h0"),
            Form::Line | Form::Glow => {}
        }
        data
    }
}

/// Adds a number; a sign parts it from the one before as well as a space does.
fn number(data: &mut String, value: i32) {
    if value >= 0 && data.ends_with(|c: char| c.is_ascii_digit()) {
        data.push(' ');
    }
    // writing to a string cannot fail
    let _ = write!(data, "{value}");
}

/// A decimal of at most `places`, without what says nothing: `.5`, `12`.
pub(super) fn decimal(value: f32, places: usize) -> String {
    let text = format!("{value:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    match text.strip_prefix("0.") {
        Some(rest) => format!(".{rest}"),
        None => text.to_owned(),
    }
}

/// The `keyTimes` of a track.
pub(super) fn times(track: &Track) -> String {
    let times: Vec<String> = track.frames.iter().map(|frame| decimal(frame.phase, 4)).collect();
    times.join(";")
}

/// The `keySplines` of a track.
pub(super) fn splines(track: &Track) -> String {
    let step = |frame: &Frame| {
        let [early, late] = frame.ease.0.map(|y| decimal(y, 2));
        format!(".333 {early} .667 {late}")
    };
    track.frames.iter().skip(1).map(step).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::super::ease::Ease;
    use super::*;

    #[test]
    fn a_path_is_said_in_steps_and_without_needless_spaces() {
        let grid = Grid::new(FigureBox { left: -40, top: -80, width: 100, height: 100 });
        let frame =
            Frame { phase: 0.0, ease: Ease::EVEN, points: vec![[0.0, 0.0], [8.0, -4.0], [8.0, 12.0]] };
        assert_eq!(grid.path(Form::Area, &frame), "m10 20 2-1 0 4z");
        assert_eq!(grid.path(Form::Line, &frame), "m10 20 2-1 0 4");
        assert_eq!(grid.path(Form::Dots, &frame), "m10 20h0m2-1h0m0 4h0");
    }

    #[test]
    fn a_decimal_says_nothing_twice() {
        let said = [0.0, 0.5, 0.1234, 1.0, 10.0, 8.25].map(|value| decimal(value, 3));
        assert_eq!(said, ["0", ".5", ".123", "1", "10", "8.25"]);
    }
}
