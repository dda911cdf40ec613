//! The program as its users meet it: arguments, messages, exit statuses, files.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use program::{Ran, Room};

/// An article whose paragraphs are long enough to be one.
const ARTICLE: &str = "A truce in the capital\n\nThe ceasefire in Libya has held since Sunday, officials in Tripoli said on Monday \
evening.\n\nNobody in the city expects it to hold for long, and the shops stay closed in the afternoon.\n";

fn status(ran: &Ran, status: i32, said: &str) {
    assert_eq!(ran.status, status, "{ran:?}");
    assert!(ran.stderr.contains(said) || ran.stdout.contains(said), "{said:?} is not in {ran:?}");
    assert!(
        ran.stderr.lines().count() <= 2 || ran.stderr.contains("visavis --help"),
        "more than two lines: {ran:?}"
    );
}

#[test]
fn a_missing_file_is_named() {
    let room = Room::new();
    status(&room.run(&["check", "none.txt"]), 2, "none.txt: no such file");
    status(&room.run(&["build", "none.txt"]), 2, "none.txt: no such file");
    status(&room.run(&["split", "none.txt"]), 2, "none.txt: no such file");
    status(&room.run(&["align", "none.txt", "none.fr.txt"]), 2, "none.txt: no such file");
    status(&room.run(&["glossary", "check", "none.toml"]), 2, "none.toml: no such file");
}

#[test]
fn a_folder_in_place_of_a_file_is_named() {
    let room = Room::new();
    fs::create_dir(room.path("d")).unwrap();
    status(&room.run(&["split", "d"]), 2, "d: this is a folder");
    status(&room.run(&["check", "--pair", "d", "d"]), 2, "d: this is a folder");
    status(&room.run(&["build", "d"]), 2, "no visavis.toml");
    status(&room.run(&["check", "d"]), 2, "nothing here that can be checked");
}

#[test]
fn an_empty_page_is_refused_and_an_empty_text_has_no_fault() {
    let room = Room::new();
    room.write("a.txt", "");
    room.write("b.txt", "\n \n\u{A0}\n");
    for page in ["a.txt", "b.txt"] {
        status(&room.run(&["build", page, "--target-lang", "fr"]), 2, "no text in this file");
        assert!(!room.path("out").exists());
    }
    status(&room.run(&["check", "a.txt"]), 0, "no text in this file");
}

#[test]
fn a_page_of_fifty_megabytes_is_refused_with_the_remedy() {
    let room = Room::new();
    room.write(
        "a.txt",
        &"A line of a page that nobody would read to its end.\n\n".repeat(1_000_000),
    );
    let ran = room.run(&["build", "a.txt", "--target-lang", "fr"]);
    status(&ran, 2, "a.txt: larger than the limit of 32 MiB; raise “file” under [limits]");
    assert!(!room.path("out").exists());
}

#[test]
fn bytes_that_are_no_utf8_are_counted_and_the_rest_is_checked() {
    let room = Room::new();
    room.write_bytes("a.txt", b"The first line is bad \xFF here.The second sentence is glued.\n");
    let ran = room.run(&["check", "a.txt"]);
    status(&ran, 3, "a.txt:1:23: bytes that are not UTF-8 in one place");
    assert!(ran.stdout.contains("glued-sentence"), "{ran:?}");
    let fixed = room.run(&["fix", "a.txt"]);
    assert_eq!(fixed.status, 3, "{fixed:?}");
    assert!(
        fs::read(room.path("a.txt")).unwrap().contains(&0xFF),
        "the bad byte must be left as it was"
    );
}

#[test]
fn a_nul_byte_is_pointed_at() {
    let room = Room::new();
    room.write_bytes("a.txt", b"One line.\nAno\0ther line.\n");
    status(&room.run(&["check", "a.txt"]), 3, "a.txt:2:4: a NUL byte");
}

#[test]
fn utf16_is_read_and_written_back_as_it_was() {
    let room = Room::new();
    let wide = |text: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    room.write_bytes("a.txt", &wide("The war has lasted a year.Nobody sees the end.\r\n"));
    let found = room.run(&["check", "a.txt", "--format", "json"]);
    status(&found, 0, "read as UTF-16LE");
    // Byte 2 is where the text begins; every character is two bytes wide.
    let start = "\"start\":".to_owned() + &(2 + 2 * "The war has lasted a ".len()).to_string();
    assert!(found.stdout.contains(&start), "{found:?}");
    assert_eq!(room.run(&["fix", "a.txt"]).status, 0);
    let after = fs::read(room.path("a.txt")).unwrap();
    assert_eq!(after, wide("The war has lasted a year. Nobody sees the end.\r\n"));
}

#[test]
fn carriage_returns_stay() {
    let room = Room::new();
    room.write("a.txt", "A title\r\n\r\nThe war has lasted a year.Nobody sees the end.\r\n");
    let ran = room.run(&["check", "a.txt"]);
    assert!(ran.stdout.contains("a.txt:3:22"), "{ran:?}");
    assert_eq!(room.run(&["fix", "a.txt"]).status, 0);
    let after = fs::read_to_string(room.path("a.txt")).unwrap();
    assert_eq!(after, "A title\r\n\r\nThe war has lasted a year. Nobody sees the end.\r\n");
}

#[test]
fn mistakes_of_a_project_file_have_their_place_and_remedy() {
    let room = Room::new();
    room.write("a.txt", ARTICLE);
    for (toml, said) in [
        ("source = \"en\ntarget = \"fr\"\n", "visavis.toml:1:"),
        (
            "source = \"en\"\ntaregt = \"fr\"\n",
            "visavis.toml:2:1: unknown key “taregt”; did you mean “target”?",
        ),
        (
            "source = \"english\"\n",
            "visavis.toml:1:10: “source” is “english”, which is no language code; write “en”",
        ),
        ("source = \"xx\"\n", "visavis.toml:1:10: “source” is “xx”, which is no language"),
        (
            "source = 3\n",
            "visavis.toml:1:10: “source” should be a text in quotes, not a whole number",
        ),
        (
            "[check]\nignore = [\"term-mising\"]\n",
            "visavis.toml:2:11: there is no rule “term-mising”; did you mean “term-missing”?",
        ),
        (
            "[limits]\nfile = \"lots\"\n",
            "visavis.toml:2:8: “limits.file” is “lots”, which is no size",
        ),
    ] {
        room.write("visavis.toml", toml);
        status(&room.run(&["check", "a.txt"]), 2, said);
    }
}

#[test]
fn two_concepts_with_one_id_are_refused() {
    let room = Room::new();
    room.write("a.txt", ARTICLE);
    let glossary = "[glossary]\nlanguages = [\"en\", \"fr\"]\n\n[concept.truce]\nen = \"truce\"\nfr = \"trêve\"\n\n[concept.truce]\nde = \"Waffenruhe\"\n";
    room.write("g.toml", glossary);
    let ran = room.run(&["check", "a.txt", "--glossary", "g.toml"]);
    status(
        &ran,
        2,
        "g.toml:8:10: “truce” stands here for the second time; keep one of the two or rename one",
    );
    // Across files it is a finding that names the file.
    room.write("h.toml", "[concept.truce]\nen = \"truce\"\nfr = \"trêve\"\n");
    room.write("i.toml", "[concept.truce]\nen = \"armistice\"\nfr = \"armistice\"\n");
    let both = room.run(&["glossary", "check", "h.toml", "i.toml"]);
    assert_eq!(both.status, 1, "{both:?}");
    assert!(both.stdout.contains("glossary-duplicate-id"), "{both:?}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named_and_nothing_is_half_written() {
    let room = Room::new();
    room.write("a.txt", ARTICLE);
    room.write("blocked", "a file, no folder");
    let ran = room.run(&["build", "a.txt", "--target-lang", "fr", "--out", "blocked/out"]);
    status(&ran, 2, "cannot be written");
    assert_eq!(room.names(), ["a.txt", "blocked"]);
}

#[test]
fn a_page_without_a_translation_is_open_work() {
    let room = Room::new();
    room.write("a.txt", ARTICLE);
    room.write("g.toml", "[concept.ceasefire]\nen = \"ceasefire\"\nfr = \"cessez-le-feu\"\n");
    let ran = room.run(&[
        "build",
        "a.txt",
        "--target-lang",
        "fr",
        "--source-lang",
        "en",
        "--glossary",
        "g.toml",
    ]);
    status(&ran, 0, "3 open");
    let page = fs::read_to_string(room.path("out/bilingual.html")).unwrap();
    assert!(page.contains("cessez-le-feu"), "the glossary's hint is missing");
    assert_eq!(fs::read_to_string(room.path("out/findings.jsonl")).unwrap(), "");
    assert!(!room.path("out/translation.diff").exists());
}

#[test]
fn what_the_diff_mends_is_gone_afterwards() {
    let room = Room::new();
    room.write("a.txt", ARTICLE);
    room.write("g.toml", "[concept.tripoli]\nkind = \"place\"\nen = \"Tripoli\"\nfr = { term = \"Tripoli\", forbidden = [\"Tripoly\"] }\n");
    room.write(
        "a.fr.txt",
        "Trêve dans la capitale\n\nLe cessez-le-feu en Libye tient depuis dimanche, ont dit lundi soir des responsables \
         à Tripoly.\n\nNul en ville ne s’attend à ce qu’il tienne longtemps, et les boutiques restent fermées l’après-midi.\n",
    );
    let pair = [
        "--pair",
        "a.txt",
        "a.fr.txt",
        "--glossary",
        "g.toml",
        "--source-lang",
        "en",
        "--target-lang",
        "fr",
    ];
    let arguments =
        |command: &'static str| -> Vec<&str> { std::iter::once(command).chain(pair).collect() };
    let before = room.run(&arguments("check"));
    assert_eq!(before.status, 1, "{before:?}");
    let diff = room.run(&[&arguments("fix")[..], &["--diff"]].concat());
    assert_eq!(diff.status, 1, "{diff:?}");
    assert!(diff.stdout.starts_with("--- a/a.fr.txt\n+++ b/a.fr.txt\n"), "{diff:?}");
    assert!(
        fs::read_to_string(room.path("a.fr.txt")).unwrap().contains("Tripoly"),
        "--diff writes nothing"
    );
    assert_eq!(room.run(&arguments("fix")).status, 0);
    let once = fs::read_to_string(room.path("a.fr.txt")).unwrap();
    assert!(once.contains("à Tripoli."), "{once}");
    assert_eq!(room.run(&arguments("fix")).status, 0);
    assert_eq!(
        fs::read_to_string(room.path("a.fr.txt")).unwrap(),
        once,
        "fixing twice changes nothing"
    );
    assert_eq!(room.run(&arguments("check")).status, 0);
}

#[test]
fn the_language_of_the_environment_is_spoken() {
    let room = Room::new();
    let ran = room.run_with(&["check", "none.txt"], &[("LANG", "fr_FR.UTF-8")]);
    assert!(ran.stderr.contains("fichier introuvable"), "{ran:?}");
    let ran = room.run_with(&["chekc"], &[("LC_ALL", "fr_FR.UTF-8")]);
    assert!(ran.stderr.starts_with("erreur"), "{ran:?}");
    let ran = room.run_with(&["--help"], &[("LANG", "fr_FR.UTF-8")]);
    for english in ["Usage:", "Options:", "Commands:", "default", "Print help"] {
        assert!(!ran.stdout.contains(english), "{english:?} in French help");
    }
    let ran = room.run_with(&["explain", "term-missing"], &[("VISAVIS_LANG", "fr")]);
    assert!(ran.stdout.contains("## Ce que la règle vérifie"), "{ran:?}");
}

#[test]
fn init_makes_a_project_that_builds_and_overwrites_nothing() {
    let room = Room::new();
    room.write("a.txt", ARTICLE);
    assert_eq!(room.run(&["init"]).status, 0);
    status(&room.run(&["build"]), 0, "next: open");
    status(&room.run(&["init"]), 2, "exists already; nothing was written");
    assert_eq!(room.run(&["glossary", "check", "glossary.toml"]).status, 0);
}

#[test]
fn small_commands_answer_as_their_contract_says() {
    let room = Room::new();
    room.write("a.txt", "M. Poutine est à Sotchi. Gén. Haftar n’y est pas.\n");
    let ran = room.run(&["segment", "--lang", "fr", "a.txt"]);
    assert_eq!(ran.stdout, "M. Poutine est à Sotchi.\nGén. Haftar n’y est pas.\n\n");
    room.write("s", "One sentence here.\nAnother sentence there.\n");
    room.write("t", "Une phrase ici.\nUne autre phrase là.\n");
    let ladder = [
        "align",
        "--segmented",
        "--source-lang",
        "en",
        "--target-lang",
        "fr",
        "--format",
        "ladder",
        "s",
        "t",
    ];
    let ran = room.run(&ladder);
    assert!(ran.stdout.starts_with("[0]:[0]:"), "{ran:?}");
    for (format, begins, holds) in [
        ("tsv", "One sentence here.\tUne phrase ici.\n", "Another sentence there.\t"),
        ("json", "{\"source\":[0]", "Une autre phrase"),
        ("tmx", "<?xml", "<seg>Une phrase ici.</seg>"),
        ("xliff", "<?xml", "Another sentence there."),
        ("html", "<!DOCTYPE html>", "Une autre phrase"),
        ("md", "", "Another sentence there."),
    ] {
        let mut args = ladder;
        args[7] = format;
        let ran = room.run(&args);
        assert!(ran.stdout.starts_with(begins) && ran.stdout.contains(holds), "{ran:?}");
        // Nothing was checked, so nothing is said of it.
        assert!(!ran.stdout.contains("0 errors") && !ran.stdout.contains(">Findings<"), "{ran:?}");
        let mut args = args.to_vec();
        args.extend(["--output", "aligned"]);
        assert_eq!(room.run(&args).stdout, "");
        let written = fs::read_to_string(room.path("aligned")).unwrap();
        assert_eq!(written, ran.stdout);
    }
    let ran = room.run(&["rules", "--format", "json"]);
    assert!(ran.stdout.lines().count() >= 15, "{ran:?}");
    assert!(room.run(&["completions", "bash"]).stdout.contains("visavis"));
    assert!(room.run(&["man"]).stdout.contains(".TH"));
}

#[test]
fn two_builds_give_the_same_bytes() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/libya");
    let room = Room::new();
    for out in ["one", "two"] {
        let out = room.path(out);
        let ran = room.run(&[
            "build",
            &example.to_string_lossy(),
            "--out",
            &out.to_string_lossy(),
            "-j",
            "1",
        ]);
        assert_eq!(ran.status, 0, "{ran:?}");
    }
    let names: Vec<_> =
        fs::read_dir(room.path("one")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 8, "{names:?}");
    for name in names {
        let (one, two) =
            (fs::read(room.path("one").join(&name)), fs::read(room.path("two").join(&name)));
        assert_eq!(one.unwrap(), two.unwrap(), "{name:?}");
    }
}

#[test]
fn pages_of_one_name_do_not_overwrite_each_other() {
    let room = Room::new();
    for folder in ["a", "b"] {
        fs::create_dir(room.path(folder)).unwrap();
        room.write(&format!("{folder}/index.md"), &ARTICLE.replace("capital", folder));
    }
    let project = "source = \"en\"\ntarget = \"fr\"\n[[page]]\nsource = \"a/index.md\"\n[[page]]\nsource = \"b/index.md\"\n";
    room.write("visavis.toml", project);
    assert_eq!(room.run(&["build"]).status, 0);
    assert!(room.path("out/a-index-md/bilingual.html").exists());
    assert!(room.path("out/b-index-md/bilingual.html").exists());
}

#[test]
fn a_bilingual_file_is_no_page() {
    let room = Room::new();
    room.write("a.jsonl", "{\"id\": \"1\", \"source\": \"One.\", \"target\": \"Un.\"}\n");
    status(&room.run(&["build", "a.jsonl"]), 2, "a.jsonl: a bilingual file, not a page");
    status(&room.run(&["split", "a.jsonl"]), 2, "a.jsonl: a bilingual file, not a page");
}

#[test]
fn source_and_target_are_two_languages() {
    let room = Room::new();
    room.write("a.txt", ARTICLE);
    let ran = room.run(&["build", "a.txt", "--source-lang", "en", "--target-lang", "en"]);
    status(&ran, 2, "source and target are both English");
}

#[test]
fn a_shouted_word_is_no_acronym() {
    let room = Room::new();
    room.write(
        "a.txt",
        "A title here\n\nThis is NOT a test, and OSCE knows that it is not one of its own.\n",
    );
    let ran = room.run(&["check", "a.txt", "--source-lang", "en"]);
    assert!(ran.stdout.contains("“OSCE”") && !ran.stdout.contains("“NOT”"), "{ran:?}");
}

#[test]
fn a_file_that_is_no_text_is_refused_in_a_line() {
    let room = Room::new();
    let bytes: Vec<u8> =
        (0..4096u32).map(|at| if at % 3 == 0 { 0 } else { at.to_le_bytes()[0] }).collect();
    room.write_bytes("a.txt", &bytes);
    for command in ["check", "split", "build"] {
        let ran = room.run(&[command, "a.txt"]);
        status(&ran, 2, "a.txt: not a text");
        assert_eq!(ran.stdout, "");
    }
}

/// A job that checks ten thousand files must not lose the findings of all for one.
#[test]
fn a_file_that_cannot_be_read_ends_with_2_and_the_others_are_checked() {
    let room = Room::new();
    room.write("a.txt", "The war has lasted a year.Nobody sees the end.\n");
    room.write_bytes("b.txt", &[0; 64]);
    room.write_bytes("c.txt", b"A bad \xFF byte.The second sentence is glued.\n");
    let check = |more: &[&str]| room.run(&[&["check", "a.txt", "b.txt", "c.txt"], more].concat());
    let ran = check(&[]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert_eq!(ran.stderr.matches("b.txt").count(), 1, "{ran:?}");
    assert!(ran.stderr.contains("b.txt: not a text; name a text"), "{ran:?}");
    let found = |ran: &Ran| ran.stdout.matches("glued-sentence").count();
    assert_eq!(found(&ran), 2, "{ran:?}");
    let french = check(&["--ui-lang", "fr"]);
    assert!(french.stderr.contains("b.txt"), "{french:?}");
    let fixed = room.run(&["fix", "."]);
    assert_eq!(fixed.status, 2, "{fixed:?}");
    assert!(fs::read_to_string(room.path("a.txt")).unwrap().contains("year. Nobody"));
    assert_eq!(fs::read(room.path("b.txt")).unwrap(), [0; 64]);
    let split = room.run(&["split", "a.txt", "b.txt"]);
    assert!(split.status == 2 && split.stdout.contains("Nobody"), "{split:?}");
}

#[test]
fn what_programs_read_is_well_formed_where_a_file_cannot_be_read() {
    let room = Room::new();
    room.write("a.txt", "The war has lasted a year.Nobody sees the end.\n");
    room.write_bytes("b.txt", &[0; 64]);
    for format in ["json", "sarif", "gitlab", "rdjson", "github", "junit", "checkstyle"] {
        let ran = room.run(&["check", ".", "--format", format]);
        assert_eq!(ran.status, 2, "{ran:?}");
        assert!(ran.stdout.contains("glued-sentence"), "{ran:?}");
        assert!(!ran.stdout.contains("b.txt"), "{ran:?}");
        match format {
            "github" => assert!(ran.stdout.lines().all(|line| line.starts_with("::")), "{ran:?}"),
            "junit" | "checkstyle" => {
                let ends = ran.stdout.starts_with("<?xml") && ran.stdout.trim_end().ends_with('>');
                assert!(ends, "{ran:?}");
            }
            _ => assert!(serde_json::from_str::<serde_json::Value>(&ran.stdout).is_ok(), "{ran:?}"),
        }
    }
}

#[test]
fn a_unit_that_was_cut_inside_a_quotation_is_no_unbalanced_one() {
    let room = Room::new();
    room.write(
        "a.tsv",
        "en\tfr\nHe said: “We left.\tIl a dit : « Nous sommes partis.\n(He left.)\t(Il est parti.\n",
    );
    let ran = room.run(&["check", "--select", "unbalanced", "--format", "concise", "a.tsv"]);
    assert_eq!(ran.stdout.lines().count(), 1, "{ran:?}");
    assert!(ran.stdout.starts_with("a.tsv:3:12: warning unbalanced:"), "{ran:?}");
}
