//! Sentence alignment: which sentences of a text face which of its translation, with no model and no dictionary.
//!
//! Every bead is scored by a log-likelihood ratio: how much likelier are its two sides as translations of each
//! other than as sentences that have nothing to do with each other? Words and lengths both give such ratios, so
//! that neither needs a weight for the document: where words tell nothing, their ratios are near nothing, and the
//! lengths decide. Null beads are worth nothing less a fixed cost; a sentence without counterpart is left alone
//! unless it brings evidence.
//!
//! 1. [`token`]: words are folded, cut and interned once. [`seed`]: identical names and numbers, cognates, names by
//!    their consonants in any script, glossary pairs.
//! 2. [`anchor`]: in long texts, a chain of rare seeds says where to look.
//! 3. [`rounds`]: align ([`lattice`], [`path`]), learn a lexicon from the beads by their chance ([`posterior`],
//!    [`lexicon`]), align again in a band round the path that is wider where the path is unsure ([`band`]).
//! 4. [`verdict`]: two texts that are no translations come back as null beads.
//!
//! Sources: Gale & Church (1993), lengths and shapes of beads; Moore (2002), length first, then words learnt from
//! the sure beads; Varga et al. (2005, hunalign), realigning with a lexicon of the texts' own; Melamed (2000),
//! association and competitive linking of words. The weights are in `data/weights.toml`, with the sets that
//! they were chosen on (English-French novels, English-Russian and English-Arabic news) and those left out (news
//! in English-French, -German, -Spanish and -Chinese, PUD, English-Icelandic, German-French yearbooks,
//! English-Spanish and English-Greek novels).
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
mod lattice;
mod length;
mod letters;
mod lexicon;
mod path;
mod posterior;
mod rounds;
mod seed;
mod stretch;
mod token;
mod verdict;
mod weights;

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

/// Sentence embeddings of both texts, one row of `width` numbers a sentence. Not used yet.
#[derive(Debug, Clone, Copy)]
pub struct Vectors<'a> {
    /// Numbers in a row.
    pub width: usize,
    /// Rows of the source's sentences, one after another.
    pub source: &'a [f32],
    /// Rows of the target's sentences, one after another.
    pub target: &'a [f32],
}

/// What is known beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// Glossary pairs: source form, target form.
    pub pairs: &'a [(String, String)],
    /// Beads that must come out as they are; one that is empty on both sides is a break that no bead crosses.
    pub pins: &'a [Bead],
    /// Sentence embeddings; a door kept open.
    pub vectors: Option<Vectors<'a>>,
}

/// Which sentences face which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// The beads in order; each sentence stands in exactly one, and a null bead holds one sentence.
    pub beads: Vec<Bead>,
    /// Are the texts translations of each other? If not, all beads but the pinned ones are null beads.
    pub parallel: bool,
}

/// Aligns the sentences of two texts.
pub fn align(source: &Input<'_>, target: &Input<'_>, hints: &Hints<'_>) -> Alignment {
    align_with(source, target, hints, weights::shipped())
}

fn align_with(source: &Input<'_>, target: &Input<'_>, hints: &Hints<'_>, w: &Weights) -> Alignment {
    if source.sentences.is_empty() && target.sentences.is_empty() {
        return Alignment { beads: Vec::new(), parallel: true };
    }
    let control = |order: verdict::Reorder| {
        let mut mixed = target.sentences.to_vec();
        order(&mut mixed);
        let target = Input { sentences: &mixed, paragraphs: &[] };
        Aligner::new(source, &target, &Hints { pins: &[], ..*hints }, w).worth()
    };
    Aligner::new(source, target, hints, w).run(control)
}

/// Stretches of source and target sentences that face each other.
type Pair = (Range<usize>, Range<usize>);

#[cfg(test)]
mod tests;
