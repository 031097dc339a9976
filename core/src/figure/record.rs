//! The plain records that a clip is made of. They hold all that an app needs to draw and animate the figure.

use serde::Serialize;

/// A loop of the drawn person doing one motion on one base posture.
///
/// **Coordinates** are whole numbers, 10 000 to the stature of the person, x to the right, y *down*, origin on the floor under
/// the hips of the base posture. The points come in [`runs`](Self::runs), a hand or a shoe, say, and each run says where it is
/// as often as its own movement asks for: that is a *key*, and a run with one key never moves.
/// [`coordinates`](Self::coordinates) is all of it in 16-bit little-endian numbers: for each run first the steps of
/// its keys (`u16`, ascending, the first is 0), then for each key, for each point, x then y (`i16`). Step `s` is the phase
/// `s / step_count`. After the last key of a run comes its first again, at step `step_count`, and the loop closes without
/// a jump; only what leads from one posture to another (down to the floor, and up again) has a last key at `step_count`
/// itself, and starts anew with a cut.
///
/// **To draw** phase `p`: in each run blend the two neighbouring keys point by point in a straight line
/// ([`points`](Self::points) does that), scale [`view`](Self::view) into the space there is, and paint the
/// [`shapes`](Self::shapes) in their order, each by its [`kind`](FigureShape::kind), in the colour of its
/// [`paint`](FigureShape::paint).
///
/// **Phase** 0 is the start of the cycle. Where one breath fills it, the in-breath takes 0 to 500 ‰ and the out-breath the
/// rest ([`breaths`](Self::breaths) says so, and says where it is the other way round: Forward Fold begins on the
/// out-breath). A player that stretches a breath stretches the phase with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureClip {
    /// Id of the motion: the id of the movement that it shows.
    pub motion: String,
    /// `seated`, `standing`, `lying` or `walking`.
    pub base: String,
    /// Length of a cycle at the motion's own pace, milliseconds.
    pub cycle_ms: u32,
    /// The motion stays gentle down to this length of a cycle, milliseconds. What is gentle is proposed: a spine segment turns
    /// at most 25 degrees a second, a limb 90.
    pub shortest_cycle_ms: u32,
    /// The breaths of a cycle in order; empty where the breath is natural, or where the movement's own steps set it.
    pub breaths: Vec<FigureBreath>,
    /// Phases in ‰ that tell the movement in still pictures, in order; the last is the one for a card.
    pub key_poses: Vec<u16>,
    /// Steps in a cycle: what keys are counted in.
    pub step_count: u32,
    /// What the figure fills over the whole loop, shadows and margin included.
    pub view: FigureBox,
    /// The person's own colours, which no theme has: for [`FigurePaint::Skin`], [`FigurePaint::Hair`] and
    /// [`FigurePaint::FaceLine`].
    pub tones: FigureTones,
    /// What to paint, from back to front. The order never changes within a clip.
    pub shapes: Vec<FigureShape>,
    /// Points that move together, in the order of the points.
    pub runs: Vec<FigureRun>,
    /// Steps and places of all keys.
    #[serde(serialize_with = "crate::fingerprint::as_fingerprint")]
    pub coordinates: Vec<u8>,
}

impl FigureClip {
    /// The points at a phase, as numbers x, y: the blend of the two neighbouring keys of each run. Phases beyond 1 begin
    /// again.
    pub fn points(&self, phase: f64) -> Vec<[f32; 2]> {
        let count = f64::from(self.step_count);
        let step = (phase - libm::floor(phase)) * count % count;
        let (mut points, mut left) = (vec![], self.coordinates.as_slice());
        for run in &self.runs {
            let (keys, width) = (run.key_count as usize, run.point_count as usize * 4);
            let (steps, rest) = left.split_at(keys * 2);
            let (places, rest) = rest.split_at(keys * width);
            left = rest;
            let when = |key: usize| f64::from(u16::from_le_bytes([steps[key * 2], steps[key * 2 + 1]]));
            let before = (1..keys).take_while(|key| when(*key) <= step).last().unwrap_or(0);
            let after = (before + 1) % keys;
            let end = if after > before { when(after) } else { count };
            let share = (step - when(before)) / (end - when(before));
            let key = |key: usize| places[key * width..(key + 1) * width].chunks_exact(4);
            points.extend(key(before).zip(key(after)).map(|(a, b)| blend(a, b, share as f32)));
        }
        points
    }
}

fn blend(from: &[u8], to: &[u8], share: f32) -> [f32; 2] {
    [0, 2].map(|at| {
        let number = |bytes: &[u8]| f32::from(i16::from_le_bytes([bytes[at], bytes[at + 1]]));
        number(from) + (number(to) - number(from)) * share
    })
}

/// Points that move together: which follow those of the run before.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct FigureRun {
    /// How many points.
    pub point_count: u32,
    /// How many keys; at least one.
    pub key_count: u32,
}

/// One breath, as phases in ‰.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct FigureBreath {
    /// Start of the in-breath.
    pub inhale_start: u16,
    /// End of the in-breath.
    pub inhale_end: u16,
    /// Start of the out-breath.
    pub exhale_start: u16,
    /// End of the out-breath.
    pub exhale_end: u16,
}

/// The colours that are the person's own.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct FigureTones {
    /// For [`FigurePaint::Skin`].
    pub skin: FigureTone,
    /// For [`FigurePaint::Hair`].
    pub hair: FigureTone,
    /// For [`FigurePaint::FaceLine`].
    pub face_line: FigureTone,
}

/// A colour as it is on a light and on a dark background, each a number 0xRRGGBB.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct FigureTone {
    /// On a light background.
    pub light: u32,
    /// On a dark background.
    pub dark: u32,
}

/// A rectangle in clip coordinates.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct FigureBox {
    /// Left edge.
    pub left: i32,
    /// Upper edge; y grows downwards.
    pub top: i32,
    /// Width, above 0.
    pub width: i32,
    /// Height, above 0.
    pub height: i32,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureShape {
    /// Which colour.
    pub paint: FigurePaint,
    /// What the points mean.
    pub kind: FigureKind,
    /// Index of the first point. Shapes may share points.
    pub first_point: u32,
    /// How many points.
    pub point_count: u32,
    /// One radius per point for [`FigureKind::Hull`] and [`FigureKind::Dots`], clip units; else empty.
    pub radii: Vec<f32>,
    /// Line width for [`FigureKind::Line`], clip units; else 0.
    pub width: f32,
    /// Opacity in ‰.
    pub opacity_permille: u16,
    /// How far away from the viewer, ‰: mix a quarter of this (a third on dark) of the far tone into the colour.
    pub far_permille: u16,
}

/// What the points of a shape mean.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// A closed polygon: fill it, non-zero rule. With all points in one place it is hidden.
    Fill,
    /// The outline round a set of discs, filled. For each of some 40 directions `u` (unit vectors all the way round),
    /// the outline's point is the largest `point + radius · u` as measured along `u`; join these points.
    Hull,
    /// An open polyline, round ends and joins.
    Line,
    /// Each point is a disc of its own radius.
    Dots,
    /// Two points: the middle, and one whose offsets from it are the half axes of an upright ellipse. Full in the
    /// middle, 60 % at 45 % of the way, nothing at the rim. With both points in one place it is hidden.
    Glow,
}

/// What a shape is painted as. The app maps each to its colour tokens.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigurePaint {
    /// Soft shadow on the floor.
    Shadow,
    /// Mat of the lying base.
    Mat,
    /// Chair, and the pillow of the lying base.
    Wood,
    /// Jacket and its sleeves.
    Jacket,
    /// Lines on the jacket, such as its front edge.
    JacketLine,
    /// Trousers.
    Trousers,
    /// Skin.
    Skin,
    /// Lowered eyelids, mouth, the clefts between fingers.
    FaceLine,
    /// Hair.
    Hair,
    /// Shoes.
    Shoe,
    /// A thin gap that keeps two parts of the same colour apart: the colour of whatever lies behind the figure.
    Gap,
    /// The path that a part takes, its arrow, and things to imagine in the hands.
    Accent,
    /// The glow of the place that attention rests on, and beads along the spine.
    Attention,
}
