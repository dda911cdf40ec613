//! Grouping spellings into names.
//!
//! This is the one place where names are grouped: names that are the same but for case and diacritics are one
//! (*Erdogan*, *Erdoğan*), and so are those that very likely sound alike (*Kosachev*, *Kossatchev*). A proposal puts the
//! spellings of a name before a person, so a doubtful one is better proposed as a name of its own.

use std::collections::BTreeMap;

use crate::names::Names;
use crate::text::fold_diacritics;

/// Least score of the comparison for two spellings to be proposed as one name: what a document’s names are held to,
/// where no source says more.
const SURE: f64 = 0.8;
/// Fewest letters of a name that is told by its sound.
const LETTERS: usize = 5;
/// Most names that are compared by sound; the most frequent come first.
const NAMES: usize = 20_000;

/// A name as it is written, and how often.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameUse<'n> {
    pub(super) text: &'n str,
    pub(super) count: u32,
}

/// Groups names by what they are; each group lists its names by number, the most frequent spelling first.
pub(super) fn group_names(names: &[NameUse<'_>]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        groups.entry(fold_diacritics(name.text)).or_default().push(at);
    }
    let count = |at: &usize| names.get(*at).map_or(0, |name| name.count);
    let by_count = |a: &usize, b: &usize| count(b).cmp(&count(a)).then(a.cmp(b));
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    for group in &mut groups {
        group.sort_by(by_count);
    }
    groups.sort_by(|a, b| a.first().zip(b.first()).map_or(a.cmp(b), |(a, b)| by_count(a, b)));
    let mut out = by_sound(names, groups);
    for group in &mut out {
        group.sort_by(by_count);
    }
    out.sort();
    out
}

/// Joins groups whose most frequent spellings very likely are one name.
fn by_sound(names: &[NameUse<'_>], mut groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let text = |group: &Vec<usize>| group.first().and_then(|at| names.get(*at)).map(|it| it.text);
    let heads: Vec<&str> = groups.iter().take(NAMES).filter_map(text).collect();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for alike in Names::shipped().group(&heads) {
        let Some((first, others)) = alike.split_first() else { continue };
        let Some(head) = heads.get(*first) else { continue };
        let same = |at: &&usize| heads.get(**at).is_some_and(|other| is_same(head, other));
        joined.extend(others.iter().filter(same).map(|at| (*first, *at)));
    }
    for (to, from) in joined {
        let moved = groups.get_mut(from).map(std::mem::take).unwrap_or_default();
        if let Some(group) = groups.get_mut(to) {
            group.extend(moved);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Are two spellings so surely one name that they are proposed as one?
fn is_same(a: &str, b: &str) -> bool {
    let (one, other) = (fold_diacritics(a), fold_diacritics(b));
    // Libya and Libyan, Trump and Donald Trump are forms and parts of a name, not spellings of it.
    let words = |text: &str| text.split_whitespace().count();
    let stem = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let short = one.chars().count().min(other.chars().count());
    words(&one) == words(&other)
        && short >= LETTERS
        && stem + 1 < short
        && Names::shipped().compare(a, b).score >= SURE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(names: &[(&'static str, u32)]) -> Vec<Vec<usize>> {
        let uses: Vec<NameUse<'_>> =
            names.iter().map(|(text, count)| NameUse { text, count: *count }).collect();
        group_names(&uses)
    }

    #[test]
    fn spellings_that_differ_in_diacritics_are_one_name() {
        assert_eq!(groups(&[("Erdogan", 2), ("Ankara", 4), ("Erdoğan", 5)]), [vec![1], vec![2, 0]]);
    }

    #[test]
    fn spellings_that_sound_alike_are_one_name() {
        let found = groups(&[("Kosachev", 2), ("Ankara", 4), ("Kossatchev", 5), ("Kosačev", 1)]);
        assert_eq!(found, [vec![1], vec![2, 0, 3]]);
    }

    #[test]
    fn forms_and_parts_of_a_name_are_no_spellings_of_it() {
        let found = groups(&[("Libya", 2), ("Libyan", 4), ("Donald Trump", 5), ("Trump", 1)]);
        assert_eq!(found.len(), 4);
        assert!(groups(&[]).is_empty());
    }
}
