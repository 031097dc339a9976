//! Who the drawn person is.

/// How the hair is worn.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum FigureHairStyle {
    /// Tied up behind the crown.
    #[default]
    Bun,
    /// Short all round.
    Short,
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
    /// How much rounder the upper back is, statures.
    pub(crate) stoop: f64,
    pub(crate) hair: FigureHairStyle,
}

impl Default for Form {
    fn default() -> Form {
        Form { girth: 1.0, limb: 1.0, belly: 0.0, stoop: 0.0, hair: FigureHairStyle::Bun }
    }
}
