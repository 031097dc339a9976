//! The plan and the classes for the calendar app of a person's choice: a file in iCalendar, RFC 5545.
//!
//! What is to be there is a list of [`Entry`]. A [`CalendarLedger`] remembers what was written before, so that a calendar
//! app that reads the next file takes over what is new, replaces what changed and takes out what is gone (RFC 5545,
//! sections 3.8.4.7 and 3.8.7.4). The same ledger gives the same bytes.
//!
//! The wall time is the truth, in the file as everywhere: an entry is written as its own clock shows it, never in UTC.
//! Where a clock change skips its time it is written at the time that [`crate::zone`] gives it, since calendar apps have
//! other rules for that (`docs/decisions/0013-calendar-file.md`).
//!
//! ```
//! use mingmen_core::calendar::{CalendarLedger, Entry};
//! use mingmen_core::plan::TimePolicy;
//! use mingmen_core::zone::{Moment, Now};
//!
//! let now = Now { instant: "2026-10-19T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
//! let now = Moment::check(&now).unwrap();
//! let practice = Entry {
//!     id: "019e1f6b-6400-7000-8000-000000000001-2026-10-22-1".into(),
//!     date: "2026-10-22".parse().unwrap(),
//!     time: "08:00:00".parse().unwrap(),
//!     clock: TimePolicy::Floating,
//!     minutes: 20,
//!     weekly: None,
//!     title: "Time for yourself".into(),
//!     description: String::new(),
//!     busy: false,
//! };
//! let first = CalendarLedger::default().update(&[practice.clone()], &now).unwrap();
//! assert!(first.write().unwrap().contains("DTSTART:20261022T080000\r\n"));
//!
//! let later = Entry { time: "09:00:00".parse().unwrap(), ..practice };
//! let second = first.update(&[later], &now).unwrap().write().unwrap();
//! assert!(second.contains("SEQUENCE:1\r\n") && second.contains("DTSTART:20261022T090000\r\n"));
//! ```

mod classes;
mod ledger;
mod line;
mod sessions;
mod settle;
mod types;
mod write;

#[cfg(test)]
mod tests;

pub use classes::{ClassTime, KeptClass, PersonalClass, check_class};
pub use ledger::{CalendarLedger, EntryStanding, LedgerLine};
pub use sessions::{EntryWords, session_entries};
pub use types::*;
