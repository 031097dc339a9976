//! Ids of facts: text to the rest of the core, 16 bytes in the file.
//!
//! Bytes are half the size of the text, and the same id cannot be there twice in two spellings.

/// The 16 bytes of a `UUIDv7` in its usual form: 36 characters, lower case, hyphens after 8, 12, 16 and 20 digits.
/// `None` for anything else, another version of UUID included (RFC 9562, sections 4 and 5.7).
pub(crate) fn parse(text: &str) -> Option<[u8; 16]> {
    let text = text.as_bytes();
    let is_hyphen = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    if text.len() != 36 || text.iter().enumerate().any(|(at, c)| is_hyphen(at) != (*c == b'-')) {
        return None;
    }
    let mut digits = text.iter().filter(|c| **c != b'-').map(|c| digit(*c));
    let mut bytes = [0; 16];
    for byte in &mut bytes {
        *byte = digits.next()?? << 4 | digits.next()??;
    }
    is_version_7(bytes).then_some(bytes)
}

/// The usual text of 16 bytes, if they are a `UUIDv7`.
pub(crate) fn format(bytes: &[u8]) -> Option<String> {
    let bytes: [u8; 16] = bytes.try_into().ok()?;
    if !is_version_7(bytes) {
        return None;
    }
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    let groups = [hex.get(..8)?, hex.get(8..12)?, hex.get(12..16)?, hex.get(16..20)?, hex.get(20..)?];
    Some(groups.join("-"))
}

fn digit(c: u8) -> Option<u8> {
    match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    }
}

fn is_version_7(bytes: [u8; 16]) -> bool {
    let [_, _, _, _, _, _, version, _, variant, ..] = bytes;
    version >> 4 == 7 && variant >> 6 == 0b10
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The example of RFC 9562, appendix A.6.
    const EXAMPLE: &str = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

    #[test]
    fn the_example_of_the_standard_is_read() {
        let bytes = parse(EXAMPLE).unwrap();
        assert_eq!(bytes[..8], [0x01, 0x7f, 0x22, 0xe2, 0x79, 0xb0, 0x7c, 0xc3]);
        assert_eq!(format(&bytes).unwrap(), EXAMPLE);
    }

    #[test]
    fn anything_but_the_usual_form_of_version_7_is_refused() {
        for text in [
            "",
            "practice-1",
            "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
            "017f22e279b07cc398c4dc0c0c07398f",
            "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
            "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
            "017f22e2-79b0-7cc3-98c4-dc0c0c0739é",
            "017f22e27-9b0-7cc3-98c4-dc0c0c07398f",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_and_bytes_go_both_ways(number in any::<u128>()) {
            let number = number & !(0xf << 76) & !(0b11 << 62) | 7 << 76 | 0b10 << 62;
            let text = format(&number.to_be_bytes()).unwrap();
            prop_assert_eq!(parse(&text), Some(number.to_be_bytes()));
        }
    }
}
