//! Folding of case and diacritics, for comparison only: what is shown is always the text itself.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, typographic apostrophes, hyphens and spaces made plain, in NFC.
///
/// Two spellings that differ only in those are the same text for every comparison.
pub fn fold_case(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Below U+0300 there is nothing to compose.
    if text.chars().all(|c| c < '\u{300}') {
        return text.chars().flat_map(char::to_lowercase).map(plain).collect();
    }
    text.nfc().flat_map(char::to_lowercase).map(plain).collect()
}

/// As [`fold_case`], and without diacritics; ligatures are opened (œ to oe).
pub fn fold_diacritics(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match plain(c) {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' => out.push('d'),
            other => out.push(other),
        }
    }
    out
}

/// A word made plain (NFC, apostrophes, hyphens, spaces) with its case kept.
pub fn fold_token(text: &str) -> String {
    text.nfc().map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{FF07}' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{00AD}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{00A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The short ways must be the long way: every character that they take is tried.
    #[test]
    fn short_ways_of_folding_change_nothing() {
        for c in '\0'..'\u{300}' {
            let text = format!("a{c}b");
            let long: String = text.nfc().flat_map(char::to_lowercase).map(plain).collect();
            assert_eq!(fold_case(&text), long, "{c:?}");
        }
        for c in '\0'..'\u{80}' {
            let text = c.to_string();
            let long = fold_diacritics(&format!("{c}é"));
            assert_eq!(Some(fold_diacritics(&text).as_str()), long.strip_suffix('e'));
        }
    }

    #[test]
    fn the_same_text_folds_alike() {
        assert_eq!(fold_case("L’Arme\u{301}e"), "l'armée");
        assert_eq!(fold_diacritics("Œuvre d’Erdoğan"), "oeuvre d'erdogan");
        assert_eq!(fold_token("cessez\u{2011}le\u{2011}feu"), "cessez-le-feu");
    }
}
