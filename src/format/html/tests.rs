//! What holds for the HTML reader beyond what holds for every format.

use proptest::prelude::*;

use crate::document::{Kind, Role};

use super::*;

fn page(text: &str) -> Document {
    let file = SourceFile::decode("a.html", text.as_bytes());
    Html.read(SourceId::new(0), &file).0
}

fn texts(text: &str) -> Vec<String> {
    page(text).blocks.into_iter().map(|block| block.passage.text).collect()
}

fn kinds(text: &str) -> Vec<(Kind, Option<Role>, String)> {
    page(text).blocks.into_iter().map(|b| (b.kind.unwrap(), b.role, b.passage.text)).collect()
}

#[test]
fn references_and_white_space_map_back() {
    let text = "<p>Un caf&eacute;\n  noir&nbsp;: <b>l&#8217;eau</b> </p>";
    let document = page(text);
    let passage = &document.blocks[0].passage;
    assert_eq!(passage.text, "Un café noir\u{a0}: l’eau");
    let at = |part: &str| {
        let start = passage.text.find(part).unwrap();
        passage.locate(Span::of(start, start + part.len())).span.slice(text)
    };
    assert_eq!(at("é"), "&eacute;");
    assert_eq!(at(" "), " ");
    assert_eq!(at("é n"), "&eacute;\n  n");
    assert_eq!(at("\u{a0}"), "&nbsp;");
    assert_eq!(at("eau"), "eau");
    assert_eq!(passage.location().span.slice(text), "Un caf&eacute;\n  noir&nbsp;: <b>l&#8217;eau");
}

#[test]
fn what_nobody_sees_is_left_out() {
    let text = "<head><title>T</title><style>a{}</style></head><body><h1>H</h1><script>a<b</script>\
        <p hidden>x</p><p style='display:none'>x</p><span aria-hidden=true>x</span><svg><title/><text>x</text></svg>\
        <noscript><p>x</p></noscript><template><p>x</p></template><iframe>x</iframe><p>Seen</p><!-- x -->";
    assert_eq!(texts(text), ["H", "Seen"]);
    assert_eq!(texts("<title>Only &amp; this</title><p>a"), ["Only & this", "a"]);
}

#[test]
fn raw_text_is_read_as_browsers_read_it() {
    let found = |text: &str| texts(text).join("|");
    // Shown as it is written, references and all, to the end tag or the end of the file.
    assert_eq!(found("<xmp>a <b>&amp;</b>\n x</xmp><p>b"), "a <b>&amp;</b>\n x|b");
    assert_eq!(kinds("<xmp>a</xmp>")[0].0, Kind::Code);
    assert_eq!(
        found("<p>a<plaintext>b <p>c&amp;</plaintext><br> d"),
        "a|b <p>c&amp;</plaintext><br> d"
    );
    assert_eq!(found("<textarea>a &lt;b> <p>c</textarea>d"), "a <b> <p>c|d");
    assert_eq!(found("<textarea>a <b>c</>"), "a <b>c</>");
    assert_eq!(found("<title>a <b>c</b></title><p>d"), "a <b>c</b>|d");
    assert_eq!(found("<title>a <b>c"), "a <b>c");
    // Not shown.
    for name in ["noscript", "iframe", "noembed", "noframes", "style", "script"] {
        assert_eq!(found(&format!("<{name}><p>x</p><!-- y </{name}>a<p>b")), "a|b", "{name}");
        assert_eq!(found(&format!("a<{name}>b<p>c")), "a", "{name}");
    }
    assert_eq!(found("<script><!-- <script> </script> --> </script>a"), "a");
    assert_eq!(
        found("<p>a<template><p>x</p><td>y<template>z</template></div></template>b</p>"),
        "ab"
    );
}

#[test]
fn foreign_content_is_read_as_browsers_read_it() {
    let found = |text: &str| texts(text).join("|");
    assert_eq!(found("<p>a <svg><title>x</title><style>p > b { }</style></svg> b</p>"), "a b");
    assert_eq!(found("<p>a <svg><title/><script/><style/><path/></svg> b</p>c"), "a b|c");
    // A section may hold what would end the element.
    assert_eq!(found("<svg><![CDATA[</svg>x]]></svg>a"), "a");
    assert_eq!(found("<p>a<![CDATA[x]]>b"), "ab");
    assert_eq!(found("<math><mi>x</mi><mtext><p>y</p></mtext></math>a"), "a");
    // What was left open is closed by an element of HTML, and by the end of the element round it.
    assert_eq!(found("<svg><path><p>a</p><p>b"), "a|b");
    assert_eq!(found("<math><mrow>x<div>a</div>b"), "a|b");
    assert_eq!(found("<div><svg><g></div>a"), "a");
    assert_eq!(found("<svg><foreignObject><p>x</p></foreignObject><g>y</g></svg>a"), "a");
    assert_eq!(found("<svg/>a<math/>b"), "ab");
    assert_eq!(found(&format!("b{}a", "<svg><foreignObject>".repeat(2_000))), "b");
}

#[test]
fn html_inside_an_image_closes_nothing_outside_it() {
    let found = |text: &str| texts(text).join("|");
    let image = "<svg><foreignObject><div>x</div></foreignObject><desc><p>y</desc></svg>";
    assert_eq!(found(&format!("<p>a {image} b</p>")), "a b");
    assert_eq!(found("<p>a <desc>b</desc> c"), "a b c");
}

#[test]
fn names_of_what_is_not_read_itself_are_read() {
    let text = "<p>a <svg aria-label=Chart><title>x</title></svg> <iframe title=Frame>x</iframe></p>\
        <svg hidden aria-label=x /><template title=y></template><script title=z></script><meter>5</meter>";
    assert_eq!(texts(text), ["a", "Chart", "Frame", "y"]);
}

#[test]
fn links_that_touch_are_lines_of_their_own() {
    assert_eq!(texts("<div><a href=1>One</a><a href=2>Two</a></div>"), ["One", "Two"]);
    let prose =
        "<p><a href=1>One</a> <a href=2>two</a>, <a href=3>three</a><a href=4>four</a>.</p>";
    assert_eq!(texts(prose), ["One two, threefour."]);
}

#[test]
fn a_page_in_xml_is_read_as_xml() {
    let text = "<html xmlns='x' lang='en'><head><title>T</title><script src='a.js'/><style/></head><body><div id='x'/>\
        <p>a<textarea/> b &amp; <![CDATA[c < &amp; <i>]]> d</p><iframe src='x'/><p>e</p></body></html>";
    let read = |path: &str| {
        let file = SourceFile::decode(path, text.as_bytes());
        let blocks = Html.read(SourceId::new(0), &file).0.blocks;
        blocks.into_iter().map(|block| block.passage.text).collect::<Vec<_>>()
    };
    assert_eq!(read("a.xhtml"), ["T", "a", "b & c < &amp; <i> d", "e"]);
    assert_eq!(read("a.html"), ["T"]);
}

#[test]
fn a_page_of_more_blocks_than_anybody_reads_is_read_as_far_as_there_is_room() {
    let text = "<p>a".repeat(crate::format::MAX_BLOCKS + 2);
    let file = SourceFile::decode("a.html", text.as_bytes());
    let (document, found) = Html.read(SourceId::new(0), &file);
    assert_eq!(document.blocks.len(), crate::format::MAX_BLOCKS);
    assert_eq!(found[0].primary.at.span.range().start, 4 * crate::format::MAX_BLOCKS + 3);
}

#[test]
fn a_hidden_block_in_a_line_does_not_cut_it() {
    assert_eq!(texts("<div>one <template><div>x</div></template>two</div>"), ["one two"]);
    assert_eq!(texts("<p>one <span hidden><em>x</em></span>two</p>"), ["one two"]);
}

#[test]
fn what_is_not_to_be_translated_is_inert() {
    let text = "<html translate=no><p>Ask <span translate=no>Vis Major</span> or <b class='x notranslate'>Ad Hoc</b>, <i translate=yes>not</i> me.";
    let passage = &page(text).blocks[0].passage;
    let inert: Vec<_> = passage.inert.iter().map(|span| span.slice(&passage.text)).collect();
    assert_eq!(inert, ["Vis Major", "Ad Hoc"]);
}

#[test]
fn broken_nesting_does_not_confuse() {
    let text = "<ul><li>one<li>two</ul></div><p>three<p>four<b>five<p>six</b> seven</i></p><table><tr><td>a<td>b</div>c</table>d";
    assert_eq!(texts(text), ["one", "two", "three", "fourfive", "six seven", "a", "bc", "d"]);
}

#[test]
fn two_line_breaks_split_and_one_does_not() {
    let text = "<div>One<br>line<br> <br/>Two<br>&nbsp;<br>Three</div>";
    assert_eq!(texts(text), ["One line", "Two", "Three"]);
}

#[test]
fn regions_carry_their_role_and_kind() {
    let body = "<p>A long paragraph of the article, with very many words in it, that outweighs the whole rest of the little page.</p>";
    let text = format!(
        "<header><h1>Site</h1></header><nav><a href=/>Home</a> <a href=/a>About</a></nav>\
         <article><header><h1>Title</h1></header>{body}<div class=\"social-share\"><p>Share this</p></div></article>\
         <aside><p>More</p></aside><footer><p>All rights</p></footer>"
    );
    let found = kinds(&text);
    let (chrome, inside) = (Some(Role::Chrome), Some(Role::Body));
    let expected = [
        (Kind::Heading, chrome, "Site"),
        (Kind::Navigation, chrome, "Home"),
        (Kind::Navigation, chrome, "About"),
        (Kind::Title, inside, "Title"),
        (
            Kind::Paragraph,
            inside,
            "A long paragraph of the article, with very many words in it, that outweighs the whole rest of the little page.",
        ),
        (Kind::Share, chrome, "Share this"),
        (Kind::Paragraph, chrome, "More"),
        (Kind::Footer, chrome, "All rights"),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(k, r, t)| (k, r, t.to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn attributes_that_people_read_are_blocks() {
    let text = "<p>See <img src=x alt=\"a caf&eacute;\"> here</p><input placeholder=\"Your name\">\
        <input type=\"submit\" value=\"Send\"><input type=hidden value=x title=y><img alt='its'>";
    let found = kinds(text);
    let shown: Vec<_> = found.iter().map(|(kind, _, text)| (*kind, text.as_str())).collect();
    assert_eq!(
        shown,
        [
            (Kind::Paragraph, "See here"),
            (Kind::Label, "a café"),
            (Kind::Label, "Your name"),
            (Kind::Button, "Send"),
            (Kind::Label, "its"),
        ]
    );
    let blocks = page(text).blocks;
    assert_eq!(blocks[3].passage.location().span.slice(text), "Send");
    assert!(blocks[3].passage.map.is_verbatim(Span::of(0, 4)));
    assert!(!blocks[4].passage.map.is_verbatim(Span::of(0, 3)));
}

#[test]
fn code_is_inert() {
    let blocks = page("<p>Run <code> a b</code> now</p><pre>let  x;\n</pre>").blocks;
    let inert = |at: usize| {
        let passage = &blocks[at].passage;
        passage.inert.iter().map(|span| span.slice(&passage.text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(inert(0), ["a b"]);
    assert_eq!(inert(1), ["let  x;"]);
    assert_eq!(blocks[1].kind, Some(Kind::Code));
}

#[test]
fn languages_are_inherited_and_checked() {
    let document = page(
        "<html lang=fr><p>a</p><p lang=en-GB>b <i lang=la>c</i></p><p><i lang=la>d</i></p><p lang=zz>e",
    );
    let langs: Vec<_> =
        document.blocks.iter().map(|b| b.lang.as_ref().map(ToString::to_string)).collect();
    let expected =
        [Some("fr"), Some("en-GB"), Some("la"), None].map(|lang| lang.map(str::to_owned));
    assert_eq!(langs, expected);
    assert_eq!(document.lang.unwrap().to_string(), "fr");
}

#[test]
fn words_in_another_language_are_foreign_parts_of_their_block() {
    let document = page(
        "<html lang=fr><p>Il a dit <span lang=en>no <b>comment</b> </span>hier, <a hreflang=en href=x>ici</a> et \
         <i lang=la>ad hoc</i>.</p><p><q lang=en-GB>So</q> <q lang=en>it</q></p><p lang=en>A <i lang=en-US>b</i></p>",
    );
    let foreign = |at: usize| {
        let passage: &crate::text::Passage = &document.blocks[at].passage;
        let show = |part: &crate::text::Foreign| {
            format!("{}:{}", part.lang, part.span.slice(&passage.text))
        };
        passage.foreign.iter().map(show).collect::<Vec<_>>()
    };
    assert_eq!(foreign(0), ["en:no comment", "la:ad hoc"]);
    assert_eq!(document.blocks[0].lang.as_ref().unwrap().to_string(), "fr");
    assert_eq!(foreign(1), ["en-GB:So", "en:it"]);
    assert!(foreign(2).is_empty());
    let passage = &document.blocks[0].passage;
    assert_eq!(passage.own_text(), "Il a dit   hier, ici et  .");
}

#[test]
fn sections_and_links_are_measured() {
    let blocks = page("<div><p>a</p><p>bc <a href=x> cd</a></p></div><div>e<hr>f</div>").blocks;
    let sections: Vec<_> = blocks.iter().map(|block| block.section).collect();
    assert_eq!(sections, [0, 0, 1, 2]);
    assert_eq!(blocks[1].link_percent, 50);
}

#[test]
fn comments_silence_their_line_the_next_block_or_the_file() {
    let text = "<!-- visavis-ignore term-missing, x: why -->\n<p>One\ntwo</p>\n<p>Three</p> <!-- visavis-ignore -->\n<!--visavis-ignore-file y-->";
    let document = page(text);
    let scopes: Vec<_> = document.suppressions.iter().map(|s| s.scope.slice(text)).collect();
    assert_eq!(scopes, ["One\ntwo", "<p>Three</p> <!-- visavis-ignore -->", text]);
    assert_eq!(document.suppressions[0].rules, ["term-missing", "x"]);
    assert_eq!(
        document.suppressions[0].at.slice(text),
        "<!-- visavis-ignore term-missing, x: why -->"
    );
}

/// The characters of a stretch of HTML that holds no tags, by the tokeniser's own decoding.
fn decode(source: &str) -> String {
    html5gum::Tokenizer::new(source)
        .flatten()
        .filter_map(|token| match token {
            html5gum::Token::String(value) => Some(String::from_utf8_lossy(&value).into_owned()),
            _ => None,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decoding_the_source_gives_the_text(
        parts in prop::collection::vec(prop::sample::select(vec![
            "mot", "é", "e\u{301}", "日本", "😀", "&eacute;", "&amp;", "&nbsp;", "&#8217;", "&#x1F600;", "&notin;",
            "&not", "&", ";", " ", "  ", "\n", "\u{a0}", "<b>", "</b>", "<i>", "</i>", "<br>", "a&b", "&#128;",
        ]), 0..40)
    ) {
        let text = format!("<p>{}</p>", parts.concat());
        for block in page(&text).blocks {
            let passage = &block.passage;
            for piece in passage.map.pieces() {
                let derived = piece.derived.slice(&passage.text);
                let source = decode(piece.source.slice(&text));
                let blank = source.trim_matches(['\n', ' ']).is_empty();
                let source = if blank { " ".to_owned() } else { source };
                // A reference without a semicolon ends where the next character says so.
                prop_assert_eq!(&source, derived, "{}", text);
            }
        }
    }
}
