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
    let request = AddRequest { chrome, catalogue: PathBuf::from("cat"), name: "site".to_owned() };
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

/// Adds to a catalogue; the number of messages, and the files as they are then.
fn added_to(files: &[(&str, &str)], page: &str, catalogue: &str) -> (usize, Vec<(String, String)>) {
    let memory = Memory::default();
    memory.put("page.html", page);
    for (name, text) in files {
        memory.put(name, text);
    }
    let add = || {
        let chrome = ChromeRequest {
            check: request(Vec::new(), Vec::new()),
            page: PathBuf::from("page.html"),
            lines: false,
        };
        let name = "site".to_owned();
        let request = AddRequest { chrome, catalogue: PathBuf::from(catalogue), name };
        let mut session = memory.session();
        let done = add_messages(&mut session, &request);
        done.unwrap_or_else(|_| panic!("{:?}", session.notices)).messages.len()
    };
    let count = add();
    assert_eq!(add(), 0, "a second run adds nothing");
    let all = memory.into_files().into_iter().filter(|(path, _)| path != Path::new("page.html"));
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        count,
        all.map(|(path, bytes)| (path.to_string_lossy().replace('\\', "/"), text(bytes))).collect(),
    )
}

#[test]
fn messages_are_added_behind_the_entries_of_a_po_file() {
    let own = "# mine\r\nmsgid \"\"\r\nmsgstr \"Language: fr\\n\"\r\n\r\nmsgid \"Sell %s\"\r\nmsgstr \"Vendre %s\"\r\n\r\n#~ msgid \"old\"";
    let (count, files) = added_to(&[("cat/fr.po", own)], PAGE, "cat/fr.po");
    assert_eq!((count, files.len()), (2, 1));
    let new = "\r\n\r\n# visavis: to translate\r\n#, fuzzy\r\nmsgid \"tenir-la-criee\"\r\nmsgstr \"Tenir la criée\"\r\n\
               \r\n# visavis: to translate\r\n#, fuzzy\r\nmsgid \"voir-les-count-filets\"\r\nmsgstr \"Voir les %d filets\"\r\n";
    assert_eq!(files[0].1, format!("{own}{new}"));
    // In the language of the texts, the line is the text itself.
    let english = PAGE.replace("Tenir la criée", "Hold the \\\"auction\\\"").replace("fr", "en");
    let english =
        english.replace("Voir les 12 filets", "See our old nets").replace("Accueil", "Home");
    let (_, files) = added_to(&[("cat/fr.po", own)], &english, "cat");
    assert!(
        files[0].1.ends_with(
            "\r\n# visavis: to translate\r\nmsgid \"See our old nets\"\r\nmsgstr \"\"\r\n"
        ),
        "{files:?}"
    );
}

#[test]
fn keys_of_gettext_are_added_to_the_files_of_both_languages() {
    let en = "msgid \"menu.sell_nets\"\nmsgstr \"Sell %(count)s nets\"\n";
    let fr = "msgid \"menu.sell_nets\"\nmsgstr \"Vendre %(count)s filets\"\n";
    let (count, files) = added_to(&[("cat/en.po", en), ("cat/fr.po", fr)], PAGE, "cat");
    assert_eq!((count, files.len()), (2, 2));
    assert!(files[0].1.starts_with(en) && files[1].1.starts_with(fr));
    assert!(files[0].1.contains("# visavis: from \"Voir les {count} filets\"\n# visavis: to translate\nmsgid \"voir-les-count-filets\"\nmsgstr \"\"\n"), "{files:?}");
    assert!(
        files[1]
            .1
            .ends_with("\nmsgid \"voir-les-count-filets\"\nmsgstr \"Voir les %(count)d filets\"\n"),
        "{files:?}"
    );
}

#[test]
fn members_are_added_to_json_as_it_is_set() {
    let en = "{\n    \"sellNets\": \"Sell {{count}} nets\",\n    \"menu\": {\"a\": \"b\"}\n}\n";
    let fr = "{ \"sellNets\": \"Vendre {{count}} filets\", \"menu\": {\"a\": \"b\"} }";
    let (count, files) = added_to(&[("cat/en.json", en), ("cat/fr.json", fr)], PAGE, "cat/fr.json");
    assert_eq!(count, 2);
    assert_eq!(
        files[0].1,
        "{\n    \"sellNets\": \"Sell {{count}} nets\",\n    \"menu\": {\"a\": \"b\"},\n    \"tenirLaCriee\": \"\",\n    \"voirLesCountFilets\": \"\"\n}\n"
    );
    assert_eq!(
        files[1].1,
        "{ \"sellNets\": \"Vendre {{count}} filets\", \"menu\": {\"a\": \"b\"}, \"tenirLaCriee\": \"Tenir la criée\", \"voirLesCountFilets\": \"Voir les {{count}} filets\" }"
    );
}

#[test]
fn a_file_of_the_other_language_is_made_where_there_is_none() {
    let (_, files) = added_to(&[("cat/fr.json", "{}")], PAGE, "cat");
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["cat/en.json", "cat/fr.json"]);
    assert_eq!(files[0].1, "{\n  \"tenirLaCriee\": \"\",\n  \"voirLesCountFilets\": \"\"\n}\n");
    assert!(files[1].1.contains("\"Voir les {count} filets\""));
}

#[test]
fn conventions_of_json_are_kept_when_messages_are_added() {
    let fr = "{\n  \"@@locale\": \"fr\",\n  \"sell\": \"Vendre\",\n  \"@sell\": {}\n}";
    let en = fr.replace("fr", "en").replace("Vendre", "Sell");
    let (_, files) = added_to(&[("cat/app_en.arb", &en), ("cat/app_fr.arb", fr)], PAGE, "cat");
    assert!(files[0].1.contains("\"tenirLaCriee\": \"\",\n  \"@tenirLaCriee\": { \"description\": \"visavis: from \\\"Tenir la criée\\\"\\nvisavis: to translate\" },\n"), "{files:?}");
    assert!(files[1].1.contains("\"tenirLaCriee\": \"Tenir la criée\",\n"));
    let own = |word: &str| format!("{{\"sell_it\": {{\"message\": \"{word}\"}}}}");
    let (en, fr) = (own("Sell"), own("Vendre"));
    let files =
        [("x/_locales/en/messages.json", en.as_str()), ("x/_locales/fr/messages.json", &fr)];
    let (_, files) = added_to(&files, PAGE, "x");
    assert!(files[1].1.ends_with("\"voir_les_count_filets\": { \"message\": \"Voir les $COUNT$ filets\", \"placeholders\": { \"count\": { \"content\": \"$1\" } } }}"), "{files:?}");
    assert!(
        files[0]
            .1
            .contains("\"tenir_la_criee\": { \"message\": \"\", \"description\": \"visavis: from"),
        "{files:?}"
    );
    let both = "{\n  \"en\": {\n    \"a\": \"A %{x}\"\n  },\n  \"fr\": {}\n}\n";
    let (_, files) = added_to(&[("cat/site.json", both)], PAGE, "cat/site.json");
    assert_eq!(
        files[0].1,
        "{\n  \"en\": {\n    \"a\": \"A %{x}\",\n    \"tenirLaCriee\": \"\",\n    \"voirLesCountFilets\": \"\"\n  },\n  \
         \"fr\": {\n    \"tenirLaCriee\": \"Tenir la criée\",\n    \"voirLesCountFilets\": \"Voir les %{count} filets\"\n  }\n}\n"
    );
}

#[test]
fn what_cannot_be_added_to_is_refused_and_left_alone() {
    for (name, text) in [
        ("cat/fr.json", "{\"a\": "),
        ("cat/fr.json", "[]"),
        ("cat/fr.mo", "x"),
        ("cat/fr.po", "msgid \"\u{fffd}\"\nmsgstr \"\"\0"),
    ] {
        let memory = Memory::default();
        memory.put("page.html", PAGE);
        memory.put(name, text);
        let chrome = ChromeRequest {
            check: request(Vec::new(), Vec::new()),
            page: PathBuf::from("page.html"),
            lines: false,
        };
        let catalogue = PathBuf::from(name);
        let request = AddRequest { chrome, catalogue, name: "site".to_owned() };
        assert!(add_messages(&mut memory.session(), &request).is_err(), "{name} {text}");
        let files = memory.into_files();
        assert_eq!(files.len(), 2);
        assert_eq!(files[Path::new(name)], text.as_bytes());
    }
}

#[test]
fn comments_in_catalogues_silence_an_audit_and_idle_ones_are_reported() {
    let rules = |example: &str| -> Vec<&'static str> {
        audited(example).iter().map(|found| found.rule).collect()
    };
    let lonely = "=== fr.ftl\n=== en.ftl\n";
    assert_eq!(rules(&format!("{lonely}a = Hold\n")), ["chrome-missing"]);
    assert_eq!(rules(&format!("{lonely}# visavis-ignore chrome-missing: so\na = Hold\n")), [""; 0]);
    let idle = format!("{lonely}# visavis-ignore chrome-plural: so\na = Hold\n");
    assert_eq!(rules(&idle), ["unused-suppression", "chrome-missing"]);
    assert_eq!(
        rules(&format!("{lonely}# visavis-ignore chrome-mising\na = Hold\n")),
        ["unused-suppression", "chrome-missing"]
    );
    // Without pages nothing can be unused, so that nobody knows whether the comment is.
    assert_eq!(
        rules("=== fr.po\n# visavis-ignore chrome-unused\nmsgid \"a b\"\nmsgstr \"c d\"\n"),
        [""; 0]
    );
    let json = r#"{"a": "Hold", "@a": {"description": "visavis-ignore chrome-missing"}}"#;
    assert_eq!(rules(&format!("=== fr.json\n{{}}\n=== en.json\n{json}\n")), [""; 0]);
}

#[test]
fn comments_in_pages_silence_an_audit_too() {
    let page = "=== page.html\n<html lang=\"fr\"><body><nav><a href=\"/c\">Accueil</a> <!-- visavis-ignore chrome-unpaired: ours --><a href=\"/a\">Tenir la criée</a></nav></body></html>\n";
    let own = "=== fr.po\nmsgid \"Log in\"\nmsgstr \"Se connecter\"\n";
    let rules = |example: &str| -> Vec<&'static str> {
        audited(example).iter().map(|found| found.rule).collect()
    };
    assert_eq!(rules(&format!("{page}{own}")), ["chrome-unused"]);
    let without = page.replace("<!-- visavis-ignore chrome-unpaired: ours -->", "");
    assert_eq!(rules(&format!("{without}{own}")), ["chrome-unused", "chrome-unpaired"]);
}

#[test]
fn catalogues_are_held_to_the_typography_of_their_locale() {
    let found = audited(
        "=== fr.po\nmsgid \"Really? {name}: yes\"\nmsgstr \"Vraiment? {name}: oui\"\n\nmsgid \"a b\"\nmsgstr \"Oui\u{202f}! {n}\u{a0}: non\"\n",
    );
    let all: Vec<_> = found
        .iter()
        .map(|own| (own.rule, own.severity.as_str(), own.primary.at.span.start()))
        .collect();
    assert_eq!(all, [("no-break-space", "info", 28), ("chrome-placeholders", "error", 72)]);
    assert!(found.iter().all(|own| own.fix.is_none()));
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

/// A page whose chrome is these lines.
fn page(lines: &[&str]) -> String {
    let own: Vec<String> = lines.iter().map(|line| format!("<a href=\"/\">{line}</a>")).collect();
    format!("<html lang=\"fr\"><body><nav>{}</nav></body></html>\n", own.join("\n"))
}

#[test]
fn a_letter_that_an_iso_charset_lacks_is_not_written_as_that_of_windows() {
    let own = |charset: &str| {
        let header = format!("Language: fr\\n\"\n\"Content-Type: text/plain; charset={charset}\\n");
        [b"msgid \"\"\nmsgstr \"", header.as_bytes(), b"\"\n\nmsgid \"a\"\nmsgstr \"\xE9\"\n"]
            .concat()
    };
    let add = |charset: &str, line: &str| {
        let memory = Memory::default();
        memory.put("page.html", &page(&[line]));
        memory.put_bytes("cat/fr.po", &own(charset));
        let chrome = ChromeRequest {
            check: request(Vec::new(), Vec::new()),
            page: PathBuf::from("page.html"),
            lines: false,
        };
        let catalogue = PathBuf::from("cat/fr.po");
        let request = AddRequest { chrome, catalogue, name: "site".to_owned() };
        let mut session = memory.session();
        let said = match add_messages(&mut session, &request) {
            Ok(_) => None,
            Err(_) => Some(format!("{:?}", session.notices)),
        };
        drop(session);
        (said, memory.into_files()[Path::new("cat/fr.po")].clone())
    };
    let (said, bytes) = add("ISO-8859-1", "L’équipage est à bord");
    assert!(said.expect("a refusal").contains("ISO-8859-1"));
    assert_eq!(bytes, own("ISO-8859-1"));
    assert_eq!(add("ISO-8859-1", "Équipage à bord").0, None);
    let (said, bytes) = add("windows-1252", "L’équipage est à bord");
    assert_eq!(said, None);
    assert!(bytes.windows(3).any(|own| own == b"L\x92\xE9"));
}

#[test]
fn signs_of_a_line_are_quoted_in_the_notation_of_the_file() {
    let lines = page(&["Le signe { ouvert", "Pêche de nuit | Chasse au large"]);
    let icu = |word: &str| {
        format!("{{ \"net\": \"{{count, plural, one {{# {word}}} other {{# {word}s}}}}\" }}")
    };
    let (count, files) =
        added_to(&[("cat/en.json", &icu("net")), ("cat/fr.json", &icu("filet"))], &lines, "cat");
    assert_eq!(count, 2);
    assert!(files[1].1.contains("\"Le signe '{' ouvert\""), "{files:?}");
    let (en, fr) = ("{\"net\": \"{n} net | {n} nets\"}", "{\"net\": \"{n} filet | {n} filets\"}");
    let (count, files) = added_to(&[("cat/en.json", en), ("cat/fr.json", fr)], &lines, "cat");
    assert_eq!(count, 2);
    assert!(files[1].1.contains("\"Le signe {'{'} ouvert\""), "{files:?}");
    assert!(files[1].1.contains("\"Pêche de nuit {'|'} Chasse au large\""), "{files:?}");
    let arb = "{\n  \"@@locale\": \"fr\",\n  \"sell\": \"Vendre\"\n}";
    let en = arb.replace("fr", "en").replace("Vendre", "Sell");
    let (_, files) = added_to(&[("cat/app_en.arb", &en), ("cat/app_fr.arb", arb)], &lines, "cat");
    assert!(files[1].1.contains("\"Le signe '{' ouvert\""), "{files:?}");
}

#[test]
fn a_line_without_words_of_its_own_is_added_once_and_as_it_is() {
    let lines = page(&["Écrire au marin", "5 € | marin@mer.example", "%s : %d"]);
    let (count, files) = added_to(&[("cat/fr/chrome/site.ftl", "own = À moi\n")], &lines, "cat");
    assert_eq!(count, 2);
    assert!(files[1].1.contains("= { $count } € | marin@mer.example\n"), "{files:?}");
}

#[test]
fn a_number_beside_a_bar_does_not_make_plural_forms_of_a_json_file() {
    let lines = page(&["Payer 5 € | Le quai du nord", "Mer | Terre et marée"]);
    for (net, wanted) in [
        ("{{count}} filets", "\"Payer {{count}} € | Le quai du nord\""),
        ("filets", "\"Payer 5 € | Le quai du nord\""),
    ] {
        let own = format!("{{\"net\": \"{net}\"}}");
        let (count, files) =
            added_to(&[("cat/en.json", &own), ("cat/fr.json", &own)], &lines, "cat");
        assert_eq!(count, 2);
        assert!(files[1].1.contains(wanted), "{files:?}");
    }
}

#[test]
fn whole_millions_may_have_a_form_of_their_own_in_romance_languages() {
    let rules = |example: &str| -> Vec<String> {
        audited(example).iter().map(|f| format!("{} {}", f.rule, f.message)).collect()
    };
    let en = "=== en.json\n{\"net_one\": \"{{count}} net\", \"net_other\": \"{{count}} nets\"}\n";
    let fr = |more: &str| {
        format!(
            "=== fr.json\n{{\"net_one\": \"{{{{count}}}} filet\", {more}\"net_other\": \"{{{{count}}}} filets\"}}\n"
        )
    };
    let many = "\"net_many\": \"{{count}} de filets\", ";
    assert_eq!(rules(&format!("{en}{}", fr(many))), [""; 0]);
    assert_eq!(rules(&format!("{en}{}", fr(""))), [""; 0]);
    let few = rules(&format!("{en}{}", fr(&many.replace("many", "few"))));
    assert!(few.iter().any(|own| own.starts_with("chrome-plural ")), "{few:?}");
}

#[test]
fn a_line_whose_message_is_open_is_not_said_to_have_none() {
    let all = format!(
        "=== page.html\n{}=== fr.ftl\nsell = Tenir la criée\n=== en.ftl\n# visavis: to translate\nsell = {{ \"\" }}\n",
        page(&["Tenir la criée", "Vendre la pêche"])
    );
    let found = audited(&all);
    let mut rules: Vec<_> = found.iter().map(|own| own.rule).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["chrome-missing", "chrome-unpaired"]);
}

#[test]
fn a_catalogue_that_is_not_there_is_said_to_be_missing() {
    for path in ["nowhere", "nowhere.json", "fr/nowhere.ftl"] {
        let memory = Memory::default();
        let mut session = memory.session();
        assert!(audit(&mut session, &request(vec![given(path)], Vec::new()), &[]).is_err());
        let said = format!("{:?}", session.notices);
        assert!(said.contains("file-not-found"), "{said}");
    }
}
