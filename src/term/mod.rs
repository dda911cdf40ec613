//! Finding the glossary's terms in texts, and judging a translation by them.
//!
//! Forms are generated, never stems compared, and never accepted on folded diacritics: both would pass derivations
//! and untranslated words as terms. What is found with fault is found strictly (the forms of the part of speech,
//! one word after the other); what is accepted as a right translation is accepted widely (verbs for participles,
//! articles and coordination between the words), because a false alarm costs a reader's trust.

mod anaphora;
mod case;
mod compile;
mod flaws;
mod index;
mod intern;
mod judge;
mod lenient;
mod lookup;
mod names;
mod pattern;
mod places;
mod respell;
mod scan;
mod spelling;
mod tokens;
mod words;

use std::collections::BTreeMap;

use std::sync::{Arc, OnceLock};

use unic_langid::LanguageIdentifier;

pub use self::anaphora::take_up;
pub use self::flaws::Flaw;
pub use self::flaws::Flaws;
use self::index::Index;
pub use self::judge::Fault;
pub use self::judge::Judgement;
pub use self::judge::Verdict;
pub use self::judge::judge;
pub use self::lookup::Answer;
pub use self::lookup::Finder;
pub use self::lookup::How;
pub use self::names::{Likeness, ListedNames};
pub use self::respell::respell;
use self::scan::Reading;
use crate::glossary::Glossary;
use crate::glossary::TermRole;
use crate::lang;
use crate::morphology::Morphologies;
use crate::morphology::Morphology;
use crate::text::Span;

/// A glossary compiled for finding its terms; compile once, use for every text.
#[derive(Debug, Clone)]
pub struct Matcher {
    indexes: Vec<(LanguageIdentifier, Index)>,
    morphologies: Morphologies,
    names: OnceLock<Arc<Vec<(LanguageIdentifier, ListedNames)>>>,
    /// Concepts with a severity of their own.
    graded: Vec<usize>,
    /// Approved acronyms as they are listed, with their concepts.
    acronyms: BTreeMap<Box<str>, Vec<usize>>,
}

/// A use of a term in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TermHit {
    /// Index into the glossary's concepts.
    pub concept: usize,
    /// Index into the concept's terms.
    pub term: usize,
    /// Bytes of the text.
    pub span: Span,
    /// How the text's form stands to the listed one.
    pub how: Match,
}

/// How a form of a text stands to the listed form; the order is that of likeness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// The same, but for apostrophes, kinds of hyphen and space, and Unicode normal form.
    Exact,
    /// In another letter case, which the term's rule allows.
    Folded,
    /// An inflected form.
    Inflected,
    /// With a hyphen more or less.
    Respelt,
}

impl Matcher {
    /// Compiles a glossary. Takes time and memory in proportion to its words and their forms.
    pub fn new(glossary: &Glossary) -> Self {
        Self::with(glossary, Morphologies::default())
    }

    /// Compiles a glossary with a project's own rules of inflection.
    pub fn with(glossary: &Glossary, morphologies: Morphologies) -> Self {
        let concepts = glossary.concepts.iter().enumerate();
        let graded = concepts.filter(|(_, concept)| concept.severity.is_some());
        Self {
            indexes: compile::indexes(glossary, &morphologies),
            morphologies,
            names: OnceLock::new(),
            graded: graded.map(|(at, _)| at).collect(),
            acronyms: acronyms(glossary),
        }
    }

    /// The rules of inflection that the terms of a language are found by.
    pub fn morphology(&self, lang: &LanguageIdentifier) -> &Morphology {
        self.morphologies.of(lang)
    }

    /// The concepts whose findings have a severity of their own, as indices into the glossary's: most glossaries
    /// have few, and a run asks for them once a file.
    pub fn graded(&self) -> &[usize] {
        &self.graded
    }

    /// The concepts that have these letters as an approved acronym in some language, as indices into the glossary's.
    pub fn with_acronym(&self, letters: &str) -> &[usize] {
        self.acronyms.get(letters).map_or(&[], Vec::as_slice)
    }

    /// The uses of terms in a text of a language, in order, the longest where several begin together.
    ///
    /// No two overlap, except that all concepts listed with the same form are reported at the same place. Nothing
    /// is found inside or across `inert` stretches, which must be sorted.
    pub fn scan(&self, text: &str, lang: &LanguageIdentifier, inert: &[Span]) -> Vec<TermHit> {
        self.index(lang)
            .map(|index| Reading::new(index, text, inert).hits(index))
            .unwrap_or_default()
    }

    /// The persons and places that the glossary lists in a language, filed by their sounds.
    ///
    /// They are filed when they are first asked for, since few commands do; `glossary` must be the one that was
    /// compiled.
    pub fn names(&self, glossary: &Glossary, lang: &LanguageIdentifier) -> Option<&ListedNames> {
        let all = self.names.get_or_init(|| Arc::new(names::listed(glossary)));
        all.iter().find(|(known, _)| lang::same(known, lang)).map(|(_, names)| names)
    }

    fn index(&self, lang: &LanguageIdentifier) -> Option<&Index> {
        self.indexes.iter().find(|(known, _)| lang::same(known, lang)).map(|(_, index)| index)
    }
}

/// The approved acronyms, each with its concepts in order.
fn acronyms(glossary: &Glossary) -> BTreeMap<Box<str>, Vec<usize>> {
    let mut found: BTreeMap<Box<str>, Vec<usize>> = BTreeMap::new();
    for (number, concept) in glossary.concepts.iter().enumerate() {
        for term in &concept.terms {
            if term.role == TermRole::Acronym && term.status.is_approved() {
                let own = found.entry(term.form.as_str().into()).or_default();
                if own.last() != Some(&number) {
                    own.push(number);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
