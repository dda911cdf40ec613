//! `unbalanced`: a bracket or a quotation mark without its counterpart in the paragraph.
//!
//! Straight quotation marks are counted, for they do not say whether they open or close. Left alone are the
//! brackets of enumerations, of smileys, inches behind numbers, single quotation marks (they are apostrophes too), and a
//! quotation that goes on in the next paragraph, which opens with the same mark again, and units of bilingual files that
//! were cut inside a quotation, which shows on both sides.

use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::{Bitext, Form, Paragraph};
use crate::diagnostic::Severity;
use crate::document::Kind;
use crate::text::Span;

crate::messages! { MESSAGES;
    open = "unbalanced-open" (mark, counterpart);
    closed = "unbalanced-closed" (mark, counterpart);
    straight = "unbalanced-straight" (mark);
}

const META: RuleMeta = RuleMeta {
    code: "unbalanced",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/unbalanced.md"),
    doc_fr: include_str!("../../docs/rules/fr/unbalanced.md"),
    messages: MESSAGES,
};

/// Opening marks with those that may close them: `„` and `»` are used in both roles by different languages.
const PAIRS: &[(char, &[char])] =
    &[('(', &[')']), ('[', &[']']), ('«', &['»']), ('“', &['”']), ('„', &['“', '”'])];

/// Most marks that may stand open at once; a text that opens more is no prose.
const DEEPEST: usize = 64;

#[derive(Debug)]
pub(super) struct Unbalanced;

/// A mark without its counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Open(usize, char),
    Closed(usize, char),
    Straight(usize),
}

impl Rule for Unbalanced {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        let paragraphs = &cx.bitext.paragraphs;
        for (at, paragraph) in paragraphs.iter().enumerate() {
            if paragraph.kind == Kind::Code || is_cut_on_both_sides(cx.bitext, paragraph) {
                continue;
            }
            let next = paragraphs.get(at + 1).filter(|next| next.facing == paragraph.facing);
            let text = &paragraph.passage.text;
            let goes_on = |mark| next.is_some_and(|next| begins_with(next, mark));
            for fault in faults(text, |at| paragraph.passage.is_inert(Span::of(at, at + 1))) {
                let (place, mark, message) = match fault {
                    Fault::Open(_, mark) if goes_on(mark) => continue,
                    Fault::Open(place, mark) => {
                        (place, mark, open(mark.to_string(), counterpart(mark)))
                    }
                    Fault::Closed(place, mark) => {
                        (place, mark, closed(mark.to_string(), counterpart(mark)))
                    }
                    Fault::Straight(_) if goes_on('"') => continue,
                    Fault::Straight(place) => (place, '"', straight("\"")),
                };
                // A unit may be cut inside a quotation in one language and not in the other.
                if cx.bitext.form == Form::Exchange && !matches!(mark, '(' | ')' | '[' | ']') {
                    continue;
                }
                let span = Span::of(place, place + mark.len_utf8());
                out.report_in(cx.bitext, paragraph, span, message);
            }
        }
    }
}

/// Are marks open or closed on both sides of a unit of a bilingual file? Then the unit was cut from a longer text, and
/// the counterparts stand in its neighbours.
fn is_cut_on_both_sides(bitext: &Bitext, paragraph: &Paragraph) -> bool {
    let unit = bitext.units.get(paragraph.units.start).filter(|_| bitext.form == Form::Exchange);
    unit.is_some_and(|unit| {
        [unit.source_text(), unit.target_text()]
            .iter()
            .all(|text| !faults(text, |_| false).is_empty())
    })
}

fn begins_with(paragraph: &Paragraph, mark: char) -> bool {
    paragraph.passage.text.trim_start().starts_with(mark)
}

fn counterpart(mark: char) -> String {
    let opening = PAIRS.iter().find(|(_, closing)| closing.contains(&mark));
    let closing = PAIRS.iter().find(|(opening, _)| *opening == mark);
    closing
        .and_then(|(_, closing)| closing.first())
        .or(opening.map(|(mark, _)| mark))
        .unwrap_or(&mark)
        .to_string()
}

/// The marks without counterpart, in order; those at places that are no prose are stepped over.
fn faults(text: &str, skip: impl Fn(usize) -> bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut straight: Option<usize> = None;
    for (at, mark) in text.char_indices() {
        if mark == '"' {
            if !skip(at) && (straight.is_some() || !follows_digit(text, at)) {
                straight = if straight.is_some() { None } else { Some(at) };
            }
            continue;
        }
        if !is_mark(mark) || skip(at) || is_smiley(text, at) {
            continue;
        }
        // “ opens in English and closes what „ opened in German.
        let closes = open.iter().rposition(|(_, other)| closing_of(*other).contains(&mark));
        match closes {
            Some(found) => {
                faults.extend(open.drain(found..).skip(1).map(|(at, mark)| Fault::Open(at, mark)));
            }
            None if PAIRS.iter().any(|(opening, _)| *opening == mark) => {
                if open.len() == DEEPEST {
                    return Vec::new();
                }
                open.push((at, mark));
            }
            None if is_enumerator(text, at, mark) => {}
            None => faults.push(Fault::Closed(at, mark)),
        }
    }
    faults.extend(open.into_iter().map(|(at, mark)| Fault::Open(at, mark)));
    faults.extend(straight.map(Fault::Straight));
    faults.sort_by_key(|fault| match fault {
        Fault::Open(at, _) | Fault::Closed(at, _) | Fault::Straight(at) => *at,
    });
    faults
}

fn is_mark(c: char) -> bool {
    PAIRS.iter().any(|(opening, closing)| *opening == c || closing.contains(&c))
}

fn closing_of(mark: char) -> &'static [char] {
    PAIRS.iter().find(|(opening, _)| *opening == mark).map_or(&[], |(_, closing)| closing)
}

/// `5" pipe`: a mark behind a digit that closes nothing stands for inches.
fn follows_digit(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

/// `:)`, `;-(`, `:]`.
fn is_smiley(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let eyes = before.strip_suffix('-').unwrap_or(before);
    let face = eyes.strip_suffix([':', ';', '=']);
    face.is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
}

/// `a)`, `1)`, `iv)`, `12]` at the beginning of the text or behind a space: the item of an enumeration.
fn is_enumerator(text: &str, at: usize, mark: char) -> bool {
    if !matches!(mark, ')' | ']') {
        return false;
    }
    let before = text.get(..at).unwrap_or_default();
    let word = before.chars().rev().take(5).take_while(|c| !c.is_whitespace());
    let word: String = word.collect();
    let short = (1..=4).contains(&word.chars().count());
    let number = word.chars().all(|c| c.is_ascii_digit());
    let roman = word.chars().all(|c| "ivxlcIVXLC".contains(c));
    let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    short && (number || roman || letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> String {
        let mark = |fault| match fault {
            Fault::Open(_, mark) | Fault::Closed(_, mark) => mark,
            Fault::Straight(_) => '"',
        };
        faults(text, |_| false).into_iter().map(mark).collect()
    }

    #[test]
    fn what_is_open_or_closed_alone_is_found() {
        assert_eq!(marks("He (the marshal left."), "(");
        assert_eq!(marks("He left) at once."), ")");
        assert_eq!(marks("« Oui (non » dit-il)."), "()");
        assert_eq!(marks("He said \"yes."), "\"");
        assert_eq!(marks("A “first and „zweite“."), "“");
        assert_eq!(marks("]"), "]");
    }

    #[test]
    fn what_only_looks_alone_is_left() {
        for text in [
            "",
            "(a) One [two] « trois » “four” „fünf“ „six” (nested [inner])",
            "a) one, b) two, 3) three, iv) four",
            "It works :) or ;-( or :]",
            "A 5\" pipe and a \"5\" of them",
            "She said \"no\" and \"yes\".",
        ] {
            assert_eq!(marks(text), "", "{text}");
        }
    }

    #[test]
    fn a_million_brackets_take_no_time() {
        assert_eq!(faults(&"(".repeat(1_000_000), |_| false), []);
        assert_eq!(faults(&"()".repeat(500_000), |_| false), []);
        assert_eq!(faults(&")".repeat(1000), |_| false).len(), 1000);
    }
}
