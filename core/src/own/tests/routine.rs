//! Making a routine of one's own and changing it.

use proptest::prelude::*;

use super::*;
use crate::catalogue::RoutineId;
use crate::draft::Invalid;

fn refusal(draft: &OwnRoutineDraft) -> OwnRoutineFault {
    make(id(1), draft, &|variant| variant.as_str() != "sword-dance").unwrap_err()
}

fn with_name(name: &str) -> Result<OwnRoutine, OwnRoutineFault> {
    make(id(1), &draft(name, &[("pelvic-tilt", 3)]), &|_| true)
}

#[test]
fn a_new_routine_is_its_first_revision_and_drops_the_blanks_around_its_name() {
    let made = with_name(" \u{3000}Vor dem Frühstück 气\n").unwrap();
    assert_eq!((made.revision, made.name.as_str()), (1, "Vor dem Frühstück 气"));
}

#[test]
fn a_name_has_1_to_60_characters_that_show() {
    for blank in ["", "  ", "\u{200b}", " \u{feff}\u{200d} ", "\u{ad}"] {
        assert_eq!(with_name(blank), Err(OwnRoutineFault::NameBlank), "{blank:?}");
    }
    assert!(with_name("腰").is_ok());
    assert!(with_name(&"腰".repeat(60)).is_ok());
    assert_eq!(with_name(&"a".repeat(61)), Err(OwnRoutineFault::NameTooLong));
}

#[test]
fn a_name_is_one_line_that_leaves_the_text_around_it_as_it_is() {
    for name in ["two\nlines", "a\u{0}b", "a\u{2028}b", "a\u{202e}b", "a\u{2066}b", "tab\tbed"] {
        assert_eq!(with_name(name), Err(OwnRoutineFault::NameNotPlain), "{name:?}");
    }
    // A family is one picture of several, joined; Persian and Arabic need marks of their own.
    assert!(with_name("👩‍👧 روتين می\u{200c}خواهم").is_ok());
}

#[test]
fn a_routine_has_1_to_30_entries_of_1_to_60_minutes_and_at_most_120_in_all() {
    let times = |minutes: &[u16]| OwnRoutineDraft {
        name: "Long".to_owned(),
        segments: minutes.iter().map(|minutes| segment("pelvic-tilt", *minutes)).collect(),
    };
    assert_eq!(refusal(&times(&[])), OwnRoutineFault::NoSegments);
    assert_eq!(refusal(&times(&[1; 31])), OwnRoutineFault::TooManySegments);
    assert_eq!(refusal(&times(&[4, 0])), OwnRoutineFault::Minutes { segment: 1 });
    assert_eq!(refusal(&times(&[61])), OwnRoutineFault::Minutes { segment: 0 });
    assert_eq!(refusal(&times(&[60, 60, 1])), OwnRoutineFault::TotalMinutes { minutes: 121 });
    assert_eq!(make(id(1), &times(&[60, 60]), &|_| true).unwrap().minutes(), 120);
    assert_eq!(make(id(1), &times(&[4; 30]), &|_| true).unwrap().minutes(), 120);
}

#[test]
fn a_movement_that_the_catalogue_does_not_have_is_refused_by_its_place() {
    let unknown = draft("Blades", &[("pelvic-tilt", 3), ("sword-dance", 5)]);
    let fault = refusal(&unknown);
    assert_eq!(fault, OwnRoutineFault::UnknownMovement { segment: 1 });
    let told = Invalid::new("segments[1].variant", "no movement has this id");
    assert_eq!(Invalid::from(fault), told);
    assert_eq!(
        revise(&morning(), &unknown, &|it| it.as_str() != "sword-dance").unwrap_err().field(),
        told.field
    );
}

#[test]
fn each_refusal_says_the_field_and_what_is_allowed() {
    let told = |fault: OwnRoutineFault| Invalid::from(fault).to_string();
    assert_eq!(told(OwnRoutineFault::NameTooLong), "name: must be at most 60 characters");
    assert_eq!(told(OwnRoutineFault::Minutes { segment: 2 }), "segments[2].minutes: must be 1 to 60");
    assert_eq!(told(OwnRoutineFault::TooManySegments), "segments: must have at most 30 movements");
    let total = OwnRoutineFault::TotalMinutes { minutes: 121 };
    assert_eq!(told(total), "segments: must add up to at most 120 minutes");
}

#[test]
fn an_entry_moves_up_and_down_and_the_others_keep_their_order() {
    let (tilt, wave, breath) = ("pelvic-tilt", "spinal-wave/undulation", "closing-breath");
    let moved = |from, to| reorder(&morning(), from, to).unwrap();
    assert_eq!(order(&moved(0, 2)), [wave, breath, tilt]);
    assert_eq!(order(&moved(2, 0)), [breath, tilt, wave]);
    assert_eq!(order(&moved(1, 2)), [tilt, breath, wave]);
    assert_eq!((moved(0, 2).revision, moved(0, 2).minutes()), (2, 9));
}

#[test]
fn a_place_that_is_not_there_is_refused() {
    let none = |argument| Err(OwnRoutineFault::NoSuchSegment { argument });
    assert_eq!(reorder(&morning(), 3, 0), none("from"));
    assert_eq!(reorder(&morning(), 0, 3), none("to"));
    assert_eq!(reorder(&morning(), usize::MAX, usize::MAX), none("from"));
    assert_eq!(retime(&morning(), 3, 5), none("segment"));
}

#[test]
fn an_entry_takes_other_minutes_within_the_limits() {
    let longer = retime(&morning(), 1, 60).unwrap();
    assert_eq!((longer.minutes(), longer.revision), (65, 2));
    assert_eq!(retime(&longer, 0, 0), Err(OwnRoutineFault::Minutes { segment: 0 }));
    assert_eq!(retime(&longer, 0, 59), Err(OwnRoutineFault::TotalMinutes { minutes: 121 }));
}

#[test]
fn a_change_that_changes_nothing_makes_no_revision() {
    let morning = morning();
    assert_eq!(reorder(&morning, 1, 1).unwrap(), morning);
    assert_eq!(retime(&morning, 1, 4).unwrap(), morning);
    let same = OwnRoutineDraft { name: " Morning ".to_owned(), segments: morning.segments.clone() };
    assert_eq!(revise(&morning, &same, &|_| true).unwrap(), morning);
}

#[test]
fn a_revision_has_another_name_and_movements_and_the_same_id() {
    let revised = revise(&morning(), &draft("Evening", &[("closing-breath", 5)]), &|_| true).unwrap();
    assert_eq!((&revised.id, revised.revision, revised.name.as_str()), (&id(1), 2, "Evening"));
    assert_eq!(delete(&revised), OwnRevision { routine: id(1), revision: 3 });
}

#[test]
fn a_movement_that_has_left_the_catalogue_stands_in_the_way_of_no_other_change() {
    let gone = draft("Old", &[("sword-dance", 3), ("pelvic-tilt", 4)]);
    let routine = make(id(1), &gone, &|_| true).unwrap();
    assert!(reorder(&routine, 0, 1).is_ok());
    assert!(retime(&routine, 1, 5).is_ok());
    assert!(duplicate(&routine, id(2), &[], &|name, number| format!("{name} {number}")).is_ok());
}

#[test]
fn a_copy_has_an_id_of_its_own_and_the_first_number_that_is_free() {
    let copy = |taken: &[&str]| {
        duplicate(&morning(), id(2), taken, &|name, number| format!("{name} {number}")).unwrap()
    };
    let first = copy(&["Morning"]);
    assert_eq!((&first.id, first.revision, first.name.as_str()), (&id(2), 1, "Morning 2"));
    assert_eq!(first.segments, morning().segments);
    assert_eq!(copy(&["Morning", "Morning 2", "Morning 4"]).name, "Morning 3");
}

#[test]
fn a_copy_of_a_long_name_is_cut_so_that_the_number_is_seen() {
    let mut long = morning();
    long.name = format!("{} {}", "a".repeat(57), "bc");
    let copy = duplicate(&long, id(2), &[], &|name, number| format!("{name} {number}")).unwrap();
    assert_eq!(copy.name, format!("{} 2", "a".repeat(57)));
    let endless = |_: &str, _| "x".repeat(61);
    assert_eq!(duplicate(&long, id(2), &[], &endless), Err(OwnRoutineFault::NameTooLong));
}

#[test]
fn a_phrase_without_a_number_still_makes_a_copy() {
    let copy = duplicate(&morning(), id(2), &["Copy of Morning"], &|name, _| format!("Copy of {name}"));
    assert_eq!(copy.unwrap().name, "Copy of Morning");
}

#[test]
fn a_practice_names_the_routine_and_its_revision() {
    let named = morning().at().routine_id();
    assert_eq!(named.as_str(), "own/019e1f6b-6400-7000-8000-000000000001/1");
    assert_eq!(OwnRevision::of(&named), Some(morning().at()));
}

#[test]
fn only_the_one_spelling_of_an_own_routine_is_read() {
    let uuid = id(1).0;
    for wrong in [
        String::new(),
        "routine-phase-1".to_owned(),
        "own/".to_owned(),
        format!("own/{uuid}"),
        format!("own/{uuid}/"),
        format!("own/{uuid}/0"),
        format!("own/{uuid}/01"),
        format!("own/{uuid}/+1"),
        format!("own/{uuid}/-1"),
        format!("own/{uuid}/1 "),
        format!("own/{uuid}/1/2"),
        format!("own/{uuid}/4294967296"),
        format!("own//{uuid}/1"),
        format!("Own/{uuid}/1"),
        format!("own/{}/1", uuid.to_uppercase()),
        format!("own/{}/1", uuid.replace("-7000-", "-4000-")),
        "own/morning/1".to_owned(),
    ] {
        assert_eq!(OwnRevision::of(&RoutineId(wrong.clone())), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn what_names_a_revision_goes_both_ways(number in 0_u64..1 << 48, revision in 1_u32..) {
        let revision = OwnRevision { routine: id(number), revision };
        prop_assert_eq!(OwnRevision::of(&revision.routine_id()), Some(revision));
    }

    #[test]
    fn no_text_that_is_read_as_a_revision_is_written_otherwise(text in "(own/)?[0-9a-f-]{0,40}/?[0-9+]{0,11}") {
        let id = RoutineId(text);
        if let Some(revision) = OwnRevision::of(&id) {
            prop_assert_eq!(revision.routine_id(), id);
        }
    }

    #[test]
    fn moving_an_entry_and_moving_it_back_changes_no_order(routine in any_routine(), from: prop::sample::Index, to: prop::sample::Index) {
        let (from, to) = (from.index(routine.segments.len()), to.index(routine.segments.len()));
        let moved = reorder(&routine, from, to).unwrap();
        prop_assert_eq!(&moved.segments[to], &routine.segments[from]);
        prop_assert_eq!(moved.minutes(), routine.minutes());
        prop_assert_eq!(reorder(&moved, to, from).unwrap().segments, routine.segments);
    }

    #[test]
    fn whatever_is_kept_keeps_to_the_limits(
        name in "(?s).{0,70}",
        minutes in prop::collection::vec(0_u16..70, 0..34),
    ) {
        let segments = minutes.into_iter().map(|minutes| segment("pelvic-tilt", minutes)).collect();
        if let Ok(made) = make(id(1), &OwnRoutineDraft { name, segments }, &|_| true) {
            prop_assert!((1..=60).contains(&made.name.chars().count()));
            prop_assert_eq!(made.name.trim(), &made.name);
            prop_assert!((1..=30).contains(&made.segments.len()));
            prop_assert!(made.segments.iter().all(|it| (1..=60).contains(&it.minutes)));
            prop_assert!(made.minutes() <= 120);
        }
    }

    #[test]
    fn a_copy_of_anything_can_be_kept(routine in any_routine(), copies in 1_u32..4) {
        let mut names = vec![routine.name.clone()];
        for number in 0..copies {
            let taken: Vec<&str> = names.iter().map(String::as_str).collect();
            let copy = duplicate(&routine, id(u64::from(number)), &taken, &|name, number| format!("{name} {number}"));
            let copy = copy.unwrap();
            prop_assert!(!names.contains(&copy.name));
            prop_assert_eq!(&copy.segments, &routine.segments);
            names.push(copy.name);
        }
    }
}
