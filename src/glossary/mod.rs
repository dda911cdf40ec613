//! The termbase: concepts, each with terms in several languages.
//!
//! The vocabulary is that of ISO 30042 (TBX): a concept entry has language sections, these have terms, a term has
//! an administrative status. One file of this folder a format; [`load`] chooses by the file's name. Loading never
//! fails: what can be understood is kept, and every mistake is a finding with its place. [`validate`] holds the
//! concepts to each other, also those of several files together.

mod clashes;
mod code;
mod columns;
mod csv;
mod faults;
mod form;
mod model;
mod omegat;
mod rows;
mod section;
mod toml;
mod validate;
mod vocabulary;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Diagnostic;
use crate::message::MessageSpec;
use crate::text::{SourceFile, SourceId, Span};

pub use code::{CODES, Code};
pub use model::{
    CaseRule, Concept, ConceptKind, Define, Gender, Glossary, GrammaticalNumber, Matching,
    PartOfSpeech, Status, Term, TermRole,
};
pub use validate::validate;
pub use vocabulary::Vocabulary;

/// A glossary as it was read, with everything that is wrong in its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// What could be understood.
    pub glossary: Glossary,
    /// The mistakes, in file order.
    pub faults: Vec<Diagnostic>,
}

/// Reads a glossary file: TOML, CSV, TSV, or OmegaT's three columns (`.txt`, `.tab`, `.utf8`).
///
/// `languages` are source and target for files that do not name theirs: OmegaT's, and CSV without a header.
pub fn load(
    id: SourceId,
    file: &SourceFile,
    languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
) -> Loaded {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    match extension.as_str() {
        "toml" => toml::read(id, file),
        "csv" => csv::read(id, file, languages, ';'),
        "tsv" => csv::read(id, file, languages, '\t'),
        "txt" | "tab" | "utf8" => omegat::read(id, file, languages),
        _ => {
            let mut faults = faults::Faults::new(id);
            faults.add(code::SYNTAX, Span::at(0), faults::unknown_format(extension));
            Loaded { glossary: Glossary::default(), faults: faults.into_list() }
        }
    }
}

/// Everything that this module may say.
pub(crate) fn messages() -> [&'static [MessageSpec]; 2] {
    [faults::MESSAGES, validate::MESSAGES]
}

#[cfg(test)]
mod tests;
