//! Kinds of findings that belong to no rule: their codes, how grave each is, and its page.

use unic_langid::LanguageIdentifier;

use super::Severity;

/// A kind of finding about a glossary or a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Its name; also its page's.
    pub code: &'static str,
    /// How grave it is, as a rule; a finding may be less grave where it says so on its page.
    pub severity: Severity,
    /// Its page, with examples that the tests run.
    pub doc: &'static str,
    /// Its page in French, with the same examples.
    pub doc_fr: &'static str,
}

impl Code {
    /// Its page in a language; in English where there is none.
    pub fn page(&self, lang: &LanguageIdentifier) -> &'static str {
        if lang.language.as_str() == "fr" { self.doc_fr } else { self.doc }
    }
}

/// Lists the kinds of findings of a module: a constant for each, `CODES` with all of them by name, and `severity`.
macro_rules! codes {
    ($($(#[$about:meta])* $name:ident = $code:literal $severity:ident;)*) => {
        $($(#[$about])* pub(crate) const $name: &str = $code;)*

        /// All kinds of findings, by name.
        pub const CODES: &[$crate::diagnostic::Code] = &[$($crate::diagnostic::Code {
            code: $code,
            severity: $crate::diagnostic::Severity::$severity,
            doc: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules/", $code, ".md")),
            doc_fr: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules/fr/", $code, ".md")),
        }),*];

        /// How grave a kind of finding is.
        pub(super) fn severity(code: &str) -> $crate::diagnostic::Severity {
            let known = CODES.iter().find(|known| known.code == code);
            known.map_or($crate::diagnostic::Severity::Error, |known| known.severity)
        }
    };
}
pub(crate) use codes;
