//! A row as a line: a flat JSON list of texts, whole numbers and nulls. Nothing nests, so nothing can nest too deep.

use rusqlite::types::Value;

use crate::store::{Holds, Row, RowTable};
use crate::uuid;

/// A value of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// The byte of the line at which it begins.
    pub(super) at: usize,
    pub(super) says: Says,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Null,
    Whole(i64),
    Text(String),
}

/// Takes a line apart; the error is the byte at which it stops being a row.
pub(super) fn read(line: &str) -> Result<Vec<Cell>, usize> {
    let bytes = line.as_bytes();
    if bytes.first() != Some(&b'[') {
        return Err(0);
    }
    let (mut at, mut cells) = (1, Vec::new());
    loop {
        let (says, end) = cell(line, at).ok_or(at)?;
        cells.push(Cell { at, says });
        match bytes.get(end) {
            Some(b',') => at = end + 1,
            Some(b']') if end + 1 == bytes.len() => return Ok(cells),
            _ => return Err(end),
        }
    }
}

/// The value that begins at a byte, and the byte after it.
fn cell(line: &str, at: usize) -> Option<(Says, usize)> {
    let rest = line.as_bytes().get(at..)?;
    match rest.first()? {
        b'"' => {
            let end = at + text_length(rest)?;
            Some((Says::Text(serde_json::from_str(line.get(at..end)?).ok()?), end))
        }
        b'n' => rest.starts_with(b"null").then_some((Says::Null, at + 4)),
        _ => {
            let length = rest.iter().take_while(|byte| matches!(byte, b'-' | b'0'..=b'9')).count();
            Some((Says::Whole(line.get(at..at + length)?.parse().ok()?), at + length))
        }
    }
}

/// The length of a text with both its marks.
fn text_length(rest: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match rest.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// The cell as a column holds it; the error is what belongs there. That a column may not be null, the schema says.
pub(super) fn value(cell: &Cell, holds: Holds) -> Result<Value, Holds> {
    match (&cell.says, holds) {
        (Says::Null, _) => Ok(Value::Null),
        (Says::Whole(number), Holds::Whole) => Ok(Value::Integer(*number)),
        (Says::Text(text), Holds::Text) => Ok(Value::Text(text.clone())),
        (Says::Text(text), Holds::Id) => match uuid::parse(text) {
            Some(bytes) => Ok(Value::Blob(bytes.to_vec())),
            None => Err(holds),
        },
        _ => Err(holds),
    }
}

/// A row as a line, without its end. `None` where a value is of a kind that no column of ours has.
pub(super) fn write(table: &RowTable, row: &Row) -> Option<String> {
    let mut line = format!("[{}", serde_json::to_string(&table.name).ok()?);
    for value in &row.values {
        line.push(',');
        match value {
            Value::Null => line.push_str("null"),
            Value::Integer(number) => line.push_str(&number.to_string()),
            Value::Text(text) => line.push_str(&serde_json::to_string(text).ok()?),
            Value::Blob(bytes) => {
                line.push('"');
                line.push_str(&uuid::format(bytes)?);
                line.push('"');
            }
            Value::Real(_) => return None,
        }
    }
    line.push(']');
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_row_is_a_flat_list_and_nothing_else_is() {
        let says = |line| read(line).map(|cells| cells.into_iter().map(|cell| cell.says).collect::<Vec<_>>());
        let text = |text: &str| Says::Text(text.to_owned());
        assert_eq!(
            says(r#"["note",null,-7,"a\"]\u6c14"]"#),
            Ok(vec![text("note"), Says::Null, Says::Whole(-7), text("a\"]气")])
        );
        for (line, at) in [
            ("", 0),
            ("{}", 0),
            ("[", 1),
            ("[]", 1),
            ("[1", 2),
            ("[1]]", 2),
            ("[[1]]", 1),
            ("[1,]", 3),
            ("[1.5]", 2),
            ("[1e9]", 2),
            ("[true]", 1),
            ("[nul]", 1),
            (r#"["a"#, 1),
            (r#"["a\"#, 1),
            (r#"["\q"]"#, 1),
            ("[9223372036854775808]", 1),
            ("[ 1]", 1),
        ] {
            assert_eq!(says(line), Err(at), "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_text_and_number_comes_back(text in "(?s).{0,40}", number: i64) {
            let line = format!("[{},{number}]", serde_json::to_string(&text).unwrap());
            let cells = read(&line).unwrap();
            prop_assert_eq!(&cells[0].says, &Says::Text(text));
            prop_assert_eq!(&cells[1].says, &Says::Whole(number));
        }
    }
}
