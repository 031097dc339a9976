//! Who the drawn person is: what a person may choose of it.

use serde::{Deserialize, Serialize};

/// Who the drawn person is, and how far they move. The default is what is shown to someone who has chosen nothing.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FigureChoices {
    /// How broad.
    #[serde(default)]
    pub build: FigureBuild,
    /// How old.
    #[serde(default)]
    pub age: FigureAge,
    /// Colour of the skin.
    #[serde(default)]
    pub skin: FigureSkin,
    /// Colour of the hair.
    #[serde(default)]
    pub hair: FigureHair,
    /// How the hair is worn.
    #[serde(default)]
    pub hair_style: FigureHairStyle,
    /// How far the movements go.
    #[serde(default)]
    pub range: FigureRange,
}

/// How broad the drawn person is.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureBuild {
    /// A slighter body.
    Slighter,
    /// Neither slight nor full.
    #[default]
    Middle,
    /// A fuller body, with a rounder belly.
    Fuller,
}

/// How old the drawn person is.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureAge {
    /// An upright upper back.
    #[default]
    Younger,
    /// A rounder upper back, the head a little forward, and a slightly shorter reach.
    Older,
}

/// Colour of the drawn person's skin, from the lightest to the darkest.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureSkin {
    /// The lightest.
    VeryLight,
    /// Light.
    Light,
    /// Tanned.
    #[default]
    Tan,
    /// Olive, the middle of the row.
    Olive,
    /// Brown.
    Brown,
    /// The darkest.
    Dark,
}

/// Colour of the drawn person's hair.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureHair {
    /// Black.
    Black,
    /// Dark brown.
    #[default]
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
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureHairStyle {
    /// Tied up behind the crown.
    #[default]
    Bun,
    /// Short all round.
    Short,
}

/// How far the movements of the drawn person go. The breath keeps its time in both.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRange {
    /// As the motion says.
    #[default]
    Full,
    /// Bends and reaches go some three fifths as far (proposed): for whoever is stiff, or begins.
    Smaller,
}

impl FigureBuild {
    /// Every build, from the slightest.
    pub const ALL: [Self; 3] = [Self::Slighter, Self::Middle, Self::Fuller];
}

impl FigureAge {
    /// Both ages.
    pub const ALL: [Self; 2] = [Self::Younger, Self::Older];
}

impl FigureSkin {
    /// Every skin, from the lightest.
    pub const ALL: [Self; 6] =
        [Self::VeryLight, Self::Light, Self::Tan, Self::Olive, Self::Brown, Self::Dark];
}

impl FigureHair {
    /// Every colour of hair.
    pub const ALL: [Self; 7] =
        [Self::Black, Self::DarkBrown, Self::Chestnut, Self::Red, Self::Blond, Self::Grey, Self::White];
}

impl FigureHairStyle {
    /// Both styles.
    pub const ALL: [Self; 2] = [Self::Bun, Self::Short];
}

impl FigureRange {
    /// Both ranges.
    pub const ALL: [Self; 2] = [Self::Full, Self::Smaller];
}

/// What the choices mean for the drawing: how much of everything there is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Width and depth of trunk and legs, times the middle build's.
    pub(crate) girth: f64,
    /// Width of the arms, times the middle build's.
    pub(crate) limb: f64,
    /// How much further forward the belly is, statures.
    pub(crate) belly: f64,
    /// How much rounder the upper back is, and how far forward the head, statures.
    pub(crate) stoop: f64,
    pub(crate) hair: FigureHairStyle,
}

impl From<&FigureChoices> for Form {
    fn from(choices: &FigureChoices) -> Form {
        let (girth, limb, belly) = match choices.build {
            FigureBuild::Slighter => (0.91, 0.92, -0.003),
            FigureBuild::Middle => (1.0, 1.0, 0.0),
            FigureBuild::Fuller => (1.16, 1.13, 0.012),
        };
        let stoop = match choices.age {
            FigureAge::Younger => 0.0,
            FigureAge::Older => 0.014,
        };
        Form { girth, limb, belly, stoop, hair: choices.hair_style }
    }
}
