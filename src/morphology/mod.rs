//! The inflected forms of words, by rule, from one data file a language.
//!
//! Forms are generated rather than stems compared: stems accept derivations (infection, infectiologie), and
//! measured on hand-labelled translations they raise many more false alarms than generated forms. Rules make forms
//! that no dictionary lists; that does no harm, since nobody writes them. What must never be generated is a form
//! that is another word: the data files name those (`médecin` has no feminine in *-e*).
//! A language without a file has no rules: its words match as they are listed, and `forms` of a glossary helps. A
//! project may bring rules or a hunspell dictionary of its own; where a dictionary knows a word, its forms are taken.

mod data;
mod hunspell;
mod number;
mod rewrite;

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

pub use self::hunspell::Dictionary;
pub use self::number::Plural;
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
    head_comes_last: bool,
    postpositive: HashSet<String>,
    invariable_parts: HashSet<String>,
    verb_parts: HashSet<String>,
    linking_parts: HashSet<String>,
    definite: HashSet<String>,
    anaphors: Vec<Anaphor>,
    impersonal: Vec<Vec<String>>,
    derivations: Vec<String>,
    inflecting_prefixes: HashSet<String>,
    dictionary: Option<Arc<Dictionary>>,
}

/// Words that take up something said before: *it*, *celle-ci*, *n’en*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anaphor {
    /// The words, in small letters, without apostrophes and hyphens.
    pub words: Vec<String>,
    /// Is it masculine (`m`) or feminine (`f`)? `None` where it may be either.
    pub gender: Option<char>,
}

/// The rules of languages: a project's own before those that are built in.
#[derive(Debug, Clone, Default)]
pub struct Morphologies {
    own: Vec<(String, Arc<Morphology>)>,
}

static LANGUAGES: LazyLock<Vec<(&'static str, Arc<Morphology>)>> = LazyLock::new(data::load);
static NONE: LazyLock<Arc<Morphology>> = LazyLock::new(Arc::default);

impl Morphologies {
    /// The rules of a language, whatever its region.
    pub fn of(&self, lang: &LanguageIdentifier) -> &Arc<Morphology> {
        let code = lang.language.as_str();
        let own = self.own.iter().rev().find(|(name, _)| name == code).map(|(_, rules)| rules);
        own.unwrap_or_else(|| Morphology::of(lang))
    }

    /// Puts rules in the place of those that the language has had so far.
    pub fn set(&mut self, lang: &LanguageIdentifier, rules: Morphology) {
        self.own.push((lang.language.as_str().to_owned(), Arc::new(rules)));
    }
}

impl Morphology {
    /// The built-in rules of a language, whatever its region; empty rules for a language without a data file.
    pub fn of(lang: &LanguageIdentifier) -> &'static Arc<Self> {
        let code = lang.language.as_str();
        LANGUAGES.iter().find(|(name, _)| *name == code).map_or(&NONE, |(_, rules)| rules)
    }

    /// Reads rules from a file in the form of the built-in ones.
    ///
    /// # Errors
    ///
    /// Where the file is no TOML, or holds a key or a value that rules do not have; what is said is the parser's.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        data::parse(text).map(|file| file.rules())
    }

    /// The same rules with a dictionary.
    pub fn with_dictionary(&self, dictionary: Dictionary) -> Self {
        Self { dictionary: Some(Arc::new(dictionary)), ..self.clone() }
    }

    /// The inflected forms of a word, in lower case, itself first; never a derivation.
    ///
    /// Without a class: the forms it has as a noun or an adjective, and those of a verb where it is an infinitive.
    pub fn forms(&self, word: &str, class: Option<WordClass>) -> Vec<String> {
        let word = word.to_lowercase();
        let mut forms = Vec::new();
        if let Some(known) = self.known_forms(&word).filter(|_| class != Some(WordClass::Name)) {
            self.add_known(&word, class, known, &mut forms);
            return distinct(word, forms);
        }
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
        forms.extend(self.known_forms(&word).unwrap_or_default());
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

    /// Every word that [`Morphology::function`] knows, sorted.
    pub fn function_words(&self) -> Vec<&str> {
        let mut list: Vec<_> = self.function.keys().map(String::as_str).collect();
        list.sort_unstable();
        list
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

    /// Words that stand before a noun of which one knows which is meant (*le*, *ce*, *the*)?
    pub fn is_definite(&self, word: &str) -> bool {
        self.definite.contains(word)
    }

    /// Words that take up what was said before, the longest first.
    pub fn anaphors(&self) -> &[Anaphor] {
        &self.anaphors
    }

    /// Phrases in which such a word takes up nothing (*il y a*), the longest first.
    pub fn impersonal(&self) -> &[Vec<String>] {
        &self.impersonal
    }

    /// Does the head of a compound stand before its linking word, or else last, as in English?
    pub fn head_comes_last(&self) -> bool {
        self.head_comes_last
    }

    /// The forms that the dictionary has of a word that it knows.
    fn known_forms(&self, word: &str) -> Option<Vec<String>> {
        self.dictionary.as_ref()?.forms(word, &self.derivations, &self.inflecting_prefixes)
    }

    /// A dictionary's forms, those of a verb kept from a noun that has the same entry (*attack*: *attacking*).
    fn add_known(
        &self,
        word: &str,
        class: Option<WordClass>,
        known: Vec<String>,
        forms: &mut Vec<String>,
    ) {
        let is_verb = class == Some(WordClass::Verb);
        let listed = if is_verb { &self.irregular_verbs } else { &self.irregular };
        forms.extend(listed.get(word).into_iter().flatten().cloned());
        let verbal = |form: &str| self.is_gerund(form) || self.is_participle(form);
        let all = is_verb || verbal(word) || self.is_infinitive(word);
        forms.extend(known.into_iter().filter(|form| all || !verbal(form)));
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
