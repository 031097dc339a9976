//! Several phones of one person come to the same, whichever gives first and however often.

use proptest::prelude::*;

use super::*;
use crate::own::NoteId;
use crate::store::Change;
use crate::store::tests::own_samples::{figure_choices, note, own_routine};
use crate::store::tests::samples::{change, check_in, enrolment_draft, every_change, id, practice};
use crate::zone::Instant;

/// One thing that a person does on a phone.
#[derive(Clone, Debug)]
enum Deed {
    Practise {
        day: u32,
    },
    CheckIn {
        day: u32,
    },
    Note {
        day: u32,
    },
    TakeBackNote,
    Enrol,
    Change {
        nth: usize,
    },
    KeepRoutine,
    ChooseFigure,
    /// What another phone has comes over.
    Hear {
        from: usize,
    },
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (11_u32..30).prop_map(|day| Deed::Practise { day }),
        3 => (11_u32..30).prop_map(|day| Deed::CheckIn { day }),
        2 => (11_u32..30).prop_map(|day| Deed::Note { day }),
        1 => Just(Deed::TakeBackNote),
        1 => Just(Deed::Enrol),
        2 => (0_usize..15).prop_map(|nth| Deed::Change { nth }),
        1 => Just(Deed::KeepRoutine),
        1 => Just(Deed::ChooseFigure),
        1 => (0_usize..5).prop_map(|from| Deed::Hear { from }),
    ]
}

/// What each of 3 to 5 phones does, one after the other.
fn histories() -> impl Strategy<Value = (usize, Vec<(usize, Deed)>)> {
    (3_usize..=5, prop::collection::vec((0_usize..5, deed()), 0..30))
}

/// A phone, and the ids of what it knows that can be built upon.
struct Phone {
    place: Place,
    store: Store,
    notes: Vec<NoteId>,
    enrolments: Vec<String>,
}

impl Phone {
    fn new() -> Self {
        let place = Place::new();
        let store = place.open();
        Self { place, store, notes: Vec::new(), enrolments: Vec::new() }
    }

    /// What another phone knows comes over by an archive.
    fn hear(&self, other: &Phone) -> Taken {
        let text = archive(&other.place, &other.store);
        take_text(&self.place, &self.store, text.as_bytes(), TakeMode::Merge).unwrap()
    }

    fn live(&mut self, number: u64, deed: &Deed) {
        let (fresh, day) = (id(number), |day: u32| format!("2026-05-{day}"));
        let now: Instant = made_at() + chrono::Duration::minutes(i64::try_from(number & 0xffff).unwrap());
        let done = self.store.write(|w| match deed {
            Deed::Practise { day: on } => w.insert_practice(&practice(number, &day(*on))),
            Deed::CheckIn { day: on } => w.insert_check_in(&check_in(number, &day(*on), None)),
            Deed::Note { day: on } => {
                self.notes.push(NoteId(fresh.clone()));
                w.insert_note(&note(number, &day(*on)))
            }
            Deed::TakeBackNote => match self.notes.pop() {
                Some(note) => w.withdraw_note(Change { id: &fresh, at: now }, &note),
                None => Ok(()),
            },
            Deed::Enrol => {
                self.enrolments.push(fresh.clone());
                w.insert_enrolment(&fresh.clone().into(), now, &enrolment_draft())
            }
            Deed::Change { nth } => match self.enrolments.last() {
                Some(enrolment) => w.insert_change(
                    &fresh,
                    &enrolment.clone().into(),
                    &change(every_change().swap_remove(*nth)),
                ),
                None => Ok(()),
            },
            Deed::KeepRoutine => w.insert_own_routine(&fresh, now, &own_routine(number, 1)),
            Deed::ChooseFigure => w.insert_figure_choices(&fresh, now, &figure_choices()),
            Deed::Hear { .. } => Ok(()),
        });
        done.unwrap();
    }
}

/// Phones that lived so.
fn phones(count: usize, deeds: &[(usize, Deed)]) -> Vec<Phone> {
    let mut phones: Vec<Phone> = (0..count).map(|_| Phone::new()).collect();
    for (number, (phone, deed)) in (1_000..).zip(deeds) {
        let phone = phone % count;
        match deed {
            Deed::Hear { from } if from % count != phone => drop(phones[phone].hear(&phones[from % count])),
            deed => phones[phone].live(number, deed),
        }
    }
    phones
}

/// What some phones know together, told one after the other to a new one.
fn told<'p>(phones: impl IntoIterator<Item = &'p Phone>) -> Phone {
    let new = Phone::new();
    for phone in phones {
        new.hear(phone);
    }
    new
}

/// How many histories are lived: three on every change, ten thousand by
/// `MINGMEN_CASES=10000 cargo test -p mingmen-core --release phones_come_to_the_same`.
fn cases() -> ProptestConfig {
    let asked = std::env::var_os("MINGMEN_CASES").and_then(|cases| cases.to_str()?.parse().ok());
    let cases = asked.unwrap_or(3);
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn phones_come_to_the_same_in_whatever_order_they_hear_of_each_other((count, deeds) in histories()) {
        let phones = phones(count, &deeds);
        let forth = dump(&told(&phones).store);
        prop_assert_eq!(&dump(&told(phones.iter().rev()).store), &forth);
        // (a + b) + (c + …) is (((a + b) + c) + …).
        let (first, rest) = phones.split_at(2);
        let (first, rest) = (told(first), told(rest));
        first.hear(&rest);
        prop_assert_eq!(&dump(&first.store), &forth);
        // What comes back brings nothing new, and a phone that heard of all knows the same as all.
        prop_assert_eq!(first.hear(&rest), Taken::default());
        phones[0].hear(&first);
        prop_assert_eq!(&dump(&phones[0].store), &forth);
        prop_assert_eq!(first.hear(&phones[0]), Taken::default());
        // Nothing was lost and nothing doubled: each phone's rows are all there, and no others.
        let rows = |phone: &Phone| dump(&phone.store).into_iter().flat_map(|(name, rows)| {
            rows.into_iter().map(move |row| (name.clone(), row.id().to_vec()))
        }).collect::<std::collections::BTreeSet<_>>();
        let all: std::collections::BTreeSet<_> = phones.iter().flat_map(&rows).collect();
        prop_assert_eq!(rows(&first), all);
    }
}
