//! One run: its files, and what is to be said about them.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;

use super::files::{Entry, Files, ReadError};
use crate::config::{DEFAULT_FILE_LIMIT, DEFAULT_PAGE_LIMIT};
use crate::diagnostic::{Diagnostic, Severity};
use crate::message::Message;
use crate::segment::Segmenters;
use crate::text::{Declared, Encoding, FlawKind, Location, SourceFile, SourceId, Sources};

crate::messages! { MESSAGES;
    not_found = "file-not-found" (path);
    is_folder = "file-is-folder" (path);
    no_permission = "file-no-permission" (path);
    no_permission_folder = "folder-no-permission" (path);
    too_large = "file-too-large" (path, limit);
    unreadable = "file-unreadable" (path, detail);
    bad_encoding = "file-bad-encoding" (count, encoding);
    nul = "file-nul" (count);
    binary = "file-binary" (path);
    wide = "file-wide" (path, encoding);
    mislabelled = "file-mislabelled" (path, label, encoding);
    unknown_encoding = "file-unknown-encoding" (path, label, encoding);
    not_as_declared = "file-not-as-declared" (count, encoding);
    cannot_write = "file-cannot-write" (path, detail);
    cannot_write_folder = "file-cannot-write-folder" (path);
    cannot_write_permission = "file-cannot-write-permission" (path);
    cannot_write_link = "file-cannot-write-link" (path);
}

/// The command cannot go on; the notices say why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop;

/// Something to be said to the user about the run itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// About no place in particular.
    Plain(Severity, Message),
    /// About a place in a file.
    Place(Box<Diagnostic>),
    /// What only those hear who ask for details.
    Detail(Message),
}

impl Notice {
    /// Does it say that something went wrong?
    pub(super) fn is_error(&self) -> bool {
        match self {
            Self::Plain(severity, _) => *severity == Severity::Error,
            Self::Place(found) => found.severity == Severity::Error,
            Self::Detail(_) => false,
        }
    }
}

/// What is to be said of one file of several that are looked at side by side.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) notices: Vec<Notice>,
    /// Was it not read whole?
    pub(super) incomplete: bool,
}

impl Notes {
    /// As [`Session::stop`].
    pub(super) fn stop(&mut self, message: Message) -> Stop {
        self.note(Severity::Error, message);
        Stop
    }

    /// As [`Session::note`].
    pub(super) fn note(&mut self, severity: Severity, message: Message) {
        self.notices.push(Notice::Plain(severity, message));
    }

    /// As [`Session::detail`].
    pub(super) fn detail(&mut self, message: Message) {
        self.notices.push(Notice::Detail(message));
    }

    /// As [`Session::say_all`].
    pub(super) fn say_all(&mut self, found: Vec<Diagnostic>) {
        self.notices.extend(found.into_iter().map(|found| Notice::Place(Box::new(found))));
    }
}

/// One run.
pub struct Session<'f> {
    /// The file system.
    pub files: &'f dyn Files,
    /// The files read so far.
    pub sources: Sources,
    /// What is to be said.
    pub notices: Vec<Notice>,
    /// Was some input not read whole?
    pub incomplete: bool,
    /// Documents and folders that could not be read at all, by the paths that they are shown by; the notices say why.
    pub unread: BTreeSet<String>,
    /// Largest file read, in bytes.
    pub limit: u64,
    /// Largest page read, in bytes.
    pub page_limit: u64,
    /// How sentences are cut, with what the project adds.
    pub segmenters: Segmenters,
    /// Who is told how far long work is.
    pub progress: Option<&'f dyn Progress>,
    /// Where the piece of work that is being done begins and ends in the whole.
    pub(crate) piece: Cell<(f32, f32)>,
}

/// Is told how far long work is.
pub trait Progress {
    /// So much is done, from 0 to 1.
    fn done(&self, share: f32);
    /// The work is over, well or not, and something else may be said.
    fn over(&self);
}

impl std::fmt::Debug for Session<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("notices", &self.notices).finish_non_exhaustive()
    }
}

impl<'f> Session<'f> {
    /// A run that has read nothing yet.
    pub fn new(files: &'f dyn Files) -> Self {
        Self {
            files,
            sources: Sources::default(),
            notices: Vec::new(),
            incomplete: false,
            unread: BTreeSet::new(),
            limit: DEFAULT_FILE_LIMIT,
            page_limit: DEFAULT_PAGE_LIMIT,
            segmenters: Segmenters::default(),
            progress: None,
            piece: Cell::new((0.0, 1.0)),
        }
    }

    /// The same run over other files: it knows what was read so far, and has said nothing yet.
    pub(super) fn again<'o>(&self, files: &'o dyn Files) -> Session<'o> {
        Session {
            files,
            sources: self.sources.clone(),
            notices: Vec::new(),
            incomplete: false,
            unread: BTreeSet::new(),
            limit: self.limit,
            page_limit: self.page_limit,
            segmenters: self.segmenters.clone(),
            // A trial is no work that anybody waits for.
            progress: None,
            piece: Cell::new((0.0, 1.0)),
        }
    }

    /// Says that something is wrong and that the command cannot go on.
    pub fn stop(&mut self, message: Message) -> Stop {
        self.notices.push(Notice::Plain(Severity::Error, message));
        Stop
    }

    /// Says why a document cannot be read. Whether the command goes on without it is for the caller to decide.
    pub(super) fn refuse(&mut self, shown: &str, message: Message) -> Stop {
        self.leave(shown, vec![Notice::Plain(Severity::Error, message)])
    }

    /// As [`Session::refuse`], with what was kept to be said of the document. It is said once, for several pages may
    /// have one translation.
    pub(super) fn leave(&mut self, shown: &str, why: Vec<Notice>) -> Stop {
        if self.unread.insert(shown.to_owned()) {
            self.notices.extend(why);
        }
        Stop
    }

    /// Says something that does not stop the command.
    pub fn note(&mut self, severity: Severity, message: Message) {
        self.notices.push(Notice::Plain(severity, message));
    }

    /// Tells how much of a long piece of work is done, from 0 to 1.
    pub fn tell(&self, share: f32) {
        if let Some(progress) = self.progress {
            let (from, to) = self.piece.get();
            progress.done(from + (to - from) * share.clamp(0.0, 1.0));
        }
    }

    /// Begins one of several pieces of work of about one size, by its number: what is told from now on is of this piece.
    #[allow(clippy::cast_precision_loss, reason = "it is only shown")]
    pub fn begin_piece(&self, number: usize, of: usize) {
        let of = of.max(1) as f32;
        self.piece.set((number as f32 / of, (number + 1) as f32 / of));
        self.tell(0.0);
    }

    /// Tells that all work is over.
    pub fn over(&self) {
        self.piece.set((0.0, 1.0));
        if let Some(progress) = self.progress {
            progress.over();
        }
    }

    /// Says something that only those hear who ask for details.
    pub fn detail(&mut self, message: Message) {
        self.notices.push(Notice::Detail(message));
    }

    /// Says what is wrong at places of files.
    pub fn say_all(&mut self, found: Vec<Diagnostic>) {
        self.notices.extend(found.into_iter().map(|found| Notice::Place(Box::new(found))));
    }

    /// Says what was kept to be said of a file.
    pub(super) fn take_notes(&mut self, notes: Notes) {
        self.notices.extend(notes.notices);
        self.incomplete |= notes.incomplete;
    }

    /// Reads a file. A file that could not be decoded whole is read as far as it goes and makes the run incomplete.
    ///
    /// # Errors
    ///
    /// Where there is nothing to read.
    pub fn open(&mut self, path: &Path) -> Result<SourceId, Stop> {
        self.open_within(path, self.limit)
    }

    /// Reads a page or its translation, as [`Session::open`] does a file.
    ///
    /// # Errors
    ///
    /// Where there is nothing to read.
    pub fn open_page(&mut self, path: &Path) -> Result<SourceId, Stop> {
        self.open_within(path, self.page_limit)
    }

    /// The bytes of a file that need be no text.
    ///
    /// # Errors
    ///
    /// Where there is nothing to read.
    pub fn open_bytes(&mut self, path: &Path) -> Result<Vec<u8>, Stop> {
        self.bytes(path, self.limit)
    }

    fn open_within(&mut self, path: &Path, limit: u64) -> Result<SourceId, Stop> {
        let bytes = self.bytes(path, limit)?;
        self.take_text(path, &bytes)
    }

    /// Takes in bytes that were read from a file and should be a text.
    ///
    /// # Errors
    ///
    /// Where they are none.
    pub(super) fn take_text(&mut self, path: &Path, bytes: &[u8]) -> Result<SourceId, Stop> {
        let shown = show(path);
        if is_binary(bytes) {
            return Err(self.refuse(&shown, binary(&shown)));
        }
        Ok(self.take(&shown, bytes))
    }

    /// What is in a folder, by name. A folder that cannot be read is left; one that is not there has nothing in it.
    pub(super) fn entries(&mut self, folder: &Path) -> Vec<Entry> {
        let error = match self.files.list(folder) {
            Ok(entries) => return entries,
            Err(error) => error,
        };
        let shown = show(folder);
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => return Vec::new(),
            std::io::ErrorKind::PermissionDenied => no_permission_folder(&shown),
            _ => unreadable(&shown, error.to_string()),
        };
        self.refuse(&shown, message);
        Vec::new()
    }

    /// The bytes of a file that may be no text.
    ///
    /// # Errors
    ///
    /// Where there is nothing to read, or more than `limit` bytes.
    pub(super) fn bytes(&mut self, path: &Path, limit: u64) -> Result<Vec<u8>, Stop> {
        self.files.read(path, limit).map_err(|error| {
            let shown = show(path);
            self.refuse(&shown, read_message(&shown, &error))
        })
    }

    /// Takes in bytes that were read elsewhere (standard input).
    pub fn take(&mut self, shown: &str, bytes: &[u8]) -> SourceId {
        let file = SourceFile::decode(shown, bytes);
        let (flaws, encoding) = (file.flaws.clone(), file.encoding);
        // In ASCII an older encoding makes no difference yet.
        let usual = match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => true,
            Encoding::Declared(_) => file.text.is_ascii(),
            Encoding::Utf16Le | Encoding::Utf16Be => false,
        };
        if !usual {
            self.note(Severity::Info, wide(shown, encoding.name()));
        }
        let is_declared = file.declared == Declared::Own;
        match &file.declared {
            Declared::Other(label) => {
                self.note(Severity::Warning, mislabelled(shown, label.as_str(), encoding.name()));
            }
            Declared::Unknown(label) if !file.text.is_ascii() => {
                let message = unknown_encoding(shown, label.as_str(), encoding.name());
                self.note(Severity::Warning, message);
            }
            Declared::Nothing | Declared::Own | Declared::Unknown(_) => {}
        }
        let id = self.sources.add(file);
        for flaw in flaws {
            self.incomplete = true;
            let message = match flaw.kind {
                FlawKind::Encoding if is_declared => not_as_declared(flaw.count, encoding.name()),
                FlawKind::Encoding => bad_encoding(flaw.count, encoding.name()),
                FlawKind::Nul => nul(flaw.count),
            };
            let at = Location { source: id, span: flaw.span };
            let found = Diagnostic::new("encoding", Severity::Error, at, message);
            self.notices.push(Notice::Place(Box::new(found)));
        }
        id
    }

    /// Writes a file whole or not at all.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Stop> {
        let shown = show(path);
        self.files.write(path, bytes).map_err(|error| {
            let message = match error.kind() {
                std::io::ErrorKind::NotFound
                | std::io::ErrorKind::NotADirectory
                | std::io::ErrorKind::AlreadyExists => cannot_write_folder(shown),
                std::io::ErrorKind::PermissionDenied => cannot_write_permission(shown),
                std::io::ErrorKind::InvalidInput => cannot_write_link(shown),
                _ => cannot_write(shown, error.to_string()),
            };
            self.stop(message)
        })
    }
}

/// Is this no text at all? A NUL byte may slip into a text; eight of them, one in 256 bytes or more, do not. UTF-16
/// with its byte order mark is a text.
fn is_binary(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return false;
    }
    let zeros = bytes.split(|byte| *byte == 0).count() - 1;
    zeros >= 8 && zeros >= bytes.len() / 256
}

/// A path as it is shown and written into reports: `/` between its parts, no `./` before it.
pub(super) fn show(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text =
        if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() };
    match text.strip_prefix("./") {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => text,
    }
}

pub(super) fn read_message(shown: &str, error: &ReadError) -> Message {
    match error {
        ReadError::TooLarge(limit) => too_large(shown, format!("{} MiB", limit >> 20)),
        ReadError::Folder => is_folder(shown),
        ReadError::Io(error) => match error.kind() {
            std::io::ErrorKind::NotFound => not_found(shown),
            std::io::ErrorKind::PermissionDenied => no_permission(shown),
            std::io::ErrorKind::IsADirectory => is_folder(shown),
            _ => unreadable(shown, error.to_string()),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    /// A file system that forbids everything.
    struct Forbidden;

    impl Files for Forbidden {
        fn read(&self, _: &Path, _: u64) -> Result<Vec<u8>, ReadError> {
            Err(ReadError::Io(io::ErrorKind::PermissionDenied.into()))
        }

        fn write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
            Err(io::ErrorKind::PermissionDenied.into())
        }

        fn list(&self, _: &Path) -> io::Result<Vec<Entry>> {
            Err(io::ErrorKind::PermissionDenied.into())
        }

        fn is_file(&self, _: &Path) -> bool {
            true
        }

        fn is_folder(&self, _: &Path) -> bool {
            false
        }
    }

    #[test]
    fn what_may_not_be_read_or_written_is_named() {
        let mut session = Session::new(&Forbidden);
        assert_eq!(session.open(Path::new("a.txt")), Err(Stop));
        assert_eq!(session.write(Path::new("b.txt"), b""), Err(Stop));
        assert_eq!(
            (session.entries(Path::new("./c")), session.entries(Path::new("c"))),
            (vec![], vec![])
        );
        let said = |message| Notice::Plain(Severity::Error, message);
        let read = [said(no_permission("a.txt")), said(cannot_write_permission("b.txt"))];
        let wanted = read.into_iter().chain([said(no_permission_folder("c"))]);
        assert_eq!(session.notices, wanted.collect::<Vec<_>>());
        assert_eq!(session.unread.iter().collect::<Vec<_>>(), ["a.txt", "c"]);
    }
}
