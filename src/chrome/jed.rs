//! gettext's messages in JSON, as Jed reads them and WordPress and Jupyter write them: the original is the key, its
//! translations stand in an array, and the entry under the empty key is the header.
//!
//! Such a file is gettext's in all but its notation, so it becomes the same messages. Source: Jed 1.1, "Gettext
//! Translation File Spec"; WordPress wraps it in `locale_data`.

use super::gettext::{Item, Items};
use super::json_tree::{Tree, Value};

/// Most plural forms of one message.
const FORMS: usize = 8;

/// The messages of a file of this kind; `None` for any other.
pub(super) fn read(text: &str) -> Option<Items> {
    let tree = Tree::read(text);
    let table = table(&tree)?;
    let (header, _) = tree.child(table, "")?;
    let mut out = Items::default();
    let field = |names: &[&str]| {
        let own = names.iter().find_map(|name| tree.child(header, name));
        own.and_then(|(number, _)| tree.text(number)).unwrap_or_default().to_owned()
    };
    let (lang, plural) = (field(&["lang", "language"]), field(&["plural_forms", "plural-forms"]));
    let header = format!("Language: {lang}\nPlural-Forms: {plural}\n");
    out.all.push(Item { started: true, strings: vec![(0, header)], ..Item::default() });
    for (number, node) in tree.below(table) {
        if node.key.is_empty() {
            continue;
        }
        let (context, text) = match node.key.split_once('\u{4}') {
            Some((context, text)) => (Some(context.to_owned()), text),
            None => (None, node.key.as_str()),
        };
        let texts = tree.below(number).filter_map(|(number, _)| tree.text(number));
        let strings: Vec<(usize, String)> =
            texts.take(FORMS).map(str::to_owned).enumerate().collect();
        // The plural of the original is not there; the original stands for it.
        let plural = (strings.len() > 1).then(|| text.to_owned());
        let (text, at) = (text.to_owned(), node.at);
        out.all.push(Item {
            started: true,
            context,
            text,
            plural,
            strings,
            at,
            translation_at: at,
            ..Item::default()
        });
    }
    Some(out)
}

/// The object that holds the messages: the whole file, or the first domain of `locale_data`.
fn table(tree: &Tree) -> Option<usize> {
    let wrapped = tree.child(0, "locale_data").and_then(|(number, _)| tree.below(number).next());
    let table = wrapped.map_or(0, |(number, _)| number);
    let (header, _) = tree.child(table, "")?;
    let arrays =
        tree.below(table).all(|(_, node)| node.key.is_empty() || node.value == Value::Array);
    (arrays && tree.is_object(header)).then_some(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_originals_and_arrays_their_translations() {
        let plain = r#"{"": {"domain": "x", "lang": "fr", "plural_forms": "nplurals=2; plural=n > 1"},
            "Hold": ["Tenir"], "menu\u0004Net": ["Filet"], "%d net": ["%d filet", "%d filets"]}"#;
        let wrapped = format!("{{\"domain\": \"x\", \"locale_data\": {{\"x\": {plain}}}}}");
        for text in [plain, &wrapped] {
            let items = read(text).unwrap();
            let header = items.header();
            assert_eq!(header.language.unwrap().to_string(), "fr");
            assert!(header.plural.is_some());
            let all: Vec<_> = items
                .all
                .iter()
                .skip(1)
                .map(|own| (own.text.as_str(), own.strings.len()))
                .collect();
            assert_eq!(all, [("Hold", 1), ("Net", 1), ("%d net", 2)]);
            assert_eq!(items.all[2].context.as_deref(), Some("menu"));
        }
    }

    #[test]
    fn other_files_are_none() {
        for text in ["", "[]", "{}", r#"{"": "x"}"#, r#"{"": {}, "a": "b"}"#, r#"{"a": ["b"]}"#] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
