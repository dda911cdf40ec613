//! Which of the recurring runs of words are terms and names, and how much so.
//!
//! The measure is the C-value of Frantzi, Ananiadou and Mima 2000 (*Automatic recognition of multi-word terms*, IJDL
//! 3:2): how often a run stands in the texts, less what it owes to longer runs that hold it, weighted by its length.
//! The weight is 1 + log₂ of the number of words rather than log₂ alone, so that names of one word count, too
//! (Barrón-Cedeño et al. 2009 propose that constant). The linguistic filter of the original, which wants parts of
//! speech, is replaced by function words: a run begins and ends with a content word, and only listed words stand
//! between.

use std::collections::BTreeMap;

use super::corpus::{Capital, Part, Side, Token};
use super::grams::{Gram, Grams};
use crate::text::Span;

/// Hundredths of 1 + log₂ of 0, 1 … 8 words.
const WEIGHTS: [u64; 9] = [0, 100, 200, 258, 300, 332, 358, 381, 400];

/// The weight of a term of so many words, in hundredths.
pub(super) fn weight(words: usize) -> u64 {
    WEIGHTS.get(words).or(WEIGHTS.last()).copied().unwrap_or(100)
}

/// A run of words that may be a term.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Its number among the side's runs.
    pub(super) gram: usize,
    /// As it is written in the texts, in its base form where that stands there.
    pub(super) text: String,
    /// Is it written with capitals, where those say something?
    pub(super) is_name: bool,
    /// How often it stands there.
    pub(super) count: u32,
    /// Its C-value, in hundredths.
    pub(super) score: u64,
    /// Letters of the words that are no function words.
    pub(super) letters: usize,
    /// Where it stands first: a token's number.
    pub(super) first: usize,
}

/// The C-value of a run, in hundredths.
fn c_value(gram: &Gram) -> u64 {
    let own = u64::from(gram.count);
    let owed = if gram.longer > 0 { gram.longer_count * 100 / u64::from(gram.longer) } else { 0 };
    weight(gram.len) * (own * 100).saturating_sub(owed) / 100
}

/// What the places of a run say of it.
#[derive(Debug, Default)]
struct Seen {
    /// Uses that belong to no longer name, of a name of one word.
    free: u32,
    /// Uses with a content word in small letters right before, and right behind.
    before: u32,
    behind: u32,
    /// Places where the first word has a capital, or none, that says something; and so the last content word.
    first: (u32, u32),
    last: (u32, u32),
    /// How it is written: counts by surface; those in base form and inside sentences are preferred.
    surfaces: BTreeMap<String, (u32, u32)>,
}

/// The candidates of a side, best first.
///
/// `wide` keeps single words in small letters as well: a term may be one word in the other language.
pub(super) fn candidates(side: &Side<'_>, grams: &Grams, wide: bool) -> Vec<Candidate> {
    let wanted = |gram: &Gram| gram.is_candidate && (wide || c_value(gram) > 0);
    let mut seen: BTreeMap<usize, Seen> = BTreeMap::new();
    for at in 0..side.tokens.len() {
        for len in 1..=super::grams::LONGEST {
            let Some(number) = grams.at(at, len) else { break };
            let Some(gram) = grams.all.get(number).filter(|gram| wanted(gram)) else { continue };
            let words = side.tokens.get(at..at + gram.len).unwrap_or_default();
            let seen = seen.entry(number).or_default();
            look(seen, words, side);
            look_round(seen, at, len, side);
        }
    }
    let mut out: Vec<Candidate> = seen
        .into_iter()
        .filter_map(|(number, seen)| candidate(side, grams, number, &seen, wide))
        .collect();
    out.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.first.cmp(&b.first)));
    out
}

fn candidate(
    side: &Side<'_>,
    grams: &Grams,
    number: usize,
    seen: &Seen,
    wide: bool,
) -> Option<Candidate> {
    let gram = grams.all.get(number)?;
    // A name of several words has capitals at both ends in some languages, and at its beginning in others.
    let (first, last) = (seen.first.0 > seen.first.1, seen.last.0 > seen.last.1);
    let is_name = first || last && seen.first == (0, 0);
    let throughout = side.words.capitals_throughout;
    let is_half =
        gram.len > 1 && throughout && (first != last || first && has_small_word(gram, side));
    let is_small_word = gram.len == 1 && !is_name;
    if !wide && (is_small_word || !is_name && !side.words.is_known()) {
        return None;
    }
    if is_incomplete(gram, seen, is_name && throughout) {
        return None;
    }
    let (surface, _) =
        seen.surfaces.iter().max_by(|a, b| (a.1).cmp(b.1).then_with(|| b.0.cmp(a.0)))?;
    let text = if is_name { surface.clone() } else { small_first(surface, seen) };
    let alone = gram.len == 1 && is_name;
    if alone && seen.free < 2 {
        return None;
    }
    let letters = letters(gram.words(side), side);
    // A run whose ends disagree is as often a part of a name with its neighbour as a term: half its worth.
    let whole =
        if alone { c_value(gram).min(weight(1) * u64::from(seen.free)) } else { c_value(gram) };
    let score = if is_half { whole / 2 } else { whole };
    Some(Candidate {
        gram: number,
        text,
        is_name,
        count: gram.count,
        score,
        letters,
        first: gram.first,
    })
}

/// Fewest uses from which a run's neighbours say anything of it.
const TELLING: u32 = 3;

/// Is a run a part of changing longer ones (*severe acute*)? More than four of five uses have a content word on the
/// same side. A name of one word before common nouns is an adjective (*Peruvian*), where names have capitals throughout.
fn is_incomplete(gram: &Gram, seen: &Seen, name: bool) -> bool {
    let most = if name && gram.len == 1 { 50 } else { 80 };
    let parts = [seen.behind, if name { 0 } else { seen.before }];
    gram.count >= TELLING && parts.into_iter().any(|part| part * 100 > gram.count * most)
}

/// Has a run with capitals at its ends a word without one between?
fn has_small_word(gram: &Gram, side: &Side<'_>) -> bool {
    let mut words = gram.words(side).iter();
    words.any(|word| word.part == Part::Content && word.capital == Capital::No)
}

/// Letters of the words that are no function words. Words would not do: *cessez-le-feu* is one or three of them.
fn letters(words: &[Token], side: &Side<'_>) -> usize {
    let content = words.iter().filter(|word| word.part == Part::Content);
    let own = content.flat_map(|word| word.span.slice(side.text(word)).chars());
    own.filter(|c| c.is_alphanumeric()).count().max(1)
}

fn look_round(seen: &mut Seen, at: usize, len: usize, side: &Side<'_>) {
    let Some(own) = side.tokens.get(at).copied() else { return };
    let beside = |token: &&Token| token.text == own.text && token.part == Part::Content;
    let before = at.checked_sub(1).and_then(|at| side.tokens.get(at)).filter(|_| !own.apart);
    let before = before.filter(beside);
    let behind = side.tokens.get(at + len).filter(|next| !next.apart).filter(beside);
    let small = |token: Option<&Token>| token.is_some_and(|token| token.capital == Capital::No);
    seen.before += u32::from(small(before));
    seen.behind += u32::from(small(behind));
    let named = |token: Option<&Token>| token.is_some_and(|token| token.capital != Capital::No);
    seen.free += u32::from(!named(before) && !named(behind));
}

fn look(seen: &mut Seen, words: &[Token], side: &Side<'_>) {
    let Some((first, last)) = words.first().zip(words.last()) else { return };
    for (token, counts) in [(first, &mut seen.first), (last, &mut seen.last)] {
        match token.capital {
            Capital::Yes => counts.0 += 1,
            Capital::No => counts.1 += 1,
            Capital::Unknown => {}
        }
    }
    let plain = words.iter().all(|word| word.capital != Capital::Unknown);
    let base = words.iter().all(|word| word.word == word.form);
    let surface = one_line(first.span.cover(last.span).slice(side.text(first)));
    let counts = seen.surfaces.entry(surface).or_default();
    counts.0 += u32::from(plain) * (1 + u32::from(base));
    counts.1 += 1;
}

/// A term that begins sentences only is written with a small letter, unless it is an acronym.
fn small_first(surface: &str, seen: &Seen) -> String {
    let mut chars = surface.chars();
    let Some(first) = chars.next() else { return String::new() };
    let rest = chars.as_str();
    let acronym = rest.chars().next().is_none_or(char::is_uppercase);
    if seen.first.0 > 0 || acronym {
        return surface.to_owned();
    }
    first.to_lowercase().chain(rest.chars()).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a run stands first.
pub(super) fn place(side: &Side<'_>, first: usize, len: usize) -> Option<(u32, Span)> {
    let words = side.tokens.get(first..first + len)?;
    Some((words.first()?.text, words.first()?.span.cover(words.last()?.span)))
}
