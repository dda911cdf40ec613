//! Pages of our own writing, kind and hostile.

use super::*;
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
    Document { source: SourceId::new(0), lang: None, blocks, suppressions: Vec::new() }
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

#[test]
fn a_hundred_thousand_blocks_take_no_more_than_their_share() {
    let lines: Vec<&str> = BLOG.iter().copied().cycle().take(100_000).collect();
    let started = std::time::Instant::now();
    assert_eq!(split(&page(&lines), &Options::default()).len(), 100_000);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    let line = "mot | Photo : word. ".repeat(100_000);
    assert_eq!(split(&page(&[&line]), &Options::default()).len(), 1);
}
