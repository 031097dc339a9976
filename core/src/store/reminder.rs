//! What became of reminders, and the last look at the phone.

use std::ops::RangeInclusive;

use rusqlite::types::Value;

use super::code::Code;
use super::error::StoreError;
use super::fields::Fields;
use super::table::{KeptBy, Table};
use super::values;
use super::{Reading, Writing};
use crate::reminder::{LedgerLine, Missed, PhoneLeave, ReminderEvent, ReminderId, Watch};
use crate::zone::CivilDate;

pub(super) const REMINDER_EVENT: Table = Table {
    name: "reminder_event",
    kept_by: KeptBy::Phone,
    columns: &["id", "reminder", "kind", "rings_at", "date", "at", "event", "put_off_to", "because"],
    understood: |row| line(row).map(drop),
};
pub(super) const REMINDER_WATCH: Table = Table {
    name: "reminder_watch",
    kept_by: KeptBy::Phone,
    columns: &["slot", "looked_at", "date", "notifications", "exact_alarms", "battery"],
    understood: |row| watch(row).map(drop),
};

/// The value of `slot` in the only row there can be.
const SLOT: i64 = 1;

impl Reading<'_> {
    /// What became of the reminders of some practice days, in the order in which it was noticed.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn reminder_lines(&self, days: RangeInclusive<CivilDate>) -> Result<Vec<LedgerLine>, StoreError> {
        let read = |row: &Fields<'_>| Ok((row.uuid("id")?, line(row)?));
        let mut lines = REMINDER_EVENT.weeks(self.conn, *days.start(), *days.end(), read)?;
        lines.retain(|(_, line)| days.contains(&line.day));
        lines.sort_by(|(a_id, a), (b_id, b)| (a.at, a_id).cmp(&(b.at, b_id)));
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// The last look at the phone, if there was one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and whatever reading may meet.
    pub fn reminder_watch(&self) -> Result<Option<Watch>, StoreError> {
        Ok(REMINDER_WATCH.all(self.conn, watch)?.pop())
    }
}

impl Writing<'_> {
    /// Adds what became of a reminder. `id` is a `UUIDv7`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn insert_reminder_line(&self, id: &str, line: &LedgerLine) -> Result<(), StoreError> {
        let (event, put_off_to, because) = match line.event {
            ReminderEvent::Armed => ("armed", Value::Null, Value::Null),
            ReminderEvent::Rang => ("rang", Value::Null, Value::Null),
            ReminderEvent::Presumed => ("presumed", Value::Null, Value::Null),
            ReminderEvent::Missed { because } => ("missed", Value::Null, values::text(because.to_code())),
            ReminderEvent::Started => ("started", Value::Null, Value::Null),
            ReminderEvent::PutOff { until } => {
                ("put_off", values::instant("put_off_to", until)?, Value::Null)
            }
            ReminderEvent::LetGo => ("let_go", Value::Null, Value::Null),
            ReminderEvent::Opened => ("opened", Value::Null, Value::Null),
        };
        let row = [
            values::uuid("id", id)?,
            values::text(line.reminder.as_str()),
            values::text(line.kind.to_code()),
            values::instant("rings_at", line.rings_at)?,
            values::date(line.day),
            values::instant("at", line.at)?,
            values::text(event),
            put_off_to,
            because,
        ];
        REMINDER_EVENT.insert(self.conn, &row)
    }

    /// Keeps the last look at the phone in place of the one before.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::InvalidValue`], and whatever writing may meet.
    pub fn set_reminder_watch(&self, watch: &Watch) -> Result<(), StoreError> {
        if let Some(before) = self.reminder_watch()? {
            REMINDER_WATCH.remove(self.conn, SLOT, before.seen_on)?;
        }
        let row = [
            Value::Integer(SLOT),
            values::instant("looked_at", watch.looked_at)?,
            values::date(watch.seen_on),
            leave(watch.phone.notifications),
            leave(watch.phone.exact_alarms),
            leave(watch.phone.battery),
        ];
        REMINDER_WATCH.insert(self.conn, &row)
    }
}

fn leave(may: Option<bool>) -> Value {
    may.map_or(Value::Null, |may| Value::Integer(may.into()))
}

fn may(row: &Fields<'_>, column: &str) -> Result<Option<bool>, StoreError> {
    let yes_or_no = |row: &Fields<'_>, column: &str| match row.int(column)? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(row.damaged()),
    };
    row.optional(column, yes_or_no)
}

fn line(row: &Fields<'_>) -> Result<LedgerLine, StoreError> {
    let event = match row.text("event")? {
        "armed" => ReminderEvent::Armed,
        "rang" => ReminderEvent::Rang,
        "presumed" => ReminderEvent::Presumed,
        "missed" => ReminderEvent::Missed { because: row.code::<Missed>("because")? },
        "started" => ReminderEvent::Started,
        "put_off" => ReminderEvent::PutOff { until: row.instant("put_off_to")? },
        "let_go" => ReminderEvent::LetGo,
        "opened" => ReminderEvent::Opened,
        _ => return Err(row.damaged()),
    };
    Ok(LedgerLine {
        reminder: ReminderId(row.string("reminder")?),
        kind: row.code("kind")?,
        rings_at: row.instant("rings_at")?,
        day: row.date("date")?,
        at: row.instant("at")?,
        event,
    })
}

fn watch(row: &Fields<'_>) -> Result<Watch, StoreError> {
    Ok(Watch {
        looked_at: row.instant("looked_at")?,
        seen_on: row.date("date")?,
        phone: PhoneLeave {
            notifications: may(row, "notifications")?,
            exact_alarms: may(row, "exact_alarms")?,
            battery: may(row, "battery")?,
        },
    })
}
