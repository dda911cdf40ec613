//! What loading and validation find, with the exact place of each.

use super::*;
use crate::text::Sources;

fn tag(tag: &str) -> LanguageIdentifier {
    crate::lang::parse(tag).unwrap()
}

fn read(path: &str, text: &str) -> (Loaded, SourceFile) {
    let file = SourceFile::decode(path, text.as_bytes());
    (load(SourceId::new(0), &file, None), file)
}

/// Findings as `line:column code message-id`.
fn told(file: &SourceFile, found: &[Diagnostic]) -> Vec<String> {
    found
        .iter()
        .map(|finding| {
            let at = file.line_column(finding.primary.at.span.start());
            format!("{}:{} {} {}", at.line, at.column, finding.rule, finding.message.id)
        })
        .collect()
}

/// Findings of loading.
fn faults(path: &str, text: &str) -> Vec<String> {
    let (loaded, file) = read(path, text);
    told(&file, &loaded.faults)
}

/// Findings of validation; loading must find none.
fn findings(path: &str, text: &str) -> Vec<String> {
    let (loaded, file) = read(path, text);
    assert_eq!(told(&file, &loaded.faults), [""; 0]);
    told(&file, &validate(&loaded.glossary))
}

/// Terms as `language form status role`, with what stands at their place in the file.
fn terms(path: &str, text: &str) -> Vec<String> {
    let (loaded, file) = read(path, text);
    let terms = loaded.glossary.concepts.iter().flat_map(|concept| &concept.terms);
    terms
        .map(|term| {
            let quotes: &[char] = if path.ends_with("toml") { &['"', '\''] } else { &[] };
            let place = term.at.span.slice(&file.text);
            assert_eq!(place.replace("\"\"", "\"").trim_matches(quotes), term.form);
            format!("{} {} {} {}", term.lang, term.form, term.status.word(), term.role.word())
        })
        .collect()
}

#[test]
fn a_concept_has_its_terms_in_order_with_status_and_role() {
    let text = "[concept.gna]\nkind = 'organization'\nen = { term = \"Accord Government\", acronym = \"GNA\" }\n\
        [concept.gna.fr]\ndeprecated = ['AGF', \"Vieille forme\"]\nforbidden = [{ form = 'X', use = 'GNA', why = 'w' }]\n\
        acronym = ['GNA', 'GUN']\nshort = 'le Gouvernement'\nadmitted = ['Autre forme']\nterm = \"Gouvernement d’accord\"\n";
    assert_eq!(
        terms("a.toml", text),
        [
            "en Accord Government preferred full",
            "en GNA preferred acronym",
            "fr Gouvernement d’accord preferred full",
            "fr AGF deprecated acronym",
            "fr Vieille forme deprecated full",
            "fr X forbidden full",
            "fr GNA preferred acronym",
            "fr GUN admitted acronym",
            "fr le Gouvernement preferred short",
            "fr Autre forme admitted full",
        ]
    );
    let (loaded, _) = read("a.toml", text);
    let concept = &loaded.glossary.concepts[0];
    assert_eq!(concept.kind, ConceptKind::Organization);
    assert_eq!(concept.terms[5].instead.as_deref(), Some("GNA"));
    assert_eq!(concept.terms[5].why.as_deref(), Some("w"));
}

#[test]
fn what_a_section_says_goes_to_the_terms_it_is_true_of() {
    let text = "[concept.a.fr]\nterm = 'a b'\nacronym = 'AB'\nadmitted = [{ form = 'c d', gap = 1, gender = 'f' }]\n\
        forbidden = 'e'\nforms = ['as bs']\nexcept = ['a b c']\npos = 'noun'\ngender = 'm'\nnumber = 'plural'\n\
        match = 'exact'\ncase = 'ignore'\ngap = 2\nusage = 'u'\nnote = 'n'\ndefine = 'never'\n";
    let (loaded, file) = read("a.toml", text);
    assert_eq!(told(&file, &loaded.faults), [""; 0]);
    let [main, acronym, admitted, forbidden] = &loaded.glossary.concepts[0].terms[..] else {
        panic!("four terms")
    };
    assert_eq!((main.gap, acronym.gap, admitted.gap, forbidden.gap), (2, 0, 1, 0));
    assert_eq!(main.gender, Some(Gender::Masculine));
    assert_eq!(acronym.gender, Some(Gender::Masculine));
    assert_eq!(admitted.gender, Some(Gender::Feminine));
    assert_eq!(forbidden.pos, None);
    assert_eq!(forbidden.case, CaseRule::Ignore);
    assert_eq!(forbidden.matching, Matching::Exact);
    assert_eq!(main.forms, ["as bs"]);
    assert!(acronym.forms.is_empty() && acronym.except.is_empty());
    assert_eq!(acronym.define, Define::Never);
    assert_eq!((main.note.as_deref(), main.usage.as_deref()), (Some("n"), Some("u")));
}

#[test]
fn concepts_stand_in_file_order_and_languages_in_that_of_their_declaration() {
    let (loaded, _) = read(
        "a.toml",
        "[concept.z]\nfr = 'z'\nen = 'y'\n[concept.a]\nen = 'a'\n[glossary]\nname = 'N'\ndomain = 'd'\n",
    );
    let ids: Vec<_> = loaded.glossary.concepts.iter().map(|concept| concept.id.as_str()).collect();
    assert_eq!(ids, ["z", "a"]);
    assert_eq!(loaded.glossary.languages, [tag("fr"), tag("en")]);
    assert_eq!(loaded.glossary.name.as_deref(), Some("N"));
    assert_eq!(loaded.glossary.concepts[0].domain.as_deref(), Some("d"));
}

#[test]
fn every_value_of_a_concept_is_read() {
    let text = "[concept.p]\nkind = 'person'\ndefinition = 'd'\ndomain = 'x'\nsource = 's'\ndo-not-translate = true\n\
        severity = 'info'\nvariants = 'off'\nnot-variants = ['Q']\noriginal = { ar = 'ح' }\nen = 'P'\n";
    let (loaded, file) = read("a.toml", text);
    assert_eq!(told(&file, &loaded.faults), [""; 0]);
    let concept = &loaded.glossary.concepts[0];
    assert_eq!(concept.kind, ConceptKind::Person);
    assert!(concept.do_not_translate);
    assert_eq!(concept.severity, Some(crate::diagnostic::Severity::Info));
    assert_eq!(concept.variants, Some(None));
    assert_eq!(concept.not_variants, ["Q"]);
    assert_eq!(concept.original["ar"], "ح");
    assert_eq!(told(&file, &[])[..], [""; 0]);
}

#[test]
fn all_mistakes_of_a_toml_file_are_told_at_once_with_their_places() {
    let text = "\
[glossary]
nam = 'x'
languages = ['english', 'fr', 'xx', 3]
[concepts.a]
en = 'a'
[concept]
loose = 'x'
[concept.a]
kind = 'city'
colour = 'red'
pos = 'noun'
kid = 'place'
do-not-translate = 'yes'
original = { arabic = 'ا', qq = 'x' }
english = { term = 'é', gendre = 'm', gap = 300 }
fr = { term = '(a', match = 'regex', admitted = [{ use = 'b' }, 5, ''] }
xx = 'x'
de = ['x']
[concept.b]
en = {}
fr = ''
[concept.c]
en = \"x\\u0001\"
";
    assert_eq!(
        faults("a.toml", text),
        [
            "2:1 glossary-unknown-key toml-unknown-key-nearest",
            "3:14 glossary-bad-language glossary-bad-language-nearest",
            "3:31 glossary-bad-language glossary-bad-language-none",
            "3:37 glossary-bad-value toml-wrong-type",
            "4:2 glossary-unknown-key toml-unknown-key-nearest",
            "7:9 glossary-bad-value toml-wrong-type",
            "9:8 glossary-bad-value toml-wrong-value",
            "10:1 glossary-unknown-key toml-unknown-key",
            "11:1 glossary-unknown-key glossary-unknown-key-misplaced",
            "12:1 glossary-undeclared-language glossary-undeclared-language-nearest",
            "13:20 glossary-bad-value toml-wrong-type",
            "14:14 glossary-bad-language glossary-bad-language-nearest",
            "14:28 glossary-bad-language glossary-bad-language-none",
            "15:1 glossary-bad-language glossary-bad-language-nearest",
            "15:25 glossary-unknown-key toml-unknown-key-nearest",
            "15:45 glossary-bad-value toml-wrong-value",
            "16:16 glossary-bad-regex glossary-bad-regex-form",
            "16:50 glossary-bad-value toml-missing-key",
            "16:65 glossary-bad-value toml-wrong-type",
            "16:68 glossary-empty-section glossary-empty-section-form",
            "17:1 glossary-bad-language glossary-bad-language-none",
            "18:1 glossary-undeclared-language glossary-undeclared-language-key",
            "18:6 glossary-bad-value toml-wrong-type",
            "20:1 glossary-empty-section glossary-empty-section-language",
            "21:6 glossary-empty-section glossary-empty-section-form",
            "23:6 glossary-bad-character glossary-bad-character-in-form",
        ]
    );
}

#[test]
fn one_id_twice_in_a_file_is_named_with_its_place() {
    let (loaded, file) = read("a.toml", "[concept.gna]\nen = 'a'\n\n[concept.gna]\nfr = 'b'\n");
    assert_eq!(told(&file, &loaded.faults), ["4:10 glossary-syntax toml-duplicate-key"]);
    assert_eq!(loaded.faults[0].message.args[0].1, "gna".into());
}

#[test]
fn entries_behind_a_syntax_error_are_read() {
    let text = "[concept.a]\nen = 'a'\ngender m\nfr = “b”\n[concept.b]\nen = { term = 'c',\n[concept.d]\nen = 'd\nfr = 'e'\n";
    assert_eq!(
        faults("a.toml", text),
        [
            "3:8 glossary-syntax toml-no-value",
            "4:6 glossary-syntax toml-unquoted",
            "6:6 glossary-syntax toml-unclosed",
            "8:8 glossary-syntax toml-open-string",
        ]
    );
    let (loaded, _) = read("a.toml", text);
    let ids: Vec<_> = loaded.glossary.concepts.iter().map(|concept| concept.id.as_str()).collect();
    assert_eq!(ids, ["a", "d"]);
}

#[test]
fn a_table_gives_terms_with_their_exact_places() {
    let text = "EN;fr;forbidden_fr\n\" senator |the \"\"S\"\"\" ; \"sénateur | ONU\";x|UNO\n";
    assert_eq!(
        terms("a.csv", text),
        [
            "en senator preferred full",
            "en the \"S\" admitted full",
            "fr sénateur preferred full",
            "fr ONU admitted acronym",
            "fr x forbidden full",
            "fr UNO forbidden acronym",
        ]
    );
}

#[test]
fn columns_say_what_they_say_in_toml() {
    let text = "id\tde\tfr\tpos\tdomain\tnote\tgender_fr\tcase\tforms_fr\tkind\n\
        x\tA\tb|c\tProper noun\td\tn\tf\tignore\tbs|bes\tplace\n";
    let (loaded, file) = read("a.tsv", text);
    assert_eq!(told(&file, &loaded.faults), [""; 0]);
    let concept = &loaded.glossary.concepts[0];
    assert_eq!((concept.id.as_str(), concept.kind), ("x", ConceptKind::Place));
    assert_eq!(concept.domain.as_deref(), Some("d"));
    assert!(concept.terms.iter().all(|term| term.pos == Some(PartOfSpeech::ProperNoun)));
    assert!(concept.terms.iter().all(|term| term.case == CaseRule::Ignore));
    assert_eq!(concept.terms[0].note.as_deref(), Some("n"));
    assert_eq!(concept.terms[1].gender, Some(Gender::Feminine));
    assert_eq!(concept.terms[1].forms, ["bs", "bes"]);
    assert_eq!(loaded.glossary.languages, [tag("de"), tag("fr")]);
}

#[test]
fn ids_are_made_of_the_first_term() {
    let (loaded, _) =
        read("a.csv", "en,fr\nPrime Minister,a\nprime minister,b\n—,c\nprime-minister-2,d\n");
    let ids: Vec<_> = loaded.glossary.concepts.iter().map(|concept| concept.id.as_str()).collect();
    assert_eq!(ids, ["prime-minister", "prime-minister-2", "concept", "prime-minister-2-2"]);
}

#[test]
fn a_status_is_that_of_the_translations() {
    let text = "en;fr;status\nsoldier;soldat;\nsoldier;militaire;admitted\nsoldier;bidasse;forbidden\ntank;tanque;deprecated\n";
    assert_eq!(
        terms("a.csv", text),
        [
            "en soldier preferred full",
            "fr soldat preferred full",
            "fr militaire admitted full",
            "fr bidasse forbidden full",
            "en tank preferred full",
            "fr tanque deprecated full",
        ]
    );
}

#[test]
fn all_mistakes_of_a_table_are_told_at_once_with_their_places() {
    let text = "en;french;pos;domian;xx;forbidden_zz;en;kolor\n\
        a;b;nom;;;;\n;c;\nd;;\n\"e;f\n\"g\" h;i\nj||k;l;;;;;;;m;n\n\u{FFFD};o\n";
    assert_eq!(
        faults("a.csv", text),
        [
            "1:4 glossary-bad-language glossary-bad-language-nearest",
            "1:15 glossary-unknown-key glossary-unknown-key-column-nearest",
            "1:22 glossary-bad-language glossary-bad-language-none",
            "1:25 glossary-bad-language glossary-bad-language-none",
            "1:38 glossary-syntax glossary-syntax-column-twice",
            "1:41 glossary-unknown-key glossary-unknown-key-column",
            "2:5 glossary-bad-value glossary-bad-value-cell",
            "3:1 glossary-empty-section glossary-empty-section-cell",
            "4:3 glossary-empty-section glossary-empty-section-cell",
            "5:1 glossary-syntax glossary-syntax-open-quote",
            "6:4 glossary-syntax glossary-syntax-behind-quote",
            "7:3 glossary-empty-section glossary-empty-section-cell",
            "7:14 glossary-syntax glossary-syntax-too-many-fields",
            "8:1 glossary-bad-character glossary-bad-character-in-form",
        ]
    );
}

#[test]
fn a_table_without_a_header_needs_languages() {
    assert_eq!(
        faults("a.csv", "winter,hiver\n"),
        ["1:1 glossary-syntax glossary-syntax-no-header"]
    );
    let file = SourceFile::decode("a.csv", b"winter,hiver\n");
    let loaded = load(SourceId::new(0), &file, Some((&tag("en"), &tag("fr"))));
    assert_eq!(loaded.faults, []);
    assert_eq!(loaded.glossary.concepts[0].terms[1].lang, tag("fr"));
}

#[test]
fn three_columns_are_source_target_and_comment() {
    let text =
        "# glossary\nborder\tfrontière\tn\r\nborder\tlimite\n\nalone\n\tx\ny\t\na\tb\tc\td\n";
    let file = SourceFile::decode("g.txt", text.as_bytes());
    let loaded = load(SourceId::new(0), &file, Some((&tag("en"), &tag("fr"))));
    assert_eq!(
        told(&file, &loaded.faults),
        [
            "5:1 glossary-syntax glossary-syntax-no-tab",
            "6:1 glossary-empty-section glossary-empty-section-cell",
            "7:3 glossary-empty-section glossary-empty-section-cell",
            "8:7 glossary-syntax glossary-syntax-too-many-fields",
        ]
    );
    let border = &loaded.glossary.concepts[0];
    assert_eq!(border.terms.len(), 3);
    assert_eq!(border.terms[1].note.as_deref(), Some("n"));
    assert_eq!(border.terms[2].status, Status::Admitted);
    assert_eq!(border.terms[2].at.span.slice(&file.text), "limite");
    assert_eq!(
        faults("g.txt", "a\tb\n"),
        ["1:1 glossary-bad-language glossary-bad-language-not-given"]
    );
}

#[test]
fn an_unknown_format_is_told() {
    assert_eq!(faults("a.doc", "x"), ["1:1 glossary-syntax glossary-syntax-format"]);
}

#[test]
fn concepts_are_held_to_each_other() {
    let text = "[glossary]\nlanguages = ['en', 'fr']\n\
        [concept.a]\nen = 'shell'\nfr = 'obus'\n[concept.b]\nen = 'shell'\nfr = 'coquille'\n\
        [concept.c]\nen = 'shell'\nfr = 'obus'\n[concept.d]\nen = 'round'\nfr = { term = 'balle', forbidden = ['obus'] }\n\
        [concept.e]\nen = 'only'\n[concept.f]\ndefinition = 'none'\n";
    assert_eq!(
        findings("a.toml", text),
        [
            "7:6 glossary-conflict glossary-conflict-targets",
            "10:6 glossary-duplicate glossary-duplicate-concept",
            "14:37 glossary-conflict glossary-conflict-other",
            "15:10 glossary-missing-language glossary-missing-language-concept",
            "17:10 glossary-empty-section glossary-empty-section-concept",
        ]
    );
}

#[test]
fn homographs_domains_cases_and_shared_translations_are_no_conflict() {
    let text = "[concept.a]\nen = { term = 'file', pos = 'noun' }\nfr = 'fichier'\n[concept.b]\nen = { term = 'file', pos = 'verb' }\nfr = 'classer'\n\
        [concept.c]\ndomain = 'tools'\nen = 'file'\nfr = 'lime'\n[concept.d]\nen = 'Congress'\nfr = 'Congrès'\n[concept.e]\nen = 'congress'\nfr = 'congrès'\n\
        [concept.f]\nen = 'spokesman'\nfr = 'porte-parole'\n[concept.g]\nen = 'spokeswoman'\nfr = 'porte-parole'\n";
    assert_eq!(findings("a.toml", text), [""; 0]);
}

#[test]
fn a_concept_is_held_to_itself() {
    let text = "[concept.a]\nen = { term = \"l'x\", admitted = ['l’x'] }\nfr = { term = 'X', case = 'ignore', forbidden = ['x'] }\n\
        not-variants = ['X']\n[concept.b]\nen = { term = 'y', except = ['Y'] }\nfr = { term = 'z', forbidden = [{ form = 'w', use = 'w' }] }\n";
    assert_eq!(
        findings("a.toml", text),
        [
            "1:10 glossary-self-reference glossary-self-reference-variant",
            "2:34 glossary-duplicate glossary-duplicate-form",
            "3:50 glossary-conflict glossary-conflict-own",
            "6:15 glossary-self-reference glossary-self-reference-except",
            "7:42 glossary-self-reference glossary-self-reference-use",
        ]
    );
}

#[test]
fn one_id_in_two_files_is_told_at_the_second() {
    let mut sources = Sources::default();
    let mut whole = Glossary::default();
    for text in ["[concept.a]\nen = 'x'\nfr = 'y'\n", "[concept.a]\nen = 'z'\nde = 'z'\n"] {
        let id = sources.add(SourceFile::decode("a.toml", text.as_bytes()));
        whole.extend(load(id, sources.get(id), None).glossary);
    }
    let found = validate(&whole);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "glossary-duplicate-id");
    assert_eq!(found[0].primary.at.source, SourceId::new(1));
    assert_eq!(found[0].related[0].at.source, SourceId::new(0));
}

#[test]
fn hostile_files_end_quickly_and_well() {
    let long = "x".repeat(1 << 20);
    let deep = |open: &str| format!("[concept.a]\nen = {}", open.repeat(10_000));
    let texts = [
        String::new(),
        "\u{FEFF}".to_owned(),
        "\0".to_owned(),
        long.clone(),
        format!("[concept.a]\nen = '{long}'\n"),
        format!("en;fr\n{long};{long}\n"),
        "\"".repeat(1 << 18),
        "[concept.a]\nb\n".repeat(20_000),
        "|".repeat(1 << 18),
        "en;fr\n".to_owned() + &"|".repeat(1 << 18),
        "en\u{0}\t\r\r\n\u{FFFD}".to_owned(),
        deep("["),
        deep("{a="),
        deep("{en="),
        format!("[concept{}]\nen = 'x'\n", ".a".repeat(10_000)),
    ];
    for text in &texts {
        for path in ["a.toml", "a.csv", "a.tsv", "a.txt"] {
            let (loaded, _) = read(path, text);
            validate(&loaded.glossary);
        }
    }
    for bytes in [&b"[concept.a]\nen = '\xFF\xFE'\n"[..], b"en;fr\n\xE9t\xE9;x\n"] {
        for path in ["a.toml", "a.csv"] {
            let file = SourceFile::decode(path, bytes);
            let loaded = load(SourceId::new(0), &file, None);
            assert!(!loaded.faults.is_empty(), "{path}");
        }
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_file() {
    let file = SourceFile::decode("a.csv", b"\xEF\xBB\xBFen;fr\na;b\n");
    let loaded = load(SourceId::new(0), &file, None);
    assert_eq!(loaded.faults, []);
    assert_eq!(loaded.glossary.concepts.len(), 1);
}

#[test]
fn every_page_has_its_headings_and_its_examples_hold() {
    for Code { code, doc, .. } in CODES {
        assert!(doc.starts_with(&format!("# {code}\n")), "{code}");
        for heading in ["What it checks", "Why it matters", "Example", "What to do"] {
            assert!(doc.contains(&format!("\n## {heading}\n")), "{code}: {heading}");
        }
        let (mut failing, mut passing) = (0, 0);
        for block in doc.split("\n```glossary ").skip(1) {
            let (head, rest) = block.split_once('\n').unwrap();
            let text = rest.split_once("\n```").unwrap().0;
            let path = if head.ends_with(" csv") { "a.csv" } else { "a.toml" };
            let (loaded, _) = read(path, text);
            let mut found = validate(&loaded.glossary);
            // The page of entries that no text uses: its second example is said to have a text that uses it.
            if *code == code::UNUSED {
                let used =
                    if head.starts_with("fails") { 0 } else { loaded.glossary.concepts.len() };
                found.extend(unused(&loaded.glossary, &(0..used).collect()));
            }
            let is_found = loaded.faults.iter().chain(&found).any(|finding| finding.rule == *code);
            let all: Vec<_> =
                loaded.faults.iter().chain(&found).map(|f| f.message.to_string()).collect();
            if head.starts_with("fails") {
                failing += 1;
                assert!(is_found, "{code}: {text}\n{all:?}");
            } else {
                passing += 1;
                assert!(all.is_empty(), "{code}: {text}\n{all:?}");
            }
        }
        assert!(failing > 0 && passing > 0, "{code}");
    }
}

#[test]
fn findings_are_of_known_codes_and_said_in_every_locale() {
    let locales = [
        include_str!("../../locales/en/glossary.ftl"),
        include_str!("../../locales/fr/glossary.ftl"),
    ];
    for spec in faults::MESSAGES.iter().chain(validate::MESSAGES) {
        for locale in locales {
            assert!(locale.contains(&format!("\n{} =", spec.id)), "{}", spec.id);
        }
    }
    let codes: Vec<_> = CODES.iter().map(|code| code.code).collect();
    assert!(codes.is_sorted(), "{codes:?}");
}
