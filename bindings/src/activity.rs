//! Everyday activities, as the apps hand them in.
use mingmen_core::own::{ActivityId, ActivityRatingDraft, ActivityRatingId};

crate::id::mirror_id! {
    /// Names a rating of an activity: a UUIDv7.
    ActivityRatingId
}

/// How well an activity goes, as a person notes it.
#[uniffi::remote(Record)]
pub struct ActivityRatingDraft {
    /// The activity.
    pub activity: ActivityId,
    /// 0 (cannot do it) to 10 (as well as before).
    pub rating: u8,
}
