//! Reads a scheme from its data file.
//!
//! A file has `letters` (what a letter becomes wherever no rule speaks) and `rules`, which are tried first. A rule is
//! written `before { letters } after > result`, as in Unicode's transform rules, but with one neighbour on each
//! side: a run of letters of which any may stand there, `^` for the start and `$` for the end of a word, and a capital
//! letter of ASCII for a class of `classes`. That is all the published tables ask for, and it keeps the engine linear.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A data file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    from: Vec<String>,
    to: Vec<String>,
    names: Vec<String>,
    standard: String,
    #[serde(default)]
    skeleton: bool,
    #[serde(default)]
    marks: BTreeMap<String, String>,
    #[serde(default)]
    classes: BTreeMap<String, String>,
    letters: String,
    #[serde(default)]
    rules: String,
}

/// A table that turns the letters of a language into Latin ones.
#[derive(Debug)]
pub struct Scheme {
    /// Codes of the languages that it reads.
    pub from: Vec<String>,
    /// Codes of the languages that it writes for.
    pub to: Vec<String>,
    /// What it is called on the command line; the first is the usual one.
    pub names: Vec<String>,
    /// The standard or usage that it follows.
    pub standard: String,
    /// Does it give consonants only, for checking a spelling rather than for making one?
    pub skeleton: bool,
    /// Combining marks that become other marks, or nothing, before letters are looked at.
    pub(super) marks: BTreeMap<char, String>,
    /// By the first letter: longest first, then in the order of the file.
    rules: BTreeMap<char, Vec<Rule>>,
}

/// What some letters become beside certain neighbours.
#[derive(Debug)]
pub(super) struct Rule {
    before: Beside,
    pub(super) letters: Vec<char>,
    after: Beside,
    pub(super) result: String,
}

/// What may stand beside: one of these letters, or the edge of the word; anything where neither is named.
#[derive(Debug, Default)]
struct Beside {
    edge: bool,
    letters: Vec<char>,
}

impl Scheme {
    /// Reads a data file; `None` where it is not well made.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let file: File = toml::from_str(text).ok()?;
        let mut rules: BTreeMap<char, Vec<Rule>> = BTreeMap::new();
        let lines =
            file.rules.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        let own = lines.filter(|line| !line.is_empty()).map(|line| rule(line, &file.classes));
        let plain = file.letters.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        for rule in own.chain(plain.map(letter)) {
            let rule = rule?;
            rules.entry(*rule.letters.first()?).or_default().push(rule);
        }
        for list in rules.values_mut() {
            list.sort_by_key(|rule| std::cmp::Reverse(rule.letters.len()));
        }
        let marks = file.marks.into_iter();
        Some(Self {
            from: file.from,
            to: file.to,
            names: file.names,
            standard: file.standard,
            skeleton: file.skeleton,
            marks: marks
                .map(|(from, to)| Some((from.chars().next()?, to)))
                .collect::<Option<_>>()?,
            rules,
        })
    }

    /// Does it go from one language to the other?
    pub fn serves(&self, from: &str, to: &str) -> bool {
        self.from.iter().any(|code| code == from) && self.to.iter().any(|code| code == to)
    }

    /// Is the word one of its names?
    pub fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }

    /// Does the table have a letter, given in lower case?
    pub fn has(&self, letter: char) -> bool {
        self.rules.contains_key(&letter)
    }

    /// The first rule that speaks for a place. `before` is the letter before it and `word` the rest of the word from it
    /// on, all in lower case.
    pub(super) fn rule(&self, before: Option<char>, word: &[char]) -> Option<&Rule> {
        self.rules.get(word.first()?)?.iter().find(|rule| rule.fits(before, word))
    }
}

impl Rule {
    fn fits(&self, before: Option<char>, word: &[char]) -> bool {
        word.starts_with(&self.letters)
            && self.before.admits(before)
            && self.after.admits(word.get(self.letters.len()).copied())
    }
}

impl Beside {
    fn admits(&self, letter: Option<char>) -> bool {
        let any = !self.edge && self.letters.is_empty();
        any || letter.map_or(self.edge, |letter| self.letters.contains(&letter))
    }

    fn add(&mut self, c: char) {
        match c {
            '^' | '$' => self.edge = true,
            letter => self.letters.push(letter),
        }
    }

    fn parse(text: &str, classes: &BTreeMap<String, String>) -> Option<Self> {
        let mut out = Self::default();
        for c in text.trim().chars() {
            if c.is_ascii_uppercase() {
                classes.get(c.encode_utf8(&mut [0; 4]) as &str)?.chars().for_each(|c| out.add(c));
            } else {
                out.add(c);
            }
        }
        Some(out)
    }
}

/// `before { letters } after > result`
fn rule(line: &str, classes: &BTreeMap<String, String>) -> Option<Rule> {
    let (place, result) = line.split_once('>')?;
    let (before, rest) = place.split_once('{')?;
    let (letters, after) = rest.split_once('}')?;
    Some(Rule {
        before: Beside::parse(before, classes)?,
        letters: letters.trim().chars().collect(),
        after: Beside::parse(after, classes)?,
        result: result.trim().to_owned(),
    })
}

/// `letter result`, or the letter alone where nothing is written for it.
fn letter(entry: &str) -> Option<Rule> {
    let mut parts = entry.split_whitespace();
    let letters = parts.next()?.chars().collect();
    let result = parts.next().unwrap_or_default().to_owned();
    parts.next().is_none().then_some(Rule {
        before: Beside::default(),
        letters,
        after: Beside::default(),
        result,
    })
}
