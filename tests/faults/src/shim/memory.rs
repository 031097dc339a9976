//! SQLite's memory, which can run out at a chosen moment.
#![allow(unsafe_code)] // SQLite's allocator is a table of C functions

use std::ffi::{c_int, c_void};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rusqlite::ffi;

type Allocate = unsafe extern "C" fn(c_int) -> *mut c_void;
type Resize = unsafe extern "C" fn(*mut c_void, c_int) -> *mut c_void;

static USUAL: OnceLock<(Allocate, Resize)> = OnceLock::new();
static ASKED: AtomicU64 = AtomicU64::new(0);
/// The number of the request that is refused, from 1; 0 for none.
static REFUSED: AtomicU64 = AtomicU64::new(0);
static FOR_EVER: AtomicBool = AtomicBool::new(false);

fn is_refused() -> bool {
    let asked = ASKED.fetch_add(1, Ordering::Relaxed) + 1;
    let refused = REFUSED.load(Ordering::Relaxed);
    refused != 0 && (asked == refused || (asked > refused && FOR_EVER.load(Ordering::Relaxed)))
}

unsafe extern "C" fn allocate(size: c_int) -> *mut c_void {
    match USUAL.get() {
        // SAFETY: SQLite's own arguments go to SQLite's own function.
        Some((usual, _)) if !is_refused() => unsafe { usual(size) },
        _ => std::ptr::null_mut(),
    }
}

unsafe extern "C" fn resize(memory: *mut c_void, size: c_int) -> *mut c_void {
    match USUAL.get() {
        // SAFETY: as in `allocate`.
        Some((_, usual)) if !is_refused() => unsafe { usual(memory, size) },
        _ => std::ptr::null_mut(),
    }
}

/// Before SQLite is first used: its requests for memory are counted from now on.
pub(crate) fn count_requests() {
    // SAFETY: SQLite has not been used yet; it fills the table, and keeps a copy of the changed one.
    unsafe {
        let mut methods: ffi::sqlite3_mem_methods = std::mem::zeroed();
        ffi::sqlite3_config(ffi::SQLITE_CONFIG_GETMALLOC, &raw mut methods);
        if let (Some(allocating), Some(resizing)) = (methods.xMalloc, methods.xRealloc) {
            USUAL.get_or_init(|| (allocating, resizing));
            methods.xMalloc = Some(allocate);
            methods.xRealloc = Some(resize);
            ffi::sqlite3_config(ffi::SQLITE_CONFIG_MALLOC, &raw mut methods);
        }
    }
}

/// How often `work` asks for memory.
pub(crate) fn requests(work: impl FnOnce()) -> u64 {
    let before = ASKED.load(Ordering::Relaxed);
    work();
    ASKED.load(Ordering::Relaxed) - before
}

/// From here on a request is refused, the `at`-th from now, and with `for_ever` all after it.
pub(crate) fn refuse(at: u64, for_ever: bool) {
    FOR_EVER.store(for_ever, Ordering::Relaxed);
    ASKED.store(0, Ordering::Relaxed);
    REFUSED.store(at, Ordering::Relaxed);
}

/// There is memory again. Says whether some was refused.
pub(crate) fn suffices() -> bool {
    let refused = REFUSED.swap(0, Ordering::Relaxed);
    refused != 0 && ASKED.load(Ordering::Relaxed) >= refused
}
