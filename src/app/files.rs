//! The file system as the commands see it, and the real one.
//!
//! Nothing is ever half-written: a file is written beside its place under a temporary name, flushed, given the mode
//! of the file it replaces, and renamed. A symbolic link is never replaced and never written through.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The name that stands for standard input.
pub(super) const STDIN: &str = "-";

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is larger than the limit; the limit in bytes.
    TooLarge(u64),
    /// It is a folder.
    Folder,
    /// The system says no.
    Io(io::Error),
}

/// What is found in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path, below the folder that was listed.
    pub path: PathBuf,
    /// Is it a folder? Symbolic links to folders are not.
    pub folder: bool,
}

/// Reading and writing of files.
pub trait Files {
    /// The bytes of a file, at most `limit` of them.
    ///
    /// # Errors
    ///
    /// Where it cannot be read or is larger.
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError>;

    /// Writes a file whole or not at all, its folders made where they are missing.
    ///
    /// # Errors
    ///
    /// Where it cannot be written; what stood there before still does.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// What is in a folder, by name.
    ///
    /// # Errors
    ///
    /// Where it cannot be listed.
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>>;

    /// Is there a file of this name?
    fn is_file(&self, path: &Path) -> bool;

    /// Is there a folder of this name?
    fn is_folder(&self, path: &Path) -> bool;
}

/// The real file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        if path == Path::new(STDIN) {
            return whole(io::stdin().lock(), limit);
        }
        let file = fs::File::open(path).map_err(ReadError::Io)?;
        let meta = file.metadata().map_err(ReadError::Io)?;
        if meta.is_dir() {
            return Err(ReadError::Folder);
        }
        if meta.len() > limit {
            return Err(ReadError::TooLarge(limit));
        }
        whole(file, limit)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        fs::create_dir_all(folder)?;
        let mode = match fs::symlink_metadata(path) {
            Ok(meta) if meta.is_symlink() => {
                return Err(io::Error::new(io::ErrorKind::InvalidInput, "symbolic link"));
            }
            Ok(meta) => Some(meta.permissions()),
            Err(_) => None,
        };
        if mode.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let mut beside = new_file(folder)?;
        beside.write_all(bytes)?;
        if let Some(mode) = mode {
            beside.as_file().set_permissions(mode)?;
        }
        beside.as_file().sync_all()?;
        beside.persist(path).map_err(|error| error.error)?;
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            entries.push(Entry { path: entry.path(), folder: entry.file_type()?.is_dir() });
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn is_file(&self, path: &Path) -> bool {
        path.is_file()
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }
}

/// Everything that a reader gives. A pipe has no length beforehand: one byte past the limit tells that it is too long.
fn whole(reader: impl Read, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge(limit)) } else { Ok(bytes) }
}

/// A temporary file in the folder, with the mode that a new file would have.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".visavis-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The process's mask still applies, as it does to any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_replaces_the_whole_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/a.txt");
        Disk.write(&path, b"one").unwrap();
        Disk.write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(Disk.list(path.parent().unwrap()).unwrap().len(), 1);
    }

    #[test]
    fn too_large_and_folders_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        Disk.write(&path, b"12345").unwrap();
        assert!(matches!(Disk.read(&path, 4), Err(ReadError::TooLarge(4))));
        assert_eq!(Disk.read(&path, 5).unwrap(), b"12345");
        assert!(Disk.read(folder.path(), 5).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        Disk.write(&real, b"kept").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        assert!(Disk.write(&link, b"lost").is_err());
        assert_eq!(fs::read(&real).unwrap(), b"kept");
        assert!(link.is_symlink());
    }
}
