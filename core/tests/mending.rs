//! A person whose phone lost a part of its memory goes on without a restart, and is told what became of everything.
#![allow(clippy::unwrap_used)] // helpers of tests may; clippy sees only the test functions themselves

use std::fs;
use std::path::PathBuf;

use mingmen_core::mingmen::{Mingmen, MingmenError, OpenOptions, Subject, Today, TodayState};
use mingmen_core::practice::{CheckInDraft, CheckInMoment, EnteredPracticeDraft};
use mingmen_core::zone::Now;

struct Phone {
    folder: tempfile::TempDir,
}

impl Phone {
    fn new() -> Phone {
        Phone { folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("mingmen.db")
    }

    fn open(&self, now: &Now) -> Mingmen {
        let options = OpenOptions {
            path: self.file().to_string_lossy().into_owned(),
            seed: vec![7; 32],
            locale: "en".into(),
            country: "GB".into(),
        };
        Mingmen::open(&options, now).unwrap()
    }

    /// A month of practice with pain noted, closed.
    fn after_a_month() -> (Phone, Now) {
        let phone = Phone::new();
        let mut now = Now { instant: "2026-03-02T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
        let mingmen = phone.open(&now);
        mingmen.answer_screening(&[], &now).unwrap();
        let form = mingmen.enrol_form(None, None, &now).unwrap();
        let enrolment = mingmen.enrol(&form.preset, &now).unwrap().enrolment;
        for day in 0..28 {
            let date = now.instant.date_naive();
            let draft =
                EnteredPracticeDraft { date, minutes: 20, enrolment: Some(enrolment.clone()), routine: None };
            mingmen.log_practice(&draft, &now).unwrap();
            let pain = Some(6 - day / 7);
            mingmen
                .check_in(&CheckInDraft { pain, ..CheckInDraft::blank(CheckInMoment::Anytime) }, &now)
                .unwrap();
            now.instant += chrono::TimeDelta::days(1);
        }
        mingmen.shut_down().unwrap();
        (phone, now)
    }

    /// What decay does: the pages of a stretch of the file are zeros. The first page is left, so that the file opens.
    fn lose_pages(&self, from: usize, through: usize) {
        let mut bytes = fs::read(self.file()).unwrap();
        let end = (through * 4_096).min(bytes.len());
        bytes[from * 4_096..end].fill(0);
        fs::write(self.file(), bytes).unwrap();
    }
}

fn told(today: &Today) -> Vec<&str> {
    today.mended.iter().flat_map(|account| &account.lines).map(String::as_str).collect()
}

#[test]
fn a_damaged_diary_is_mended_as_it_opens_and_today_says_what_became_of_it() {
    let (phone, now) = Phone::after_a_month();
    let bytes = fs::read(phone.file()).unwrap();
    fs::write(phone.file(), &bytes[..bytes.len() / 2]).unwrap();
    let mingmen = phone.open(&now);
    let today = mingmen.today(&now).unwrap();
    let lines = told(&today);
    assert!(lines[0].starts_with("A part of what this device had stored was damaged."), "{lines:?}");
    assert!(
        lines.iter().any(|line| line.starts_with("Whether anything is missing cannot be told")),
        "{lines:?}"
    );
    let aside = phone.file().with_file_name("mingmen.db.damaged/1/mingmen.db");
    assert_eq!(fs::read(aside).unwrap(), bytes[..bytes.len() / 2]);
}

#[test]
fn with_the_weekly_copy_nothing_of_it_is_missing() {
    let (phone, now) = Phone::after_a_month();
    let mingmen = phone.open(&now);
    let truth = mingmen.progress(now.instant.date_naive(), &now).unwrap();
    assert!(mingmen.look_after(&now).unwrap().backed_up);
    mingmen.shut_down().unwrap();
    fs::write(phone.file(), []).unwrap();
    let mingmen = phone.open(&now);
    let today = mingmen.today(&now).unwrap();
    assert!(
        told(&today).contains(&"Some of it came from the copy of Monday 30 March."),
        "{:?}",
        told(&today)
    );
    assert_eq!(mingmen.progress(now.instant.date_naive(), &now).unwrap(), truth);
    assert!(matches!(
        today.state,
        TodayState::Due { .. } | TodayState::Done { .. } | TodayState::Rest { .. }
    ));
}

#[test]
fn damage_met_in_the_middle_of_the_day_is_mended_without_a_restart() {
    let (phone, now) = Phone::after_a_month();
    assert!(phone.open(&now).look_after(&now).unwrap().backed_up);
    let pages = fs::read(phone.file()).unwrap().len() / 4_096;
    phone.lose_pages(pages / 2, pages);
    let mingmen = phone.open(&now);
    let month_ago = now.instant.date_naive() - chrono::TimeDelta::days(28);
    let seen =
        (0..5).map(|week| mingmen.progress(month_ago + chrono::TimeDelta::weeks(week), &now).map(drop));
    let today = mingmen.today(&now).map(drop);
    let damaged = seen.chain([today]).any(|seen| matches!(seen, Err(MingmenError::StoreDamaged { .. })));
    let was_mended_at_opening = mingmen.today(&now).is_ok_and(|today| today.mended.is_some());
    assert!(damaged || was_mended_at_opening, "the control: nobody met the damage");
    let mended = mingmen.mend(&now).unwrap();
    assert!(mended.changes.contains(&Subject::Progress) && !mended.accounts.is_empty());
    for week in 0..5 {
        mingmen.progress(month_ago + chrono::TimeDelta::weeks(week), &now).unwrap();
    }
    let noted = CheckInDraft { pain: Some(2), ..CheckInDraft::blank(CheckInMoment::Anytime) };
    mingmen.check_in(&noted, &now).unwrap();
    assert!(mingmen.keeping(&now).unwrap().kept.contains("28 practices and 29 check-ins"));
}

#[test]
fn looking_after_finds_damage_that_nobody_has_met() {
    let (phone, now) = Phone::after_a_month();
    let conn = rusqlite::Connection::open(phone.file()).unwrap();
    conn.execute("UPDATE check_in SET pain = 9 WHERE date = (SELECT min(date) FROM check_in)", []).unwrap();
    drop(conn);
    let mingmen = phone.open(&now);
    let looked_after = mingmen.look_after(&now).unwrap();
    assert!(!looked_after.backed_up, "a damaged database is no copy to keep");
    let lines = &looked_after.accounts[0].lines;
    assert!(lines.contains(&"Not readable any more: 1 check-in.".to_owned()), "{lines:?}");
    assert!(mingmen.look_after(&now).unwrap().backed_up);
}
