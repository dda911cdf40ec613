//! The data files against tables of words and forms, which a linguist may extend.

use super::*;

const FORMS: &[(&str, &str)] =
    &[("en", include_str!("data/tests/en.tsv")), ("fr", include_str!("data/tests/fr.tsv"))];
const NEVER: &[(&str, &str)] = &[
    ("en", include_str!("data/tests/en-never.tsv")),
    ("fr", include_str!("data/tests/fr-never.tsv")),
];

fn rules(lang: &str) -> &'static Morphology {
    Morphology::of(&lang.parse().unwrap())
}

fn lines(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn class(name: &str) -> Option<WordClass> {
    match name {
        "noun" => Some(WordClass::Noun),
        "adjective" => Some(WordClass::Adjective),
        "verb" => Some(WordClass::Verb),
        _ => None,
    }
}

#[test]
fn every_listed_form_is_made() {
    for (lang, table) in FORMS {
        let mut pairs = 0;
        let mut lacking = Vec::new();
        for line in lines(table) {
            let [kind, word, forms] = line[..] else { panic!("{lang}: {line:?}") };
            let made = rules(lang).forms(word, class(kind));
            for form in forms.split(' ') {
                pairs += 1;
                if !made.iter().any(|known| known == form) {
                    lacking.push(format!("{word}: {form}"));
                }
            }
        }
        assert!(pairs >= 150, "{lang}: only {pairs} pairs");
        assert!(lacking.is_empty(), "{lang}: {lacking:#?}");
    }
}

#[test]
fn no_derivation_and_no_other_word_is_made() {
    for (lang, table) in NEVER {
        let mut wrong = Vec::new();
        for line in lines(table) {
            let [word, others] = line[..] else { panic!("{lang}: {line:?}") };
            let made = rules(lang).forms(word, None);
            wrong.extend(others.split(' ').filter(|other| made.iter().any(|form| form == other)));
        }
        assert!(wrong.is_empty(), "{lang}: {wrong:#?}");
    }
}

#[test]
fn accepting_widely_accepts_no_derivation_either() {
    for (word, other) in [
        ("infection", "infectiologie"),
        ("infecté", "infectieux"),
        ("décès", "décédés"),
        ("désinfectant", "infectant"),
        ("confinement", "confins"),
        ("immunité", "immunisation"),
        ("armée", "arme"),
        ("traité", "traiter"),
        ("touche", "touch"),
    ] {
        assert!(!rules("fr").wider_forms(word).iter().any(|form| form == other), "{word} {other}");
    }
    assert!(rules("fr").wider_forms("infecté").iter().any(|form| form == "infecter"));
    assert!(rules("en").wider_forms("vote").iter().any(|form| form == "voted"));
}

#[test]
fn the_data_files_are_read_to_the_last_rule() {
    for lang in ["en", "fr"] {
        let rules = rules(lang);
        assert!(rules.plural.len() > 5 && rules.verb.len() > 10, "{lang}");
        assert!(rules.is_gap("de") || rules.is_gap("of"), "{lang}");
    }
}

#[test]
fn function_words_stand_for_one_another_by_contraction() {
    let french = rules("fr");
    assert!(french.function("du").unwrap().contains(&"d".to_owned()));
    assert!(french.function("à").unwrap().contains(&"aux".to_owned()));
    assert!(french.function("paix").is_none());
}

#[test]
fn a_language_without_a_file_matches_words_as_they_are() {
    let none = rules("tr");
    assert_eq!(none.forms("Ordu", None), ["ordu"]);
    assert!(none.function("ve").is_none());
}

#[test]
fn odd_words_make_no_trouble() {
    for word in ["", "s", "x", "é", "é\u{301}", "-", "中国", "SSSSSS", "aux", "ing", "ed"] {
        for class in [None, Some(WordClass::Verb), Some(WordClass::Adjective)] {
            for lang in ["en", "fr"] {
                assert_eq!(rules(lang).forms(word, class)[0], word.to_lowercase());
            }
        }
    }
}
