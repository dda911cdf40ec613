//! TBX-Basic, writing: the edition of 2008 and both styles of that of 2019.
//!
//! Valid against `TBXBasicRNGV02.rng`; `TBXcoreStructV03.rng` with `TBX-Basic_DCA.sch`; `TBX-Basic.nvdl`. Nothing
//! is smuggled into remarks: what TBX-Basic has no category for is left out, and [`write`](super::write::write)
//! says so. White space that a reader would collapse is written as references. There is no date and no DOCTYPE,
//! since programs look for the file that it names.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use crate::xml::escape;

use super::tbx_words as words;
use super::{Concept, Format, Glossary, PartOfSpeech, Term};

/// The whole file. `source` is the language that comes first.
pub(super) fn write(glossary: &Glossary, format: Format, source: &LanguageIdentifier) -> String {
    let names = Names::of(format);
    let mut out = Out { text: String::new(), format, names };
    out.head(glossary.name.as_deref().unwrap_or("visavis"), source);
    let mut ids = BTreeSet::new();
    for concept in glossary.concepts.iter().filter(|concept| !concept.terms.is_empty()) {
        out.concept(concept, &unique(&words::id_of(&concept.id), &mut ids));
    }
    let close = match format {
        Format::Tbx2008 => "</body>\n</text>\n</martif>\n",
        _ => "</body>\n</text>\n</tbx>\n",
    };
    out.text.push_str(close);
    out.text
}

/// Ids must differ: a repeated one gets `-2`, `-3` … appended.
fn unique(id: &str, known: &mut BTreeSet<String>) -> String {
    let mut new = id.to_owned();
    let mut count = 1_u32;
    while !known.insert(new.clone()) {
        count += 1;
        new = format!("{id}-{count}");
    }
    new
}

/// What the levels are called.
#[derive(Clone, Copy)]
struct Names {
    concept: &'static str,
    section: &'static str,
    term: &'static str,
}

impl Names {
    fn of(format: Format) -> Self {
        match format {
            Format::Tbx2008 => Self { concept: "termEntry", section: "langSet", term: "tig" },
            _ => Self { concept: "conceptEntry", section: "langSec", term: "termSec" },
        }
    }
}

/// A category: its general element, its name, and the module that has it in 2019.
type Category = (&'static str, &'static str, &'static str);

const SUBJECT: Category = ("descrip", "subjectField", "min");
const DEFINITION: Category = ("descrip", "definition", "basic");
const SOURCE: Category = ("admin", "source", "basic");
const STATUS: Category = ("termNote", "administrativeStatus", "min");
const TYPE: Category = ("termNote", "termType", "basic");
const POS: Category = ("termNote", "partOfSpeech", "min");
const GENDER: Category = ("termNote", "grammaticalGender", "basic");
const CONTEXT: Category = ("descrip", "context", "basic");

struct Out {
    text: String,
    format: Format,
    names: Names,
}

impl Out {
    fn line(&mut self, indent: usize, text: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn head(&mut self, name: &str, source: &LanguageIdentifier) {
        let lang = escape::attribute(&source.to_string()).into_owned();
        let title = content(name);
        self.line(0, r#"<?xml version="1.0" encoding="UTF-8"?>"#);
        let description = format!(
            "<fileDesc><titleStmt><title>{title}</title></titleStmt><sourceDesc><p>{title}</p></sourceDesc></fileDesc>"
        );
        if self.format == Format::Tbx2008 {
            self.line(0, &format!(r#"<martif type="TBX-Basic" xml:lang="{lang}">"#));
            self.line(0, &format!("<martifHeader>{description}"));
            let text = r#"<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>"#;
            self.line(0, text);
        } else {
            let (style, modules) = match self.format {
                Format::TbxDct => (
                    "dct",
                    r#" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic""#,
                ),
                _ => ("dca", ""),
            };
            let root = format!(
                r#"<tbx type="TBX-Basic" style="{style}" xml:lang="{lang}" xmlns="urn:iso:std:iso:30042:ed-2"{modules}>"#
            );
            self.line(0, &root);
            self.line(0, &format!("<tbxHeader>{description}</tbxHeader>"));
        }
        self.text.push_str("<text>\n<body>\n");
    }

    fn concept(&mut self, concept: &Concept, id: &str) {
        let names = self.names;
        self.line(0, &format!(r#"<{} id="{}">"#, names.concept, escape::attribute(id)));
        let values = [
            (SUBJECT, &concept.domain),
            (DEFINITION, &concept.definition),
            (SOURCE, &concept.source),
        ];
        for (category, value) in values {
            self.value(1, category, value.as_deref());
        }
        let mut langs: Vec<&LanguageIdentifier> = Vec::new();
        for term in &concept.terms {
            if !langs.contains(&&term.lang) {
                langs.push(&term.lang);
            }
        }
        for lang in langs {
            let tag = escape::attribute(&lang.to_string()).into_owned();
            self.line(1, &format!(r#"<{} xml:lang="{tag}">"#, names.section));
            for term in concept.terms.iter().filter(|term| term.lang == *lang) {
                self.term(term);
            }
            self.line(1, &format!("</{}>", names.section));
        }
        self.line(0, &format!("</{}>", names.concept));
    }

    fn term(&mut self, term: &Term) {
        let names = self.names;
        self.line(2, &format!("<{}>", names.term));
        self.line(3, &format!("<term>{}</term>", content(&term.form)));
        self.value(3, STATUS, Some(words::of_status(term.status)));
        let is_phrase =
            term.pos == Some(PartOfSpeech::Phrase) && term.role == super::TermRole::Full;
        let kind = if is_phrase { "phrase" } else { words::of_role(term.role) };
        self.value(3, TYPE, Some(kind));
        let proper = self.format == Format::Tbx2008;
        self.value(3, POS, term.pos.map(|pos| words::of_pos(pos, proper)));
        self.value(3, GENDER, term.gender.map(words::of_gender));
        self.value(3, CONTEXT, term.usage.as_deref());
        if let Some(note) = &term.note {
            self.line(3, &format!("<note>{}</note>", content(note)));
        }
        self.line(2, &format!("</{}>", names.term));
    }

    fn value(&mut self, indent: usize, category: Category, value: Option<&str>) {
        let Some(value) = value else { return };
        let (element, name, module) = category;
        let value = content(value);
        let line = match self.format {
            Format::TbxDct => format!("<{module}:{name}>{value}</{module}:{name}>"),
            _ => format!(r#"<{element} type="{name}">{value}</{element}>"#),
        };
        self.line(indent, &line);
    }
}

/// Text as content: white space that would be collapsed as references.
fn content(text: &str) -> Cow<'_, str> {
    let escaped = escape::text(text);
    let is_odd = |c: char| matches!(c, '\t' | '\n');
    if !escaped.contains(is_odd) && !escaped.contains("  ") {
        return escaped;
    }
    let mut out = String::with_capacity(escaped.len() + 16);
    let mut before = ' ';
    for c in escaped.chars() {
        match c {
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            ' ' if before == ' ' => out.push_str("&#32;"),
            c => out.push(c),
        }
        before = c;
    }
    Cow::Owned(out)
}
