//! Drawing many clips: as many at a time as the computer has cores.

use crate::card::card;
use crate::clips::Clip;
use crate::look::{DARK, LIGHT, Look};
use crate::names::Name;
use crate::options::{Kind, Options};
use crate::sheet::sheet;
use crate::svg;
use mingmen_core::figure;
use std::fmt::Display;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use tiny_skia::Pixmap;
use xtask::terminal;

/// An animated SVG that is larger is a fault, bytes.
const LARGEST_SVG: usize = 400_000;

/// A clip that is drawn.
pub(crate) struct Drawn {
    pub(crate) clip: Clip,
    pub(crate) name: Name,
    /// Size of the animated SVG, bytes; 0 where none was asked for.
    pub(crate) svg_bytes: usize,
    /// What is wrong with it, one line each.
    pub(crate) faults: Vec<String>,
}

/// Which clip: a motion and a base posture.
pub(crate) struct Job {
    pub(crate) motion: String,
    pub(crate) base: String,
}

/// Every clip there is, or those of one motion.
pub(crate) fn jobs(only: Option<&str>) -> Result<Vec<Job>, String> {
    let motions = figure::motions().map_err(|e| e.to_string())?;
    let wanted = motions.into_iter().filter(|motion| only.is_none_or(|id| id == motion.id));
    let jobs = wanted.flat_map(|motion| {
        let of = |base| Job { motion: motion.id.clone(), base };
        motion.bases.iter().cloned().map(of).collect::<Vec<_>>()
    });
    Ok(jobs.collect())
}

/// Draws them all, in the order given, and says at a terminal how far it has come.
pub(crate) fn draw(jobs: &[Job], options: &Options) -> Result<Vec<Drawn>, String> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(0);
    let worker = || {
        let mut drawn = vec![];
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(at) else { return drawn };
            drawn.push((at, draw_one(job, options)));
            let mut done = done.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            *done += 1;
            terminal::status(&progress(*done, jobs.len(), &job.motion));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut drawn: Vec<(usize, Result<Drawn, String>)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    terminal::status("");
    if drawn.len() < jobs.len() {
        return Err("drawing was broken off".to_owned());
    }
    drawn.sort_by_key(|(at, _)| *at);
    drawn.into_iter().map(|(_, drawn)| drawn).collect()
}

/// "▓▓▓▓▓░░░░░ 51 of 102, spinal-wave".
fn progress(done: usize, all: usize, name: &str) -> String {
    const WIDTH: usize = 20;
    let full = done * WIDTH / all.max(1);
    format!("{}{} {done} of {all}, {name}", "▓".repeat(full), "░".repeat(WIDTH - full))
}

fn draw_one(job: &Job, options: &Options) -> Result<Drawn, String> {
    let Job { motion, base } = job;
    let (clip, name) = (Clip::of(motion, base, &options.person)?, Name::of(motion, base)?);
    let mut faults: Vec<String> = figure::faults(motion, base, &options.person)
        .map_err(|e| e.to_string())?
        .iter()
        .map(ToString::to_string)
        .collect();
    for look in [&LIGHT, &DARK] {
        if options.wants(Kind::Sheet) {
            save(&sheet(&clip, look)?, &options.out, &picture(&clip, "sheet", look))?;
        }
        if options.wants(Kind::Card) {
            save(&card(&clip, look)?, &options.out, &picture(&clip, "card", look))?;
        }
    }
    let mut svg_bytes = 0;
    if options.wants(Kind::Svg) {
        let text = svg::animated(&clip, &name);
        svg_bytes = text.len();
        if svg_bytes > LARGEST_SVG {
            faults.push(format!("its SVG has {svg_bytes} bytes; {LARGEST_SVG} are the most"));
        }
        write(&options.out, &svg_name(&clip), &text)?;
    }
    for fault in &mut faults {
        *fault = format!("{motion} {base}: {fault}");
    }
    Ok(Drawn { clip, name, svg_bytes, faults })
}

/// The file of a picture: "spinal-wave-seated-sheet-light.png".
pub(crate) fn picture(clip: &Clip, kind: &str, look: &Look) -> String {
    format!("{}-{}-{kind}-{}.png", clip.record.motion, clip.record.base, look.name)
}

/// The file of an animated SVG.
pub(crate) fn svg_name(clip: &Clip) -> String {
    format!("{}-{}.svg", clip.record.motion, clip.record.base)
}

/// Writes a picture. Its plain areas are small without a filter, and filtering takes longer than drawing.
pub(crate) fn save(picture: &Pixmap, out: &Path, name: &str) -> Result<(), String> {
    let path = out.join(name);
    let failed = |e: &dyn Display| format!("{}: {e}", path.display());
    let file = File::create(&path).map_err(|e| failed(&e))?;
    let mut encoder = png::Encoder::new(BufWriter::new(file), picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().map_err(|e| failed(&e))?;
    writer.write_image_data(picture.data()).and_then(|()| writer.finish()).map_err(|e| failed(&e))
}

/// Writes a text.
pub(crate) fn write(out: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = out.join(name);
    std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}
