//! Files as they were read: decoded text, what was wrong with the bytes, lines, and offsets in the raw file.

use encoding_rs::{CoderResult, UTF_8, UTF_16BE, UTF_16LE};

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
    /// One byte a character, as a page's head declares.
    SingleByte(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// The usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 (BOM)",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::SingleByte(encoding) => encoding.name(),
        }
    }

    /// The bytes of a text in this encoding, with its byte order mark.
    ///
    /// A character that an encoding of one byte lacks is written as a numeric reference (`&#8239;`): only pages,
    /// which read them back, declare such an encoding.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf8Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            Self::Utf16Le => wide(text, u16::to_le_bytes),
            Self::Utf16Be => wide(text, u16::to_be_bytes),
            Self::SingleByte(encoding) => encoding.encode(text).0.into_owned(),
        }
    }

    /// Length of its byte order mark in bytes.
    fn mark(self) -> u32 {
        match self {
            Self::Utf8 | Self::SingleByte(_) => 0,
            Self::Utf8Bom => 3,
            Self::Utf16Le | Self::Utf16Be => 2,
        }
    }
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
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
    line_starts: Vec<u32>,
    /// Text offset and raw offset behind each place where the two drift apart (undecodable bytes).
    drifts: Vec<(u32, u32)>,
}

impl SourceFile {
    /// Decodes a file's bytes: UTF-8, UTF-16 behind a byte order mark, or what a page's head declares. Never fails; see [`SourceFile::flaws`].
    pub fn decode(path: impl Into<String>, bytes: &[u8]) -> Self {
        let (encoding, rest) = sniff(bytes);
        let mut drifts = Vec::new();
        let (text, bad) = match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => decode_utf8(rest, encoding.mark(), &mut drifts),
            Encoding::Utf16Le => decode_by(rest, UTF_16LE),
            Encoding::Utf16Be => decode_by(rest, UTF_16BE),
            Encoding::SingleByte(encoding) => decode_by(rest, encoding),
        };
        let mut flaws = Vec::new();
        if let Some((at, count)) = bad {
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
        let line_starts = line_starts(&text);
        Self { path: path.into(), text, encoding, flaws, line_starts, drifts }
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
        match self.encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => {
                let index = self.drifts.partition_point(|(text, _)| *text <= offset);
                match index.checked_sub(1).and_then(|index| self.drifts.get(index)) {
                    Some((text, raw)) => raw + (offset - text),
                    None => offset + self.encoding.mark(),
                }
            }
            Encoding::Utf16Le | Encoding::Utf16Be => {
                let units = Span::of(0, offset as usize).slice(&self.text).encode_utf16().count();
                self.encoding.mark() + 2 * u32::try_from(units).unwrap_or(u32::MAX / 4)
            }
            Encoding::SingleByte(_) => {
                let chars = Span::of(0, offset as usize).slice(&self.text).chars().count();
                u32::try_from(chars).unwrap_or(u32::MAX)
            }
        }
    }

    /// Was every byte understood?
    pub fn is_whole(&self) -> bool {
        self.flaws.is_empty()
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

fn sniff(bytes: &[u8]) -> (Encoding, &[u8]) {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        (Encoding::Utf8Bom, rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        (Encoding::Utf16Le, rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        (Encoding::Utf16Be, rest)
    } else if let Some(encoding) = older(bytes) {
        (Encoding::SingleByte(encoding), bytes)
    } else {
        (Encoding::Utf8, bytes)
    }
}

/// The declared encoding of a page whose bytes are no UTF-8.
fn older(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let encoding = charset::declared(bytes)?;
    std::str::from_utf8(bytes).is_err().then_some(encoding)
}

/// First bad offset in the text, and how many bad places.
type Bad = Option<(usize, u32)>;

fn decode_utf8(bytes: &[u8], mark: u32, drifts: &mut Vec<(u32, u32)>) -> (String, Bad) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    let mut text = String::with_capacity(bytes.len());
    let (mut raw, mut first, mut count) = (0usize, None, 0u32);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        raw += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
            count = count.saturating_add(1);
            text.push('\u{FFFD}');
            raw += chunk.invalid().len();
            let offsets = (u32::try_from(text.len()), u32::try_from(raw));
            if let (Ok(derived), Ok(raw)) = offsets {
                drifts.push((derived, raw.saturating_add(mark)));
            }
        }
    }
    (text, first.map(|at| (at, count)))
}

fn decode_by(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> (String, Bad) {
    debug_assert_ne!(encoding, UTF_8);
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len().saturating_mul(2));
    let mut text = String::with_capacity(room);
    let (result, _, had_errors) = decoder.decode_to_string(bytes, &mut text, true);
    debug_assert_eq!(result, CoderResult::InputEmpty);
    let bad = had_errors.then(|| {
        let first = text.find('\u{FFFD}').unwrap_or(0);
        (first, u32::try_from(text.matches('\u{FFFD}').count()).unwrap_or(u32::MAX))
    });
    (text, bad)
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
