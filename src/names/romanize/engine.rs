//! Applies a scheme to text: word by word, longest rule first, capitals kept.
//!
//! The text is brought to NFC first, so that й is one letter however it was typed; a mark that is still on its own then
//! (the stress of a dictionary) is no letter and is dropped. What the table does not know passes through as it is.
//! Time and memory are linear in the text: a rule looks at a handful of letters, never at the whole word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::scheme::Scheme;

impl Scheme {
    /// The text in Latin letters.
    pub fn romanize(&self, text: &str) -> String {
        let text = self.prepare(text);
        let shouted = is_shouted(&text);
        let mut out = String::with_capacity(text.len() * 2);
        let mut at = 0;
        while let Some(&c) = text.get(at) {
            let rest = text.get(at..).unwrap_or_default();
            let len = self.word(rest);
            if let Some(word) = rest.get(..len).filter(|word| !word.is_empty()) {
                self.write(word, shouted, &mut out);
                at += len;
            } else {
                out.push(c);
                at += 1;
            }
        }
        out
    }

    /// Letters composed, marks that are no part of a letter dropped after letters of the table.
    fn prepare(&self, text: &str) -> Vec<char> {
        let composed: String = if self.marks.is_empty() {
            text.nfc().collect()
        } else {
            let mut plain = String::with_capacity(text.len());
            for c in text.nfd() {
                match self.marks.get(&c) {
                    Some(other) => plain.push_str(other),
                    None => plain.push(c),
                }
            }
            plain.nfc().collect()
        };
        let mut out: Vec<char> = Vec::with_capacity(composed.len() / 2);
        let mut known = false;
        for c in composed.chars() {
            let mark = is_combining_mark(c) && !self.has(c);
            if !mark {
                known = self.has(lower(c));
            }
            if !(mark && known) {
                out.push(c);
            }
        }
        out
    }

    /// How many characters the word has that the text begins with; 0 where it begins with none.
    ///
    /// A sign of the table that is no letter (the apostrophe of Ukrainian) belongs to a word between letters only.
    fn word(&self, text: &[char]) -> usize {
        let mut end = 0;
        while let Some(&c) = text.get(end) {
            let inside = end > 0 && text.get(end + 1).is_some_and(|next| next.is_alphabetic());
            let sign = self.has(c) && inside;
            if !(c.is_alphabetic() || sign || is_combining_mark(c) && end > 0) {
                break;
            }
            end += 1;
        }
        end
    }

    fn write(&self, word: &[char], shouted: bool, out: &mut String) {
        let folded: Vec<char> = word.iter().map(|c| lower(*c)).collect();
        let capitals = word.iter().filter(|c| c.is_uppercase()).count() > usize::from(!shouted)
            && !word.iter().any(|c| c.is_lowercase());
        let mut before = None;
        let mut at = 0;
        while let (Some(&c), Some(rest)) = (word.get(at), folded.get(at..)) {
            if let Some(rule) = self.rule(before, rest) {
                push(&rule.result, c.is_uppercase(), capitals, out);
                at += rule.letters.len();
            } else {
                out.push(c);
                at += 1;
            }
            before = at.checked_sub(1).and_then(|last| folded.get(last)).copied();
        }
    }
}

/// Is everything in capitals, with at least one word of two letters?
fn is_shouted(text: &[char]) -> bool {
    !text.iter().any(|c| c.is_lowercase())
        && text.windows(2).any(|pair| pair.iter().all(|c| c.is_uppercase()))
}

/// Writes what letters became: all of it in capitals, its first letter, or none.
fn push(result: &str, capital: bool, all: bool, out: &mut String) {
    let mut first = capital;
    for c in result.chars() {
        if all || (first && c.is_alphabetic()) {
            out.extend(c.to_uppercase());
            first &= !c.is_alphabetic();
        } else {
            out.push(c);
        }
    }
}

/// The letter in lower case, as one character: what İ has beyond i is a mark.
fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
