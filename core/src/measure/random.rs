//! Numbers that look random and are the same everywhere for the same seed.

/// `SplitMix64` (Steele, Lea and Flood, 2014): small, and the same on every platform for ever.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u32) -> Self {
        Self(u64::from(seed))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Draws items one after the other until none is left, each with a chance that is its weight's share of what is
    /// there. A weight of 0 counts as 1.
    pub(super) fn draw<T>(&mut self, mut items: Vec<T>, weight: impl Fn(&T) -> u32) -> Vec<T> {
        let weight = |item: &T| u64::from(weight(item).max(1));
        let mut drawn = Vec::with_capacity(items.len());
        while !items.is_empty() {
            let total: u64 = items.iter().map(weight).sum();
            let mark = self.next() % total;
            let mut passed = 0;
            let place = items.iter().take_while(|item| {
                passed += weight(item);
                passed <= mark
            });
            let place = place.count();
            drawn.push(items.remove(place));
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        let mut random = Random(1_234_567);
        let numbers = [random.next(), random.next(), random.next()];
        assert_eq!(
            numbers,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn all_are_drawn_once_and_the_heavier_more_often_first() {
        let mut random = Random::new(1);
        let mut firsts = [0; 3];
        for _ in 0..6_000 {
            let mut drawn = random.draw(vec![0, 1, 2], |item| item + 1);
            firsts[drawn[0] as usize] += 1;
            drawn.sort_unstable();
            assert_eq!(drawn, [0, 1, 2]);
        }
        assert!((900..1_100).contains(&firsts[0]), "{firsts:?}");
        assert!((2_800..3_200).contains(&firsts[2]), "{firsts:?}");
    }
}
