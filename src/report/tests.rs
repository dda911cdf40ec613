//! Every reporter over the same findings: hostile text, every encoding, spans of every kind.

use super::*;
use crate::diagnostic::{Applicability, Edit, Fix, Label};
use crate::lang;
use crate::message::{Arg, Message};
use crate::text::{Encoding, Location, SourceFile, Span};

const HOSTILE: &str = "Un « mot »\"'<&>\n::set-output name=x::y %0A\r\n]]> \u{1b}[31mrouge\u{202e}ertîov, a:b,c\u{0}\n--> {0} [lien](http://a.example)\u{FFFE}";

fn at(sources: &Sources, id: SourceId, part: &str) -> Location {
    let start = sources.get(id).text.find(part).unwrap();
    Location { source: id, span: Span::of(start, start + part.len()) }
}

fn finding(
    code: &'static str,
    severity: Severity,
    at: Location,
    id: &'static str,
    args: &[(&'static str, &str)],
) -> Diagnostic {
    let args = args.iter().map(|(name, text)| (*name, Arg::from(*text))).collect();
    Diagnostic::new(code, severity, at, Message { id, args })
}

fn fix(applicability: Applicability, edits: &[(Location, &str)]) -> Fix {
    let edits = edits.iter().map(|(at, text)| Edit { at: *at, text: (*text).to_owned() }).collect();
    Fix { applicability, edits }
}

/// Findings as they come from a project with two pages, a bilingual file and bad luck.
fn sample() -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let (mut found, en) = (Vec::new(), sources.add(SourceFile::decode(
        "content/article.txt",
        "The Government of National Accord disappoints.\n\nThe ECOWAS summit opened in Accra. Observers from the United Nations attended.\n".as_bytes(),
    )));
    french(&mut sources, en, &mut found);
    encoded(&mut sources, &mut found);
    hostile(&mut sources, &mut found);
    (sources, found)
}

fn french(sources: &mut Sources, en: SourceId, found: &mut Vec<Diagnostic>) {
    let long = "La réunion a été reportée à deux reprises, faute d’accord sur l’ordre du jour, et personne n’a voulu dire pourquoi. ".repeat(60);
    let text = format!(
        "L’action du Gouvernement de l’accord national déçoit.\r\n\r\nLe sommet de l’ECOWAS s’est ouvert à Accra.Des observateurs y assistaient. {long}La CEDEAO n’en dit rien. {long}\r\n\r\nUne phrase qui\r\ns’étend sur\r\nplusieurs lignes.\r\n"
    );
    let fr = sources.add(SourceFile::decode("content/article.fr.md", text.as_bytes()));
    let term = at(sources, fr, "Gouvernement de l’accord national");
    let mut one = finding(
        "term-forbidden",
        Severity::Error,
        term,
        "term-forbidden-use-because",
        &[
            ("preferred", "Gouvernement d’union nationale"),
            ("found", "Gouvernement de l’accord national"),
            ("why", "word for word"),
        ],
    );
    one.fix = Some(fix(Applicability::Safe, &[(term, "Gouvernement d’union nationale")]));
    one.related.push(Label {
        at: at(sources, en, "Government of National Accord"),
        note: Some(Message::plain("lang-en")),
    });
    one.unit = Some("1".to_owned());
    found.push(one);
    let acronym = at(sources, fr, "l’ECOWAS");
    let mut two = finding(
        "term-untranslated",
        Severity::Error,
        acronym,
        "term-untranslated-use",
        &[("term", "ECOWAS"), ("preferred", "CEDEAO")],
    );
    two.fix = Some(fix(Applicability::Unsafe, &[(acronym, "la CEDEAO")]));
    two.related.push(Label { at: at(sources, en, "ECOWAS"), note: None });
    found.push(two);
    let glued = at(sources, fr, "Accra.Des");
    let gap = Location { source: fr, span: Span::at(glued.span.start() + 6) };
    let mut three = finding(
        "glued-sentence",
        Severity::Warning,
        glued,
        "glued-sentence-space",
        &[("found", "Accra.Des")],
    );
    three.fix = Some(fix(Applicability::Safe, &[(gap, " ")]));
    found.push(three);
    let late = at(sources, fr, "CEDEAO n’en");
    let mut four = finding(
        "acronym-late",
        Severity::Warning,
        late,
        "acronym-late-defined-below",
        &[("acronym", "CEDEAO")],
    );
    four.related.push(Label { at: at(sources, fr, "ECOWAS"), note: None });
    found.push(four);
    let whole = Location { source: fr, span: sources.get(fr).line_at(acronym.span.start()) };
    found.push(finding(
        "term-missing",
        Severity::Error,
        whole,
        "term-missing-use",
        &[("term", "United Nations"), ("preferred", "Nations unies")],
    ));
    let lines = at(sources, fr, "Une phrase qui\r\ns’étend sur\r\nplusieurs lignes.");
    found.push(finding("unit-untranslated", Severity::Error, lines, "unit-missing-passage", &[]));
    let end = Location { source: fr, span: Span::of(text.len(), text.len()) };
    found.push(finding("unit-missing", Severity::Info, end, "unit-missing-empty", &[]));
}

/// The same text behind a byte order mark and in UTF-16.
fn encoded(sources: &mut Sources, found: &mut Vec<Diagnostic>) {
    for (path, encoding) in [("a/bom.md", Encoding::Utf8Bom), ("a/large é.md", Encoding::Utf16Le)]
    {
        let id = sources.add(SourceFile::decode(path, &encoding.encode("né 😀 mot.\n")));
        let word = at(sources, id, "mot");
        let mut own = finding(
            "term-forbidden",
            Severity::Error,
            word,
            "term-forbidden-avoid",
            &[("found", "mot")],
        );
        own.fix = Some(fix(Applicability::Suggestion, &[(word, "terme")]));
        found.push(own);
    }
}

fn hostile(sources: &mut Sources, found: &mut Vec<Diagnostic>) {
    let id =
        sources.add(SourceFile::decode("x,y:\n::error::]]><\"&\u{202e}.md", HOSTILE.as_bytes()));
    let all = Location { source: id, span: Span::of(0, HOSTILE.len()) };
    for part in ["mot", "set-output", "rouge\u{202e}ert", "]]>", "a:b,c\u{0}"] {
        let part_at = at(sources, id, part);
        let mut own = finding(
            "term-forbidden",
            Severity::Error,
            part_at,
            "term-forbidden-use",
            &[("preferred", HOSTILE), ("found", part)],
        );
        own.fix = Some(fix(Applicability::Safe, &[(part_at, HOSTILE)]));
        own.unit = Some(HOSTILE.to_owned());
        found.push(own);
    }
    found.push(finding(
        "term-missing",
        Severity::Warning,
        all,
        "term-missing-use",
        &[("term", HOSTILE), ("preferred", "]]>")],
    ));
}

fn report(name: &str, lang: &str, sources: &Sources, found: &[Diagnostic], color: bool) -> String {
    let l10n = Localizer::new(&lang::parse(lang).unwrap());
    let cx = ReportContext { sources, l10n: &l10n, color };
    let mut out = Vec::new();
    by_name(name).unwrap().write(found, &cx, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The sample in a format, in English.
fn sampled(name: &str) -> String {
    let (sources, found) = sample();
    report(name, "en", &sources, &found, false)
}

fn json(name: &str) -> serde_json::Value {
    serde_json::from_str(&sampled(name)).unwrap()
}

#[test]
fn frames_for_people_look_like_this() {
    let (sources, found) = sample();
    let shown = report("full", "en", &sources, &found[..3], false);
    let expected = "\
error[term-forbidden]: write “Gouvernement d’union nationale”, not “Gouvernement de l’accord national”: word for word
  ╭▸ content/article.fr.md:1:13
1 │ L’action du Gouvernement de l’accord national déçoit.
  │             ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  ├▸ content/article.txt:1:5
1 │ The Government of National Accord disappoints.
  │     ───────────────────────────── English
  │
  ╰ safe fix: replace “Gouvernement de l’accord national” with “Gouvernement d’union nationale”

error[term-untranslated]: “ECOWAS” is left untranslated; write “CEDEAO”
  ╭▸ content/article.fr.md:3:14
3 │ Le sommet de l’ECOWAS s’est ouvert à Accra.Des observateurs y assistaient. La réunion a été …
  │              ━━━━━━━━
  ├▸ content/article.txt:3:5
3 │ The ECOWAS summit opened in Accra. Observers from the United Nations attended.
  │     ──────
  │
  ╰ unsafe fix: replace “l’ECOWAS” with “la CEDEAO”

warning[glued-sentence]: a space is missing between two sentences: “Accra.Des”
  ╭▸ content/article.fr.md:3:38
3 │ Le sommet de l’ECOWAS s’est ouvert à Accra.Des observateurs y assistaient. La réunion a été …
  │                                      ━━━━━━━━━
  │
  ╰ safe fix: insert a space

2 errors, 1 warning in 1 file
2 can be fixed safely: visavis fix
";
    assert_eq!(shown, expected);
}

#[test]
fn frames_of_one_finding_stand_in_line_whatever_their_line_numbers() {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::decode("a.md", ("mot\n".repeat(120) + "fin").as_bytes()));
    let mut own = finding(
        "term-missing",
        Severity::Error,
        Location { source: id, span: Span::of(0, 3) },
        "report-nothing",
        &[],
    );
    own.related.push(Label { at: at(&sources, id, "fin"), note: None });
    let shown = report("full", "fr", &sources, &[own], false);
    assert!(
        shown.contains(
            "\n    ╭▸ a.md:1:1\n  1 │ mot\n    │ ━━━\n    ├▸ a.md:121:1\n121 │ fin\n    ╰╴───\n"
        ),
        "{shown}"
    );
}

#[test]
fn french_reports_are_french_with_french_typography() {
    let (sources, found) = sample();
    let shown = report("full", "fr", &sources, &found, false);
    assert!(shown.starts_with("erreur[term-forbidden]\u{a0}: écrivez"), "{shown}");
    assert!(shown.contains("╰ correction sûre\u{a0}: insérer une espace\n"), "{shown}");
    assert!(
        shown.contains("11 erreurs, 3 avertissements, 1 remarque dans 4 fichiers\n"),
        "{shown}"
    );
    assert!(!shown.lines().any(|line| line.starts_with("error") || line.starts_with("warning")));
    let lines = report("concise", "fr", &sources, &found, false);
    assert!(lines.starts_with("content/article.fr.md:1:13: erreur term-forbidden\u{a0}: écrivez"));
    assert_eq!(lines.lines().count(), found.len());
}

#[test]
fn nothing_of_a_file_reaches_people_or_logs_as_a_command() {
    for name in ["full", "concise", "github", "junit", "checkstyle"] {
        let text = sampled(name);
        let bad = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{200b}');
        assert!(!text.contains(bad), "{name}");
    }
    assert_eq!(sampled("github").lines().filter(|line| line.starts_with("::")).count(), 15);
    assert_eq!(sampled("github").lines().count(), 15);
    assert!(!sampled("github").contains("\n::set-output"));
}

#[test]
fn colours_are_written_only_where_they_are_wanted() {
    let (sources, found) = sample();
    for reporter in registry() {
        let name = reporter.meta().name;
        assert!(!report(name, "en", &sources, &found, false).contains('\u{1b}'), "{name}");
        let coloured = report(name, "en", &sources, &found, true).contains("\u{1b}[");
        assert_eq!(coloured, matches!(name, "full" | "concise"), "{name}");
    }
}

#[test]
fn a_report_depends_on_its_findings_alone() {
    for reporter in registry() {
        let name = reporter.meta().name;
        assert_eq!(sampled(name), sampled(name), "{name}");
    }
}

#[test]
fn an_empty_list_is_a_valid_document_too() {
    let sources = Sources::default();
    let empty = |name| report(name, "en", &sources, &[], false);
    assert_eq!(empty("concise") + &empty("json") + &empty("github"), "");
    assert_eq!(empty("full"), "nothing to report\n");
    assert_eq!(empty("gitlab"), "[]\n");
    let sarif: serde_json::Value = serde_json::from_str(&empty("sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"], serde_json::json!([]));
    let rdjson: serde_json::Value = serde_json::from_str(&empty("rdjson")).unwrap();
    assert_eq!(rdjson["diagnostics"], serde_json::json!([]));
    for name in ["junit", "checkstyle"] {
        assert_eq!(elements(&empty(name), "error") + elements(&empty(name), "failure"), 0);
    }
}

/// How many elements of a name a well-formed document holds.
fn elements(xml: &str, name: &str) -> usize {
    use quick_xml::Reader;
    use quick_xml::events::Event;
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut count = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    attribute.unwrap();
                }
                count += usize::from(tag.name().as_ref() == name);
            }
            Event::Eof => return count,
            _ => {}
        }
    }
}

#[test]
fn xml_is_well_formed_whatever_the_text() {
    assert_eq!(elements(&sampled("junit"), "failure"), 15);
    assert_eq!(elements(&sampled("junit"), "testsuite"), 4);
    assert_eq!(elements(&sampled("checkstyle"), "error"), 15);
    assert!(!sampled("junit").contains("]]>"));
}

#[test]
fn raw_bytes_are_those_of_the_file_in_its_encoding() {
    let sarif = json("sarif");
    let region = |index: usize| {
        &sarif["runs"][0]["results"][index]["locations"][0]["physicalLocation"]["region"]
    };
    for (index, encoding) in [(7, Encoding::Utf8Bom), (8, Encoding::Utf16Le)] {
        let bytes = encoding.encode("né 😀 mot.\n");
        let start = usize::try_from(region(index)["byteOffset"].as_u64().unwrap()).unwrap();
        let length = usize::try_from(region(index)["byteLength"].as_u64().unwrap()).unwrap();
        let word: Vec<u8> =
            bytes[start..start + length].iter().copied().filter(|b| *b != 0).collect();
        assert_eq!(word, b"mot");
        assert_eq!(region(index)["startColumn"], 6);
    }
    let end = region(6);
    assert_eq!((&end["byteLength"], &end["startLine"]), (&0.into(), &8.into()));
}

#[test]
fn sarif_says_nothing_of_the_machine_and_fixes_only_what_may_be_fixed() {
    let (mut sources, mut found) = sample();
    let id = sources.add(SourceFile::decode("/home/xyzzy/site/a b.md", b"mot"));
    found.push(finding(
        "encoding",
        Severity::Error,
        Location { source: id, span: Span::of(0, 3) },
        "report-nothing",
        &[],
    ));
    let text = report("sarif", "fr", &sources, &found, false);
    assert!(!text.contains("xyzzy"));
    let sarif: serde_json::Value = serde_json::from_str(&text).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(run["language"], "fr");
    let results = run["results"].as_array().unwrap();
    let last = &results[15];
    assert_eq!(last["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a%20b.md");
    let rule = usize::try_from(last["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], "encoding");
    let fixed: Vec<usize> =
        (0..results.len()).filter(|index| !results[*index]["fixes"].is_null()).collect();
    assert_eq!(fixed, [0, 1, 2, 9, 10, 11, 12, 13]);
    let change = &results[2]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], " ");
    assert_eq!(change["deletedRegion"]["byteLength"], 0);
}

#[test]
fn fingerprints_are_unique_and_do_not_move_with_the_lines() {
    let prints = |sources: &Sources, found: &[Diagnostic]| -> Vec<String> {
        let text = report("gitlab", "en", sources, found, false);
        let issues: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let page = |text: &str| {
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::decode("a.md", text.as_bytes()));
        let found: Vec<Diagnostic> = text
            .match_indices("mot")
            .map(|(start, part)| Location { source: id, span: Span::of(start, start + part.len()) })
            .map(|at| finding("term-forbidden", Severity::Error, at, "report-nothing", &[]))
            .collect();
        prints(&sources, &found)
    };
    let before = page("un mot, deux mots");
    assert_ne!(before[0], before[1]);
    assert_eq!(before, page("une ligne de plus\n\nun mot, deux mots"));
    let (sources, found) = sample();
    let all = prints(&sources, &found);
    assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), found.len());
}

#[test]
fn reviewdog_gets_byte_columns_and_joined_edits() {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::decode("a.md", "né à l’été\n".as_bytes()));
    let (first, last) = (at(&sources, id, "à"), at(&sources, id, "été"));
    let mut own = finding("term-forbidden", Severity::Info, last, "report-nothing", &[]);
    own.fix = Some(fix(Applicability::Unsafe, &[(last, "hiver"), (first, "dans")]));
    let text = report("rdjson", "en", &sources, &[own], false);
    let found: serde_json::Value = serde_json::from_str(&text).unwrap();
    let entry = &found["diagnostics"][0];
    assert_eq!(entry["severity"], "INFO");
    assert_eq!(entry["location"]["range"]["start"]["column"], 12);
    assert_eq!(entry["suggestions"][0]["text"], "dans l’hiver");
    assert_eq!(entry["suggestions"][0]["range"]["start"]["column"], 5);
    assert_eq!(json("rdjson")["diagnostics"][7]["suggestions"], serde_json::Value::Null);
}

#[test]
fn a_thousand_findings_on_one_long_line_are_shown_in_a_moment() {
    let text = "un mot de plus, ".repeat(60_000);
    for encoding in [Encoding::Utf8, Encoding::Utf16Be] {
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::decode("a.md", &encoding.encode(&text)));
        let found: Vec<Diagnostic> = text
            .match_indices("mot")
            .step_by(60)
            .map(|(start, _)| Location { source: id, span: Span::of(start, start + 3) })
            .map(|at| finding("term-forbidden", Severity::Error, at, "report-nothing", &[]))
            .collect();
        let shown = report("full", "en", &sources, &found, false);
        assert!(shown.lines().all(|line| line.chars().count() < 120));
        assert_eq!(report("json", "en", &sources, &found, false).lines().count(), found.len());
    }
}

/// Text of the characters that frames and formats stumble over.
fn nasty() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    const CHARS: &[char] = &[
        'a', 'é', ' ', '\u{A0}', '\t', '\r', '\n', '\0', '\u{1b}', '\u{301}', '\u{202e}',
        '\u{200d}', '語', '😀', '\u{3000}', '\u{2028}', '{', '/', '"', '<', '&', '%', ':', ',',
        '\u{FFFE}',
    ];
    let short = prop::collection::vec(prop::sample::select(CHARS), 0..40);
    let long = (prop::collection::vec(prop::sample::select(CHARS), 1..6), 1..200usize)
        .prop_map(|(chars, times)| chars.repeat(times));
    prop_oneof![short, long].prop_map(|chars| chars.into_iter().collect())
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn no_text_and_no_span_upsets_a_reporter(text in nasty(), other in nasty(), a in 0..1000usize, b in 0..1000usize, c in 0..1000usize) {
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::decode("a.md", text.as_bytes()));
        let boundary = |at: usize| (0..=at % (text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let place = |a, b| Location { source: id, span: Span::of(boundary(a), boundary(b)) };
        let mut own = finding("term-forbidden", Severity::Error, place(a, b), "term-forbidden-avoid", &[("found", &other)]);
        own.related.push(Label { at: place(b, c), note: Some(own.message.clone()) });
        own.related.push(Label { at: place(c, c), note: None });
        own.fix = Some(fix(Applicability::Safe, &[(place(a, b), &other)]));
        for reporter in registry() {
            let shown = report(reporter.meta().name, "en", &sources, std::slice::from_ref(&own), false);
            proptest::prop_assert!(!shown.contains('\x1b'));
        }
    }
}
