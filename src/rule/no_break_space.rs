//! `no-break-space`: a space beside punctuation that the locale does not want, or one that is lacking.
//!
//! What each locale wants is data; this file knows where a mark is punctuation at all: not in times, ratios,
//! addresses, paths, smileys and code. Each run of marks (`?!`) is looked at once, before its first.

use super::spacing::{SPACES, Spacing, beside};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::{Bitext, Paragraph};
use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::message::Message;
use crate::text::Span;

crate::messages! { MESSAGES;
    missing = "no-break-space-missing" (mark);
    odd = "no-break-space-odd" (mark);
    surplus = "no-break-space-surplus" (mark);
    digits = "no-break-space-digits" ();
    between_words = "no-break-space-between-words" ();
}

const META: RuleMeta = RuleMeta {
    code: "no-break-space",
    severity: Severity::Info,
    fix: FixAvailability::Always,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/no-break-space.md"),
    doc_fr: include_str!("../../docs/rules/fr/no-break-space.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct NoBreakSpace;

/// Space that should be another, or none, or that is lacking.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    /// What stands there now; empty where something is lacking.
    span: Span,
    /// What should stand there.
    wanted: Option<char>,
    message: Message,
}

impl Rule for NoBreakSpace {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for paragraph in &cx.bitext.paragraphs {
            let lang = cx.bitext.lang(paragraph.facing);
            let mut faults = between_words_of(&paragraph.passage.text);
            if let Some(spacing) = Spacing::of(lang) {
                faults.extend(faults_of(spacing, &paragraph.passage.text));
            }
            for fault in faults {
                if !paragraph.passage.is_aside(wide(fault.span)) {
                    report(cx.bitext, paragraph, fault, out);
                }
            }
        }
    }
}

/// A span with the character's place before and behind it, so that the edge of code counts as code.
fn wide(span: Span) -> Span {
    Span::of(span.range().start.saturating_sub(1), span.range().end + 1)
}

fn report(bitext: &Bitext, paragraph: &Paragraph, fault: Fault, out: &mut Sink) {
    let passage = &paragraph.passage;
    let text = fault.wanted.map(String::from).unwrap_or_default();
    let safe = fault.span.is_empty() || passage.map.is_verbatim(fault.span);
    let at = passage.locate(fault.span);
    // A place has to be seen: where a space is lacking, the mark beside it is pointed at.
    let seen = if fault.span.is_empty() { next(&passage.text, fault.span) } else { fault.span };
    let found = out.report_in(bitext, paragraph, seen, fault.message);
    let applicability = if safe { Applicability::Safe } else { Applicability::Unsafe };
    found.fix = Some(Fix { applicability, edits: vec![Edit { at, text }] });
}

/// The character that stands at an empty span.
fn next(text: &str, at: Span) -> Span {
    let start = at.range().start;
    let mark = text.get(start..).and_then(|rest| rest.chars().next());
    Span::of(start, start + mark.map_or(0, char::len_utf8))
}

fn faults_of(spacing: &Spacing, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, mark) in text.char_indices() {
        if mark.is_ascii_digit() {
            faults.extend(grouped(spacing, text, at));
            continue;
        }
        let wanted = [
            beside(&spacing.before, mark).filter(|_| is_punctuation(text, at, mark)),
            beside(&spacing.digits, mark).filter(|_| follows_digit(text, at)),
        ];
        if let Some(spaces) = wanted.into_iter().flatten().next() {
            faults.extend(fault(text, space_before(text, at), spaces, mark));
        }
        if let Some(spaces) = beside(&spacing.after, mark) {
            let end = at + mark.len_utf8();
            let rest = text.get(end..).unwrap_or_default();
            let span = Span::of(end, end + (rest.len() - rest.trim_start_matches(SPACES).len()));
            if span.range().end < text.len() {
                faults.extend(fault(text, span, spaces, mark));
            }
        }
    }
    faults
}

/// The space that ends at a byte.
fn space_before(text: &str, at: usize) -> Span {
    let before = text.get(..at).unwrap_or_default();
    Span::of(before.trim_end_matches(SPACES).len(), at)
}

/// What is wrong with a space, if anything is.
fn fault(text: &str, span: Span, spaces: &[char], mark: char) -> Option<Fault> {
    let found = span.slice(text);
    let mut chars = found.chars();
    let single = chars.next().filter(|_| chars.next().is_none());
    let right = match spaces {
        [] => found.is_empty(),
        _ => single.is_some_and(|c| spaces.contains(&c)),
    };
    if right {
        return None;
    }
    let mark = mark.to_string();
    let message = match (spaces, found) {
        ([], _) => surplus(mark),
        (_, "") => missing(mark),
        _ => odd(mark),
    };
    Some(Fault { span, wanted: spaces.first().copied(), message })
}

/// Marks of one run that are looked at.
const LONGEST_RUN: u32 = 32;

/// Is the mark punctuation of a sentence rather than part of a time, a ratio, an address, a path or a smiley?
///
/// It is the first of its run, stands behind a letter, a digit or closing punctuation (a space between them or none),
/// and is followed by a space, by closing punctuation or by the end.
fn is_punctuation(text: &str, at: usize, mark: char) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.trim_end_matches(SPACES);
    let Some(last) = word.chars().next_back() else { return false };
    if mark == '»' {
        return last != '«';
    }
    let touches = word.len() == before.len();
    if matches!(last, ':' | ';' | '!' | '?' | '…' | '.') && touches && mark != ':' {
        return false;
    }
    if !(last.is_alphanumeric() || is_closing(last) || matches!(last, '…' | '.' | '%' | '!' | '?'))
    {
        return false;
    }
    // An entity that was left as it is: `&nbsp;`
    if mark == ';' && touches && is_entity(word) {
        return false;
    }
    let rest = text.get(at..).unwrap_or_default();
    let mut behind = rest.chars().skip_while({
        // A run is looked along from each of its colons; nobody writes a longer one.
        let mut left = LONGEST_RUN;
        move |c| {
            left -= 1;
            left > 0 && matches!(c, ':' | ';' | '!' | '?')
        }
    });
    match behind.next() {
        None => true,
        // `:-)` and `: )` are smileys only where no word touches the mark.
        Some(')' | '(') => mark != ':' && mark != ';' || touches,
        Some(next) => next.is_whitespace() || is_closing(next),
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '”' | '’' | '"' | '\'' | '*' | '_')
}

/// Does a text end with the name of an HTML entity?
fn is_entity(text: &str) -> bool {
    let name = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.ends_with('&') && text.len() - name.len() <= 10
}

fn follows_digit(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.trim_end_matches(SPACES).ends_with(|c: char| c.is_ascii_digit())
}

/// `15 600 000` with spaces that may break: one to three digits and then groups of exactly three, not part of anything
/// longer (a telephone number, a date, a version). The run is looked at once, from its first digit.
fn grouped(spacing: &Spacing, text: &str, at: usize) -> Vec<Fault> {
    let Some(own) = spacing.digits.iter().find(|entry| entry.marks.is_empty()) else {
        return Vec::new();
    };
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | '-');
    if before_run(text, at).ends_with(joined) {
        return Vec::new();
    }
    let rest = text.get(at..).unwrap_or_default();
    let run: Vec<(usize, &str)> = groups(rest).collect();
    let end = run.last().map_or(0, |(start, group)| start + group.len());
    let free = !rest.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let well_formed = run.iter().enumerate().all(|(number, (_, group))| match number {
        0 => group.len() <= 3 && !group.starts_with('0'),
        _ => group.len() == 3,
    });
    if !free || !well_formed {
        return Vec::new();
    }
    let gaps = run.windows(2).filter_map(|two| {
        let [(start, group), (next, _)] = two else { return None };
        Some(Span::of(at + start + group.len(), at + next))
    });
    gaps.filter(|gap| !gap.slice(text).starts_with(|c| own.spaces.contains(&c)))
        .map(|span| Fault { span, wanted: own.spaces.first().copied(), message: digits() })
        .collect()
}

/// Groups of digits with one space between them, from the beginning of a text.
fn groups(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let space = if at == 0 {
            0
        } else {
            rest.chars().next().filter(|c| SPACES.contains(c))?.len_utf8()
        };
        let rest = rest.get(space..)?;
        let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let start = at + space;
        at = start + len;
        (len > 0).then(|| (start, rest.get(..len).unwrap_or_default()))
    })
}

/// What stands before a run of groups; a digit and a space before it make it part of a longer run, as a digit alone
/// does.
fn before_run(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let bare = before.strip_suffix(SPACES).unwrap_or(before);
    if bare.ends_with(|c: char| c.is_ascii_digit()) { bare } else { before }
}

/// No-break spaces between two words of running text, as editors of web pages leave them: between small letters of
/// words of three letters and more, where nothing has to be kept together.
fn between_words_of(text: &str) -> Vec<Fault> {
    let spaces = text.char_indices().filter(|(_, c)| matches!(c, '\u{A0}' | '\u{202F}'));
    spaces
        .filter(|(at, c)| {
            let (before, after) = (text.get(..*at), text.get(at + c.len_utf8()..));
            let small = |c: &char| c.is_lowercase();
            before.is_some_and(|text| text.chars().rev().take_while(small).take(3).count() == 3)
                && after.is_some_and(|text| text.chars().take_while(small).take(3).count() == 3)
        })
        .map(|(at, c)| Fault {
            span: Span::of(at, at + c.len_utf8()),
            wanted: Some(' '),
            message: between_words(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    fn mended(tag: &str, text: &str) -> String {
        let mut faults = between_words_of(text);
        faults.extend(faults_of(Spacing::of(&lang::parse(tag).unwrap()).unwrap(), text));
        faults.sort_by_key(|fault| fault.span);
        let mut out = text.to_owned();
        for fault in faults.iter().rev() {
            let new = fault.wanted.map(String::from).unwrap_or_default();
            out.replace_range(fault.span.range(), &new);
        }
        out
    }

    #[test]
    fn each_country_writes_french_in_its_own_way() {
        let text = "Il a dit: «Non!»; puis \u{AB} oui \u{BB} : pourquoi ?";
        let france = "Il a dit\u{A0}: «\u{A0}Non\u{202F}!\u{A0}»\u{202F}; puis «\u{A0}oui\u{A0}»\u{A0}: pourquoi\u{202F}?";
        assert_eq!(mended("fr-FR", text), france);
        let canada = "Il a dit\u{A0}: «\u{A0}Non!\u{A0}»; puis «\u{A0}oui\u{A0}»\u{A0}: pourquoi?";
        assert_eq!(mended("fr-CA", text), canada);
        let swiss = "Il a dit\u{202F}: «\u{202F}Non\u{202F}!\u{202F}»\u{202F}; puis «\u{202F}oui\u{202F}»\u{202F}: pourquoi\u{202F}?";
        assert_eq!(mended("fr-CH", text), swiss);
        assert_eq!(mended("en", "He said : no ! Why\u{A0}?"), "He said: no! Why?");
    }

    #[test]
    fn what_is_right_stays_and_mending_twice_changes_nothing() {
        for text in [
            "À 20:30, score 3:1, ratio 16:9.",
            "Voir C:\\temp et a::b, ou :-) et ;-) ou :) ici.",
            "Quoi\u{202F}?! Vraiment\u{202F}?… Oui.",
            "Quoi\u{A0}! Et «\u{A0}non\u{202F}»\u{A0}: voilà.",
            "Rock&nbsp;roll &amp; compagnie.",
            "Le 12 mars, salle 101, en 1998 200 personnes, 06 12 345 678.",
            "15\u{202F}600 soldats, soit 10\u{A0}%.",
            "(?) et [!] et …",
            "?",
            "«",
            "»",
            "M.\u{A0}Poutine, le 10\u{A0}janvier, et Louis\u{A0}XIV.",
        ] {
            assert_eq!(mended("fr", text), text);
        }
        let text =
            "Le coût: 15 600 000 euros soit 10% ! Et la\u{A0}suite du\u{A0}siège des\u{A0}chefs ?";
        let once = mended("fr", text);
        let wanted = "Le coût\u{A0}: 15\u{202F}600\u{202F}000 euros soit 10\u{A0}%\u{202F}! Et la\u{A0}suite du\u{A0}siège des chefs\u{202F}?";
        assert_eq!(once, wanted);
        assert_eq!(mended("fr", &once), once);
    }
}
