//! Names that are spelled in several ways: whether two are one, and which of many a spelling may be.
//!
//! Kosachev, Kossatchev and Kosatschow are one man: names from other scripts are spelled as each language hears them.
//! Two spellings are made plain (`parse`), aligned grapheme by grapheme with learned scores (`align`), measured
//! (`features`) and judged by a small logistic regression (`model`). Everything learned or listed is a file in
//! `data/`. `docs/names.md` says how it decides and how well.

mod align;
mod compare;
mod evidence;
mod features;
mod group;
mod index;
mod inflect;
mod model;
mod parse;
pub mod romanize;
mod skeleton;
mod tables;
mod words;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

pub use compare::Measured;
pub use evidence::Evidence;
pub use features::{FEATURES, Features};
pub use index::{Candidate, NameIndex};
pub use parse::{Name, Word};

use self::inflect::Endings;
use self::model::Model;
use self::tables::Tables;

static SHIPPED: LazyLock<Names> = LazyLock::new(Names::new);

/// Compares names. Making one compiles its tables; [`Names::shipped`] is made once.
#[derive(Debug)]
pub struct Names {
    tables: Tables,
    model: Model,
    endings: Endings,
}

/// How likely it is that two spellings are one name, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The chance, 0 to 1, in thousandths.
    pub score: f64,
    /// Is it high enough to say that they are the same?
    pub same: bool,
    /// What was seen, the most telling words first.
    pub evidence: Vec<Evidence>,
}

impl Default for Names {
    fn default() -> Self {
        Self::new()
    }
}

impl Names {
    /// The tables that the program is shipped with, compiled.
    pub fn new() -> Self {
        Self { tables: Tables::new(), model: Model::new(), endings: Endings::new() }
    }

    /// The same, compiled once for the whole program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// A name made ready, for when it is compared with many.
    pub fn prepare(&self, text: &str) -> Name {
        self.tables.name(text)
    }

    /// Compares two spellings, with evidence.
    ///
    /// Texts without a letter or digit are the same only where they are equal and not empty.
    pub fn compare(&self, a: &str, b: &str) -> Comparison {
        let (one, other) = (self.prepare(a), self.prepare(b));
        let unreadable = one.words.is_empty() && other.words.is_empty();
        if unreadable && a.trim() == b.trim() && !a.trim().is_empty() {
            return Comparison { score: 1.0, same: true, evidence: vec![Evidence::SameLetters] };
        }
        self.judged(compare::names(&self.tables, &self.model, &one, &other, true))
    }

    /// Compares a spelling that may be inflected, in a language, with a name as it is listed.
    pub fn compare_in(&self, text: &str, listed: &str, lang: &LanguageIdentifier) -> Comparison {
        let mut best = self.compare(text, listed);
        for base in self.base_forms(text, lang) {
            let mut found = self.compare(&base, listed);
            if found.score > best.score && found.same {
                found.evidence.push(Evidence::Ending);
                best = found;
            }
        }
        best
    }

    /// What an inflected name may be without its ending; empty for languages whose names do not inflect.
    pub fn base_forms(&self, text: &str, lang: &LanguageIdentifier) -> Vec<String> {
        self.endings.base_forms(text, lang)
    }

    /// Does a language put endings behind names?
    pub fn inflects(&self, lang: &LanguageIdentifier) -> bool {
        self.endings.has(lang)
    }

    /// Are two words one but for the endings that a language puts behind names (Putina, Putinem)?
    pub fn are_inflections(&self, a: &str, b: &str, lang: &LanguageIdentifier) -> bool {
        if a == b || !self.inflects(lang) {
            return a == b;
        }
        let (mut one, mut other) = (self.base_forms(a, lang), self.base_forms(b, lang));
        one.push(a.to_owned());
        other.push(b.to_owned());
        one.iter().any(|form| other.contains(form))
    }

    /// The chance, 0 to 1, that two prepared names are one.
    pub fn score(&self, a: &Name, b: &Name) -> f64 {
        f64::from(self.chance(a, b)) / 1000.0
    }

    /// Are two prepared names one?
    pub fn same(&self, a: &Name, b: &Name) -> bool {
        self.chance(a, b) >= self.model.same
    }

    /// What is measured of two names, for refitting the model: `None` where nothing needs to be decided.
    pub fn measure(&self, a: &str, b: &str) -> Option<Measured> {
        compare::measured(&self.tables, &self.model, &self.prepare(a), &self.prepare(b))
    }

    fn chance(&self, a: &Name, b: &Name) -> u16 {
        compare::names(&self.tables, &self.model, a, b, false).chance
    }

    fn judged(&self, found: compare::Found) -> Comparison {
        Comparison {
            score: f64::from(found.chance) / 1000.0,
            same: found.chance >= self.model.same,
            evidence: found.evidence,
        }
    }
}
