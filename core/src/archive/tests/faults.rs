//! Archives that are refused, with the place of each fault; and that nothing then changes.

use super::super::{ArchiveFault, ArchiveProblem};
use super::*;
use crate::plan::EnrolmentId;
use crate::store::Holds;
use crate::store::tests::own_samples::note;
use crate::store::tests::samples::{change, check_in, enrolment_draft, fill, id};

/// The sum of a text, in digits.
pub(super) fn sum(text: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A text with the right sum in its last line.
fn summed(lines: &[String]) -> String {
    let text: String = lines[..lines.len() - 1].iter().map(|line| format!("{line}\n")).collect();
    format!("{text}{{\"sha256\":\"{}\"}}\n", sum(&text))
}

/// A short archive: one check-in, an enrolment with a change, two notes.
fn short() -> Vec<String> {
    let place = Place::new();
    let store = place.open();
    let enrolment = EnrolmentId(id(1));
    store
        .write(|w| {
            w.insert_check_in(&check_in(3, "2026-05-11", None))?;
            w.insert_enrolment(&enrolment, made_at(), &enrolment_draft())?;
            w.insert_change(&id(2), &enrolment, &change(crate::plan::Change::Hold))?;
            w.insert_note(&note(4, "2026-05-11"))?;
            w.insert_note(&note(5, "2026-05-12"))
        })
        .unwrap();
    archive(&place, &store).lines().map(str::to_owned).collect()
}

/// A phone with a note on it, to which archives come that it refuses.
struct Phone {
    place: Place,
    store: Store,
}

impl Phone {
    fn new() -> Self {
        let place = Place::new();
        let store = place.open();
        store.write(|w| w.insert_note(&note(77, "2026-05-11"))).unwrap();
        Self { place, store }
    }

    /// What is wrong with a text; nothing of it may be taken.
    fn faults(&self, text: &[u8]) -> Vec<ArchiveFault> {
        let path = file(&self.place, "in.mingmen");
        fs::write(&path, text).unwrap();
        let before = kept(&self.place);
        let refused = take(&self.store, &path, TakeMode::Merge);
        assert!(before == kept(&self.place), "something is left behind");
        match refused {
            Err(ArchiveError::Refused(faults)) => faults,
            other => panic!("{other:?}"),
        }
    }
}

fn faults(text: &[u8]) -> Vec<ArchiveFault> {
    Phone::new().faults(text)
}

/// The one thing that is wrong with lines whose sum is right.
fn fault(lines: &[String]) -> (u32, u32, String, ArchiveProblem) {
    let mut faults = faults(summed(lines).as_bytes());
    assert_eq!(faults.len(), 1, "{faults:?}");
    let ArchiveFault { line, column, field, problem } = faults.remove(0);
    (line, column, field, problem)
}

fn changed(line: usize, from: &str, to: &str) -> Vec<String> {
    let mut lines = short();
    assert!(lines[line].contains(from), "{}", lines[line]);
    lines[line] = lines[line].replacen(from, to, 1);
    lines
}

#[test]
fn a_fault_in_a_row_is_named_with_line_column_and_field() {
    let field = str::to_owned;
    let cases = [
        (
            changed(1, ",4,null,", ",\"4\",null,"),
            (2, 101, field("check_in.pain"), ArchiveProblem::WrongKind(Holds::Whole)),
        ),
        (changed(1, "[\"check_in\"", "[\"note\""), (2, 2, field("check_in"), ArchiveProblem::WrongTable)),
        (changed(1, "[\"check_in\",", "[\"check_in\",["), (2, 13, field(""), ArchiveProblem::NotARow)),
        (
            changed(1, "\"019e1f6b-", "\"019e1f6b+"),
            (2, 13, field("check_in.id"), ArchiveProblem::WrongKind(Holds::Id)),
        ),
        (changed(1, ",4,null,", ",44,null,"), (2, 1, field("check_in"), ArchiveProblem::NotUnderstood)),
        (changed(1, ",4,null,", ",4,null,null,"), (2, 2, field("check_in"), ArchiveProblem::WrongLength)),
        (changed(1, "\"after\"", "\"later\""), (2, 1, field("check_in"), ArchiveProblem::NotUnderstood)),
        (changed(3, "00000001\"", "00000009\""), (4, 1, field("enrolment_change"), ArchiveProblem::Orphan)),
        (
            changed(3, "\"hold\"", "\"held\""),
            (4, 1, field("enrolment_change"), ArchiveProblem::NotUnderstood),
        ),
        (changed(5, "000000005", "000000004"), (6, 9, field("note.id"), ArchiveProblem::NotInOrder)),
    ];
    for (lines, expected) in cases {
        assert_eq!(fault(&lines), expected, "{lines:#?}");
    }
}

#[test]
fn what_the_schema_allows_and_no_version_wrote_is_refused_as_well() {
    // A weekday that there is not: the schema sees a list, and we see more.
    let place = (3, 1, "enrolment".to_owned(), ArchiveProblem::NotUnderstood);
    assert_eq!(fault(&changed(2, "wednesday", "someday")), place);
    let place = (3, 1, "enrolment".to_owned(), ArchiveProblem::NotUnderstood);
    assert_eq!(fault(&changed(2, "\"[{", "\"[")), place, "no JSON at all");
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_by_its_first_line() {
    let first = |text: &[u8]| {
        let faults = faults(text);
        assert_eq!((faults.len(), faults[0].line), (1, 1), "{faults:?}");
        faults[0].problem
    };
    for text in [
        &b""[..],
        b"\n",
        b"{}\n",
        b"PK\x03\x04",
        b"\xff\xfe\n",
        b"[1]\n",
        b"{\"format\":\"mingmen-routine\"}\n",
    ] {
        assert_eq!(first(text), ArchiveProblem::NotAnArchive, "{text:?}");
    }
    let header = |from: &str, to: &str| first(summed(&changed(0, from, to)).as_bytes());
    assert_eq!(header("\"version\":1", "\"version\":2"), ArchiveProblem::Newer);
    assert_eq!(header("\"version\":1", "\"version\":0"), ArchiveProblem::NotAnArchive);
    let schema = format!("\"schema\":{}", crate::store::Staging::newest());
    assert_eq!(header(&schema, "\"schema\":999"), ArchiveProblem::Newer);
    assert_eq!(header("\"noted_at\"", "\"noted\""), ArchiveProblem::WrongTables);
    assert_eq!(header("\"made_at\"", "\"made\""), ArchiveProblem::NotAnArchive);
    assert_eq!(header("\"rows\":1", "\"rows\":9999999"), ArchiveProblem::TooLarge);
    let nested = format!("{}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(first(nested.as_bytes()), ArchiveProblem::NotAnArchive);
    assert_eq!(first(&vec![b'x'; 3 << 20]), ArchiveProblem::NotAnArchive);
}

#[test]
fn a_file_that_was_cut_off_or_changed_is_refused() {
    let text = summed(&short());
    let phone = Phone::new();
    for end in (0..text.len()).filter(|end| end % 61 == 0 || end + 4 > text.len()) {
        let problem = phone.faults(&text.as_bytes()[..end])[0].problem;
        assert!(matches!(problem, ArchiveProblem::CutOff | ArchiveProblem::NotAnArchive), "{end}: {problem}");
    }
    let sound = text.replace("Ingwer", "Ingver");
    assert_eq!(faults(sound.as_bytes())[0].problem, ArchiveProblem::WrongSum);
    assert_eq!(faults((text.clone() + "\n").as_bytes())[0].problem, ArchiveProblem::NotARow);
    let doubled = format!("{text}{text}");
    assert_eq!(faults(doubled.as_bytes())[0].problem, ArchiveProblem::NotARow);
}

#[test]
fn a_line_that_is_too_long_is_refused_before_it_is_held() {
    let mut lines = short();
    lines[1] = "x".repeat(2 << 20);
    assert_eq!(fault(&lines), (2, 1, String::new(), ArchiveProblem::LineTooLong));
}

#[test]
fn twenty_faults_are_named_and_then_the_search_ends() {
    let place = Place::new();
    let store = place.open();
    fill(&store);
    let text = archive(&place, &store).replace("\"warm-food\"", "7");
    let found = faults(text.as_bytes());
    assert_eq!(found.len(), 20);
    assert!(found.iter().all(|fault| fault.field == "note.kind"), "{found:?}");
    assert!(found.windows(2).all(|pair| pair[0].line < pair[1].line));
}

#[test]
fn the_same_id_with_other_values_is_refused_and_neither_row_is_lost() {
    let place = Place::new();
    let store = place.open();
    store.write(|w| w.insert_note(&note(5, "2026-05-20"))).unwrap();
    let before = dump(&store);
    let path = file(&place, "in.mingmen");
    fs::write(&path, summed(&short())).unwrap();
    for mode in [TakeMode::Merge, TakeMode::Replace] {
        let Err(ArchiveError::Refused(faults)) = take(&store, &path, mode) else { panic!() };
        let expected =
            ArchiveFault { line: 6, column: 1, field: "note".to_owned(), problem: ArchiveProblem::Conflict };
        assert_eq!(faults, [expected]);
        assert_eq!(dump(&store), before);
    }
}

#[test]
fn a_conflict_that_came_after_the_preview_is_noticed_when_it_is_taken() {
    let place = Place::new();
    let store = place.open();
    let path = file(&place, "in.mingmen");
    fs::write(&path, summed(&short())).unwrap();
    let (mut import, _) = read(&store, &path, 100).unwrap();
    store.write(|w| w.insert_note(&note(5, "2026-05-20"))).unwrap();
    let before = dump(&store);
    assert!(matches!(import.take(&store, TakeMode::Merge), Some(Err(ArchiveError::Refused(_)))));
    assert_eq!(dump(&store), before);
    assert!(import.take(&store, TakeMode::Merge).is_none(), "an import ends with its end");
}

/// How many damaged archives are read: a few on every change, a million by `MINGMEN_CASES=1000000`.
fn cases() -> proptest::prelude::ProptestConfig {
    let asked = std::env::var_os("MINGMEN_CASES").and_then(|cases| cases.to_str()?.parse().ok());
    let cases = asked.unwrap_or(60);
    proptest::prelude::ProptestConfig {
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::with_cases(cases)
    }
}

/// What a hostile hand may put in the place of a few bytes.
fn put() -> impl proptest::strategy::Strategy<Value = Vec<u8>> {
    use proptest::prelude::*;
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..6),
        prop::sample::select(vec![
            "null",
            "[",
            "]",
            "\"",
            "\\",
            "\\u0000",
            "-",
            "9223372036854775808",
            ",",
            "\n",
            "{}"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        Just(b"[".repeat(5_000)),
    ]
}

#[test]
fn whatever_is_done_to_an_archive_it_is_refused_and_nothing_changes() {
    use proptest::prelude::*;
    let (lines, phone) = (short(), Phone::new());
    let text = summed(&lines).into_bytes();
    let runner = |(at, length, put, with_sum): (prop::sample::Index, usize, Vec<u8>, bool)| {
        let at = at.index(text.len());
        let mut changed = text.clone();
        changed.splice(at..(at + length).min(text.len()), put);
        if with_sum && let Ok(changed_text) = String::from_utf8(changed.clone()) {
            let lines: Vec<String> = changed_text.lines().map(str::to_owned).collect();
            if lines.len() > 1 {
                changed = summed(&lines).into_bytes();
            }
        }
        let path = file(&phone.place, "in.mingmen");
        fs::write(&path, &changed).unwrap();
        let before = kept(&phone.place);
        // Read whole, and not taken: another text of a note is a sound archive, once its sum is made right.
        let outcome = read(&phone.store, &path, 100);
        prop_assert!(before == kept(&phone.place));
        match outcome {
            Ok(_) => prop_assert!(with_sum || changed == text),
            Err(error) => prop_assert!(matches!(error, ArchiveError::Refused(_)), "{error:?}"),
        }
        Ok(())
    };
    let strategy = (any::<prop::sample::Index>(), 0_usize..8, put(), any::<bool>());
    proptest::test_runner::TestRunner::new(cases()).run(&strategy, runner).unwrap();
}
