//! The C library's functions about files, under their own names.
//!
//! `open` and `fcntl` take a varying number of arguments in C. Three fixed ones are passed in the same registers by
//! Linux on x86-64 and on ARM64, where this program runs.
#![allow(unsafe_code)] // the system's door is made of C functions
// SAFETY, for every function here: the arguments are the caller's own, and go to the system as they came.

use std::ffi::{CStr, OsStr, c_char, c_int, c_long, c_uint, c_void};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use libc::{AT_FDCWD, mode_t, off_t, size_t, ssize_t};

use super::{Deed, Fate, HURRY, State, kind, state};

/// More files than are ever open at once.
const FILES: usize = 4_096;

/// Which open files lie under the watched folder.
static WATCHED: [AtomicBool; FILES] = [const { AtomicBool::new(false) }; FILES];

fn is_watched(fd: c_int) -> bool {
    usize::try_from(fd).ok().and_then(|fd| WATCHED.get(fd)).is_some_and(|it| it.load(Ordering::Relaxed))
}

fn set_watched(fd: c_int, watched: bool) {
    if let Some(slot) = usize::try_from(fd).ok().and_then(|fd| WATCHED.get(fd)) {
        slot.store(watched, Ordering::Relaxed);
    }
}

fn fail(number: c_int) -> c_int {
    // SAFETY: the place of this thread's own number.
    unsafe { *libc::__errno_location() = number };
    -1
}

/// What becomes of a call on a watched file. A kill happens here.
fn fate(kind: u16) -> Option<Fate> {
    let fate = state().as_mut()?.fate(kind);
    if fate == Some(Fate::Kill) {
        // SAFETY: this process ends itself.
        unsafe { libc::kill(libc::getpid(), libc::SIGKILL) };
    }
    fate
}

/// The number with which a call fails, if it does.
fn error(kind: u16) -> Option<c_int> {
    match fate(kind) {
        Some(Fate::Error(number)) => Some(number),
        _ => None,
    }
}

fn note(deed: impl FnOnce(&State) -> Option<Deed>) {
    let mut guard = state();
    let Some(state) = guard.as_mut().filter(|state| state.deeds.is_some()) else { return };
    if let Some(deed) = deed(state) {
        state.note(|| deed);
    }
}

/// The path of a call if it lies under the watched folder.
unsafe fn path_of(folder: c_int, path: *const c_char) -> Option<PathBuf> {
    // SAFETY: a path is a text that ends with a nought.
    let path = Path::new(OsStr::from_bytes(unsafe { CStr::from_ptr(path) }.to_bytes()));
    let path = match folder {
        AT_FDCWD => path.to_owned(),
        _ if path.is_absolute() => path.to_owned(),
        folder => fs::read_link(format!("/proc/self/fd/{folder}")).ok()?.join(path),
    };
    let guard = state();
    let root = &guard.as_ref()?.root;
    (!root.as_os_str().is_empty() && path.starts_with(root)).then_some(path)
}

/// What a file is known by, whatever its name.
fn number(fd: c_int) -> u64 {
    // SAFETY: all noughts are a valid record, which the system fills.
    unsafe {
        let mut about: libc::stat = std::mem::zeroed();
        libc::fstat(fd, &mut about);
        about.st_ino
    }
}

unsafe fn open_at(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    let ours = unsafe { path_of(folder, path) };
    if let Some(number) = ours.as_ref().and_then(|_| error(kind::OPEN)) {
        return fail(number);
    }
    let is_new = flags & libc::O_CREAT != 0 && ours.as_ref().is_some_and(|path| !path.exists());
    let fd = unsafe { libc::syscall(libc::SYS_openat, folder, path, flags, mode as c_uint) } as c_int;
    if fd < 0 {
        return fd;
    }
    set_watched(fd, ours.is_some());
    if let Some(path) = ours {
        if is_new {
            note(|_| Some(Deed::Create { path, file: number(fd) }));
        } else if flags & libc::O_TRUNC != 0 {
            note(|_| Some(Deed::Truncate { file: number(fd), length: 0 }));
        }
    }
    fd
}

#[unsafe(no_mangle)]
unsafe extern "C" fn open(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    unsafe { open_at(AT_FDCWD, path, flags, mode) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn open64(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    unsafe { open_at(AT_FDCWD, path, flags, mode) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn openat(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    unsafe { open_at(folder, path, flags, mode) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn openat64(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    unsafe { open_at(folder, path, flags, mode) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn close(fd: c_int) -> c_int {
    set_watched(fd, false);
    unsafe { libc::syscall(libc::SYS_close, fd) as c_int }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn read(fd: c_int, buffer: *mut c_void, count: size_t) -> ssize_t {
    if let Some(number) = is_watched(fd).then(|| error(kind::READ)).flatten() {
        return fail(number) as ssize_t;
    }
    unsafe { libc::syscall(libc::SYS_read, fd, buffer, count) as ssize_t }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn pread64(fd: c_int, buffer: *mut c_void, count: size_t, at: off_t) -> ssize_t {
    if let Some(number) = is_watched(fd).then(|| error(kind::READ)).flatten() {
        return fail(number) as ssize_t;
    }
    unsafe { libc::syscall(libc::SYS_pread64, fd, buffer, count, at) as ssize_t }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn write(fd: c_int, buffer: *const c_void, count: size_t) -> ssize_t {
    if !is_watched(fd) {
        return unsafe { libc::syscall(libc::SYS_write, fd, buffer, count) as ssize_t };
    }
    let at = unsafe { libc::syscall(libc::SYS_lseek, fd, 0, libc::SEEK_CUR) };
    put(fd, buffer, count, at, |count| unsafe {
        libc::syscall(libc::SYS_write, fd, buffer, count) as ssize_t
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn pwrite64(fd: c_int, buffer: *const c_void, count: size_t, at: off_t) -> ssize_t {
    let go = |count: size_t| unsafe { libc::syscall(libc::SYS_pwrite64, fd, buffer, count, at) as ssize_t };
    if is_watched(fd) { put(fd, buffer, count, at, go) } else { go(count) }
}

/// Writes to a watched file.
fn put(
    fd: c_int,
    buffer: *const c_void,
    count: size_t,
    at: c_long,
    go: impl Fn(size_t) -> ssize_t,
) -> ssize_t {
    let count = match fate(kind::WRITE) {
        Some(Fate::Error(number)) => return fail(number) as ssize_t,
        Some(Fate::Short) => count / 2,
        _ => count,
    };
    let at = at.unsigned_abs();
    if !fits(fd, at + count as u64) {
        return fail(libc::ENOSPC) as ssize_t;
    }
    let written = go(count);
    if let Ok(length) = usize::try_from(written) {
        // SAFETY: the system has just read so many bytes from there.
        let bytes = || unsafe { std::slice::from_raw_parts(buffer.cast::<u8>(), length) }.to_vec();
        note(|_| Some(Deed::Write { file: number(fd), at, bytes: bytes() }));
    }
    written
}

/// Whether a file may grow to this length.
fn fits(fd: c_int, end: u64) -> bool {
    let guard = state();
    let Some((space, root)) = guard.as_ref().and_then(|state| Some((state.space?, state.root.clone())))
    else {
        return true;
    };
    drop(guard);
    let length = fs::metadata(format!("/proc/self/fd/{fd}")).map_or(0, |about| about.len());
    end <= length || crate::place::size_of(&root) + pages(end) - pages(length) <= space
}

/// What a length takes up, in whole pages.
fn pages(length: u64) -> u64 {
    length.next_multiple_of(4_096)
}

unsafe fn truncate(fd: c_int, length: off_t) -> c_int {
    if let Some(number) = is_watched(fd).then(|| error(kind::TRUNCATE)).flatten() {
        return fail(number);
    }
    let code = unsafe { libc::syscall(libc::SYS_ftruncate, fd, length) as c_int };
    if code == 0 && is_watched(fd) {
        note(|_| Some(Deed::Truncate { file: number(fd), length: length.unsigned_abs() }));
    }
    code
}

#[unsafe(no_mangle)]
unsafe extern "C" fn ftruncate(fd: c_int, length: off_t) -> c_int {
    unsafe { truncate(fd, length) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn ftruncate64(fd: c_int, length: off_t) -> c_int {
    unsafe { truncate(fd, length) }
}

/// The wait for the disk. It is not waited for here: what it promises is worked out from what was written down.
fn synced(fd: c_int) -> c_int {
    if !is_watched(fd) {
        // SAFETY: nothing but a number is handed over.
        return unsafe { libc::syscall(libc::SYS_fsync, fd) as c_int };
    }
    if let Some(number) = error(kind::SYNC) {
        return fail(number);
    }
    note(|_| {
        let path = fs::read_link(format!("/proc/self/fd/{fd}")).ok()?;
        Some(if path.is_dir() { Deed::SyncFolder { path } } else { Deed::Sync { file: number(fd) } })
    });
    0
}

#[unsafe(no_mangle)]
extern "C" fn fsync(fd: c_int) -> c_int {
    synced(fd)
}

#[unsafe(no_mangle)]
extern "C" fn fdatasync(fd: c_int) -> c_int {
    synced(fd)
}

/// Does something to a name, and writes it down.
unsafe fn named(
    folder: c_int,
    path: *const c_char,
    kind: u16,
    deed: impl FnOnce(PathBuf) -> Deed,
    go: impl FnOnce() -> c_long,
) -> c_int {
    let ours = unsafe { path_of(folder, path) };
    if let Some(number) = ours.as_ref().and_then(|_| error(kind)) {
        return fail(number);
    }
    let code = go() as c_int;
    if let Some(path) = ours.filter(|_| code == 0) {
        note(|_| Some(deed(path)));
    }
    code
}

fn removed(path: PathBuf) -> Deed {
    Deed::Remove { path }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn unlink(path: *const c_char) -> c_int {
    let go = || unsafe { libc::syscall(libc::SYS_unlinkat, AT_FDCWD, path, 0) };
    unsafe { named(AT_FDCWD, path, kind::REMOVE, removed, go) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    let go = || unsafe { libc::syscall(libc::SYS_unlinkat, folder, path, flags) };
    unsafe { named(folder, path, kind::REMOVE, removed, go) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rmdir(path: *const c_char) -> c_int {
    let go = || unsafe { libc::syscall(libc::SYS_unlinkat, AT_FDCWD, path, libc::AT_REMOVEDIR) };
    unsafe { named(AT_FDCWD, path, kind::REMOVE, removed, go) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn mkdir(path: *const c_char, mode: mode_t) -> c_int {
    let go = || unsafe { libc::syscall(libc::SYS_mkdirat, AT_FDCWD, path, mode as c_uint) };
    unsafe { named(AT_FDCWD, path, kind::FOLDER, |path| Deed::MakeFolder { path }, go) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    let target = unsafe { path_of(AT_FDCWD, to) };
    let deed = |from| Deed::Rename { from, to: target.unwrap_or_default() };
    let go = || unsafe { libc::syscall(libc::SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0) };
    unsafe { named(AT_FDCWD, from, kind::RENAME, deed, go) }
}

/// A lock is asked for.
unsafe fn control(fd: c_int, command: c_int, argument: *mut c_void) -> c_int {
    let locks = command == libc::F_SETLK || command == libc::F_SETLKW;
    if let Some(number) = (locks && is_watched(fd)).then(|| unlocking_passes(argument)).flatten() {
        return fail(number);
    }
    unsafe { libc::syscall(libc::SYS_fcntl, fd, command, argument) as c_int }
}

/// Another process may hold a lock; nobody can keep one from being let go.
fn unlocking_passes(argument: *mut c_void) -> Option<c_int> {
    // SAFETY: with these commands the argument is such a record.
    let is_unlocking = unsafe { (*argument.cast::<libc::flock>()).l_type } == libc::F_UNLCK as i16;
    if is_unlocking { None } else { error(kind::LOCK) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn fcntl(fd: c_int, command: c_int, argument: *mut c_void) -> c_int {
    unsafe { control(fd, command, argument) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn fcntl64(fd: c_int, command: c_int, argument: *mut c_void) -> c_int {
    unsafe { control(fd, command, argument) }
}

/// Copying inside the system would pass this door by; without it, Rust reads and writes.
#[unsafe(no_mangle)]
extern "C" fn copy_file_range() -> ssize_t {
    fail(libc::ENOSYS) as ssize_t
}

/// As `copy_file_range`.
#[unsafe(no_mangle)]
extern "C" fn sendfile64() -> ssize_t {
    fail(libc::ENOSYS) as ssize_t
}

/// SQLite waits for a lock in small sleeps.
#[unsafe(no_mangle)]
unsafe extern "C" fn nanosleep(time: *const libc::timespec, left: *mut libc::timespec) -> c_int {
    if HURRY.load(Ordering::Relaxed) {
        return 0;
    }
    unsafe { libc::syscall(libc::SYS_nanosleep, time, left) as c_int }
}
