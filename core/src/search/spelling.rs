//! British and American spelling of the words that such a catalogue has use for.

/// Beginnings of words, British and American. The first that fits is taken, so a longer one stands before a shorter.
const BEGINNINGS: [(&str, &str); 51] = [
    ("ageing", "aging"),
    ("anaemi", "anemi"),
    ("anaesth", "anesth"),
    ("behaviour", "behavior"),
    ("caesarean", "cesarean"),
    ("catalogue", "catalog"),
    ("centring", "centering"),
    ("centred", "centered"),
    ("centre", "center"),
    ("colour", "color"),
    ("cosy", "cozy"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("diarrhoea", "diarrhea"),
    ("endeavour", "endeavor"),
    ("favour", "favor"),
    ("fibre", "fiber"),
    ("flavour", "flavor"),
    ("foetus", "fetus"),
    ("fulfilment", "fulfillment"),
    ("grey", "gray"),
    ("gynaeco", "gyneco"),
    ("haem", "hem"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("humour", "humor"),
    ("judgement", "judgment"),
    ("labelled", "labeled"),
    ("labour", "labor"),
    ("leukaemi", "leukemi"),
    ("licence", "license"),
    ("litre", "liter"),
    ("manoeuvr", "maneuver"),
    ("metre", "meter"),
    ("mould", "mold"),
    ("neighbour", "neighbor"),
    ("odour", "odor"),
    ("oedema", "edema"),
    ("oesoph", "esoph"),
    ("oestr", "estr"),
    ("orthopaed", "orthoped"),
    ("paediatr", "pediatr"),
    ("practis", "practic"),
    ("programme", "program"),
    ("pyjama", "pajama"),
    ("rumour", "rumor"),
    ("sceptic", "skeptic"),
    ("skilful", "skillful"),
    ("travell", "travel"),
    ("tumour", "tumor"),
    ("vigour", "vigor"),
];

/// What follows the letter that changes in *mobilise, mobilize* and *analyse, analyze*.
const ENDS: [&str; 8] = ["ation", "ations", "e", "ed", "er", "ers", "es", "ing"];
const CHANGES: [(&str, &str); 4] = [("is", "iz"), ("iz", "is"), ("ys", "yz"), ("yz", "ys")];
/// So many letters stand before it at least: *rise* is no such word.
const BEFORE_THE_CHANGE: usize = 4;

/// The same folded word as the other side of the ocean spells it. It may be a word that nobody writes
/// (*exercize*): nobody will look for it either.
pub(super) fn other_spelling(word: &str) -> Option<String> {
    other_beginning(word).or_else(|| other_end(word))
}

fn other_beginning(word: &str) -> Option<String> {
    let first = word.bytes().next()?;
    let may_begin = |(british, american): &&(&str, &str)| {
        [british, american].iter().any(|beginning| beginning.as_bytes().first() == Some(&first))
    };
    BEGINNINGS.iter().filter(may_begin).find_map(|(british, american)| {
        let british_rest = word.strip_prefix(british).map(|rest| format!("{american}{rest}"));
        british_rest.or_else(|| word.strip_prefix(american).map(|rest| format!("{british}{rest}")))
    })
}

fn other_end(word: &str) -> Option<String> {
    ENDS.iter().find_map(|end| {
        let begun = word.strip_suffix(end)?;
        let (stem, change) = CHANGES.iter().find_map(|(from, to)| Some((begun.strip_suffix(from)?, to)))?;
        (stem.len() >= BEFORE_THE_CHANGE).then(|| format!("{stem}{change}{end}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_has_the_spelling_of_the_other() {
        for (british, american) in [
            ("centring", "centering"),
            ("centred", "centered"),
            ("practise", "practice"),
            ("practising", "practicing"),
            ("programme", "program"),
            ("programmes", "programs"),
            ("mobilisation", "mobilization"),
            ("analysed", "analyzed"),
            ("colours", "colors"),
            ("travelling", "traveling"),
        ] {
            assert_eq!(other_spelling(british).as_deref(), Some(american));
            assert_eq!(other_spelling(american).as_deref(), Some(british));
        }
    }

    #[test]
    fn most_words_have_one_spelling() {
        for word in ["rise", "wise", "size", "hour", "four", "wave", "a", "", "命门"] {
            assert_eq!(other_spelling(word), None, "{word}");
        }
    }
}
