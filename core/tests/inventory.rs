//! Nothing that was found in the five articles is missing: every id of the inventory can be opened, reached and found.
#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may; clippy sees only the test functions themselves

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use mingmen_core::catalogue::{AreaId, BodyMap, ItemId, Origin, Posture, Variant};
use mingmen_core::mingmen::{ItemKind, ItemLink, LibraryFilter};
use serde_json::Value;

mod support;

use support::{Phone, all, new_phone};

/// How many ids the inventory has.
const COUNT: usize = 494;

/// From the Library's two lists, nothing is further away than this: its topic, its movement, or itself.
const TAPS: usize = 2;

/// The five articles.
const ARTICLES: [&str; 5] = ["000", "001", "002", "003", "004"];

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
                let known = ARTICLES.contains(&place.article.as_str());
                assert!(known && place.lines.starts_with(|c: char| c.is_ascii_digit()), "{id}: {place:?}");
            }
        }
    }
}

/// Everything that stands on a page under this name, at whatever depth.
fn named<'a>(page: &'a Value, name: &str) -> Vec<&'a Value> {
    match page {
        Value::Array(items) => items.iter().flat_map(|item| named(item, name)).collect(),
        Value::Object(fields) => {
            let inside = fields.values().flat_map(|field| named(field, name));
            fields.get(name).into_iter().chain(inside).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn everything_that_a_page_says_has_an_origin_and_each_article_speaks() {
    let phone = new_phone();
    let mut cited = BTreeSet::new();
    for id in ids() {
        let page = phone.page(&link(&phone, id)).unwrap();
        for passage in named(&page, "text").iter().filter(|text| text.is_string()) {
            assert!(!passage.as_str().unwrap().trim().is_empty(), "{id} says nothing somewhere");
        }
        for origin in named(&page, "origin") {
            let origin: Origin = serde_json::from_value(origin.clone()).unwrap();
            let Origin::Source { places } = origin else { continue };
            cited.extend(places.into_iter().map(|place| place.article));
        }
    }
    assert_eq!(cited.iter().map(String::as_str).collect::<Vec<_>>(), ARTICLES);
}

#[test]
fn the_page_about_the_sources_tells_of_each_article() {
    let phone = new_phone();
    let page = phone.page(&link(&phone, "guide-about-sources")).unwrap();
    let labels: BTreeSet<&str> = named(&page, "label").into_iter().filter_map(Value::as_str).collect();
    for title in ["Article 000", "Article 001", "Article 002", "Article 003", "Article 004"] {
        assert!(labels.contains(title), "{labels:?}");
    }
}

/// The lines on a page that lead on, with the forms of a movement, which it offers as one tap each.
fn lines_on(phone: &Phone, page: &Value) -> Vec<ItemLink> {
    let forms = page["movement"]["variants"].as_array().into_iter().flatten();
    let forms = forms.map(|form| link(phone, form["id"].as_str().unwrap()));
    all::<ItemLink>(page).into_iter().chain(forms).collect()
}

/// The Library with both lists whole: what to practise, and the topics to read about.
fn library_lines(phone: &Phone) -> Vec<ItemLink> {
    let library = phone.library();
    let topics = library["topics"].as_array().unwrap().iter();
    let topics = topics.map(|topic| link(phone, topic["topic"].as_str().unwrap()));
    all::<ItemLink>(&library).into_iter().chain(topics).collect()
}

/// Every page that lines alone lead to from the Library, nothing searched for, with how many taps it takes.
fn walk(phone: &Phone) -> BTreeMap<String, usize> {
    let mut ahead: VecDeque<(ItemLink, usize)> =
        library_lines(phone).into_iter().map(|line| (line, 1)).collect();
    let mut taps = BTreeMap::new();
    while let Some((line, count)) = ahead.pop_front() {
        if taps.contains_key(line.id.as_str()) {
            continue;
        }
        let page = phone.page(&line).unwrap();
        ahead.extend(lines_on(phone, &page).into_iter().map(|next| (next, count + 1)));
        taps.insert(line.id.0, count);
    }
    taps
}

#[test]
fn every_id_is_two_taps_from_the_library_without_a_search() {
    let taps = walk(&new_phone());
    let far: Vec<(&str, Option<usize>)> = ids()
        .into_iter()
        .map(|id| (id, taps.get(id).copied()))
        .filter(|(_, taps)| taps.is_none_or(|taps| taps > TAPS))
        .collect();
    assert!(far.is_empty(), "too far away, or nowhere: {far:?}");
}

#[test]
fn no_page_is_a_dead_end() {
    let phone = new_phone();
    for id in walk(&phone).into_keys() {
        let page = phone.page(&link(&phone, &id)).unwrap();
        let onwards = lines_on(&phone, &page).into_iter().any(|line| line.id.as_str() != id);
        assert!(onwards, "{id} leads nowhere");
    }
}

#[test]
fn whatever_the_library_is_narrowed_to_it_shows_something_and_the_body_map_has_the_part() {
    let phone = new_phone();
    let map: BodyMap = phone.mingmen.body_map().unwrap();
    let drawn: BTreeSet<AreaId> =
        map.views.iter().flat_map(|view| &view.areas).map(|shape| shape.area.clone()).collect();
    let areas = phone.mingmen.library(&LibraryFilter::default()).unwrap().areas;
    let offered: BTreeSet<AreaId> = areas.into_iter().map(|choice| choice.area).collect();
    assert_eq!(drawn, offered, "what can be tapped is what the Library can be narrowed to");
    for area in offered {
        let filter = LibraryFilter { area: Some(area.clone()), ..LibraryFilter::default() };
        let page = phone.mingmen.library(&filter).unwrap();
        assert!(!page.movements.is_empty() || !page.routines.is_empty(), "nothing for {area}");
    }
}

/// The forms of a movement.
fn forms(phone: &Phone, movement: &ItemId) -> Vec<Variant> {
    phone.mingmen.movement_page(&movement.as_str().into(), &phone.now).unwrap().movement.variants
}

#[test]
fn narrowed_to_little_time_the_library_shows_all_that_takes_no_longer_and_nothing_else() {
    let phone = new_phone();
    let all = phone.mingmen.library(&LibraryFilter::default()).unwrap();
    let short = LibraryFilter { at_most_minutes: Some(all.short_minutes), ..LibraryFilter::default() };
    let page = phone.mingmen.library(&short).unwrap();
    let kept: BTreeSet<_> = page.movements.iter().map(|card| &card.link.id).collect();
    for card in &all.movements {
        let forms = forms(&phone, &card.link.id);
        let fits = forms.iter().any(|form| form.time.seconds <= u32::from(all.short_minutes) * 60);
        assert_eq!(kept.contains(&card.link.id), fits, "{}", card.link.id);
    }
    assert!(kept.len() > 10 && kept.len() < all.movements.len(), "{} of {}", kept.len(), all.movements.len());
    for card in &page.routines {
        let routine = phone.mingmen.routine_page(&card.link.id.as_str().into(), &phone.now).unwrap().routine;
        assert!(routine.minutes <= all.short_minutes, "{} takes {}", card.link.id, routine.minutes);
    }
}

#[test]
fn a_form_that_is_short_and_another_that_is_done_lying_do_not_make_a_short_lying_movement() {
    let phone = new_phone();
    let asked = LibraryFilter { posture: Some(Posture::Lying), at_most_minutes: Some(5), area: None };
    for card in phone.mingmen.library(&asked).unwrap().movements {
        let forms = forms(&phone, &card.link.id);
        let one = forms.iter().any(|form| form.offers(Posture::Lying) && form.minutes() <= 5);
        assert!(one, "{}", card.link.id);
    }
    let none = LibraryFilter { at_most_minutes: Some(0), ..LibraryFilter::default() };
    let page = phone.mingmen.library(&none).unwrap();
    assert!(page.movements.is_empty() && page.routines.is_empty(), "nothing takes no time");
}

#[test]
fn every_point_and_channel_of_the_body_map_opens_a_page_of_its_name() {
    let phone = new_phone();
    let map: BodyMap = phone.mingmen.body_map().unwrap();
    let points = map.views.iter().flat_map(|view| &view.points).map(|point| (&point.item, &point.title));
    let channels =
        map.views.iter().flat_map(|view| &view.channels).map(|channel| (&channel.item, &channel.title));
    for (item, title) in points.chain(channels) {
        let line = link(&phone, item.as_str());
        assert_eq!((&line.title, line.kind), (title, ItemKind::Reading));
        assert!(phone.page(&line).is_ok(), "{item}");
    }
}

/// The words of a title, as somebody types them.
fn typed(title: &str) -> Vec<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[test]
fn every_id_is_found_first_by_its_own_title() {
    let phone = new_phone();
    for id in ids() {
        let title = link(&phone, id).title;
        let hits = phone.mingmen.search(&title).unwrap().hits;
        let before = hits.iter().take_while(|hit| hit.link.id.as_str() != id);
        let others: Vec<&str> =
            before.map(|hit| hit.link.title.as_str()).filter(|other| typed(other) != typed(&title)).collect();
        assert!(others.is_empty(), "{id}: {title:?} finds {others:?} first");
    }
}

#[test]
fn two_lines_with_one_name_say_what_each_of_them_is() {
    let phone = new_phone();
    let mut lines: BTreeMap<(Vec<String>, String), &str> = BTreeMap::new();
    for id in ids() {
        let line = link(&phone, id);
        if let Some(other) = lines.insert((typed(&line.title), line.detail.clone()), id) {
            panic!("{id} and {other} look alike: {} / {}", line.title, line.detail);
        }
    }
}
