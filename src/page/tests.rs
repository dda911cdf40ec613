//! Pages of our own writing, kind and hostile.

use super::*;
use crate::document::Outline;
use crate::text::{Passage, SourceId};

fn page(lines: &[&str]) -> Document {
    let mut start = 0;
    let blocks = lines
        .iter()
        .map(|line| {
            let block = Block::plain(Passage::verbatim(SourceId::new(0), line, start));
            start += u32::try_from(line.len()).unwrap() + 2;
            block
        })
        .collect();
    Document {
        source: SourceId::new(0),
        lang: None,
        blocks,
        outline: Outline::default(),
        suppressions: Vec::new(),
        alternates: Vec::new(),
    }
}

fn told(lines: &[&str], options: &Options<'_>) -> Vec<String> {
    let named = |lang: &Option<LanguageIdentifier>| {
        lang.as_ref().map_or("-".to_owned(), ToString::to_string)
    };
    split(&page(lines), options)
        .iter()
        .map(|block| {
            format!("{} {} {}", block.role.as_str(), block.kind.as_str(), named(&block.lang))
        })
        .collect()
}

const BLOG: &[&str] = &[
    "Harbour board closes the old ferry line",
    "14/03/2021 – The board that runs the harbour of Varnholm said on Sunday that the last ferry to the islands would sail in May, after ninety years of service.",
    "“We have looked for a buyer since last summer and found none,” said Ingrid Solvang, who chairs the board, in a letter to the islanders.",
    "The islanders, who number about four hundred, learned of the decision from the radio and have called a meeting for the end of the month.",
    "According to the board, the ship needs repairs that would cost more than two million crowns, which the town cannot pay.",
    "A bridge was planned in 1987, but the plan was dropped when the fishing fleet moved away and the school on the largest island was shut.",
    "Northern Courier",
    "Quai-Nord (Brest) | Photo : The ferry Havørn leaves the harbour of Varnholm for one of its last journeys to the islands. (Reuters)",
    "Auteur : Quai-Nord",
    "Association de marins fondée à Brest, nous suivons depuis dix ans la vie des petits ports du Nord et de leurs habitants.",
    "Votre commentaire",
    "Image Twitter",
    "Vous commentez à l’aide de votre compte Twitter. Déconnexion",
    "Connexion à %s",
];

#[test]
fn an_english_article_on_a_french_blog_is_split_with_and_without_being_told() {
    let (english, french) = ("en".parse().unwrap(), "fr".parse().unwrap());
    let options = Options { body_lang: Some(&english), chrome_lang: Some(&french) };
    let expected = [
        "body title en",
        "body paragraph en",
        "body paragraph en",
        "body paragraph en",
        "body paragraph en",
        "body paragraph en",
        "body credit -",
        "body caption en",
        "chrome byline fr",
        "chrome author fr",
        "chrome form fr",
        "chrome form fr",
        "chrome form fr",
        "chrome notice fr",
    ];
    assert_eq!(told(BLOG, &options), expected);
    assert_eq!(told(BLOG, &Options::default()), expected);
}

#[test]
fn a_credit_line_in_two_languages_has_parts() {
    let document = page(BLOG);
    let blocks = split(&document, &Options::default());
    let text = &document.blocks[7].passage.text;
    let parts: Vec<_> = blocks[7]
        .parts
        .iter()
        .map(|part| (part.span.slice(text), part.lang.as_ref().map(ToString::to_string), part.role))
        .collect();
    assert_eq!(parts[1], ("Photo :", Some("fr".to_owned()), Role::Chrome));
    assert_eq!((parts[2].1.as_deref(), parts[2].2), (Some("en"), Role::Body));
    assert!(parts[2].0.starts_with("The ferry"));
    assert!(blocks.iter().enumerate().all(|(at, block)| at == 7 || block.parts.is_empty()));
}

#[test]
fn a_page_in_one_language_is_split_by_shape() {
    let mut lines = vec!["Home", "News", "Contact", "Log in", "Search"];
    lines.extend(&BLOG[..6]);
    lines.extend(["Share this", "Leave a reply", "Your email address", "© 2021 Harbour News"]);
    let told = told(&lines, &Options::default());
    let (article, site): (Vec<_>, Vec<_>) =
        told.iter().enumerate().partition(|(at, _)| (5..11).contains(at));
    assert!(site.iter().all(|(_, block)| block.starts_with("chrome")), "{told:?}");
    // Shape alone may lose the block at the seam, not more.
    let kept = article.iter().filter(|(_, block)| block.as_str() == "body paragraph en").count();
    assert!(kept >= 4, "{told:?}");
}

#[test]
fn a_text_without_a_site_is_all_body() {
    let told = told(&BLOG[..6], &Options::default());
    assert_eq!(told[0], "body title en");
    assert!(told[1..].iter().all(|block| block == "body paragraph en"), "{told:?}");
}

#[test]
fn other_pairs_of_languages_are_inferred() {
    let lines = [
        "Главная",
        "Новости",
        "Поиск",
        "Войти",
        "Поделиться",
        "The board that runs the harbour said on Sunday that the last ferry to the islands would sail in May.",
        "The islanders learned of the decision from the radio and have called a meeting for the end of the month.",
        "According to the board, the ship needs repairs that would cost more than the town can pay for it.",
        "Комментарии",
        "Ответить",
        "Читать далее",
    ];
    let told = told(&lines, &Options::default());
    assert!(told[5..8].iter().all(|block| block == "body paragraph en"), "{told:?}");
    assert!(
        told[..5]
            .iter()
            .chain(&told[8..])
            .all(|block| block.starts_with("chrome") && block.ends_with("ru")),
        "{told:?}"
    );
}

#[test]
fn a_page_without_an_article_has_no_body() {
    let told = told(
        &["Accueil", "Contact", "Rechercher", "S’abonner", "© 2020", "Mentions légales"],
        &Options::default(),
    );
    assert!(told.iter().all(|block| block.starts_with("chrome")), "{told:?}");
}

#[test]
fn every_block_that_shows_something_is_told_once_and_in_order() {
    let lines = [
        "",
        "Menu",
        " \u{a0}",
        "A line of text that says something to somebody.",
        "\u{0}\u{1b}[31m",
        "🦀",
    ];
    let blocks: Vec<usize> =
        split(&page(&lines), &Options::default()).iter().map(|block| block.block).collect();
    assert_eq!(blocks, [1, 3, 4, 5]);
    assert!(split(&page(&[]), &Options::default()).is_empty());
}

#[test]
fn kinds_belong_to_their_region() {
    let noise: Vec<String> = (0..400u32)
        .map(|at| {
            "ab é%s |:.,© 12 (AFP) “Photo :"
                .chars()
                .cycle()
                .skip(at as usize)
                .take(1 + at as usize * 7 % 90)
                .collect()
        })
        .collect();
    let lines: Vec<&str> = noise.iter().map(String::as_str).collect();
    for block in split(&page(&lines), &Options::default()) {
        assert_eq!(block.kind.role(), block.role);
    }
}

/// Eight times the blocks may take 24 times as long, which quadratic work (64 times) does not meet; a try that a busy
/// machine spoils is made again.
#[test]
fn the_work_grows_with_the_blocks_and_not_with_their_square() {
    let spent = |count: usize| {
        let lines: Vec<&str> = BLOG.iter().copied().cycle().take(count).collect();
        let document = page(&lines);
        let began = std::time::Instant::now();
        assert_eq!(split(&document, &Options::default()).len(), count);
        began.elapsed()
    };
    assert!((0..5).any(|_| spent(16_000) < spent(2_000) * 24), "more than linear");
    let line = "mot | Photo : word. ".repeat(100_000);
    assert_eq!(split(&page(&[&line]), &Options::default()).len(), 1);
}

/// Blocks as markup would give them, each with whether it is body and the kind that it must get.
const KINDS: &[(&str, Option<Kind>, bool, Kind)] = &[
    ("The last ferry sails in May", Some(Kind::Title), true, Kind::Title),
    ("Varnholm, 14 March 2021", None, true, Kind::Dateline),
    ("What the islanders say", Some(Kind::Heading), true, Kind::Heading),
    ("The board said on Sunday that the ferry would stop for good.", None, true, Kind::Paragraph),
    ("We found no buyer for the ship.", Some(Kind::Quote), true, Kind::Quote),
    ("• a new bridge, if the town can pay", None, true, Kind::ListItem),
    ("Two million crowns", Some(Kind::TableCell), true, Kind::TableCell),
    ("let ferry = None;", Some(Kind::Code), true, Kind::Code),
    ("Photo : The ferry leaves the harbour. (Reuters)", None, true, Kind::Caption),
    ("Source: Northern Courier", None, true, Kind::Credit),
    ("Posted by Ingrid Solvang", None, false, Kind::Byline),
    (
        "She has written about small harbours and their ships for ten years.",
        None,
        false,
        Kind::Author,
    ),
    ("Home", None, false, Kind::Navigation),
    ("Share this", None, false, Kind::Share),
    ("Your comment", None, false, Kind::Form),
    ("Cancel", None, false, Kind::Button),
    ("Language:", None, false, Kind::Label),
    ("This site uses cookies.", None, false, Kind::Notice),
    ("© 2021 Harbour News", None, false, Kind::Footer),
    ("The weather stays dry until Thursday in most of the country.", None, false, Kind::Other),
];

#[test]
fn every_kind_of_the_list_can_be_reached() {
    let mut document = page(&KINDS.iter().map(|(text, ..)| *text).collect::<Vec<_>>());
    for (block, (_, kind, ..)) in document.blocks.iter_mut().zip(KINDS) {
        block.kind = *kind;
    }
    let blocks: Vec<&Block> = document.blocks.iter().collect();
    let body: Vec<bool> = KINDS.iter().map(|(_, _, body, _)| *body).collect();
    let wanted: Vec<Kind> = KINDS.iter().map(|(.., kind)| *kind).collect();
    assert_eq!(classify::kinds(&blocks, &body), wanted);
    assert!(Kind::ALL.iter().all(|kind| wanted.contains(kind)));
}

fn html(text: &str) -> Document {
    let file = crate::text::SourceFile::decode("a.html", text.as_bytes());
    crate::format::of(&file).read(SourceId::new(0), &file).0
}

fn languages(document: &Document) -> Vec<Option<String>> {
    let blocks = split(document, &Options::default());
    blocks.iter().map(|block| block.lang.as_ref().map(ToString::to_string)).collect()
}

#[test]
fn a_language_declared_inside_the_page_is_obeyed_and_one_for_all_of_it_is_checked() {
    let document = html(
        "<html lang=de><p>The board said on Sunday that the last ferry to the islands would sail in May.</p>\
         <div lang=fr><p>Bonjour Ingrid</p><p lang=es>Hola Ingrid</p></div><p>The islanders learned of it from the radio.</p>",
    );
    let named = |lang: &str| Some(lang.to_owned());
    assert_eq!(languages(&document), [named("en"), named("fr"), named("es"), named("en")]);
}

#[test]
fn a_credit_line_in_two_languages_has_parts_in_markup_too() {
    let line = "Quai-Nord (Brest) | Photo : The ferry leaves the harbour for one of its last journeys to the islands. (Reuters)";
    let mut text = String::from("<body>");
    for (at, block) in BLOG.iter().enumerate() {
        text.extend(["<p>", if at == 7 { line } else { block }, "</p>\n"]);
    }
    let markdown = text.replace("<body>", "").replace("<p>", "").replace("</p>", "\n");
    for (name, text) in [("a.html", text), ("a.md", markdown)] {
        let file = crate::text::SourceFile::decode(name, text.as_bytes());
        let document = crate::format::of(&file).read(SourceId::new(0), &file).0;
        let blocks = split(&document, &Options::default());
        let mixed: Vec<_> = blocks.iter().filter(|block| !block.parts.is_empty()).collect();
        assert_eq!(mixed.len(), 1, "{name}");
        let block = &document.blocks[mixed[0].block];
        for part in &mixed[0].parts {
            let place = block.passage.locate(part.span).span;
            assert_eq!(place.slice(&file.text), part.span.slice(&block.passage.text), "{name}");
        }
    }
}

#[test]
fn two_articles_in_two_languages_keep_their_own() {
    let french = [
        "La commission du port a annoncé dimanche que le dernier bac pour les îles partirait au mois de mai.",
        "Les habitants des îles ont appris la décision par la radio et se réuniront à la fin du mois.",
        "Selon la commission, le navire demande des réparations que la ville ne peut pas payer.",
    ];
    let paragraphs =
        |lines: &[&str]| lines.iter().flat_map(|line| ["<p>", *line, "</p>"]).collect::<String>();
    let text = format!(
        "<article lang=en>{}</article><article lang=fr>{}</article>",
        paragraphs(&BLOG[1..6]),
        paragraphs(&french)
    );
    let told = languages(&html(&text));
    let wanted = [["en"; 5].as_slice(), ["fr"; 3].as_slice()].concat();
    assert_eq!(told.iter().flatten().collect::<Vec<_>>(), wanted);
}

#[test]
fn words_that_the_markup_declares_to_be_in_another_language_are_parts_and_tip_nothing() {
    let document = html(
        "<html lang=fr><p>Selon lui : <q lang=en>the board will not say when the ferry sails again this year</q></p>\
         <p>Le bac ne partira plus avant la fin du mois de mai, selon la commission du port.</p>",
    );
    let blocks = split(&document, &Options::default());
    let parts: Vec<_> = blocks[0]
        .parts
        .iter()
        .map(|part| {
            (
                part.span.slice(&document.blocks[0].passage.text),
                part.lang.as_ref().unwrap().to_string(),
            )
        })
        .collect();
    assert_eq!(blocks[0].lang.as_ref().unwrap().to_string(), "fr");
    assert_eq!(parts[0], ("Selon lui :", "fr".to_owned()));
    assert_eq!(parts[1].1, "en");
    assert!(blocks[0].parts.iter().all(|part| part.role == blocks[0].role));
    assert!(blocks[1].parts.is_empty());
}

#[test]
fn the_language_that_a_site_declares_is_that_of_its_short_lines() {
    let text = "<html lang=fr><nav><a href=1>Accueil</a> <a href=2>Les ports</a> <a href=3>Rechercher</a></nav>\
        <article><h1>The last ferry sails</h1><p>The board said on Sunday that the last ferry to the islands would sail in May.</p>\
        <ul><li>a new bridge</li></ul></article><footer><p>Tous droits réservés</p></footer>";
    let blocks = split(&html(text), &Options::default());
    let chrome: Vec<_> = blocks.iter().filter(|block| block.role == Role::Chrome).collect();
    assert!(chrome.len() >= 4);
    assert!(chrome.iter().all(|block| block.lang.as_ref().unwrap().language.as_str() == "fr"));
    let undeclared = split(&html(&text.replace(" lang=fr", "")), &Options::default());
    assert_eq!(undeclared.len(), blocks.len());
}

#[test]
fn a_short_article_is_told_by_its_markup_where_nothing_else_looks_like_one() {
    let found = |text: &str| -> Vec<String> {
        let blocks = split(&html(text), &Options::default());
        let document = html(text);
        let body = blocks.iter().filter(|block| block.role == Role::Body);
        body.map(|block| document.blocks[block.block].passage.text.clone()).collect()
    };
    let page = |open: &str, close: &str| {
        format!(
            "<html lang=en><body><nav><a href=/>Home</a></nav>{open}<nav><a href=/b>More</a></nav><h1>Tide</h1>\
             <p>The boat is late.</p><p><a href=/c>Read on</a></p>{close}<footer>Ours</footer>"
        )
    };
    for (open, close) in [
        ("<main><article>", "</article></main>"),
        ("<main>", "</main>"),
        ("<div role=main>", "</div>"),
    ] {
        assert_eq!(found(&page(open, close)), ["Tide", "The boat is late."], "{open}");
    }
}
