//! Phrases that tell a block's kind, from `data/kinds.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::document::{Kind, Role};
use crate::text::{fold_case, is_word_char};

static KINDS: LazyLock<Kinds> = LazyLock::new(|| Kinds::read(include_str!("data/kinds.toml")));

/// The rules of `data/kinds.toml`, with their phrases by first characters: a text is read once for all of them.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    rules: Vec<(Kind, usize)>,
    longest: usize,
    phrases: HashMap<Key, Vec<Phrase>>,
    endings: Vec<Phrase>,
}

/// The first two characters of a phrase; for look-ups only.
type Key = (char, Option<char>);

#[derive(Debug)]
struct Phrase {
    text: String,
    place: Place,
    rule: usize,
}

/// Where in a block a phrase must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    Anywhere,
    End,
}

#[derive(Debug, Deserialize)]
struct File {
    rule: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Rule {
    kind: String,
    max_words: usize,
    #[serde(default)]
    is: Vec<String>,
    #[serde(default)]
    starts: Vec<String>,
    #[serde(default)]
    ends: Vec<String>,
    #[serde(default)]
    has: Vec<String>,
}

impl Kinds {
    /// The rules that come with the program.
    pub(super) fn built_in() -> &'static Self {
        &KINDS
    }

    /// Reads rules; none where the file is broken (a test keeps ours whole).
    fn read(toml: &str) -> Self {
        let rules: Vec<Rule> = toml::from_str(toml).map(|file: File| file.rule).unwrap_or_default();
        let mut kinds = Self::default();
        for rule in rules {
            if let Some(kind) = Kind::ALL.iter().find(|kind| kind.as_str() == rule.kind) {
                kinds.add(*kind, rule);
            }
        }
        kinds
    }

    fn add(&mut self, kind: Kind, rule: Rule) {
        let number = self.rules.len();
        self.rules.push((kind, rule.max_words));
        self.longest = self.longest.max(rule.max_words);
        for (place, texts) in [
            (Place::Whole, rule.is),
            (Place::Start, rule.starts),
            (Place::Anywhere, rule.has),
            (Place::End, rule.ends),
        ] {
            for text in texts {
                let key = key(&text);
                let phrase = Phrase { text, place, rule: number };
                match key {
                    _ if place == Place::End => self.endings.push(phrase),
                    Some(key) => self.phrases.entry(key).or_default().push(phrase),
                    None => {}
                }
            }
        }
    }

    /// The kind whose phrases the text holds, among the kinds of a region.
    pub(super) fn find(&self, text: &str, role: Role) -> Option<Kind> {
        let words = text.split_whitespace().take(self.longest + 1).count();
        if words > self.longest {
            return None;
        }
        let text = fold(text);
        let allowed = |rule: usize| {
            self.rules.get(rule).is_some_and(|(kind, most)| kind.role() == role && words <= *most)
        };
        let inside = starts(&text).flat_map(|at| self.phrases_at(&text, at));
        let bare = text.trim_end_matches('.');
        let ending = self
            .endings
            .iter()
            .filter(|phrase| bare.ends_with(&phrase.text))
            .map(|phrase| phrase.rule);
        let first = inside.chain(ending).filter(|rule| allowed(*rule)).min()?;
        self.rules.get(first).map(|(kind, _)| *kind)
    }

    /// The rules whose phrases stand at a place of the text.
    fn phrases_at<'k>(&'k self, text: &'k str, at: usize) -> impl Iterator<Item = usize> + 'k {
        let rest = text.get(at..).unwrap_or_default();
        let key = key(rest);
        // Phrases of one character have a key of their own; a text of one character has that key too.
        let single = key.filter(|key| key.1.is_some()).map(|key| (key.0, None));
        let lists = [key, single].into_iter().flatten().filter_map(|key| self.phrases.get(&key));
        let fits = move |phrase: &&Phrase| match phrase.place {
            Place::Whole => at == 0 && rest == phrase.text,
            Place::Start => at == 0 && begins(rest, &phrase.text),
            Place::Anywhere => begins(rest, &phrase.text),
            Place::End => false,
        };
        lists.flatten().filter(fits).map(|phrase| phrase.rule)
    }
}

fn key(text: &str) -> Option<Key> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.next()))
}

/// The places where a phrase may begin: all but spaces and the inside of words.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let word = is_word_char(c);
        let starts = c != ' ' && !(word && inside);
        inside = word;
        starts.then_some(at)
    })
}

/// Lower case, plain apostrophes, single ordinary spaces.
fn fold(text: &str) -> String {
    let folded = if text.is_ascii() { text.to_ascii_lowercase() } else { fold_case(text) };
    let mut out = String::with_capacity(folded.len());
    for token in folded.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(token);
    }
    out
}

/// Does the text begin with the phrase, and not with a longer word?
fn begins(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| !joins(phrase, rest))
}

/// Would the phrase's last word run on into what follows?
fn joins(phrase: &str, rest: &str) -> bool {
    phrase.chars().next_back().is_some_and(is_word_char)
        && rest.chars().next().is_some_and(is_word_char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_the_file_names_a_kind_and_is_folded() {
        let file: File = toml::from_str(include_str!("data/kinds.toml")).unwrap();
        assert_eq!(file.rule.len(), KINDS.rules.len());
        for rule in file.rule {
            for phrase in rule.is.iter().chain(&rule.starts).chain(&rule.ends).chain(&rule.has) {
                assert_eq!(fold(phrase), phrase.trim_end(), "{}", rule.kind);
            }
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        let kinds = Kinds::built_in();
        assert_eq!(kinds.find("Par Jeanne Morel", Role::Chrome), Some(Kind::Byline));
        assert_eq!(kinds.find("Paris", Role::Chrome), None);
        assert_eq!(kinds.find("PARTAGEZ CET ARTICLE", Role::Chrome), Some(Kind::Share));
        assert_eq!(kinds.find("© Le Bac", Role::Chrome), Some(Kind::Footer));
        assert_eq!(kinds.find("Le Bac ©", Role::Chrome), Some(Kind::Footer));
        assert_eq!(kinds.find("X", Role::Chrome), Some(Kind::Share));
        assert_eq!(kinds.find("Xylophone", Role::Chrome), None);
        assert_eq!(kinds.find("%d abonnés", Role::Chrome), Some(Kind::Notice));
        assert_eq!(kinds.find("Le port, hier soir. (AFP)", Role::Body), Some(Kind::Caption));
    }
}
