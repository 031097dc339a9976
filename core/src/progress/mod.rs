//! What happened in a week, against its goal, and over many weeks. Nothing here is stored: it is worked out each time it is
//! asked for. `docs/progress.md` gives each rule with its source.

mod measure;
mod pairs;
mod practised;
mod reached;
mod regular;
mod spread;
mod summary;
mod told;
mod trend;
mod types;
mod weekly;
mod year;

#[cfg(test)]
mod tests;

pub use pairs::{Pair, pairs};
pub use practised::{Amount, movements, routines};
pub use reached::{Reached, reached};
pub use regular::{Regular, WEEKS_COUNTED, regular, since_first};
pub use spread::{Difference, POINT, half_width};
pub use summary::{ARTICLE_SESSIONS, Facts};
pub use told::{MilestoneId, Told};
pub use trend::{Comparison, SIDE_DAYS, Side, compare, rated_verdict, verdict};
pub use types::*;
pub use weekly::{WeekOfNotes, weekly};
pub use year::{BANDS, Hours, LEVELS, YearDay, band_span, hours, year_begins, year_days};
