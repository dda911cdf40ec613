//! A file of tens of thousands of tables, read part by part and several parts at once.
//!
//! A glossary of seventy thousand entries is one table of tables, `[concept.a]`, `[concept.b]` and so on. Where every
//! header of the file's body begins with the name of one table, the body is cut before headers into parts, and each
//! part is parsed as a file of its own. That is only sound where the whole would be read the same way: nothing may be
//! wrong in any part, and no key may stand in two of them. All of that is looked at, and where it does not hold there
//! are no parts: the file is read whole, which also says what is wrong with it as people expect it.

use std::collections::HashSet;
use std::ops::Range;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use toml::de::DeTable;

use super::mend::open_mark;
use super::node::{Entry, Node, NodeKind, entries};

/// Bytes of a part at least: small parts keep the trees that are alive at one time small, large ones cost less to
/// begin.
const LEAST: usize = 1 << 16;

/// Reads a file whose body is the tables of `name`, where it can be read in parts.
///
/// `read_head` looks at the entries before the body, and what it answers is shown to `read` with the entries of each
/// part; both see places of the whole file.
pub fn in_parts<'t, H: Sync, R: Send>(
    text: &'t str,
    name: &str,
    read_head: impl FnOnce(Vec<Entry<'t>>) -> H,
    read: impl Fn(&H, Vec<Entry<'t>>) -> R + Sync,
) -> Option<(H, Vec<R>)> {
    let mut ranges = cuts(text, name)?.into_iter();
    let head = parse(text, ranges.next()?)?;
    if head.iter().any(|entry| entry.key == name) {
        return None;
    }
    let head = read_head(head);
    let ranges: Vec<_> = ranges.collect();
    let parts: Option<Vec<_>> = ranges
        .into_par_iter()
        .map(|range| {
            let tables = only(parse(text, range)?, name)?;
            let keys: Vec<String> = tables.iter().map(|entry| entry.key.to_string()).collect();
            Some((keys, read(&head, tables)))
        })
        .collect();
    // A hash set, for look-ups only.
    let mut known = HashSet::new();
    let parts = parts?;
    if !parts.iter().flat_map(|(keys, _)| keys).all(|key| known.insert(key.as_str())) {
        return None;
    }
    drop(known);
    Some((head, parts.into_iter().map(|(_, read)| read).collect()))
}

/// The entries of the only table of a part.
fn only<'t>(part: Vec<Entry<'t>>, name: &str) -> Option<Vec<Entry<'t>>> {
    let [entry] = <[Entry<'t>; 1]>::try_from(part).ok()?;
    match entry.node {
        Node { kind: NodeKind::Table(entries), .. } if entry.key == name => Some(entries),
        _ => None,
    }
}

/// A part's entries, with places of the whole; `None` where anything is wrong with it.
fn parse(text: &str, range: Range<usize>) -> Option<Vec<Entry<'_>>> {
    let start = range.start;
    let part = text.get(range)?;
    if open_mark(part).is_some() {
        return None;
    }
    let (root, errors) = DeTable::parse_recoverable(part);
    errors.is_empty().then(|| entries(root.into_inner(), start))
}

/// The stretch before the first header and those of the body. `None` where a header is another table's, or stands
/// within a value for all that a look at single lines can tell, and where the body is too short to be cut.
fn cuts(text: &str, name: &str) -> Option<Vec<Range<usize>>> {
    let (mut out, mut start, mut at) = (Vec::new(), 0, 0);
    let mut last: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let header = line.trim_start_matches([' ', '\t']);
        let key = header.strip_prefix('[').map(|rest| {
            let rest = rest.strip_prefix(name)?.strip_prefix('.')?;
            rest.split(['.', ']']).next()
        });
        match key {
            // The settings before the body have headers of their own.
            Some(None) if last.is_some() => return None,
            Some(Some(key)) => {
                let is_long = out.is_empty() || at - start >= LEAST;
                if last != Some(key) && is_long {
                    out.push(start..at);
                    start = at;
                }
                last = Some(key);
            }
            Some(None) | None => {}
        }
        at += line.len();
    }
    out.push(start..at);
    (out.len() > 2).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys with what stands at their places, and the number of parts.
    fn read(text: &str) -> Option<(Vec<String>, usize)> {
        let keys = |_: &usize, entries: Vec<Entry<'_>>| -> Vec<String> {
            entries.iter().map(|entry| entry.at.slice(text).to_owned()).collect()
        };
        let (_, parts) = in_parts(text, "c", |head| head.len(), keys)?;
        Some((parts.concat(), parts.len()))
    }

    fn long(head: &str, tables: impl Fn(usize) -> String) -> String {
        head.to_owned() + &(0..10_000).map(tables).collect::<String>()
    }

    #[test]
    fn parts_hold_what_the_whole_holds_at_its_places() {
        let table = |at: usize| format!("[c.k{at}]\nx = '''\n é'''\n[c.k{at}.y]\nz = 1\n");
        let (keys, parts) = read(&long("[s]\na = [1,\n2]\n", table)).unwrap();
        assert!(parts > 3, "{parts}");
        assert_eq!(keys.len(), 10_000);
        assert!(keys.iter().enumerate().all(|(at, key)| *key == format!("k{at}")));
    }

    #[test]
    fn what_would_be_read_otherwise_in_parts_is_read_whole() {
        let plain = |at: usize| format!("[c.k{at}]\nx = 12345678\n");
        assert!(read(&long("", plain)).is_some());
        for (head, last) in [
            // A key in two parts, in other words too.
            ("", "[c.k1]\ny = 1\n"),
            ("", "[c.\"k1\"]\ny = 1\n"),
            ("", "[c]\ny = 1\n"),
            ("", " [c]\ny = 1\n"),
            ("c = { y = 1 }\n", ""),
            ("c.y = 1\n", ""),
            // Other tables, and mistakes.
            ("", "[s]\ny = 1\n"),
            ("", "[[c.y]]\ny = 1\n"),
            ("", "[c.y]\ny = \n"),
            ("", "[c.y]\ny = '''\n"),
            ("y = '''\n", "'''\n"),
            ("y = [\n", "]\n"),
        ] {
            let text = long(head, plain) + last;
            assert_eq!(read(&text), None, "{head:?} {last:?}");
        }
    }

    #[test]
    fn a_short_file_is_no_matter_for_parts() {
        assert_eq!(read("[c.a]\nx = 1\n[c.b]\nx = 1\n"), None);
        assert_eq!(read(""), None);
    }
}
