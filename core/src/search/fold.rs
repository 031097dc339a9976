//! Text to words that can be compared: no case, no accents, no hyphens, no apostrophes.

/// Writing in which words have no gaps between them, or whose single characters already carry meaning: a part of
/// such a word is worth finding, so it matches anywhere inside.
fn is_by_character(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}' // Korean
        | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' // Japanese syllables
        | '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}') // Chinese characters
}

/// Accents that stand on their own after their letter, and what a copied text brings along unseen.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '′')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The words of one text.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Every word, one after another.
    folded: String,
    words: Vec<Word>,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    start: usize,
    end: usize,
    hyphened: bool,
}

impl Words {
    /// The words of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut words = Self::default();
        words.read(text);
        words
    }

    /// Takes in another text and forgets the one before, but keeps its room.
    pub(super) fn read(&mut self, text: &str) {
        self.folded.clear();
        self.words.clear();
        let mut reader =
            Reader { into: self, start: 0, possessive: None, by_character: false, hyphened: false };
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            reader.take(c, characters.as_str());
        }
        reader.end_word();
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, at: usize) -> &str {
        self.run(at, at)
    }

    /// The words from one to another, run together: `qi` and `gong` make `qigong`.
    pub(super) fn run(&self, first: usize, last: usize) -> &str {
        &self.folded[self.words[first].start..self.words[last].end]
    }

    /// Whether only a hyphen parts this word from the one before.
    pub(super) fn is_hyphened(&self, at: usize) -> bool {
        self.words[at].hyphened
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// Every word, run together.
    pub(super) fn run_together(&self) -> &str {
        &self.folded
    }
}

/// Whether a folded word is found by any part of it.
pub(super) fn matches_inside(word: &str) -> bool {
    word.chars().next().is_some_and(is_by_character)
}

/// Goes through a text, character by character.
struct Reader<'a> {
    into: &'a mut Words,
    /// Where the word begins that is being read.
    start: usize,
    /// Where an apostrophe stood in it.
    possessive: Option<usize>,
    by_character: bool,
    /// Whether a hyphen has just ended a word.
    hyphened: bool,
}

impl Reader<'_> {
    fn take(&mut self, c: char, rest: &str) {
        if c.is_ascii_alphanumeric() {
            self.begin_letter(false);
            self.into.folded.push(c.to_ascii_lowercase());
            return;
        }
        let in_word = self.in_word();
        if is_unseen(c) {
            return;
        }
        if is_apostrophe(c) {
            self.possessive = in_word.then_some(self.into.folded.len());
            return;
        }
        let is_digit = |c: char| c.is_ascii_digit();
        if c == '.' && in_word && self.into.folded.ends_with(is_digit) && rest.starts_with(is_digit) {
            self.into.folded.push('.'); // 5.5 breaths a minute
            return;
        }
        if !c.is_alphanumeric() {
            self.end_word();
            self.hyphened = in_word && is_hyphen(c);
            return;
        }
        self.begin_letter(is_by_character(c));
        fold_into(c, &mut self.into.folded);
    }

    fn in_word(&self) -> bool {
        self.into.folded.len() > self.start
    }

    /// Ends the word if the letter to come is of another writing.
    fn begin_letter(&mut self, by_character: bool) {
        if self.by_character != by_character && self.in_word() {
            self.end_word();
        }
        self.by_character = by_character;
    }

    fn end_word(&mut self) {
        let folded = &mut self.into.folded;
        if let Some(at) = self.possessive.take()
            && folded[at..] == *"s"
        {
            folded.truncate(at); // the body's weight: body
        }
        if folded.len() == self.start {
            return;
        }
        self.into.words.push(Word { start: self.start, end: folded.len(), hyphened: self.hyphened });
        self.start = folded.len();
        self.hyphened = false;
    }
}

/// Adds a character beyond ASCII as it is compared.
fn fold_into(c: char, folded: &mut String) {
    if let Some(syllable) = u32::from(c).checked_sub(0xAC00).filter(|syllable| *syllable < 11_172) {
        return push_letters_of(syllable, folded);
    }
    for lower in narrow(c).to_lowercase().filter(|lower| !is_unseen(*lower)) {
        match plain(lower) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(lower),
        }
    }
}

/// A Korean syllable as its letters, so that a syllable still being typed finds the whole one (Unicode, 3.12).
fn push_letters_of(syllable: u32, folded: &mut String) {
    let letters = [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28, 0x11A7 + syllable % 28];
    let count = if syllable.is_multiple_of(28) { 2 } else { 3 };
    folded.extend(letters[..count].iter().filter_map(|letter| char::from_u32(*letter)));
}

/// Letters and digits as wide as a Chinese character, as Chinese and Korean keyboards write them.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// A lower-case letter of European languages, Vietnamese or pinyin without its accent.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ǟ' | 'ǻ' | 'ạ'..='ặ' | 'ɑ' => "a",
        'æ' | 'ǽ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ɡ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => "i",
        'ĵ' | 'ǰ' => "j",
        'ķ' | 'ǩ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ḿ' => "m",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ǹ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' | 'ǿ' | 'ơ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ụ'..='ự' => {
            "u"
        }
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Words::of(text).iter().map(str::to_owned).collect()
    }

    #[test]
    fn case_and_accents_fold_away() {
        assert_eq!(words("Dà Zhuī, NǙXIÀ"), ["da", "zhui", "nuxia"]);
        assert_eq!(words("Straße Œuvre Łódź İzmir"), ["strasse", "oeuvre", "lodz", "izmir"]);
    }

    #[test]
    fn an_accent_apart_from_its_letter_folds_away_too() {
        assert_eq!(words("Da\u{300} Zhui\u{304} nu\u{308}\u{30C}xia"), ["da", "zhui", "nuxia"]);
    }

    #[test]
    fn a_hyphen_parts_words_that_may_be_run_together() {
        let snake = Words::of("Snake-Head movement");
        assert_eq!(snake.iter().collect::<Vec<_>>(), ["snake", "head", "movement"]);
        assert_eq!((0..3).map(|at| snake.is_hyphened(at)).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!((snake.run(0, 1), snake.run_together()), ("snakehead", "snakeheadmovement"));
    }

    #[test]
    fn a_dash_between_gaps_is_no_hyphen() {
        let dash = Words::of("still - and upright");
        assert!((0..dash.len()).all(|at| !dash.is_hyphened(at)));
    }

    #[test]
    fn apostrophes_fold_away_and_what_belongs_to_the_body_is_the_body() {
        assert_eq!(
            words("the body's Qi, don’t, Xi'an, the joints'"),
            ["the", "body", "qi", "dont", "xian", "the", "joints"]
        );
    }

    #[test]
    fn a_number_keeps_its_point_and_a_sentence_loses_it() {
        assert_eq!(words("5.5 breaths. 20 minutes.2"), ["5.5", "breaths", "20", "minutes", "2"]);
    }

    #[test]
    fn chinese_and_latin_letters_part_without_a_gap() {
        assert_eq!(words("命门mingmen命门、涌泉"), ["命门", "mingmen", "命门", "涌泉"]);
        assert_eq!(words("ＧＢ３４"), ["gb34"]);
    }

    #[test]
    fn a_korean_syllable_becomes_its_letters() {
        assert_eq!(words("명문"), ["\u{1106}\u{1167}\u{11BC}\u{1106}\u{116E}\u{11AB}"]);
        assert_eq!(words("며"), ["\u{1106}\u{1167}"]);
        assert!(matches_inside(&words("명문")[0]) && matches_inside("命") && !matches_inside("ming"));
    }

    #[test]
    fn a_text_without_words_has_none() {
        assert!(words(" - ' … \u{301} . ’").is_empty());
    }
}
