//! Every format holds what it says it holds: any glossary is written, read again, and compared.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Severity;
use crate::text::Location;

fn tag(tag: &str) -> LanguageIdentifier {
    crate::lang::parse(tag).unwrap()
}

fn nowhere() -> Location {
    Location { source: SourceId::new(0), span: Span::at(0) }
}

fn of_toml(text: &str) -> Glossary {
    let file = SourceFile::decode("a.toml", text.as_bytes());
    let loaded = load(SourceId::new(0), &file, None);
    assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
    loaded.glossary
}

fn read_as(format: Format, bytes: &[u8]) -> Loaded {
    let (en, fr) = (tag("en"), tag("fr"));
    if format == Format::Xlsx {
        let sheet = crate::workbook::read(bytes).unwrap();
        return load_sheet(SourceId::new(0), &sheet, Some((&en, &fr)));
    }
    let file = SourceFile::decode("", bytes);
    load_as(format, SourceId::new(0), &file, Some((&en, &fr)))
}

/// What is said to be lost.
fn lost(written: &Written) -> Vec<String> {
    let word = |message: &Message| {
        let what = message.args.iter().find(|(name, _)| *name == "what");
        match what {
            Some((_, crate::message::Arg::Text(what))) => what.clone(),
            _ => message.id.to_owned(),
        }
    };
    written.losses.iter().map(word).collect()
}

/// A glossary without its places.
fn plain(mut glossary: Glossary) -> Glossary {
    for concept in &mut glossary.concepts {
        concept.at = nowhere();
        for term in &mut concept.terms {
            term.at = nowhere();
        }
    }
    glossary
}

const RICH: &str = r#"
[glossary]
name = "A & B"
languages = ["en", "fr"]

[concept.gna]
kind = "organization"
definition = "a government\nof two lines"
domain = "politics"
source = "usage"
severity = "info"
variants = "off"
not-variants = ["Hariri|x", "b\\"]
original = { ar = "حكومة" }
do-not-translate = true

[concept.gna.en]
term = "Government of National Accord"
acronym = "GNA"
define = "never"
gap = 2
case = "ignore"
except = ["Accord |"]
forms = ["Governments"]
usage = "The GNA <said>."
note = "x"

[concept.gna.fr]
term = { form = "Gouvernement d’union nationale", gender = "m", pos = "proper-noun" }
acronym = ["GUN", "GEN"]
short = ["Gouvernement"]
admitted = ["Gouvernement d’entente nationale"]
deprecated = ["Gouvernement d’accord national"]
forbidden = [{ form = "Gouvernement de l’accord national", use = "Gouvernement d’union nationale", why = "w" }]

[concept.formula]
en = { term = "=1+1|2", match = "regex" }
fr = "-ing; \"a\" b"
"#;

#[test]
fn toml_and_json_lines_hold_everything() {
    let glossary = of_toml(RICH);
    let written = write(&glossary, Format::Toml, None).unwrap();
    assert_eq!(lost(&written), [""; 0], "{}", String::from_utf8_lossy(&written.bytes));
    let again = read_as(Format::Toml, &written.bytes);
    assert_eq!(again.faults, []);
    assert_eq!(plain(again.glossary), plain(glossary.clone()));
    assert_eq!(
        lost(&write(&glossary, Format::JsonLines, None).unwrap()),
        ["glossary-convert-loses-name"]
    );
}

#[test]
fn tables_hold_all_but_what_is_said_of_single_forms() {
    let glossary = of_toml(RICH);
    for format in [Format::Csv, Format::Tsv, Format::Xlsx] {
        let written = write(&glossary, format, None).unwrap();
        // The part of speech and the gender of the main term go to the other approved forms as well.
        let wanted = ["gender", "pos", "use", "why", "glossary-convert-loses-name"];
        assert_eq!(lost(&written), wanted, "{format:?}");
    }
    let written = write(&glossary, Format::Csv, None).unwrap();
    let text = String::from_utf8(written.bytes).unwrap();
    assert!(text.contains("'=1+1\\|2"), "{text}");
    assert!(text.contains("\"'-ing; \"\"a\"\" b\""), "{text}");
}

#[test]
fn tbx_says_what_it_does_not_hold() {
    let glossary = of_toml(RICH);
    let common = [
        "case",
        "define",
        "do-not-translate",
        "except",
        "forms",
        "gap",
        "kind",
        "match",
        "not-variants",
        "original",
    ];
    let rest = ["severity", "use", "variants", "why"];
    for format in [Format::Tbx2008, Format::TbxDca, Format::TbxDct] {
        let written = write(&glossary, format, None).unwrap();
        // The edition of 2019 has no proper nouns.
        let pos = if format == Format::Tbx2008 { &[][..] } else { &["pos"] };
        let wanted: Vec<_> = common.iter().chain(pos).chain(&rest).copied().collect();
        assert_eq!(lost(&written), wanted, "{format:?}");
        assert!(!String::from_utf8(written.bytes).unwrap().contains("DOCTYPE"));
    }
}

#[test]
fn omegat_holds_source_translation_and_comment() {
    let text = "[glossary]\nlanguages = ['en', 'fr']\n[concept.cease-fire]\nen = 'cease fire'\n\
        fr = { term = 'trêve', admitted = ['cessez-le-feu'], forbidden = ['x'], note = 'a\tb' }\n\
        [concept.tag]\nen = '#tag'\nfr = 'mot-dièse'\n";
    let written = write(&of_toml(&text.replace('\t', " ")), Format::OmegaT, None).unwrap();
    let lines = String::from_utf8(written.bytes.clone()).unwrap();
    assert_eq!(lines, "cease fire\ttrêve\ta b\ncease fire\tcessez-le-feu\n #tag\tmot-dièse\n");
    assert_eq!(lost(&written), ["forbidden"]);
}

#[test]
fn other_programs_tbx_is_read_and_what_is_left_out_is_counted() {
    let text = r#"<?xml version="1.0"?><!DOCTYPE martif SYSTEM "x.dtd"><martif type="TBX" xml:lang="en"><martifHeader><fileDesc>
        <titleStmt><title>T</title></titleStmt><sourceDesc><p/></sourceDesc></fileDesc></martifHeader><text><body>
        <termEntry id="c1"><transacGrp><transac type="transactionType">origination</transac><date>2001</date></transacGrp>
        <descripGrp><descrip type="definition">two
            lines&#10;kept</descrip><admin type="source">S</admin></descripGrp><note>n1</note>
        <langSet xml:lang="EN"><note>n2</note><ntig><termGrp><term id="t"> cease<hi>-fire</hi> </term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
        <ntig><termGrp><term>CF</term></termGrp></ntig></langSet>
        <langSet xml:lang="fr"><tig><term>feu</term><termNote type="administrativeStatus">notRecommended</termNote></tig>
        <tig><term>trêve</term><termNote type="grammaticalGender">feminine</termNote><descrip type="context">Une trêve.</descrip><xref target="x">y</xref></tig></langSet>
        </termEntry></body></text></martif>"#;
    let loaded = read_as(Format::Tbx2008, text.as_bytes());
    assert_eq!(loaded.faults, []);
    let left: Vec<_> =
        loaded.left_out.iter().map(|left| (left.what.as_str(), left.concepts)).collect();
    assert_eq!(left, [("transacGrp", 1), ("xref", 1)]);
    let concept = &loaded.glossary.concepts[0];
    assert_eq!(concept.definition.as_deref(), Some("two lines\nkept"));
    assert_eq!(concept.source.as_deref(), Some("S"));
    let terms: Vec<_> =
        concept.terms.iter().map(|term| (term.form.as_str(), term.status, term.role)).collect();
    assert_eq!(
        terms,
        [
            ("cease-fire", Status::Preferred, TermRole::Full),
            ("CF", Status::Preferred, TermRole::Acronym),
            ("trêve", Status::Preferred, TermRole::Full),
            ("feu", Status::Forbidden, TermRole::Full),
        ]
    );
    assert_eq!(concept.terms[0].note.as_deref(), Some("n2\nn1"));
    assert_eq!(concept.terms[2].usage.as_deref(), Some("Une trêve."));
    assert_eq!(concept.terms[3].at.span.slice(text), "feu");
}

#[test]
fn hostile_tbx_is_refused_with_its_place() {
    let deep = format!("<martif>{}", "<a>".repeat(100_000));
    let bomb =
        format!("<!DOCTYPE martif [<!ENTITY a '{}'>]><martif>&a;</martif>", "x".repeat(1000));
    let entities = format!("<martif>{}</martif>", "&x;".repeat(100_000));
    for (text, id) in [
        (bomb.as_str(), "xml-internal-subset"),
        (deep.as_str(), "xml-too-deep"),
        (entities.as_str(), "xml-undeclared-entity"),
        ("<martif><text>", "xml-truncated"),
        ("<martif><text></martif>", "xml-mismatched-tag"),
        ("<html></html>", "glossary-syntax-not-tbx"),
        ("", "glossary-syntax-not-tbx"),
        ("id;en;fr", "glossary-syntax-not-tbx"),
        ("<?xml version='1.0' encoding='latin-9'?><martif>é</martif>", "xml-foreign-encoding"),
    ] {
        let loaded = read_as(Format::Tbx2008, text.as_bytes());
        assert_eq!(loaded.faults[0].message.id, id, "{text:.40}");
        assert_eq!(loaded.faults[0].severity, Severity::Error);
        assert!(loaded.faults.len() <= 1000);
    }
}

#[test]
fn other_encodings_of_xml_are_read() {
    let text = "<?xml version='1.0' encoding=\"windows-1254\"?>\n<a>é</a>";
    let (bytes, ..) = encoding_rs::WINDOWS_1254.encode(text);
    let decoded = crate::xml::transcode(&bytes).unwrap();
    let decoded = String::from_utf8(decoded).unwrap();
    assert!(decoded.ends_with("<a>é</a>") && decoded.len() == text.len(), "{decoded}");
    assert_eq!(crate::xml::transcode(b"<?xml version='1.0' encoding='UTF-8'?><a/>"), None);
    assert_eq!(crate::xml::transcode(b"<?xml version='1.0' encoding='none'?><a/>"), None);
}

/// A text that any glossary may hold: trimmed, not empty, with what is hostile to one format or another.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => "[a-zéà ]{1,6}",
        1 => Just("|".to_owned()),
        1 => Just("\\".to_owned()),
        1 => Just("=".to_owned()),
        1 => Just("'".to_owned()),
        1 => Just("\"".to_owned()),
        1 => Just(";".to_owned()),
        1 => Just("\t".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("\r\n".to_owned()),
        1 => Just("&<>]]>".to_owned()),
        1 => Just("#".to_owned()),
        1 => Just("-".to_owned()),
        1 => Just("_x0041_".to_owned()),
        1 => Just("\u{202e}ح".to_owned()),
        1 => Just("  ".to_owned()),
    ];
    prop::collection::vec(part, 1..5)
        .prop_map(|parts| parts.concat().trim().to_owned())
        .prop_filter("empty", |text| !text.is_empty())
}

fn maybe(texts: impl Strategy<Value = String>) -> impl Strategy<Value = Option<String>> {
    prop::option::of(texts)
}

fn term(status: Status, role: TermRole, lang: &'static str) -> impl Strategy<Value = Term> {
    let choices = (
        0..3_usize,
        0..2_usize,
        0..4_u8,
        prop::option::of(0..5_usize),
        prop::option::of(0..3_usize),
        prop::option::of(0..3_usize),
        any::<bool>(),
    );
    let texts = (
        maybe(text()),
        maybe(text()),
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(text(), 0..2),
        maybe(text()),
        maybe(text()),
    );
    (text(), choices, texts).prop_map(move |(form, choices, texts)| {
        let mut term = Term::new(form, tag(lang), nowhere());
        (term.status, term.role) = (status, role);
        term.case = CaseRule::WORDS[choices.0].1;
        // Regular expressions would have to compile.
        term.matching = Matching::WORDS[choices.1].1;
        term.gap = choices.2;
        term.pos = choices.3.map(|at| PartOfSpeech::WORDS[at].1);
        term.gender = choices.4.map(|at| Gender::WORDS[at].1);
        term.number = choices.5.map(|at| GrammaticalNumber::WORDS[at].1);
        term.define = if choices.6 { Define::Never } else { Define::FirstUse };
        (term.note, term.usage, term.forms, term.except, term.instead, term.why) = texts;
        term
    })
}

/// The terms of a language as a reader would put them in order.
fn section(lang: &'static str) -> impl Strategy<Value = Vec<Term>> {
    let several = |status, role, most| prop::collection::vec(term(status, role, lang), 0..most);
    (
        term(Status::Preferred, TermRole::Full, lang),
        several(Status::Preferred, TermRole::Acronym, 2),
        several(Status::Preferred, TermRole::Short, 3),
        several(Status::Admitted, TermRole::Full, 3),
        several(Status::Deprecated, TermRole::Full, 2),
        several(Status::Forbidden, TermRole::Short, 3),
    )
        .prop_map(|(main, a, b, c, d, e)| {
            let mut seen = std::collections::BTreeSet::new();
            std::iter::once(main)
                .chain(a)
                .chain(b)
                .chain(c)
                .chain(d)
                .chain(e)
                .filter(|term| seen.insert(term.form.clone()))
                .collect()
        })
}

fn concept() -> impl Strategy<Value = Concept> {
    let about = (
        maybe(text()),
        maybe(text()),
        maybe(text()),
        prop::collection::vec(text(), 0..2),
        0..4_usize,
        any::<bool>(),
    );
    (section("en"), section("fr"), about).prop_map(|(en, fr, about)| {
        let mut concept = Concept::new("", nowhere());
        concept.terms = en.into_iter().chain(fr).collect();
        (concept.definition, concept.domain, concept.source, concept.not_variants, ..) =
            (about.0, about.1, about.2, about.3, ());
        concept.kind = ConceptKind::WORDS[about.4].1;
        concept.do_not_translate = about.5;
        concept
    })
}

fn glossaries() -> impl Strategy<Value = Glossary> {
    prop::collection::vec(concept(), 0..4).prop_map(|mut concepts| {
        for (number, concept) in concepts.iter_mut().enumerate() {
            concept.id = format!("{number} é|\"=");
        }
        Glossary { name: None, languages: vec![tag("en"), tag("fr")], concepts }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_glossary_holds_is_in_toml_and_json(glossary in glossaries()) {
        for format in [Format::Toml, Format::JsonLines] {
            let written = write(&glossary, format, None).unwrap();
            prop_assert!(lost(&written).iter().all(|what| what == "glossary-convert-loses-languages"), "{:?}\n{}", written.losses, String::from_utf8_lossy(&written.bytes));
            let again = plain(read_as(format, &written.bytes).glossary);
            prop_assert_eq!(again.concepts, glossary.concepts.clone());
        }
    }

    #[test]
    fn what_the_other_formats_lose_is_on_their_list(glossary in glossaries()) {
        let single = ["case", "define", "except", "forms", "gap", "gender", "match", "note", "number", "pos", "role", "usage", "use", "why"];
        let tbx = ["case", "define", "do-not-translate", "except", "forms", "gap", "kind", "match", "not-variants", "number", "pos", "use", "why"];
        for (format, allowed) in [
            (Format::Csv, &single[..]), (Format::Tsv, &single), (Format::Xlsx, &single),
            (Format::Tbx2008, &tbx), (Format::TbxDca, &tbx), (Format::TbxDct, &tbx),
        ] {
            let written = write(&glossary, format, None).unwrap();
            for what in lost(&written) {
                prop_assert!(allowed.contains(&what.as_str()) || what == "glossary-convert-loses-languages", "{:?} loses {}: {}", format, what, String::from_utf8_lossy(&written.bytes));
            }
            let again = read_as(format, &written.bytes);
            prop_assert!(again.faults.iter().all(|fault| ["glossary-bad-character", "glossary-empty-section"].contains(&fault.rule)), "{:?} {:?}", format, again.faults);
            let forms = |glossary: &Glossary| glossary.concepts.iter().map(|concept| {
                let mut forms: Vec<_> = concept.terms.iter().map(|term| (term.lang.to_string(), term.status, term.form.clone())).collect();
                forms.sort();
                forms
            }).collect::<Vec<_>>();
            prop_assert_eq!(forms(&again.glossary), forms(&glossary), "{:?}", format);
        }
    }

    #[test]
    fn no_bytes_break_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (_, format) in Format::WORDS {
            if *format == Format::Xlsx {
                let _ = crate::workbook::read(&bytes);
            } else {
                let _ = read_as(*format, &bytes);
            }
        }
    }

    #[test]
    fn no_change_of_a_file_breaks_its_reader(at in 0..2000_usize, byte in any::<u8>()) {
        let glossary = of_toml(RICH);
        for (_, format) in Format::WORDS {
            let mut bytes = write(&glossary, *format, None).unwrap().bytes;
            let at = at % bytes.len();
            bytes[at] = byte;
            if *format == Format::Xlsx {
                let _ = crate::workbook::read(&bytes);
            } else {
                let _ = read_as(*format, &bytes);
            }
        }
    }
}

/// `id` is the code of Indonesian, and the name of a column.
#[test]
fn a_language_that_is_called_as_a_column_keeps_its_terms_in_tables() {
    let text = "[glossary]\nlanguages = ['en', 'id']\n[concept.sea]\nen = 'sea'\n\
        id = { term = 'laut', forbidden = ['lautan'] }\n";
    let glossary = of_toml(text);
    for format in [Format::Csv, Format::Tsv, Format::Xlsx] {
        let written = write(&glossary, format, None).unwrap();
        assert!(lost(&written).is_empty(), "{format:?}: {:?}", lost(&written));
        let loaded = read_as(format, &written.bytes);
        assert_eq!(loaded.faults, [], "{format:?}");
        assert_eq!(plain(loaded.glossary).concepts, plain(glossary.clone()).concepts, "{format:?}");
    }
}
