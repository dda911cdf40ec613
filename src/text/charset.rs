//! The encoding that a page declares for itself: `<meta charset=…>`, `<meta http-equiv=content-type content="…; charset=…">`
//! or `<?xml … encoding="…"?>`; and that of a catalogue of gettext: `Content-Type: …; charset=…` in its header.
//!
//! The search follows the prescan of the HTML standard (section 13.2.3.2): comments are passed over, only attributes of
//! `meta` count, and an XML declaration only where no `meta` says anything. It goes further than the 1024 bytes that the
//! standard asks for at least, to the end of the head: the whole file is at hand, scripts often stand before the
//! declaration, and browsers read on too. Labels are those of the Encoding Standard, by `encoding_rs`, where `iso-8859-1` means
//! windows-1252, and one that names UTF-16 means UTF-8, for a page whose tags can be read as ASCII is not in UTF-16.
//!
//! Only pages and catalogues are asked: a Markdown file may well show such a tag in an example.

use encoding_rs::{
    Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_874, WINDOWS_1252, WINDOWS_1254,
    X_USER_DEFINED,
};

/// Bytes of a file in which its head is looked for.
const PRESCAN: usize = 16 * 1024;
/// Endings of names of pages.
const PAGES: &[&str] = &["html", "htm", "xhtml", "xht", "shtml"];
/// Endings of names of catalogues.
const CATALOGUES: &[&str] = &["po", "pot"];
/// Longest label that is told to a user.
const LABEL: usize = 40;

/// What a page says of its encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declaration {
    /// The label as it is written.
    pub(super) label: String,
    /// The encoding that it names, if it names one that can be read.
    pub(super) encoding: Option<&'static Encoding>,
}

/// The declaration in the head of a page or of a catalogue; `None` for other files.
pub(super) fn declared(path: &str, bytes: &[u8]) -> Option<Declaration> {
    if ending(path).is_some_and(|ending| CATALOGUES.contains(&ending.as_str())) {
        return in_header(bytes);
    }
    let head = bytes.get(..bytes.len().min(PRESCAN)).unwrap_or_default().to_ascii_lowercase();
    if !is_page(path, &head) {
        return None;
    }
    let label = by_meta(&head).or_else(|| by_xml(&head))?;
    let label = label.trim_ascii();
    let text = String::from_utf8_lossy(label.get(..label.len().min(LABEL)).unwrap_or_default());
    (!label.is_empty())
        .then(|| Declaration { label: text.into_owned(), encoding: encoding_of(label) })
}

fn encoding_of(label: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_label(label)? {
        encoding if encoding == REPLACEMENT => None,
        encoding if encoding == UTF_16LE || encoding == UTF_16BE => Some(UTF_8),
        encoding if encoding == X_USER_DEFINED => Some(WINDOWS_1252),
        encoding => Some(encoding),
    }
}

/// Is a file a page, by the ending of its name or by how it begins?
fn is_page(path: &str, head: &[u8]) -> bool {
    let ending = ending(path);
    if ending.as_deref().is_some_and(|ending| PAGES.contains(&ending)) {
        return true;
    }
    if ending.is_some_and(|ending| ending != "txt" && ending != "text") {
        return false;
    }
    let mut rest = head.trim_ascii_start();
    while rest.starts_with(b"<?") || rest.starts_with(b"<!--") {
        let end: &[u8] = if rest.starts_with(b"<?") { b"?>" } else { b"-->" };
        let Some(at) = find(rest, end) else { return false };
        rest = rest.get(at + end.len()..).unwrap_or_default().trim_ascii_start();
    }
    rest.starts_with(b"<!doctype html") || rest.starts_with(b"<html")
}

fn ending(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())
}

/// The declaration in the header of a PO file: a string in quotation marks, behind the first `msgid`. A template's
/// `CHARSET` is none.
fn in_header(bytes: &[u8]) -> Option<Declaration> {
    let head = bytes.get(..bytes.len().min(PRESCAN)).unwrap_or_default();
    let entry = head.get(find(head, b"msgid")?..)?;
    let encoding =
        charset_of(entry.get(find(&entry.to_ascii_lowercase(), b"\"content-type:")?..)?)?;
    Some(Declaration { label: encoding.name().to_owned(), encoding: Some(encoding) })
}

/// The encoding that the first line of its kind names in a header: `Content-Type: text/plain; charset=ISO-8859-1`.
pub fn charset_of(header: &[u8]) -> Option<&'static Encoding> {
    let lower = header.to_ascii_lowercase();
    let line = lower.get(find(&lower, b"content-type:")?..)?;
    let end = line.iter().position(|byte| matches!(byte, b'\n' | b'\\')).unwrap_or(line.len());
    encoding_of(charset_in(line.get(..end)?)?)
}

/// The label of the charset in the header of a PO file, as it is written there.
pub fn charset_label(file: &str) -> Option<&str> {
    let head = file.as_bytes().get(..file.len().min(PRESCAN))?;
    let lower = head.to_ascii_lowercase();
    let entry = find(&lower, b"msgid")?;
    let start = entry + find(lower.get(entry..)?, b"\"content-type:")?;
    let line = lower.get(start..)?;
    let line = line
        .get(..line.iter().position(|byte| matches!(byte, b'\n' | b'\\')).unwrap_or(line.len()))?;
    let label = charset_in(line).filter(|label| !label.is_empty())?;
    let behind = find(line, b"charset")? + b"charset".len();
    let at = start + behind + find(line.get(behind..)?, label)?;
    file.get(at..at + label.len())
}

/// Has a charset of gettext every character of a text?
///
/// The Encoding Standard takes ASCII and the ISO charsets for the wider ones of Windows, which have quotation marks and
/// `œ` where ISO has control characters. gettext means what it says.
pub fn charset_holds(label: &str, text: &str) -> bool {
    let Some(encoding) = Encoding::for_label(label.as_bytes()) else { return true };
    let label = label.to_ascii_lowercase();
    if label.ends_with("ascii") || label.starts_with("ansi_x3") {
        return text.is_ascii();
    }
    let (bytes, _, lacks) = encoding.encode(text);
    let wide = ["windows", "cp", "x-cp", "dos"].iter().any(|own| label.starts_with(own));
    let widened = [WINDOWS_1252, WINDOWS_1254, WINDOWS_874].contains(&encoding) && !wide;
    !(lacks || widened && bytes.iter().any(|byte| (0x80..=0x9F).contains(byte)))
}

/// The label in a `meta` tag of a head in lower case.
fn by_meta(head: &[u8]) -> Option<&[u8]> {
    let mut rest = head;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = rest.get(at..)?;
        if let Some(comment) = rest.strip_prefix(b"<!--") {
            // `<!-->` is a whole comment.
            let inside = rest.get(2..)?;
            let end = find(inside, b"-->").map(|end| end + b"-->".len());
            rest = end.and_then(|end| inside.get(end..)).unwrap_or(comment.get(comment.len()..)?);
            continue;
        }
        let tag = rest.get(1..)?;
        if is_tag(tag, b"body") || is_tag(tag, b"/head") {
            return None;
        }
        if !is_tag(tag, b"meta") {
            rest = tag;
            continue;
        }
        let (label, behind) = meta(tag.get(b"meta".len()..)?);
        if label.is_some() {
            return label;
        }
        rest = behind;
    }
    None
}

fn is_tag(rest: &[u8], name: &[u8]) -> bool {
    let next = rest.strip_prefix(name).map(|rest| rest.first().copied().unwrap_or(b' '));
    next.is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
}

/// The label in one tag, and what follows the tag.
fn meta(tag: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let (mut charset, mut pragma, mut content) = (None, false, None);
    let mut rest = tag;
    while let Some((name, value, behind)) = attribute(rest) {
        rest = behind;
        match name {
            b"charset" => charset = charset.or(Some(value)),
            b"http-equiv" => pragma |= value.trim_ascii() == b"content-type",
            b"content" => content = content.or_else(|| charset_in(value)),
            _ => {}
        }
    }
    (charset.or(content.filter(|_| pragma)).filter(|label| !label.is_empty()), rest)
}

/// The next attribute of a tag: name, value, and what follows; `None` at the tag's end.
fn attribute(tag: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let skipped = tag.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b'/')?;
    let tag = tag.get(skipped..).filter(|tag| !tag.starts_with(b">"))?;
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=');
    let (name, rest) = tag.split_at(tag.iter().position(ends).unwrap_or(tag.len()).max(1));
    let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") else {
        return Some((name, b"", rest));
    };
    let value = value.trim_ascii_start();
    let (value, rest) = if let Some(quote @ (b'"' | b'\'')) = value.first() {
        let inside = value.get(1..)?;
        let end = inside.iter().position(|byte| byte == quote)?;
        (inside.get(..end)?, inside.get(end + 1..)?)
    } else {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
        value.split_at(value.iter().position(ends).unwrap_or(value.len()))
    };
    Some((name, value, rest))
}

/// The word behind `charset=` in the content of a `meta` tag.
fn charset_in(content: &[u8]) -> Option<&[u8]> {
    let mut rest = content;
    loop {
        rest = rest.get(find(rest, b"charset")? + b"charset".len()..)?;
        if let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") {
            let value = value.trim_ascii_start();
            let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
            let ends =
                |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b';');
            return value.get(..value.iter().position(ends).unwrap_or(value.len()));
        }
    }
}

/// The label in an XML declaration at the very beginning.
fn by_xml(head: &[u8]) -> Option<&[u8]> {
    let inside = head.strip_prefix(b"<?xml")?;
    let inside = inside.get(..inside.iter().position(|byte| *byte == b'>')?)?;
    let value = inside.get(find(inside, b"encoding")? + b"encoding".len()..)?.trim_ascii_start();
    let value = value.strip_prefix(b"=")?.trim_ascii_start();
    let quote = value.first().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let value = value.get(1..)?;
    value.get(..value.iter().position(|byte| byte == quote)?)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(page: &str) -> Option<&'static str> {
        declared("a.html", page.as_bytes())?.encoding.map(Encoding::name)
    }

    #[test]
    fn a_page_says_its_encoding_in_either_way() {
        assert_eq!(name("<html><META CharSet = 'Windows-1252'>"), Some("windows-1252"));
        let pragma = "<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">";
        assert_eq!(name(pragma), Some("windows-1252"));
        assert_eq!(name("<meta name=a><meta charset=koi8-r>"), Some("KOI8-R"));
        assert_eq!(
            name("<!-- <meta charset=big5> --><meta charset=\" x-sjis \"/>"),
            Some("Shift_JIS")
        );
        assert_eq!(
            name("<meta content='charset;charset=gb2312' http-equiv='content-type'>"),
            Some("GBK")
        );
        assert_eq!(name("<?xml version='1.0' encoding='EUC-JP'?><html>"), Some("EUC-JP"));
        assert_eq!(
            name("<?xml version='1.0' encoding='EUC-JP'?><html><meta charset=euc-kr>"),
            Some("EUC-KR")
        );
    }

    #[test]
    fn the_header_of_a_catalogue_says_its_encoding() {
        let header = |label: &str| {
            format!(
                "# x\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset={label}\\n\"\n\"a\""
            )
        };
        let name = |text: &str| declared("fr.po", text.as_bytes())?.encoding.map(Encoding::name);
        assert_eq!(name(&header("ISO-8859-15")), Some("ISO-8859-15"));
        assert_eq!(name(&header("KOI8-R")), Some("KOI8-R"));
        assert_eq!(name(&header("EUC-JP")), Some("EUC-JP"));
        assert_eq!(name(&header("CHARSET")), None);
        assert_eq!(name("msgid \"\"\nmsgstr \"Content-Type: text/plain\\n\""), None);
        assert_eq!(declared("notes.md", header("KOI8-R").as_bytes()), None);
        assert_eq!(
            charset_of(b"A: b\ncontent-type: text/plain; charset=euc-jp\nC: d").map(Encoding::name),
            Some("EUC-JP")
        );
    }

    #[test]
    fn an_iso_charset_of_gettext_lacks_what_windows_put_into_it() {
        for (label, text, wanted) in [
            ("ISO-8859-1", "déjà « vu »", true),
            ("ISO-8859-1", "l’eau", false),
            ("latin1", "cœur", false),
            ("iso-8859-9", "5 €", false),
            ("windows-1252", "l’eau à 5 €", true),
            ("CP1252", "cœur", true),
            ("ISO-8859-15", "cœur à 5 €", true),
            ("ISO-8859-15", "l’eau", false),
            ("US-ASCII", "déjà", false),
            ("UTF-8", "l’eau", true),
        ] {
            assert_eq!(charset_holds(label, text), wanted, "{label} {text}");
        }
        let file = "# é\nmsgid \"\"\nmsgstr \"Content-Type: text/plain; charset=Latin1\\n\"\n";
        assert_eq!(charset_label(file), Some("Latin1"));
        assert_eq!(charset_label("msgid \"\"\nmsgstr \"\"\n"), None);
    }

    #[test]
    fn every_label_of_the_standard_is_known() {
        for (label, wanted) in [
            ("iso-2022-jp", "ISO-2022-JP"),
            ("gb18030", "gb18030"),
            ("big5-hkscs", "Big5"),
            ("ks_c_5601-1987", "EUC-KR"),
            ("cp1251", "windows-1251"),
            ("latin2", "ISO-8859-2"),
            ("iso-8859-15", "ISO-8859-15"),
            ("koi8-u", "KOI8-U"),
            ("macintosh", "macintosh"),
            ("tis-620", "windows-874"),
            ("utf-16le", "UTF-8"),
            ("x-user-defined", "windows-1252"),
        ] {
            assert_eq!(name(&format!("<meta charset=\"{label}\">")), Some(wanted), "{label}");
        }
    }

    #[test]
    fn what_is_no_declaration_of_an_encoding_is_none() {
        for page in [
            "",
            "<meta",
            "<meta charset",
            "<meta charset=",
            "<meta charset='",
            "<meta charset=nosuch>",
            "<meta charset=hz-gb-2312>",
            "<p>charset=koi8-r",
            "<metadata charset=koi8-r>",
            "<meta name=description content='text/html; charset=koi8-r'>",
            "<meta data-charset=koi8-r>",
            "<!-- <meta charset=koi8-r>",
            "<head></head><body><meta charset=koi8-r>",
            " <?xml version='1.0' encoding='koi8-r'?>",
        ] {
            assert_eq!(name(page), None, "{page}");
        }
        let unknown = declared("a.html", b"<meta charset=nosuch>").unwrap();
        assert_eq!(unknown, Declaration { label: "nosuch".to_owned(), encoding: None });
    }

    #[test]
    fn the_head_is_read_beyond_the_first_kilobyte_and_not_for_ever() {
        let page =
            |pad: usize| format!("<script>{}</script><meta charset=koi8-r>", " ".repeat(pad));
        assert_eq!(name(&page(3_000)), Some("KOI8-R"));
        assert_eq!(name(&page(PRESCAN)), None);
        let hostile = "<meta ".repeat(3_000) + &"<!--".repeat(3_000);
        assert_eq!(name(&hostile), None);
    }

    #[test]
    fn only_pages_are_asked() {
        let tag = b"<meta charset=koi8-r>";
        assert!(declared("a.md", tag).is_none() && declared("-", tag).is_none());
        assert!(declared("A.HTM", tag).is_some());
        let page = b"<?xml version='1.0'?>\n<!-- x --> <!DOCTYPE html><meta charset=koi8-r>";
        assert!(declared("-", page).is_some() && declared("a.txt", page).is_some());
        assert!(declared("a.xlf", page).is_none());
    }
}
