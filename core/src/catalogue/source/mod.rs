//! Content as it is written: the files under `core/content`, read strictly and checked.
//!
//! The build script compiles this folder too, so that a faulty file stops the build. It therefore knows nothing
//! of the rest of the crate, and holds nothing that the check does not need.
//!
//! Facts (what an article says, in numbers and ids) lie beside each other once; the words of each language lie
//! in a folder of their own, such as `en`. `docs/content.md` explains every field.

mod check;
mod check_facts;
mod evidence_facts;
mod facts;
mod learn_facts;
mod load;
mod locale;
mod map_facts;
mod measure_facts;
mod movement_facts;
mod offer_facts;
mod origin;
mod phrase_list;
mod progress_phrases;
mod reminder_phrases;
mod safety_facts;
mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde::Serialize;

pub(crate) use check::check;
pub(crate) use check_facts::*;
pub(crate) use evidence_facts::*;
pub(crate) use facts::*;
pub(crate) use learn_facts::*;
pub(crate) use load::*;
pub(crate) use locale::*;
pub(crate) use map_facts::*;
pub(crate) use measure_facts::*;
pub(crate) use movement_facts::*;
pub(crate) use offer_facts::*;
pub(crate) use origin::*;
pub(crate) use phrase_list::phrase_list;
pub(crate) use progress_phrases::all_phrases;
pub(crate) use reminder_phrases::reminder_phrases;
pub(crate) use safety_facts::*;
pub(crate) use words::*;

/// The content files: their path inside the content folder, with `/`, and their text.
pub(crate) type Files = BTreeMap<String, String>;

/// One thing that is wrong with a content file, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ContentFault {
    /// The file, inside the content folder.
    pub file: String,
    /// The id of the item, or the file's own name where it holds no item.
    pub id: String,
    /// The field, such as `variants[0].beats[1].to`.
    pub field: String,
    /// What is wrong with it, and what is allowed.
    pub problem: String,
}

impl fmt::Display for ContentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}: {}", self.file, self.id, self.field, self.problem)
    }
}

/// The name that a file gives its item: `movements/spinal-wave.json` is about `spinal-wave`.
pub(crate) fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".json").unwrap_or(name)
}

/// The movement that a form belongs to: `spinal-wave` for `spinal-wave/seated-arch-round`.
pub(crate) fn movement_of(variant: &str) -> &str {
    variant.split('/').next().unwrap_or(variant)
}

/// Reads every file of a content folder.
///
/// # Errors
/// One fault for each file or folder that cannot be read.
pub(crate) fn read_dir(folder: &Path) -> Result<Files, Vec<ContentFault>> {
    let mut files = Files::new();
    let mut faults = Vec::new();
    read_into(folder, "", &mut files, &mut faults);
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn read_into(folder: &Path, prefix: &str, files: &mut Files, faults: &mut Vec<ContentFault>) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => entries,
        Err(error) => return faults.push(unreadable(prefix, &error)),
    };
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            read_into(&entry.path(), &format!("{path}/"), files, faults);
            continue;
        }
        match fs::read_to_string(entry.path()) {
            Ok(text) => {
                files.insert(path, text);
            }
            Err(error) => faults.push(unreadable(&path, &error)),
        }
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> ContentFault {
    ContentFault {
        file: if path.is_empty() { ".".to_owned() } else { path.to_owned() },
        id: stem(path).to_owned(),
        field: "file".to_owned(),
        problem: format!("cannot be read: {error}"),
    }
}
