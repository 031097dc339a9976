//! The jacket: a body of ellipses strung on the spine, its outline, shoulders and collar.

use super::legs::EDGE;
use super::{Look, Scene, Span, Style, View, curve, layer};
use crate::figure::body::{Pose, SIDES, SWELL};
use crate::figure::choices::Form;
use crate::figure::data::BaseId;
use crate::figure::record::FigurePaint::{Gap, Jacket, JacketLine, Skin};
use crate::figure::vec::{Turn, Vec2, Vec3, bell, sin_cos, v2, v3};

/// Where an ellipse sits along the spine (joint number), its half width, and its depth to the front and to the back.
const STATIONS: [[f64; 4]; 9] = [
    [-0.55, 0.110, 0.068, 0.078],
    [0.0, 0.107, 0.068, 0.077],
    [1.0, 0.096, 0.065, 0.066],
    [2.0, 0.089, 0.063, 0.055],
    [3.0, 0.089, 0.066, 0.053],
    [4.0, 0.094, 0.070, 0.057],
    [4.9, 0.095, 0.064, 0.058],
    [5.5, 0.072, 0.047, 0.052],
    [6.05, 0.033, 0.028, 0.034],
];

/// Ellipses drawn.
const COUNT: usize = 22;

/// Rounded hem: across from left to right, down.
const HEM: [[f64; 2]; 4] = [[0.07, 0.55], [0.30, 1.0], [0.70, 1.0], [0.93, 0.55]];

/// The trunk of a person on a base: its ellipses from the hem up, before it bends and breathes.
pub(crate) struct Body(Vec<Slice>);

/// An ellipse of the body, and how far it swells with the breath.
struct Slice {
    /// Along the spine, in joints.
    along: f64,
    width: f64,
    front: f64,
    back: f64,
    /// Shares of what belly and chest swell by.
    belly: f64,
    chest: f64,
}

impl Body {
    pub(crate) fn of(form: &Form, base: BaseId) -> Body {
        // on the floor a back is flat, however broad
        let (back, rounder) = if base == BaseId::Lying { (1.0, 0.0) } else { (form.girth, form.stoop) };
        let last = STATIONS.len() - 1;
        let slice = |k: usize| {
            let u = k as f64 / (COUNT - 1) as f64 * last as f64;
            let i = (u as usize).min(last - 1);
            let t = u - i as f64;
            let near = |offset: isize| STATIONS[(i as isize + offset).clamp(0, last as isize) as usize];
            let (a, b, c, d) = (near(-1), near(0), near(1), near(2));
            let size = |n: usize| curve(a[n], b[n], c[n], d[n], t);
            let along = b[0] + (c[0] - b[0]) * t;
            Slice {
                along,
                width: size(1) * form.girth,
                front: size(2) * form.girth + form.belly * bell(along, 0.9, 1.6),
                back: size(3) * back + rounder * bell(along, 4.7, 1.0),
                belly: bell(along, 1.45, 1.25),
                chest: bell(along, 4.4, 1.3),
            }
        };
        Body((0..COUNT).map(slice).collect())
    }

    /// Its ellipses in this pose.
    pub(super) fn stations(&self, pose: &Pose) -> Vec<Station> {
        let breath = &pose.channels;
        let station = |slice: &Slice| {
            let (middle, frame) = spine_at(pose, slice.along);
            let more = SWELL * (breath.belly_swell * slice.belly + 0.75 * breath.chest_swell * slice.chest);
            Station {
                along: slice.along,
                middle,
                frame,
                width: slice.width + more * 0.25,
                front: slice.front + more,
                back: slice.back,
            }
        };
        self.0.iter().map(station).collect()
    }
}

/// One ellipse of the body in a pose.
pub(super) struct Station {
    /// Along the spine, in joints.
    along: f64,
    middle: Vec3,
    frame: Turn,
    width: f64,
    front: f64,
    back: f64,
}

/// A point of the spine, `along` in joints, and how the body is turned there (the mean of the bones on both sides).
pub(super) fn spine_at(pose: &Pose, along: f64) -> (Vec3, Turn) {
    if along < 0.0 {
        return (pose.spine[0] + pose.frame[0].y * (along * 0.052), pose.frame[0]);
    }
    let i = (along as usize).min(7);
    let t = along - i as f64;
    let joint = |offset: isize| pose.spine[(i as isize + offset).clamp(0, 8) as usize];
    let (a, b, c, d) = (joint(-1), joint(0), joint(1), joint(2));
    let point = v3(curve(a.x, b.x, c.x, d.x, t), curve(a.y, b.y, c.y, d.y, t), curve(a.z, b.z, c.z, d.z, t));
    let (low, high, u) =
        if t < 0.5 { (i.saturating_sub(1), i, t + 0.5) } else { (i, (i + 1).min(7), t - 0.5) };
    let (f, g) = (&pose.frame[low], &pose.frame[high]);
    let mixed = |a: Vec3, b: Vec3| a.lerp(b, u).unit_or(b);
    (point, Turn { x: mixed(f.x, g.x), y: mixed(f.y, g.y), z: mixed(f.z, g.z) })
}

impl Station {
    /// The foremost point.
    fn chest(&self) -> Vec3 {
        self.middle + self.frame.z * self.front
    }
}

/// The point on the front of the body, `along` in spine joints.
pub(super) fn front(stations: &[Station], along: f64) -> Option<Vec3> {
    let above = stations.iter().position(|s| s.along >= along)?;
    let (a, b) = (&stations[above.saturating_sub(1)], &stations[above]);
    let t = if b.along > a.along { (along - a.along) / (b.along - a.along) } else { 0.0 };
    Some(a.chest().lerp(b.chest(), t))
}

pub(super) fn draw(scene: &mut Scene, pose: &Pose, view: &View, look: &Look) {
    let stations = look.body.stations(pose);
    let outline = Outline::of(&stations, view);
    if !look.lap {
        scene.fill(Style::new(Gap, layer::TRUNK - 0.01), outline.hem_let_down());
    }
    let cloth = Style::new(Jacket, layer::TRUNK);
    shoulders(scene, pose, view, look);
    scene.fill(cloth, outline.closed());
    neck(scene, pose, view, look);
    front_edge(scene, view, &stations);
}

/// The silhouette: at each ellipse its support on both sides of the spine as the viewer sees it.
struct Outline {
    left: Vec<Vec2>,
    right: Vec<Vec2>,
    /// Out of the picture's lower and upper end of the spine.
    down: Vec2,
    up: Vec2,
}

impl Outline {
    fn of(stations: &[Station], view: &View) -> Outline {
        let middle: Vec<Vec2> = stations.iter().map(|s| view.flat(s.middle)).collect();
        let last = middle.len() - 1;
        let mut outline = Outline {
            left: Vec::with_capacity(COUNT),
            right: Vec::with_capacity(COUNT),
            down: (middle[0] - middle[1]).unit_or(v2(0.0, -1.0)),
            up: (middle[last] - middle[last - 1]).unit_or(v2(0.0, 1.0)),
        };
        for (i, s) in stations.iter().enumerate() {
            let way = (middle[(i + 1).min(last)] - middle[i.saturating_sub(1)]).unit_or(v2(0.0, 1.0));
            let across = way.right_hand();
            let centre = view.flat(s.middle + s.frame.z * ((s.front - s.back) * 0.5));
            let wide = s.width * view.flat(s.frame.x).dot(across);
            let deep = (s.front + s.back) * 0.5 * view.flat(s.frame.z).dot(across);
            let reach = across * libm::sqrt(wide * wide + deep * deep);
            let m = middle[i] + across * (centre - middle[i]).dot(across);
            outline.right.push(m + reach);
            outline.left.push(m - reach);
        }
        outline
    }

    fn hem(&self, lower: f64) -> impl Iterator<Item = Vec2> + '_ {
        HEM.iter().map(move |[across, deep]| {
            self.left[0].lerp(self.right[0], *across) + self.down * (0.010 * deep + lower)
        })
    }

    fn closed(&self) -> impl Iterator<Item = Vec2> + '_ {
        let last = self.right.len() - 1;
        let (l, r, up) = (self.left[last], self.right[last], self.up * 0.006);
        let neck = [r.lerp(l, 0.3) + up, r.lerp(l, 0.7) + up];
        self.hem(0.0).chain(self.right.iter().copied()).chain(neck).chain(self.left.iter().rev().copied())
    }

    /// The lower end of the jacket, a little longer: what shows of it is the gap between jacket and trousers.
    fn hem_let_down(&self) -> impl Iterator<Item = Vec2> + '_ {
        let lower = |i: usize| self.down * (0.0042 * (1.0 - i as f64 / 2.0));
        let right = (0..3).map(move |i| self.right[i] + lower(i));
        let left = (0..3).rev().map(move |i| self.left[i] + lower(i));
        self.hem(0.0042).chain(right).chain(left)
    }
}

/// The base of the skull: with a round upper back the head is carried further forward, and a little lower.
pub(super) fn head_base(pose: &Pose, form: &Form) -> Vec3 {
    pose.spine[8] + pose.frame[5] * v3(0.0, -0.45, 1.0) * form.stoop
}

/// A shoulder falls from the neck in two steps, steep and then flat; the far one goes behind when the body is seen from the
/// side.
fn shoulders(scene: &mut Scene, pose: &Pose, view: &View, look: &Look) {
    let ball = |p: Vec3, r: f64| (view.flat(p), r);
    let upper = pose.frame[5];
    for side in [0, 1] {
        let neck = pose.spine[6] + upper * v3(0.018 * SIDES[side], -0.006, -0.004);
        let joint = pose.arms[side].shoulder;
        let middle = neck.lerp(joint, 0.46) - upper.y * 0.0030;
        let yoke =
            [ball(neck, 0.0190), ball(middle, 0.0265), ball(joint, 0.0270), ball(pose.spine[5], 0.045)];
        let style = if look.hides_far_shoulder() && side == look.far_side {
            Style::new(Jacket, layer::FAR_ARM - 0.01).far(look.far(side))
        } else {
            Style::new(Jacket, layer::TRUNK)
        };
        let span = scene.span(yoke.iter().map(|b| b.0));
        for first in 0..2 {
            let part = Span { first: span.first + first, count: 2 };
            scene.hull_again(style, part, yoke[first..first + 2].iter().map(|b| b.1));
        }
        let below = Span { first: span.first + 1, count: 3 };
        scene.hull_again(style, below, yoke[1..].iter().map(|b| b.1));
    }
}

/// The neck, and the stand-up collar round it: behind the neck one looks into it, before it stands the half that is nearer the
/// viewer.
fn neck(scene: &mut Scene, pose: &Pose, view: &View, look: &Look) {
    let ball = |p: Vec3, r: f64| (view.flat(p), r);
    let (low, high) = (pose.frame[6], pose.head());
    scene.hull(
        Style::new(Skin, layer::NECK).far(0.45),
        &[
            ball(pose.spine[6] + low * v3(0.0, -0.012, 0.002), 0.0255),
            ball(pose.spine[7] + low.z * (0.003 + look.form.stoop * 0.6), 0.0250),
            ball(head_base(pose, &look.form) + high * v3(0.0, 0.012, 0.0), 0.0270),
        ],
    );
    let shoulders = view.flat(pose.spine[6] - pose.frame[5].y * 0.022);
    let ring = (0..8).map(|k| {
        // the half that is nearer the viewer comes first; the throat is lower than the nape
        let (s, c) = sin_cos(45.0 * f64::from(k + look.collar + 6));
        let up = 0.0080 - 0.0045 * s;
        view.flat(pose.spine[6] + low * v3(0.0275 * c, up, 0.0275 * s + 0.002))
    });
    let span = scene.span([shoulders].into_iter().chain(ring));
    let ring = Span { first: span.first + 1, count: 8 };
    scene.hull_again(Style::new(Jacket, layer::NECK - 0.02).far(0.7), ring, [EDGE; 8]);
    let near = Span { first: span.first, count: 6 };
    scene.hull_again(Style::new(Jacket, layer::TRUNK), near, [0.0300, EDGE, EDGE, EDGE, EDGE, EDGE]);
}

/// The front edge lies on the surface, so it shows how the trunk is turned. What turns away from the viewer collapses onto
/// the nearest point still seen.
fn front_edge(scene: &mut Scene, view: &View, stations: &[Station]) {
    let seen: Vec<usize> = (0..stations.len()).filter(|i| view.depth(stations[*i].frame.z) > 0.06).collect();
    let nearest = |i: usize| seen.iter().copied().min_by_key(|k| k.abs_diff(i)).unwrap_or(i);
    let points = (0..stations.len()).step_by(2).map(|i| view.flat(stations[nearest(i)].chest()));
    scene.line(Style::new(JacketLine, layer::TRUNK_LINE).opacity(0.35), 0.0045, points);
}
