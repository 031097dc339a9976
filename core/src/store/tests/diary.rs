//! What was taken back is not shown, what was corrected is shown as it is now, and every row stays.

use proptest::prelude::*;

use super::diary_samples::*;
use super::samples::*;
use crate::own::{Activity, ActivityRatingId};
use crate::practice::{CheckInId, PracticeId};
use crate::store::{Reading, Store, StoreError};
use crate::zone::CivilDate;

fn reopened(place: &Place, store: Store) -> Store {
    store.close().unwrap();
    drop(store);
    place.open()
}

fn rows(place: &Place, table: &str) -> u32 {
    let conn = rusqlite::Connection::open(place.file()).unwrap();
    conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

fn all_practices(r: &Reading<'_>) -> Result<Vec<String>, StoreError> {
    let found = r.practices_between(CivilDate::MIN..=CivilDate::MAX)?;
    Ok(found.into_iter().map(|practice| practice.id.0).collect())
}

#[test]
fn a_corrected_practice_takes_the_place_of_the_one_before_and_both_rows_stay() {
    let place = Place::new();
    let store = place.open();
    let mut corrected = practice(2, "2026-05-12");
    corrected.practised_ms = 600_000;
    store
        .write(|w| {
            w.insert_practice(&practice(1, "2026-05-11"))?;
            w.replace_practice(changed(&id(9)), &PracticeId(id(1)), &corrected)
        })
        .unwrap();
    let again = store.write(|w| w.withdraw_practice(changed(&id(8)), &PracticeId(id(1))));
    assert_eq!(again, Err(StoreError::NotFound { what: "practice", id: id(1) }));
    let store = reopened(&place, store);
    assert_eq!(store.read(all_practices).unwrap(), [id(2)]);
    assert_eq!(store.read(|r| r.practice(&PracticeId(id(1)))).unwrap(), None);
    assert_eq!(store.read(|r| r.practice(&PracticeId(id(2)))).unwrap(), Some(corrected));
    let ever = store.read(|r| r.practices_ever_between(CivilDate::MIN..=CivilDate::MAX)).unwrap();
    assert_eq!(ever.len(), 2);
    assert_eq!((rows(&place, "practice"), rows(&place, "withdrawal")), (2, 1));
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn what_was_noted_about_a_practice_follows_it_when_it_is_corrected_even_to_a_later_day() {
    let place = Place::new();
    let store = place.open();
    store
        .write(|w| {
            w.insert_practice(&practice(1, "2026-05-11"))?;
            w.insert_check_in(&check_in(3, "2026-05-11", Some(1)))?;
            w.insert_day_after(
                &id(4),
                &crate::offer::DayAfter { practice: PracticeId(id(1)), ..day_after() },
            )?;
            w.replace_practice(changed(&id(9)), &PracticeId(id(1)), &practice(2, "2026-05-29"))
        })
        .unwrap();
    let of_it = store.read(|r| r.check_ins_of(&PracticeId(id(2)))).unwrap();
    assert_eq!(of_it, [check_in(3, "2026-05-11", Some(2))]);
    assert_eq!(store.read(|r| r.check_ins_of(&PracticeId(id(1)))).unwrap(), []);
    assert_eq!(store.read(|r| r.days_after()).unwrap()[0].practice, PracticeId(id(2)));
}

#[test]
fn what_was_noted_about_a_practice_stays_on_its_own_when_the_practice_is_taken_back() {
    let place = Place::new();
    let store = place.open();
    let on_its_own = check_in(3, "2026-05-11", None);
    store
        .write(|w| {
            w.insert_practice(&practice(1, "2026-05-11"))?;
            w.insert_check_in(&check_in(3, "2026-05-11", Some(1)))?;
            w.withdraw_practice(changed(&id(9)), &PracticeId(id(1)))
        })
        .unwrap();
    let store = reopened(&place, store);
    assert!(!store.read(|r| r.has_any_practice()).unwrap());
    let found = store.read(|r| r.check_ins_between(CivilDate::MIN..=CivilDate::MAX)).unwrap();
    assert_eq!(found, std::slice::from_ref(&on_its_own));
    assert_eq!(store.read(|r| r.check_in(&CheckInId(id(3)))).unwrap(), Some(on_its_own));
    assert_eq!(store.read(|r| r.check_ins_of(&PracticeId(id(1)))).unwrap(), []);
}

#[test]
fn a_corrected_check_in_can_be_corrected_again_and_deleted_and_then_never_again() {
    let place = Place::new();
    let store = place.open();
    let day = || on("2026-05-11")..=on("2026-05-11");
    let found = |store: &Store| store.read(|r| r.check_ins_between(day())).unwrap();
    store.write(|w| w.insert_check_in(&check_in(1, "2026-05-11", None))).unwrap();
    for number in 2..=3 {
        let (before, now) = (CheckInId(id(number - 1)), check_in(number, "2026-05-11", None));
        store.write(|w| w.replace_check_in(changed(&id(10 + number)), &before, &now)).unwrap();
        assert_eq!(found(&store), [now]);
    }
    let delete = |number| store.write(|w| w.withdraw_check_in(changed(&id(20)), &CheckInId(id(number))));
    let not_found = |number| Err(StoreError::NotFound { what: "check_in", id: id(number) });
    assert_eq!(delete(1), not_found(1));
    assert_eq!(delete(3), Ok(()));
    assert_eq!(delete(3), not_found(3));
    assert_eq!(found(&reopened(&place, store)), []);
    assert_eq!(rows(&place, "check_in"), 3);
}

#[test]
fn a_correction_that_fails_leaves_what_was_there() {
    let place = Place::new();
    let store = place.open();
    let first = check_in(1, "2026-05-11", None);
    store.write(|w| w.insert_check_in(&first)).unwrap();
    let itself = store.write(|w| w.replace_check_in(changed(&id(9)), &first.id, &first));
    assert_eq!(itself, Err(StoreError::AlreadyThere { table: "check_in" }));
    let nameless =
        store.write(|w| w.replace_check_in(changed("9"), &first.id, &check_in(2, "2026-05-11", None)));
    assert!(matches!(nameless, Err(StoreError::InvalidValue { field: "id", .. })));
    let found = store.read(|r| r.check_ins_between(CivilDate::MIN..=CivilDate::MAX)).unwrap();
    assert_eq!((found, rows(&place, "check_in")), (vec![first], 1));
}

#[test]
fn a_change_that_knows_of_another_comes_after_it_though_the_clock_says_otherwise() {
    let place = Place::new();
    let store = place.open();
    let (ahead, behind) = (at("2026-05-15T12:00:00Z"), at("2026-05-15T11:00:00Z"));
    let (first, then) = (check_in(2, "2026-05-11", None), check_in(3, "2026-05-11", None));
    store
        .write(|w| {
            w.insert_check_in(&check_in(1, "2026-05-11", None))?;
            w.replace_check_in(changed_at(&id(9), ahead), &CheckInId(id(1)), &first)?;
            w.replace_check_in(changed_at(&id(8), behind), &first.id, &then)
        })
        .unwrap();
    assert_eq!(store.read(|r| r.check_in(&then.id)).unwrap(), Some(then));
}

#[test]
fn an_activity_comes_back_by_its_last_revision_and_a_retired_one_keeps_its_name() {
    let place = Place::new();
    let store = place.open();
    let (late, retired) = (at("2026-05-16T08:00:00Z"), Activity { retired: true, ..activity(21, 2) });
    store
        .write(|w| {
            w.insert_activity(&id(1), late, &activity(20, 2))?;
            w.insert_activity(&id(2), activity(20, 1).named_at, &activity(20, 1))?;
            w.insert_activity(&id(3), activity(21, 1).named_at, &activity(21, 1))?;
            w.insert_activity(&id(4), late, &retired)
        })
        .unwrap();
    let store = reopened(&place, store);
    let kept_name = Activity { name: activity(21, 1).name, ..retired };
    assert_eq!(store.read(|r| r.activities()).unwrap(), [activity(20, 2), kept_name]);
}

#[test]
fn ratings_are_found_by_day_and_can_be_corrected_and_taken_back() {
    let place = Place::new();
    let store = place.open();
    let (first, second, third) =
        (rating(1, "2026-05-12", 3), rating(2, "2026-05-26", 5), rating(3, "2026-05-26", 6));
    store
        .write(|w| {
            w.insert_activity_rating(&second)?;
            w.insert_activity_rating(&first)?;
            w.replace_activity_rating(changed(&id(9)), &second.id, &third)?;
            w.withdraw_activity_rating(changed(&id(8)), &first.id)
        })
        .unwrap();
    let store = reopened(&place, store);
    let found = |from, through| store.read(|r| r.activity_ratings_between(on(from)..=on(through))).unwrap();
    assert_eq!(found("2026-05-11", "2026-05-25"), []);
    assert_eq!(found("2026-05-26", "2026-05-26"), [third]);
    assert_eq!(store.read(|r| r.activity_rating(&first.id)).unwrap(), None);
    let again = store.write(|w| w.withdraw_activity_rating(changed(&id(7)), &ActivityRatingId(id(1))));
    assert_eq!(again, Err(StoreError::NotFound { what: "activity_rating", id: id(1) }));
    let too_much = store.write(|w| w.insert_activity_rating(&rating(5, "2026-05-26", 11)));
    assert!(matches!(too_much, Err(StoreError::InvalidValue { field: "activity_rating", .. })));
}

#[test]
fn milestones_come_back_in_the_order_in_which_they_were_told() {
    let place = Place::new();
    let store = place.open();
    let mut later = told();
    later.told_at += chrono::Duration::milliseconds(1);
    later.milestone = "first-week".into();
    store
        .write(|w| {
            w.insert_told(&id(1), &later)?;
            w.insert_told(&id(2), &told())
        })
        .unwrap();
    assert_eq!(reopened(&place, store).read(|r| r.told()).unwrap(), [told(), later]);
}

/// What was done to a diary: the entry, whether it was deleted, and the instant.
fn changes() -> impl Strategy<Value = Vec<(usize, bool, i64)>> {
    prop::collection::vec((0_usize..4, any::<bool>(), 0_i64..1_000), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_corrected_and_deleted_each_practice_is_there_once_or_not_at_all(changes in changes()) {
        let place = Place::new();
        let store = place.open();
        let noon = at("2026-05-15T12:00:00Z");
        let mut now: Vec<Option<u64>> = (0..4).map(Some).collect();
        store.write(|w| (0..4).try_for_each(|it| w.insert_practice(&practice(it, "2026-05-11")))).unwrap();
        for (number, (entry, deleted, millis)) in (100..).zip(changes) {
            let Some(version) = now[entry] else { continue };
            let (change_id, of) = (id(number + 100), PracticeId(id(version)));
            let change = changed_at(&change_id, noon + chrono::Duration::milliseconds(millis));
            store.write(|w| match deleted {
                true => w.withdraw_practice(change, &of),
                false => w.replace_practice(change, &of, &practice(number, "2026-05-11")),
            }).unwrap();
            now[entry] = (!deleted).then_some(number);
        }
        let mut expected: Vec<String> = now.into_iter().flatten().map(id).collect();
        expected.sort();
        let store = reopened(&place, store);
        prop_assert_eq!(store.read(all_practices).unwrap(), expected);
        prop_assert_eq!(store.read(|r| r.verify()).unwrap(), []);
    }
}
