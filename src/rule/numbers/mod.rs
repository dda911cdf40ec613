//! Do the numbers of a text and of its translation agree?
//!
//! Every numeral is read into what it may stand for: digits by the signs of the language, words, Roman numerals,
//! times, dates, measures. Numerals in digits that the other side holds in no form are reported; words only ever
//! account for digits, since « un », "first" or "both" come and go in any honest translation.
//! The tables are data files, one a language; a language without one has its digits read and nothing else.
//! The sign before a number, the currency behind it and the order of numbers are not looked at.

mod compare;
mod decimal;
mod digits;
mod draft;
mod lexer;
mod measures;
mod order;
mod read;
mod roman;
mod rows;
mod spoken;
mod tables;
mod tail;
mod value;
mod words;
mod writing;

#[cfg(test)]
mod tests;

use unic_langid::LanguageIdentifier;

use crate::text::Span;
use decimal::Decimal;
use draft::Numeral;

pub(crate) use order::{DateOrder, dates};

/// A numeral without its counterpart, or two that face each other and differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mismatch {
    /// The numeral in the source; `None` where the target's has no counterpart there.
    pub(crate) source: Option<Span>,
    /// The numeral in the target; `None` where the source's has no counterpart there.
    pub(crate) target: Option<Span>,
    /// What would stand in the target, as its language writes it, where both are bare digits.
    pub(crate) suggestion: Option<String>,
    amounts: (Option<Decimal>, Option<Decimal>),
}

impl Mismatch {
    fn new(source: Option<&Numeral>, target: Option<&Numeral>) -> Self {
        let span = |side: Option<&Numeral>| side.map(|numeral| numeral.span);
        let bare = |side: Option<&Numeral>| side.and_then(|numeral| numeral.bare.clone());
        Self {
            source: span(source),
            target: span(target),
            suggestion: None,
            amounts: (bare(source), bare(target)),
        }
    }
}

/// Where the numbers of a text and of its translation differ. The inert stretches of each are sorted and hold none.
pub(crate) fn compare(
    source: &str,
    source_lang: &LanguageIdentifier,
    source_inert: &[Span],
    target: &str,
    target_lang: &LanguageIdentifier,
    target_inert: &[Span],
) -> Vec<Mismatch> {
    let (source_table, target_table) = (tables::table(source_lang), tables::table(target_lang));
    let in_source = read::numerals(source, source_table, source_inert, !target_table.spoken);
    let in_target = read::numerals(target, target_table, target_inert, !source_table.spoken);
    let mut found = compare::compare(&in_source, source_table, &in_target, target_table);
    for mismatch in &mut found {
        if let (Some(expected), Some(_)) = &mismatch.amounts {
            mismatch.suggestion = writing::written(expected, target_table);
        }
    }
    found
}
