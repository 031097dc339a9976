//! An app that does nothing keeps nobody out: no lock to write is held between two calls. A phone ends an app that holds
//! one in the background.

use std::path::Path;

use crate::journey::runner;
use crate::operations::Scenes;
use crate::place::Place;
use crate::report::{Row, spread};

/// Looks after each call of each journey.
pub(crate) fn none_is_held(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut row = Row::new("no lock to write after any call of the journeys");
    let journeys = Path::new(env!("CARGO_MANIFEST_DIR")).join("../journeys");
    let mut files: Vec<_> = std::fs::read_dir(journeys).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    for number in spread(u32::try_from(files.len()).unwrap(), part.max(0.1)) {
        let file = &files[number as usize - 1];
        let mut held = Vec::new();
        let outcome = runner::run_file(file, &mut |line, result| {
            held.push((is_held(), format!("{}:{line}: {}", file.display(), result["call"])));
        });
        row.case(|| outcome.map_err(|why| format!("{why:?}")));
        for (is_held, step) in held {
            row.case(|| if is_held { Err(step) } else { Ok(()) });
        }
    }
    let mut control = Row::control("control: a transaction that was begun and left");
    let place = Place::lay(folder, &scenes.diary);
    let mingmen = place.open().unwrap();
    let conn = rusqlite::Connection::open(place.database()).unwrap();
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    control.case(|| if is_held() { Err("held".to_owned()) } else { Ok(()) });
    drop((conn, mingmen));
    vec![row, control]
}

/// Whether this process holds a lock to write on any file.
fn is_held() -> bool {
    let locks = std::fs::read_to_string("/proc/locks").unwrap();
    let own = std::process::id().to_string();
    let is_own = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.contains(&"WRITE") && words.get(4) == Some(&own.as_str())
    };
    locks.lines().any(is_own)
}
