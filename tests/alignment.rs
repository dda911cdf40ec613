//! The aligner as its users meet it: what `align` and `build` say of texts that are no translations of each other, or
//! whose passages changed places.

#[path = "support/program.rs"]
mod program;

use program::{Ran, Room};

const TOWNS: &[&str] = &["Arles", "Nantes", "Lille", "Dijon", "Tours", "Metz", "Brest", "Nice"];
const THINGS: &[(&str, &str)] = &[
    ("boats", "bateaux"),
    ("horses", "chevaux"),
    ("houses", "maisons"),
    ("books", "livres"),
    ("trees", "arbres"),
    ("ships", "navires"),
    ("bells", "cloches"),
    ("mills", "moulins"),
    ("windows", "vitres"),
];
const PEOPLE: &[(&str, &str)] = &[
    ("The fishermen", "Les pêcheurs"),
    ("The teachers", "Les instituteurs"),
    ("The neighbours", "Les voisins"),
    ("The soldiers", "Les soldats"),
    ("The nurses", "Les infirmières"),
    ("The bakers", "Les boulangers"),
    ("The widows", "Les veuves"),
];
const DEEDS: &[(&str, &str)] = &[
    ("sold", "ont vendu"),
    ("counted", "ont compté"),
    ("painted", "ont peint"),
    ("forgot", "ont oublié"),
    ("bought", "ont acheté"),
];

/// Paragraphs of three sentences; another seed tells of other things.
fn paragraphs(seed: usize) -> Vec<(String, String)> {
    let sentence = |at: usize| {
        // Strides that share no factor with the tables walk through all of them.
        let (who, deed, what) = (
            PEOPLE[(at * 3 + seed) % PEOPLE.len()],
            DEEDS[(at * 2 + at / 5 + seed * 3) % DEEDS.len()],
            THINGS[(at * 4 + at / 9 + seed * 5) % THINGS.len()],
        );
        let town = TOWNS[(at * 5 + at / 8 + seed) % TOWNS.len()];
        let few = if at.is_multiple_of(4) {
            ("", "")
        } else {
            (" before the long winter", " avant le long hiver")
        };
        (
            format!("{} of {town} {} their old {}{}.", who.0, deed.0, what.0, few.0),
            format!("{} de {town} {} leurs vieux {}{}.", who.1, deed.1, what.1, few.1),
        )
    };
    let paragraph = |number: usize| {
        let all: Vec<(String, String)> = (number * 3..number * 3 + 3).map(sentence).collect();
        let join = |pick: fn(&(String, String)) -> &str| {
            all.iter().map(pick).collect::<Vec<_>>().join(" ")
        };
        (join(|one| &one.0), join(|one| &one.1))
    };
    (0..14).map(paragraph).collect()
}

/// Both pages, the second in the order of `order`, with what `align` and `build` say of them.
fn said(source: &[(String, String)], target: &[String]) -> [Ran; 2] {
    let room = Room::new();
    let own: Vec<&str> = source.iter().map(|one| one.0.as_str()).collect();
    room.write("a.md", &format!("{}\n", own.join("\n\n")));
    room.write("a.fr.md", &format!("{}\n", target.join("\n\n")));
    room.write(
        "visavis.toml",
        "source = \"en\"\ntarget = \"fr\"\n[[page]]\nsource = \"a.md\"\ntranslation = \"a.fr.md\"\n",
    );
    let langs = ["--source-lang", "en", "--target-lang", "fr", "--format", "ladder"];
    let ran = [
        room.run(&[&["align"], langs.as_slice(), &["a.md", "a.fr.md"]].concat()),
        room.run(&["build"]),
    ];
    assert_eq!(room.names(), ["a.fr.md", "a.md", "out", "visavis.toml"]);
    ran
}

#[test]
fn paragraphs_that_changed_places_are_noticed() {
    let source = paragraphs(0);
    let mut target: Vec<String> = source.iter().map(|one| one.1.clone()).collect();
    let moved: Vec<String> = target.drain(2..4).collect();
    target.splice(9..9, moved);
    for ran in said(&source, &target) {
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.stderr.contains("stands elsewhere, from line"), "{ran:?}");
        assert!(!ran.stderr.contains("no translation"), "{ran:?}");
    }
}

#[test]
fn a_page_in_its_own_order_is_not_said_to_have_moved() {
    let source = paragraphs(0);
    let target: Vec<String> = source.iter().map(|one| one.1.clone()).collect();
    for ran in said(&source, &target) {
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(
            !ran.stderr.contains("elsewhere") && !ran.stderr.contains("no translation"),
            "{ran:?}"
        );
    }
}

#[test]
fn a_page_of_something_else_is_warned_of_and_left_open() {
    let source = paragraphs(0);
    let menu = [
        "Accueil Contact Plan du site",
        "Se connecter",
        "Inscrivez-vous à la lettre",
        "Mentions légales",
        "Tous droits réservés",
        "Partager sur les réseaux",
        "Imprimer cette page",
        "Haut de page",
        "Nos partenaires",
        "Rechercher",
        "Galerie de photos",
        "Qui sommes-nous ?",
    ];
    let menu: Vec<String> = menu.iter().map(|line| (*line).to_owned()).collect();
    let [align, build] = said(&source, &menu);
    for ran in [&align, &build] {
        assert!(ran.stderr.contains("is no translation of"), "{ran:?}");
    }
    // At least 19 rows of 20 have one side only.
    let beads = align.stdout.lines().count();
    let open = align.stdout.lines().filter(|line| line.contains("[]")).count();
    assert!(beads > 40 && open * 20 >= beads * 19, "{open} of {beads}: {align:?}");
    // No bar is drawn where standard error is no terminal.
    assert!(!align.stderr.contains('\r'), "{align:?}");
}

#[test]
fn a_translation_of_the_first_half_is_aligned() {
    let source = paragraphs(0);
    let half: Vec<String> = source.iter().take(7).map(|one| one.1.clone()).collect();
    let [align, build] = said(&source, &half);
    assert_eq!((align.status, build.status), (0, 0), "{align:?} {build:?}");
    assert!(!align.stderr.contains("no translation"), "{align:?}");
    assert!(align.stdout.lines().next().is_some_and(|row| !row.contains("[]")), "{align:?}");
}

const STORY: &str = "The ferry left the harbour at nine. Nobody waved; it was raining. Ana counted the 14 lamps.\n\n\
    \"We will be late,\" said Captain Ferrol, \"but dry.\" A nurse from Lugo laughed. The café was closed. \
    Then everybody slept.\n\nThe coast came up grey. A pilot boat met them off San Telmo. They took the 7:40 train.\n";
const RÉCIT: &str = "Le bac quitta le port à neuf heures. Personne ne fit signe. Il pleuvait. Ana compta les 14 \
    lampes.\n\n« Nous serons en retard, dit le capitaine Ferrol, mais au sec. » Une infirmière de Lugo rit. Le café \
    était fermé. Puis tout le monde s’endormit.\n\nLa côte apparut, grise. Un bateau-pilote les attendait au large de \
    San Telmo. Ils prirent le train de 7 h 40.\n";

/// The story and its translation.
fn story() -> Room {
    let room = Room::new();
    room.write("a.txt", STORY);
    room.write("b.txt", RÉCIT);
    room
}

fn align(room: &Room, more: &[&str]) -> Ran {
    let langs = ["align", "a.txt", "b.txt", "--source-lang", "en", "--target-lang", "fr"];
    room.run(&[langs.as_slice(), more].concat())
}

/// A table of the story, as a person wants it: a row joined with the next, one split, a sentence moved, a row left open.
const WANTED: &[(&str, &str)] = &[
    ("The ferry left the harbour at nine.", "Le bac quitta le port à neuf heures."),
    ("Nobody waved;", "Personne ne fit signe."),
    ("it was raining.", "Il pleuvait."),
    ("Ana counted the 14 lamps.", "Ana compta les 14 lampes."),
    (
        "\"We will be late,\" said Captain Ferrol, \"but dry.\" A nurse from Lugo laughed.",
        "« Nous serons en retard, dit le capitaine Ferrol, mais au sec. »",
    ),
    ("The café was closed.", "Une infirmière de Lugo rit. Le café était fermé."),
    ("Then everybody slept.", ""),
    ("", "Puis tout le monde s’endormit."),
    ("The coast came up grey.", "La côte apparut, grise."),
    (
        "A pilot boat met them off San Telmo. They took the 7:40 train.",
        "Un bateau-pilote les attendait au large de San Telmo. Ils prirent le train de 7 h 40.",
    ),
];

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// The table as `align` writes it.
fn table(rows: &[(&str, &str)]) -> String {
    let cell = |text: &str| if text.starts_with('"') { quoted(text) } else { text.to_owned() };
    let line = |row: &(&str, &str)| [&cell(row.0), "\t", &cell(row.1), "\n"].concat();
    rows.iter().map(line).collect()
}

#[test]
fn an_edited_table_comes_back_as_it_was_edited() {
    let room = story();
    room.write("edited.tsv", &table(WANTED));
    let ran = align(&room, &["--pin", "edited.tsv"]);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), (table(WANTED).as_str(), ""));
    // Sorted by a column, it is the same table, but for the order of neighbours that face nothing.
    let mut by_column = WANTED.to_vec();
    by_column.sort_unstable();
    room.write("sorted.tsv", &table(&by_column));
    let ran = align(&room, &["--pin", "sorted.tsv"]);
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    assert_eq!((sorted(&ran.stdout), ran.stderr.as_str()), (sorted(&table(WANTED)), ""));
}

#[test]
fn a_table_comes_back_from_a_spreadsheet() {
    // Every cell quoted, a header, another encoding, other line ends, accents apart, no-break spaces lost, straight marks
    // made round ones and round ones straight.
    let room = story();
    let respelt = |text: &str| {
        text.replace('é', "e\u{301}").replace('’', "'").replace(['\u{A0}', '\u{202F}'], " ")
    };
    let header = "\"en\"\t\"fr\"\t\"note\"\r\n".to_owned();
    let row = |row: &(&str, &str)| {
        format!("{}\t{}\t\"seen\"\r\n", quoted(&respelt(row.0)), quoted(&respelt(row.1)))
    };
    let text: String = std::iter::once(header).chain(WANTED.iter().map(row)).collect();
    let wide = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes);
    room.write_bytes("wide.tsv", &wide.collect::<Vec<u8>>());
    room.write("marked.tsv", &format!("\u{FEFF}{text}"));
    room.write("semicolons.csv", &text.replace('\t', ";"));
    for name in ["wide.tsv", "marked.tsv", "semicolons.csv"] {
        let ran = align(&room, &["--pin", name]);
        assert_eq!(ran.stdout, table(WANTED), "{name}: {}", ran.stderr);
        assert!(!ran.stderr.contains("warning") && ran.status == 0, "{name}: {}", ran.stderr);
    }
}

#[test]
fn edited_objects_come_back_and_rows_that_nobody_touched_keep_their_places() {
    let room = story();
    let before = align(&room, &["--format", "json"]).stdout;
    room.write("same.jsonl", &before);
    let again = align(&room, &["--format", "json", "--pin", "same.jsonl"]);
    let places = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.split(",\"confidence\"").next().unwrap().to_owned()).collect()
    };
    assert_eq!(places(&again.stdout), places(&before));
    // Two rows joined by their texts alone: what they name by number does not count then.
    let object = |row: &(&str, &str)| {
        let json = |text: &str| format!("\"{}\"", text.replace('"', "\\\""));
        format!("{{\"source_text\":{},\"target_text\":{}}}\n", json(row.0), json(row.1))
    };
    room.write("texts.jsonl", &WANTED.iter().map(object).collect::<String>());
    assert_eq!(align(&room, &["--pin", "texts.jsonl"]).stdout, table(WANTED));
    let stale = r#"{"source":[0],"target":[1],"source_text":"Ana counted the 14 lamps.","target_text":"Ana compta les 14 lampes."}"#;
    room.write("stale.jsonl", &format!("{stale}\n"));
    let ran = align(&room, &["--pin", "stale.jsonl"]);
    assert!(ran.stderr.contains("stale.jsonl:1:1") && ran.stderr.contains("the texts count"));
    assert!(
        ran.stdout.contains("Ana counted the 14 lamps.\tAna compta les 14 lampes.\n"),
        "{ran:?}"
    );
}

#[test]
fn pins_that_cannot_be_kept_are_refused_with_their_place() {
    let room = story();
    let cases: [(&str, &str, &str); 7] = [
        (
            "twice.tsv",
            "The coast came up grey.\tLa côte apparut, grise.\nThe coast came up grey.\tIl pleuvait.\n",
            "twice.tsv:2:1",
        ),
        (
            "cross.tsv",
            "The coast came up grey.\tIl pleuvait.\nAna counted the 14 lamps.\tLa côte apparut, grise.\n",
            "cross.tsv:2:27",
        ),
        ("beyond.txt", "[0]:[0]\n[1]:[40]\n", "beyond.txt:2:5"),
        (
            "beyond.jsonl",
            "{\"source\":[0],\"target\":[88],\"source_text\":\"\",\"target_text\":\"\"}\n",
            "beyond.jsonl:1:1",
        ),
        ("gap.txt", "[0, 2]:[0]\n", "gap.txt:1:1"),
        ("prose.txt", "I would rather not.\n", "prose.txt:1:1"),
        ("broken.jsonl", "{\"source\":[0],\"target\":[0]}\n{\"source\":[1,\n", "broken.jsonl:2:1"),
    ];
    for (name, text, place) in cases {
        room.write(name, text);
        let ran = align(&room, &["--pin", name]);
        assert!(ran.status != 0 && ran.stdout.is_empty(), "{name}: {ran:?}");
        assert!(ran.stderr.contains(place), "{name}: {}", ran.stderr);
    }
}

#[test]
fn a_row_that_was_reworded_is_named_and_the_others_are_kept() {
    let room = story();
    let text = table(WANTED).replace("Ana compta les 14 lampes.", "Ana compta quatorze lampes.");
    room.write("edited.tsv", &text);
    let ran = align(&room, &["--pin", "edited.tsv"]);
    assert!(ran.status == 0 && ran.stderr.contains("edited.tsv:4:27"), "{}", ran.stderr);
    assert_eq!(ran.stdout, table(WANTED));
    for empty in ["", "\n\n", "\t\n"] {
        room.write("empty.tsv", empty);
        assert_eq!(align(&room, &["--pin", "empty.tsv"]).stdout, align(&room, &[]).stdout);
    }
}
