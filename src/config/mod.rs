//! Settings: what the project file says and what the command line says, merged field by field.
//!
//! Both are read into the same type, [`Partial`], and merged by one function, [`Partial::or`]; [`Partial::resolve`]
//! fills in what nobody said. Rules' options stay opaque tables here, keyed by code: this module knows no rule.

mod read;
mod size;

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Severity;
use crate::text::Location;

pub(crate) use read::MESSAGES;
pub use read::{KNOWN_FORMATS, read};
pub use size::parse_size;

/// A value with the place in the project file where it stands; `None` where the command line gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: Option<Location>,
}

/// A page to build: its file and its translation's, relative to the project's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageEntry {
    /// The page.
    pub source: Given<String>,
    /// Its translation; rows are left open where there is none.
    pub translation: Option<Given<String>>,
}

/// Files of one language and of another that belong together, by pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairEntry {
    /// Pattern of the source files.
    pub source: Given<String>,
    /// Pattern of their translations; its starred parts agree with the source's.
    pub target: Given<String>,
}

/// Rules left out below some paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerPath {
    /// Patterns of paths.
    pub paths: Vec<String>,
    /// Rules left out there.
    pub ignore: Vec<String>,
}

/// What one source of settings says; every field may be absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Partial {
    /// Language of the body.
    pub source: Option<LanguageIdentifier>,
    /// Language it is translated into.
    pub target: Option<LanguageIdentifier>,
    /// Glossary files.
    pub glossaries: Option<Vec<Given<String>>>,
    /// Rules of inflection or dictionaries, by language.
    pub morphology: Option<Vec<(LanguageIdentifier, Given<String>)>>,
    /// Are names of countries left in the source's language looked for?
    pub territories: Option<bool>,
    /// Pages to build.
    pub pages: Option<Vec<PageEntry>>,
    /// Pairs to check.
    pub pairs: Option<Vec<PairEntry>>,
    /// Language of the site's chrome.
    pub chrome_lang: Option<LanguageIdentifier>,
    /// Folders with catalogues of chrome.
    pub catalogues: Option<Vec<Given<String>>>,
    /// Folder that outputs are written to.
    pub out_dir: Option<Given<String>>,
    /// Outputs to write.
    pub formats: Option<Vec<String>>,
    /// Language of what is written into outputs.
    pub out_lang: Option<LanguageIdentifier>,
    /// Files with a project's own words for cutting sentences, by language.
    pub segmentation: Option<Vec<(LanguageIdentifier, Given<String>)>>,
    /// Rules that run.
    pub select: Option<Vec<String>>,
    /// Rules that do not.
    pub ignore: Option<Vec<String>>,
    /// Severities in place of the rules' own.
    pub severity: Option<BTreeMap<String, Severity>>,
    /// Options by rule.
    pub options: Option<BTreeMap<String, toml::Table>>,
    /// Rules left out below some paths.
    pub per_path: Option<Vec<PerPath>>,
    /// Largest file read, in bytes.
    pub file_limit: Option<u64>,
    /// Severity from which `check` fails.
    pub fail_on: Option<Severity>,
    /// Rule codes that the file names, each with its place, so that unknown ones can be reported.
    pub codes: Vec<(String, Location)>,
}

impl Partial {
    /// These settings, and `lower` where they say nothing.
    pub fn or(self, lower: Self) -> Self {
        Self {
            source: self.source.or(lower.source),
            target: self.target.or(lower.target),
            glossaries: self.glossaries.or(lower.glossaries),
            morphology: self.morphology.or(lower.morphology),
            territories: self.territories.or(lower.territories),
            pages: self.pages.or(lower.pages),
            pairs: self.pairs.or(lower.pairs),
            chrome_lang: self.chrome_lang.or(lower.chrome_lang),
            catalogues: self.catalogues.or(lower.catalogues),
            out_dir: self.out_dir.or(lower.out_dir),
            formats: self.formats.or(lower.formats),
            out_lang: self.out_lang.or(lower.out_lang),
            segmentation: self.segmentation.or(lower.segmentation),
            select: self.select.or(lower.select),
            ignore: self.ignore.or(lower.ignore),
            severity: self.severity.or(lower.severity),
            options: self.options.or(lower.options),
            per_path: self.per_path.or(lower.per_path),
            file_limit: self.file_limit.or(lower.file_limit),
            fail_on: self.fail_on.or(lower.fail_on),
            codes: [self.codes, lower.codes].concat(),
        }
    }

    /// Fills in what nobody said.
    pub fn resolve(self) -> Settings {
        let formats = self
            .formats
            .unwrap_or_else(|| KNOWN_FORMATS.iter().map(|&name| name.to_owned()).collect());
        Settings {
            source: self.source,
            target: self.target,
            glossaries: self.glossaries.unwrap_or_default(),
            morphology: self.morphology.unwrap_or_default(),
            territories: self.territories.unwrap_or(DEFAULT_TERRITORIES),
            pages: self.pages.unwrap_or_default(),
            pairs: self.pairs.unwrap_or_default(),
            chrome_lang: self.chrome_lang,
            catalogues: self.catalogues.unwrap_or_default(),
            out_dir: self.out_dir.unwrap_or(Given { value: DEFAULT_OUT.to_owned(), at: None }),
            formats,
            out_lang: self.out_lang,
            segmentation: self.segmentation.unwrap_or_default(),
            select: self.select.unwrap_or_else(|| vec!["all".to_owned()]),
            ignore: self.ignore.unwrap_or_default(),
            severity: self.severity.unwrap_or_default(),
            options: self.options.unwrap_or_default(),
            per_path: self.per_path.unwrap_or_default(),
            file_limit: self.file_limit.unwrap_or(DEFAULT_FILE_LIMIT),
            page_limit: self.file_limit.unwrap_or(DEFAULT_PAGE_LIMIT),
            fail_on: self.fail_on.unwrap_or(Severity::Error),
        }
    }
}

/// Are names of countries looked for unless somebody says otherwise?
pub const DEFAULT_TERRITORIES: bool = true;

/// The folder of outputs, beside the project file, unless somebody says otherwise.
pub const DEFAULT_OUT: &str = "out";

/// Largest file read unless somebody says otherwise: 1 GiB, some five million units of a translation memory.
pub const DEFAULT_FILE_LIMIT: u64 = 1 << 30;

/// Largest page read unless somebody says otherwise: 32 MiB, a hundred times what a reader would scroll through.
pub const DEFAULT_PAGE_LIMIT: u64 = 32 << 20;

/// Settings with nothing left open but the languages, which the files may tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Language of the body.
    pub source: Option<LanguageIdentifier>,
    /// Language it is translated into.
    pub target: Option<LanguageIdentifier>,
    /// Glossary files.
    pub glossaries: Vec<Given<String>>,
    /// Rules of inflection or dictionaries, by language.
    pub morphology: Vec<(LanguageIdentifier, Given<String>)>,
    /// Are names of countries left in the source's language looked for?
    pub territories: bool,
    /// Pages to build.
    pub pages: Vec<PageEntry>,
    /// Pairs to check.
    pub pairs: Vec<PairEntry>,
    /// Language of the site's chrome; the target's where nobody said it.
    pub chrome_lang: Option<LanguageIdentifier>,
    /// Folders with catalogues of chrome.
    pub catalogues: Vec<Given<String>>,
    /// Folder that outputs are written to.
    pub out_dir: Given<String>,
    /// Outputs to write.
    pub formats: Vec<String>,
    /// Language of what is written into outputs; the source's where nobody said it.
    pub out_lang: Option<LanguageIdentifier>,
    /// Files with a project's own words for cutting sentences, by language.
    pub segmentation: Vec<(LanguageIdentifier, Given<String>)>,
    /// Rules that run.
    pub select: Vec<String>,
    /// Rules that do not.
    pub ignore: Vec<String>,
    /// Severities in place of the rules' own.
    pub severity: BTreeMap<String, Severity>,
    /// Options by rule.
    pub options: BTreeMap<String, toml::Table>,
    /// Rules left out below some paths.
    pub per_path: Vec<PerPath>,
    /// Largest file read, in bytes.
    pub file_limit: u64,
    /// Largest page read, in bytes.
    pub page_limit: u64,
    /// Severity from which `check` fails.
    pub fail_on: Severity,
}
