//! Builds the libraries that the apps load and writes the Kotlin and Swift that call them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, at};
use crate::files;
use crate::log::Log;
use crate::repo::Repo;

const KOTLIN: &str = "bindings/kotlin/generated";
const SWIFT: &str = "bindings/swift/Sources/MingmenCore/Generated";
const SWIFT_C: &str = "bindings/swift/Sources/MingmenFFI/include";

/// What `cargo build` made for the apps.
#[derive(Debug)]
pub(crate) struct Libraries {
    /// What the JVM loads.
    pub(crate) shared: PathBuf,
    /// What Swift links.
    pub(crate) archive: PathBuf,
}

impl Libraries {
    fn of(repo: &Repo) -> Self {
        let shared = format!("{}mingmen_ffi{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        Self { shared: repo.built(&shared), archive: repo.built("libmingmen_ffi.a") }
    }

    /// The folder for `jna.library.path`.
    pub(crate) fn folder(&self) -> &Path {
        self.shared.parent().unwrap_or(Path::new(""))
    }
}

/// Builds both libraries and brings the generated Kotlin and Swift up to date. Files whose content stays the
/// same are not touched, so that Maven and SwiftPM rebuild nothing.
///
/// The development profile is used, also for `cargo xtask app`: it is what the tests have built already, its
/// dependencies are optimised, and a newcomer waits for one build only.
pub(crate) fn generate(repo: &Repo, log: &mut Log) -> Outcome<Libraries> {
    // One command with the generator's feature on, else cargo would build everything under it twice.
    let mut build = Command::new("cargo");
    build.current_dir(&repo.root).args(["build", "--package", "mingmen-ffi", "--features", "bindgen"]);
    log.run(build)?;
    let libraries = Libraries::of(repo);
    let fresh = repo.by_product("bindings");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(at(&fresh))?;
    }
    let (kotlin, swift) = (fresh.join("kotlin"), fresh.join("swift"));
    bindgen(repo, log, &libraries.shared, &["--language", "kotlin", "--no-format"], &kotlin)?;
    bindgen(repo, log, &libraries.shared, &["--language", "swift", "--no-format"], &swift)?;
    let changed = files::mirror(&kotlin, &repo.path(KOTLIN))? + place_swift(repo, &fresh, &swift)?;
    log.note(&format!("generated files that changed: {changed}"));
    Ok(libraries)
}

/// Compares the interface that Kotlin and Swift see with the pages committed under `bindings/interface`, or
/// makes it the committed one.
pub(crate) fn check_interface(repo: &Repo, log: &mut Log, accept: bool) -> Outcome {
    let mut check = Command::new("cargo");
    check.current_dir(&repo.root);
    check.args(["run", "--quiet", "--package", "mingmen-ffi", "--features", "bindgen", "--bin", "interface"]);
    if accept {
        check.args(["--", "--update"]);
    }
    log.run(check)
}

fn bindgen(repo: &Repo, log: &mut Log, library: &Path, words: &[&str], out: &Path) -> Outcome {
    let program = format!("uniffi-bindgen{}", std::env::consts::EXE_SUFFIX);
    let mut command = Command::new(repo.built(&program));
    // The generator reads uniffi.toml of the crates that cargo knows here.
    command.current_dir(&repo.root).arg("generate").arg(library).args(words).arg("--out-dir").arg(out);
    log.run(command)
}

/// Sorts what the generator wrote for Swift into the two targets of the package: the Swift file, and the C
/// header with a module map.
fn place_swift(repo: &Repo, fresh: &Path, written: &Path) -> Outcome<usize> {
    let (swift, c) = (fresh.join("swift-sources"), fresh.join("swift-headers"));
    for path in files::entries(written)? {
        let name = path.file_name().unwrap_or_default();
        match path.extension().and_then(|end| end.to_str()) {
            Some("swift") => files::copy_if_changed(&path, &swift.join(name))?,
            Some("h") => {
                let map = module_map(&path.with_extension(""));
                files::write_if_changed(&c.join("module.modulemap"), map.as_bytes())?;
                files::copy_if_changed(&path, &c.join(name))?
            }
            _ => continue,
        };
    }
    if !c.join("module.modulemap").is_file() {
        return Err(Failure::Check("the generator wrote no C header for Swift".into()));
    }
    Ok(files::mirror(&swift, &repo.path(SWIFT))? + files::mirror(&c, &repo.path(SWIFT_C))?)
}

/// Our own module map: the generated one names the module `Darwin`, which only Apple's systems have, and does
/// not say which library to link.
fn module_map(header: &Path) -> String {
    let module = header.file_name().unwrap_or_default().to_string_lossy();
    format!(
        "module {module} [system] {{\n    header \"{module}.h\"\n    link \"mingmen_ffi\"\n    export *\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_generator_wrote_for_swift_lands_in_its_two_targets() {
        let folder = tempfile::tempdir().unwrap();
        let repo = Repo { root: folder.path().join("repo"), cargo_target: folder.path().join("target") };
        let (fresh, written) = (folder.path().join("fresh"), folder.path().join("written"));
        for name in ["MingmenCore.swift", "MingmenFFI.h", "MingmenFFI.modulemap"] {
            files::write_if_changed(&written.join(name), name.as_bytes()).unwrap();
        }
        place_swift(&repo, &fresh, &written).unwrap();
        let names = |target| {
            let paths = files::entries(&repo.path(target)).unwrap();
            paths.iter().map(|path| path.file_name().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names(SWIFT), ["MingmenCore.swift"]);
        assert_eq!(names(SWIFT_C), ["MingmenFFI.h", "module.modulemap"]);
        let map = fs::read_to_string(repo.path(SWIFT_C).join("module.modulemap")).unwrap();
        assert!(map.contains("header \"MingmenFFI.h\"") && map.contains("link \"mingmen_ffi\""), "{map}");
        assert!(!map.contains("Darwin"));
    }

    #[test]
    fn swift_without_a_header_is_an_error_and_not_an_empty_package() {
        let folder = tempfile::tempdir().unwrap();
        let repo = Repo { root: folder.path().join("repo"), cargo_target: folder.path().join("target") };
        let written = folder.path().join("written");
        files::write_if_changed(&written.join("MingmenCore.swift"), b"").unwrap();
        assert!(place_swift(&repo, &folder.path().join("fresh"), &written).is_err());
    }
}
