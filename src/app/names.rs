//! `names variants`: which spellings of names stand in given files, how often and where.
//!
//! Only words with a capital are taken for names, and of those only such as never stand in small letters in the same
//! files: that tells names from words that open a sentence, in any language and without a dictionary.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::check::supported_files;
use super::language::language_of;
use super::page::read;
use super::session::{Notice, Session, Stop, show};
use crate::diagnostic::{Diagnostic, Severity};
use crate::exchange::{self, Languages};
use crate::glossary::{ConceptKind, Glossary};
use crate::names::{Candidate, NameIndex, Names};
use crate::text::{Location, Passage, SourceId, fold_case};

crate::messages! { MESSAGES;
    no_name = "names-no-name" (name);
}

/// The spellings of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct NameGroup {
    /// The name as it was asked for or is listed; `None` where the spellings were found without.
    pub listed: Option<String>,
    /// What it is, where a glossary says so.
    pub kind: Option<ConceptKind>,
    /// Its spellings, the most frequent first.
    pub spellings: Vec<Spelling>,
}

/// One spelling of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Spelling {
    /// As it stands in the files; of several that differ in case, the first.
    pub text: String,
    /// Language of the texts that it stands in; one entry for each.
    pub lang: LanguageIdentifier,
    /// How likely it is the name that was asked for, 0 to 1; 1 where no name was.
    pub score: f64,
    /// Where it stands.
    pub places: Vec<Location>,
}

/// A word that may be a name, or several that stand together.
#[derive(Debug, Clone)]
struct Token {
    text: String,
    at: Location,
    lang: LanguageIdentifier,
    /// Does the one before stand directly in front of it?
    follows: bool,
}

/// Finds the spellings of names in files and folders: of the names given and of a glossary's persons and places; where
/// there are neither, of every name that is spelled in more than one way.
///
/// # Errors
///
/// Where no file can be read or a name has no letters.
pub fn name_variants(
    session: &mut Session<'_>,
    paths: &[PathBuf],
    wanted: &[String],
    glossary: &Glossary,
) -> Result<Vec<NameGroup>, Stop> {
    let names = Names::shipped();
    if let Some(empty) = wanted.iter().find(|name| names.prepare(name).is_empty()) {
        return Err(session.stop(no_name(empty)));
    }
    let tokens = tokens(session, paths)?;
    let mut listed: Vec<(String, String)> =
        wanted.iter().map(|name| (name.clone(), name.clone())).collect();
    let mut kinds: BTreeMap<String, ConceptKind> = BTreeMap::new();
    for concept in glossary.concepts.iter().filter(|concept| concept.kind.is_name()) {
        let head = concept.terms.first().map_or(&concept.id, |term| &term.form);
        kinds.insert(head.clone(), concept.kind);
        listed.extend(concept.terms.iter().map(|term| (head.clone(), term.form.clone())));
    }
    if listed.is_empty() {
        return Ok(unlisted(names, &tokens));
    }
    let mut groups = of_listed(names, &tokens, &listed);
    for group in &mut groups {
        group.kind = group.listed.as_ref().and_then(|head| kinds.get(head)).copied();
    }
    Ok(groups)
}

/// The spellings of listed names, in the order of the list.
fn of_listed(names: &Names, tokens: &[Token], listed: &[(String, String)]) -> Vec<NameGroup> {
    let index = NameIndex::new(names, listed.iter().map(|(_, form)| form.as_str()));
    let mut known: BTreeMap<&str, Vec<Candidate>> = BTreeMap::new();
    for token in tokens {
        known.entry(&token.text).or_insert_with(|| index.lookup(&token.text));
    }
    let mut found: BTreeMap<&str, Vec<(Token, f64)>> = BTreeMap::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let Some(best) = known.get(token.text.as_str()).and_then(|found| found.first()) else {
            continue;
        };
        let Some((head, _)) = listed.get(best.name) else { continue };
        let (mut whole, mut score) = (token.clone(), best.score);
        // Words behind that belong to the same name: Khalifa Hafter.
        while let Some(next) = tokens.get(at).filter(|next| next.follows) {
            let more = known.get(next.text.as_str()).into_iter().flatten();
            let mut more = more.filter(|candidate| candidate.word.is_some());
            let Some(more) = more.find(|candidate| {
                listed.get(candidate.name).is_some_and(|(own, _)| own == head)
                    && candidate.name == best.name
                    && candidate.word > best.word
            }) else {
                break;
            };
            whole.text = format!("{} {}", whole.text, next.text);
            whole.at.span = whole.at.span.cover(next.at.span);
            score = score.min(more.score);
            at += 1;
        }
        found.entry(head).or_default().push((whole, score));
    }
    let mut heads: Vec<&str> = Vec::new();
    for (head, _) in listed {
        if !heads.contains(&head.as_str()) {
            heads.push(head);
        }
    }
    let groups = heads.into_iter().filter_map(|head| {
        let spellings = spellings(found.remove(head)?);
        Some(NameGroup { listed: Some(head.to_owned()), kind: None, spellings })
    });
    groups.collect()
}

/// Names that are spelled in more than one way.
fn unlisted(names: &Names, tokens: &[Token]) -> Vec<NameGroup> {
    let mut texts: Vec<&str> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for token in tokens.iter().filter(|token| token.text.chars().count() > 2) {
        if seen.insert(fold_case(&token.text)) {
            texts.push(&token.text);
        }
    }
    let several = names.group(&texts).into_iter().filter(|group| group.len() > 1);
    several
        .map(|group| {
            let own: BTreeSet<String> =
                group.iter().filter_map(|at| texts.get(*at)).map(|text| fold_case(text)).collect();
            let tokens = tokens.iter().filter(|token| own.contains(&fold_case(&token.text)));
            let spellings = spellings(tokens.map(|token| (token.clone(), 1.0)).collect());
            NameGroup { listed: None, kind: None, spellings }
        })
        .collect()
}

/// Tokens put together by spelling and language, the most frequent first.
fn spellings(tokens: Vec<(Token, f64)>) -> Vec<Spelling> {
    let mut out: Vec<Spelling> = Vec::new();
    let mut numbers: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (token, score) in tokens {
        let key = (fold_case(&token.text), token.lang.to_string());
        let number = *numbers.entry(key).or_insert(out.len());
        match out.get_mut(number) {
            Some(own) => own.places.push(token.at),
            None => out.push(Spelling {
                text: token.text,
                lang: token.lang,
                score,
                places: vec![token.at],
            }),
        }
    }
    out.sort_by_key(|spelling| std::cmp::Reverse(spelling.places.len()));
    out
}

/// The words with a capital of all files, those left out that also stand in small letters.
fn tokens(session: &mut Session<'_>, paths: &[PathBuf]) -> Result<Vec<Token>, Stop> {
    let (mut tokens, mut small) = (Vec::new(), BTreeSet::new());
    let mut read = false;
    for path in paths {
        let files = if session.files.is_folder(path) {
            supported_files(session, path)
        } else {
            vec![path.clone()]
        };
        for file in files {
            let Ok(passages) = passages(session, &file) else { continue };
            read = true;
            for (passage, lang) in passages {
                words(&passage, &lang, &mut tokens, &mut small);
            }
        }
    }
    if !read && !session.unread.is_empty() {
        return Err(Stop);
    }
    tokens.retain(|token| !small.contains(&fold_case(&token.text)));
    Ok(tokens)
}

/// The texts of a file, each with its language.
fn passages(
    session: &mut Session<'_>,
    path: &Path,
) -> Result<Vec<(Passage, LanguageIdentifier)>, Stop> {
    let id = session.open(path)?;
    let Some(format) = exchange::of(session.sources.get(id)) else {
        return Ok(of_page(session, id));
    };
    let languages = Languages { source: None, target: None };
    let read = format.read(id, session.sources.get(id), languages).map_err(|refusal| {
        let fault = Diagnostic::new("unreadable", Severity::Error, refusal.at, refusal.message);
        session.leave(&show(path), vec![Notice::Place(Box::new(fault))])
    })?;
    if !read.faults.is_empty() {
        session.incomplete = true;
        session.say_all(read.faults);
    }
    let bitext = read.bitext;
    let (source, target) = (bitext.source_lang.clone(), bitext.target_lang.clone());
    let mut out = Vec::new();
    for unit in bitext.units {
        out.extend(
            unit.source.as_ref().and_then(|side| Some((side.passage()?.clone(), source.clone()))),
        );
        out.extend(
            unit.target.as_ref().and_then(|side| Some((side.passage()?.clone(), target.clone()))),
        );
    }
    Ok(out)
}

fn of_page(session: &mut Session<'_>, id: SourceId) -> Vec<(Passage, LanguageIdentifier)> {
    let lang = language_of(session, id);
    let document = read(session, id);
    document.blocks.into_iter().map(|block| (block.passage, lang.clone())).collect()
}

/// The words of a passage: those with a capital as tokens, the others folded.
fn words(
    passage: &Passage,
    lang: &LanguageIdentifier,
    tokens: &mut Vec<Token>,
    small: &mut BTreeSet<String>,
) {
    let text = passage.text.as_str();
    let mut before: Option<usize> = None;
    for (start, word) in pieces(text) {
        let end = start + word.len();
        let capital = word.chars().any(char::is_uppercase);
        let letters = word.chars().any(char::is_alphabetic);
        // Scripts without capitals have no small letters either.
        let caseless = letters && !word.chars().any(char::is_lowercase) && !capital;
        if capital || caseless {
            let gap = before.and_then(|before| text.get(before..start));
            let span = crate::text::Span::of(start, end);
            tokens.push(Token {
                text: word.to_owned(),
                at: passage.slice(span).location(),
                lang: lang.clone(),
                follows: gap
                    .is_some_and(|gap| gap.chars().all(char::is_whitespace) && gap.len() < 4),
            });
            before = Some(end);
        } else {
            if letters {
                small.insert(fold_case(word));
            }
            before = None;
        }
    }
}

/// The words of a text with their offsets in bytes: letters, with hyphens and apostrophes between them; a French
/// elision in front and an English possessive behind are cut off.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inner = |c: char| matches!(c, '-' | '\'' | '’' | '‘' | 'ʼ' | '\u{2010}' | '\u{2011}');
    let mut from = 0;
    let mut out = Vec::new();
    for run in text.split(move |c: char| !(c.is_alphanumeric() || inner(c) || is_mark(c))) {
        let start = from;
        from = start + run.len();
        from += text.get(from..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let lead = run.len() - run.trim_start_matches(inner).len();
        let mut word = run.trim_matches(inner);
        let mut at = start + lead;
        for elided in ["d", "l", "qu", "s", "n", "m", "j", "c", "t"] {
            let rest = word.get(elided.len()..).filter(|_| {
                word.get(..elided.len()).is_some_and(|head| head.eq_ignore_ascii_case(elided))
            });
            let rest = rest.and_then(|rest| rest.strip_prefix(['’', '\'']));
            if let Some(rest) = rest.filter(|rest| rest.starts_with(char::is_uppercase)) {
                at += word.len() - rest.len();
                word = rest;
                break;
            }
        }
        let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        if !word.is_empty() {
            out.push((at, word));
        }
    }
    out.into_iter()
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..'\u{370}').contains(&c)
}
