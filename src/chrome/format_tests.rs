//! What the formats and conventions of other programs come to: one model, paired and audited alike.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::model::{Definition, Form, Kind, State};
use super::*;
use crate::text::{SourceFile, SourceId};

fn tag(lang: &str) -> LanguageIdentifier {
    lang.parse().unwrap()
}

/// A catalogue of files by name: `en.json`, `fr.po`.
fn catalogue(files: &[(&str, &str)]) -> (Catalogue, Vec<Diagnostic>) {
    let mut out = Catalogue::default();
    let mut faults = Vec::new();
    for (number, (name, text)) in files.iter().enumerate() {
        let id = SourceId::new(u32::try_from(number).unwrap());
        let (stem, ending) = name.split_once('.').unwrap();
        let (lang, source) = (stem.parse().ok(), tag("en"));
        let lang: Option<LanguageIdentifier> = lang.filter(|_| stem.len() == 2);
        let hints = Hints { lang: lang.as_ref(), source: &source, name: "own" };
        let file = SourceFile::decode(*name, text.as_bytes());
        faults.extend(match ending {
            "po" | "pot" => out.extend_po(hints, id, &file),
            "ftl" => out.extend(&lang.unwrap(), "own", id, &file),
            _ => out.extend_json(hints, id, &file),
        });
    }
    (out, faults)
}

fn definition<'c>(catalogue: &'c Catalogue, id: &str, lang: &str) -> &'c Definition {
    let entry = catalogue.entries.iter().find(|entry| entry.id == id);
    let ids: Vec<_> = catalogue.entries.iter().map(|entry| &entry.id).collect();
    let entry = entry.unwrap_or_else(|| panic!("{id} is none of {ids:?}"));
    entry.side(&tag(lang)).unwrap_or_else(|| panic!("{id} has no {lang}"))
}

fn forms(catalogue: &Catalogue, id: &str, lang: &str) -> Vec<String> {
    let own = definition(catalogue, id, lang);
    own.wordings.iter().flat_map(|wording| &wording.forms).map(Form::shown).collect()
}

/// The other language's text of a French line.
fn english(catalogue: &Catalogue, line: &str) -> Option<String> {
    let found = catalogue.pair(line, &tag("fr"), &tag("en")).found;
    found.first().map(|best| best.text.clone())
}

#[track_caller]
fn paired(files: &[(&str, &str)], lines: &[(&str, &str)]) {
    let (catalogue, faults) = catalogue(files);
    let faults: Vec<_> = faults.iter().map(|fault| fault.message.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    for (line, wanted) in lines {
        assert_eq!(english(&catalogue, line).as_deref(), Some(*wanted), "{line}");
    }
}

/// The codes of what an audit finds, by place.
fn audited(files: &[(&str, &str)]) -> Vec<&'static str> {
    let (catalogue, faults) = catalogue(files);
    let mut found = catalogue.audit(&tag("en"), &tag("fr"));
    found.extend(faults);
    crate::diagnostic::sort(&mut found);
    found.iter().map(|found| found.rule).collect()
}

#[test]
fn choices_of_icu_are_paired_as_plurals() {
    paired(
        &[
            (
                "en.json",
                r#"{"n": "{count, plural, =0 {No nets} one {# net} other {# nets}} in {port}"}"#,
            ),
            (
                "fr.json",
                r#"{"n": "{count, plural, =0 {Aucun filet} one {# filet} other {# filets}} à {port}"}"#,
            ),
        ],
        &[
            ("3 filets à Bamako", "3 nets in Bamako"),
            ("1 filet à Bamako", "1 net in Bamako"),
            ("Aucun filet à Bamako", "No nets in Bamako"),
        ],
    );
}

#[test]
fn choices_of_icu_are_audited_as_plurals() {
    let en = ("en.json", r#"{"n": "{count, plural, one {# net} other {# nets}} of {who}"}"#);
    let good = r#"{"n": "{count, plural, one {# filet} other {# filets}} de {who}"}"#;
    assert_eq!(audited(&[en, ("fr.json", good)]), [""; 0]);
    let lacking = r#"{"n": "{count, plural, =1 {# filet} other {# filets}} de {who}"}"#;
    assert_eq!(audited(&[en, ("fr.json", lacking)]), ["chrome-plural"]);
    let other = r#"{"n": "{count, plural, one {# filet} other {# filets}} de {qui}"}"#;
    assert_eq!(audited(&[en, ("fr.json", other)]), ["chrome-placeholders"]);
    let broken = r#"{"n": "{count, plural, one {# filet} autre {# filets}} de {who}"}"#;
    assert_eq!(audited(&[en, ("fr.json", broken)]), ["chrome-catalogue"]);
    // English has four categories of “1st”, French two; neither lacks one.
    let ordinals = [
        (
            "en.json",
            r#"{"n": "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} row"}"#,
        ),
        ("fr.json", r#"{"n": "{n, selectordinal, one {#er} other {#e}} rang"}"#),
    ];
    assert_eq!(audited(&ordinals), [""; 0]);
    let lacking = ("fr.json", r#"{"n": "{n, selectordinal, other {#e}} rang"}"#);
    assert_eq!(audited(&[ordinals[0], lacking]), [""; 0]);
}

#[test]
fn plural_forms_of_i18next_are_read_in_every_version() {
    let en = r#"{"n_one": "{{count}} net", "n_other": "{{count}} nets", "o_ordinal_one": "{{count}}st", "o_ordinal_two": "{{count}}nd", "o_ordinal_few": "{{count}}rd", "o_ordinal_other": "{{count}}th", "filter_other": "Something else"}"#;
    let fr = r#"{"n_zero": "aucun filet", "n_one": "{{count}} filet", "n_other": "{{count}} filets", "o_ordinal_one": "{{count}}er", "o_ordinal_other": "{{count}}e", "filter_other": "Autre chose"}"#;
    paired(
        &[("en.json", en), ("fr.json", fr)],
        &[("3 filets", "3 nets"), ("Autre chose", "Something else")],
    );
    assert_eq!(audited(&[("en.json", en), ("fr.json", fr)]), [""; 0]);
    let old = [
        ("en.json", r#"{"n": "{{count}} net", "n_plural": "{{count}} nets"}"#),
        ("fr.json", r#"{"n_0": "{{count}} filet", "n_1": "{{count}} filets"}"#),
    ];
    paired(&old, &[("3 filets", "3 nets"), ("1 filet", "1 net")]);
}

#[test]
fn a_language_with_one_form_writes_that_alone() {
    let (catalogue, faults) = catalogue(&[
        (
            "en.json",
            r#"{"n_one": "{{count}} net", "n_other": "{{count}} nets", "kind_other": "Other"}"#,
        ),
        ("ja.json", r#"{"n_other": "網{{count}}枚", "kind_other": "その他"}"#),
    ]);
    assert!(faults.is_empty());
    assert_eq!(catalogue.audit(&tag("en"), &tag("ja")), []);
}

#[test]
fn references_of_i18next_and_vue_are_put_in_place() {
    paired(
        &[
            ("en.json", r#"{"brand": "Quai", "about": "About $t(brand)"}"#),
            ("fr.json", r#"{"brand": "Quai", "about": "À propos de $t(brand)"}"#),
        ],
        &[("À propos de Quai", "About Quai")],
    );
    paired(
        &[
            ("en.json", r#"{"brand": "Quai", "about": "About @:brand", "net": "net | nets"}"#),
            (
                "fr.json",
                r#"{"brand": "Quai", "about": "À propos de @:brand", "net": "filet | filets"}"#,
            ),
        ],
        &[("À propos de Quai", "About Quai"), ("filets", "nets")],
    );
}

#[test]
fn forms_between_bars_are_plurals_where_the_file_has_such() {
    let files = [
        ("en.json", r#"{"n": "no nets | one net | {count} nets", "t": "Home | The Courier"}"#),
        (
            "fr.json",
            r#"{"n": "aucun filet | un filet | {count} filets", "t": "Accueil | Le Courrier"}"#,
        ),
    ];
    paired(&files, &[("12 filets", "12 nets"), ("aucun filet", "no nets")]);
    assert_eq!(audited(&files), [""; 0]);
    let titles = [
        ("en.json", r#"{"t": "Home | The Courier"}"#),
        ("fr.json", r#"{"t": "Accueil | Le Courrier"}"#),
    ];
    paired(&titles, &[("Accueil | Le Courrier", "Home | The Courier")]);
}

#[test]
fn messages_of_extensions_are_read() {
    let en = r#"{"greet": {"message": "Hello $USER$, $1 nets", "description": "x", "placeholders": {"user": {"content": "$2", "example": "A"}}}}"#;
    let fr = r#"{"greet": {"message": "Bonjour $user$, $1 filets", "placeholders": {"user": {"content": "$2"}}}}"#;
    paired(
        &[("en.json", en), ("fr.json", fr)],
        &[("Bonjour Awa, 12 filets", "Hello Awa, 12 nets")],
    );
    assert_eq!(audited(&[("en.json", en), ("fr.json", fr)]), [""; 0]);
    let short = r#"{"greet": {"message": "Bonjour, $1 filets"}}"#;
    assert_eq!(audited(&[("en.json", en), ("fr.json", short)]), ["chrome-placeholders"]);
}

#[test]
fn flutter_s_files_name_their_language_and_describe_their_variables() {
    let en = r#"{"@@locale": "en", "n": "{count} nets", "@n": {"description": "x", "placeholders": {"count": {"type": "int"}}}}"#;
    let fr = r#"{"@@locale": "fr", "n": "{count} filets", "@n": {"placeholders": {"count": {"type": "int"}}}}"#;
    let (catalogue, _) = catalogue(&[("app_en.arb", en), ("app_fr.arb", fr)]);
    assert_eq!(english(&catalogue, "12 filets").as_deref(), Some("12 nets"));
    assert_eq!(
        definition(&catalogue, "n", "fr").kinds,
        BTreeMap::from([("count".to_owned(), Kind::Number)])
    );
}

#[test]
fn rails_puts_everything_under_the_language() {
    paired(
        &[
            (
                "en.json",
                r#"{"en": {"net": {"one": "1 net of %{who}", "other": "%{count} nets of %{who}"}}}"#,
            ),
            (
                "fr.json",
                r#"{"fr": {"net": {"one": "1 filet de %{who}", "other": "%{count} filets de %{who}"}}}"#,
            ),
        ],
        &[("12 filets de Awa", "12 nets of Awa"), ("1 filet de Awa", "1 net of Awa")],
    );
    paired(
        &[("all.json", r#"{"en": {"a": "Hold the auction"}, "fr": {"a": "Tenir la criée"}}"#)],
        &[("Tenir la criée", "Hold the auction")],
    );
}

#[test]
fn texts_of_gettext_are_keys_where_they_look_it() {
    let en = "msgid \"menu.hold_auction\"\nmsgstr \"Hold the auction\"\n\nmsgid \"menu.nets\"\nmsgstr \"\"\n";
    let fr = "msgid \"menu.hold_auction\"\nmsgstr \"Tenir la criée\"\n\nmsgid \"menu.nets\"\nmsgstr \"Les filets\"\n";
    paired(&[("en.po", en), ("fr.po", fr)], &[("Tenir la criée", "Hold the auction")]);
    let (catalogue, _) = catalogue(&[("en.po", en), ("fr.po", fr)]);
    assert_eq!(english(&catalogue, "Les filets"), None);
    assert_eq!(audited(&[("en.po", en), ("fr.po", fr)]), ["chrome-missing"]);
    // A header that names the language of the texts goes before.
    let head = "msgid \"\"\nmsgstr \"X-Source-Language: en\\n\"\n\n";
    paired(
        &[("fr.po", &format!("{head}msgid \"e-mail\"\nmsgstr \"courriel\"\n"))],
        &[("courriel", "e-mail")],
    );
}

#[test]
fn a_template_is_a_file_of_the_source_language() {
    let pot = "msgid \"\"\nmsgstr \"Language: \\n\"\n\nmsgid \"Hold the auction\"\nmsgstr \"\"\n\nmsgid \"Sell\"\nmsgstr \"\"\n";
    let po = "msgid \"Hold the auction\"\nmsgstr \"Tenir la criée\"\n";
    assert_eq!(audited(&[("messages.pot", pot), ("fr.po", po)]), ["chrome-missing"]);
}

#[test]
fn flags_say_which_placeholders_count() {
    let plain = "msgid \"Use {a} in %s\"\nmsgstr \"Dans %s, mettez {b}\"\n";
    assert_eq!(audited(&[("fr.po", plain)]), ["chrome-placeholders"]);
    assert_eq!(audited(&[("fr.po", &format!("#, c-format\n{plain}"))]), [""; 0]);
    let braces = "#, python-brace-format\nmsgid \"%s of {a}\"\nmsgstr \"de {a}\"\n";
    assert_eq!(audited(&[("fr.po", braces)]), [""; 0]);
}

#[test]
fn old_encodings_line_ends_and_long_lines_of_gettext_are_read() {
    let text = "msgid \"\"\r\nmsgstr \"\"\r\n\"Content-Type: text/plain; charset=ISO-8859-1\\n\"\r\n\r\nmsgid \"Hold\"\r\nmsgstr \"Criée d'été\"\r\n";
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let file = SourceFile::decode("fr.po", &bytes);
    assert!(file.is_whole(), "{:?}", file.flaws);
    let (source, fr) = (tag("en"), tag("fr"));
    let hints = Hints { lang: Some(&fr), source: &source, name: "own" };
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.extend_po(hints, SourceId::new(0), &file), []);
    assert_eq!(english(&catalogue, "Criée d'été").as_deref(), Some("Hold"));
    let long = format!("msgid \"Hold\"\nmsgstr \"Criée{}\"\n", " x".repeat(500_000));
    assert_eq!(audited(&[("fr.po", &long)]), [""; 0]);
}

#[test]
fn comments_silence_what_they_stand_above() {
    let silenced = |files: &[(&str, &str)]| {
        let (catalogue, _) = catalogue(files);
        let found = catalogue.audit(&tag("en"), &tag("fr"));
        let holds = |at: Location, rule: &str| {
            catalogue.suppressions().iter().any(|(id, own)| {
                *id == at.source
                    && own.scope.contains(at.span)
                    && (own.rules.is_empty() || own.rules.iter().any(|name| name == rule))
            })
        };
        found.iter().filter(|own| !holds(own.primary.at, own.rule)).count()
    };
    for (name, text, left) in [
        ("en.ftl", "# visavis-ignore chrome-missing: so\na = A\nb = B\n", 1),
        ("en.ftl", "a = A\n\n## visavis-ignore chrome-missing\n\nb = B\nc = C\n", 1),
        ("en.ftl", "### visavis-ignore chrome-missing\n\na = A\nb = B\n", 0),
        ("en.ftl", "# visavis-ignore chrome-unused\na = A\n", 1),
        (
            "fr.po",
            "# visavis-ignore chrome-missing\nmsgid \"a b\"\nmsgstr \"\"\n\nmsgid \"c d\"\nmsgstr \"\"\n",
            1,
        ),
        (
            "fr.po",
            "#. visavis-ignore chrome-missing: so\n#: x.c:1\nmsgid \"a b\"\nmsgstr \"\"\n",
            0,
        ),
        ("fr.po", "# visavis-ignore chrome-missing\n\nmsgid \"a b\"\nmsgstr \"\"\n", 0),
        (
            "fr.po",
            "# visavis-ignore-file\nmsgid \"a b\"\nmsgstr \"\"\n\nmsgid \"c d\"\nmsgstr \"\"\n",
            0,
        ),
        (
            "en.json",
            r#"{"a": "A", "@a": {"description": "visavis-ignore chrome-missing"}, "b": "B"}"#,
            1,
        ),
        ("en.json", r#"{"a": "A", "@a": "visavis-ignore chrome-missing", "b": "B"}"#, 1),
        ("en.json", r#"{"@@comment": "visavis-ignore chrome-missing", "a": "A", "b": "B"}"#, 0),
        (
            "en.json",
            r#"{"a": {"message": "A", "description": "visavis-ignore"}, "b": {"message": "B"}}"#,
            1,
        ),
    ] {
        let other = if name.starts_with("en") {
            ("fr.ftl", "z = Z\n# visavis: to translate\nz2 = x\n")
        } else {
            ("fr.ftl", "")
        };
        let extra = usize::from(!other.1.is_empty());
        assert_eq!(silenced(&[(name, text), other]) - extra, left, "{text}");
    }
}

#[test]
fn what_is_open_or_made_from_another_text_is_said_in_json_too() {
    let en = r#"{"a": "Hold the auction"}"#;
    let open = r#"{"a": "", "@a": {"description": "visavis: from \"Hold the auction\"\nvisavis: to translate"}}"#;
    let (catalogue, _) = catalogue(&[("en.json", en), ("fr.json", open)]);
    assert_eq!(definition(&catalogue, "a", "fr").state, State::Open);
    let old =
        r#"{"a": "Tenir la foire", "@a": {"description": "visavis: from \"Hold the fair\""}}"#;
    assert_eq!(audited(&[("en.json", en), ("fr.json", old)]), ["chrome-outdated"]);
    assert_eq!(forms(&catalogue, "a", "en"), ["Hold the auction"]);
}
