//! A routine goes from one person to another as a file, and a bad file is refused whole.

use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::catalogue::{Catalogue, VariantId};
use crate::own::file::*;

fn known(variant: &VariantId) -> bool {
    variant.as_str() != "sword-dance"
}

/// What is wrong with a text, as `line:column field: problem`.
fn refusal(text: &str) -> String {
    let RoutineFileError { line, column, field, problem } = read(text, &known).unwrap_err();
    format!("{line}:{column} {field}: {problem}")
}

/// The file of Morning, with something else in one place.
fn but(from: &str, to: &str) -> String {
    let text = write(&morning());
    assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
    text.replace(from, to)
}

#[test]
fn the_file_is_one_that_a_person_can_read() {
    insta::assert_snapshot!(write(&morning()));
}

#[test]
fn the_same_routine_gives_the_same_bytes_whoever_made_it() {
    let other = OwnRoutine { id: id(9), revision: 7, ..morning() };
    assert_eq!(write(&other), write(&morning()));
}

#[test]
fn what_was_written_is_read_by_the_catalogue_that_it_was_made_with() {
    let catalogue = Catalogue::for_locale("en").unwrap();
    let routine =
        catalogue.routines().iter().find(|routine| routine.id.as_str() == "routine-phase-1").unwrap();
    let segments = routine.segments.iter().map(|it| segment(it.variant.as_str(), it.minutes)).collect();
    let own = OwnRoutine { id: id(1), revision: 1, name: routine.name.clone(), segments };
    let read = read(&write(&own), &|variant| catalogue.variant(variant).is_some()).unwrap();
    assert_eq!((read.name, read.segments), (own.name, own.segments));
}

#[test]
fn another_layout_order_or_spelling_of_the_same_json_is_the_same_routine() {
    let text = "\u{feff}{\"segments\":[{\"minutes\":4,\"movement\":\"spinal\\u002dwave\"}],\r\n\"n\\u0061me\":\" Wave \",\"version\":1,\"format\":\"mingmen-routine\"}";
    assert_eq!(read(text, &known), Ok(draft("Wave", &[("spinal-wave", 4)])));
    assert_eq!(read_bytes(text.as_bytes(), &known), read(text, &known));
}

#[test]
fn what_is_no_json_is_refused_where_it_stops_being_json() {
    assert_eq!(refusal(""), "1:1 : this is not JSON");
    assert_eq!(refusal("Dear friend,"), "1:1 : this is not JSON");
    assert_eq!(
        refusal("{\n  \"format\": \"mingmen-routine\"\n  \"version\": 1\n}"),
        "3:3 : this is not JSON"
    );
    assert_eq!(refusal("{\"format\": \"气功\" x"), "1:17 : this is not JSON");
    assert_eq!(refusal(&format!("{}{{}}", write(&morning()))), "11:1 : this is not JSON");
    assert_eq!(refusal(&but(" 4 ", " 04 ")), "7:57 : this is not JSON");
    let cut = write(&morning());
    assert_eq!(refusal(&cut[..cut.len() - 3]), "9:3 : this is not JSON");
}

#[test]
fn half_a_character_is_refused_in_a_text_and_in_the_name_of_a_field() {
    assert_eq!(refusal(&but("\"Morning\"", r#""Mor\ud83dning""#)), "4:11 name: this is not JSON");
    assert_eq!(refusal(&but("\"name\"", r#""\ud83d""#)), "4:3 : this is not JSON");
}

#[test]
fn json_of_another_kind_is_no_routine_of_ours() {
    for text in ["[]", "7", "null", "\"mingmen-routine\"", "{}", "{\"name\":\"Morning\",\"segments\":[]}"] {
        assert_eq!(refusal(text), "1:1 : this is not a Mingmen routine", "{text}");
    }
    let wrong = "2:13 format: this is not a Mingmen routine";
    assert_eq!(refusal(&but("mingmen-routine", "mingmen-backup")), wrong);
    assert_eq!(refusal(&but("\"mingmen-routine\"", "[]")), wrong);
    assert_eq!(
        refusal(&but("\"version\": 1", "\"version\": 0")),
        "3:14 version: this is not a Mingmen routine"
    );
}

#[test]
fn a_newer_version_is_told_as_such_whatever_else_it_has() {
    let newer = "3:14 version: the file is of a newer version; this one reads 1";
    assert_eq!(refusal(&but("\"version\": 1,", "\"version\": 2, \"breath\": 55,")), newer);
    assert_eq!(refusal(&but("\"version\": 1", "\"version\": 99999999999999999999999")), newer);
}

#[test]
fn a_field_that_is_unknown_missing_or_there_twice_is_named_at_its_place() {
    let unknown = "3:17 song: there is no such field";
    assert_eq!(refusal(&but("\"version\": 1,", "\"version\": 1, \"song\": 1,")), unknown);
    let unknown = "8:51 segments[2].seconds: there is no such field";
    assert_eq!(refusal(&but("\"minutes\": 2 ", "\"minutes\": 2, \"seconds\": 0 ")), unknown);
    assert_eq!(refusal(&but("  \"name\": \"Morning\",\n", "")), "1:1 name: the field is missing");
    assert_eq!(refusal(&but("  \"version\": 1,\n", "")), "1:1 version: the field is missing");
    let missing = "6:5 segments[0].minutes: the field is missing";
    assert_eq!(refusal(&but(", \"minutes\": 3", "")), missing);
    let twice = "4:22 name: the field is there already";
    assert_eq!(refusal(&but("\"Morning\",", "\"Morning\", \"n\\u0061me\": 1,")), twice);
    let twice = "8:51 segments[2].minutes: the field is there already";
    assert_eq!(refusal(&but("\"minutes\": 2 ", "\"minutes\": 2, \"minutes\": 2 ")), twice);
}

#[test]
fn a_long_or_wild_name_of_a_field_is_not_repeated_as_it_is() {
    let long = "x".repeat(1_000);
    let text = but("\"version\": 1,", &format!("\"version\": 1, \"\\n{long}\": 1,"));
    assert_eq!(read(&text, &known).unwrap_err().field, format!("\\n{}", "x".repeat(39)));
}

#[test]
fn a_value_of_another_kind_is_refused_and_never_turned_into_one_that_fits() {
    assert_eq!(refusal(&but("\"Morning\"", "7")), "4:11 name: must be text");
    assert_eq!(refusal(&but("\"Morning\"", "null")), "4:11 name: must be text");
    for minutes in ["4.5", "4.0", "-4", "4e0", "\"4\"", "null", "true", "[4]"] {
        let told = "7:56 segments[1].minutes: must be a whole number";
        assert_eq!(refusal(&but(" 4 ", &format!(" {minutes} "))), told, "{minutes}");
    }
    assert_eq!(refusal(&but("\"closing-breath\"", "{}")), "8:19 segments[2].movement: must be text");
    let entry = "{ \"movement\": \"closing-breath\", \"minutes\": 2 }";
    assert_eq!(refusal(&but(entry, "[]")), "8:5 segments[2]: must be an object");
    let text = write(&morning());
    let (head, _) = text.split_once("[\n").unwrap();
    assert_eq!(refusal(&format!("{head}{{}}}}")), "5:15 segments: must be a list");
}

#[test]
fn a_movement_that_is_not_known_here_is_named_at_its_place() {
    let told = "7:19 segments[1].movement: no movement has this id";
    assert_eq!(refusal(&but("spinal-wave/undulation", "sword-dance")), told);
}

#[test]
fn what_is_out_of_range_is_refused_at_its_place() {
    for minutes in ["0", "61", "65536", "65540", "18446744073709551620"] {
        let told = "7:56 segments[1].minutes: must be 1 to 60";
        assert_eq!(refusal(&but(" 4 ", &format!(" {minutes} "))), told, "{minutes}");
    }
    assert_eq!(refusal(&but("Morning", "  ")), "4:11 name: must not be blank");
    assert_eq!(refusal(&but("Morning", "a\\nb")), "4:11 name: must be one line of plain text");
    assert_eq!(refusal(&but("Morning", &"气".repeat(61))), "4:11 name: must be at most 60 characters");
    let many = |count: usize, minutes: u16| {
        let segments = vec![segment("pelvic-tilt", minutes); count];
        write(&OwnRoutine { segments, ..morning() })
    };
    assert_eq!(refusal(&many(0, 1)), "5:15 segments: must have a movement");
    assert_eq!(refusal(&many(31, 1)), "5:15 segments: must have at most 30 movements");
    assert_eq!(refusal(&many(3, 60)), "5:15 segments: must add up to at most 120 minutes");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_looked_at() {
    let text = write(&morning());
    let padded = |length: usize| text.clone() + &" ".repeat(length - text.len());
    assert!(read(&padded(64 * 1024), &known).is_ok());
    assert_eq!(refusal(&padded(64 * 1024 + 1)), "1:1 : the file is larger than 65536 bytes");
    let garbage = vec![0xff; 64 * 1024 + 1];
    assert_eq!(read_bytes(&garbage, &known).unwrap_err().problem, RoutineFileProblem::TooLarge);
}

#[test]
fn bytes_that_are_no_text_are_refused_where_they_stop_being_text() {
    let error = read_bytes(b"{\n\"name\": \"\xe6\xb0\x94 \xff", &known).unwrap_err();
    assert_eq!(error.to_string(), "line 2, column 12: the file is not text in UTF-8");
}

#[test]
fn however_deep_a_file_nests_it_is_refused_without_following_it() {
    let deep = |open: &str, close: &str, inside: &str| {
        let levels = 60_000 / (open.len() + close.len());
        format!("{}{inside}{}", open.repeat(levels), close.repeat(levels))
    };
    assert_eq!(refusal(&deep("[", "]", "")), "1:1 : this is not a Mingmen routine");
    assert_eq!(refusal(&deep("{\"a\":", "}", "1")), "1:1 : this is not a Mingmen routine");
    assert_eq!(refusal(&"[".repeat(60_000)), "1:60000 : this is not JSON");
    assert_eq!(refusal(&but("\"Morning\"", &deep("[", "]", ""))), "4:11 name: must be text");
}

#[test]
fn many_fields_are_refused_as_quickly_as_a_few() {
    let mut text = "{\"format\":\"mingmen-routine\",\"version\":1".to_owned();
    (0..5_000).for_each(|number| write!(text, ",\"{number}\":0").unwrap());
    text.push_str(",\"4999\":0}");
    assert!(refusal(&text).ends_with("4999: the field is there already"));
}

proptest! {
    #[test]
    fn any_routine_is_read_as_it_was_written(routine in any_routine()) {
        let text = write(&routine);
        let read = read(&text, &|_| true).unwrap();
        prop_assert_eq!((&read.name, &read.segments), (&routine.name, &routine.segments));
        let again = make(id(2), &read, &|_| true).unwrap();
        prop_assert_eq!(write(&again), text);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read_bytes(&bytes, &known).is_err());
    }

    #[test]
    fn no_text_makes_it_panic(text in "(?s)[\\[\\]{}\",:0-9a\\\\ \n\u{feff}气]{0,80}") {
        prop_assert!(read(&text, &known).is_err());
    }

    #[test]
    fn a_file_with_a_byte_changed_is_read_or_refused_at_a_place_that_is_there(
        at: prop::sample::Index,
        byte: u8,
        cut: bool,
    ) {
        let mut bytes = write(&morning()).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        match read_bytes(&bytes, &known) {
            Ok(draft) => prop_assert!(check_draft(&draft).is_ok()),
            Err(error) => {
                let text = String::from_utf8_lossy(&bytes);
                let lines: Vec<&str> = text.split('\n').collect();
                let line = lines.get(error.line as usize - 1);
                prop_assert!(line.is_some(), "{error}");
                prop_assert!(error.column as usize <= line.unwrap().chars().count() + 1, "{error}");
            }
        }
    }
}
