//! Patterns of paths: `*` within a name, `**` over folders, `?` for one character.

use std::path::{Path, PathBuf};

use super::project::Project;
use super::session::{Session, show};
use crate::config::PairEntry;

/// Longest pattern or path that is compared, in bytes; longer ones do not match.
const LONGEST: usize = 4096;

/// Does a path match a pattern? If so, what its stars stood for, in order.
///
/// Time is at most the product of the two lengths.
pub(super) fn matches(pattern: &str, path: &str) -> Option<Vec<String>> {
    if pattern.len() > LONGEST || path.len() > LONGEST {
        return None;
    }
    let parts = parts(pattern);
    let path: Vec<char> = path.chars().collect();
    // reach[i]: for the parts so far, can they end before character i, and where did the last one begin?
    let mut table: Vec<Vec<Option<usize>>> = Vec::with_capacity(parts.len());
    let mut before: Vec<bool> = vec![false; path.len() + 1];
    before[0] = true;
    for part in &parts {
        let row = step(part, &before, &path);
        before = row.iter().map(Option::is_some).collect();
        table.push(row);
    }
    let mut end = path.len();
    let mut stars = Vec::new();
    for (part, row) in parts.iter().zip(&table).rev() {
        let begin = (*row.get(end)?)?;
        if matches!(part, Part::Name | Part::Folders) {
            stars.push(path.get(begin..end)?.iter().collect());
        }
        end = begin;
    }
    stars.reverse();
    Some(stars)
}

enum Part {
    /// One character.
    Char(char),
    /// Any one character but `/`.
    Any,
    /// `*`: any run within a name.
    Name,
    /// `**/` or `**`: any run, whole folders.
    Folders,
}

fn parts(pattern: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        parts.push(match c {
            '?' => Part::Any,
            '*' if chars.next_if_eq(&'*').is_some() => {
                chars.next_if_eq(&'/');
                Part::Folders
            }
            '*' => Part::Name,
            c => Part::Char(c),
        });
    }
    parts
}

/// For every place where the part may end, the nearest place before it where it may begin.
fn step(part: &Part, before: &[bool], path: &[char]) -> Vec<Option<usize>> {
    let mut row = vec![None; path.len() + 1];
    let mut begin = None;
    for at in 0..=path.len() {
        let last = at.checked_sub(1).and_then(|last| path.get(last)).copied();
        match part {
            Part::Char(c) => {
                row[at] = (at > 0 && before[at - 1] && last == Some(*c)).then(|| at - 1);
            }
            Part::Any => row[at] = (at > 0 && before[at - 1] && last != Some('/')).then(|| at - 1),
            Part::Name => {
                if last == Some('/') {
                    begin = None;
                }
                if before[at] && begin.is_none() {
                    begin = Some(at);
                }
                row[at] = begin;
            }
            Part::Folders => {
                if before[at] && begin.is_none() {
                    begin = Some(at);
                }
                let whole = begin == Some(at) || last == Some('/') || at == path.len();
                row[at] = begin.filter(|_| whole);
            }
        }
    }
    row
}

/// The files of a pair entry with the translations that their names call for, whether or not those exist.
pub(super) fn pairs(
    session: &mut Session<'_>,
    project: &Project,
    pair: &PairEntry,
) -> Vec<(PathBuf, PathBuf)> {
    let mut out = Vec::new();
    for path in below(session, project, &pair.source.value) {
        let own = show(path.strip_prefix(&project.folder).unwrap_or(&path));
        let Some(stars) = matches(&pair.source.value, &own) else { continue };
        out.push((path, project.path(&fill(&pair.target.value, stars))));
    }
    out
}

/// Does a path of the settings hold stars, or question marks that stand for a character?
pub(super) fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?'])
}

/// The files that a pattern of pages means, each with its translation where a pattern of theirs calls for one.
pub(super) fn pages(
    session: &mut Session<'_>,
    project: &Project,
    source: &str,
    translation: Option<&str>,
) -> Vec<(PathBuf, Option<PathBuf>)> {
    let mut out = Vec::new();
    for path in below(session, project, source) {
        let own = show(path.strip_prefix(&project.folder).unwrap_or(&path));
        let Some(stars) = matches(source, &own) else { continue };
        out.push((path, translation.map(|pattern| project.path(&fill(pattern, stars)))));
    }
    out
}

/// A pattern with its stars replaced.
fn fill(pattern: &str, stars: Vec<String>) -> String {
    let mut stars = stars.into_iter();
    let mut out = String::new();
    for part in parts(pattern) {
        match part {
            Part::Char(c) => out.push(c),
            Part::Any => out.push('?'),
            Part::Name | Part::Folders => out.push_str(&stars.next().unwrap_or_default()),
        }
    }
    out
}

/// Every file that may fit a pattern, below its fixed beginning.
fn below(session: &mut Session<'_>, project: &Project, pattern: &str) -> Vec<PathBuf> {
    let fixed = pattern.split(['*', '?']).next().unwrap_or_default();
    let folder = fixed.rsplit_once('/').map_or("", |(folder, _)| folder);
    let start = if folder.is_empty() && project.folder.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        project.path(folder)
    };
    // Without `**` a pattern reaches as deep as it has names; a folder below that need not be readable.
    let rest = pattern.get(folder.len()..).unwrap_or_default().trim_matches('/');
    let deepest = if rest.contains("**") { usize::MAX } else { rest.matches('/').count() };
    let (mut out, mut open) = (Vec::new(), vec![(start, 0)]);
    while let Some((folder, depth)) = open.pop() {
        for entry in session.entries(&folder) {
            if entry.folder {
                if depth < deepest {
                    open.push((entry.path, depth + 1));
                }
            } else {
                out.push(Path::new(&show(&entry.path)).to_path_buf());
            }
        }
    }
    out.sort();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_say_what_they_stood_for() {
        assert_eq!(
            matches("content/en/**/*.md", "content/en/a/b/c.md"),
            Some(vec!["a/b/".into(), "c".into()])
        );
        assert_eq!(
            matches("content/en/**/*.md", "content/en/c.md"),
            Some(vec![String::new(), "c".into()])
        );
        assert_eq!(matches("*.md", "a/b.md"), None);
        assert_eq!(matches("drafts/**", "drafts/a/b.md"), Some(vec!["a/b.md".into()]));
        assert_eq!(
            fill("content/fr/**/*.md", vec!["a/b/".into(), "c".into()]),
            "content/fr/a/b/c.md"
        );
    }

    #[test]
    fn many_stars_take_no_long_time() {
        let pattern = "*a".repeat(200);
        assert_eq!(matches(&pattern, &"a".repeat(150)), None);
        assert!(matches(&pattern, &"ba".repeat(200)).is_some());
    }
}
