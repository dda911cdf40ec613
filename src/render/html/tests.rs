//! What the page must hold whatever the texts: escaping, languages, marks that nest.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use html5gum::Token;
use html5gum::Tokenizer;

use super::SCRIPT;
use super::STYLE;
use crate::render::sample::HOSTILE;
use crate::render::sample::Sample;

#[derive(Debug)]
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Names of the elements round it, outermost first.
    round: Vec<String>,
}

impl Tag {
    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// The elements of a page, and its text; fails where elements do not nest.
fn read(page: &str) -> (Vec<Tag>, String) {
    const VOID: &[&str] = &["meta", "br", "input"];
    let string = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (mut tags, mut text, mut open) = (Vec::new(), String::new(), Vec::<String>::new());
    // What the style and the script say is no text, and the tokeniser alone does not know them.
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let page = page.replace(style, "").replace(SCRIPT, "");
    for Ok(token) in Tokenizer::new(&page) {
        match token {
            Token::StartTag(tag) => {
                let name = string(&tag.name);
                let attributes = tag
                    .attributes
                    .iter()
                    .map(|(key, value)| (string(key), string(value)))
                    .collect();
                tags.push(Tag { name: name.clone(), attributes, round: open.clone() });
                if !VOID.contains(&name.as_str()) && !tag.self_closing {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => assert_eq!(open.pop(), Some(string(&tag.name)), "elements nest"),
            Token::String(part) => text.push_str(&string(&part)),
            Token::Error(error) => panic!("the page is well formed: {}", error.value),
            Token::Comment(_) => panic!("no comment is written"),
            Token::Doctype(_) => {}
        }
    }
    assert!(open.is_empty(), "every element ends: {open:?}");
    (tags, text)
}

#[test]
fn hostile_text_is_text_wherever_it_comes_from() {
    let (tags, text) = read(&Sample::new("en", "fr", 1).written("html"));
    let known: BTreeSet<&str> = "html head meta title style body svg symbol path use a header p h1 h2 h3 h4 ul ol li dl dt dd div \
         details summary section fieldset legend label input span nav button output main table thead tbody tr th td mark i del \
         ins b bdi br code kbd article footer dialog form script"
        .split_whitespace()
        .collect();
    for tag in &tags {
        assert!(known.contains(tag.name.as_str()), "{tag:?}");
        for name in tag.attributes.keys() {
            assert!(!name.starts_with("on") && name != "src" && name != "style", "{tag:?}");
        }
    }
    assert_eq!(tags.iter().filter(|tag| tag.name == "script").count(), 1);
    let shown = HOSTILE.replace('\u{202e}', "U+202E");
    // Title, both cells, catalogue, note, definition, source, term, message, path: it is all there to be read.
    assert!(text.matches(&shown).count() > 15);
}

#[test]
fn nothing_is_fetched_and_only_the_page_s_own_code_may_run() {
    let page = Sample::new("en", "fr", 1).written("html");
    let (tags, _) = read(&page);
    for tag in &tags {
        let link = tag.get("href");
        assert!(link.is_empty() || link.starts_with('#'), "{tag:?}");
    }
    for part in [STYLE, SCRIPT] {
        assert!(!part.contains("http") && !part.contains("url(") && !part.contains("@import"));
    }
    let policy = tags
        .iter()
        .find(|tag| tag.get("http-equiv") == "Content-Security-Policy")
        .unwrap()
        .get("content")
        .to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    for part in [style, SCRIPT] {
        assert!(policy.contains(&super::policy_hash(part)));
    }
}

#[test]
fn every_cell_names_its_language_and_direction() {
    for (target, dir) in [("fr", "ltr"), ("ar", "rtl")] {
        let (tags, _) = read(&Sample::new("fr", target, 1).written("html"));
        let cells: Vec<&Tag> =
            tags.iter().filter(|tag| tag.name == "td" && tag.get("class") != "n").collect();
        // Counts are of no language.
        let is_count = |tag: &&Tag| tag.round.iter().any(|round| round == "details");
        let cells: Vec<&Tag> = cells.into_iter().filter(|tag| !is_count(tag)).collect();
        assert_eq!(cells.len(), 14);
        for cell in cells {
            let expected = if cell.get("class") == "s" { ("en", "ltr") } else { (target, dir) };
            assert_eq!((cell.get("lang"), cell.get("dir")), expected);
        }
        assert_eq!(tags.iter().find(|tag| tag.name == "html").unwrap().get("lang"), "fr");
    }
}

#[test]
fn links_lead_to_parts_of_the_page_and_ids_are_not_repeated() {
    let (tags, _) = read(&Sample::new("en", "fr", 3).written("html"));
    let ids: Vec<&str> = tags.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len());
    for tag in &tags {
        if let Some(fragment) = tag.get("href").strip_prefix('#') {
            assert!(known.contains(fragment), "{tag:?}");
        }
    }
    assert!(known.contains("u0"));
}

#[test]
fn rows_can_be_chosen_without_the_script() {
    let (tags, text) = read(&Sample::new("en", "fr", 1).written("html"));
    for choice in ["all", "found", "errors", "open"] {
        let input = tags.iter().find(|tag| tag.get("id") == format!("vv-show-{choice}")).unwrap();
        assert_eq!((input.get("type"), input.get("name")), ("radio", "vv-show"));
    }
    let rows = |class: &str| {
        tags.iter()
            .filter(|tag| tag.name == "tr" && tag.get("class").split(' ').any(|own| own == class))
            .count()
    };
    assert_eq!((rows("u"), rows("f"), rows("er"), rows("o")), (7, 2, 2, 3));
    assert!(
        text.contains("7 rows") && text.contains("2 errors") && text.contains("3 rows to complete")
    );
}

#[test]
fn overlapping_marks_and_changes_nest() {
    let (tags, text) = read(&Sample::new("en", "fr", 1).written("html"));
    let inside = |name: &str, round: &str| {
        tags.iter().any(|tag| tag.name == name && tag.round.iter().any(|own| own == round))
    };
    assert!(inside("mark", "del") && inside("del", "td") && inside("ins", "td"));
    assert!(!inside("del", "del") && !inside("mark", "mark") && !inside("a", "a"));
    assert!(text.contains("Mended in the corrected form"));
}

#[test]
fn an_open_row_is_given_the_glossary_s_forms() {
    let page = Sample::new("en", "fr", 1).written("html");
    let (_, text) = read(&page);
    assert!(text.contains("To be translated into French"));
    assert!(page.contains(
        "<ul class=\"hints\"><li><a class=\"g\" href=\"#vv-c0\" lang=\"en\" dir=\"ltr\">samovar</a>"
    ));
    let (_, text) = read(&Sample::new("fr", "fr", 1).written("html"));
    assert!(text.contains("À traduire en français"));
}

#[test]
fn words_that_run_the_other_way_are_isolated_in_messages() {
    let mut sample = Sample::new("en", "fr", 1);
    sample.found[0].message = crate::render::words::use_instead("ليبيا \u{E000}\u{E001}");
    let page = sample.written("html");
    assert!(page.contains("use “<bdi>ليبيا </bdi>”"));
    read(&page);
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert_eq!(
        Sample::new("fr", "fr", 4).written("html"),
        Sample::new("fr", "fr", 4).written("html")
    );
}

#[test]
fn five_thousand_rows_take_time_and_space_in_proportion() {
    let time = |times: usize| {
        let sample = Sample::new("en", "fr", times);
        let start = std::time::Instant::now();
        let page = sample.written("html");
        (start.elapsed(), page.len())
    };
    let (few, _) = time(90);
    let (many, size) = time(720);
    assert!(size < 20_000_000, "{size} bytes for 5,040 rows");
    // Eight times the rows: were anything quadratic, sixty-four times the time.
    assert!(many < few * 30 + std::time::Duration::from_millis(200), "{few:?}, then {many:?}");
}

#[test]
fn findings_of_units_with_one_id_go_to_the_row_that_holds_them() {
    let mut sample = Sample::new("en", "fr", 2);
    for unit in &mut sample.bitext.units {
        unit.id = "same".to_owned();
    }
    for finding in &mut sample.found {
        finding.unit = finding.unit.take().map(|_| "same".to_owned());
    }
    let (tags, _) = read(&sample.written("html"));
    assert_eq!(
        tags.iter().filter(|tag| tag.name == "tr" && tag.get("class").contains(" f")).count(),
        4
    );
}

#[test]
fn the_use_of_terms_is_a_folded_table_with_heads_and_links_to_entries() {
    let (tags, _) = read(&Sample::new("fr", "fr", 1).written("html"));
    let inside = |name: &str| {
        let here =
            |tag: &&Tag| tag.name == name && tag.round.iter().any(|round| round == "details");
        tags.iter().filter(here).collect::<Vec<_>>()
    };
    assert!(inside("table").iter().any(|table| table.get("class") == "tally"));
    let ids: BTreeSet<&str> = tags.iter().map(|tag| tag.get("id")).collect();
    let links: Vec<&str> = inside("a").iter().map(|link| link.get("href")).collect();
    let entries = links.iter().filter(|link| link.starts_with("#vv-c"));
    assert!(entries.clone().count() > 0);
    assert!(entries.clone().all(|link| ids.contains(link.trim_start_matches('#'))));
    assert!(inside("th").iter().all(|head| !head.get("scope").is_empty()));
}
