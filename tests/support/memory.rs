//! A file system in memory, if need be over the real one, so that a test writes nothing to the disk.

#![allow(dead_code, reason = "each test uses what it needs")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use visavis::app::{Disk, Entry, Files, ReadError, Session};

/// Files in memory; what is written goes there too.
#[derive(Default)]
pub(crate) struct Memory {
    files: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
    /// Are files that are not in memory looked for on the disk?
    over_disk: bool,
    /// Are folders listed last name first?
    backwards: bool,
}

impl Memory {
    /// Files over those of the disk; folders are listed last name first where `backwards` says so.
    pub(crate) fn over_disk(backwards: bool) -> Self {
        Self { over_disk: true, backwards, ..Self::default() }
    }

    /// No files yet; folders are listed last name first.
    pub(crate) fn backwards() -> Self {
        Self { backwards: true, ..Self::default() }
    }

    /// Puts a file there, over one of the same path.
    pub(crate) fn put(&self, path: &str, text: &str) {
        self.files.borrow_mut().insert(tidy(Path::new(path)), text.as_bytes().to_vec());
    }

    /// Puts a file there that need be no UTF-8.
    pub(crate) fn put_bytes(&self, path: &str, bytes: &[u8]) {
        self.files.borrow_mut().insert(tidy(Path::new(path)), bytes.to_vec());
    }

    /// A run over these files.
    pub(crate) fn session(&self) -> Session<'_> {
        Session::new(self)
    }

    /// What is in memory, by path.
    pub(crate) fn into_files(self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.files.into_inner()
    }
}

impl Files for Memory {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.files.borrow().get(&tidy(path)) {
            Some(bytes) => Ok(bytes.clone()),
            None if self.over_disk => Disk.read(path, limit),
            None => Err(ReadError::Io(io::ErrorKind::NotFound.into())),
        }
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.files.borrow_mut().insert(tidy(path), bytes.to_vec());
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let mut found = BTreeMap::new();
        if self.over_disk && Disk.is_folder(folder) {
            found.extend(Disk.list(folder)?.into_iter().map(|entry| (tidy(&entry.path), entry)));
        }
        for path in self.files.borrow().keys() {
            let Ok(below) = path.strip_prefix(tidy(folder)) else { continue };
            let mut parts = below.components();
            let Some(name) = parts.next() else { continue };
            let path = folder.join(name);
            found.insert(tidy(&path), Entry { path, folder: parts.next().is_some() });
        }
        let mut entries: Vec<Entry> = found.into_values().collect();
        if self.backwards {
            entries.reverse();
        }
        Ok(entries)
    }

    fn is_file(&self, path: &Path) -> bool {
        self.files.borrow().contains_key(&tidy(path)) || (self.over_disk && Disk.is_file(path))
    }

    fn is_folder(&self, path: &Path) -> bool {
        let own = tidy(path);
        let holds = |file: &PathBuf| file != &own && file.starts_with(&own);
        self.files.borrow().keys().any(holds) || (self.over_disk && Disk.is_folder(path))
    }
}

/// A path without `.`, so that `./a` and `a` are one file.
fn tidy(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != Component::CurDir).collect()
}
