//! The language of short strings: words, letters and scripts, among the languages in play.
//!
//! Names and numbers have no language: where the evidence is thin the detector abstains and its caller takes
//! the neighbours' word.
//! Evidence is counted in tenths of a nat, as whole numbers, word by word: the word lists first, then the letter tables,
//! each word's share capped so that one foreign name does not decide for a line.

use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

use super::lexicon::{self, Mask};
use super::ngrams::Table;
use crate::text;

/// Evidence of a word that stands in one language's list only, in tenths of a nat.
const LISTED: i32 = 60;
/// Evidence of a letter that only one of the languages has, where there are no letter tables.
const LETTER: i32 = 30;
/// The most that the letters of one word may say.
const WORD_CAP: i32 = 60;
/// A capitalised word in no list is likely a name: its letters weigh one part in so many.
const NAME: i32 = 4;
/// Evidence below which the detector abstains: odds of about three to two.
const ABSTAIN: i32 = 4;
/// Words of a text that are looked at; more change nothing.
const WORDS: usize = 48;

/// The language of a text, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The language; `None` where the text shows none of those in play.
    pub lang: Option<LanguageIdentifier>,
    /// The chance that the best language is right, in hundredths; 0 where nothing speaks for any.
    pub confidence: u8,
}

/// Tells a few languages apart.
#[derive(Debug)]
pub struct Detector {
    candidates: Vec<Candidate>,
}

#[derive(Debug)]
struct Candidate {
    lang: LanguageIdentifier,
    bit: Mask,
    script: &'static str,
    letters: &'static str,
    table: Option<&'static Table>,
}

impl Detector {
    /// A detector for the languages in play; for none, every language that the data files let it tell.
    pub fn new(langs: &[LanguageIdentifier]) -> Self {
        let listed: Vec<LanguageIdentifier>;
        let langs = if langs.is_empty() {
            listed = lexicon::known().into_iter().filter_map(|code| code.parse().ok()).collect();
            &listed
        } else {
            langs
        };
        Self { candidates: langs.iter().map(Candidate::new).collect() }
    }

    /// The detector for every language that the data files let it tell; made once.
    pub fn any() -> &'static Self {
        static ANY: LazyLock<Detector> = LazyLock::new(|| Detector::new(&[]));
        &ANY
    }

    /// The language of a text, a word or a line.
    pub fn detect(&self, text: &str) -> Guess {
        let scores = self.scores(text);
        let best = scores.iter().enumerate().max_by_key(|(at, score)| (**score, usize::MAX - at));
        let Some((at, best)) = best else { return Guess { lang: None, confidence: 0 } };
        let others = scores.iter().enumerate().filter(|(other, _)| *other != at);
        let margin = best - others.map(|(_, score)| *score).max().unwrap_or(0);
        if margin < ABSTAIN {
            return Guess {
                lang: None,
                confidence: if margin > 0 { confidence(margin) } else { 0 },
            };
        }
        let lang = self.candidates.get(at).map(|candidate| candidate.lang.clone());
        Guess { lang, confidence: confidence(margin) }
    }

    /// How much more a text looks like the first language than like the second, in tenths of a nat.
    pub(super) fn margin(&self, text: &str) -> i32 {
        match self.scores(text).as_slice() {
            [first, second, ..] => first - second,
            _ => 0,
        }
    }

    /// The evidence for each language; those of another script than the text's stay far behind.
    fn scores(&self, text: &str) -> Vec<i32> {
        let mut scores = vec![0; self.candidates.len()];
        let Some(script) = dominant_script(text) else { return scores };
        let mut rivals = 0;
        for (candidate, score) in self.candidates.iter().zip(&mut scores) {
            if reads(candidate.script, script) {
                rivals += 1;
            } else {
                *score = -SCRIPT;
            }
        }
        match rivals {
            0 => scores.fill(0),
            1 if self.candidates.len() > 1 => {}
            _ => self.weigh_words(text, script, &mut scores),
        }
        scores
    }

    fn weigh_words(&self, text: &str, script: &str, scores: &mut [i32]) {
        let all: Mask = self.candidates.iter().fold(0, |mask, candidate| mask | candidate.bit);
        let tables = self
            .candidates
            .iter()
            .all(|candidate| candidate.table.is_some() || !reads(candidate.script, script));
        let words = observed(text, all);
        if words.len() > 1 && words.iter().all(is_name) {
            return;
        }
        for (at, word) in words.iter().enumerate() {
            self.weigh(word, all, tables, discount(&words, at), scores);
        }
    }

    /// Adds what one word says.
    fn weigh(&self, word: &Observed, all: Mask, tables: bool, discount: i32, scores: &mut [i32]) {
        let known = word.mask & all;
        let costs: Vec<i32> =
            self.candidates.iter().map(|candidate| candidate.cost(&word.text, tables)).collect();
        let cheapest = costs.iter().copied().min().unwrap_or(0);
        let shared = known.count_ones() > 1;
        for ((candidate, cost), score) in self.candidates.iter().zip(&costs).zip(scores) {
            let listed = known & candidate.bit != 0;
            let by_letters = if shared && listed { 0 } else { (cost - cheapest).min(WORD_CAP) };
            *score += (if listed { LISTED } else { 0 }) - by_letters / discount;
        }
    }
}

/// Evidence against a language that is not written in the text's script.
const SCRIPT: i32 = 200;

impl Candidate {
    fn new(lang: &LanguageIdentifier) -> Self {
        let code = lang.language.as_str();
        Self {
            bit: lexicon::bit(code),
            script: lexicon::script(code),
            letters: lexicon::letters(code),
            table: lexicon::table(code),
            lang: lang.clone(),
        }
    }

    /// How badly a word's letters fit, in tenths of a nat.
    fn cost(&self, word: &str, tables: bool) -> i32 {
        match self.table.filter(|_| tables) {
            Some(table) => table.cost(word),
            None if word.chars().any(|c| !c.is_ascii() && self.letters.contains(c)) => 0,
            None => LETTER,
        }
    }
}

/// A word as the detector sees it.
struct Observed {
    text: String,
    mask: Mask,
    capital: bool,
}

/// The words that can speak for a language: no placeholders, addresses, numbers, acronyms or known names.
fn observed(text: &str, all: Mask) -> Vec<Observed> {
    let shouted = !text.chars().any(char::is_lowercase) && text.split_whitespace().count() > 1;
    let tokens = text.split_whitespace().filter(|token| !is_inert(token));
    tokens
        .flat_map(|token| text::words(token).map(|word| word.text))
        .take(WORDS)
        .filter_map(|word| observe(word, all, shouted))
        .collect()
}

fn observe(word: &str, all: Mask, shouted: bool) -> Option<Observed> {
    if word.contains('_') || word.chars().any(char::is_numeric) {
        return None;
    }
    let text = if word.is_ascii() { word.to_ascii_lowercase() } else { text::fold_case(word) };
    let mask = lexicon::languages_of(&text);
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    // RSS, TurkStream, WordPress: inner capitals make a name.
    let acronym = upper > 1 && !shouted && mask & all == 0;
    (mask != Mask::MAX && !acronym).then_some(Observed {
        text,
        mask,
        capital: upper > 0 && !shouted,
    })
}

/// Can the word be a name: capitalised, and in no list?
fn is_name(word: &Observed) -> bool {
    word.capital && word.mask == 0
}

/// By how much a word's letters are divided: likely names, but for a first word with an ordinary one behind it.
fn discount(words: &[Observed], at: usize) -> i32 {
    let Some(word) = words.get(at) else { return 1 };
    let beside_name = words.get(at + 1).is_some_and(is_name);
    if is_name(word) && (at > 0 || beside_name) { NAME } else { 1 }
}

/// Is a token no word: a placeholder, an address, a tag?
fn is_inert(token: &str) -> bool {
    let placeholder = token
        .split('%')
        .skip(1)
        .any(|rest| rest.starts_with(['s', 'd', '1', '2', '3', '4', '(', 'l', 'u', 'f']));
    placeholder
        || token.contains(['@', '<', '>', '{', '}', '\\'])
        || token.contains("://")
        || token.starts_with("www.")
}

/// The script of most letters; Japanese where kana stand among the characters.
fn dominant_script(text: &str) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, u32)> = Vec::new();
    for script in text.chars().take(400).filter_map(lexicon::script_of) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let (best, most) = counts.iter().copied().max_by_key(|(_, count)| *count)?;
    let kana = counts.iter().find(|(script, _)| *script == "Kana").map_or(0, |(_, count)| *count);
    Some(if best == "Han" && kana * 10 >= most { "Kana" } else { best })
}

/// Can a text in script `seen` be in a language written in `script`?
fn reads(script: &str, seen: &str) -> bool {
    script == seen
}

/// The logistic function of the evidence, damped because words of a line are not independent; hundredths.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lies between 50 and 100"
)]
fn confidence(margin: i32) -> u8 {
    let odds = libm::exp(-f64::from(margin) / 20.0);
    (100.0 / (1.0 + odds)).clamp(0.0, 99.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(langs: &[&str], text: &str) -> String {
        let langs: Vec<_> = langs.iter().map(|lang| lang.parse().unwrap()).collect();
        let guess = Detector::new(&langs).detect(text);
        guess.lang.map_or_else(|| "-".to_owned(), |lang| lang.to_string())
    }

    #[test]
    fn strings_of_an_interface_are_told_apart() {
        for text in
            ["Leave your answer here", "Log out", "Search", "The ferry was late again", "Tags"]
        {
            assert_eq!(code(&["en", "fr"], text), "en", "{text}");
        }
        for text in [
            "Écrivez votre réponse",
            "Se déconnecter",
            "Rechercher",
            "Le bac était en retard",
            "Étiquettes",
        ] {
            assert_eq!(code(&["en", "fr"], text), "fr", "{text}");
        }
    }

    #[test]
    fn names_numbers_and_shared_words_have_no_language() {
        for text in [
            "Twitter",
            "Photo",
            "12/03/2021",
            "%s",
            "",
            "🦀",
            "GNA",
            "https://example.org/le-monde",
            "Contact",
        ] {
            assert_eq!(code(&["en", "fr"], text), "-", "{text}");
        }
    }

    #[test]
    fn a_script_of_its_own_decides() {
        assert_eq!(code(&["en", "ru"], "Паром снова опоздал"), "ru");
        assert_eq!(code(&["fr", "ar"], "بحث"), "ar");
        assert_eq!(code(&["en", "zh"], "渡轮又晚点了"), "zh");
        assert_eq!(code(&["zh", "ja"], "フェリーはまた遅れた"), "ja");
        assert_eq!(code(&["en", "fr"], "Паром"), "-");
    }

    #[test]
    fn one_script_is_split_by_words_and_letters() {
        assert_eq!(code(&["de", "en"], "Die Fähre kam wieder zu spät"), "de");
        assert_eq!(code(&["es", "pt"], "A barca chegou outra vez com atraso"), "pt");
        assert_eq!(code(&["ru", "uk"], "Пором знову запізнився, і це не вперше"), "uk");
        assert_eq!(code(&["en", "tr"], "Vapur yine geç kaldı ve kimse şaşırmadı"), "tr");
        assert_eq!(code(&[], "The ferry was late again and nobody was surprised"), "en");
        assert_eq!(code(&[], "Le bac était encore en retard et personne ne s’en étonna"), "fr");
    }

    #[test]
    fn one_language_in_play_is_no_proof() {
        assert_eq!(code(&["fr"], "12 345"), "-");
        assert_eq!(code(&["fr"], "Le bac était en retard"), "fr");
    }

    #[test]
    fn hostile_text_is_read_in_bounded_time() {
        let long = "é".repeat(1 << 20);
        code(&["en", "fr"], &long);
        code(&["en", "fr"], &"%".repeat(1 << 20));
        code(&["en", "fr"], "\u{0}\u{202e}\u{fffd}");
    }
}
