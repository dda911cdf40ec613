//! Bad input gets an answer, and nothing that a reader sees is lost or told twice.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

fn texts(format: &dyn Format, text: &str) -> Vec<String> {
    check(format, text);
    let (_, document) = read(format, text);
    document.blocks.into_iter().map(|block| block.passage.text).collect()
}

fn page(text: &str) -> Vec<String> {
    texts(&html::Html, text)
}

/// Inputs that are no pages, or that pretend to be larger than they are.
#[test]
fn bad_pages_get_an_answer() {
    let pages = [
        format!("<p {}>seen</p>", "data-a=\"b\" ".repeat(100_000)),
        format!("{}seen{}", "<div>".repeat(100_000), "</div>".repeat(100_000)),
        format!("{}seen", "<b><i><table><td>".repeat(25_000)),
        format!("seen{}", "<".repeat(10_000_000)),
        format!("seen{}", "&#".repeat(200_000)),
        format!("seen{}", "&CounterClockwiseContourIntegra".repeat(50_000)),
        format!("seen<!--{}", "-".repeat(1_000_000)),
        format!("seen<p title=\"{}", "x".repeat(1_000_000)),
        format!("seen<![CDATA[{}", "]".repeat(100_000)),
        "seen<script>document.write('<p>unseen</p>')</script>".to_owned(),
        "seen<script>if (a<b) { x = \"unseen\" }".to_owned(),
        "<!--[if IE]><p>unseen</p><![endif]--><p>seen</p>".to_owned(),
        "<![if !IE]><p>seen</p><![endif]>".to_owned(),
        "<p>seen</p><iframe src=x>unseen</iframe><object>unseen</object>".to_owned(),
        "<p>seen\0</p>".to_owned(),
        "</p></div></html></body></table>seen".to_owned(),
        "<p>seen<p<p<p".to_owned(),
    ];
    for text in &pages {
        let found = page(text);
        let shown: String = text.chars().take(40).collect();
        assert!(found.iter().any(|block| block.contains("seen")), "{shown}");
        assert!(found.iter().all(|block| !block.contains("unseen")), "{shown}");
    }
}

#[test]
fn frames_and_plaintext_are_read_as_far_as_they_have_text() {
    let frames = "<frameset cols=2><frame src=a title=Menu><noframes>none</noframes></frameset>";
    assert_eq!(page(frames), ["Menu"]);
    let blocks = page("<p>one</p><plaintext>two <p>three");
    assert_eq!(blocks.concat().matches("two").count(), 1);
    assert!(page("").is_empty() && page("<html><head></head></html>").is_empty());
}

#[test]
fn bytes_that_pose_as_a_page_are_read_and_reported() {
    let image =
        [b"<html>\x89PNG\r\n\x1a\n".as_slice(), &[0, 255, 254, 13, 0, 200].repeat(5_000)].concat();
    let file = SourceFile::decode("a.html", &image);
    let (document, _) = of(&file).read(SourceId::new(0), &file);
    assert_eq!(file.flaws.len(), 2);
    assert!(!document.blocks.is_empty());
    let wide = [b"\xFF\xFE".as_slice(), &[0x3C, 0, 0x70, 0, 0x3E, 0, 0x00, 0xD8, 0x61, 0]].concat();
    let file = SourceFile::decode("a.html", &wide);
    check(&html::Html, &file.text);
    assert!(!file.is_whole());
}

/// What is found in a page is found at its place in the file, whatever the file's encoding.
#[test]
fn places_point_into_the_file_in_every_encoding() {
    let text = "<html><head><meta charset=\"windows-1252\"></head><body><p>Un caf&eacute; \u{e9}t\u{e9}, <img alt=\"l\u{2019}\u{e9}t\u{e9} &amp; co\" title=\"vu\"><input placeholder=\"nom\" aria-label=\"votre nom\"></p></body></html>";
    let latin: Vec<u8> = text
        .chars()
        .map(|c| if c == '\u{2019}' { 0x92 } else { u8::try_from(u32::from(c)).unwrap() })
        .collect();
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    for bytes in [latin, wide, marked, text.as_bytes().to_vec()] {
        let file = SourceFile::decode("a.html", &bytes);
        assert!(file.is_whole(), "{:?}", file.encoding);
        let (document, _) = html::Html.read(SourceId::new(0), &file);
        let found: Vec<_> =
            document.blocks.iter().map(|block| block.passage.text.as_str()).collect();
        assert_eq!(
            found,
            [
                "Un caf\u{e9} \u{e9}t\u{e9},",
                "l\u{2019}\u{e9}t\u{e9} & co",
                "vu",
                "nom",
                "votre nom"
            ]
        );
        for block in &document.blocks {
            let span = block.passage.location().span;
            let raw = file.raw_offset(span.start()) as usize..file.raw_offset(span.end()) as usize;
            let mark = file.encoding.encode("").len();
            let mut written = file.encoding.encode(span.slice(&file.text));
            written.drain(..mark);
            assert_eq!(bytes[raw], written, "{:?}", file.encoding);
        }
    }
}

#[test]
fn markdown_leaves_code_links_and_settings_alone() {
    let text = "---\ntitle: x\nlang: fr\n---\n# Un titre\n\nVoir [le port][p] et <https://a.example/b> avec `let x`, une note[^1] \
        et <span lang=\"en\">a ferry</span>.\n\n| A | B |\n|---|---|\n| un | deux |\n\n<div><p>Du <b>gras</b>.</p></div>\n\n\
        [p]: https://a.example \"Titre\"\n[^1]: La note.\n\n```\nfn main() {}\n```\n";
    let (file, document) = read(&markdown::Markdown, text);
    check(&markdown::Markdown, text);
    let found: Vec<_> = document.blocks.iter().map(|block| block.passage.text.as_str()).collect();
    let wanted = [
        "Un titre",
        "Voir le port et https://a.example/b avec let x, une note et a ferry.",
        "A",
        "B",
        "un",
        "deux",
        "Du gras.",
        "La note.",
        "fn main() {}",
    ];
    assert_eq!(found, wanted);
    assert_eq!(document.lang.unwrap().to_string(), "fr");
    let passage = &document.blocks[1].passage;
    let inert: Vec<_> = passage.inert.iter().map(|span| span.slice(&passage.text)).collect();
    assert_eq!(inert, ["https://a.example/b", "let x"]);
    let port = passage.text.find("le port").unwrap();
    let place = passage.locate(Span::of(port, port + 7)).span;
    assert_eq!(place.slice(&file.text), "le port");
}

/// Markup that hides nothing, between words that are all different.
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=\"share\">",
    "</div>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<br>",
    "<li>",
    "<ul>",
    "</ul>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<nav>",
    "</nav>",
    "<form>",
    "</form>",
    "<article>",
    "</article>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<blockquote>",
    "</blockquote>",
    "<section>",
    "<button>",
    "</button>",
    "<select>",
    "<option>",
    "</select>",
    "<label>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<span lang=fr>",
    "</span>",
    "<footer>",
    "</footer>",
    "<hr>",
    "</>",
    "</x>",
    "<x-y>",
    "&eacute;",
    "&nbsp;",
    "&",
    "< ",
    "<!-- x -->",
    "<!-- visavis-ignore -->",
    "\n",
    "\n\n",
    "\u{a0}",
    "<body>",
    "</body>",
    "<html>",
];

/// Markdown that hides nothing.
const SIGNS: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "# ",
    "\n# ",
    "\n## ",
    "\n- ",
    "\n* ",
    "\n1. ",
    "\n> ",
    "\n>> ",
    "\n    ",
    "\n```\n",
    "\n~~~\n",
    "\n\n",
    "\n",
    "\\",
    "~~",
    "[a](b)",
    "[",
    "]",
    "<b>",
    "</b>",
    "<p>",
    "\n<div>\n",
    "\n</div>\n",
    "| ",
    "\n***\n",
    "\n===\n",
    "&amp;",
    "&",
    "\u{a0}",
    "\t",
    "  \n",
    "$",
    "{x}",
];

/// A page of words `w0x`, `w1x` …, each behind one of the parts.
fn worded(parts: &[&str]) -> String {
    let mut text = String::from("start ");
    for (at, part) in parts.iter().enumerate() {
        let _ = write!(text, "{part} w{at}x ");
    }
    text
}

/// The words that the blocks hold, in their order.
fn told(format: &dyn Format, text: &str) -> Vec<usize> {
    let blocks = texts(format, text).join("\n");
    let words = blocks.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter_map(|word| word.strip_prefix('w')?.strip_suffix('x')?.parse().ok()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_a_page_is_told_once_and_in_order(parts in prop::collection::vec(prop::sample::select(TAGS), 0..40)) {
        prop_assert_eq!(told(&html::Html, &worded(&parts)), (0..parts.len()).collect::<Vec<_>>(), "{}", worded(&parts));
    }

    #[test]
    fn every_word_of_a_markdown_text_is_told_once_and_in_order(parts in prop::collection::vec(prop::sample::select(SIGNS), 0..40)) {
        prop_assert_eq!(told(&markdown::Markdown, &worded(&parts)), (0..parts.len()).collect::<Vec<_>>(), "{}", worded(&parts));
    }

    #[test]
    fn every_character_of_a_plain_text_is_told_once_and_in_order(text in "[\\PC\n\r\t\u{c}\u{a0}]{0,300}") {
        let (_, document) = read(&plain::Plain, &text);
        let blocks: String = document.blocks.iter().map(|block| block.passage.text.as_str()).collect();
        let seen = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || c.is_ascii_punctuation()).collect::<String>();
        prop_assert_eq!(seen(&blocks), seen(&text));
        let mut end = 0;
        for piece in document.blocks.iter().flat_map(|block| block.passage.map.pieces()) {
            prop_assert!(piece.source.start() >= end, "told twice");
            end = piece.source.end();
        }
    }
}
