//! Colours as the content writes them, and how far two of them are apart.

use serde::Deserialize;

/// A colour of red, green and blue, 0 to 255 each.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(try_from = "String")]
pub(crate) struct Rgb(pub(crate) [u8; 3]);

/// The deepest tone of a line on skin.
const LINE: Rgb = Rgb([0x12, 0x09, 0x06]);
/// How much of it a line takes.
const LINE_SHARE: f64 = 0.78;

impl TryFrom<String> for Rgb {
    type Error = String;

    fn try_from(text: String) -> Result<Rgb, String> {
        let number = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let number = number.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, red, green, blue] =
            number.ok_or_else(|| format!("\"{text}\" is no colour such as #D6A17E"))?.to_be_bytes();
        Ok(Rgb([red, green, blue]))
    }
}

impl Rgb {
    /// As a number 0xRRGGBB.
    pub(crate) fn number(self) -> u32 {
        let [red, green, blue] = self.0;
        u32::from_be_bytes([0, red, green, blue])
    }

    /// This colour with a share of another in it.
    pub(crate) fn mixed(self, other: Rgb, share: f64) -> Rgb {
        let part = |i: usize| {
            let (from, to) = (f64::from(self.0[i]), f64::from(other.0[i]));
            libm::round(from + (to - from) * share) as u8
        };
        Rgb([part(0), part(1), part(2)])
    }

    /// The colour of eyelids and mouth on this skin.
    pub(crate) fn line(self) -> Rgb {
        self.mixed(LINE, LINE_SHARE)
    }

    /// Relative luminance, 0 to 1 (WCAG 2).
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let c = f64::from(part) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// Contrast to another colour, 1 to 21 (WCAG 2).
    pub(crate) fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// The colour nearest to this one, darker or lighter, that differs from others by this contrast.
    pub(crate) fn apart_from(self, others: [Rgb; 2], least: f64) -> Rgb {
        let is_apart = |colour: &Rgb| others.iter().all(|other| colour.contrast(*other) >= least);
        let steps = (0..=40).map(|step| f64::from(step) / 40.0);
        let shades = steps.flat_map(|share| [Rgb([0; 3]), Rgb([255; 3])].map(|end| self.mixed(end, share)));
        shades.into_iter().find(is_apart).unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(text: &str) -> Rgb {
        Rgb::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn black_and_white_are_as_far_apart_as_can_be() {
        assert!((rgb("#000000").contrast(rgb("#FFFFFF")) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_no_colour_is_repeated_in_the_error() {
        for text in ["D6A17E", "#D6A17", "#D6A17G", ""] {
            assert!(Rgb::try_from(text.to_owned()).unwrap_err().contains(text));
        }
    }

    #[test]
    fn hair_like_the_skin_is_made_darker_or_lighter_until_it_shows() {
        let (skin, stage) = (rgb("#8F5B3B"), rgb("#E9EDDF"));
        let hair = rgb("#8A5A3A").apart_from([skin, stage], 1.35);
        assert!(hair.contrast(skin) >= 1.35);
        assert_eq!(rgb("#2A2422").apart_from([skin, stage], 1.35), rgb("#2A2422"));
    }
}
