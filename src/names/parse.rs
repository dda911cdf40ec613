//! A name made ready for comparison: words of plain letters, small words told apart.
//!
//! Marks that are sounds are kept (š, č, ž, ğ, ç), all others taken off. Doubled letters become one, except oo and
//! ee, which English writes for the sounds of ou and i.

use unicode_normalization::UnicodeNormalization;

use super::skeleton::{self, Skeletons};
use super::tables::{Grapheme, Tables, code, is_vowel};
use super::words::Role;

/// Most letters of a word that is aligned; a longer one is compared for equality only, so that time is bounded.
pub(super) const LETTERS: usize = 48;
/// Most words of a name that are aligned one by one.
pub(super) const WORDS: usize = 8;

/// A name, ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Name {
    /// Its words.
    pub(super) words: Vec<Word>,
    /// All its letters as one word, article in front left out; only where it has several words.
    pub(super) joined: Option<Box<Word>>,
    /// Was an article left out at its front?
    pub(super) article: bool,
    /// Was an English possessive or a French elision taken off?
    pub(super) trimmed: bool,
}

/// A word of a name.
#[derive(Debug, Clone)]
pub struct Word {
    pub(super) letters: Vec<char>,
    pub(super) role: Role,
    /// Is it a letter with or without a full stop?
    pub(super) initial: bool,
    /// Letters at its front that may be an article written together with it.
    pub(super) glued: u8,
    /// Graphemes by the letter they end behind: where those of each letter begin in `edges`.
    pub(super) starts: Vec<u16>,
    pub(super) edges: Vec<(u8, Grapheme)>,
    /// The letter that each of them ends behind.
    pub(super) ends: Vec<u8>,
    /// Does it end in an e with an accent, which is never silent?
    pub(super) accented: bool,
    /// What the word scores against itself.
    pub(super) full: i32,
    pub(super) keys: Skeletons,
    /// The letters that it has, a bit each.
    pub(super) mask: u32,
}

/// A word as it was cut from the text.
#[derive(Debug, Default)]
struct Raw {
    letters: Vec<char>,
    apostrophe: Option<usize>,
    dot: bool,
    /// Does it end in an e with an accent?
    accented: bool,
}

impl Tables {
    /// Makes a name ready.
    pub(super) fn name(&self, text: &str) -> Name {
        let mut raws = self.cut(text);
        let mut name = Name::default();
        for raw in &mut raws {
            name.trimmed |= trim(raw);
        }
        raws.retain(|raw| !raw.letters.is_empty());
        let count = raws.len();
        let mut roles: Vec<Role> = raws
            .iter()
            .enumerate()
            .map(|(at, raw)| {
                if count == 1 || count > WORDS {
                    return Role::Core;
                }
                match raws.get(at + 1) {
                    Some(next) if self.words.is_article(&raw.letters, &next.letters) => Role::Small,
                    _ => self.words.role(&raw.letters, at == 0, at + 1 == count),
                }
            })
            .collect();
        if !roles.iter().any(|role| matches!(role, Role::Core)) {
            for role in &mut roles {
                if !matches!(role, Role::Small) || count == 1 {
                    *role = Role::Core;
                }
            }
            if !roles.contains(&Role::Core) {
                roles.fill(Role::Core);
            }
        }
        name.article = count > 1
            && raws.first().zip(raws.get(1)).is_some_and(|(first, next)| {
                self.words.is_article(&first.letters, &next.letters)
                    || self.words.is_determiner(&first.letters)
            });
        if count > 1 {
            let skip = usize::from(name.article);
            let letters =
                raws.iter().skip(skip).flat_map(|raw| raw.letters.iter().copied()).collect();
            let mut joined = self.word(letters, Role::Core, false);
            joined.accented = raws.last().is_some_and(|raw| raw.accented);
            name.joined = Some(Box::new(joined));
        }
        for (raw, role) in raws.into_iter().zip(roles) {
            let initial = raw.letters.len() == 1 && (raw.dot || count > 1);
            let accented = raw.accented;
            let mut word = self.word(raw.letters, role, initial);
            word.accented = accented;
            name.words.push(word);
        }
        name
    }

    fn cut(&self, text: &str) -> Vec<Raw> {
        let composed: String;
        let text = if text.chars().any(|c| ('\u{300}'..'\u{370}').contains(&c)) {
            composed = text.nfc().collect();
            composed.as_str()
        } else {
            text
        };
        let mut raws = Vec::new();
        let mut raw = Raw::default();
        for c in text.chars() {
            match c {
                'a'..='z' => {
                    raw.accented = false;
                    raw.letters.push(c);
                }
                'A'..='Z' => {
                    raw.accented = false;
                    raw.letters.push(c.to_ascii_lowercase());
                }
                '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' | '´' | '′' | '\u{2BD}' =>
                {
                    raw.apostrophe.get_or_insert(raw.letters.len());
                }
                _ if c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c) => {
                    raw.accented = matches!(c, 'é' | 'É' | 'è' | 'ê');
                    for low in c.to_lowercase() {
                        self.fold(low, &mut raw.letters);
                    }
                }
                _ => {
                    raw.dot = c == '.';
                    if !raw.letters.is_empty() {
                        raws.push(std::mem::take(&mut raw));
                    }
                    raw = Raw::default();
                }
            }
        }
        if !raw.letters.is_empty() {
            raws.push(raw);
        }
        raws
    }

    /// A word of letters.
    pub(super) fn word(&self, letters: Vec<char>, role: Role, initial: bool) -> Word {
        let glued = glued(&letters);
        let letters = single(arabic(letters));
        let mut word = Word {
            letters,
            role,
            initial,
            glued,
            starts: Vec::new(),
            edges: Vec::new(),
            ends: Vec::new(),
            accented: false,
            full: 0,
            keys: Skeletons::default(),
            mask: 0,
        };
        if word.letters.len() <= LETTERS {
            self.edge(&mut word);
        }
        word
    }

    /// The word without what may be an article at its front.
    pub(super) fn unglued(&self, word: &Word) -> Word {
        let rest = word.letters.get(usize::from(word.glued)..).unwrap_or_default();
        self.word(rest.to_vec(), word.role, false)
    }

    fn edge(&self, word: &mut Word) {
        let len = word.letters.len();
        word.starts.reserve(len + 2);
        word.edges.reserve(len * 2);
        word.ends.reserve(len * 2);
        let mut best = [0i32; LETTERS + 1];
        word.starts.push(0);
        for end in 1..=len {
            word.starts.push(u16::try_from(word.edges.len()).unwrap_or(u16::MAX));
            let mut top = i32::MIN;
            let digraph = closes_digraph(&word.letters, end);
            for (size, grapheme) in self.ending(&word.letters, end) {
                if digraph && size == 1 {
                    continue;
                }
                word.edges.push((size, grapheme));
                word.ends.push(u8::try_from(end).unwrap_or(u8::MAX));
                let before = best.get(end - usize::from(size)).copied().unwrap_or(0);
                top = top.max(before + self.pair(grapheme, grapheme));
            }
            if let Some(slot) = best.get_mut(end) {
                *slot = top;
            }
        }
        word.starts.push(u16::try_from(word.edges.len()).unwrap_or(u16::MAX));
        word.full = best.get(len).copied().unwrap_or(0);
        word.keys = skeleton::of(self, word);
        word.mask = word.letters.iter().fold(0, |mask, c| mask | 1 << code(*c));
    }
}

impl Word {
    /// The graphemes that end behind its first `end` letters.
    pub(super) fn ending(&self, end: usize) -> &[(u8, Grapheme)] {
        let from = self.starts.get(end).copied().unwrap_or(0);
        let to = self.starts.get(end + 1).copied().unwrap_or(0);
        self.edges.get(usize::from(from)..usize::from(to)).unwrap_or_default()
    }

    /// Is it short enough to be aligned?
    pub(super) fn fits(&self) -> bool {
        !self.letters.is_empty() && self.letters.len() <= LETTERS
    }
}

/// Is the letter before `end` the h of ch, sh, kh, …? It is no sound of its own then: were it one, ch would face tch as
/// c and h face themselves.
fn closes_digraph(letters: &[char], end: usize) -> bool {
    let pair = end.checked_sub(2).and_then(|from| letters.get(from..end));
    matches!(pair, Some(['c' | 's' | 'k' | 'g' | 'p' | 't' | 'z' | 'd', 'h']))
}

/// Takes off an English possessive ’s or a French d’, l’, qu’; says whether there was one.
fn trim(raw: &mut Raw) -> bool {
    let Some(at) = raw.apostrophe else { return false };
    let len = raw.letters.len();
    if at + 1 == len && at >= 3 && raw.letters.last() == Some(&'s') {
        raw.letters.pop();
        return true;
    }
    let elided = match raw.letters.get(..at) {
        Some([c]) => "dlsnmtcj".contains(*c),
        Some(['q', 'u']) => true,
        _ => false,
    };
    let behind = raw.letters.get(at).is_some_and(|c| is_vowel(*c) || *c == 'h');
    if elided && behind && len >= at + 3 {
        raw.letters.drain(..at);
        return true;
    }
    false
}

/// Two Arabic compounds in one spelling, whatever vowel and consonant their article is written with: Abdul Rahman,
/// Abdurrahman and Abd al-Rahman; Salah al-Din, Salaheddine and Salahuddin.
fn arabic(mut letters: Vec<char>) -> Vec<char> {
    if letters.starts_with(&['a', 'b', 'd']) && letters.len() > 5 {
        let vowels = letters.iter().skip(3).take_while(|c| is_vowel(**c)).count();
        let article = match letters.get(3 + vowels..) {
            Some(['l', ..]) => true,
            Some([one, other, ..]) => one == other,
            _ => false,
        };
        if (1..=2).contains(&vowels) && article {
            letters.splice(3..4 + vowels, ['l']);
        }
    }
    let tail: &[char] = match letters.as_slice() {
        [.., 'd', 'i', 'n'] => &['d', 'i', 'n'],
        [.., 'd', 'i', 'n', 'e'] => &['d', 'i', 'n', 'e'],
        [.., 'd', 'e', 'e', 'n'] => &['d', 'e', 'e', 'n'],
        _ => return letters,
    };
    let end = letters.len() - tail.len();
    let Some('l' | 'd') = end.checked_sub(1).and_then(|at| letters.get(at)) else { return letters };
    let vowels = letters.iter().take(end - 1).rev().take_while(|c| is_vowel(**c)).count();
    if vowels == 0 {
        return letters;
    }
    letters.truncate(end - 1 - vowels);
    letters.extend(['e', 'l', 'd', 'i', 'n']);
    letters
}

/// Doubled letters as one, except oo and ee.
fn single(mut letters: Vec<char>) -> Vec<char> {
    let mut run = 0;
    let mut last = None;
    letters.retain(|c| {
        run = if last == Some(*c) { run + 1 } else { 0 };
        last = Some(*c);
        run == 0 || (run == 1 && matches!(c, 'o' | 'e'))
    });
    letters
}

/// How many letters at the front may be an article: Alsharaa, Essebsi, Ennahda.
fn glued(letters: &[char]) -> u8 {
    match letters {
        ['a' | 'e', 'l', third, ..] if letters.len() > 5 && !is_vowel(*third) => 2,
        ['a' | 'e', one, other, ..] if letters.len() > 5 && one == other && !is_vowel(*one) => 1,
        ['e' | 'a', 's' | 'c', 'h', fourth, ..] if letters.len() > 5 && is_vowel(*fourth) => 1,
        ['a', 'š' | 's', fourth, ..] if letters.len() > 4 && is_vowel(*fourth) => 1,
        _ => 0,
    }
}

impl Name {
    /// Has it no letter or digit?
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}
