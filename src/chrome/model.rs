//! What a catalogue is made of: messages, their wordings in each language, and the forms of a wording.
//!
//! A Fluent pattern with selectors is spread into flat forms when it is read, one for each path through its
//! selectors, because a line of a page is compared with each of them and never shows which one was chosen.

use std::collections::BTreeMap;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use super::icu::whole_name;
use super::plural::Plural;
use crate::text::Location;

/// Stands between context and text in the identifier of a gettext message, as it does in gettext's own files.
pub(super) const CONTEXT: char = '\u{4}';

/// A message of one platform with its wordings by language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The file's name without its ending: `wordpress`.
    pub(super) platform: String,
    /// The Fluent identifier.
    pub(super) id: String,
    /// One definition a language, in the order in which the languages were read.
    pub(super) sides: Vec<(LanguageIdentifier, Definition)>,
}

impl Entry {
    /// The definition for exactly this language tag.
    pub(super) fn side(&self, lang: &LanguageIdentifier) -> Option<&Definition> {
        self.sides.iter().find(|(known, _)| known == lang).map(|(_, definition)| definition)
    }
}

/// What one language says for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Definition {
    /// The message's value first, then its attributes.
    pub(super) wordings: Vec<Wording>,
    /// What may stand for each variable.
    pub(super) kinds: BTreeMap<String, Kind>,
    /// 0 for the built-in files, then one more for every file that a user adds.
    pub(super) layer: u32,
    /// Where a user's file defines it; `None` for the built-in files.
    pub(super) at: Option<Location>,
    /// May the text be shown to anybody?
    pub(super) state: State,
    /// The other language's text that this one was made from, where the file says so.
    pub(super) made_from: Option<String>,
    /// Variables inside markup that no reader sees (`<a href="%(url)s">`), sorted.
    pub(super) hidden: Vec<String>,
}

/// What a catalogue says of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum State {
    /// To be used.
    #[default]
    Ready,
    /// Not translated yet.
    Open,
    /// In a notation that is not understood.
    Unfit,
    /// To be reviewed; programs do not show it, so that no page can hold it.
    Doubtful,
}

impl Definition {
    /// A text that is ready, of a file of this layer.
    pub(super) fn ready(
        wordings: Vec<Wording>,
        kinds: BTreeMap<String, Kind>,
        layer: u32,
        at: Option<Location>,
    ) -> Self {
        let (state, made_from, hidden) = (State::Ready, None, Vec::new());
        Self { wordings, kinds, layer, at, state, made_from, hidden }
    }

    /// May a line of a page be this text?
    pub(super) fn is_ready(&self) -> bool {
        self.state == State::Ready
    }

    /// The value's text, where it has one form without variables; else its last form with the variables in braces.
    pub(super) fn shown(&self) -> String {
        let form = self.wordings.first().and_then(|wording| wording.forms.last());
        form.map(Form::shown).unwrap_or_default()
    }

    /// The variables of the value and of its markup, sorted.
    pub(super) fn placeholders(&self) -> Vec<&str> {
        let mut names = self.variables();
        names.extend(self.hidden.iter().map(String::as_str));
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The wordings that may face the given one, best first: the attribute of the same name, else the value and
    /// the further wordings.
    pub(super) fn counterparts(&self, of: &Wording) -> Vec<&Wording> {
        let named = of.attribute.as_deref().filter(|name| !is_mere_wording(name));
        let same = named.and_then(|name| {
            self.wordings.iter().find(|own| own.attribute.as_deref() == Some(name))
        });
        let plain =
            self.wordings.iter().filter(|own| own.attribute.as_deref().is_none_or(is_mere_wording));
        same.map_or_else(|| plain.collect(), |same| vec![same])
    }

    /// The variables of the value, sorted; one that an offset is taken from is counted as itself.
    pub(super) fn variables(&self) -> Vec<&str> {
        let mut names: Vec<_> = self
            .wordings
            .first()
            .into_iter()
            .flat_map(|wording| &wording.forms)
            .flat_map(|form| {
                let conditions = form.when.iter().map(|(name, _)| name.as_str());
                form.parts.iter().filter_map(Part::variable).chain(conditions)
            })
            .map(whole_name)
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Attributes `alt`, `alt1`, … are further wordings of one language that face the other language's value.
pub(super) fn is_mere_wording(attribute: &str) -> bool {
    attribute.strip_prefix("alt").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

/// One way to word a message: its value or one of its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wording {
    /// The attribute's name; `None` for the value.
    pub(super) attribute: Option<String>,
    /// The paths through its selectors; one without conditions where it has none.
    pub(super) forms: Vec<Form>,
}

/// A wording with every selector decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Form {
    /// The decisions: variable and key, in the order of the selectors.
    pub(super) when: Vec<(String, Key)>,
    /// Text and variables in order.
    pub(super) parts: Vec<Part>,
}

impl Form {
    /// Its text, with the variables in braces.
    pub(super) fn shown(&self) -> String {
        let piece = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Variable(name) => format!("{{{name}}}"),
        };
        self.parts.iter().map(piece).collect()
    }
}

/// The key of a selector's variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// `[0]`, `[1]`: exactly this number.
    Number(u64),
    /// `[one]`, `[few]`, `[none]`: a plural category or a word.
    Word(String),
    /// `[one]` in the sense of “1st”: a category of ordinal numbers.
    Ordinal(String),
    /// The plural form of this number in a gettext file, by the file's own rule.
    Index(Arc<Plural>, usize),
    /// The variant marked with an asterisk, whatever its name.
    Default,
}

/// A piece of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Letters that stand as they are.
    Text(String),
    /// A variable, by name.
    Variable(String),
}

impl Part {
    /// The variable's name.
    pub(super) fn variable(&self) -> Option<&str> {
        match self {
            Self::Variable(name) => Some(name),
            Self::Text(_) => None,
        }
    }
}

/// What may stand for a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits, grouped or not.
    Number,
    /// A name of a person, site or service: short, beginning with a capital, a digit or a sign.
    Name,
    /// A date or an hour: short, with a digit in it.
    Date,
    /// A title or the site's own words: one line of anything.
    Title,
    /// Categories or tags: short terms with commas between them.
    Terms,
    /// What a program's placeholder does not say: a number, a date or a name.
    Any,
}

impl Kind {
    /// The word in a comment.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Name => "Name",
            Self::Date => "Date",
            Self::Title => "Title",
            Self::Terms => "Terms",
            Self::Any => "Any",
        }
    }

    /// Reads the word in a comment such as `# $count (Number)`.
    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "Number" => Some(Self::Number),
            "Name" => Some(Self::Name),
            "Date" => Some(Self::Date),
            "Title" => Some(Self::Title),
            "Terms" => Some(Self::Terms),
            "Any" => Some(Self::Any),
            _ => None,
        }
    }
}
