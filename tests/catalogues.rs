//! Catalogues of site chrome in the formats of other programs, whole and broken.

#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

#[path = "support/program.rs"]
mod program;

use std::fs;

use program::Room;

/// A compiled gettext catalogue (GNU gettext manual, “The Format of GNU MO Files”), little-endian.
fn compiled(messages: &[(&str, &str)]) -> Vec<u8> {
    let count = u32::try_from(messages.len()).unwrap();
    let tables = 28 + 16 * count;
    let (mut table, mut texts) = (Vec::new(), Vec::new());
    for side in [0, 1] {
        for message in messages {
            let text = if side == 0 { message.0 } else { message.1 };
            let start = tables + u32::try_from(texts.len()).unwrap();
            table.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
            table.extend(start.to_le_bytes());
            texts.extend_from_slice(text.as_bytes());
            texts.push(0);
        }
    }
    let mut out = Vec::new();
    for number in [0x9504_12de, 0, count, 28, 28 + 8 * count, 0, tables] {
        out.extend(u32::to_le_bytes(number));
    }
    [out, table, texts].concat()
}

const HEADER: (&str, &str) = ("", "Language: fr\nContent-Type: text/plain; charset=UTF-8\n");

fn pair(room: &Room, catalogue: &str) -> String {
    room.write("page.txt", "Laisser un commentaire\n12 lecteurs aiment ceci\n");
    let ran = room.run(&[
        "--isolated",
        "chrome",
        "pair",
        "page.txt",
        "--lines",
        "--chrome-lang",
        "fr",
        "--target-lang",
        "en",
        "--catalogue",
        catalogue,
        "--format",
        "json",
    ]);
    assert_eq!(ran.status, 0, "{ran:?}");
    ran.stdout
}

#[test]
fn compiled_catalogues_are_read() {
    let room = Room::new();
    let messages = [
        HEADER,
        ("%d readers like this", "%d lecteurs aiment ceci"),
        ("Write a comment, do", "Laisser un commentaire"),
    ];
    room.write_bytes("fr.mo", &compiled(&messages));
    let out = pair(&room, "fr.mo");
    assert!(out.contains("Write a comment, do") && out.contains("12 readers like this"), "{out}");
    assert_eq!(room.names(), ["fr.mo", "page.txt"]);
}

#[test]
fn json_catalogues_are_read() {
    let room = Room::new();
    fs::create_dir(room.path("locales")).unwrap();
    room.write("locales/en.json", "{\"form\": {\"write\": \"Write a comment, do\"}}");
    room.write("locales/fr.json", "{\"form\": {\"write\": \"Laisser un commentaire\"}}");
    let out = pair(&room, "locales");
    assert!(out.contains("Write a comment, do"), "{out}");
}

#[test]
fn broken_catalogues_get_an_answer() {
    let room = Room::new();
    room.write("page.txt", "Laisser un commentaire\n");
    let whole = compiled(&[HEADER, ("Write a comment", "Laisser un commentaire")]);
    let mut far = whole.clone();
    far[32..36].copy_from_slice(&u32::MAX.to_le_bytes());
    let mut many = whole.clone();
    many[8..12].copy_from_slice(&u32::MAX.to_le_bytes());
    let cut = |at: usize| whole[..at].to_vec();
    let deep = "{\"a\":".repeat(100_000).into_bytes();
    for (name, bytes) in [
        ("far.mo", far),
        ("many.mo", many),
        ("cut4.mo", cut(4)),
        ("cut20.mo", cut(20)),
        ("cut50.mo", cut(50)),
        ("empty.mo", Vec::new()),
        ("deep.json", deep),
        ("list.json", b"[1, 2, null]".to_vec()),
        ("open.json", b"{\"a\": \"b".to_vec()),
        ("bad.po", b"msgid \"a\nmsgstr[999] 'x'\n\"".to_vec()),
    ] {
        room.write_bytes(name, &bytes);
        let args = ["--isolated", "chrome", "audit", "page.txt", "--chrome-lang", "fr"];
        let mut args = args.to_vec();
        args.extend(["--target-lang", "en", "--catalogue", name]);
        let ran = room.run(&args);
        let sound = (0..=3).contains(&ran.status) && !ran.stderr.contains("panicked");
        assert!(sound, "{name}: {ran:?}");
    }
}

#[test]
fn a_project_grades_and_ignores_what_an_audit_finds() {
    let room = Room::new();
    fs::create_dir(room.path("locales")).unwrap();
    room.write("locales/en.json", "{\"a\": \"Read %s\", \"b\": \"Alone\"}");
    room.write("locales/fr.json", "{\"a\": \"Lire\"}");
    let audit = |check: &str| {
        let project =
            "source = 'en'\ntarget = 'fr'\n[chrome]\nlang = 'fr'\ncatalogues = ['locales']\n";
        room.write("visavis.toml", &format!("{project}[check]\n{check}\n"));
        room.run(&["chrome", "audit", "--format", "concise"])
    };
    let ran = audit("");
    assert!(ran.status == 1 && ran.stdout.contains("error chrome-placeholders"), "{ran:?}");
    assert!(ran.stdout.contains("warning chrome-missing"), "{ran:?}");
    let ran = audit("severity = { chrome-placeholders = 'info' }\nignore = ['chrome-missing']");
    assert!(ran.status == 0 && ran.stdout.contains("info chrome-placeholders"), "{ran:?}");
    assert!(!ran.stdout.contains("chrome-missing"), "{ran:?}");
    // `check` never finds what only an audit does, and must not pretend to look for it.
    assert_eq!(room.run(&["check", "--select", "chrome-missing"]).status, 2);
}

/// i18next has no sign by which its own signs would mean themselves.
#[test]
fn a_line_that_i18next_would_read_otherwise_is_said_and_not_added() {
    let room = Room::new();
    fs::create_dir(room.path("cat")).unwrap();
    let lines = [
        "Écrire {{ }} pour rien",
        "Appeler $t(sell) au port",
        "Poser {{{nom}}} au quai",
        "Le signe {{ ouvre une variable",
        "Le prix $t( reste bas",
        "Saluer {{nom}} le matin",
    ];
    let items: Vec<String> = lines.iter().map(|line| format!("<a href=\"/\">{line}</a>")).collect();
    let page = format!("<html lang=\"fr\"><body><nav>{}</nav></body></html>\n", items.join("\n"));
    room.write("page.html", &page);
    let write = |text: &str| {
        for name in ["cat/en.json", "cat/fr.json"] {
            room.write(name, text);
        }
    };
    let add = |lang: &str| {
        let mut args = vec!["--isolated", "--ui-lang", lang, "chrome", "add", "page.html"];
        args.extend(["--catalogue", "cat", "--source-lang", "en", "--target-lang", "fr"]);
        room.run(&[args.as_slice(), &["--chrome-lang", "fr"]].concat())
    };
    for own in ["{\"net\": \"{{count}} filets\", \"sell\": \"Vendre\"}", "{\"sell\": \"Vendre\"}"] {
        write(own);
        let ran = add("en");
        assert_eq!(ran.status, 0, "{ran:?}");
        assert_eq!(ran.stderr.matches("warning:").count(), 3, "{ran:?}");
        for sign in ["“{{ }}”", "“$t(sell)”", "“{{{nom}}”"] {
            assert!(ran.stderr.contains(sign), "{sign} {ran:?}");
        }
        let text = fs::read_to_string(room.path("cat/fr.json")).unwrap();
        let is_there: Vec<bool> = lines.iter().map(|line| text.contains(line)).collect();
        assert_eq!(is_there, [false, false, false, true, true, true], "{text}");
        let en = fs::read_to_string(room.path("cat/en.json")).unwrap();
        assert_eq!(en.matches("\": \"\"").count(), 3, "{en}");
        let again = add("fr");
        assert_eq!(fs::read_to_string(room.path("cat/fr.json")).unwrap(), text);
        assert_eq!(again.stderr.matches("avertissement").count(), 3, "{again:?}");
        // Not every line is known: that is not to be said.
        assert_eq!(again.stdout, "", "{again:?}");
    }
    // A file with nothing to hold is not made.
    fs::remove_file(room.path("cat/en.json")).unwrap();
    add("en");
    assert!(!room.path("cat/en.json").exists());
    // In other notations these signs mean nothing.
    write("{\"net\": \"%{count} filets\", \"sell\": \"Vendre\"}");
    let ran = add("en");
    assert_eq!(ran.stderr, "");
    assert!(fs::read_to_string(room.path("cat/fr.json")).unwrap().contains(lines[0]));
}
