//! One side of the texts as numbered words: which of them may be part of a term, and what their capitals say.
//!
//! Words joined by hyphens are one. Inflected forms count as one word where the singular stands in the texts as
//! well, so that nothing is taken for a form of a word that nobody wrote. Capitals at the start of a sentence and
//! in a headline say nothing.

use std::collections::HashMap;
use std::ops::Range;

use unic_langid::LanguageIdentifier;

use super::words::{
    ARTICLE, INSIDE, INSIDE_NAMES, INSIDE_TERMS, NOT_FIRST, NOT_LAST, STOP, WEAK, Words,
};
use crate::morphology::Morphology;
use crate::text::{Passage, Span, fold_case, words};

/// Most words read of a side; memory is kept in bounds by it. Some ten megabytes of text.
pub(super) const MOST_WORDS: usize = 2_000_000;

/// What the first letter of a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capital {
    /// A small letter.
    No,
    /// A capital.
    Yes,
    /// A capital where any word has one.
    Unknown,
}

/// May a word be part of a term?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It may, at an edge, too.
    Content,
    /// Between others only.
    Inside,
    /// It may not.
    Never,
}

/// A word at its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Number of the word, its inflected forms taken together.
    pub(super) word: u32,
    /// Number of the form itself.
    pub(super) form: u32,
    /// Bytes of the text.
    pub(super) span: Span,
    /// Does something other than a space or an apostrophe stand before it?
    pub(super) apart: bool,
    pub(super) capital: Capital,
    pub(super) part: Part,
    /// The text it stands in.
    pub(super) text: u32,
}

/// One side of the texts.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) lang: LanguageIdentifier,
    rules: &'a Morphology,
    /// What is known of the language's words.
    pub(super) words: &'static Words,
    /// A text a unit; `None` where the unit has none on this side.
    pub(super) texts: Vec<Option<&'a Passage>>,
    /// The words of each text.
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) tokens: Vec<Token>,
    /// Forms by number, folded.
    pub(super) forms: Vec<String>,
    marks: Vec<u8>,
    /// Was some text left unread, because there was too much?
    pub(super) cut: bool,
}

impl<'a> Side<'a> {
    /// Reads the texts of a side.
    pub(super) fn new(
        lang: &LanguageIdentifier,
        rules: &'a Morphology,
        texts: Vec<Option<&'a Passage>>,
    ) -> Self {
        let known = Words::of(lang);
        let mut side = Self {
            lang: lang.clone(),
            rules,
            words: known,
            texts: Vec::new(),
            ranges: Vec::new(),
            tokens: Vec::new(),
            forms: Vec::new(),
            marks: Vec::new(),
            cut: false,
        };
        let mut numbers = HashMap::new();
        for (number, passage) in (0u32..).zip(&texts) {
            let from = side.tokens.len();
            match passage {
                Some(passage) if from < MOST_WORDS => side.read(passage, number, &mut numbers),
                Some(_) => side.cut = true,
                None => {}
            }
            side.ranges.push(from..side.tokens.len());
        }
        side.texts = texts;
        side.marks = side.forms.iter().map(|form| known.marks(form)).collect();
        side.join_forms(&numbers);
        for range in side.ranges.clone() {
            side.judge_capitals(range.clone());
            side.judge_parts(range);
        }
        side
    }

    /// Has the word of a token a mark?
    pub(super) fn is_marked(&self, token: &Token, mark: u8) -> bool {
        self.marks.get(token.form as usize).is_some_and(|marks| marks & mark != 0)
    }

    /// The text of a token's unit.
    pub(super) fn text(&self, token: &Token) -> &'a str {
        let passage = self.texts.get(token.text as usize).copied().flatten();
        passage.map_or("", |passage| &passage.text)
    }

    fn read(&mut self, passage: &Passage, text: u32, numbers: &mut HashMap<String, u32>) {
        let mut last: Option<u32> = None;
        let from = self.tokens.len();
        for word in words(&passage.text) {
            let before = last.unwrap_or(0);
            let between = Span::of(before as usize, word.span.start() as usize);
            let gap = between.slice(&passage.text);
            last = Some(word.span.end());
            let hyphen = matches!(gap, "-" | "\u{2010}" | "\u{2011}");
            if let Some(token) = self.tokens.get_mut(from..).and_then(<[Token]>::last_mut)
                && hyphen
            {
                token.span = token.span.cover(word.span);
                continue;
            }
            let beside = matches!(gap, " " | "\u{A0}" | "\u{202F}" | "'" | "\u{2019}");
            let capital = if opens(gap) || self.tokens.len() == from {
                Capital::Unknown
            } else {
                Capital::Yes
            };
            self.tokens.push(Token {
                word: 0,
                form: 0,
                span: word.span,
                apart: !beside,
                capital,
                part: if passage.is_aside(word.span) { Part::Never } else { Part::Content },
                text,
            });
        }
        for token in self.tokens.iter_mut().skip(from) {
            let surface = token.span.slice(&passage.text);
            let folded = fold_case(surface);
            let next = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
            let forms = &mut self.forms;
            token.form = *numbers.entry(folded).or_insert_with_key(|folded| {
                forms.push(folded.clone());
                next
            });
            token.word = token.form;
            if !begins_with_capital(surface) {
                token.capital = Capital::No;
            }
        }
    }

    /// Gives inflected forms the number of the singular that stands in the texts.
    fn join_forms(&mut self, numbers: &HashMap<String, u32>) {
        let join = |(number, form): (u32, &String)| {
            let mut singulars = self.rules.singulars(form);
            singulars.sort_unstable_by_key(|singular| (singular.chars().count(), singular.clone()));
            let mut there = singulars.iter().filter_map(|singular| numbers.get(singular));
            there.find(|other| **other != number).copied().unwrap_or(number)
        };
        let words: Vec<u32> = (0u32..).zip(&self.forms).map(join).collect();
        for token in &mut self.tokens {
            let once = words.get(token.form as usize).copied().unwrap_or(token.form);
            token.word = once;
        }
    }

    /// In a headline, or a text in capitals, a capital says nothing.
    fn judge_capitals(&mut self, range: Range<usize>) {
        const FEWEST: usize = 4;
        let long = |token: &&Token| token.span.len() > 3;
        let tokens = self.tokens.get_mut(range).unwrap_or_default();
        let all = tokens.iter().filter(long).count();
        let capitals =
            tokens.iter().filter(long).filter(|token| token.capital != Capital::No).count();
        if all >= FEWEST && capitals * 10 > all * 7 {
            for token in tokens.iter_mut().filter(|token| token.capital == Capital::Yes) {
                token.capital = Capital::Unknown;
            }
        }
    }

    fn judge_parts(&mut self, range: Range<usize>) {
        for at in range.clone() {
            let Some(token) = self.tokens.get(at).copied() else { continue };
            let part = self.part(at, &token, &range);
            if let Some(token) = self.tokens.get_mut(at) {
                token.part = part;
            }
        }
    }

    fn part(&self, at: usize, token: &Token, range: &Range<usize>) -> Part {
        if token.part == Part::Never {
            return Part::Never;
        }
        let near = |at: Option<usize>| {
            at.filter(|at| range.contains(at)).and_then(|at| self.tokens.get(at))
        };
        let content = |found: &&Token| !self.is_marked(found, STOP | INSIDE | ARTICLE);
        let before = (1..=3).filter_map(|step| near(at.checked_sub(step))).find(content);
        let after = (1..=3).filter_map(|step| near(at.checked_add(step))).find(content);
        let capital = |found: Option<&Token>| found.map(|found| found.capital);
        let both = (capital(before), capital(after));
        let names = matches!(both, (Some(Capital::Yes | Capital::Unknown), Some(Capital::Yes)));
        let small = matches!(both.1, Some(Capital::No));
        let allowed = self.is_marked(token, INSIDE)
            || names && self.is_marked(token, INSIDE_NAMES)
            || small && self.is_marked(token, INSIDE_TERMS);
        if allowed {
            return Part::Inside;
        }
        let inside = |found: &Token| found.part == Part::Inside;
        if self.is_marked(token, ARTICLE) {
            let follows = near(at.checked_sub(1)).is_some_and(inside) && !token.apart;
            return if follows { Part::Inside } else { Part::Never };
        }
        let form = self.forms.get(token.form as usize).map_or("", String::as_str);
        // A name may be spelled like a common word (*May*, *Will*), but only a capital tells.
        let stop = self.is_marked(token, STOP) || is_inverted(self, form);
        let letters = form.chars().filter(|c| c.is_alphabetic()).count();
        if stop || letters < 2 || is_ordinal(form) { Part::Never } else { Part::Content }
    }

    /// May a stretch of words with these edges be a term?
    pub(super) fn has_term_edges(&self, first: &Token, last: &Token, words: &[Token]) -> bool {
        let content = |token: &Token| token.part == Part::Content;
        let weak = words.iter().filter(|token| content(token) && !self.is_marked(token, WEAK));
        let inside = |at: Option<usize>| {
            at.and_then(|at| words.get(at)).is_some_and(|token| token.part == Part::Inside)
        };
        let opens_weakly = self.is_marked(first, WEAK) || self.is_gerund(first);
        let ends_weakly = self.is_marked(last, WEAK);
        content(first)
            && content(last)
            && !(opens_weakly && inside(Some(1)))
            && !(ends_weakly && inside(words.len().checked_sub(2)))
            && (first.capital == Capital::Yes || !self.is_marked(first, NOT_FIRST))
            && !self.is_marked(last, NOT_LAST)
            && !self.is_infinitive(first)
            && !self.is_infinitive(last)
            && weak.count() >= 1
    }

    /// A verb's form rather than a noun's where a preposition follows: *calling for help*.
    fn is_gerund(&self, token: &Token) -> bool {
        let form = self.forms.get(token.form as usize).map_or("", String::as_str);
        token.capital != Capital::Yes && self.rules.is_gerund(form)
    }

    fn is_infinitive(&self, token: &Token) -> bool {
        let form = self.forms.get(token.form as usize).map_or("", String::as_str);
        token.capital == Capital::No && self.rules.is_infinitive(form)
    }
}

/// A verb with its pronoun behind it (*dit-il*): its last part is a function word, and so is none of the others.
fn is_inverted(side: &Side<'_>, form: &str) -> bool {
    let last = form.rsplit('-').next().filter(|last| last.len() < form.len());
    last.is_some_and(|last| Words::of(&side.lang).marks(last) & STOP != 0)
}

/// A number, or one with a short ending (*19th*, *2e*).
fn is_ordinal(form: &str) -> bool {
    form.starts_with(|c: char| c.is_ascii_digit())
        && form.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// Does what stands before a word open a sentence, a quotation or an item?
fn opens(gap: &str) -> bool {
    gap.chars().any(|c| {
        matches!(
            c,
            '.' | '!' | '?' | ':' | '…' | '«' | '“' | '"' | '‘' | '–' | '—' | '•' | '*' | '|'
        )
    })
}

/// Does a word begin with a capital, a short particle before its hyphen aside (*al-Thani*)?
fn begins_with_capital(word: &str) -> bool {
    const PARTICLE: usize = 3;
    let capital = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    let particle = || {
        let (first, rest) = word.split_once(['-', '\u{2010}', '\u{2011}'])?;
        (first.chars().count() <= PARTICLE).then(|| capital(rest))
    };
    capital(word) || particle().unwrap_or(false)
}
