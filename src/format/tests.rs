//! What holds for every format, on whatever input.

use proptest::prelude::*;

use crate::document::Document;
use crate::text::Passage;

use super::*;

mod hostile;

fn read(format: &dyn Format, text: &str) -> (SourceFile, Document) {
    let file = SourceFile::decode("page", text.as_bytes());
    let (document, _) = format.read(SourceId::new(0), &file);
    (file, document)
}

/// Pieces fit the file and the text, verbatim ones are the same bytes, blocks come in file order.
fn check(format: &dyn Format, text: &str) {
    let (file, document) = read(format, text);
    let mut last = 0;
    for block in &document.blocks {
        check_passage(&file, &block.passage);
        let start = block.passage.location().span.start();
        assert!(start >= last, "{}: blocks out of order in {text:?}", format.meta().name);
        last = start;
    }
    for suppression in &document.suppressions {
        assert!(file.text.get(suppression.scope.range()).is_some());
        assert!(file.text.get(suppression.at.range()).is_some());
    }
}

fn check_passage(file: &SourceFile, passage: &Passage) {
    assert_eq!(passage.map.len() as usize, passage.text.len());
    assert!(draft::is_readable(&passage.text));
    let mut end = 0;
    for piece in passage.map.pieces() {
        assert_eq!(piece.derived.start(), end, "a gap in the map");
        end = piece.derived.end();
        let derived = passage.text.get(piece.derived.range()).expect("cuts a character");
        let source = file.text.get(piece.source.range()).expect("cuts a character of the file");
        if piece.verbatim {
            assert_eq!(derived, source);
        }
    }
    let mut behind = 0;
    for span in &passage.inert {
        assert!(span.start() >= behind && !span.is_empty());
        assert!(passage.text.get(span.range()).is_some());
        behind = span.end();
    }
}

/// What the formats are made of.
const PARTS: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=\"share\">",
    "</div>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<br>",
    "<br/>",
    "<li>",
    "<ul>",
    "</ul>",
    "<td>",
    "<table>",
    "</table>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<title>",
    "</title>",
    "<h1>",
    "</h1>",
    "<svg>",
    "</svg>",
    "<title/>",
    "<script>",
    "</script>",
    "<img alt=\"é &amp; x\">",
    "<img alt='a b'>",
    "<img alt=a&eacute;b>",
    "<input type=submit value=\" go \">",
    "<!-- visavis-ignore x: y -->",
    "<!--",
    "-->",
    "<nav>",
    "</nav>",
    "<form>",
    "<article>",
    "</article>",
    "<",
    ">",
    "</",
    "</>",
    "&",
    "&eacute;",
    "&nbsp;",
    "&#8217;",
    "&notit;",
    "&#0;",
    "\"",
    "'",
    "=",
    "*",
    "**",
    "_",
    "`",
    "``",
    "```\n",
    "\\*",
    "\\",
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n|---|---|\n",
    "---\n",
    "===\n",
    "[a](b \"c\")",
    "![a *b*](c)",
    "https://é.fr/a_(b).",
    "a@b.fr",
    "%1$s",
    "{x}",
    "$",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    " ",
    "  ",
    "\u{c}",
    "\u{a0}",
    "\u{200b}",
    "\u{202f}",
    "\0",
    "mot",
    "Élan",
    "e\u{301}",
    "日本",
    "😀",
    ".",
    "-",
    "    ",
    "\u{feff}",
    "<details hidden>",
    "</details>",
];

/// Text made of those parts, so that chance meets structure.
fn soup() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(PARTS);
    prop::collection::vec(parts, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_reads_whatever_it_is_given(text in soup()) {
        for format in registry() {
            check(*format, &text);
        }
    }

    #[test]
    fn every_format_reads_any_characters(text in "\\PC{0,200}") {
        for format in registry() {
            check(*format, &text);
        }
    }

    #[test]
    fn every_format_reads_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let file = SourceFile::decode("x", &bytes);
        for format in registry() {
            check(*format, &file.text);
        }
    }

    #[test]
    fn an_escaped_text_is_read_as_it_was(text in "[a-zé&<>\"'*_`\\[\\]|~\\\\;#0-9 ]{1,40}") {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!text.is_empty());
        for format in registry() {
            let written = format!("x {} x", format.escape(&text));
            let (_, document) = read(*format, &written);
            prop_assert_eq!(&document.blocks[0].passage.text, &format!("x {text} x"), "{}", format.meta().name);
        }
    }
}

#[test]
fn hostile_pages_are_read_in_linear_time() {
    let nested = "<div><b><a href=x>".repeat(100_000) + "deep" + &"</i></div>".repeat(100_000);
    let attributes = format!("<p {}class='{}'>x", "a=b ".repeat(250_000), "share ".repeat(200_000));
    let pages = [
        nested,
        attributes,
        "<!--".repeat(200_000),
        "&".repeat(1_000_000),
        "&amp".repeat(200_000),
        "<".repeat(1_000_000),
        "</>".repeat(300_000),
        "<title>".repeat(100_000),
        "<p><!-- visavis-ignore -->a".repeat(50_000),
        "<!-- visavis-ignore -->\n".repeat(50_000),
        "<code>a<p>".repeat(50_000),
        "<br>&nbsp;".repeat(100_000),
        "a\n".repeat(300_000),
        " \r\n\r".repeat(300_000),
    ];
    for page in &pages {
        check(&html::Html, page);
        check(&plain::Plain, page);
    }
    for page in pages.iter().skip(2) {
        check(&markdown::Markdown, page);
    }
}

#[test]
fn the_name_decides_the_format_and_the_beginning_where_it_does_not() {
    let name = |path: &str, text: &str| of(&SourceFile::decode(path, text.as_bytes())).meta().name;
    assert_eq!(name("a/b.HTML", ""), "html");
    assert_eq!(name("b.md", "<!doctype html>"), "markdown");
    assert_eq!(name("b.txt", " <!DOCTYPE html><p>"), "html");
    assert_eq!(name("b.txt", "---\nlang: fr\n---\n"), "text");
    assert_eq!(name("-", "---\nlang: fr\n---\n"), "markdown");
    assert_eq!(name("x.y/README", "<html lang=fr>"), "html");
    assert_eq!(name("README", "é"), "text");
}

#[test]
fn a_declared_language_that_is_none_is_reported_where_it_stands() {
    let file = SourceFile::decode("a.html", b"<html lang=\"french\"><p>x");
    let (document, found) = html::Html.read(SourceId::new(0), &file);
    assert_eq!(document.lang, None);
    assert_eq!(found[0].message, language_unknown_nearest("french", "fr"));
    assert_eq!(found[0].primary.at.span.slice(&file.text), "french");
}
