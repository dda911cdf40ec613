//! The word before a period.

use super::marks::is_ideographic;

/// How far back a word is read, in characters: longer ones are in no list.
const LONGEST: usize = 28;

/// The word that ends at a byte offset: letters, digits, and the periods, hyphens and apostrophes inside it.
///
/// Empty where no word ends there, or one too long to matter.
pub(super) fn word(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or_default();
    let mut start = end;
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        if !is_part(c) {
            break;
        }
        if count == LONGEST {
            return "";
        }
        start = at;
    }
    before.get(start..).unwrap_or_default().trim_start_matches(['.', '-', '\'', '’'])
}

/// The words in which an abbreviation is looked for, the longest first: `d’art`, then `art`; `ex-U.S`, then `U.S`.
pub(super) fn parts(word: &str) -> impl Iterator<Item = &str> {
    let elided = word.rsplit(['\'', '’']).next().filter(|part| part.len() < word.len());
    let hyphened = word.rsplit(['-', '‑']).next().filter(|part| part.len() < word.len());
    [Some(word), elided, hyphened].into_iter().flatten()
}

/// A capital alone, or behind the period of another: the initial of a name.
pub(super) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    let letter = chars.next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    letter && chars.all(is_mark)
}

/// One letter of any case.
pub(super) fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.all(is_mark)
}

/// `J.-Y`, `J-P`: initials of a double name.
pub(super) fn is_double_initial(word: &str) -> bool {
    word.split_once(['-', '‑'])
        .is_some_and(|(first, last)| is_initial(first.trim_end_matches('.')) && is_initial(last))
}

/// `U.S`, `a.m`, `Ph.D`, `LL.AA`: pieces of one or two letters with periods between them.
pub(super) fn is_initialism(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|piece| {
            let mut chars = piece.chars().filter(|c| !is_mark(*c));
            chars.next().is_some_and(char::is_alphabetic)
                && chars.next().is_none_or(char::is_alphabetic)
                && chars.next().is_none()
        })
}

/// Digits only.
pub(super) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A Roman number in capitals, up to 39; the larger ones look too much like words.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 7
        && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn is_part(c: char) -> bool {
    (c.is_alphanumeric() && !is_ideographic(c))
        || matches!(c, '.' | '-' | '‑' | '\'' | '’' | '°')
        || is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_inner_marks() {
        let last = |text: &'static str| word(text, text.len());
        assert_eq!(last("the U.S"), "U.S");
        assert_eq!(last("voir l’art"), "l’art");
        assert_eq!(last("(cf"), "cf");
        assert_eq!(last("« M"), "M");
        assert_eq!(last("fin)"), "");
        assert_eq!(word(&"a".repeat(90), 90), "");
    }

    #[test]
    fn shapes_of_words_are_told_apart() {
        assert!(is_initialism("U.S") && is_initialism("Ph.D") && !is_initialism("a..b"));
        assert!(!is_initialism("Libya.The") && !is_initialism("US"));
        assert!(is_initial("É") && is_initial("E\u{301}") && !is_initial("é") && !is_initial("Ét"));
        assert!(is_double_initial("J.-Y") && !is_double_initial("Tu-Y"));
        assert!(is_roman("XIV") && !is_roman("MIX"));
    }
}
