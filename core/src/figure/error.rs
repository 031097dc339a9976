//! What can go wrong when a clip is asked for.

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
