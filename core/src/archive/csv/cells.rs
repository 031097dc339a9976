//! Rows of a table as text (RFC 4180), both ways.

use super::super::{ArchiveFault, ArchiveProblem};
use super::{MOST_CELLS, MOST_ROWS};

/// A cell that begins with one of these is a formula to a spreadsheet, whoever wrote it there.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// What is put before such a cell. Spreadsheets then take it for text.
const GUARD: char = '\'';

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) text: String,
}

impl Cell {
    pub(super) fn fault(&self, field: &str, problem: ArchiveProblem) -> ArchiveFault {
        ArchiveFault { line: self.line, column: self.column, field: field.to_owned(), problem }
    }

    /// The text as it was before it was guarded, without blanks around it.
    pub(super) fn plain(&self) -> &str {
        let text = self.text.trim();
        text.strip_prefix(GUARD).filter(|rest| rest.starts_with(FORMULAS)).unwrap_or(text)
    }
}

/// A row as text, without the end of its line.
pub(super) fn row<'t>(cells: impl IntoIterator<Item = &'t str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",")
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULAS) { GUARD.to_string() } else { String::new() };
    let text = guard + text;
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// The rows of a text, of which blank ones are left out. What stands between two cells is what the first line has most
/// of: a comma, a semicolon or a tab.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<Cell>>, ArchiveFault> {
    let mut reader = Reader { rest: text, line: 1, column: 1, between: between(text) };
    let mut rows = Vec::new();
    while !reader.rest.is_empty() {
        let row = reader.row()?;
        if row.iter().all(|cell| cell.text.trim().is_empty()) {
            continue;
        }
        rows.push(row);
        // The first row names the columns.
        if rows.len() > MOST_ROWS + 1 {
            return Err(reader.fault(ArchiveProblem::TooLarge));
        }
    }
    Ok(rows)
}

fn between(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |between: &char| first.matches(*between).count();
    [';', '\t', ','].into_iter().max_by_key(count).unwrap_or(',')
}

struct Reader<'t> {
    rest: &'t str,
    line: u32,
    column: u32,
    between: char,
}

impl Reader<'_> {
    fn fault(&self, problem: ArchiveProblem) -> ArchiveFault {
        ArchiveFault { line: self.line, column: self.column, field: String::new(), problem }
    }

    /// The next character, if it is this one.
    fn skip(&mut self, wanted: char) -> bool {
        self.rest.starts_with(wanted) && self.take().is_some()
    }

    fn take(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = self.rest.get(next.len_utf8()..).unwrap_or_default();
        (self.line, self.column) = match next {
            '\n' => (self.line.saturating_add(1), 1),
            _ => (self.line, self.column.saturating_add(1)),
        };
        Some(next)
    }

    fn row(&mut self) -> Result<Vec<Cell>, ArchiveFault> {
        let mut cells = Vec::new();
        loop {
            if cells.len() == MOST_CELLS {
                return Err(self.fault(ArchiveProblem::LineTooLong));
            }
            cells.push(self.cell()?);
            if !self.skip(self.between) {
                break;
            }
        }
        let _ = self.skip('\r');
        if self.skip('\n') || self.rest.is_empty() {
            return Ok(cells);
        }
        Err(self.fault(ArchiveProblem::Quote))
    }

    fn cell(&mut self) -> Result<Cell, ArchiveFault> {
        let (line, column) = (self.line, self.column);
        if self.skip('"') {
            let text = self.quoted()?;
            return Ok(Cell { line, column, text });
        }
        let ends = |c: char| c == self.between || c == '\n' || c == '\r';
        let text = self.rest.split(ends).next().unwrap_or_default().to_owned();
        self.rest = self.rest.get(text.len()..).unwrap_or_default();
        self.column = self.column.saturating_add(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
        Ok(Cell { line, column, text })
    }

    /// What stands between two marks; two of them inside are one that is meant.
    fn quoted(&mut self) -> Result<String, ArchiveFault> {
        let opened = self.fault(ArchiveProblem::Quote);
        let mut text = String::new();
        loop {
            match self.take() {
                None => return Err(opened),
                Some('"') if !self.skip('"') => return Ok(text),
                Some(next) => text.push(next),
            }
        }
    }
}
