//! The jacket: a body of ellipses strung on the spine, its outline, shoulders and collar.

use super::legs::EDGE;
use super::{Look, Scene, Style, View, curve, layer};
use crate::figure::body::{Pose, SWELL};
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
const COUNT: usize = 25;

/// Rounded hem: across from left to right, down.
const HEM: [[f64; 2]; 4] = [[0.07, 0.55], [0.30, 1.0], [0.70, 1.0], [0.93, 0.55]];

/// One ellipse of the body.
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

/// The ellipses of the body in this pose, from the hem up.
pub(super) fn stations(pose: &Pose) -> Vec<Station> {
    let swell = |along: f64| {
        let breath = &pose.channels;
        SWELL
            * (breath.belly_swell * bell(along, 1.45, 1.25)
                + 0.75 * breath.chest_swell * bell(along, 4.4, 1.3))
    };
    let last = STATIONS.len() - 1;
    (0..COUNT)
        .map(|k| {
            let u = k as f64 / (COUNT - 1) as f64 * last as f64;
            let i = (u as usize).min(last - 1);
            let t = u - i as f64;
            let near = |offset: isize| STATIONS[(i as isize + offset).clamp(0, last as isize) as usize];
            let (a, b, c, d) = (near(-1), near(0), near(1), near(2));
            let size = |n: usize| curve(a[n], b[n], c[n], d[n], t);
            let along = b[0] + (c[0] - b[0]) * t;
            let (middle, frame) = spine_at(pose, along);
            let more = swell(along);
            Station {
                along,
                middle,
                frame,
                width: size(1) + more * 0.25,
                front: size(2) + more,
                back: size(3),
            }
        })
        .collect()
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

pub(super) fn draw(scene: &mut Scene, pose: &Pose, view: &View, look: &Look, stations: &[Station]) {
    let outline = Outline::of(stations, view);
    if !look.lap {
        scene.fill(Style::new(Gap, layer::TRUNK - 0.01), outline.hem_let_down());
    }
    let cloth = Style::new(Jacket, layer::TRUNK);
    shoulders(scene, pose, view, look);
    scene.fill(cloth, outline.closed());
    neck(scene, pose, view);
    front_edge(scene, view, stations);
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
            left: vec![],
            right: vec![],
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

    fn closed(&self) -> Vec<Vec2> {
        let last = self.right.len() - 1;
        let (l, r, up) = (self.left[last], self.right[last], self.up * 0.006);
        let mut points: Vec<Vec2> = self.hem(0.0).collect();
        points.extend(&self.right);
        points.extend([r.lerp(l, 0.3) + up, r.lerp(l, 0.7) + up]);
        points.extend(self.left.iter().rev());
        points
    }

    /// The lower end of the jacket, a little longer: what shows of it is the gap between jacket and trousers.
    fn hem_let_down(&self) -> Vec<Vec2> {
        let lower = |i: usize| self.down * (0.0042 * (1.0 - i as f64 / 3.0));
        let mut points: Vec<Vec2> = self.hem(0.0042).collect();
        points.extend((0..4).map(|i| self.right[i] + lower(i)));
        points.extend((0..4).rev().map(|i| self.left[i] + lower(i)));
        points
    }
}

/// Shoulders are hulls from neck to shoulder joint; the far one goes behind when the body is seen from the side.
fn shoulders(scene: &mut Scene, pose: &Pose, view: &View, look: &Look) {
    let ball = |p: Vec3, r: f64| (view.flat(p), r);
    for side in [0, 1] {
        let inner = pose.spine[5] + pose.frame[5].y * 0.004;
        let yoke = [
            ball(inner.lerp(pose.arms[side].shoulder, 0.95), 0.0325),
            ball(pose.spine[6] - pose.frame[5].z * 0.001, 0.0315),
            ball(pose.spine[5], 0.045),
        ];
        let style = if look.hides_far_shoulder() && side == look.far_side {
            Style::new(Jacket, layer::FAR_ARM - 0.01).far(look.far(side))
        } else {
            Style::new(Jacket, layer::TRUNK)
        };
        scene.hull(style, &yoke);
    }
}

/// The neck, and the stand-up collar round it.
fn neck(scene: &mut Scene, pose: &Pose, view: &View) {
    let ball = |p: Vec3, r: f64| (view.flat(p), r);
    let (low, high) = (pose.frame[6], pose.head());
    scene.hull(
        Style::new(Skin, layer::NECK).far(0.45),
        &[
            ball(pose.spine[6] + low * v3(0.0, -0.012, 0.004), 0.0280),
            ball(pose.spine[7] + low.z * 0.004, 0.0275),
            ball(pose.spine[8] + high * v3(0.0, 0.012, 0.002), 0.0285),
        ],
    );
    let rim = pose.spine[6] + low.y * 0.012 + low.z * 0.002;
    let mut collar = vec![ball(pose.spine[6] - pose.frame[5].y * 0.020, 0.037)];
    collar.extend((0..8).map(|k| {
        let (s, c) = sin_cos(f64::from(k) * 45.0);
        ball(rim + (low.x * c + low.z * s) * (0.0305 - EDGE), EDGE)
    }));
    scene.hull(Style::new(Jacket, layer::TRUNK), &collar);
}

/// The front edge lies on the surface, so it shows how the trunk is turned. What turns away from the viewer collapses onto
/// the nearest point still seen.
fn front_edge(scene: &mut Scene, view: &View, stations: &[Station]) {
    let seen: Vec<usize> = (0..stations.len()).filter(|i| view.depth(stations[*i].frame.z) > 0.06).collect();
    let nearest = |i: usize| seen.iter().copied().min_by_key(|k| k.abs_diff(i)).unwrap_or(i);
    let points: Vec<Vec2> =
        (0..stations.len()).step_by(2).map(|i| view.flat(stations[nearest(i)].chest())).collect();
    scene.line(Style::new(JacketLine, layer::TRUNK_LINE).opacity(0.35), 0.0045, points);
}
