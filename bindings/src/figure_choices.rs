//! Who the drawn person is, as the apps see it: what a person may choose of it.
use mingmen_core::figure::{
    FigureAge, FigureBuild, FigureChoices, FigureHair, FigureHairStyle, FigureRange, FigureSkin,
};

/// Who the drawn person is, and how far they move. The default is what is shown to someone who has chosen nothing.
#[uniffi::remote(Record)]
pub struct FigureChoices {
    /// How broad.
    pub build: FigureBuild,
    /// How old.
    pub age: FigureAge,
    /// Colour of the skin.
    pub skin: FigureSkin,
    /// Colour of the hair.
    pub hair: FigureHair,
    /// How the hair is worn.
    pub hair_style: FigureHairStyle,
    /// How far the movements go.
    pub range: FigureRange,
}

/// How broad the drawn person is.
#[uniffi::remote(Enum)]
pub enum FigureBuild {
    /// A slighter body.
    Slighter,
    /// Neither slight nor full.
    Middle,
    /// A fuller body, with a rounder belly.
    Fuller,
}

/// How old the drawn person is.
#[uniffi::remote(Enum)]
pub enum FigureAge {
    /// An upright upper back.
    Younger,
    /// A rounder upper back, the head a little forward, and a slightly shorter reach.
    Older,
}

/// Colour of the drawn person's skin, from the lightest to the darkest.
#[uniffi::remote(Enum)]
pub enum FigureSkin {
    /// The lightest.
    VeryLight,
    /// Light.
    Light,
    /// Tanned.
    Tan,
    /// Olive, the middle of the row.
    Olive,
    /// Brown.
    Brown,
    /// The darkest.
    Dark,
}

/// Colour of the drawn person's hair.
#[uniffi::remote(Enum)]
pub enum FigureHair {
    /// Black.
    Black,
    /// Dark brown.
    DarkBrown,
    /// Chestnut, a lighter brown.
    Chestnut,
    /// Red.
    Red,
    /// Blond.
    Blond,
    /// Grey.
    Grey,
    /// White.
    White,
}

/// How the drawn person wears their hair.
#[uniffi::remote(Enum)]
pub enum FigureHairStyle {
    /// Tied up behind the crown.
    Bun,
    /// Short all round.
    Short,
}

/// How far the movements of the drawn person go. The breath keeps its time in both.
#[uniffi::remote(Enum)]
pub enum FigureRange {
    /// As the motion says.
    Full,
    /// Bends and reaches go some three fifths as far (proposed): for whoever is stiff, or begins.
    Smaller,
}
