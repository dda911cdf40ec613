//! `fix` mends and does no harm: a second run changes nothing, and no run brings a finding that was not there.

#[path = "support/memory.rs"]
mod memory;

use std::collections::BTreeMap;

use memory::Memory;
use proptest::prelude::*;
use visavis::app::{self, CheckRequest, Fixed};
use visavis::diagnostic::{Applicability, Diagnostic};

const PROJECT: &str = "source = \"en\"\ntarget = \"fr\"\nglossaries = [\"glossary.toml\"]\n\
    [[page]]\nsource = \"a.md\"\ntranslation = \"a.fr.md\"\n";

const GLOSSARY: &str = r#"
[concept.truce]
en = "truce"
fr = { term = "trêve", gender = "f", forbidden = ["suspension d’armes"], deprecated = ["treuve"] }

[concept.nato]
kind = "organization"
en = { term = "North Atlantic Treaty Organization", acronym = "NATO" }
fr = { term = "Organisation du traité de l’Atlantique nord", acronym = "OTAN", gender = "f" }

[concept.moscow]
kind = "place"
en = "Moscow"
fr = "Moscou"

[concept.un]
kind = "organization"
en = "United Nations"
fr = { term = "Nations unies", gender = "f", number = "plural" }

[concept.harbour]
en = "harbour"
fr = { term = "port", gender = "m", forbidden = ["havre"] }

[concept.shelter]
en = "shelter"
fr = { term = "abri", gender = "m", forbidden = [{ form = "havre de paix", use = "havre" }] }

[concept.gitwise]
en = "GitWise"
do-not-translate = true
"#;

/// Sentences with renderings of which some are right.
const SENTENCES: &[(&str, &[&str])] = &[
    (
        "The truce held for nine days.",
        &[
            "La trêve a tenu neuf jours.",
            "La treve a tenu neuf jours.",
            "La suspension d’armes a tenu neuf jours.",
            "La treuve a tenu neuf jours.",
            "La truce a tenu neuf jours.",
        ],
    ),
    (
        "NATO closed the harbour of Moscow.",
        &[
            "L’OTAN a fermé le port de Moscou.",
            "L’Otan a fermé le havre de moscou.",
            "La NATO a fermé le harbour de Moscow.",
        ],
    ),
    (
        "The United Nations built a shelter.",
        &[
            "Les Nations unies ont construit un abri.",
            "Les Nations Unies ont construit un havre de paix.",
            "Les nations unies ont construit un havre de paix.",
        ],
    ),
    ("Two more shelters are kept in GitWise.", &["Deux autres abris sont dans Gitwise."]),
    ("They left.At noon it rained.", &["Ils sont partis.À midi il a plu."]),
];

fn files(pages: &[(usize, usize)]) -> Memory {
    let files = Memory::default();
    files.put("visavis.toml", PROJECT);
    files.put("glossary.toml", GLOSSARY);
    let pick = |(at, way): &(usize, usize)| {
        let (source, ways) = SENTENCES[at % SENTENCES.len()];
        (source, ways[way % ways.len()])
    };
    let text = |side: fn((&'static str, &'static str)) -> &'static str| {
        let lines: Vec<&str> = pages.iter().map(|page| side(pick(page))).collect();
        format!("# Mopti 1994\n\n{}\n", lines.join("\n\n"))
    };
    files.put("a.md", &text(|pair| pair.0));
    files.put("a.fr.md", &text(|pair| pair.1));
    files
}

fn mend(files: &Memory, least: Applicability) -> Fixed {
    let mut session = files.session();
    let fixed = app::fix(&mut session, &CheckRequest::default(), least, true);
    fixed.unwrap_or_else(|_| panic!("{:?}", session.notices))
}

fn check(files: &Memory) -> Vec<Diagnostic> {
    let mut session = files.session();
    let checked = app::check(&mut session, &CheckRequest::default());
    checked.unwrap_or_else(|_| panic!("{:?}", session.notices)).found
}

/// How many findings there are of each rule and concept.
fn counted(found: &[Diagnostic]) -> BTreeMap<(&'static str, Option<String>), usize> {
    let mut counts = BTreeMap::new();
    for finding in found {
        *counts.entry((finding.rule, finding.concept.clone())).or_default() += 1;
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_fix_brings_nothing_new_and_a_second_run_changes_nothing(
        pages in prop::collection::vec((0..5_usize, 0..5_usize), 1..7),
        risky: bool,
    ) {
        let least = if risky { Applicability::Unsafe } else { Applicability::Safe };
        let files = files(&pages);
        let before = counted(&check(&files));
        let first = mend(&files, least);
        for (kind, count) in counted(&first.remaining.found) {
            prop_assert!(before.get(&kind).is_some_and(|known| *known >= count), "{kind:?}");
        }
        prop_assert_eq!(counted(&check(&files)), counted(&first.remaining.found));
        let second = mend(&files, least);
        prop_assert_eq!(&second.diffs, &Vec::new());
        prop_assert_eq!((second.mended, second.refused), (0, first.refused));
    }
}

/// The replacement that the glossary names for one form is a form that it forbids for another concept.
#[test]
fn a_fix_that_brings_a_finding_is_left_as_a_suggestion_and_the_others_are_made() {
    let files = files(&[(0, 3), (2, 1), (3, 0)]);
    let fixed = mend(&files, Applicability::Safe);
    let left: Vec<_> =
        fixed.remaining.found.iter().filter(|found| found.rule == "term-forbidden").collect();
    assert_eq!(fixed.refused, 1, "{:?}", fixed.remaining.found);
    let [left] = left.as_slice() else { panic!("{left:?}") };
    let fix = left.fix.as_ref().expect("the fix is shown");
    assert_eq!(fix.applicability, Applicability::Suggestion);
    let text = String::from_utf8(files.into_files()[std::path::Path::new("a.fr.md")].clone());
    let text = text.expect("a text");
    assert!(text.contains("havre de paix") && text.contains("La trêve"), "{text}");
    assert!(text.contains("GitWise"), "{text}");
}

/// More bad fixes than there are checks in a round must not keep the good ones from being made, nor leave work for a second run.
#[test]
fn many_bad_fixes_keep_no_good_one_from_being_made() {
    let pages: Vec<_> = (0..120).map(|at| if at % 2 == 0 { (2, 1) } else { (0, 1) }).collect();
    let files = files(&pages);
    let fixed = mend(&files, Applicability::Safe);
    assert_eq!((fixed.mended, fixed.refused), (60, 60));
    let second = mend(&files, Applicability::Safe);
    assert_eq!((second.diffs, second.mended, second.refused), (Vec::new(), 0, 60));
}

/// Two entries whose remedies are each other's forbidden forms: neither fix may be made, nor both in turn.
#[test]
fn fixes_that_undo_each_other_are_not_made() {
    let files = files(&[(2, 0)]);
    let glossary = "[concept.a]\nen = \"shelter\"\n\
        fr = { term = \"refuge\", forbidden = [{ form = \"abri\", use = \"hangar\" }] }\n\
        [concept.b]\nen = \"shed\"\n\
        fr = { term = \"remise\", forbidden = [{ form = \"hangar\", use = \"abri\" }] }\n";
    files.put("glossary.toml", glossary);
    let fixed = mend(&files, Applicability::Safe);
    assert_eq!((fixed.mended, fixed.diffs.len()), (0, 0), "{:?}", fixed.remaining.found);
}

/// `build` corrects a translation as `fix` does.
#[test]
fn build_makes_no_fix_that_brings_a_finding() {
    let files = files(&[(0, 3), (2, 1), (3, 0)]);
    let mut session = files.session();
    let built = app::build(&mut session, &CheckRequest::default(), std::path::Path::new("."));
    let built = built.unwrap_or_else(|_| panic!("{:?}", session.notices));
    let [page] = built.pages.as_slice() else { panic!("one page") };
    let text = page.fixed.as_deref().expect("a translation");
    assert!(text.contains("havre de paix") && text.contains("La trêve"), "{text}");
    assert!(text.contains("GitWise"), "{text}");
    let left =
        page.found.iter().zip(&page.mended).filter(|(found, _)| found.rule == "term-forbidden");
    let left: Vec<_> = left
        .map(|(found, mended)| (found.fix.as_ref().map(|fix| fix.applicability), *mended))
        .collect();
    assert_eq!(left, [(Some(Applicability::Suggestion), false)]);
}

/// Mends one page by itself; answers the bytes that come out, and the difference.
fn mend_page(bytes: &[u8]) -> (Vec<u8>, Option<Vec<u8>>, usize) {
    let files = Memory::default();
    files.put_bytes("a.html", bytes);
    let request = CheckRequest { paths: vec!["a.html".into()], ..CheckRequest::default() };
    let mut session = files.session();
    let fixed = app::fix(&mut session, &request, Applicability::Unsafe, true);
    let fixed = fixed.unwrap_or_else(|_| panic!("{:?}", session.notices));
    let warnings = session.notices.iter().filter(|notice| {
        matches!(notice, app::Notice::Plain(visavis::diagnostic::Severity::Warning, _))
    });
    let warnings = warnings.count();
    let diff = fixed.diffs.into_iter().next().map(|(_, diff)| diff);
    let bytes = files.into_files()[std::path::Path::new("a.html")].clone();
    (bytes, diff, warnings)
}

#[test]
fn a_page_is_mended_in_its_own_encoding_byte_for_byte() {
    // What the encoding cannot write becomes a reference.
    let page = |mark: &[u8]| {
        let before = b"<html lang=fr><meta charset=shift_jis><p>A\x93n\x8Cn \x94L va bien";
        [before.as_slice(), mark, b"! Et lui.</p>\r\n"].concat()
    };
    let after = page(b"&#8239;");
    let (bytes, diff, _) = mend_page(&page(b" "));
    assert_eq!(bytes, after);
    let diff = diff.expect("a difference");
    assert!(diff.windows(after.len()).any(|part| part == after));
    let (bytes, ..) = mend_page(
        b"<html lang=fr><meta charset=iso-8859-1><p>Un caf\xE9 est bon ! Il dit : oui.</p>",
    );
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("bon&#8239;!") && text.contains("dit\u{fffd}:"), "{text}");
    assert!(bytes.windows(5).any(|part| part == b"dit\xA0:"));
}

#[test]
fn a_page_that_could_not_be_written_as_it_was_is_left_alone_and_that_is_said() {
    let page = b"<html lang=fr><meta charset=shift_jis><p>\x87\x9A Il va bien ! Et lui.</p>";
    let (bytes, diff, warnings) = mend_page(page);
    assert_eq!((bytes.as_slice(), diff, warnings), (page.as_slice(), None, 1));
}
