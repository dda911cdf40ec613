//! The commands as functions: settings in, values out, input and output behind a trait.
//!
//! A [`Session`] holds the files of one run and what is to be said about them. A function that cannot go on pushes
//! a notice that says why and answers [`Stop`]; the caller shows the notices and ends with status 2. Input that
//! could be read in part sets [`Session::incomplete`], and the run ends with 3 rather than 0.

mod align;
mod bench;
mod bitext;
mod build;
mod check;
mod chrome;
mod files;
mod fix;
mod glob;
mod glossary;
mod init;
mod language;
mod outputs;
mod page;
mod pair;
mod project;
mod session;

pub use align::{AlignRequest, AlignedText, align_files};
pub use bench::CheckRequest;
pub use build::{Built, build};
pub use check::{Checked, check};
pub use files::{Disk, Entry, Files, ReadError};
pub use fix::{Fixed, fix};
pub use glossary::{check_glossaries, load_all as load_glossaries};
pub use init::init;
pub use language::language_of;
pub use outputs::{BuiltPage, Written};
pub use page::{SplitPage, segment_lines, split_page};
pub use project::{Project, find_project};
pub use session::{Notice, Session, Stop};

use crate::message::MessageSpec;

/// Everything that this layer may say.
pub(crate) fn messages() -> Vec<&'static [MessageSpec]> {
    vec![
        align::MESSAGES,
        bench::MESSAGES,
        build::MESSAGES,
        check::MESSAGES,
        fix::MESSAGES,
        init::MESSAGES,
        page::MESSAGES,
        pair::MESSAGES,
        project::MESSAGES,
        session::MESSAGES,
    ]
}
