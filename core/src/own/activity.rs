//! Everyday activities by which a person measures themselves, and their ratings.

use serde::{Deserialize, Serialize};

use crate::id::id;
use crate::zone::{CivilDate, Instant};

id! {
    /// Names an everyday activity that the person chose: a UUIDv7, the same in all its revisions.
    ActivityId
}
id! {
    /// Names a rating of an activity: a UUIDv7.
    ActivityRatingId
}

/// An everyday activity of the person's own choosing, as it is now: putting on socks, a walk to the shop.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// The number of its last revision, from 1.
    pub revision: u32,
    /// When it was first named.
    pub named_at: Instant,
    /// What the person calls it; of a retired one, its last name.
    pub name: String,
    /// Whether it is rated no more. Its ratings stay.
    pub retired: bool,
}

/// How well an activity went.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActivityRating {
    /// Its id.
    pub id: ActivityRatingId,
    /// When it was made.
    pub rated_at: Instant,
    /// The zone the person was in, by its IANA id.
    pub zone: String,
    /// The practice day it belongs to.
    pub date: CivilDate,
    /// The activity.
    pub activity: ActivityId,
    /// 0 (cannot do it) to 10 (as well as before).
    pub rating: u8,
}
