//! Text in pages and pictures.

/// Text as it stands in HTML and XML.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_page_would_take_for_a_mark_is_escaped() {
        assert_eq!(super::escape("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }
}
