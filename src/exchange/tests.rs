//! What holds for every registered format, and what hostile files do to each.

use proptest::prelude::*;

use super::*;
use crate::bitext::{Form, Origin, Side, State, Unit};
use crate::document::{Kind, Role};
use crate::lang;
use crate::text::{Passage, Span};

const ID: fn() -> SourceId = || SourceId::new(0);

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile::decode(name, text.as_bytes())
}

fn read_as(name: &str, text: &str) -> Result<Read, Refusal> {
    let file = file(name, text);
    of(&file).expect("a format").read(ID(), &file, Languages::default())
}

fn read(name: &str, text: &str) -> Read {
    read_as(name, text).expect("read")
}

fn texts(read: &Read) -> Vec<(&str, &str, &str)> {
    read.bitext
        .units
        .iter()
        .map(|unit| (unit.id.as_str(), unit.source_text(), unit.target_text()))
        .collect()
}

fn faults(read: &Read) -> Vec<&'static str> {
    read.faults.iter().map(|fault| fault.message.id).collect()
}

/// Every piece that is said to be verbatim is the same bytes as the file, and every piece has its place.
fn check_spans(file: &SourceFile, read: &Read) {
    for unit in &read.bitext.units {
        for passage in [unit.source_passage(), unit.target_passage()].into_iter().flatten() {
            check_passage(file, passage);
        }
    }
}

fn check_passage(file: &SourceFile, passage: &Passage) {
    let mut derived = 0;
    for piece in passage.map.pieces() {
        assert_eq!(piece.derived.start(), derived);
        derived = piece.derived.end();
        assert!(file.text.get(piece.source.range()).is_some(), "{piece:?}");
        if piece.verbatim {
            assert_eq!(piece.derived.slice(&passage.text), piece.source.slice(&file.text));
        }
    }
    assert_eq!(derived as usize, passage.text.len());
}

fn side(text: &str) -> Option<Side> {
    (!text.trim().is_empty()).then(|| Side::Supplied(text.to_owned()))
}

fn bitext(units: Vec<Unit>) -> Bitext {
    Bitext {
        source_lang: lang::parse("en").unwrap(),
        target_lang: lang::parse("fr-CA").unwrap(),
        form: Form::Exchange,
        translated: units.iter().any(|unit| unit.target.is_some()),
        paragraphs: Bitext::paragraphs_of_units(&units),
        units,
        suppressions: Vec::new(),
    }
}

fn write(format: &dyn Exchange, bitext: &Bitext) -> String {
    let mut out = Vec::new();
    let cx = WriteContext { title: Some("A <title>"), path: Some("a & b.html") };
    format.write(bitext, &cx, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A text as a format can hold it.
fn held(text: &str, meta: &ExchangeMeta) -> String {
    let text = if meta.keeps_line_breaks {
        text.to_owned()
    } else {
        text.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ")
    };
    let forbidden = |c: char| {
        (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
    };
    if meta.keeps_controls { text } else { text.replace(forbidden, "\u{FFFD}") }
}

/// Everything of a unit that a format says it keeps.
fn kept(unit: &Unit, meta: &ExchangeMeta) -> impl PartialEq + std::fmt::Debug + use<> {
    let open = |side: &Option<Side>| side.as_ref().map(|side| held(side.text(), meta));
    (
        unit.id.clone(),
        open(&unit.source),
        open(&unit.target),
        unit.state,
        unit.note.as_ref().map(|note| held(note, meta)),
        meta.keeps_kinds.then_some((unit.kind, unit.role, unit.paragraph)),
    )
}

fn text() -> impl Strategy<Value = String> {
    let c = prop_oneof![
        4 => proptest::char::range('a', 'f'),
        2 => prop::sample::select(vec![
            '<', '>', '&', '"', '\'', '\\', '=', '+', '-', '@', '\t', '\n', '\r', ' ', ',', ';', ']', '#', '{',
            '\0', '\u{1b}', '\u{7f}', '\u{85}', '\u{a0}', '\u{202e}', '\u{2066}', '\u{2028}', '\u{feff}',
            '\u{fffe}', 'é', '😀', '\u{301}',
        ]),
        1 => any::<char>(),
    ];
    prop::collection::vec(c, 0..12).prop_map(String::from_iter)
}

fn unit() -> impl Strategy<Value = Unit> {
    let state = prop_oneof![
        3 => Just(State::Translated),
        1 => Just(State::Fuzzy),
        1 => Just(State::Untranslated),
        1 => Just(State::Skipped)
    ];
    let kind = prop::sample::select(Kind::ALL);
    (text(), text(), state, kind, any::<bool>(), text(), 0..3_u32).prop_map(
        |(source, target, state, kind, chrome, note, paragraph)| {
            let target = side(&target);
            let state = if target.is_none() && state != State::Skipped {
                State::Untranslated
            } else {
                state
            };
            // What a reader would call open must not be open on both sides.
            let source = side(&source).or(target.is_none().then(|| Side::Supplied("s".to_owned())));
            Unit {
                id: String::new(),
                source,
                target,
                role: if chrome { Role::Chrome } else { Role::Body },
                kind,
                origin: Origin::Given,
                state,
                paragraph,
                note: Some(note).filter(|note| !note.trim().is_empty()),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_format_reads_what_it_writes(
        mut units in prop::collection::vec(unit(), 0..6),
        ids in prop::collection::vec(text(), 6),
    ) {
        for (row, (unit, id)) in units.iter_mut().zip(ids).enumerate() {
            unit.id = format!("{row}{}", held(&id, registry()[0].meta()).replace(['\t', '\n', '\r'], "_"));
        }
        let bitext = bitext(units);
        for format in registry() {
            let meta = format.meta();
            let written = write(*format, &bitext);
            prop_assert_eq!(&written, &write(*format, &bitext));
            let file = file(&format!("a.{}", meta.extensions[0]), &written);
            prop_assert_eq!(of(&file).map(|found| found.meta().name), Some(meta.name));
            let (source, target) = (&bitext.source_lang, &bitext.target_lang);
            let languages = Languages { source: Some(source), target: Some(target) };
            let again = format.read(ID(), &file, languages).expect("our own file");
            prop_assert_eq!(&again.faults, &Vec::new());
            check_spans(&file, &again);
            let before: Vec<_> = bitext.units.iter().map(|unit| kept(unit, meta)).collect();
            let after: Vec<_> = again.bitext.units.iter().map(|unit| kept(unit, meta)).collect();
            prop_assert_eq!(before, after, "{}\n{}", meta.name, written);
            prop_assert_eq!(&again.bitext.source_lang, source);
        }
    }

    #[test]
    fn no_text_brings_a_reader_down(parts in prop::collection::vec(prop_oneof![
        text(),
        prop::sample::select(vec![
            "<tmx>", "<body>", "<tu>", "</tu>", "<tuv xml:lang='en'>", "<tuv lang=\"fr\">", "</tuv>", "<seg>",
            "</seg>", "<ph type='lb'>", "</ph>", "<xliff version='1.2'>", "<file source-language='en'>", "</file>",
            "<trans-unit id='1'>", "</trans-unit>", "<source>", "</source>", "<target state='new'>", "<seg-source>",
            "</seg-source>", "<mrk mtype='seg' mid='1'>", "<mrk mtype='protected'>", "</mrk>", "<x/>", "<!--", "-->",
            "<![CDATA[", "]]>", "&eacute;", "&#0;", "&#xD800;", "<?xml version='1.0'?>", "<!DOCTYPE a [", "\"", "\t",
            "{\"source\":\"", "\\ud83d", "\"}", "\n",
        ]).prop_map(str::to_owned),
    ], 0..24)) {
        let text = parts.concat();
        for format in registry() {
            for start in ["", "<tmx version='1.4'><body>", "<xliff version='1.2'><file><body><trans-unit>"] {
                let file = file("a", &format!("{start}{text}"));
                format.sniff(&file);
                if let Ok(read) = format.read(ID(), &file, Languages::default()) {
                    check_spans(&file, &read);
                    for fault in &read.faults {
                        prop_assert!(file.text.get(fault.primary.at.span.range()).is_some());
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_spliced_in_is_read_as_it_was(text in text()) {
        let plain = Side::Supplied("word".to_owned());
        let unit = Unit {
            id: "1".to_owned(), source: Some(plain.clone()), target: Some(plain), role: Role::Body,
            kind: Kind::Paragraph, origin: Origin::Given, state: State::Translated, paragraph: 0, note: None,
        };
        for format in registry() {
            let Some(escaped) = format.escape(&text) else { continue };
            let written = write(*format, &bitext(vec![unit.clone()])).replace("word", &format!("w{escaped}d"));
            let file = file(&format!("a.{}", format.meta().extensions[0]), &written);
            let read = format.read(ID(), &file, Languages::default()).expect("our own file");
            let expected = format!("w{}d", held(&text, format.meta()));
            prop_assert_eq!(read.bitext.units[0].target_text(), expected, "{}", format.meta().name);
        }
    }
}

#[test]
fn names_and_endings_lead_to_formats() {
    assert_eq!(named("TMX").map(|format| format.meta().name), Some("tmx"));
    assert_eq!(named("sdlxliff").map(|format| format.meta().name), Some("xliff"));
    assert!(named("exe").is_none());
    assert_eq!(of(&file("mem.xml", "<tmx/>")).map(|format| format.meta().name), Some("tmx"));
    assert!(of(&file("a.xlf", "<xliff version=\"2.1\"/>")).is_none());
    assert!(of(&file("notes.txt", "a\tb")).is_none());
}

#[test]
fn json_lines_keep_their_places_through_escapes() {
    let text = "{\"x\": [1], \"source\": \"a\\u00e9\\n\\ud83d\\ude00b\", \"target\": \"c\\ud83d\", \"id\": 7}\n";
    let file = file("a.jsonl", text);
    let read = of(&file).unwrap().read(ID(), &file, Languages::default()).unwrap();
    check_spans(&file, &read);
    assert_eq!(texts(&read), [("7", "aé\n😀b", "c\u{FFFD}")]);
    let passage = read.bitext.units[0].source_passage().unwrap();
    let at = passage.locate(Span::of(4, 8)).span;
    assert_eq!(at.slice(text), "\\ud83d\\ude00");
    assert!(passage.map.is_verbatim(Span::of(8, 9)));
    assert!(!passage.map.is_verbatim(Span::of(0, 3)));
}

#[test]
fn bad_lines_are_faults_and_the_rest_is_read() {
    let text = "{\"source\": \"a\", \"target\": \"b\"}\n{\"source\": \"é\" \"x\"}\n[1, \"a\", \"b\"]\n\n{\"id\": \"k\"}\n{\"source\": 3, \"target\": \"d\"}\n{\"source\": \"e";
    let file = file("a.jsonl", text);
    let read = of(&file).unwrap().read(ID(), &file, Languages::default()).unwrap();
    assert_eq!(texts(&read), [("1", "a", "b"), ("5", "", "d")]);
    let places: Vec<_> = read
        .faults
        .iter()
        .map(|fault| {
            let at = file.line_column(fault.primary.at.span.start());
            (fault.message.id, at.line, at.column)
        })
        .collect();
    assert_eq!(
        places,
        [
            ("exchange-json-malformed", 2, 16),
            ("exchange-json-malformed", 3, 1),
            ("exchange-json-no-text", 5, 1),
            ("exchange-json-not-text", 6, 12),
            ("exchange-json-malformed", 7, 13),
        ]
    );
}

#[test]
fn tables_have_headers_or_none() {
    let read_units = |name, text| {
        let read = read(name, text);
        let langs = (read.bitext.source_lang.to_string(), read.bitext.target_lang.to_string());
        let units =
            texts(&read).iter().map(|u| format!("{}|{}|{}", u.0, u.1, u.2)).collect::<Vec<_>>();
        (langs.0, langs.1, units.join(" "))
    };
    let is = |s: &str, t: &str, units: &str| (s.to_owned(), t.to_owned(), units.to_owned());
    assert_eq!(read_units("a.tsv", "No\tNon\nYes\tOui\n"), is("und", "und", "1|No|Non 2|Yes|Oui"));
    assert_eq!(
        read_units("a.tsv", "fr\tnote\tid\ten-GB\nOui\tx\tk\tYes\n"),
        is("fr", "en-GB", "k|Oui|Yes")
    );
    assert_eq!(read_units("a.csv", "id;source;fr\n1;\"a;b\";c\n"), is("und", "fr", "1|a;b|c"));
    assert_eq!(read_units("a.csv", "source,target\n'=1,''x\n"), is("und", "und", "1|=1|''x"));
    assert_eq!(read_units("a.tsv", "a\tb\nc\n"), is("und", "und", "1|a|b 2|c|"));
}

#[test]
fn the_languages_of_the_user_choose_the_columns() {
    let file = file("a.tsv", "id\ten\tde\tfr\n1\ta\tb\tc\n");
    let (en, fr, it) =
        (lang::parse("en").unwrap(), lang::parse("fr-CA").unwrap(), lang::parse("it").unwrap());
    let languages = Languages { source: Some(&fr), target: Some(&en) };
    let read = of(&file).unwrap().read(ID(), &file, languages).unwrap();
    assert_eq!(texts(&read), [("1", "c", "a")]);
    let languages = Languages { source: Some(&en), target: Some(&it) };
    let refusal = of(&file).unwrap().read(ID(), &file, languages).unwrap_err();
    assert_eq!(refusal.message, messages::no_language(&it, "de, en, fr"));
}

#[test]
fn rows_with_too_many_cells_are_faults() {
    let read = read("a.tsv", "en\tfr\na\tb\tc\nd\te\t\n");
    assert_eq!(faults(&read), ["exchange-row-too-long"]);
    assert_eq!(texts(&read).len(), 2);
    assert_eq!(
        read_as("a.tsv", "only one column\nof text\n").unwrap_err().message.id,
        "exchange-not-format"
    );
}

const TMX: &str = "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header srclang=\"en-US\"/><body>\n\
<tu tuid=\"k&amp;1\"><note>one</note><prop type=\"x\">p</prop>\
<tuv xml:lang=\"fr\"><note>visavis-ignore term-case: so</note><seg>C&#x27;est <bpt i=\"1\">&lt;b></bpt>là<ept i=\"1\"/>, <hi>ici</hi><ph type=\"lb\"/>et<![CDATA[ <la>]]></seg></tuv>\
<tuv xml:lang=\"EN-US\"><seg>It is <ph>{0}<sub>no</sub></ph>there</seg></tuv></tu>\n\
<tu><tuv xml:lang=\"en-US\"><seg>a</seg></tuv><tuv xml:lang=\"de\"><seg>b</seg></tuv></tu>\
<tu><tuv xml:lang=\"en-US\"><seg>Open &eacute; &</seg></tuv></tu></body></tmx>";

#[test]
fn tmx_codes_are_left_out_and_texts_keep_their_places() {
    let file = file("a.tmx", TMX);
    let read = of(&file).unwrap().read(ID(), &file, Languages::default()).unwrap();
    check_spans(&file, &read);
    assert_eq!(
        texts(&read),
        [("k&1", "It is there", "C'est là, ici et <la>"), ("3", "Open &eacute; &", "")]
    );
    assert_eq!(faults(&read), ["xml-undeclared-entity", "xml-bare-ampersand"]);
    assert_eq!(read.faults[0].primary.at.span.slice(TMX), "&eacute;");
    assert_eq!(read.bitext.units[1].state, State::Untranslated);
    assert_eq!(read.bitext.units[0].note.as_deref(), Some("one\nvisavis-ignore term-case: so"));
    let (_, suppression) = &read.bitext.suppressions[0];
    assert_eq!(suppression.rules, ["term-case"]);
    assert!(
        suppression.scope.slice(TMX).starts_with("<tu tuid")
            && suppression.scope.slice(TMX).ends_with("</tu>")
    );
    assert_eq!(
        (read.bitext.source_lang.to_string(), read.bitext.target_lang.to_string()),
        ("en-US".into(), "fr".into())
    );
    let target = read.bitext.units[0].target_passage().unwrap();
    let la = target.text.find("là").unwrap();
    assert!(!target.map.is_verbatim(Span::of(la - 2, la + 2)), "a fix never swallows a code");
    assert!(target.map.is_verbatim(Span::of(la, la + 3)));
}

#[test]
fn tmx_takes_the_languages_that_the_user_names() {
    let file = file("a.tmx", TMX);
    let (en, de) = (lang::parse("en").unwrap(), lang::parse("de-AT").unwrap());
    let read = of(&file)
        .unwrap()
        .read(ID(), &file, Languages { source: Some(&en), target: Some(&de) })
        .unwrap();
    assert_eq!(texts(&read), [("2", "a", "b"), ("3", "Open &eacute; &", "")]);
    let it = lang::parse("it").unwrap();
    let refusal = of(&file)
        .unwrap()
        .read(ID(), &file, Languages { source: Some(&it), target: None })
        .unwrap_err();
    assert_eq!(refusal.message.id, "exchange-no-language");
}

#[test]
fn two_texts_of_unknown_languages_are_source_and_target() {
    let tuv = |text: &str| format!("<tuv xml:lang='und'><seg>{text}</seg></tuv>");
    let read = read("a.tmx", &format!("<tmx><body><tu>{}{}</tu></body></tmx>", tuv("a"), tuv("b")));
    assert_eq!(texts(&read), [("1", "a", "b")]);
}

const XLIFF: &str = "<xliff version=\"1.2\" xmlns:sdl=\"s\" xmlns:mq=\"m\"><file original=\"f\" source-language=\"en\" target-language=\"fr\"><header><note>no</note></header><body>\
<trans-unit id=\"1\" approved=\"no\"><source>One <g id=\"1\">two</g><x id=\"2\"/>.</source><target state=\"needs-review-l10n\">Un <g id=\"1\">deux</g><x id=\"2\"/>.</target><note>n</note><alt-trans><source>z</source><target>z</target></alt-trans></trans-unit>\
<group translate=\"no\"><trans-unit id=\"2\"><source>Keep</source></trans-unit></group>\
<trans-unit id=\"3\"><source>A. B.</source><seg-source><mrk mtype=\"seg\" mid=\"a\">A.</mrk> <mrk mtype=\"seg\" mid=\"b\">B <mrk mtype=\"protected\">{0}</mrk>.</mrk></seg-source>\
<target><mrk mtype=\"seg\" mid=\"b\">Bé.</mrk> <mrk mtype=\"seg\" mid=\"a\">Aé.</mrk></target><sdl:seg-defs><sdl:seg id=\"b\" conf=\"Draft\"/><sdl:seg id=\"a\" locked=\"true\"/></sdl:seg-defs></trans-unit>\
<trans-unit id=\"4\"><source>New</source><target/></trans-unit>\
<trans-unit id=\"5\" mq:locked=\"locked\"><source>L</source><target>L</target></trans-unit>\
</body></file></xliff>";

#[test]
fn xliff_units_segments_and_states_are_read() {
    let file = file("a.xlf", XLIFF);
    let read = of(&file).unwrap().read(ID(), &file, Languages::default()).unwrap();
    check_spans(&file, &read);
    assert_eq!(faults(&read), [""; 0]);
    assert_eq!(
        texts(&read),
        [
            ("1", "One two.", "Un deux."),
            ("2", "Keep", ""),
            ("3:a", "A.", "Aé."),
            ("3:b", "B {0}.", "Bé."),
            ("4", "New", ""),
            ("5", "L", "L"),
        ]
    );
    let states: Vec<_> = read.bitext.units.iter().map(|unit| unit.state).collect();
    assert_eq!(
        states,
        [
            State::Fuzzy,
            State::Skipped,
            State::Skipped,
            State::Fuzzy,
            State::Untranslated,
            State::Skipped
        ]
    );
    let inert = &read.bitext.units[3].source_passage().unwrap().inert;
    assert_eq!(inert, &[Span::of(2, 5)]);
    assert_eq!(read.bitext.units[0].note.as_deref(), Some("n"));
}

#[test]
fn a_file_that_ends_in_the_middle_gives_what_it_has() {
    for (name, text, cut) in
        [("a.tmx", TMX, "<tu><tuv xml:lang=\"en-US\"><seg>Op"), ("a.xlf", XLIFF, "<target/>")]
    {
        let end = text.find(cut).unwrap() + cut.len();
        let read = read(name, text.get(..end).unwrap());
        assert_eq!(read.faults.last().unwrap().message.id, "xml-truncated", "{name}");
        assert!(!read.bitext.units.is_empty());
        // Every cut is survived; what came whole before it is there.
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            if let Ok(part) = read_as(name, text.get(..end).unwrap()) {
                assert!(!part.faults.is_empty(), "{end}");
            }
        }
    }
}

#[test]
fn hostile_xml_is_refused_or_reported() {
    let refused = |text: &str| read_as("a.tmx", text).unwrap_err().message.id;
    assert_eq!(
        refused("<!DOCTYPE tmx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><tmx>&b;</tmx>"),
        "xml-internal-subset"
    );
    assert_eq!(refused("<!DOCTYPE tmx SYSTEM \"a>b\" [ ]><tmx/>"), "xml-internal-subset");
    assert_eq!(
        refused("<?xml version=\"1.0\" encoding=\"windows-1252\"?><tmx>é</tmx>"),
        "xml-foreign-encoding"
    );
    assert_eq!(refused(""), "exchange-not-format");
    assert_eq!(refused("<!DOCTYPE"), "exchange-not-format");
    let refused = |text: &str| {
        xliff::Xliff.read(ID(), &file("a.xlf", text), Languages::default()).unwrap_err().message.id
    };
    assert_eq!(refused("<xliff version=\"2.0\"/>"), "exchange-other-version");
    let read =
        read("a.tmx", "<tmx><body><tu><tuv xml:lang='en'><seg>a</seg></tuv></tu><tu></body></tmx>");
    assert_eq!((faults(&read), read.bitext.units.len()), (vec!["xml-mismatched-tag"], 1));
    assert!(read_as("a.tmx", "<!DOCTYPE tmx PUBLIC \"-//[x]//\" 'tmx14.dtd'><tmx/>").is_ok());
}

#[test]
fn a_hundred_thousand_nested_elements_are_refused_at_once() {
    let started = std::time::Instant::now();
    for start in [
        "<tmx><body>",
        "<tmx><body><tu><tuv lang='en'><seg>",
        "<xliff><file><body><trans-unit><source>",
    ] {
        let text = format!("{start}{}", "<g>".repeat(100_000));
        assert_eq!(read_as("a.tmx", &text).unwrap_err().message.id, "xml-too-deep");
    }
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn many_faults_are_counted_not_listed() {
    let read = read("a.tmx", &format!("<tmx>{}</tmx>", "&a;".repeat(5000)));
    assert_eq!(read.faults.len(), 1001);
    assert_eq!(read.faults[1000].message, messages::more_faults(4000_u64));
}

#[test]
fn a_tag_with_very_many_attributes_takes_linear_time() {
    let attributes = " a='&amp;'".repeat(100_000);
    let started = std::time::Instant::now();
    read("a.tmx", &format!("<tmx><body><tu{attributes}></tu></body></tmx>"));
    assert!(started.elapsed().as_secs() < 5);
}
