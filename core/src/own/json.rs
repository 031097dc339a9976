//! A JSON document taken apart one level at a time, each value with its place: so that a fault can say where it is.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::file::{RoutineFileError, RoutineFileProblem, ValueKind};

/// The longest name of a field that an error repeats.
const FIELD_SHOWN: usize = 40;

/// One value of a document.
pub(super) struct Part<'t> {
    document: &'t str,
    /// The text of the value: a slice of the document, which is how its place is known.
    raw: &'t str,
    /// The way to it, such as `segments[2].minutes`.
    field: String,
}

impl<'t> Part<'t> {
    /// The one value of a document. All of it is JSON then; only what an escape in a text stands for is still unknown.
    pub(super) fn document(document: &'t str) -> Result<Self, RoutineFileError> {
        match serde_json::from_str::<&RawValue>(document) {
            Ok(raw) => Ok(Part { document, raw: raw.get(), field: String::new() }),
            Err(error) => {
                let lines = document.split_inclusive('\n').take(error.line().saturating_sub(1));
                let offset = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
                Err(fault(document.as_bytes(), offset, "", RoutineFileProblem::NotJson))
            }
        }
    }

    /// What is wrong with it.
    pub(super) fn fault(&self, problem: RoutineFileProblem) -> RoutineFileError {
        let offset = (self.raw.as_ptr() as usize).saturating_sub(self.document.as_ptr() as usize);
        fault(self.document.as_bytes(), offset, &self.field, problem)
    }

    pub(super) fn is_object(&self) -> bool {
        self.raw.starts_with('{')
    }

    /// Its fields; none may be there twice.
    pub(super) fn into_fields(self) -> Result<Fields<'t>, RoutineFileError> {
        let Members(members) = self.parse(ValueKind::Object, '{')?;
        let (mut left, mut names) = (Vec::new(), BTreeSet::new());
        for (key, value) in members {
            let key = Part { raw: key.get(), field: self.field.clone(), ..self };
            let name = key.text()?;
            let field = self.way_to(&shown(&name));
            if !names.insert(name.clone()) {
                return Err(Part { field, ..key }.fault(RoutineFileProblem::RepeatedField));
            }
            left.push(Field { name, key: key.raw, value: Part { raw: value.get(), field, ..self } });
        }
        Ok(Fields { object: self, left })
    }

    /// Its items, in order.
    pub(super) fn items(&self) -> Result<Vec<Part<'t>>, RoutineFileError> {
        let items: Vec<&'t RawValue> = self.parse(ValueKind::List, '[')?;
        let item = |(i, raw): (usize, &'t RawValue)| Part {
            document: self.document,
            raw: raw.get(),
            field: format!("{}[{i}]", self.field),
        };
        Ok(items.into_iter().enumerate().map(item).collect())
    }

    pub(super) fn text(&self) -> Result<String, RoutineFileError> {
        self.parse(ValueKind::Text, '"')
    }

    /// A number written as digits alone. One that is too large for us is the largest there is.
    pub(super) fn whole_number(&self) -> Result<u64, RoutineFileError> {
        if self.raw.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(self.raw.parse().unwrap_or(u64::MAX))
        } else {
            Err(self.fault(RoutineFileProblem::WrongKind(ValueKind::WholeNumber)))
        }
    }

    /// Reads a value that begins with this character, as one of its kind does.
    fn parse<T: Deserialize<'t>>(&self, kind: ValueKind, begins: char) -> Result<T, RoutineFileError> {
        if !self.raw.starts_with(begins) {
            return Err(self.fault(RoutineFileProblem::WrongKind(kind)));
        }
        // What can still be wrong is an escape that stands for no character.
        serde_json::from_str(self.raw).map_err(|_| self.fault(RoutineFileProblem::NotJson))
    }

    fn way_to(&self, name: &str) -> String {
        if self.field.is_empty() { name.to_owned() } else { format!("{}.{name}", self.field) }
    }
}

/// The fields of an object that nobody has asked for yet.
pub(super) struct Fields<'t> {
    object: Part<'t>,
    left: Vec<Field<'t>>,
}

struct Field<'t> {
    name: String,
    key: &'t str,
    value: Part<'t>,
}

impl<'t> Fields<'t> {
    /// A field's value, if it is there.
    pub(super) fn find(&mut self, name: &str) -> Option<Part<'t>> {
        let at = self.left.iter().position(|field| field.name == name)?;
        Some(self.left.remove(at).value)
    }

    /// The value of a field that has to be there.
    pub(super) fn take(&mut self, name: &str) -> Result<Part<'t>, RoutineFileError> {
        if let Some(value) = self.find(name) {
            return Ok(value);
        }
        let field = self.object.way_to(name);
        Err(Part { field, ..self.object }.fault(RoutineFileProblem::MissingField))
    }

    /// Refuses whatever was not asked for.
    pub(super) fn nothing_else(self) -> Result<(), RoutineFileError> {
        let unknown = self.left.into_iter().next();
        unknown.map_or(Ok(()), |Field { key, value, .. }| {
            Err(Part { raw: key, ..value }.fault(RoutineFileProblem::UnknownField))
        })
    }

    /// The object itself.
    pub(super) fn object(&self) -> &Part<'t> {
        &self.object
    }
}

/// A fault at a byte of a document.
pub(super) fn fault(
    document: &[u8],
    offset: usize,
    field: &str,
    problem: RoutineFileProblem,
) -> RoutineFileError {
    let before = document.get(..offset).unwrap_or(document);
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let starts_character = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    let from_1 = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
    RoutineFileError {
        line: from_1(before.iter().filter(|byte| **byte == b'\n').count()),
        column: from_1(before.iter().skip(line_start).filter(starts_character).count()),
        field: field.to_owned(),
        problem,
    }
}

/// A field's name as an error may repeat it: a stranger wrote it.
fn shown(name: &str) -> String {
    name.chars().take(FIELD_SHOWN).flat_map(char::escape_debug).collect()
}

/// The fields of an object as they stand there.
struct Members<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Seen;

        impl<'t> Visitor<'t> for Seen {
            type Value = Members<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Seen)
    }
}
