//! The power fails: of what was written and not waited for, any part may be on the disk.
//!
//! Everything an operation does to the files is written down once. Then states are put together that a disk could be in
//! after each of these deeds: of a file's writes since it was last waited for, each sector of 512 bytes is there or not;
//! of the changes of names since their folder was last waited for, the first so many are there, in their order, as
//! file systems with a journal keep it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::operations::{Operation, Scenes};
use crate::place::{Place, Promise, Told};
use crate::report::{Chance, Row, scaled};
use crate::shim::{self, Deed};

/// States in the full set.
const STATES: u32 = 4_000;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// How likely a sector that was not waited for is there, in percent; each in turn.
const LUCK: [u64; 5] = [100, 0, 50, 80, 20];

/// What waiting for the disk is taken to mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waits {
    /// What it says.
    Kept,
    /// Nothing: SQLite's `synchronous=OFF`.
    Never,
    /// The log is waited for only before it is moved into the database: SQLite's `synchronous=NORMAL`.
    BeforeMoving,
}

/// One operation, written down.
struct Recording<'s> {
    operation: &'s Operation,
    /// The files before, by the number they are known by, and their names.
    contents: BTreeMap<u64, Vec<u8>>,
    names: BTreeMap<PathBuf, u64>,
    deeds: Vec<Deed>,
}

/// 4,000 states of what each operation leaves.
pub(crate) fn fails(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut row = Row::new("power fails: any part of what was not waited for is there");
    states(scenes, folder, &mut row, scaled(STATES, part), Waits::Kept);
    vec![row]
}

/// The same, with a disk that does not do what it is asked: the row above has to see it.
pub(crate) fn controls(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut never = Row::control("control: nothing waits for the disk (synchronous=OFF)");
    states(scenes, folder, &mut never, scaled(STATES / 10, part).max(40), Waits::Never);
    let mut seldom = Row::control("control: only moving the log waits for the disk (NORMAL)");
    states(scenes, folder, &mut seldom, scaled(STATES / 10, part).max(40), Waits::BeforeMoving);
    vec![never, seldom]
}

fn states(scenes: &Scenes, folder: &Path, row: &mut Row, wanted: u32, waits: Waits) {
    let recordings: Vec<Recording> =
        scenes.operations.iter().map(|operation| Recording::of(operation, folder, waits)).collect();
    let mut chance = Chance(1);
    for state in 0..wanted as usize {
        let recording = &recordings[state % recordings.len()];
        let end = chance.below(recording.deeds.len() + 1);
        let luck = LUCK[state / recordings.len() % LUCK.len()];
        row.case(|| recording.state(folder, end, luck, &mut chance));
    }
}

impl<'s> Recording<'s> {
    fn of(operation: &'s Operation, folder: &Path, waits: Waits) -> Self {
        let place = Place::lay(folder, &operation.files);
        let mut names = BTreeMap::new();
        let mut contents = BTreeMap::new();
        for (name, bytes) in &operation.files {
            let path = place.folder.join(name);
            let number = fs::metadata(&path).unwrap().ino();
            names.insert(path, number);
            contents.insert(number, bytes.clone());
        }
        let mut deeds = shim::record(|| {
            let mingmen = place.open().unwrap();
            (operation.act)(&mingmen, &mut shim::told).unwrap();
            mingmen.shut_down().unwrap();
        });
        weaken(&mut deeds, waits, &names);
        Recording { operation, contents, names, deeds }
    }

    /// Puts together a state in which the power failed after `end` deeds, and looks at it.
    fn state(&self, folder: &Path, end: usize, luck: u64, chance: &mut Chance) -> Result<(), String> {
        let deeds = &self.deeds[..end];
        let contents = self.contents_after(deeds, luck, chance);
        let names = self.names_after(deeds, luck, chance);
        let place = Place::lay(folder, &BTreeMap::new());
        for (path, number) in names {
            if path.to_string_lossy().ends_with("-shm") {
                continue;
            }
            match number {
                None => fs::create_dir_all(&path).unwrap(),
                Some(number) => {
                    fs::create_dir_all(path.parent().unwrap_or(folder)).unwrap();
                    fs::write(&path, contents.get(&number).map_or(&[][..], Vec::as_slice)).unwrap();
                }
            }
        }
        let told: Vec<Told> = deeds.iter().filter_map(told).collect();
        let (before, damaged) = (&self.operation.before, self.operation.damaged);
        let promise = Promise { before, told: &told, beat_ms: u32::MAX, damaged };
        let outcome = place.look().and_then(|seen| promise.hold(&seen));
        let name = &self.operation.name;
        outcome.map_err(|why| format!("{name}, {end} of {} deeds, {luck} %: {why}", self.deeds.len()))
    }

    /// What is in each file.
    fn contents_after(&self, deeds: &[Deed], luck: u64, chance: &mut Chance) -> BTreeMap<u64, Vec<u8>> {
        let mut synced = BTreeMap::new();
        for (at, deed) in deeds.iter().enumerate() {
            if let Deed::Sync { file } = deed {
                synced.insert(*file, at);
            }
        }
        let mut contents = self.contents.clone();
        for (at, deed) in deeds.iter().enumerate() {
            let is_safe = |file: &u64| synced.get(file).is_some_and(|sync| at < *sync);
            match deed {
                Deed::Create { file, .. } => drop(contents.insert(*file, Vec::new())),
                Deed::Write { file, at, bytes } => {
                    let content = contents.entry(*file).or_default();
                    for (sector, part) in bytes.chunks(SECTOR).enumerate() {
                        if is_safe(file) || chance.comes(luck) {
                            put(content, *at as usize + sector * SECTOR, part);
                        }
                    }
                }
                Deed::Truncate { file, length } if is_safe(file) || chance.comes(luck) => {
                    contents.entry(*file).or_default().resize(*length as usize, 0);
                }
                _ => (),
            }
        }
        contents
    }

    /// Which names there are: of files with their numbers, of folders without.
    fn names_after(&self, deeds: &[Deed], luck: u64, chance: &mut Chance) -> BTreeMap<PathBuf, Option<u64>> {
        let is_of = |folder: &PathBuf, path: &PathBuf| path.parent() == Some(folder);
        let mut safe = 0;
        for (at, deed) in deeds.iter().enumerate() {
            let Deed::SyncFolder { path: folder } = deed else { continue };
            let is_synced = |deed: &Deed| match deed {
                Deed::Create { path, .. } | Deed::Remove { path } | Deed::MakeFolder { path } => {
                    is_of(folder, path)
                }
                Deed::Rename { from, to } => is_of(folder, from) || is_of(folder, to),
                _ => false,
            };
            safe = deeds[..at].iter().rposition(is_synced).map_or(safe, |last| safe.max(last + 1));
        }
        let pending = deeds.len() - safe;
        let kept = match luck {
            100 => pending,
            0 => 0,
            _ => chance.below(pending + 1),
        };
        let mut names: BTreeMap<PathBuf, Option<u64>> =
            self.names.iter().map(|(path, number)| (path.clone(), Some(*number))).collect();
        for deed in &deeds[..safe + kept] {
            rename(&mut names, deed);
        }
        names
    }
}

fn rename(names: &mut BTreeMap<PathBuf, Option<u64>>, deed: &Deed) {
    match deed {
        Deed::Create { path, file } => drop(names.insert(path.clone(), Some(*file))),
        Deed::MakeFolder { path } => drop(names.insert(path.clone(), None)),
        Deed::Remove { path } => drop(names.remove(path)),
        Deed::Rename { from, to } => {
            if let Some(number) = names.remove(from) {
                names.insert(to.clone(), number);
            }
        }
        _ => (),
    }
}

fn told(deed: &Deed) -> Option<Told> {
    match deed {
        Deed::Told(told) => Some(told.clone()),
        _ => None,
    }
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}

/// Takes away what a weaker setting would not have waited for.
fn weaken(deeds: &mut Vec<Deed>, waits: Waits, names: &BTreeMap<PathBuf, u64>) {
    match waits {
        Waits::Kept => (),
        Waits::Never => deeds.retain(|deed| !matches!(deed, Deed::Sync { .. })),
        Waits::BeforeMoving => {
            let logs = logs(deeds, names);
            let next_is_log = |rest: &[Deed]| {
                let next = rest.iter().find_map(|deed| match deed {
                    Deed::Write { file, .. } => Some(*file),
                    _ => None,
                });
                next.is_none_or(|file| logs.contains(&file))
            };
            let weak: Vec<bool> = (0..deeds.len())
                .map(|at| match &deeds[at] {
                    Deed::Sync { file } => logs.contains(file) && next_is_log(&deeds[at + 1..]),
                    _ => false,
                })
                .collect();
            let mut weak = weak.into_iter();
            deeds.retain(|_| !weak.next().unwrap_or(false));
        }
    }
}

/// The numbers of the files that are logs.
fn logs(deeds: &[Deed], names: &BTreeMap<PathBuf, u64>) -> Vec<u64> {
    let is_log = |path: &Path| path.to_string_lossy().ends_with("-wal");
    let made = deeds.iter().filter_map(|deed| match deed {
        Deed::Create { path, file } if is_log(path) => Some(*file),
        _ => None,
    });
    made.chain(names.iter().filter(|(path, _)| is_log(path)).map(|(_, number)| *number)).collect()
}
