//! What a block's text shows by itself.

use super::detect::Detector;
use super::features::{flag, log, small};
use super::kinds::Kinds;
use super::lexicon;
use crate::document::Role;

/// Characters of a block that are looked at for its shape.
const LOOKED_AT: usize = 4000;

/// Measures of one text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    /// Words between white space.
    pub(super) words: f32,
    /// ln(1 + words).
    pub(super) length: f32,
    /// Does it end as a sentence does?
    pub(super) sentence: f32,
    /// Does it hold a phrase of the kinds of chrome?
    pub(super) phrase: f32,
    /// From −1 (the chrome's language) to 1 (the body's).
    pub(super) margin: f32,
    letters: bool,
    bilingual: bool,
    shape: Shape,
}

#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    sentences: f32,
    colon: f32,
    commas: f32,
    lower_start: f32,
    digit_start: f32,
    all_capitals: f32,
    title_case: f32,
    digits: f32,
    symbols: f32,
    address: f32,
    quotation: f32,
    placeholder: f32,
    listed: f32,
    question: f32,
    parenthesis: f32,
    word_length: f32,
    copyright: f32,
}

impl Facts {
    /// Measures a text; `pair` tells the body's language from the chrome's, where they differ.
    pub(super) fn of(text: &str, pair: Option<&Detector>, kinds: &Kinds) -> Self {
        let text = head(text.trim());
        let words = small(word_count(text));
        let end =
            text.trim_end_matches(['"', '”', '»', '’', '\'', ')', ']', '\u{a0}', '\u{202f}', ' ']);
        let margin = pair.map_or(0.0, |pair| scale(pair.margin(text)));
        Self {
            words,
            length: log(words),
            sentence: flag(end.ends_with(['.', '!', '?', '…', '。', '؟', '।'])),
            phrase: flag(kinds.find(text, Role::Chrome).is_some()),
            margin,
            letters: text.chars().any(char::is_alphabetic),
            bilingual: pair.is_some(),
            shape: Shape::of(text, end),
        }
    }

    /// Is it a sentence or more of running text?
    pub(super) fn is_text(&self) -> bool {
        self.words >= 12.0 && self.sentence > 0.0
    }

    pub(super) fn push_shape(&self, row: &mut Vec<f32>, repeated: bool) {
        let shape = &self.shape;
        row.extend([
            self.length,
            flag(self.words <= 1.0),
            flag(self.words <= 4.0),
            flag(self.words >= 20.0),
            self.sentence,
            shape.sentences,
            shape.colon,
            shape.commas,
            shape.lower_start,
            if self.words < 12.0 { shape.digit_start } else { 0.0 },
            shape.all_capitals,
            shape.title_case,
            shape.digits,
            if self.words < 12.0 { shape.symbols } else { 0.0 },
            shape.address,
            shape.quotation,
            shape.placeholder,
            self.phrase,
            flag(repeated),
            shape.listed,
            shape.question,
            shape.parenthesis,
            shape.word_length,
            shape.copyright,
        ]);
    }

    pub(super) fn push_language(&self, row: &mut Vec<f32>) {
        let several = self.words >= 4.0;
        row.extend([
            flag(several && self.margin > 0.4),
            flag(several && self.margin < -0.4),
            self.margin,
            flag(self.bilingual && self.letters && self.margin.abs() < 0.1),
        ]);
    }
}

impl Shape {
    fn of(text: &str, end: &str) -> Self {
        let tokens = Tokens::of(text);
        let chars = small(text.chars().count()).max(1.0);
        let first = text.chars().next();
        Self {
            sentences: flag(end.contains(". ") || end.contains("! ") || end.contains("? ")),
            colon: flag(text.ends_with(':')),
            commas: log(small(text.matches(',').count())),
            lower_start: flag(first.is_some_and(char::is_lowercase)),
            digit_start: flag(first.is_some_and(|c| c.is_ascii_digit())),
            all_capitals: flag(
                text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase),
            ),
            title_case: tokens.capital / tokens.count,
            digits: small(text.chars().filter(char::is_ascii_digit).count()) / chars,
            symbols: flag(text.contains(['|', '›', '→', '•', '·', '®', '+', '#', '«', '/'])),
            address: flag(text.contains("://") || text.contains('@') || text.contains("www.")),
            quotation: flag(text.starts_with(['“', '"', '«', '‘', '„'])),
            placeholder: flag(text.contains("%s") || text.contains("%d")),
            listed: tokens.listed / tokens.count,
            question: flag(end.ends_with('?')),
            parenthesis: flag(text.ends_with(')') || text.starts_with('(')),
            word_length: chars / tokens.count / 5.0,
            copyright: flag(text.contains('©')),
        }
    }
}

/// Counts over a text's words.
struct Tokens {
    count: f32,
    capital: f32,
    listed: f32,
}

impl Tokens {
    fn of(text: &str) -> Self {
        let (mut count, mut capital, mut listed) = (0usize, 0usize, 0usize);
        for word in crate::text::words(text) {
            count += 1;
            capital += usize::from(word.text.starts_with(char::is_uppercase));
            listed += usize::from(word.text.is_ascii() && lexicon::languages_of(word.text) != 0);
        }
        Self { count: small(count.max(1)), capital: small(capital), listed: small(listed) }
    }
}

/// Words of a text; two characters of a script that is written without spaces count for one.
pub(super) fn word_count(text: &str) -> usize {
    let unspaced = |c: &char| {
        let script = if c.is_ascii() { None } else { lexicon::script_of(*c) };
        matches!(script, Some("Han" | "Kana" | "Thai" | "Lao" | "Khmer" | "Myanmar" | "Tibetan"))
    };
    text.split_whitespace().count() + text.chars().filter(unspaced).count() / 2
}

/// Tenths of a nat, from −1 to 1.
#[allow(clippy::cast_precision_loss, reason = "lies between -100 and 100")]
fn scale(margin: i32) -> f32 {
    margin.clamp(-100, 100) as f32 / 100.0
}

fn head(text: &str) -> &str {
    text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}
