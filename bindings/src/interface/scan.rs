//! Enough of a scanner to read generated code, whose shape is known and regular: no grammar of either language.

use super::Item;

/// Stands where a documentation comment stood.
const DOCUMENTED: char = '\u{1}';

/// The code with each documentation comment replaced by one mark, and every other comment gone.
pub(super) fn mark_docs(code: &str) -> String {
    let mut marked = String::with_capacity(code.len());
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, behind) = after.split_once("*/").unwrap_or((after, ""));
        marked.push_str(before);
        // `@suppress` hides from readers what only generated code uses.
        if comment.starts_with('*') && !comment.contains("@suppress") {
            marked.push(DOCUMENTED);
        }
        rest = behind;
    }
    marked.push_str(rest);
    marked.lines().filter(|line| !line.trim_start().starts_with("//")).fold(
        String::new(),
        |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        },
    )
}

/// A place in the code where something is declared.
pub(super) struct Declared<'a> {
    /// Whether a documentation comment stands before it.
    pub(super) documented: bool,
    /// The code that follows the keyword.
    pub(super) rest: &'a str,
}

impl<'a> Declared<'a> {
    /// The name that follows the keyword, without back ticks.
    pub(super) fn name(&self) -> &'a str {
        let name = self.rest.trim_start_matches('`');
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
        name.get(..end).unwrap_or(name)
    }

    /// The item that is declared here.
    pub(super) fn item(&self, line: String, members: Vec<Item>) -> Item {
        Item { line, documented: self.documented, members }
    }
}

/// Each place where a line begins with the keyword, in order. Attributes between a comment and its line are passed over.
pub(super) fn declared<'a>(code: &'a str, keyword: &'a str) -> impl Iterator<Item = Declared<'a>> {
    code.match_indices(keyword).filter_map(move |(at, _)| {
        let before = code.get(..at)?;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let lead = before.get(line_start..)?;
        if !lead.chars().all(|c| c == DOCUMENTED || c.is_whitespace()) {
            return None;
        }
        let documented = lead.contains(DOCUMENTED) || ends_documented(before.get(..line_start)?);
        Some(Declared { documented, rest: code.get(at + keyword.len()..)? })
    })
}

fn ends_documented(before: &str) -> bool {
    let is_attribute = |line: &&str| {
        let line = line.trim();
        line.is_empty() || line.starts_with(['@', '#']) || line == "public"
    };
    let last = before.lines().rev().find(|line| !is_attribute(line));
    last.is_some_and(|line| line.trim_end().ends_with(DOCUMENTED))
}

/// What stands between the first `open` and the `close` that matches it.
pub(super) fn enclosed(code: &str, open: char, close: char) -> Option<&str> {
    let start = code.find(open)? + open.len_utf8();
    let inner = code.get(start..)?;
    let mut depth = 1_usize;
    for (at, c) in inner.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
        }
        if depth == 0 {
            return inner.get(..at);
        }
    }
    None
}

/// Splits at each comma that is not inside brackets.
pub(super) fn split_list(list: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let parts = list.split(move |c| {
        match c {
            '(' | '[' | '<' | '{' => depth += 1,
            ')' | ']' | '>' | '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    parts.filter(|part| !part.trim().is_empty()).collect()
}

/// The fields of a list such as `val a: Int, val b: String`, a member each.
pub(super) fn fields(list: &str) -> Vec<Item> {
    let field = |part: &&str| Item {
        documented: part.contains(DOCUMENTED),
        line: tidy(
            part.trim_matches(|c: char| c == DOCUMENTED || c.is_whitespace()).trim_start_matches("val "),
        ),
        members: Vec::new(),
    };
    split_list(list).iter().map(field).collect()
}

/// One line of code as it is shown: single spaces, no back ticks, no package before Kotlin's own types.
pub(super) fn tidy(code: &str) -> String {
    let words: Vec<&str> = code.split_whitespace().collect();
    words.join(" ").replace(['`', DOCUMENTED], "").replace("kotlin.", "").replace(")throws", ") throws")
}
