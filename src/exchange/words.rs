//! The words with which states, kinds and regions are written into files, and read back.

use crate::bitext::State;
use crate::document::{Kind, Role};

/// The word for a state.
pub(super) fn of_state(state: State) -> &'static str {
    match state {
        State::Translated => "translated",
        State::Untranslated => "untranslated",
        State::Fuzzy => "fuzzy",
        State::Skipped => "skipped",
    }
}

/// The state of a word; also `locked` and `obsolete`, which other tools write.
pub(super) fn state(word: &str) -> Option<State> {
    Some(match word {
        "translated" => State::Translated,
        "untranslated" => State::Untranslated,
        "fuzzy" => State::Fuzzy,
        "skipped" | "locked" | "obsolete" => State::Skipped,
        _ => return None,
    })
}

/// The kind of a word.
pub(super) fn kind(word: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| kind.as_str() == word)
}

/// The region of a word.
pub(super) fn role(word: &str) -> Option<Role> {
    [Role::Body, Role::Chrome].into_iter().find(|role| role.as_str() == word)
}
