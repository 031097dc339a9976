//! Several at once: threads of one app, the app closed in the middle, and two processes on one file.

use std::path::Path;
use std::sync::Mutex;

use mingmen_core::mingmen::{Mingmen, MingmenError};
use mingmen_core::practice::{CheckInDraft, CheckInMoment, EnteredPracticeDraft};

use crate::kill::{A_BREATH_MS, apart};
use crate::operations::Scenes;
use crate::place::{Place, Promise, Told, next_week, now};
use crate::report::{Chance, Row, scaled};

/// Runs in the full set, of each kind.
const RUNS: u32 = 200;
const THREADS: u64 = 4;
const CALLS: usize = 12;

/// Every kind of togetherness.
pub(crate) fn work(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut row = Row::new("four threads call at random");
    let mut closed = Row::new("closed while threads call");
    for seed in 0..scaled(RUNS, part) {
        row.case(|| threads(scenes, folder, seed.into(), false));
        closed.case(|| threads(scenes, folder, seed.into(), true));
    }
    let mut two = Row::new("two processes on one file");
    for seed in 0..scaled(RUNS, part) {
        two.case(|| processes(scenes, folder, seed));
    }
    vec![row, closed, two]
}

fn threads(scenes: &Scenes, folder: &Path, seed: u64, closes: bool) -> Result<(), String> {
    let place = Place::lay(folder, &scenes.diary);
    let mingmen = place.open().map_err(|error| error.to_string())?;
    let told = Mutex::new(Vec::new());
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (mingmen, told, wrong) = (&mingmen, &told, &wrong);
            scope.spawn(move || {
                let mut chance = Chance(seed * THREADS + thread);
                for _ in 0..CALLS {
                    match call(mingmen, &mut chance) {
                        Ok(kept) => told.lock().unwrap().extend(kept.map(Told::Kept)),
                        Err(MingmenError::Closed) if closes => (),
                        Err(error) => wrong.lock().unwrap().push(error.to_string()),
                    }
                }
            });
        }
        if closes {
            std::thread::sleep(std::time::Duration::from_micros(Chance(seed).next() % 20_000));
            mingmen.shut_down().unwrap();
        }
    });
    if let Some(why) = wrong.lock().unwrap().first() {
        return Err(why.clone());
    }
    drop(mingmen);
    holds(scenes, &place, &told.into_inner().unwrap())
}

/// One of the things a person does, at random. Says the id of what was kept.
fn call(mingmen: &Mingmen, chance: &mut Chance) -> Result<Option<String>, MingmenError> {
    match chance.below(6) {
        0 | 1 => {
            let draft = CheckInDraft { pain: Some(3), ..CheckInDraft::blank(CheckInMoment::Anytime) };
            mingmen.check_in(&draft, &now()).map(|kept| Some(kept.check_in.to_string()))
        }
        2 => {
            let date = now().instant.date_naive();
            let draft = EnteredPracticeDraft { date, minutes: 15, enrolment: None, routine: None };
            mingmen.log_practice(&draft, &now()).map(|kept| Some(kept.practice.id.to_string()))
        }
        3 => mingmen.today(&now()).map(|_| None),
        4 => mingmen.progress(now().instant.date_naive(), &now()).map(|_| None),
        _ => mingmen.look_after(&next_week()).map(|_| None),
    }
}

/// Two at once, each told apart. That the file is in use is an answer; it is tried again.
fn processes(scenes: &Scenes, folder: &Path, seed: u32) -> Result<(), String> {
    let place = Place::lay(folder, &scenes.diary);
    let process = |number: u32| {
        let place = Place { folder: place.folder.clone() };
        apart(move |tell| {
            let mut chance = Chance(u64::from(seed * 2 + number));
            let Ok(mingmen) = place.open() else { return false };
            (0..CALLS).all(|_| match call(&mingmen, &mut chance) {
                Ok(kept) => {
                    kept.map(Told::Kept).into_iter().for_each(&mut *tell);
                    true
                }
                // A copy that the other one is making at the same moment fails, and is made another time.
                Err(MingmenError::StoreBusy | MingmenError::StoreFailed { .. }) => true,
                Err(_) => false,
            })
        })
    };
    let both = [process(0), process(1)];
    let mut told = Vec::new();
    for end in both {
        let ended = end();
        if ended.failed || ended.was_killed {
            return Err("a process failed".to_owned());
        }
        told.extend(ended.told);
    }
    holds(scenes, &place, &told)
}

fn holds(scenes: &Scenes, place: &Place, told: &[Told]) -> Result<(), String> {
    let promise = Promise { before: &scenes.facts, told, beat_ms: A_BREATH_MS, damaged: false };
    promise.hold(&place.look()?)
}
