//! What a person set for the whole app: rows are added, the latest one of a name counts.

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::fields::Fields;
use super::safety::latest;
use super::table::{KeptBy, RowKind, Table};
use super::values;
use super::{Reading, Writing};
use crate::calendar::PersonalClass;
use crate::figure::FigureChoices;
use crate::practice::Guidance;
use crate::reminder::ReminderSettings;
use crate::zone::Instant;

pub(super) const SETTING: Table = Table {
    name: "setting",
    kept_by: KeptBy::Person(RowKind::Settings),
    columns: &["id", "set_at", "name", "value"],
    understood: |row| setting(row).map(drop),
};

/// The names of the settings there are.
const CLASSES: &str = "classes";
const FIGURE: &str = "figure";
const GUIDANCE: &str = "guidance";
const REMINDERS: &str = "reminders";

/// The classes as the file has them: every setting is an object there.
#[derive(Serialize, Deserialize)]
struct Classes {
    classes: Vec<PersonalClass>,
}

/// What was set.
enum Setting {
    /// The classes that the person keeps.
    Classes(Vec<PersonalClass>),
    /// Who the drawn person is.
    Figure(FigureChoices),
    /// The manner in which the person is led.
    Guidance(Guidance),
    /// When and how to be reminded.
    Reminders(ReminderSettings),
}

impl Reading<'_> {
    /// Who the drawn person is, as it was chosen last: by instant, then by id. None where nobody has chosen.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn figure_choices(&self) -> Result<Option<FigureChoices>, StoreError> {
        let figure = |setting| if let Setting::Figure(choices) = setting { Some(choices) } else { None };
        Ok(self.latest_setting(figure)?.map(|(_, choices)| choices))
    }

    /// How the person wants to be led, as it was chosen last: by instant, then by id. None where it never was.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn guidance(&self) -> Result<Option<Guidance>, StoreError> {
        let guidance =
            |setting| if let Setting::Guidance(guidance) = setting { Some(guidance) } else { None };
        Ok(self.latest_setting(guidance)?.map(|(_, guidance)| guidance))
    }

    /// The classes that the person keeps, as they were kept last, and when. None where nobody ever kept one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn classes(&self) -> Result<Option<(Instant, Vec<PersonalClass>)>, StoreError> {
        self.latest_setting(
            |setting| if let Setting::Classes(classes) = setting { Some(classes) } else { None },
        )
    }

    /// What the person set about reminders, as it was set last, and when. None where nobody ever did.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn reminder_settings(&self) -> Result<Option<(Instant, ReminderSettings)>, StoreError> {
        self.latest_setting(|setting| if let Setting::Reminders(set) = setting { Some(set) } else { None })
    }

    fn latest_setting<T>(
        &self,
        pick: impl Fn(Setting) -> Option<T>,
    ) -> Result<Option<(Instant, T)>, StoreError> {
        let all = SETTING.all(self.conn, |row| Ok((row.uuid("id")?, setting(row)?)))?;
        let picked =
            all.into_iter().filter_map(|(id, (set_at, setting))| Some((id, (set_at, pick(setting)?))));
        Ok(latest(picked.collect(), |(set_at, _)| *set_at))
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
        self.insert_setting(id, set_at, FIGURE, choices)
    }

    /// Keeps how the person wants to be led. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_guidance(&self, id: &str, set_at: Instant, guidance: &Guidance) -> Result<(), StoreError> {
        self.insert_setting(id, set_at, GUIDANCE, guidance)
    }

    /// Keeps the person's classes, all of them. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_classes(
        &self,
        id: &str,
        set_at: Instant,
        classes: &[PersonalClass],
    ) -> Result<(), StoreError> {
        self.insert_setting(id, set_at, CLASSES, &Classes { classes: classes.to_vec() })
    }

    /// Keeps what the person set about reminders. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_reminder_settings(
        &self,
        id: &str,
        set_at: Instant,
        settings: &ReminderSettings,
    ) -> Result<(), StoreError> {
        self.insert_setting(id, set_at, REMINDERS, settings)
    }

    fn insert_setting<T: Serialize>(
        &self,
        id: &str,
        set_at: Instant,
        name: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let row = [
            values::uuid("id", id)?,
            values::instant("set_at", set_at)?,
            values::text(name),
            values::json(value)?,
        ];
        SETTING.insert(self.conn, &row)
    }
}

fn setting(row: &Fields<'_>) -> Result<(Instant, Setting), StoreError> {
    let set_at = row.instant("set_at")?;
    match row.text("name")? {
        CLASSES => Ok((set_at, Setting::Classes(row.json::<Classes>("value")?.classes))),
        FIGURE => Ok((set_at, Setting::Figure(row.json("value")?))),
        GUIDANCE => Ok((set_at, Setting::Guidance(row.json("value")?))),
        REMINDERS => Ok((set_at, Setting::Reminders(row.json("value")?))),
        _ => Err(row.damaged()),
    }
}
