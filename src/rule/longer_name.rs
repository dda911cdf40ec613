//! Is a name a part of a longer one that is not translated (*China Daily*, *Bank of China*)?
//!
//! What a house's glossary forbids, it forbids everywhere. The program's own list of countries knows less: newspapers,
//! banks and airlines keep their names, and a capital beside a name, or a small word of the other language, shows them.

use unic_langid::LanguageIdentifier;

use crate::page::is_listed;
use crate::text::{Span, fold_case, words};

/// Characters around a name that are looked at, so that many names in one text do not cost the square of it.
const REACH: usize = 64;

/// Does the name at `span` touch another word with a capital, or a word of the source's language that is none of the
/// target's?
pub(super) fn is_in_longer_name(
    text: &str,
    span: Span,
    source: &LanguageIdentifier,
    target: &LanguageIdentifier,
) -> bool {
    let before = tail(Span::of(0, span.start() as usize).slice(text));
    let behind = text.get(span.end() as usize..).unwrap_or_default();
    let foreign = |word: &str| {
        let folded = fold_case(word);
        let listed = |lang: &LanguageIdentifier| is_listed(&folded, lang.language.as_str());
        listed(source) && !listed(target)
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let previous = words(before)
        .last()
        .filter(|word| touches(Span::of(word.span.end() as usize, before.len()).slice(before)));
    // The first word of a sentence has a capital anyway.
    let opens = |at: usize| {
        let front = Span::of(0, at).slice(before).trim_end();
        !front.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')' | '-' | '’' | '\''))
    };
    let next = words(head(behind)).next();
    let next = next.filter(|word| touches(Span::of(0, word.span.start() as usize).slice(behind)));
    next.is_some_and(|word| capital(word.text) || foreign(word.text))
        || previous.is_some_and(|word| {
            foreign(word.text) || (capital(word.text) && !opens(word.span.start() as usize))
        })
}

/// Is there nothing between two words but a space, a hyphen or a sign of “and”?
fn touches(gap: &str) -> bool {
    matches!(gap, " " | "\u{A0}" | "-" | "\u{2010}" | "\u{2011}" | " & ")
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(REACH).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_part(text: &str, name: &str) -> bool {
        let at = text.find(name).unwrap();
        let (english, french) = ("en".parse().unwrap(), "fr".parse().unwrap());
        is_in_longer_name(text, Span::of(at, at + name.len()), &english, &french)
    }

    #[test]
    fn newspapers_and_banks_keep_their_names() {
        for text in [
            "selon le China Daily de lundi",
            "la Bank of China a prêté",
            "selon Air China, le vol",
            "la China-Africa Foundation",
        ] {
            assert!(is_part(text, "China"), "{text}");
        }
    }

    #[test]
    fn a_country_by_itself_is_no_part_of_a_name() {
        for text in [
            "il est parti en China hier",
            "La China a refusé",
            "Hier. La China a refusé",
            "China",
            "en Russie, China et Inde",
            "(China)",
        ] {
            assert!(!is_part(text, "China"), "{text}");
        }
    }

    #[test]
    fn long_text_is_not_read_whole() {
        let text = "China ".repeat(100_000);
        let far = Span::of(300_000, 300_005);
        let lang = "en".parse().unwrap();
        assert!((0..20_000).all(|_| is_in_longer_name(&text, far, &lang, &lang)));
    }
}
