//! Words that a page's markup declares to be in another language are not held to the language of the text round them.

#[path = "support/memory.rs"]
mod memory;

use std::path::PathBuf;

use memory::Memory;
use visavis::app::{self, CheckRequest};

const GLOSSARY: &str = "[concept.kite]\nen = \"kite\"\nfr = { term = \"cerf-volant\", forbidden = [\"drone\"] }\n\
    [concept.comment]\nen = \"comment\"\nfr = \"commentaire\"\n";

/// What is found in a page, or in a page and its translation: rule and words.
fn found(pages: &[&str]) -> Vec<(String, String)> {
    let files = Memory::default();
    files.put("visavis.toml", "source = \"en\"\ntarget = \"fr\"\nglossaries = [\"g.toml\"]\n");
    files.put("g.toml", GLOSSARY);
    let paths: Vec<PathBuf> = (0..pages.len()).map(|at| format!("{at}.html").into()).collect();
    for (path, page) in paths.iter().zip(pages) {
        files.put(path.to_str().expect("UTF-8"), page);
    }
    let mut request = CheckRequest::default();
    match paths.as_slice() {
        [source, target] => request.pair = Some((source.clone(), target.clone())),
        paths => request.paths = paths.to_vec(),
    }
    let mut session = files.session();
    let checked = app::check(&mut session, &request);
    let checked = checked.unwrap_or_else(|_| panic!("{:?}", session.notices));
    let words = |at| session.sources.text(at).to_owned();
    checked.found.iter().map(|one| (one.rule.to_owned(), words(one.primary.at))).collect()
}

#[test]
fn a_quotation_is_not_held_to_the_typography_and_terms_of_the_text() {
    let page = |lang: &str| {
        format!(
            "<html lang=fr><p>Il a écrit <q lang={lang}>What a drone! Is it late?</q> avant de partir.</p>\
             <blockquote lang={lang}><p>The drone is gone! Who cares?</p></blockquote>"
        )
    };
    assert_eq!(found(&[&page("en")]), []);
    let held = found(&[&page("fr")]);
    let rules: Vec<_> = held.iter().map(|(rule, _)| rule.as_str()).collect();
    assert!(rules.contains(&"no-break-space") && rules.contains(&"term-forbidden"), "{held:?}");
}

const ENGLISH: &str = "<html lang=en><h1>The wind</h1><p>The owner of the shop said \u{201c}no comment on the kite\u{201d} \
    and closed his door for the rest of the day.</p><p>Nobody saw him again until the spring came back to the coast.</p>";

#[test]
fn what_a_translation_quotes_in_the_source_s_language_need_not_be_rendered() {
    let page = |lang: &str| {
        format!(
            "<html lang=fr><h1>Le vent</h1><p>Le patron du magasin a dit «\u{a0}<span lang={lang}>no comment on the \
             kite</span>\u{a0}» et a fermé sa porte pour le reste de la journée.</p><p>Personne ne l’a revu avant \
             que le printemps ne revienne sur la côte.</p>"
        )
    };
    assert_eq!(found(&[ENGLISH, &page("en")]), []);
    assert!(!found(&[ENGLISH, &page("fr")]).is_empty());
}

#[test]
fn a_quotation_may_end_with_another_mark_than_in_the_source() {
    let page = |words: &str| {
        format!(
            "<html lang=fr><h1>Le vent</h1><p>Le patron du magasin a dit <q lang=en>{words}</q> et a fermé sa porte pour \
             le reste de la journée.</p><p>Personne ne l’a revu avant que le printemps ne revienne sur la côte.</p>"
        )
    };
    assert_eq!(found(&[ENGLISH, &page("no comment on the kite!")]), []);
    assert_eq!(found(&[ENGLISH, &page("no comment, on the kite.")]), []);
    assert!(!found(&[ENGLISH, &page("the kite is no comment")]).is_empty());
    assert!(!found(&[ENGLISH, &page("!")]).is_empty());
}

const KEPT: &str = "<html lang=fr><h1>Le vent</h1><p>Il est parti.</p><div translate=no><p>Un drone!</p><p>Des <i>drones</i> ?</p>\
    </div><p class=notranslate>Un drone!</p><p translate=NO>Un <b>drone</b>! <img alt='Un drone!'></p>";

#[test]
fn what_is_not_to_be_translated_is_not_judged() {
    assert_eq!(found(&[KEPT]), []);
    let held = found(&[&KEPT.replace("translate=no", "translate=yes")]);
    assert!(held.iter().any(|(rule, _)| rule == "term-forbidden"), "{held:?}");
    let inside = KEPT.replace("<p>Un drone!</p>", "<p translate>Un drone!</p>");
    assert!(!found(&[&inside]).is_empty());
    // Said of the whole page, it is meant for browsers.
    let whole =
        "<html lang=fr translate=no class=notranslate><body><h1>Le vent</h1><p>Un drone!</p>";
    assert!(!found(&[whole]).is_empty());
}

#[test]
fn what_a_translation_keeps_as_it_is_was_not_left_untranslated() {
    let page = |said: &str| {
        format!(
            "<html lang=fr><h1>Le vent</h1><p {said}>The owner of the shop said \u{201c}no comment on the kite\u{201d} \
             and closed his door for the rest of the day.</p><p>Personne ne l’a revu avant que le printemps ne \
             revienne sur la côte.</p>"
        )
    };
    assert_eq!(found(&[ENGLISH, &page("translate=no")]), []);
    assert!(!found(&[ENGLISH, &page("")]).is_empty());
}

#[test]
fn a_paragraph_that_is_declared_to_be_quoted_was_not_left_untranslated() {
    let page = |lang: &str| {
        format!(
            "<html lang=fr><h1>Le vent</h1><p lang={lang}>The owner of the shop said \u{201c}no comment on the kite\u{201d} \
             and closed his door for the rest of the day.</p><p>Personne ne l’a revu avant que le printemps ne \
             revienne sur la côte.</p>"
        )
    };
    assert_eq!(found(&[ENGLISH, &page("en")]), []);
    let held = found(&[ENGLISH, &page("fr")]);
    assert!(held.iter().any(|(rule, _)| rule == "unit-untranslated"), "{held:?}");
}
