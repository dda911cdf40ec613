//! Choosing which fixes are made: `fix` and `build` keep one only if it brings no finding that was not there.
//!
//! What fixes make of the texts is checked, by every rule, before it counts. All fixes of a round are tried together.
//! Where something new is found, the fixes nearest to it are set aside and the others tried again, so that a hundred
//! bad ones cost hardly more checks than one; what was set aside is tried in the next round. Where that leaves
//! nothing, and not every new finding touches the fix that is blamed for it, they are tried by halves, within a limit
//! of checks. A round also has to leave fewer findings than it began with: two fixes that undo each other are not
//! made in turn for ever.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{Entry, Files, ReadError};
use super::session::show;
use crate::diagnostic::{Applicability, Diagnostic, Edit};
use crate::fix::{Shift, apply, plan, plan_where};
use crate::text::{SourceFile, SourceId, Sources};

/// Most checks in a round; fixes that could not be tried within them are left out.
const TRIALS: usize = 48;

/// Files as they are mended so far, by the path that they are shown by.
pub(super) type Changed = BTreeMap<String, Vec<u8>>;

/// What a check saw and found.
#[derive(Debug)]
pub(super) struct Seen<T> {
    pub(super) found: Vec<Diagnostic>,
    pub(super) sources: Sources,
    /// What the command wants to know beside.
    pub(super) rest: T,
}

/// The texts as they are mended so far, and how they are checked.
pub(super) struct Mending<'m, T> {
    /// Checks the files with these changes; `None` where that cannot be done.
    pub(super) look: &'m dyn Fn(&Changed) -> Option<Seen<T>>,
    /// May the file be changed?
    pub(super) may_change: &'m dyn Fn(&SourceFile) -> bool,
    /// How far fixes have to be trusted.
    pub(super) least: Applicability,
    /// What is found in the files as they are mended so far.
    pub(super) seen: Seen<T>,
    /// The files as they are mended so far.
    pub(super) changed: Changed,
}

/// What came of a round; findings by their numbers before it, sorted.
#[derive(Debug, Default)]
pub(super) struct Round {
    /// The findings that were mended.
    pub(super) accepted: Vec<usize>,
    /// The findings whose fixes were left out.
    pub(super) refused: Vec<usize>,
}

/// Fixes being tried, by the numbers of their findings.
struct Trial<T> {
    accepted: Vec<usize>,
    best: Option<(Seen<T>, Changed)>,
    checks: usize,
}

/// A new finding: file, and bytes of the changed text.
type New = (String, u32, u32);

impl<T> Mending<'_, T> {
    /// Tries the fixes that fit together, and makes those that bring nothing new.
    pub(super) fn round(&mut self) -> Round {
        let (found, sources) = (&self.seen.found, &self.seen.sources);
        let may_change = |edit: &Edit| {
            let file = sources.get(edit.at.source);
            file.is_rewritable() && (self.may_change)(file)
        };
        let planned = plan_where(found, self.least, may_change).mended;
        let all: Vec<usize> =
            planned.iter().enumerate().filter(|(_, it)| **it).map(|(at, _)| at).collect();
        let mut trial = Trial { accepted: Vec::new(), best: None, checks: TRIALS };
        let told = self.sift(&mut trial, &all);
        if !told && trial.best.is_none() && all.len() > 1 {
            self.halve(&mut trial, &all);
        }
        let is_accepted = |at: &usize| trial.accepted.binary_search(at).is_ok();
        let refused = all.into_iter().filter(|at| !is_accepted(at)).collect();
        if let Some((seen, changed)) = trial.best {
            (self.seen, self.changed) = (seen, changed);
        }
        Round { accepted: trial.accepted, refused }
    }

    /// Takes in the fixes but for those that are nearest to new findings. Answers whether each that was left out has
    /// a new finding in its own place.
    fn sift(&self, trial: &mut Trial<T>, all: &[usize]) -> bool {
        let mut open = all.to_vec();
        let mut told = true;
        while !open.is_empty() && trial.checks > 0 {
            let Err(new) = self.attempt(trial, &open) else { return told };
            let (blamed, sure) = self.nearest(&open, &new);
            told &= sure && !blamed.is_empty();
            if blamed.is_empty() {
                return told;
            }
            open.retain(|at| blamed.binary_search(at).is_err());
        }
        told && open.is_empty()
    }

    /// Takes in those of the fixes that can be added to the accepted ones, by halves.
    fn halve(&self, trial: &mut Trial<T>, more: &[usize]) {
        if more.is_empty() || trial.checks == 0 {
            return;
        }
        if self.attempt(trial, more).is_err() && more.len() > 1 {
            let (first, second) = more.split_at(more.len() / 2);
            self.halve(trial, first);
            self.halve(trial, second);
        }
    }

    /// Takes the fixes in if, with the accepted ones, they mend something and bring nothing new; else answers the new
    /// findings.
    fn attempt(&self, trial: &mut Trial<T>, more: &[usize]) -> Result<(), Vec<New>> {
        trial.checks = trial.checks.saturating_sub(1);
        let mut wanted = trial.accepted.clone();
        wanted.extend(more);
        wanted.sort_unstable();
        let (changed, shifts, differs) = self.applied(&wanted);
        if !differs {
            return Err(Vec::new());
        }
        let best = trial.best.as_ref().map_or(&self.seen, |(seen, _)| seen);
        let most = best.found.len();
        let seen = (self.look)(&changed).ok_or_else(Vec::new)?;
        let new = brought(&self.seen, &seen, &shifts);
        if !new.is_empty() || seen.found.len() >= most {
            return Err(new);
        }
        (trial.accepted, trial.best) = (wanted, Some((seen, changed)));
        Ok(())
    }

    /// The files with these fixes made, how places moved, and whether anything differs.
    fn applied(&self, wanted: &[usize]) -> (Changed, BTreeMap<String, Shift>, bool) {
        let mut changed = self.changed.clone();
        let mut shifts = BTreeMap::new();
        let mut differs = false;
        for (path, (id, edits)) in self.edits_of(wanted) {
            let file = self.seen.sources.get(id);
            let text = apply(&file.text, &edits);
            differs |= text != file.text;
            changed.insert(path.clone(), file.encoding.encode(&text));
            shifts.insert(path, Shift::new(&edits));
        }
        (changed, shifts, differs)
    }

    fn edits_of(&self, wanted: &[usize]) -> BTreeMap<String, (SourceId, Vec<Edit>)> {
        let found = wanted.iter().filter_map(|at| self.seen.found.get(*at));
        let chosen: Vec<Diagnostic> = found.cloned().collect();
        by_path(&plan(&chosen, self.least).edits, &self.seen.sources)
    }

    /// For each new finding, the fixes whose edits are nearest to it in its file, sorted; do all of them touch one?
    fn nearest(&self, open: &[usize], new: &[New]) -> (Vec<usize>, bool) {
        let (_, shifts, _) = self.applied(open);
        // By file: start, end and finding of each edit, in the changed text, by place.
        let mut places: BTreeMap<&str, Vec<(u32, u32, usize)>> = BTreeMap::new();
        for at in open {
            let fix = self.seen.found.get(*at).and_then(|finding| finding.fix.as_ref());
            for edit in fix.into_iter().flat_map(|fix| &fix.edits) {
                let path = self.seen.sources.get(edit.at.source).path.as_str();
                let Some(shift) = shifts.get(path) else { continue };
                let (start, end) = (edit.at.span.start(), edit.at.span.end());
                let place = (shift.start(start), shift.end(end), *at);
                places.entry(path).or_default().push(place);
            }
        }
        for list in places.values_mut() {
            list.sort_unstable();
        }
        let (mut blamed, mut sure) = (Vec::new(), true);
        for (path, start, end) in new {
            let Some(list) = places.get(path.as_str()) else {
                sure = false;
                continue;
            };
            // Edits do not overlap, so that those beside the place and those within it are the nearest.
            let from = list.partition_point(|(_, edge, _)| edge < start).saturating_sub(1);
            let near = list.iter().skip(from).take_while(|(edge, _, _)| edge <= end);
            let next = list.get(list.partition_point(|(edge, _, _)| edge <= end));
            let gap = |place: &(u32, u32, usize)| {
                start.saturating_sub(place.1).max(place.0.saturating_sub(*end))
            };
            let all: Vec<_> = near.chain(next).collect();
            let least = all.iter().map(|place| gap(place)).min();
            sure &= least == Some(0);
            let nearest = all.iter().filter(|place| Some(gap(place)) == least);
            blamed.extend(nearest.map(|(_, _, at)| *at));
        }
        blamed.sort_unstable();
        (blamed, sure)
    }
}

/// The edits of each file; a file that was read twice is edited once.
fn by_path(
    edits: &BTreeMap<SourceId, Vec<Edit>>,
    sources: &Sources,
) -> BTreeMap<String, (SourceId, Vec<Edit>)> {
    let mut out: BTreeMap<String, (SourceId, Vec<Edit>)> = BTreeMap::new();
    for (id, edits) in edits {
        let (_, own) =
            out.entry(sources.get(*id).path.clone()).or_insert_with(|| (*id, Vec::new()));
        own.extend(edits.iter().cloned());
    }
    for (_, edits) in out.values_mut() {
        edits.sort_by_key(|edit| (edit.at.span.start(), edit.at.span.end()));
        let mut end = None;
        edits.retain(|edit| {
            let free = end.is_none_or(|end| edit.at.span.start() >= end);
            if free {
                end = Some(edit.at.span.end().max(edit.at.span.start() + 1));
            }
            free
        });
    }
    out
}

/// Rule, file and concept of a finding: what it shares with itself after an edit elsewhere.
type Kind<'f> = (&'f str, &'f str, Option<&'f str>);

/// The findings that were not there before. One is the same as before if it is of the same rule and concept, and
/// overlaps the place to which the edits have moved it.
fn brought<T>(before: &Seen<T>, after: &Seen<T>, shifts: &BTreeMap<String, Shift>) -> Vec<New> {
    let mut old = places(before, shifts);
    let mut new = Vec::new();
    for (kind, spans) in places(after, &BTreeMap::new()) {
        let mut known = old.remove(&kind).unwrap_or_default().into_iter().peekable();
        for (start, end) in spans {
            while known.next_if(|(_, own)| *own < start).is_some() {}
            if known.next_if(|(own, _)| *own <= end).is_none() {
                new.push((kind.1.to_owned(), start, end));
            }
        }
    }
    new
}

fn places<'s, T>(
    seen: &'s Seen<T>,
    shifts: &BTreeMap<String, Shift>,
) -> BTreeMap<Kind<'s>, Vec<(u32, u32)>> {
    let mut out: BTreeMap<Kind<'s>, Vec<(u32, u32)>> = BTreeMap::new();
    for finding in &seen.found {
        let at = finding.primary.at;
        let path = seen.sources.get(at.source).path.as_str();
        let span = (at.span.start(), at.span.end());
        let span = shifts.get(path).map_or(span, |shift| (shift.start(span.0), shift.end(span.1)));
        out.entry((finding.rule, path, finding.concept.as_deref())).or_default().push(span);
    }
    for spans in out.values_mut() {
        spans.sort_unstable();
    }
    out
}

/// Files as they would be: those mended so far over those of the disk.
pub(super) struct Overlay<'f> {
    base: &'f dyn Files,
    over: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
}

impl<'f> Overlay<'f> {
    pub(super) fn new(base: &'f dyn Files, changed: &Changed) -> Self {
        let over = changed.iter().map(|(path, bytes)| (PathBuf::from(path), bytes.clone()));
        Self { base, over: RefCell::new(over.collect()) }
    }
}

impl Files for Overlay<'_> {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        let own = PathBuf::from(show(path));
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
