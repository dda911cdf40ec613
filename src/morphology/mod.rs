//! The inflected forms of words, by rule, from one data file a language.
//!
//! Forms are generated rather than stems compared: stems accept derivations (infection, infectiologie), and
//! measured on hand-labelled translations they raise many more false alarms than generated forms. Rules make forms
//! that no dictionary lists; that does no harm, since nobody writes them. What must never be generated is a form
//! that is another word: the data files name those (`médecin` has no feminine in *-e*).
//! A language without a file has no rules: its words match as they are listed, and `forms` of a glossary helps.

mod data;
mod rewrite;

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

use self::rewrite::Rewrite;

/// What kind of word is to be inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordClass {
    /// A noun: its plural, and its feminine where it names a person.
    Noun,
    /// An adjective: gender and number.
    Adjective,
    /// A verb: all persons, tenses and participles.
    Verb,
    /// A name: it stays as it is.
    Name,
}

/// The inflection and the function words of a language.
#[derive(Debug, Clone, Default)]
pub struct Morphology {
    plural: Rewrite,
    singular: Rewrite,
    feminine: Rewrite,
    masculine: Rewrite,
    verb: Rewrite,
    verb_stems: Rewrite,
    infinitive: Rewrite,
    infinitive_marks: Rewrite,
    gerund_marks: Rewrite,
    participle_marks: Rewrite,
    not_infinitive: HashSet<String>,
    infinitives: HashSet<String>,
    not_participle: Rewrite,
    no_feminine: HashSet<String>,
    invariable: HashSet<String>,
    invariable_endings: Rewrite,
    irregular: HashMap<String, Vec<String>>,
    irregular_verbs: HashMap<String, Vec<String>>,
    function: HashMap<String, Vec<String>>,
    gap: HashSet<String>,
    conjunctions: HashSet<String>,
    bound_prefixes: HashSet<String>,
    bound_suffixes: HashSet<String>,
    linking: HashSet<String>,
    auxiliaries: HashSet<String>,
    gap_adjectives: HashSet<String>,
    acronym_plural: Option<String>,
    open_compounds_take_hyphens: bool,
    names_vary_in_capitals: bool,
}

static LANGUAGES: LazyLock<Vec<(&'static str, Morphology)>> = LazyLock::new(data::load);
static NONE: LazyLock<Morphology> = LazyLock::new(Morphology::default);

impl Morphology {
    /// The rules of a language, whatever its region; empty rules for a language without a data file.
    pub fn of(lang: &LanguageIdentifier) -> &'static Self {
        let code = lang.language.as_str();
        LANGUAGES.iter().find(|(name, _)| *name == code).map_or(&NONE, |(_, rules)| rules)
    }

    /// The inflected forms of a word, in lower case, itself first; never a derivation.
    ///
    /// Without a class: the forms it has as a noun or an adjective, and those of a verb where it is an infinitive.
    pub fn forms(&self, word: &str, class: Option<WordClass>) -> Vec<String> {
        let word = word.to_lowercase();
        let mut forms = Vec::new();
        match class {
            Some(WordClass::Name) => {}
            Some(WordClass::Verb) => {
                self.add_verb(&word, &mut forms);
                self.add_participle(&word, &mut forms);
            }
            Some(WordClass::Noun) => self.add_nominal(&word, false, &mut forms),
            Some(WordClass::Adjective) => self.add_nominal(&word, true, &mut forms),
            None => {
                if self.is_infinitive(&word) {
                    self.add_verb(&word, &mut forms);
                }
                self.add_nominal(&word, false, &mut forms);
            }
        }
        distinct(word, forms)
    }

    /// What the word's forms are if it should be a participle or a verb, itself first: for accepting a form, never
    /// for finding fault with one.
    pub fn wider_forms(&self, word: &str) -> Vec<String> {
        let word = word.to_lowercase();
        let mut forms = Vec::new();
        if !self.not_participle.fits(&word) && !self.invariable.contains(&word) {
            self.add_participle(&word, &mut forms);
        }
        distinct(word, forms)
    }

    /// What the word is the plural of, if it should be one.
    pub fn singulars(&self, word: &str) -> Vec<String> {
        let word = word.to_lowercase();
        if let Some(listed) = self.irregular.get(&word) {
            return listed.iter().filter(|form| **form != word).cloned().collect();
        }
        if self.invariable.contains(&word) || self.invariable_endings.fits(&word) {
            return Vec::new();
        }
        self.singular.apply(&word).into_iter().flatten().collect()
    }

    /// Is the word an infinitive, to be known by its ending or from the list?
    pub fn is_infinitive(&self, word: &str) -> bool {
        self.infinitives.contains(word)
            || (self.infinitive_marks.fits(word) && !self.not_infinitive.contains(word))
    }

    /// Has the word the ending of a gerund (`-ing`, `-ant`)?
    pub fn is_gerund(&self, word: &str) -> bool {
        self.gerund_marks.fits(word)
    }

    /// Has the word the ending of a past participle, and is it no noun that only looks like one?
    pub fn is_participle(&self, word: &str) -> bool {
        self.participle_marks.fits(word) && !self.not_participle.fits(word)
    }

    /// Words that stand for this function word by contraction, elision or agreement, itself among them; `None`
    /// where it is no function word.
    pub fn function(&self, word: &str) -> Option<&[String]> {
        self.function.get(word).map(Vec::as_slice)
    }

    /// May the word stand between the words of a term (articles, linking words, auxiliaries, common adverbs)?
    pub fn is_gap(&self, word: &str) -> bool {
        self.gap.contains(word)
    }

    /// Every word that [`Morphology::is_gap`] knows, sorted.
    pub fn gap_words(&self) -> Vec<&str> {
        sorted(&self.gap)
    }

    /// Coordinating conjunctions, and signs that coordinate, sorted.
    pub fn conjunctions(&self) -> Vec<&str> {
        sorted(&self.conjunctions)
    }

    /// Prefixes that make another word of the one after their hyphen (`re-election`), sorted.
    pub fn bound_prefixes(&self) -> Vec<&str> {
        sorted(&self.bound_prefixes)
    }

    /// Words that make another word of the one before their hyphen (`flu-like`), sorted.
    pub fn bound_suffixes(&self) -> Vec<&str> {
        sorted(&self.bound_suffixes)
    }

    /// Prepositions that compete in compound nouns (*maladie du virus*, *maladie à virus*), sorted.
    pub fn linking_words(&self) -> Vec<&str> {
        sorted(&self.linking)
    }

    /// Verbs that a participle does without (*être infecté*: *les personnes infectées*), in the infinitive, sorted.
    pub fn auxiliaries(&self) -> Vec<&str> {
        sorted(&self.auxiliaries)
    }

    /// Adjectives, in all their forms, that may stand in a term before a linking word, because they tell which one
    /// is meant and never what kind (*le ministre britannique de la Défense*), sorted.
    pub fn gap_adjectives(&self) -> Vec<String> {
        let forms = |word: &&str| self.forms(word, Some(WordClass::Adjective));
        let all: BTreeSet<_> = sorted(&self.gap_adjectives).iter().flat_map(forms).collect();
        all.into_iter().collect()
    }

    /// What an acronym takes in the plural (`s` in English).
    pub fn acronym_plural(&self) -> Option<&str> {
        self.acronym_plural.as_deref()
    }

    /// May a compound listed with spaces be written with hyphens before a noun (*climate-change policy*)?
    pub fn open_compounds_take_hyphens(&self) -> bool {
        self.open_compounds_take_hyphens
    }

    /// Do houses differ about which words of a long name take a capital (*Nations unies*, *Nations Unies*)?
    pub fn names_vary_in_capitals(&self) -> bool {
        self.names_vary_in_capitals
    }

    fn add_nominal(&self, word: &str, adjective: bool, forms: &mut Vec<String>) {
        forms.push(word.to_owned());
        if let Some(listed) = self.irregular.get(word) {
            forms.extend(listed.iter().cloned());
            return;
        }
        if self.invariable.contains(word) {
            return;
        }
        let mut bases = vec![word.to_owned()];
        if !self.invariable_endings.fits(word) {
            bases.extend(self.singular.apply(word).into_iter().flatten());
        }
        if adjective {
            let masculines: Vec<_> =
                bases.iter().flat_map(|base| self.masculine.apply_all(base)).collect();
            bases.extend(masculines);
        }
        for base in &bases {
            self.add_genders(base, forms);
        }
    }

    /// A base with its plurals, its feminines and theirs.
    fn add_genders(&self, base: &str, forms: &mut Vec<String>) {
        if let Some(listed) = self.irregular.get(base) {
            forms.extend(listed.iter().cloned());
            return;
        }
        let mut singulars = vec![base.to_owned()];
        if !self.no_feminine.contains(base) {
            singulars.extend(self.feminine.apply(base).into_iter().flatten());
        }
        for singular in singulars {
            forms.extend(self.plural.apply(&singular).into_iter().flatten());
            forms.push(singular);
        }
    }

    /// The forms of a verb given in the infinitive.
    fn add_verb(&self, word: &str, forms: &mut Vec<String>) {
        forms.push(word.to_owned());
        if let Some(listed) = self.irregular_verbs.get(word) {
            forms.extend(listed.iter().cloned());
            return;
        }
        forms.extend(self.verb.apply(word).into_iter().flatten());
        for variant in self.verb_stems.apply_all(word) {
            forms.extend(self.verb.apply(&variant).into_iter().flatten());
        }
    }

    /// The forms of the verbs that a participle or gerund may belong to.
    fn add_participle(&self, word: &str, forms: &mut Vec<String>) {
        if let Some(listed) = self.irregular_verbs.get(word) {
            forms.extend(listed.iter().cloned());
            return;
        }
        for infinitive in self.infinitive.apply(word).into_iter().flatten() {
            self.add_verb(&infinitive, forms);
        }
    }
}

/// The word and its other forms, each once, in order.
fn distinct(word: String, mut forms: Vec<String>) -> Vec<String> {
    forms.retain(|form| *form != word);
    forms.sort_unstable();
    forms.dedup();
    forms.insert(0, word);
    forms
}

fn sorted(words: &HashSet<String>) -> Vec<&str> {
    let mut list: Vec<_> = words.iter().map(String::as_str).collect();
    list.sort_unstable();
    list
}

#[cfg(test)]
mod tests;
