//! lib-recur, which Android's calendar apps use, in a Java of its own: Maven fetches it, `Recurrences.java` times it.

use std::path::Path;
use std::process::Command;

use crate::{COUNT, Figure, Rings};

/// What Java's libraries take, where this computer has Java and Maven; otherwise why they are left out.
pub(crate) fn figures(expected: &Rings) -> Result<Vec<Figure>, String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let jars = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    let mut maven = Command::new("mvn");
    maven.args(["--quiet", "--batch-mode", "--file"]).arg(home.join("java/pom.xml"));
    maven.arg("dependency:build-classpath").arg(format!("-Dmdep.outputFile={}", jars.path().display()));
    let fetched = maven.output().map_err(|error| format!("Maven does not start: {error}"))?;
    if !fetched.status.success() {
        return Err(format!("Maven failed: {}", String::from_utf8_lossy(&fetched.stdout).trim()));
    }
    let jars = std::fs::read_to_string(jars.path()).map_err(|error| error.to_string())?;
    let mut java = Command::new("java");
    java.args(["-cp", jars.trim()]).arg(home.join("java/Recurrences.java")).arg(COUNT.to_string());
    let told = java.output().map_err(|error| format!("Java does not start: {error}"))?;
    if !told.status.success() {
        return Err(format!("Java failed: {}", String::from_utf8_lossy(&told.stderr).trim()));
    }
    String::from_utf8_lossy(&told.stdout).lines().map(|line| figure(line, expected)).collect()
}

/// A line of the Java program: the name, the median and the least in microseconds, and the rings, with tabs between.
fn figure(line: &str, expected: &Rings) -> Result<Figure, String> {
    let odd = || format!("Java said {line:?}");
    let [name, median, least, rings] = line.split('\t').collect::<Vec<_>>()[..] else { return Err(odd()) };
    let rings: Rings = rings.split(' ').filter_map(|at| at.parse().ok()).collect();
    if rings != *expected {
        return Err(format!("{name} gives other rings"));
    }
    let number = |text: &str| text.parse().map_err(|_| odd());
    Ok(Figure { name: name.to_owned(), median: number(median)?, least: number(least)? })
}
