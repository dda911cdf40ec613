//! Findings: what is wrong, where, and what would mend it. Data only; words come from `l10n`.

mod code;

use std::fmt;
use std::str::FromStr;

use crate::message::Message;
use crate::text::{Location, Span};

pub use code::Code;
pub(crate) use code::codes;

/// How grave a finding is. The order is the order of gravity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; typography and statistics.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// The word used in files and formats.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Severity {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "info" => Ok(Self::Info),
            "warning" => Ok(Self::Warning),
            "error" => Ok(Self::Error),
            _ => Err(()),
        }
    }
}

/// How far a fix may be trusted. The order is the order of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applicability {
    /// For a person to read; never applied.
    Suggestion,
    /// May change what is meant; applied with `--unsafe`.
    Unsafe,
    /// Keeps the meaning; applied by `fix`.
    Safe,
}

impl Applicability {
    /// The word used in files and formats.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Suggestion => "suggestion",
            Self::Unsafe => "unsafe",
            Self::Safe => "safe",
        }
    }
}

/// A replacement of the bytes at a location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub at: Location,
    /// What stands there afterwards, already escaped for the file's format.
    pub text: String,
}

/// Edits that belong together: all are applied or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// How far it may be trusted.
    pub applicability: Applicability,
    /// Edits that do not overlap.
    pub edits: Vec<Edit>,
}

/// A place with something to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub at: Location,
    /// What is said there.
    pub note: Option<Message>,
}

/// A part of a unit's source or target text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Bytes of the unit's decoded text.
    pub span: Span,
    /// The part itself.
    pub text: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's code.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// The unit's id; `None` only for a text in one language.
    pub unit: Option<String>,
    /// The glossary's concept.
    pub concept: Option<String>,
    /// Where one would edit.
    pub primary: Label,
    /// Further places.
    pub related: Vec<Label>,
    /// The part of the unit's source text.
    pub source: Option<Excerpt>,
    /// The part of the unit's target text.
    pub target: Option<Excerpt>,
    /// What would mend it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding at a place, with nothing further known of it.
    pub fn new(rule: &'static str, severity: Severity, at: Location, message: Message) -> Self {
        Self {
            rule,
            severity,
            message,
            unit: None,
            concept: None,
            primary: Label { at, note: None },
            related: Vec::new(),
            source: None,
            target: None,
            fix: None,
        }
    }
}

/// Sorts findings by place, then rule, then message, and drops exact repetitions.
pub fn sort(found: &mut Vec<Diagnostic>) {
    found.sort_by(|a, b| {
        (a.primary.at, a.rule, a.message.to_string(), &a.unit).cmp(&(
            b.primary.at,
            b.rule,
            b.message.to_string(),
            &b.unit,
        ))
    });
    found.dedup();
}
