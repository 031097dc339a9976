//! index.html: every movement by its name, with its pictures and its facts. It opens from disk.

use crate::look::Look;
use crate::look::{DARK, LIGHT};
use crate::options::{Kind, Options};
use crate::text::escape;
use crate::work::{Drawn, picture, svg_name};
use std::fmt::Write as _;

const HEAD: &str = "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n\
    <meta name=viewport content=\"width=device-width,initial-scale=1\">\n<title>The figure</title>\n<style>\n\
    :root{color-scheme:light dark;--paper:#f7f1e6;--card:#fffbf2;--ink:#24211c;--soft:#5a5347;--line:#d6cbb7}\n\
    @media(prefers-color-scheme:dark){:root{--paper:#14110d;--card:#211d17;--ink:#f3ebdd;--soft:#c2b8a7;--line:#3d392f}}\n\
    body{margin:0 auto;max-width:84rem;padding:2rem 1.5rem;background:var(--paper);color:var(--ink);\
    font:1rem/1.55 system-ui,sans-serif}\n\
    h1,h2{font-weight:500;line-height:1.2}h2{margin:0 0 .5rem}h3{margin:1.25rem 0 .25rem;font-size:1rem}\n\
    nav ul{columns:15rem;padding:0;list-style:none}a{color:inherit}\n\
    section{margin:1.5rem 0;padding:1.25rem;background:var(--card);border:1px solid var(--line);border-radius:1rem}\n\
    img{display:block;max-width:100%;height:auto;border-radius:.75rem}\n\
    .pair{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-end}.pair img{max-height:26rem;width:auto}\n\
    .sheet{margin-top:1rem}p,dl{max-width:46rem}.facts{color:var(--soft);font-size:.9rem}\n\
    </style>\n";

/// The file that shows all clips small.
pub(crate) fn overview_name(look: &Look) -> String {
    format!("small-{}.png", look.name)
}

/// The page.
pub(crate) fn index(drawn: &[Drawn], options: &Options) -> String {
    let mut html = String::from(HEAD);
    let _ = writeln!(
        html,
        "<h1>The figure</h1>\n<p>{} clips of {} movements.",
        drawn.len(),
        movements(drawn).len()
    );
    html.push_str("<nav aria-label=Movements><ul>\n");
    for of_one in movements(drawn) {
        let Some(first) = of_one.first() else { continue };
        let _ = writeln!(
            html,
            "<li><a href=\"#{}\">{}</a>",
            first.clip.record.motion,
            escape(&first.name.movement)
        );
    }
    html.push_str("</ul></nav>\n");
    if options.wants(Kind::Card) {
        let alt = "Every movement, small, at its start and at its end";
        let _ = writeln!(html, "{}", both(&overview_name(&LIGHT), &overview_name(&DARK), alt, false));
    }
    for of_one in movements(drawn) {
        movement(&mut html, of_one, options);
    }
    html.push_str("</html>\n");
    html
}

/// The clips of each motion; they stand together.
fn movements(drawn: &[Drawn]) -> Vec<&[Drawn]> {
    drawn.chunk_by(|a, b| a.clip.record.motion == b.clip.record.motion).collect()
}

fn movement(html: &mut String, of_one: &[Drawn], options: &Options) {
    let Some(first) = of_one.first() else { return };
    let _ = writeln!(
        html,
        "<section id=\"{}\">\n<h2>{}</h2>\n<p>{}",
        first.clip.record.motion,
        escape(&first.name.movement),
        escape(&first.name.text)
    );
    for drawn in of_one {
        posture(html, drawn, options);
    }
    html.push_str("</section>\n");
}

fn posture(html: &mut String, drawn: &Drawn, options: &Options) {
    let (clip, title) = (&drawn.clip, escape(&drawn.name.title));
    let _ = writeln!(
        html,
        "<h3>{}</h3>\n<p class=facts>{}\n<div class=pair>",
        clip.record.base,
        escape(&facts(drawn))
    );
    let of_kind =
        |kind: &str, alt: &str| both(&picture(clip, kind, &LIGHT), &picture(clip, kind, &DARK), alt, true);
    if options.wants(Kind::Svg) {
        let file = svg_name(clip);
        let _ = writeln!(
            html,
            "<a href=\"{file}\"><img loading=lazy src=\"{file}\" alt=\"{title}, moving\"></a>"
        );
    }
    if options.wants(Kind::Card) {
        let alt = format!("{title}: the end of the movement over a pale print of its start");
        let _ = writeln!(html, "{}", of_kind("card", &alt));
    }
    html.push_str("</div>\n");
    if options.wants(Kind::Sheet) {
        let alt = format!("{title}: its phases side by side, from the first to the last");
        let _ = writeln!(html, "<div class=sheet>{}</div>", of_kind("sheet", &alt));
    }
}

/// A picture by day and by night.
fn both(day: &str, night: &str, alt: &str, lazy: bool) -> String {
    let lazy = if lazy { " loading=lazy" } else { "" };
    format!(
        "<picture><source media=\"(prefers-color-scheme:dark)\" srcset=\"{night}\"><img{lazy} src=\"{day}\" \
         alt=\"{alt}\"></picture>"
    )
}

/// "spinal-wave, seated: 8 s a cycle, gentle from 5.7 s; in 0–50 %, out 50–100 %; 48 keys, …".
pub(crate) fn facts(drawn: &Drawn) -> String {
    let clip = &drawn.clip.record;
    let seconds = |ms: u32| format!("{:.1} s", f64::from(ms) / 1000.0);
    let percent = |permille: u16| f64::from(permille) / 10.0;
    let mut breaths: Vec<String> = clip
        .breaths
        .iter()
        .map(|b| {
            let [a, b, c, d] = [b.inhale_start, b.inhale_end, b.exhale_start, b.exhale_end].map(percent);
            format!("in {a}–{b} %, out {c}–{d} %")
        })
        .collect();
    if breaths.is_empty() {
        breaths.push("natural breath".to_owned());
    }
    let mut text = format!(
        "{}, {}: {} a cycle, gentle from {}; {}; {} keys of {} runs, {} bytes",
        clip.motion,
        clip.base,
        seconds(clip.cycle_ms),
        seconds(clip.shortest_cycle_ms),
        breaths.join(", "),
        clip.runs.iter().map(|run| run.key_count).sum::<u32>(),
        clip.runs.len(),
        clip.coordinates.len()
    );
    if drawn.svg_bytes > 0 {
        let _ = write!(text, "; SVG {} bytes", drawn.svg_bytes);
    }
    text
}
