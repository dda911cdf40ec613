//! Sounds of letters across scripts, from `data/letters.toml`: names keep their consonants in translation.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    classes: BTreeMap<char, String>,
    pairs: BTreeMap<String, char>,
    arabic: Arabic,
}

#[derive(Default, Deserialize)]
struct Arabic {
    prefixes: Vec<String>,
}

#[derive(Default)]
struct Letters {
    classes: HashMap<char, char>,
    pairs: HashMap<(char, char), char>,
    arabic: Arabic,
}

static LETTERS: LazyLock<Letters> =
    LazyLock::new(|| read(include_str!("data/letters.toml")).unwrap_or_default());

/// Consonants that are compared; the end of a longer name is often inflected.
const MOST: usize = 4;
/// Letters that are left when an Arabic article is taken off.
const STEM: usize = 3;

fn read(text: &str) -> Option<Letters> {
    let file: File = toml::from_str(text).ok()?;
    let mut out = Letters { arabic: file.arabic, ..Letters::default() };
    for (class, letters) in file.classes {
        out.classes.extend(letters.chars().map(|letter| (letter, class)));
    }
    for (pair, class) in file.pairs {
        let mut letters = pair.chars();
        if let (Some(first), Some(second)) = (letters.next(), letters.next()) {
            out.pairs.insert((first, second), class);
        }
    }
    Some(out)
}

/// The first consonants of a folded word, as classes of sounds; doubled ones count once.
pub(super) fn consonants(word: &str) -> String {
    let mut out = String::new();
    let mut letters = word.chars().peekable();
    let mut last = None;
    while let Some(letter) = letters.next() {
        let pair = letters.peek().and_then(|next| LETTERS.pairs.get(&(letter, *next)));
        if pair.is_some() {
            letters.next();
        }
        let class = pair.or_else(|| LETTERS.classes.get(&letter)).copied();
        if let Some(class) = class
            && last != Some(class)
        {
            out.push(class);
            if out.len() >= MOST {
                break;
            }
        }
        last = class;
    }
    out
}

/// A folded Arabic word without its article.
pub(super) fn without_article(word: &str) -> &str {
    let is_arabic = word.chars().next().is_some_and(|c| ('\u{0620}'..='\u{064A}').contains(&c));
    if !is_arabic {
        return word;
    }
    let bare =
        LETTERS.arabic.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix.as_str()));
    bare.filter(|rest| rest.chars().count() >= STEM).min_by_key(|rest| rest.len()).unwrap_or(word)
}
