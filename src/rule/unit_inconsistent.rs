//! `unit-inconsistent`: the same source stands with different translations in a project, or the reverse.
//!
//! Texts are compared word by word, without regard to capitals, accents and signs, so that only other words count; a question
//! and a statement of the same words are two texts, for they are rightly rendered in two ways. Units of a word are
//! left alone: a label, a name, a yes stand for different things in different places. So is the site's chrome, which
//! the catalogue holds together. The reverse (different sources under one translation) needs a word more, because
//! languages often have one short phrase for two.

use std::collections::{BTreeMap, BTreeSet};

use super::options::Options;
use super::sink::{Spot, excerpt};
use super::{
    Context, FixAvailability, OptionError, ProjectRule, RuleMeta, RuleOptions, Sink, Survey,
};
use crate::bitext::{Form, Unit};
use crate::diagnostic::Severity;
use crate::text::{Location, Span, fold_diacritics, words};

crate::messages! { MESSAGES;
    other_target = "unit-inconsistent-target" (other);
    other_source = "unit-inconsistent-source" (other);
}

const META: RuleMeta = RuleMeta {
    code: "unit-inconsistent",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/unit-inconsistent.md"),
    doc_fr: include_str!("../../docs/rules/fr/unit-inconsistent.md"),
    messages: MESSAGES,
};

/// Characters of the other text that a message quotes.
const QUOTED: usize = 60;

#[derive(Debug)]
pub(super) struct UnitInconsistent {
    /// Fewest words of a source that is compared.
    least: usize,
}

impl UnitInconsistent {
    /// The rule with its options.
    pub(super) fn new(options: &RuleOptions) -> Result<Self, OptionError> {
        let own = Options::new(META.code, options, &["least-words"])?;
        Ok(Self { least: own.number("least-words", 2, 1..=100)? })
    }
}

impl ProjectRule for UnitInconsistent {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn survey(&self) -> Box<dyn Survey> {
        Box::new(Seen { least: self.least, units: Vec::new() })
    }
}

/// The units of a run.
#[derive(Debug)]
struct Seen {
    least: usize,
    units: Vec<Row>,
}

/// What is kept of a unit.
#[derive(Debug)]
struct Row {
    /// Languages and words, made plain.
    source: String,
    target: String,
    /// Words of each side.
    count: (usize, usize),
    spot: Spot,
    at: Location,
    /// The beginning of each text as it stands there.
    quotes: (String, String),
}

impl Survey for Seen {
    fn collect(&mut self, cx: &Context<'_>) {
        if cx.bitext.form == Form::Alone {
            return;
        }
        let langs = format!("{} {} ", cx.bitext.source_lang, cx.bitext.target_lang);
        for (unit, _) in cx.translated() {
            self.units.extend(row(unit, &langs, self.least));
        }
    }

    fn conclude(self: Box<Self>, out: &mut Sink) {
        let all = || self.units.iter();
        let forward = all().map(|row| (row.source.as_str(), row.target.as_str(), row));
        for (row, other) in odd_ones(forward) {
            report(row, other, other_target(&other.quotes.1), out);
        }
        let long = |row: &&Row| row.count.0 > self.least && row.count.1 > self.least;
        let back = all().filter(long).map(|row| (row.target.as_str(), row.source.as_str(), row));
        for (row, other) in odd_ones(back) {
            report(row, other, other_source(&other.quotes.0), out);
        }
    }
}

fn report(row: &Row, other: &Row, message: crate::message::Message, out: &mut Sink) {
    out.report_at(&row.spot, message).related.push(super::label(other.at));
}

fn row(unit: &Unit, langs: &str, least: usize) -> Option<Row> {
    let (own, other) = (unit.source_text(), unit.target_text());
    let (source, from) = plain(own);
    let (target, to) = plain(other);
    if from < least || to == 0 {
        return None;
    }
    let passage = unit.target_passage()?;
    let whole = Span::of(0, other.len());
    let at = passage.locate(whole);
    let spot = Spot {
        unit: unit.id.clone(),
        at,
        source: Some(excerpt(own, Span::of(0, own.len()))),
        target: Some(excerpt(other, whole)),
        concept: None,
    };
    let quotes = (quote(own), quote(other));
    let (source, target) = (format!("{langs}{source}"), format!("{langs}{target}"));
    Some(Row { source, target, count: (from, to), spot, at, quotes })
}

/// The words of a text, made plain, with the sign that says what kind of sentence it is; and how many have letters.
fn plain(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    for word in words(text) {
        count += usize::from(word.text.chars().any(char::is_alphabetic));
        out.push_str(&fold_diacritics(word.text));
        out.push(' ');
    }
    let end =
        text.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '!' | ':'));
    out.extend(end.chars().next_back().filter(|c| matches!(c, '?' | '!' | ':')));
    (out, count)
}

fn quote(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// The rows that differ from most of those with the same key, each with the first row that is as most are. Where
/// several are as frequent, the first is the one to go by.
fn odd_ones<'r>(
    rows: impl Iterator<Item = (&'r str, &'r str, &'r Row)>,
) -> Vec<(&'r Row, &'r Row)> {
    let mut groups: BTreeMap<&str, Vec<(&str, &Row)>> = BTreeMap::new();
    for (key, value, row) in rows {
        groups.entry(key).or_default().push((value, row));
    }
    let mut found = Vec::new();
    for group in groups.values() {
        let distinct: BTreeSet<&str> = group.iter().map(|(value, _)| *value).collect();
        if distinct.len() < 2 {
            continue;
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (value, _) in group {
            *counts.entry(value).or_default() += 1;
        }
        let most = counts.values().copied().max().unwrap_or_default();
        let usual = group.iter().find(|(value, _)| counts.get(value) == Some(&most));
        let Some((usual, first)) = usual else { continue };
        found.extend(
            group.iter().filter(|(value, _)| value != usual).map(|(_, row)| (*row, *first)),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_signs_do_not_count_and_a_question_does() {
        assert_eq!(plain("Stop it, NOW."), plain("stop it now"));
        assert_eq!(plain("À FERMER"), plain("a fermer"));
        assert_ne!(plain("You know.").0, plain("You know?").0);
        assert_eq!(plain("Room 12 — B").1, 2);
        assert_eq!(plain("«…»"), (String::new(), 0));
    }

    #[test]
    fn a_long_text_is_quoted_in_part() {
        assert_eq!(quote("court"), "court");
        assert_eq!(quote(&"é ".repeat(80)).chars().count(), QUOTED);
    }
}
