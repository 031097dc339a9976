//! The page: what stands on it, that nothing a person wrote becomes markup, and that it is the same each time.

use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::progress::weekly;

/// So many weeks from 2 March 2026 on, with notes of pain in most of them.
pub(super) fn sheet(weeks: u16) -> Sheet {
    let monday: CivilDate = "2026-03-02".parse().unwrap();
    let week = |index: u16| {
        let starts_on = monday.checked_add_days(Days::new(7 * u64::from(index))).unwrap();
        SheetWeek {
            starts_on,
            minutes: (index * 37) % 90,
            state: if index.is_multiple_of(3) { WeekState::Met } else { WeekState::Partly },
            month: if chrono::Datelike::day(&starts_on) <= 7 {
                "September".to_owned()
            } else {
                String::new()
            },
        }
    };
    let noted = |index: u64| {
        let day = monday.checked_add_days(Days::new(index * 3)).unwrap();
        (day, u8::try_from((index * 7) % 5 + 3).unwrap())
    };
    Sheet {
        language: "en".to_owned(),
        title: "Practice and pain".to_owned(),
        about: "A diary.".to_owned(),
        practice: Section {
            heading: "Practice".to_owned(),
            summary: "Practised on 30 days.".to_owned(),
            chart: "Minutes of each week.".to_owned(),
            below: String::new(),
        },
        weeks: (0..weeks).map(week).collect(),
        pain: Section {
            heading: "Pain".to_owned(),
            chart: "Each dot is a week.".to_owned(),
            ..Section::default()
        },
        pain_weeks: weekly(&(0..u64::from(weeks) * 7 / 3).map(noted).collect::<Vec<_>>()),
        activities: Section::default(),
        activity_lines: Vec::new(),
        notes_heading: "Notes".to_owned(),
        notes: Vec::new(),
        foot: "No diagnosis.".to_owned(),
    }
}

fn activity(name: &str) -> ActivityLine {
    let rated = [("2026-03-03", 3), ("2026-03-17", 4), ("2026-04-01", 6)];
    ActivityLine {
        name: name.to_owned(),
        summary: "3 at first, 6 last".to_owned(),
        rated: rated.map(|(date, number)| (date.parse().unwrap(), number)).to_vec(),
    }
}

fn note(text: &str) -> SheetNote {
    SheetNote { date_text: "13 May".to_owned(), text: text.to_owned() }
}

fn html(sheet: &Sheet) -> String {
    page(sheet, |count| format!("{count} more.")).0
}

#[test]
fn a_page_is_the_same_bytes_each_time() {
    let mut sheet = sheet(12);
    sheet.activity_lines = vec![activity("Putting on socks")];
    sheet.activities.heading = "Activities".to_owned();
    sheet.notes = vec![note("Slept badly.")];
    assert_eq!(html(&sheet), html(&sheet));
    insta::assert_snapshot!(html(&sheet));
}

#[test]
fn an_empty_page_has_its_sentences_and_no_chart() {
    let mut empty = sheet(0);
    empty.practice.chart = String::new();
    empty.pain.chart = String::new();
    assert!(!html(&empty).contains("<svg") && html(&empty).contains("Practised on 30 days."));
}

#[test]
fn the_latest_notes_come_first_and_the_others_are_counted() {
    let mut sheet = sheet(1);
    sheet.notes = (1..=20).map(|number| note(&format!("Note {number}."))).collect();
    let (html, left_out) = page(&sheet, |count| format!("{count} more."));
    assert_eq!(left_out, 7);
    assert!(html.find("Note 20.").unwrap() < html.find("Note 8.").unwrap());
    assert!(!html.contains("Note 7.") && html.contains("7 more."));
}

#[test]
fn a_long_note_is_cut_and_says_so() {
    let mut sheet = sheet(1);
    sheet.notes = vec![note(&"word ".repeat(400)), note(&"아".repeat(400))];
    let html = html(&sheet);
    assert_eq!(html.matches('\u{2026}').count(), 2);
    assert!(html.len() < 8_000);
}

/// Every tag and attribute of the page, without any text.
fn markup(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = html.split_once("</style>").unwrap().1;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap();
        let name: String = tag.chars().take_while(|letter| !letter.is_whitespace()).collect();
        tags.push(name);
        rest = after;
    }
    tags
}

proptest! {
    #[test]
    fn what_a_person_wrote_never_becomes_markup(name in "\\PC{0,60}", text in any::<String>()) {
        let mut plain = sheet(3);
        plain.activity_lines = vec![activity("name")];
        plain.notes = vec![note("text")];
        let mut written = plain.clone();
        written.activity_lines[0].name.push_str(&name);
        written.notes[0].text.push_str(&text);
        prop_assert_eq!(markup(&html(&written)), markup(&html(&plain)));
    }

    #[test]
    fn a_page_asks_nothing_of_the_network_and_runs_nothing(text in "(<script>|javascript:|https?://|\"|'|&|onload=| ){0,12}") {
        let mut sheet = sheet(3);
        sheet.notes = vec![note(&text)];
        let tags = markup(&html(&sheet));
        let known = ["head", "body", "html", "h1", "h2", "h3", "p", "b", "div", "svg", "line", "rect", "circle", "text", "polyline"];
        for tag in tags {
            let tag = tag.trim_start_matches('/').to_owned();
            prop_assert!(known.contains(&tag.trim_end_matches('/')), "{}", tag);
        }
    }

    #[test]
    fn a_chart_stays_on_its_paper(weeks in 1_u16..54) {
        let html = html(&sheet(weeks));
        for (attribute, most) in [(" x=\"", 186.0), (" cx=\"", 186.0), (" y=\"", 32.0), (" cy=\"", 32.0)] {
            for found in html.split(attribute).skip(1) {
                let number: f64 = found.split('"').next().unwrap().parse().unwrap();
                prop_assert!((0.0..=most).contains(&number), "{}{}", attribute, number);
            }
        }
    }
}
