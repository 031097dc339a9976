//! The file decays: a bit turns, a stretch is garbage or noughts, the end is gone. And its log is missing, old, or
//! somebody else's. Either everything is as it was, or the person is told.

use std::path::Path;

use mingmen_core::mingmen::MingmenError;

use crate::operations::Scenes;
use crate::place::{DATABASE, Facts, Files, Place, Seen, next_week};
use crate::report::{Chance, Row, scaled};

/// Files decayed in the full set.
const DECAYED: u32 = 1_000;

/// One way in which a file decays.
type Decay = fn(&mut Vec<u8>, &mut Chance);

/// Decays the diary, with a copy beside it and without.
pub(crate) fn decays(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut chance = Chance(2);
    let kinds: [(&str, Decay); 5] = [
        ("one bit turns", |bytes, chance| turn(bytes, chance)),
        ("one bit of a note turns", |bytes, chance| turn_in_a_note(bytes, chance)),
        ("512 bytes are garbage", |bytes, chance| garbage(bytes, chance)),
        ("a page is noughts", |bytes, chance| noughts(bytes, chance)),
        ("the end is gone", end),
    ];
    let row = |(name, decay): (&str, Decay)| {
        let mut row = Row::new(name);
        let mut told = 0;
        for number in 0..scaled(DECAYED / 5, part) {
            let files = if number % 2 == 0 { &scenes.diary } else { &scenes.with_copy };
            row.case(|| {
                let place = Place::lay(folder, files);
                let mut bytes = files[Path::new(DATABASE)].clone();
                decay(&mut bytes, &mut chance);
                std::fs::write(place.database(), bytes).unwrap();
                told += u32::from(same_or_told(&place, &scenes.facts)?);
                Ok(())
            });
        }
        row.note = format!("{told} told of");
        row
    };
    kinds.into_iter().map(row).collect()
}

/// Whether an account was due and given. A file that is no diary any more is refused and left alone.
fn same_or_told(place: &Place, truth: &Facts) -> Result<bool, String> {
    match look(place) {
        Ok(seen) => check(&seen, truth),
        Err(why) if why.contains("StoreForeign") => Ok(true),
        Err(why) => Err(why),
    }
}

/// Looks as an app does: what a call finds damaged is mended, and asked again.
fn look(place: &Place) -> Result<Seen, String> {
    let mingmen = place.open().map_err(|error| format!("does not open: {error:?}"))?;
    if let Err(MingmenError::StoreDamaged { .. }) = mingmen.look_after(&next_week()) {
        mingmen.mend(&next_week()).map_err(|error| format!("cannot be mended: {error}"))?;
    }
    place.look_with(&mingmen)
}

fn check(seen: &Seen, truth: &Facts) -> Result<bool, String> {
    let missing = truth.iter().filter(|(id, fact)| seen.facts.get(*id) != Some(fact)).count();
    let invented = seen.facts.keys().filter(|id| !truth.contains_key(*id)).count();
    if invented > 0 {
        return Err(format!("{invented} facts that nobody wrote"));
    }
    if missing > 0 && !seen.told_of_damage {
        return Err(format!("{missing} facts are lost or changed, and nobody is told"));
    }
    if missing > 0 && seen.counted && seen.says_lost == 0 {
        return Err(format!("{missing} facts are lost, and the account says none"));
    }
    Ok(seen.told_of_damage)
}

fn turn(bytes: &mut [u8], chance: &mut Chance) {
    let at = chance.below(bytes.len());
    bytes[at] ^= 1 << chance.below(8);
}

fn turn_in_a_note(bytes: &mut [u8], chance: &mut Chance) {
    let notes: Vec<usize> = (0..bytes.len() - 5).filter(|at| bytes[*at..].starts_with(b"day ")).collect();
    let at = notes[chance.below(notes.len())] + chance.below(5);
    bytes[at] ^= 1 << chance.below(8);
}

fn garbage(bytes: &mut [u8], chance: &mut Chance) {
    let at = chance.below(bytes.len() / 512) * 512;
    bytes[at..at + 512].iter_mut().for_each(|byte| *byte = chance.next() as u8);
}

fn noughts(bytes: &mut [u8], chance: &mut Chance) {
    let at = chance.below(bytes.len() / 4_096) * 4_096;
    bytes[at..at + 4_096].fill(0);
}

fn end(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let length = chance.below(bytes.len());
    bytes.truncate(length);
}

/// A reader who trusts the file, and looks at neither checksum nor ledger: the rows above have to see what it does not.
pub(crate) fn trusting(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let mut row = Row::control("control: a reader that trusts what it finds");
    let read = |place: &Place| -> Option<Vec<(i64, String)>> {
        let conn = rusqlite::Connection::open(place.database()).ok()?;
        let sql = "SELECT date, pain || note FROM check_in UNION ALL SELECT date, practised_ms FROM practice";
        let mut statement = conn.prepare(sql).ok()?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, rusqlite::types::Value>(1)?)));
        rows.ok()?
            .map(|row| row.map(|(date, value)| (date, format!("{value:?}"))))
            .collect::<Result<_, _>>()
            .ok()
    };
    let truth = read(&Place::lay(folder, &scenes.diary)).unwrap();
    let mut chance = Chance(3);
    for _ in 0..scaled(DECAYED / 5, part) {
        row.case(|| {
            let place = Place::lay(folder, &scenes.diary);
            let mut bytes = scenes.diary[Path::new(DATABASE)].clone();
            turn_in_a_note(&mut bytes, &mut chance);
            std::fs::write(place.database(), bytes).unwrap();
            match read(&place) {
                Some(rows) if rows != truth => Err("another answer, and no word".to_owned()),
                _ => Ok(()),
            }
        });
    }
    vec![row]
}

/// The log is gone, from before, or from another diary; or the phone was put back from its maker's copy without it.
pub(crate) fn logs(scenes: &Scenes, folder: &Path, part: f64) -> Vec<Row> {
    let log = Path::new("mingmen.db-wal");
    let states = states_with_log(scenes, folder);
    let other = states_with_log(scenes, folder).pop().unwrap();
    let mut rows = Vec::new();
    for name in [
        "the log is missing, as a phone's own copy leaves it",
        "the log is an old one",
        "the log is another diary's",
    ] {
        let mut row = Row::new(name);
        for at in crate::report::spread(u32::try_from(states.len()).unwrap(), part) {
            let at = at as usize - 1;
            let mut files = states[at].clone();
            match name {
                "the log is an old one" => drop(files.insert(log.to_owned(), states[at / 2][log].clone())),
                "the log is another diary's" => drop(files.insert(log.to_owned(), other[log].clone())),
                _ => drop(files.remove(log)),
            }
            row.case(|| consistent(&Place::lay(folder, &files), &scenes.facts, at));
        }
        rows.push(row);
    }
    rows
}

/// What a running app has on the disk after each of forty check-ins.
fn states_with_log(scenes: &Scenes, folder: &Path) -> Vec<Files> {
    use mingmen_core::practice::{CheckInDraft, CheckInMoment};
    let place = Place::lay(folder, &scenes.diary);
    let mingmen = place.open().unwrap();
    let save = |pain: u8| {
        let draft = CheckInDraft { pain: Some(pain % 11), ..CheckInDraft::blank(CheckInMoment::Anytime) };
        mingmen.check_in(&draft, &crate::place::now()).unwrap();
        place.files()
    };
    (0..40).map(save).collect()
}

/// Everything from before the log is there, or the person is told; what was in the log may be.
fn consistent(place: &Place, before: &Facts, at: usize) -> Result<(), String> {
    let seen = look(place).map_err(|why| format!("after {at} check-ins: {why}"))?;
    let missing = before.iter().filter(|(id, fact)| seen.facts.get(*id) != Some(fact)).count();
    if missing > 0 && !seen.told_of_damage {
        return Err(format!("after {at} check-ins: {missing} facts are lost, and nobody is told"));
    }
    Ok(())
}
