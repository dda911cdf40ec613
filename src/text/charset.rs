//! The encoding that a page declares for itself: `<meta charset=…>` or `<meta … content="…; charset=…">`.
//!
//! A declaration counts only where the bytes are no UTF-8: pages that were moved to UTF-8 and kept their old
//! declaration are common, and a text in an older encoding that happens to be valid UTF-8 is next to impossible.
//! Only encodings of one byte a character are taken, so that an offset in the file is the number of characters
//! before it. Labels and tables are those of the Encoding Standard, by `encoding_rs`, where `iso-8859-1` means
//! windows-1252.

use encoding_rs::Encoding;

/// Where a declaration must stand: the first 1024 bytes (HTML standard, section 4.2.5.4).
const PRESCAN: usize = 1024;

/// The encoding that a page's head declares, if it is one of one byte a character.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(PRESCAN)).unwrap_or_default().to_ascii_lowercase();
    let mut rest = head.as_slice();
    while let Some(at) = find(rest, b"<meta") {
        rest = rest.get(at + b"<meta".len()..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        let tag = rest.get(..end).unwrap_or_default();
        if let Some(label) = label(tag) {
            return Encoding::for_label(label).filter(|encoding| encoding.is_single_byte());
        }
    }
    None
}

/// The word behind `charset=` in a tag.
fn label(tag: &[u8]) -> Option<&[u8]> {
    let behind = tag.get(find(tag, b"charset")? + b"charset".len()..)?.trim_ascii_start();
    let value = behind.strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b';' | b'/');
    let end = value.iter().position(ends).unwrap_or(value.len());
    value.get(..end).filter(|label| !label.is_empty())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(page: &str) -> Option<&'static str> {
        declared(page.as_bytes()).map(Encoding::name)
    }

    #[test]
    fn a_page_says_its_encoding_in_either_way() {
        assert_eq!(name("<html><META CharSet = 'Windows-1252'>"), Some("windows-1252"));
        let pragma = "<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">";
        assert_eq!(name(pragma), Some("windows-1252"));
        assert_eq!(name("<meta name=a><meta charset=koi8-r/>"), Some("KOI8-R"));
    }

    #[test]
    fn what_is_no_declaration_of_such_an_encoding_is_none() {
        for page in [
            "",
            "<meta",
            "<meta charset",
            "<meta charset=",
            "<meta charset=nosuch>",
            "<p>charset=koi8-r",
        ] {
            assert_eq!(name(page), None, "{page}");
        }
        assert_eq!(name("<meta charset=shift_jis>"), None);
        assert_eq!(name("<meta charset=utf-16>"), None);
        assert_eq!(name(&format!("{}<meta charset=koi8-r>", " ".repeat(PRESCAN))), None);
    }
}
