//! A small library, in the manner of the real one.

use std::sync::LazyLock;

use crate::search::{Document, Found, Index, Lexicon};

pub(super) fn document(id: &str, title: &str, names: &[&str], tags: &[&str], text: &[&str]) -> Document {
    let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    Document { id: id.into(), title: title.into(), names: owned(names), tags: owned(tags), text: owned(text) }
}

pub(super) fn lexicon() -> Lexicon {
    let pair = |(word, words): (&str, &str)| (word.to_owned(), words.to_owned());
    let synonyms =
        [("lumbar", "lower back"), ("belly breathing", "abdominal breathing"), ("tummy", "belly")].map(pair);
    let quiet = ["a", "and", "can", "for", "how", "i", "in", "is", "my", "of", "the", "to", "what", "with"];
    Lexicon { synonyms: synonyms.into(), quiet: quiet.map(str::to_owned).into() }
}

pub(super) fn documents() -> Vec<Document> {
    let mut documents = movements();
    documents.append(&mut pages());
    documents
}

fn movements() -> Vec<Document> {
    vec![
        document(
            "centring-breath",
            "Centring Breath",
            &[],
            &["belly", "shoulders"],
            &["Lay both hands on the belly.", "Breathe deeply and let the shoulders relax."],
        ),
        document(
            "shoulder-circles",
            "Shoulder Circles",
            &[],
            &["shoulders", "neck"],
            &["Breathe in as the shoulders rise, out as they roll back."],
        ),
        document(
            "spinal-wave",
            "Spinal Wave",
            &["Snake-Head movement", "Spinal Wave Technique"],
            &["whole spine", "lower back"],
            &["Let the wave climb from the tailbone to the skull.", "It frees the lower back."],
        ),
        document(
            "seated-wave",
            "Seated arch and round",
            &["Small wave"],
            &["whole spine"],
            &["Sit tall, arch the back, round the back."],
        ),
        document("waist-turns", "Waist Turns", &[], &["waist"], &["Turn slowly from side to side."]),
        document("wrist-circles", "Wrist Circles", &[], &["wrists"], &["Circle the wrists, small and slow."]),
        document("hip-circles", "Hip Circles", &[], &["hips"], &["Sink the Qi, then circle the hips."]),
        document(
            "dragon",
            "Swimming Dragon",
            &["游龙"],
            &["waist", "arms"],
            &["The hands draw three circles."],
        ),
        document(
            "pai-da",
            "Pai Da, rhythmic tapping",
            &["拍打"],
            &["whole body"],
            &["Tap along the arm with a loose hand."],
        ),
        document(
            "meridian-massage",
            "Meridian Massage",
            &[],
            &["legs", "arms"],
            &["Stroke down the bladder meridian.", "Abdominal breathing goes well with it."],
        ),
        document(
            "mobilisation",
            "Joint Mobilisation",
            &["Joint mobilization"],
            &["joints"],
            &["Move each joint in small circles."],
        ),
        document(
            "kidney-tapping",
            "Kidney Tapping and Heel Drops",
            &[],
            &["lower back", "feet"],
            &["Wake Yongquan on the sole of the foot."],
        ),
        document("closing", "Closing Meditation", &[], &[], &["Picture light in the lower Dahn Jon."]),
    ]
}

fn pages() -> Vec<Document> {
    vec![
        document(
            "kidney-1",
            "Kidney 1",
            &["Yong Quan", "Bubbling Spring", "KD1", "涌泉穴"],
            &["soles"],
            &["A point on the sole of the foot."],
        ),
        document(
            "mingmen",
            "Mingmen",
            &["Gate of Life", "Ming Men", "命门", "명문"],
            &["lower back"],
            &["A point of the lower back, opposite the navel."],
        ),
        document(
            "gb34",
            "GB34",
            &["Yang Líng Quán", "阳陵泉"],
            &["knees"],
            &["A point below the outer side of the knee."],
        ),
        document(
            "zu-san-li",
            "Stomach 36",
            &["Zú Sān Lǐ"],
            &["knees"],
            &["A point four fingers below the knee."],
        ),
        document(
            "sciatica",
            "Sciatica",
            &[],
            &["back of the leg"],
            &["A sign, not an illness: a nerve of the lower back is pressed."],
        ),
        document(
            "sciatica-cause",
            "What causes sciatica",
            &[],
            &[],
            &["One article says a disc, another a tight muscle."],
        ),
        document(
            "song",
            "Song, active relaxation",
            &["松"],
            &[],
            &["Bones carry you, muscles let go.", "It takes as long as it takes."],
        ),
        document("qigong", "Qigong", &["气功"], &[], &["Movement, breath and attention."]),
        document("qi", "Qi", &["气"], &[], &["The energy of the body, as tradition sees it."]),
        document(
            "pace",
            "5.5 breaths a minute",
            &["Coherent breathing"],
            &[],
            &["In for five and a half seconds, out for as long."],
        ),
        document("abdominal", "Abdominal breathing", &[], &["belly"], &["Let the belly rise and sink."]),
        document(
            "programme",
            "The twelve-week programme",
            &[],
            &[],
            &["Practise three days a week.", "The body's own pace decides."],
        ),
        document("pain-diary", "When the back hurts", &[], &[], &["Rest, warmth, a gentle breath."]),
    ]
}

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::with_lexicon(documents(), &lexicon()));

pub(super) fn index() -> &'static Index {
    &INDEX
}

pub(super) fn find(query: &str) -> Found<'static> {
    INDEX.search(query, 10)
}

/// The ids of what a query finds, best first.
pub(super) fn ids(query: &str) -> Vec<&'static str> {
    find(query).hits.iter().map(|hit| hit.id).collect()
}

pub(super) fn first(query: &str) -> &'static str {
    ids(query).first().copied().unwrap_or("nothing")
}
