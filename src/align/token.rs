//! Sentences as numbers: every word is folded and interned once, so that nothing later touches text.
//!
//! A type is a truncated word (long words lose their inflection with their end), a number, a telling sign of
//! punctuation, or, in scripts that do not mark words, a character and a pair of neighbouring characters.
//! Chinese numerals are numbers too.

use std::collections::HashMap;
use std::ops::Range;

use super::edge::Edge;
use super::letters::{consonants, without_article};
use super::numeral;
use crate::text::fold_diacritics;

/// What a type is made from; seeds trust the kinds differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Name,
    Word,
    Gram,
    Sign,
}

/// One distinct token of a side.
#[derive(Debug)]
pub(super) struct Type {
    /// Folded and truncated; empty only in hostile input.
    pub(super) key: String,
    pub(super) kind: Kind,
    /// Its first consonants, by sound.
    pub(super) consonants: String,
    /// In how many sentences it occurs.
    pub(super) count: u32,
}

/// One text, ready to be aligned.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// Distinct types of every sentence, one sentence after another.
    pub(super) tokens: Vec<u32>,
    /// Where each sentence begins in `tokens`; one more than there are sentences.
    pub(super) starts: Vec<u32>,
    /// Characters before each sentence; one more than there are sentences.
    pub(super) chars: Vec<u32>,
    /// How each sentence begins and ends.
    pub(super) edges: Vec<Edge>,
    pub(super) types: Vec<Type>,
    /// Sentences that hold each type, with the place of the type among the sentence's tokens.
    pub(super) places: Vec<Place>,
    /// Where each type begins in `places`.
    pub(super) place_starts: Vec<u32>,
}

/// An occurrence: sentence and index in [`Text::tokens`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) sentence: u32,
    pub(super) token: u32,
}

impl Text {
    pub(super) fn new(sentences: &[&str], trunc: usize) -> Self {
        let numbered = is_numbered(sentences);
        let mut reader = Reader { trunc, ..Reader::default() };
        reader.text.starts.push(0);
        reader.text.chars.push(0);
        for sentence in sentences {
            let sentence = if numbered { after_number(sentence) } else { sentence };
            reader.text.edges.push(Edge::of(sentence));
            reader.sentence(sentence);
        }
        let mut text = reader.text;
        text.index();
        text
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Indices into `tokens` of a stretch of sentences.
    pub(super) fn span(&self, sentences: Range<usize>) -> Range<usize> {
        self.starts[sentences.start] as usize..self.starts[sentences.end] as usize
    }

    /// Length of a stretch of sentences, in characters.
    pub(super) fn length(&self, sentences: Range<usize>) -> u32 {
        self.chars[sentences.end] - self.chars[sentences.start]
    }

    pub(super) fn places(&self, of: u32) -> &[Place] {
        let of = of as usize;
        &self.places[self.place_starts[of] as usize..self.place_starts[of + 1] as usize]
    }

    fn index(&mut self) {
        let mut starts = Vec::with_capacity(self.types.len() + 1);
        let mut total = 0;
        for one in &self.types {
            starts.push(total);
            total += one.count;
        }
        starts.push(total);
        let mut next = starts.clone();
        self.places = vec![Place::default(); total as usize];
        for sentence in 0..self.len() {
            for token in self.span(sentence..sentence + 1) {
                let slot = &mut next[self.tokens[token] as usize];
                self.places[*slot as usize] =
                    Place { sentence: sentence as u32, token: token as u32 };
                *slot += 1;
            }
        }
        self.place_starts = starts;
    }
}

/// Distinct types of a sentence that are looked at; longer ones are no sentences, but must not fill the memory.
const MOST_TYPES: usize = 256;

#[derive(Default)]
struct Reader<'t> {
    trunc: usize,
    text: Text,
    surfaces: HashMap<&'t str, u32>,
    keys: HashMap<String, u32>,
    /// The last sentence that holds each type, counted from 1.
    seen: Vec<u32>,
}

impl<'t> Reader<'t> {
    fn sentence(&mut self, sentence: &'t str) {
        let mut word: Option<usize> = None;
        let mut count = 0;
        let mut previous: Option<usize> = None;
        let mut numeral: Option<usize> = None;
        for (at, c) in sentence.char_indices() {
            count += 1;
            let spaceless = is_spaceless(c);
            let part = !spaceless && crate::text::is_word_char(c);
            if let (Some(start), false) = (word, part) {
                self.word(sentence.get(start..at).unwrap_or_default());
                word = None;
            }
            if part && word.is_none() {
                word = Some(at);
            }
            match (numeral, numeral::is_numeral(c)) {
                (None, true) => numeral = Some(at),
                (Some(start), false) => {
                    self.numeral(sentence.get(start..at).unwrap_or_default());
                    numeral = None;
                }
                _ => {}
            }
            if spaceless {
                let end = at + c.len_utf8();
                self.gram(sentence.get(at..end).unwrap_or_default());
                if let Some(start) = previous {
                    self.gram(sentence.get(start..end).unwrap_or_default());
                }
                previous = Some(at);
                continue;
            }
            previous = None;
            if !part && let Some(sign) = sign(c) {
                self.add(sign, Kind::Sign);
            }
        }
        if let Some(start) = word {
            self.word(sentence.get(start..).unwrap_or_default());
        }
        if let Some(start) = numeral {
            self.numeral(sentence.get(start..).unwrap_or_default());
        }
        let text = &mut self.text;
        text.starts.push(text.tokens.len() as u32);
        text.chars.push(text.chars.last().copied().unwrap_or(0).saturating_add(u32::max(count, 1)));
    }

    fn word(&mut self, surface: &'t str) {
        if let Some(id) = self.surfaces.get(surface) {
            return self.put(*id);
        }
        let folded: String = fold_diacritics(surface).chars().map(ascii_digit).collect();
        let kind = if folded.contains(|c: char| c.is_ascii_digit()) {
            Kind::Number
        } else if surface.chars().next().is_some_and(char::is_uppercase) {
            Kind::Name
        } else {
            Kind::Word
        };
        let bare = without_article(&folded);
        let key = if kind == Kind::Number {
            folded.clone()
        } else {
            bare.chars().take(self.trunc).collect()
        };
        let id = self.intern(&key, kind, bare);
        self.surfaces.insert(surface, id);
        self.put(id);
    }

    fn numeral(&mut self, surface: &str) {
        if let Some(number) = numeral::read(surface) {
            self.add(&number.to_string(), Kind::Number);
        }
    }

    fn gram(&mut self, surface: &'t str) {
        self.add(surface, Kind::Gram);
    }

    fn add(&mut self, key: &str, kind: Kind) {
        let id = self.intern(key, kind, "");
        self.put(id);
    }

    fn intern(&mut self, key: &str, kind: Kind, sound: &str) -> u32 {
        if let Some(id) = self.keys.get(key) {
            // A word that is also written small is no name.
            if let Some(known) = self.text.types.get_mut(*id as usize)
                && kind == Kind::Word
            {
                known.kind = kind;
            }
            return *id;
        }
        let id = self.text.types.len() as u32;
        self.text.types.push(Type {
            key: key.to_owned(),
            kind,
            consonants: consonants(sound),
            count: 0,
        });
        self.seen.push(0);
        self.keys.insert(key.to_owned(), id);
        id
    }

    fn put(&mut self, id: u32) {
        let current = self.text.starts.len() as u32;
        let seen = &mut self.seen[id as usize];
        let held = self.text.tokens.len() - self.text.starts.last().copied().unwrap_or(0) as usize;
        if *seen != current && held < MOST_TYPES {
            *seen = current;
            self.text.types[id as usize].count += 1;
            self.text.tokens.push(id);
        }
    }
}

/// Decimal digits of the common scripts as ASCII, so that ٢٠١٩ is 2019.
fn ascii_digit(c: char) -> char {
    const ZEROS: [u32; 5] = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50];
    let code = c as u32;
    let digit =
        ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero);
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

/// Signs that a translator keeps more often than not, under one name in every script.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '?' | '？' | '؟' | '\u{37E}' => "?",
        '!' | '！' => "!",
        '(' | '（' => "(",
        ':' | '：' => ":",
        ';' | '；' | '؛' => ";",
        '%' | '٪' => "%",
        '"' | '“' | '«' | '„' | '「' => "\"",
        '—' | '–' => "—",
        '…' => "…",
        _ => return None,
    })
}

/// Is the script written without spaces between words?
fn is_spaceless(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF
        | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Does nearly every sentence begin with its own running number? Such numbers count the lines of a listing, and
/// would set every later line against the wrong one as soon as one side has a line more.
fn is_numbered(sentences: &[&str]) -> bool {
    let first = sentences.first().and_then(|sentence| leading_number(sentence));
    let Some(first) = first.filter(|_| sentences.len() >= 8) else { return false };
    let running = sentences
        .iter()
        .zip(first..)
        .filter(|(sentence, n)| leading_number(sentence) == Some(*n))
        .count();
    running * 10 >= sentences.len() * 9
}

fn leading_number(sentence: &str) -> Option<u64> {
    let trimmed = sentence.trim_start();
    let end = trimmed.find(|c: char| !c.is_ascii_digit()).unwrap_or(trimmed.len());
    trimmed.get(..end)?.parse().ok()
}

fn after_number(sentence: &str) -> &str {
    sentence.trim_start().trim_start_matches(|c: char| c.is_ascii_digit())
}
