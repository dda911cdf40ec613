//! What holds for every registered format: texts keep their place in the file, and come back as they were written.

#[path = "support/memory.rs"]
mod memory;

use std::path::{Path, PathBuf};

use memory::Memory;
use proptest::prelude::*;
use visavis::app::{self, CheckRequest};
use visavis::bitext::{Bitext, Unit};
use visavis::config::Partial;
use visavis::document::{Document, Role};
use visavis::exchange::{self, Exchange, ExchangeMeta, Languages, WriteContext};
use visavis::format::{self, Format};
use visavis::lang;
use visavis::text::{Passage, SourceFile, SourceId};

/// What hostile and ordinary pages are made of: words, entities, combining marks, markup, white space.
const PARTS: &[&str] = &[
    "caf",
    "é",
    "e\u{301}",
    "ﷺ",
    "한",
    "👩\u{200d}🌾",
    "שלום",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\u{a0}",
    "\u{202f}",
    "&eacute;",
    "&#233;",
    "&#xE9;",
    "&nbsp;",
    "&amp;",
    "&amp;eacute;",
    "&notanentity;",
    "&",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<p>",
    "</p>",
    "<br>",
    "<h2>",
    "</h2>",
    "<!-- x -->",
    "*",
    "**",
    "_",
    "`",
    "\\*",
    "\\",
    "# ",
    "- ",
    "> ",
    "[a](b)",
    "| a | b |\n|---|---|\n",
    "1. ",
    "mot",
    "Mot.",
    "a\u{feff}b",
    "\r\n",
];

fn page() -> impl Strategy<Value = String> {
    let part = prop::sample::select(PARTS);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

fn read(format: &dyn Format, text: &str) -> (SourceFile, Document) {
    let name = format!("page.{}", format.meta().extensions[0]);
    let file = SourceFile::decode(name, text.as_bytes());
    let (document, _) = format.read(SourceId::new(0), &file);
    (file, document)
}

/// The one text of a document; `None` where it has several blocks or none.
fn only(document: &Document) -> Option<&str> {
    match document.blocks.as_slice() {
        [block] => Some(&block.passage.text),
        _ => None,
    }
}

/// A stretch of a file, read by itself between two letters, so that no white space is at an edge.
fn decoded(format: &dyn Format, stretch: &str) -> Option<String> {
    let open = if format.meta().name == "html" { "<p>" } else { "" };
    let (_, document) = read(format, &format!("{open}x{stretch}y"));
    let text = only(&document)?;
    Some(text.strip_prefix('x')?.strip_suffix('y')?.to_owned())
}

/// Verbatim pieces are the same bytes; an entity decodes to its piece by itself.
fn check_passage(format: &dyn Format, file: &SourceFile, passage: &Passage) {
    let mut derived = 0;
    for piece in passage.map.pieces() {
        assert_eq!(piece.derived.start(), derived, "a gap in {:?}", passage.text);
        derived = piece.derived.end();
        let own = passage.text.get(piece.derived.range()).expect("on characters of the text");
        let source = file.text.get(piece.source.range()).expect("on characters of the file");
        if piece.verbatim {
            assert_eq!(own, source);
        } else if source.starts_with('&') && source.ends_with(';') && !source.contains('<') {
            assert_eq!(decoded(format, source).as_deref(), Some(own), "{source:?}");
        }
    }
    assert_eq!(derived as usize, passage.text.len());
}

/// Every word that a reader sees can be pointed at in the file.
fn check_words(file: &SourceFile, passage: &Passage) {
    for (start, word) in passage.text.match_indices("mot") {
        let part = visavis::text::Span::of(start, start + word.len());
        let at = passage.locate(part);
        if passage.map.is_verbatim(part) {
            assert_eq!(at.span.slice(&file.text), word);
            assert_eq!(passage.find(at), Some(part));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_block_has_its_way_back_to_the_file(text in page()) {
        for format in format::registry() {
            let (file, document) = read(*format, &text);
            for block in &document.blocks {
                check_passage(*format, &file, &block.passage);
                check_words(&file, &block.passage);
            }
        }
    }

    /// What a fix puts into a page is what its reader then sees.
    #[test]
    fn an_escaped_text_is_read_as_it_was_meant(text in "[a-zé<>&;*_`#\\[\\]()~|=+’ -]{0,20}") {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for format in format::registry() {
            let escaped = format.escape(&text);
            let seen = decoded(*format, &escaped);
            prop_assert_eq!(seen, Some(text.clone()), "{}: {:?}", format.meta().name, escaped);
        }
    }

    /// A finding is at a place where an editor can put the cursor, whatever the texts.
    #[test]
    fn every_finding_lies_inside_its_file(units in prop::collection::vec((side(), side()), 1..6)) {
        let lines = units.iter().enumerate().map(|(at, (source, target))| {
            serde_json::json!({ "id": at.to_string(), "source": source, "target": target })
        });
        let text = lines.map(|line| line.to_string()).collect::<Vec<_>>().join("\n");
        let files = Memory::default();
        files.put("units.jsonl", &text);
        files.put("glossary.toml", GLOSSARY);
        let mut session = files.session();
        let checked = app::check(&mut session, &request("units.jsonl")).expect("a bilingual file");
        for found in &checked.found {
            let edits = found.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.at);
            let related = found.related.iter().map(|label| label.at);
            for at in edits.chain(related).chain([found.primary.at]) {
                let file = session.sources.get(at.source);
                prop_assert!(file.text.get(at.span.range()).is_some(), "{:?}", found);
            }
            for (excerpt, text) in [(&found.source, 0), (&found.target, 1)] {
                let Some(excerpt) = excerpt else { continue };
                let unit = found.unit.as_ref().and_then(|id| units.get(id.parse::<usize>().ok()?));
                let (source, target) = unit.expect("the unit of a finding");
                let own = if text == 0 { source } else { target };
                prop_assert_eq!(own.get(excerpt.span.range()), Some(excerpt.text.as_str()));
            }
        }
    }
}

const GLOSSARY: &str = "[concept.gna]\nkind = \"organization\"\n\
    en = { term = \"Government of National Accord\", acronym = \"GNA\" }\n\
    fr = { term = \"Gouvernement d’union nationale\", acronym = \"GNA\", gender = \"m\", \
    forbidden = [\"Gouvernement de l’accord national\"] }\n\
    [concept.truce]\nen = \"ceasefire\"\nfr = { term = \"cessez-le-feu\", gender = \"m\" }\n\
    [concept.putin]\nkind = \"person\"\nen = \"Vladimir Putin\"\nfr = \"Vladimir Poutine\"\n";

/// One side of a unit: what rules look for, among what may confuse them.
fn side() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "the Government of National Accord",
        "GNA",
        "ceasefire",
        "cessez-le-feu",
        "Vladimir Putin",
        "Gouvernement de l’accord national",
        "le cessez\u{2011}le\u{2011}feu",
        "é",
        "e\u{301}",
        "😀",
        " ",
        " ",
        " ",
        "\u{a0}",
        "\n",
        "\"",
        "\\",
        "15,600",
        "15\u{202f}600",
        "8 p.m.",
        "%s",
        "{name}",
        "<b>",
        "&eacute;",
        "(GNA).The",
        "an.Personne",
        "\u{202e}",
        "\u{feff}",
        "\t",
        ".",
        ", ",
        "Poutine",
        "d’",
        "l’",
    ]);
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn request(path: &str) -> CheckRequest {
    let over =
        Partial { source: lang::parse("en"), target: lang::parse("fr"), ..Partial::default() };
    CheckRequest {
        paths: vec![PathBuf::from(path)],
        isolated: true,
        over,
        ..CheckRequest::default()
    }
}

/// The bitext of the example: an aligned body, chrome with sides that the catalogue supplies, open rows.
fn example() -> Bitext {
    let files = Memory::over_disk(false);
    let mut session = files.session();
    let built = app::build(&mut session, &CheckRequest::default(), Path::new("examples/libya"));
    built.expect("the example").pages.pop().expect("a page").bitext
}

/// What a format says that it keeps of a unit.
fn kept(unit: &Unit, meta: &ExchangeMeta) -> impl PartialEq + std::fmt::Debug + use<> {
    let chrome = meta.keeps_kinds.then_some(unit.role == Role::Chrome);
    (unit.id.clone(), unit.source_text().to_owned(), unit.target_text().to_owned(), chrome)
}

fn written(format: &dyn Exchange, bitext: &Bitext) -> Vec<u8> {
    let mut bytes = Vec::new();
    let cx = WriteContext { title: Some("The example"), path: Some("article.txt") };
    format.write(bitext, &cx, &mut bytes).expect("memory takes all");
    bytes
}

/// Writes a bitext and reads what was written.
fn round(format: &dyn Exchange, bitext: &Bitext) -> (Vec<u8>, Bitext) {
    let meta = format.meta();
    let bytes = written(format, bitext);
    let file = SourceFile::decode(format!("a.{}", meta.extensions[0]), &bytes);
    let found = exchange::of(&file).expect("a format").meta().name;
    assert_eq!(found, meta.name, "taken for another format");
    let languages =
        Languages { source: Some(&bitext.source_lang), target: Some(&bitext.target_lang) };
    let read = format.read(SourceId::new(0), &file, languages).expect(meta.name);
    assert!(read.faults.is_empty(), "{}: {:?}", meta.name, read.faults);
    (bytes, read.bitext)
}

#[test]
fn every_bilingual_format_gives_back_the_example() {
    let bitext = example();
    assert!(bitext.units.len() > 50, "{}", bitext.units.len());
    for format in exchange::registry() {
        let meta = format.meta();
        let units =
            |bitext: &Bitext| bitext.units.iter().map(|unit| kept(unit, meta)).collect::<Vec<_>>();
        let (_, first) = round(*format, &bitext);
        assert_eq!(units(&first), units(&bitext), "{}", meta.name);
        // How the sides came together is not kept; all else is, so that from now on nothing changes any more.
        let (bytes, second) = round(*format, &first);
        assert_eq!(units(&second), units(&bitext), "{}", meta.name);
        assert!(written(*format, &second) == bytes, "{}: other bytes", meta.name);
    }
}
