//! Rewriting the end of a word by a list of rules, the notation of the data files.
//!
//! A rule reads `ending > results`, as in `eau > eaux` or `teur > trice teuse`: where the word ends so, the ending
//! is replaced by each result in turn. `C` in an ending stands for any consonant, `V` for any vowel, and a digit in
//! a result repeats the letter that the first, second … of them stood for (`Cy > 1ies`). `-` is the empty ending
//! or result. Results behind `|` are forms that occur and that nobody should be told to write. The first rule that
//! fits decides. This was preferred to regular expressions because a linguist
//! reads it at sight, and because it cannot be slow.

/// An ordered list of rules.
#[derive(Debug, Clone, Default)]
pub(super) struct Rewrite(Vec<Rule>);

#[derive(Debug, Clone)]
struct Rule {
    ending: Vec<Part>,
    results: Vec<String>,
    /// How many of the results are forms to write.
    proper: usize,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Letter(char),
    Consonant,
    Vowel,
}

impl Rewrite {
    /// Reads rules; lines that are none are left out (a test of the data files finds them).
    pub(super) fn parse(lines: &[String]) -> Self {
        Self(lines.iter().filter_map(|line| Rule::parse(line)).collect())
    }

    /// Number of rules.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What the first rule that fits makes of the word; `None` where none fits.
    pub(super) fn apply<'r>(
        &'r self,
        word: &str,
    ) -> Option<impl Iterator<Item = String> + use<'r>> {
        let last = word.chars().next_back();
        self.0.iter().find_map(|rule| rule.apply(word, last))
    }

    /// The forms to write that the first rule that fits makes of the word.
    pub(super) fn apply_proper(&self, word: &str) -> Vec<String> {
        let last = word.chars().next_back();
        let made = self.0.iter().find_map(|rule| Some((rule, rule.apply(word, last)?)));
        made.map(|(rule, forms)| forms.take(rule.proper).collect()).unwrap_or_default()
    }

    /// What every rule that fits makes of the word.
    pub(super) fn apply_all(&self, word: &str) -> Vec<String> {
        let last = word.chars().next_back();
        self.0.iter().filter_map(|rule| rule.apply(word, last)).flatten().collect()
    }

    /// Does any rule fit?
    pub(super) fn fits(&self, word: &str) -> bool {
        let last = word.chars().next_back();
        self.0.iter().any(|rule| rule.captures(word, last).is_some())
    }
}

impl Rule {
    fn parse(line: &str) -> Option<Self> {
        let (ending, results) = line.split_once('>')?;
        let ending = ending.trim().trim_matches('-').chars().map(Part::of).collect();
        let (proper, also) = results.split_once('|').unwrap_or((results, ""));
        let words = |list: &str| -> Vec<String> {
            list.split_whitespace().map(|result| result.trim_matches('-').to_owned()).collect()
        };
        let mut results = words(proper);
        let proper = results.len();
        results.extend(words(also));
        Some(Self { ending, results, proper })
    }

    fn apply<'r>(
        &'r self,
        word: &str,
        last: Option<char>,
    ) -> Option<impl Iterator<Item = String> + use<'r>> {
        let (stem, letters) = self.captures(word, last)?;
        let stem = stem.to_owned();
        Some(self.results.iter().map(move |result| {
            let mut out = stem.clone();
            for c in result.chars() {
                let repeated =
                    c.to_digit(10).and_then(|digit| letters.get((digit as usize).checked_sub(1)?));
                out.push(repeated.copied().unwrap_or(c));
            }
            out
        }))
    }

    /// The stem before the ending, and the letters that classes stood for; a stem is never empty.
    fn captures<'w>(&self, word: &'w str, last: Option<char>) -> Option<(&'w str, Vec<char>)> {
        // Most rules fail at the last letter, and a word is held against a hundred of them.
        if self.ending.last().is_some_and(|part| !last.is_some_and(|c| part.matches(c))) {
            return None;
        }
        let mut rest = word;
        let mut letters = Vec::new();
        for part in self.ending.iter().rev() {
            let last = rest.chars().next_back()?;
            if !part.matches(last) {
                return None;
            }
            if !matches!(part, Part::Letter(_)) {
                letters.insert(0, last);
            }
            rest = rest.get(..rest.len() - last.len_utf8())?;
        }
        (!rest.is_empty() || self.ending.len() > 2).then_some((rest, letters))
    }
}

impl Part {
    fn of(c: char) -> Self {
        match c {
            'C' => Self::Consonant,
            'V' => Self::Vowel,
            other => Self::Letter(other),
        }
    }

    fn matches(self, c: char) -> bool {
        match self {
            Self::Letter(letter) => letter == c,
            Self::Consonant => c.is_ascii_lowercase() && !"aeiou".contains(c),
            Self::Vowel => "aeiou".contains(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(lines: &[&str]) -> Rewrite {
        Rewrite::parse(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        let rules = rules(&["eau > eaux", "au > aus", "- > s"]);
        assert_eq!(rules.apply("bureau").unwrap().collect::<Vec<_>>(), ["bureaux"]);
        assert_eq!(rules.apply("mot").unwrap().collect::<Vec<_>>(), ["mots"]);
    }

    #[test]
    fn letters_of_a_class_can_be_repeated() {
        let rules = rules(&["Cy > 1ies", "CVC > 1233ed 123ed"]);
        assert_eq!(rules.apply("ally").unwrap().collect::<Vec<_>>(), ["allies"]);
        assert_eq!(rules.apply("stop").unwrap().collect::<Vec<_>>(), ["stopped", "stoped"]);
        assert!(rules.apply("see").is_none());
    }

    #[test]
    fn results_behind_a_bar_are_not_to_be_written() {
        let rules = rules(&["al > aux | als", "- > s"]);
        assert_eq!(rules.apply("bal").unwrap().collect::<Vec<_>>(), ["baux", "bals"]);
        assert_eq!(rules.apply_proper("canal"), ["canaux"]);
        assert_eq!(rules.apply_proper("mot"), ["mots"]);
    }

    #[test]
    fn a_result_may_be_empty_and_a_digit_out_of_range_is_itself() {
        let rules = rules(&["s > -", "x > 9"]);
        assert_eq!(rules.apply("mots").unwrap().collect::<Vec<_>>(), ["mot"]);
        assert_eq!(rules.apply("prix").unwrap().collect::<Vec<_>>(), ["pri9"]);
        assert!(rules.apply("").is_none());
    }
}
