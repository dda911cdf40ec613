//! `glossary lookup`, `extract` and `stats` as their users meet them.

#[path = "support/program.rs"]
mod program;

use program::Room;

const GLOSSARY: &str = "[glossary]\nlanguages = [\"en\", \"fr\"]\n\n\
    [concept.ferry]\ndefinition = \"Boat that crosses a strait\"\nen = \"ferry\"\nfr = { term = \"traversier\", forbidden = [\"ferry\"] }\n\n\
    [concept.pilot]\nen = \"harbour pilot\"\nfr = \"pilote côtier\"\n";

const UNITS: &str = "{\"id\": \"1\", \"source\": \"The ferry waits for the harbour pilot.\", \"target\": \"Le traversier attend le pilote côtier.\"}\n\
    {\"id\": \"2\", \"source\": \"Two ferries left the coal quay.\", \"target\": \"Deux ferries ont quitté le quai au charbon.\"}\n\
    {\"id\": \"3\", \"source\": \"The coal quay is empty.\", \"target\": \"Le quai au charbon est vide.\"}\n\
    {\"id\": \"4\", \"source\": \"The International Ports Board (IPB) closed it.\", \"target\": \"Il a été fermé par le Conseil international des ports (CIP).\"}\n\
    {\"id\": \"5\", \"source\": \"Nothing else moved in town.\", \"target\": \"Rien d’autre ne bougeait en ville.\"}\n";

fn room() -> Room {
    let room = Room::new();
    room.write("g.toml", GLOSSARY);
    room.write("units.jsonl", UNITS);
    room
}

const LANGS: [&str; 4] = ["--source-lang", "en", "--target-lang", "fr"];

fn run(room: &Room, line: &[&str]) -> program::Ran {
    room.run(&[line, &LANGS].concat())
}

#[test]
fn lookup_finds_inflected_forms_and_marks_near_ones() {
    let room = room();
    let ran = room.run(&["glossary", "lookup", "--glossary", "g.toml", "traversiers", "feri"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.stdout.starts_with("traversier [ferry]\n  English: ferry\n"), "{ran:?}");
    assert!(ran.stdout.contains("ferry (not to be used)"), "{ran:?}");
    assert!(ran.stdout.contains("meaning: Boat that crosses a strait"), "{ran:?}");
    assert!(ran.stdout.contains("nothing found for “feri”"), "{ran:?}");
    let near = room.run(&["glossary", "lookup", "--glossary", "g.toml", "traversyer"]);
    assert!(near.stdout.starts_with("traversier [ferry], only nearly"), "{near:?}");
}

#[test]
fn lookup_of_nothing_known_is_no_failure_and_an_empty_list_in_json() {
    let room = room();
    let line = ["glossary", "lookup", "--glossary", "g.toml", "--format", "json", "xyzzy"];
    let ran = room.run(&line);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "{\"query\":\"xyzzy\",\"answers\":[]}\n"));
    let french =
        room.run(&["glossary", "lookup", "xyzzy", "--glossary", "g.toml", "--ui-lang", "fr"]);
    assert_eq!(french.stdout, "rien de trouvé pour «\u{A0}xyzzy\u{A0}»\n");
}

#[test]
fn lookup_in_no_glossary_says_so() {
    let room = Room::new();
    let ran = room.run(&["glossary", "lookup", "ferry"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.stderr.contains("no glossary is named"), "{ran:?}");
}

#[test]
fn lookup_of_one_language_leaves_the_others_alone() {
    let room = room();
    let ran =
        room.run(&["glossary", "lookup", "--glossary", "g.toml", "--lang", "en", "traversier"]);
    assert!(ran.stdout.contains("nothing found"), "{ran:?}");
}

#[test]
fn what_is_extracted_passes_the_check_of_glossaries_and_leaves_out_what_is_listed() {
    let room = room();
    let line = ["glossary", "extract", "units.jsonl", "--glossary", "g.toml"];
    let ran = run(&room, &line);
    assert_eq!(ran.status, 0, "{ran:?}");
    let wanted = "[concept.coal-quay]\nen = \"coal quay\"\nfr = \"quai au charbon\"\n";
    assert!(ran.stdout.contains(wanted), "{ran:?}");
    let acronym = "en = { term = \"International Ports Board\", acronym = \"IPB\" }\n\
                   fr = { term = \"Conseil international des ports\", acronym = \"CIP\" }\n";
    assert!(ran.stdout.contains(acronym), "{ran:?}");
    assert!(ran.stdout.contains("# units.jsonl, line 2: "), "{ran:?}");
    assert!(!ran.stdout.contains("harbour pilot\""), "{ran:?}");
    room.write("new.toml", &ran.stdout);
    let checked = room.run(&["glossary", "check", "new.toml", "--fail-on", "warning"]);
    assert_eq!(checked.status, 0, "{checked:?}");
    assert_eq!(run(&room, &line).stdout, ran.stdout, "the same texts, the same proposals");
    assert_eq!(room.names(), ["g.toml", "new.toml", "units.jsonl"], "nothing is written by itself");
}

#[test]
fn extract_keeps_to_its_limits() {
    let room = room();
    let few =
        run(&room, &["glossary", "extract", "units.jsonl", "--limit", "1", "--format", "json"]);
    assert_eq!(few.stdout.lines().count(), 1, "{few:?}");
    assert!(few.stderr.contains("1 more proposal is left out"), "{few:?}");
    let none = run(&room, &["glossary", "extract", "units.jsonl", "--limit", "0"]);
    assert_eq!(none.status, 2, "{none:?}");
    room.write("short.txt", "It rained.\n");
    let nothing = room.run(&["glossary", "extract", "short.txt"]);
    assert_eq!((nothing.status, nothing.stdout.as_str()), (0, ""), "{nothing:?}");
    assert!(nothing.stderr.contains("nothing to propose"), "{nothing:?}");
}

#[test]
fn stats_say_how_often_each_term_is_kept_and_how_it_is_broken() {
    let room = room();
    let line = ["glossary", "stats", "units.jsonl", "--glossary", "g.toml"];
    let csv = run(&room, &[&line[..], &["--format", "csv"]].concat());
    assert_eq!(csv.status, 0, "{csv:?}");
    let lines: Vec<&str> = csv.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "concept,term,used,kept,missing,forbidden,deprecated,untranslated,spelling,case,unasked,open",
            "ferry,ferry,2,1,0,0,0,1,0,0,0,0",
            "pilot,harbour pilot,1,1,0,0,0,0,0,0,0,0"
        ]
    );
    let table = run(&room, &line);
    assert!(
        table.stdout.starts_with("entry      term           used  kept  left as is\n"),
        "{table:?}"
    );
    assert!(table.stdout.contains("2 entries"), "{table:?}");
    let french = run(&room, &[&line[..], &["--ui-lang", "fr", "--sort", "id"]].concat());
    assert!(french.stdout.contains("non traduits"), "{french:?}");
    let json = run(&room, &[&line[..], &["--format", "json"]].concat());
    assert!(
        json.stdout.starts_with("{\"concept\":\"ferry\",\"term\":\"ferry\",\"used\":2"),
        "{json:?}"
    );
}

/// What the table of one language pair can hold.
const TABLE: &str = "# Kept by the harbour office.\n\n[glossary]\nlanguages = [\"en\", \"fr\"]\n\n\
    # The old name is still painted on the hull.\n[concept.ferry]\nen = \"ferry\"\nfr = { term = \"traversier\", forbidden = [\"ferry\"] }\n\n\
    [concept.pilot]\nen = \"harbour pilot\"\nfr = \"pilote côtier\"\n";

#[test]
fn convert_goes_there_and_back_in_every_format() {
    let room = Room::new();
    room.write("g.toml", TABLE);
    let listed = |file: &str| {
        let line = ["glossary", "convert", "-q", file, "-", "--to", "jsonl"];
        let ran = run(&room, &line);
        assert_eq!(ran.status, 0, "{file}: {ran:?}");
        ran.stdout
    };
    let whole = listed("g.toml");
    assert!(whole.contains("\"traversier\"") && whole.contains("\"ferry\""), "{whole}");
    let kinds = ["tbx-2008", "tbx-dca", "tbx-dct", "csv", "tsv", "xlsx"];
    for kind in kinds {
        let file = format!("{kind}.{}", kind.split('-').next().unwrap_or(kind));
        let there = run(&room, &["glossary", "convert", "-q", "--to", kind, "g.toml", &file]);
        assert_eq!((there.status, there.stderr.as_str()), (0, ""), "{kind}");
        let back = format!("{kind}.toml");
        let again = run(&room, &["glossary", "convert", "-q", &file, &back]);
        assert_eq!((again.status, again.stderr.as_str()), (0, ""), "{kind}");
        assert_eq!(listed(&back), whole, "{kind}");
    }
    // OmegaT has no forbidden forms, and that is said.
    let plain = run(&room, &["glossary", "convert", "g.toml", "g.utf8"]);
    assert_eq!(plain.status, 0, "{plain:?}");
    assert!(plain.stderr.contains("forbidden"), "{plain:?}");
}

#[test]
fn convert_writes_over_no_glossary_and_merges_into_one_that_is_kept() {
    let room = Room::new();
    room.write("g.toml", TABLE);
    room.write("more.csv", "en;fr\nbuoy;bouée\nferry;traversier\n");
    let refused = run(&room, &["glossary", "convert", "more.csv", "g.toml"]);
    assert_eq!(refused.status, 2, "{refused:?}");
    assert!(refused.stderr.contains("g.toml") && refused.stderr.contains("--merge"), "{refused:?}");
    let kept = || std::fs::read_to_string(room.path("g.toml")).expect("the glossary");
    assert_eq!(kept(), TABLE);
    let merged = run(&room, &["glossary", "convert", "--merge", "more.csv", "g.toml"]);
    assert_eq!(merged.status, 0, "{merged:?}");
    let text = kept();
    assert!(text.starts_with(TABLE.trim_end()), "{text}");
    assert!(text.contains("bouée"), "{text}");
    assert_eq!(text.matches("traversier").count(), 1, "{text}");
    let check = run(&room, &["glossary", "check", "g.toml"]);
    assert_eq!(check.status, 0, "{check:?}");
}

#[test]
fn convert_refuses_hostile_xml() {
    let room = Room::new();
    let head = "<?xml version=\"1.0\"?>\n";
    let deep = format!("{head}<tbx>{}</tbx>", "<a>".repeat(100_000));
    let bomb = "<!DOCTYPE martif [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><martif>&b;</martif>";
    let bomb = format!("{head}{bomb}");
    let wrong = "<?xml version=\"1.0\" encoding=\"utf-8\"?><martif>\u{0}</martif>";
    for (name, text) in
        [("deep", deep.as_str()), ("bomb", &bomb), ("none", "no XML"), ("nul", wrong)]
    {
        let file = format!("{name}.tbx");
        room.write(&file, text);
        let ran = run(&room, &["glossary", "convert", &file, "out.toml"]);
        assert_eq!(ran.status, 2, "{name}: {ran:?}");
        assert!(ran.stderr.contains(&file), "{name}: {ran:?}");
        assert!(!room.path("out.toml").exists(), "{name}");
    }
}
