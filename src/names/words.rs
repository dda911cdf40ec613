//! Small words in and around names, from `data/words.toml`, and endings of inflected names, from `data/endings.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What a word does in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    /// It is the name, or a part of it that another name may leave out only at the front.
    Core,
    /// An article or another small word that is not compared: al-, van, de.
    Small,
    /// A title: not compared.
    Title,
    /// What a place is (lake, oblast), by the number of its group; compared only with others of its kind.
    Generic(u8),
    /// A word that tells one place from another (North, New, Saint): never left out.
    Telling,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SmallWords {
    articles: Vec<String>,
    assimilated: Vec<String>,
    determiners: Vec<String>,
    particles: Vec<String>,
    titles: Vec<String>,
    telling: Vec<String>,
    generics: Vec<Vec<String>>,
}

impl SmallWords {
    pub(super) fn new() -> Self {
        let mut words: Self = toml::from_str(include_str!("data/words.toml")).unwrap_or_default();
        for list in [
            &mut words.articles,
            &mut words.assimilated,
            &mut words.determiners,
            &mut words.particles,
            &mut words.titles,
            &mut words.telling,
        ] {
            list.sort_unstable();
        }
        words
    }

    /// Is the word the Arabic article before another? A form that takes over a consonant is one only before it.
    pub(super) fn is_article(&self, word: &[char], next: &[char]) -> bool {
        if word.len() > 4 || next.len() < 3 {
            return false;
        }
        let text: String = word.iter().collect();
        if has(&self.articles, &text) {
            return true;
        }
        let sound = word.get(1..).unwrap_or_default();
        let taken = next.starts_with(sound)
            || (sound == ['š'] || sound == ['s', 'h']) && next.first() == Some(&'š');
        has(&self.assimilated, &text) && taken
    }

    pub(super) fn is_determiner(&self, word: &[char]) -> bool {
        word.len() <= 3 && has(&self.determiners, &word.iter().collect::<String>())
    }

    /// What a word does, `first` being whether it opens the name and `last` whether it closes it.
    pub(super) fn role(&self, word: &[char], first: bool, last: bool) -> Role {
        if word.len() > 16 {
            return Role::Core;
        }
        let text: String = word.iter().collect();
        if first && (has(&self.determiners, &text) || has(&self.titles, &text)) {
            return if has(&self.titles, &text) { Role::Title } else { Role::Small };
        }
        // A particle may close an inverted name (Leeuwen, van); an article never does.
        if has(&self.particles, &text) && !(last && has(&self.articles, &text)) {
            return Role::Small;
        }
        if has(&self.telling, &text) {
            return Role::Telling;
        }
        let group = self.generics.iter().position(|group| group.contains(&text));
        group.and_then(|group| u8::try_from(group).ok()).map_or(Role::Core, Role::Generic)
    }
}

fn has(list: &[String], word: &str) -> bool {
    list.binary_search_by(|own| own.as_str().cmp(word)).is_ok()
}

/// Endings by language, longest first.
pub(super) fn endings() -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> =
        toml::from_str(include_str!("data/endings.toml")).unwrap_or_default();
    for endings in all.values_mut() {
        endings.sort_by_key(|ending| std::cmp::Reverse(ending.chars().count()));
        endings.dedup();
    }
    all
}
