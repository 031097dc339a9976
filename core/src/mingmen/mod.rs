//! The one door: every command and query of the app.
//!
//! A [`Mingmen`] owns one database file and answers from it. It reads no clock: each call that depends on the time takes
//! [`Now`](crate::zone::Now). A command returns what it made and which [`Subject`]s to reload; a query changes nothing.
//! Any value that cannot be kept is refused whole, with the field and what is wrong with it.
//!
//! ```
//! use mingmen_core::mingmen::{Mingmen, OpenOptions, TodayState};
//! use mingmen_core::zone::Now;
//!
//! # fn main() -> Result<(), mingmen_core::mingmen::MingmenError> {
//! let folder = tempfile::tempdir().unwrap();
//! let now = Now { instant: "2026-03-02T08:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
//! let options = OpenOptions {
//!     path: folder.path().join("mingmen.db").to_string_lossy().into_owned(),
//!     seed: vec![7; 32],
//!     locale: "en".into(),
//!     country: "GB".into(),
//! };
//! let mingmen = Mingmen::open(&options, &now)?;
//! assert_eq!(mingmen.today(&now)?.state, TodayState::NotScreened);
//!
//! // "None of these": practice is open, and a first breath is offered.
//! mingmen.answer_screening(&[], &now)?;
//! let TodayState::NotEnrolled { first_breath, .. } = mingmen.today(&now)?.state else { panic!() };
//! assert_eq!(first_breath.choices.minutes, 2);
//! # mingmen.shut_down()
//! # }
//! ```

mod activities;
mod activity_trends;
mod any_routine;
mod archive;
mod archive_views;
mod bend;
mod calendar_file;
mod cards;
mod check_in;
mod classes;
mod corrections;
mod day;
mod diary_views;
mod enrol;
mod error;
mod error_from;
mod facts;
mod figure_views;
mod figures;
mod file_faults;
mod find;
mod guidance;
mod guidance_views;
mod ids;
mod keeping;
mod keeping_views;
mod kinds;
mod lead;
mod library;
mod library_views;
mod long_task;
mod milestones;
mod month;
mod notes;
mod offers;
mod own_routines;
mod own_views;
mod plan;
mod plan_page;
mod plan_views;
mod practice;
mod progress;
mod progress_views;
mod progress_words;
mod reading;
mod reminder_views;
mod reminder_words;
mod reminders;
mod report;
mod ring_test;
mod safety;
mod suggest;
mod tables;
mod today;
mod trends;
mod views;
mod words;
mod year;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::catalogue::{Catalogue, Phrases, Posture};
use crate::practice::Guidance;
use crate::store::{Store, StoreError};
use crate::zone::{Instant, Moment, Now};

pub use archive_views::*;
pub use diary_views::*;
pub use error::MingmenError;
pub use figure_views::*;
pub use guidance_views::*;
pub use keeping_views::*;
pub use library_views::*;
pub use own_views::*;
pub use plan_views::*;
pub use progress_views::*;
pub use reminder_views::*;
pub use views::*;

use ids::Ids;
use lead::Leading;
use long_task::Tasks;

type Result<T> = std::result::Result<T, MingmenError>;

/// The app's core, open on one database file. Share it freely: every call is safe from any thread.
#[derive(Debug)]
pub struct Mingmen {
    store: Store,
    catalogue: &'static Catalogue,
    locale: String,
    country: String,
    ids: Mutex<Ids>,
    /// The practice that is being led now, so that a step need not compile its script again.
    leading: Mutex<Option<Leading>>,
    /// The one that was led last, for its recording.
    last_led: Mutex<Option<Leading>>,
    /// How the person wants to be led.
    guidance: Mutex<Guidance>,
    /// The shortest gentle loop of each motion and posture that was asked for.
    gentle_loops: Mutex<HashMap<(String, Posture), u32>>,
    /// Work that is done in steps.
    tasks: Mutex<Tasks>,
}

impl Mingmen {
    /// Opens the database, and makes it if it is not there. One that is damaged is mended first; what became of
    /// everything is on [`Today`], as an account to read.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a seed that has not 32 bytes or a country that is not two capital letters;
    /// [`MingmenError::UnknownZone`]; and the `Store…` cases for a file that cannot be used, which is left as it is.
    pub fn open(options: &OpenOptions, now: &Now) -> Result<Mingmen> {
        Moment::check(now)?;
        let seed = <[u8; 32]>::try_from(options.seed.as_slice())
            .map_err(|_| MingmenError::invalid("seed", "must have 32 bytes"))?;
        let two_capitals =
            options.country.len() == 2 && options.country.bytes().all(|b| b.is_ascii_uppercase());
        if !two_capitals {
            return Err(MingmenError::invalid(
                "country",
                "must be two capital letters, ZZ where it is not known",
            ));
        }
        let store = Store::open_mending(Path::new(&options.path))?;
        // A setting that cannot be read is no reason to keep somebody out: it is as if none had been set, and
        // `Store::verify` names it.
        let guidance = store.read::<_, StoreError>(|reading| reading.guidance());
        Ok(Mingmen {
            catalogue: Catalogue::for_locale(&options.locale)?,
            store,
            locale: options.locale.clone(),
            country: options.country.clone(),
            ids: Mutex::new(Ids::new(seed)),
            leading: Mutex::new(None),
            last_led: Mutex::new(None),
            guidance: Mutex::new(guidance.ok().flatten().unwrap_or_default()),
            gentle_loops: Mutex::new(HashMap::new()),
            tasks: Mutex::default(),
        })
    }

    /// Closes the database. Every later call but this one says [`MingmenError::Closed`].
    ///
    /// # Errors
    /// [`MingmenError::StoreFailed`] where SQLite cannot tidy up. Nothing that was kept is lost by that.
    pub fn shut_down(&self) -> Result<()> {
        self.end_all_tasks();
        Ok(self.store.close()?)
    }

    /// The catalogue, while Mingmen is open.
    fn open_catalogue(&self) -> Result<&'static Catalogue> {
        self.store.require_open()?;
        Ok(self.catalogue)
    }

    fn phrases(&self) -> &'static Phrases {
        self.catalogue.phrases()
    }

    fn next_id(&self, now: Instant) -> String {
        lock(&self.ids).next(now)
    }
}

/// A panic in another thread leaves plain data behind, which is whole: every write to it is one assignment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
