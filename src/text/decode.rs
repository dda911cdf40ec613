//! Bytes to text, with the way back from each offset of the text.
//!
//! The tables are those of `encoding_rs`, which is what browsers are held to. It decodes whole buffers and does not say
//! where a character began, so where that does not follow from the text alone it is given one byte at a time.

use encoding_rs::{DecoderResult, Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};

use super::offsets::Offsets;

/// Decoded bytes.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    /// The text; what could not be decoded stands as U+FFFD.
    pub(super) text: String,
    /// Offset in the text of the first bytes that could not be decoded, and how many such places there are.
    pub(super) bad: Option<(usize, u32)>,
    /// From the text to the raw file.
    pub(super) offsets: Offsets,
}

impl Decoded {
    /// Appends U+FFFD for bytes of the file that are no character.
    fn push_bad(&mut self, raw: usize, len: usize) {
        let at = self.text.len();
        let count = self.bad.map_or(0, |(_, count)| count);
        self.bad = Some((self.bad.map_or(at, |(first, _)| first), count.saturating_add(1)));
        self.offsets.push(at, raw, ('\u{FFFD}'.len_utf8(), len));
        self.text.push('\u{FFFD}');
    }
}

/// Decodes UTF-8 that stands behind a byte order mark of so many bytes.
pub(super) fn decode_utf8(bytes: &[u8], mark: usize) -> Decoded {
    let mut out = Decoded::default();
    out.offsets.push(0, mark, (1, 1));
    if let Ok(text) = std::str::from_utf8(bytes) {
        text.clone_into(&mut out.text);
        return out;
    }
    out.text.reserve(bytes.len());
    let mut raw = mark;
    for chunk in bytes.utf8_chunks() {
        out.offsets.push(out.text.len(), raw, (1, 1));
        out.text.push_str(chunk.valid());
        raw += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            out.push_bad(raw, chunk.invalid().len());
            raw += chunk.invalid().len();
        }
    }
    out.offsets.push(out.text.len(), raw, (1, 1));
    out
}

/// Decodes any other encoding, behind a byte order mark of so many bytes.
pub(super) fn decode_by(bytes: &[u8], encoding: &'static Encoding, mark: usize) -> Decoded {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return by_characters(bytes, encoding, mark, |c| 2 * c.len_utf16());
    }
    if encoding.is_single_byte() {
        return by_characters(bytes, encoding, mark, |_| 1);
    }
    by_bytes(bytes, encoding)
}

/// Decodes an encoding in which the length of a character follows from the character.
fn by_characters(
    bytes: &[u8],
    encoding: &'static Encoding,
    mark: usize,
    len: fn(char) -> usize,
) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let mut out = Decoded { text: text.into_owned(), ..Decoded::default() };
    let mut raw = mark;
    for (at, c) in out.text.char_indices() {
        out.offsets.push(at, raw, (c.len_utf8(), len(c)));
        raw += len(c);
    }
    if had_errors {
        let first = out.text.find('\u{FFFD}').unwrap_or(0);
        let count = out.text.matches('\u{FFFD}').count();
        out.bad = Some((first, u32::try_from(count).unwrap_or(u32::MAX)));
    }
    out
}

/// Decodes an encoding of several bytes a character.
fn by_bytes(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut out = Decoded::default();
    out.text.reserve(bytes.len());
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0; 16];
    // What stands between the two was read and gave no character yet.
    let (mut from, mut at) = (0, 0);
    loop {
        if from == at && encoding.is_ascii_compatible() {
            at += push_ascii(bytes, at, &mut out);
            from = at;
            if at == bytes.len() {
                return out;
            }
        }
        let last = at + 1 >= bytes.len();
        let next = bytes.get(at..bytes.len().min(at + 1)).unwrap_or_default();
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(next, &mut buffer, last);
        at += read;
        let text = buffer.get(..written).and_then(|text| std::str::from_utf8(text).ok());
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let raw = if encoding == ISO_2022_JP { at - width(text).min(at - from) } else { from };
            out.offsets.push(out.text.len(), raw, (text.len(), at - raw));
            out.text.push_str(text);
            from = at;
        }
        if matches!(result, DecoderResult::Malformed(..)) {
            out.push_bad(from, at - from);
            from = at;
        } else if at == bytes.len() {
            return out;
        }
    }
}

/// Appends the stretch of ASCII at an offset; answers its length.
fn push_ascii(bytes: &[u8], at: usize, out: &mut Decoded) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let len = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
    if let Some(text) = rest.get(..len).and_then(|ascii| std::str::from_utf8(ascii).ok())
        && len > 0
    {
        out.offsets.push(out.text.len(), at, (1, 1));
        out.text.push_str(text);
    }
    len
}

/// Bytes of a character in ISO-2022-JP, the escape sequence before it left out.
fn width(text: &str) -> usize {
    let narrow = |c: char| c.is_ascii() || matches!(c, '¥' | '‾' | '\u{FF61}'..='\u{FF9F}');
    if text.chars().all(narrow) { 1 } else { 2 }
}
