//! A call to the system, or for memory, fails: once or from then on, in the middle of an operation. Afterwards the same
//! app goes on as if nothing had been.

use std::path::Path;

use mingmen_core::mingmen::{Mingmen, MingmenError};

use crate::kill::A_BREATH_MS;
use crate::operations::{Operation, Scenes};
use crate::place::{Place, Promise, Told};
use crate::report::{Row, points, scaled, spread};
use crate::shim::memory;
use crate::shim::{self, Fate, Plan, kind};

/// One way to fail: what it is called, which calls, and how.
struct Way {
    name: &'static str,
    kinds: u16,
    fate: Fate,
}

const WAYS: [Way; 7] = [
    Way { name: "reading fails (EIO)", kinds: kind::READ, fate: Fate::Error(libc::EIO) },
    Way { name: "a change fails (EIO)", kinds: kind::CHANGES, fate: Fate::Error(libc::EIO) },
    Way {
        name: "no space is left (ENOSPC)",
        kinds: kind::WRITE | kind::FOLDER | kind::SYNC,
        fate: Fate::Error(libc::ENOSPC),
    },
    Way { name: "too many files are open (EMFILE)", kinds: kind::OPEN, fate: Fate::Error(libc::EMFILE) },
    Way { name: "a lock is not to be had (EAGAIN)", kinds: kind::LOCK, fate: Fate::Error(libc::EAGAIN) },
    Way { name: "half is written", kinds: kind::WRITE, fate: Fate::Short },
    Way { name: "opening fails (EIO)", kinds: kind::OPEN, fate: Fate::Error(libc::EIO) },
];

/// Requests for memory that are refused in the full set, for each operation and each of once and for ever.
const REFUSED: u32 = 150;

/// Every way, at every call, once and for ever.
pub(crate) fn fail(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    WAYS.iter().map(|way| of_way(way, scenes, folder, part)).collect()
}

fn of_way(way: &Way, scenes: &Scenes, folder: &Path, part: f64) -> Row {
    let mut row = Row::new(way.name);
    let mut hit = 0;
    let count = |operation: &Operation| {
        let place = Place::lay(folder, &operation.files);
        shim::count(way.kinds, || undisturbed(operation, &place))
    };
    let points = points(scenes, count, part);
    for (number, (operation, at)) in points.into_iter().enumerate() {
        // The full set has each call in both ways.
        let both = if part < 1.0 { vec![number % 2 == 0] } else { vec![false, true] };
        for for_ever in both {
            let plan = Plan { kinds: way.kinds, at, for_ever, fate: way.fate };
            row.case(|| {
                let place = Place::lay(folder, &operation.files);
                shim::begin(plan);
                let outcome = struck(operation, &place, &mut || hit += u32::from(shim::end() > 0));
                shim::end();
                outcome.map_err(|why| format!("{}, call {at}, for ever {for_ever}: {why}", operation.name))
            });
        }
    }
    row.note = format!("{hit} struck");
    row
}

fn undisturbed(operation: &Operation, place: &Place) {
    let mingmen = place.open().unwrap();
    (operation.act)(&mingmen, &mut |_| ()).unwrap();
}

/// SQLite's memory runs out.
pub(crate) fn memory_runs_out(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut row = Row::new("memory runs out");
    for operation in &scenes.operations {
        let place = Place::lay(folder, &operation.files);
        let count = u32::try_from(memory::requests(|| undisturbed(operation, &place))).unwrap();
        for at in spread(count, f64::from(scaled(REFUSED, part)) / f64::from(count)) {
            for for_ever in [false, true] {
                row.case(|| {
                    let place = Place::lay(folder, &operation.files);
                    memory::refuse(at.into(), for_ever);
                    let outcome = struck(operation, &place, &mut || {
                        memory::suffices();
                    });
                    memory::suffices();
                    outcome.map_err(|why| {
                        format!("{}, request {at}, for ever {for_ever}: {why}", operation.name)
                    })
                });
            }
        }
    }
    vec![row]
}

/// Opens and acts while something fails, and once more when nothing does any more, with the same app.
pub(crate) fn struck(operation: &Operation, place: &Place, relent: &mut dyn FnMut()) -> Result<(), String> {
    let mut told = Vec::new();
    let opened = place.open();
    let first = match &opened {
        Ok(mingmen) => (operation.act)(mingmen, &mut |it| told.push(it)),
        Err(error) => Err(error.clone()),
    };
    relent();
    if let Err(error) = &first {
        is_told_well(error)?;
    }
    let again = |why: MingmenError| format!("after {first:?} it does not open again: {why}");
    let mingmen = match opened {
        Ok(mingmen) => mingmen,
        Err(_) => place.open().map_err(again)?,
    };
    if first.is_err() {
        // What was in flight may have been kept although nobody was told: the promise leaves room for one.
        let outcome = (operation.act)(&mingmen, &mut |it| told.push(it));
        outcome.map_err(|why| format!("after {first:?} the same app does not go on: {why}"))?;
    }
    look(operation, place, &mingmen, &told).map_err(|why| format!("after {first:?}: {why}"))
}

pub(crate) fn look(
    operation: &Operation,
    place: &Place,
    mingmen: &Mingmen,
    told: &[Told],
) -> Result<(), String> {
    let (before, damaged) = (&operation.before, operation.damaged);
    let seen = place.look_with(mingmen)?;
    Promise { before, told, beat_ms: A_BREATH_MS, damaged }.hold(&seen)
}

/// An error that a person can do something about: no fault of ours, and nothing that sends them to a backup.
fn is_told_well(error: &MingmenError) -> Result<(), String> {
    match error {
        MingmenError::StoreBusy
        | MingmenError::StoreReadOnly
        | MingmenError::StoreUnavailable { .. }
        | MingmenError::StoreFull
        | MingmenError::StoreFailed { .. } => Ok(()),
        error => Err(format!("the error is {error:?}")),
    }
}

/// An app that takes a failed call for a kept one: the rows above have to see what is lost.
pub(crate) fn swallowed(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut row = Row::control("control: a save whose failure is swallowed");
    let operation = &scenes.operations[0];
    let place = Place::lay(folder, &operation.files);
    let count = shim::count(kind::WRITE, || undisturbed(operation, &place));
    for at in spread(count, part.max(0.2)) {
        row.case(|| {
            let place = Place::lay(folder, &operation.files);
            let mingmen = place.open().map_err(|error| error.to_string())?;
            let plan = Plan { kinds: kind::WRITE, at, for_ever: true, fate: Fate::Error(libc::ENOSPC) };
            let (outcome, _) = shim::failing(plan, || (operation.act)(&mingmen, &mut |_| ()));
            let told = match outcome {
                Ok(()) => Vec::new(),
                Err(_) => vec![Told::Kept("the practice whose failure was swallowed".to_owned())],
            };
            look(operation, &place, &mingmen, &told)
        });
    }
    vec![row]
}
