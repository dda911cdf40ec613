//! Reads the data files into rules.

use std::collections::HashMap;

use serde::Deserialize;

use super::Morphology;
use super::rewrite::Rewrite;

/// The data files, one line a language.
const FILES: &[(&str, &str)] =
    &[("en", include_str!("data/en.toml")), ("fr", include_str!("data/fr.toml"))];

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
}

/// Every language; a file that cannot be read gives no rules, which a test forbids.
pub(super) fn load() -> Vec<(&'static str, Morphology)> {
    FILES.iter().map(|(lang, text)| (*lang, parse(text).unwrap_or_default().rules())).collect()
}

pub(super) fn parse(text: &str) -> Option<File> {
    toml::from_str(text).ok()
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
        }
    }
}

fn words(list: &str) -> impl Iterator<Item = String> {
    list.split_whitespace().map(str::to_owned)
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
