//! The words that files use for the model's choices: one table for each type, for reading and for writing.

use crate::diagnostic::Severity;

use super::{
    CaseRule, ConceptKind, Define, Gender, GrammaticalNumber, Matching, PartOfSpeech, Status,
    TermRole,
};

/// A choice that files write as one word.
pub trait Vocabulary: Copy + PartialEq + Sized + 'static {
    /// Every word with what it stands for, in the order in which messages list them.
    const WORDS: &'static [(&'static str, Self)];

    /// What a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    /// The word for it.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// All words, for a message.
    fn list() -> String {
        Self::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
    }
}

impl Vocabulary for ConceptKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("term", Self::Term),
        ("person", Self::Person),
        ("place", Self::Place),
        ("organization", Self::Organization),
    ];
}

impl Vocabulary for Status {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("preferred", Self::Preferred),
        ("admitted", Self::Admitted),
        ("deprecated", Self::Deprecated),
        ("forbidden", Self::Forbidden),
    ];
}

impl Vocabulary for TermRole {
    const WORDS: &'static [(&'static str, Self)] =
        &[("full", Self::Full), ("acronym", Self::Acronym), ("short", Self::Short)];
}

impl Vocabulary for CaseRule {
    const WORDS: &'static [(&'static str, Self)] =
        &[("smart", Self::Smart), ("exact", Self::Exact), ("ignore", Self::Ignore)];
}

impl Vocabulary for Matching {
    const WORDS: &'static [(&'static str, Self)] =
        &[("inflect", Self::Inflect), ("exact", Self::Exact), ("regex", Self::Regex)];
}

impl Vocabulary for Define {
    const WORDS: &'static [(&'static str, Self)] =
        &[("first-use", Self::FirstUse), ("never", Self::Never)];
}

impl Vocabulary for PartOfSpeech {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("noun", Self::Noun),
        ("adjective", Self::Adjective),
        ("verb", Self::Verb),
        ("proper-noun", Self::ProperNoun),
        ("phrase", Self::Phrase),
    ];
}

impl Vocabulary for Gender {
    const WORDS: &'static [(&'static str, Self)] =
        &[("m", Self::Masculine), ("f", Self::Feminine), ("n", Self::Neuter)];
}

impl Vocabulary for GrammaticalNumber {
    const WORDS: &'static [(&'static str, Self)] =
        &[("singular", Self::Singular), ("plural", Self::Plural), ("mass", Self::Mass)];
}

impl Vocabulary for Severity {
    const WORDS: &'static [(&'static str, Self)] =
        &[("error", Self::Error), ("warning", Self::Warning), ("info", Self::Info)];
}

/// A severity, or `off` for none.
impl Vocabulary for Option<Severity> {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("off", None),
        ("info", Some(Severity::Info)),
        ("warning", Some(Severity::Warning)),
        ("error", Some(Severity::Error)),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    fn returns<V: Vocabulary>() {
        for (word, value) in V::WORDS {
            assert_eq!(value.word(), *word);
            assert!(V::from_word(word) == Some(*value));
        }
    }

    #[test]
    fn every_word_is_read_and_written_alike() {
        returns::<ConceptKind>();
        returns::<Status>();
        returns::<TermRole>();
        returns::<CaseRule>();
        returns::<Matching>();
        returns::<Define>();
        returns::<PartOfSpeech>();
        returns::<Gender>();
        returns::<GrammaticalNumber>();
        returns::<Severity>();
        returns::<Option<Severity>>();
    }
}
