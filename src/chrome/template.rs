//! Matching a line against forms with variables.
//!
//! The line must be the form's own letters, in order, with something fitting for each variable between them.
//! Between two stretches of letters the leftmost fitting value is taken; the work on one line is bounded, so
//! that a line made to mislead the search costs no more than another.

use std::collections::BTreeMap;

use super::model::{Definition, Form, Kind, Part};
use super::normal::{Normal, VARIABLE, is_wordlike};
use super::value::{Room, Value, admits};

/// Fewest letters that a form must have of its own.
const LETTERS: usize = 2;
/// Most places at which one form is tried on one line.
const STEPS: u32 = 4096;
/// Longest value, in comparable characters.
const LONGEST_VALUE: usize = 300;

/// Most words that may follow a label without a sign between them, where the line ends with a full stop.
const WORDS: usize = 3;

fn ends_a_sentence(normal: &Normal) -> bool {
    normal.ornaments().1.iter().any(|c| matches!(c, '.' | '!' | '?'))
}

/// A form made ready for matching.
#[derive(Debug, Clone)]
pub(super) struct Template {
    /// One more than there are variables.
    literals: Vec<Vec<char>>,
    variables: Vec<(String, Kind)>,
    /// The letters and digits in all the literals.
    pub(super) letters: usize,
    /// Does it end like a sentence itself?
    closed: bool,
}

impl Template {
    /// Makes a form ready; `None` where it cannot be matched: no variable, no letters, or two variables in a row.
    pub(super) fn of(form: &Form, definition: &Definition) -> Option<Self> {
        let mut variables = Vec::new();
        let mut text = String::new();
        for part in &form.parts {
            match part {
                Part::Text(own) => text.push_str(own),
                Part::Variable(name) => {
                    text.push(VARIABLE);
                    variables.push((
                        name.clone(),
                        definition.kinds.get(name).copied().unwrap_or(Kind::Name),
                    ));
                }
            }
        }
        let normal = Normal::of(&text)?;
        let literals: Vec<_> =
            normal.core().split(|c| *c == VARIABLE).map(<[char]>::to_vec).collect();
        let letters = literals.iter().flatten().filter(|c| is_wordlike(**c)).count();
        let inner = literals.get(1..literals.len().saturating_sub(1)).unwrap_or_default();
        let sound = !variables.is_empty()
            && literals.len() == variables.len() + 1
            && letters >= LETTERS
            && inner.iter().all(|literal| !literal.is_empty());
        let closed = ends_a_sentence(&normal);
        sound.then_some(Self { literals, variables, letters, closed })
    }

    /// The values of the variables, where the line is this form.
    pub(super) fn matches(&self, line: &str, normal: &Normal) -> Option<BTreeMap<String, Value>> {
        let core = normal.core();
        let first = self.literals.first()?;
        let last = self.literals.last()?;
        if !core.starts_with(first)
            || !core.ends_with(last)
            || core.len() < first.len() + last.len()
        {
            return None;
        }
        if !self.closed && last.is_empty() && ends_a_sentence(normal) && self.is_swallowing(core) {
            return None;
        }
        let mut search = Search { template: self, line, normal, steps: STEPS, values: Vec::new() };
        search.from(0, first.len()).then(|| {
            let names = self.variables.iter().map(|(name, _)| name.clone());
            names.zip(search.values).collect()
        })
    }

    /// For a form with one variable: the literals before and behind it.
    pub(super) fn around(&self) -> Option<(&[char], &[char], &str, Kind)> {
        match (self.literals.as_slice(), self.variables.as_slice()) {
            ([before, after], [(name, kind)]) => Some((before, after, name, *kind)),
            _ => None,
        }
    }

    /// Does the last variable, with no sign before it, take more words than a title beside a label has?
    fn is_swallowing(&self, core: &[char]) -> bool {
        let last = self.variables.len().saturating_sub(1);
        let words = core.split(|c| *c == ' ').count();
        let own = self.literals.iter().flat_map(|literal| literal.split(|c| *c == ' ')).count();
        !self.marked(last) && words > own + WORDS
    }

    fn marked(&self, variable: usize) -> bool {
        let before = self.literals.get(variable).map_or(&[][..], Vec::as_slice);
        match before {
            [.., ':' | '"'] => true,
            // An apostrophe behind a letter is none; one at the beginning or behind a sign opens a quotation.
            [.., other, '\''] if is_wordlike(*other) => false,
            [.., '\''] => {
                self.literals.get(variable + 1).is_some_and(|after| after.first() == Some(&'\''))
            }
            _ => false,
        }
    }

    fn room(&self, variable: usize) -> Room {
        let lettered = |literal: Option<&Vec<char>>| {
            literal.is_some_and(|literal| literal.iter().any(|c| c.is_alphabetic()))
        };
        let enclosed =
            lettered(self.literals.get(variable)) && lettered(self.literals.get(variable + 1));
        Room { letters: self.letters, marked: self.marked(variable), enclosed }
    }
}

/// Does a value hold a quotation mark without its fellow? It then reaches out of a quotation or into one.
fn has_stray_quote(value: &[char]) -> bool {
    value.iter().filter(|c| **c == '"').count() % 2 == 1
}

struct Search<'a> {
    template: &'a Template,
    line: &'a str,
    normal: &'a Normal,
    steps: u32,
    values: Vec<Value>,
}

impl Search<'_> {
    /// Finds values for the variables from `variable` on, the first of which begins at `at`.
    fn from(&mut self, variable: usize, at: usize) -> bool {
        let template = self.template;
        let Some(next) = template.literals.get(variable + 1) else { return true };
        let core = self.normal.core();
        let end = core.len() - next.len().min(core.len());
        let is_last = variable + 1 == template.variables.len();
        let first = if is_last { end } else { at + 1 };
        let last = end.min(at.saturating_add(LONGEST_VALUE));
        for stop in first..=last {
            let fits = core.get(stop..).is_some_and(|rest| rest.starts_with(next));
            if !fits {
                continue;
            }
            let Some(left) = self.steps.checked_sub(1) else { return false };
            self.steps = left;
            let Some(value) = self.value(variable, at, stop) else { continue };
            let known = self.values.len();
            self.values.push(value);
            if self.from(variable + 1, stop + next.len()) {
                return true;
            }
            self.values.truncate(known);
        }
        false
    }

    /// What stands between two literals, where it may stand for the variable and touches no letter of theirs.
    fn value(&self, variable: usize, at: usize, stop: usize) -> Option<Value> {
        let template = self.template;
        let core = self.normal.core();
        let before = template.literals.get(variable).and_then(|literal| literal.last());
        let after = template.literals.get(variable + 1).and_then(|literal| literal.first());
        let (mut from, mut to) = (at, stop);
        if core.get(from) == Some(&' ') {
            from += 1;
        } else if touches(before, core.get(from)) {
            return None;
        }
        if to > from && core.get(to - 1) == Some(&' ') {
            to -= 1;
        } else if touches(after, to.checked_sub(1).and_then(|index| core.get(index))) {
            return None;
        }
        if from >= to {
            return None;
        }
        let text = self.normal.span(from, to).slice(self.line);
        let (_, kind) = template.variables.get(variable)?;
        let sound = !has_stray_quote(core.get(from..to).unwrap_or_default());
        (sound && admits(*kind, text, template.room(variable))).then(|| Value::read(text))
    }
}

fn touches(literal: Option<&char>, value: Option<&char>) -> bool {
    literal.is_some_and(|c| is_wordlike(*c)) && value.is_some_and(|c| is_wordlike(*c))
}
