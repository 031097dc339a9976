//! `cargo xtask figures`: draws every clip of the figure, from the clip's own bytes and nothing else.
//!
//! What is drawn here is what an app can draw: these files know the clip's record and a palette, not the skeleton.
//! `clips` reads the bytes; `paint` draws a phase in dots, `svg` the whole loop in lines; `sheet`, `card` and `page` say
//! what goes where.

mod card;
mod clips;
mod geometry;
mod label;
mod look;
mod names;
mod options;
mod page;
mod paint;
mod readme;
mod sheet;
mod svg;
mod text;
mod work;

use look::{DARK, LIGHT};
use options::{Kind, Options};
use std::fs;
use std::process::ExitCode;
use work::Drawn;
use xtask::failure::{Failure, Outcome};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(words: &[String]) -> Outcome {
    let Some(options) = Options::read(words)? else { return Ok(()) };
    let out = &options.out;
    fs::create_dir_all(out).map_err(|e| Failure::Check(format!("{}: {e}", out.display())))?;
    if options.readme {
        for (name, text) in readme::pictures().map_err(Failure::Check)? {
            work::write(out, &name, &text).map_err(Failure::Check)?;
            println!("{}: {} bytes", out.join(name).display(), text.len());
        }
        return Ok(());
    }
    let jobs = work::jobs(options.motion.as_deref()).map_err(Failure::Check)?;
    if jobs.is_empty() {
        let asked = options.motion.unwrap_or_default();
        return Err(Failure::Usage(format!(
            "no motion is called {asked}; core/content/figures/motion has them all"
        )));
    }
    let drawn = work::draw(&jobs, &options).map_err(Failure::Check)?;
    finish(&drawn, &options).map_err(Failure::Check)
}

/// Adds the pages that speak of all clips, and says what came of it.
fn finish(drawn: &[Drawn], options: &Options) -> Result<(), String> {
    let clips: Vec<&clips::Clip> = drawn.iter().map(|drawn| &drawn.clip).collect();
    if options.wants(Kind::Card) {
        for look in [&LIGHT, &DARK] {
            work::save(&card::overview(&clips, look)?, &options.out, &page::overview_name(look))?;
        }
    }
    work::write(&options.out, "index.html", &page::index(drawn, options))?;
    if options.motion.is_some() {
        drawn.iter().for_each(|drawn| println!("{}", page::facts(drawn)));
    }
    println!("{} clips: {}", drawn.len(), options.out.join("index.html").display());
    let faults: Vec<&str> = drawn.iter().flat_map(|drawn| &drawn.faults).map(String::as_str).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}
