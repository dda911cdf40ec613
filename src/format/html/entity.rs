//! Character references (`&eacute;`, `&#8217;`), decoded one at a time so that each keeps its place.
//!
//! The table of 2 231 names and the rules (longest name wins, some need no semicolon, `&#128;` is a euro sign) are
//! those of `html5gum`, which follows the HTML standard, section 13.2.5.72 onwards. It is given one reference at a
//! time; how much of it was consumed follows from what it leaves undecoded.

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};

/// Longer than the longest name (`&CounterClockwiseContourIntegral;`, 33 bytes).
const MAX_LEN: usize = 40;

/// Where a reference stands decides whether one without a semicolon counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Between tags.
    Text,
    /// In an attribute's value: `?a=1&copy=2` holds no copyright sign.
    Attribute,
}

/// Decodes the reference at the start of `text` (which begins with `&`): the characters, and how many bytes it took.
pub(super) fn decode(text: &str, place: Place) -> Option<(Cow<'static, str>, usize)> {
    let candidate = candidate(text)?;
    let (decoded, len) = match candidate {
        "&nbsp;" => (Cow::Borrowed("\u{A0}"), candidate.len()),
        "&amp;" => (Cow::Borrowed("&"), candidate.len()),
        "&quot;" => (Cow::Borrowed("\""), candidate.len()),
        "&lt;" => (Cow::Borrowed("<"), candidate.len()),
        "&gt;" => (Cow::Borrowed(">"), candidate.len()),
        _ => by_table(candidate)?,
    };
    let open = !text.get(..len)?.ends_with(';');
    let next = text.as_bytes().get(len).copied().unwrap_or(b' ');
    let is_query = next == b'=' || next.is_ascii_alphanumeric();
    (place == Place::Text || !open || !is_query).then_some((decoded, len))
}

/// The value of an attribute with its references decoded.
pub(super) fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (text, len) = decode(from, Place::Attribute).unwrap_or((Cow::Borrowed("&"), 1));
        out.push_str(&text);
        rest = from.get(len..).unwrap_or_default();
    }
    out + rest
}

/// The longest stretch that may be one reference.
fn candidate(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let belongs: fn(&u8) -> bool = match (bytes.get(1)?, bytes.get(2)) {
        (b'#', Some(b'x' | b'X')) => u8::is_ascii_hexdigit,
        (b'#', _) => u8::is_ascii_digit,
        _ => u8::is_ascii_alphanumeric,
    };
    let skip = match (bytes.get(1)?, bytes.get(2)) {
        (b'#', Some(b'x' | b'X')) => 3,
        (b'#', _) => 2,
        _ => 1,
    };
    let body = bytes.iter().skip(skip).take(MAX_LEN).take_while(|byte| belongs(byte)).count();
    if body == 0 {
        return None;
    }
    let end = skip + body;
    text.get(..end + usize::from(bytes.get(end) == Some(&b';')))
}

fn by_table(candidate: &str) -> Option<(Cow<'static, str>, usize)> {
    let token = Tokenizer::new(candidate).flatten().find_map(|token| match token {
        Token::String(value) => Some(value.value),
        _ => None,
    })?;
    let decoded = std::str::from_utf8(&token).ok()?;
    if decoded == candidate {
        return None;
    }
    // A reference that ended early ("&notit;") leaves the end of the candidate behind its first character.
    let first = decoded.chars().next()?.len_utf8();
    let rest = decoded.get(first..)?;
    if !rest.is_empty() && candidate.ends_with(rest) {
        return Some((Cow::Owned(decoded.get(..first)?.to_owned()), candidate.len() - rest.len()));
    }
    Some((Cow::Owned(decoded.to_owned()), candidate.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(reference: &str) -> Option<(String, usize)> {
        decode(reference, Place::Text).map(|(text, len)| (text.into_owned(), len))
    }

    #[test]
    fn references_are_decoded_as_browsers_do() {
        assert_eq!(text("&eacute;t"), Some(("é".into(), 8)));
        assert_eq!(text("&#8217;"), Some(("’".into(), 7)));
        assert_eq!(text("&#x2019;x"), Some(("’".into(), 8)));
        assert_eq!(text("&#150;"), Some(("–".into(), 6)));
        assert_eq!(text("&notit;"), Some(("¬".into(), 4)));
        assert_eq!(text("&ampfoo"), Some(("&".into(), 4)));
        assert_eq!(text("&fjlig;"), Some(("fj".into(), 7)));
        assert_eq!(text("&NotEqualTilde;"), Some(("≂̸".into(), 15)));
        assert_eq!(text("&CounterClockwiseContourIntegral;"), Some(("∳".into(), 33)));
    }

    #[test]
    fn a_lone_ampersand_is_itself() {
        for plain in ["& co", "&", "&&amp;", "&#;", "&#x;", "&nosuchname;", "&é"] {
            assert_eq!(text(plain), None, "{plain}");
        }
    }

    #[test]
    fn queries_in_attributes_are_left_alone() {
        assert_eq!(decode("&copy=2", Place::Attribute), None);
        assert!(decode("&copy=2", Place::Text).is_some());
        assert!(decode("&copy;=2", Place::Attribute).is_some());
    }
}
