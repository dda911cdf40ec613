//! The commands as functions: settings in, values out, input and output behind a trait.
//!
//! A [`Session`] holds the files of one run and what is to be said about them. A function that cannot go on pushes
//! a notice that says why and answers [`Stop`]; the caller shows the notices and ends with status 2. A document that
//! cannot be read is put down in [`Session::unread`]: where there are others the run goes on, and ends with 2 all the
//! same. Input that could be read in part sets [`Session::incomplete`], and the run ends with 3 rather than 0.

mod align;
mod bench;
mod bitext;
mod build;
mod check;
mod chrome;
mod convert_glossary;
mod embeddings;
mod files;
mod fix;
mod glob;
mod glossary;
mod inflection;
mod init;
mod language;
mod lone;
mod mend;
mod names;
mod outputs;
mod page;
mod pages;
mod pair;
mod pins;
mod project;
mod segmentation;
mod session;
mod twin;

pub use align::{AlignRequest, AlignedText, align_files};
pub use bench::CheckRequest;
pub use build::{Built, build};
pub use check::{Checked, check, unused_entries};
pub use chrome::{
    AddRequest, Added, Audited, ChromeRequest, PairedLine, PairedPage, add_messages, audit,
    pair_lines,
};
pub use convert_glossary::{ConvertRequest, Converted, convert_glossary};
pub use embeddings::{Client as EmbeddingClient, EmbeddingServer};
pub use files::{Disk, Entry, Files, ReadError};
pub use fix::{Fixed, fix};
pub use glossary::{
    ConceptCount, Counted, ExtractRequest, Extracted, LookupRequest, Order, check_glossaries,
    extract, load_all as load_glossaries, lookup_glossary, stats,
};
pub use init::init;
pub use language::language_of;
pub use names::{NameGroup, Spelling, name_variants};
pub use outputs::{BuiltPage, Written};
pub use page::{SplitPage, segment_lines, split_page};
pub use project::{Project, find_project};
pub use segmentation::add_segmentation;
pub use session::{Notice, Progress, Session, Stop};

use crate::message::MessageSpec;

/// Everything that this layer may say.
pub(crate) fn messages() -> Vec<&'static [MessageSpec]> {
    let mut lists = vec![
        align::MESSAGES,
        build::MESSAGES,
        check::MESSAGES,
        convert_glossary::MESSAGES,
        embeddings::MESSAGES,
        embeddings::CLIENT_MESSAGES,
        embeddings::REPLY_MESSAGES,
        fix::MESSAGES,
        glossary::MESSAGES,
        inflection::MESSAGES,
        init::MESSAGES,
        lone::MESSAGES,
        names::MESSAGES,
        page::MESSAGES,
        pages::MESSAGES,
        pair::MESSAGES,
        pins::MESSAGES,
        project::MESSAGES,
        session::MESSAGES,
    ];
    lists.extend(chrome::messages());
    lists
}
