//! One store, many threads.

use super::samples::*;
use crate::store::{Store, StoreError};
use crate::zone::CivilDate;

const fn shared_by_threads<T: Send + Sync>() {}
const _: () = shared_by_threads::<Store>();

#[test]
fn threads_that_write_and_read_at_once_lose_nothing() {
    let place = Place::new();
    let store = place.open();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let store = &store;
            scope.spawn(move || {
                for number in 0..20 {
                    let written = practice(thread * 100 + number, "2026-05-11");
                    store.write(|w| w.insert_practice(&written)).unwrap();
                    assert_eq!(store.read(|r| r.practice(&written.id)).unwrap(), Some(written));
                }
            });
        }
    });
    let all = store.read(|r| r.practices_between(CivilDate::MIN..=CivilDate::MAX)).unwrap();
    assert_eq!(all.len(), 160);
    assert_eq!(store.read(|r| r.verify()).unwrap(), []);
}

#[test]
fn closing_during_calls_loses_nothing_that_was_acknowledged() {
    let place = Place::new();
    let store = place.open();
    let acknowledged: Vec<usize> = std::thread::scope(|scope| {
        let write_until_closed = |thread: u64| {
            let store = &store;
            move || {
                let write = |number: u64| {
                    store.write(|w| w.insert_practice(&practice(thread * 100_000 + number, "2026-05-11")))
                };
                let mut outcomes = (0..100_000).map(write).skip_while(|it| it.is_ok());
                let first_refusal = outcomes.next();
                assert_eq!(first_refusal, Some(Err(StoreError::Closed)));
                store.lock().is_none()
            }
        };
        let writers: Vec<_> = (0..4).map(|thread| scope.spawn(write_until_closed(thread))).collect();
        std::thread::sleep(std::time::Duration::from_millis(60));
        store.close().unwrap();
        writers.into_iter().map(|writer| usize::from(writer.join().unwrap())).collect()
    });
    assert_eq!(acknowledged, [1; 4]);
}
