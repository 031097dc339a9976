//! The commands and queries about the person's own data.
use mingmen_core::mingmen::{
    AccountRead, DeleteForm, EverythingDeleted, KeepingPage, LookedAfter, MingmenError,
};
use mingmen_core::zone::Now;

use crate::Mingmen;

type Result<T> = std::result::Result<T, MingmenError>;

#[uniffi::export]
impl Mingmen {
    /// Looks after the database: makes the weekly copy if it is due, and mends what it finds damaged as it does. For
    /// once at each start, after the first screen: it reads everything when the copy is due, and next to nothing otherwise.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases. Nothing that is kept is touched by a copy that fails.
    pub fn look_after(&self, now: Now) -> Result<LookedAfter> {
        self.core.look_after(&now)
    }

    /// Mends the database after a call said `StoreDamaged`: what can still be read stays, the last copy gives back what
    /// it has, and the damaged file is put aside. Ask again what was asked before.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases. The damaged file is as it was then.
    pub fn mend(&self, now: Now) -> Result<LookedAfter> {
        self.core.mend(&now)
    }

    /// The person has read an account of a mending: it is not shown again.
    ///
    /// Errors: `NotFound` for the number, and the `Store…` cases.
    pub fn account_read(&self, number: u32) -> Result<AccountRead> {
        self.core.account_read(number)
    }

    /// The page about the person's own data: where it is, how much, and which copies there are.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn keeping(&self, now: Now) -> Result<KeepingPage> {
        self.core.keeping(&now)
    }

    /// The page on which everything is deleted: what goes, and what stays elsewhere.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn delete_form(&self, now: Now) -> Result<DeleteForm> {
        self.core.delete_form(&now)
    }

    /// Deletes everything that the person did and said, and every copy that the app made of it. The bytes are
    /// overwritten. What was saved or sent elsewhere stays there.
    ///
    /// Errors: the `Store…` cases: then all that the person kept is still there, though some copies may be gone.
    pub fn delete_everything(&self) -> Result<EverythingDeleted> {
        self.core.delete_everything()
    }
}
