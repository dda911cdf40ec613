//! Which files of a catalogue new messages go to: one that was named with its fellows in other languages, or those of
//! a folder.
//!
//! A folder without catalogues, or with Fluent files, gets Fluent files `LANG/chrome/NAME.ftl`. Otherwise the files
//! that are there are added to, whatever their format; where they belong to several programs, the name decides. A
//! file for a language that has none yet is called as its fellow is, with the language changed.

use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::load::{ending, files_of, language_of, platform_of, tag_in_stem};
use crate::app::session::{Session, Stop, show};
use crate::chrome::FileKind;
use crate::lang;

crate::messages! { MESSAGES;
    several = "chrome-add-several" (path, names);
    no_host = "chrome-add-format" (path);
}

/// The files of one catalogue.
#[derive(Debug)]
pub(super) struct Hosts {
    /// What their messages belong to.
    pub(super) name: String,
    /// How they are written.
    pub(super) kind: FileKind,
    /// Are they Flutter's?
    pub(super) is_arb: bool,
    /// Those that are there.
    family: Vec<PathBuf>,
    /// Where files are made for languages that have none.
    place: Place,
}

/// How a file for a further language is called.
#[derive(Debug)]
enum Place {
    /// `FOLDER/LANG/chrome/NAME.ftl`.
    Shelf(PathBuf),
    /// As this file.
    Beside(PathBuf),
}

/// A file to be added to.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) path: PathBuf,
    pub(super) kind: FileKind,
    /// The language that its name says.
    pub(super) lang: Option<LanguageIdentifier>,
}

/// The files that a path means: a folder, or a file that may be there or not.
pub(super) fn hosts(session: &mut Session<'_>, path: &Path, name: &str) -> Result<Hosts, Stop> {
    if !session.files.is_folder(path) && path.extension().is_some() {
        return of_file(session, path);
    }
    let found: Vec<PathBuf> =
        files_of(session, path).into_iter().filter(|own| kind_of(own).is_some()).collect();
    let fluent: Vec<PathBuf> = found.iter().filter(|own| ending(own) == "ftl").cloned().collect();
    if found.is_empty() || !fluent.is_empty() {
        let place = Place::Shelf(path.to_path_buf());
        let (kind, is_arb) = (FileKind::Fluent, false);
        return Ok(Hosts { name: name.to_owned(), kind, is_arb, family: fluent, place });
    }
    let mut names: Vec<String> = found.iter().map(|own| platform(own)).collect();
    names.sort_unstable();
    names.dedup();
    let chosen = match names.as_slice() {
        [only] => only.clone(),
        several if several.iter().any(|own| own == name) => name.to_owned(),
        _ => return Err(session.stop(several(show(path), names.join(", ")))),
    };
    let first = found.iter().find(|own| platform(own) == chosen).cloned().unwrap_or_default();
    family(session, &first, &found)
}

fn of_file(session: &mut Session<'_>, path: &Path) -> Result<Hosts, Stop> {
    let roots: Vec<PathBuf> = path.ancestors().skip(1).take(4).map(Path::to_path_buf).collect();
    let holding = roots.iter().find_map(|root| {
        let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        let found = files_of(session, root);
        found.iter().any(|own| show(own) == show(path)).then_some(found)
    });
    family(session, path, &holding.unwrap_or_default())
}

/// A file with those of its kind that belong to the same program.
fn family(session: &mut Session<'_>, path: &Path, found: &[PathBuf]) -> Result<Hosts, Stop> {
    let Some(kind) = kind_of(path) else { return Err(session.stop(no_host(show(path)))) };
    let name = platform(path);
    let own = |other: &&PathBuf| ending(other) == ending(path) && platform(other) == name;
    let mut family: Vec<PathBuf> = found.iter().filter(own).cloned().collect();
    if family.iter().all(|own| show(own) != show(path)) && session.files.is_file(path) {
        family.push(path.to_path_buf());
    }
    let is_arb = ending(path) == "arb";
    Ok(Hosts { name, kind, is_arb, family, place: Place::Beside(path.to_path_buf()) })
}

impl Hosts {
    /// The files that are there.
    pub(super) fn files(&self) -> &[PathBuf] {
        &self.family
    }

    /// The files for two languages; of gettext those of translations, for they hold the source language too.
    pub(super) fn targets(
        &self,
        session: &Session<'_>,
        langs: [&LanguageIdentifier; 2],
        source: &LanguageIdentifier,
    ) -> Vec<Target> {
        let mut out: Vec<Target> = langs.iter().filter_map(|lang| self.target(lang)).collect();
        if self.kind == FileKind::Gettext {
            // The texts of a program are written in one language, and a file of that one says them twice.
            out.sort_by_key(|own| own.lang.as_ref().is_some_and(|lang| lang::same(lang, source)));
            let there = |own: &Target| session.files.is_file(&own.path);
            out.sort_by_key(|own| !there(own));
        }
        out
    }

    fn target(&self, lang: &LanguageIdentifier) -> Option<Target> {
        let is_of = |path: &&PathBuf| {
            platform(path) == self.name
                && language_of(path).is_none_or(|own| lang::same(&own, lang))
        };
        let path = match (self.family.iter().find(is_of), &self.place) {
            (Some(found), _) => found.clone(),
            (None, Place::Shelf(folder)) => {
                folder.join(lang.to_string()).join("chrome").join(format!("{}.ftl", self.name))
            }
            (None, Place::Beside(file)) => beside(file, lang)?,
        };
        let named = language_of(&path);
        Some(Target { path, kind: self.kind, lang: named })
    }
}

fn kind_of(path: &Path) -> Option<FileKind> {
    match ending(path).as_str() {
        "ftl" => Some(FileKind::Fluent),
        "po" => Some(FileKind::Gettext),
        "json" | "arb" => Some(FileKind::Json),
        _ => None,
    }
}

fn platform(path: &Path) -> String {
    platform_of(path, language_of(path).as_ref())
}

/// The path of a file with another language in the place of its own: the folder named after it, else the file's name.
fn beside(path: &Path, lang: &LanguageIdentifier) -> Option<PathBuf> {
    let own = language_of(path)?;
    if lang::same(&own, lang) {
        return Some(path.to_path_buf());
    }
    let is_own = |name: &str| lang::parse_locale(name).is_some_and(|found| found == own);
    let new = lang.to_string();
    let mut out = PathBuf::new();
    let (parts, file) = (path.parent()?.components(), path.file_name()?.to_str()?);
    let mut replaced = false;
    for part in parts {
        match part.as_os_str().to_str().filter(|name| !replaced && is_own(name)) {
            Some(_) => {
                out.push(&new);
                replaced = true;
            }
            None => out.push(part),
        }
    }
    if replaced {
        return Some(out.join(file));
    }
    let ((_, before), ending) = (tag_in_stem(path)?, path.extension()?.to_str()?);
    let sign = file.get(before.len()..).and_then(|rest| rest.chars().next());
    let lead = if before.is_empty() { String::new() } else { format!("{before}{}", sign?) };
    Some(out.join(format!("{lead}{new}.{ending}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_for_another_language_is_called_as_its_fellow() {
        let en = lang::parse("en").unwrap();
        for (path, wanted) in [
            ("site/fr.json", "site/en.json"),
            ("site/fr/menu.json", "site/en/menu.json"),
            ("fr_CA.po", "en.po"),
            ("site/app_fr.arb", "site/app_en.arb"),
            ("locale/fr/LC_MESSAGES/site.po", "locale/en/LC_MESSAGES/site.po"),
            ("site/en.json", "site/en.json"),
        ] {
            let found = beside(Path::new(path), &en);
            assert_eq!(found.as_deref(), Some(Path::new(wanted)), "{path}");
        }
    }
}
