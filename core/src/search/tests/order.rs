use super::samples::{document, lexicon};
use crate::search::{Document, Index};

fn order(documents: &[Document], query: &str) -> Vec<String> {
    let index = Index::new(documents.to_vec());
    index.search(query, usize::MAX).hits.iter().map(|hit| hit.id.to_owned()).collect()
}

/// Documents in an order that nothing but their place justifies, so that only the rank can put them right.
fn in_reverse(best_first: Vec<Document>) -> (Vec<Document>, Vec<String>) {
    let ids = best_first.iter().map(|document| document.id.clone()).collect();
    (best_first.into_iter().rev().collect(), ids)
}

#[test]
fn a_whole_title_comes_before_its_beginning_before_a_name_before_a_tag_before_the_text() {
    let (documents, expected) = in_reverse(vec![
        document("title", "Wave", &[], &[], &[]),
        document("title begins", "Wave of the spine", &[], &[], &[]),
        document("title begins with the beginning", "Waves of the spine", &[], &[], &[]),
        document("whole name", "Other", &["Wave"], &[], &[]),
        document("in the title", "A wave", &[], &[], &[]),
        document("name begins", "Other", &["Wave technique"], &[], &[]),
        document("in a name", "Other", &["Little wave"], &[], &[]),
        document("tag", "Other", &[], &["wave"], &[]),
        document("text", "Other", &[], &[], &["A wave."]),
        document("beginning in the text", "Other", &[], &[], &["Some waves."]),
    ]);
    assert_eq!(order(&documents, "wave"), expected);
}

#[test]
fn what_was_typed_comes_before_what_may_have_been_meant() {
    let (documents, expected) = in_reverse(vec![
        document("in the text", "Other", &[], &[], &["Some breathing."]),
        document("one error in the title", "Breathinq", &[], &[], &[]),
        document("one error in the text", "Other", &[], &[], &["Some breathinq."]),
    ]);
    assert_eq!(order(&documents, "breathing"), expected);
}

#[test]
fn all_words_come_before_some() {
    let (documents, expected) = in_reverse(vec![
        document("all", "Other", &[], &[], &["The left knee.", "It is sore."]),
        document("one, in the title", "Knee", &[], &[], &[]),
    ]);
    assert_eq!(order(&documents, "sore knee"), expected);
}

#[test]
fn a_rare_word_tells_more_than_a_common_one() {
    let common = (0..8).map(|at| document(&format!("common {at}"), "Back", &[], &[], &[]));
    let documents: Vec<Document> =
        common.chain([document("rare", "Other", &[], &[], &["Fibromyalgia."])]).collect();
    assert_eq!(order(&documents, "back fibromyalgia")[0], "rare");
}

#[test]
fn words_in_one_sentence_tell_more_than_words_apart() {
    let (documents, expected) = in_reverse(vec![
        document("together", "Other", &[], &[], &["A sore knee.", "Rest."]),
        document("apart", "Other", &[], &[], &["A knee.", "It is sore."]),
    ]);
    assert_eq!(order(&documents, "sore knee"), expected);
}

#[test]
fn a_synonym_comes_after_the_word_itself() {
    let (documents, expected) = in_reverse(vec![
        document("the word in the title", "The lumbar spine, front and back", &[], &[], &[]),
        document("a synonym in the title", "Lower back", &[], &[], &[]),
        document("the word in the text", "Other", &[], &[], &["The lumbar spine."]),
        document("a synonym in the text", "Other", &[], &[], &["The lower back."]),
    ]);
    let index = Index::with_lexicon(documents, &lexicon());
    let found = index.search("lumbar", 10).hits;
    assert_eq!(found.iter().map(|hit| hit.id).collect::<Vec<_>>(), expected);
}

#[test]
fn shorter_titles_come_first_and_equals_keep_their_order() {
    let documents = [
        document("long", "Circles of the shoulder", &[], &[], &[]),
        document("first", "Circles, hip", &[], &[], &[]),
        document("second", "Circles, hip", &[], &[], &[]),
    ];
    assert_eq!(order(&documents, "circles"), ["first", "second", "long"]);
}

#[test]
fn two_errors_count_only_where_one_is_not_enough() {
    let documents =
        [document("two", "Mobitisatien", &[], &[], &[]), document("one", "Mobilisatien", &[], &[], &[])];
    assert_eq!(order(&documents, "mobilisatian"), ["one"]);
    assert_eq!(order(&documents[..1], "mobilisation"), ["two"]);
}
