//! What every format does with the forms it reads: whether one can be found in a text at all, whether a regular
//! expression compiles, which forms are acronyms, and the ids of concepts that have none.

use std::collections::HashMap;

use regex_syntax::ast::ErrorKind;

use crate::text::{Span, fold_diacritics, is_word_char, words};

use super::{Concept, TermRole};

/// Bytes that a regular expression takes at most when it is compiled to match in any case; enough for some thousand
/// words, and little enough that a glossary of expressions fits into memory.
pub const REGEX_SIZE: usize = 2 << 20;

/// Words and signs of a form at most. What is longer is no term, and matching it would cost the square of a text.
pub const MOST_WORDS: usize = 100;

/// Has the form more words and signs than are looked for?
pub(super) fn is_too_long(form: &str) -> bool {
    let signs = form.chars().filter(|c| !is_word_char(*c) && !is_between(*c)).count();
    words(form).count() + signs > MOST_WORDS
}

/// White space, hyphens and apostrophes separate words and are no signs.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '\'' | '\u{2010}' | '\u{2011}' | '\u{2018}' | '\u{2019}' | '\u{AD}')
}

/// The first character of a form that no text holds: a control character, or what stands for undecodable bytes.
pub(super) fn bad_character(form: &str) -> Option<char> {
    form.chars().find(|c| *c == '\u{FFFD}' || c.is_control())
}

/// Full form, or acronym: all in capitals (digits and points apart), at most eight letters, no space.
pub(super) fn role(form: &str) -> TermRole {
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    let plain = form.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '.');
    if plain && (2..=8).contains(&letters) { TermRole::Acronym } else { TermRole::Full }
}

/// Why a regular expression does not compile, as a word that the message explains, with the place in it.
pub(super) fn regex_fault(pattern: &str) -> Option<(&'static str, Option<Span>)> {
    if let Err(error) = regex_syntax::ast::parse::Parser::new().parse(pattern) {
        let span = error.span();
        return Some((
            regex_word(error.kind()),
            Some(Span::of(span.start.offset, span.end.offset)),
        ));
    }
    let mut builder = regex::RegexBuilder::new(pattern);
    match builder.case_insensitive(true).size_limit(REGEX_SIZE).build() {
        Ok(_) => None,
        Err(regex::Error::CompiledTooBig(_)) => Some(("too-big", None)),
        Err(_) => Some(("other", None)),
    }
}

fn regex_word(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::GroupUnclosed | ErrorKind::GroupNameUnexpectedEof => "open-group",
        ErrorKind::GroupUnopened => "closed-group",
        ErrorKind::ClassUnclosed => "open-class",
        ErrorKind::RepetitionMissing => "nothing-repeated",
        ErrorKind::RepetitionCountInvalid
        | ErrorKind::RepetitionCountDecimalEmpty
        | ErrorKind::RepetitionCountUnclosed
        | ErrorKind::DecimalInvalid => "bad-count",
        ErrorKind::EscapeUnexpectedEof | ErrorKind::EscapeUnrecognized => "bad-escape",
        ErrorKind::UnsupportedBackreference | ErrorKind::UnsupportedLookAround => "unsupported",
        ErrorKind::NestLimitExceeded(_) => "too-big",
        _ => "other",
    }
}

/// Gives an id to every concept that has none: its first term in plain letters, with `-2`, `-3` for repetitions.
pub(super) fn name_concepts(concepts: &mut [Concept]) {
    // A hash map, for look-ups only: a glossary has tens of thousands of ids.
    let mut used: HashMap<String, u32> = HashMap::with_capacity(concepts.len());
    for concept in concepts.iter().filter(|concept| !concept.id.is_empty()) {
        used.insert(concept.id.clone(), 1);
    }
    for concept in concepts.iter_mut().filter(|concept| concept.id.is_empty()) {
        let base = slug(concept.terms.first().map_or("", |term| term.form.as_str()));
        let mut id = base.clone();
        while used.contains_key(&id) {
            let count = used.entry(base.clone()).or_insert(1);
            *count += 1;
            id = format!("{base}-{count}");
        }
        used.insert(id.clone(), 1);
        concept.id = id;
    }
}

/// Bytes after which a slug ends with the word at hand.
const LONG_SLUG: usize = 40;

fn slug(form: &str) -> String {
    let mut out = String::with_capacity(form.len());
    for c in fold_diacritics(form).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if out.len() >= LONG_SLUG {
            break;
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    if out.is_empty() { "concept".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_short_and_all_in_capitals() {
        for acronym in ["GNA", "U.N.", "G20UE", "ÉTA"] {
            assert_eq!(role(acronym), TermRole::Acronym, "{acronym}");
        }
        for full in ["Libya", "A", "2014", "HAUT CONSEIL", "GOUVERNEMENT", ""] {
            assert_eq!(role(full), TermRole::Full, "{full}");
        }
    }

    #[test]
    fn regular_expressions_are_held_to_the_engine() {
        assert_eq!(regex_fault(r"missiles?\b"), None);
        assert_eq!(regex_fault("a(b"), Some(("open-group", Some(Span::of(1, 2)))));
        assert_eq!(regex_fault("é*)").map(|fault| fault.0), Some("closed-group"));
        assert_eq!(regex_fault("(?=a)").map(|fault| fault.0), Some("unsupported"));
        assert_eq!(regex_fault(r"(\w{1000}){1000}").map(|fault| fault.0), Some("too-big"));
        let nested = "(".repeat(100_000) + &")".repeat(100_000);
        assert_eq!(regex_fault(&nested).map(|fault| fault.0), Some("too-big"));
    }

    #[test]
    fn slugs_are_plain_letters() {
        assert_eq!(slug("L’Armée nationale (Libye) "), "l-armee-nationale-libye");
        assert_eq!(slug("—"), "concept");
    }
}
