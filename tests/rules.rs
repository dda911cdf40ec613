//! Every rule's page under `docs/rules/` is complete, and its examples hold.
//!
//! The examples go the whole way of a project: a page and its translation as HTML files, a glossary, a project file.
//! Set `VISAVIS_SHOW_OTHERS` to see what other rules find in them (with `--nocapture`).

#![allow(clippy::print_stderr, reason = "shown to who asks for it")]

#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/memory.rs"]
mod memory;
#[path = "support/project.rs"]
mod project;
#[path = "support/tree.rs"]
mod tree;

use std::path::Path;

use fixture::{Example, Line, Page, Part};
use project::{Html, Place, Project, SOURCE, TARGET, places};
use visavis::chrome;
use visavis::diagnostic::{Applicability, Diagnostic, Severity};
use visavis::fix;
use visavis::glossary::CODES;
use visavis::rule::{self, FixAvailability, RuleMeta, RuleOptions, UNUSED_SUPPRESSION};
use visavis::text::Span;

/// Severities that are promised to users, by code or by the family that a code belongs to.
const SEVERITIES: &[(Severity, &[&str])] = &[
    (
        Severity::Error,
        &[
            "do-not-translate",
            "name-form",
            "number-mismatch",
            "placeholder-mismatch",
            "tag-mismatch",
            "term-forbidden",
            "term-missing",
            "term-untranslated",
            "unit-missing",
            "unit-untranslated",
        ],
    ),
    (
        Severity::Warning,
        &[
            "acronym",
            "chrome-unpaired",
            "date-order",
            "glued-sentence",
            "mixed-script",
            "name-inconsistent",
            "name-untransliterated",
            "name-variant",
            "raw-placeholder",
            "term-case",
            "term-deprecated",
            "term-inconsistent",
            "term-spelling",
            "unbalanced",
            "unit-inconsistent",
            "unused-suppression",
        ],
    ),
    (Severity::Info, &["double-space", "no-break-space", "statistics", "term-count"]),
];

fn metas() -> Vec<&'static RuleMeta> {
    rule::metas()
}

/// Holds an example to its marks; answers what is not as marked.
#[allow(clippy::print_stderr, reason = "shown to the writer of a page who asks for it")]
fn hold(meta: &RuleMeta, page: &Page, example: &Example) -> Vec<String> {
    let run = Project::new(page, example);
    let found = run.check();
    let others = found.iter().filter(|(_, found)| found.rule != meta.code);
    let others: Vec<_> = others.map(|(_, found)| format!("{}", found.message)).collect();
    if std::env::var_os("VISAVIS_SHOW_OTHERS").is_some() && !others.is_empty() {
        eprintln!("{}: {}\n    also {others:?}", meta.code, shown(example));
    }
    let mut faults = Vec::new();
    for (file, html) in [(SOURCE, &run.source), (TARGET, &run.target)] {
        let (marked, places) = (html.marked(meta.code), places(&found, file, meta.code));
        let text = |(severity, start, end): &Place| {
            format!("{severity} “{}”", Span::of(*start, *end).slice(&html.text))
        };
        let lacking: Vec<_> = marked.difference(&places).map(text).collect();
        let surplus: Vec<_> = places.difference(&marked).map(text).collect();
        if marked != places {
            faults.push(format!(
                "marked and not found {lacking:?}, found and not marked {surplus:?}"
            ));
        }
    }
    let own = found.into_iter().map(|(_, found)| found).filter(|found| found.rule == meta.code);
    let own: Vec<Diagnostic> = own.collect();
    if meta.fix == FixAvailability::Never && own.iter().any(|found| found.fix.is_some()) {
        faults.push("a fix, though the rule says never".to_owned());
    }
    faults.extend(hold_fixed(meta, example, &run, &own));
    let head =
        |fault| format!("{}: {}\n    {fault}\n    others: {others:?}", meta.code, shown(example));
    faults.into_iter().map(head).collect()
}

/// Holds the targets to what they are said to become.
fn hold_fixed(
    meta: &RuleMeta,
    example: &Example,
    run: &Project,
    found: &[Diagnostic],
) -> Option<String> {
    let fixed: Vec<Line> = example
        .lines
        .iter()
        .map(|line| Line { text: line.fixed.clone().unwrap_or(line.text.clone()), ..line.clone() })
        .collect();
    let wanted = Html::new(&fixed, Part::Target, &example.langs.1).text;
    let edits = fix::plan(found, Applicability::Safe).edits;
    let edits: Vec<_> = edits.into_values().flatten().collect();
    let text = fix::apply(&run.target.text, &edits);
    if text != wanted {
        let text = text.lines().find(|line| !wanted.contains(line)).unwrap_or_default();
        return Some(format!("the safe fixes make it “{text}”"));
    }
    run.files.put(TARGET, &wanted);
    let left = places(&run.check(), TARGET, meta.code);
    let mended = text != run.target.text && !left.is_empty();
    mended.then(|| "the fixes leave findings".to_owned())
}

/// The first words of an example, to find it by.
fn shown(example: &Example) -> String {
    let lines = example.lines.iter().filter(|line| line.part != Part::Source);
    lines.map(|line| line.text.as_str()).collect::<Vec<_>>().join(" / ")
}

/// Has an example a mark of the rule?
fn is_marked(example: &Example, code: &str) -> bool {
    example.lines.iter().any(|line| line.marks.iter().any(|mark| mark.rule == code))
}

#[test]
fn every_page_has_its_headings_in_order() {
    for meta in metas() {
        let page = fixture::read(meta.doc);
        let (last, before) = page.headings.split_last().expect("headings");
        let title = format!("# {}", meta.code);
        let wanted = [title.as_str(), "## What it checks", "## Why it matters", "## Example"];
        assert_eq!(before, wanted, "{}", meta.code);
        assert!(["## Fix safety", "## What to do"].contains(&last.as_str()), "{}", meta.code);
        let path = format!("docs/rules/{}.md", meta.code);
        assert_eq!(meta.doc, tree::read(&path), "{path} is not the page of {}", meta.code);
    }
}

#[test]
fn every_page_is_that_of_a_code() {
    let mut known: Vec<&str> = metas().iter().map(|meta| meta.code).collect();
    known.extend(CODES.iter().map(|code| code.code));
    known.extend(chrome::CODES.iter().map(|code| code.code));
    for page in tree::below("docs/rules", ".md") {
        let name = Path::new(&page.path).file_stem().and_then(|name| name.to_str());
        assert!(name.is_some_and(|name| known.contains(&name)), "{}: no such rule", page.path);
    }
}

#[test]
fn every_example_is_found_as_it_is_marked() {
    let mut faults = Vec::new();
    for meta in metas().into_iter().filter(|meta| meta.code != UNUSED_SUPPRESSION.code) {
        let page = fixture::read(meta.doc);
        faults.extend(page.examples.iter().flat_map(|example| hold(meta, &page, example)));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_page_shows_the_fault_its_absence_and_its_mending() {
    for meta in metas().into_iter().filter(|meta| meta.code != UNUSED_SUPPRESSION.code) {
        let page = fixture::read(meta.doc);
        let marked = |example: &&Example| is_marked(example, meta.code);
        let marked = page.examples.iter().filter(marked).count();
        assert!(marked > 0, "{}: no example of the fault", meta.code);
        assert!(marked < page.examples.len(), "{}: no example without the fault", meta.code);
        let mut lines = page.examples.iter().flat_map(|example| &example.lines);
        let mended = lines.any(|line| line.fixed.is_some());
        assert!(meta.fix != FixAvailability::Always || mended, "{}: no `fixed`", meta.code);
    }
}

/// The page of `unused-suppression` has its example in Markdown: a comment, and a paragraph without the fault.
#[test]
fn a_comment_is_idle_where_it_silences_nothing() {
    let page = fixture::read(UNUSED_SUPPRESSION.doc);
    let [example] = page.markdown.as_slice() else { panic!("one example") };
    let (comment, _) = example.split_once('\n').expect("a comment and a paragraph");
    let glossary = "[concept.drone]\nen = \"drone\"\nfr = \"aéronef\"\n";
    let idle = |translation: &str| {
        let line = |part, text: &str| Line { part, text: text.to_owned(), ..Line::default() };
        let lines = vec![
            line(Part::Source, "A drone passes over the roofs every morning."),
            line(Part::Target, translation),
        ];
        let langs = ("en".to_owned(), "fr".to_owned());
        let page = Page { glossary: glossary.to_owned(), ..Page::default() };
        let run = Project::new(&page, &Example { langs, lines });
        let text = &run.target.text;
        run.files.put(TARGET, &text.replace("<p>Un", &format!("{comment}\n<p>Un")));
        places(&run.check(), TARGET, UNUSED_SUPPRESSION.code).len()
    };
    assert_eq!(idle("Un aéronef passe au-dessus des toits tous les matins."), 1);
    assert_eq!(idle("Un appareil passe au-dessus des toits tous les matins."), 0);
}

#[test]
fn codes_are_sorted_and_said_in_messages_of_their_name() {
    let codes: Vec<&str> = rule::all(&RuleOptions::new())
        .expect("rules")
        .iter()
        .map(|rule| rule.meta().code)
        .collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "sort the registry: {codes:?}");
    let projects = rule::of_projects(&RuleOptions::new()).expect("rules");
    let apart: Vec<&str> = projects.iter().map(|rule| rule.meta().code).collect();
    assert!(apart.is_sorted_by(|a, b| a < b), "sort the registry: {apart:?}");
    assert_eq!(rule::rule_codes().len(), codes.len() + apart.len() + 1);
    for meta in metas() {
        assert!(!meta.messages.is_empty(), "{} says nothing", meta.code);
        for spec in meta.messages {
            let behind = spec.id.strip_prefix(meta.code);
            assert!(behind.is_some_and(|rest| rest.starts_with('-')), "{}", spec.id);
        }
    }
}

#[test]
fn rules_are_as_grave_as_promised_and_appeared_in_a_version() {
    let number = |version: &str| -> Option<Vec<u32>> {
        version.split('.').map(|part| part.parse().ok()).collect()
    };
    let now = number(env!("CARGO_PKG_VERSION")).expect("a version");
    for meta in metas() {
        let covers = |names: &&[&str]| names.iter().any(|name| rule::covers(name, meta.code));
        let promised = SEVERITIES.iter().find(|(_, names)| covers(names)).map(|(found, _)| *found);
        assert_eq!(Some(meta.severity), promised, "{}", meta.code);
        let since = number(meta.since).unwrap_or_else(|| panic!("{}: {}", meta.code, meta.since));
        assert!(since.len() == 3 && since <= now, "{}: {}", meta.code, meta.since);
    }
}
