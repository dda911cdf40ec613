//! `dump`: the rows of features of labelled pages with markup, a block a line, for looking at what a model gets wrong.

use std::io;
use std::io::Write;

use serde_json::json;
use visavis::page::fit::Measured;

use crate::markup;

/// Prints the blocks of a folder of pages as JSON Lines.
pub fn run(folder: &str) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for page in markup::pages(folder)? {
        let document = &page.document;
        let measured = Measured::new(document.blocks.iter().collect(), &document.outline, None);
        let labelled = page.body.iter().zip(&page.share).zip(measured.marked());
        for (block, ((body, share), row)) in document.blocks.iter().zip(labelled) {
            let line = json!({
                "page": page.name, "text": block.passage.text, "kind": block.kind.map(|kind| kind.as_str()),
                "role": block.role.map(|role| role.as_str()), "links": block.link_percent, "section": block.section,
                "body": body, "share": share, "row": row,
            });
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}
