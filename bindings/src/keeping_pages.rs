//! What is kept, what became of damage, and deleting everything, as the apps see it.
use mingmen_core::mingmen::{
    AccountRead, DeleteForm, EverythingDeleted, KeepingPage, LookedAfter, MendingAccount, Subject,
};

/// What became of everything after a part of the database was damaged. It is shown once, on Today.
#[uniffi::remote(Record)]
pub struct MendingAccount {
    /// Which mending it was, from 1: to say that it was read.
    pub number: u32,
    /// "Your diary was repaired".
    pub heading: String,
    /// What happened, what is there, what is not: a sentence each.
    pub lines: Vec<String>,
}

/// What `look_after` and `mend` did.
#[uniffi::remote(Record)]
pub struct LookedAfter {
    /// Whether the weekly copy was made.
    pub backed_up: bool,
    /// Accounts that the person has not read yet, oldest first.
    pub accounts: Vec<MendingAccount>,
    /// What to reload: everything after a mending, else nothing.
    pub changes: Vec<Subject>,
}

/// What `account_read` changed.
#[uniffi::remote(Record)]
pub struct AccountRead {
    /// What to reload.
    pub changes: Vec<Subject>,
}

/// The page about the person's own data.
#[uniffi::remote(Record)]
pub struct KeepingPage {
    /// Where it is: "Everything is on this phone, and nowhere else."
    pub place: String,
    /// What there is: "212 practices, 180 check-ins and 3 notes."
    pub kept: String,
    /// The copies that the app made by itself: "Copies of 18 May and 25 May lie beside it."
    pub copies: String,
}

/// The page on which everything is deleted. It is asked twice.
#[uniffi::remote(Record)]
pub struct DeleteForm {
    /// "Delete everything".
    pub heading: String,
    /// What is deleted, a line each.
    pub deleted: Vec<String>,
    /// What keeps what it has: other phones, files that were saved or sent.
    pub stays: String,
    /// Why an archive first is a good thought.
    pub archive_first: String,
    /// The second question.
    pub ask_again: String,
}

/// What `delete_everything` did.
#[uniffi::remote(Record)]
pub struct EverythingDeleted {
    /// Says that it is done.
    pub says: String,
    /// What to reload: everything.
    pub changes: Vec<Subject>,
}
