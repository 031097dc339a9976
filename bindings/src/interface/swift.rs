//! Reads the Swift that is generated.

use super::Item;
use super::scan::{Declared, declared, enclosed, fields, tidy};

pub(super) fn items(code: &str) -> Vec<Item> {
    let structs = declared(code, "public struct ").filter_map(|it| record(&it));
    // An error's `public` stands on a line of its own.
    let enums = ["public enum ", "enum "].into_iter().flat_map(|word| declared(code, word));
    let enums = enums.filter_map(|it| enumeration(&it));
    let objects = declared(code, "open class ").filter_map(|it| object(code, &it));
    let aliases = declared(code, "public typealias ").filter_map(|it| alias(&it));
    let functions = declared(code, "public func ").filter_map(|it| free_function(&it));
    structs.chain(enums).chain(objects).chain(aliases).chain(functions).collect()
}

fn is_plumbing(name: &str) -> bool {
    name.starts_with("FfiConverter") || name.starts_with("uniffi") || name == "NoHandle"
}

/// What a type conforms to, as it stands after its name.
fn head(it: &Declared) -> Option<String> {
    Some(tidy(it.rest.split('{').next()?))
}

fn record(it: &Declared) -> Option<Item> {
    if is_plumbing(it.name()) {
        return None;
    }
    let body = enclosed(it.rest, '{', '}')?;
    let stored = ["public let ", "public var "].into_iter().flat_map(|word| declared(body, word));
    let members = stored
        .filter_map(|field| Some(field.item(tidy(field.rest.lines().next()?), Vec::new())))
        .filter(|field| !field.line.ends_with('{'));
    Some(it.item(format!("struct {}", head(it)?), members.collect()))
}

fn enumeration(it: &Declared) -> Option<Item> {
    let body = enclosed(it.rest, '{', '}')?;
    let members = declared(body, "case ").filter_map(|case| {
        let name = case.name();
        let after = case.rest.get(name.len()..)?;
        let list = if after.starts_with('(') { enclosed(after, '(', ')')? } else { "" };
        Some(case.item(format!("case {name}"), fields(list)))
    });
    Some(it.item(format!("enum {}", head(it)?), members.collect()))
}

/// An object's documentation and constructors are on its class, its functions' on the protocol of it.
fn object(code: &str, it: &Declared) -> Option<Item> {
    let protocol_keyword = format!("public protocol {}Protocol", it.name());
    let protocol = declared(code, &protocol_keyword).next()?;
    let constructors = declared(enclosed(it.rest, '{', '}')?, "public convenience ")
        .filter_map(|it| Some(it.item(signature(it.rest)?, Vec::new())));
    let functions = declared(enclosed(protocol.rest, '{', '}')?, "func ")
        .filter_map(|it| Some(it.item(tidy(&format!("func {}", it.rest.lines().next()?)), Vec::new())));
    Some(it.item(format!("class {}", head(it)?), constructors.chain(functions).collect()))
}

/// The rest of the line, up to where the body begins.
fn signature(rest: &str) -> Option<String> {
    Some(tidy(rest.lines().next()?.trim_end().trim_end_matches('{')))
}

fn free_function(it: &Declared) -> Option<Item> {
    if is_plumbing(it.name()) {
        return None;
    }
    Some(it.item(format!("func {}", signature(it.rest)?), Vec::new()))
}

fn alias(it: &Declared) -> Option<Item> {
    Some(it.item(tidy(&format!("typealias {}", it.rest.lines().next()?)), Vec::new()))
}
