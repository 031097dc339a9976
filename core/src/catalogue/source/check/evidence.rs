//! Evidence: every number within reason, and every source a paper that is listed.

use super::super::{Content, ContentFault, EvidenceFacts, MeasuredFact};
use super::Item;

/// The source of a number that is ours.
const PROPOSED: &str = "proposed";

pub(super) fn check(content: &Content, faults: &mut Vec<ContentFault>) {
    let mut item = Item::single("evidence.json", faults);
    let facts = &content.evidence;
    check_papers(facts, &mut item);
    check_thresholds(facts, &mut item);
    check_trials(facts, &mut item);
    let milestones = &facts.milestones;
    for (field, numbers) in [("practices", &milestones.practices), ("hours", &milestones.hours)] {
        let ascend = numbers.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
        let positive = numbers.first().is_none_or(|first| *first > 0);
        item.require(ascend && positive, format!("milestones.{field}"), "do not ascend from 1 or more");
    }
    check_source("milestones.source", &milestones.source, facts, &mut item);
}

fn check_papers(facts: &EvidenceFacts, item: &mut Item<'_>) {
    item.require_different("papers", facts.papers.iter().map(|paper| paper.paper.as_str()));
    for (index, paper) in facts.papers.iter().enumerate() {
        let whole = paper.citation.trim() == paper.citation && paper.citation.ends_with('.');
        item.require(whole, format!("papers[{index}].citation"), "is no citation that ends with a full stop");
        let doi = paper.doi.as_ref().is_none_or(|doi| doi.starts_with("10.") && doi.contains('/'));
        item.require(doi, format!("papers[{index}].doi"), "does not begin with `10.`, or has no slash");
    }
}

fn check_thresholds(facts: &EvidenceFacts, item: &mut Item<'_>) {
    for kind in [MeasuredFact::Pain, MeasuredFact::Activity, MeasuredFact::Other] {
        let count = facts.thresholds.iter().filter(|threshold| threshold.of == kind).count();
        item.require(count == 1, "thresholds", format!("has {count} for {kind:?}, not one"));
    }
    for (index, threshold) in facts.thresholds.iter().enumerate() {
        let field = format!("thresholds[{index}]");
        let points = (1..=10).contains(&threshold.points);
        item.require(points, format!("{field}.points"), format!("{} is not 1 to 10", threshold.points));
        let percent = threshold.percent.is_none_or(|percent| (1..=100).contains(&percent));
        item.require(percent, format!("{field}.percent"), "is not 1 to 100");
        check_source(&format!("{field}.source"), &threshold.source, facts, item);
    }
}

fn check_trials(facts: &EvidenceFacts, item: &mut Item<'_>) {
    let trials = &facts.trials;
    let in_order = 0 < trials.least && trials.least <= trials.lower && trials.lower <= trials.most;
    item.require(in_order && trials.most <= 1_000, "trials", "`least`, `lower` and `most` are not in order");
    item.require(trials.trials > 0 && trials.people > 0, "trials", "has no trials, or nobody in them");
    let cited = facts.papers.iter().any(|paper| paper.paper == trials.source);
    item.require(cited, "trials.source", format!("there is no paper `{}`", trials.source));
}

fn check_source(field: &str, source: &str, facts: &EvidenceFacts, item: &mut Item<'_>) {
    let known = source == PROPOSED || facts.papers.iter().any(|paper| paper.paper == source);
    item.require(known, field, format!("`{source}` is no paper of the list, and not `{PROPOSED}`"));
}
