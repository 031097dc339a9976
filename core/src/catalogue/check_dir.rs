//! The check of a content folder, for those who write content.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use super::source::{ContentFault, check, load, read_dir};

/// How much a content folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Movements.
    pub movements: usize,
    /// Routines.
    pub routines: usize,
    /// Plans.
    pub plans: usize,
    /// Languages.
    pub locales: Vec<String>,
    /// What each language falls back to English for: file and key, such as
    /// `ko/phrases.json: sentences.good_morning`. English falls back for nothing and is not there.
    pub untranslated: BTreeMap<String, Vec<String>>,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let things = [("movement", self.movements), ("routine", self.routines), ("plan", self.plans)];
        let counted =
            things.map(|(thing, count)| format!("{count} {thing}{}", if count == 1 { "" } else { "s" }));
        write!(f, "{} files: {}, words in {}", self.files, counted.join(", "), self.locales.join(", "))?;
        for (locale, keys) in &self.untranslated {
            write!(f, "\n{locale}: {} not translated, English there", keys.len())?;
        }
        Ok(())
    }
}

/// Checks a content folder, by the same rules as the build.
///
/// # Errors
/// Every fault that was found, in the order of files. Files that cannot be read at all come first and alone: what
/// refers to them is checked once they can be.
pub fn check_dir(folder: &Path) -> Result<Summary, Vec<ContentFault>> {
    let files = read_dir(folder)?;
    let content = load(&files)?;
    let faults = check(&content);
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Summary {
        files: files.len(),
        movements: content.movements.len(),
        routines: content.routines.len(),
        plans: content.plans.len(),
        locales: content.words.keys().cloned().collect(),
        untranslated: content.untranslated,
    })
}
