//! Runs Maven: nothing of it stays behind, and a download that breaks off is tried again.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::log::Log;
use crate::repo::Repo;

/// The reactor that builds the Kotlin library, the screens, the window and the Android shell together.
pub(crate) const REACTOR: &str = "android/pom.xml";

const SETTINGS: [&str; 7] = [
    // The compiler's daemon would outlive the build. Its incremental mode stays off too: it does not see that a
    // module under it has changed, and passes what no longer compiles.
    "-Dkotlin.compiler.daemon=false",
    // Maven 3.8 fetches by Wagon, later ones by their resolver: both try again, neither waits for ever.
    "-Dmaven.wagon.http.retryHandler.class=standard",
    "-Dmaven.wagon.http.retryHandler.count=3",
    "-Dmaven.wagon.rto=60000",
    "-Daether.connector.http.retryHandler.count=3",
    "-Daether.connector.requestTimeout=60000",
    "-Dstyle.color=never",
];
const TRIES: u32 = 3;

/// Runs Maven in the reactor with our own library on JNA's search path, as often as its downloads break off.
pub(crate) fn run(repo: &Repo, log: &mut Log, library_folder: &Path, words: &[&str]) -> Outcome {
    for left in (0..TRIES).rev() {
        let before = log.text().len();
        let outcome = log.run(command(repo, library_folder, words, left + 1 < TRIES));
        let output = log.text().get(before..).unwrap_or_default();
        match outcome {
            Err(Failure::Check(_)) if left > 0 && download_broke_off(output) => {
                log.note(&format!("a download broke off: {left} more tries"));
            }
            outcome => return outcome,
        }
    }
    Ok(())
}

fn command(repo: &Repo, library_folder: &Path, words: &[&str], again: bool) -> Command {
    let mut command = Command::new("mvn");
    command.arg("--batch-mode").arg("--file").arg(repo.path(REACTOR)).args(SETTINGS);
    // Surefire hands it on to the tests.
    command.arg(format!("-Djna.library.path={}", library_folder.display()));
    if again {
        // Maven remembers for a day that a file could not be had.
        command.arg("--update-snapshots");
    }
    command.args(words);
    command
}

/// Whether Maven failed for want of a file rather than for what is in the checkout.
fn download_broke_off(output: &str) -> bool {
    ["Could not transfer", "Could not resolve", "could not be resolved", "Connection reset", "Read timed out"]
        .iter()
        .any(|sign| output.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_download_is_told_from_a_failing_test() {
        assert!(download_broke_off("[ERROR] Could not transfer artifact a:b:jar:1 from/to central"));
        assert!(download_broke_off("[ERROR] Plugin a:b:1 or one of its dependencies could not be resolved"));
        assert!(!download_broke_off("[ERROR] Tests run: 4, Failures: 1, Errors: 0, Skipped: 0"));
        assert!(!download_broke_off("[ERROR] Unresolved reference 'Mingmen'."));
    }

    #[test]
    fn only_a_second_try_asks_again_for_what_could_not_be_had() {
        let repo = Repo { root: "r".into(), cargo_target: "r/target".into() };
        let words = |again| {
            let command = command(&repo, Path::new("lib"), &["test"], again);
            command.get_args().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        assert!(!words(false).contains(&"--update-snapshots".to_owned()));
        assert!(words(true).contains(&"--update-snapshots".to_owned()));
        assert!(words(false).contains(&"-Dkotlin.compiler.daemon=false".to_owned()));
    }
}
