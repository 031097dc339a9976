//! Where things are in the checkout.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The checkout that this command works on.
#[derive(Debug, Clone)]
pub(crate) struct Repo {
    pub(crate) root: PathBuf,
    /// Where cargo puts what it builds: `target/` in the checkout unless `CARGO_TARGET_DIR` says otherwise.
    pub(crate) cargo_target: PathBuf,
}

impl Repo {
    /// Finds the checkout: the parent of this crate as cargo tells it, else the nearest folder upwards that
    /// holds `xtask/Cargo.toml`.
    pub(crate) fn find() -> Outcome<Self> {
        let here = env::current_dir().map_err(|error| Failure::Check(format!("current folder: {error}")))?;
        let from_cargo = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = from_cargo
            .as_deref()
            .and_then(Path::parent)
            .into_iter()
            .chain(here.ancestors())
            .find(|folder| folder.join("xtask/Cargo.toml").is_file())
            .ok_or_else(|| Failure::Usage("run this inside the checkout, as `cargo xtask …`".into()))?;
        let cargo_target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => here.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root: root.to_owned(), cargo_target })
    }

    /// A path inside the checkout.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// What cargo built in the development profile.
    pub(crate) fn built(&self, name: &str) -> PathBuf {
        self.cargo_target.join("debug").join(name)
    }

    /// Logs and other by-products of this command, by name.
    pub(crate) fn by_product(&self, name: &str) -> PathBuf {
        self.root.join("target/xtask").join(name)
    }
}
