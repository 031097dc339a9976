//! From a body in space to flat shapes.
//!
//! The picture is orthographic. A limb is a hull of balls: the outline of such a hull is exact from every side. The
//! trunk, the hair and the face are outlines found on their surfaces. Whatever could change with the view
//! (which arm is in front, where the bun goes) is decided once for a clip in [`Look`]: were it decided per sample, the figure
//! would flicker, and two keys could not be blended.

mod arms;
mod hands;
mod head;
mod legs;
mod marks;
mod props;
mod trunk;

use hands::{HandOrder, palm_normal};
pub(crate) use marks::Path;
pub(crate) use trunk::Body;

use super::body::Pose;
use super::choices::Form;
use super::data::{BaseId, Camera, Motion, OneHand};
use super::record::{FigureKind, FigurePaint};
use super::vec::{Vec2, Vec3, sin_cos, v2, v3};

/// Width of the gap that keeps limbs apart.
const GAP: f64 = 0.0040;

/// Where in the paint order things go. Larger is nearer.
mod layer {
    pub(super) const SHADOW: f64 = -9.0;
    pub(super) const MAT: f64 = -4.0;
    pub(super) const CHAIR_LEG: f64 = -3.0;
    pub(super) const CHAIR_BACK: f64 = -2.4;
    pub(super) const CHAIR_SEAT: f64 = -2.0;
    pub(super) const PATH_BEHIND: f64 = -1.0;
    pub(super) const FAR_ARM: f64 = 0.9;
    pub(super) const FOREARM_BEHIND: f64 = 1.0;
    pub(super) const FAR_LEG: f64 = 2.0;
    pub(super) const NEAR_LEG: f64 = 3.6;
    pub(super) const SEAT: f64 = 3.7;
    pub(super) const NECK: f64 = 3.8;
    pub(super) const TRUNK: f64 = 4.0;
    pub(super) const TRUNK_LINE: f64 = 4.2;
    pub(super) const LAP: f64 = 4.4;
    pub(super) const LAP_FAR_LEG: f64 = 4.5;
    pub(super) const LAP_NEAR_LEG: f64 = 5.0;
    pub(super) const HEAD: f64 = 6.0;
    pub(super) const ATTENTION: f64 = 7.0;
    pub(super) const ARM: f64 = 8.0;
    pub(super) const PATH: f64 = 9.0;
}

/// The camera's axes.
pub(crate) struct View {
    pub(crate) right: Vec3,
    pub(crate) up: Vec3,
    /// Towards the viewer.
    pub(crate) to: Vec3,
}

impl View {
    pub(crate) fn new(camera: Camera) -> View {
        let (sin_yaw, cos_yaw) = sin_cos(camera.yaw);
        let (sin_pitch, cos_pitch) = sin_cos(camera.pitch);
        let right = v3(cos_yaw, 0.0, sin_yaw);
        let to = right.cross(Vec3::Y) * cos_pitch + Vec3::Y * sin_pitch;
        View { right, up: to.cross(right), to }
    }

    pub(crate) fn flat(&self, p: Vec3) -> Vec2 {
        v2(p.dot(self.right), p.dot(self.up))
    }

    /// How near the viewer.
    pub(crate) fn depth(&self, p: Vec3) -> f64 {
        p.dot(self.to)
    }
}

/// What is decided once for a clip, from its mean.
pub(crate) struct Look {
    /// The side away from the viewer: 0 left, 1 right.
    far_side: usize,
    /// 0 seen from the front, 1 seen from the side.
    side_on: f64,
    /// Seated and seen from the front, the thighs come towards the viewer and cover the hem.
    lap: bool,
    /// Which forearms are in front of the trunk.
    arm_in_front: [bool; 2],
    /// The arm drawn over the other.
    arm_on_top: usize,
    /// The arm that is drawn over that one too, for part of the loop.
    lifted_arm: Option<usize>,
    /// Which hands lie over their own cuff, because the fingers point at the viewer.
    hand_over_cuff: [bool; 2],
    /// How the parts of each hand lie.
    hand_order: [HandOrder; 2],
    /// Which way the viewer is from the neck, in steps of 45 degrees from its left to its front: the collar stands up
    /// before the neck there.
    collar: u32,
    /// The bun is behind the head.
    bun_behind: bool,
    /// Whose body it is.
    form: Form,
    /// The measures of its trunk.
    body: Body,
}

impl Look {
    pub(crate) fn new(loop_of: &[&Pose], view: &View, motion: &Motion, form: Form, body: Body) -> Look {
        let mean = |measure: &dyn Fn(&Pose) -> f64| {
            loop_of.iter().map(|q| measure(q)).sum::<f64>() / loop_of.len().max(1) as f64
        };
        let hip = |side: usize| mean(&|q| view.depth(q.legs[side].hip));
        let forearm_of = |q: &Pose, side: usize| {
            let arm = &q.arms[side];
            (view.depth(arm.elbow) + view.depth(arm.wrist)) * 0.5 - view.depth(q.spine[4])
        };
        let forearm = |side: usize| mean(&|q| forearm_of(q, side));
        // an arm that spends part of the loop well behind the trunk may not cover it then
        let in_front = |side: usize| {
            let farthest = loop_of.iter().map(|q| forearm_of(q, side)).fold(f64::MAX, f64::min);
            forearm(side) > -0.07 && farthest > -0.12
        };
        let knees = mean(&|q| view.depth(q.legs[0].knee) - view.depth(q.legs[0].hip));
        let seated = loop_of.first().is_some_and(|q| q.base == BaseId::Seated);
        let lifted_arm = motion.over.as_ref().map(|over| usize::from(over.arm == OneHand::R));
        Look {
            far_side: usize::from(hip(0) >= hip(1)),
            side_on: ((hip(0) - hip(1)).abs() / 0.09).min(1.0),
            lap: seated && knees > 0.19,
            arm_in_front: [0, 1].map(in_front),
            arm_on_top: lifted_arm.map_or(usize::from(forearm(1) > forearm(0)), |arm| 1 - arm),
            lifted_arm,
            hand_over_cuff: [0, 1].map(|side| mean(&|q| view.depth(q.arms[side].fingers)) > 0.35),
            hand_order: [0, 1].map(|side| HandOrder {
                thumb_below: mean(&|q| view.depth(palm_normal(&q.arms[side], side))) < -0.15,
                index_near: mean(&|q| view.depth(q.arms[side].thumb)) > 0.0,
            }),
            collar: collar_step(mean(&|q| view.depth(q.frame[6].x)), mean(&|q| view.depth(q.frame[6].z))),
            bun_behind: mean(&|q| view.depth(q.head().z)) > 0.2,
            form,
            body,
        }
    }

    /// The depth tone of a limb.
    fn far(&self, side: usize) -> f64 {
        if side == self.far_side { self.side_on } else { 0.0 }
    }

    /// One sees the opening of the sleeve, and the hand come out of it.
    fn hand_leaves_sleeve(&self, side: usize) -> bool {
        self.hand_over_cuff[side] && self.lifted_arm.is_none()
    }

    /// The far shoulder is hidden behind the trunk.
    fn hides_far_shoulder(&self) -> bool {
        self.side_on > 0.75
    }
}

/// A direction in steps of 45 degrees.
fn collar_step(x: f64, z: f64) -> u32 {
    (libm::round(libm::atan2(z, x) * (4.0 / std::f64::consts::PI)) as i32).rem_euclid(8) as u32
}

/// A run of points in a scene.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    first: usize,
    count: usize,
}

/// A shape as drawn, before it becomes a record.
pub(crate) struct Draft {
    pub(crate) paint: FigurePaint,
    pub(crate) kind: FigureKind,
    pub(crate) layer: f64,
    pub(crate) far: f64,
    pub(crate) opacity: f64,
    pub(crate) width: f64,
    pub(crate) first: usize,
    pub(crate) count: usize,
    /// Where its radii are among those of the scene; none, where it is no hull and no dots.
    radii: Span,
}

impl Draft {
    /// One radius for each point, or none at all; `radii` are those of the scene.
    pub(crate) fn radii<'a>(&self, radii: &'a [f64]) -> &'a [f64] {
        &radii[self.radii.first..self.radii.first + self.radii.count]
    }
}

/// One sample: points, and the shapes that use them. Every sample of a clip has the same shapes in the same order.
#[derive(Default)]
pub(crate) struct Scene {
    pub(crate) points: Vec<Vec2>,
    pub(crate) shapes: Vec<Draft>,
    /// The radii of all shapes, shape after shape.
    pub(crate) radii: Vec<f64>,
}

/// What a shape looks like, beside its points.
#[derive(Clone, Copy)]
struct Style {
    paint: FigurePaint,
    layer: f64,
    far: f64,
    opacity: f64,
}

impl Style {
    fn new(paint: FigurePaint, layer: f64) -> Style {
        Style { paint, layer, far: 0.0, opacity: 1.0 }
    }
    fn far(self, far: f64) -> Style {
        Style { far, ..self }
    }
    fn opacity(self, opacity: f64) -> Style {
        Style { opacity, ..self }
    }
}

impl Scene {
    /// Empty, but with room for another sample of the same kind.
    pub(crate) fn clear(&mut self) {
        self.points.clear();
        self.shapes.clear();
        self.radii.clear();
    }

    fn span(&mut self, points: impl IntoIterator<Item = Vec2>) -> Span {
        let first = self.points.len();
        self.points.extend(points);
        Span { first, count: self.points.len() - first }
    }

    fn push(
        &mut self,
        kind: FigureKind,
        style: Style,
        span: Span,
        radii: impl IntoIterator<Item = f64>,
        width: f64,
    ) {
        let Style { paint, layer, far, opacity } = style;
        let Span { first, count } = span;
        let before = self.radii.len();
        self.radii.extend(radii);
        let radii = Span { first: before, count: self.radii.len() - before };
        self.shapes.push(Draft { paint, kind, layer, far, opacity, width, first, count, radii });
    }

    fn fill(&mut self, style: Style, points: impl IntoIterator<Item = Vec2>) {
        let span = self.span(points);
        self.push(FigureKind::Fill, style, span, None, 0.0);
    }

    fn line(&mut self, style: Style, width: f64, points: impl IntoIterator<Item = Vec2>) {
        let span = self.span(points);
        self.push(FigureKind::Line, style, span, None, width);
    }

    /// The hull of balls; the span can be used again, for a gap.
    fn hull(&mut self, style: Style, balls: &[(Vec2, f64)]) -> Span {
        let span = self.span(balls.iter().map(|b| b.0));
        self.push(FigureKind::Hull, style, span, balls.iter().map(|b| b.1), 0.0);
        span
    }

    /// A hull of points that another shape has placed.
    fn hull_again(&mut self, style: Style, span: Span, radii: impl IntoIterator<Item = f64>) {
        self.push(FigureKind::Hull, style, span, radii, 0.0);
    }

    fn dots(&mut self, style: Style, discs: &[(Vec2, f64)]) {
        let span = self.span(discs.iter().map(|b| b.0));
        self.push(FigureKind::Dots, style, span, discs.iter().map(|b| b.1), 0.0);
    }

    fn glow(&mut self, style: Style, middle: Vec2, half_axes: Vec2) {
        let span = self.span([middle, middle + half_axes]);
        self.push(FigureKind::Glow, style, span, None, 0.0);
    }
}

/// A part of the picture that moves by itself: each is drawn only as often as its own movement asks for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    Room,
    Legs,
    Trunk,
    Arms,
    Head,
    Marks,
}

impl Part {
    pub(crate) const ALL: [Part; 6] =
        [Part::Room, Part::Legs, Part::Trunk, Part::Arms, Part::Head, Part::Marks];
}

/// What the pictures of a clip have in common.
pub(crate) struct Easel<'a> {
    pub(crate) view: View,
    pub(crate) look: Look,
    pub(crate) motion: &'a Motion,
    pub(crate) paths: Vec<Path>,
}

impl Easel<'_> {
    /// Draws one part of the picture of a pose.
    pub(crate) fn draw(&self, scene: &mut Scene, part: Part, pose: &Pose, phase: f64) {
        let Easel { view, look, motion, paths } = self;
        match part {
            Part::Room => props::draw(scene, pose, view, motion.room),
            Part::Legs => legs::draw(scene, pose, view, look),
            Part::Trunk => trunk::draw(scene, pose, view, look),
            Part::Arms => {
                let lifted = motion.over.as_ref().is_some_and(|over| over.is_at(phase));
                arms::draw(scene, pose, view, look, lifted);
            }
            Part::Head => head::draw(scene, pose, view, look),
            Part::Marks => {
                marks::attention(scene, pose, view, look, motion, phase);
                marks::hold(scene, pose, view, look, motion);
                marks::paths(scene, paths, phase);
            }
        }
    }
}

/// Catmull and Rom's curve between `b` and `c`.
fn curve(a: f64, b: f64, c: f64, d: f64, t: f64) -> f64 {
    b + 0.5 * t * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)))
}
