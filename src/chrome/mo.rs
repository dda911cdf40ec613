//! MO files: what gettext compiles PO files to.
//!
//! A table of offsets and lengths for the texts, another for the translations, in either order of bytes. Every
//! number is the file's word and is checked before it is believed: a string that would lie outside the file ends
//! the reading of that string, and nothing is set aside for strings that are not there. Source of the format: GNU
//! gettext manual, "The Format of GNU MO Files".

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::gettext::{Item, Items};
use crate::message::Message;
use crate::text::charset_of;

crate::messages! { MESSAGES;
    no_mo = "chrome-mo-magic" ();
    truncated = "chrome-mo-truncated" (at);
    not_utf8 = "chrome-mo-encoding" (at);
}

/// The first four bytes, as a number in the file's own order.
const MAGIC: u32 = 0x9504_12de;
/// Most faults of one file that are told.
const FAULTS: usize = 20;
/// Most bytes of all strings, for offsets may point at the same bytes again and again.
const FACTOR: usize = 4;

/// Reads a file; faults speak of bytes from 0, for there are no lines.
pub(super) fn read(bytes: &[u8]) -> (Items, Vec<Message>) {
    let mut out = Items::default();
    let mut faults = Vec::new();
    let Some(file) = File::new(bytes) else { return (out, vec![no_mo()]) };
    let Some((count, texts, translations)) = file.header() else {
        return (out, vec![truncated(0_u32)]);
    };
    let mut file = file;
    file.charset = file.declared(count, texts, translations);
    let mut allowance = bytes.len().saturating_mul(FACTOR);
    for number in 0..count {
        let entry = file
            .string(texts, number)
            .and_then(|text| Ok((text, file.string(translations, number)?)));
        match entry {
            Ok((text, translation)) => {
                let Some(left) = allowance.checked_sub(text.len() + translation.len()) else {
                    faults.push(truncated(bytes.len()));
                    break;
                };
                allowance = left;
                out.all.push(item(&text, &translation));
            }
            Err(fault) => {
                faults.push(fault);
                // The tables themselves end outside the file: the rest of them does too.
                if faults.len() >= FAULTS || !file.holds(texts, number) {
                    break;
                }
            }
        }
    }
    (out, faults)
}

fn item(text: &str, translation: &str) -> Item {
    let (context, rest) = match text.split_once('\u{4}') {
        Some((context, rest)) => (Some(context.to_owned()), rest),
        None => (None, text),
    };
    let mut parts = rest.split('\0');
    let text = parts.next().unwrap_or_default().to_owned();
    let plural = parts.next().map(str::to_owned);
    let strings = translation.split('\0').take(8).map(str::to_owned).enumerate().collect();
    Item { started: true, context, text, plural, strings, ..Item::default() }
}

struct File<'b> {
    bytes: &'b [u8],
    big: bool,
    /// What the header says that the strings are encoded in; UTF-8 where it says nothing.
    charset: Option<&'static Encoding>,
}

impl<'b> File<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        [false, true]
            .into_iter()
            .map(|big| Self { bytes, big, charset: None })
            .find(|file| file.number(0) == Some(MAGIC))
    }

    fn number(&self, at: usize) -> Option<u32> {
        let four: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    }

    /// How many strings there are, and where the two tables begin.
    fn header(&self) -> Option<(usize, usize, usize)> {
        let field = |at| self.number(at).and_then(|own| usize::try_from(own).ok());
        Some((field(8)?, field(12)?, field(16)?))
    }

    fn row(table: usize, number: usize) -> Option<usize> {
        table.checked_add(number.checked_mul(8)?)
    }

    fn holds(&self, table: usize, number: usize) -> bool {
        Self::row(table, number).and_then(|at| self.number(at.checked_add(4)?)).is_some()
    }

    fn string(&self, table: usize, number: usize) -> Result<Cow<'b, str>, Message> {
        let at = Self::row(table, number).unwrap_or(usize::MAX);
        let bytes = self.bytes_at(at).ok_or_else(|| truncated(at))?;
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Ok(Cow::Borrowed(text));
        }
        let decoded = self
            .charset
            .and_then(|own| own.decode_without_bom_handling_and_without_replacement(bytes));
        decoded.ok_or_else(|| not_utf8(at))
    }

    /// The encoding that the header (the translation of nothing, which sorts first) names.
    fn declared(
        &self,
        count: usize,
        texts: usize,
        translations: usize,
    ) -> Option<&'static Encoding> {
        let first = Self::row(texts, 0).filter(|_| count > 0).and_then(|at| self.bytes_at(at))?;
        let header = self.bytes_at(Self::row(translations, 0)?).filter(|_| first.is_empty())?;
        charset_of(header)
    }

    fn bytes_at(&self, at: usize) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number(at)?).ok()?;
        let start = usize::try_from(self.number(at.checked_add(4)?)?).ok()?;
        self.bytes.get(start..start.checked_add(length)?)
    }
}
