//! Acronyms of running text and the long forms beside them: `Long Form (ABC)` and `ABC (Long Form)`.
//!
//! What needs no glossary is told here, so that rules and the extraction of terms agree on what an acronym is and on
//! which words spell it: letters in capitals, and words whose initials are those letters, small words skipped. That
//! is the letter matching of Schwartz and Hearst 2003, on initials only: inner letters pass too many asides.

use super::{Span, Word, fold_diacritics, words};

/// Fewest and most letters of an acronym.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// Words before a parenthesis that may belong to a long form, beyond the acronym's letters.
const SPARE_WORDS: usize = 6;

/// Longest long form in parentheses, in characters.
const LONGEST: usize = 200;

/// Words up to this many letters (of, de, the, des) may stand in a long form without a letter in the acronym.
pub(crate) const SMALL_WORD: usize = 3;

/// The acronyms of a text, in order; none where capitals say nothing, because somebody shouts, and none of the names
/// that are said as they stand, with their number.
pub(crate) fn acronyms(text: &str) -> impl Iterator<Item = Word<'_>> {
    let shouted = is_shouted(text);
    let mut loud = loud_places(text).into_iter().peekable();
    words(text).filter(move |word| {
        while loud.next_if(|span| span.end() <= word.span.start()).is_some() {}
        let in_loud = loud.peek().is_some_and(|span| span.contains(word.span));
        !shouted && !in_loud && is_acronym(word.text) && !is_numbered(text, word.span)
    })
}

/// Is it the first part of a name with a number, which is said as it stands (*COVID-19*)?
fn is_numbered(text: &str, word: Span) -> bool {
    let behind = text.get(word.end() as usize..).unwrap_or_default();
    let rest = behind.strip_prefix(['-', '\u{2010}', '\u{2011}']);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Words in capitals that follow each other, from three on: somebody shouts.
fn loud_places(text: &str) -> Vec<Span> {
    /// Fewest words that are shouted rather than acronyms side by side.
    const LEAST: usize = 3;
    let mut found = Vec::new();
    let mut run: Option<(Span, usize)> = None;
    for word in words(text) {
        let near = |span: Span| {
            let between = Span::of(span.end() as usize, word.span.start() as usize).slice(text);
            between.chars().all(|c| matches!(c, ' ' | '\u{A0}' | '\'' | '’'))
        };
        let before = run.take();
        if !is_capitals(word.text) {
            found.extend(before.filter(|(_, count)| *count >= LEAST));
            continue;
        }
        run = if let Some((span, count)) = before.filter(|(span, _)| near(*span)) {
            Some((span.cover(word.span), count + 1))
        } else {
            found.extend(before.filter(|(_, count)| *count >= LEAST));
            Some((word.span, 1))
        };
    }
    found.extend(run.filter(|(_, count)| *count >= LEAST));
    found.into_iter().map(|(span, _)| span).collect()
}

/// Capitals only, of the length of an acronym.
pub(crate) fn is_acronym(word: &str) -> bool {
    LETTERS.contains(&word.chars().count()) && is_capitals(word)
}

/// Is a word a Roman numeral by its letters? It is then no acronym unless a glossary lists it.
pub(crate) fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}

/// Are most words of a text in capitals, so that capitals say nothing? Letters would not tell: a short sentence with
/// a long acronym has more capitals than others.
fn is_shouted(text: &str) -> bool {
    let (mut upper, mut lower) = (0usize, 0usize);
    for word in words(text).filter(|word| word.text.chars().nth(1).is_some()) {
        let count = if is_capitals(word.text) { &mut upper } else { &mut lower };
        *count += 1;
    }
    upper > lower
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// Where the long form of the acronym at a place would stand: right before its parenthesis, or in one behind it.
pub(crate) fn window(text: &str, acronym: Span) -> Option<Span> {
    let before = Span::of(0, acronym.start() as usize).slice(text);
    let after = text.get(acronym.end() as usize..).unwrap_or_default();
    if let Some(head) = before.strip_suffix('(').filter(|_| after.starts_with([')', ',', ';'])) {
        let end = head.trim_end().len();
        return Some(Span::of(window_start(head, acronym.slice(text).chars().count()), end));
    }
    let inside = after.trim_start().strip_prefix('(')?;
    let start = text.len() - inside.len();
    // The nearest parenthesis decides, so that unclosed ones are not read to the end of the text each.
    let end = inside.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '(' | ')'))?;
    (end.1 == ')').then(|| Span::of(start, start + end.0))
}

/// Where the words begin that may be a long form: in the same sentence, not too many.
fn window_start(head: &str, letters: usize) -> usize {
    let sentence =
        head.rfind(['.', '!', '?', ';', ':', '(', ')', '«', '»', '“', '”']).map_or(0, |at| {
            at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
    let own = words(head.get(sentence..).unwrap_or_default());
    let starts: Vec<usize> = own.map(|word| sentence + word.span.start() as usize).collect();
    let skip = starts.len().saturating_sub(letters + SPARE_WORDS);
    starts.get(skip).copied().unwrap_or(head.len())
}

/// The words at the end of a window whose initials spell the acronym, small words skipped.
pub(crate) fn spelled(text: &str, window: Span, acronym: &str) -> Option<Span> {
    let letters: Vec<char> = fold_diacritics(acronym).chars().collect();
    let found: Vec<Word<'_>> = words(window.slice(text)).collect();
    let mut wanted = letters.iter().rev().peekable();
    let mut start = None;
    for word in found.iter().rev() {
        let initial = fold_diacritics(word.text).chars().next();
        if initial.as_ref() == wanted.peek().copied() {
            wanted.next();
            start = Some(word.span.start());
        } else if word.text.chars().count() > SMALL_WORD {
            return None;
        }
        if wanted.peek().is_none() {
            break;
        }
    }
    let start = start.filter(|_| wanted.peek().is_none())?;
    Some(Span::of((window.start() + start) as usize, window.end() as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long_form(text: &str) -> Option<&str> {
        let acronym = acronyms(text).next()?;
        spelled(text, window(text, acronym.span)?, acronym.text).map(|span| span.slice(text))
    }

    #[test]
    fn a_long_form_stands_before_its_acronym_or_behind_it() {
        let before = "Le Haut-Commissariat des réfugiés (HCR) a répondu.";
        assert_eq!(long_form(before), Some("Haut-Commissariat des réfugiés"));
        let behind = "The WFP (World Food Programme) delivered flour.";
        assert_eq!(long_form(behind), Some("World Food Programme"));
    }

    #[test]
    fn words_that_do_not_spell_the_acronym_are_no_long_form() {
        assert_eq!(long_form("He met the mayor of the town (WFP) twice."), None);
        assert_eq!(long_form("THE END IS NEAR (WFP)"), None);
        assert_eq!(long_form("A (WFP"), None);
    }
}
