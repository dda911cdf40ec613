//! Text made fit for XML: markup characters as entities, what XML 1.0 forbids as U+FFFD.
//!
//! A control character that XML 1.0 cannot hold at all (U+0000 to U+001F but tab, line feed and carriage
//! return; U+FFFE, U+FFFF) becomes U+FFFD: dropping it would glue words and hide the fault. A carriage return
//! and the controls from U+007F to U+009F are written as character references, since a reader would change the
//! first (XML 1.0, 2.11) and terminals obey the others.

use std::borrow::Cow;

/// Text between tags.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    escaped(text, false)
}

/// The value of an attribute in double quotes; line breaks and tabs are kept by references.
pub(crate) fn attribute(text: &str) -> Cow<'_, str> {
    escaped(text, true)
}

fn escaped(text: &str, quoted: bool) -> Cow<'_, str> {
    let Some(first) = text.find(|c| is_special(c, quoted)) else { return Cow::Borrowed(text) };
    let (clean, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(clean);
    for c in rest.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quoted => out.push_str("&quot;"),
            c if is_forbidden(c) => out.push('\u{FFFD}'),
            c if is_special(c, quoted) => {
                out.push_str("&#");
                out.push_str(&u32::from(c).to_string());
                out.push(';');
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_special(c: char, quoted: bool) -> bool {
    matches!(c, '&' | '<' | '>' | '\r' | '\u{7F}'..='\u{9F}')
        || (quoted && matches!(c, '"' | '\n' | '\t'))
        || is_forbidden(c)
}

/// May the character not stand in an XML 1.0 document (production 2, Char)?
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_controls_never_reach_the_file_raw() {
        assert_eq!(text("a<b>&\"c\"\u{1b}\r\u{85}"), "a&lt;b&gt;&amp;\"c\"\u{FFFD}&#13;&#133;");
        assert_eq!(attribute("\"a\"\n\tb"), "&quot;a&quot;&#10;&#9;b");
        assert!(matches!(text("l’été\n"), Cow::Borrowed(_)));
    }
}
