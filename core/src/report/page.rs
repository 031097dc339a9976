//! The page itself.

use super::html::{element, escaped, push};
use super::style::STYLE;
use super::{Section, Sheet, chart, notes};

/// So many lines of notes have room, and so many beside the charts of activities.
const NOTE_LINES: usize = 13;
const NOTE_LINES_BESIDE: usize = 3;

/// The page as HTML, and how many notes had no room on it. `more_notes` says that number in words.
#[must_use]
pub fn page(sheet: &Sheet, more_notes: impl Fn(u16) -> String) -> (String, u16) {
    let mut page = String::with_capacity(16_384);
    push(
        &mut page,
        format_args!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n",
            escaped(&sheet.language),
            escaped(&sheet.title),
        ),
    );
    let beside = !sheet.activity_lines.is_empty();
    page.push_str(if beside { "<body class=\"beside\">\n" } else { "<body>\n" });
    element(&mut page, "h1", &sheet.title);
    small(&mut page, &sheet.about);
    section(&mut page, &sheet.practice, |page| {
        if sheet.weeks.iter().any(|week| week.minutes > 0) {
            chart::practice(page, sheet);
        }
    });
    section(&mut page, &sheet.pain, |page| {
        if !sheet.pain_weeks.is_empty() {
            chart::pain(page, sheet);
        }
    });
    if beside {
        section(&mut page, &sheet.activities, |page| activities(page, sheet));
    }
    let left_out = written(&mut page, sheet, beside, more_notes);
    small(&mut page, &sheet.foot);
    page.push_str("</body>\n</html>\n");
    (page, left_out)
}

fn section(page: &mut String, section: &Section, chart: impl FnOnce(&mut String)) {
    element(page, "h2", &section.heading);
    element(page, "p", &section.summary);
    chart(page);
    small(page, &section.chart);
    small(page, &section.below);
}

fn activities(page: &mut String, sheet: &Sheet) {
    page.push_str("<div class=\"activities\">\n");
    for activity in &sheet.activity_lines {
        page.push_str("<div>\n");
        element(page, "h3", &activity.name);
        chart::activity(page, sheet, activity);
        small(page, &activity.summary);
        page.push_str("</div>\n");
    }
    page.push_str("</div>\n");
}

fn written(page: &mut String, sheet: &Sheet, beside: bool, more_notes: impl Fn(u16) -> String) -> u16 {
    if sheet.notes.is_empty() {
        return 0;
    }
    let lines = if beside { NOTE_LINES_BESIDE } else { NOTE_LINES };
    let (shown, left_out) = notes::fitting(&sheet.notes, lines);
    element(page, "h2", &sheet.notes_heading);
    page.push_str("<div class=\"notes\">\n");
    for note in &shown {
        push(page, format_args!("<p><b>{}</b> {}</p>\n", escaped(&note.date_text), escaped(&note.text)));
    }
    page.push_str("</div>\n");
    if left_out > 0 {
        small(page, &more_notes(left_out));
    }
    left_out
}

fn small(page: &mut String, text: &str) {
    if !text.is_empty() {
        push(page, format_args!("<p class=\"small\">{}</p>\n", escaped(text)));
    }
}
