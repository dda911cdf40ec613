//! `init`: a first project file and glossary for a folder, made from what lies there.

use std::path::{Path, PathBuf};

use super::language::language_of_name;
use super::project::FILE;
use super::session::{Session, Stop, show};
use crate::l10n::Localizer;

crate::messages! { MESSAGES;
    exists = "init-exists" (path);
}

/// The name of the first glossary.
const GLOSSARY: &str = "glossary.toml";

/// Writes a first project and glossary; answers the files written. Nothing that exists is overwritten.
///
/// # Errors
///
/// Where one of the files exists or cannot be written.
pub fn init(
    session: &mut Session<'_>,
    folder: &Path,
    l10n: &Localizer,
) -> Result<Vec<PathBuf>, Stop> {
    let (project, glossary) = (folder.join(FILE), folder.join(GLOSSARY));
    for path in [&project, &glossary] {
        if session.files.is_file(path) {
            return Err(session.stop(exists(show(path))));
        }
    }
    let page = first_page(session, folder);
    session.write(&project, project_text(l10n, page.as_ref()).as_bytes())?;
    session.write(&glossary, glossary_text(l10n).as_bytes())?;
    Ok(vec![project, glossary])
}

/// A page of the folder and, where one lies beside it, its translation.
fn first_page(session: &Session<'_>, folder: &Path) -> Option<(String, Option<String>)> {
    let entries = session.files.list(folder).ok()?;
    let names: Vec<String> = entries
        .iter()
        .filter(|entry| !entry.folder)
        .filter_map(|entry| Some(entry.path.file_name()?.to_str()?.to_owned()))
        .filter(|name| [".txt", ".md", ".html", ".htm"].iter().any(|ending| name.ends_with(ending)))
        .filter(|name| !name.to_uppercase().starts_with("README"))
        .collect();
    let has_language = |name: &&String| language_of_name(Path::new(name)).is_some();
    let page = names.iter().find(|name| !has_language(name)).or(names.first())?;
    let stem = page.split('.').next().unwrap_or_default();
    let translation = names
        .iter()
        .filter(has_language)
        .find(|name| name.split('.').next() == Some(stem) && *name != page);
    Some((page.clone(), translation.cloned()))
}

fn project_text(l10n: &Localizer, page: Option<&(String, Option<String>)>) -> String {
    let say = |id: &str| comment(l10n, id);
    let (source, translation) = match page {
        Some((source, Some(translation))) => {
            (source.as_str(), format!("translation = {translation:?}\n"))
        }
        Some((source, None)) => {
            (source.as_str(), format!("# translation = {:?}\n", "article.fr.md"))
        }
        None => ("article.txt", format!("# translation = {:?}\n", "article.fr.md")),
    };
    format!(
        "{}source = \"en\"\n{}target = \"fr\"\nglossaries = [\"{GLOSSARY}\"]\n\n[[page]]\nsource = {source:?}\n{}{translation}\n\
         [output]\ndir = \"out\"\nformats = [\"html\", \"md\", \"tmx\", \"xliff\", \"tsv\", \"diff\", \"sarif\", \"jsonl\"]\n",
        say("init-project-source"),
        say("init-project-target"),
        say("init-project-translation"),
    )
}

fn glossary_text(l10n: &Localizer) -> String {
    format!(
        "{}[glossary]\nname = \"\"\nlanguages = [\"en\", \"fr\"]\n\n{}[concept.united-nations]\nkind = \"organization\"\n\
         en = {{ term = \"United Nations\", acronym = \"UN\", define = \"never\" }}\n\
         fr = {{ term = \"Nations unies\", acronym = \"ONU\", define = \"never\" }}\n",
        comment(l10n, "init-glossary-head"),
        comment(l10n, "init-glossary-concept"),
    )
}

/// A message as a comment of TOML, a line each.
fn comment(l10n: &Localizer, id: &str) -> String {
    let text = l10n.get(id).unwrap_or_default();
    text.lines().flat_map(|line| ["# ", line, "\n"]).collect()
}
