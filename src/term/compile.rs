//! From a glossary to the indexes of its languages.

use std::sync::Arc;

use rayon::prelude::IntoParallelRefIterator;
use rayon::prelude::ParallelIterator;
use unic_langid::LanguageIdentifier;

use super::case;
use super::index::Builder;
use super::index::Index;
use super::index::Mode;
use super::index::Pattern;
use super::index::Role;
use super::index::Slot;
use super::pattern::Expression;
use super::tokens;
use super::tokens::Gap;
use super::tokens::Token;
use super::words::Crowd;
use crate::glossary::Concept;
use crate::glossary::Glossary;
use crate::glossary::MOST_WORDS;
use crate::glossary::Matching;
use crate::glossary::PartOfSpeech;
use crate::glossary::Term;
use crate::lang;
use crate::morphology::Morphologies;
use crate::morphology::Morphology;
use crate::morphology::WordClass;

/// The terms of every language of the glossary, in the order in which languages come; languages in parallel.
pub(super) fn indexes(
    glossary: &Glossary,
    rules: &Morphologies,
) -> Vec<(LanguageIdentifier, Index)> {
    let mut langs: Vec<&LanguageIdentifier> = Vec::new();
    for term in glossary.concepts.iter().flat_map(|concept| &concept.terms) {
        if !langs.iter().any(|known| lang::same(known, &term.lang)) {
            langs.push(&term.lang);
        }
    }
    let verbs: Vec<bool> =
        glossary.concepts.par_iter().map(|concept| is_verb(concept, rules)).collect();
    langs.par_iter().map(|lang| ((*lang).clone(), index(glossary, lang, rules, &verbs))).collect()
}

fn index(
    glossary: &Glossary,
    lang: &LanguageIdentifier,
    rules: &Morphologies,
    verbs: &[bool],
) -> Index {
    let morphology = rules.of(lang);
    let mut builder = Builder::new(Arc::clone(morphology));
    for ((number, concept), verb) in (0..).zip(&glossary.concepts).zip(verbs) {
        for (place, term) in (0..).zip(&concept.terms) {
            if lang::same(lang, &term.lang) {
                let entry = Entry { concept, number, term, place, verb: *verb, morphology };
                entry.compile(&mut builder);
            }
        }
        if concept.terms.len() >= Crowd::LEAST {
            let own = concept.terms.iter().enumerate();
            let own =
                own.filter(|(_, term)| term.status.is_approved() && lang::same(lang, &term.lang));
            builder.add_crowd(number, Crowd::new(own));
        }
    }
    builder.finish()
}

/// Does a term of the concept show that it is a verb?
///
/// English tells no verb by its ending; its term is known to be one where the French one is an infinitive, where
/// both are gerunds (*touching*, *touchant*), or where a noun and a participle render it (*spread*: *propagation*,
/// *propagé*).
fn is_verb(concept: &Concept, rules: &Morphologies) -> bool {
    let approved = concept.terms.iter().filter(|term| term.status.is_approved());
    let seen: Vec<_> =
        approved.map(|term| (&term.lang, Looks::of(term, rules.of(&term.lang)))).collect();
    let has = |wanted: Looks, test: &dyn Fn(&LanguageIdentifier) -> bool| {
        seen.iter().any(|(lang, looks)| *looks == wanted && test(lang))
    };
    seen.iter().any(|(lang, looks)| match looks {
        Looks::Infinitive => true,
        Looks::Gerund => has(Looks::Gerund, &|other| !lang::same(lang, other)),
        Looks::Participle => has(Looks::Other, &|other| lang::same(lang, other)),
        Looks::Other => false,
    })
}

/// What part of a verb the first word of a term may be, by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    Infinitive,
    Gerund,
    Participle,
    Other,
}

impl Looks {
    fn of(term: &Term, morphology: &Morphology) -> Self {
        let Some(word) = first_content(&term.form, morphology) else { return Self::Other };
        let alone = crate::text::words(&term.form).count() == 1;
        if morphology.is_infinitive(&word) {
            Self::Infinitive
        } else if alone && morphology.is_gerund(&word) {
            Self::Gerund
        } else if alone && morphology.is_participle(&word) {
            Self::Participle
        } else {
            Self::Other
        }
    }
}

fn first_content(form: &str, morphology: &Morphology) -> Option<String> {
    crate::text::words(form)
        .map(|word| crate::text::fold_case(word.text))
        .find(|word| morphology.function(word).is_none())
}

struct Entry<'g> {
    concept: &'g Concept,
    number: u32,
    term: &'g Term,
    place: u32,
    verb: bool,
    morphology: &'g Morphology,
}

impl Entry<'_> {
    fn compile(&self, builder: &mut Builder) {
        if self.term.matching == Matching::Regex {
            self.compile_expression(builder);
            return;
        }
        let inflect = self.term.matching == Matching::Inflect && !self.is_name();
        self.add(builder, &self.term.form, Role::Listed, inflect);
        if let Some(joined) = join_hyphens(&self.term.form) {
            self.add(builder, &joined, Role::Joined, inflect);
        }
        if let Some(dotted) = self.dotted() {
            self.add(builder, &dotted, Role::Joined, false);
        }
        for form in &self.term.forms {
            self.add(builder, form, Role::Form, false);
        }
        for phrase in &self.term.except {
            self.add(builder, phrase, Role::Except, inflect);
        }
    }

    /// An approved acronym with a period behind each letter, as some houses have it (*U.N.*): the same word in the
    /// source, and another spelling of it in the target.
    fn dotted(&self) -> Option<String> {
        const LONGEST: usize = 6;
        let form = &self.term.form;
        let is_spelt = self.term.status.is_approved()
            && (2..=LONGEST).contains(&form.len())
            && form.bytes().all(|byte| byte.is_ascii_uppercase());
        is_spelt.then(|| form.chars().flat_map(|letter| [letter, '.']).collect())
    }

    /// A regular expression, with its `forms` and the phrases that free it; one that does not compile is never found,
    /// and loading the glossary has reported it.
    fn compile_expression(&self, builder: &mut Builder) {
        if let Some(expression) = Expression::new(&self.term.form, self.term.case) {
            builder.push_expression(self.pattern(Role::Expression, Vec::new()), expression);
        }
        for form in &self.term.forms {
            self.add(builder, form, Role::Form, false);
        }
        for phrase in &self.term.except {
            self.add(builder, phrase, Role::Except, !self.is_name());
        }
    }

    fn pattern(&self, role: Role, slots: Vec<Slot>) -> Pattern {
        Pattern {
            concept: self.number,
            term: self.place,
            role,
            case: self.term.case,
            gap: self.term.gap,
            approved: self.term.status.is_approved(),
            name: self.concept.kind.is_name(),
            slots,
        }
    }

    fn is_name(&self) -> bool {
        self.concept.kind.is_name() || self.term.pos == Some(PartOfSpeech::ProperNoun)
    }

    fn add(&self, builder: &mut Builder, form: &str, role: Role, inflect: bool) {
        let mut words = Vec::new();
        let tokens = tokens::tokenize(form, &[], |word| {
            words.push(word.to_owned());
            builder.intern(word)
        });
        if tokens.len() > MOST_WORDS {
            return;
        }
        let mut slots = Vec::with_capacity(tokens.len());
        let mut content = 0;
        for (token, word) in tokens.iter().zip(&words) {
            let mut surface = tokens::surface(token.span.slice(form));
            if tokens.len() == 1 && self.is_small_acronym(word) {
                surface = surface.to_uppercase();
            }
            let function = tokens.len() > 1 && self.morphology.function(word).is_some();
            let mode = match inflect {
                _ if !token.word => Mode::Exact,
                false => Mode::Exact,
                true if case::is_acronym(&surface) => Mode::Acronym,
                true if function => Mode::Function,
                true => self.mode(word, content == 0, tokens.len() == 1),
            };
            content += usize::from(!function);
            slots.push(slot(builder, token, word, surface, mode));
        }
        builder.push(self.pattern(role, slots));
    }

    /// Is it an acronym listed in small letters, that would otherwise be found in every sentence?
    ///
    /// A list of terms in small letters holds `who` with *OMS* beside it; the pronoun is never meant.
    fn is_small_acronym(&self, word: &str) -> bool {
        let mut others =
            self.concept.terms.iter().filter(|term| {
                term.status.is_approved() && !lang::same(&term.lang, &self.term.lang)
            });
        self.morphology.function(word).is_some()
            && others.clone().next().is_some()
            && others.all(|term| case::is_acronym(&term.form))
    }

    /// How a content word of the term inflects; only the first of a verbal phrase is a verb.
    fn mode(&self, word: &str, first: bool, alone: bool) -> Mode {
        if word.chars().any(|c| c.is_ascii_digit()) {
            return Mode::Exact;
        }
        match self.term.pos {
            Some(PartOfSpeech::Verb) if first => Mode::Inflected(Some(WordClass::Verb)),
            None | Some(PartOfSpeech::Noun) if first && self.verb => Mode::AnyClass,
            Some(PartOfSpeech::Noun) if alone => Mode::Alone(Some(WordClass::Noun)),
            None if alone => Mode::Alone(None),
            Some(PartOfSpeech::Noun) => Mode::Inflected(Some(WordClass::Noun)),
            Some(PartOfSpeech::Adjective) => Mode::Inflected(Some(WordClass::Adjective)),
            _ => Mode::Inflected(None),
        }
    }
}

fn slot(builder: &mut Builder, token: &Token, word: &str, surface: String, mode: Mode) -> Slot {
    let class = builder.class(token.id, word, mode);
    let capital = surface.chars().any(char::is_uppercase);
    let cased = capital.then(|| surface.into_boxed_str());
    Slot { class, id: token.id, before: token.before, cased }
}

/// The form with words joined over their hyphens (*cease-fire* to *ceasefire*); `None` where it has none.
fn join_hyphens(form: &str) -> Option<String> {
    if !form.contains(tokens::is_hyphen) {
        return None;
    }
    let tokens = tokens::tokenize(form, &[], |_| 0);
    if !tokens.iter().any(|token| token.before == Gap::Hyphen) {
        return None;
    }
    let mut joined = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 && token.before != Gap::Hyphen && token.before != Gap::None {
            joined.push(if token.before == Gap::Apostrophe { '\'' } else { ' ' });
        }
        joined.push_str(token.span.slice(form));
    }
    (joined != form).then_some(joined)
}
