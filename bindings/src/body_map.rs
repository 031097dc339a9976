//! The body map, as the apps see it: outlines, parts of the body, points and channels to draw.
use mingmen_core::catalogue::{
    AreaId, BodyChannel, BodyMap, BodyPoint, BodyShape, BodyView, ItemId, MapLine, MapPoint,
};

/// The body map. All numbers are thousandths of a view's height, across from the left and down from the top.
#[uniffi::remote(Record)]
pub struct BodyMap {
    /// The sides from which the body is drawn.
    pub views: Vec<BodyView>,
}

/// A side from which the body is drawn; it is 1000 high.
#[uniffi::remote(Record)]
pub struct BodyView {
    /// Its id: `front`, `back`, `left`, `sole`.
    pub view: String,
    /// Its name: "From the back".
    pub title: String,
    /// Its width.
    pub width: u16,
    /// The body, to be filled.
    pub outlines: Vec<MapLine>,
    /// Parts of the body to tap or to tint.
    pub areas: Vec<BodyShape>,
    /// Points that something can be read about.
    pub points: Vec<BodyPoint>,
    /// Channels that something can be read about.
    pub channels: Vec<BodyChannel>,
}

/// A line of points.
#[uniffi::remote(Record)]
pub struct MapLine {
    /// The points, in order; an outline closes by itself.
    pub points: Vec<MapPoint>,
}

/// A point of the map.
#[uniffi::remote(Record)]
pub struct MapPoint {
    /// Across, from the left.
    pub x: u16,
    /// Down, from the top.
    pub y: u16,
}

/// A part of the body as a shape.
#[uniffi::remote(Record)]
pub struct BodyShape {
    /// The part.
    pub area: AreaId,
    /// Its name, as a screen reader says it: "Lower back".
    pub name: String,
    /// Its shape, to be filled.
    pub outlines: Vec<MapLine>,
}

/// A point that something can be read about.
#[uniffi::remote(Record)]
pub struct BodyPoint {
    /// What is read about it.
    pub item: ItemId,
    /// Its name.
    pub title: String,
    /// Where it lies, in words: "the middle of the lower back".
    pub place: String,
    /// Where it lies.
    pub at: MapPoint,
}

/// A channel that something can be read about.
#[uniffi::remote(Record)]
pub struct BodyChannel {
    /// What is read about it.
    pub item: ItemId,
    /// Its name.
    pub title: String,
    /// Where it runs in this view, in the order of its course.
    pub line: MapLine,
}
