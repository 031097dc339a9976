//! What can go wrong when a clip is asked for, and what can be wrong with what it shows.

use thiserror::Error;

/// Why there is no clip.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum FigureError {
    /// No motion has this id.
    #[error("no motion is called \"{motion}\"")]
    UnknownMotion {
        /// What was asked for.
        motion: String,
    },
    /// The motion exists, but not on this base posture.
    #[error("the motion \"{motion}\" is not shown on the base \"{base}\"")]
    NotOnBase {
        /// What was asked for.
        motion: String,
        /// `seated`, `standing`, `lying`, or something else entirely.
        base: String,
    },
    /// A content file is not what the figure understands.
    #[error("{file}: {reason}")]
    Unreadable {
        /// The file, below `core/content/figures`.
        file: String,
        /// Line, column and cause.
        reason: String,
    },
    /// A content file is understood, but what it says cannot be.
    #[error("{file}: {id}: {field}: {reason}")]
    Invalid {
        /// The file, below `core/content/figures`.
        file: String,
        /// Id of the motion or base.
        id: String,
        /// The field, as a path: `tracks[2].keys[0]`.
        field: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// Something in a clip that a body cannot do, or should not be shown doing.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum FigureFault {
    /// A bone changes its length.
    #[error("bones stretch by {by:.5} of stature")]
    Stretch {
        /// Fraction of stature.
        by: f64,
    },
    /// A joint leaves its range: the angle farthest out.
    #[error("{joint} at {degrees:.0} degrees")]
    Range {
        /// As in `skeleton.json`.
        joint: String,
        /// Where it is.
        degrees: f64,
    },
    /// A planted foot moves.
    #[error("a foot slides by {by:.4} of stature")]
    Slide {
        /// Fraction of stature.
        by: f64,
    },
    /// The seat moves beyond what rolling over the sit bones explains.
    #[error("the seat slides by {by:.4} of stature")]
    Seat {
        /// Fraction of stature.
        by: f64,
    },
    /// A hand does not reach its place.
    #[error("a hand misses by {by:.4} of stature")]
    Reach {
        /// Fraction of stature.
        by: f64,
    },
    /// An elbow, a hand or a knee sinks into the floor.
    #[error("a limb sinks into the floor by {by:.4} of stature")]
    Floor {
        /// Fraction of stature.
        by: f64,
    },
    /// A limb goes through the body or the chair.
    #[error("{what}, by {by:.3} of stature")]
    Through {
        /// What is in what.
        what: String,
        /// Fraction of stature.
        by: f64,
    },
    /// The end of the loop does not meet its start.
    #[error("the loop jumps by {by:.5} of stature, {speed:.4} a second")]
    Seam {
        /// Fraction of stature.
        by: f64,
        /// Change of speed, statures a second.
        speed: f64,
    },
    /// The file says that the motion is gentle where it is not.
    #[error("gentle_from_ms is {said_ms}, and the motion is gentle from {is_ms}")]
    Pace {
        /// Milliseconds.
        said_ms: u32,
        /// Milliseconds.
        is_ms: u32,
    },
    /// A spine segment turns faster than is gentle.
    #[error("the spine turns at {speed:.0} degrees a second")]
    FastSpine {
        /// Degrees a second.
        speed: f64,
    },
    /// A limb turns faster than is gentle.
    #[error("a limb turns at {speed:.0} degrees a second")]
    FastLimb {
        /// Degrees a second.
        speed: f64,
    },
    /// A spine segment speeds up or slows down harder than is gentle.
    #[error("the spine speeds up or slows down by {change:.0} degrees a second each second")]
    AbruptSpine {
        /// Degrees a second each second.
        change: f64,
    },
    /// A limb speeds up or slows down harder than is gentle.
    #[error("a limb speeds up or slows down by {change:.0} degrees a second each second")]
    AbruptLimb {
        /// Degrees a second each second.
        change: f64,
    },
}
