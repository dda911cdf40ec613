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
mod edit;
mod faults;
mod file_format;
mod form;
mod jsonl;
mod model;
mod omegat;
mod rows;
mod section;
mod spelling;
mod table_write;
mod tbx;
mod tbx_words;
mod tbx_write;
mod territories;
mod toml;
mod toml_write;
mod unused;
mod validate;
mod vocabulary;
mod write;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Diagnostic;
use crate::message::{Message, MessageSpec};
use crate::text::{SourceFile, SourceId, Span};
use crate::workbook::Sheet;

pub use crate::diagnostic::Code;
pub use code::CODES;
pub use edit::{add_concepts, set};
pub use file_format::Format;
pub use form::{MOST_WORDS, REGEX_SIZE};
pub use model::{
    CaseRule, Concept, ConceptKind, Define, Gender, Glossary, GrammaticalNumber, Matching,
    PartOfSpeech, Status, Term, TermRole,
};
pub use territories::{is_of_layer, territories};
pub use unused::unused;
pub use validate::validate;
pub use vocabulary::Vocabulary;
pub use write::{Written, unnamed_languages, write};

/// A glossary as it was read, with everything that is wrong in its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// What could be understood.
    pub glossary: Glossary,
    /// The mistakes, in file order.
    pub faults: Vec<Diagnostic>,
    /// What the file holds beyond what a glossary here does, by name.
    pub left_out: Vec<LeftOut>,
}

impl Loaded {
    fn new(glossary: Glossary, faults: faults::Faults) -> Self {
        Self { glossary, faults: faults.into_list(), left_out: Vec::new() }
    }
}

/// A category of a file that no glossary here holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name in the file; empty for a second preferred term in a language, which is taken for an admitted one.
    pub what: String,
    /// How many concepts have it.
    pub concepts: u64,
}

impl LeftOut {
    /// What is to be said of it.
    pub fn message(&self) -> Message {
        match &*self.what {
            "" => write::second_preferred(self.concepts),
            what => write::left_out(self.concepts, what),
        }
    }
}

/// Source and target.
type Languages<'l> = Option<(&'l LanguageIdentifier, &'l LanguageIdentifier)>;

/// Reads a glossary file of text, in the format that the ending of its name tells.
///
/// `languages` are source and target for files that do not name theirs: OmegaT's, and CSV without a header.
pub fn load(id: SourceId, file: &SourceFile, languages: Languages<'_>) -> Loaded {
    if let Some(format) = Format::of_path(&file.path) {
        return load_as(format, id, file, languages);
    }
    let mut faults = faults::Faults::new(id);
    let extension = file_format::extension(&file.path);
    faults.add(code::SYNTAX, Span::at(0), faults::unknown_format(extension));
    Loaded::new(Glossary::default(), faults)
}

/// Reads a glossary file of text in a format; a spreadsheet, which is no text, is read by [`load_sheet`].
pub fn load_as(
    format: Format,
    id: SourceId,
    file: &SourceFile,
    languages: Languages<'_>,
) -> Loaded {
    match format {
        Format::Toml => toml::read(id, file),
        Format::Tbx2008 | Format::TbxDca | Format::TbxDct => tbx::read(id, file),
        Format::Csv => csv::read(id, file, languages, ';'),
        // What a spreadsheet looks like when its rows are laid out as text.
        Format::Tsv | Format::Xlsx => csv::read(id, file, languages, '\t'),
        Format::OmegaT => omegat::read(id, file, languages),
        Format::JsonLines => jsonl::read(id, file, languages),
    }
}

/// Reads the rows of a spreadsheet; `id` is the file of its text.
pub fn load_sheet(id: SourceId, sheet: &Sheet, languages: Languages<'_>) -> Loaded {
    csv::read_sheet(id, sheet, languages)
}

/// Everything that this module may say.
pub(crate) fn messages() -> [&'static [MessageSpec]; 5] {
    [edit::MESSAGES, faults::MESSAGES, unused::MESSAGES, validate::MESSAGES, write::MESSAGES]
}

#[cfg(test)]
mod convert_tests;
#[cfg(test)]
mod tests;
