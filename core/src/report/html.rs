//! Writing HTML: what a person wrote never becomes markup.

use std::fmt::Write;

/// Text that may stand between tags and inside a quoted attribute. Control characters are left out: they have no place in
/// HTML, and a line break is a blank.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            // What turns the direction of writing would turn the rest of the page too.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Puts an element with a text into the page; nothing where there is no text.
pub(super) fn element(page: &mut String, tag: &str, text: &str) {
    if !text.is_empty() {
        push(page, format_args!("<{tag}>{}</{tag}>\n", escaped(text)));
    }
}

/// Puts something formatted into the page.
pub(super) fn push(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a String cannot fail.
    let _: std::fmt::Result = page.write_fmt(text);
}
