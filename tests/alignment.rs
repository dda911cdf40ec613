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
