//! What is known of a rule without running it.

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Severity;
use crate::message::MessageSpec;

/// Does a rule mend what it finds?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixAvailability {
    /// Every finding comes with a fix.
    Always,
    /// Some do.
    Sometimes,
    /// None does.
    Never,
}

impl FixAvailability {
    /// The word used in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Sometimes => "sometimes",
            Self::Never => "never",
        }
    }
}

/// A rule's description.
#[derive(Debug)]
pub struct RuleMeta {
    /// Its code, which names the fault: `term-missing`.
    pub code: &'static str,
    /// How grave its findings are unless somebody says otherwise.
    pub severity: Severity,
    /// Does it mend what it finds?
    pub fix: FixAvailability,
    /// The version in which it appeared.
    pub since: &'static str,
    /// Its page, in English: documentation and fixture in one.
    pub doc: &'static str,
    /// Its page in French, with the same examples.
    pub doc_fr: &'static str,
    /// What it may say.
    pub messages: &'static [MessageSpec],
}

impl RuleMeta {
    /// Its page in a language; in English where there is none.
    pub fn page(&self, lang: &LanguageIdentifier) -> &'static str {
        if lang.language.as_str() == "fr" { self.doc_fr } else { self.doc }
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::metas;

    /// The fenced blocks of a page.
    fn blocks(page: &str) -> Vec<&str> {
        page.split("```").skip(1).step_by(2).collect()
    }

    #[test]
    fn pages_have_the_same_examples_in_both_languages() {
        for meta in metas() {
            assert_eq!(blocks(meta.doc), blocks(meta.doc_fr), "{}", meta.code);
            assert_eq!(
                meta.doc.matches("\n## ").count(),
                meta.doc_fr.matches("\n## ").count(),
                "{}",
                meta.code
            );
        }
    }
}
