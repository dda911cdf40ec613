//! The block of settings that a site generator reads at the head of a Markdown file.
//!
//! Only the language is of interest here; the rest may hold anything, so nothing is parsed that is not asked for:
//! top-level `lang:`, `language:` or `locale:` lines of YAML between `---`, or their like in TOML between `+++`.

use crate::text::Span;

/// Front matter as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Bytes that it takes up, fences included.
    pub(super) span: Span,
    /// The declared language as it is written, and where.
    pub(super) lang: Option<(String, Span)>,
}

/// Finds front matter at the very beginning of a text.
pub(super) fn find(text: &str) -> Option<FrontMatter> {
    let mut lines = lines(text);
    let (_, fence) = lines.next()?;
    let (closers, sign): (&[&str], char) = match fence.trim_end() {
        "---" => (&["---", "..."], ':'),
        "+++" => (&["+++"], '='),
        _ => return None,
    };
    let mut lang = None;
    for (at, line) in lines {
        if closers.contains(&line.trim_end()) {
            return Some(FrontMatter { span: Span::of(0, at + line.len()), lang });
        }
        if lang.is_none() {
            lang = language(line, at, sign);
        }
    }
    None
}

fn language(line: &str, at: usize, sign: char) -> Option<(String, Span)> {
    let (key, value) = line.split_once(sign)?;
    if !matches!(key.trim_end(), "lang" | "language" | "locale") {
        return None;
    }
    let start = at + key.len() + sign.len_utf8();
    let bare = value.split(" #").next().unwrap_or_default();
    let inner = bare.trim().trim_matches(['"', '\'']);
    let offset = value.find(inner).unwrap_or(0);
    let span = Span::of(start + offset, start + offset + inner.len());
    (!inner.is_empty()).then(|| (inner.to_owned(), span))
}

/// Lines with their offsets, line ends left on.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_taken_from_yaml_and_toml() {
        let text = "---\r\ntitle: x\r\nlang: \"fr-CA\" # ours\r\n---\r\nText";
        let found = find(text).unwrap();
        let (tag, span) = found.lang.unwrap();
        assert_eq!(tag, "fr-CA");
        assert_eq!(span.slice(text), "fr-CA");
        assert!(found.span.slice(text).ends_with("---\r\n"));
        assert_eq!(found.span.range().end + 4, text.len());
        assert_eq!(find("+++\nlanguage = 'en'\n+++\n").unwrap().lang.unwrap().0, "en");
    }

    #[test]
    fn an_unclosed_fence_is_a_rule() {
        assert!(find("---\nlang: fr\n").is_none());
        assert!(find("Text\n---\nlang: fr\n---\n").is_none());
    }
}
