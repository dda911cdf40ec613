//! Rules that compare the texts of a run: what they find, in which order, and what silences it; and what a run does
//! where some of its documents cannot be read.

#[path = "support/memory.rs"]
mod memory;

use memory::Memory;
use visavis::app::{self, CheckRequest, ExtractRequest, Notice, Session};
use visavis::config::Partial;
use visavis::diagnostic::{Applicability, Diagnostic, Severity};
use visavis::glossary::Glossary;

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

/// What is no text at all.
const NO_TEXT: &[u8] = &[0; 64];

/// What is said to be wrong with the run, and about which file.
fn errors(session: &Session<'_>) -> Vec<(&'static str, String)> {
    let wrong = |notice: &Notice| match notice {
        Notice::Plain(Severity::Error, message) => {
            let (_, path) = message.args.first().expect("a path");
            Some((message.id, format!("{path:?}").replace(['"', '(', ')'], "").replace("Text", "")))
        }
        Notice::Place(found) if found.severity == Severity::Error => {
            let path = session.sources.get(found.primary.at.source).path.clone();
            Some((found.message.id, path))
        }
        _ => None,
    };
    session.notices.iter().filter_map(wrong).collect()
}

fn said(id: &'static str, path: &str) -> (&'static str, String) {
    (id, path.to_owned())
}

#[test]
fn a_document_that_cannot_be_read_keeps_no_other_from_being_checked() {
    let other = (WELL.0, "Les 3 puits de Mopti sont taris.");
    let files = files(&[WELL, WELL, WELL, other]);
    files.put_bytes("fr/1.md", NO_TEXT);
    files.put("en/2.md", "");
    let mut session = files.session();
    let checked = app::check(&mut session, &CheckRequest::default()).expect("some are read");
    // The first and the last page are compared over those between them.
    let found: Vec<_> = checked.found.iter().map(|found| shown(found, &session)).collect();
    assert_eq!(found, [of("unit-inconsistent", "fr/3.md")]);
    assert_eq!(checked.files, 4);
    assert_eq!(errors(&session), [said("file-binary", "fr/1.md"), said("page-empty", "en/2.md")]);
    assert!(session.unread.contains("fr/1.md") && session.unread.contains("en/2.md"));
}

#[test]
fn pages_and_files_of_a_folder_are_left_one_by_one_and_said_once() {
    let files = Memory::default();
    let page = |name: &str| format!("[[page]]\nsource = \"{name}.md\"\ntranslation = \"fr.md\"\n");
    let pages = format!("{}{}{}", page("none"), page("a"), page("b"));
    files.put("p/visavis.toml", &format!("source = \"en\"\ntarget = \"fr\"\n{pages}"));
    files.put("p/a.md", WELL.0);
    files.put("p/b.md", WELL.0);
    files.put("d/a.txt", "The war has lasted a year.Nobody sees the end.\n");
    files.put("d/b.tmx", "<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx/>");
    files.put("d/c.txt", "The war has lasted a year.Nobody sees the end.\n");
    let check = |paths: &[&str]| {
        let paths = paths.iter().map(Into::into).collect();
        let mut session = files.session();
        let request = CheckRequest { paths, ..CheckRequest::default() };
        let found = app::check(&mut session, &request).map(|checked| checked.found.len());
        (found.ok(), errors(&session))
    };
    // Two pages have one translation, which is not there; no page at all could be read.
    let none = [said("file-not-found", "p/none.md"), said("file-not-found", "p/fr.md")];
    assert_eq!(check(&["p"]), (None, none.to_vec()));
    let refused = said("xml-internal-subset", "d/b.tmx");
    assert_eq!(check(&["d", "d/b.tmx"]), (Some(2), vec![refused.clone()]));
    let gone = said("file-not-found", "gone.txt");
    assert_eq!(check(&["gone.txt", "d", "gone.txt"]), (Some(2), vec![gone, refused]));
}

#[test]
fn settings_that_cannot_be_read_stop_everything() {
    let [settings, chrome] =
        ["glossaries = [\"none.toml\"]\n", "[chrome]\ncatalogues = [\"none.po\"]\n"];
    for (settings, path) in [(settings, "none.toml"), (chrome, "none.po")] {
        let files = files(&[WELL, WELL]);
        files.put("fr/0.md", "");
        let pairs = "[[pair]]\nsource = \"en/*.md\"\ntarget = \"fr/*.md\"\n";
        let head = "source = \"en\"\ntarget = \"fr\"\n";
        files.put("visavis.toml", &format!("{head}{settings}{pairs}"));
        let mut session = files.session();
        assert!(app::check(&mut session, &CheckRequest::default()).is_err(), "{path}");
        assert_eq!(errors(&session), [said("file-not-found", path)]);
    }
}

#[test]
fn a_language_that_all_pages_lack_is_asked_for_once() {
    let files = Memory::default();
    for name in ["a", "b", "c"] {
        files.put(&format!("{name}.md"), "The 3 wells of Mopti have run dry.\n");
    }
    files.put("visavis.toml", "[[page]]\nsource = \"*.md\"\n");
    let asked = [said("build-no-target-language", "a.md")];
    let mut session = files.session();
    assert!(app::check(&mut session, &CheckRequest::default()).is_err());
    assert_eq!(errors(&session), asked);
    let mut session = files.session();
    let here = std::path::Path::new(".");
    assert!(app::build(&mut session, &CheckRequest::default(), here).is_err());
    assert_eq!(errors(&session), asked);
}

#[test]
fn fix_mends_what_can_be_read_and_leaves_the_rest_as_it_is() {
    let glued = (WELL.0, "Les 3 puits de Mopti sont à sec.Personne ne creuse.");
    let files = files(&[glued, glued, glued]);
    files.put_bytes("fr/1.md", NO_TEXT);
    let mut session = files.session();
    let fixed = app::fix(&mut session, &CheckRequest::default(), Applicability::Safe, true);
    let fixed = fixed.expect("some are read");
    assert_eq!((fixed.mended, fixed.diffs.len()), (2, 2));
    assert_eq!(errors(&session), [said("file-binary", "fr/1.md")]);
    assert!(session.unread.contains("fr/1.md"));
    let files = files.into_files();
    let text = |path: &str| files[std::path::Path::new(path)].clone();
    assert_eq!(text("fr/1.md"), NO_TEXT);
    for mended in ["fr/0.md", "fr/2.md"] {
        assert_eq!(text(mended), "Les 3 puits de Mopti sont à sec. Personne ne creuse.".as_bytes());
    }
}

/// A page that nobody could read may be written as most are, or not.
#[test]
fn what_is_usual_is_not_known_while_a_document_is_missing() {
    let usual = ("The United Nations left.", "L’Organisation Mondiale des nations est partie.");
    let odd = (usual.0, "L’Organisation mondiale des Nations est partie.");
    let files = files(&[usual, usual, odd]);
    let trusted = || {
        let select = Some(vec!["term-inconsistent".to_owned()]);
        let over = Partial { select, ..Partial::default() };
        let mut session = files.session();
        let request = CheckRequest { over, ..CheckRequest::default() };
        let found = app::check(&mut session, &request).expect("some are read").found;
        found
            .iter()
            .map(|found| found.fix.as_ref().map(|fix| fix.applicability))
            .collect::<Vec<_>>()
    };
    assert_eq!(trusted(), [Some(Applicability::Unsafe)]);
    files.put("en/3.md", "The rest.\n");
    files.put_bytes("fr/3.md", NO_TEXT);
    assert_eq!(trusted(), [Some(Applicability::Suggestion)]);
}

#[test]
fn proposals_and_names_are_those_of_what_can_be_read() {
    let files = Memory::default();
    let text = "Mr Ghassan Salamé spoke in Tripoli.\n\nMr Ghassan Salamé left Tripoli again.\n";
    files.put("d/a.txt", text);
    files.put_bytes("d/b.txt", NO_TEXT);
    files.put("d/c.txt", &text.replace("Ghassan", "Ghassane"));
    let bad = [said("file-binary", "d/b.txt")];
    let mut session = files.session();
    let check = CheckRequest { paths: vec!["d".into()], ..CheckRequest::default() };
    let request = ExtractRequest { check, least: 2, limit: 10 };
    assert!(!app::extract(&mut session, &request).expect("some are read").proposals.is_empty());
    assert_eq!(errors(&session), bad);
    let mut session = files.session();
    let (paths, glossary) = (["d".into(), "d/b.txt".into()], Glossary::default());
    let names = app::name_variants(&mut session, &paths, &["Ghassan".to_owned()], &glossary);
    assert_eq!(names.expect("some are read")[0].spellings.len(), 2);
    assert_eq!(errors(&session), bad);
    let alone = ["d/b.txt".into()];
    assert!(app::name_variants(&mut session, &alone, &[], &glossary).is_err());
}
