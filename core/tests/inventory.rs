//! Nothing that was found in the five articles is missing: every id of the inventory can be opened, reached and found.
#![allow(clippy::unwrap_used)] // helpers of tests may; clippy sees only the test functions themselves

use std::collections::BTreeSet;

use mingmen_core::catalogue::Origin;
use mingmen_core::mingmen::{ItemKind, ItemLink};
use serde_json::Value;

mod support;

use support::{Phone, all, new_phone};

/// How many ids the inventory has.
const COUNT: usize = 494;

/// A title is found among so many at the top.
const SHOWN_FIRST: usize = 10;

fn ids() -> Vec<&'static str> {
    include_str!("../../tests/vectors/inventory-ids.txt").lines().collect()
}

fn link(phone: &Phone, id: &str) -> ItemLink {
    phone.mingmen.item(&id.into()).unwrap()
}

#[test]
fn the_inventory_is_whole_and_names_nothing_twice() {
    assert_eq!((ids().len(), ids().into_iter().collect::<BTreeSet<_>>().len()), (COUNT, COUNT));
}

#[test]
fn every_id_opens_a_line_and_its_page() {
    let phone = new_phone();
    for id in ids() {
        let link = link(&phone, id);
        assert_eq!(link.id.as_str(), id);
        assert!(!link.title.trim().is_empty(), "{id}");
        assert!(phone.page(&link).is_ok(), "{id}");
    }
}

/// The part of a page that speaks of the id itself: the form where it names one.
fn about<'a>(page: &'a Value, link: &ItemLink) -> &'a Value {
    match link.kind {
        ItemKind::Movement => {
            let forms = page["movement"]["variants"].as_array().unwrap();
            forms.iter().find(|form| form["id"] == link.id.as_str()).unwrap_or(&page["movement"])
        }
        ItemKind::Routine => &page["routine"],
        ItemKind::Topic => page,
        ItemKind::Reading => &page["item"],
    }
}

#[test]
fn every_id_says_where_it_came_from() {
    let phone = new_phone();
    for id in ids() {
        let link = link(&phone, id);
        let page = phone.page(&link).unwrap();
        let origin: Origin = serde_json::from_value(about(&page, &link)["origin"].clone()).unwrap();
        if let Origin::Source { places } = origin {
            assert!(!places.is_empty(), "{id}");
            for place in places {
                let known = ["000", "001", "002", "003", "004"].contains(&place.article.as_str());
                assert!(known && place.lines.starts_with(|c: char| c.is_ascii_digit()), "{id}: {place:?}");
            }
        }
    }
}

/// Everything that a page of a movement holds: its forms, parts, extras and members.
fn inside(page: &Value) -> BTreeSet<String> {
    let lists = ["parts", "extras", "members"].map(|name| &page[name]);
    let links = lists.into_iter().flat_map(all::<ItemLink>).map(|link| link.id.0);
    let forms = page["movement"]["variants"].as_array().unwrap();
    links.chain(forms.iter().map(|form| form["id"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn every_id_is_reached_from_the_library() {
    let phone = new_phone();
    let library = phone.library();
    let rows: Vec<ItemLink> = ["routines", "movements"].iter().flat_map(|name| all(&library[name])).collect();
    let mut reached: BTreeSet<String> = rows.iter().map(|link| link.id.0.clone()).collect();
    for row in rows.iter().filter(|row| row.kind == ItemKind::Movement) {
        reached.extend(inside(&phone.page(row).unwrap()));
    }
    for topic in library["topics"].as_array().unwrap() {
        let id = topic["topic"].as_str().unwrap();
        let page = phone.mingmen.topic_page(&id.into()).unwrap();
        reached.insert(id.to_owned());
        reached.extend(page.items.into_iter().map(|item| item.id.0));
    }
    let missed: Vec<&str> = ids().into_iter().filter(|id| !reached.contains(*id)).collect();
    assert!(missed.is_empty(), "nothing leads to {missed:?}");
}

#[test]
fn every_id_is_found_by_its_own_title() {
    let phone = new_phone();
    let missed: Vec<(&str, String)> = ids()
        .into_iter()
        .map(|id| (id, link(&phone, id).title))
        .filter(|(id, title)| {
            let hits = phone.mingmen.search(title).unwrap().hits;
            !hits.iter().take(SHOWN_FIRST).any(|hit| hit.link.id.as_str() == *id)
        })
        .collect();
    assert!(missed.is_empty(), "not found by their own titles: {missed:?}");
}
