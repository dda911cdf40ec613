//! The parser's errors in words that a translator knows.
//!
//! The parser speaks English and of TOML's grammar. The mistakes that people make have messages of their own
//! here; what is left is passed on as the parser has it.

use crate::message::Message;
use crate::text::Span;

use super::mend::is_too_deep;
use super::{
    Reader, bad_escape, bad_key, duplicate_key, extra_comma, missing_comma, no_value, open_string,
    syntax, too_deep, unclosed, unquoted,
};

impl Reader {
    /// Reports an error of the parser.
    pub(super) fn syntax_error(&mut self, error: &toml::de::Error, text: &str) {
        let span = error.span().map_or(Span::at(0), |range| Span::of(range.start, range.end));
        let message = explain(error.message(), span.slice(text));
        // Nesting that is too deep is told once, not for each level.
        if self.faults.last().is_none_or(|last| last.message != too_deep() || message != too_deep())
        {
            self.fault(span, message);
        }
    }
}

/// The message for an error, by how the parser's own begins.
fn explain(detail: &str, found: &str) -> Message {
    let detail = detail.lines().next().unwrap_or_default();
    let starts = |start: &str| detail.starts_with(start);
    if starts("duplicate key") {
        duplicate_key(found.trim_matches(['"', '\'']))
    } else if starts("string values must be quoted") {
        unquoted(found)
    } else if starts("invalid literal string") || starts("invalid basic string") {
        open_string()
    } else if starts("key with no value") {
        no_value()
    } else if starts("missing comma") {
        missing_comma()
    } else if starts("extra comma") {
        extra_comma()
    } else if starts("unclosed inline table") {
        unclosed("{")
    } else if starts("unclosed") {
        unclosed("[")
    } else if starts("invalid unquoted key") || starts("unquoted keys cannot be empty") {
        bad_key(found)
    } else if starts("missing escaped value") {
        bad_escape()
    } else if is_too_deep(detail) {
        too_deep()
    } else {
        syntax(detail)
    }
}
