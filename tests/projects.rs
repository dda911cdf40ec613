//! Rules that compare the texts of a run: what they find, in which order, and what silences it.

#[path = "support/memory.rs"]
mod memory;

use memory::Memory;
use visavis::app::{self, CheckRequest, Session};
use visavis::config::Partial;
use visavis::diagnostic::{Diagnostic, Severity};

const PROJECT: &str = "source = \"en\"\ntarget = \"fr\"\nglossaries = [\"g.toml\"]\n\
    [[pair]]\nsource = \"en/*.md\"\ntarget = \"fr/*.md\"\n";

const GLOSSARY: &str = r#"
[concept.un]
kind = "organization"
en = "United Nations"
fr = { term = "Nations unies", admitted = ["Organisation mondiale des nations"] }

[concept.kite]
en = "kite"
fr = "cerf-volant"

[concept.pattern]
en = { term = "quays?|wharf", match = "regex" }
fr = { term = "quais?", match = "regex" }
"#;

fn files(pages: &[(&str, &str)]) -> Memory {
    let files = Memory::default();
    files.put("visavis.toml", PROJECT);
    files.put("g.toml", GLOSSARY);
    for (at, (source, target)) in pages.iter().enumerate() {
        files.put(&format!("en/{at}.md"), source);
        files.put(&format!("fr/{at}.md"), target);
    }
    files
}

/// Rule, file and severity of each finding.
fn found(files: &Memory, over: Partial) -> Vec<(&'static str, String, Severity)> {
    let mut session = files.session();
    let request = CheckRequest { over, ..CheckRequest::default() };
    let checked = app::check(&mut session, &request);
    let checked = checked.unwrap_or_else(|_| panic!("{:?}", session.notices));
    checked.found.iter().map(|found| shown(found, &session)).collect()
}

fn shown(found: &Diagnostic, session: &Session<'_>) -> (&'static str, String, Severity) {
    (found.rule, session.sources.get(found.primary.at.source).path.clone(), found.severity)
}

fn of(rule: &'static str, file: &str) -> (&'static str, String, Severity) {
    (rule, file.to_owned(), Severity::Warning)
}

const WELL: (&str, &str) =
    ("The 3 wells of Mopti have run dry.", "Les 3 puits de Mopti sont à sec.");

#[test]
fn the_later_document_is_held_to_the_first_and_all_to_the_most() {
    let other = (WELL.0, "Les 3 puits de Mopti sont taris.");
    let rule = "unit-inconsistent";
    let all = |pages: &[(&str, &str)]| found(&files(pages), Partial::default());
    assert_eq!(all(&[WELL, WELL]), []);
    assert_eq!(all(&[WELL, other]), [of(rule, "fr/1.md")]);
    assert_eq!(all(&[other, WELL, WELL]), [of(rule, "fr/0.md")]);
    // Different sources under one translation.
    assert_eq!(
        all(&[WELL, ("The 3 old wells of Mopti are dry now.", WELL.1)]),
        [of(rule, "fr/1.md")]
    );
    // A word alone, a name or a yes, says nothing.
    assert_eq!(all(&[("Wells 1994", "Puits 1994"), ("Wells 1994", "Sources 1994")]), []);
}

#[test]
fn a_comment_silences_what_only_the_project_shows_and_is_not_idle() {
    let rule = "unit-inconsistent";
    let silenced =
        format!("<!-- visavis-ignore {rule}: a poem -->\nLes 3 puits de Mopti sont taris.");
    assert_eq!(found(&files(&[WELL, (WELL.0, &silenced)]), Partial::default()), []);
    let idle = files(&[WELL, (WELL.0, &silenced.replace("taris", "à sec"))]);
    assert_eq!(found(&idle, Partial::default()), [of("unused-suppression", "fr/1.md")]);
    let select = Some(vec!["term".to_owned(), "unused-suppression".to_owned()]);
    let other = Partial { select, ..Partial::default() };
    assert_eq!(found(&idle, other), []);
}

#[test]
fn preferred_and_admitted_forms_are_mixed_freely_unless_the_project_is_strict() {
    let first = ("The United Nations came.", "Les Nations unies sont venues.");
    let second = ("The United Nations left.", "L’Organisation mondiale des nations est partie.");
    let third = ("The United Nations slept.", "Les Nations Unies ont dormi.");
    assert_eq!(found(&files(&[first, second]), Partial::default()), []);
    let rule = "term-inconsistent";
    assert_eq!(found(&files(&[first, third]), Partial::default()), [of(rule, "fr/1.md")]);
    let strict = files(&[first, second]);
    let options = "[check.options.term-inconsistent]\nstrict = true\n";
    strict.put("visavis.toml", &format!("{PROJECT}{options}"));
    assert_eq!(found(&strict, Partial::default()), [of(rule, "fr/1.md")]);
}

#[test]
fn an_option_that_a_rule_does_not_have_is_refused() {
    for options in ["strikt = true", "strict = 1"] {
        let files = files(&[WELL]);
        let options = format!("[check.options.term-inconsistent]\n{options}\n");
        files.put("visavis.toml", &format!("{PROJECT}{options}"));
        let mut session = files.session();
        assert!(app::check(&mut session, &CheckRequest::default()).is_err(), "{options}");
        assert_eq!(session.notices.len(), 1);
    }
}

#[test]
fn entries_that_no_text_uses_are_reported_where_they_are_asked_for() {
    let files = files(&[("The United Nations came.", "Les Nations unies sont venues.")]);
    assert_eq!(found(&files, Partial::default()), []);
    for name in ["glossary", "glossary-unused"] {
        let over = Partial { select: Some(vec![name.to_owned()]), ..Partial::default() };
        let unused = ("glossary-unused", "g.toml".to_owned(), Severity::Info);
        assert!(found(&files, over).contains(&unused), "{name}");
    }
    let over = Partial { select: Some(vec!["glossary-unused".into()]), ..Partial::default() };
    assert_eq!(found(&files, over).len(), 2, "the kite and the pattern");
}

#[test]
fn words_of_the_project_hold_for_sentences_that_touch() {
    let files = files(&[("He wrote to the office at noon.", "Il a écrit au serv.Santé à midi.")]);
    let rule = "glued-sentence";
    let over = || Partial { select: Some(vec![rule.to_owned()]), ..Partial::default() };
    assert_eq!(found(&files, over()), [of(rule, "fr/0.md")]);
    files.put("visavis.toml", &format!("{PROJECT}[segmentation]\nfr = \"fr.toml\"\n"));
    files.put("fr.toml", "never-end = [\"serv\"]\n");
    assert_eq!(found(&files, over()), []);
}

/// The forms of a language without rules of its own are those of the project's file, with their accents missing too.
#[test]
fn rules_of_inflection_of_the_project_hold_for_misspelt_forms() {
    let files = Memory::default();
    let project = "source = \"eo\"\ntarget = \"fr\"\nglossaries = [\"g.toml\"]\n";
    files.put("visavis.toml", project);
    files.put("g.toml", "[concept.ship]\neo = \"ŝipvetero\"\nfr = \"temps de mer\"\n");
    files.put("a.eo.md", "La sipveteroj estis malbonaj.\n");
    let over = || Partial { select: Some(vec!["term".into()]), ..Partial::default() };
    assert_eq!(found(&files, over()), []);
    files.put("visavis.toml", &format!("{project}[morphology]\neo = \"eo.rules.toml\"\n"));
    files.put("eo.rules.toml", "plural = ['o > oj']\nsingular = ['j > -']\n");
    assert_eq!(found(&files, over()), [of("term-spelling", "a.eo.md")]);
}
