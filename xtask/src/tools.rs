//! The tools this project is built and tested with: how to see whether one is there, and what gets it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::repo::Repo;
use crate::swift;
use crate::version::Version;

/// A thing this computer must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tool {
    CCompiler,
    RustComponents,
    Jdk,
    Maven,
    DrawingLibraries,
    Font,
    Window,
    Aapt2,
    Swift,
}

/// Every tool, in the order in which it is needed.
pub(crate) const ALL: &[Tool] = &[
    Tool::CCompiler,
    Tool::RustComponents,
    Tool::Jdk,
    Tool::Maven,
    Tool::DrawingLibraries,
    Tool::Font,
    Tool::Window,
    Tool::Aapt2,
    Tool::Swift,
];

/// What `cargo xtask app` needs: nothing of Android, nothing of Swift.
pub(crate) const FOR_APP: &[Tool] =
    &[Tool::CCompiler, Tool::Jdk, Tool::Maven, Tool::DrawingLibraries, Tool::Font, Tool::Window];

/// What a look for a tool found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// It is there; the text says which.
    Yes(String),
    /// It is not there, or too old; the text says what was found instead, and is empty for nothing.
    No(String),
    /// This computer has no use for it.
    NotNeeded,
}

/// How a missing tool is got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// Debian packages. Where one has several names, the first that the machine's apt knows is taken.
    Apt(&'static [&'static [&'static str]]),
    /// Components of the Rust toolchain.
    Rustup(&'static [&'static str]),
    /// Unpacked beside the system by `xtask/install-swift.sh`.
    BesideTheSystem,
}

const DISPLAYS: [&str; 2] = ["DISPLAY", "WAYLAND_DISPLAY"];
/// What the drawing library (Skia, inside Compose for desktop) is linked against.
const DRAWING: [&str; 3] = ["libGL.so.1", "libX11.so.6", "libfontconfig.so.1"];
const FRAMEWORK: &str = "/usr/share/android-framework-res/framework-res.apk";

impl Tool {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::CCompiler => "C compiler",
            Self::RustComponents => "rustfmt and clippy",
            Self::Jdk => "JDK 17 or newer",
            Self::Maven => "Maven 3.8 or newer",
            Self::DrawingLibraries => "drawing libraries",
            Self::Font => "a font",
            Self::Window => "Java's window library",
            Self::Aapt2 => "Android resource linker",
            Self::Swift => "Swift 6 or newer",
        }
    }

    /// What it is for, in a few words.
    pub(crate) fn purpose(self) -> &'static str {
        match self {
            Self::CCompiler => "links Rust programs, compiles SQLite",
            Self::RustComponents => "format and lint checks",
            Self::Jdk => "the Kotlin library and the app",
            Self::Maven => "builds everything in Kotlin",
            Self::DrawingLibraries => "draw the screens",
            Self::Font => "Java draws no text without one",
            Self::Window => "opens the app in a window",
            Self::Aapt2 => "resources of the Android tests",
            Self::Swift => "the Swift package and the iOS models",
        }
    }

    pub(crate) fn source(self) -> Source {
        match self {
            Self::CCompiler => Source::Apt(&[&["gcc"], &["libc6-dev"]]),
            Self::RustComponents => Source::Rustup(&["rustfmt", "clippy"]),
            Self::Jdk => Source::Apt(&[&[
                "openjdk-17-jdk-headless",
                "openjdk-21-jdk-headless",
                "default-jdk-headless",
            ]]),
            Self::Maven => Source::Apt(&[&["maven"]]),
            Self::DrawingLibraries => Source::Apt(&[&["libgl1"], &["libx11-6"], &["libfontconfig1"]]),
            Self::Font => Source::Apt(&[&["fonts-dejavu-core"]]),
            Self::Window => Source::Apt(&[&["openjdk-17-jre", "openjdk-21-jre", "default-jre"]]),
            Self::Aapt2 => Source::Apt(&[&["aapt"], &["android-framework-res"]]),
            Self::Swift => Source::BesideTheSystem,
        }
    }

    /// Where to get it by hand, on a system that has no apt.
    pub(crate) fn by_hand(self) -> &'static str {
        match self {
            Self::CCompiler => {
                "install a C compiler with your system's package manager (macOS: xcode-select --install)"
            }
            Self::RustComponents => "rustup component add rustfmt clippy (rustup is at https://rustup.rs)",
            Self::Jdk => {
                "install a JDK 17 or newer with your system's package manager (macOS: brew install openjdk@17)"
            }
            Self::Maven => "install Maven with your system's package manager (macOS: brew install maven)",
            Self::DrawingLibraries | Self::Window => {
                "install libGL, libX11, fontconfig and the full (not headless) Java runtime of your system"
            }
            Self::Font => "install any TrueType font, for instance DejaVu",
            Self::Aapt2 => "install aapt2 and Android's framework-res.apk; only Debian's packages were tried",
            Self::Swift => "install Swift 6 from https://www.swift.org/install and put `swift` on the PATH",
        }
    }

    /// Looks for it. Takes at most a second.
    pub(crate) fn look(self, repo: &Repo) -> Found {
        match self {
            Self::CCompiler => found(first_line(Command::new("cc").arg("--version"))),
            Self::RustComponents => rust_components(),
            Self::Jdk => at_least(
                17,
                Version::after("javac", &output(Command::new(java_home_bin("javac")).arg("-version"))),
            ),
            Self::Maven => maven(),
            Self::DrawingLibraries => drawing_libraries(),
            Self::Font => font(&font_folders()),
            Self::Window => window(),
            Self::Aapt2 => aapt2(),
            Self::Swift => swift::look(repo),
        }
    }
}

/// Whether a window can be opened on this computer.
pub(crate) fn has_display() -> bool {
    let named = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || DISPLAYS.iter().any(|name| named(name))
}

/// A program of the JDK: from `JAVA_HOME`, which Maven follows too, else from the `PATH`.
pub(crate) fn java_home_bin(program: &str) -> PathBuf {
    match env::var_os("JAVA_HOME") {
        Some(home) if !home.is_empty() => Path::new(&home).join("bin").join(program),
        _ => PathBuf::from(program),
    }
}

/// What a program prints, on either stream; nothing where it cannot be run or fails.
pub(crate) fn output(command: &mut Command) -> String {
    match command.output() {
        Ok(done) if done.status.success() => {
            String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned()
        }
        _ => String::new(),
    }
}

fn first_line(command: &mut Command) -> Option<String> {
    output(command).lines().next().map(str::to_owned)
}

fn found(what: Option<String>) -> Found {
    what.map_or_else(|| Found::No(String::new()), Found::Yes)
}

/// A version that is new enough, or the words that say it is not.
pub(crate) fn at_least(major: u32, version: Option<Version>) -> Found {
    match version {
        Some(version) if version.major >= major => Found::Yes(version.text),
        Some(version) => Found::No(format!("{} is too old", version.text)),
        None => Found::No(String::new()),
    }
}

fn rust_components() -> Found {
    let version = |name: &str| first_line(Command::new("cargo").args([name, "--version"]));
    match (version("fmt"), version("clippy")) {
        (Some(fmt), Some(_)) => Found::Yes(fmt),
        _ => Found::No(String::new()),
    }
}

fn maven() -> Found {
    match Version::after("Apache Maven", &output(Command::new("mvn").arg("--version"))) {
        Some(version) if (version.major, version.minor) >= (3, 8) => Found::Yes(version.text),
        Some(version) => Found::No(format!("{} is too old", version.text)),
        None => Found::No(String::new()),
    }
}

fn drawing_libraries() -> Found {
    if !cfg!(target_os = "linux") {
        return Found::NotNeeded;
    }
    let known = output(Command::new("/sbin/ldconfig").arg("-p"));
    let missing: Vec<_> = DRAWING.into_iter().filter(|name| !known.contains(name)).collect();
    if missing.is_empty() {
        Found::Yes(DRAWING.join(", "))
    } else {
        Found::No(format!("no {}", missing.join(", ")))
    }
}

fn font_folders() -> Vec<PathBuf> {
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let system = ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"];
    let own = [".fonts", ".local/share/fonts", "Library/Fonts"];
    system.into_iter().map(PathBuf::from).chain(own.into_iter().map(|folder| home.join(folder))).collect()
}

fn font(folders: &[PathBuf]) -> Found {
    let is_font = |path: &Path| {
        path.extension().is_some_and(|end| ["ttf", "otf", "ttc", "pfb"].iter().any(|known| end == *known))
    };
    found(
        folders.iter().find_map(|folder| first_file(folder, &is_font)).map(|path| path.display().to_string()),
    )
}

fn first_file(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Option<PathBuf> {
    let entries: Vec<PathBuf> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    let here = entries.iter().find(|path| wanted(path)).cloned();
    here.or_else(|| entries.iter().filter(|path| path.is_dir()).find_map(|path| first_file(path, wanted)))
}

fn window() -> Found {
    if !cfg!(target_os = "linux") || !has_display() {
        return Found::NotNeeded;
    }
    let settings =
        output(Command::new(java_home_bin("java")).args(["-XshowSettings:properties", "-version"]));
    let home = settings.lines().find_map(|line| line.trim().strip_prefix("java.home = "));
    let library = home.map(|home| Path::new(home).join("lib/libawt_xawt.so"));
    found(library.filter(|path| path.is_file()).map(|path| path.display().to_string()))
}

fn aapt2() -> Found {
    match first_line(Command::new("aapt2").arg("version")) {
        Some(_) if !Path::new(FRAMEWORK).is_file() => Found::No(format!("no {FRAMEWORK}")),
        version => found(version),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_is_found_in_any_depth_and_another_file_is_not_one() {
        let folder = tempfile::tempdir().unwrap();
        let folders = [folder.path().to_owned()];
        let deep = folder.path().join("truetype/dejavu");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("README"), "").unwrap();
        assert_eq!(font(&folders), Found::No(String::new()));
        fs::write(deep.join("Sans.ttf"), "").unwrap();
        assert_eq!(font(&folders), Found::Yes(deep.join("Sans.ttf").display().to_string()));
    }

    #[test]
    fn a_version_below_the_limit_is_refused_with_its_number() {
        let old = Version::after("javac", "javac 11.0.2");
        assert_eq!(at_least(17, old.clone()), Found::No("11.0.2 is too old".into()));
        assert_eq!(at_least(11, old), Found::Yes("11.0.2".into()));
        assert_eq!(at_least(17, None), Found::No(String::new()));
    }

    #[test]
    fn what_the_app_needs_is_among_all_tools_and_leaves_swift_and_android_out() {
        assert!(FOR_APP.iter().all(|tool| ALL.contains(tool)));
        assert!(!FOR_APP.contains(&Tool::Swift) && !FOR_APP.contains(&Tool::Aapt2));
    }
}
