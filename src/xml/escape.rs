//! Text made fit for XML: markup characters as entities, what XML 1.0 forbids as U+FFFD.
//!
//! A control character that XML 1.0 cannot hold at all (U+0000 to U+001F but tab, line feed and carriage
//! return; U+FFFE, U+FFFF) becomes U+FFFD: dropping it would glue words and hide the fault. A carriage return
//! and the controls from U+007F to U+009F are written as character references, since a reader would change the
//! first (XML 1.0, 2.11) and terminals obey the others.

use std::borrow::Cow;
use std::fmt::Write as _;

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

/// Writes what XML cannot hold as `_xHHHH_`, as office programs do (ECMA-376, part 1, 22.9.2.19), and a text that
/// looks like that with its first `_` escaped.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| c == '\r' || is_forbidden(c);
    if !text.contains(|c| c == '_' || is_odd(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if is_odd(c) || (c == '_' && looks_folded(text.get(at..).unwrap_or_default())) {
            push_folded(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Adds a character as `_xHHHH_`; one beyond U+FFFF as it is.
pub(crate) fn push_folded(out: &mut String, c: char) {
    match u16::try_from(u32::from(c)) {
        Ok(code) => {
            let _ = write!(out, "_x{code:04X}_");
        }
        Err(_) => out.push(c),
    }
}

/// Reads what [`fold`] wrote.
pub(crate) fn unfold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if let Some(c) = folded(from) {
            out.push(c);
            rest = from.get(7..).unwrap_or_default();
        } else {
            out.push_str("_x");
            rest = from.get(2..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// Does the text begin like a folded character, whatever comes behind it? That may be one that is folded.
fn looks_folded(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.get(..4));
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The character that stands as `_xHHHH_` at the start of the text.
fn folded(text: &str) -> Option<char> {
    let digits =
        text.strip_prefix("_x").and_then(|rest| rest.get(..4)).filter(|_| looks_folded(text))?;
    let is_closed = text.get(6..)?.starts_with('_');
    char::from_u32(u32::from_str_radix(digits, 16).ok()?).filter(|_| is_closed)
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

    #[test]
    fn what_xml_cannot_hold_comes_back_from_its_spelling() {
        for text in [
            "a\u{0}b\r\u{FFFF}",
            "_x0041_",
            "_x_x0041_ _x004",
            "__x0041__",
            "é_x00e9_x0041_",
            "_x0041\r_",
        ] {
            let folded = fold(text);
            assert!(!folded.contains(is_forbidden), "{folded:?}");
            assert_eq!(unfold(&folded), text, "{folded:?}");
        }
        assert_eq!(fold("_x0041_"), "_x005F_x0041_");
        assert_eq!(unfold("_xD800_ _x41"), "_xD800_ _x41");
    }
}
