//! Whatever the program says, it says in every language that it speaks, with the same variables.
//!
//! The list of messages is held to the sources, the locales to the list, and the sentences to the typography of
//! their language. The strings of site chrome (`locales/*/chrome/`) are held to each other only: they are quoted from
//! sites, which write as they like.

#[path = "support/catalogue.rs"]
mod catalogue;
#[path = "support/tree.rs"]
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use catalogue::Entries;
use visavis::l10n::{LOCALES, Locale, Localizer};
use visavis::lang;
use visavis::message::{Arg, Message};

/// Ids that no `messages!` declares, by how they begin, and who uses them instead.
const BY_NAME: &[(&str, &str)] = &[
    (
        "cli-",
        "made from the names of commands and options; the tests of `cli` look for those that no command uses",
    ),
    ("init-glossary-", "comments in the first glossary that `visavis init` writes"),
    ("init-project-", "comments in the first project file that `visavis init` writes"),
    ("lang-", "names of languages, asked for by code"),
];

/// Spaces that do not break, which French puts before `:` and inside guillemets, and before `;`, `!` and `?`.
const NO_BREAK: [char; 2] = ['\u{A0}', '\u{202F}'];

fn entries(locale: &Locale) -> BTreeMap<String, Entries> {
    let mut all = BTreeMap::new();
    for (name, text) in locale.files {
        let path = format!("locales/{}/{name}.ftl", locale.lang);
        for (id, entry) in catalogue::read(&path, text) {
            assert!(all.insert(id.clone(), entry).is_none(), "{path}: {id} is in another file too");
        }
    }
    all
}

/// Fails with a line for each fault.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn declared() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for spec in visavis::messages() {
        let args = spec.args.iter().map(|&arg| arg.to_owned()).collect();
        assert!(all.insert(spec.id, args).is_none(), "{} is declared twice", spec.id);
    }
    all
}

#[test]
fn every_message_of_the_sources_is_in_the_list() {
    let declared = declared();
    let mut faults = Vec::new();
    for file in tree::below("src", ".rs").iter().filter(|file| file.path != "src/message/mod.rs") {
        let mut inside = false;
        for (number, line) in file.code() {
            inside = (inside || line.starts_with("crate::messages! {")) && line != "}";
            let quoted = line.split('"').nth(1).filter(|_| inside && line.contains(" = \""));
            if let Some(id) = quoted.filter(|id| !declared.contains_key(id)) {
                let place = format!("{}:{number}", file.path);
                faults.push(format!("{place}: {id}: add this MESSAGES to visavis::messages()"));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_locale_has_every_message_with_its_variables_and_no_other() {
    let declared = declared();
    let mut faults = Vec::new();
    for locale in LOCALES {
        let entries = entries(locale);
        for (id, args) in &declared {
            let variables: Vec<_> = args.iter().map(|arg| format!("{{ ${arg} }}")).collect();
            let line = format!("locales/{}: {id} = … {}", locale.lang, variables.join(" "));
            match entries.get(*id) {
                None => faults.push(format!("add to {line}")),
                Some(entry) if entry.variables != *args => {
                    faults.push(format!("{line}: its variables are {:?}", entry.variables));
                }
                Some(_) => {}
            }
        }
        let known = |id: &String| {
            declared.contains_key(id.as_str())
                || BY_NAME.iter().any(|(begin, _)| id.starts_with(begin))
        };
        for id in entries.keys().filter(|id| !known(id)) {
            faults.push(format!("take out of locales/{}: {id}, which nothing says", locale.lang));
        }
    }
    none(&faults);
}

#[test]
fn every_locale_has_the_same_files_and_registers_them() {
    for locale in LOCALES {
        let folder = format!("locales/{}", locale.lang);
        let files = tree::below(&folder, ".ftl");
        let own = files.iter().filter(|file| !file.path.contains("/chrome/"));
        let there: Vec<&str> =
            own.filter_map(|file| file.path.rsplit('/').next()?.strip_suffix(".ftl")).collect();
        let registered: BTreeSet<&str> = locale.files.iter().map(|(name, _)| *name).collect();
        assert_eq!(there.into_iter().collect::<BTreeSet<_>>(), registered, "{folder}");
    }
}

/// What is not declared but asked for by name has to be there in every language too.
#[test]
fn what_is_used_by_name_is_the_same_in_every_locale() {
    let by_name = |locale: &Locale| -> BTreeMap<String, BTreeSet<String>> {
        let all = entries(locale).into_iter();
        all.map(|(id, entry)| (id, entry.variables))
            .filter(|(id, _)| BY_NAME.iter().any(|(begin, _)| id.starts_with(begin)))
            .collect()
    };
    let english = by_name(&LOCALES[0]);
    for (begin, reason) in BY_NAME {
        let used = english.keys().any(|id| id.starts_with(begin));
        assert!(used, "no id begins with {begin} ({reason}): take it out of BY_NAME");
    }
    for locale in LOCALES {
        assert_eq!(by_name(locale), english, "{}", locale.lang);
    }
}

#[test]
fn every_message_becomes_a_sentence_whatever_it_speaks_of() {
    let mut samples: Vec<Arg> = [0, 1, 2, 1000].into_iter().map(Arg::Count).collect();
    samples.push(Arg::Text("x".to_owned()));
    samples.push(Arg::Lang(lang::parse("pt-BR").expect("a language")));
    for locale in LOCALES {
        let l10n = Localizer::new(&lang::parse(locale.lang).expect("a language"));
        for spec in visavis::messages() {
            for sample in &samples {
                let args = spec.args.iter().map(|&name| (name, sample.clone())).collect();
                let text = l10n.text(&Message { id: spec.id, args });
                let place = format!("{} in {}: {text}", spec.id, locale.lang);
                assert!(!text.trim().is_empty() && !text.starts_with(spec.id), "{place}");
                // A reference that could not be resolved is shown in braces; isolation marks would be pasted along.
                assert!(!text.contains("{$") && !text.contains("{-"), "{place}");
                assert!(!text.contains(['\u{2068}', '\u{2069}']), "{place}");
            }
        }
    }
}

#[test]
fn the_strings_of_sites_have_the_same_ids_and_variables_in_every_language() {
    let mut faults = Vec::new();
    let english = tree::below("locales/en/chrome", ".ftl");
    for file in &english {
        let wanted = catalogue::read(&file.path, &file.text);
        for locale in LOCALES {
            let path = file.path.replacen("/en/", &format!("/{}/", locale.lang), 1);
            let found = catalogue::read(&path, &tree::read(&path));
            // Attributes are further wordings, of which a language has as many as it has; those without a number
            // face each other.
            let faces =
                |id: &str| id.split_once('.').is_none_or(|(_, name)| !name.starts_with("alt"));
            for (id, entry) in wanted.iter().filter(|(id, _)| faces(id)) {
                if found.get(id).is_none_or(|own| own.variables != entry.variables) {
                    faults.push(format!("{path}: {id}: variables {:?}", entry.variables));
                }
            }
            for id in found.keys().filter(|id| faces(id) && !wanted.contains_key(*id)) {
                faults.push(format!("{path}: {id} is not in {}", file.path));
            }
        }
    }
    assert_eq!(english.len(), tree::below("locales/fr/chrome", ".ftl").len());
    none(&faults);
}

/// What is wrong with the typography of a French sentence.
fn french_faults(sentence: &str) -> Vec<&'static str> {
    let characters: Vec<char> = sentence.chars().collect();
    let mut faults = Vec::new();
    for at in 0..characters.len() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied().unwrap_or('\n');
        let behind = characters.get(at + 1).copied().unwrap_or('\n');
        match characters[at] {
            '\'' if before.is_alphabetic() && behind.is_alphabetic() => {
                faults.push("write ’ for the apostrophe");
            }
            ';' | '!' | '?' | ':' | '»' if before == ' ' => {
                faults.push("put a no-break space before ; : ! ? and »");
            }
            '»' if !NO_BREAK.contains(&before) => faults.push("put a no-break space before »"),
            '«' if !NO_BREAK.contains(&behind) => faults.push("put a no-break space behind «"),
            '“' | '”' => faults.push("write « » for quotation marks"),
            _ => {}
        }
    }
    faults
}

#[test]
fn every_language_is_set_as_its_readers_are_used_to() {
    let mut faults = Vec::new();
    for locale in LOCALES {
        for (id, entry) in entries(locale) {
            for sentence in &entry.sentences {
                let found = match locale.lang {
                    "fr" => french_faults(sentence),
                    "en" if sentence.contains(['«', '»']) => {
                        vec!["write “ ” for quotation marks"]
                    }
                    _ => Vec::new(),
                };
                let place = |fault| format!("locales/{}: {id}: {fault}: {sentence}", locale.lang);
                faults.extend(found.into_iter().map(place));
            }
        }
    }
    none(&faults);
}

#[test]
fn french_faults_are_seen() {
    let good = [
        "l’état\u{A0}: «\u{A0}mot\u{A0}»\u{202F}; bon\u{202F}!",
        "écrivez clé = \"valeur\", en;fr, 12:30",
    ];
    for sentence in good {
        assert_eq!(french_faults(sentence), Vec::<&str>::new(), "{sentence}");
    }
    for sentence in ["l'état", "quoi ?", "bon : non", "« mot\u{A0}»", "«mot\u{A0}»", "“mot”"]
    {
        assert!(!french_faults(sentence).is_empty(), "{sentence}");
    }
}
