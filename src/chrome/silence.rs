//! Comments in a catalogue that silence what an audit would say: `visavis-ignore CODE[, CODE]: reason`.
//!
//! A comment silences what it stands above: in Fluent a message, behind `##` a group to its end, behind `###` the
//! file; in a PO file an entry; in JSON, which has no comments, the message whose `@key` or `description` holds it.
//! `visavis-ignore-file` silences the file wherever it stands. Findings about a message stand at the message, so
//! that a comment's reach is a stretch of the file, as it is in pages.

use fluent_syntax::ast;

use super::read::place;
use crate::document::{Suppression, directive};
use crate::text::Span;

/// A comment's order, where it holds one: it stands at `at` and silences `reach`, or all of a file of `length` bytes.
pub(super) fn order(comment: &str, at: Span, reach: Span, length: usize) -> Option<Suppression> {
    let found = directive(comment)?;
    let scope = if found.file { Span::of(0, length) } else { reach };
    Some(Suppression { at, rules: found.rules, scope })
}

/// The orders in the comments of a Fluent file.
pub(super) fn in_fluent(tree: &ast::Resource<&str>, text: &str) -> Vec<Suppression> {
    let starts: Vec<usize> = tree.body.iter().map(|entry| start(entry, text)).collect();
    let end_of = |number: usize| starts.get(number + 1).copied().unwrap_or(text.len());
    let mut out = Vec::new();
    let mut group = text.len();
    for (number, entry) in tree.body.iter().enumerate().rev() {
        let (comment, end) = match entry {
            ast::Entry::ResourceComment(comment) => {
                let whole = Span::of(0, text.len());
                out.extend(orders(comment, text, |_| whole));
                continue;
            }
            ast::Entry::GroupComment(comment) => {
                (Some(comment), std::mem::replace(&mut group, start(entry, text)))
            }
            // One that stands alone is about what follows, as it is in a page.
            ast::Entry::Comment(comment) => (Some(comment), end_of(number + 1)),
            ast::Entry::Message(message) => (message.comment.as_ref(), end_of(number)),
            ast::Entry::Term(term) => (term.comment.as_ref(), end_of(number)),
            ast::Entry::Junk { .. } => continue,
        };
        if let Some(comment) = comment {
            out.extend(orders(comment, text, |at| Span::of(at.end() as usize, end)));
        }
    }
    out.reverse();
    out
}

fn orders(
    comment: &ast::Comment<&str>,
    text: &str,
    reach: impl Fn(Span) -> Span,
) -> Vec<Suppression> {
    let own = comment.content.iter().filter_map(|line| {
        let at = place(text, line);
        order(line, at, reach(at), text.len())
    });
    own.collect()
}

/// Where an entry begins, its comment included.
fn start(entry: &ast::Entry<&str>, text: &str) -> usize {
    let first = |comment: Option<&ast::Comment<&str>>| {
        comment.and_then(|comment| comment.content.first()).map(|line| place(text, line).start())
    };
    let at = match entry {
        ast::Entry::Message(own) => {
            first(own.comment.as_ref()).unwrap_or_else(|| place(text, own.id.name).start())
        }
        ast::Entry::Term(own) => {
            first(own.comment.as_ref()).unwrap_or_else(|| place(text, own.id.name).start())
        }
        ast::Entry::Comment(own) | ast::Entry::GroupComment(own) => {
            first(Some(own)).unwrap_or_default()
        }
        ast::Entry::ResourceComment(own) => first(Some(own)).unwrap_or_default(),
        ast::Entry::Junk { content } => place(text, content).start(),
    };
    at as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached(text: &str) -> Vec<String> {
        let tree = match fluent_syntax::parser::parse(text) {
            Ok(tree) | Err((tree, _)) => tree,
        };
        let found = in_fluent(&tree, text);
        found.iter().map(|own| own.scope.slice(text).replace('\n', "|")).collect()
    }

    #[test]
    fn a_comment_of_fluent_reaches_over_its_message_its_group_or_the_file() {
        assert_eq!(
            reached("a = A\n# visavis-ignore x\nb = B\n    .alt = C\nc = C\n"),
            ["|b = B|    .alt = C|"]
        );
        assert_eq!(reached("# visavis-ignore x\n\nb = B\nc = C\n"), ["||b = B|"]);
        assert_eq!(
            reached("## visavis-ignore x: why\n\nb = B\nc = C\n\n## other\n\nd = D\n"),
            ["||b = B|c = C||## "]
        );
        let whole = "### visavis-ignore x\n\nb = B\n";
        assert_eq!(reached(whole), [whole.replace('\n', "|")]);
        let anywhere = "b = B\n# visavis-ignore-file x\nc = C\n";
        assert_eq!(reached(anywhere), [anywhere.replace('\n', "|")]);
        assert!(reached("# see visavis-ignore x\nb = B\n").is_empty());
    }
}
