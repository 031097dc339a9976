//! `cargo xtask figures`: draws every clip of the figure, from the clip's own bytes and nothing else.
//!
//! What is drawn here is what an app can draw: this file knows [`FigureClip`] and a palette, not the skeleton. It
//! writes contact sheets and cards, light and dark, and a page that lists them, to `target/figures`.

use mingmen_core::figure::{
    self, FigureChoices, FigureClip, FigureKind, FigurePaint, FigureShape, FigureTone,
};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, LineJoin, LinearGradient, Paint, PathBuilder, Pixmap,
    PixmapPaint, Point, RadialGradient, Shader, SpreadMode, Stroke, Transform,
};

const HELP: &str = "cargo xtask figures [--motion ID] [--person JSON] [--out DIR]
  Draws each clip as a sheet of eight phases and as a card, light and dark, and lists them in index.html.
  --motion ID   only this motion
  --person JSON whom to show, such as {\"age\":\"older\",\"range\":\"smaller\"}
  --out DIR     where to (target/figures)";

/// Height of one phase on a sheet, pixels.
const SHEET: f32 = 420.0;
/// Height of a card, and of the small figures of the overview.
const CARD: f32 = 640.0;
const SMALL: f32 = 150.0;
/// Phases on a sheet, and on that of a long motion.
const PHASES: u32 = 8;
const MANY_PHASES: u32 = 16;
/// A cycle longer than this is long, milliseconds.
const LONG_MS: u32 = 20_000;
/// Directions that the outline of a hull is looked for in.
const HULL_DIRECTIONS: u16 = 44;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

/// Draws the clips. Arguments as in [`HELP`].
fn run(args: &[String]) -> Result<(), String> {
    let mut out = PathBuf::from("target/figures");
    let (mut only, mut person) = (None, FigureChoices::default());
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match (arg.as_str(), rest.next()) {
            ("--out", Some(dir)) => out = PathBuf::from(dir),
            ("--motion", Some(id)) => only = Some(id.as_str()),
            ("--person", Some(json)) => person = serde_json::from_str(json).map_err(|e| e.to_string())?,
            _ => return Err(HELP.to_owned()),
        }
    }
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let clips = clips(only, &person)?;
    let mut faults = vec![];
    for clip in &clips {
        for look in [&LIGHT, &DARK] {
            save(&sheet(clip, look)?, &out, &picture(clip, "sheet", look))?;
            save(&card(clip, look, CARD)?, &out, &picture(clip, "card", look))?;
        }
        for fault in figure::faults(&clip.motion, &clip.base, &person).map_err(|e| e.to_string())? {
            faults.push(format!("{} {}: {fault}", clip.motion, clip.base));
        }
        println!(
            "{:<26} {:<9} {:>3} samples {:>4} points {:>6} bytes, gentle from {:>5} ms of {}",
            clip.motion,
            clip.base,
            clip.sample_count,
            clip.point_count,
            clip.coordinates.len(),
            clip.shortest_cycle_ms,
            clip.cycle_ms
        );
    }
    for look in [&LIGHT, &DARK] {
        save(&overview(&clips, look)?, &out, &format!("small-{}.png", look.name))?;
    }
    let page = out.join("index.html");
    fs::write(&page, index(&clips)).map_err(|e| format!("{}: {e}", page.display()))?;
    println!("{} clips: {}", clips.len(), page.display());
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn clips(only: Option<&str>, person: &FigureChoices) -> Result<Vec<FigureClip>, String> {
    let mut clips = vec![];
    for motion in figure::motions().map_err(|e| e.to_string())? {
        if only.is_some_and(|id| id != motion.id) {
            continue;
        }
        for base in &motion.bases {
            clips.push(figure::clip(&motion.id, base, person).map_err(|e| e.to_string())?);
        }
    }
    if clips.is_empty() {
        Err(format!("no motion is called {}", only.unwrap_or_default()))
    } else {
        Ok(clips)
    }
}

fn picture(clip: &FigureClip, kind: &str, look: &Look) -> String {
    format!("{}-{}-{kind}-{}.png", clip.motion, clip.base, look.name)
}

fn save(picture: &Pixmap, out: &Path, name: &str) -> Result<(), String> {
    let path = out.join(name);
    picture.save_png(&path).map_err(|e| format!("{}: {e}", path.display()))
}

fn index(clips: &[FigureClip]) -> String {
    let mut html = String::from(
        "<!doctype html><meta charset=utf-8><title>Figures</title>\
         <style>body{font-family:sans-serif;margin:24px;background:#F7F1E6}img{max-width:100%}</style><h1>Figures</h1>\n\
         <p><img src=small-light.png><p><img src=small-dark.png>\n",
    );
    for clip in clips {
        let _ = writeln!(html, "<h2>{}, {}</h2>", clip.motion, clip.base);
        for look in [&LIGHT, &DARK] {
            for kind in ["card", "sheet"] {
                let _ = writeln!(html, "<img src={} alt=''>", picture(clip, kind, look));
            }
        }
    }
    html
}

// ---------- sheets ----------

fn canvas(width: f32, height: f32, look: &Look) -> Result<Pixmap, String> {
    let mut px = Pixmap::new(width as u32, height as u32).ok_or("a picture of no size")?;
    px.fill(look.colour(look.stage, 1.0));
    Ok(px)
}

/// Width of a clip drawn at this height, within reason.
fn width_at(clip: &FigureClip, height: f32) -> f32 {
    height * (clip.view.width as f32 / clip.view.height as f32).clamp(0.45, 2.4)
}

fn sheet(clip: &FigureClip, look: &Look) -> Result<Pixmap, String> {
    let wide = clip.view.width > clip.view.height * 3 / 2;
    let (columns, height) = if wide { (2, SHEET * 0.6) } else { (4, SHEET) };
    let width = width_at(clip, height);
    let phases = if clip.cycle_ms > LONG_MS { MANY_PHASES } else { PHASES };
    let mut px = canvas(width * columns as f32, height * (phases / columns) as f32, look)?;
    for i in 0..phases {
        let place = [(i % columns) as f32 * width, (i / columns) as f32 * height, width, height];
        draw(&mut px, clip, i as f32 / phases as f32, place, look);
    }
    Ok(px)
}

/// One still that tells the movement: the last key pose over a pale print of the first.
fn card(clip: &FigureClip, look: &Look, height: f32) -> Result<Pixmap, String> {
    let width = width_at(clip, height);
    let mut px = canvas(width, height, look)?;
    card_into(&mut px, clip, [0.0, 0.0, width, height], look)?;
    Ok(px)
}

fn card_into(px: &mut Pixmap, clip: &FigureClip, place: [f32; 4], look: &Look) -> Result<(), String> {
    let phase = |key: Option<&u16>| key.map_or(0.0, |p| f32::from(*p) / 1000.0);
    let mut print = canvas(px.width() as f32, px.height() as f32, look)?;
    draw(&mut print, clip, phase(clip.key_poses.first()), place, look);
    let pale = PixmapPaint { opacity: 0.22, ..PixmapPaint::default() };
    px.draw_pixmap(0, 0, print.as_ref(), &pale, Transform::identity(), None);
    draw(px, clip, phase(clip.key_poses.last()), place, look);
    Ok(())
}

/// Every clip, small, at its key poses.
fn overview(clips: &[FigureClip], look: &Look) -> Result<Pixmap, String> {
    let cell = SMALL * 1.2;
    let columns = 5;
    let rows = clips.len().div_ceil(columns);
    let mut px = canvas(cell * 2.0 * columns as f32, SMALL * rows as f32, look)?;
    for (n, clip) in clips.iter().enumerate() {
        for (k, key) in [clip.key_poses.first(), clip.key_poses.last()].into_iter().flatten().enumerate() {
            let x = ((n % columns) * 2 + k) as f32 * cell;
            let place = [x, (n / columns) as f32 * SMALL, cell, SMALL];
            draw(&mut px, clip, f32::from(*key) / 1000.0, place, look);
        }
    }
    Ok(px)
}

// ---------- what an app does ----------

/// Draws one phase into a place (x, y, width, height).
fn draw(px: &mut Pixmap, clip: &FigureClip, phase: f32, [x, y, width, height]: [f32; 4], look: &Look) {
    let view = clip.view;
    let scale = (width / view.width as f32).min(height / view.height as f32);
    let left = x + (width - view.width as f32 * scale) * 0.5 - view.left as f32 * scale;
    let top = y + (height - view.height as f32 * scale) - view.top as f32 * scale;
    let at = |p: [f32; 2]| [left + p[0] * scale, top + p[1] * scale];
    let points: Vec<[f32; 2]> = blend(clip, phase).into_iter().map(at).collect();
    let lit = [
        at([(view.left + view.width) as f32, view.top as f32]),
        at([view.left as f32, (view.top + view.height) as f32]),
    ];
    for shape in &clip.shapes {
        let first = shape.first_point as usize;
        let points = &points[first..first + shape.point_count as usize];
        paint(px, clip, shape, points, scale, look, lit);
    }
}

/// The points of a sample that lies between two.
fn blend(clip: &FigureClip, phase: f32) -> Vec<[f32; 2]> {
    let u = phase.rem_euclid(1.0) * clip.sample_count as f32;
    let before = u as usize % clip.sample_count as usize;
    let after = (before + 1) % clip.sample_count as usize;
    let t = u.fract();
    let sample = |i: usize| {
        let bytes = clip.point_count as usize * 4;
        clip.coordinates[i * bytes..(i + 1) * bytes]
            .chunks_exact(2)
            .map(|b| f32::from(i16::from_le_bytes([b[0], b[1]])))
    };
    let numbers: Vec<f32> = sample(before).zip(sample(after)).map(|(a, b)| a + (b - a) * t).collect();
    numbers.chunks_exact(2).map(|p| [p[0], p[1]]).collect()
}

fn paint(
    px: &mut Pixmap,
    clip: &FigureClip,
    shape: &FigureShape,
    points: &[[f32; 2]],
    scale: f32,
    look: &Look,
    lit: [[f32; 2]; 2],
) {
    let opacity = f32::from(shape.opacity_permille) / 1000.0 * look.opacity(shape.paint);
    let rgb = look.rgb(clip, shape.paint, f32::from(shape.far_permille) / 1000.0);
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.shader = look.shade(shape.paint, rgb, opacity, lit);
    let fill = |px: &mut Pixmap, outline: &[[f32; 2]], paint: &Paint<'_>| {
        if let Some(path) = path(outline, true) {
            px.fill_path(&path, paint, FillRule::Winding, Transform::identity(), None);
        }
    };
    match shape.kind {
        FigureKind::Fill => fill(px, points, &paint),
        FigureKind::Hull => fill(px, &hull(points, &shape.radii, scale), &paint),
        FigureKind::Dots => {
            for (p, r) in points.iter().zip(&shape.radii) {
                fill(px, &hull(&[*p], &[*r], scale), &paint);
            }
        }
        FigureKind::Line => {
            let stroke = Stroke {
                width: shape.width * scale,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            };
            if let Some(path) = path(points, false) {
                px.stroke_path(&path, &paint, &stroke, Transform::identity(), None);
            }
        }
        FigureKind::Glow => glow(px, points, look.colour(rgb, opacity), rgb, opacity, look),
    }
}

/// The outline round a set of discs: in every direction, the point that lies farthest out.
fn hull(points: &[[f32; 2]], radii: &[f32], scale: f32) -> Vec<[f32; 2]> {
    (0..HULL_DIRECTIONS)
        .map(|k| {
            let (s, c) = (f32::from(k) / f32::from(HULL_DIRECTIONS) * std::f32::consts::TAU).sin_cos();
            let rim = |(p, r): (&[f32; 2], &f32)| [p[0] + c * r * scale, p[1] + s * r * scale];
            let out = |p: &[f32; 2]| p[0] * c + p[1] * s;
            points.iter().zip(radii).map(rim).max_by(|a, b| out(a).total_cmp(&out(b))).unwrap_or_default()
        })
        .collect()
}

fn path(points: &[[f32; 2]], closed: bool) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    builder.move_to(first[0], first[1]);
    rest.iter().for_each(|p| builder.line_to(p[0], p[1]));
    if closed {
        builder.close();
    }
    builder.finish()
}

fn glow(px: &mut Pixmap, points: &[[f32; 2]], full: Color, rgb: [f32; 3], opacity: f32, look: &Look) {
    let [middle, rim] = points else { return };
    let (rx, ry) = ((rim[0] - middle[0]).abs(), (rim[1] - middle[1]).abs());
    let stops = vec![
        GradientStop::new(0.0, full),
        GradientStop::new(0.45, look.colour(rgb, opacity * 0.6)),
        GradientStop::new(1.0, look.colour(rgb, 0.0)),
    ];
    let origin = Point::from_xy(0.0, 0.0);
    let shader =
        RadialGradient::new(origin, origin, rx.max(0.01), stops, SpreadMode::Pad, Transform::identity());
    let (Some(shader), true) = (shader, rx > 0.01 && ry > 0.01) else { return };
    if let Some(disc) = PathBuilder::from_circle(0.0, 0.0, rx) {
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        let squash = Transform::from_row(1.0, 0.0, 0.0, ry / rx, middle[0], middle[1]);
        px.fill_path(&disc, &paint, FillRule::Winding, squash, None);
    }
}

// ---------- colours ----------

/// The colours of one theme. Those that are tokens of the design bear their names.
struct Look {
    name: &'static str,
    is_dark: bool,
    stage: [f32; 3],
    far: [f32; 3],
    far_share: f32,
    shadow_opacity: f32,
    colours: fn(FigurePaint) -> [f32; 3],
}

const fn hex(x: u32) -> [f32; 3] {
    [((x >> 16) & 255) as f32 / 255.0, ((x >> 8) & 255) as f32 / 255.0, (x & 255) as f32 / 255.0]
}

const LIGHT: Look = Look {
    name: "light",
    is_dark: false,
    stage: hex(0xE9EDDF),
    far: hex(0x26343F),
    far_share: 0.26,
    shadow_opacity: 0.16,
    colours: |paint| match paint {
        FigurePaint::Shadow => hex(0x24211C),
        FigurePaint::Mat => hex(0xD6CBB7),
        FigurePaint::Wood => hex(0xCDB08C),
        FigurePaint::Jacket => hex(0x3F7F6D),
        FigurePaint::JacketLine => hex(0x103C31),
        FigurePaint::Trousers => hex(0x3D4448),
        FigurePaint::Shoe => hex(0x24211C),
        FigurePaint::Gap => hex(0xE9EDDF),
        FigurePaint::Accent => hex(0xB8641A),
        FigurePaint::Attention => hex(0xE0862F),
        FigurePaint::Skin | FigurePaint::Hair | FigurePaint::FaceLine => hex(0),
    },
};

const DARK: Look = Look {
    name: "dark",
    is_dark: true,
    stage: hex(0x1A211D),
    far: hex(0x1A211D),
    far_share: 0.36,
    shadow_opacity: 0.45,
    colours: |paint| match paint {
        FigurePaint::Shadow => hex(0x000000),
        FigurePaint::Mat => hex(0x3D392F),
        FigurePaint::Wood => hex(0x7A6A54),
        FigurePaint::Jacket => hex(0x6DAE99),
        FigurePaint::JacketLine => hex(0x0B2A22),
        FigurePaint::Trousers => hex(0x93968F),
        FigurePaint::Shoe => hex(0xC2B8A7),
        FigurePaint::Gap => hex(0x1A211D),
        FigurePaint::Accent => hex(0xE7A95F),
        FigurePaint::Attention => hex(0xF0B468),
        FigurePaint::Skin | FigurePaint::Hair | FigurePaint::FaceLine => hex(0),
    },
};

impl Look {
    fn colour(&self, [r, g, b]: [f32; 3], alpha: f32) -> Color {
        Color::from_rgba(r, g, b, alpha.clamp(0.0, 1.0)).unwrap_or(Color::TRANSPARENT)
    }

    fn opacity(&self, paint: FigurePaint) -> f32 {
        if paint == FigurePaint::Shadow { self.shadow_opacity } else { 1.0 }
    }

    fn rgb(&self, clip: &FigureClip, paint: FigurePaint, far: f32) -> [f32; 3] {
        let own = |tone: FigureTone| hex(if self.is_dark { tone.dark } else { tone.light });
        let near = match paint {
            FigurePaint::Skin => own(clip.tones.skin),
            FigurePaint::Hair => own(clip.tones.hair),
            FigurePaint::FaceLine => own(clip.tones.face_line),
            _ => (self.colours)(paint),
        };
        mix(near, self.far, far * self.far_share)
    }

    /// Cloth, skin and hair are a little lighter towards the upper right of the whole figure, darker below left: one
    /// gradient for all, or the parts of a limb would show seams.
    fn shade(
        &self,
        paint: FigurePaint,
        rgb: [f32; 3],
        opacity: f32,
        [from, to]: [[f32; 2]; 2],
    ) -> Shader<'static> {
        let strength = match paint {
            FigurePaint::Jacket | FigurePaint::Trousers | FigurePaint::Hair => 0.10,
            FigurePaint::Skin => 0.05,
            _ => return Shader::SolidColor(self.colour(rgb, opacity)),
        };
        let stops = vec![
            GradientStop::new(0.0, self.colour(mix(rgb, [1.0, 0.97, 0.90], strength), opacity)),
            GradientStop::new(1.0, self.colour(mix(rgb, self.far, strength * 1.6), opacity)),
        ];
        let point = |p: [f32; 2]| Point::from_xy(p[0], p[1]);
        LinearGradient::new(point(from), point(to), stops, SpreadMode::Pad, Transform::identity())
            .unwrap_or(Shader::SolidColor(self.colour(rgb, opacity)))
    }
}

fn mix(a: [f32; 3], b: [f32; 3], share: f32) -> [f32; 3] {
    [0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * share)
}
