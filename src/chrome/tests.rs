//! The catalogue as a whole: its files, its tiers, what it must not take.

use unic_langid::LanguageIdentifier;

use super::model::{Entry, Part};
use super::*;
use crate::bitext::Tier;

fn en() -> LanguageIdentifier {
    "en".parse().unwrap()
}

fn fr() -> LanguageIdentifier {
    "fr".parse().unwrap()
}

fn to_english(line: &str) -> Pairing {
    Catalogue::built_in().pair(line, &fr(), &en())
}

fn to_french(line: &str) -> Pairing {
    Catalogue::built_in().pair(line, &en(), &fr())
}

#[track_caller]
fn only(pairing: &Pairing, message: &str, tier: Tier, text: &str) {
    let found: Vec<_> =
        pairing.found.iter().map(|c| (c.message.as_str(), c.tier, c.text.as_str())).collect();
    assert_eq!(found, [(message, tier, text)]);
}

fn value<'e>(entry: &'e Entry, lang: &LanguageIdentifier) -> Option<&'e str> {
    let wording = entry.side(lang)?.wordings.first()?;
    match wording.forms.as_slice() {
        [form] => match form.parts.as_slice() {
            [Part::Text(text)] => Some(text),
            _ => None,
        },
        _ => None,
    }
}

#[test]
fn the_built_in_files_have_no_fault() {
    for (platform, lang, text) in built_in::FILES {
        let faults = read::read(text, None, 0).faults;
        assert!(faults.is_empty(), "{platform} {lang}: {}", faults[0].message);
    }
}

#[test]
fn every_message_exists_in_both_languages_with_the_same_variables() {
    for entry in &Catalogue::built_in().entries {
        let (a, b) = (entry.side(&en()), entry.side(&fr()));
        assert!(a.is_some() && b.is_some(), "{}", entry.id);
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!(a.variables(), b.variables(), "{}", entry.id);
        for wording in a.wordings.iter().chain(&b.wordings) {
            let name = wording.attribute.as_deref().unwrap_or("alt");
            let has = |side: &model::Definition| {
                side.wordings.iter().any(|w| w.attribute.as_deref() == Some(name))
            };
            assert!(
                model::is_mere_wording(name) || (has(a) && has(b)),
                "{}.{name} lacks its counterpart",
                entry.id
            );
        }
    }
}

#[test]
fn identifiers_are_unique_across_platforms() {
    let mut ids: Vec<_> = Catalogue::built_in().entries.iter().map(|entry| &entry.id).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn every_wording_with_variables_can_be_recognised() {
    for entry in &Catalogue::built_in().entries {
        for (lang, side) in &entry.sides {
            for form in side.wordings.iter().flat_map(|wording| &wording.forms) {
                let plain = form.parts.iter().all(|part| part.variable().is_none());
                assert!(
                    plain || template::Template::of(form, side).is_some(),
                    "{} {lang}",
                    entry.id
                );
            }
        }
    }
}

#[test]
fn the_platforms_are_known_well_enough() {
    let glance = Catalogue::built_in().glance();
    for (platform, least) in [("wordpress", 150), ("general", 150), ("blogger", 40), ("ghost", 40)]
    {
        for lang in [en(), fr()] {
            let row =
                glance.iter().find(|row| row.platform == platform && row.lang == lang).unwrap();
            assert!(row.messages >= least, "{platform} {lang}: {}", row.messages);
        }
    }
}

/// Messages that say the same as another in one language; both are answered.
const AMBIGUOUS: &[&str] = &[];

#[test]
fn every_plain_message_goes_there_and_back() {
    let mut faults = Vec::new();
    for entry in &Catalogue::built_in().entries {
        let (Some(english), Some(french)) = (value(entry, &en()), value(entry, &fr())) else {
            continue;
        };
        for (pairing, wanted) in [(to_french(english), french), (to_english(french), english)] {
            let right = pairing.found.iter().any(|c| c.text == wanted && c.tier == Tier::Exact);
            let alone = pairing.found.len() == 1 || AMBIGUOUS.contains(&entry.id.as_str());
            if !right || !alone {
                faults.push(format!("{}: {:?}", entry.id, pairing.found));
            }
        }
    }
    assert!(faults.is_empty(), "{} {faults:#?}", faults.len());
}

#[test]
fn one_message_makes_the_three_lines_of_the_comment_form() {
    for (service, english) in
        [("", ""), (" Twitter.", " Twitter"), (" Facebook.", " Facebook"), (" %s.", " %s")]
    {
        let line = format!(
            "Vous commentez à l’aide de votre compte{service} Déconnexion\u{a0}/\u{a0} Changer\u{a0})"
        );
        let english = format!("You are commenting using your{english} account. Log Out / Change )");
        let tier = if service.is_empty() { Tier::Normalised } else { Tier::Template };
        only(&to_english(&line), "commenting-using-account", tier, &english);
    }
}

#[test]
fn labels_of_a_french_blog_get_their_english_side() {
    let t = Tier::Template;
    only(&to_english("Connexion à %s"), "connecting-to", t, "Connecting to %s");
    only(
        &to_english("%d blogueurs aiment cette page :"),
        "bloggers-like",
        t,
        "%d bloggers like this:",
    );
    only(
        &to_english("Auteur\u{a0}: La Gazette | Actualités du port"),
        "author-label",
        t,
        "Author: La Gazette | Actualités du port",
    );
    only(&to_english("Votre commentaire"), "your-comment", Tier::Exact, "Your comment");
    only(&to_english("Image Twitter"), "twitter-picture", Tier::Exact, "Twitter picture");
    only(&to_english("Photo Facebook"), "facebook-photo", Tier::Exact, "Facebook photo");
    let enter = "Entrez vos coordonnées ci-dessous ou cliquez sur une icône pour vous connecter:";
    assert_eq!(to_english(enter).only().unwrap().message, "enter-details");
}

#[test]
fn case_spaces_and_signs_do_not_matter() {
    only(
        &to_english("LAISSER\u{a0}UN  COMMENTAIRE"),
        "leave-a-comment",
        Tier::Normalised,
        "Leave a comment",
    );
    only(&to_english("A PROPOS"), "about", Tier::Normalised, "About");
    only(&to_english("Mentions légales\u{200f}"), "legal-notice", Tier::Normalised, "Legal notice");
    only(&to_french("← Older Posts"), "older-posts", Tier::Normalised, "← Articles plus anciens");
    only(&to_french("Password:"), "password", Tier::Normalised, "Mot de passe\u{a0}:");
    only(&to_english("Nom\u{a0}*"), "name", Tier::Normalised, "Name *");
}

#[test]
fn counts_choose_the_plural_of_the_other_language() {
    let t = Tier::Template;
    only(&to_french("1 comment"), "count-comments", t, "1 commentaire");
    only(&to_french("0 comments"), "count-comments", t, "0 commentaire");
    only(&to_english("0 commentaire"), "count-comments", t, "0 comments");
    only(&to_french("1,234 comments"), "count-comments", t, "1\u{202f}234 commentaires");
    only(&to_english("12\u{a0}345 résultats"), "results-count", t, "12,345 results");
    only(&to_french("%d comments"), "count-comments", t, "%d commentaires");
    only(
        &to_french("%1$s thoughts on “%2$s”"),
        "count-thoughts-on",
        t,
        "%1$s réflexions sur «\u{a0}%2$s\u{a0}»",
    );
}

#[test]
fn placeholders_taken_by_turn_are_numbered_where_the_order_changes() {
    let mut own = Catalogue::default();
    let (a, b) = (
        SourceFile::decode("a", b"on = { $who } on { $what }\n"),
        SourceFile::decode("b", "on = Sur { $what }, par { $who }\n".as_bytes()),
    );
    assert!(own.extend(&en(), "own", SourceId::new(0), &a).is_empty());
    assert!(own.extend(&fr(), "own", SourceId::new(1), &b).is_empty());
    only(&own.pair("%s on %s", &en(), &fr()), "on", Tier::Template, "Sur %2$s, par %1$s");
    only(&own.pair("Sur %s, par %s", &fr(), &en()), "on", Tier::Template, "%2$s on %1$s");
    only(&own.pair("%2$s on %1$s", &en(), &fr()), "on", Tier::Template, "Sur %1$s, par %2$s");
}

#[test]
fn a_slip_in_a_long_line_is_found_and_marked() {
    let slip = to_english("Votre comentaire est en attente de modération.");
    only(&slip, "awaiting-moderation", Tier::Fuzzy, "Your comment is awaiting moderation.");
    let slip = to_french("Connecting yuor account to nothing");
    assert!(slip.found.is_empty());
    let slip =
        to_english("Vous comentez à l’aide de votre compte Mastodon. Déconnexion / Changer )");
    assert_eq!(slip.found[0].tier, Tier::Fuzzy);
    assert!(slip.found[0].text.contains("Mastodon account"), "{}", slip.found[0].text);
    assert!(to_english("Comentaire").found.is_empty());
}

#[test]
fn several_messages_on_one_line_are_paired_each() {
    only(
        &to_english("Accueil | Contact | Mentions légales"),
        "home contact legal-notice",
        Tier::Exact,
        "Home | Contact | Legal notice",
    );
    only(&to_english("Accueil · La Gazette"), "home", Tier::Template, "Home · La Gazette");
    only(&to_english("Répondre / Modifier"), "reply edit", Tier::Exact, "Reply / Edit");
    assert!(to_english("Le port / la ville").found.is_empty());
    assert!(to_english("Un navire coule | Photo").found.is_empty());
}

#[test]
fn a_short_template_swallows_no_sentence() {
    assert!(to_english("Photo de la semaine, prise par un voisin du port").found.is_empty());
    assert!(to_english("Photo de famille").found.is_empty());
    only(
        &to_english("Photo de Jeanne Martin"),
        "photo-by",
        Tier::Template,
        "Photo by Jeanne Martin",
    );
    assert!(to_french("Posted on the door of the church was a short note").found.is_empty());
    assert!(to_french("By the time we came, they had gone home").found.is_empty());
    only(
        &to_french("Posted on March 3, 2021"),
        "posted-on",
        Tier::Template,
        "Publié le March 3, 2021",
    );
}

#[test]
fn a_users_file_goes_before_the_built_in_ones_and_replaces_its_platform() {
    let mut own = Catalogue::built_in().clone();
    let english = SourceFile::decode("a", b"house = Front door\nhome = Start\nlonely = Alone\n");
    let french = SourceFile::decode(
        "b",
        "house = Accueil\nhome = Accueil\nother = { $x } Autre chose\n".as_bytes(),
    );
    assert!(own.extend(&en(), "own", SourceId::new(0), &english).is_empty());
    assert!(own.extend(&fr(), "own", SourceId::new(1), &french).is_empty());
    let found = own.pair("Accueil", &fr(), &en()).found;
    let texts: Vec<_> = found.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(texts, ["Front door", "Start"], "both of the user's, for the line is ambiguous");
    let ids: Vec<_> = own.audit(&en(), &fr()).iter().map(|found| found.message.id).collect();
    assert_eq!(ids, ["chrome-missing-counterpart", "chrome-missing-counterpart"]);
}

#[test]
fn regions_fall_back_to_the_language() {
    let (us, ca) = ("en-US".parse().unwrap(), "fr-CA".parse().unwrap());
    only(&Catalogue::built_in().pair("Accueil", &ca, &us), "home", Tier::Exact, "Home");
    assert!(Catalogue::built_in().pair("Accueil", &"de".parse().unwrap(), &us).found.is_empty());
    assert!(Catalogue::built_in().pair("Accueil", &fr(), &fr()).found.is_empty());
}

#[test]
fn hostile_lines_are_open_and_quick() {
    let begin = std::time::Instant::now();
    for line in [
        "a".repeat(1_000_000),
        " ".repeat(100_000),
        "Par ".repeat(250_000),
        "| ".repeat(100_000),
        "Accueil | ".repeat(800),
        "\u{202e}".repeat(300_000),
        "Publié le 1 ".repeat(600),
        "%s".repeat(4000),
        "« ".repeat(4000),
        format!("Publié le {} par {}", "1 par ".repeat(600), "x".repeat(400)),
    ] {
        assert!(
            to_english(&line).found.is_empty(),
            "{}",
            line.chars().take(20).collect::<String>()
        );
    }
    let padded = format!("{}Accueil{}", " ".repeat(100_000), "\u{200f}".repeat(100_000));
    assert_eq!(to_english(&padded).only().unwrap().message, "home");
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}

#[test]
fn our_own_messages_are_there_in_both_languages() {
    for (lang, text) in [
        ("en", include_str!("../../locales/en/chrome.ftl")),
        ("fr", include_str!("../../locales/fr/chrome.ftl")),
    ] {
        let read = read::read(text, None, 0);
        assert!(read.faults.is_empty(), "{lang}");
        for spec in messages().into_iter().flatten() {
            let (_, _, said) =
                read.messages.iter().find(|(id, _, _)| id == spec.id).expect(spec.id);
            let mut args = spec.args.to_vec();
            args.sort_unstable();
            assert_eq!(said.variables(), args, "{lang} {}", spec.id);
        }
    }
}

/// What a visitor's line should become, with its variables filled as pages fill them.
const FILLED: &[(&str, &str)] = &[
    ("3 réponses à « Le vieux port »", "3 replies to “Le vieux port”"),
    ("Publié le 4 mai 2020 par Awa Traoré", "Posted on 4 mai 2020 by Awa Traoré"),
    ("Publié par Awa Traoré le 4 mai 2020", "Posted by Awa Traoré on 4 mai 2020"),
    ("Publié dans Pêche, Marchés", "Posted in Pêche, Marchés"),
    ("Étiqueté criée, filets", "Tagged criée, filets"),
    ("Article précédent : Une nuit au large", "Previous post: Une nuit au large"),
    ("Article suivant : Le retour des filets", "Next post: Le retour des filets"),
    ("Répondre à Awa", "Leave a reply to Awa"),
    ("Awa Traoré dit :", "Awa Traoré says:"),
    ("Résultats de recherche pour : marée haute", "Search results for: marée haute"),
    ("12 commentaires", "12 comments"),
    ("1 commentaire sur « Le vieux port »", "1 comment on “Le vieux port”"),
    ("Un commentaire sur « Le vieux port »", "One comment on “Le vieux port”"),
    ("1 204 abonnés", "1,204 followers"),
    ("Rejoignez 58 autres abonnés", "Join 58 other followers"),
    ("Page 2 sur 14", "Page 2 of 14"),
    ("Fièrement propulsé par WordPress", "Proudly powered by WordPress"),
    ("Archives mensuelles : mai 2020", "Monthly Archives: mai 2020"),
    ("Archives de catégorie : Pêche", "Category Archives: Pêche"),
    ("Partager sur Mastodon", "Share on Mastodon"),
    ("Suivez-nous sur Instagram", "Follow us on Instagram"),
    ("il y a 3 heures", "3 hours ago"),
    ("Temps de lecture : 4 minutes", "Reading time: 4 minutes"),
    ("5 min de lecture", "5 min read"),
    ("Mis à jour le 6 mai 2020 à 10h15", "Updated on 6 mai 2020 at 10h15"),
    ("Crédit photo : Awa Traoré / Le Port", "Photo credit: Awa Traoré / Le Port"),
    ("Source : Le Port", "Source: Le Port"),
    ("Traduit par Jean Petit", "Translated by Jean Petit"),
    ("© 2020 Le Port. Tous droits réservés.", "© 2020 Le Port. All rights reserved."),
    (
        "Vous commentez à l’aide de votre compte Google. ( Déconnexion / Changer )",
        "You are commenting using your Google account. ( Log Out / Change )",
    ),
    ("Connexion à Bluesky…", "Connecting to Bluesky…"),
    (
        "Cliquez pour partager sur Pinterest (ouvre dans une nouvelle fenêtre)",
        "Click to share on Pinterest (Opens in new window)",
    ),
    ("7 blogueurs aiment cette page :", "7 bloggers like this:"),
    ("Connecté en tant que Awa. Se déconnecter ?", "Logged in as Awa. Log out?"),
    ("Thème : Quai par Jean Petit.", "Theme: Quai by Jean Petit."),
    ("Continuer la lecture de « Le vieux port »", "Continue reading “Le vieux port”"),
    ("Libellés : criée, filets", "Labels: criée, filets"),
    ("Protégé : Le carnet de bord", "Protected: Le carnet de bord"),
    ("S’abonner à Le Port", "Subscribe to Le Port"),
    ("Aucun résultat pour « marée »", "No results for “marée”"),
];

#[test]
fn filled_lines_are_right_in_eight_of_ten_and_wrong_in_one_of_twenty_at_most() {
    let key = |text: &str| normal::Normal::of(text).unwrap().key();
    let (mut right, mut wrong) = (0, Vec::new());
    for (french, english) in FILLED {
        for (pairing, wanted) in [(to_english(french), english), (to_french(english), french)] {
            match pairing.only() {
                Some(only) if key(&only.text) == key(wanted) => right += 1,
                Some(only) => wrong.push(format!("{wanted}: {}", only.text)),
                None => {}
            }
        }
    }
    println!("{right} right, {} other, of {}", wrong.len(), 2 * FILLED.len());
    assert!(right * 10 >= 2 * FILLED.len() * 8, "{right} right; {wrong:#?}");
    assert!(wrong.len() * 20 <= 2 * FILLED.len(), "{wrong:#?}");
}

/// Ordinary sentences and names: none of them is chrome.
const SENTENCES: &str = include_str!("data/sentences.txt");

#[test]
fn ordinary_sentences_and_names_stay_open() {
    let lines: Vec<&str> = SENTENCES.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= 110, "{}", lines.len());
    for line in lines {
        assert_eq!(to_english(line).found, [], "{line}");
        assert_eq!(to_french(line).found, [], "{line}");
    }
}
