//! `chrome add`: new messages for the lines of a page that no catalogue knows, written behind what is there.
//!
//! What stands in the files already is not touched: the new messages are put behind it, so that a second run,
//! which finds them there, adds nothing.

use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::load::load;
use super::pair::{ChromeRequest, paired};
use crate::app::bench::{CheckRequest, bench};
use crate::app::bitext::is_name;
use crate::app::session::{Session, Stop, show};
use crate::chrome::Addition;
use crate::config::Given;
use crate::lang;
use crate::text::Encoding;

crate::messages! { MESSAGES;
    cannot_append = "chrome-add-encoding" (path);
}

/// What is to be added to.
#[derive(Debug, Clone, Default)]
pub struct AddRequest {
    /// The page.
    pub chrome: ChromeRequest,
    /// The folder that holds a folder for each language.
    pub folder: PathBuf,
    /// The name of the files, without `.ftl`.
    pub name: String,
}

/// What was added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Added {
    /// The messages.
    pub messages: Vec<Addition>,
    /// The files written.
    pub files: Vec<PathBuf>,
}

/// Adds messages for the unpaired lines of a page to the Fluent files of both languages.
///
/// # Errors
///
/// Where a file or the project cannot be used, or a file cannot be written.
pub fn add_messages(session: &mut Session<'_>, request: &AddRequest) -> Result<Added, Stop> {
    let paths = vec![request.chrome.page.clone()];
    let check = CheckRequest { paths, ..request.chrome.check.clone() };
    let mut bench = bench(session, &check)?;
    let folder = Given { value: show(&request.folder), at: None };
    if session.files.is_folder(&request.folder) {
        bench.project.settings.catalogues.push(folder);
    }
    let (catalogue, faults) = load(session, &bench.project)?;
    session.say_all(faults);
    let page = paired(session, &bench, &catalogue, &request.chrome)?;
    let mut added = Added::default();
    let mut texts: Vec<(LanguageIdentifier, String)> =
        vec![(page.lang.clone(), String::new()), (page.other.clone(), String::new())];
    for own in [&page.lang, &page.other] {
        let open = page.lines.iter().filter(|line| {
            line.lang == *own && line.pairing.found.is_empty() && !is_name(&line.passage.text)
        });
        let lines: Vec<&str> = open.map(|line| line.passage.text.as_str()).collect();
        for addition in catalogue.additions(&lines, own, &request.name) {
            // Lines in the second language may be slugged as one in the first was.
            if added.messages.iter().any(|known| known.id == addition.id) {
                continue;
            }
            for (lang, text) in &mut texts {
                let same = lang::same(lang, own);
                text.push('\n');
                text.push_str(&if same { addition.filled() } else { addition.open() });
            }
            added.messages.push(addition);
        }
    }
    if added.messages.is_empty() {
        return Ok(added);
    }
    // All is made before the first file is written.
    let mut made = Vec::new();
    for (lang, text) in texts {
        let name = format!("{}.ftl", request.name);
        let path = request.folder.join(lang.to_string()).join("chrome").join(name);
        made.push((appended(session, &path, &text)?, path));
    }
    for (bytes, path) in made {
        session.write(&path, &bytes)?;
        added.files.push(path);
    }
    Ok(added)
}

/// A file's bytes with the new messages behind them.
fn appended(session: &mut Session<'_>, path: &Path, text: &str) -> Result<Vec<u8>, Stop> {
    if !session.files.is_file(path) {
        return Ok(text.trim_start().as_bytes().to_vec());
    }
    let id = session.open(path)?;
    let file = session.sources.get(id);
    if !file.is_whole() || !matches!(file.encoding, Encoding::Utf8 | Encoding::Utf8Bom) {
        return Err(session.stop(cannot_append(show(path))));
    }
    let dos = file.text.contains("\r\n");
    let ended = file.text.is_empty() || file.text.ends_with('\n');
    let empty = file.text.trim().is_empty();
    let mut bytes = session.open_bytes(path)?;
    let lead = if ended { "" } else { "\n" };
    let text = if empty { text.trim_start() } else { text };
    let text = format!("{lead}{text}");
    let text = if dos { text.replace('\n', "\r\n") } else { text };
    bytes.extend_from_slice(text.as_bytes());
    Ok(bytes)
}
