//! Names as users meet them: what the house's glossary chooses is enforced, and nothing else is.

#[path = "support/program.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod program;

use program::Room;

/// A sentence for each name of each house, with its translation: first with the one spelling, then with the other.
const PAIRS: &str = "en\tfr\n\
    Erdogan spoke in Ankara on Monday.\tErdogan a parlé lundi à Ankara.\n\
    Erdogan spoke in Ankara on Tuesday.\tErdoğan a parlé mardi à Ankara.\n\
    The proposal of al-Sarraj was refused.\tLa proposition d’al-Sarraj a été refusée.\n\
    The offer of al-Sarraj was refused.\tL’offre d’el-Sarraj a été refusée.\n";

fn glossary(erdogan: [&str; 2], sarraj: [&str; 2]) -> String {
    let entry = |id: &str, english: &str, [right, wrong]: [&str; 2]| {
        format!(
            "[concept.{id}]\nkind = \"person\"\nen = \"{english}\"\n\
             fr = {{ term = \"{right}\", forbidden = [\"{wrong}\"] }}\n\n"
        )
    };
    let head = "[glossary]\nname = \"house\"\nlanguages = [\"en\", \"fr\"]\n\n";
    format!(
        "{head}{}{}",
        entry("erdogan", "Erdogan", erdogan),
        entry("sarraj", "al-Sarraj", sarraj)
    )
}

#[test]
fn two_houses_enforce_two_spellings_with_the_same_program() {
    let room = Room::new();
    room.write("pairs.tsv", PAIRS);
    room.write("plain.toml", &glossary(["Erdogan", "Erdoğan"], ["al-Sarraj", "el-Sarraj"]));
    room.write("marks.toml", &glossary(["Erdoğan", "Erdogan"], ["el-Sarraj", "al-Sarraj"]));
    for (glossary, wrong) in [
        ("plain.toml", [("3:", "“Erdogan”"), ("5:", "“al-Sarraj”")]),
        ("marks.toml", [("2:", "“Erdoğan”"), ("4:", "“el-Sarraj”")]),
    ] {
        let ran = room.run(&[
            "check",
            "--isolated",
            "--format",
            "concise",
            "--glossary",
            glossary,
            "pairs.tsv",
        ]);
        let found: Vec<&str> = ran.stdout.lines().collect();
        assert_eq!(found.len(), 2, "{glossary}: {ran:?}");
        for ((line, said), found) in wrong.iter().zip(&found) {
            assert!(
                found.starts_with(&format!("pairs.tsv:{line}")) && found.contains(said),
                "{found}"
            );
        }
        assert_eq!(ran.status, 1, "{ran:?}");
    }
}

#[test]
fn both_spellings_are_let_alone_where_a_house_admits_both() {
    let room = Room::new();
    room.write("pairs.tsv", PAIRS);
    room.write(
        "both.toml",
        "[glossary]\nname = \"house\"\nlanguages = [\"en\", \"fr\"]\n\n[concept.erdogan]\nkind = \"person\"\n\
         en = \"Erdogan\"\nfr = { term = \"Erdoğan\", admitted = [\"Erdogan\"] }\n\n[concept.sarraj]\n\
         kind = \"person\"\nen = \"al-Sarraj\"\nfr = { term = \"el-Sarraj\", admitted = [\"al-Sarraj\"] }\n",
    );
    let ran = room.run(&["check", "--isolated", "--glossary", "both.toml", "pairs.tsv"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""), "{ran:?}");
}

#[test]
fn how_grave_a_variant_is_stands_in_the_glossary() {
    for (setting, severity) in
        [("", "warning"), ("variants = \"error\"\n", "error"), ("variants = \"off\"\n", "")]
    {
        let room = Room::new();
        room.write(
            "a.fr.txt",
            "Le lendemain, Lavroff est parti de la ville sans rien dire à personne.\n",
        );
        let concept = format!(
            "[concept.lavrov]\nkind = \"person\"\n{setting}en = \"Lavrov\"\nfr = \"Lavrov\"\n"
        );
        room.write(
            "g.toml",
            &format!("[glossary]\nname = \"g\"\nlanguages = [\"en\", \"fr\"]\n\n{concept}"),
        );
        let ran = room.run(&[
            "check",
            "--isolated",
            "--source-lang",
            "fr",
            "--glossary",
            "g.toml",
            "a.fr.txt",
        ]);
        let wanted =
            if severity.is_empty() { String::new() } else { format!("{severity} name-variant") };
        assert!(
            ran.stdout.contains(&wanted) && ran.stdout.is_empty() == severity.is_empty(),
            "{ran:?}"
        );
    }
}

#[test]
fn tables_are_listed_and_wrong_ones_refused() {
    let room = Room::new();
    let listed = room.run(&["names", "romanize", "--list"]);
    assert!(listed.status == 0 && listed.stdout.contains("ISO 9:1995"), "{listed:?}");
    for wrong in
        [vec!["--from", "ru", "--to", "ja"], vec!["--from", "ru", "--to", "en", "--scheme", "elot"]]
    {
        let ran = room.run(&[vec!["names", "romanize"], wrong].concat());
        assert_eq!(ran.status, 2, "{ran:?}");
        assert!(ran.stdout.is_empty() && ran.stderr.starts_with("error: "), "{ran:?}");
    }
    let skeleton = room.run(&["names", "romanize", "--from", "ar", "--to", "en"]);
    assert!(skeleton.status == 0 && skeleton.stderr.contains("consonants only"), "{skeleton:?}");
}

/// What a check finds, a line each without the place, sorted.
fn found(glossary: &str, file: &str, text: &str, args: &[&str]) -> Vec<String> {
    let room = Room::new();
    room.write("g.toml", glossary);
    room.write(file, text);
    let head = ["check", "--isolated", "--format", "json", "--glossary", "g.toml"];
    let ran = room.run(&[&head[..], args, &[file]].concat());
    let mut found: Vec<String> = ran
        .stdout
        .lines()
        .map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            let text = line["target"]["text"].as_str().unwrap_or_default();
            format!("{} {text}", line["rule"].as_str().unwrap_or_default())
        })
        .collect();
    found.sort();
    found
}

const LIBYA: &str = "[glossary]\nname = \"g\"\nlanguages = [\"en\", \"fr\", \"pl\"]\n\n\
    [concept.haftar]\nkind = \"person\"\nen = { term = \"Khalifa Haftar\", short = [\"Haftar\"] }\n\
    fr = { term = \"Khalifa Haftar\", short = [\"Haftar\"] }\npl = { term = \"Chalifa Haftar\", short = [\"Haftar\"] }\n\n\
    [concept.erdogan]\nkind = \"person\"\nen = { term = \"Recep Tayyip Erdogan\", short = [\"Erdogan\"] }\n\
    fr = { term = \"Recep Tayyip Erdogan\", short = [\"Erdogan\"] }\n\n\
    [concept.tripoli]\nkind = \"place\"\nen = \"Tripoli\"\nfr = \"Tripoli\"\n";

/// The findings of one sentence and its translation.
fn pair(lang: &str, source: &str, target: &str) -> Vec<String> {
    found(LIBYA, "p.tsv", &format!("en\t{lang}\n{source}\t{target}\n"), &[])
}

#[test]
fn full_and_short_forms_elisions_possessives_and_headlines_are_the_listed_name() {
    let none = Vec::<String>::new();
    for (source, target) in [
        ("Erdogan’s offer stands.", "L’offre d’Erdogan tient."),
        (
            "Recep Tayyip Erdogan left, and Erdogan’s men stayed.",
            "Recep Tayyip Erdogan est parti et les hommes d’Erdogan sont restés.",
        ),
        ("HAFTAR LEAVES TRIPOLI", "HAFTAR QUITTE TRIPOLI"),
        ("The pro-Haftar camp is silent.", "Le camp pro-Haftar se tait."),
        ("Haftar's house was empty.", "La maison de Haftar était vide."),
    ] {
        assert_eq!(pair("fr", source, target), none, "{target}");
    }
}

#[test]
fn a_wrong_spelling_is_found_behind_whatever_hangs_on_to_it() {
    for (target, wrong) in [
        ("L’offre d’Erdoghan tient.", "name-variant Erdoghan"),
        ("Recep Tayyip Erdoghan tient son offre.", "name-variant Recep Tayyip Erdoghan"),
    ] {
        let all = pair("fr", "Erdogan’s offer stands.", target);
        assert!(all.len() == 1 && wrong.ends_with(all[0].rsplit(' ').next().unwrap()), "{all:?}");
        assert!(all[0].starts_with("name-variant "), "{all:?}");
    }
}

#[test]
fn one_fault_of_a_name_is_one_finding() {
    let source = "Haftar refused to speak in the evening.";
    assert_eq!(pair("fr", source, "Hafter a refusé de parler le soir."), ["name-variant Hafter"]);
    assert_eq!(
        pair("fr", source, "H\u{430}ftar a refusé de parler le soir."),
        ["mixed-script H\u{430}ftar"]
    );
    let missing = pair("fr", source, "Il a refusé de se taire le soir.");
    assert!(missing.iter().all(|line| line.starts_with("name-form ")), "{missing:?}");
}

#[test]
fn endings_of_languages_that_inflect_names_are_no_fault() {
    let source = "Yesterday, the soldiers of Haftar left the city.";
    let none = Vec::<String>::new();
    assert_eq!(pair("pl", source, "Wczoraj żołnierze Haftara opuścili miasto."), none);
    let wrong = pair("pl", source, "Wczoraj żołnierze Hiftera opuścili miasto.");
    assert_eq!(wrong, ["name-variant Hiftera"]);
}

#[test]
fn two_spellings_in_two_files_are_found_and_that_of_the_majority_proposed() {
    let room = Room::new();
    room.write(
        "a.fr.txt",
        "Hier, Kossatchev a refusé.\n\nPuis Kossatchev est parti de la ville.\n",
    );
    room.write("b.fr.txt", "Plus tard, le sénateur Kosachev a accepté.\n");
    let both = ["check", "--isolated", "--source-lang", "fr", "--format", "concise"];
    let ran = room.run(&[&both[..], &["a.fr.txt", "b.fr.txt"]].concat());
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 1, "{ran:?}");
    assert!(
        lines[0].starts_with("b.fr.txt:1:24") && lines[0].contains("name-inconsistent"),
        "{ran:?}"
    );
    let one = room.run(&[&both[..], &["b.fr.txt"]].concat());
    assert_eq!((one.status, one.stdout.as_str()), (0, ""), "{one:?}");
}

#[test]
fn a_house_s_choice_is_written_by_fix_in_either_direction() {
    for (erdogan, sarraj) in [
        (["Erdogan", "Erdoğan"], ["al-Sarraj", "el-Sarraj"]),
        (["Erdoğan", "Erdogan"], ["el-Sarraj", "al-Sarraj"]),
    ] {
        let room = Room::new();
        room.write("pairs.tsv", PAIRS);
        room.write("g.toml", &glossary(erdogan, sarraj));
        let ran = room.run(&["fix", "--isolated", "--glossary", "g.toml", "pairs.tsv"]);
        let text = std::fs::read_to_string(room.path("pairs.tsv")).unwrap();
        let targets: Vec<&str> =
            text.lines().skip(1).map(|line| line.split_once('\t').unwrap().1).collect();
        assert!(targets.iter().take(2).all(|line| line.starts_with(erdogan[0])), "{text} {ran:?}");
        assert!(targets.iter().skip(2).all(|line| line.contains(sarraj[0])), "{text} {ran:?}");
    }
}

#[test]
fn variants_are_counted_in_texts_and_in_bilingual_files() {
    let room = Room::new();
    room.write("a.fr.txt", "Hier, Haftar a parlé. Puis Hafter est parti, et Haftar aussi.\n");
    room.write("b.tsv", "Hafter left.\tHeftar est parti.\n");
    room.write("g.toml", LIBYA);
    let ran = room
        .run(&["names", "variants", "--name", "Haftar", "--format", "json", "a.fr.txt", "b.tsv"]);
    let group: serde_json::Value = serde_json::from_str(ran.stdout.trim()).unwrap();
    let mut counts: Vec<(String, u64)> = Vec::new();
    for own in group["spellings"].as_array().unwrap() {
        let text = own["text"].as_str().unwrap().to_owned();
        match counts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, count)) => *count += own["count"].as_u64().unwrap(),
            None => counts.push((text, own["count"].as_u64().unwrap())),
        }
    }
    counts.sort();
    let wanted = [("Haftar", 2), ("Hafter", 2), ("Heftar", 1)];
    assert_eq!(counts, wanted.map(|(text, count)| (text.to_owned(), count)), "{ran:?}");
    room.write("c.fr.txt", "La ville de Tripoli et celle de Tripolie sont loin.\n");
    let entry =
        room.run(&["names", "variants", "--glossary", "g.toml", "--format", "toml", "c.fr.txt"]);
    assert!(entry.stdout.contains("kind = \"place\""), "{entry:?}");
    let text = format!("[glossary]\nname = \"v\"\nlanguages = [\"fr\"]\n\n{}", entry.stdout);
    room.write("v.toml", &text);
    let checked = room.run(&["glossary", "check", "v.toml"]);
    assert_eq!(checked.status, 0, "{text}\n{checked:?}");
}

#[test]
fn hostile_pairs_are_answered_one_by_one() {
    let room = Room::new();
    let long = "Ab".repeat(5_000);
    let lines =
        ["A\tB", "\t", "", "7\t7", "😀\t😀", "Путin\tPutin", &long, "\tHaftar", "a\tb\tc\td"];
    room.write("p.tsv", &lines.join("\n"));
    let ran = room.run(&["names", "compare", "--format", "json", "p.tsv"]);
    assert_eq!((ran.status, ran.stdout.lines().count()), (0, lines.len()), "{ran:?}");
    room.write_bytes("bad.tsv", b"Haftar\t\xff\xfe\nHaftar\tHafter\n");
    let bad = room.run(&["names", "compare", "--format", "json", "bad.tsv"]);
    assert_eq!((bad.status, bad.stdout.lines().count()), (3, 2), "{bad:?}");
}
