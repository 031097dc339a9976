//! A phone's folder with a database in it: how it is laid out, opened, looked into, and held against what is known.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use mingmen_core::mingmen::{Mingmen, MingmenError, OpenOptions};
use mingmen_core::practice::{CheckInDraft, CheckInMoment};
use mingmen_core::store::Store;
use mingmen_core::zone::{CivilDate, Now};

/// The name of the database in its folder.
pub(crate) const DATABASE: &str = "mingmen.db";

/// What a call told its caller when it came back: from then on it has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// A practice or a check-in with this id is kept.
    Kept(String),
    /// A practice with this id is open, and was led so far, in milliseconds.
    Led(String, u32),
    /// Everything is about to be deleted.
    Deleting,
    /// Everything is deleted.
    Deleted,
    /// There is a copy.
    Copied,
}

/// The files of a folder, by their path in it.
pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The facts of a diary, by id.
pub(crate) type Facts = BTreeMap<String, String>;

/// A folder that is made anew for each case.
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
}

impl Place {
    /// Lays files into an empty folder.
    pub(crate) fn lay(folder: &Path, files: &Files) -> Place {
        let place = Place { folder: folder.to_owned() };
        place.clear();
        place.put(files).unwrap();
        place
    }

    fn clear(&self) {
        let _ = fs::create_dir_all(&self.folder);
        for entry in fs::read_dir(&self.folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
    }

    /// Adds files.
    pub(crate) fn put(&self, files: &Files) -> io::Result<()> {
        for (name, bytes) in files {
            let path = self.folder.join(name);
            fs::create_dir_all(path.parent().unwrap_or(&self.folder))?;
            fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// Every file as it is now. What processes share of a log is left out: it does not outlive them.
    pub(crate) fn files(&self) -> Files {
        let mut files = Files::new();
        collect(&self.folder, &self.folder, &mut files);
        files.retain(|path, _| !path.to_string_lossy().ends_with("-shm"));
        files
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    pub(crate) fn open(&self) -> Result<Mingmen, MingmenError> {
        static SEED: AtomicU32 = AtomicU32::new(1);
        let mut seed = vec![7; 28];
        // Two processes begin with the same count.
        let one = SEED.fetch_add(1, Ordering::Relaxed) ^ (std::process::id() << 12);
        seed.extend(one.to_be_bytes());
        let path = self.database().to_string_lossy().into_owned();
        Mingmen::open(&OpenOptions { path, seed, locale: "en".into(), country: "GB".into() }, &now())
    }

    /// Opens the database as a person's phone does after whatever happened, reads it, and says what is there.
    pub(crate) fn look(&self) -> Result<Seen, String> {
        let mingmen = self.open().map_err(|error| format!("does not open: {error}"))?;
        self.look_with(&mingmen)
    }

    /// As [`Place::look`], with an app that is open already. The next copy is due, so that it also reads everything.
    pub(crate) fn look_with(&self, mingmen: &Mingmen) -> Result<Seen, String> {
        let looked_after = mingmen.look_after(&next_week());
        looked_after.map_err(|error| format!("cannot be looked after: {error}"))?;
        let today = mingmen.today(&now()).map_err(|error| format!("Today cannot be read: {error}"))?;
        let date = now().instant.date_naive();
        mingmen.progress(date, &now()).map_err(|error| format!("Progress cannot be read: {error}"))?;
        let seen = Seen { told_of_damage: today.mended.is_some(), ..self.facts()? };
        let note = CheckInDraft { pain: Some(2), ..CheckInDraft::blank(CheckInMoment::Anytime) };
        match mingmen.check_in(&note, &now()) {
            Ok(_) => Ok(seen),
            Err(error) => Err(format!("does not go on: {error}")),
        }
    }

    /// What the database has, read without the facade, and whether every row of it is as it was written.
    fn facts(&self) -> Result<Seen, String> {
        let store = Store::open(&self.database()).map_err(|error| format!("the store: {error}"))?;
        let always = || CivilDate::MIN..=CivilDate::MAX;
        let read = store.read(|reading| {
            let practices = reading.practices_between(always())?;
            let check_ins = reading.check_ins_between(always())?;
            let faults = reading.verify()?;
            Ok::<_, mingmen_core::store::StoreError>((practices, check_ins, reading.open_practice()?, faults))
        });
        let (practices, check_ins, open, faults) = read.map_err(|error| format!("reading: {error}"))?;
        if let Some(fault) = faults.first() {
            return Err(format!("{} faults, first {fault:?}", faults.len()));
        }
        let mut facts: Facts = practices.iter().map(|it| (it.id.to_string(), format!("{it:?}"))).collect();
        facts.extend(check_ins.iter().map(|it| (it.id.to_string(), format!("{it:?}"))));
        let open = open.map(|open| (open.id.to_string(), open.player.practised_ms));
        let lost = store.untold().iter().flat_map(|it| &it.tables).map(|table| table.lost).sum();
        let counted = store.untold().iter().all(|it| it.counted);
        Ok(Seen { facts, open, told_of_damage: false, says_lost: lost, counted })
    }
}

/// What is there after whatever happened.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) facts: Facts,
    /// The open practice, and how far it was led.
    pub(crate) open: Option<(String, u32)>,
    /// Whether Today tells of damage.
    pub(crate) told_of_damage: bool,
    /// How many rows it says were lost.
    pub(crate) says_lost: u64,
    /// Whether that number is known.
    pub(crate) counted: bool,
}

/// What a person can rely on at a moment.
#[derive(Clone, Copy)]
pub(crate) struct Promise<'a> {
    /// What there was before.
    pub(crate) before: &'a Facts,
    /// What was told since.
    pub(crate) told: &'a [Told],
    /// How much of a practice that is being led may be lost, in milliseconds.
    pub(crate) beat_ms: u32,
    /// Whether the database was damaged, so that an account is due.
    pub(crate) damaged: bool,
}

impl Promise<'_> {
    /// Holds what is there against what was promised.
    pub(crate) fn hold(&self, seen: &Seen) -> Result<(), String> {
        if self.damaged != seen.told_of_damage {
            return Err(format!("an account of damage: {}, expected {}", seen.told_of_damage, self.damaged));
        }
        let emptied = self.told.contains(&Told::Deleted);
        let may_be_empty = self.told.contains(&Told::Deleting);
        if emptied || (may_be_empty && seen.facts.is_empty()) {
            return if seen.facts.is_empty() { Ok(()) } else { Err("deleted facts are back".to_owned()) };
        }
        if let Some((id, fact)) = self.before.iter().find(|(id, fact)| seen.facts.get(*id) != Some(fact)) {
            return Err(format!("{id} is lost or changed: {fact}"));
        }
        let mut new = 0;
        for told in self.told {
            new += usize::from(matches!(told, Told::Kept(_)));
            self.hold_one(told, seen)?;
        }
        let most = self.before.len() + new + 1;
        if seen.facts.len() > most {
            return Err(format!("{} facts where {most} can be", seen.facts.len()));
        }
        Ok(())
    }

    fn hold_one(&self, told: &Told, seen: &Seen) -> Result<(), String> {
        match told {
            Told::Kept(id) if !seen.facts.contains_key(id) => Err(format!("{id} was kept and is lost")),
            Told::Led(id, at_ms) => match &seen.open {
                _ if seen.facts.contains_key(id) => Ok(()),
                Some((open, ms)) if open == id && ms.saturating_add(self.beat_ms) >= *at_ms => Ok(()),
                open => Err(format!("{id} was led to {at_ms} ms and is at {open:?}")),
            },
            _ => Ok(()),
        }
    }
}

/// The morning on which everything happens.
pub(crate) fn now() -> Now {
    Now { instant: "2026-03-30T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() }
}

/// A week later: the next copy is due.
pub(crate) fn next_week() -> Now {
    Now { instant: now().instant + chrono::TimeDelta::days(7), ..now() }
}

fn collect(root: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if let (Ok(name), Ok(bytes)) = (path.strip_prefix(root), fs::read(&path)) {
            files.insert(name.to_owned(), bytes);
        }
    }
}

/// What a folder takes up, in whole pages.
pub(crate) fn size_of(folder: &Path) -> u64 {
    let size = |entry: io::Result<fs::DirEntry>| {
        let path = entry.ok()?.path();
        let about = fs::symlink_metadata(&path).ok()?;
        Some(if about.is_dir() { size_of(&path) } else { about.len().next_multiple_of(4_096) })
    };
    fs::read_dir(folder).into_iter().flatten().filter_map(size).sum()
}
