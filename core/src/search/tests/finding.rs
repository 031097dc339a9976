use super::samples::{document, find, first, ids, index};
use crate::search::{Field, Index};

#[test]
fn typing_errors_still_find_what_is_meant() {
    for (typed, meant) in [
        ("yonqan", "kidney-1"),
        ("mingman", "mingmen"),
        ("siatica", "sciatica"),
        ("meridan masage", "meridian-massage"),
        ("spinl wave", "spinal-wave"),
        ("spianl wvae", "spinal-wave"),
        ("swiming dargon", "dragon"),
        ("kindey taping", "kidney-tapping"),
        ("mobillisation", "mobilisation"),
        ("sciatc", "sciatica"),
    ] {
        assert_eq!(first(typed), meant, "{typed}");
    }
}

#[test]
fn each_letter_typed_keeps_the_page_in_sight() {
    for typed in ["sp", "spi", "spin", "spina", "spinal", "spinal ", "spinal w", "spinal wav"] {
        assert_eq!(first(typed), "spinal-wave", "{typed}");
    }
}

#[test]
fn a_page_is_found_by_name_by_body_area_and_by_its_text() {
    assert_eq!(first("snake-head"), "spinal-wave");
    assert_eq!(first("bubbling"), "kidney-1");
    assert_eq!(first("soles"), "kidney-1");
    assert_eq!(first("tailbone"), "spinal-wave");
}

#[test]
fn case_accents_hyphens_apostrophes_and_gaps_make_no_difference() {
    for typed in ["SNAKE HEAD", "snakehead", "Snake‑Head", "snáke-hèad", "snake head's"] {
        assert_eq!(first(typed), "spinal-wave", "{typed}");
    }
    for typed in ["Yang Ling Quan", "yanglingquan", "yánglíng quán", "yang-ling-quan", "yangling"] {
        assert_eq!(first(typed), "gb34", "{typed}");
    }
    for typed in ["ming men", "MINGMEN", "ming-men"] {
        assert_eq!(first(typed), "mingmen", "{typed}");
    }
    assert_eq!(first("qi gong"), "qigong");
    assert_eq!(first("zusanli"), "zu-san-li");
    assert_eq!(first("bodys own"), "programme");
}

#[test]
fn british_and_american_spelling_find_the_same() {
    for (british, american) in [
        ("centring", "centering"),
        ("centring breath", "centering breath"),
        ("practise", "practice"),
        ("programme", "program"),
        ("mobilisation", "mobilization"),
    ] {
        assert_eq!(ids(british), ids(american), "{british}");
        assert!(!ids(british).is_empty(), "{british}");
    }
    assert_eq!(first("centeri"), "centring-breath");
}

#[test]
fn chinese_and_korean_are_found_by_any_part() {
    assert_eq!(first("命门"), "mingmen");
    assert_eq!(first("门"), "mingmen");
    assert_eq!(first("泉穴"), "kidney-1");
    assert_eq!(ids("泉"), ["gb34", "kidney-1"]);
    assert_eq!(first("명문"), "mingmen");
    assert_eq!(first("명무"), "mingmen", "a syllable still being typed");
    assert_eq!(first("拍打pai"), "pai-da");
}

#[test]
fn a_synonym_finds_what_the_documents_say_in_other_words() {
    assert!(ids("lumbar").contains(&"mingmen"));
    assert!(ids("lumbr").contains(&"mingmen"));
    assert_eq!(first("belly breathing"), "abdominal");
    assert!(ids("belly breathing").contains(&"meridian-massage"));
    assert_eq!(ids("tummy"), ids("tumm"));
}

#[test]
fn quiet_words_do_not_keep_a_page_away() {
    assert_eq!(first("my back hurts"), "pain-diary");
    assert_eq!(first("what is qigong"), "qigong");
    assert!(!ids("what is the").is_empty(), "quiet words alone are looked for");
}

#[test]
fn a_code_is_taken_as_typed() {
    assert_eq!(first("gb34"), "gb34");
    assert_eq!(first("GB 34"), "gb34");
    assert!(find("gb35").hits.is_empty());
    assert_eq!(first("5.5"), "pace");
}

#[test]
fn a_short_word_that_is_there_is_not_taken_for_another() {
    assert_eq!(ids("song"), ["song"], "not: as long as it takes");
}

#[test]
fn a_hit_shows_what_matched() {
    let found = find("foot").hits;
    let kidney = found.iter().find(|hit| hit.id == "kidney-1").unwrap();
    assert_eq!((kidney.field, kidney.line), (Field::Text, "A point on the sole of the foot."));
    assert_eq!(kidney.sentence, Some(kidney.line));

    let found = find("gate life").hits;
    assert_eq!((found[0].field, found[0].line, found[0].sentence), (Field::Name, "Gate of Life", None));

    let found = find("lower back frees").hits;
    assert_eq!(found[0].sentence, Some("It frees the lower back."));
}

#[test]
fn a_place_is_that_of_the_document() {
    let hit = find("spinal wave").hits[0];
    assert_eq!(super::samples::documents()[hit.place].id, hit.id);
}

#[test]
fn without_a_hit_the_nearest_are_offered() {
    let found = find("qxigguung");
    assert_eq!(found.hits, []);
    assert_eq!((found.nearest[0].id, found.nearest.len()), ("qigong", 3));
    assert!(find("spinal").nearest.is_empty());
}

#[test]
fn a_query_without_a_word_finds_nothing_and_suggests_nothing() {
    for query in ["", "   ", "-", "?!…", "'", "\u{301}"] {
        assert_eq!(find(query), Default::default(), "{query:?}");
    }
}

#[test]
fn a_long_query_is_cut() {
    let long = format!("spinal wave {}", "zzzz ".repeat(10_000));
    assert_eq!(first(&long), "spinal-wave");
    let beyond = format!("{} spinal", "-".repeat(200));
    assert_eq!(find(&beyond), Default::default());
    let many_words = format!("spinal wave {}", "a ".repeat(90));
    assert_eq!(first(&many_words), "spinal-wave");
}

#[test]
fn a_library_without_pages_finds_nothing() {
    assert_eq!(Index::new([]).search("spinal", 10), Default::default());
    let empty = Index::new([document("empty", "", &[""], &[], &["", "…"])]);
    assert_eq!(empty.search("spinal", 10), Default::default());
}

#[test]
fn no_more_are_given_than_wanted() {
    assert_eq!(index().search("a", 2).hits.len(), 2);
    assert_eq!(index().search("spinal", 0), Default::default());
}
