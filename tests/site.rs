//! Several pages at once: folders, patterns, pages that name their other language, and the index of their editions.

#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

#[path = "support/program.rs"]
mod program;

use std::fs;

use program::Room;

/// A page with an article and a menu.
fn page(lang: &str, head: &str, title: &str, text: &str, menu: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang={lang}><head><title>{title}</title>{head}</head><body><nav><a href=/>{menu}</a></nav>\
         <main><article><h1>{title}</h1><p>{text}</p></article></main></body></html>"
    )
}

const EN: &str = "The council met on Monday in the old town hall. It will meet again in a week.";
const FR: &str = "Le conseil s’est réuni lundi dans l’ancien hôtel de ville. Il se réunira de nouveau dans une semaine.";

fn site() -> Room {
    let room = Room::new();
    for folder in ["site", "site/en", "site/fr"] {
        fs::create_dir_all(room.path(folder)).unwrap();
    }
    room.write("site/a.en.html", &page("en", "", "The council", EN, "Home"));
    room.write("site/a.fr.html", &page("fr", "", "Le conseil", FR, "Accueil"));
    room.write("site/en/b.html", &page("en", "", "The council again", EN, "Home"));
    room.write("site/fr/b.html", &page("fr", "", "Encore le conseil", FR, "Accueil"));
    let head = "<link rel=alternate hreflang=fr href=&#47;le-conseil.html>";
    room.write("site/council.html", &page("en", head, "The council & co", EN, "Home"));
    room.write("site/le-conseil.html", &page("fr", "", "Le conseil et cie", FR, "Accueil"));
    room
}

#[test]
fn a_folder_of_pages_is_built_with_one_index() {
    let room = site();
    let ran = room.run(&["build", "site", "--source-lang", "en", "--target-lang", "fr", "-v"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.stdout.contains("3 pages; all of them: site/out/index.html"), "{ran:?}");
    // Nothing is written beside the pages.
    assert_eq!(room.names(), ["site"]);
    let index = fs::read_to_string(room.path("site/out/index.html")).unwrap();
    assert!(index.contains("href=\"a.en/bilingual.html\""), "{index}");
    for (name, row) in [
        ("site/out/a.en/bilingual.tsv", "Le conseil"),
        ("site/out/b/bilingual.tsv", "Encore le conseil"),
        ("site/out/council/bilingual.tsv", "Le conseil et cie"),
    ] {
        let text =
            fs::read_to_string(room.path(name)).unwrap_or_else(|_| panic!("{name}: {ran:?}"));
        assert!(text.contains(row), "{name}: {text}");
    }
    assert!(index.contains("The council &amp; co"), "{index}");
    assert_eq!(index.matches("<tr><th").count(), 4, "{index}");
}

#[test]
fn patterns_name_pages_and_their_translations() {
    let room = site();
    room.write(
        "visavis.toml",
        "source = 'en'\ntarget = 'fr'\n[[page]]\nsource = 'site/en/*.html'\ntranslation = 'site/fr/*.html'\n\
         [[page]]\nsource = 'site/c*.html'\n[[page]]\nsource = 'none/*.md'\n[output]\nformats = ['tsv', 'md']\n",
    );
    room.write("site/en/c.html", &page("en", "", "Alone", EN, "Home"));
    let ran = room.run(&["build"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.stderr.contains("no page fits “none/*.md”"), "{ran:?}");
    assert!(ran.stderr.contains("“site/fr/c.html” is not there"), "{ran:?}");
    let names: Vec<bool> =
        ["b", "c", "council"].iter().map(|name| room.path("out").join(name).is_dir()).collect();
    assert_eq!(names, [true, true, true], "{ran:?}");
    assert!(fs::read_to_string(room.path("out/index.html")).unwrap().contains("b/bilingual.md"));
    let ran = room.run(&["check"]);
    assert_ne!(ran.status, 2, "{ran:?}");
}

const LANGUAGES: [&str; 4] = ["--source-lang", "en", "--target-lang", "fr"];

#[test]
fn the_current_folder_is_built_as_any_other_and_a_second_time_as_the_first() {
    let room = Room::new();
    let head = "<link rel=alternate hreflang=fr href=le-conseil.html>";
    room.write("a.en.html", &page("en", "", "The council", EN, "Home"));
    room.write("a.fr.html", &page("fr", "", "Le conseil", FR, "Accueil"));
    room.write("council.html", &page("en", head, "The council & co", EN, "Home"));
    room.write("le-conseil.html", &page("fr", "", "Le conseil et cie", FR, "Accueil"));
    for _ in 0..2 {
        let arguments = [&["build", "."], LANGUAGES.as_slice()].concat();
        let ran = room.run(&arguments);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.stdout.contains("2 pages; all of them: out/index.html"), "{ran:?}");
        let names = fs::read_dir(room.path("out")).unwrap();
        let mut names: Vec<_> = names.map(|it| it.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a.en", "council", "index.html"]);
    }
}

#[test]
fn a_page_that_cannot_be_built_does_not_keep_the_others_from_it() {
    let room = site();
    room.write("site/empty.html", "<html lang=en><body></body>");
    room.write("site/menu.en.html", &page("en", "", "The council", EN, "Home"));
    room.write("site/menu.fr.html", "<html lang=fr><nav><a href=/>Accueil</a></nav>");
    let ran = room.run(&[&["build", "site"], LANGUAGES.as_slice()].concat());
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.stderr.contains("error: site/empty.html: no text"), "{ran:?}");
    assert!(ran.stderr.contains("error: site/menu.fr.html: nothing in this file"), "{ran:?}");
    assert!(ran.stdout.contains("3 pages; all of them: site/out/index.html"), "{ran:?}");
    assert!(room.path("site/out/council/bilingual.html").is_file());
}

#[test]
fn what_keeps_every_page_from_being_built_is_said_once() {
    let room = site();
    let ran = room.run(&["build", "site", "--source-lang", "en"]);
    assert_eq!((ran.status, ran.stderr.matches("error:").count()), (2, 1), "{ran:?}");
    assert!(!room.path("site/out").exists());
}
