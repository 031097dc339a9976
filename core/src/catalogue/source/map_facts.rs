//! The facts of the body map: outlines, named positions, parts of the body.

use serde::{Deserialize, Serialize};

use super::OriginFact;

/// A closed line: across and down, in thousandths of the height.
pub(crate) type OutlineFacts = Vec<(u16, u16)>;

/// `body-map.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyMapFacts {
    /// The sides from which the body is drawn.
    pub(crate) views: Vec<ViewFacts>,
    /// Named positions.
    pub(crate) places: Vec<MapPlaceFacts>,
    /// Parts of the body.
    pub(crate) areas: Vec<MapAreaFacts>,
}

/// A side from which the body is drawn; it is 1000 high.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ViewFacts {
    /// Its id, and its key in the words.
    pub(crate) view: String,
    /// Its width.
    pub(crate) width: u16,
    /// The body.
    pub(crate) outlines: Vec<OutlineFacts>,
}

/// A named position.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MapPlaceFacts {
    /// Its id, and its key in the words.
    pub(crate) place: String,
    /// The view it lies in.
    pub(crate) view: String,
    /// Across.
    pub(crate) x: u16,
    /// Down.
    pub(crate) y: u16,
    /// Where it came from.
    pub(crate) origin: OriginFact,
}

/// A part of the body, big enough to tap.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MapAreaFacts {
    /// Its key in `body-areas.json`.
    pub(crate) area: String,
    /// The view it lies in.
    pub(crate) view: String,
    /// Its shape.
    pub(crate) outlines: Vec<OutlineFacts>,
}
