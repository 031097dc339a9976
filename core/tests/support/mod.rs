//! A database of its own for each test, and every page that an app can open from a line.

use mingmen_core::mingmen::{ItemKind, ItemLink, LibraryFilter, Mingmen, MingmenError, OpenOptions};
use mingmen_core::zone::Now;
use serde::Serialize;
use serde_json::Value;
use tempfile::TempDir;

/// A person's phone: the database and the folder that it lies in.
pub(crate) struct Phone {
    /// The core, open on it.
    pub(crate) mingmen: Mingmen,
    /// The moment of every call.
    pub(crate) now: Now,
    /// Gone with the test.
    _folder: TempDir,
}

/// A phone on which nothing has been answered yet.
pub(crate) fn new_phone() -> Phone {
    new_phone_in("en")
}

/// The same in another language.
pub(crate) fn new_phone_in(locale: &str) -> Phone {
    let folder = tempfile::tempdir().unwrap();
    let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    let options = OpenOptions {
        path: folder.path().join("mingmen.db").to_string_lossy().into_owned(),
        seed: vec![7; 32],
        locale: locale.into(),
        country: "GB".into(),
    };
    Phone { mingmen: Mingmen::open(&options, &now).unwrap(), now, _folder: folder }
}

impl Phone {
    /// The Library's first page, of everything.
    pub(crate) fn library(&self) -> Value {
        json(&self.mingmen.library(&LibraryFilter::default()).unwrap())
    }

    /// The page that a line opens, whole.
    pub(crate) fn page(&self, link: &ItemLink) -> Result<Value, MingmenError> {
        let (mingmen, id, now) = (&self.mingmen, link.id.as_str(), &self.now);
        Ok(match link.kind {
            ItemKind::Movement => json(&mingmen.movement_page(&id.into(), now)?),
            ItemKind::Routine => json(&mingmen.routine_page(&id.into(), now)?),
            ItemKind::Topic => json(&mingmen.topic_page(&id.into())?),
            ItemKind::Reading => json(&mingmen.reading_page(&id.into(), now)?),
        })
    }
}

/// Everything of one kind that a page holds, at whatever depth: every value that reads as `T`.
pub(crate) fn all<T: serde::de::DeserializeOwned>(page: &Value) -> Vec<T> {
    let inside: Vec<T> = match page {
        Value::Array(items) => items.iter().flat_map(all).collect(),
        Value::Object(fields) => fields.values().flat_map(all).collect(),
        _ => Vec::new(),
    };
    serde_json::from_value(page.clone()).into_iter().chain(inside).collect()
}

/// A page as the journeys see it.
pub(crate) fn json<T: Serialize>(page: &T) -> Value {
    serde_json::to_value(page).unwrap()
}
