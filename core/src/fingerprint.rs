//! Bytes as their CRC-32, which is enough to see that two are the same.

use serde::Serializer;

/// Writes bytes as `crc32:1c291ca3/4096` (`docs/journeys.md`).
pub(crate) fn as_fingerprint<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("crc32:{:08x}/{}", crc32(bytes), bytes.len()))
}

/// CRC-32 of IEEE 802.3, reflected, bit by bit: it runs over short texts, and in journeys and tests.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn the_check_value_of_crc_32_comes_out() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
