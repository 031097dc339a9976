//! What a save costs: pages written, which is what wears a phone's storage and what a person waits for.

use std::fs;

use super::samples::*;
use crate::practice::{PlayerPhase, Practice};

/// A frame of the log is a page of 4,096 bytes and its header (sqlite.org/fileformat2.html, section 4.1).
const FRAME: u64 = 4_096 + 24;

/// A store that has been in use for years, and what one call adds to its log.
fn frames(call: impl Fn(&crate::store::Store, u64)) -> u64 {
    let place = Place::new();
    let store = place.open();
    let of_a_day = |number: u64| -> Practice {
        let mut practice = practice(number, "2020-01-01");
        let days = chrono::Days::new(number);
        practice.date = practice.date.checked_add_days(days).unwrap();
        practice.started_at = practice.started_at.checked_add_days(days).unwrap();
        practice
    };
    store.write(|w| (1..2_000).try_for_each(|number| w.insert_practice(&of_a_day(number)))).unwrap();
    let log = place.file().with_file_name("mingmen.db-wal");
    let length = || fs::metadata(&log).unwrap().len();
    store.write(|w| w.open_practice_begin(&open_practice(9_000))).unwrap();
    call(&store, 9_000);
    store.write(|w| w.open_practice_begin(&open_practice(9_001))).unwrap();
    let before = length();
    call(&store, 9_001);
    (length() - before) / FRAME
}

#[test]
fn ending_a_practice_writes_at_most_five_pages() {
    let pages = frames(|store, number| {
        let today = practice(number, "2026-05-11");
        store.write(|w| w.end_practice(&today)).unwrap();
    });
    assert!((1..=5).contains(&pages), "{pages}");
}

#[test]
fn a_heartbeat_writes_at_most_two_pages() {
    let pages = frames(|store, number| {
        let mut open = open_practice(number);
        open.player.phase = PlayerPhase::Playing;
        store.heartbeat(&open.id, &open.player).unwrap();
        if number == 9_000 {
            store.write(|w| w.end_practice(&practice(number, "2026-05-11"))).unwrap();
        }
    });
    assert!((1..=2).contains(&pages), "{pages}");
}
