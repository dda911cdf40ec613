//! Forms of words from a hunspell dictionary (an `.aff` and a `.dic` file) that the user names.
//!
//! A small reader of our own: the crates that are kept (`zspell`, `spellbook`) check spelling and give out no forms.
//! Read are SET, FLAG, AF, SFX, PFX, NEEDAFFIX, FORBIDDENWORD and ONLYINCOMPOUND, as the manual page *hunspell*(5)
//! has them, with suffixes upon suffixes to the second level. Prefixes, and suffixes that a language's rules call
//! derivations, make other words (*re-elect*, *kindness*) or elide (*l’homme*) and are left out unless the rules
//! name them as inflection. Files may be hostile: everything is bounded, and what is not understood is skipped.

mod affix;

use std::collections::HashMap;
use std::collections::HashSet;

use self::affix::Affix;
use self::affix::Affixes;
use self::affix::Flag;

/// Forms of a word at most.
const MOST_FORMS: usize = 1_000;
/// Words that one may be a form of, at most.
const MOST_STEMS: usize = 16;
/// Rules tried for one word at most; a real dictionary needs some hundreds.
const MOST_STEPS: usize = 50_000;

/// A dictionary, ready to give the forms of words.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    suffixes: Vec<Affix>,
    prefixes: Vec<Affix>,
    /// Numbers of suffixes by flag, and by what they add.
    by_flag: HashMap<Flag, Vec<usize>>,
    by_ending: HashMap<Box<str>, Vec<usize>>,
    /// Bytes of the longest ending.
    longest: usize,
    /// Words in small letters: their sets of flags, by number.
    stems: HashMap<Box<str>, Vec<u32>>,
    flag_sets: Vec<Vec<Flag>>,
    bare_stem_is_no_word: Option<Flag>,
}

impl Dictionary {
    /// Reads a dictionary from the bytes of its two files; `None` where the second holds no words.
    pub fn parse(aff: &[u8], dic: &[u8]) -> Option<Self> {
        let encoding = affix::encoding(aff);
        let affixes = Affixes::read(&encoding.decode(aff).0);
        let mut dictionary = Self::default();
        dictionary.read_words(&encoding.decode(dic).0, &affixes);
        dictionary.bare_stem_is_no_word = affixes.need_affix;
        (dictionary.suffixes, dictionary.prefixes) = (affixes.suffixes, affixes.prefixes);
        dictionary.index();
        (!dictionary.stems.is_empty()).then_some(dictionary)
    }

    /// The forms of a word in small letters, itself among them; `None` where the dictionary does not know it.
    ///
    /// `derivations` are endings that make another word, `prefixes` those that make none. A form is letters only:
    /// what has an apostrophe or a space is several words.
    pub fn forms(
        &self,
        word: &str,
        derivations: &[String],
        prefixes: &HashSet<String>,
    ) -> Option<Vec<String>> {
        let is_form = |affix: &Affix| !derivations.iter().any(|end| affix.add.ends_with(&**end));
        let mut budget = MOST_STEPS;
        let stems = if self.stems.contains_key(word) {
            vec![word.to_owned()]
        } else {
            self.stems_of(word, &is_form, &mut budget)
        };
        if stems.is_empty() {
            return None;
        }
        let mut forms = vec![word.to_owned()];
        for stem in &stems {
            self.add_forms(stem, &is_form, prefixes, &mut budget, &mut forms);
        }
        forms.retain(|form| form.chars().all(|c| c.is_alphanumeric() || c == '-'));
        Some(forms)
    }

    /// The words that a word may be a form of.
    fn stems_of(
        &self,
        word: &str,
        is_form: &dyn Fn(&Affix) -> bool,
        budget: &mut usize,
    ) -> Vec<String> {
        let mut stems = Vec::new();
        for (outer, base) in self.stripped(word, budget) {
            if !is_form(outer) {
                continue;
            }
            if self.has(&base, outer.flag) {
                stems.push(base.clone());
            }
            for (inner, deeper) in self.stripped(&base, budget) {
                let chained = inner.next.contains(&outer.flag) && is_form(inner);
                if chained && self.has(&deeper, inner.flag) {
                    stems.push(deeper);
                }
            }
            if stems.len() >= MOST_STEMS {
                break;
            }
        }
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// The word with each suffix taken off that it may have.
    fn stripped<'d>(&'d self, word: &str, budget: &mut usize) -> Vec<(&'d Affix, String)> {
        let mut found = Vec::new();
        let endings = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        for at in endings.skip_while(|at| word.len() - at > self.longest) {
            let (stem, ending) = word.split_at_checked(at).unwrap_or_default();
            for number in self.by_ending.get(ending).into_iter().flatten() {
                let Some(left) = budget.checked_sub(1) else { return found };
                *budget = left;
                let Some(affix) = self.suffixes.get(*number) else { continue };
                let base = format!("{stem}{}", affix.strip);
                if affix.fits_end(&base) {
                    found.push((affix, base));
                }
            }
        }
        found
    }

    fn has(&self, stem: &str, flag: Flag) -> bool {
        self.flags(stem).any(|flags| flags.contains(&flag))
    }

    fn flags(&self, stem: &str) -> impl Iterator<Item = &[Flag]> {
        let sets = self.stems.get(stem).map(Vec::as_slice).unwrap_or_default();
        sets.iter().filter_map(|set| self.flag_sets.get(*set as usize)).map(Vec::as_slice)
    }

    fn add_forms(
        &self,
        stem: &str,
        is_form: &dyn Fn(&Affix) -> bool,
        prefixes: &HashSet<String>,
        budget: &mut usize,
        forms: &mut Vec<String>,
    ) {
        for flags in self.flags(stem) {
            if !self.bare_stem_is_no_word.is_some_and(|flag| flags.contains(&flag)) {
                forms.push(stem.to_owned());
            }
            let from = forms.len();
            for (affix, form) in self.suffixed(stem, flags, budget) {
                if forms.len() >= MOST_FORMS || !is_form(affix) {
                    continue;
                }
                let further = self.suffixed(&form, &affix.next, budget);
                forms.extend(further.into_iter().filter(|it| is_form(it.0)).map(|it| it.1));
                forms.push(form);
            }
            let prefix =
                |affix: &&Affix| flags.contains(&affix.flag) && prefixes.contains(&*affix.add);
            for affix in self.prefixes.iter().filter(prefix) {
                let made: Vec<_> =
                    forms.iter().skip(from).filter_map(|form| affix.prefixed(form)).collect();
                forms.extend(made);
            }
        }
        forms.truncate(MOST_FORMS);
    }

    /// The word with each suffix of these flags.
    fn suffixed<'d>(
        &'d self,
        word: &str,
        flags: &[Flag],
        budget: &mut usize,
    ) -> Vec<(&'d Affix, String)> {
        let mut made = Vec::new();
        for number in flags.iter().filter_map(|flag| self.by_flag.get(flag)).flatten() {
            let Some(left) = budget.checked_sub(1) else { break };
            *budget = left;
            let Some(affix) = self.suffixes.get(*number) else { continue };
            if let Some(stem) = word.strip_suffix(&*affix.strip).filter(|_| affix.fits_end(word)) {
                made.push((affix, format!("{stem}{}", affix.add)));
            }
        }
        made
    }

    fn read_words(&mut self, dic: &str, head: &Affixes) {
        let mut sets: HashMap<Vec<Flag>, u32> = HashMap::new();
        // The first line holds the number of words.
        for line in dic.lines().skip(1) {
            let entry = line.split(['\t', ' ']).next().unwrap_or_default();
            let (word, flags) = affix::split_entry(entry);
            let flags = head.flags(flags);
            let hidden = [head.forbidden, head.in_compound];
            if word.is_empty() || hidden.iter().flatten().any(|flag| flags.contains(flag)) {
                continue;
            }
            let next = u32::try_from(sets.len()).unwrap_or(u32::MAX);
            let set = *sets.entry(flags).or_insert_with_key(|flags| {
                self.flag_sets.push(flags.clone());
                next
            });
            let known = self.stems.entry(word.to_lowercase().into()).or_default();
            if known.len() < MOST_STEMS && !known.contains(&set) {
                known.push(set);
            }
        }
    }

    fn index(&mut self) {
        for (number, affix) in self.suffixes.iter().enumerate() {
            self.by_flag.entry(affix.flag).or_default().push(number);
            self.by_ending.entry(affix.add.clone()).or_default().push(number);
            self.longest = self.longest.max(affix.add.len());
        }
    }
}

#[cfg(test)]
mod tests;
