//! Texts of a program's catalogue (gettext, JSON) as definitions, with their plural forms and placeholders.

use std::collections::BTreeMap;

use super::model::{Definition, Form, Key, Kind, Part, State, Wording};
use super::placeholders::{Cut, cut};
use crate::text::Location;

/// Most variables of one form.
const VARIABLES: usize = 6;

/// What several texts of one message come to.
pub(super) struct Strings {
    forms: Vec<Form>,
    kinds: BTreeMap<String, Kind>,
    hidden: Vec<String>,
    /// Does one hold ICU's own plural, or more variables than are matched? It is then of no use for pairing.
    pub(super) unfit: bool,
}

impl Strings {
    /// One text.
    pub(super) fn plain(text: &str) -> Self {
        Self::counted(vec![(None, text)], "")
    }

    /// A text for each key of the plural on the variable `count`.
    pub(super) fn counted(texts: Vec<(Option<Key>, &str)>, count: &str) -> Self {
        let (forms, kinds) = (Vec::new(), BTreeMap::new());
        let mut out = Self { forms, kinds, hidden: Vec::new(), unfit: false };
        for (key, text) in texts {
            let Cut { parts, kinds, hidden, icu, .. } = cut(text);
            let shown = parts.iter().filter(|part| part.variable().is_some()).count();
            out.unfit |= icu || shown > VARIABLES;
            out.kinds.extend(kinds);
            out.hidden.extend(hidden);
            if key.is_some() {
                out.kinds.insert(count.to_owned(), Kind::Number);
            }
            let when = key.map(|key| vec![(count.to_owned(), key)]).unwrap_or_default();
            out.forms.push(Form { when, parts: tidy(parts) });
        }
        out.hidden.sort_unstable();
        out.hidden.dedup();
        out
    }

    /// The definition, open where nothing is said.
    pub(super) fn define(self, layer: u32, at: Option<Location>, state: State) -> Definition {
        let Self { forms, kinds, hidden, unfit } = self;
        let empty = forms.iter().all(|form| form.parts.is_empty());
        let state = match state {
            State::Ready if empty => State::Open,
            State::Ready if unfit => State::Unfit,
            own => own,
        };
        let wordings = vec![Wording { attribute: None, forms }];
        Definition { state, hidden, ..Definition::ready(wordings, kinds, layer, at) }
    }
}

/// White space as a reader sees it: in one piece, none at the ends.
fn tidy(parts: Vec<Part>) -> Vec<Part> {
    let last = parts.len().saturating_sub(1);
    let own = parts.into_iter().enumerate().map(|(number, part)| match part {
        Part::Text(text) => {
            let text = collapse(&text);
            let text = if number == 0 { text.trim_start_matches(' ') } else { &text };
            let text = if number == last { text.trim_end_matches(' ') } else { text };
            Part::Text(text.to_owned())
        }
        variable @ Part::Variable(_) => variable,
    });
    own.filter(|part| !matches!(part, Part::Text(text) if text.is_empty())).collect()
}

fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = matches!(c, ' ' | '\n' | '\r' | '\t');
        if !blank {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// The variable that a plural is about: the first that takes a number, else the only one there is.
pub(super) fn counter(text: &str) -> String {
    let found = cut(text);
    let variables: Vec<&str> = found.parts.iter().filter_map(Part::variable).collect();
    let number = variables.iter().find(|name| found.kinds.get(**name) == Some(&Kind::Number));
    let only = match variables.as_slice() {
        [only] => Some(only),
        named => named.iter().find(|name| name.contains("count") || name.contains("num")),
    };
    number.or(only).map_or_else(|| "n".to_owned(), |name| (*name).to_owned())
}
