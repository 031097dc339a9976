//! A file says each thing in the one way that every calendar app understands.

use super::*;

#[test]
fn a_class_in_london_over_the_october_change_reads_like_this() {
    insta::assert_snapshot!(file(&[thursdays()]));
}

#[test]
fn practice_in_a_zone_without_clock_changes_reads_like_this() {
    let kolkata = || pinned("Asia/Kolkata");
    let entries = [
        entry("019e1f6b-2026-10-20-1", "2026-10-20", "06:30", kolkata()),
        Entry {
            description: "Seated, 20 minutes; slowly, softly.\nA chair \\ a mat".into(),
            ..entry("019e1f6b-2026-10-22-1", "2026-10-22", "06:30", kolkata())
        },
    ];
    insta::assert_snapshot!(file(&entries));
}

#[test]
fn what_was_taken_out_reads_like_this() {
    let entry = entry("019e1f6b-2026-10-22-1", "2026-10-22", "08:00", TimePolicy::Floating);
    let first = CalendarLedger::default().update(&[entry], &monday()).unwrap();
    let second = first.update(&[], &moment("2026-10-20T18:30:00Z", "Europe/London")).unwrap();
    insta::assert_snapshot!(second.write().unwrap());
}

#[test]
fn every_line_ends_as_the_standard_wants_it() {
    let file = file(&[thursdays()]);
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn a_long_line_is_folded_between_two_characters() {
    let title = "命门".repeat(20);
    let file = file(&[Entry { title: title.clone(), ..thursdays() }]);
    // `SUMMARY:` and 22 characters of 3 bytes are 74 bytes; a blank and 24 of them are 73.
    let first: String = title.chars().take(22).collect();
    let rest: String = title.chars().skip(22).collect();
    assert!(file.contains(&format!("SUMMARY:{first}\r\n {rest}\r\n")), "{file}");
}

#[test]
fn what_would_end_a_line_or_a_value_is_escaped_and_other_controls_become_blanks() {
    let title = "a,b;c\\d\"e:f\r\ng\rh\ni\u{2028}j\tk\u{7f}l\u{0}m";
    let file = file(&[Entry { title: title.into(), ..thursdays() }]);
    assert_eq!(lines(&file, "SUMMARY"), ["SUMMARY:a\\,b\\;c\\\\d\"e:f\\ng\\nh\\ni\\nj k l m"]);
}

#[test]
fn a_zone_is_told_once_from_the_change_in_force_to_the_last_one_needed() {
    let early = entry("a", "2026-01-05", "08:00", pinned("Europe/London"));
    let late = entry("b", "2026-12-30", "08:00", pinned("europe/london"));
    let file = file(&[late, early]);
    assert_eq!(lines(&file, "TZID"), ["TZID:Europe/London"]);
    let starts = lines(&file, "DTSTART:");
    assert_eq!(starts, ["DTSTART:20251026T020000", "DTSTART:20260329T010000", "DTSTART:20261025T020000"]);
}

#[test]
fn an_offset_with_seconds_is_told_with_seconds() {
    let file = file(&[entry("a", "1971-06-01", "08:00", pinned("Africa/Monrovia"))]);
    assert_eq!(lines(&file, "TZOFFSETTO"), ["TZOFFSETTO:-004430"]);
}

#[test]
fn a_time_that_floats_needs_no_zone() {
    let daily = Entry {
        weekly: weekly("2026-11-16", &[]),
        ..entry("a", "2026-10-19", "08:00", TimePolicy::Floating)
    };
    let file = file(&[daily]);
    assert!(!file.contains("TZID") && !file.contains("VTIMEZONE"));
    assert_eq!(lines(&file, "RRULE"), ["RRULE:FREQ=WEEKLY;UNTIL=20261116T080000"]);
}

#[test]
fn a_time_that_the_clocks_skip_is_written_when_it_happens() {
    let file = file(&[entry("a", "2027-03-28", "01:30", pinned("Europe/London"))]);
    assert_eq!(lines(&file, "DTSTART;"), ["DTSTART;TZID=Europe/London:20270328T020000"]);
}

#[test]
fn a_series_leaves_out_a_time_that_the_clocks_skip_and_has_it_beside_it() {
    let early = Entry {
        weekly: weekly("2027-04-11", &[]),
        ..entry("a", "2027-03-14", "01:30", pinned("Europe/London"))
    };
    let file = file(&[early]);
    assert_eq!(lines(&file, "UID"), ["UID:a", "UID:a/2027-03-28"]);
    assert_eq!(lines(&file, "EXDATE"), ["EXDATE;TZID=Europe/London:20270328T013000"]);
    assert_eq!(
        lines(&file, "DTSTART;"),
        ["DTSTART;TZID=Europe/London:20270314T013000", "DTSTART;TZID=Europe/London:20270328T020000"]
    );
}

#[test]
fn the_day_that_samoa_skipped_has_no_entry() {
    let apia = Entry {
        weekly: weekly("2012-01-06", &[]),
        ..entry("a", "2011-12-16", "08:00", pinned("Pacific/Apia"))
    };
    let file = file(&[apia]);
    assert_eq!(lines(&file, "EXDATE"), ["EXDATE;TZID=Pacific/Apia:20111230T080000"]);
    let once = entry("a", "2011-12-30", "08:00", pinned("Pacific/Apia"));
    let ledger = CalendarLedger::default().update(&[once], &monday()).unwrap();
    assert_eq!(ledger.write(), Err(CalendarError::Nothing));
}

#[test]
fn a_series_begins_and_ends_with_times_that_take_place() {
    let class = Entry { weekly: weekly("2026-10-31", &["2026-10-15", "2026-10-29"]), ..thursdays() };
    let file = file(&[class]);
    assert_eq!(lines(&file, "DTSTART;"), ["DTSTART;TZID=Europe/London:20261022T190000"]);
    assert_eq!((lines(&file, "RRULE").len(), lines(&file, "EXDATE").len()), (0, 0));
}

#[test]
fn what_cannot_be_written_is_refused_and_named() {
    let once = || entry("a", "2026-10-22", "08:00", TimePolicy::Floating);
    for id in ["", "a/b", "a b", "ä", &"a".repeat(201)] {
        assert_eq!(fault(&Entry { id: id.into(), ..once() }), EntryFault::Id, "{id}");
    }
    assert_eq!(fault(&Entry { date: date("2100-01-01"), ..once() }), EntryFault::Date);
    assert_eq!(fault(&Entry { weekly: weekly("2100-01-01", &[]), ..once() }), EntryFault::Date);
    assert_eq!(fault(&Entry { weekly: weekly("2026-10-21", &[]), ..once() }), EntryFault::Through);
    let leap = WallTime::from_hms_milli_opt(23, 59, 59, 1_000).unwrap();
    assert_eq!(fault(&Entry { time: leap, ..once() }), EntryFault::Time);
    assert_eq!(fault(&Entry { minutes: 0, ..once() }), EntryFault::Minutes);
    assert_eq!(fault(&Entry { minutes: 1_441, ..once() }), EntryFault::Minutes);
    assert_eq!(fault(&Entry { title: " \n".into(), ..once() }), EntryFault::Title);
    assert_eq!(fault(&Entry { title: "a".repeat(201), ..once() }), EntryFault::Title);
    assert_eq!(fault(&Entry { description: "a".repeat(2_001), ..once() }), EntryFault::Description);
    let mars = EntryFault::UnknownZone("Mars/Olympus".into());
    assert_eq!(fault(&Entry { clock: pinned("Mars/Olympus"), ..once() }), mars);
    let twice = CalendarLedger::default().update(&[once(), once()], &monday()).unwrap_err();
    assert_eq!(twice.to_string(), "entry a: another entry has the same id");
}
