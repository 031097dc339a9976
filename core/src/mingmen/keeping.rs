//! Looking after what a person keeps: the weekly copy, mending, and deleting everything.

use crate::practice::Guidance;
use crate::store::{BackupReason, Mended, Reading};
use crate::zone::{CivilDate, Moment, Now};

use super::{
    AccountRead, DeleteForm, EverythingDeleted, KeepingPage, LookedAfter, MendingAccount, Mingmen,
    MingmenError, Result, Subject, lock, words,
};

impl Mingmen {
    /// Looks after the database: makes the weekly copy if it is due, and mends what it finds damaged as it does. For
    /// once at each start, after the first screen: it reads everything when the copy is due, and next to nothing otherwise.
    ///
    /// ```
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// assert!(mingmen.look_after(&now)?.backed_up);
    /// assert!(!mingmen.look_after(&now)?.backed_up, "the next one is due in a week");
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases. Nothing that is kept is touched by a copy that fails.
    pub fn look_after(&self, now: &Now) -> Result<LookedAfter> {
        let moment = Moment::check(now)?;
        match self.store.back_up(moment.day).map_err(MingmenError::from) {
            Err(MingmenError::StoreDamaged { .. }) => self.mend(now),
            outcome => {
                Ok(LookedAfter { backed_up: outcome?, accounts: self.accounts(), changes: Vec::new() })
            }
        }
    }

    /// Mends the database after a call said [`MingmenError::StoreDamaged`]: what can still be read stays, the last copy
    /// gives back what it has, and the damaged file is put aside. Ask again what was asked before.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases. The damaged file is as it was then.
    pub fn mend(&self, now: &Now) -> Result<LookedAfter> {
        Moment::check(now)?;
        self.store.mend()?;
        self.begin_again()?;
        Ok(LookedAfter { backed_up: false, accounts: self.accounts(), changes: Subject::ALL.to_vec() })
    }

    /// The person has read an account of a mending: it is not shown again.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the number, and the `Store…` cases.
    pub fn account_read(&self, number: u32) -> Result<AccountRead> {
        self.store.require_open()?;
        self.store.tell(number)?;
        Ok(AccountRead { changes: Vec::new() })
    }

    /// The page about the person's own data: where it is, how much, and which copies there are.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn keeping(&self, now: &Now) -> Result<KeepingPage> {
        Moment::check(now)?;
        let phrases = self.phrases();
        let kept = self.store.read(|reading| self.kept(reading))?;
        let dates = self.store.backups()?.into_iter().filter_map(|reason| match reason {
            BackupReason::Weekly(date) => Some(words::short_date(phrases, date)),
            BackupReason::BeforeUpgrade(_) => None,
        });
        let dates: Vec<String> = dates.collect();
        let copies = match dates.as_slice() {
            [] => phrases.copies_none(),
            [one] => phrases.copies_one(one),
            _ => phrases.copies_many(self.and(&dates)),
        };
        Ok(KeepingPage { place: phrases.kept_place(), kept: phrases.kept(kept), copies })
    }

    /// The page on which everything is deleted: what goes, and what stays elsewhere.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn delete_form(&self, now: &Now) -> Result<DeleteForm> {
        Moment::check(now)?;
        let phrases = self.phrases();
        let kept = self.store.read(|reading| self.kept(reading))?;
        Ok(DeleteForm {
            heading: phrases.delete_heading(),
            deleted: vec![phrases.kept(kept), phrases.delete_plans(), phrases.delete_copies()],
            stays: phrases.delete_stays(),
            archive_first: phrases.delete_archive_first(),
            ask_again: phrases.delete_ask_again(),
        })
    }

    /// Deletes everything that the person did and said, and every copy that the app made of it. The bytes are
    /// overwritten. What was saved or sent elsewhere stays there.
    ///
    /// # Errors
    /// The `Store…` cases: then all that the person kept is still there, though some copies may be gone.
    pub fn delete_everything(&self) -> Result<EverythingDeleted> {
        self.store.delete_everything()?;
        self.begin_again()?;
        Ok(EverythingDeleted { says: self.phrases().delete_done(), changes: Subject::ALL.to_vec() })
    }

    /// Forgets what was known of the database as it was before.
    fn begin_again(&self) -> Result<()> {
        let guidance: Option<Guidance> =
            self.store.read(|reading| Ok::<_, MingmenError>(reading.guidance()?))?;
        *lock(&self.guidance) = guidance.unwrap_or_default();
        *lock(&self.leading) = None;
        *lock(&self.last_led) = None;
        self.end_all_tasks();
        Ok(())
    }

    /// The accounts of mendings that the person has not read, oldest first.
    pub(super) fn accounts(&self) -> Vec<MendingAccount> {
        self.store.untold().iter().map(|mended| self.account(mended)).collect()
    }

    fn account(&self, mended: &Mended) -> MendingAccount {
        let phrases = self.phrases();
        let sum = |of: &dyn Fn(&crate::store::TableAccount) -> u64| {
            let mut counts = Counts::default();
            mended.tables.iter().for_each(|table| counts.add(&table.table, of(table)));
            counts
        };
        let (kept, lost) = (sum(&|table| table.kept), sum(&|table| table.lost));
        let came_back = !sum(&|table| table.from_backup).is_empty();
        let missing = match (mended.counted, lost.is_empty()) {
            (false, _) => phrases.mended_not_counted(),
            (true, true) => phrases.mended_nothing_lost(),
            (true, false) => phrases.mended_lost(self.counted(&lost)),
        };
        let copy = |date: CivilDate| phrases.mended_from_copy(words::long_date(phrases, date));
        let copy = mended.copy_of.map_or_else(|| phrases.mended_from_old_copy(), copy);
        let mut lines = vec![phrases.mended_why()];
        if !kept.is_empty() {
            lines.push(phrases.mended_kept(self.counted(&kept)));
        }
        lines.extend(came_back.then_some(copy));
        lines.extend([missing, phrases.mended_aside()]);
        MendingAccount { number: mended.number, heading: phrases.mended_heading(), lines }
    }

    /// What there is, counted.
    fn kept(&self, reading: &Reading<'_>) -> Result<String> {
        let always = CivilDate::MIN..=CivilDate::MAX;
        let counts = Counts {
            practices: reading.practices_between(always.clone())?.len() as u64,
            check_ins: reading.check_ins_between(always.clone())?.len() as u64,
            notes: reading.notes_between(always)?.len() as u64,
            others: 0,
        };
        Ok(if counts.is_empty() { self.phrases().kept_nothing() } else { self.counted(&counts) })
    }

    /// "212 practices, 180 check-ins and 3 notes".
    fn counted(&self, counts: &Counts) -> String {
        let phrases = self.phrases();
        let counted = [
            phrases.counted_practices(counts.practices),
            phrases.counted_check_ins(counts.check_ins),
            phrases.counted_notes(counts.notes),
            phrases.counted_others(counts.others),
        ];
        let numbers = [counts.practices, counts.check_ins, counts.notes, counts.others];
        let counted: Vec<String> = counted
            .into_iter()
            .zip(numbers)
            .filter(|(_, number)| *number > 0)
            .map(|(text, _)| text)
            .collect();
        self.and(&counted)
    }

    /// "a, b and c".
    fn and(&self, items: &[String]) -> String {
        let Some((last, first)) = items.split_last() else { return String::new() };
        if first.is_empty() {
            return last.clone();
        }
        let first: Vec<&str> = first.iter().map(String::as_str).collect();
        self.phrases().list_and(self.phrases().list(&first), last)
    }
}

/// Rows by what a person calls them.
#[derive(Default)]
struct Counts {
    practices: u64,
    check_ins: u64,
    notes: u64,
    others: u64,
}

impl Counts {
    fn add(&mut self, table: &str, rows: u64) {
        match table {
            "practice" => self.practices += rows,
            "check_in" => self.check_ins += rows,
            "note" => self.notes += rows,
            // What this phone wrote for itself, and what only says which version of an entry counts.
            "reminder_event" | "reminder_watch" | "calendar_file" | "withdrawal" | "told" => {}
            _ => self.others += rows,
        }
    }

    fn is_empty(&self) -> bool {
        self.practices + self.check_ins + self.notes + self.others == 0
    }
}
