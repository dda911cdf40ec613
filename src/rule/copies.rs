//! Is a target sentence still in the source's language?

use std::fmt;

use unic_langid::LanguageIdentifier;

use crate::lang;
use crate::page::detect::Detector;
use crate::text::{fold_case, words};

/// Fewest words of a sentence whose language is judged; below that names and borrowed words decide too much.
const LEAST_WORDS: usize = 4;

/// Fewest words of a sentence that may not be equal to its source; a title of names may be.
const LEAST_EQUAL_WORDS: usize = 3;

/// Least confidence of the detector, in hundredths.
const SURE: u8 = 80;

/// Tells targets that were left as they were.
pub(super) struct Copies {
    source: LanguageIdentifier,
    detector: Option<Detector>,
}

impl fmt::Debug for Copies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Copies").field("source", &self.source).finish_non_exhaustive()
    }
}

impl Copies {
    pub(super) fn new(source: &LanguageIdentifier, target: &LanguageIdentifier) -> Self {
        let differ = !lang::same(source, target);
        let detector = differ.then(|| Detector::new(&[source.clone(), target.clone()]));
        Self { source: source.clone(), detector }
    }

    /// Is `target` in the source's language, or the source itself?
    pub(super) fn is_copy(&self, source: &str, target: &str) -> bool {
        let Some(detector) = &self.detector else { return false };
        let count = words(target).filter(|word| word.text.chars().any(char::is_alphabetic)).count();
        if source.is_empty() || count < LEAST_EQUAL_WORDS {
            return false;
        }
        let guess = detector.detect(target);
        let says_source = guess.lang.as_ref().is_some_and(|found| lang::same(found, &self.source));
        if fold_case(source) == fold_case(target) {
            // Names alone are the same in both languages, whatever the detector makes of them.
            let least = if says_source { 1 } else { 2 };
            return (says_source || guess.lang.is_none()) && lower_case_words(target) >= least;
        }
        count >= LEAST_WORDS && says_source && guess.confidence >= SURE
    }
}

/// Names and titles aside, a sentence has words in lower case.
fn lower_case_words(text: &str) -> usize {
    let is_lower = |word: &str| word.chars().count() > 3 && word.chars().all(char::is_lowercase);
    words(text).filter(|word| is_lower(word.text)).count()
}
