//! `visavis` sets a text and its translation face to face, holds both to a glossary, and writes bilingual
//! documents with the differences marked.
//!
//! The library is what the program is made of and is declared unstable until 1.0.
//! Data flows one way; `ARCHITECTURE.md` draws it and names the layers, and a test keeps them.

pub mod align;
pub mod app;
pub mod archive;
pub mod bitext;
pub mod chrome;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod document;
pub mod exchange;
pub mod extract;
pub mod fix;
pub mod format;
pub mod glossary;
pub mod l10n;
pub mod lang;
pub mod message;
pub mod morphology;
pub mod names;
pub mod page;
pub mod render;
pub mod report;
pub mod rule;
pub mod segment;
pub mod term;
pub mod text;
pub mod toml_reader;
pub mod workbook;
pub mod xml;

/// Every message that the program may say. The tests hold every locale to this list, and this list to the sources.
pub fn messages() -> Vec<message::MessageSpec> {
    let mut lists = app::messages();
    lists.extend(chrome::messages());
    lists.extend(glossary::messages());
    lists.extend(rule::messages());
    lists.extend(cli::messages());
    lists.extend([
        archive::MESSAGES,
        config::MESSAGES,
        exchange::messages::MESSAGES,
        format::MESSAGES,
        render::MESSAGES,
        report::MESSAGES,
        toml_reader::MESSAGES,
        workbook::MESSAGES,
        xml::MESSAGES,
    ]);
    lists.into_iter().flatten().copied().collect()
}
