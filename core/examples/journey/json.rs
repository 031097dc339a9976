//! Paths, saved values and the comparison of what came with what was expected.

use std::collections::BTreeMap;

use serde_json::Value;

/// The part of a value that a path leads to.
pub(crate) fn at_path<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').filter(|part| !part.is_empty()).try_fold(value, |value, part| match value {
        Value::Array(items) => items.get(part.parse::<usize>().ok()?),
        Value::Object(fields) => fields.get(part),
        _ => None,
    })
}

/// Puts saved values in the place of `"$name"`.
pub(crate) fn resolve(value: &Value, saved: &BTreeMap<String, Value>) -> Result<Value, String> {
    match value {
        Value::String(text) if text.starts_with('$') => {
            let (name, path) = text[1..].split_once('.').unwrap_or((&text[1..], ""));
            let found = saved.get(name).and_then(|value| at_path(value, path));
            found.cloned().ok_or_else(|| format!("nothing was saved as {text}"))
        }
        Value::Array(items) => items.iter().map(|item| resolve(item, saved)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, field)| Ok((name.clone(), resolve(field, saved)?))).collect()
        }
        plain => Ok(plain.clone()),
    }
}

/// Where `found` does not contain what was `expected`; nothing where it does.
pub(crate) fn difference(expected: &Value, found: &Value, path: &str) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected.iter().find_map(|(name, expected)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            match found.get(name) {
                Some(found) => difference(expected, found, &path),
                None => Some(format!("{path}: expected {expected}, found no such field")),
            }
        }),
        (Value::Array(expected), Value::Array(found)) => {
            if expected.len() != found.len() {
                return Some(format!("{path}: expected {} items, found {}", expected.len(), found.len()));
            }
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs.find_map(|(i, (expected, found))| difference(expected, found, &format!("{path}[{i}]")))
        }
        (expected, found) if expected == found => None,
        (expected, found) => Some(format!("{path}: expected {expected}, found {found}")),
    }
}
