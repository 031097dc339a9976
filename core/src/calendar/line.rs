//! The lines of a file in iCalendar: how text is escaped and long lines are folded.

/// The most bytes of a line, its end not counted (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// Lines, each of them ended and folded as RFC 5545 wants it.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds `name:value`, where the value is of any kind but text. The name may come with parameters.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// Adds `name:text`.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.value(name, &escape(text));
    }

    /// All of them.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Breaks a long line between two characters; a line that goes on begins with a blank (RFC 5545, section 3.1).
    fn fold(&mut self, line: &str) {
        let mut taken = 0;
        for c in line.chars() {
            if taken + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                taken = 1;
            }
            self.0.push(c);
            taken += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Text as a value (RFC 5545, section 3.3.11). Whatever ends a line for anyone becomes the one escape there is for it;
/// no other control character may stand in a value (section 3.1), so each becomes a blank.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}
