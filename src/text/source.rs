//! Files as they were read: decoded text, what was wrong with the bytes, lines, and offsets in the raw file.

use super::decode::{decode_by, decode_utf8};
use super::offsets::Offsets;
use super::{Location, Span, charset};

/// The number of a file within one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

impl SourceId {
    /// The file with this number.
    pub fn new(number: u32) -> Self {
        Self(number)
    }

    /// Its number.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How a file was encoded; it is written back the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    #[default]
    Utf8,
    /// UTF-8 behind EF BB BF.
    Utf8Bom,
    /// UTF-16, little-endian, behind FF FE.
    Utf16Le,
    /// UTF-16, big-endian, behind FE FF.
    Utf16Be,
    /// An older encoding, as a page's head or a catalogue's header declares; never UTF-8 or UTF-16.
    Declared(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// The usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 (BOM)",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Declared(encoding) => encoding.name(),
        }
    }

    /// The bytes of a text in this encoding, with its byte order mark.
    ///
    /// A character that an older encoding lacks is written as a numeric reference (`&#8239;`), which pages read back;
    /// whoever writes another file in such an encoding asks [`Encoding::holds`] before.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf8Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            Self::Utf16Le => wide(text, u16::to_le_bytes),
            Self::Utf16Be => wide(text, u16::to_be_bytes),
            Self::Declared(encoding) => encoding.encode(text).0.into_owned(),
        }
    }

    /// Has it every character of a text?
    pub fn holds(self, text: &str) -> bool {
        match self {
            Self::Declared(encoding) => !encoding.encode(text).2,
            _ => true,
        }
    }

    /// Length of its byte order mark in bytes.
    fn mark(self) -> usize {
        match self {
            Self::Utf8 | Self::Declared(_) => 0,
            Self::Utf8Bom => 3,
            Self::Utf16Le | Self::Utf16Be => 2,
        }
    }
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

/// What a file says of its encoding, held against its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Declared {
    /// Nothing.
    #[default]
    Nothing,
    /// The encoding that the file is read in.
    Own,
    /// Another than the file is in; the label as it is written.
    Other(String),
    /// One that does not exist or cannot be read; the label as it is written.
    Unknown(String),
}

/// What is wrong with a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlawKind {
    /// Bytes that are no character in the file's encoding.
    Encoding,
    /// A NUL byte: the file is hardly a text.
    Nul,
}

/// The first place where a file's bytes are wrong, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong.
    pub kind: FlawKind,
    /// Where, in the decoded text.
    pub span: Span,
    /// How many such places the file has.
    pub count: u32,
}

/// A position for people: both 1-based, columns in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

/// A file's decoded text, its name and its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The path as it is shown and written into reports, with `/` between its parts.
    pub path: String,
    /// The text, decoded; undecodable bytes stand as U+FFFD.
    pub text: String,
    /// How the bytes were encoded.
    pub encoding: Encoding,
    /// What was wrong with the bytes.
    pub flaws: Vec<Flaw>,
    /// What the page or catalogue says of its encoding.
    pub declared: Declared,
    line_starts: Vec<u32>,
    offsets: Offsets,
    /// Does encoding the text give the file's bytes?
    exact: bool,
}

impl SourceFile {
    /// Decodes a file's bytes: UTF-8, UTF-16 behind a byte order mark, or what a page's head declares.
    ///
    /// Never fails; see [`SourceFile::flaws`].
    pub fn decode(path: impl Into<String>, bytes: &[u8]) -> Self {
        let path = path.into();
        let (encoding, declared) = sniff(&path, bytes);
        let rest = bytes.get(encoding.mark()..).unwrap_or_default();
        let decoded = match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => decode_utf8(rest, encoding.mark()),
            Encoding::Utf16Le => decode_by(rest, encoding_rs::UTF_16LE, encoding.mark()),
            Encoding::Utf16Be => decode_by(rest, encoding_rs::UTF_16BE, encoding.mark()),
            Encoding::Declared(older) => decode_by(rest, older, 0),
        };
        let text = decoded.text;
        let mut flaws = Vec::new();
        if let Some((at, count)) = decoded.bad {
            flaws.push(Flaw {
                kind: FlawKind::Encoding,
                span: Span::of(at, at + '\u{FFFD}'.len_utf8()),
                count,
            });
        }
        if let Some(at) = text.find('\0') {
            let count = u32::try_from(text.matches('\0').count()).unwrap_or(u32::MAX);
            flaws.push(Flaw { kind: FlawKind::Nul, span: Span::of(at, at + 1), count });
        }
        // Some encodings of more than one byte write a character in two ways, of which one would be lost.
        let exact = match encoding {
            Encoding::Declared(older) if !older.is_single_byte() => encoding.encode(&text) == bytes,
            _ => true,
        };
        let line_starts = line_starts(&text);
        let offsets = decoded.offsets;
        Self { path, text, encoding, flaws, declared, line_starts, offsets, exact }
    }

    /// Line and column of a byte offset of the text.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let before = Span::of(start as usize, offset as usize).slice(&self.text);
        let column = u32::try_from(before.chars().count()).unwrap_or(u32::MAX);
        LineColumn {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: column.saturating_add(1),
        }
    }

    /// The bytes of the whole line that holds an offset, its line end left out.
    pub fn line_at(&self, offset: u32) -> Span {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0) as usize;
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| *next as usize);
        let text = self.text.get(start..end).unwrap_or_default();
        Span::of(start, start + text.trim_end_matches(['\n', '\r']).len())
    }

    /// The offset in the raw file, its byte order mark counted, of a byte offset of the text.
    pub fn raw_offset(&self, offset: u32) -> u32 {
        self.offsets.raw(offset)
    }

    /// Was every byte understood?
    pub fn is_whole(&self) -> bool {
        self.flaws.is_empty()
    }

    /// Can the file be written back with everything that is not changed as it was, byte for byte?
    pub fn is_rewritable(&self) -> bool {
        self.is_whole() && self.exact
    }
}

/// The files of one run, in the order in which they were read.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes a file in and gives it its number.
    pub fn add(&mut self, file: SourceFile) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        id
    }

    /// The file with this number.
    ///
    /// # Panics
    ///
    /// Never for a number that [`Sources::add`] gave.
    pub fn get(&self, id: SourceId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// The text at a location.
    pub fn text(&self, at: Location) -> &str {
        at.span.slice(&self.get(at.source).text)
    }

    /// All files with their numbers, in order.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(at, file)| (SourceId(u32::try_from(at).unwrap_or(u32::MAX)), file))
    }
}

/// The encoding of a file's bytes, and the label of a page's declaration that they contradict.
///
/// A byte order mark says more than a declaration, and so does a text that is UTF-8 and not ASCII: pages that were moved to
/// UTF-8 and kept their old declaration are common, and a text in an older encoding that happens to be valid UTF-8 is next
/// to impossible. (ISO-2022-JP is ASCII to look at.) Bytes that are neither what is declared nor UTF-8 are read as declared,
/// as browsers do, and reported.
fn sniff(path: &str, bytes: &[u8]) -> (Encoding, Declared) {
    let found = charset::declared(path, bytes);
    let older = found.as_ref().and_then(|found| found.encoding);
    let older = older.filter(|encoding| *encoding != encoding_rs::UTF_8);
    let declared = |is_own: bool| match found {
        None => Declared::Nothing,
        Some(found) if found.encoding.is_none() => Declared::Unknown(found.label),
        Some(_) if is_own => Declared::Own,
        Some(found) => Declared::Other(found.label),
    };
    let marked = [
        (b"\xEF\xBB\xBF".as_slice(), Encoding::Utf8Bom),
        (b"\xFF\xFE", Encoding::Utf16Le),
        (b"\xFE\xFF", Encoding::Utf16Be),
    ];
    if let Some((_, encoding)) = marked.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return (*encoding, declared(older.is_none()));
    }
    match older {
        Some(older) if bytes.is_ascii() || std::str::from_utf8(bytes).is_err() => {
            (Encoding::Declared(older), declared(true))
        }
        _ => (Encoding::Utf8, declared(older.is_none())),
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (at, byte) in bytes.iter().enumerate() {
        let ends_here = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        if ends_here && let Ok(next) = u32::try_from(at + 1) {
            starts.push(next);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_in_the_encoding_that_it_declares_is_read_placed_and_written_back() {
        let bytes = b"<meta charset=windows-1252><p>Caf\xE9 \x80, l\x92\xE9t\xE9";
        let file = SourceFile::decode("a.html", bytes);
        assert!(file.is_whole() && file.text.ends_with("Café €, l’été"));
        assert_eq!(file.encoding.name(), "windows-1252");
        let at =
            |part: &str| file.raw_offset(u32::try_from(file.text.find(part).unwrap()).unwrap());
        assert_eq!((at("Caf"), at("€"), at("l’"), at("été")), (30, 35, 38, 40));
        assert_eq!(file.encoding.encode(&file.text), bytes);
        assert_eq!(file.encoding.encode("é\u{202f}!"), b"\xE9&#8239;!");
    }

    #[test]
    fn a_page_in_utf_8_is_read_as_such_whatever_it_declares() {
        let file = SourceFile::decode("a.html", "<meta charset=iso-8859-1>é".as_bytes());
        assert_eq!((file.encoding, file.text.ends_with('é')), (Encoding::Utf8, true));
        assert_eq!(file.declared, Declared::Other("iso-8859-1".to_owned()));
        let file = SourceFile::decode("a.html", b"\xEF\xBB\xBF<meta charset=Big5>");
        assert_eq!(
            (file.encoding, file.declared),
            (Encoding::Utf8Bom, Declared::Other("big5".into()))
        );
        let file = SourceFile::decode("a.html", b"<meta charset=klingon>\xE9");
        assert!(!file.is_whole());
        let unknown = Declared::Unknown("klingon".to_owned());
        assert_eq!((file.encoding, file.declared), (Encoding::Utf8, unknown));
        let file = SourceFile::decode("a.html", b"<meta charset=utf-8>\xE9");
        assert_eq!((file.is_whole(), file.declared), (false, Declared::Own));
        let file =
            SourceFile::decode("a.html", "<meta charset=UTF-16><meta charset=Big5>é".as_bytes());
        assert_eq!(file.declared, Declared::Own);
    }

    #[test]
    fn a_page_in_ascii_that_declares_an_older_encoding_is_written_in_it() {
        let file = SourceFile::decode("a.html", b"<meta charset=iso-8859-1>e");
        assert_eq!(file.encoding.encode("\u{e9}"), b"\xE9");
        assert_eq!(
            SourceFile::decode("a.md", b"<meta charset=iso-8859-1>").encoding,
            Encoding::Utf8
        );
    }

    /// A sentence that each encoding can write.
    const SENTENCES: &[(&str, &str)] = &[
        ("Shift_JIS", "カフェ、ｶﾌｪ。港の渡し船は五時に出る。 ~\\ end"),
        ("EUC-JP", "カフェ、ｶﾌｪ。港の渡し船は五時に出る。"),
        ("ISO-2022-JP", "渡し船 ferry は五時 (5) に出る。 end"),
        ("GBK", "渡轮五点从港口出发。 €"),
        ("gb18030", "渡轮五点从港口出发。 é ñ 𝄞 ferry"),
        ("Big5", "渡輪五點從港口出發。 ferry"),
        ("EUC-KR", "나룻배는 다섯 시에 떠난다. ferry"),
        ("windows-1250", "Prom odpływa o piątej; źle."),
        ("windows-1251", "Паром уходит в пять."),
        ("windows-1253", "Το πλοίο φεύγει στις πέντε."),
        ("windows-1254", "Vapur saat beşte kalkıyor."),
        ("windows-1255", "המעבורת יוצאת בחמש."),
        ("windows-1256", "العبارة تغادر في الخامسة."),
        ("windows-1257", "Keltas išplaukia penktą."),
        ("windows-1258", "Phà \u{111}i lúc năm gi\u{1b0}\u{300}."),
        ("windows-874", "เรือออกห้าโมง"),
        ("ISO-8859-2", "Prom odpływa o piątej."),
        ("ISO-8859-5", "Паром уходит."),
        ("ISO-8859-7", "Το πλοίο."),
        ("ISO-8859-15", "Le bac coûte 5 €, œuvre."),
        ("KOI8-R", "Паром уходит в пять."),
        ("KOI8-U", "Пором їде."),
        ("IBM866", "Паром уходит."),
        ("macintosh", "Le bac est déjà parti…"),
    ];

    #[test]
    fn pages_in_the_encodings_of_the_world_are_read_placed_and_written_back() {
        for (name, sentence) in SENTENCES {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            let page = format!("<meta charset=\"{name}\">\n<p>{sentence}</p>\n<p>x</p>");
            let bytes = encoding.encode(&page).0.into_owned();
            let file = SourceFile::decode("a.html", &bytes);
            assert_eq!((file.text.as_str(), file.encoding.name()), (page.as_str(), *name));
            assert!(file.is_rewritable() && file.declared == Declared::Own, "{name}");
            assert_eq!(file.encoding.encode(&file.text), bytes, "{name}");
            for (at, c) in page.char_indices() {
                let raw = |at: usize| file.raw_offset(u32::try_from(at).unwrap()) as usize;
                let own = &bytes[raw(at)..raw(at + c.len_utf8())];
                if *name == "ISO-2022-JP" {
                    // Shifts between characters belong to neither.
                    assert!(!own.is_empty() && own.len() < 6, "{name} {c}");
                } else {
                    assert_eq!(own, encoding.encode(&c.to_string()).0.as_ref(), "{name} {c}");
                }
            }
            let behind = u32::try_from(page.find("<p>x").unwrap()).unwrap();
            assert_eq!(file.raw_offset(behind) as usize, bytes.len() - b"<p>x</p>".len(), "{name}");
            assert_eq!(file.line_column(behind).line, 3, "{name}");
        }
    }

    #[test]
    fn bytes_that_are_no_characters_of_the_declared_encoding_are_counted_and_offsets_hold() {
        let bytes = b"<meta charset=shift_jis>\x82\xA0\x81 \x82\xA2\xFFa\x82";
        let file = SourceFile::decode("a.html", bytes);
        assert!(file.text.ends_with("\u{3042}\u{fffd} \u{3044}\u{fffd}a\u{fffd}"), "{}", file.text);
        assert_eq!((file.flaws[0].count, file.is_rewritable()), (3, false));
        let at = u32::try_from(file.text.find('\u{3044}').unwrap()).unwrap();
        assert_eq!(file.raw_offset(at) as usize, bytes.len() - 5);
        let at = u32::try_from(file.text.find("a\u{fffd}").unwrap()).unwrap();
        assert_eq!(file.raw_offset(at) as usize, bytes.len() - 2);
    }

    #[test]
    fn a_character_written_otherwise_than_it_would_be_again_keeps_the_file_from_being_written() {
        // NEC's and IBM's ∵ of Shift_JIS: both are read, one is written.
        let file = SourceFile::decode("a.html", b"<meta charset=shift_jis>\x87\x9A \x81\xE6");
        assert!(file.is_whole() && !file.is_rewritable());
        assert!(file.text.ends_with("∵ ∵"));
    }

    #[test]
    fn a_lone_half_of_a_pair_in_utf_16_is_a_flaw_and_no_more() {
        let file = SourceFile::decode("a.html", b"\xFF\xFE<\0p\0>\0\x3D\xD8a\0");
        assert_eq!(file.text, "<p>\u{fffd}a");
        assert_eq!(file.flaws.len(), 1);
    }

    #[test]
    fn lines_end_with_lf_crlf_or_cr() {
        let file = SourceFile::decode("a", "é1\r\nzwei\rtrois\n".as_bytes());
        assert_eq!(file.line_column(2), LineColumn { line: 1, column: 2 });
        assert_eq!(file.line_column(5), LineColumn { line: 2, column: 1 });
        assert_eq!(file.line_column(10), LineColumn { line: 3, column: 1 });
        assert_eq!(file.line_at(6).slice(&file.text), "zwei");
        assert_eq!(file.line_at(0).slice(&file.text), "é1");
    }

    #[test]
    fn a_byte_order_mark_is_no_column_but_counts_in_raw_offsets() {
        let file = SourceFile::decode("a", b"\xEF\xBB\xBFab");
        assert_eq!(file.text, "ab");
        assert_eq!(file.line_column(1).column, 2);
        assert_eq!(file.raw_offset(1), 4);
    }

    #[test]
    fn utf16_is_read_and_written_back_byte_for_byte() {
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encoding.encode("né 😀.");
            let file = SourceFile::decode("a", &bytes);
            assert_eq!(file.text, "né 😀.");
            assert_eq!(file.encoding.encode(&file.text), bytes);
            assert_eq!(file.raw_offset(3), 2 + 2 * 2);
            assert_eq!(file.raw_offset(8), 2 + 2 * 5);
        }
    }

    #[test]
    fn bad_bytes_are_counted_and_offsets_stay_those_of_the_file() {
        let file = SourceFile::decode("a", b"ab\xFF\xFEcd\xE9");
        assert_eq!(file.flaws.len(), 1);
        assert_eq!(file.flaws[0].count, 3);
        let at = u32::try_from(file.text.find('c').unwrap()).unwrap();
        assert_eq!(file.raw_offset(at), 4);
        assert!(!file.is_whole());
    }

    #[test]
    fn a_nul_byte_is_a_flaw() {
        let file = SourceFile::decode("a", b"ab\0c");
        assert_eq!(file.flaws[0].kind, FlawKind::Nul);
        assert_eq!(file.flaws[0].span, Span::of(2, 3));
    }
}
