//! The colours of the two themes.

use mingmen_core::figure::{FigurePaint, FigureShape, FigureTone, FigureTones};

/// The colour of the light.
const WARM: [f32; 3] = [1.0, 0.97, 0.90];

/// The colours of one theme. Those that are tokens of the design bear their names.
pub(crate) struct Look {
    pub(crate) name: &'static str,
    is_dark: bool,
    /// What is behind the figure.
    pub(crate) stage: [f32; 3],
    /// Words and rules on the stage.
    pub(crate) ink: [f32; 3],
    /// What is far away takes on some of this.
    far: [f32; 3],
    far_share: f32,
    shadow_opacity: f32,
    colours: fn(FigurePaint) -> [f32; 3],
}

const fn hex(x: u32) -> [f32; 3] {
    [((x >> 16) & 255) as f32 / 255.0, ((x >> 8) & 255) as f32 / 255.0, (x & 255) as f32 / 255.0]
}

/// By day.
pub(crate) const LIGHT: Look = Look {
    name: "light",
    is_dark: false,
    stage: hex(0xE9EDDF),
    ink: hex(0x5C574C),
    far: hex(0x26343F),
    far_share: 0.26,
    shadow_opacity: 0.16,
    colours: |paint| match paint {
        FigurePaint::Shadow => hex(0x24211C),
        FigurePaint::Mat => hex(0xD6CBB7),
        FigurePaint::Wood => hex(0xCDB08C),
        FigurePaint::Jacket => hex(0x3F7F6D),
        FigurePaint::JacketLine => hex(0x103C31),
        FigurePaint::Trousers => hex(0x3D4448),
        FigurePaint::Shoe => hex(0x24211C),
        FigurePaint::Gap => hex(0xE9EDDF),
        FigurePaint::Accent => hex(0xB8641A),
        FigurePaint::Attention => hex(0xE0862F),
        FigurePaint::Skin | FigurePaint::Hair | FigurePaint::FaceLine => hex(0),
    },
};

/// By night.
pub(crate) const DARK: Look = Look {
    name: "dark",
    is_dark: true,
    stage: hex(0x1A211D),
    ink: hex(0xB9B3A4),
    far: hex(0x1A211D),
    far_share: 0.36,
    shadow_opacity: 0.45,
    colours: |paint| match paint {
        FigurePaint::Shadow => hex(0x000000),
        FigurePaint::Mat => hex(0x3D392F),
        FigurePaint::Wood => hex(0x7A6A54),
        FigurePaint::Jacket => hex(0x6DAE99),
        FigurePaint::JacketLine => hex(0x0B2A22),
        FigurePaint::Trousers => hex(0x93968F),
        FigurePaint::Shoe => hex(0xC2B8A7),
        FigurePaint::Gap => hex(0x1A211D),
        FigurePaint::Accent => hex(0xE7A95F),
        FigurePaint::Attention => hex(0xF0B468),
        FigurePaint::Skin | FigurePaint::Hair | FigurePaint::FaceLine => hex(0),
    },
};

/// What a shape is filled with.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Tone {
    /// Its colour towards the light; of a thing without shade, its colour everywhere.
    pub(crate) lit: [f32; 3],
    /// Its colour away from the light.
    pub(crate) shaded: [f32; 3],
    pub(crate) opacity: f32,
}

impl Look {
    /// How a shape looks. Cloth, skin and hair are a little lighter towards the upper right of the whole figure, darker
    /// below left: one gradient for all, or the parts of a limb would show seams. Skin, hair and face are the person's `own`.
    pub(crate) fn tone(&self, shape: &FigureShape, own: FigureTones) -> Tone {
        let far = f32::from(shape.far_permille) / 1000.0;
        let by_theme = |tone: FigureTone| hex(if self.is_dark { tone.dark } else { tone.light });
        let near = match shape.paint {
            FigurePaint::Skin => by_theme(own.skin),
            FigurePaint::Hair => by_theme(own.hair),
            FigurePaint::FaceLine => by_theme(own.face_line),
            paint => (self.colours)(paint),
        };
        let rgb = mix(near, self.far, far * self.far_share);
        let strong = if shape.paint == FigurePaint::Shadow { self.shadow_opacity } else { 1.0 };
        let strength = match shape.paint {
            FigurePaint::Jacket | FigurePaint::Trousers | FigurePaint::Hair => 0.10,
            FigurePaint::Skin => 0.05,
            _ => 0.0,
        };
        Tone {
            lit: mix(rgb, WARM, strength),
            shaded: mix(rgb, self.far, strength * 1.6),
            opacity: f32::from(shape.opacity_permille) / 1000.0 * strong,
        }
    }
}

fn mix(a: [f32; 3], b: [f32; 3], share: f32) -> [f32; 3] {
    [0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * share)
}
