//! What a practice costs the disk: waiting for it is what drains a battery and wears a phone out, so it is counted.
//!
//! SQLite waits for the disk through one function of its door to the system (its VFS). A door that counts stands before
//! the usual one, and everything else goes straight through.
#![allow(clippy::unwrap_used)] // helpers of tests may; clippy sees only the test functions themselves
#![allow(unsafe_code)] // SQLite's door to the system is a table of C functions

use std::cell::Cell;
use std::ffi::{c_char, c_int};
use std::sync::OnceLock;

use chrono::TimeDelta;
use mingmen_core::catalogue::Posture;
use mingmen_core::mingmen::{BeginDraft, Mingmen, OpenOptions};
use mingmen_core::practice::{CheckInDraft, CheckInMoment, Choices, PlayerEvent, PracticeReason};
use mingmen_core::zone::Now;
use rusqlite::ffi;

/// A full session may wait for the disk this often.
const MOST: u32 = 4;

thread_local! {
    /// SQLite works on the thread that calls it.
    static SYNCS: Cell<u32> = const { Cell::new(0) };
}

/// The table of functions of the usual door, and of a file opened through it.
struct Usual {
    open: unsafe extern "C" fn(
        *mut ffi::sqlite3_vfs,
        *const c_char,
        *mut ffi::sqlite3_file,
        c_int,
        *mut c_int,
    ) -> c_int,
}

static USUAL: OnceLock<Usual> = OnceLock::new();

/// A file's functions with a counting `xSync`, and the usual one behind it.
#[repr(C)]
struct Counted {
    methods: ffi::sqlite3_io_methods,
    sync: Option<unsafe extern "C" fn(*mut ffi::sqlite3_file, c_int) -> c_int>,
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let Some(usual) = USUAL.get() else { return ffi::SQLITE_CANTOPEN };
    // SAFETY: SQLite's own arguments go to SQLite's own function; a file it opened has a table that lives for ever, of
    // which a copy is kept for ever too.
    unsafe {
        let code = (usual.open)(vfs, name, file, flags, out_flags);
        if code == ffi::SQLITE_OK && !(*file).pMethods.is_null() {
            let mut counted = Counted { methods: *(*file).pMethods, sync: (*(*file).pMethods).xSync };
            counted.methods.xSync = Some(sync);
            (*file).pMethods = std::ptr::from_mut(Box::leak(Box::new(counted))).cast();
        }
        code
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    SYNCS.with(|syncs| syncs.set(syncs.get() + 1));
    // SAFETY: every file with this function was given its table by `open`, where the table is the first field.
    let usual = unsafe { (*(*file).pMethods.cast::<Counted>()).sync };
    // SAFETY: the usual function of this very file.
    usual.map_or(ffi::SQLITE_IOERR, |usual| unsafe { usual(file, flags) })
}

/// From here on every database of this process is opened through the door that counts.
fn count_syncs() {
    USUAL.get_or_init(|| {
        // SAFETY: SQLite is initialised by the look-up, and the copied door lives for ever.
        unsafe {
            ffi::sqlite3_initialize();
            let usual = ffi::sqlite3_vfs_find(std::ptr::null());
            let mut door = *usual;
            let first = Usual { open: door.xOpen.unwrap() };
            door.xOpen = Some(open);
            door.zName = c"counting".as_ptr();
            door.pNext = std::ptr::null_mut();
            ffi::sqlite3_vfs_register(Box::leak(Box::new(door)), 1);
            first
        }
    });
}

/// How often the disk was waited for meanwhile, on this thread.
fn syncs_of(work: impl FnOnce()) -> u32 {
    let before = SYNCS.with(Cell::get);
    work();
    SYNCS.with(Cell::get) - before
}

fn open_app(folder: &tempfile::TempDir, now: &Now) -> Mingmen {
    count_syncs();
    let options = OpenOptions {
        path: folder.path().join("mingmen.db").to_string_lossy().into_owned(),
        seed: vec![7; 32],
        locale: "en".into(),
        country: "GB".into(),
    };
    let mingmen = Mingmen::open(&options, now).unwrap();
    mingmen.answer_screening(&[], now).unwrap();
    mingmen
}

fn morning() -> Now {
    Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() }
}

fn how_it_was(moment: CheckInMoment, pain: u8) -> CheckInDraft {
    CheckInDraft { pain: Some(pain), ..CheckInDraft::blank(moment) }
}

#[test]
fn twenty_six_minutes_with_a_check_in_wait_for_the_disk_four_times_at_most() {
    let folder = tempfile::tempdir().unwrap();
    let mut now = morning();
    let mingmen = open_app(&folder, &now);
    let syncs = syncs_of(|| {
        let choices = Choices::usual(26, Posture::Seated);
        let routine = "routine-phase-3".into();
        let draft = BeginDraft { routine, choices, reason: PracticeReason::Free, pain_before: Some(5) };
        let practice = mingmen.begin_practice(&draft, &now).unwrap().practice;
        let mut event = PlayerEvent::Start;
        let mut clock_ms = 0;
        while mingmen.step_practice(&practice, &event, clock_ms, &now).unwrap().ended.is_none() {
            event = PlayerEvent::Tick;
            clock_ms += 1_000;
            now.instant += TimeDelta::seconds(1);
        }
        assert!(clock_ms >= 26 * 60_000);
        let after = CheckInDraft { practice: Some(practice.clone()), ..how_it_was(CheckInMoment::After, 4) };
        mingmen.check_in(&after, &now).unwrap();
    });
    assert!((1..=MOST).contains(&syncs), "{syncs}");
}

#[test]
fn each_thing_that_a_person_notes_waits_for_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let now = morning();
    let mingmen = open_app(&folder, &now);
    let syncs = syncs_of(|| {
        for pain in 0..=MOST + 1 {
            mingmen.check_in(&how_it_was(CheckInMoment::Anytime, pain as u8), &now).unwrap();
        }
    });
    assert!(syncs > MOST, "nothing was counted: {syncs}");
}
