//! The data files against tables of words and forms, which a linguist may extend.

use super::*;

macro_rules! tables {
    ($kind:literal) => {
        &[
            ("de", include_str!(concat!("data/tests/de", $kind, ".tsv"))),
            ("en", include_str!(concat!("data/tests/en", $kind, ".tsv"))),
            ("es", include_str!(concat!("data/tests/es", $kind, ".tsv"))),
            ("fr", include_str!(concat!("data/tests/fr", $kind, ".tsv"))),
            ("it", include_str!(concat!("data/tests/it", $kind, ".tsv"))),
            ("pt", include_str!(concat!("data/tests/pt", $kind, ".tsv"))),
        ]
    };
}

/// Words, and forms that they have.
const FORMS: &[(&str, &str)] = tables!("");
/// Words, and other words that are no forms of theirs.
const NEVER: &[(&str, &str)] = tables!("-never");
/// Pairs that a language whose rules are called complete is held to at least, and one in its first version.
const COMPLETE: usize = 600;
const FIRST: usize = 80;

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
        let least = if matches!(*lang, "en" | "fr") { COMPLETE } else { FIRST };
        assert!(pairs >= least, "{lang}: only {pairs} pairs");
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
    for (lang, text) in data::FILES {
        data::parse(text).unwrap();
        assert!(FORMS.iter().any(|(tested, _)| tested == lang), "{lang} has no table");
        let rules = rules(lang);
        assert!(rules.plural.len() > 5 && rules.verb.len() > 5, "{lang}");
        let small = ["de", "of", "di", "der"];
        assert!(small.iter().any(|word| rules.is_gap(word)), "{lang}");
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
            for (lang, _) in data::FILES {
                assert_eq!(rules(lang).forms(word, class)[0], word.to_lowercase());
            }
        }
    }
}

#[test]
fn a_rule_that_is_none_is_found() {
    for (lang, text) in data::FILES {
        let file = data::parse(text).unwrap();
        for lines in [&file.plural, &file.singular, &file.verb] {
            assert_eq!(Rewrite::parse(lines).len(), lines.len(), "{lang}");
        }
    }
}

#[test]
fn a_dictionary_is_taken_before_the_rules_and_a_noun_gets_no_verb_from_it() {
    let aff = b"SET UTF-8\nSFX S Y 1\nSFX S 0 s .\nSFX G Y 1\nSFX G 0 ing .\nSFX D Y 1\nSFX D 0 ed .\nSFX R Y 1\nSFX R 0 er .\n";
    let dictionary = Dictionary::parse(aff, b"2\nattack/SGDR\nmarquee/S\n").unwrap();
    let rules = rules("en").with_dictionary(dictionary);
    assert_eq!(rules.forms("attack", None), ["attack", "attacks"]);
    assert_eq!(rules.forms("Attacks", Some(WordClass::Noun)), ["attacks", "attack"]);
    let verb = rules.forms("attack", Some(WordClass::Verb));
    assert_eq!(verb, ["attack", "attacked", "attacking", "attacks"]);
    assert!(rules.wider_forms("attack").contains(&"attacking".to_owned()));
    assert_eq!(rules.forms("marquee", Some(WordClass::Name)), ["marquee"]);
    assert!(rules.forms("army", None).contains(&"armies".to_owned()));
}

#[test]
fn a_languages_own_rules_stand_before_the_built_in_ones() {
    let esperanto = "eo".parse().unwrap();
    let mut all = Morphologies::default();
    assert_eq!(all.of(&esperanto).forms("domo", None), ["domo"]);
    all.set(&esperanto, Morphology::parse("plural = ['o > oj']").unwrap());
    assert_eq!(all.of(&"eo-XX".parse().unwrap()).forms("domo", None), ["domo", "domoj"]);
    assert!(Morphology::parse("plurals = []").is_err());
}
