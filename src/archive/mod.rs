//! ZIP archives as office documents are (APPNOTE 6.3.10; ISO/IEC 21320-1): a few parts, stored or deflated.
//!
//! The container is read here rather than by a crate, because what matters is what is refused: only the central
//! directory is believed, no part is unpacked that nobody asks for, and [`Limits`] hold for all parts together,
//! so that neither a bomb, nor overlapping parts, nor a directory that lies about sizes costs memory or time.
//! Encrypted, split and 64-bit archives are refused: no office program writes them for documents of this size.
//! Written archives hold no date (1980-01-01, the format's zero) and nothing of the system: the same parts give
//! the same bytes.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::message::Message;

crate::messages! { MESSAGES;
    damaged = "archive-damaged" ();
    encrypted = "archive-encrypted" ();
    unknown_method = "archive-unknown-method" ();
    too_many_parts = "archive-too-many-parts" (limit);
    too_large = "archive-too-large" (limit);
}

/// What an archive may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Parts in the directory.
    pub parts: usize,
    /// Bytes of all parts that are unpacked, together.
    pub unpacked: usize,
    /// Unpacked bytes for each packed one, beyond [`FREE`]. Office documents stay below 60 as a rule.
    pub ratio: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { parts: 4096, unpacked: 64 << 20, ratio: 200 }
    }
}

/// Unpacked bytes of a part for which the ratio does not count: small parts may well be all repetition.
pub const FREE: usize = 1 << 20;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;

/// Do the bytes begin as an archive does?
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(LOCAL)
}

/// An archive that is read.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part<'a>>,
    limits: Limits,
    /// Bytes unpacked so far.
    unpacked: usize,
}

#[derive(Debug)]
struct Part<'a> {
    name: &'a [u8],
    method: u16,
    crc: u32,
    packed: usize,
    /// Offset of the local header.
    at: usize,
}

impl<'a> Archive<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    ///
    /// Says why the bytes are no archive that can be read, or exceed the limits.
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, Message> {
        let (count, mut at) = end_record(bytes).ok_or_else(damaged)?;
        if count > limits.parts {
            return Err(too_many_parts(limits.parts));
        }
        let mut parts = Vec::with_capacity(count);
        for _ in 0..count {
            let (part, next) = central_record(bytes, at).ok_or_else(damaged)??;
            parts.push(part);
            at = next;
        }
        Ok(Self { bytes, parts, limits, unpacked: 0 })
    }

    /// Unpacks a part; `None` where there is none of this name. Names compare without regard to ASCII case, as
    /// the Open Packaging Conventions ask.
    ///
    /// # Errors
    ///
    /// Says why the part cannot be unpacked.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Message> {
        let is = |part: &&Part<'_>| part.name.eq_ignore_ascii_case(name.as_bytes());
        let Some(part) = self.parts.iter().find(is) else { return Ok(None) };
        let packed = part.data(self.bytes).ok_or_else(damaged)?;
        let left = self.limits.unpacked - self.unpacked;
        let most = left.min(FREE.max(packed.len().saturating_mul(self.limits.ratio)));
        let data = match part.method {
            0 if packed.len() <= left => packed.to_vec(),
            0 => return Err(self.exceeded()),
            8 => decompress_to_vec_with_limit(packed, most).map_err(|error| {
                let is_full = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
                if is_full { self.exceeded() } else { damaged() }
            })?,
            _ => return Err(unknown_method()),
        };
        if crc32(&data) != part.crc {
            return Err(damaged());
        }
        self.unpacked += data.len();
        Ok(Some(data))
    }

    fn exceeded(&self) -> Message {
        too_large(format!("{} MiB", self.limits.unpacked >> 20))
    }
}

impl Part<'_> {
    /// The packed bytes, behind the local header.
    fn data<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let local = bytes.get(self.at..)?;
        local.starts_with(LOCAL).then_some(())?;
        let start = 30 + usize::from(short(local, 26)?) + usize::from(short(local, 28)?);
        local.get(start..start.checked_add(self.packed)?)
    }
}

/// The number of parts and the offset of the directory, from the record at the end (a comment may follow it).
fn end_record(bytes: &[u8]) -> Option<(usize, usize)> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let at =
        (first..=last).rev().find(|at| bytes.get(*at..).is_some_and(|b| b.starts_with(END)))?;
    let record = bytes.get(at..)?;
    // Parts on this disk and in all: an archive of several disks is none that is read.
    let (here, all) = (short(record, 8)?, short(record, 10)?);
    let offset = long(record, 16)?;
    (here == all && all != u16::MAX && offset != u32::MAX).then_some(())?;
    Some((usize::from(all), usize::try_from(offset).ok()?))
}

type Record<'a> = Result<(Part<'a>, usize), Message>;

/// A part's record in the directory, and where the next begins; `None` where the bytes are none.
fn central_record(bytes: &[u8], at: usize) -> Option<Record<'_>> {
    let record = bytes.get(at..)?;
    record.starts_with(CENTRAL).then_some(())?;
    let flags = short(record, 8)?;
    if flags & 1 != 0 {
        return Some(Err(encrypted()));
    }
    let packed = long(record, 20)?;
    let offset = long(record, 42)?;
    (packed != u32::MAX && offset != u32::MAX).then_some(())?;
    let lengths = [short(record, 28)?, short(record, 30)?, short(record, 32)?].map(usize::from);
    let part = Part {
        name: record.get(46..46 + lengths.first()?)?,
        method: short(record, 10)?,
        crc: long(record, 16)?,
        packed: usize::try_from(packed).ok()?,
        at: usize::try_from(offset).ok()?,
    };
    Some(Ok((part, at + 46 + lengths.iter().sum::<usize>())))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// An archive of these parts, in their order, deflated. `None` beyond what 32 bits count.
pub fn pack(parts: &[(&str, Vec<u8>)]) -> Option<Vec<u8>> {
    /// 1980-01-01, midnight: the zero of the format.
    const DATE: u16 = 0b10_0001;
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in parts {
        let packed = compress_to_vec(data, 6);
        let at = u32::try_from(out.len()).ok()?;
        let mut head = Vec::new();
        // Version 2.0; bit 11: the name is UTF-8; deflated.
        for value in [20, 1 << 11, 8, 0, DATE] {
            head.extend(u16::to_le_bytes(value));
        }
        for value in [crc32(data), u32::try_from(packed.len()).ok()?] {
            head.extend(value.to_le_bytes());
        }
        head.extend(u32::try_from(data.len()).ok()?.to_le_bytes());
        head.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
        head.extend([0; 2]);
        out.extend(LOCAL);
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(CENTRAL);
        directory.extend(20_u16.to_le_bytes());
        directory.extend(&head);
        // Comment, disk, attributes inside and outside: none.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let at = u32::try_from(out.len()).ok()?;
    let count = u16::try_from(parts.len()).ok()?.to_le_bytes();
    out.extend(&directory);
    out.extend(END);
    out.extend([0; 4]);
    out.extend([count, count].concat());
    out.extend(u32::try_from(directory.len()).ok()?.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    Some(out)
}

/// The check sum of ISO 3309, as ZIP uses it.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut index = 0_u32;
        while index < 256 {
            let mut value: u32 = index;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
                bit += 1;
            }
            table[index as usize] = value;
            index += 1;
        }
        table
    };
    let step = |crc: u32, byte: &u8| {
        let index = (crc ^ u32::from(*byte)) & 0xFF;
        TABLE.get(index as usize).copied().unwrap_or_default() ^ (crc >> 8)
    };
    !bytes.iter().fold(!0, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Vec<u8> {
        pack(&[("a.xml", b"<a/>".to_vec()), ("b/\u{e9}.xml", vec![b'x'; 5000])]).unwrap()
    }

    #[test]
    fn what_is_packed_is_unpacked_and_holds_no_date() {
        let bytes = small();
        assert_eq!(bytes, small());
        let mut archive = Archive::open(&bytes, Limits::default()).unwrap();
        assert_eq!(archive.part("A.XML").unwrap().unwrap(), b"<a/>");
        assert_eq!(archive.part("b/\u{e9}.xml").unwrap().unwrap().len(), 5000);
        assert_eq!(archive.part("c"), Ok(None));
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let bytes = pack(&[("a", vec![0; 3 << 20]), ("b", vec![1; 3 << 20])]).unwrap();
        let mut archive = Archive::open(&bytes, Limits::default()).unwrap();
        assert_eq!(archive.part("a").unwrap_err().id, "archive-too-large", "by its ratio");
        let free = Limits { ratio: 5000, unpacked: 5 << 20, ..Limits::default() };
        let mut archive = Archive::open(&bytes, free).unwrap();
        assert_eq!(archive.part("a").unwrap().unwrap().len(), 3 << 20);
        assert_eq!(archive.part("b").unwrap_err().id, "archive-too-large", "both together");
        let few = Limits { parts: 1, ..Limits::default() };
        assert_eq!(Archive::open(&bytes, few).unwrap_err().id, "archive-too-many-parts");
    }

    #[test]
    fn cut_and_changed_archives_are_refused_and_nothing_panics() {
        let bytes = small();
        for end in 0..bytes.len() {
            assert!(Archive::open(&bytes[..end], Limits::default()).is_err());
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0xFF;
            if let Ok(mut archive) = Archive::open(&changed, Limits::default()) {
                for name in ["a.xml", "b/\u{e9}.xml"] {
                    // What is read is what was packed, or refused.
                    if let Ok(Some(data)) = archive.part(name) {
                        assert!(data == b"<a/>" || data.len() == 5000);
                    }
                }
            }
        }
        assert!(Archive::open(b"", Limits::default()).is_err());
    }
}
