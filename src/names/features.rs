//! What is measured of two words, each as a whole number.
//!
//! The names stand in `data/model.toml` with the weights; the order here is the order there.

use super::align::{Step, align};
use super::parse::Word;
use super::skeleton;
use super::tables::{Tables, is_vowel};

/// The features, in order. All but the last are measured; the last sums what fitting adds to single pairs.
pub const FEATURES: [&str; 22] = [
    "score",
    "worst",
    "worst-consonant",
    "against",
    "against-consonants",
    "lone-consonants",
    "letters-alike",
    "beginning-alike",
    "same-key",
    "key-alike",
    "short",
    "length-difference",
    "first",
    "last",
    "short-and-unlike",
    "very-short",
    "close-vowels",
    "far-vowels",
    "lone-inner-vowels",
    "lone-first-vowel",
    "far-consonants",
    "corrections",
];

/// The measurements of two words.
pub type Features = [i32; FEATURES.len()];

/// Measures two words, and answers the alignment that was measured.
pub(super) fn measure(tables: &Tables, a: &Word, b: &Word) -> (Features, Vec<Step>) {
    let steps = align(tables, a, b);
    let sums = sums(tables, &steps);
    let full = (a.full + b.full).max(2) / 2;
    let (long, short) = longer(a, b);
    let short_len = small(short).min(12);
    let alike = letters_alike(a, b);
    let against = sums.against.max(-1500);
    let features = [
        (sums.total * 100 / full).clamp(-100, 120),
        sums.worst.max(-500),
        sums.worst_consonant.max(-500),
        against,
        sums.against_consonants.max(-1500),
        sums.lone_consonants.min(5) * 100,
        alike,
        winkler(&a.letters, &b.letters),
        i32::from(a.keys.share(&b.keys)) * 100,
        key_alike(a.keys.first(), b.keys.first()),
        short_len * 100,
        small(long - short).min(8) * 100,
        steps.first().map_or(0, |step| step.score).clamp(-400, 400),
        steps.last().map_or(0, |step| step.score).clamp(-400, 400),
        (6 - short_len).max(0) * against / 5,
        i32::from(short_len <= 4) * 100,
        sums.close_vowels.min(4) * 100,
        sums.far_vowels.min(4) * 100,
        sums.lone_inner_vowels.min(4) * 100,
        sums.lone_first_vowel * 100,
        sums.far_consonants.min(4) * 100,
        sums.corrections.clamp(-400, 400),
    ];
    (features, steps)
}

/// How alike the letters of two words are, in hundredths; nothing for words that are too long to be aligned.
pub(super) fn letters_alike(a: &Word, b: &Word) -> i32 {
    let long = small(longer(a, b).0).max(1);
    if !a.fits() || !b.fits() {
        return if a.letters == b.letters { 100 } else { 0 };
    }
    if a.letters == b.letters {
        return 100;
    }
    100 - 100 * distance(&a.letters, &b.letters) / long
}

/// Are two words so unlike that no alignment is needed to say so? Measured on labelled pairs: of what the model calls
/// one name, one pair in a thousand is lost.
pub(super) fn hopeless(a: &Word, b: &Word) -> bool {
    let (long, short) = longer(a, b);
    if long > 2 * short + 4 {
        return true;
    }
    !a.keys.share(&b.keys)
        && 100 * distance(&a.letters, &b.letters) > 60 * small(long)
        && key_alike(a.keys.first(), b.keys.first()) < 60
}

/// What the steps of an alignment come to.
#[derive(Debug, Default)]
struct Sums {
    total: i32,
    worst: i32,
    worst_consonant: i32,
    against: i32,
    against_consonants: i32,
    lone_consonants: i32,
    close_vowels: i32,
    far_vowels: i32,
    lone_inner_vowels: i32,
    lone_first_vowel: i32,
    far_consonants: i32,
    corrections: i32,
}

fn sums(tables: &Tables, steps: &[Step]) -> Sums {
    let mut sums = Sums { worst: 400, worst_consonant: 400, ..Sums::default() };
    let last = steps.len().saturating_sub(1);
    for (at, step) in steps.iter().enumerate() {
        let vowel = |side: Option<u8>| side.is_none_or(|grapheme| tables.is_vowel(grapheme));
        let consonant = !(vowel(step.a) && vowel(step.b));
        sums.total += step.score;
        sums.worst = sums.worst.min(step.score);
        sums.lone_consonants += i32::from(consonant && step.is_lone());
        if consonant {
            sums.worst_consonant = sums.worst_consonant.min(step.score);
        }
        if step.a != step.b {
            sums.corrections += tables.correction(step.a, step.b);
        }
        if step.score >= 0 {
            continue;
        }
        sums.against += step.score;
        if consonant {
            sums.against_consonants += step.score;
        }
        match (step.is_lone(), vowel(step.a) && vowel(step.b)) {
            (true, true) if at == 0 => sums.lone_first_vowel += 1,
            (true, true) if at < last => sums.lone_inner_vowels += 1,
            (false, true) if step.score >= -200 => sums.close_vowels += 1,
            (false, true) => sums.far_vowels += 1,
            (false, false) if step.score < -150 => sums.far_consonants += 1,
            _ => {}
        }
    }
    sums
}

/// A count of letters, none of which is larger than a word that is aligned.
fn small(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn longer(a: &Word, b: &Word) -> (usize, usize) {
    let (a, b) = (a.letters.len(), b.letters.len());
    (a.max(b), a.min(b))
}

/// The number of letters to change, put in or take out to get from one word to the other.
fn distance<T: PartialEq>(a: &[T], b: &[T]) -> i32 {
    let mut row = [0u8; super::parse::LETTERS + 1];
    for (number, cell) in (0u8..).zip(row.iter_mut()) {
        *cell = number;
    }
    for (number, own) in (1u8..).zip(a) {
        let mut corner = number - 1;
        let mut left = number;
        if let Some(cell) = row.first_mut() {
            *cell = number;
        }
        for (cell, other) in row.iter_mut().skip(1).zip(b) {
            let above = *cell;
            let changed = corner + u8::from(own != other);
            left = changed.min(above + 1).min(left + 1);
            corner = above;
            *cell = left;
        }
    }
    row.get(b.len()).map_or(0, |cell| i32::from(*cell))
}

/// Jaro’s similarity of two words with Winkler’s addition for a common beginning (1990), in hundredths.
fn winkler(a: &[char], b: &[char]) -> i32 {
    let window = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut taken = 0u64;
    let mut met = [' '; 64];
    let mut matches = 0usize;
    for (at, own) in a.iter().enumerate() {
        let from = at.saturating_sub(window);
        for (place, other) in b.iter().enumerate().take(at + window + 1).skip(from) {
            if own == other && taken & (1 << place) == 0 {
                taken |= 1 << place;
                if let Some(slot) = met.get_mut(matches) {
                    *slot = *own;
                }
                matches += 1;
                break;
            }
        }
    }
    if matches == 0 {
        return 0;
    }
    let other = b.iter().enumerate().filter(|(place, _)| taken & (1 << place) != 0);
    let moved = other.zip(&met).filter(|((_, b), a)| b != a).count() / 2;
    let m = matches;
    let jaro = (1000 * m / a.len() + 1000 * m / b.len() + 1000 * (m - moved) / m) / 3;
    let prefix = a.iter().zip(b).take(4).take_while(|(a, b)| a == b).count();
    i32::try_from((jaro + prefix * (1000 - jaro) / 10) / 10).unwrap_or(0)
}

/// How alike two keys are, in hundredths.
fn key_alike(a: u64, b: u64) -> i32 {
    if a == b {
        return 100;
    }
    let ((one, own), (other, count)) = (skeleton::digits(a), skeleton::digits(b));
    let (one, other) = (one.get(..own).unwrap_or_default(), other.get(..count).unwrap_or_default());
    100 - 100 * distance(one, other) / small(own.max(count)).max(1)
}

/// Does a word begin with a vowel?
pub(super) fn opens_with_vowel(word: &Word) -> bool {
    word.letters.first().is_some_and(|c| is_vowel(*c))
}
