//! The rules of inflection that a project brings: files of rules, and hunspell dictionaries.

use std::path::{Path, PathBuf};

use super::project::Project;
use super::session::{Session, Stop, read_message, show};
use crate::morphology::{Dictionary, Morphologies, Morphology};

crate::messages! { MESSAGES;
    bad_rules = "morphology-bad-rules" (path, line, detail);
    bad_dictionary = "morphology-bad-dictionary" (path);
}

/// Reads what the settings name for each language: a file that ends in `.toml` holds rules in the form of the built-in
/// ones and replaces them; anything else is the name of a dictionary, without `.aff` or `.dic` or with one of them.
///
/// # Errors
///
/// Where a file cannot be read or understood: with half of the rules, half of the terms would be found.
pub(super) fn load_morphologies(
    session: &mut Session<'_>,
    project: &Project,
) -> Result<Morphologies, Stop> {
    let mut all = Morphologies::default();
    for (lang, given) in &project.settings.morphology {
        let path = project.path_of(given);
        let rules = if path.extension().is_some_and(|extension| extension == "toml") {
            rules(session, &path)?
        } else {
            all.of(lang).with_dictionary(dictionary(session, &path)?)
        };
        all.set(lang, rules);
    }
    Ok(all)
}

fn rules(session: &mut Session<'_>, path: &Path) -> Result<Morphology, Stop> {
    let id = session.open(path)?;
    let file = session.sources.get(id);
    let parsed = Morphology::parse(&file.text).map_err(|error| {
        let start = u32::try_from(error.span().map_or(0, |span| span.start)).unwrap_or(0);
        bad_rules(show(path), file.line_column(start).line, error.message())
    });
    parsed.map_err(|message| session.stop(message))
}

fn dictionary(session: &mut Session<'_>, path: &Path) -> Result<Dictionary, Stop> {
    let (aff, dic) = (with_ending(path, "aff"), with_ending(path, "dic"));
    let (affixes, words) = (bytes(session, &aff)?, bytes(session, &dic)?);
    Dictionary::parse(&affixes, &words).ok_or_else(|| session.stop(bad_dictionary(show(&dic))))
}

fn bytes(session: &mut Session<'_>, path: &Path) -> Result<Vec<u8>, Stop> {
    let read = session.files.read(path, session.limit);
    read.map_err(|error| session.stop(read_message(&show(path), &error)))
}

/// `dicts/fr`, `dicts/fr.aff` and `dicts/fr.dic` as `dicts/fr.ENDING`; a point in the name itself stays.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let named = path.extension().is_some_and(|extension| extension == "aff" || extension == "dic");
    let base = if named { path.with_extension("") } else { path.to_path_buf() };
    let mut name = base.into_os_string();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::app::files::{Entry, Files, ReadError};
    use crate::config;
    use crate::config::Partial;
    use crate::text::{SourceFile, SourceId};

    /// Files in memory.
    struct Shelf(&'static [(&'static str, &'static str)]);

    impl Files for Shelf {
        fn read(&self, path: &Path, _: u64) -> Result<Vec<u8>, ReadError> {
            let found = self.0.iter().find(|(name, _)| Path::new(name) == path);
            let missing = ReadError::Io(io::ErrorKind::NotFound.into());
            found.map(|(_, text)| text.as_bytes().to_vec()).ok_or(missing)
        }

        fn write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
            Err(io::ErrorKind::PermissionDenied.into())
        }

        fn list(&self, _: &Path) -> io::Result<Vec<Entry>> {
            Ok(Vec::new())
        }

        fn is_file(&self, path: &Path) -> bool {
            self.0.iter().any(|(name, _)| Path::new(name) == path)
        }

        fn is_folder(&self, _: &Path) -> bool {
            false
        }
    }

    fn project(text: &str) -> Project {
        let file = SourceFile::decode("visavis.toml", text.as_bytes());
        let (read, faults) = config::read(SourceId::new(0), &file);
        assert_eq!(faults, []);
        Project { folder: PathBuf::from("p"), settings: read.or(Partial::default()).resolve() }
    }

    fn forms(
        files: &'static [(&'static str, &'static str)],
        toml: &str,
        lang: &str,
        word: &str,
    ) -> Vec<String> {
        let shelf = Shelf(files);
        let mut session = Session::new(&shelf);
        let all = load_morphologies(&mut session, &project(toml)).unwrap();
        all.of(&lang.parse().unwrap()).forms(word, None)
    }

    #[test]
    fn a_dictionary_gives_the_forms_of_its_words_and_rules_those_of_the_others() {
        const FILES: &[(&str, &str)] =
            &[("p/d/fr.aff", "SET UTF-8\nSFX S Y 1\nSFX S 0 z .\n"), ("p/d/fr.dic", "1\ntruc/S\n")];
        for name in ["d/fr", "d/fr.aff", "d/fr.dic"] {
            let toml = format!("[morphology]\nfr = '{name}'\n");
            assert_eq!(forms(FILES, &toml, "fr", "truc"), ["truc", "trucz"]);
            assert!(forms(FILES, &toml, "fr", "journal").contains(&"journaux".to_owned()));
        }
    }

    #[test]
    fn a_language_is_added_by_a_file_of_rules() {
        const FILES: &[(&str, &str)] =
            &[("p/eo.toml", "plural = ['o > oj', 'a > aj']\nsingular = ['j > -']\n")];
        let toml = "[morphology]\neo = 'eo.toml'\n";
        assert_eq!(forms(FILES, toml, "eo", "hundo"), ["hundo", "hundoj"]);
    }

    #[test]
    fn what_cannot_be_read_or_understood_stops_the_run() {
        const FILES: &[(&str, &str)] =
            &[("p/a.toml", "plural = []\nplurals = []\n"), ("p/b.aff", ""), ("p/b.dic", "0\n")];
        for (name, id) in [
            ("a.toml", "morphology-bad-rules"),
            ("b", "morphology-bad-dictionary"),
            ("c", "file-not-found"),
        ] {
            let shelf = Shelf(FILES);
            let mut session = Session::new(&shelf);
            let project = project(&format!("[morphology]\nfr = '{name}'\n"));
            assert!(load_morphologies(&mut session, &project).is_err(), "{name}");
            assert!(format!("{:?}", session.notices).contains(id), "{name}: {:?}", session.notices);
        }
    }
}
