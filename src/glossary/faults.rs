//! The mistakes in one glossary file as they are found, and what is said of them.

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Diagnostic;
use crate::lang;
use crate::message::Message;
use crate::text::{Location, SourceId, Span};
use crate::toml_reader;
use crate::toml_reader::Reader;
use crate::xml;

use super::code;
use super::form;

crate::messages! { MESSAGES;
    bad_character = "glossary-bad-character-in-form" (form, character);
    language_nearest = "glossary-bad-language-nearest" (tag, nearest);
    language_none = "glossary-bad-language-none" (tag);
    languages_unknown = "glossary-bad-language-not-given" ();
    undeclared = "glossary-undeclared-language-key" (key, declared);
    undeclared_nearest = "glossary-undeclared-language-nearest" (key, declared, nearest);
    regex = "glossary-bad-regex-form" (pattern, reason);
    empty_section = "glossary-empty-section-language" (language);
    empty_form = "glossary-empty-section-form" (key);
    empty_cell = "glossary-empty-section-cell" (language);
    unknown_format = "glossary-syntax-format" (extension);
    open_quote = "glossary-syntax-open-quote" ();
    behind_quote = "glossary-syntax-behind-quote" ();
    too_many_fields = "glossary-syntax-too-many-fields" (found, expected);
    no_tab = "glossary-syntax-no-tab" ();
    no_header = "glossary-syntax-no-header" ();
    column_twice = "glossary-syntax-column-twice" (column);
    misplaced = "glossary-unknown-key-misplaced" (key, part);
    unknown_column = "glossary-unknown-key-column" (column);
    unknown_column_nearest = "glossary-unknown-key-column-nearest" (column, nearest);
    not_tbx = "glossary-syntax-not-tbx" ();
    json_line = "glossary-syntax-json-line" ();
    bad_cell = "glossary-bad-value-cell" (column, value, expected);
}

/// Faults of the markup of one file that are told one by one; more would only fill memory.
const MOST_OF_MARKUP: usize = 1000;

/// Collects the mistakes of one file.
#[derive(Debug)]
pub(super) struct Faults {
    /// The reader of TOML files, which keeps them all.
    pub(super) reader: Reader,
}

impl Faults {
    pub(super) fn new(source: SourceId) -> Self {
        Self { reader: Reader::new(source) }
    }

    pub(super) fn locate(&self, span: Span) -> Location {
        self.reader.locate(span)
    }

    /// Reports a mistake as grave as its code is.
    pub(super) fn add(&mut self, code: &'static str, span: Span, message: Message) {
        let at = self.locate(span);
        self.reader.faults.push(Diagnostic::new(code, code::severity(code), at, message));
    }

    /// Reads a language tag; one that is none is reported, and the right one is gone on with where it is known.
    pub(super) fn language(&mut self, tag: &str, span: Span) -> Option<LanguageIdentifier> {
        let known = lang::parse(tag);
        if known.is_some() {
            return known;
        }
        let nearest = lang::nearest(tag);
        let message = match nearest {
            Some(nearest) => language_nearest(tag, nearest),
            None => language_none(tag),
        };
        self.add(code::BAD_LANGUAGE, span, message);
        nearest.and_then(lang::parse)
    }

    /// Reports a form with a character that no text holds.
    pub(super) fn check_form(&mut self, form: &str, span: Span) {
        if let Some(c) = form::bad_character(form) {
            let shown = format!("U+{:04X}", u32::from(c));
            self.add(code::BAD_CHARACTER, span, bad_character(form, shown));
        }
    }

    /// Everything found, in file order, the reader's own findings under the glossary's codes.
    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        let mut list = self.reader.faults;
        for fault in list.iter_mut().filter(|fault| fault.rule == toml_reader::SYNTAX) {
            fault.rule = match fault.message.id {
                id if id.starts_with("toml-unknown") => code::UNKNOWN_KEY,
                "toml-wrong-type" | "toml-wrong-value" | "toml-missing-key" => code::BAD_VALUE,
                _ => code::SYNTAX,
            };
        }
        list.sort_by_key(|fault| fault.primary.at);
        list
    }
}

impl xml::Faults for Faults {
    fn source(&self) -> SourceId {
        self.locate(Span::at(0)).source
    }

    fn fault(&mut self, span: Span, message: Message) {
        if self.reader.faults.len() < MOST_OF_MARKUP {
            self.add(code::SYNTAX, span, message);
        }
    }
}
