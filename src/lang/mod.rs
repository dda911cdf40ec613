//! Language identifiers: parsing, checking against the registered subtags, script direction.
//!
//! `unic-langid` accepts any well-formed tag (`english` among them); here the primary subtag must be
//! a language of ISO 639 (through `isolang`, SIL's tables).

use isolang::Language;
use unic_langid::LanguageIdentifier;

/// Reads a language tag (`fr`, `fr-CA`, `fr_FR.UTF-8`); `None` where it is none.
pub fn parse(tag: &str) -> Option<LanguageIdentifier> {
    let bare = tag.split(['.', '@']).next().unwrap_or_default();
    let lang: LanguageIdentifier = bare.parse().ok()?;
    is_registered(&lang).then_some(lang)
}

/// The language of a POSIX locale value: `fr_FR.UTF-8` is French; empty, `C` and `POSIX` are none.
pub fn parse_locale(value: &str) -> Option<LanguageIdentifier> {
    let bare = value.split(['.', '@']).next().unwrap_or_default();
    if bare.is_empty() || bare == "C" || bare == "POSIX" {
        return None;
    }
    parse(bare)
}

/// A tag with the well-formed registered languages that are nearest to it, best first.
pub fn nearest(tag: &str) -> Option<&'static str> {
    const COMMON: &[(&str, &str)] = &[
        ("english", "en"),
        ("french", "fr"),
        ("francais", "fr"),
        ("français", "fr"),
        ("german", "de"),
        ("deutsch", "de"),
        ("spanish", "es"),
        ("español", "es"),
        ("italian", "it"),
        ("portuguese", "pt"),
        ("arabic", "ar"),
        ("russian", "ru"),
        ("turkish", "tr"),
        ("chinese", "zh"),
        ("japanese", "ja"),
        ("gb", "en"),
        ("uk-en", "en"),
    ];
    let tag = tag.to_lowercase();
    let named = COMMON.iter().find(|(name, _)| *name == tag).map(|(_, code)| *code);
    named.or_else(|| short_code(tag.split(['-', '_']).next().unwrap_or_default()))
}

/// Do the two speak the same language, whatever region or script they name?
pub fn same(a: &LanguageIdentifier, b: &LanguageIdentifier) -> bool {
    a.language == b.language
}

/// Is the language written from right to left?
pub fn is_rtl(lang: &LanguageIdentifier) -> bool {
    const RTL: &[&str] =
        &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];
    RTL.contains(&lang.language.as_str())
}

fn is_registered(lang: &LanguageIdentifier) -> bool {
    let code = lang.language.as_str();
    match code.len() {
        2 => Language::from_639_1(code).is_some(),
        3 => Language::from_639_3(code).is_some() && short_code(code).is_none(),
        _ => false,
    }
}

/// The two-letter code of a language given by three letters: BCP 47 wants the shortest (`eng` is `en`).
fn short_code(code: &str) -> Option<&'static str> {
    (code.len() == 3).then(|| Language::from_639_3(code))?.and_then(|lang| lang.to_639_1())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_registered_languages_are_languages() {
        assert!(parse("en").is_some());
        assert!(parse("fr-CA").is_some());
        assert!(parse("english").is_none());
        assert!(parse("xx").is_none());
        assert!(parse("eng").is_none());
        assert!(parse("ary").is_some());
        assert_eq!(nearest("fra"), Some("fr"));
        assert_eq!(nearest("xyz"), None);
        assert!(parse("").is_none());
        assert!(parse("🦀").is_none());
    }

    #[test]
    fn posix_locales_are_understood() {
        assert_eq!(parse_locale("fr_FR.UTF-8").unwrap().language.as_str(), "fr");
        assert_eq!(parse_locale("sr_RS@latin").unwrap().language.as_str(), "sr");
        assert!(parse_locale("C.UTF-8").is_none());
        assert!(parse_locale("POSIX").is_none());
    }
}
