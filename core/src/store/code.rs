//! Enums as short words in the file. The words are the file's own: renaming a variant in Rust changes no file.

use super::standing::Withdrawable;
use crate::catalogue::Posture;
use crate::plan::{AdvanceBy, SessionLength};
use crate::practice::CheckInMoment;
use crate::reminder::{Missed, ReminderKind};
use crate::zone::Weekday;

/// An enum whose every case has a word in the file.
pub(super) trait Code: Copy + Eq + 'static {
    /// Each case and its word.
    const WORDS: &'static [(Self, &'static str)];

    /// The word of a case.
    fn to_code(self) -> &'static str;

    /// The case of a word.
    fn from_code(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(case, _)| *case)
    }
}

/// Writes the `match` once, so that the compiler asks for a word when a case is added.
macro_rules! words {
    ($name:ty { $($case:ident: $word:literal),+ $(,)? }) => {
        impl Code for $name {
            const WORDS: &'static [(Self, &'static str)] = &[$((Self::$case, $word)),+];

            fn to_code(self) -> &'static str {
                match self {
                    $(Self::$case => $word),+
                }
            }
        }
    };
}

words!(Posture { Seated: "seated", Standing: "standing", Lying: "lying", Walking: "walking" });
words!(SessionLength { Ramp: "ramp", Ten: "ten", Fifteen: "fifteen", Full: "full" });
words!(AdvanceBy { Calendar: "calendar", Earned: "earned" });
words!(CheckInMoment { Before: "before", After: "after", Anytime: "anytime" });
words!(Withdrawable {
    Note: "note",
    CheckIn: "check_in",
    Practice: "practice",
    ActivityRating: "activity_rating",
});
words!(Weekday {
    Monday: "monday",
    Tuesday: "tuesday",
    Wednesday: "wednesday",
    Thursday: "thursday",
    Friday: "friday",
    Saturday: "saturday",
    Sunday: "sunday",
});
words!(ReminderKind {
    Practice: "practice",
    SecondNudge: "second_nudge",
    Class: "class",
    WeekReview: "week_review",
    PostureCheck: "posture_check",
    Milestone: "milestone",
    Return: "return",
});
words!(Missed {
    NotAllowed: "not_allowed",
    PhoneOff: "phone_off",
    ExactTakenBack: "exact_taken_back",
    PutToSleep: "put_to_sleep",
    ClockSet: "clock_set",
    Unknown: "unknown",
});
