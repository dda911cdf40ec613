//! Dictionaries of a few lines, and hostile ones.

use super::*;

const AFF: &str = "SET UTF-8\nFLAG long\nNEEDAFFIX Xx\nFORBIDDENWORD Fw\nAF 2\nAF SsFf\nAF VvRe\n\
    PFX Re Y 1\nPFX Re 0 re .\n\
    SFX Ss Y 3\nSFX Ss 0 s [^sxz]\nSFX Ss al aux al\nSFX Ss 0 x eau po:nom\n\
    SFX Ff Y 1\nSFX Ff 0 e/Ss [^e]\n\
    SFX Vv Y 2\nSFX Vv er é/SsFf er\nSFX Vv er ent er\n\
    SFX Nn Y 1\nSFX Nn 0 ness .\n";
const DIC: &str =
    "7\nsocial/1\tpo:adj\nbureau/Ss\ncapter/2 po:v\nmort/Fw\nkind/NnSs\nroot/XxSs\nCôte/Ss\n";

fn forms(word: &str) -> Option<Vec<String>> {
    let dictionary = Dictionary::parse(AFF.as_bytes(), DIC.as_bytes()).unwrap();
    let mut forms = dictionary.forms(word, &["ness".to_owned()], &HashSet::new())?;
    forms.sort();
    forms.dedup();
    Some(forms)
}

#[test]
fn suffixes_make_the_forms_of_a_word_to_the_second_level() {
    assert_eq!(forms("bureau").unwrap(), ["bureau", "bureaus", "bureaux"]);
    assert_eq!(forms("social").unwrap(), ["social", "sociale", "sociales", "socials", "sociaux"]);
    let verb = forms("capter").unwrap();
    assert!(
        ["capté", "captés", "captée", "captent"]
            .iter()
            .all(|form| verb.contains(&(*form).to_owned()))
    );
}

#[test]
fn a_form_leads_to_its_word() {
    assert_eq!(
        forms("sociaux"),
        forms("sociales").map(|mut forms| {
            forms.sort();
            forms
        })
    );
    assert!(forms("captée").unwrap().contains(&"captent".to_owned()));
    assert!(forms("côtes").unwrap().contains(&"côte".to_owned()));
}

#[test]
fn derivations_prefixes_and_hidden_words_are_left_out() {
    assert_eq!(forms("kind").unwrap(), ["kind", "kinds"]);
    assert!(!forms("capter").unwrap().iter().any(|form| form.starts_with("re")));
    assert_eq!(forms("mort"), None);
    assert_eq!(forms("autre"), None);
    let dictionary = Dictionary::parse(AFF.as_bytes(), DIC.as_bytes()).unwrap();
    let with = dictionary.forms("capter", &[], &HashSet::from(["re".to_owned()])).unwrap();
    assert!(with.contains(&"recaptent".to_owned()));
}

#[test]
fn other_encodings_and_numbered_flags_are_read() {
    let aff = b"SET ISO8859-1\nFLAG num\nSFX 12 Y 1\nSFX 12 0 s .\n";
    let dictionary = Dictionary::parse(aff, b"1\n\xE9tat/7,12\n").unwrap();
    assert_eq!(dictionary.forms("état", &[], &HashSet::new()).unwrap(), ["état", "état", "états"]);
}

#[test]
fn hostile_files_are_read_in_reasonable_time() {
    assert!(Dictionary::parse(b"", b"").is_none());
    assert!(Dictionary::parse(b"\xFF\xFESET", b"\0\0\n\xFF/\xFF\n//\n/\n").is_some());
    let rules = (0..50_000).map(|at| format!("SFX A 0 a/A [^\nSFX A a {at}a/A .\n"));
    let last = format!("SFX A 0 {} {}\n", "x".repeat(100_000), "[a]".repeat(100_000));
    let lines = std::iter::once("SFX A Y 99999\n".to_owned()).chain(rules).chain([last]);
    let aff: String = lines.collect();
    let dic = format!("1\na/{}\n{}\n", "A".repeat(100_000), "\\/".repeat(50_000));
    let began = std::time::Instant::now();
    let dictionary = Dictionary::parse(aff.as_bytes(), dic.as_bytes()).unwrap();
    for word in ["a", "aa", "aaa", "1a", ""] {
        assert!(
            dictionary.forms(word, &[], &HashSet::new()).is_none_or(|it| it.len() <= MOST_FORMS)
        );
    }
    assert!(began.elapsed().as_secs() < 20);
}
