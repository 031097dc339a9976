//! Reads the Kotlin that is generated.

use super::Item;
use super::scan::{Declared, declared, enclosed, fields, split_list, tidy};

pub(super) fn items(code: &str) -> Vec<Item> {
    let records =
        declared(code, "data class ").filter(|it| is_top_level(code, it)).filter_map(|it| record(&it));
    let enums = declared(code, "enum class ").filter_map(|it| enumeration(&it));
    let sealed = declared(code, "sealed class ").filter_map(|it| sealed(&it));
    let objects = declared(code, "open class ").filter_map(|it| object(code, &it));
    let aliases = declared(code, "public typealias ").filter_map(|it| alias(&it));
    let functions =
        declared(code, "fun `").filter(|it| is_top_level(code, it)).filter_map(|it| function(&it));
    records.chain(enums).chain(sealed).chain(objects).chain(aliases).chain(functions).collect()
}

/// Whether no class is open around it: what is nested is indented deeper, and every top-level `fun` follows a comment.
fn is_top_level(code: &str, it: &Declared) -> bool {
    let at = code.len() - it.rest.len();
    code.get(..at).is_some_and(|before| before.matches('{').count() == before.matches('}').count())
}

fn record(it: &Declared) -> Option<Item> {
    Some(it.item(format!("data class {}", it.name()), fields(enclosed(it.rest, '(', ')')?)))
}

fn enumeration(it: &Declared) -> Option<Item> {
    let body = enclosed(it.rest, '{', '}')?;
    let (entries, _) = body.split_once(';')?;
    let members = split_list(entries).iter().flat_map(|entry| fields(entry)).collect();
    Some(it.item(format!("enum class {}", it.name()), members))
}

fn sealed(it: &Declared) -> Option<Item> {
    let body = enclosed(it.rest, '{', '}')?;
    let head = it.rest.split('{').next()?;
    let is_error = head.contains("Exception");
    let alone = declared(body, "object ").map(|variant| (variant, true));
    let holding = ["data class ", "class "].into_iter().flat_map(|word| declared(body, word));
    let mut variants: Vec<(Declared, bool)> = alone.chain(holding.map(|variant| (variant, false))).collect();
    // Back in the order of the code: the later the place, the less is left.
    variants.sort_by_key(|(variant, _)| std::cmp::Reverse(variant.rest.len()));
    let members = variants.iter().filter_map(|(variant, alone)| {
        let list = if *alone { "" } else { enclosed(variant.rest, '(', ')')? };
        Some(variant.item(variant.name().to_owned(), fields(list)))
    });
    let kind = if is_error { "sealed exception" } else { "sealed class" };
    Some(it.item(format!("{kind} {}", it.name()), members.collect()))
}

/// An object's documentation and constructors are on its class, its functions' on the interface of it.
fn object(code: &str, it: &Declared) -> Option<Item> {
    let interface_keyword = format!("public interface {}Interface", it.name());
    let interface = declared(code, &interface_keyword).next()?;
    let constructors =
        declared(enclosed(it.rest, '{', '}')?, "constructor").filter_map(|it| constructor(&it));
    let functions = declared(enclosed(interface.rest, '{', '}')?, "fun `").filter_map(|it| function(&it));
    Some(it.item(format!("class {}", it.name()), constructors.chain(functions).collect()))
}

/// Two more constructors are the generated code's own, told by the handle that they take.
fn constructor(it: &Declared) -> Option<Item> {
    let list = enclosed(it.rest, '(', ')')?;
    let is_plumbing = list.contains("Handle");
    (!is_plumbing).then(|| it.item(tidy(&format!("constructor({list})")), Vec::new()))
}

fn function(it: &Declared) -> Option<Item> {
    let line = it.rest.lines().next()?;
    Some(it.item(tidy(&format!("fun {}", line.trim_end().trim_end_matches('{'))), Vec::new()))
}

fn alias(it: &Declared) -> Option<Item> {
    if it.name().starts_with("FfiConverter") {
        return None;
    }
    Some(it.item(tidy(&format!("typealias {}", it.rest.lines().next()?)), Vec::new()))
}
