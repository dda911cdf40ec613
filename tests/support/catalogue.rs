//! Fluent files as trees: their messages, the variables of each, and the sentences in them.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use fluent_syntax::parser;

/// A message, or an attribute of one under the name `message.attribute`.
#[derive(Debug, Default)]
pub(crate) struct Entries {
    /// Variables that it may show or select by, also those of messages and terms that it refers to.
    pub(crate) variables: BTreeSet<String>,
    /// Its texts, each stretch for itself, a variable being written as `{}`.
    pub(crate) sentences: Vec<String>,
    /// Messages and terms that it refers to; the latter with their hyphen.
    references: BTreeSet<String>,
}

/// The messages of a file by their ids, attributes among them.
///
/// # Panics
///
/// Where the file is not well formed or defines a message twice.
pub(crate) fn read(path: &str, text: &str) -> BTreeMap<String, Entries> {
    let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
    let all = entries(path, &resource);
    let mut out = BTreeMap::new();
    for id in all.keys().filter(|id| !id.starts_with('-')) {
        let mut known = BTreeSet::new();
        let variables = variables(&all, id, &mut known);
        let sentences = all.get(id).map(|entry| entry.sentences.clone()).unwrap_or_default();
        let entry = Entries { variables, sentences, ..Entries::default() };
        out.insert(id.clone(), entry);
    }
    out
}

fn entries(path: &str, resource: &Resource<&str>) -> BTreeMap<String, Entries> {
    let mut out = BTreeMap::new();
    let mut add = |id: String, pattern: &Pattern<&str>| {
        let mut entry = Entries::default();
        entry.pattern(pattern);
        assert!(out.insert(id.clone(), entry).is_none(), "{path}: {id} twice");
    };
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(own) => (own.id.name.to_owned(), own.value.as_ref(), &own.attributes),
            Entry::Term(own) => (format!("-{}", own.id.name), Some(&own.value), &own.attributes),
            _ => continue,
        };
        if let Some(value) = value {
            add(id.clone(), value);
        }
        for attribute in attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
    out
}

/// Variables of an entry and of what it refers to.
fn variables(
    all: &BTreeMap<String, Entries>,
    id: &str,
    known: &mut BTreeSet<String>,
) -> BTreeSet<String> {
    let Some(entry) = all.get(id).filter(|_| known.insert(id.to_owned())) else {
        return BTreeSet::new();
    };
    let mut out = entry.variables.clone();
    for other in &entry.references {
        assert!(all.contains_key(other), "{id} refers to {other}, which is not there");
        out.extend(variables(all, other, known));
    }
    out
}

impl Entries {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut sentence = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => sentence.push_str(value),
                PatternElement::Placeable { expression } => {
                    match expression {
                        Expression::Inline(InlineExpression::StringLiteral { value }) => {
                            sentence.push_str(value);
                        }
                        _ => sentence.push_str("{}"),
                    }
                    self.expression(expression);
                }
            }
        }
        self.sentences.push(sentence);
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name));
                self.references.insert(format!("{}{}", id.name, attribute.unwrap_or_default()));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                // A term sees only the arguments that it is given, so that its own variables are none of ours.
                self.references.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        let named = arguments.named.iter().map(|named| &named.value);
        for inline in arguments.positional.iter().chain(named) {
            self.inline(inline);
        }
    }
}
