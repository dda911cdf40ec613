//! Keys of consonants: two spellings of one name nearly always share one.
//!
//! A key is a run of classes of consonants, four bits each. A grapheme with several readings (ch, g, j) gives several
//! keys. Keys serve to find candidates among many names, and as evidence when two names are compared.

use super::parse::Word;
use super::tables::Tables;

/// Most keys of a word.
const KEYS: usize = 4;
/// Most classes of a key.
const CLASSES: usize = 14;

/// The keys of a word, the likeliest first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Skeletons {
    keys: [u64; KEYS],
    len: u8,
}

impl Skeletons {
    pub(super) fn all(&self) -> &[u64] {
        self.keys.get(..usize::from(self.len)).unwrap_or_default()
    }

    pub(super) fn share(&self, other: &Self) -> bool {
        self.all().iter().any(|key| other.all().contains(key))
    }

    pub(super) fn first(&self) -> u64 {
        self.keys.first().copied().unwrap_or(0)
    }
}

/// The keys of a word: its consonants read from the front, the longest grapheme first.
pub(super) fn of(tables: &Tables, word: &Word) -> Skeletons {
    let mut keys: [u64; KEYS] = [1; KEYS];
    let mut len = 1usize;
    let mut end = word.letters.len();
    // Read from the back, as the graphemes are stored; keys are only ever compared with each other.
    while end > 0 {
        let longest = word
            .ending(end)
            .iter()
            .rev()
            .find_map(|(size, grapheme)| Some((*size, tables.classes(*grapheme)?)));
        let Some((size, readings)) = longest else {
            end -= 1;
            continue;
        };
        end = end.saturating_sub(usize::from(size));
        let have = len;
        for at in 0..have {
            let Some(&key) = keys.get(at) else { break };
            for (number, reading) in readings.iter().enumerate() {
                let (mut longer, mut rest) = (key, *reading);
                while rest > 0 {
                    longer = append(longer, u64::from(rest & 15));
                    rest >>= 4;
                }
                if number == 0 {
                    if let Some(slot) = keys.get_mut(at) {
                        *slot = longer;
                    }
                } else if len < KEYS && !keys.iter().take(len).any(|own| *own == longer) {
                    if let Some(slot) = keys.get_mut(len) {
                        *slot = longer;
                    }
                    len += 1;
                }
            }
        }
    }
    let mut out = Skeletons::default();
    for key in keys.iter().take(len) {
        let known = out.all().contains(key);
        if let Some(slot) = out.keys.get_mut(usize::from(out.len)).filter(|_| !known) {
            *slot = *key;
            out.len += 1;
        }
    }
    out
}

fn append(key: u64, class: u64) -> u64 {
    let full = key >> (4 * CLASSES) != 0;
    if full || key & 15 == class && key > 15 { key } else { key << 4 | class }
}

/// The classes of a key, the last first, and how many there are.
pub(super) fn digits(key: u64) -> ([u8; CLASSES + 2], usize) {
    let mut out = [0; CLASSES + 2];
    let count = length(key) as usize;
    for (at, slot) in out.iter_mut().enumerate().take(count) {
        *slot = (key >> (4 * at) & 15) as u8;
    }
    (out, count)
}

/// How many classes a key has.
pub(super) fn length(key: u64) -> u32 {
    (key | 1).ilog2() / 4
}

/// The key without its class number `at`, counted from the back.
pub(super) fn without(key: u64, at: u32) -> u64 {
    let low = key & ((1u64 << (4 * at)) - 1);
    (key >> (4 * (at + 1))) << (4 * at) | low
}
