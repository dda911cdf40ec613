//! Text made fit for HTML: nothing from a file becomes markup, and nothing in it stays unseen.

use std::fmt::Write as _;

use sha2::Digest as _;
use sha2::Sha256;

/// Adds text: markup escaped, line breaks kept, characters that would not be seen in a box with their number.
pub(super) fn push_text(out: &mut String, text: &str) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("<br>"),
            '\t' => out.push(' '),
            c if is_unseen(c) => {
                let _ = write!(out, "<span class=\"cc\">U+{:04X}</span>", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// Escaped for an attribute between double quotes; characters that would not be seen are left out.
pub(super) fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c if is_unseen(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// A CSS string. Everything but letters, digits and spaces is written as an escape.
pub(super) fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out.push('"');
    out
}

/// The source expression of an inline style or script in a content security policy (CSP Level 3, section 2.3.1).
pub(super) fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// Does the character show nothing, or turn the order of what follows?
///
/// The joiners are left alone: Persian, the scripts of India and emoji are written with them. So is the soft hyphen.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk
            .iter()
            .enumerate()
            .fold(0_u32, |bits, (at, byte)| bits | u32::from(*byte) << (16 - 8 * at));
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place)) & 63;
            let known = DIGITS.get(digit as usize).filter(|_| place <= chunk.len());
            out.push(known.map_or('=', |digit| char::from(*digit)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, text);
        out
    }

    #[test]
    fn markup_is_escaped_and_the_unseen_is_seen() {
        assert_eq!(text("<b>&'\""), "&lt;b&gt;&amp;&#39;&quot;");
        assert_eq!(text("a\u{202e}b"), "a<span class=\"cc\">U+202E</span>b");
        assert_eq!(text("\u{1b}[2J"), "<span class=\"cc\">U+001B</span>[2J");
        assert_eq!(text("a\r\nb\nc"), "a<br>b<br>c");
        assert_eq!(text("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    #[test]
    fn attributes_and_css_strings_cannot_be_left() {
        assert_eq!(attribute("\" onclick=\"x\u{0}"), "&quot; onclick=&quot;x ");
        assert_eq!(css_string("a\"</style>"), "\"a\\22 \\3c \\2f style\\3e \"");
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
        assert_eq!(policy_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
