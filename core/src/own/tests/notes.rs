//! Small notes and answers to the body check.

use super::*;

fn note(option: Option<&str>, text: &str) -> NoteDraft {
    NoteDraft { kind: "gratitude".into(), option: option.map(Into::into), text: text.to_owned() }
}

fn answer(question: &str, chosen: &[&str]) -> BodyAnswer {
    BodyAnswer { question: question.into(), chosen: chosen.iter().map(|it| (*it).into()).collect() }
}

#[test]
fn a_note_has_an_option_or_text_or_both() {
    assert_eq!(check_note(&note(Some("yes"), "")), Ok(()));
    assert_eq!(check_note(&note(None, "The morning light")), Ok(()));
    assert_eq!(check_note(&note(Some("yes"), &"气".repeat(2_000))), Ok(()));
    assert_eq!(check_note(&note(None, " \n")).unwrap_err().field, "note");
    assert_eq!(check_note(&note(Some("yes"), &"a".repeat(2_001))).unwrap_err().field, "text");
}

#[test]
fn each_question_is_answered_once_and_none_of_these_is_an_answer() {
    let field = |answers: &[BodyAnswer]| check_answers(answers).unwrap_err().field;
    assert_eq!(check_answers(&[answer("sleep", &["light"]), answer("where", &[])]), Ok(()));
    assert_eq!(field(&[]), "answers");
    assert_eq!(field(&[answer("sleep", &[]), answer("sleep", &["light"])]), "answers[1].question");
    assert_eq!(field(&[answer("where", &["hips", "knees", "hips"])]), "answers[0].chosen[2]");
}
