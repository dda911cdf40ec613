//! The tables that names are compared by, compiled from the files in `data/`.
//!
//! Scores are whole hundredths of a natural logarithm, so that no platform's rounding decides which of two
//! alignments wins. Where the learned table is silent, readings in common decide: a grapheme may stand for several
//! sounds, and two graphemes that may stand for the same one may be equated.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::words::SmallWords;

/// Letters a–z, the five letters whose mark is a sound, and one code for all others.
const CODES: usize = 32;
/// The code of a letter that stands in no grapheme.
const OTHER: u8 = 31;
/// Most letters that a grapheme has.
pub(super) const LONGEST: usize = 8;
/// What may not be equated at all; its parts may.
pub(super) const NEVER: i32 = -1_000_000;

/// Two letters that no table equates.
const UNLIKE: i32 = -350;
/// Letters of one class of consonants (p and b, s and z).
const NEAR: i32 = -80;
/// Two vowels that the learned table does not know together.
const VOWELS: i32 = -200;
/// Graphemes with a reading in common: at least this.
const SHARED: i32 = 200;
/// The same where both have several letters.
const DIGRAPHS: i32 = 300;
/// Identical graphemes: bounds, since the learned values of rare ones are extreme.
const IDENTICAL: (i32, i32) = (200, 450);
/// A final -a facing a French -e.
const FRENCH_END: i32 = -60;
/// A letter that stands alone, where the learned table does not know it.
const ALONE: i32 = -400;

/// A grapheme's number; 0 is a letter that stands in no grapheme.
pub(super) type Grapheme = u8;

/// Everything that comparing needs to know.
#[derive(Debug)]
pub(super) struct Tables {
    folds: Vec<Folded>,
    pub(super) words: SmallWords,
    /// Graphemes backwards, letter by letter: the next node for each code.
    nodes: Vec<[u16; CODES]>,
    /// The grapheme that ends at a node.
    ends: Vec<Grapheme>,
    spellings: Vec<&'static str>,
    lengths: Vec<u8>,
    vowels: Vec<bool>,
    pairs: Vec<i32>,
    gaps: Vec<i32>,
    /// What fitting adds to each pair, and to each grapheme alone.
    corrections: Vec<i16>,
    lone_corrections: Vec<i16>,
    /// The classes of consonants of each reading, in fours of bits from the back; `None` for vowels and for
    /// consonants with a vowel behind them, which keys read letter by letter.
    classes: Vec<Option<Vec<u32>>>,
}

/// What stands for a letter in comparisons: at most four letters.
#[derive(Debug, Clone, Copy, Default)]
struct Folded {
    letters: [char; 4],
    len: u8,
}

/// How many code points are folded by table: Latin, Greek, Cyrillic, Arabic.
const TABLED: u32 = 0x700;

impl Tables {
    pub(super) fn new() -> Self {
        let mut tables = Self {
            folds: folds(),
            words: SmallWords::new(),
            nodes: vec![[0; CODES]],
            ends: vec![0],
            spellings: vec![""],
            lengths: vec![1],
            vowels: vec![false],
            pairs: Vec::new(),
            gaps: Vec::new(),
            corrections: Vec::new(),
            lone_corrections: Vec::new(),
            classes: vec![Some(Vec::new())],
        };
        let mut readings: Vec<Vec<&str>> = vec![Vec::new()];
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for line in rows(include_str!("data/graphemes.tsv")) {
            let (spelling, sounds) = line.split_once('\t').unwrap_or((line, ""));
            if spelling.is_empty() || numbers.contains_key(spelling) || tables.spellings.len() > 250
            {
                continue;
            }
            numbers.insert(spelling, tables.spellings.len());
            let sounds: Vec<&str> = sounds.split_whitespace().collect();
            tables.add(spelling, &sounds);
            readings.push(sounds);
        }
        tables.weigh(&readings, &numbers);
        tables.correct(&numbers);
        tables
    }

    fn add(&mut self, spelling: &'static str, sounds: &[&str]) {
        let mut node = 0usize;
        for letter in spelling.chars().rev() {
            let code = usize::from(code(letter));
            let next = self.nodes.get(node).and_then(|node| node.get(code)).copied().unwrap_or(0);
            if next > 0 {
                node = usize::from(next);
                continue;
            }
            let fresh = self.nodes.len();
            self.nodes.push([0; CODES]);
            self.ends.push(0);
            if let Some(slot) = self.nodes.get_mut(node).and_then(|node| node.get_mut(code)) {
                *slot = u16::try_from(fresh).unwrap_or(0);
            }
            node = fresh;
        }
        if let Some(end) = self.ends.get_mut(node) {
            *end = u8::try_from(self.spellings.len()).unwrap_or(0);
        }
        self.spellings.push(spelling);
        self.lengths.push(u8::try_from(spelling.chars().count()).unwrap_or(u8::MAX));
        self.vowels.push(
            spelling.chars().next().is_some_and(is_vowel)
                && sounds.iter().all(|sound| {
                    sound.chars().all(|c| "aeiouwj".contains(c)) || spelling.ends_with('w')
                }),
        );
        let mut classes: Vec<u32> = Vec::new();
        for sound in sounds {
            let own = sound.chars().map(class).filter(|class| *class > 0);
            let own = own.fold(0, |key, class| key << 4 | u32::from(class));
            if !classes.contains(&own) {
                classes.push(own);
            }
        }
        let vowel = self.vowels.last() == Some(&true);
        let mixed =
            spelling.chars().nth(1).is_some() && spelling.chars().last().is_some_and(is_vowel);
        let classes = (!vowel && !mixed).then_some(classes);
        self.classes.push(classes);
    }

    fn weigh(&mut self, readings: &[Vec<&str>], numbers: &HashMap<&str, usize>) {
        let mut learned: HashMap<(usize, usize), i32> = HashMap::new();
        let mut alone: HashMap<usize, i32> = HashMap::new();
        for line in rows(include_str!("data/log-odds.tsv")) {
            let Some((a, b, score)) = cells(line) else { continue };
            let Some(&a) = numbers.get(a) else { continue };
            match numbers.get(b) {
                Some(&b) => {
                    learned.insert((a.min(b), a.max(b)), score);
                }
                None => {
                    alone.insert(a, score);
                }
            }
        }
        let count = self.spellings.len();
        self.pairs = Vec::with_capacity(count * count);
        for a in 0..count {
            for b in 0..count {
                let known = learned.get(&(a.min(b), a.max(b))).copied();
                let score = self.pair_score(a, b, known, readings);
                self.pairs.push(score);
            }
            let lone = if self.lengths.get(a) == Some(&1) {
                alone.get(&a).copied().unwrap_or(ALONE).max(ALONE)
            } else {
                NEVER
            };
            self.gaps.push(lone);
        }
    }

    fn correct(&mut self, numbers: &HashMap<&str, usize>) {
        let count = self.spellings.len();
        self.corrections = vec![0; count * count];
        self.lone_corrections = vec![0; count];
        for line in rows(include_str!("data/corrections.tsv")) {
            let Some((a, b, score)) = cells(line) else { continue };
            let (Some(&a), Ok(score)) = (numbers.get(a), i16::try_from(score)) else { continue };
            let Some(&b) = numbers.get(b) else {
                set(&mut self.lone_corrections, a, score);
                continue;
            };
            set(&mut self.corrections, a * count + b, score);
            set(&mut self.corrections, b * count + a, score);
        }
    }

    /// What fitting adds where two graphemes face each other, or one faces nothing; hundredths of a logarithm.
    pub(super) fn correction(&self, a: Option<Grapheme>, b: Option<Grapheme>) -> i32 {
        let slot = match (a, b) {
            (Some(a), Some(b)) => {
                self.corrections.get(usize::from(a) * self.spellings.len() + usize::from(b))
            }
            (Some(lone), None) | (None, Some(lone)) => self.lone_corrections.get(usize::from(lone)),
            (None, None) => None,
        };
        slot.map_or(0, |score| i32::from(*score))
    }

    fn pair_score(&self, a: usize, b: usize, known: Option<i32>, readings: &[Vec<&str>]) -> i32 {
        let of = |at: usize| readings.get(at).map_or(&[][..], Vec::as_slice);
        if a == b {
            return known.unwrap_or(IDENTICAL.1).clamp(IDENTICAL.0, IDENTICAL.1);
        }
        if a == 0 || b == 0 {
            return UNLIKE;
        }
        let kind = |at: usize| self.vowels.get(at).copied().unwrap_or(false);
        let single = [a, b].iter().all(|at| self.lengths.get(*at) == Some(&1));
        let shared = of(a).iter().any(|reading| of(b).contains(reading));
        let digraphs = [a, b].iter().all(|at| self.lengths.get(*at).is_some_and(|len| *len > 1));
        match known {
            // Two digraphs are weighed against their letters one by one: sh facing ch must not lose to s facing c.
            Some(known) if shared && !single => {
                known.max(if digraphs { DIGRAPHS } else { SHARED / 2 })
            }
            Some(known) if single || known > -100 && kind(a) == kind(b) => known,
            _ if shared => {
                if digraphs {
                    DIGRAPHS
                } else {
                    SHARED
                }
            }
            _ if !single => NEVER,
            _ => match (kind(a), kind(b)) {
                (true, true) => VOWELS,
                (false, false) if self.classes.get(a) == self.classes.get(b) => NEAR,
                _ => UNLIKE,
            },
        }
    }

    /// What stands for a letter in comparisons, appended.
    pub(super) fn fold(&self, c: char, out: &mut Vec<char>) {
        match self.folds.get(c as usize) {
            Some(folded) => out.extend(folded.letters.iter().take(usize::from(folded.len))),
            None => out.extend(bare(c)),
        }
    }

    /// Every grapheme of a word that ends behind its first `end` letters, as its length and its number.
    pub(super) fn ending<'t>(
        &'t self,
        letters: &'t [char],
        end: usize,
    ) -> impl Iterator<Item = (u8, Grapheme)> + 't {
        let mut node = 0usize;
        let before = letters.get(..end).unwrap_or_default().iter().rev();
        let mut len = 0u8;
        before
            .take(LONGEST)
            .map_while(move |letter| {
                let next = self.nodes.get(node)?.get(usize::from(code(*letter)))?;
                len += 1;
                if *next == 0 {
                    // A letter that stands in no grapheme is one of its own.
                    return (len == 1 && code(*letter) == OTHER).then(|| {
                        node = usize::MAX;
                        (1, 0)
                    });
                }
                node = usize::from(*next);
                Some((len, self.ends.get(node).copied().unwrap_or(0)))
            })
            .filter(|(len, grapheme)| *grapheme > 0 || *len == 1)
    }

    /// How two graphemes that face each other speak for one name.
    pub(super) fn pair(&self, a: Grapheme, b: Grapheme) -> i32 {
        let at = usize::from(a) * self.spellings.len() + usize::from(b);
        self.pairs.get(at).copied().unwrap_or(NEVER)
    }

    /// As [`Tables::pair`] at the end of both words, where French has -e and -ie for -a and -ia, -ya.
    pub(super) fn closing(&self, a: Grapheme, b: Grapheme) -> i32 {
        match (self.spelling(a), self.spelling(b)) {
            ("a", "e") | ("e", "a") => FRENCH_END,
            ("ie", "ia" | "ya" | "ja") | ("ia" | "ya" | "ja", "ie") => SHARED / 2,
            _ => NEVER,
        }
    }

    /// The scores of a grapheme facing each other one, by number.
    pub(super) fn row(&self, a: Grapheme) -> &[i32] {
        let count = self.spellings.len();
        let from = usize::from(a) * count;
        self.pairs.get(from..from + count).unwrap_or_default()
    }

    /// How a grapheme that faces nothing does.
    pub(super) fn gap(&self, a: Grapheme) -> i32 {
        self.gaps.get(usize::from(a)).copied().unwrap_or(NEVER)
    }

    pub(super) fn spelling(&self, a: Grapheme) -> &'static str {
        self.spellings.get(usize::from(a)).copied().unwrap_or_default()
    }

    pub(super) fn is_vowel(&self, a: Grapheme) -> bool {
        self.vowels.get(usize::from(a)).copied().unwrap_or(false)
    }

    /// The classes of consonants that a grapheme may stand for, a reading each; `None` for what keys leave out.
    pub(super) fn classes(&self, a: Grapheme) -> Option<&[u32]> {
        self.classes.get(usize::from(a))?.as_deref()
    }
}

pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// The lines of a table that are no remarks.
fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn set(table: &mut [i16], at: usize, score: i16) {
    if let Some(slot) = table.get_mut(at) {
        *slot = score;
    }
}

/// Two graphemes and their score, in hundredths.
fn cells(line: &'static str) -> Option<(&'static str, &'static str, i32)> {
    let mut cells = line.split('\t');
    Some((cells.next()?, cells.next()?, cells.next().and_then(hundredths)?))
}

fn hundredths(cell: &str) -> Option<i32> {
    let (minus, digits) = cell.trim().strip_prefix('-').map_or((1, cell.trim()), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let part: i32 = format!("{part:0<2}").get(..2)?.parse().ok()?;
    Some(minus * (whole.parse::<i32>().ok()? * 100 + part))
}

pub(super) fn code(c: char) -> u8 {
    match c {
        'a'..='z' => c as u8 - b'a',
        'š' => 26,
        'č' => 27,
        'ž' => 28,
        'ğ' => 29,
        'ç' => 30,
        _ => OTHER,
    }
}

/// Classes of consonants, for keys: who confuses two sounds confuses them within a class. Vowels, glides and h have
/// none, since spellings differ in them most.
fn class(sound: char) -> u8 {
    match sound {
        'b' | 'p' => 1,
        't' | 'd' => 2,
        'k' | 'g' | 'x' => 3,
        's' | 'z' | 'c' => 4,
        'š' | 'č' | 'ž' | 'J' => 5,
        'f' | 'v' => 6,
        'm' => 7,
        'n' => 8,
        'l' => 9,
        'r' => 10,
        _ => 0,
    }
}

fn folds() -> Vec<Folded> {
    let mut table: Vec<Folded> = (0..TABLED)
        .map(|at| char::from_u32(at).map_or_else(Folded::default, |c| folded(bare(c))))
        .collect();
    for line in rows(include_str!("data/letters.tsv")) {
        let (letter, instead) = line.split_once('\t').unwrap_or((line, ""));
        let Some(letter) = letter.chars().next() else { continue };
        if let Some(slot) = table.get_mut(letter as usize) {
            *slot = folded(instead.trim().chars());
        }
    }
    table
}

fn folded(letters: impl Iterator<Item = char>) -> Folded {
    let mut out = Folded::default();
    for (slot, letter) in out.letters.iter_mut().zip(letters) {
        *slot = letter;
        out.len += 1;
    }
    out
}

/// A letter without its marks; nothing for what is neither letter nor digit.
fn bare(c: char) -> impl Iterator<Item = char> {
    // Modifier letters are signs of apostrophe and ayn, which most leave out.
    let silent = matches!(c, '\u{2B0}'..='\u{2FF}');
    c.nfkd().filter(move |c| c.is_alphanumeric() && !silent)
}
