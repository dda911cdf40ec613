//! Numerals made of letters: number words, months, Roman numerals, and words that hold a number.

use super::decimal::Decimal;
use super::draft::{Draft, Written};
use super::lexer::{Kind, Token};
use super::spoken;
use super::tables::{Meaning, Table};
use super::value::Value;
use super::{roman, tail};

/// The numeral that begins at a token of letters.
pub(super) fn read(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<Draft> {
    if let Some(found) = roman_numeral(tokens, at, table) {
        return Some(found);
    }
    let token = tokens.get(at)?;
    let mut held: Vec<Value> =
        table.word(token).iter().flat_map(|meaning| holds(*meaning)).collect();
    let (amounts, next) = if let Some(spoken) = spoken::read(tokens, at, table) {
        held.extend(spoken.values);
        (vec![spoken.amount], spoken.next)
    } else {
        let (meanings, next) =
            table.phrase_of(tokens, at, |meaning| !holds(*meaning).is_empty())?;
        held = meanings.iter().flat_map(|meaning| holds(*meaning)).collect();
        (meanings.iter().filter_map(|meaning| counted(*meaning)).collect(), next)
    };
    let mut draft = Draft::new(token.span, Written::Words, at..next);
    draft.tail = tail::read(tokens, next, table, false);
    draft.tokens.end = draft.tail.end_of_unit.max(next);
    draft.tail.end = draft.tail.end.max(next);
    draft.amounts = amounts;
    let word = at.checked_sub(2).and_then(|at| tokens.get(at));
    draft.decade = word.is_some_and(|word| table.is(word, Meaning::BeforeDecade));
    draft.extra = held;
    Some(draft)
}

fn holds(meaning: Meaning) -> Vec<Value> {
    match meaning {
        Meaning::Count(value) => vec![Value::whole(value)],
        Meaning::Decade(value) => Value::short_decade(value).collect(),
        Meaning::Month(value) => vec![Value::Month(value)],
        Meaning::Clock(minutes) => vec![Value::Time(u64::from(minutes))],
        _ => Vec::new(),
    }
}

fn counted(meaning: Meaning) -> Option<Decimal> {
    if let Meaning::Count(value) = meaning { Some(Decimal::from_u64(value)) } else { None }
}

/// « XIXe », « Louis XIV »; a numeral that may be a word, such as I, C or MIX, is read without being held to account.
fn roman_numeral(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<Draft> {
    let token = tokens.get(at)?;
    let end = token.text.find(|c: char| !"IVXLCDM".contains(c)).unwrap_or(token.text.len());
    let (numeral, suffix) = token.text.split_at_checked(end)?;
    let value = roman::value(numeral)?;
    let suffixed = !suffix.is_empty();
    if suffixed && !(is_suffix(suffix) && table.spoken) {
        return None;
    }
    let clear = suffixed && numeral.len() > 1 || is_clear(tokens, at, numeral);
    let mut draft =
        Draft::new(token.span, if clear { Written::Roman } else { Written::Words }, at..at + 1);
    draft.extra.push(Value::whole(value));
    // « I » is a word of its own in English, « a » and « six » are none in capitals.
    let spoken = table.word(token).iter().any(|meaning| matches!(meaning, Meaning::Cardinal(_)));
    (!spoken).then_some(draft)
}

/// The ordinal endings of Roman numerals in French.
fn is_suffix(suffix: &str) -> bool {
    matches!(suffix, "e" | "è" | "ème" | "ième" | "er" | "re" | "ère" | "th" | "st" | "nd" | "rd")
}

/// Small numerals of two letters and more behind a capitalised word: a regnal name, a chapter, a war.
fn is_clear(tokens: &[Token<'_>], at: usize, numeral: &str) -> bool {
    let spaced = at
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|token| token.kind == Kind::Space);
    let name = at.checked_sub(2).and_then(|at| tokens.get(at));
    let named = name.is_some_and(|name| {
        let mut chars = name.text.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    });
    spaced && named && numeral.len() > 1 && numeral.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
