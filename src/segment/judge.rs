//! Does a sentence end here? The rules, from what goes on for certain to what ends unless something speaks against it.

use super::after::{First, Next, leading_word};
use super::before;
use super::marks::{char_before, goes_on, is_ideographic, is_opening_bracket};
use super::rules::{Abbreviation, Rules};
use super::scan::{Kind, Run};

/// How many words are looked through for a verb of saying.
const REPORT_WORDS: usize = 5;

/// Where the sentence ends whose punctuation is followed by a space, if it ends; a byte of `text`.
///
/// `sentence` is what stands of it before the punctuation.
pub(super) fn end(
    rules: &Rules,
    text: &str,
    sentence: &str,
    run: &Run,
    next: &Next<'_>,
) -> Option<usize> {
    if run.kind == Kind::Unspaced {
        return (next.first != First::Goes).then_some(run.stop);
    }
    if next.first == First::Goes || stands_in_bracket(text, run) {
        return None;
    }
    if next.first == First::Lower {
        return small_begins(rules, sentence, run, next).then_some(run.stop);
    }
    let ends = match run.kind {
        Kind::Period => period_ends(rules, sentence, run, next),
        Kind::Ellipsis => ellipsis_ends(text, run),
        Kind::Spaced(periods) => return spaced_end(text, run, periods),
        Kind::Strong => strong_ends(rules, sentence, run, next),
        Kind::Unspaced => true,
    };
    ends.then_some(run.stop)
}

/// Does a sentence end although no space follows, as it does in Chinese and Japanese?
pub(super) fn ends_unspaced(text: &str, run: &Run, first: char) -> bool {
    // Japanese particles and verbs of saying follow a closing bracket directly: 「…？」と言った.
    let goes_on_after_quote = run.closers.quote && matches!(first, '\u{3041}'..='\u{309F}');
    let ends = match run.kind {
        Kind::Unspaced => true,
        Kind::Strong => {
            is_ideographic(first) && char_before(text, run.start).is_some_and(is_ideographic)
        }
        _ => false,
    };
    ends && !goes_on(first) && !goes_on_after_quote
}

/// May a sentence begin with a small letter here, as they do in messages written in haste?
///
/// The period must stand behind a word of at least four small letters that is no abbreviation, and the next word
/// must be one that begins sentences; a question mark is not enough (“Oh! that is good”).
fn small_begins(rules: &Rules, sentence: &str, run: &Run, next: &Next<'_>) -> bool {
    let bare = run.kind == Kind::Period && run.stop == run.end && !next.opened;
    if !bare || !rules.is_starter(next.word) || is_lettered(next) {
        return false;
    }
    let word = before::word(sentence, sentence.len());
    word.chars().count() >= 4
        && word.chars().all(char::is_lowercase)
        && rules.abbreviation(word).is_none()
}

/// `(!)`, `[...]`: a remark inside the sentence.
fn stands_in_bracket(text: &str, run: &Run) -> bool {
    char_before(text, run.start).is_some_and(is_opening_bracket)
}

/// Three points with a space before them stand for something left out, in the middle of a sentence more often than
/// at its end; those that touch a word end it before a capital.
fn ellipsis_ends(text: &str, run: &Run) -> bool {
    char_before(text, run.start).is_some_and(|c| !c.is_whitespace()) || run.closers.quote
}

/// Spaced periods: three are an omission, the fourth is the end of a sentence (Chicago Manual of Style, 17th edition, 13.53).
fn spaced_end(text: &str, run: &Run, periods: usize) -> Option<usize> {
    let touches = char_before(text, run.start).is_some_and(|c| !c.is_whitespace());
    match (periods, touches) {
        (4.., true) => Some(run.start + 1),
        (4.., false) | (_, true) => Some(run.stop),
        (_, false) => None,
    }
}

fn strong_ends(rules: &Rules, sentence: &str, run: &Run, next: &Next<'_>) -> bool {
    if run.closers == super::scan::Closers::default() {
        let is_name = rules.is_exclaimed(before::word(sentence, sentence.len()));
        return !is_name || rules.is_starter(next.word);
    }
    !(run.closers.quote && !next.opened && reports(rules, next))
}

/// `“Where?” Mr Stone asked`: is the first word in lower case a verb of saying?
fn reports(rules: &Rules, next: &Next<'_>) -> bool {
    if next.first != First::Upper {
        return false;
    }
    let words = next.rest.split([' ', '\u{A0}']).map(|piece| (piece, leading_word(piece)));
    for (piece, word) in words.skip(usize::from(next.rest.starts_with(' '))).take(REPORT_WORDS) {
        if rules.is_reporting(word) {
            return true;
        }
        if !piece.chars().any(char::is_uppercase) && !piece.trim_start_matches('.').is_empty() {
            return false;
        }
    }
    false
}

fn period_ends(rules: &Rules, sentence: &str, run: &Run, next: &Next<'_>) -> bool {
    let word = before::word(sentence, sentence.len());
    if word.is_empty() {
        return true;
    }
    if is_enumerator(sentence, word) {
        return false;
    }
    if run.closers.quote || run.closers.note {
        return true;
    }
    if run.closers.bracket {
        // (Smith et al.) – the bracket ends with an abbreviation, not with a sentence.
        return before::parts(word).all(|part| rules.abbreviation(part).is_none())
            && !before::is_initialism(word);
    }
    if before::is_number(word) || before::is_roman(word) && word.len() > 1 {
        return !(rules.has_ordinals && is_ordinal(rules, sentence, word, next));
    }
    word_ends(rules, sentence, word, next)
}

/// Does the word with its period end a sentence?
fn word_ends(rules: &Rules, sentence: &str, word: &str, next: &Next<'_>) -> bool {
    let known = before::parts(word).find_map(|part| rules.abbreviation(part));
    match known {
        Some(Abbreviation::Never) => return false,
        Some(Abbreviation::BeforeStarter) => return begins_sentence(rules, next),
        Some(Abbreviation::NotBeforeNumber) if is_numbering(next) => return false,
        Some(Abbreviation::NotBeforeNumber) | None => {}
    }
    if before::is_double_initial(word) {
        return false;
    }
    let last = before::parts(word).last().unwrap_or(word);
    let looks_abbreviated = before::is_initial(last)
        || before::is_initialism(last)
        || before::is_letter(word) && !is_unit(sentence, word);
    !looks_abbreviated || begins_sentence(rules, next)
}

/// A letter behind a number measures it: `300 m.`
fn is_unit(sentence: &str, letter: &str) -> bool {
    let before = sentence.strip_suffix(letter).unwrap_or_default().trim_end();
    before.ends_with(|c: char| c.is_ascii_digit())
}

/// Is the next word one with which sentences often begin?
fn begins_sentence(rules: &Rules, next: &Next<'_>) -> bool {
    next.first == First::Upper && rules.is_starter(next.word) && !is_lettered(next)
}

/// A number, a Roman number, or a letter with a period: `art. L. 33`.
fn is_numbering(next: &Next<'_>) -> bool {
    next.first == First::Digit || before::is_roman(next.word) || is_lettered(next)
}

/// One letter with a period, as in `z. B.` and `J. K. Rowling`.
fn is_lettered(next: &Next<'_>) -> bool {
    before::is_letter(next.word) && next.rest.starts_with('.')
}

/// The number or letter of an item at the beginning of a sentence: `1. The first`, `IV. Results`.
fn is_enumerator(sentence: &str, word: &str) -> bool {
    let alone = sentence.len() <= word.len() + 8
        && sentence.trim_start_matches(|c| super::marks::may_open(c) || c == ' ') == word;
    alone
        && (before::is_number(word) && word.len() <= 3
            || before::is_letter(word)
            || before::is_roman(word))
}

/// German `am 3. Oktober`, `der 2. Weltkrieg`, `28. 12. 2019`.
fn is_ordinal(rules: &Rules, sentence: &str, word: &str, next: &Next<'_>) -> bool {
    if word.len() > 2 && before::is_number(word) {
        return false;
    }
    if next.first == First::Digit || rules.makes_ordinal_after(next.word) {
        return true;
    }
    let before = sentence.get(..sentence.len().saturating_sub(word.len())).unwrap_or_default();
    let cue = before::word(before, before.trim_end().len());
    rules.makes_ordinal_before(cue) && !rules.is_starter(next.word)
}
