//! The committed list of differences (`differences.tsv`): what a release of the tz database changed, so that an oracle
//! with an older one must still answer otherwise, and what an oracle by its nature does not have.
#![allow(clippy::unwrap_used)] // what cannot be read here is a fault of the check itself

use mingmen_core::zone::CivilDate;

use super::oracle::Source;

/// The list knows every change after this release; of an oracle with an older one nothing can be said.
pub(crate) const OLDEST_RELEASE: &str = "2025a";

/// One line of the list, for one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// The release that changed it, or a name of the oracle that always differs.
    pub(crate) since: String,
    pub(crate) zone: String,
    pub(crate) from: CivilDate,
    pub(crate) through: CivilDate,
    pub(crate) reason: String,
}

/// Reads the list: tabs between release, zones, first date, last date and reason; `#` begins a comment.
pub(crate) fn read(text: &str) -> Vec<Known> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.flat_map(read_line).collect()
}

fn read_line(line: &str) -> Vec<Known> {
    let [since, zones, from, through, reason] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
    let known = |zone: &str| Known {
        since: since.to_owned(),
        zone: zone.to_owned(),
        from: from.parse().unwrap(),
        through: through.parse().unwrap(),
        reason: reason.to_owned(),
    };
    zones.split(' ').map(known).collect()
}

impl Known {
    /// Whether an oracle must differ from us here: one of the two releases has the change and the other has not.
    pub(crate) fn applies(&self, oracle: &Source, our_release: &str) -> bool {
        let between = |old: &str, new: &str| old < self.since.as_str() && self.since.as_str() <= new;
        let (theirs, ours) = (oracle.release.as_str(), our_release);
        oracle.is_called(&self.since) || between(theirs, ours) || between(ours, theirs)
    }

    /// Whether a difference in a zone on a date is this one.
    pub(crate) fn covers(&self, zone: &str, date: CivilDate) -> bool {
        self.zone == zone && (self.from..=self.through).contains(&date)
    }
}
