//! Stands between this program and the system: counts what is asked of files, writes it down, and makes it fail.
//!
//! The functions of [`calls`] have the names of the C library's own. The linker takes them for both SQLite and Rust's
//! library, so that a database and the plain files beside it go through one door. Only what lies under [`watch`]ed
//! folder counts; everything else passes.

mod calls;
pub(crate) mod memory;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is asked of a file, as bits of a mask.
pub(crate) mod kind {
    pub(crate) const OPEN: u16 = 1;
    pub(crate) const READ: u16 = 2;
    pub(crate) const WRITE: u16 = 4;
    pub(crate) const SYNC: u16 = 8;
    pub(crate) const TRUNCATE: u16 = 16;
    pub(crate) const REMOVE: u16 = 32;
    pub(crate) const RENAME: u16 = 64;
    pub(crate) const FOLDER: u16 = 128;
    pub(crate) const LOCK: u16 = 256;
    /// Everything after which something is different on the disk, and the wait for it.
    pub(crate) const CHANGES: u16 = WRITE | SYNC | TRUNCATE | REMOVE | RENAME | FOLDER;
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It fails with this number of the system.
    Error(i32),
    /// Half of what was to be written is.
    Short,
    /// The process is killed before it.
    Kill,
}

/// Which call fails, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// The kinds that are counted.
    pub(crate) kinds: u16,
    /// The number of the call, from 1.
    pub(crate) at: u32,
    /// All that come after it fail, too.
    pub(crate) for_ever: bool,
    pub(crate) fate: Fate,
}

/// Something that changed a file or a folder, and what a caller was told meanwhile.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    Create { path: PathBuf, file: u64 },
    Write { file: u64, at: u64, bytes: Vec<u8> },
    Truncate { file: u64, length: u64 },
    Sync { file: u64 },
    SyncFolder { path: PathBuf },
    Rename { from: PathBuf, to: PathBuf },
    Remove { path: PathBuf },
    MakeFolder { path: PathBuf },
    Told(crate::place::Told),
}

#[derive(Default)]
struct State {
    root: PathBuf,
    plan: Option<Plan>,
    /// Calls so far, by the lowest bit of their kind.
    seen: HashMap<u16, u32>,
    /// Calls so far of the plan's kinds.
    counted: u32,
    hits: u32,
    deeds: Option<Vec<Deed>>,
    /// As many bytes fit under the watched folder.
    space: Option<u64>,
}

static STATE: Mutex<Option<State>> = Mutex::new(None);

/// Whether waiting is skipped: SQLite waits for a lock by sleeping, and one that never comes is waited for in vain.
static HURRY: AtomicBool = AtomicBool::new(false);

fn state() -> MutexGuard<'static, Option<State>> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn with<T>(work: impl FnOnce(&mut State) -> T) -> T {
    work(state().get_or_insert_default())
}

/// From here on, files under `root` go through the shim's hands.
pub(crate) fn watch(root: &Path) {
    with(|state| state.root = root.to_owned());
}

/// Makes a call fail while `work` runs, and says how many did.
pub(crate) fn failing<T>(plan: Plan, work: impl FnOnce() -> T) -> (T, u32) {
    begin(plan);
    let outcome = work();
    (outcome, end())
}

/// From here on a call fails.
pub(crate) fn begin(plan: Plan) {
    HURRY.store(plan.fate != Fate::Kill, Ordering::Relaxed);
    with(|state| (state.plan, state.counted, state.hits) = (Some(plan), 0, 0));
}

/// Nothing fails any more. Says how many calls did.
pub(crate) fn end() -> u32 {
    HURRY.store(false, Ordering::Relaxed);
    with(|state| {
        state.plan = None;
        std::mem::take(&mut state.hits)
    })
}

/// How many calls of some kinds `work` makes.
pub(crate) fn count<T>(kinds: u16, work: impl FnOnce() -> T) -> u32 {
    with(|state| state.seen.clear());
    drop(work());
    with(|state| state.seen.iter().filter(|(kind, _)| kinds & **kind != 0).map(|(_, count)| *count).sum())
}

/// Everything that `work` does to the files, in order.
pub(crate) fn record(work: impl FnOnce()) -> Vec<Deed> {
    with(|state| state.deeds = Some(Vec::new()));
    work();
    with(|state| state.deeds.take()).unwrap_or_default()
}

/// Writes down what a caller was told.
pub(crate) fn told(told: crate::place::Told) {
    with(|state| state.note(|| Deed::Told(told)));
}

/// As many bytes fit; none for as many as there are.
pub(crate) fn space(bytes: Option<u64>) {
    with(|state| state.space = bytes);
}

impl State {
    /// Counts a call, and says what becomes of it.
    fn fate(&mut self, kind: u16) -> Option<Fate> {
        *self.seen.entry(kind).or_default() += 1;
        let plan = self.plan.filter(|plan| plan.kinds & kind != 0)?;
        self.counted += 1;
        let is_hit = self.counted == plan.at || (plan.for_ever && self.counted > plan.at);
        if !is_hit {
            return None;
        }
        self.hits += 1;
        Some(plan.fate)
    }

    fn note(&mut self, deed: impl FnOnce() -> Deed) {
        if let Some(deeds) = &mut self.deeds {
            deeds.push(deed());
        }
    }
}
