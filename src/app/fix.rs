//! `fix`: checks, makes fixes, and checks again until nothing more can be mended.
//!
//! A fix that overlaps another waits for the next round. The last round accepts nothing, and it is the round with
//! which another run would begin: so a second run changes nothing. A document that cannot be read is left as it is
//! and the others are mended; but a fix after which one cannot be read any more is not made.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::bench::CheckRequest;
use super::check::{Checked, check};
use super::files::Files;
use super::mend::{Changed, Mending, Overlay, Seen};
use super::session::{Notice, Session, Stop};
use crate::diagnostic::{Applicability, Diagnostic, Severity};
use crate::diff;
use crate::text::{SourceFile, Sources};

crate::messages! { MESSAGES;
    not_whole = "fix-not-whole" (path);
    not_exact = "fix-not-exact" (path, encoding);
}

/// Most rounds of mending, which nothing but a text made for it needs: each leaves fewer findings.
const ROUNDS: usize = 64;

/// What `fix` did.
#[derive(Debug)]
pub struct Fixed {
    /// What remains; a fix that was left out is a suggestion there.
    pub remaining: Checked,
    /// How many findings were mended.
    pub mended: usize,
    /// How many fixes were left out, because they would bring new findings.
    pub refused: usize,
    /// How far fixes had to be trusted.
    pub least: Applicability,
    /// The files that changed, with the difference in the form that `patch -p1` applies, in the file's own encoding.
    pub diffs: Vec<(String, Vec<u8>)>,
}

/// Applies the fixes trusted at least so far; with `write` unset only says what would change.
///
/// # Errors
///
/// Where settings cannot be used, no document can be read, or a file cannot be written.
pub fn fix(
    session: &mut Session<'_>,
    request: &CheckRequest,
    least: Applicability,
    write: bool,
) -> Result<Fixed, Stop> {
    let base = session.files;
    let first = match look(base, &Changed::new(), request) {
        Ok(seen) => seen,
        Err(notices) => {
            session.notices.extend(notices);
            return Err(Stop);
        }
    };
    let originals = first.sources.clone();
    let files = first.rest.files;
    // A document that is lost takes its findings with it, which must not pass for mended ones.
    let whole = |seen: &Seen<Told>| seen.rest.files >= files;
    let mut mending = Mending {
        look: &|changed| look(base, changed, request).ok().filter(whole),
        may_change: &|_| true,
        least,
        seen: first,
        changed: Changed::new(),
    };
    let (mut mended, mut refused) = (0, Vec::new());
    for _ in 0..ROUNDS {
        let round = mending.round();
        mended += round.accepted.len();
        refused = round.refused;
        if round.accepted.is_empty() {
            break;
        }
    }
    let Mending { seen, changed, .. } = mending;
    let Told { fail_on, files, notices, incomplete: cut, unread } = seen.rest;
    let mut remaining = Checked { found: seen.found, fail_on, files };
    for at in &refused {
        let fix = remaining.found.get_mut(*at).and_then(|finding| finding.fix.as_mut());
        if let Some(fix) = fix {
            fix.applicability = Applicability::Suggestion;
        }
    }
    session.notices.extend(notices);
    for file in left_alone(&remaining.found, &seen.sources, least) {
        // Writing it back would lose the bytes that were not understood, or write some of them otherwise.
        let message = if file.is_whole() {
            not_exact(&file.path, file.encoding.name())
        } else {
            not_whole(&file.path)
        };
        session.note(Severity::Warning, message);
    }
    session.sources = seen.sources;
    session.incomplete |= cut;
    session.unread.extend(unread);
    let mut diffs = Vec::new();
    for (path, bytes) in changed {
        let after = SourceFile::decode(path.as_str(), &bytes);
        if let Some((_, before)) = originals.iter().find(|(_, file)| file.path == path) {
            diffs.push((path.clone(), diff::patch(&before.path, before, &after.text)));
        }
        if write {
            session.write(&PathBuf::from(&path), &bytes)?;
        }
    }
    Ok(Fixed { remaining, mended, refused: refused.len(), least, diffs })
}

/// The files with fixes that cannot be written back, by their paths.
fn left_alone<'s>(
    found: &[Diagnostic],
    sources: &'s Sources,
    least: Applicability,
) -> Vec<&'s SourceFile> {
    let mending = found.iter().filter_map(|finding| finding.fix.as_ref());
    let edits = mending.filter(|fix| fix.applicability >= least).flat_map(|fix| &fix.edits);
    let edited = edits.map(|edit| sources.get(edit.at.source));
    let mut files: Vec<&SourceFile> = edited.filter(|file| !file.is_rewritable()).collect();
    files.sort_unstable_by_key(|file| &file.path);
    files.dedup_by_key(|file| &file.path);
    files
}

/// What a check says beside its findings.
struct Told {
    fail_on: Severity,
    files: usize,
    notices: Vec<Notice>,
    incomplete: bool,
    unread: BTreeSet<String>,
}

/// Checks the files as they are mended so far; the notices say why where that cannot be done.
fn look(
    base: &dyn Files,
    changed: &Changed,
    request: &CheckRequest,
) -> Result<Seen<Told>, Vec<Notice>> {
    let overlay = Overlay::new(base, changed);
    let mut session = Session::new(&overlay);
    match check(&mut session, request) {
        Ok(Checked { found, fail_on, files }) => {
            let Session { sources, notices, incomplete, unread, .. } = session;
            let rest = Told { fail_on, files, notices, incomplete, unread };
            Ok(Seen { found, sources, rest })
        }
        Err(Stop) => Err(session.notices),
    }
}
