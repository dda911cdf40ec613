//! The same page in another language: the file that a page names as its other language, or one of the same name.
//!
//! A page may come from anywhere, and what it names is read and written into outputs; so only files inside the
//! project's folder are followed, whatever an address says.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::files::Files;
use super::language::language_of_name;
use crate::document::Document;
use crate::format;
use crate::lang;

/// Finds a page's file in another language below `root`: first by what the page says (`hreflang`), then by its name.
pub(super) fn twin(
    files: &dyn Files,
    root: &Path,
    path: &Path,
    document: &Document,
    wanted: &LanguageIdentifier,
) -> Option<PathBuf> {
    let named = document
        .alternates
        .iter()
        .filter(|(other, _)| lang::same(other, wanted))
        .filter_map(|(_, address)| local(root, path, address));
    let mut candidates = named.chain(by_name(path, wanted));
    candidates.find(|candidate| candidate != path && is_page(candidate) && files.is_file(candidate))
}

/// The file that an address of a page stands for; `None` for one of another site, or outside the folder.
fn local(root: &Path, page: &Path, address: &str) -> Option<PathBuf> {
    let address = address.trim().split(['?', '#']).next().unwrap_or_default();
    if address.is_empty() || address.contains(':') || address.starts_with("//") {
        return None;
    }
    // The current folder is no part of the paths below it.
    let here = root == Path::new(".") || root.as_os_str().is_empty();
    let base = match address.strip_prefix('/') {
        Some(_) if here => Path::new(""),
        Some(_) => root,
        None => page.parent()?,
    };
    let mut out = base.to_path_buf();
    for part in address.split('/').filter(|part| !matches!(*part, "" | ".")) {
        if part == ".." {
            if !out.pop() {
                return None;
            }
        } else if Path::new(part).components().all(|part| matches!(part, Component::Normal(_))) {
            out.push(part);
        } else {
            return None;
        }
    }
    if address.ends_with('/') {
        out.push("index.html");
    }
    let below = |out: &Path| out.components().all(|part| matches!(part, Component::Normal(_)));
    let inside = if here { below(&out) } else { out.starts_with(root) };
    inside.then_some(out)
}

/// The names that a page may have in another language: `index.fr.html`, `index-fr.html` or `fr/index.html` for `index.en.html`,
/// `index-en.html` or `en/index.html`; one without a language in its name is the one that others add theirs to.
fn by_name(path: &Path, wanted: &LanguageIdentifier) -> Vec<PathBuf> {
    let (Some(stem), Some(ending)) = (
        path.file_stem().and_then(|name| name.to_str()),
        path.extension().and_then(|name| name.to_str()),
    ) else {
        return Vec::new();
    };
    let mut endings = vec![ending];
    endings.extend(["html", "md", "txt"].into_iter().filter(|other| *other != ending));
    let tags = [wanted.to_string(), wanted.language.to_string()];
    let mut stems = Vec::new();
    for tag in &tags {
        match split_stem(stem) {
            Some((name, sign)) => stems.push(format!("{name}{sign}{tag}")),
            None => stems.push(format!("{stem}.{tag}")),
        }
    }
    // The page of the main language may carry no tag.
    stems.extend(split_stem(stem).map(|(name, _)| name.to_owned()));
    let beside = stems
        .iter()
        .flat_map(|stem| endings.iter().map(move |ending| format!("{stem}.{ending}")))
        .map(|name| path.with_file_name(name));
    let mut out: Vec<PathBuf> = beside.collect();
    for tag in &tags {
        out.extend(other_folder(path, tag));
    }
    out
}

/// A stem that ends with a language: what stands before it, and the sign between.
fn split_stem(stem: &str) -> Option<(&str, char)> {
    let at = stem.rfind(['.', '-', '_'])?;
    let (name, tag) = (stem.get(..at)?, stem.get(at + 1..)?);
    let sign = stem.get(at..)?.chars().next()?;
    (!name.is_empty() && tag.len() == 2 && lang::parse(tag).is_some()).then_some((name, sign))
}

/// The path with the innermost folder that is named after a language named after another.
fn other_folder(path: &Path, tag: &str) -> Option<PathBuf> {
    let mut parts: Vec<&std::ffi::OsStr> = path.iter().collect();
    let last = parts.len().checked_sub(1)?;
    let is_language = |part: &&std::ffi::OsStr| {
        part.to_str()
            .is_some_and(|name| (2..=5).contains(&name.len()) && lang::parse(name).is_some())
    };
    let at = parts.get(..last)?.iter().rposition(is_language)?;
    *parts.get_mut(at)? = std::ffi::OsStr::new(tag);
    Some(parts.into_iter().collect())
}

/// Is it a page's file by its ending?
pub(super) fn is_page(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    format::registry().iter().any(|format| format.meta().extensions.contains(&ending.as_str()))
}

/// Of files in one folder tree, those that are no other file's translation.
///
/// `first` is the language that is translated from, `second` the one that is translated into; where nobody names the first, a file whose name tells no language goes
/// before one whose name does, and among these the language that comes first in the alphabet. `named` holds what pages say
/// of their other languages: a file, and the language that another page says it is in.
pub(super) fn originals(
    files: &dyn Files,
    all: &[PathBuf],
    (first, second): (Option<&LanguageIdentifier>, Option<&LanguageIdentifier>),
    named: &[(PathBuf, LanguageIdentifier)],
) -> Vec<PathBuf> {
    let rank = |path: &Path| match language_of_name(path) {
        None => (usize::from(first.is_some()), String::new()),
        Some(own) if first.is_some_and(|first| lang::same(first, &own)) => (0, String::new()),
        Some(own) => (1 + usize::from(first.is_some()), own.to_string()),
    };
    let mut languages: Vec<String> =
        all.iter().filter_map(|path| language_of_name(path)).map(|lang| lang.to_string()).collect();
    languages.extend(first.map(ToString::to_string));
    languages.sort();
    languages.dedup();
    let languages: Vec<LanguageIdentifier> =
        languages.iter().filter_map(|tag| lang::parse(tag)).collect();
    let is_second = |lang| match first {
        Some(first) => !lang::same(first, lang),
        None => second.is_some_and(|second| lang::same(second, lang)),
    };
    let translated: BTreeSet<&Path> =
        named.iter().filter(|(_, lang)| is_second(lang)).map(|(path, _)| path.as_path()).collect();
    let is_translation = |path: &PathBuf| {
        translated.contains(path.as_path())
            || languages
                .iter()
                .flat_map(|lang| by_name(path, lang))
                .any(|other| other != *path && rank(&other) < rank(path) && files.is_file(&other))
    };
    all.iter().filter(|path| !is_translation(path)).cloned().collect()
}

/// What a page says of its other languages: the files, below `root`, and their languages.
pub(super) fn alternates(
    root: &Path,
    path: &Path,
    document: &Document,
) -> Vec<(PathBuf, LanguageIdentifier)> {
    let local = |(lang, address): &(LanguageIdentifier, String)| {
        Some((local(root, path, address).filter(|other| other != path)?, lang.clone()))
    };
    document.alternates.iter().filter_map(local).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::document::Outline;
    use crate::text::SourceId;

    fn document(alternates: &[(&str, &str)]) -> Document {
        let alternates = alternates
            .iter()
            .map(|(tag, at)| (lang::parse(tag).unwrap(), (*at).to_owned()))
            .collect();
        Document {
            source: SourceId::new(0),
            lang: None,
            blocks: Vec::new(),
            outline: Outline::default(),
            suppressions: Vec::new(),
            alternates,
        }
    }

    struct Listed(Vec<&'static str>);

    impl Files for Listed {
        fn read(&self, _: &Path, _: u64) -> Result<Vec<u8>, super::super::files::ReadError> {
            Ok(Vec::new())
        }
        fn write(&self, _: &Path, _: &[u8]) -> std::io::Result<()> {
            Ok(())
        }
        fn list(&self, _: &Path) -> std::io::Result<Vec<super::super::files::Entry>> {
            Ok(Vec::new())
        }
        fn is_file(&self, path: &Path) -> bool {
            self.0.iter().any(|known| Path::new(known) == path)
        }
        fn is_folder(&self, _: &Path) -> bool {
            false
        }
    }

    fn found(there: &[&'static str], path: &str, alternates: &[(&str, &str)]) -> Option<String> {
        found_below("site", there, path, alternates)
    }

    fn found_below(
        root: &str,
        there: &[&'static str],
        path: &str,
        alternates: &[(&str, &str)],
    ) -> Option<String> {
        let files = Listed(there.to_vec());
        let fr = lang::parse("fr").unwrap();
        twin(&files, Path::new(root), Path::new(path), &document(alternates), &fr)
            .map(|path| path.to_string_lossy().replace('\\', "/"))
    }

    #[test]
    fn a_page_of_the_current_folder_says_it_too() {
        let there = ["site/b.html", "b.html", "../b.html", "/etc/b.html"];
        for root in [".", ""] {
            let found = |path, address| found_below(root, &there, path, &[("fr", address)]);
            assert_eq!(found("site/a.html", "b.html"), Some("site/b.html".into()));
            assert_eq!(found("site/a.html", "../b.html"), Some("b.html".into()));
            assert_eq!(found("site/a.html", "/site/b.html"), Some("site/b.html".into()));
            assert_eq!(found("site/a.html", "../../b.html"), None);
            assert_eq!(found("../a.html", "b.html"), None);
            assert_eq!(found("/etc/a.html", "b.html"), None);
        }
    }

    #[test]
    fn a_page_says_where_its_other_language_is() {
        let there = ["site/fr/a.html", "site/b.html", "site/fr/index.html"];
        assert_eq!(
            found(&there, "site/x/a.html", &[("fr", "../fr/a.html?x#y")]),
            Some("site/fr/a.html".into())
        );
        assert_eq!(
            found(&there, "site/x/a.html", &[("fr-FR", "/b.html")]),
            Some("site/b.html".into())
        );
        assert_eq!(
            found(&there, "site/x/a.html", &[("fr", "/fr/")]),
            Some("site/fr/index.html".into())
        );
        assert_eq!(found(&there, "site/x/a.html", &[("de", "/b.html")]), None);
    }

    #[test]
    fn nothing_outside_the_folder_and_no_other_site_is_followed() {
        let there = ["etc/passwd.html", "b.html", "/etc/x.html", "site/b.html", "site/c.exe"];
        for address in [
            "../../etc/passwd.html",
            "../b.html",
            "https://example.org/b.html",
            "//example.org/b.html",
            "file:///etc/x.html",
            "../../../../../etc/x.html",
            "c.exe",
            "",
            "#",
            "..",
            "a.html",
        ] {
            assert_eq!(found(&there, "site/a.html", &[("fr", address)]), None, "{address}");
        }
    }

    #[test]
    fn a_name_tells_the_language() {
        for (there, path) in [
            ("site/index.fr.html", "site/index.en.html"),
            ("site/index.fr.html", "site/index.html"),
            ("site/index.html", "site/index.en.html"),
            ("site/index-fr.html", "site/index-en.html"),
            ("site/fr/a/b.md", "site/en/a/b.md"),
            ("site/a.fr.md", "site/a.txt"),
        ] {
            assert_eq!(found(&[there], path, &[]), Some(there.to_owned()), "{path}");
        }
        assert_eq!(found(&["site/la-fr.html"], "site/la.html", &[]), None);
    }

    #[test]
    fn translations_are_told_from_originals() {
        let there =
            ["a.en.html", "a.fr.html", "b.html", "b.fr.html", "c.fr.html", "en/d.md", "fr/d.md"];
        let all: Vec<PathBuf> = there.iter().map(PathBuf::from).collect();
        let named = [(PathBuf::from("b.html"), lang::parse("de").unwrap())];
        let originals_between = |first: Option<&str>, second: Option<&str>| -> Vec<String> {
            let (first, second) = (first.and_then(lang::parse), second.and_then(lang::parse));
            originals(&Listed(there.to_vec()), &all, (first.as_ref(), second.as_ref()), &named)
                .iter()
                .map(|path| path.to_string_lossy().replace('\\', "/"))
                .collect()
        };
        let originals_from = |first| originals_between(first, None);
        assert_eq!(originals_from(None), ["a.en.html", "b.html", "c.fr.html", "en/d.md"]);
        assert_eq!(originals_from(Some("fr")), ["a.fr.html", "b.fr.html", "c.fr.html", "fr/d.md"]);
        // Another page says that b.html is in German: then it is a translation, whatever its name.
        assert_eq!(originals_from(Some("en")), ["a.en.html", "c.fr.html", "en/d.md"]);
        assert_eq!(originals_between(None, Some("de")), ["a.en.html", "c.fr.html", "en/d.md"]);
    }
}
