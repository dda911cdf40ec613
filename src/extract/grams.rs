//! The runs of words that recur on a side, with their places.
//!
//! A run of n words can recur only if both runs of n − 1 words in it do (Agrawal and Srikant 1994), so that runs are
//! counted length by length and only those whose parts recur are counted at all: time is linear in the words, and
//! memory is kept by what recurs.

use std::collections::HashMap;

use super::corpus::{Part, Side, Token};

/// Most words of a run.
pub(super) const LONGEST: usize = 8;

/// No run.
const NONE: u32 = u32::MAX;

/// A run of words that recurs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gram {
    /// Words.
    pub(super) len: usize,
    /// Where it stands first: a token's number.
    pub(super) first: usize,
    /// How often it stands in the texts.
    pub(super) count: u32,
    /// May its edges be those of a term?
    pub(super) is_candidate: bool,
    /// Longer candidates that hold it, and their counts together.
    pub(super) longer: u32,
    pub(super) longer_count: u64,
}

impl Gram {
    /// Its words, where it stands first.
    pub(super) fn words<'s>(&self, side: &'s Side<'_>) -> &'s [Token] {
        side.tokens.get(self.first..self.first + self.len).unwrap_or_default()
    }
}

/// All of a side.
#[derive(Debug, Default)]
pub(super) struct Grams {
    pub(super) all: Vec<Gram>,
    /// By length and place: the run that begins there.
    levels: Vec<Vec<u32>>,
}

impl Grams {
    /// The runs that stand in a side at least `least` times.
    pub(super) fn new(side: &Side<'_>, least: u32) -> Self {
        let mut grams = Self::default();
        let single: Vec<Option<u64>> = side
            .tokens
            .iter()
            .map(|token| (token.part != Part::Never).then_some(u64::from(token.word)))
            .collect();
        grams.level(side, 1, &single, least);
        for len in 2..=LONGEST {
            let Some(shorter) = grams.levels.last() else { break };
            let keys: Vec<Option<u64>> =
                (0..shorter.len()).map(|at| key(side, shorter, at, len)).collect();
            if !grams.level(side, len, &keys, least) {
                break;
            }
        }
        grams.nest(side);
        grams
    }

    /// The run of some length that begins at a token.
    pub(super) fn at(&self, token: usize, len: usize) -> Option<usize> {
        let level = self.levels.get(len.checked_sub(1)?)?;
        level.get(token).filter(|id| **id != NONE).map(|id| *id as usize)
    }

    /// Counts the runs of a length; answers whether any recurs.
    fn level(&mut self, side: &Side<'_>, len: usize, keys: &[Option<u64>], least: u32) -> bool {
        let mut counts: HashMap<u64, (u32, u32)> = HashMap::new();
        for key in keys.iter().flatten() {
            counts.entry(*key).or_insert((0, NONE)).0 += 1;
        }
        let before = self.all.len();
        let mut ids = Vec::with_capacity(keys.len());
        for (first, key) in keys.iter().enumerate() {
            let entry = key.and_then(|key| counts.get_mut(&key));
            let Some((count, id)) = entry.filter(|(count, _)| *count >= least) else {
                ids.push(NONE);
                continue;
            };
            if *id == NONE {
                *id = u32::try_from(self.all.len()).unwrap_or(NONE);
                let words = side.tokens.get(first..first + len).unwrap_or_default();
                let edges = words.first().zip(words.last());
                let is_candidate =
                    edges.is_some_and(|(first, last)| side.has_term_edges(first, last, words));
                let count = *count;
                self.all.push(Gram { len, first, count, is_candidate, longer: 0, longer_count: 0 });
            }
            ids.push(*id);
        }
        self.levels.push(ids);
        self.all.len() > before
    }

    /// Adds to every candidate the longer candidates that hold it.
    fn nest(&mut self, side: &Side<'_>) {
        for number in 0..self.all.len() {
            let Some(gram) = self.all.get(number).copied().filter(|gram| gram.is_candidate) else {
                continue;
            };
            debug_assert!(gram.first + gram.len <= side.tokens.len());
            let mut inner: Vec<usize> = Vec::new();
            for len in 1..gram.len {
                let starts = gram.first..=gram.first + gram.len - len;
                inner.extend(starts.filter_map(|at| self.at(at, len)));
            }
            inner.sort_unstable();
            inner.dedup();
            for number in inner {
                if let Some(shorter) = self.all.get_mut(number) {
                    shorter.longer += 1;
                    shorter.longer_count += u64::from(gram.count);
                }
            }
        }
    }
}

/// The run at a place as its two parts: the run without its last word, and the one without its first.
fn key(side: &Side<'_>, shorter: &[u32], at: usize, len: usize) -> Option<u64> {
    let (own, next) = (*shorter.get(at)?, *shorter.get(at + 1)?);
    let (first, last) = (side.tokens.get(at)?, side.tokens.get(at + len - 1)?);
    let whole = own != NONE && next != NONE && first.text == last.text && !last.apart;
    whole.then_some(u64::from(own) << 32 | u64::from(next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;
    use crate::morphology::Morphology;
    use crate::text::{Passage, SourceId};

    #[test]
    fn a_run_is_counted_with_the_longer_runs_that_hold_it() {
        let text = "the coast guard training and the coast guard training, then a coast guard";
        let passage = Passage::verbatim(SourceId::new(0), text, 0);
        let en = lang::parse("en").unwrap();
        let side = Side::new(&en, Morphology::of(&en), vec![Some(&passage)]);
        let grams = Grams::new(&side, 2);
        let said = |gram: &Gram| {
            let words = gram.words(&side);
            words.first().unwrap().span.cover(words.last().unwrap().span).slice(text).to_owned()
        };
        let find = |wanted: &str| *grams.all.iter().find(|gram| said(gram) == wanted).unwrap();
        assert_eq!(find("coast guard").count, 3);
        assert_eq!(find("coast guard training").count, 2);
        assert_eq!((find("coast guard").longer, find("coast guard").longer_count), (1, 2));
        assert!(!grams.all.iter().any(|gram| said(gram).contains("then")));
    }
}
