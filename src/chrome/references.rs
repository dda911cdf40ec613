//! Texts that take in other texts of their file: `$t(key)` of i18next, `@:key` of vue-i18n, and the `$name$` of
//! extensions of browsers.
//!
//! A reader of a page sees the text that is referred to, so it is put in place. A key that the file does not have may
//! stand in another file: the reference is then left as it is and cut out as a placeholder is not. Depth and bytes are
//! bounded, for texts may refer to each other in a ring.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Deepest references inside one another.
const DEPTH: usize = 4;
/// Longest text that comes of it, in bytes.
const BYTES: usize = 20_000;
/// Longest reference, in bytes.
const REFERENCE: usize = 200;

/// A text with its references followed; `linked` says whether `@:` is one.
pub(super) fn resolve<'t, 'k>(
    text: &'t str,
    linked: bool,
    known: &impl Fn(&str) -> Option<&'k str>,
) -> Cow<'t, str> {
    let mut out = Cow::Borrowed(text);
    for _ in 0..DEPTH {
        match once(&out, linked, known) {
            Some(next) if next.len() <= BYTES => out = Cow::Owned(next),
            _ => break,
        }
    }
    if linked { literals(out) } else { out }
}

/// The text with every reference that is known put in place; `None` where there is none.
fn once<'k>(text: &str, linked: bool, known: &impl Fn(&str) -> Option<&'k str>) -> Option<String> {
    let mut out = String::new();
    let (mut from, mut search, mut found) = (0, 0, false);
    while let Some(step) = text.get(search..).and_then(|rest| rest.find(['$', '@'])) {
        let at = search + step;
        let rest = text.get(at..).unwrap_or_default();
        let hit = if rest.starts_with('$') { nested(rest) } else { link(rest).filter(|_| linked) };
        let Some((length, text_of)) = hit.and_then(|(length, key)| Some((length, known(key)?)))
        else {
            search = at + 1;
            continue;
        };
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push_str(text_of);
        if out.len() > BYTES {
            return None;
        }
        found = true;
        search = at + length;
        from = search;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    found.then_some(out)
}

/// `$t(key)` or `$t(key, {"count": 2})`, with a name space before the key or none.
fn nested(rest: &str) -> Option<(usize, &str)> {
    let inner = rest.strip_prefix("$t(")?;
    let end = inner.bytes().take(200).position(|byte| byte == b')')?;
    let key = inner.get(..end)?.split(',').next()?.trim();
    Some((end + 4, key))
}

/// `@:key`, `@:(key)`, `@:{'key'}`, `@.lower:key`.
fn link(rest: &str) -> Option<(usize, &str)> {
    let (modifier, behind) = clip(rest).strip_prefix('@')?.split_once(':')?;
    let plain =
        modifier.strip_prefix('.').is_some_and(|own| own.chars().all(char::is_alphanumeric));
    if !(modifier.is_empty() || plain && modifier.len() < 20) {
        return None;
    }
    let before = modifier.len() + 2;
    for (open, close) in [("(", ")"), ("{'", "'}")] {
        if let Some(inner) = behind.strip_prefix(open) {
            let end = inner.find(close)?;
            return Some((before + open.len() + end + close.len(), inner.get(..end)?));
        }
    }
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    let end = behind.find(|c| !is_key(c)).unwrap_or(behind.len());
    let key = behind.get(..end)?.trim_end_matches(['.', '-']);
    (!key.is_empty()).then_some((before + key.len(), key))
}

/// No more than a reference may be long, so that the search for its end stays short.
fn clip(text: &str) -> &str {
    let mut end = REFERENCE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// vue-i18n's signs in quotation marks: `{'@'}` is an at sign.
fn literals(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("{'") {
        return text;
    }
    let mut out = String::new();
    let mut rest = text.as_ref();
    while let Some((before, behind)) = rest.split_once("{'") {
        out.push_str(before);
        if let Some((inner, _)) = clip(behind).split_once("'}") {
            out.push_str(inner);
            rest = behind.get(inner.len() + 2..).unwrap_or_default();
        } else {
            out.push_str("{'");
            rest = behind;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// An extension's text with its placeholders in braces: `$NAME$` is what its entry says, `$1` an argument, `$$` a dollar.
pub(super) fn dollars(text: &str, contents: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('$') {
        out.push_str(before);
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@');
        let end = behind.find(|c| !is_name(c)).unwrap_or(behind.len());
        let name = behind.get(..end).unwrap_or_default();
        let after = behind.get(end..).unwrap_or_default();
        let content = contents.get(&name.to_lowercase());
        if let (Some(content), Some(after)) = (content, after.strip_prefix('$')) {
            out.push_str(&argument(content));
            rest = after;
        } else if behind.starts_with(|c: char| ('1'..='9').contains(&c)) {
            let (number, after) = behind.split_at(1);
            // Writing to a string cannot fail.
            let _ = write!(out, "{{{number}}}");
            rest = after;
        } else {
            out.push('$');
            rest = behind.strip_prefix('$').unwrap_or(behind);
        }
    }
    out.push_str(rest);
    out
}

/// What an entry says: `$1` in braces, other letters as they are.
fn argument(content: &str) -> String {
    match content.strip_prefix('$') {
        Some(number) if number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{{{number}}}")
        }
        _ => content.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(key: &str) -> Option<&'static str> {
        match key {
            "brand" => Some("Quai"),
            "about" | "menu.about" => Some("About $t(brand)"),
            "ring" => Some("$t(ring) and $t(ring)"),
            _ => None,
        }
    }

    #[test]
    fn references_are_followed_in_their_file() {
        for (text, linked, wanted) in [
            ("$t(about)!", false, "About Quai!"),
            ("$t(brand, {\"count\": 2})", false, "Quai"),
            ("$t(other:key) $t(", false, "$t(other:key) $t("),
            ("@:brand.", true, "Quai."),
            ("@:(menu.about), @.lower:brand, @:{'brand'}", true, "About Quai, Quai, Quai"),
            ("me@:brand", false, "me@:brand"),
            ("a{'@'}b.org", true, "a@b.org"),
            ("@ @: {'", true, "@ @: {'"),
        ] {
            assert_eq!(resolve(text, linked, &known), wanted, "{text}");
        }
        assert!(resolve("$t(ring)", false, &known).len() <= BYTES);
    }

    #[test]
    fn hostile_texts_are_answered_in_linear_time() {
        let begin = std::time::Instant::now();
        for text in ["@", "@:", "@:(", "@:{'", "{'", "$t(", "$", "$t(a", "@.a:", "é@é"] {
            resolve(&text.repeat(50_000), true, &known);
            dollars(&text.repeat(50_000), &BTreeMap::new());
        }
        assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    }

    #[test]
    fn placeholders_of_extensions_are_what_their_entries_say() {
        let contents =
            [("count", "$1"), ("brand", "Quai")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        assert_eq!(dollars("$COUNT$ of $2, $brand$", &contents), "{1} of {2}, Quai");
        assert_eq!(dollars("$$5, $nobody$ $", &contents), "$5, $nobody$ $");
    }
}
