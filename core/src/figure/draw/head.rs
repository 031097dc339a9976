//! Head, face and hair. Eyes are closed: no gaze to meet, and no expression to read into.

use std::sync::LazyLock;

use super::trunk::head_base;
use super::{Look, Scene, Style, View, layer};
use crate::figure::body::{Pose, SIDES};
use crate::figure::choices::FigureHairStyle;
use crate::figure::record::FigurePaint::{FaceLine, Hair, Skin};
use crate::figure::vec::{Turn, Vec2, Vec3, sin_cos, smooth_step, v3};

/// Rays that find the edge of the hair.
const RAYS: usize = 40;
/// Steps along a ray, radians: no lock of hair and no gap in it is thinner.
const STRIDE: f64 = 0.1;
/// To this part of a stride the end of the hair is found: ten times half.
const LAST_HALF: f64 = STRIDE / 1024.0;
/// Corners of an ear.
const EAR_CORNERS: usize = 8;

/// A place on the head: the base of the skull is the origin, the head's own axes.
struct Head<'a> {
    base: Vec3,
    turn: Turn,
    view: &'a View,
}

impl Head<'_> {
    fn at(&self, x: f64, y: f64, z: f64) -> Vec2 {
        self.view.flat(self.base + self.turn * v3(x, y, z))
    }
    fn ball(&self, x: f64, y: f64, z: f64, r: f64) -> (Vec2, f64) {
        (self.at(x, y, z), r)
    }
    /// How much a direction of the head faces the viewer, 1 to -1.
    fn facing(&self, x: f64, y: f64, z: f64) -> f64 {
        self.view.depth(self.turn * v3(x, y, z))
    }
}

pub(super) fn draw(scene: &mut Scene, pose: &Pose, view: &View, look: &Look) {
    let head = Head { base: head_base(pose, &look.form), turn: pose.head(), view };
    skull(scene, &head);
    let style = look.form.hair;
    if style == FigureHairStyle::Bun {
        let bun = if look.bun_behind { layer::NECK - 0.05 } else { layer::HEAD + 0.3 };
        scene.hull(
            Style::new(Hair, bun).far(0.15),
            &[head.ball(0.0, 0.082, -0.060, 0.0215), head.ball(0.0, 0.074, -0.048, 0.0190)],
        );
    }
    scene.fill(Style::new(Hair, layer::HEAD + 0.1), hair(&head, style));
    for m in SIDES {
        ear(scene, &head, m);
        eyelid(scene, &head, m);
    }
    nose_shade(scene, &head);
    mouth(scene, &head);
}

fn skull(scene: &mut Scene, head: &Head<'_>) {
    let skin = Style::new(Skin, layer::HEAD);
    scene.hull(
        skin,
        &[
            head.ball(0.0, 0.046, -0.012, 0.0455),
            head.ball(0.0, 0.046, 0.010, 0.0455),
            head.ball(0.008, -0.007, 0.032, 0.0188),
            head.ball(-0.008, -0.007, 0.032, 0.0188),
            head.ball(0.0, 0.014, 0.012, 0.0395),
        ],
    );
    // nose
    scene.hull(
        skin,
        &[
            head.ball(0.0, 0.016, 0.0645, 0.0062),
            head.ball(0.0, 0.042, 0.049, 0.007),
            head.ball(0.0, 0.005, 0.0515, 0.0075),
        ],
    );
    // lips and chin
    scene.hull(
        skin,
        &[
            head.ball(0.0, -0.0015, 0.0535, 0.0066),
            head.ball(0.0, -0.0145, 0.0435, 0.0108),
            head.ball(0.0, 0.0, 0.04, 0.01),
        ],
    );
}

/// An ear stands out behind the face, and lies on the hair as far as it faces the viewer.
fn ear(scene: &mut Scene, head: &Head<'_>, m: f64) {
    let style = Style::new(Skin, layer::HEAD - 0.1).far(0.30);
    scene.hull(
        style,
        &[head.ball(0.0465 * m, 0.030, -0.003, 0.0082), head.ball(0.0455 * m, 0.016, 0.0, 0.0058)],
    );
    let shown = smooth_step(0.05, 0.35, head.facing(m, 0.0, 0.0));
    let (upper, lower) = (head.at(0.047 * m, 0.030, -0.003), head.at(0.046 * m, 0.016, 0.0));
    let middle = upper.lerp(lower, 0.45);
    let down = (lower - upper).unit_or(head.view.flat(-Vec3::Y));
    let across = down.right_hand();
    let rim = STRIDES.ear.map(|Angle { sin: s, cos: c }| {
        // an egg: wider above
        middle + (down * (0.0158 * c) + across * (s * (0.0088 - 0.0022 * c))) * shown
    });
    scene.fill(Style::new(Skin, layer::HEAD + 0.2).far(0.30), rim);
}

/// The shade under the tip of the nose, which from the front is all that tells of it.
fn nose_shade(scene: &mut Scene, head: &Head<'_>) {
    let shown = smooth_step(0.55, 0.85, head.facing(0.0, 0.0, 1.0));
    let edge = |t: f64, thick: f64| {
        let sag = 1.0 - 4.0 * t * t;
        head.at(0.0155 * t * shown, 0.0095 - (0.0022 + thick) * sag * shown, 0.060)
    };
    crescent(scene, 0.34, |t| edge(t, -0.0012), |t| edge(t, 0.0016));
}

/// A lowered lid: a thin crescent that closes as it turns away.
fn eyelid(scene: &mut Scene, head: &Head<'_>, m: f64) {
    let shown = smooth_step(0.20, 0.42, head.facing(m * 0.42, 0.0, 0.90));
    let edge = |t: f64, thick: f64| {
        let a = libm::sincos(m * 0.44 + t * 0.36 * shown);
        let sag = 1.0 - 4.0 * t * t;
        head.at(0.047 * a.0, 0.034 - (0.005 + thick) * sag, 0.010 + 0.047 * a.1)
    };
    crescent(scene, 0.55, |t| edge(t, -0.0014 * shown), |t| edge(t, 0.0018 * shown));
}

fn mouth(scene: &mut Scene, head: &Head<'_>) {
    let shown = smooth_step(0.05, 0.40, head.facing(0.0, 0.0, 1.0));
    let edge = |t: f64, thick: f64| {
        let a = t * 0.62 * shown;
        let (s, c) = libm::sincos(a);
        head.at(0.034 * s, -0.001 + 0.010 * a * a - thick * (1.0 - 4.0 * t * t), 0.021 + 0.035 * c)
    };
    crescent(scene, 0.32, |t| edge(t, -0.0011 * shown), |t| edge(t, 0.0015 * shown));
}

/// The area between two curves over -0.5 to 0.5 that meet at both ends.
fn crescent(scene: &mut Scene, opacity: f64, above: impl Fn(f64) -> Vec2, below: impl Fn(f64) -> Vec2) {
    let steps = || (0..=4).map(|k| f64::from(k) / 4.0 - 0.5);
    let points: Vec<Vec2> = steps().map(above).chain(steps().rev().skip(1).take(3).map(below)).collect();
    scene.fill(Style::new(FaceLine, layer::HEAD + 0.2).opacity(opacity), points);
}

/// The part of the skull behind the hairline that the viewer sees, as an outline that is star-shaped about a point near the
/// crown. The rays keep to the head, not to the picture: so the corners of the hairline stay corners while the head turns.
fn hair(head: &Head<'_>, style: FigureHairStyle) -> [Vec2; RAYS] {
    let centre = head.base + head.turn * v3(0.0, 0.045, -0.004);
    let to = head.turn.inverse(head.view.to);
    let full = skull_of(style);
    let seen_from = v3(to.x / full.x, to.y / full.y, to.z / full.z);
    let anchor = anchor(to, &|n: Vec3| n.dot(seen_from), style);
    let starts = anchor.dot(seen_from) > 0.0 && is_hair(anchor, style);
    let mut rays = STRIDES.rays.map(|way| Ray::new(anchor, way, seen_from));
    for ray in rays.iter_mut().filter(|_| starts) {
        ray.stride(style);
    }
    // all rays before the next half, and without a branch: none waits for what another finds
    for half in STRIDES.halves {
        for ray in rays.iter_mut().filter(|ray| ray.ends == Some(End::Hairline)) {
            let further = ray.edge.plus(half);
            let is_inside = ray.is_seen(further) & is_hair(ray.at(further), style);
            ray.edge = ray.edge.plus([Angle::NONE, half][usize::from(is_inside)]);
        }
    }
    for ray in rays.iter_mut().filter(|ray| ray.ends == Some(End::Sight)) {
        ray.edge = ray.edge.plus(ray.seen_beyond_edge());
    }
    rays.map(|ray| head.view.flat(centre + head.turn * ray.at(ray.edge).scaled(full)))
}

/// A way over the skull from the anchor on.
struct Ray {
    anchor: Vec3,
    way: Vec3,
    /// How much anchor and way face the viewer.
    facing: [f64; 2],
    /// As far as hair has been found.
    edge: Angle,
    ends: Option<End>,
}

/// Why the hair on a ray ends: no more grows, or no more is seen.
#[derive(PartialEq)]
enum End {
    Hairline,
    Sight,
}

impl Ray {
    fn new(anchor: Vec3, way: Vec3, seen_from: Vec3) -> Ray {
        let way = way.square_to(anchor).unit_or(Vec3::X);
        let facing = [anchor.dot(seen_from), way.dot(seen_from)];
        Ray { anchor, way, facing, edge: Angle::NONE, ends: None }
    }

    /// The direction at an angle from the anchor.
    fn at(&self, angle: Angle) -> Vec3 {
        self.anchor * angle.cos + self.way * angle.sin
    }

    fn is_seen(&self, angle: Angle) -> bool {
        self.facing[0] * angle.cos + self.facing[1] * angle.sin > 0.0
    }

    /// How far beyond the edge one sees, in whole last halves of a stride.
    fn seen_beyond_edge(&self) -> Angle {
        let [anchor, way] = self.facing;
        // one sees as far as where the direction is square to the viewer's
        let length = libm::sqrt(anchor * anchor + way * way);
        let sine = (anchor * self.edge.cos + way * self.edge.sin) / length;
        Angle::small(libm::floor(small_arc_sine(sine) / LAST_HALF) * LAST_HALF)
    }

    /// Goes on by strides up to the last at which hair is seen.
    fn stride(&mut self, style: FigureHairStyle) {
        for angle in &STRIDES.whole {
            let (n, is_seen) = (self.at(*angle), self.is_seen(*angle));
            let grows = is_surely_hair(n) || is_hair(n, style);
            if !(is_seen && grows) {
                // hair that still grows there has no gap before: one sees no farther
                self.ends = Some(if grows { End::Sight } else { End::Hairline });
                return;
            }
            self.edge = *angle;
        }
    }
}

/// An angle whose sine and cosine are known, so that adding to it takes no new ones.
#[derive(Clone, Copy)]
struct Angle {
    sin: f64,
    cos: f64,
}

impl Angle {
    const NONE: Angle = Angle { sin: 0.0, cos: 1.0 };

    fn of(radians: f64) -> Angle {
        let (sin, cos) = libm::sincos(radians);
        Angle { sin, cos }
    }

    /// Of an angle of at most a stride, to some twelve places.
    fn small(radians: f64) -> Angle {
        let square = radians * radians;
        let sin = radians * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0)));
        let cos = 1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0));
        Angle { sin, cos }
    }

    fn plus(self, more: Angle) -> Angle {
        Angle {
            sin: self.sin * more.cos + self.cos * more.sin,
            cos: self.cos * more.cos - self.sin * more.sin,
        }
    }
}

/// The angle with this sine, of at most a stride, to some ten places.
fn small_arc_sine(sine: f64) -> f64 {
    let square = sine * sine;
    sine * (1.0 + square * (1.0 / 6.0 + square * (3.0 / 40.0 + square * (15.0 / 336.0))))
}

/// How hair is looked for, and how an ear is round: the same for all heads.
struct Strides {
    /// Where the corners of an ear are.
    ear: [Angle; EAR_CORNERS],
    /// Where the rays go.
    rays: [Vec3; RAYS],
    /// The angles at which a ray is looked at, from its start on, as far as hair can be seen.
    whole: [Angle; 26],
    /// Half a stride, and half of that, down to a ten-thousandth.
    halves: [Angle; 10],
}

static STRIDES: LazyLock<Strides> = LazyLock::new(|| Strides {
    ear: std::array::from_fn(|k| {
        let (sin, cos) = sin_cos(k as f64 * 360.0 / EAR_CORNERS as f64);
        Angle { sin, cos }
    }),
    rays: std::array::from_fn(|k| {
        let (s, c) = sin_cos((k as f64 + 0.5) * 360.0 / RAYS as f64);
        v3(s, -0.3 * c, c)
    }),
    whole: std::array::from_fn(|k| Angle::of(k as f64 * STRIDE)),
    halves: std::array::from_fn(|k| Angle::of(STRIDE / f64::from(2_u32 << k))),
});

/// The skull with its hair: half axes.
fn skull_of(style: FigureHairStyle) -> Vec3 {
    match style {
        FigureHairStyle::Bun => v3(0.0480, 0.0530, 0.0600),
        FigureHairStyle::Short => v3(0.0495, 0.0560, 0.0620),
    }
}

/// How far forward a direction is where the temples begin.
const TEMPLE: f64 = 0.34;

/// Whether hair grows in this direction from the middle of the skull: above a line that runs level over the forehead, falls at the
/// temples to before the ears, and behind them to the nape.
fn is_hair(n: Vec3, style: FigureHairStyle) -> bool {
    let across = libm::sqrt(n.x * n.x + n.z * n.z).max(1e-6);
    let forward = n.z / across;
    let (nape, brow, part) = match style {
        FigureHairStyle::Bun => (-0.66, 0.80, 0.0),
        FigureHairStyle::Short => (-0.80, 0.74, 0.10),
    };
    let behind = smooth_step(-1.0, 0.0, forward);
    let temple = smooth_step(TEMPLE, 0.86, forward);
    let line = nape * (1.0 - behind) - 0.16 * behind + (brow + 0.16 + part * n.x) * temple;
    n.y > line * across
}

/// Above the ears, and not before the temples: there is hair in every style, and most of what a ray passes.
fn is_surely_hair(n: Vec3) -> bool {
    let is_behind = n.z <= 0.0 || n.z * n.z <= TEMPLE * TEMPLE * (n.x * n.x + n.z * n.z);
    n.y >= 0.0 && is_behind
}

/// A direction inside the hair: the crown, moved to the viewer's side until it is seen.
fn anchor(to: Vec3, facing: &impl Fn(Vec3) -> f64, style: FigureHairStyle) -> Vec3 {
    let way = |k: f64| (v3(0.0, 1.0, -0.30) + to * k).unit_or(Vec3::Y);
    let hidden = last_inside(0.0, 1.6, |k| facing(way(k)) < 5.0);
    let reach = last_inside(0.0, 1.6, |k| is_hair(way(k), style) || facing(way(k)) <= 0.0);
    way(hidden.min(reach * 0.7))
}

/// The last value from `start` on for which `holds` has held without a break: by steps, then by halving to a ten-thousandth.
fn last_inside(start: f64, end: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (start, start);
    while high < end && holds(high) {
        low = high;
        high += STRIDE;
    }
    for _ in 0..10 {
        let middle = (low + high) * 0.5;
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}
