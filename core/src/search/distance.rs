//! How many typing errors lie between two words.

/// Words longer than this are compared letter by letter only.
const LONGEST: usize = 64;

/// A word made ready to be compared with many others.
///
/// One error is a letter too many, too few, another one, or two neighbours in the wrong order (optimal string
/// alignment). A whole row of the table of distances is kept in the bits of two numbers, so a letter of the other
/// word costs some fifteen operations: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
/// Distances" (2003).
pub(super) struct Pattern {
    /// Where each letter stands in the word, a bit for each place.
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    length: u32,
}

/// The distance to a word, and to whichever beginning of it is nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    pub(super) whole: u32,
    pub(super) beginning: u32,
}

impl Pattern {
    /// None for a word that is empty or too long to be worth it.
    pub(super) fn new(word: &str) -> Option<Self> {
        let mut pattern = Self { ascii: [0; 128], others: Vec::new(), length: 0 };
        for c in word.chars() {
            if pattern.length as usize == LONGEST {
                return None;
            }
            *pattern.places_mut(c) |= 1 << pattern.length;
            pattern.length += 1;
        }
        (pattern.length > 0).then_some(pattern)
    }

    fn places_mut(&mut self, c: char) -> &mut u64 {
        if c.is_ascii() {
            return &mut self.ascii[c as usize];
        }
        let at = self.others.iter().position(|(other, _)| *other == c).unwrap_or_else(|| {
            self.others.push((c, 0));
            self.others.len() - 1
        });
        &mut self.others[at].1
    }

    fn places(&self, c: char) -> u64 {
        if c.is_ascii() {
            return self.ascii[c as usize];
        }
        self.others.iter().find(|(other, _)| *other == c).map_or(0, |(_, places)| *places)
    }

    /// How many letters the word has.
    pub(super) fn chars(&self) -> u32 {
        self.length
    }

    /// From the word to another.
    pub(super) fn distance(&self, word: &str) -> Distance {
        let last = 1_u64 << (self.length - 1);
        // Between one row of the table and the next, the distance goes up, goes down or stays.
        let (mut up, mut down) = (u64::MAX, 0_u64);
        let (mut diagonal, mut places_before) = (0_u64, 0_u64);
        let mut distance = Distance { whole: self.length, beginning: self.length };
        for c in word.chars() {
            let places = self.places(c);
            let swapped = ((!diagonal & places) << 1) & places_before;
            diagonal = ((places & up).wrapping_add(up) ^ up) | places | down | swapped;
            let more = down | !(diagonal | up);
            let less = diagonal & up;
            distance.whole += u32::from(more & last != 0);
            distance.whole -= u32::from(less & last != 0);
            distance.beginning = distance.beginning.min(distance.whole);
            let more = (more << 1) | 1;
            up = (less << 1) | !(diagonal | more);
            down = more & diagonal;
            places_before = places;
        }
        distance
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn distance(a: &str, b: &str) -> (u32, u32) {
        let distance = Pattern::new(a).unwrap().distance(b);
        (distance.whole, distance.beginning)
    }

    /// The table as a textbook fills it.
    fn by_table(a: &str, b: &str) -> (u32, u32) {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    table[i][j] = (i + j) as u32;
                    continue;
                }
                let other = table[i - 1][j - 1] + u32::from(a[i - 1] != b[j - 1]);
                let mut least = other.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                table[i][j] = least;
            }
        }
        let row = &table[a.len()];
        (row[b.len()], *row.iter().min().unwrap())
    }

    #[test]
    fn each_kind_of_error_is_one() {
        for typed in ["sciatca", "sciattica", "sciatika", "sciaitca"] {
            assert_eq!(distance(typed, "sciatica").0, 1, "{typed}");
        }
        assert_eq!(distance("yonqan", "yongquan").0, 2);
    }

    #[test]
    fn a_beginning_counts_as_far_as_it_goes() {
        assert_eq!(distance("siat", "sciatica").1, 1);
        assert_eq!(distance("sci", "sciatica").1, 0);
    }

    #[test]
    fn an_empty_word_and_an_endless_one_are_not_compared() {
        assert!(Pattern::new("").is_none());
        assert!(Pattern::new(&"a".repeat(65)).is_none());
        assert_eq!(distance(&"a".repeat(64), &"a".repeat(80)), (16, 0));
    }

    proptest! {
        #[test]
        fn bits_count_as_the_table_does(a in "[abc命]{1,20}", b in "[abc命]{0,20}") {
            prop_assert_eq!(distance(&a, &b), by_table(&a, &b));
        }
    }
}
