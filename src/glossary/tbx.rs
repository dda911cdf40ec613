//! TBX, reading: ISO 30042:2008 (`martif`) and ISO 30042:2019 (`tbx`, in the styles DCA and DCT), whatever dialect.
//!
//! Both editions have the same three levels under other names, and a category is an attribute (`<descrip
//! type="definition">`) or an element (`<basic:definition>`): so one reader does for all. Groups (`ntig`,
//! `termGrp`, `descripGrp` …) only hold together and are walked through.
//!
//! - White space is collapsed, since files are indented by programs; what is written as a reference (`&#10;`) is
//!   kept, and our writer uses that.
//! - Without a status the first full form of a language is preferred and others are admitted; likewise acronyms.
//! - Notes of a concept or a language become notes of its first term; a definition or source of a lower level is
//!   the concept's, where it has none.
//! - Whatever else there is (transactions, figures, cross-references …) is left out and counted, never silently.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use crate::text::{SourceFile, SourceId, Span};
use crate::xml::{Refusal, Scanner, Tag, Token};

use super::code;
use super::faults::{Faults, not_tbx};
use super::form;
use super::tbx_words as words;
use super::{Concept, Glossary, LeftOut, Loaded, PartOfSpeech, Status, Term, TermRole};

type Done<T = ()> = Result<T, Refusal>;

/// Reads a file.
pub(super) fn read(id: SourceId, file: &SourceFile) -> Loaded {
    let mut reader = Reader {
        scanner: Scanner::new(file),
        faults: Faults::new(id),
        glossary: Glossary::default(),
        left_out: BTreeMap::new(),
    };
    if let Err(refusal) = reader.file() {
        reader.faults.add(code::SYNTAX, refusal.at.span, refusal.message);
    }
    let mut glossary = reader.glossary;
    form::name_concepts(&mut glossary.concepts);
    let left_out = reader.left_out.into_iter();
    let left_out = left_out.map(|(what, (concepts, _))| LeftOut { what, concepts }).collect();
    Loaded { left_out, ..Loaded::new(glossary, reader.faults) }
}

struct Reader<'t> {
    scanner: Scanner<'t>,
    faults: Faults,
    glossary: Glossary,
    /// Categories with the number of concepts that have them, and the last of these.
    left_out: BTreeMap<String, (u64, usize)>,
}

/// A concept in the making.
struct Draft {
    concept: Concept,
    /// Notes that wait for the first term.
    notes: Vec<String>,
    /// What the file says of the terms.
    said: Vec<Said>,
}

/// What the file says of a term; the rest follows from its place.
#[derive(Default)]
struct Said {
    status: Option<Status>,
    role: Option<TermRole>,
    /// The word from which the role follows.
    kind: Option<String>,
}

impl<'t> Reader<'t> {
    fn file(&mut self) -> Done {
        let root = self.scanner.root(&mut self.faults)?;
        let Some(root) = root.filter(|root| ["martif", "tbx"].contains(&root.name)) else {
            if self.faults.reader.faults.is_empty() {
                self.faults.add(code::SYNTAX, Span::at(0), not_tbx());
            }
            return Ok(());
        };
        if let Some(lang) = root.attribute("xml:lang").and_then(|tag| crate::lang::parse(&tag)) {
            self.glossary.languages.push(lang);
        }
        while let Some(token) = self.scanner.next(&mut self.faults)? {
            let Token::Start(tag) = token else { continue };
            match tag.name {
                "termEntry" | "conceptEntry" => self.entry(&tag)?,
                "title" => {
                    let (title, _) = self.value()?;
                    self.glossary.name = Some(title).filter(|title| !title.is_empty());
                }
                _ => {}
            }
        }
        // The language of the root is that of its remarks, which need not be one of the terms.
        let concepts = &self.glossary.concepts;
        self.glossary.languages.retain(|lang| {
            concepts.iter().flat_map(|concept| &concept.terms).any(|term| term.lang == *lang)
        });
        Ok(())
    }

    fn entry(&mut self, tag: &Tag<'t>) -> Done {
        let id = tag.attribute("id").map(|id| words::id_from(&id)).unwrap_or_default();
        let concept = Concept::new(id, self.faults.locate(tag.span));
        let mut draft = Draft { concept, notes: Vec::new(), said: Vec::new() };
        let outside = self.scanner.depth().saturating_sub(1);
        while self.scanner.depth() > outside {
            let Some(token) = self.scanner.next(&mut self.faults)? else { break };
            let Token::Start(tag) = token else { continue };
            match tag.name {
                "langSet" | "langSec" => self.section(&tag, &mut draft)?,
                _ => self.shared(&tag, &mut draft)?,
            }
        }
        let concept = self.settle(draft);
        self.glossary.concepts.push(concept);
        Ok(())
    }

    fn section(&mut self, tag: &Tag<'t>, draft: &mut Draft) -> Done {
        let code = tag.attribute("xml:lang").or_else(|| tag.attribute("lang")).unwrap_or_default();
        let lang = self.faults.language(code.trim(), tag.span);
        let outside = self.scanner.depth().saturating_sub(1);
        let waiting = std::mem::take(&mut draft.notes);
        let first = draft.concept.terms.len();
        while self.scanner.depth() > outside {
            let Some(token) = self.scanner.next(&mut self.faults)? else { break };
            let Token::Start(tag) = token else { continue };
            match (tag.name, &lang) {
                ("tig" | "ntig" | "termSec", Some(lang)) => self.term(lang, draft)?,
                ("tig" | "ntig" | "termSec", None) => self.scanner.skip(&mut self.faults)?,
                _ => self.shared(&tag, draft)?,
            }
        }
        let own = std::mem::replace(&mut draft.notes, waiting);
        match draft.concept.terms.get_mut(first) {
            Some(term) => add_notes(term, own),
            None => draft.notes.extend(own),
        }
        Ok(())
    }

    /// What a concept and a language may both have.
    fn shared(&mut self, tag: &Tag<'t>, draft: &mut Draft) -> Done {
        if is_group(tag.name) {
            return Ok(());
        }
        let category = category(tag);
        match category.as_str() {
            "definition" | "source" | "subjectField" | "note" => {
                let (text, _) = self.value()?;
                if category == "note" {
                    draft.notes.extend(Some(text).filter(|text| !text.is_empty()));
                } else {
                    self.of_concept(&category, text, &mut draft.concept);
                }
            }
            _ => {
                self.leave_out(&category);
                self.scanner.skip(&mut self.faults)?;
            }
        }
        Ok(())
    }

    /// The first definition, field and source are the concept's; others are left out.
    fn of_concept(&mut self, category: &str, text: String, concept: &mut Concept) {
        let place = match category {
            "definition" => &mut concept.definition,
            "source" => &mut concept.source,
            _ => &mut concept.domain,
        };
        match place {
            _ if text.is_empty() => {}
            None => *place = Some(text),
            Some(known) if *known == text => {}
            Some(_) => self.leave_out(category),
        }
    }

    fn term(&mut self, lang: &LanguageIdentifier, draft: &mut Draft) -> Done {
        let outside = self.scanner.depth().saturating_sub(1);
        let mut term: Option<Term> = None;
        let mut said = Said::default();
        // What stands before the term itself, in files that do not keep to the order.
        let mut about = Term::new("", lang.clone(), self.faults.locate(Span::at(0)));
        while self.scanner.depth() > outside {
            let Some(token) = self.scanner.next(&mut self.faults)? else { break };
            let Token::Start(tag) = token else { continue };
            if tag.name == "term" && term.is_none() {
                let (form, span) = self.value()?;
                if form.is_empty() {
                    let message = super::faults::empty_form("term".to_owned());
                    self.faults.add(code::EMPTY_SECTION, tag.span, message);
                    continue;
                }
                self.faults.check_form(&form, span);
                term = Some(Term::new(form, lang.clone(), self.faults.locate(span)));
            } else if !is_group(tag.name) {
                self.of_term(&tag, &mut about, &mut said, &mut draft.concept)?;
            }
        }
        if let Some(term) = term {
            said.role = said.kind.as_ref().and_then(|kind| words::role(kind, &term.form));
            draft.concept.terms.push(Term { form: term.form, at: term.at, ..about });
            draft.said.push(said);
        }
        Ok(())
    }

    fn of_term(
        &mut self,
        tag: &Tag<'t>,
        term: &mut Term,
        said: &mut Said,
        concept: &mut Concept,
    ) -> Done {
        let category = category(tag);
        if !words::is_of_term(&category) {
            self.leave_out(&category);
            return self.scanner.skip(&mut self.faults);
        }
        let (text, _) = self.value()?;
        let understood = match category.as_str() {
            "administrativeStatus" => set(&mut said.status, words::status(&text)),
            "termType" => {
                if text == "phrase" {
                    term.pos = Some(PartOfSpeech::Phrase);
                }
                said.kind = Some(text.clone());
                words::role(&text, "").is_some()
            }
            // `other` beside the term type `phrase` says nothing new.
            "partOfSpeech" if text == "other" => term.pos == Some(PartOfSpeech::Phrase),
            "partOfSpeech" => set(&mut term.pos, words::pos(&text)),
            "grammaticalGender" => set(&mut term.gender, words::gender(&text)),
            "grammaticalNumber" => set(&mut term.number, words::number(&text)),
            "note" => {
                add_notes(term, vec![text.clone()]);
                true
            }
            "context" if term.usage.is_none() => {
                term.usage = Some(text.clone()).filter(|text| !text.is_empty());
                true
            }
            "context" => false,
            _ => {
                self.of_concept(&category, text.clone(), concept);
                true
            }
        };
        if !understood {
            self.leave_out(&format!("{category}: {text}"));
        }
        Ok(())
    }

    fn leave_out(&mut self, what: &str) {
        /// Categories that are named; a hostile file may have one of its own in every entry.
        const MOST: usize = 200;
        let number = self.glossary.concepts.len() + 1;
        let what: String = what.chars().take(80).collect();
        if self.left_out.len() >= MOST && !self.left_out.contains_key(&what) {
            return self.leave_out("…");
        }
        let entry = self.left_out.entry(what).or_default();
        if entry.1 != number {
            *entry = (entry.0 + 1, number);
        }
    }

    /// The text of an element that has just been opened, and where it stands.
    fn value(&mut self) -> Done<(String, Span)> {
        let outside = self.scanner.depth().saturating_sub(1);
        let mut out = String::new();
        let mut at: Option<Span> = None;
        let mut gap = false;
        while self.scanner.depth() > outside {
            let Some(token) = self.scanner.next(&mut self.faults)? else { break };
            let span = match token {
                Token::Text(text, span) => {
                    for part in text.split_inclusive([' ', '\t', '\n', '\r']) {
                        let word = part.trim_end_matches([' ', '\t', '\n', '\r']);
                        if !word.is_empty() {
                            out.extend((gap && !out.is_empty()).then_some(' '));
                            out.push_str(word);
                            gap = false;
                        }
                        gap |= part.len() > word.len();
                    }
                    inner(text, span)
                }
                Token::Reference(c, span) => {
                    out.extend((gap && !out.is_empty()).then_some(' '));
                    out.push(c);
                    gap = false;
                    Some(span)
                }
                Token::Start(_) | Token::End(..) => None,
            };
            at = at.zip(span).map(|(a, b)| a.cover(b)).or(at).or(span);
        }
        Ok((out.trim().to_owned(), at.unwrap_or(Span::at(0))))
    }

    /// Gives the terms what follows from their places, and puts the main term of each language first.
    fn settle(&mut self, draft: Draft) -> Concept {
        let Draft { mut concept, notes, said } = draft;
        if let Some(first) = concept.terms.first_mut() {
            add_notes(first, notes);
        } else if !notes.is_empty() {
            self.leave_out("note");
        }
        let mut langs: Vec<LanguageIdentifier> = Vec::new();
        for term in &concept.terms {
            if !langs.contains(&term.lang) {
                langs.push(term.lang.clone());
            }
        }
        let mut terms: Vec<(Term, Said)> =
            std::mem::take(&mut concept.terms).into_iter().zip(said).collect();
        for lang in langs {
            let own = terms.extract_if(.., |(term, _)| term.lang == lang).collect::<Vec<_>>();
            let (own, surplus) = words::settle(&own, |said: &Said| (said.status, said.role));
            if surplus {
                self.leave_out("");
            }
            concept.terms.extend(own);
            if !self.glossary.languages.contains(&lang) {
                self.glossary.languages.push(lang);
            }
        }
        concept
    }
}

/// Elements that only hold others together.
fn is_group(name: &str) -> bool {
    matches!(name, "termGrp" | "descripGrp" | "adminGrp" | "termNoteGrp")
}

/// The category of an element: its `type` where the element is one of the general ones, else its name.
fn category(tag: &Tag<'_>) -> String {
    let is_general = matches!(
        tag.name,
        "admin"
            | "adminNote"
            | "descrip"
            | "descripNote"
            | "ref"
            | "termNote"
            | "transac"
            | "transacNote"
            | "xref"
    );
    tag.attribute("type").filter(|_| is_general).unwrap_or_else(|| tag.name.to_owned())
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    if known {
        *place = value;
    }
    known
}

fn add_notes(term: &mut Term, notes: Vec<String>) {
    for note in notes.into_iter().filter(|note| !note.is_empty()) {
        match &mut term.note {
            Some(known) => {
                known.push('\n');
                known.push_str(&note);
            }
            place => *place = Some(note),
        }
    }
}

/// The place of a text without the white space round it.
fn inner(text: &str, span: Span) -> Option<Span> {
    let trimmed = text.trim();
    let start = span.start() as usize + (text.len() - text.trim_start().len());
    (!trimmed.is_empty()).then(|| Span::of(start, start + trimmed.len()))
}
