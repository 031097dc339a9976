//! Small things about files: their names, and what the system says when one cannot be had.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// A file that belongs to another: its path with an ending added.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A path as part of a `file:` address (sqlite.org/uri.html).
pub(super) fn address_of(path: &Path) -> Result<String, StoreError> {
    let not_text = || StoreError::Unavailable { reason: "the path is not Unicode".to_owned() };
    let path = path.to_str().ok_or_else(not_text)?;
    let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    Ok(if cfg!(windows) { format!("///{}", path.replace('\\', "/")) } else { path })
}

/// Nothing was to be removed: that is what was wanted.
pub(super) fn gone_is_fine(outcome: io::Result<()>) -> Result<(), StoreError> {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(&error)),
        _ => Ok(()),
    }
}

pub(super) fn failed(error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull => StoreError::Full,
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
        kind => StoreError::Failed { reason: kind.to_string() },
    }
}

/// Waits until the disk has the names in a folder. A name is as precious as the content: without this, a power cut can
/// take it away again.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| failed(&error))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Writes a file, and waits until the disk has it.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let write = || {
        let mut file = fs::File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| failed(&error))
}

/// Makes a folder unless it is there.
pub(super) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(failed(&error)),
        _ => Ok(()),
    }
}
