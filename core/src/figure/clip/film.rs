//! Drawing: each part of the picture, as often as it moves.

use super::super::body::{Pose, SWELL};
use super::super::data::Attention;
use super::super::draw::{Draft, Easel, Part, Scene};
use super::super::vec::{Turn, Vec2, Vec3};
use super::UNITS;
use super::thin::Course;

/// A part is drawn at so many steps that its joints come this near to a straight line between them, clip units: in a usual loop,
/// and in a long one, which keeps fewer of them.
const WATCHED: [f32; 2] = [3.0, 12.0];
/// More steps than this make a long loop.
const USUAL_STEPS: usize = 192;

/// The poses of a cycle, one for each step.
pub(super) struct Reel<'a> {
    pub(super) poses: Vec<&'a Pose>,
    /// The end does not lead to the start.
    once: bool,
}

impl<'a> Reel<'a> {
    /// Of even `poses` so many, evenly.
    pub(super) fn new(poses: &'a [Pose], steps: u32, once: bool) -> Reel<'a> {
        let every = (poses.len() / steps as usize).max(1);
        Reel { poses: poses.iter().step_by(every).collect(), once }
    }

    fn steps(&self) -> usize {
        self.poses.len()
    }

    /// What is seen at a step. The last step is the start of the next cycle, or, where there is none, the end.
    fn at(&self, step: usize) -> (&Pose, f64) {
        let end = if self.once { self.steps() - 1 } else { 0 };
        let step = if step < self.steps() { step } else { end };
        (self.poses[step], step as f64 / self.steps() as f64)
    }
}

/// One part of the picture over the cycle.
pub(super) struct Film {
    /// When it was drawn. The last is the end of the cycle.
    pub(super) steps: Vec<u32>,
    /// What was drawn, the same every time.
    pub(super) shapes: Vec<Draft>,
    /// The radii of the shapes.
    pub(super) radii: Vec<f64>,
    /// The points, drawing after drawing.
    pub(super) points: Vec<Vec2>,
    /// Points in one drawing.
    pub(super) width: usize,
}

impl Film {
    /// Draws a part over the cycle; `None` where its shapes change on the way.
    pub(super) fn shoot(part: Part, easel: &Easel<'_>, reel: &Reel<'_>) -> Option<Film> {
        let steps = watch(part, easel, reel);
        let mut scene = Scene::default();
        let draw = |scene: &mut Scene, step: u32| {
            let (pose, phase) = reel.at(step as usize);
            scene.clear();
            easel.draw(scene, part, pose, phase);
        };
        draw(&mut scene, 0);
        let (shapes, radii) = (std::mem::take(&mut scene.shapes), std::mem::take(&mut scene.radii));
        let mut points = Vec::with_capacity(scene.points.len() * steps.len());
        let width = scene.points.len();
        points.extend(&scene.points);
        for step in &steps[1..] {
            draw(&mut scene, *step);
            let alike =
                scene.points.len() == width && scene.radii == radii && are_alike(&scene.shapes, &shapes);
            if !alike {
                return None;
            }
            points.extend(&scene.points);
        }
        Some(Film { steps, shapes, radii, points, width })
    }

    /// What was drawn at the nth of its steps.
    pub(super) fn drawing(&self, nth: usize) -> &[Vec2] {
        &self.points[nth * self.width..(nth + 1) * self.width]
    }
}

fn are_alike(a: &[Draft], b: &[Draft]) -> bool {
    let alike = |(a, b): (&Draft, &Draft)| {
        (a.kind, a.paint, a.first, a.count) == (b.kind, b.paint, b.first, b.count) && a.layer == b.layer
    };
    a.len() == b.len() && a.iter().zip(b).all(alike)
}

/// The steps at which a part has to be drawn, the last one always among them.
fn watch(part: Part, easel: &Easel<'_>, reel: &Reel<'_>) -> Vec<u32> {
    let end = reel.steps() as u32;
    let motion = easel.motion;
    // what runs by the clock alone is drawn at every step
    if part == Part::Marks && (motion.wave.is_some() || motion.attention == Some(Attention::Gathering)) {
        return (0..=end).collect();
    }
    let (mut course, mut numbers) = (Course::default(), vec![]);
    for step in 0..=end {
        let (pose, phase) = reel.at(step as usize);
        numbers.clear();
        Joints(&mut numbers).of(part, pose, phase, easel);
        if step == 0 {
            course = Course::with_capacity(reel.steps() + 1, numbers.len());
        }
        course.add(step, false).copy_from_slice(&numbers);
    }
    let is_long = reel.steps() > USUAL_STEPS;
    // arrows and glows may be farther off than a body, and in a long loop most of all drawings were theirs
    let farther = if is_long && part == Part::Marks { 2.0 } else { 1.0 };
    let mut keys = course.keys(WATCHED[usize::from(is_long)] * farther);
    if keys.len() == 1 {
        keys.push(reel.steps());
    }
    keys.into_iter().map(|k| k as u32).collect()
}

/// Where the things are that a part is drawn from, in clip units.
struct Joints<'a>(&'a mut Vec<f32>);

impl Joints<'_> {
    fn number(&mut self, length: f64) {
        self.0.push((length * UNITS) as f32);
    }

    fn point(&mut self, p: Vec3) {
        self.0.extend([p.x, p.y, p.z].map(|v| (v * UNITS) as f32));
    }

    fn points<const N: usize>(&mut self, points: [Vec3; N]) {
        points.into_iter().for_each(|p| self.point(p));
    }

    /// A turned body part: its surface is this far from its bone.
    fn turn(&mut self, turn: &Turn, reach: f64) {
        self.point(turn.x * reach);
        self.point(turn.z * reach);
    }

    fn of(&mut self, part: Part, pose: &Pose, phase: f64, easel: &Easel<'_>) {
        match part {
            Part::Room => self.feet(pose),
            Part::Legs => self.legs(pose),
            Part::Trunk => self.trunk(pose),
            Part::Arms => {
                self.arms(pose);
                let over = easel.motion.over.as_ref().is_some_and(|over| over.is_at(phase));
                self.number(f64::from(u8::from(over)));
            }
            Part::Head => self.head(pose),
            Part::Marks => self.marks(pose, phase, easel),
        }
    }

    fn feet(&mut self, pose: &Pose) {
        self.point(pose.spine[0]);
        for leg in &pose.legs {
            self.points([leg.ankle, leg.heel, leg.toe]);
        }
    }

    fn legs(&mut self, pose: &Pose) {
        self.feet(pose);
        self.point(pose.spine[1]);
        self.turn(&pose.frame[0], 0.05);
        for leg in &pose.legs {
            self.points([leg.hip, leg.knee, leg.ball]);
        }
    }

    fn trunk(&mut self, pose: &Pose) {
        for (joint, frame) in pose.spine.iter().zip(&pose.frame) {
            self.point(*joint);
            self.turn(frame, 0.08);
        }
        self.point(pose.spine[8]);
        self.number(pose.channels.belly_swell * SWELL);
        self.number(pose.channels.chest_swell * SWELL);
        self.point(pose.arms[0].shoulder);
        self.point(pose.arms[1].shoulder);
    }

    fn arms(&mut self, pose: &Pose) {
        for arm in &pose.arms {
            self.points([arm.shoulder, arm.elbow, arm.wrist, arm.fingers * 0.1, arm.thumb * 0.04]);
            self.number(arm.curl * 0.03);
        }
    }

    fn head(&mut self, pose: &Pose) {
        self.point(pose.spine[8]);
        self.point(pose.head().y * 0.1);
        self.turn(&pose.head(), 0.08);
    }

    fn marks(&mut self, pose: &Pose, phase: f64, easel: &Easel<'_>) {
        for path in &easel.paths {
            for place in path.arrow_places(phase) {
                self.number(place.x);
                self.number(place.y);
            }
            self.number(f64::from(u8::from(path.has_arrow_behind(phase))));
        }
        if easel.motion.attention.is_some() || easel.motion.hold.is_some() {
            self.number(pose.channels.glow * 0.1);
            self.trunk(pose);
            self.arms(pose);
            self.legs(pose);
        }
    }
}
