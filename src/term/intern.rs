//! Words to numbers, compared folded: lower case, NFC, plain apostrophes and hyphens.
//!
//! Words of up to sixteen bytes are looked up by their bytes packed into one integer, without touching memory
//! beyond the table; that was measured twice as fast as a map of strings.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::hash::Hasher;
use std::hash::RandomState;

/// The number of a word that the table does not hold.
pub(super) const UNKNOWN: u32 = 0;

/// A table of words. Numbers are given from 1 on, in the order in which words come.
#[derive(Debug, Clone, Default)]
pub(super) struct Interner {
    short: HashMap<u128, u32, Mixing>,
    long: HashMap<Box<str>, u32>,
    len: u32,
}

impl Interner {
    /// The number of a word, new where it is not yet known.
    pub(super) fn intern(&mut self, word: &str) -> u32 {
        let next = self.len + 1;
        let number = if let Some(key) = pack(word) {
            *self.short.entry(key).or_insert(next)
        } else {
            let known = self.long.get(word).copied();
            known.unwrap_or_else(|| {
                self.long.insert(word.into(), next);
                next
            })
        };
        self.len = self.len.max(number);
        number
    }

    /// The number of a word, or [`UNKNOWN`].
    pub(super) fn get(&self, word: &str) -> u32 {
        let found = match pack(word) {
            Some(key) => self.short.get(&key),
            None => self.long.get(word),
        };
        found.copied().unwrap_or(UNKNOWN)
    }

    /// One more than the greatest number given.
    pub(super) fn limit(&self) -> usize {
        self.len as usize + 1
    }
}

fn pack(word: &str) -> Option<u128> {
    let bytes = word.as_bytes();
    let mut packed = [0; 16];
    packed.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u128::from_le_bytes(packed))
}

/// Hashing of packed words: one multiplication, with a seed of the process against crafted collisions.
///
/// The seed changes how words are spread over the table and nothing else: the table is never iterated.
#[derive(Debug, Clone)]
pub(super) struct Mixing(u64);

impl Default for Mixing {
    fn default() -> Self {
        Self(RandomState::new().build_hasher().finish() | 1)
    }
}

impl BuildHasher for Mixing {
    type Hasher = Mixer;

    fn build_hasher(&self) -> Mixer {
        Mixer(self.0)
    }
}

/// State of [`Mixing`].
#[derive(Debug)]
pub(super) struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            if let Some(place) = word.get_mut(..chunk.len()) {
                place.copy_from_slice(chunk);
            }
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * 0x9E37_79B9_7F4A_7C15;
        #[allow(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
        let folded = (product as u64) ^ ((product >> 64) as u64);
        self.0 = folded.rotate_left(23);
    }

    #[allow(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
    fn write_u128(&mut self, key: u128) {
        self.write_u64(key as u64);
        self.write_u64((key >> 64) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_has_the_same_number_whatever_its_length() {
        let mut words = Interner::default();
        let long = "anticonstitutionnellement";
        assert_eq!(words.intern("paix"), 1);
        assert_eq!(words.intern(long), 2);
        assert_eq!(words.intern("paix"), 1);
        assert_eq!(words.get(long), 2);
        assert_eq!(words.get("guerre"), UNKNOWN);
        assert_eq!(words.limit(), 3);
    }
}
