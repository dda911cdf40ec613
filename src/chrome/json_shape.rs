//! Which of the many conventions a JSON catalogue follows, told from its shape.
//!
//! JSON says nothing of what it holds. What tells a convention is what its programs insist on: extensions of browsers
//! have a `message` in each entry, Flutter's ARB files have `@@locale` and `@key`, Rails and its like put everything
//! under the language's tag, vue-i18n parts plural forms by `|`. Everything else is keys and texts, nested or flat.
//! The table of conventions is in `docs/formats.md`.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::json_tree::{Node, Tree, Value};
use crate::lang;

/// The whole file's value.
const TOP: usize = 0;

/// What a file was told to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// The objects whose members are messages, with the language where the file says it.
    pub(super) roots: Vec<(usize, Option<LanguageIdentifier>)>,
    /// Is it an extension's `messages.json`, whose texts stand under `message`?
    pub(super) extension: bool,
    /// Is it an ARB file, whose messages are described under `@key`?
    pub(super) arb: bool,
}

impl Shape {
    /// Tells a file's shape; `lang` is the language that its name says.
    pub(super) fn of(tree: &Tree, lang: Option<&LanguageIdentifier>) -> Self {
        let members: Vec<&Node> = tree.below(TOP).map(|(_, node)| node).collect();
        let own = members.iter().filter(|node| !node.key.starts_with(['@', '$']));
        let extension = own.clone().count() > 0
            && tree.below(TOP).filter(|(_, node)| !node.key.starts_with(['@', '$'])).all(
                |(number, _)| {
                    tree.child(number, "message")
                        .is_some_and(|(_, node)| matches!(node.value, Value::Text(_)))
                },
            );
        let locale = tree.child(TOP, "@@locale").and_then(|(number, _)| tree.text(number));
        let keys: BTreeSet<&str> = members.iter().map(|node| node.key.as_str()).collect();
        let arb = locale.is_some() || members.iter().any(|node| described(node, &keys));
        let said = locale.and_then(lang::parse_locale);
        let tagged = tagged(tree, lang).unwrap_or_default();
        let roots = if tagged.is_empty() { vec![(TOP, said)] } else { tagged };
        Self { roots, extension, arb }
    }
}

/// Is a member the description of another? `@@key` is about the file.
fn described(node: &Node, keys: &BTreeSet<&str>) -> bool {
    let of = node.key.strip_prefix('@').filter(|of| !of.is_empty() && !of.starts_with('@'));
    node.value == Value::Object && of.is_some_and(|of| keys.contains(of))
}

/// The objects under tags of languages, where there is nothing else beside them.
///
/// Where there is one only, it must be the file's language, or any where the file's name says none: `id` and `no` are
/// words too.
fn tagged(
    tree: &Tree,
    lang: Option<&LanguageIdentifier>,
) -> Option<Vec<(usize, Option<LanguageIdentifier>)>> {
    let mut out = Vec::new();
    for (number, node) in tree.below(TOP) {
        let short = (2..=7).contains(&node.key.len()) && node.key.is_ascii();
        let tag = lang::parse_locale(&node.key).filter(|_| short && node.value == Value::Object)?;
        out.push((number, Some(tag)));
    }
    let fits = |tag: &Option<LanguageIdentifier>| {
        tag.as_ref().zip(lang).is_none_or(|(tag, lang)| lang::same(tag, lang))
    };
    let sound = match out.as_slice() {
        [] => false,
        [(_, only)] => fits(only),
        several => several.iter().any(|(_, tag)| fits(tag)),
    };
    sound.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str, lang: &str) -> Shape {
        Shape::of(&Tree::read(text), lang::parse(lang).as_ref())
    }

    fn langs(text: &str, lang: &str) -> Vec<String> {
        let roots = shape(text, lang).roots;
        roots.iter().map(|(_, tag)| tag.as_ref().map_or("-".into(), ToString::to_string)).collect()
    }

    #[test]
    fn conventions_are_told_by_their_shape() {
        assert!(shape(r#"{"a": {"message": "x", "description": "y"}}"#, "fr").extension);
        assert!(!shape(r#"{"a": {"message": "x"}, "b": "y"}"#, "fr").extension);
        assert!(shape(r#"{"@@locale": "fr", "a": "x"}"#, "").arb);
        assert!(shape(r#"{"a": "x", "@a": {}}"#, "fr").arb);
        assert!(!shape(r#"{"a": "x", "@b": {}}"#, "fr").arb);
        assert_eq!(shape("{}", "fr"), Shape { roots: vec![(0, None)], ..Shape::default() });
        assert_eq!(shape("", "fr").roots, [(0, None)]);
    }

    #[test]
    fn tags_of_languages_are_roots_where_nothing_else_stands_beside_them() {
        assert_eq!(langs(r#"{"fr": {"a": "x"}}"#, "fr"), ["fr"]);
        assert_eq!(langs(r#"{"fr_CA": {"a": "x"}}"#, "fr"), ["fr-CA"]);
        assert_eq!(langs(r#"{"en": {"a": "x"}, "fr": {"a": "y"}}"#, ""), ["en", "fr"]);
        assert_eq!(langs(r#"{"id": {"a": "x"}}"#, "fr"), ["-"]);
        assert_eq!(langs(r#"{"en": {"a": "x"}, "menu": {"a": "y"}}"#, ""), ["-"]);
        assert_eq!(langs(r#"{"en": "English", "fr": "French"}"#, "en"), ["-"]);
        assert_eq!(langs(r#"{"@@locale": "fr_CA", "a": "x"}"#, "fr"), ["fr-CA"]);
    }
}
