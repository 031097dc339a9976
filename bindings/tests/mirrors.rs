//! What the apps read about a type is what the core says about it. The compiler checks that a mirror has the fields of
//! the real type; this checks its words.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Each mirror of records and the file that it mirrors.
const FILES: [(&str, &str); 33] = [
    ("activity", "own/activity"),
    ("archive_pages", "mingmen/archive_views"),
    ("body_map", "catalogue/map_types"),
    ("catalogue", "catalogue/types"),
    ("choices", "practice/choices"),
    ("diary", "mingmen/diary_views"),
    ("error", "mingmen/error"),
    ("figure", "figure/record"),
    ("figure_choices", "figure/choices"),
    ("figure_form", "mingmen/figure_views"),
    ("guidance", "mingmen/guidance_views"),
    ("keeping_pages", "mingmen/keeping_views"),
    ("learn", "catalogue/learn_types"),
    ("library", "mingmen/library_views"),
    ("measure", "measure/types"),
    ("offer", "offer/types"),
    ("own", "own/types"),
    ("own_pages", "mingmen/own_views"),
    ("phone", "reminder/phone"),
    ("plan", "plan/types"),
    ("plan_content", "catalogue/plan_content"),
    ("plan_pages", "mingmen/plan_views"),
    ("practice", "practice/types"),
    ("progress", "progress/types"),
    ("progress_pages", "mingmen/progress_views"),
    ("reminder", "reminder/types"),
    ("reminder_health", "reminder/health"),
    ("reminder_pages", "mingmen/reminder_views"),
    ("reminder_settings", "reminder/settings"),
    ("safety", "safety/types"),
    ("script", "practice/script"),
    ("views", "mingmen/views"),
    ("zone", "zone/mod"),
];

/// The documentation of each type, field and variant in a file, by a path such as `Change.Pause.through`.
fn docs(source: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let (mut path, mut doc) = (Vec::<String>::new(), String::new());
    for line in source.lines() {
        let depth = (line.len() - line.trim_start().len()) / 4;
        let line = line.trim();
        if let Some(words) = line.strip_prefix("///") {
            doc.push_str(words);
            continue;
        }
        if line.starts_with("#[") {
            continue;
        }
        let is_type = line.starts_with("pub struct ") || line.starts_with("pub enum ");
        let is_inside = depth > 0 && path.len() >= depth;
        if !doc.is_empty() && (is_type || is_inside) {
            path.truncate(depth);
            path.push(name(line).to_owned());
            found.insert(path.join("."), plain(&doc));
        }
        if line == "}" && depth == 0 {
            path.clear();
        }
        doc.clear();
    }
    found
}

/// The name that a line declares.
fn name(line: &str) -> &str {
    let words = line.trim_start_matches("pub ").trim_start_matches("struct ").trim_start_matches("enum ");
    let end = words.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(words.len());
    &words[..end]
}

/// The words without Rust's own links, which no other language follows: ``[`Tier::Now`](Tier)`` is `` `Now` ``.
fn plain(doc: &str) -> String {
    let words = doc.split_whitespace().map(|word| {
        let word = word.replace("[`", "`").replace("`]", "`");
        let (before, rest) = word.split_once("`(").map_or((word.as_str(), ""), |(before, rest)| {
            (before, rest.split_once(')').map_or(rest, |(_, after)| after))
        });
        let shown = if before.len() < word.len() { format!("{before}`{rest}") } else { word.clone() };
        match shown.rsplit_once("::") {
            Some((path, last)) if path.starts_with('`') => format!("`{last}"),
            _ => shown,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_mirror_says_what_the_core_says() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (mirror, original) in FILES {
        let mirrored = docs(&fs::read_to_string(home.join(format!("src/{mirror}.rs"))).unwrap());
        let real = docs(&fs::read_to_string(home.join(format!("../core/src/{original}.rs"))).unwrap());
        assert!(!mirrored.is_empty(), "{mirror}.rs mirrors nothing");
        for (path, words) in &mirrored {
            assert_eq!(Some(words), real.get(path), "bindings/src/{mirror}.rs: {path}");
        }
    }
}

#[test]
fn documentation_is_found_by_path_and_without_links() {
    let source = "/// A [`Change`].\n/// Two lines.\n#[derive(Clone)]\npub enum Change {\n    /// Rest, see [`Tier::Now`](Tier).\n    \
                  Pause {\n        /// The last day.\n        through: Day,\n    },\n}\n";
    let expected = [
        ("Change", "A `Change`. Two lines."),
        ("Change.Pause", "Rest, see `Now`."),
        ("Change.Pause.through", "The last day."),
    ];
    assert_eq!(docs(source), expected.map(|(path, words)| (path.to_owned(), words.to_owned())).into());
}
