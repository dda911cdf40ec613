//! Two sentences that touch without a space: `(WHO).The`.
//!
//! Many things hold a period and touch: addresses, files, initialisms, versions, names of products. So the test asks
//! for the shape of prose on both sides, and a doubt is no finding.

use super::Glue;
use super::after::leading_word;
use super::before;
use super::marks::{char_at, char_before, is_closing, is_closing_bracket};
use super::rules::{Abbreviation, Rules};
use super::scan::{Kind, Run};
use crate::text::Span;

/// How far, in bytes, a token is followed to its ends.
const REACH: usize = 80;

/// Marks that never stand inside two glued words, but in addresses, paths and code.
const TECHNICAL: &[char] =
    &['/', '\\', '@', '_', '=', '#', '&', '<', '>', '{', '}', '|', '~', '^', '`', '$', '+'];

/// The place where two sentences touch at this punctuation, if they do.
pub(super) fn find(rules: &Rules, text: &str, run: &Run) -> Option<Glue> {
    let single = run.kind == Kind::Period || run.kind == Kind::Strong;
    if !single || run.closers.note {
        return None;
    }
    let (opening, right) = right_token(text, run.stop);
    let word = leading_word(right);
    if !may_begin(rules, right, word) || !is_prose(right) {
        return None;
    }
    let certain = rules.is_starter(word) && word.chars().count() > 1;
    let left = left_token(text, run)?;
    // "?Sized" behind a space is a name; a no-break space, or a word that begins sentences, tells prose.
    if text.get(left.end..run.start)?.contains(' ') && !certain {
        return None;
    }
    if !is_prose(left.token) || !may_end(rules, text, left, run, certain) {
        return None;
    }
    let start = left.end - last_word(left.token).len();
    let end = run.stop + opening + word.len();
    Some(Glue { span: Span::of(start, end), boundary: Span::of(run.stop, end).start() })
}

/// What touches the punctuation from the left, and the byte behind it.
#[derive(Clone, Copy)]
struct Left<'t> {
    token: &'t str,
    end: usize,
}

/// What touches the punctuation from the left; before ! and ? French may put a space.
fn left_token<'t>(text: &'t str, run: &Run) -> Option<Left<'t>> {
    let mut before = text.get(..run.start)?;
    if run.kind == Kind::Strong {
        before = before.trim_end();
    }
    let end = before.len();
    let start = before
        .char_indices()
        .rev()
        .take_while(|(at, c)| !c.is_whitespace() && end - at <= REACH)
        .last()
        .map_or(end, |(at, _)| at);
    let token = before.get(start..)?;
    Some(Left { token, end })
}

/// What touches it from the right, and the length of the marks that open it.
fn right_token(text: &str, from: usize) -> (usize, &str) {
    let rest = text.get(from..).unwrap_or_default();
    let opening =
        rest.chars().next().filter(|c| matches!(c, '“' | '«' | '„')).map_or(0, char::len_utf8);
    let rest = rest.get(opening..).unwrap_or_default();
    let end = rest
        .char_indices()
        .take_while(|(at, c)| !c.is_whitespace() && *at <= REACH)
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    (opening, rest.get(..end).unwrap_or_default())
}

/// Nothing of an address, a path or code; and no second period inside: `System.Text.Json`.
fn is_prose(token: &str) -> bool {
    !token.contains(TECHNICAL) && !has_inner_period(token) && !token.contains("()")
}

fn has_inner_period(token: &str) -> bool {
    token
        .match_indices('.')
        .any(|(at, _)| char_at(token, at + 1).is_some_and(char::is_alphanumeric))
}

/// May a sentence begin with this token?
fn may_begin(rules: &Rules, token: &str, word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next().filter(|c| c.is_uppercase()) else { return false };
    let behind = char_at(token, word.len());
    if behind == Some('(') || rules.is_suffix(word) {
        return false;
    }
    match chars.next() {
        // A word of one letter: "A man", "I went", "L’armée", "À Tripoli", but no initial.
        None => {
            behind.is_some_and(|c| matches!(c, '\'' | '’'))
                || behind.is_none() && (rules.is_starter(word) || first == 'À')
        }
        // Capitals go on where they do from the start (WHO), and nowhere inside (fooBar).
        Some(second) if second.is_uppercase() => {
            word.chars().count() > 2 && word.chars().all(char::is_uppercase)
        }
        Some(second) => {
            second.is_lowercase() && chars.all(|c| !c.is_uppercase() && !c.is_numeric())
        }
    }
}

/// May a sentence end with this token?
fn may_end(rules: &Rules, text: &str, left: Left<'_>, run: &Run, certain: bool) -> bool {
    let token = left.token;
    let Some(last) = token.chars().next_back() else { return false };
    if is_closing_bracket(last) {
        return !is_call(text, left.end);
    }
    if is_closing(last) || run.closers.bracket || run.closers.quote || last == '%' {
        return true;
    }
    let word = before::word(text, left.end);
    if before::parts(word).any(|part| rules.abbreviation(part) == Some(Abbreviation::Never)) {
        return false;
    }
    if last.is_numeric() {
        return certain && token.chars().filter(char::is_ascii_digit).count() > 2;
    }
    let mut letters = token.chars().rev();
    let (last, second) = (letters.next(), letters.next());
    let both = |test: fn(char) -> bool| last.is_some_and(test) && second.is_some_and(test);
    if both(char::is_uppercase) {
        return certain;
    }
    let known = before::parts(word)
        .any(|part| rules.abbreviation(part) == Some(Abbreviation::BeforeStarter));
    both(char::is_lowercase) && (certain || !known)
}

/// `main(argv).Then`: a bracket that opens at a word belongs to code.
fn is_call(text: &str, end: usize) -> bool {
    let before = text.get(..end).unwrap_or_default();
    let open = before.char_indices().rev().take(REACH).find(|(_, c)| matches!(c, '(' | '['));
    open.is_some_and(|(at, _)| {
        char_before(text, at).is_some_and(|c| c.is_alphanumeric() || c == '.')
    })
}

/// The last word of a token, with the bracket that opens it.
fn last_word(token: &str) -> &str {
    token.rsplit(['—', '–', '«', '“']).next().unwrap_or(token)
}
