//! New ids: UUIDv7 (RFC 9562, section 5.7) from a seed and the time, so that a test can foretell them.

use crate::zone::Instant;

/// Makes ids. The seed must be fresh each time the database is opened, or ids could come twice.
#[derive(Debug)]
pub(super) struct Ids {
    state: [u64; 4],
    last_ms: u64,
    counter: u16,
}

impl Ids {
    /// Starts from a seed of 32 bytes.
    pub(super) fn new(seed: [u8; 32]) -> Ids {
        let mut state = [0; 4];
        for (word, bytes) in state.iter_mut().zip(seed.chunks_exact(8)) {
            let mut eight = [0; 8];
            eight.copy_from_slice(bytes);
            *word = u64::from_le_bytes(eight);
        }
        // xoshiro never leaves a state of zeroes.
        if state == [0; 4] {
            state = [1, 2, 3, 4];
        }
        let mut ids = Ids { state, last_ms: 0, counter: 0 };
        // Seeds that differ in one bit soon give ids that differ in many.
        for _ in 0..16 {
            ids.random();
        }
        ids
    }

    /// The next id. Ids of one opening sort in the order in which they were made, even within a millisecond.
    pub(super) fn next(&mut self, now: Instant) -> String {
        let now_ms = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        self.counter = if now_ms == self.last_ms { (self.counter + 1) & 0x0fff } else { 0 };
        self.last_ms = now_ms;
        let high = (now_ms << 16) | 0x7000 | u64::from(self.counter);
        let low = (self.random() >> 2) | (0b10 << 62);
        let hex = format!("{high:016x}{low:016x}");
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }

    /// xoshiro256++ 1.0 (Blackman and Vigna, 2019): ids need spread, not secrecy.
    fn random(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn at(ms: i64) -> Instant {
        Instant::from_timestamp_millis(ms).unwrap()
    }

    #[test]
    fn the_same_seed_and_time_give_the_same_ids() {
        let mut ids = Ids::new([7; 32]);
        let mut again = Ids::new([7; 32]);
        assert_eq!(ids.next(at(1_000)), again.next(at(1_000)));
        assert_ne!(Ids::new([8; 32]).next(at(1_000)), Ids::new([7; 32]).next(at(1_000)));
    }

    #[test]
    fn an_id_is_a_version_7_uuid_that_carries_its_time() {
        let id = Ids::new([7; 32]).next(at(0x0123_4567_89ab));
        assert!(id.starts_with("01234567-89ab-7"), "{id}");
        assert!(matches!(id.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{id}");
        assert_eq!(id.len(), 36);
    }

    #[test]
    fn ids_of_one_opening_are_distinct_and_in_order() {
        let mut ids = Ids::new([0; 32]);
        let made: Vec<String> = (0..4_000).map(|i| ids.next(at(5_000 + i / 1_000))).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(made.iter().collect::<BTreeSet<_>>().len(), 4_000);
    }
}
