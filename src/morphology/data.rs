//! Reads the data files into rules.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use super::Anaphor;
use super::Morphology;
use super::rewrite::Rewrite;

/// The data files, one line a language.
pub(super) const FILES: &[(&str, &str)] = &[
    ("de", include_str!("data/de.toml")),
    ("en", include_str!("data/en.toml")),
    ("es", include_str!("data/es.toml")),
    ("fr", include_str!("data/fr.toml")),
    ("it", include_str!("data/it.toml")),
    ("pt", include_str!("data/pt.toml")),
];

/// A data file as it is written. Lists of words are strings of words with spaces between.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
    pub(super) plural: Vec<String>,
    pub(super) singular: Vec<String>,
    feminine: Vec<String>,
    masculine: Vec<String>,
    pub(super) verb: Vec<String>,
    verb_stems: Vec<String>,
    infinitive: Vec<String>,
    infinitive_marks: Vec<String>,
    gerund_marks: Vec<String>,
    participle_marks: Vec<String>,
    not_infinitive: String,
    infinitives: String,
    not_participle: Vec<String>,
    no_feminine: String,
    invariable: String,
    invariable_endings: Vec<String>,
    irregular: Vec<String>,
    irregular_verbs: Vec<String>,
    function: Vec<String>,
    gap: Vec<String>,
    conjunctions: String,
    bound_prefixes: String,
    bound_suffixes: String,
    linking: String,
    auxiliaries: String,
    gap_adjectives: String,
    acronym_plural: Option<String>,
    open_compounds_take_hyphens: bool,
    names_vary_in_capitals: bool,
    head_comes_last: bool,
    postpositive: String,
    invariable_parts: String,
    verb_parts: String,
    linking_parts: String,
    definite: String,
    anaphors: Vec<String>,
    impersonal: Vec<String>,
    derivations: String,
    inflecting_prefixes: String,
}

/// Every language; a file that cannot be read gives no rules, which a test forbids.
pub(super) fn load() -> Vec<(&'static str, Arc<Morphology>)> {
    let rules = |text| Arc::new(parse(text).unwrap_or_default().rules());
    FILES.iter().map(|(lang, text)| (*lang, rules(text))).collect()
}

pub(super) fn parse(text: &str) -> Result<File, toml::de::Error> {
    toml::from_str(text)
}

impl File {
    pub(super) fn rules(&self) -> Morphology {
        Morphology {
            plural: Rewrite::parse(&self.plural),
            singular: Rewrite::parse(&self.singular),
            feminine: Rewrite::parse(&self.feminine),
            masculine: Rewrite::parse(&self.masculine),
            verb: Rewrite::parse(&self.verb),
            verb_stems: Rewrite::parse(&self.verb_stems),
            infinitive: Rewrite::parse(&self.infinitive),
            infinitive_marks: endings(&self.infinitive_marks),
            gerund_marks: endings(&self.gerund_marks),
            participle_marks: endings(&self.participle_marks),
            not_infinitive: words(&self.not_infinitive).collect(),
            infinitives: words(&self.infinitives).collect(),
            not_participle: endings(&self.not_participle),
            no_feminine: words(&self.no_feminine).collect(),
            invariable: words(&self.invariable).collect(),
            invariable_endings: endings(&self.invariable_endings),
            irregular: groups(&self.irregular),
            irregular_verbs: groups(&self.irregular_verbs),
            function: groups(&self.function),
            gap: self.gap.iter().flat_map(|line| words(line)).collect(),
            conjunctions: words(&self.conjunctions).collect(),
            bound_prefixes: words(&self.bound_prefixes).collect(),
            bound_suffixes: words(&self.bound_suffixes).collect(),
            linking: words(&self.linking).collect(),
            auxiliaries: words(&self.auxiliaries).collect(),
            gap_adjectives: words(&self.gap_adjectives).collect(),
            acronym_plural: self.acronym_plural.clone(),
            open_compounds_take_hyphens: self.open_compounds_take_hyphens,
            names_vary_in_capitals: self.names_vary_in_capitals,
            head_comes_last: self.head_comes_last,
            postpositive: words(&self.postpositive).collect(),
            invariable_parts: words(&self.invariable_parts).collect(),
            verb_parts: words(&self.verb_parts).collect(),
            linking_parts: words(&self.linking_parts).collect(),
            definite: words(&self.definite).collect(),
            anaphors: anaphors(&self.anaphors),
            impersonal: phrases(&self.impersonal),
            derivations: words(&self.derivations).collect(),
            inflecting_prefixes: words(&self.inflecting_prefixes).collect(),
            dictionary: None,
        }
    }
}

fn words(list: &str) -> impl Iterator<Item = String> {
    list.split_whitespace().map(str::to_owned)
}

/// Phrases, one a line, the longest first.
fn phrases(lines: &[String]) -> Vec<Vec<String>> {
    let mut list: Vec<Vec<String>> = lines.iter().map(|line| words(line).collect()).collect();
    list.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    list
}

/// Phrases with their gender behind a colon: `il : m`; the longest first.
fn anaphors(lines: &[String]) -> Vec<Anaphor> {
    let mut list: Vec<_> = lines
        .iter()
        .map(|line| {
            let (phrase, gender) = line.split_once(':').unwrap_or((line, ""));
            let gender = gender.trim().chars().next();
            Anaphor { words: words(phrase).collect(), gender }
        })
        .filter(|anaphor| !anaphor.words.is_empty())
        .collect();
    list.sort_by_key(|anaphor| std::cmp::Reverse(anaphor.words.len()));
    list
}

/// Endings, as rules without results.
fn endings(lines: &[String]) -> Rewrite {
    let rules: Vec<_> =
        lines.iter().flat_map(|line| line.split_whitespace()).map(|e| format!("{e} >")).collect();
    Rewrite::parse(&rules)
}

/// Lines of words that are forms of one another: every word to all of its line (of all its lines).
fn groups(lines: &[String]) -> HashMap<String, Vec<String>> {
    let mut map: HashMap<String, Vec<String>> = HashMap::new();
    for line in lines {
        let group: Vec<_> = words(line).collect();
        for word in &group {
            let known = map.entry(word.clone()).or_default();
            known.extend(group.iter().cloned());
            known.sort_unstable();
            known.dedup();
        }
    }
    map
}
