//! Writing a glossary in any format, and the list of what the format cannot hold.
//!
//! The list is not made by rules beside those of the writers, which could disagree with them: what was written is
//! read again and compared with what was to be written. So nothing is lost unseen, whatever a writer does.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use crate::message::Message;
use crate::text::{SourceFile, SourceId, fold_token};
use crate::workbook;

use super::{
    Concept, Format, Glossary, Loaded, Term, TermRole, jsonl, table_write, tbx_write, toml_write,
};

crate::messages! { MESSAGES;
    loses = "glossary-convert-loses" (count, what, format);
    loses_concepts = "glossary-convert-loses-concepts" (count, format);
    loses_name = "glossary-convert-loses-name" (format);
    loses_languages = "glossary-convert-loses-languages" (format, languages);
    too_large = "glossary-convert-too-large" (format);
    needs_languages = "glossary-convert-needs-languages" (format);
    left_out = "glossary-convert-left-out" (count, what);
    second_preferred = "glossary-convert-second-preferred" (count);
}

/// A written file, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format cannot hold of this glossary, counted.
    pub losses: Vec<Message>,
}

/// Codes for languages that nobody has named (ISO 639-2 keeps qaa to qtz for local use).
pub fn unnamed_languages() -> Option<(LanguageIdentifier, LanguageIdentifier)> {
    Some(("qaa".parse().ok()?, "qab".parse().ok()?))
}

/// Writes a glossary. `languages` are source and target where the glossary is to be written for these; else its
/// first two.
///
/// # Errors
///
/// Where the format needs languages that nobody has named, or cannot hold so much.
pub fn write(
    glossary: &Glossary,
    format: Format,
    languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
) -> Result<Written, Message> {
    let unnamed = unnamed_languages();
    let is_unnamed = unnamed.as_ref().is_some_and(|(code, _)| glossary.languages.contains(code));
    if is_unnamed && !format.takes_unknown_languages() {
        return Err(needs_languages(format.name()));
    }
    let unknown = LanguageIdentifier::default();
    let all = all_languages(glossary);
    let source = languages.map(|pair| pair.0).or(all.first()).unwrap_or(&unknown);
    let other = all.iter().find(|lang| *lang != source).unwrap_or(&unknown);
    let target = languages.map_or(other, |pair| pair.1);
    let pair = (source, target);
    let text = match format {
        Format::Toml => toml_write::write(glossary),
        Format::Tbx2008 | Format::TbxDca | Format::TbxDct => {
            tbx_write::write(glossary, format, source)
        }
        Format::Csv | Format::Tsv => {
            let separator = if format == Format::Csv { ';' } else { '\t' };
            let rows = if is_unnamed {
                table_write::plain_rows(glossary, pair)
            } else {
                table_write::rows(glossary)
            };
            table_write::delimited(&rows, separator)
        }
        Format::OmegaT => table_write::omegat(glossary, pair),
        Format::JsonLines => jsonl::write(glossary, pair, !is_unnamed),
        Format::Xlsx => {
            let bytes = workbook::write("Glossary", &table_write::rows(glossary));
            let bytes = bytes.ok_or_else(|| too_large(format.name()))?;
            let sheet = workbook::read(&bytes)?;
            let again = super::load_sheet(SourceId::new(0), &sheet, Some(pair));
            return Ok(Written { losses: losses(glossary, &again, format), bytes });
        }
    };
    let file = SourceFile::decode("", text.as_bytes());
    let again = super::load_as(format, SourceId::new(0), &file, Some(pair));
    Ok(Written { losses: losses(glossary, &again, format), bytes: text.into_bytes() })
}

/// The declared languages, then those that terms have beside them.
fn all_languages(glossary: &Glossary) -> Vec<LanguageIdentifier> {
    let mut out = glossary.languages.clone();
    for term in glossary.concepts.iter().flat_map(|concept| &concept.terms) {
        if !out.contains(&term.lang) {
            out.push(term.lang.clone());
        }
    }
    out
}

/// What `again` lacks or has otherwise.
fn losses(glossary: &Glossary, again: &Loaded, format: Format) -> Vec<Message> {
    let again = &again.glossary;
    let mut counts: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut gone = 0_u64;
    let index = Index::of(glossary, again, format);
    for (number, concept) in glossary.concepts.iter().enumerate() {
        let Some(found) = index.find(number, concept) else {
            gone += 1;
            continue;
        };
        let mut differ = Differences::default();
        differ.concepts(concept, found);
        for what in differ.found {
            *counts.entry(what).or_default() += 1;
        }
    }
    let mut out = Vec::new();
    if gone > 0 {
        out.push(loses_concepts(gone, format.name()));
    }
    out.extend(counts.into_iter().map(|(what, count)| loses(count, what, format.name())));
    if glossary.name.is_some() && glossary.name != again.name {
        out.push(loses_name(format.name()));
    }
    let lost: Vec<_> =
        glossary.languages.iter().filter(|lang| !again.languages.contains(lang)).collect();
    if !lost.is_empty() {
        let lost: Vec<_> = lost.iter().map(ToString::to_string).collect();
        out.push(loses_languages(format.name(), lost.join(", ")));
    }
    out
}

/// The concepts that were read again, to be found by their place, or in OmegaT's format by the source term.
struct Index<'g> {
    in_order: Vec<Option<&'g Concept>>,
    /// Look-ups only.
    by_source: BTreeMap<String, &'g Concept>,
    source: Option<LanguageIdentifier>,
}

impl<'g> Index<'g> {
    fn of(glossary: &Glossary, again: &'g Glossary, format: Format) -> Self {
        let mut index = Self { in_order: Vec::new(), by_source: BTreeMap::new(), source: None };
        if format == Format::OmegaT {
            index.source = again.languages.first().cloned();
            for concept in &again.concepts {
                if let Some(term) = concept.terms.first() {
                    index.by_source.insert(fold_token(&term.form), concept);
                }
            }
            return index;
        }
        let drops_empty = !matches!(format, Format::Toml | Format::JsonLines);
        let mut rest = again.concepts.iter();
        let kept = |concept: &Concept| !(drops_empty && concept.terms.is_empty());
        let count = glossary.concepts.iter().filter(|concept| kept(concept)).count();
        if count == again.concepts.len() {
            index.in_order = glossary
                .concepts
                .iter()
                .map(|concept| if kept(concept) { rest.next() } else { None })
                .collect();
        }
        index
    }

    fn find(&self, number: usize, concept: &Concept) -> Option<&'g Concept> {
        let Some(source) = &self.source else {
            return self.in_order.get(number).copied().flatten();
        };
        let mut terms: Vec<_> = concept
            .terms
            .iter()
            .filter(|term| term.lang == *source && term.status.is_approved())
            .collect();
        terms.sort_by_key(|term| !term.is_preferred(TermRole::Full));
        let form = terms.first()?.form.split_whitespace().collect::<Vec<_>>().join(" ");
        self.by_source.get(&fold_token(&form)).copied()
    }
}

/// The keys in which two concepts differ.
#[derive(Default)]
struct Differences {
    found: std::collections::BTreeSet<&'static str>,
}

impl Differences {
    fn say<T: PartialEq + ?Sized>(&mut self, what: &'static str, a: &T, b: &T) {
        if a != b {
            self.found.insert(what);
        }
    }

    fn concepts(&mut self, a: &Concept, b: &Concept) {
        self.say("id", &a.id, &b.id);
        self.say("kind", &a.kind, &b.kind);
        self.say("definition", &a.definition, &b.definition);
        self.say("domain", &a.domain, &b.domain);
        self.say("source", &a.source, &b.source);
        self.say("original", &a.original, &b.original);
        self.say("do-not-translate", &a.do_not_translate, &b.do_not_translate);
        self.say("severity", &a.severity, &b.severity);
        self.say("variants", &a.variants, &b.variants);
        self.say("not-variants", &a.not_variants, &b.not_variants);
        let key = |term: &Term| (term.lang.to_string(), term.form.clone());
        // Of a form that stands there twice the first counts for both.
        let mut again: BTreeMap<(String, String), Vec<&Term>> = BTreeMap::new();
        for term in b.terms.iter().rev() {
            again.entry(key(term)).or_default().push(term);
        }
        for term in &a.terms {
            let there = again.get_mut(&key(term));
            match there.and_then(Vec::pop) {
                Some(found) => self.terms(term, found),
                None => {
                    self.found.insert(place(term));
                }
            }
        }
        self.order(a, b);
    }

    fn terms(&mut self, a: &Term, b: &Term) {
        self.say("status", &a.status, &b.status);
        self.say("role", &a.role, &b.role);
        self.say("case", &a.case, &b.case);
        self.say("match", &a.matching, &b.matching);
        self.say("gap", &a.gap, &b.gap);
        self.say("forms", &a.forms, &b.forms);
        self.say("except", &a.except, &b.except);
        self.say("pos", &a.pos, &b.pos);
        self.say("gender", &a.gender, &b.gender);
        self.say("number", &a.number, &b.number);
        self.say("define", &a.define, &b.define);
        self.say("use", &a.instead, &b.instead);
        self.say("why", &a.why, &b.why);
        self.say("note", &a.note, &b.note);
        self.say("usage", &a.usage, &b.usage);
    }

    /// Forms of one kind are in order of preference.
    fn order(&mut self, a: &Concept, b: &Concept) {
        let groups = |concept: &Concept| {
            let mut out: BTreeMap<(String, super::Status, TermRole), Vec<String>> = BTreeMap::new();
            for term in &concept.terms {
                let kind = (term.lang.to_string(), term.status, term.role);
                out.entry(kind).or_default().push(term.form.clone());
            }
            out
        };
        let (before, after) = (groups(a), groups(b));
        for (kind, forms) in &before {
            let Some(again) = after.get(kind) else { continue };
            if forms.len() == again.len() && forms != again {
                let (mut x, mut y) = (forms.clone(), again.clone());
                x.sort();
                y.sort();
                if x == y {
                    self.found.insert("order");
                }
            }
        }
    }
}

/// The key under which a term stands in TOML.
fn place(term: &Term) -> &'static str {
    use super::Status;
    match (term.status, term.role) {
        (Status::Forbidden, _) => "forbidden",
        (Status::Deprecated, _) => "deprecated",
        (Status::Admitted, _) => "admitted",
        (Status::Preferred, TermRole::Full) => "term",
        (Status::Preferred, TermRole::Acronym) => "acronym",
        (Status::Preferred, TermRole::Short) => "short",
    }
}
