//! What can be wrong with a glossary: the codes, how grave each is, and its page.

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Severity;

/// A kind of finding about a glossary.
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

macro_rules! codes {
    ($($name:ident = $code:literal $severity:ident;)*) => {
        $(pub(crate) const $name: &str = $code;)*

        /// All kinds of findings about glossaries, by name.
        pub const CODES: &[Code] = &[$(Code {
            code: $code,
            severity: Severity::$severity,
            doc: include_str!(concat!("../../docs/rules/", $code, ".md")),
            doc_fr: include_str!(concat!("../../docs/rules/fr/", $code, ".md")),
        }),*];
    };
}

// An error is what makes checks wrong: something written that is not applied, or two entries that no text can obey.
codes! {
    BAD_CHARACTER = "glossary-bad-character" Error;
    BAD_LANGUAGE = "glossary-bad-language" Error;
    BAD_REGEX = "glossary-bad-regex" Error;
    BAD_VALUE = "glossary-bad-value" Error;
    CONFLICT = "glossary-conflict" Error;
    DUPLICATE = "glossary-duplicate" Warning;
    DUPLICATE_ID = "glossary-duplicate-id" Error;
    EMPTY_SECTION = "glossary-empty-section" Warning;
    MISSING_LANGUAGE = "glossary-missing-language" Info;
    SELF_REFERENCE = "glossary-self-reference" Error;
    SYNTAX = "glossary-syntax" Error;
    TOO_LONG = "glossary-too-long" Warning;
    UNDECLARED_LANGUAGE = "glossary-undeclared-language" Warning;
    UNKNOWN_KEY = "glossary-unknown-key" Error;
    UNUSED = "glossary-unused" Info;
}

/// How grave a kind of finding is.
pub(super) fn severity(code: &str) -> Severity {
    CODES.iter().find(|known| known.code == code).map_or(Severity::Error, |known| known.severity)
}
