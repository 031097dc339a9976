//! The drawn person, as the apps see it: one clip for each movement and posture.
use mingmen_core::figure::{
    FigureBox, FigureBreath, FigureClip, FigureKind, FigurePaint, FigureRun, FigureShape, FigureTone,
    FigureTones,
};

/// A loop of the drawn person doing one motion on one base posture.
///
/// **Coordinates** are whole numbers, 10 000 to the stature of the person, x to the right, y *down*, origin on the floor under
/// the hips of the base posture. The points come in `runs`, a hand or a shoe, say, and each run says where it is
/// as often as its own movement asks for: that is a *key*, and a run with one key never moves.
/// `coordinates` is all of it in 16-bit little-endian numbers: for each run first the steps of
/// its keys (`u16`, ascending, the first is 0), then for each key, for each point, x then y (`i16`). Step `s` is the phase
/// `s / step_count`. After the last key of a run comes its first again, at step `step_count`, and the loop closes without
/// a jump; only what leads from one posture to another (down to the floor, and up again) has a last key at `step_count`
/// itself, and starts anew with a cut.
///
/// **To draw** phase `p`: in each run blend the two neighbouring keys point by point in a straight line
/// (`points` does that), scale `view` into the space there is, and paint the
/// `shapes` in their order, each by its `kind`, in the colour of its
/// `paint`.
///
/// **Phase** 0 is the start of the cycle. Where one breath fills it, the in-breath takes 0 to 500 ‰ and the out-breath the
/// rest (`breaths` says so, and says where it is the other way round: Forward Fold begins on the
/// out-breath). A player that stretches a breath stretches the phase with it.
#[uniffi::remote(Record)]
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
    /// The person's own colours, which no theme has: for `Skin`, `Hair` and
    /// `FaceLine`.
    pub tones: FigureTones,
    /// What to paint, from back to front. The order never changes within a clip.
    pub shapes: Vec<FigureShape>,
    /// Points that move together, in the order of the points.
    pub runs: Vec<FigureRun>,
    /// Steps and places of all keys.
    pub coordinates: Vec<u8>,
}

/// Points that move together: which follow those of the run before.
#[uniffi::remote(Record)]
pub struct FigureRun {
    /// How many points.
    pub point_count: u32,
    /// How many keys; at least one.
    pub key_count: u32,
}

/// One breath, as phases in ‰.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct FigureTones {
    /// For `Skin`.
    pub skin: FigureTone,
    /// For `Hair`.
    pub hair: FigureTone,
    /// For `FaceLine`.
    pub face_line: FigureTone,
}

/// A colour as it is on a light and on a dark background, each a number 0xRRGGBB.
#[uniffi::remote(Record)]
pub struct FigureTone {
    /// On a light background.
    pub light: u32,
    /// On a dark background.
    pub dark: u32,
}

/// A rectangle in clip coordinates.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct FigureShape {
    /// Which colour.
    pub paint: FigurePaint,
    /// What the points mean.
    pub kind: FigureKind,
    /// Index of the first point. Shapes may share points.
    pub first_point: u32,
    /// How many points.
    pub point_count: u32,
    /// One radius per point for `Hull` and `Dots`, clip units; else empty.
    pub radii: Vec<f32>,
    /// Line width for `Line`, clip units; else 0.
    pub width: f32,
    /// Opacity in ‰.
    pub opacity_permille: u16,
    /// How far away from the viewer, ‰: mix a quarter of this (a third on dark) of the far tone into the colour.
    pub far_permille: u16,
}

/// What the points of a shape mean.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Enum)]
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
