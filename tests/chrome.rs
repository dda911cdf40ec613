//! Catalogues of site chrome as a user brings them: gettext, JSON and Fluent, audited and added to.

#[path = "support/memory.rs"]
mod memory;
#[path = "support/tree.rs"]
mod tree;

use std::path::{Path, PathBuf};

use memory::Memory;
use visavis::app::{AddRequest, CheckRequest, ChromeRequest, add_messages, audit, pair_lines};
use visavis::chrome::CODES;
use visavis::config::{Given, Partial};
use visavis::diagnostic::Diagnostic;
use visavis::lang;

/// The files of an example: each begins with a line `=== name`.
fn files(example: &str) -> Vec<(&str, String)> {
    let mut out: Vec<(&str, String)> = Vec::new();
    for line in example.lines() {
        match (line.strip_prefix("=== "), out.last_mut()) {
            (Some(name), _) => out.push((name, String::new())),
            (None, Some((_, text))) => text.extend([line, "\n"]),
            (None, None) => panic!("no file is named before {line}"),
        }
    }
    out
}

fn request(catalogues: Vec<Given<String>>, glossaries: Vec<Given<String>>) -> CheckRequest {
    let over = Partial {
        source: lang::parse("en"),
        target: lang::parse("fr"),
        chrome_lang: lang::parse("fr"),
        catalogues: Some(catalogues),
        glossaries: Some(glossaries),
        ..Partial::default()
    };
    CheckRequest { isolated: true, over, ..CheckRequest::default() }
}

fn given(name: &str) -> Given<String> {
    Given { value: name.to_owned(), at: None }
}

/// What an audit of an example finds.
fn audited(example: &str) -> Vec<Diagnostic> {
    let memory = Memory::default();
    let (mut catalogues, mut glossaries, mut pages) = (Vec::new(), Vec::new(), Vec::new());
    for (name, text) in files(example) {
        memory.put(name, &text);
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("toml") => glossaries.push(given(name)),
            Some("html") => pages.push(PathBuf::from(name)),
            _ => catalogues.push(given(name)),
        }
    }
    let mut session = memory.session();
    audit(&mut session, &request(catalogues, glossaries), &pages).expect("an audit").found
}

#[test]
fn every_page_has_its_headings_and_its_examples_hold() {
    let mut faults = Vec::new();
    for code in CODES {
        let blocks = |doc: &'static str| doc.split("\n```catalogue ").skip(1).collect::<Vec<_>>();
        let fences =
            |doc| blocks(doc).iter().map(|b| b.split("\n```").next().unwrap()).collect::<Vec<_>>();
        assert_eq!(fences(code.doc), fences(code.doc_fr), "{}: the same examples", code.code);
        assert!(code.doc.starts_with(&format!("# {}\n", code.code)), "{}", code.code);
        for heading in ["What it checks", "Why it matters", "Example", "What to do"] {
            assert!(code.doc.contains(&format!("\n## {heading}\n")), "{}: {heading}", code.code);
        }
        let (mut failing, mut passing) = (0, 0);
        for block in fences(code.doc) {
            let (head, example) = block.split_once('\n').unwrap();
            let found = audited(example);
            let all: Vec<_> = found.iter().map(|f| format!("{} {}", f.rule, f.message)).collect();
            if head == "fails" {
                failing += 1;
                if !found.iter().any(|found| found.rule == code.code) {
                    faults.push(format!("{} not found: {all:?}", code.code));
                }
            } else {
                passing += 1;
                if !all.is_empty() {
                    faults.push(format!("{} passes, but {all:?}", code.code));
                }
            }
        }
        assert!(failing > 0 && passing > 0, "{}", code.code);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn places_point_at_the_line_that_one_would_edit() {
    let found =
        audited("=== fr.po\nmsgid \"%s by %s\"\nmsgstr \"%s\"\n\nmsgid \"a\"\nmsgstr \"\\q\"\n");
    let places: Vec<_> = found.iter().map(|f| (f.rule, f.primary.at.span.start())).collect();
    assert_eq!(places, [("chrome-placeholders", 17), ("chrome-catalogue", 48)]);
}

const PAGE: &str = "<html lang=\"fr\"><body><nav><a href=\"/a\">Tenir la criée</a>\
                    <a href=\"/b\">Voir les 12 filets</a><a href=\"/c\">Accueil</a></nav></body></html>\n";

fn added(memory: &Memory) -> usize {
    let chrome = ChromeRequest {
        check: request(Vec::new(), Vec::new()),
        page: PathBuf::from("page.html"),
        lines: false,
    };
    let request = AddRequest { chrome, folder: PathBuf::from("cat"), name: "site".to_owned() };
    add_messages(&mut memory.session(), &request).expect("messages").messages.len()
}

#[test]
fn messages_are_added_once_and_what_was_there_is_kept() {
    let memory = Memory::default();
    memory.put("page.html", PAGE);
    memory.put("cat/fr/chrome/site.ftl", "# mine\r\nown = À moi");
    assert_eq!(added(&memory), 2);
    assert_eq!(added(&memory), 0);
    let files = memory.into_files();
    let read = |path: &str| String::from_utf8(files[Path::new(path)].clone()).unwrap();
    assert_eq!(
        read("cat/fr/chrome/site.ftl"),
        "# mine\r\nown = À moi\r\n\r\ntenir-la-criee = Tenir la criée\r\n\r\n\
         # $count (Number)\r\nvoir-les-count-filets = Voir les { $count } filets\r\n"
    );
    assert_eq!(
        read("cat/en/chrome/site.ftl"),
        "# visavis: from \"Tenir la criée\"\n# visavis: to translate\ntenir-la-criee = { \"\" }\n\n\
         # $count (Number)\n# visavis: from \"Voir les {count} filets\"\n# visavis: to translate\n\
         voir-les-count-filets = { \"\" }\n"
    );
}

#[test]
fn an_open_message_pairs_nothing_and_a_translated_one_does() {
    let memory = Memory::default();
    memory.put("page.html", PAGE);
    assert_eq!(added(&memory), 2);
    let run = |memory: &Memory| {
        let chrome = ChromeRequest {
            check: request(vec![given("cat")], Vec::new()),
            page: PathBuf::from("page.html"),
            lines: false,
        };
        let page = pair_lines(&mut memory.session(), &chrome).expect("a page");
        page.lines
            .iter()
            .map(|line| line.pairing.found.first().map(|best| best.text.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(run(&memory), [None, None, Some("Home".to_owned())]);
    memory.put(
        "cat/en/chrome/site.ftl",
        "tenir-la-criee = Hold the auction\n\
         # $count (Number)\nvoir-les-count-filets = See the { $count } nets\n",
    );
    let wanted = ["Hold the auction", "See the 12 nets", "Home"];
    assert_eq!(run(&memory), wanted.map(|text| Some(text.to_owned())));
}

#[test]
fn folders_are_read_in_every_layout() {
    let memory = Memory::default();
    memory.put("page.html", PAGE);
    let po = "msgid \"Hold the auction\"\nmsgstr \"Tenir la criée\"\n";
    for path in ["cat/fr.po", "cat/fr/site.po", "cat/fr/LC_MESSAGES/site.po"] {
        let memory = Memory::default();
        memory.put("page.html", PAGE);
        memory.put(path, po);
        let chrome = ChromeRequest {
            check: request(vec![given("cat")], Vec::new()),
            page: PathBuf::from("page.html"),
            lines: false,
        };
        let page = pair_lines(&mut memory.session(), &chrome).expect("a page");
        let best = page.lines[0].pairing.found.first().map(|best| best.text.as_str());
        assert_eq!(best, Some("Hold the auction"), "{path}");
    }
}

#[test]
fn every_code_of_a_catalogue_has_a_page_in_the_list() {
    for code in CODES {
        assert_eq!(code.doc, tree::read(&format!("docs/rules/{}.md", code.code)));
    }
}
