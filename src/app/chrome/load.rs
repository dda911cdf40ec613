//! Finding and reading a project's catalogues: Fluent, gettext and JSON, by folder and file name.
//!
//! A catalogue is a file or a folder. Of a folder are read `<lang>/chrome/*.ftl`, `<lang>/*.po`, `.mo`, `.json` and
//! `.arb`, `<lang>/LC_MESSAGES/*.po` and `.mo`, and files named after a language (`fr.po`, `fr.json`, `app_fr.arb`); where
//! it holds none, the same in its folder `_locales`, `locales`, `locale` or another of that kind. An MO file is passed
//! over where the PO file that it was compiled from lies beside it: that one has places. A template (`.pot`) is read
//! where it is named itself.

use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use crate::app::project::Project;
use crate::app::session::{Session, Stop, show};
use crate::chrome::{Catalogue, Hints};
use crate::diagnostic::Diagnostic;
use crate::lang;
use crate::text::SourceFile;

crate::messages! { MESSAGES;
    no_language = "chrome-file-no-language" (path);
    unknown_format = "chrome-file-format" (path);
}

/// Folders that say what they hold and nothing of a language or a platform.
const SHELVES: [&str; 12] = [
    "LC_MESSAGES",
    "chrome",
    "_locales",
    "locale",
    "locales",
    "lang",
    "langs",
    "languages",
    "i18n",
    "l10n",
    "translations",
    "messages",
];

/// The built-in catalogue with the project's own files; their faults are said as notices.
///
/// # Errors
///
/// Where a catalogue of the project cannot be read.
pub(in crate::app) fn catalogue(
    session: &mut Session<'_>,
    project: &Project,
) -> Result<Catalogue, Stop> {
    let (catalogue, faults) = load(session, project)?;
    session.say_all(faults);
    Ok(catalogue)
}

/// The built-in catalogue with the project's own files, and the faults of these.
pub(super) fn load(
    session: &mut Session<'_>,
    project: &Project,
) -> Result<(Catalogue, Vec<Diagnostic>), Stop> {
    let mut loading = Loading { catalogue: Catalogue::built_in().clone(), faults: Vec::new() };
    let source = texts_language(project);
    let mut files = Vec::new();
    for given in &project.settings.catalogues {
        let path = project.path_of(given);
        if session.files.is_folder(&path) {
            files.extend(files_of(session, &path));
        } else {
            files.push(path);
        }
    }
    let owners = owners(&files);
    for file in &files {
        loading.file(session, file, &source, &owners)?;
    }
    Ok((loading.catalogue, loading.faults))
}

/// The platforms of gettext's files that have a language.
fn owners(files: &[PathBuf]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for path in files.iter().filter(|path| matches!(ending(path).as_str(), "po" | "mo")) {
        let name = platform_of(path, language_of(path).as_ref());
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

/// The language of gettext's texts where the file does not say it: English, by gettext's own convention.
pub(super) fn texts_language(_: &Project) -> LanguageIdentifier {
    lang::parse("en").unwrap_or_default()
}

struct Loading {
    catalogue: Catalogue,
    faults: Vec<Diagnostic>,
}

impl Loading {
    fn file(
        &mut self,
        session: &mut Session<'_>,
        path: &Path,
        source: &LanguageIdentifier,
        owners: &[String],
    ) -> Result<(), Stop> {
        if !session.files.is_file(path) {
            // Whatever its name: that nothing is there comes before what it might have been.
            session.open_bytes(path)?;
        }
        let named = language_of(path);
        let mut name = platform_of(path, named.as_ref());
        let ending = ending(path);
        if let ("pot", [only]) = (ending.as_str(), owners) {
            // A template is rarely called as what is made from it.
            name.clone_from(only);
        }
        let hints = Hints { lang: named.as_ref(), source, name: &name };
        let faults = match ending.as_str() {
            "po" | "pot" => {
                let id = session.open(path)?;
                self.catalogue.extend_po(hints, id, session.sources.get(id))
            }
            "mo" => {
                let bytes = session.open_bytes(path)?;
                // A compiled file has no text that a place could point into.
                let id = session.sources.add(SourceFile::decode(show(path), b""));
                self.catalogue.extend_mo(hints, id, &bytes)
            }
            "json" | "arb" => {
                let id = session.open(path)?;
                self.catalogue.extend_json(hints, id, session.sources.get(id))
            }
            "ftl" => {
                let Some(lang) = &named else {
                    return Err(session.stop(no_language(show(path))));
                };
                let id = session.open(path)?;
                self.catalogue.extend(lang, &name, id, session.sources.get(id))
            }
            _ => return Err(session.stop(unknown_format(show(path)))),
        };
        self.faults.extend(faults);
        Ok(())
    }
}

/// The catalogues below a folder, by name; where it holds none, those of its shelves.
pub(super) fn files_of(session: &Session<'_>, folder: &Path) -> Vec<PathBuf> {
    let own = shelved(session, folder);
    if !own.is_empty() {
        return own;
    }
    let below = session.files.list(folder).unwrap_or_default();
    let shelves = below.iter().filter(|entry| {
        entry.folder
            && entry.path.file_name().is_some_and(|name| SHELVES.iter().any(|own| name == *own))
    });
    shelves.flat_map(|entry| shelved(session, &entry.path)).collect()
}

fn shelved(session: &Session<'_>, folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let list = |folder: &Path| session.files.list(folder).unwrap_or_default();
    for entry in list(folder) {
        if !entry.folder {
            out.extend(language_of_stem(&entry.path).is_some().then_some(entry.path));
            continue;
        }
        if tag(&entry.path).is_none() {
            continue;
        }
        for inner in list(&entry.path) {
            let name = inner.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if !inner.folder {
                // Fluent files of a program lie there too; those of chrome have a folder of their own.
                out.extend((ending(&inner.path) != "ftl").then_some(inner.path));
            } else if name == "chrome" || name == "LC_MESSAGES" {
                out.extend(
                    list(&inner.path).into_iter().filter(|file| !file.folder).map(|file| file.path),
                );
            }
        }
    }
    let known =
        |path: &PathBuf| ["ftl", "po", "mo", "json", "arb"].contains(&ending(path).as_str());
    out.retain(known);
    let texts: Vec<PathBuf> = out.iter().filter(|path| ending(path) == "po").cloned().collect();
    out.retain(|path| ending(path) != "mo" || !texts.contains(&path.with_extension("po")));
    out
}

pub(super) fn ending(path: &Path) -> String {
    path.extension().and_then(|own| own.to_str()).unwrap_or_default().to_ascii_lowercase()
}

/// The language that the last part of a path names: `fr`, `pt_BR`.
fn tag(path: &Path) -> Option<LanguageIdentifier> {
    lang::parse(&path.file_name()?.to_str()?.replace('_', "-"))
}

/// `fr.po`, `site.fr.json`, `messages_fr.json`.
fn language_of_stem(path: &Path) -> Option<LanguageIdentifier> {
    tag_in_stem(path).map(|(lang, _)| lang)
}

/// The language that a file's name ends with, and what stands before it.
pub(super) fn tag_in_stem(path: &Path) -> Option<(LanguageIdentifier, &str)> {
    let stem = path.file_stem()?.to_str()?;
    let parse = |tag: &str| lang::parse(&tag.replace('_', "-"));
    let behind = stem.rsplit_once(['_', '-']);
    // Flutter puts a word before the tag, and `app` is a language too.
    let arb = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("arb"));
    if let Some((before, after)) = behind.filter(|(before, _)| arb && before.len() != 2)
        && let Some(found) = parse(after)
    {
        return Some((found, before));
    }
    if let Some(whole) = parse(stem) {
        return Some((whole, ""));
    }
    if let Some((before, after)) = stem.rsplit_once('.')
        && let Some(found) = parse(after)
    {
        return Some((found, before));
    }
    let (before, after) = behind.filter(|(before, _)| before.len() > 3)?;
    Some((parse(after)?, before))
}

/// The language of a file, by the folders above it, else by its name.
pub(super) fn language_of(path: &Path) -> Option<LanguageIdentifier> {
    let shelf = |folder: &&Path| {
        !folder
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| SHELVES.contains(&name))
    };
    let folder = path.ancestors().skip(1).take(3).find(shelf).and_then(tag);
    let stem = language_of_stem(path);
    // Many a word of three letters is a language too: of a folder `gas` and a file `fr.po`, the file says it.
    let short = |lang: &LanguageIdentifier| lang.language.as_str().len() == 2;
    match (folder, stem) {
        (Some(folder), Some(stem)) if !short(&folder) && short(&stem) => Some(stem),
        (folder, stem) => folder.or(stem),
    }
}

/// What the strings belong to: the file's name without its ending and language, else the folder's.
pub(super) fn platform_of(path: &Path, lang: Option<&LanguageIdentifier>) -> String {
    let stem = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    // `fr/map.json` is about maps: only the language that the file is in is no part of its name.
    let bare = match (lang, tag_in_stem(path)) {
        (Some(lang), Some((own, before))) if own == *lang => before,
        _ => stem,
    };
    if !bare.is_empty() {
        return bare.to_owned();
    }
    let folders = path.ancestors().skip(1).filter_map(|folder| folder.file_name()?.to_str());
    let mut named = folders.filter(|name| !SHELVES.contains(name) && lang::parse(name).is_none());
    named.next().unwrap_or("messages").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_platforms_are_read_from_paths() {
        for (path, lang, platform) in [
            ("locales/fr/chrome/wordpress.ftl", "fr", "wordpress"),
            ("a/locale/fr/LC_MESSAGES/django.po", "fr", "django"),
            ("shop/fr.po", "fr", "shop"),
            ("fr.json", "fr", "messages"),
            ("shop/locales/pt_BR.json", "pt-BR", "shop"),
            ("shop/messages_fr.json", "fr", "messages"),
            ("shop/menu.fr.json", "fr", "menu"),
            ("shop/fr/menu.json", "fr", "menu"),
            ("shop/fr/map.json", "fr", "map"),
            ("gas/fr.po", "fr", "messages"),
            ("net-tools/fr.po", "fr", "messages"),
            ("shop/l10n/app_fr.arb", "fr", "app"),
            ("shop/_locales/pt_BR/messages.json", "pt-BR", "messages"),
        ] {
            let found = language_of(Path::new(path));
            assert_eq!(found.as_ref().map(ToString::to_string).as_deref(), Some(lang), "{path}");
            assert_eq!(platform_of(Path::new(path), found.as_ref()), platform, "{path}");
        }
    }
}
