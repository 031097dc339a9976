//! The body map: everything inside its view, every place that something can be read about there.

use std::collections::BTreeMap;

use super::super::{BodyMapFacts, Content, ContentFault, LearnFacts, OutlineFacts};
use super::sentences::{Tone, check_label};
use super::words::check_keys;
use super::{Item, Known};

/// Every view is so high.
const HEIGHT: u16 = 1000;

pub(super) fn check(content: &Content, known: &Known<'_>, faults: &mut Vec<ContentFault>) {
    let map = &content.reading.body_map;
    check_map(map, known, &mut Item::single("body-map.json", faults));
    for (name, topic) in &content.reading.topics {
        for facts in &topic.items {
            let mut item = Item::new(format!("learn/{name}.json"), &facts.id, faults);
            check_places(map, facts, &mut item);
        }
    }
    for (locale, words) in &content.reading.words {
        let words = &words.body_map;
        let mut item = Item::single(&format!("{locale}/body-map.json"), faults);
        check_keys(&mut item, "views", map.views.iter().map(|view| view.view.as_str()), &words.views);
        check_keys(&mut item, "places", map.places.iter().map(|place| place.place.as_str()), &words.places);
        for (field, texts) in [("views", &words.views), ("places", &words.places)] {
            for (key, text) in texts {
                check_label(&mut item, &format!("{field}.{key}"), text, Tone::Calm);
            }
        }
    }
}

fn check_map(map: &BodyMapFacts, known: &Known<'_>, item: &mut Item<'_>) {
    let widths: BTreeMap<&str, u16> = map.views.iter().map(|view| (view.view.as_str(), view.width)).collect();
    let inside =
        |view: &str, (x, y): (u16, u16)| widths.get(view).is_some_and(|width| x <= *width && y <= HEIGHT);
    let all_inside = |view: &str, outlines: &[OutlineFacts]| {
        let shapes = !outlines.is_empty() && outlines.iter().all(|outline| outline.len() > 2);
        shapes && outlines.iter().flatten().all(|point| inside(view, *point))
    };
    item.require_different("views", map.views.iter().map(|view| view.view.as_str()));
    item.require_different("places", map.places.iter().map(|place| place.place.as_str()));
    for view in &map.views {
        item.require(
            all_inside(&view.view, &view.outlines),
            format!("views.{}", view.view),
            "is not a shape inside its view",
        );
    }
    for place in &map.places {
        let problem = "is not inside a view";
        item.require(inside(&place.view, (place.x, place.y)), format!("places.{}", place.place), problem);
    }
    for area in &map.areas {
        let field = format!("areas.{}.{}", area.area, area.view);
        item.require(
            known.areas.contains(area.area.as_str()),
            &field,
            "is no part of the body that something is for",
        );
        item.require(all_inside(&area.view, &area.outlines), &field, "is not a shape inside a view");
    }
}

fn check_places(map: &BodyMapFacts, facts: &LearnFacts, item: &mut Item<'_>) {
    let there = |id: &str| map.places.iter().any(|place| place.place == id);
    item.require_known("places", &facts.places, "place of the body map", there);
    item.require_known("path", &facts.path, "place of the body map", there);
    item.require(facts.path.len() != 1, "path", "is one place: a path has two or more");
}
