//! `chrome add`: new messages for the lines of a page that no catalogue knows, written behind what is there.
//!
//! What stands in the files already is not touched: the new messages are put behind it, so that a second run,
//! which finds them there, adds nothing. All files are made before the first is written. A line that a file's notation
//! would read otherwise is said and left out of every file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::hosts::{Hosts, Target, hosts};
use super::load::{load, texts_language};
use super::pair::{ChromeRequest, PairedPage, paired};
use crate::app::bench::{CheckRequest, bench};
use crate::app::bitext::is_name;
use crate::app::session::{Session, Stop, show};
use crate::chrome::{Addition, Catalogue, FileKind, Host, Naming, New};
use crate::config::Given;
use crate::diagnostic::Severity;
use crate::text::{Encoding, SourceFile, charset_holds, charset_label};

crate::messages! { MESSAGES;
    cannot_append = "chrome-add-encoding" (path);
    lacks_letters = "chrome-add-letters" (path, encoding);
    not_understood = "chrome-add-broken" (path);
    not_quoted = "chrome-add-unquotable" (path, line, sign);
}

/// What is to be added to.
#[derive(Debug, Clone, Default)]
pub struct AddRequest {
    /// The page.
    pub chrome: ChromeRequest,
    /// A catalogue: one of its files, or the folder that holds them.
    pub catalogue: PathBuf,
    /// The name of the files, without language and ending, where the folder has several or none.
    pub name: String,
}

/// What was added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Added {
    /// The messages.
    pub messages: Vec<Addition>,
    /// How many lines were left out, because no file can hold them; the notices say which.
    pub left_out: usize,
    /// The files written.
    pub files: Vec<PathBuf>,
}

/// Adds messages for the unpaired lines of a page to the catalogue's files of both languages.
///
/// # Errors
///
/// Where a file or the project cannot be used, or a file cannot be written.
pub fn add_messages(session: &mut Session<'_>, request: &AddRequest) -> Result<Added, Stop> {
    let paths = vec![request.chrome.page.clone()];
    let check = CheckRequest { paths, ..request.chrome.check.clone() };
    let mut bench = bench(session, &check)?;
    let hosts = hosts(session, &request.catalogue, &request.name)?;
    for path in hosts.files() {
        bench.project.settings.catalogues.push(Given { value: show(path), at: None });
    }
    let (catalogue, faults) = load(session, &bench.project)?;
    session.say_all(faults);
    let page = paired(session, &bench, &catalogue, &request.chrome)?;
    let all = unknown(&catalogue, &page, &hosts);
    if all.is_empty() {
        return Ok(Added::default());
    }
    let source = texts_language(&bench.project);
    let opened = opened(session, &hosts, [&page.lang, &page.other], &source)?;
    let before = all.len();
    let new = fitting(session, &opened, &source, all);
    let mut added = Added {
        messages: new.iter().map(|(own, _)| own.clone()).collect(),
        left_out: before - new.len(),
        files: Vec::new(),
    };
    if new.is_empty() {
        return Ok(added);
    }
    let mut made: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for own in opened {
        let bytes = written(session, &own, &source, &new)?;
        made.extend(bytes.map(|bytes| (own.target.path, bytes)));
    }
    for (path, bytes) in made {
        session.write(&path, &bytes)?;
        added.files.push(path);
    }
    Ok(added)
}

/// Messages for the lines that are none yet, each with the language of its line.
fn unknown(catalogue: &Catalogue, page: &PairedPage, hosts: &Hosts) -> Vec<New> {
    let usual = match hosts.kind {
        FileKind::Json => Naming::Camel,
        FileKind::Fluent | FileKind::Gettext => Naming::Kebab,
    };
    let naming = match hosts.kind {
        FileKind::Json if !hosts.is_arb => Naming::of(catalogue.identifiers(&hosts.name), usual),
        _ => usual,
    };
    let mut out: Vec<New> = Vec::new();
    for own in [&page.lang, &page.other] {
        let open = page.lines.iter().filter(|line| {
            line.lang == *own && line.pairing.found.is_empty() && !is_name(&line.passage.text)
        });
        let lines: Vec<&str> = open.map(|line| line.passage.text.as_str()).collect();
        for addition in catalogue.additions(&lines, own, &hosts.name, naming) {
            // Lines in the second language may be named as one in the first was.
            if out.iter().all(|(known, _)| known.id != addition.id) {
                out.push((addition, own.clone()));
            }
        }
    }
    out
}

/// A file that is added to, as it stands.
struct Open {
    target: Target,
    file: SourceFile,
}

impl Open {
    fn host<'h>(&'h self, source: &'h LanguageIdentifier) -> Host<'h> {
        let Self { target, file } = self;
        Host { kind: target.kind, file, lang: target.lang.as_ref(), source }
    }
}

/// The files for two languages, up to one that holds both.
fn opened(
    session: &mut Session<'_>,
    hosts: &Hosts,
    langs: [&LanguageIdentifier; 2],
    source: &LanguageIdentifier,
) -> Result<Vec<Open>, Stop> {
    let mut out = Vec::new();
    for target in hosts.targets(session, langs, source) {
        let file = if session.files.is_file(&target.path) {
            whole(session, &target.path)?
        } else {
            SourceFile::decode(show(&target.path), b"")
        };
        let own = Open { target, file };
        let both = own.host(source).holds_both(langs);
        out.push(own);
        if both {
            break;
        }
    }
    Ok(out)
}

/// The messages that every file can hold; of the others it is said why they are left out.
fn fitting(
    session: &mut Session<'_>,
    opened: &[Open],
    source: &LanguageIdentifier,
    all: Vec<New>,
) -> Vec<New> {
    let mut unfit = BTreeSet::new();
    for own in opened {
        for (number, sign) in own.host(source).unfit(&all) {
            let Some((addition, _)) = all.get(number).filter(|_| unfit.insert(number)) else {
                continue;
            };
            let message = not_quoted(show(&own.target.path), &addition.line, sign);
            session.note(Severity::Warning, message);
        }
    }
    let numbered = all.into_iter().enumerate().filter(|(number, _)| !unfit.contains(number));
    numbered.map(|(_, new)| new).collect()
}

/// The bytes of a file with the new messages, if they change it.
fn written(
    session: &mut Session<'_>,
    own: &Open,
    source: &LanguageIdentifier,
    new: &[New],
) -> Result<Option<Vec<u8>>, Stop> {
    let Open { target, file } = own;
    let Some(text) = own.host(source).with(new) else {
        return Err(session.stop(not_understood(show(&target.path))));
    };
    let named = match (target.kind, file.encoding) {
        (FileKind::Gettext, Encoding::Declared(_)) => charset_label(&file.text),
        _ => None,
    };
    if !file.encoding.holds(&text) || named.is_some_and(|label| !charset_holds(label, &text)) {
        let charset = named.unwrap_or(file.encoding.name());
        return Err(session.stop(lacks_letters(show(&target.path), charset)));
    }
    Ok((text != file.text).then(|| file.encoding.encode(&text)))
}

/// A file that can be written back byte for byte.
fn whole(session: &mut Session<'_>, path: &Path) -> Result<SourceFile, Stop> {
    let bytes = session.open_bytes(path)?;
    let id = session.take_text(path, &bytes)?;
    let file = session.sources.get(id).clone();
    let wide = matches!(file.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if !file.is_whole() || wide || file.encoding.encode(&file.text) != bytes {
        return Err(session.stop(cannot_append(show(path))));
    }
    Ok(file)
}
