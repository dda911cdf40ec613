//! What the words of class and id attributes say of an element (data/html_hints.toml).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::document::{Kind, Role};

/// More words than this in one attribute are generated, and no hint.
const MAX_CLASSES: usize = 64;

/// What an element's names say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hint {
    /// Chrome, or nothing.
    pub(super) role: Option<Role>,
    /// The kind of the blocks inside.
    pub(super) kind: Option<Kind>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    neutral: Vec<String>,
    media: Vec<String>,
    hint: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    words: Vec<String>,
    role: Option<String>,
    kind: Option<String>,
}

#[derive(Debug, Default)]
struct Table {
    /// `None` for a neutral word.
    words: BTreeMap<String, Option<Hint>>,
    /// Words of elements that show a picture or film.
    media: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| load().unwrap_or_default());

fn load() -> Result<Table, toml::de::Error> {
    let file: File = toml::from_str(include_str!("../data/html_hints.toml"))?;
    let mut words = BTreeMap::new();
    for row in file.hint {
        let role = row.role.is_some().then_some(Role::Chrome);
        let kind =
            Kind::ALL.iter().copied().find(|kind| Some(kind.as_str()) == row.kind.as_deref());
        words.extend(row.words.into_iter().map(|word| (word, Some(Hint { role, kind }))));
    }
    words.extend(file.neutral.into_iter().map(|word| (word, None)));
    Ok(Table { words, media: file.media })
}

/// The hint of the first telling name in a class or id attribute.
pub(super) fn hint(names: &str) -> Option<Hint> {
    names.split_ascii_whitespace().take(MAX_CLASSES).find_map(of_name)
}

/// Does any word of a class or id attribute name a picture, a film or what stands below one?
pub(super) fn names_media(names: &str) -> bool {
    names.split_ascii_whitespace().take(MAX_CLASSES).any(|name| {
        parts(name).any(|part| TABLE.media.iter().any(|word| part.eq_ignore_ascii_case(word)))
    })
}

/// Words of a name as they stand in it: cut at signs, numbers and capitals.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_ascii_alphabetic()).flat_map(|part| {
        let bytes = part.as_bytes();
        let is_cut = |at: &usize| {
            bytes.get(at - 1).is_some_and(u8::is_ascii_lowercase)
                && bytes.get(*at).is_some_and(u8::is_ascii_uppercase)
        };
        let mut from = 0;
        let ends = (1..bytes.len()).filter(is_cut).collect::<Vec<_>>().into_iter();
        ends.chain([part.len()])
            .filter_map(move |end| part.get(std::mem::replace(&mut from, end)..end))
    })
}

fn of_name(name: &str) -> Option<Hint> {
    let words = words(name);
    let known = |word: &String| TABLE.words.get(word);
    if words.iter().any(|word| known(word) == Some(&None)) {
        return None;
    }
    let ends = [words.last(), words.first()];
    ends.into_iter().flatten().find_map(|word| known(word).copied().flatten())
}

/// Words of a name: cut at signs and at capitals, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut lower = false;
    for c in name.chars().take(64) {
        let breaks = !c.is_ascii_alphanumeric() || (lower && c.is_ascii_uppercase());
        if breaks && out.last().is_some_and(|word| !word.is_empty()) {
            out.push(String::new());
        }
        if let Some(word) = out.last_mut().filter(|_| c.is_ascii_alphanumeric()) {
            word.push(c.to_ascii_lowercase());
        }
        lower = c.is_ascii_lowercase();
    }
    out.retain(|word| !word.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_is_read_whole() {
        let table = load().unwrap();
        assert!(table.words.len() > 80);
        assert!(
            table.words.values().flatten().all(|hint| hint.role.is_some() || hint.kind.is_some())
        );
        assert_eq!(table.words["nav"].unwrap().kind, Some(Kind::Navigation));
    }

    #[test]
    fn a_picture_is_named_by_any_whole_word() {
        assert!(names_media("c12 story-image__wrap"));
        assert!(names_media("leadPhoto2"));
        assert!(names_media("embeddedMediaCaption"));
        assert!(!names_media("imagination mediator article-body"));
        assert!(!names_media(""));
    }

    #[test]
    fn the_first_and_last_words_of_a_name_tell_but_layouts_tell_nothing() {
        assert_eq!(hint("c12 site-footer").unwrap().kind, Some(Kind::Footer));
        assert_eq!(hint("relatedStories").unwrap().role, Some(Role::Chrome));
        assert_eq!(hint("btn share__buttons").unwrap().kind, Some(Kind::Share));
        assert!(hint("has-sidebar content-sidebar-wrap post-footer").is_none());
        assert!(hint("addition shares1 µ--").is_none());
    }
}
