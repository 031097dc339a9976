//! Head, face and hair. Eyes are closed: no gaze to meet, and no expression to read into.

use super::{Look, Scene, Style, View, layer};
use crate::figure::body::{Pose, SIDES};
use crate::figure::record::FigurePaint::{FaceLine, Hair, Skin};
use crate::figure::vec::{Turn, Vec2, Vec3, sin_cos, smooth_step, v3};

/// Rays that find the edge of the hair.
const RAYS: u32 = 44;

/// The skull, as the hair sees it: half axes.
const SKULL: Vec3 = v3(0.0480, 0.0530, 0.0620);

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
    let head = Head { base: pose.spine[8], turn: pose.head(), view };
    skull(scene, &head);
    let bun = if look.bun_behind { layer::NECK - 0.05 } else { layer::HEAD + 0.3 };
    scene.hull(
        Style::new(Hair, bun).far(0.15),
        &[head.ball(0.0, 0.084, -0.060, 0.023), head.ball(0.0, 0.076, -0.048, 0.020)],
    );
    scene.fill(Style::new(Hair, layer::HEAD + 0.1), hair(&head));
    for m in SIDES {
        ear(scene, &head, m);
        eyelid(scene, &head, m);
    }
    mouth(scene, &head);
}

fn skull(scene: &mut Scene, head: &Head<'_>) {
    let skin = Style::new(Skin, layer::HEAD);
    scene.hull(
        skin,
        &[
            head.ball(0.0, 0.046, -0.012, 0.046),
            head.ball(0.0, 0.046, 0.010, 0.046),
            head.ball(0.0, -0.008, 0.036, 0.022),
            head.ball(0.0, 0.012, 0.014, 0.039),
        ],
    );
    // nose
    scene.hull(
        skin,
        &[
            head.ball(0.0, 0.016, 0.0655, 0.0062),
            head.ball(0.0, 0.042, 0.049, 0.007),
            head.ball(0.0, 0.010, 0.052, 0.008),
        ],
    );
    // lips and chin
    scene.hull(
        skin,
        &[
            head.ball(0.0, -0.003, 0.0545, 0.006),
            head.ball(0.0, -0.014, 0.046, 0.012),
            head.ball(0.0, 0.0, 0.04, 0.01),
        ],
    );
}

/// An ear stands out behind the face, and lies on the hair as far as it faces the viewer.
fn ear(scene: &mut Scene, head: &Head<'_>, m: f64) {
    let style = Style::new(Skin, layer::HEAD - 0.1).far(0.30);
    scene.hull(
        style,
        &[head.ball(0.047 * m, 0.030, -0.003, 0.0090), head.ball(0.046 * m, 0.016, 0.0, 0.0060)],
    );
    let shown = smooth_step(0.05, 0.35, head.facing(m, 0.0, 0.0));
    let (upper, lower) = (head.at(0.047 * m, 0.030, -0.003), head.at(0.046 * m, 0.016, 0.0));
    let middle = upper.lerp(lower, 0.45);
    let down = (lower - upper).unit_or(head.view.flat(-Vec3::Y));
    let across = down.right_hand();
    let rim = (0..12).map(|k| {
        let (s, c) = sin_cos(f64::from(k) * 30.0);
        // an egg: wider above
        middle + (down * (0.0158 * c) + across * (s * (0.0088 - 0.0022 * c))) * shown
    });
    scene.fill(Style::new(Skin, layer::HEAD + 0.2).far(0.30), rim);
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
    let steps = || (0..=6).map(|k| f64::from(k) / 6.0 - 0.5);
    let points: Vec<Vec2> = steps().map(above).chain(steps().rev().skip(1).take(5).map(below)).collect();
    scene.fill(Style::new(FaceLine, layer::HEAD + 0.2).opacity(opacity), points);
}

/// The part of the skull behind the hairline that the viewer sees, as an outline that is star-shaped about a point inside.
fn hair(head: &Head<'_>) -> Vec<Vec2> {
    let centre = head.base + head.turn * v3(0.0, 0.045, -0.002);
    let to = head.turn.inverse(head.view.to);
    let seen = |n: Vec3| v3(n.x / SKULL.x, n.y / SKULL.y, n.z / SKULL.z).dot(to) > 0.0;
    let inside = |n: Vec3| is_hair(n) && seen(n);
    let anchor = anchor(to, &seen);
    let (right, up) = (head.turn.inverse(head.view.right), head.turn.inverse(head.view.up));
    (0..RAYS)
        .map(|k| {
            let (s, c) = sin_cos(f64::from(k) * 360.0 / f64::from(RAYS));
            let ray = (right * c + up * s).square_to(anchor).unit_or(Vec3::X);
            let along = |angle: f64| {
                let (s, c) = libm::sincos(angle);
                anchor * c + ray * s
            };
            let edge = last_inside(0.0, 2.6, |angle| inside(along(angle)));
            head.view.flat(centre + head.turn * along(edge).scaled(SKULL))
        })
        .collect()
}

/// Whether hair grows in this direction from the middle of the skull.
fn is_hair(n: Vec3) -> bool {
    let cap = n.y * 0.90 - n.z * 0.58 + 0.30 * n.x.abs() > 0.05;
    let nape = n.z < -0.10 && n.y > -0.80 - 0.4 * n.z.min(0.0);
    cap || nape
}

/// A direction inside the hair: up and back, moved to the viewer's side as far as the hair reaches.
fn anchor(to: Vec3, seen: &impl Fn(Vec3) -> bool) -> Vec3 {
    let way = |k: f64| (v3(0.0, 0.85, -0.45) + to * k).unit_or(Vec3::Y);
    let reach = last_inside(0.0, 1.5, |k| is_hair(way(k)) || !seen(way(k)));
    way(reach * 0.55)
}

/// The last value from `start` on for which `holds` has held without a break: by steps, then by halving.
fn last_inside(start: f64, end: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (start, start);
    while high < end && holds(high) {
        low = high;
        high += 0.04;
    }
    for _ in 0..12 {
        let middle = (low + high) * 0.5;
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}
