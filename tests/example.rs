//! The example of this repository: every planted slip is found where it stands, and no sound use is reported.
//!
//! `examples/libya/slips.toml` was written by a reader, not by the program. Findings for information only are left
//! out on both sides.

#[path = "support/memory.rs"]
mod memory;
#[path = "support/tree.rs"]
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use memory::Memory;
use visavis::app::{self, CheckRequest};
use visavis::bitext::Bitext;
use visavis::diagnostic::{Diagnostic, Severity};
use visavis::document::{Kind, Role};
use visavis::glossary;
use visavis::text::{SourceFile, SourceId, Sources};

/// The folder of the example, as `cargo test` sees it.
const FOLDER: &str = "examples/libya";

/// Rules that a sound use must not set off.
const FAMILIES: [&str; 4] = ["term", "name", "acronym", "number"];

/// A stretch of a file, with the rule that finds it where it is a slip.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    rule: String,
    file: String,
    concept: Option<String>,
    start: usize,
    end: usize,
}

impl Stretch {
    /// An entry of the list: the words, and which occurrence of them is meant.
    fn of(entry: &toml::Table) -> Self {
        let word = |key: &str| entry.get(key).and_then(toml::Value::as_str).map(str::to_owned);
        let (file, words) = (word("file").expect("a file"), word("text").expect("words"));
        let nth = entry.get("occurrence").and_then(toml::Value::as_integer).unwrap_or(1);
        let nth = usize::try_from(nth - 1).expect("occurrences are counted from 1");
        let text = tree::read(&format!("{FOLDER}/{file}"));
        let place = text.match_indices(&words).nth(nth);
        let (start, _) = place.unwrap_or_else(|| panic!("{file}: no such words: {words}"));
        let rule = word("rule").unwrap_or_default();
        Self { rule, concept: word("concept"), file, start, end: start + words.len() }
    }

    /// Is a finding the one that is listed? A slip without concept may be found with any.
    fn is(&self, found: &Self) -> bool {
        let concept = self.concept.as_ref().or(found.concept.as_ref());
        *found == Self { concept: concept.cloned(), ..self.clone() }
    }

    fn found(found: &Diagnostic, sources: &Sources) -> Self {
        let range = found.primary.at.span.range();
        Self {
            rule: found.rule.to_owned(),
            file: name(sources, found.primary.at.source),
            concept: found.concept.clone(),
            start: range.start,
            end: range.end,
        }
    }
}

/// The name of a file, its folder left out.
fn name(sources: &Sources, id: SourceId) -> String {
    sources.get(id).path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The entries of the list under a name.
fn listed(kind: &str) -> Vec<Stretch> {
    let list: toml::Table = tree::read(&format!("{FOLDER}/slips.toml")).parse().expect("TOML");
    let entries = list.get(kind).and_then(toml::Value::as_array).expect("a list");
    entries.iter().map(|entry| Stretch::of(entry.as_table().expect("an entry"))).collect()
}

/// The example as it was built.
struct Example {
    sources: Sources,
    bitext: Bitext,
    found: Vec<Diagnostic>,
    mended: Vec<bool>,
    fixed: String,
    /// The files written, by path.
    outputs: BTreeMap<PathBuf, Vec<u8>>,
}

/// Builds the example into memory, the translation being `translation` where there is one.
fn build(translation: Option<&str>, backwards: bool) -> Example {
    let files = Memory::over_disk(backwards);
    if let Some(text) = translation {
        files.put(&format!("{FOLDER}/article.fr.md"), text);
    }
    let mut session = files.session();
    let built = app::build(&mut session, &CheckRequest::default(), Path::new(FOLDER));
    let mut built = built.unwrap_or_else(|_| panic!("{:?}", session.notices));
    let page = built.pages.pop().expect("one page");
    let sources = std::mem::take(&mut session.sources);
    Example {
        sources,
        bitext: page.bitext,
        found: page.found,
        mended: page.mended,
        fixed: page.fixed.expect("a translation"),
        outputs: files.into_files(),
    }
}

/// Everything found that is more than information.
fn faults(example: &Example) -> impl Iterator<Item = &Diagnostic> {
    example.found.iter().filter(|found| found.severity > Severity::Info)
}

/// A finding as one reads it, without its place.
fn shown(found: &Diagnostic, sources: &Sources) -> String {
    let file = name(sources, found.primary.at.source);
    let words = sources.text(found.primary.at);
    format!("{} in {file}: “{words}”: {}", found.rule, found.message)
}

#[test]
fn every_slip_is_found_and_nothing_else() {
    let example = build(None, false);
    let slips = listed("slip");
    let mut problems = Vec::new();
    let mut left: Vec<&Diagnostic> = faults(&example).collect();
    for slip in &slips {
        let is_it = |found: &&Diagnostic| slip.is(&Stretch::found(found, &example.sources));
        match left.iter().position(is_it) {
            Some(at) => drop(left.remove(at)),
            None => problems.push(format!("not found: {slip:?}")),
        }
    }
    let more = left.iter().map(|found| format!("found too: {}", shown(found, &example.sources)));
    problems.extend(more);
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn sound_uses_are_left_alone() {
    let example = build(None, false);
    let (slips, mut problems) = (listed("slip"), Vec::new());
    for sound in listed("sound") {
        for found in &example.found {
            let own = Stretch::found(found, &example.sources);
            let family = found.rule.split('-').next().unwrap_or_default();
            let overlap = own.file == sound.file && own.start < sound.end && sound.start < own.end;
            // A sentence that lacks a term is reported whole, and may hold sound words.
            let is_slip = slips.iter().any(|slip| slip.is(&own));
            if overlap && !is_slip && FAMILIES.contains(&family) {
                problems.push(format!("{sound:?}: {}", shown(found, &example.sources)));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn the_fixes_take_away_what_they_mend_and_add_nothing() {
    let before = build(None, false);
    let after = build(Some(&before.fixed), false);
    let kept = |(found, mended): &(&Diagnostic, &bool)| {
        !**mended || name(&before.sources, found.primary.at.source) != "article.fr.md"
    };
    let kept = before.found.iter().zip(&before.mended).filter(kept);
    let mut wanted: Vec<String> = kept.map(|(found, _)| shown(found, &before.sources)).collect();
    let mut left: Vec<String> =
        after.found.iter().map(|found| shown(found, &after.sources)).collect();
    assert!(before.mended.contains(&true), "nothing is mended");
    wanted.sort();
    left.sort();
    assert_eq!(left, wanted);
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let first = build(None, false);
    assert!(first.outputs.len() >= 5, "{:?}", first.outputs.keys());
    for (what, other) in [("again", build(None, false)), ("listed backwards", build(None, true))] {
        assert_eq!(other.found, first.found, "{what}");
        for (path, bytes) in &first.outputs {
            assert!(other.outputs.get(path) == Some(bytes), "{what}: {}", path.display());
        }
        assert_eq!(other.outputs.len(), first.outputs.len(), "{what}");
    }
}

/// A folder of pairs lists its files; whichever comes first, the findings are the same.
#[test]
fn the_order_in_which_files_are_listed_does_not_matter() {
    let check = |backwards: bool| {
        let files = if backwards { Memory::backwards() } else { Memory::default() };
        let project = "glossaries = [\"glossary.toml\"]\n[[pair]]\nsource = \"en/*.md\"\n\
                       target = \"fr/*.md\"\n";
        files.put("visavis.toml", &format!("source = \"en\"\ntarget = \"fr\"\n{project}"));
        files.put("glossary.toml", "[concept.port]\nen = \"harbour\"\nfr = \"port\"\n");
        for name in ["a", "b", "c"] {
            files.put(&format!("en/{name}.md"), "The harbour of Sfax was closed for 12 days.\n");
            files.put(&format!("fr/{name}.md"), "La rade de Sfax est restée fermée 12 jours.\n");
        }
        let mut session = files.session();
        let checked = app::check(&mut session, &CheckRequest::default()).expect("a project");
        let shown = checked.found.iter().map(|found| {
            let path = session.sources.get(found.primary.at.source).path.clone();
            (path, found.primary.at.span, found.message.to_string())
        });
        shown.collect::<Vec<_>>()
    };
    assert_eq!(check(false).len(), 3);
    assert_eq!(check(false), check(true));
}

#[test]
fn the_example_is_worth_reading() {
    let example = build(None, false);
    let is_prose = |kind: Kind| matches!(kind, Kind::Paragraph | Kind::Quote);
    let of_page = |id: SourceId| name(&example.sources, id) == "article.txt";
    let paragraphs = example.bitext.paragraphs.iter().filter(|paragraph| {
        paragraph.role == Role::Body
            && is_prose(paragraph.kind)
            && of_page(paragraph.passage.source)
    });
    assert!(paragraphs.count() >= 14);
    let path = "glossaries/libya.toml";
    let file = SourceFile::decode(path, tree::read(path).as_bytes());
    let loaded = glossary::load(SourceId::new(0), &file, None);
    assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
    assert!(loaded.glossary.concepts.len() >= 40);
    let slips = listed("slip");
    let rules: BTreeSet<&str> = slips.iter().map(|slip| slip.rule.as_str()).collect();
    assert!(slips.len() >= 12 && rules.len() >= 8, "{} of {rules:?}", slips.len());
    assert!(listed("sound").len() >= 12);
}
