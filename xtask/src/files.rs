//! Writes files only when their content changes, so that an incremental build sees nothing new.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, at};

/// Writes `content` unless the file holds it already. Says whether it wrote.
pub(crate) fn write_if_changed(path: &Path, content: &[u8]) -> Outcome<bool> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    fs::write(path, content).map_err(at(path))?;
    Ok(true)
}

/// Copies a file unless the copy is the same already.
pub(crate) fn copy_if_changed(from: &Path, to: &Path) -> Outcome<bool> {
    write_if_changed(to, &fs::read(from).map_err(at(from))?)
}

/// Makes `to` hold exactly the files of `from`, in folders of the same names. Says how many it changed.
pub(crate) fn mirror(from: &Path, to: &Path) -> Outcome<usize> {
    let mut changed = 0;
    let mut names = BTreeSet::<OsString>::new();
    for path in entries(from)? {
        let name = path.file_name().unwrap_or_default().to_owned();
        let copy = to.join(&name);
        changed +=
            if path.is_dir() { mirror(&path, &copy)? } else { usize::from(copy_if_changed(&path, &copy)?) };
        names.insert(name);
    }
    for stale in if to.is_dir() { entries(to)? } else { Vec::new() } {
        if stale.file_name().is_some_and(|name| names.contains(name)) {
            continue;
        }
        if stale.is_dir() { fs::remove_dir_all(&stale) } else { fs::remove_file(&stale) }
            .map_err(at(&stale))?;
        changed += 1;
    }
    Ok(changed)
}

/// What a folder holds, in order of name.
pub(crate) fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let read = fs::read_dir(folder).map_err(at(folder))?;
    let mut paths = read
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(at(folder))?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_holds_the_content_already_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/file");
        assert!(write_if_changed(&path, b"one").unwrap());
        assert!(!write_if_changed(&path, b"one").unwrap());
        assert!(write_if_changed(&path, b"two").unwrap());
        assert_eq!(fs::read(path).unwrap(), b"two");
    }

    #[test]
    fn a_mirror_gains_what_is_new_and_loses_what_is_stale() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        write_if_changed(&from.join("app/mingmen/A.kt"), b"a").unwrap();
        write_if_changed(&to.join("app/mingmen/Old.kt"), b"old").unwrap();
        write_if_changed(&to.join("gone/B.kt"), b"b").unwrap();
        assert_eq!(mirror(&from, &to).unwrap(), 3);
        assert_eq!(entries(&to.join("app/mingmen")).unwrap(), [to.join("app/mingmen/A.kt")]);
        assert!(!to.join("gone").exists());
        assert_eq!(mirror(&from, &to).unwrap(), 0);
    }
}
