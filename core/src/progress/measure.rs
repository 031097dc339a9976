//! What can be followed over weeks, and which notes of it count.

use crate::practice::{CheckIn, CheckInMoment};
use crate::zone::CivilDate;

use super::Measure;

impl Measure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Measure; 6] =
        [Measure::Pain, Measure::Stiffness, Measure::Sleep, Measure::Energy, Measure::Mood, Measure::Stress];

    /// Whether less of it is better.
    #[must_use]
    pub fn is_better_lower(self) -> bool {
        matches!(self, Measure::Pain | Measure::Stiffness | Measure::Stress)
    }

    /// Every number of it that counts, with its practice day.
    #[must_use]
    pub fn noted(self, check_ins: &[CheckIn]) -> Vec<(CivilDate, u8)> {
        check_ins.iter().filter_map(|check_in| Some((check_in.date, self.number(check_in)?))).collect()
    }

    fn number(self, check_in: &CheckIn) -> Option<u8> {
        let noted = &check_in.noted;
        let apart = noted.moment != CheckInMoment::After;
        match self {
            Measure::Pain => noted.pain.filter(|_| apart),
            Measure::Stiffness => noted.stiffness.filter(|_| apart),
            Measure::Sleep => noted.sleep,
            Measure::Energy => noted.energy,
            Measure::Mood => noted.mood,
            Measure::Stress => noted.stress,
        }
    }
}
