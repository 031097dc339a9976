//! Small calm type in pictures: outlines of the app's own typeface, filled like any other shape.

use crate::paint::colour;
use tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, Shader, Transform};
use ttf_parser::{Face, OutlineBuilder};

/// The typeface of the app's words.
const INTER: &[u8] = include_bytes!("../../../../android/desktop/src/main/resources/fonts/Inter-Regular.otf");

/// Letters to draw with.
pub(crate) struct Type {
    face: Face<'static>,
}

impl Type {
    pub(crate) fn new() -> Result<Type, String> {
        Face::parse(INTER, 0).map(|face| Type { face }).map_err(|e| format!("the typeface: {e}"))
    }

    /// Writes a line from `x` on its baseline, in pixels. What the typeface does not have is left out.
    pub(crate) fn write(&self, picture: &mut Pixmap, text: &str, at: [f32; 2], size: f32, ink: [f32; 3]) {
        let scale = size / f32::from(self.face.units_per_em());
        let mut pen = Pen { path: PathBuilder::new(), x: at[0], baseline: at[1], scale };
        for glyph in text.chars().filter_map(|c| self.face.glyph_index(c)) {
            self.face.outline_glyph(glyph, &mut pen);
            pen.x += f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default()) * scale;
        }
        let paint =
            Paint { shader: Shader::SolidColor(colour(ink, 1.0)), anti_alias: true, ..Paint::default() };
        if let Some(path) = pen.path.finish() {
            picture.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
        }
    }
}

/// Turns a glyph's outline, y upwards, into a path of the picture.
struct Pen {
    path: PathBuilder,
    x: f32,
    baseline: f32,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.baseline - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }
    fn close(&mut self) {
        self.path.close();
    }
}
