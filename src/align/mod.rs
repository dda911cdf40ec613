//! Sentence alignment: which sentences of a text face which of its translation, with no model and no dictionary.
//!
//! Every bead is scored by a log-likelihood ratio: how much likelier are its two sides as translations of each
//! other than as sentences that have nothing to do with each other? Words and lengths both give such ratios, so
//! that neither needs a weight for the document: where words tell nothing, their ratios are near nothing, and the
//! lengths decide. Null beads are worth nothing less a fixed cost; a sentence without counterpart is left alone
//! unless it brings evidence.
//!
//! 1. [`token`]: words are folded, cut and interned once. [`edge`]: how sentences begin and end. [`seed`]: identical
//!    names and numbers, cognates, names by their consonants in any script, glossary pairs.
//! 2. [`anchor`]: in long texts, a chain of rare seeds says where to look.
//! 3. [`rounds`]: align ([`lattice`], [`path`]), learn a lexicon from the beads by their chance ([`posterior`],
//!    [`lexicon`]), align again in a band round the path that is wider where the path is unsure ([`band`]).
//! 4. Where that does not come to much, or the sizes speak for it, once more from other starts: one text may be a
//!    translation of a part of the other, and then whole sections stand alone.
//! 5. [`verdict`]: two texts that are no translations come back as null beads. [`beads`]: what is handed out.
//!
//! Where the user has sentence embeddings, they are evidence beside all that: [`vectors`], [`clauses`].
//!
//! Sources: Gale & Church (1993), lengths and shapes of beads; Moore (2002), length first, then words learnt from
//! the sure beads; Varga et al. (2005, hunalign), realigning with a lexicon of the texts' own; Melamed (2000),
//! association and competitive linking of words. The weights are in `data/weights.toml`, with the sets that they were
//! chosen on and those that were left out.
//!
//! All arithmetic that decides is whole numbers, plain `f32` operations or `libm`, so every platform aligns alike.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "sentences and tokens are counted in u32, files being under 4 GiB, and weighed in f32"
)]

use std::ops::Range;

use crate::bitext::Bead;

mod anchor;
mod band;
mod beads;
mod clauses;
mod edge;
mod lattice;
mod length;
mod letters;
mod lexicon;
mod moved;
mod numeral;
mod paragraph;
mod path;
mod posterior;
mod rounds;
mod seed;
mod stretch;
mod token;
mod vectors;
mod verdict;
mod weights;

pub use vectors::Vectors;

use rounds::Aligner;
use weights::Weights;

/// One text: its sentences in order.
#[derive(Debug, Clone, Copy, Default)]
pub struct Input<'a> {
    /// The sentences.
    pub sentences: &'a [&'a str],
    /// Paragraph number of each sentence, or empty where unknown.
    pub paragraphs: &'a [u32],
}

/// What is known beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// Glossary pairs: source form, target form.
    pub pairs: &'a [(String, String)],
    /// Beads that must come out as they are; one that is empty on both sides is a break that no bead crosses.
    pub pins: &'a [Bead],
    /// Source and target sentences that face nothing, those of one row together.
    pub alone: [&'a [Range<usize>]; 2],
    /// Embeddings of source and target sentences, of one width; left out where their number is not that of the sentences.
    pub vectors: Option<[&'a Vectors; 2]>,
}

/// Which sentences face which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// The beads in order; each sentence stands in exactly one. Where sentences without counterpart follow each other, a
    /// null bead holds as many as any bead may, of one paragraph; a longer run is as many null beads.
    pub beads: Vec<Bead>,
    /// Are the texts translations of each other? If not, all beads but the pinned ones are null beads.
    pub parallel: bool,
    /// Passages, source and target sentences, that are translations of each other but stand in another order than the
    /// rest; in the beads they stand alone.
    pub moved: Vec<(Range<usize>, Range<usize>)>,
}

/// Aligns the sentences of two texts.
pub fn align(source: &Input<'_>, target: &Input<'_>, hints: &Hints<'_>) -> Alignment {
    align_with(source, target, hints, (weights::shipped(), &|_| ()))
}

/// Is told now and then how much of the work is done, from 0 to 1. What is told may fall back once, where short texts are
/// aligned a second time.
pub type Watch<'a> = &'a dyn Fn(f32);

/// Aligns as [`align`] does, and tells how far it is.
pub fn align_watched(
    source: &Input<'_>,
    target: &Input<'_>,
    hints: &Hints<'_>,
    watch: Watch<'_>,
) -> Alignment {
    align_with(source, target, hints, (weights::shipped(), watch))
}

fn align_with(
    source: &Input<'_>,
    target: &Input<'_>,
    hints: &Hints<'_>,
    (w, watch): (&Weights, Watch<'_>),
) -> Alignment {
    if source.sentences.is_empty() && target.sentences.is_empty() {
        return Alignment { beads: Vec::new(), parallel: true, moved: Vec::new() };
    }
    let trial = |range: Range<usize>, order: &[usize]| {
        let own = source.sentences.get(range.clone())?;
        let other: Vec<&str> =
            order.iter().filter_map(|at| target.sentences.get(*at).copied()).collect();
        let first = order.iter().min().copied().unwrap_or(0);
        let in_place = |(at, text): &(usize, &&str)| target.sentences.get(first + at) == Some(text);
        let unmoved = other.iter().enumerate().filter(in_place).count();
        if !order.is_sorted() && unmoved * 2 > other.len() {
            return None;
        }
        let vectors = hints.vectors.map(|[source, target]| {
            let range: Vec<usize> = range.clone().collect();
            [source.in_order(&range), target.in_order(order)]
        });
        let vectors = vectors.as_ref().map(|[source, target]| [source, target]);
        let source = Input { sentences: own, paragraphs: &[] };
        let target = Input { sentences: &other, paragraphs: &[] };
        let hints = Hints { pairs: hints.pairs, vectors, ..Hints::default() };
        Some(Aligner::new(&source, &target, &hints, w).worth())
    };
    Aligner::new(source, target, hints, w).watched(watch).run(&trial)
}

/// Stretches of source and target sentences that face each other.
type Pair = (Range<usize>, Range<usize>);

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
