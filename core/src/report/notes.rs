//! Which notes have room on the page.

use super::SheetNote;

/// So many letters fit into a line, at least; one of another script than ours may be twice as wide.
const LETTERS: usize = 92;

/// So many lines one note may have.
const LINES: usize = 3;

/// The latest notes that fit into so many lines, the latest first, and how many did not fit. A long note is cut at a letter,
/// with a mark that says so.
pub(super) fn fitting(notes: &[SheetNote], lines: usize) -> (Vec<SheetNote>, u16) {
    let mut left = lines;
    let mut shown = Vec::new();
    for note in notes.iter().rev() {
        let cut = cut(note);
        let takes = width(&cut).div_ceil(LETTERS).max(1);
        if takes > left {
            break;
        }
        left -= takes;
        shown.push(cut);
    }
    let left_out = u16::try_from(notes.len() - shown.len()).unwrap_or(u16::MAX);
    (shown, left_out)
}

fn cut(note: &SheetNote) -> SheetNote {
    let mut room = (LETTERS * LINES).saturating_sub(text_width(&note.date_text) + 3);
    let mut text = String::new();
    for letter in note.text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        let Some(less) = room.checked_sub(letter_width(letter)) else {
            text.push('\u{2026}');
            break;
        };
        room = less;
        text.push(letter);
    }
    SheetNote { date_text: note.date_text.clone(), text }
}

fn width(note: &SheetNote) -> usize {
    text_width(&note.date_text) + 2 + text_width(&note.text)
}

fn text_width(text: &str) -> usize {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> usize {
    if letter < '\u{1100}' && !letter.is_uppercase() && !matches!(letter, 'm' | 'w' | '@' | '%') {
        1
    } else {
        2
    }
}
