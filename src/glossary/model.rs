//! Concepts and terms.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Severity;
use crate::lang;
use crate::text::Location;

/// Concepts of one or several files, in the order in which they stand there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glossary {
    /// Its name, of the first file that has one.
    pub name: Option<String>,
    /// Languages that the files declare, in their order.
    pub languages: Vec<LanguageIdentifier>,
    /// The concepts.
    pub concepts: Vec<Concept>,
}

impl Glossary {
    /// Takes in the concepts of another file.
    pub fn extend(&mut self, other: Self) {
        self.name = self.name.take().or(other.name);
        for lang in other.languages {
            if !self.languages.contains(&lang) {
                self.languages.push(lang);
            }
        }
        self.concepts.extend(other.concepts);
    }
}

/// One concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its id; the key of its table in TOML.
    pub id: String,
    /// What it is.
    pub kind: ConceptKind,
    /// Its terms; those of a language in order, the preferred one first.
    pub terms: Vec<Term>,
    /// What it means.
    pub definition: Option<String>,
    /// Subject field.
    pub domain: Option<String>,
    /// Where the choice of terms comes from.
    pub source: Option<String>,
    /// Names in their original script, by language.
    pub original: BTreeMap<String, String>,
    /// Must the source form stand in the target unchanged?
    pub do_not_translate: bool,
    /// Gravity of its findings, where it is not the rule's.
    pub severity: Option<Severity>,
    /// Spellings that sound like a listed name: `None` where the glossary does not say, `Some(None)` for off.
    pub variants: Option<Option<Severity>>,
    /// Names that sound alike and are others.
    pub not_variants: Vec<String>,
    /// Where the concept stands.
    pub at: Location,
}

impl Concept {
    /// A concept of which nothing is known yet.
    pub fn new(id: impl Into<String>, at: Location) -> Self {
        Self {
            id: id.into(),
            kind: ConceptKind::Term,
            terms: Vec::new(),
            definition: None,
            domain: None,
            source: None,
            original: BTreeMap::new(),
            do_not_translate: false,
            severity: None,
            variants: None,
            not_variants: Vec::new(),
            at,
        }
    }

    /// Its terms of a language, whatever the region.
    pub fn terms_in<'c>(&'c self, lang: &'c LanguageIdentifier) -> impl Iterator<Item = &'c Term> {
        self.terms.iter().filter(move |term| lang::same(&term.lang, lang))
    }

    /// The form to be used in a language: the preferred full form.
    pub fn preferred(&self, lang: &LanguageIdentifier) -> Option<&Term> {
        let find = |role| {
            self.terms.iter().find(|term| term.is_preferred(role) && lang::same(&term.lang, lang))
        };
        find(TermRole::Full).or_else(|| find(TermRole::Acronym)).or_else(|| find(TermRole::Short))
    }

    /// Its acronym in a language.
    pub fn acronym(&self, lang: &LanguageIdentifier) -> Option<&Term> {
        self.terms.iter().find(|term| {
            lang::same(&term.lang, lang)
                && term.role == TermRole::Acronym
                && term.status.is_approved()
        })
    }
}

/// What a concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ConceptKind {
    /// An ordinary term.
    #[default]
    Term,
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organization,
}

impl ConceptKind {
    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
        }
    }

    /// Is it a person or a place, whose faults are faults of a name?
    pub fn is_name(self) -> bool {
        matches!(self, Self::Person | Self::Place)
    }
}

/// One term: a form with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The form, as it is listed.
    pub form: String,
    /// Its language.
    pub lang: LanguageIdentifier,
    /// May it be used?
    pub status: Status,
    /// Full form, acronym or short form.
    pub role: TermRole,
    /// Which letter cases match.
    pub case: CaseRule,
    /// How forms are found.
    pub matching: Matching,
    /// Words that may stand between the term's own.
    pub gap: u8,
    /// Irregular inflected forms.
    pub forms: Vec<String>,
    /// Longer phrases in which the term is free.
    pub except: Vec<String>,
    /// Part of speech.
    pub pos: Option<PartOfSpeech>,
    /// Grammatical gender.
    pub gender: Option<Gender>,
    /// Grammatical number.
    pub number: Option<GrammaticalNumber>,
    /// Must an acronym be defined where it is first used?
    pub define: Define,
    /// For a forbidden form: what to use in its place.
    pub instead: Option<String>,
    /// For a forbidden form: why.
    pub why: Option<String>,
    /// A note for translators.
    pub note: Option<String>,
    /// An example.
    pub usage: Option<String>,
    /// Where the term stands.
    pub at: Location,
}

impl Term {
    /// A preferred full form with nothing further said of it.
    pub fn new(form: impl Into<String>, lang: LanguageIdentifier, at: Location) -> Self {
        Self {
            form: form.into(),
            lang,
            status: Status::Preferred,
            role: TermRole::Full,
            case: CaseRule::Smart,
            matching: Matching::Inflect,
            gap: 0,
            forms: Vec::new(),
            except: Vec::new(),
            pos: None,
            gender: None,
            number: None,
            define: Define::FirstUse,
            instead: None,
            why: None,
            note: None,
            usage: None,
            at,
        }
    }

    /// Is it the preferred form of its concept in this role?
    pub fn is_preferred(&self, role: TermRole) -> bool {
        self.status == Status::Preferred && self.role == role
    }
}

/// May a term be used? The order is that of preference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The form to use.
    Preferred,
    /// May be used.
    Admitted,
    /// An older form; to be replaced.
    Deprecated,
    /// Must not be used.
    Forbidden,
}

impl Status {
    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Admitted => "admitted",
            Self::Deprecated => "deprecated",
            Self::Forbidden => "forbidden",
        }
    }

    /// May the form stand in a text?
    pub fn is_approved(self) -> bool {
        self <= Self::Admitted
    }
}

/// Which of a concept's forms a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermRole {
    /// The full form.
    Full,
    /// Its acronym.
    Acronym,
    /// A shorter form, such as a surname.
    Short,
}

/// Which letter cases match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum CaseRule {
    /// Capitals of the entry must be kept; a term all in capitals matches exactly.
    #[default]
    Smart,
    /// Exactly, but for a capital at the start of a sentence.
    Exact,
    /// Any.
    Ignore,
}

/// How a term's forms are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Matching {
    /// With the inflected forms of its language.
    #[default]
    Inflect,
    /// The listed form (and `forms`) only.
    Exact,
    /// As a regular expression.
    Regex,
}

/// Must an acronym be defined in the text?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Define {
    /// Where it is first used.
    #[default]
    FirstUse,
    /// Never: everybody knows it.
    Never,
}

/// Part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PartOfSpeech {
    Noun,
    Adjective,
    Verb,
    ProperNoun,
    Phrase,
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// Grammatical number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum GrammaticalNumber {
    Singular,
    Plural,
    Mass,
}
