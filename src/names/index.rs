//! Many names at once: which of them a spelling may be.
//!
//! Every word of a listed name is filed under its consonant keys and, where a key is long enough, under the key with
//! any one class left out, so that one consonant heard otherwise does not hide a name. A look-up scores only what
//! shares a key.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use super::parse::{Name, Word};
use super::words::Role;
use super::{Names, compare, features, skeleton};

/// Shortest key, in classes, that is also filed with a class left out.
const LONG: u32 = 4;

/// How many letters only one of two words may have where they share a whole key, and where they share one with a class
/// left out. Measured on labelled pairs: of those that are said to be one name, one in a hundred is lost.
const SOME: u32 = 5;
const FEW: u32 = 4;

/// How alike the letters of two words are at least, in hundredths, for them to be aligned. Measured likewise: of pairs
/// that are said to be one name, one in two hundred is lost; of others that share a key, two thirds are spared.
const ALIKE: i32 = 45;

/// A listed name that a spelling may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its number among the names that the index was made of.
    pub name: usize,
    /// The word of it that the spelling is, counted from 0; `None` where it is the name as a whole.
    pub word: Option<usize>,
    /// The chance, 0 to 1, in thousandths.
    pub score: f64,
}

/// Listed names, filed for looking up.
#[derive(Debug)]
pub struct NameIndex<'n> {
    names: &'n Names,
    listed: Vec<Name>,
    /// Words of names by key.
    keys: HashMap<u64, Vec<Filed>, Plain>,
}

/// A word of a listed name as it stands in the index.
#[derive(Debug, Clone, Copy)]
struct Filed {
    name: u32,
    word: u8,
    /// Has the key a class left out?
    cut: bool,
    letters: u32,
}

/// Keys are well spread once multiplied (Knuth's multiplicative hashing); the standard hasher would cost more than
/// the rest of a look-up.
#[derive(Debug, Clone, Copy, Default)]
struct Plain;

#[derive(Debug, Default)]
struct Multiply(u64);

impl BuildHasher for Plain {
    type Hasher = Multiply;

    fn build_hasher(&self) -> Multiply {
        Multiply(0)
    }
}

impl Hasher for Multiply {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        let product = (self.0 ^ key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = product ^ (product >> 32);
    }
}

impl<'n> NameIndex<'n> {
    /// Files names: full and short forms alike, each under its number.
    pub fn new<'t>(names: &'n Names, listed: impl IntoIterator<Item = &'t str>) -> Self {
        let listed: Vec<Name> = listed.into_iter().map(|text| names.prepare(text)).collect();
        let mut keys: HashMap<u64, Vec<Filed>, Plain> = HashMap::default();
        for (number, name) in (0u32..).zip(&listed) {
            for (at, word) in (0u8..).zip(&name.words).filter(|(_, word)| word.role == Role::Core) {
                for (key, cut) in all_keys(word) {
                    let own = Filed { name: number, word: at, cut, letters: word.mask };
                    keys.entry(key).or_default().push(own);
                }
            }
        }
        Self { names, listed, keys }
    }

    /// The listed names that a spelling may be, the likeliest first: as a whole, or one word of them.
    pub fn lookup(&self, text: &str) -> Vec<Candidate> {
        let asked = self.names.prepare(text);
        let places = self.places(&asked);
        let mut found: Vec<Candidate> = Vec::new();
        for (number, at) in places {
            let Some(candidate) = self.judge(&asked, number as usize, at) else { continue };
            match found.last_mut() {
                Some(last) if last.name == candidate.name => {
                    if candidate.score > last.score {
                        *last = candidate;
                    }
                }
                _ => found.push(candidate),
            }
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.name.cmp(&b.name)));
        found
    }

    /// How many words of listed names a look-up has to score.
    pub fn considered(&self, text: &str) -> usize {
        self.places(&self.names.prepare(text)).len()
    }

    /// The words of listed names that share a key and most letters with a word of a name, in order.
    fn places(&self, asked: &Name) -> Vec<(u32, u8)> {
        let mut places: Vec<(u32, u8)> = Vec::new();
        for word in asked.words.iter().filter(|word| word.role == Role::Core) {
            for (key, cut) in all_keys(word) {
                let own = self.keys.get(&key).into_iter().flatten();
                let near = own.filter(|filed| {
                    let most = if cut || filed.cut { FEW } else { SOME };
                    let apart = (filed.letters ^ word.mask).count_ones();
                    let all = filed.letters.count_ones() + word.mask.count_ones();
                    apart <= most && 100 * apart <= 45 * all
                });
                places.extend(near.map(|filed| (filed.name, filed.word)));
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    fn judge(&self, asked: &Name, number: usize, at: u8) -> Option<Candidate> {
        let listed = self.listed.get(number)?;
        let Names { tables, model, .. } = self.names;
        let (chance, word) = match (asked.words.as_slice(), listed.words.len()) {
            ([own], 2..) => {
                let part = listed.words.get(usize::from(at))?;
                if features::letters_alike(own, part) < ALIKE {
                    return None;
                }
                (compare::words(tables, model, own, part, false).chance, Some(usize::from(at)))
            }
            ([own], 1)
                if listed
                    .words
                    .first()
                    .is_some_and(|only| features::letters_alike(own, only) < ALIKE) =>
            {
                return None;
            }
            _ => (compare::names(tables, model, asked, listed, false).chance, None),
        };
        (chance >= model.same).then(|| Candidate {
            name: number,
            word,
            score: f64::from(chance) / 1000.0,
        })
    }
}

/// The keys that a word is filed and looked up under, each with whether a class is left out.
pub(super) fn all_keys(word: &Word) -> Vec<(u64, bool)> {
    let mut keys: Vec<(u64, bool)> = word.keys.all().iter().map(|key| (*key, false)).collect();
    let key = word.keys.first();
    let length = skeleton::length(key);
    if length >= LONG {
        keys.extend((0..length).map(|at| (skeleton::without(key, at), true)));
    }
    keys.sort_unstable();
    keys.dedup_by_key(|(key, _)| *key);
    keys
}
