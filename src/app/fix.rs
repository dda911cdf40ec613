//! `fix`: checks, applies fixes, and checks again until nothing more can be mended.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::bench::CheckRequest;
use super::check::{Checked, check};
use super::files::{Entry, Files, ReadError};
use super::session::{Session, Stop};
use crate::diagnostic::{Applicability, Severity};
use crate::diff;
use crate::fix::{apply, plan};
use crate::text::SourceFile;

crate::messages! { MESSAGES;
    not_whole = "fix-not-whole" (path);
}

/// Most rounds of mending: a fix that overlaps another waits for the next round.
const ROUNDS: usize = 8;

/// What `fix` did.
#[derive(Debug)]
pub struct Fixed {
    /// What remains.
    pub remaining: Checked,
    /// How many findings were mended.
    pub mended: usize,
    /// The files that changed, with the difference in the form that `patch -p1` applies.
    pub diffs: Vec<(String, String)>,
}

/// Applies the fixes trusted at least so far; with `write` unset only says what would change.
///
/// # Errors
///
/// Where an input cannot be used or a file cannot be written.
pub fn fix(
    session: &mut Session<'_>,
    request: &CheckRequest,
    least: Applicability,
    write: bool,
) -> Result<Fixed, Stop> {
    let overlay = Overlay { base: session.files, over: RefCell::default() };
    let mut mended = 0;
    let mut before: BTreeMap<String, SourceFile> = BTreeMap::new();
    let mut inner = Session::new(&overlay);
    let mut result = check(&mut inner, request);
    for _ in 0..ROUNDS {
        let Ok(checked) = &result else { break };
        let count = mend(&mut inner, checked, least, &overlay, &mut before);
        if count == 0 {
            break;
        }
        mended += count;
        inner = Session::new(&overlay);
        result = check(&mut inner, request);
    }
    session.notices.append(&mut inner.notices);
    session.sources = inner.sources;
    session.incomplete |= inner.incomplete;
    let remaining = result?;
    let mut diffs = Vec::new();
    for (path, bytes) in overlay.over.take() {
        let after = SourceFile::decode("", &bytes);
        let shown = super::session::show(&path);
        if let Some(before) = before.get(&shown) {
            diffs.push((shown, diff::unified(&before.path, &before.text, &after.text)));
        }
        if write {
            session.write(&path, &bytes)?;
        }
    }
    Ok(Fixed { remaining, mended, diffs })
}

/// Makes the planned edits in the overlay; says how many findings they mend.
fn mend(
    session: &mut Session<'_>,
    checked: &Checked,
    least: Applicability,
    overlay: &Overlay<'_>,
    before: &mut BTreeMap<String, SourceFile>,
) -> usize {
    let plan = plan(&checked.found, least);
    let mut changed = false;
    for (id, edits) in &plan.edits {
        let file = session.sources.get(*id).clone();
        if !file.is_whole() {
            // Writing it back would lose the bytes that were not understood.
            session.note(Severity::Warning, not_whole(file.path.as_str()));
            continue;
        }
        let text = apply(&file.text, edits);
        changed |= text != file.text;
        overlay.over.borrow_mut().insert(PathBuf::from(&file.path), file.encoding.encode(&text));
        before.entry(file.path.clone()).or_insert(file);
    }
    if changed { plan.mended.iter().filter(|mended| **mended).count() } else { 0 }
}

/// Files as they would be: those mended so far over those of the disk.
struct Overlay<'f> {
    base: &'f dyn Files,
    over: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
}

impl Files for Overlay<'_> {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        let own = PathBuf::from(super::session::show(path));
        match self.over.borrow().get(&own) {
            Some(bytes) => Ok(bytes.clone()),
            None => self.base.read(path, limit),
        }
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.over.borrow_mut().insert(path.to_path_buf(), bytes.to_vec());
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.base.list(folder)
    }

    fn is_file(&self, path: &Path) -> bool {
        self.base.is_file(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.base.is_folder(path)
    }
}
