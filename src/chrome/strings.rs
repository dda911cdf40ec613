//! Texts of a program's catalogue (gettext, JSON) as definitions, with their plural forms and placeholders.

use std::collections::BTreeMap;

use super::icu;
use super::model::{Definition, Form, Key, Kind, Part, State, Wording};
use super::placeholders::{Cut, Notation, cut_as};
use crate::text::Location;

/// Most variables of one form.
const VARIABLES: usize = 6;

/// What several texts of one message come to.
pub(super) struct Strings {
    forms: Vec<Form>,
    pub(super) kinds: BTreeMap<String, Kind>,
    hidden: Vec<String>,
    /// Is something said at all, if only markup or a space?
    said: bool,
    /// Is one not understood, or does it have more variables than are matched? It is then of no use for pairing.
    pub(super) unfit: bool,
}

impl Strings {
    /// One text.
    pub(super) fn plain(text: &str, notation: Notation) -> Self {
        Self::counted(vec![(None, text)], "", notation)
    }

    /// A text for each key of the plural on the variable `count`.
    pub(super) fn counted(
        texts: Vec<(Option<Key>, &str)>,
        count: &str,
        notation: Notation,
    ) -> Self {
        let mut out = Self::none();
        for (key, text) in texts {
            out.said |= !text.is_empty();
            let Cut { parts, kinds, hidden, icu, .. } = cut_as(text, notation);
            out.unfit |= icu;
            out.kinds.extend(kinds);
            out.hidden.extend(hidden);
            if key.is_some() {
                out.kinds.insert(count.to_owned(), Kind::Number);
            }
            let when = key.map(|key| vec![(count.to_owned(), key)]).unwrap_or_default();
            out.form(Form { when, parts });
        }
        out.finished()
    }

    /// A text in ICU's notation; unfit where it is not well formed or too large.
    pub(super) fn icu(text: &str) -> Self {
        let mut out = Self { said: !text.is_empty(), ..Self::none() };
        match icu::read(text) {
            Some(read) => {
                out.kinds = read.kinds;
                out.hidden = read.hidden;
                for form in read.forms {
                    out.form(form);
                }
            }
            None => out.unfit = true,
        }
        out.finished()
    }

    fn none() -> Self {
        let (forms, kinds) = (Vec::new(), BTreeMap::new());
        Self { forms, kinds, hidden: Vec::new(), said: false, unfit: false }
    }

    fn form(&mut self, form: Form) {
        let shown = form.parts.iter().filter(|part| part.variable().is_some()).count();
        self.unfit |= shown > VARIABLES;
        self.forms.push(Form { when: form.when, parts: tidy(form.parts) });
    }

    fn finished(mut self) -> Self {
        self.hidden.sort_unstable();
        self.hidden.dedup();
        self
    }

    /// The definition, open where nothing is said.
    pub(super) fn define(self, layer: u32, at: Option<Location>, state: State) -> Definition {
        let Self { forms, kinds, hidden, said, unfit } = self;
        let state = match state {
            State::Ready if unfit => State::Unfit,
            State::Ready if !said => State::Open,
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
pub(super) fn counter(text: &str, notation: Notation) -> String {
    let found = cut_as(text, notation);
    let variables: Vec<&str> = found.parts.iter().filter_map(Part::variable).collect();
    let number = variables.iter().find(|name| found.kinds.get(**name) == Some(&Kind::Number));
    let only = match variables.as_slice() {
        [only] => Some(only),
        named => named.iter().find(|name| name.contains("count") || name.contains("num")),
    };
    number.or(only).map_or_else(|| "n".to_owned(), |name| (*name).to_owned())
}
