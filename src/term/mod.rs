//! Finding the glossary's terms in texts, and judging a translation by them.
//!
//! Forms are generated, never stems compared, and never accepted on folded diacritics: both would pass derivations
//! and untranslated words as terms. What is found with fault is found strictly (the forms of the part of speech,
//! one word after the other); what is accepted as a right translation is accepted widely (verbs for participles,
//! articles and coordination between the words), because a false alarm costs a reader's trust.

mod case;
mod compile;
mod index;
mod intern;
mod judge;
mod lenient;
mod places;
mod scan;
mod spelling;
mod tokens;

use unic_langid::LanguageIdentifier;

use self::index::Index;
pub use self::judge::Fault;
pub use self::judge::Judgement;
pub use self::judge::Verdict;
pub use self::judge::judge;
use self::scan::Reading;
use crate::glossary::Glossary;
use crate::lang;
use crate::text::Span;

/// A glossary compiled for finding its terms; compile once, use for every text.
///
/// Terms that are regular expressions are not compiled yet and never found.
#[derive(Debug, Clone)]
pub struct Matcher {
    indexes: Vec<(LanguageIdentifier, Index)>,
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
        Self { indexes: compile::indexes(glossary) }
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

    fn index(&self, lang: &LanguageIdentifier) -> Option<&Index> {
        self.indexes.iter().find(|(known, _)| lang::same(known, lang)).map(|(_, index)| index)
    }
}

#[cfg(test)]
mod tests;
