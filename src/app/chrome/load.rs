//! Finding and reading a project's catalogues: Fluent, gettext and JSON, by folder and file name.
//!
//! A catalogue is a file or a folder. Of a folder are read `<lang>/chrome/*.ftl`, `<lang>/*.po`, `.mo` and `.json`,
//! `<lang>/LC_MESSAGES/*.po` and `.mo`, and files named after a language (`fr.po`, `fr.json`, `site.fr.json`). An
//! MO file is passed over where the PO file that it was compiled from lies beside it: that one has places.

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
const SHELVES: [&str; 8] =
    ["LC_MESSAGES", "chrome", "locale", "locales", "lang", "i18n", "translations", "messages"];

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
    for given in &project.settings.catalogues {
        let path = project.path_of(given);
        if session.files.is_folder(&path) {
            for file in files_of(session, &path) {
                loading.file(session, &file, &source)?;
            }
        } else {
            loading.file(session, &path, &source)?;
        }
    }
    Ok((loading.catalogue, loading.faults))
}

/// The language of gettext's texts where the file does not say it: English, by gettext's own convention.
fn texts_language(_: &Project) -> LanguageIdentifier {
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
    ) -> Result<(), Stop> {
        let named = language_of(path);
        let name = platform_of(path, named.as_ref());
        let hints = Hints { lang: named.as_ref(), source, name: &name };
        let faults = match ending(path).as_str() {
            "po" => {
                let id = session.open(path)?;
                self.catalogue.extend_po(hints, id, session.sources.get(id))
            }
            "mo" => {
                let bytes = session.open_bytes(path)?;
                // A compiled file has no text that a place could point into.
                let id = session.sources.add(SourceFile::decode(show(path), b""));
                self.catalogue.extend_mo(hints, id, &bytes)
            }
            ending @ ("ftl" | "json") => {
                let Some(lang) = &named else {
                    return Err(session.stop(no_language(show(path))));
                };
                let id = session.open(path)?;
                let file = session.sources.get(id);
                if ending == "ftl" {
                    self.catalogue.extend(lang, &name, id, file)
                } else {
                    self.catalogue.extend_json(lang, &name, id, file)
                }
            }
            _ => return Err(session.stop(unknown_format(show(path)))),
        };
        self.faults.extend(faults);
        Ok(())
    }
}

/// The catalogues below a folder, by name.
fn files_of(session: &Session<'_>, folder: &Path) -> Vec<PathBuf> {
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
    let known = |path: &PathBuf| ["ftl", "po", "mo", "json"].contains(&ending(path).as_str());
    out.retain(known);
    let texts: Vec<PathBuf> = out.iter().filter(|path| ending(path) == "po").cloned().collect();
    out.retain(|path| ending(path) != "mo" || !texts.contains(&path.with_extension("po")));
    out
}

fn ending(path: &Path) -> String {
    path.extension().and_then(|own| own.to_str()).unwrap_or_default().to_ascii_lowercase()
}

/// The language that the last part of a path names: `fr`, `pt_BR`.
fn tag(path: &Path) -> Option<LanguageIdentifier> {
    lang::parse(&path.file_name()?.to_str()?.replace('_', "-"))
}

/// `fr.po`, `site.fr.json`, `messages_fr.json`.
fn language_of_stem(path: &Path) -> Option<LanguageIdentifier> {
    let stem = path.file_stem()?.to_str()?;
    let whole = lang::parse(&stem.replace('_', "-"));
    whole.or_else(|| lang::parse(&stem.rsplit_once('.')?.1.replace('_', "-"))).or_else(|| {
        let (before, after) = stem.rsplit_once(['_', '-'])?;
        (before.len() > 3).then(|| lang::parse(after)).flatten()
    })
}

/// The language of a file, by the folders above it, else by its name.
fn language_of(path: &Path) -> Option<LanguageIdentifier> {
    let shelf = |folder: &&Path| {
        !folder
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| SHELVES.contains(&name))
    };
    let folder = path.ancestors().skip(1).take(3).find(shelf).and_then(tag);
    folder.or_else(|| language_of_stem(path))
}

/// What the strings belong to: the file's name without its ending and language, else the folder's.
fn platform_of(path: &Path, lang: Option<&LanguageIdentifier>) -> String {
    let stem = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let bare = match lang {
        Some(_) if lang::parse(&stem.replace('_', "-")).is_some() => "",
        Some(_) => match stem.rsplit_once(['.', '_', '-']) {
            Some((before, after)) if lang::parse(after).is_some() => before,
            _ => stem,
        },
        None => stem,
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
        ] {
            let found = language_of(Path::new(path));
            assert_eq!(found.as_ref().map(ToString::to_string).as_deref(), Some(lang), "{path}");
            assert_eq!(platform_of(Path::new(path), found.as_ref()), platform, "{path}");
        }
    }
}
