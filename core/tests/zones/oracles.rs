//! A share of what the oracles are asked by `cargo xtask zones`, and how their answers are judged.

use std::path::Path;

use super::known::{self, OLDEST_RELEASE};
use super::model::zone_ids;
use super::oracle::{ALL, Source, Verdict};
use super::progress::Progress;
use super::questions::Chapter;
use super::sweep::Pair;
use mingmen_core::zone::tz_database_version;

/// Of so many zones one is asked for in each test run, and of so many changes of its clock one.
const ZONES: usize = 20;
const TURNS: usize = 10;

/// Passes where neither is on this computer, or its database is older than the list reaches or newer than ours:
/// `cargo xtask zones` then says so.
#[test]
fn the_oracles_that_are_here_agree_but_for_the_committed_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zones");
    let list = known::read(&std::fs::read_to_string(folder.join("differences.tsv")).unwrap());
    let listed = |id: &String| list.iter().any(|known| known.zone == *id);
    let ids = zone_ids().into_iter().enumerate().filter(|(at, id)| at % ZONES == 0 || listed(id));
    // A listed difference may lie at any one change, so none of those zones is left out.
    let chapters: Vec<Chapter> =
        ids.map(|(_, id)| Chapter::of(Pair::of(&id), if listed(&id) { 1 } else { TURNS })).collect();
    let questions = tempfile::tempdir().unwrap();
    let file = questions.path().join("questions");
    std::fs::write(&file, chapters.iter().map(Chapter::text).collect::<String>()).unwrap();
    let ours = tz_database_version();
    for oracle in &ALL {
        let source = oracle.source(&folder);
        let is_fit = |source: &Source| (OLDEST_RELEASE..=ours.as_str()).contains(&source.release.as_str());
        let Some(source) = source.filter(is_fit) else {
            println!("{} is left out. It comes with {}.", oracle.name, oracle.comes_with);
            continue;
        };
        let mut progress = Progress::new(oracle.name, 1);
        let verdict = oracle.compare(&folder, &file, &chapters, (&ours, &list), &mut progress).unwrap();
        let (names, program) = (&source.names, &source.program);
        assert_eq!(verdict.faults(&list), Vec::<String>::new(), "{names}: {program}, {}", source.release);
        assert!(verdict.asked > 50_000, "{} questions", verdict.asked);
    }
}

const LIST: &str = "# comment\n2026b\tA/B C/D\t2026-11-01\t2099-12-31\treason\njava.time\tEST\t1970-01-01\t2099-12-31\treason\n";

fn source(names: &str, release: &str) -> Source {
    Source { names: names.into(), release: release.into(), program: String::new() }
}

#[test]
fn a_line_of_the_list_holds_while_one_release_has_the_change_and_the_other_has_not() {
    let list = known::read(LIST);
    assert_eq!(list.iter().map(|known| known.zone.as_str()).collect::<Vec<_>>(), ["A/B", "C/D", "EST"]);
    let applies = |names: &str, theirs: &str, ours: &str| -> Vec<bool> {
        list.iter().map(|known| known.applies(&source(names, theirs), ours)).collect()
    };
    assert_eq!(applies("zoneinfo by the system", "2026a", "2026e"), [true, true, false]);
    assert_eq!(applies("zoneinfo by the system", "2026b", "2026e"), [false, false, false]);
    assert_eq!(applies("zoneinfo by the system", "2026e", "2026a"), [true, true, false]);
    assert_eq!(applies("java.time by its own", "2026e", "2026e"), [false, false, true]);
}

#[test]
fn a_difference_that_is_not_in_the_list_fails_and_so_does_a_line_that_no_longer_occurs() {
    let list = known::read(LIST);
    let day = |text: &str| text.parse().unwrap();
    let mut verdict = Verdict { found: vec![Some(0), Some(0), None], ..Verdict::default() };
    verdict.differ(&list, "A/B", day("2026-11-01"), || "one".into());
    verdict.differ(&list, "A/B", day("2026-10-31"), || "two".into());
    verdict.differ(&list, "A/B", day("2026-10-30"), || "three".into());
    verdict.differ(&list, "EST", day("2026-10-31"), || "four".into());
    let faults = verdict.faults(&list);
    assert_eq!(verdict.known, 1);
    assert_eq!(faults[..2], ["A/B differs 2 times; two", "EST differs 1 times; four"]);
    assert!(faults[2].starts_with("C/D no longer differs from 2026-11-01 on"), "{}", faults[2]);
    assert_eq!(faults.len(), 3);
}
