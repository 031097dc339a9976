//! What a person keeps beyond practice: routines of their own, small notes, answers to the body check, and a sign of
//! the body noted while no practice was open.
//!
//! A routine of one's own is a row of revisions. Whatever is done to it, [`reorder`], [`retime`], [`revise`] or
//! [`delete`], makes the next one and leaves those before it as they are; a practice names the revision that it followed.
//! [`file`] is how a routine goes from one person to another.

mod activity;
mod check;
pub mod file;
mod json;
mod routine;
mod types;

#[cfg(test)]
mod tests;

pub use activity::{Activity, ActivityId, ActivityRating, ActivityRatingId};
pub use check::{check_answers, check_note};
pub use routine::{
    MINUTES_AT_MOST, NAME_LONGEST, OwnRoutineFault, SEGMENT_MINUTES, SEGMENTS_AT_MOST, check_draft, delete,
    duplicate, make, reorder, retime, revise,
};
pub use types::*;
