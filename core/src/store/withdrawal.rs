//! Taking a fact back, and putting another in its place. Nothing is removed: [`super::standing`] says which fact stands.

use std::rc::Rc;

use rusqlite::types::Value;

use super::code::Code;
use super::error::StoreError;
use super::fields::Fields;
use super::standing::{Standing, Withdrawable, Withdrawal};
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::zone::Instant;

pub(super) const WITHDRAWAL: Table = Table {
    name: "withdrawal",
    kept_by: KeptBy::Person(RowKind::Corrections),
    columns: &["id", "withdrawn_at", "of_table", "of_id", "replaced_by"],
    understood: |row| withdrawal(row).map(drop),
};

/// The id of a withdrawal and when the person made it.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// Its own `UUIDv7`.
    pub id: &'a str,
    /// When it was made.
    pub at: Instant,
}

impl Reading<'_> {
    /// Which facts stand. Worked out once for each transaction, and again after a change within it.
    pub(super) fn standing(&self) -> Result<Rc<Standing>, StoreError> {
        if let Some(known) = self.standing.borrow().as_ref() {
            return Ok(Rc::clone(known));
        }
        let standing = Rc::new(Standing::of(WITHDRAWAL.all(self.conn, withdrawal)?));
        *self.standing.borrow_mut() = Some(Rc::clone(&standing));
        Ok(standing)
    }
}

impl Writing<'_> {
    /// Takes a fact back, or gives its place to another. Whether it is there is for the caller to ask.
    ///
    /// A change that was made knowing of another comes after it, even if the other was made by a phone whose clock is
    /// ahead.
    pub(super) fn withdraw(
        &self,
        change: Change<'_>,
        kind: Withdrawable,
        of: &str,
        replaced_by: Option<&str>,
    ) -> Result<(), StoreError> {
        let known = self.standing()?.changed_at(kind, of);
        let after = known.and_then(|known| known.checked_add_signed(chrono::Duration::milliseconds(1)));
        let row = [
            values::uuid("id", change.id)?,
            values::instant("withdrawn_at", after.map_or(change.at, |after| after.max(change.at)))?,
            values::text(kind.to_code()),
            values::uuid("of_id", of)?,
            replaced_by.map(|id| values::uuid("replaced_by", id)).transpose()?.unwrap_or(Value::Null),
        ];
        WITHDRAWAL.insert(self.conn, &row)?;
        self.forget_standing();
        Ok(())
    }

    /// What stands is worked out again: withdrawals may have come or gone.
    pub(super) fn forget_standing(&self) {
        *self.standing.borrow_mut() = None;
    }
}

fn withdrawal(row: &Fields<'_>) -> Result<Withdrawal, StoreError> {
    Ok(Withdrawal {
        withdrawn_at: row.instant("withdrawn_at")?,
        id: row.uuid("id")?,
        of: (row.code("of_table")?, row.uuid("of_id")?),
        replaced_by: row.optional("replaced_by", Fields::uuid)?,
    })
}
