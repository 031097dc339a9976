//! What a person set for the whole app: rows are added, the latest one of a name counts.

use super::error::StoreError;
use super::fields::Fields;
use super::safety::latest;
use super::table::Table;
use super::values;
use super::{Reading, Writing};
use crate::figure::FigureChoices;
use crate::zone::Instant;

pub(super) const SETTING: Table = Table {
    name: "setting",
    columns: &["id", "set_at", "name", "value"],
    understood: |row| setting(row).map(drop),
};

/// The name of the one setting that there is: who the drawn person is.
const FIGURE: &str = "figure";

impl Reading<'_> {
    /// Who the drawn person is, as it was chosen last: by instant, then by id. None where nobody has chosen.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn figure_choices(&self) -> Result<Option<FigureChoices>, StoreError> {
        let all = SETTING.all(self.conn, |row| Ok((row.uuid("id")?, setting(row)?)))?;
        Ok(latest(all, |(set_at, _)| *set_at).map(|(_, choices)| choices))
    }
}

impl Writing<'_> {
    /// Keeps who the drawn person is. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_figure_choices(
        &self,
        id: &str,
        set_at: Instant,
        choices: &FigureChoices,
    ) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("set_at", set_at)?,
            values::text(FIGURE),
            values::object(choices)?,
        ];
        SETTING.insert(self.conn, &row)
    }
}

fn setting(row: &Fields<'_>) -> Result<(Instant, FigureChoices), StoreError> {
    let set_at = row.instant("set_at")?;
    match row.text("name")? {
        FIGURE => Ok((set_at, row.object("value")?)),
        _ => Err(row.damaged()),
    }
}
