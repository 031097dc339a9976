//! The disk is full, at each of 64 sizes, and then there is room again.
#![allow(unsafe_code)] // file systems are mounted by functions of C

use std::ffi::CString;
use std::path::Path;

use crate::calls;
use crate::operations::{Operation, Scenes};
use crate::place::{Place, size_of};
use crate::report::{Row, spread};
use crate::shim;

const SIZES: u32 = 64;
const PAGE: u64 = 4_096;
const ROOM: u64 = 64 << 20;

/// A file system of a size of its own, in memory. Only an administrator may mount one.
struct Disk(CString);

impl Disk {
    fn mount(folder: &Path) -> Option<Disk> {
        std::fs::create_dir_all(folder).ok()?;
        let disk = Disk(CString::new(folder.to_string_lossy().into_owned()).ok()?);
        disk.set(ROOM, 0).then_some(disk)
    }

    /// Says whether the system did it.
    fn set(&self, bytes: u64, flags: libc::c_ulong) -> bool {
        let Ok(size) = CString::new(format!("size={bytes}")) else { return false };
        // SAFETY: all texts end with a nought and outlive the call.
        let code = unsafe {
            libc::mount(c"tmpfs".as_ptr(), self.0.as_ptr(), c"tmpfs".as_ptr(), flags, size.as_ptr().cast())
        };
        code == 0
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // SAFETY: the text ends with a nought. What cannot be unmounted goes with the machine.
        unsafe { libc::umount2(self.0.as_ptr(), libc::MNT_DETACH) };
    }
}

/// Every operation on a disk with so many pages left.
pub(crate) fn runs_out(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut row = Row::new("the disk is full, at 64 sizes");
    let mounted = folder.with_file_name("disk");
    let disk = Disk::mount(&mounted);
    row.note = match &disk {
        Some(_) => "tmpfs".to_owned(),
        None => "bytes counted, as no file system could be mounted".to_owned(),
    };
    let folder = if disk.is_some() { mounted.join("phone") } else { folder.to_owned() };
    for operation in &scenes.operations {
        for size in spread(SIZES, part) {
            row.case(|| full(operation, &folder, disk.as_ref(), u64::from(size - 1) * PAGE));
        }
    }
    vec![row]
}

fn full(operation: &Operation, folder: &Path, disk: Option<&Disk>, left: u64) -> Result<(), String> {
    let resize = |bytes: Option<u64>| match disk {
        Some(disk) => drop(disk.set(bytes.unwrap_or(ROOM), libc::MS_REMOUNT)),
        None => shim::space(bytes),
    };
    resize(None);
    let place = Place::lay(folder, &operation.files);
    let root = folder.parent().unwrap_or(folder);
    resize(Some(size_of(root) + left));
    let outcome = calls::struck(operation, &place, &mut || resize(None));
    resize(None);
    outcome.map_err(|why| format!("{}, {left} bytes left: {why}", operation.name))
}
