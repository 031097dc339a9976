//! The app is killed at a call to the system, in a process of its own.
#![allow(unsafe_code)] // a process that splits in two is a matter of C

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::FromRawFd;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::operations::{Act, Operation, Scenes};
use crate::place::{Place, Promise, Told};
use crate::report::{Row, points};
use crate::shim::{self, Fate, Plan, kind};

/// A kill may cost so much of a practice that is being led.
pub(crate) const A_BREATH_MS: u32 = 8_000;

/// What became of a process.
pub(crate) struct Ended {
    pub(crate) told: Vec<Told>,
    pub(crate) was_killed: bool,
    /// It ended by itself, and something went wrong.
    pub(crate) failed: bool,
}

/// Does `work` in a process of its own, which tells through a pipe what it promised.
///
/// Nothing else runs in this program meanwhile, so that the new process finds no lock held by a thread that it lacks.
pub(crate) fn apart(work: impl FnOnce(&mut dyn FnMut(Told)) -> bool) -> impl FnOnce() -> Ended {
    let mut ends = [0; 2];
    // SAFETY: the pipe's two numbers are ours; the child does its work and ends without going back.
    let child = unsafe {
        assert_eq!(libc::pipe(ends.as_mut_ptr()), 0);
        libc::fork()
    };
    // SAFETY: each process uses one end and closes the other.
    let (mut reader, writer) = unsafe { (File::from_raw_fd(ends[0]), File::from_raw_fd(ends[1])) };
    if child == 0 {
        drop(reader);
        let mut writer = writer;
        // Where nobody listens any more, nothing is told.
        let mut tell = |told: Told| drop(writer.write_all(written(&told).as_bytes()));
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&mut tell)));
        // SAFETY: nothing of the parent's is tidied up twice.
        unsafe { libc::_exit(if outcome.is_ok_and(|went_well| went_well) { 0 } else { 1 }) };
    }
    drop(writer);
    move || {
        let mut text = String::new();
        reader.read_to_string(&mut text).unwrap();
        let mut status = 0;
        // SAFETY: a child of ours, waited for once.
        unsafe { libc::waitpid(child, &raw mut status, 0) };
        let was_killed = libc::WIFSIGNALED(status);
        Ended {
            told: text.lines().filter_map(read).collect(),
            was_killed,
            failed: !was_killed && status != 0,
        }
    }
}

/// Opens the database and acts, in a process that is killed at a call that changes something.
pub(crate) fn killed_at(place: &Place, call: u32, act: Act) -> Ended {
    apart(|tell| {
        shim::begin(Plan { kinds: kind::CHANGES, at: call, for_ever: false, fate: Fate::Kill });
        place.open().is_ok_and(|mingmen| act(&mingmen, tell).is_ok())
    })()
}

/// How many calls that change something an operation makes, opening included.
pub(crate) fn calls_of(place: &Place, act: Act) -> u32 {
    shim::count(kind::CHANGES, || place.open().is_ok_and(|mingmen| act(&mingmen, &mut |_| ()).is_ok()))
}

/// Kills each operation at every call.
pub(crate) fn at_every_call(scenes: &Scenes, folder: &std::path::Path, part: f64) -> Vec<Row> {
    let mut row = Row::new("killed at each call that changes a file");
    let count = |operation: &Operation| calls_of(&Place::lay(folder, &operation.files), operation.act);
    for (operation, call) in points(scenes, count, part) {
        row.case(|| kill(operation, folder, call, None));
    }
    let mut again = Row::new("killed again as it recovers");
    for (operation, call) in points(scenes, count, part * 0.2) {
        for second in [1, 2, 4, 8, 16, 32] {
            again.case(|| kill(operation, folder, call, Some(second)));
        }
    }
    vec![row, again]
}

fn kill(
    operation: &Operation,
    folder: &std::path::Path,
    call: u32,
    again: Option<u32>,
) -> Result<(), String> {
    let place = Place::lay(folder, &operation.files);
    let ended = killed_at(&place, call, operation.act);
    if ended.failed {
        return Err(format!("{} does not come to its end", operation.name));
    }
    if let Some(again) = again {
        killed_at(&place, again, |_, _| Ok(()));
    }
    let promise = Promise {
        before: &operation.before,
        told: &ended.told,
        beat_ms: A_BREATH_MS,
        damaged: operation.damaged,
    };
    let outcome = place.look().and_then(|seen| promise.hold(&seen));
    outcome.map_err(|why| format!("{}, killed at call {call} and {again:?}: {why}", operation.name))
}

fn written(told: &Told) -> String {
    match told {
        Told::Kept(id) => format!("kept {id}\n"),
        Told::Led(id, ms) => format!("led {id} {ms}\n"),
        Told::Deleting => "deleting\n".to_owned(),
        Told::Deleted => "deleted\n".to_owned(),
        Told::Copied => "copied\n".to_owned(),
    }
}

fn read(line: &str) -> Option<Told> {
    let words: Vec<&str> = line.split(' ').collect();
    match words.as_slice() {
        ["kept", id] => Some(Told::Kept((*id).to_owned())),
        ["led", id, ms] => Some(Told::Led((*id).to_owned(), ms.parse().ok()?)),
        ["deleting"] => Some(Told::Deleting),
        ["deleted"] => Some(Told::Deleted),
        ["copied"] => Some(Told::Copied),
        _ => None,
    }
}
