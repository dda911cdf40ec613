//! What a server of embeddings answers, read with distrust.

use serde::Deserialize;
use serde_json::Value;

use crate::message::Message;

crate::messages! { MESSAGES;
    not_json = "embeddings-not-json" (url);
    wrong_count = "embeddings-wrong-count" (url, wanted, given);
    not_numbers = "embeddings-not-numbers" (url);
    wrong_width = "embeddings-wrong-width" (url, wanted, given);
}

/// Longest part of a server's own words that is shown, in characters.
const SHOWN: usize = 200;

#[derive(Deserialize)]
struct Reply {
    data: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    index: Option<usize>,
    embedding: Vec<Option<f64>>,
}

/// The rows of an answer in the order of the texts that were sent; all of one width.
pub(super) fn rows(
    body: &[u8],
    wanted: usize,
    width: &mut Option<usize>,
    url: &str,
) -> Result<Vec<Vec<f32>>, Message> {
    let Ok(mut reply) = serde_json::from_slice::<Reply>(body) else { return Err(not_json(url)) };
    if reply.data.len() != wanted {
        return Err(wrong_count(url, wanted, reply.data.len()));
    }
    if reply.data.iter().all(|item| item.index.is_some()) {
        reply.data.sort_by_key(|item| item.index);
        let numbered = reply.data.iter().enumerate().all(|(at, item)| item.index == Some(at));
        if !numbered {
            return Err(not_json(url));
        }
    }
    let mut out = Vec::with_capacity(wanted);
    for item in reply.data {
        let expected = *width.get_or_insert(item.embedding.len());
        if item.embedding.len() != expected || expected == 0 {
            return Err(wrong_width(url, expected, item.embedding.len()));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "what is too great for f32 is no finite number then"
        )]
        let row: Option<Vec<f32>> = item
            .embedding
            .into_iter()
            .map(|x| x.map(|x| x as f32).filter(|x| x.is_finite()))
            .collect();
        out.push(row.ok_or_else(|| not_numbers(url))?);
    }
    Ok(out)
}

/// What a server says of its refusal, shortened: `{"error": {"message": …}}`, the title of a page, or its plain words.
pub(super) fn explanation(body: &[u8]) -> String {
    let value: Option<Value> = serde_json::from_slice(body).ok();
    let named = value.as_ref().and_then(|value| {
        let error = value.get("error").unwrap_or(value);
        error.get("message").or(Some(error)).and_then(Value::as_str).map(str::to_owned)
    });
    let text = named.unwrap_or_else(|| String::from_utf8_lossy(body).into_owned());
    let text = title(&text).map(str::to_owned).unwrap_or(text);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(SHOWN).collect()
}

/// The title of a page of HTML.
fn title(text: &str) -> Option<&str> {
    let (_, rest) = text.trim_start().strip_prefix('<')?.split_once("<title>")?;
    Some(rest.split_once("</title>")?.0)
}
