//! What can be wrong with a catalogue: the codes, how grave each is, and its page.

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Severity;

/// A kind of finding about a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Its name; also its page's.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Its page.
    pub doc: &'static str,
    /// Its page in French.
    pub doc_fr: &'static str,
}

impl Code {
    /// Its page in a language; in English where there is none.
    pub fn page(&self, lang: &LanguageIdentifier) -> &'static str {
        if lang.language.as_str() == "fr" { self.doc_fr } else { self.doc }
    }
}

macro_rules! codes {
    ($($(#[$about:meta])* $name:ident = $code:literal $severity:ident;)*) => {
        $($(#[$about])* pub(crate) const $name: &str = $code;)*

        /// All kinds of findings about catalogues, by name.
        pub const CODES: &[Code] = &[$(Code {
            code: $code,
            severity: Severity::$severity,
            doc: include_str!(concat!("../../docs/rules/", $code, ".md")),
            doc_fr: include_str!(concat!("../../docs/rules/fr/", $code, ".md")),
        }),*];
    };
}

// An error is what a visitor would see broken, or what is written and not understood.
codes! {
    /// A file that cannot be understood at a place.
    CATALOGUE = "chrome-catalogue" Error;
    /// One text with two translations.
    DUPLICATE = "chrome-duplicate" Warning;
    /// A message without its translation.
    MISSING = "chrome-missing" Warning;
    /// A translation of what the message said once.
    OUTDATED = "chrome-outdated" Warning;
    /// Variables that are not the same in two languages.
    PLACEHOLDERS = "chrome-placeholders" Error;
    /// Plural forms that the language needs and the message lacks, or the reverse.
    PLURAL = "chrome-plural" Warning;
    /// A translation that breaks the glossary.
    TERM = "chrome-term" Error;
    /// A message that no given page shows.
    UNUSED = "chrome-unused" Info;
}

/// How grave a kind of finding is.
pub(super) fn severity(code: &str) -> Severity {
    CODES.iter().find(|known| known.code == code).map_or(Severity::Error, |known| known.severity)
}
