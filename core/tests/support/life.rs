//! What a person does in the app before a test looks at it, and every page that can be opened then.

use std::collections::BTreeMap;

use mingmen_core::catalogue::{ItemId, VariantId};
use mingmen_core::mingmen::{BodyQuestion, ItemKind, ItemLink, MakeChoice};
use mingmen_core::own::{BodyAnswer, OwnRoutineDraft, OwnSegment};
use serde_json::Value;

use super::support::{Phone, all, json};

/// A phone on which the screening is answered with "None of these".
pub(crate) fn screened(phone: Phone) -> Phone {
    phone.mingmen.answer_screening(&[], &phone.now).unwrap();
    phone
}

/// A phone on which the body check is answered, too, and routines of the person's own are kept.
pub(crate) fn lived_in(phone: Phone) -> Phone {
    let phone = screened(phone);
    keep_own_routines(&phone);
    answer_everything(&phone);
    phone
}

/// Every page that can be opened, from the first screens on, by what opens it.
pub(crate) fn every_page(phone: &Phone) -> BTreeMap<(ItemKind, ItemId), Value> {
    let (mingmen, now) = (&phone.mingmen, &phone.now);
    let screens = [
        phone.library(),
        json(&mingmen.make_form(now).unwrap()),
        json(&mingmen.notes_form().unwrap()),
        json(&mingmen.suggestions(now).unwrap()),
    ];
    let topics = &screens[0]["topics"];
    let topics = topics.as_array().unwrap().iter().map(|topic| topic["topic"].as_str().unwrap());
    let mut ahead: Vec<ItemLink> = topics.map(|id| mingmen.item(&id.into()).unwrap()).collect();
    ahead.extend(screens.iter().flat_map(all::<ItemLink>));
    let mut pages = BTreeMap::new();
    while let Some(link) = ahead.pop() {
        if pages.contains_key(&(link.kind, link.id.clone())) {
            continue;
        }
        let page = phone.page(&link).unwrap_or_else(|error| panic!("{} does not open: {error}", link.id));
        ahead.extend(all::<ItemLink>(&page));
        pages.insert((link.kind, link.id), page);
    }
    pages
}

/// A body check in which the first answer of every question is given.
pub(crate) fn answer_everything(phone: &Phone) {
    let form = phone.mingmen.body_check_form().unwrap();
    let first = |question: &BodyQuestion| BodyAnswer {
        question: question.id.clone(),
        chosen: question.options.iter().take(1).map(|option| option.id.clone()).collect(),
    };
    let answers: Vec<BodyAnswer> = form.questions.iter().map(first).collect();
    phone.mingmen.answer_body_check(&answers, &phone.now).unwrap();
}

/// Routines of the person's own with every form that can be taken into one, and one that cautions leave nothing of.
pub(crate) fn keep_own_routines(phone: &Phone) {
    let segment = |form: &MakeChoice| OwnSegment {
        variant: VariantId(form.link.id.0.clone()),
        minutes: form.minutes.min(6),
    };
    let forms = phone.mingmen.make_form(&phone.now).unwrap().forms;
    let mut routines: Vec<Vec<OwnSegment>> =
        forms.chunks(20).map(|some| some.iter().map(segment).collect()).collect();
    routines.push(vec![OwnSegment { variant: "forward-fold".into(), minutes: 1 }]);
    for (number, segments) in routines.into_iter().enumerate() {
        let draft = OwnRoutineDraft { name: format!("Mine {number}"), segments };
        phone.mingmen.save_own_routine(&draft, None, &phone.now).unwrap();
    }
}
