//! A Fluent pattern spread into flat forms, one for each path through its selectors.
//!
//! A line of a page never shows which variant was chosen, so that each must be there to be compared. References
//! are followed in place. Forms, pieces, bytes and depth are bounded, for a short file can ask for very much.

use std::collections::BTreeMap;

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::model::{Form, Key, Kind, Part};

/// Most forms that one wording is spread into.
const FORMS: usize = 64;
/// Most pieces of text, variables and selectors that one wording is made of, references followed.
const PIECES: usize = 400;
/// Deepest references and selectors inside one another.
const DEPTH: usize = 5;

/// Terms and messages of the file, for references.
pub(super) struct Names<'t> {
    terms: BTreeMap<&'t str, &'t ast::Pattern<&'t str>>,
    messages: BTreeMap<&'t str, &'t ast::Pattern<&'t str>>,
}

impl<'t> Names<'t> {
    pub(super) fn of(tree: &'t ast::Resource<&'t str>) -> Self {
        let (mut terms, mut messages) = (BTreeMap::new(), BTreeMap::new());
        for entry in &tree.body {
            match entry {
                ast::Entry::Term(term) => {
                    terms.insert(term.id.name, &term.value);
                }
                ast::Entry::Message(message) => {
                    if let Some(value) = &message.value {
                        messages.insert(message.id.name, value);
                    }
                }
                _ => {}
            }
        }
        Self { terms, messages }
    }
}

/// Why a pattern cannot be spread.
pub(super) enum Problem {
    /// Too many variants, or references without end.
    TooMany,
    /// A reference to this name, which the file has not.
    Unknown(String),
}

/// Spreads the patterns of one wording into forms.
pub(super) struct Spread<'a> {
    names: &'a Names<'a>,
    kinds: &'a mut BTreeMap<String, Kind>,
    /// What went wrong; the forms are then of no use.
    pub(super) problem: Option<Problem>,
    /// How many pieces may still come.
    pieces: usize,
    /// How many bytes may still come.
    pub(super) bytes: usize,
}

impl<'a> Spread<'a> {
    /// Starts on a wording that may be `bytes` long; selectors on plurals add to `kinds`.
    pub(super) fn new(
        names: &'a Names<'a>,
        kinds: &'a mut BTreeMap<String, Kind>,
        bytes: usize,
    ) -> Self {
        Self { names, kinds, problem: None, pieces: PIECES, bytes }
    }

    /// The forms of a pattern.
    pub(super) fn pattern(&mut self, pattern: &ast::Pattern<&str>, depth: usize) -> Vec<Form> {
        let mut forms = vec![Form::default()];
        for element in &pattern.elements {
            let text = match element {
                ast::PatternElement::TextElement { value } => value.len(),
                ast::PatternElement::Placeable { .. } => 0,
            };
            if !self.afford(1 + text) {
                return Vec::new();
            }
            let pieces = match element {
                ast::PatternElement::TextElement { value } => text_form(value),
                ast::PatternElement::Placeable { expression } => {
                    self.expression(expression, depth + 1)
                }
            };
            forms = self.multiply(&forms, &pieces);
        }
        forms
    }

    /// Pays for one piece of so many bytes; the first that is too dear is the wording's fault.
    fn afford(&mut self, bytes: usize) -> bool {
        let left = self.pieces.checked_sub(1).zip(self.bytes.checked_sub(bytes));
        if left.is_none() {
            self.problem = Some(Problem::TooMany);
        }
        (self.pieces, self.bytes) = left.unwrap_or_default();
        left.is_some()
    }

    fn multiply(&mut self, left: &[Form], right: &[Form]) -> Vec<Form> {
        multiply(left, right).unwrap_or_else(|| {
            self.problem = Some(Problem::TooMany);
            left.to_vec()
        })
    }

    fn expression(&mut self, expression: &ast::Expression<&str>, depth: usize) -> Vec<Form> {
        if depth > DEPTH {
            self.problem = Some(Problem::TooMany);
            return Vec::new();
        }
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, depth),
            ast::Expression::Select { selector, variants } => {
                self.select(selector, variants, depth)
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>, depth: usize) -> Vec<Form> {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                text_form(&unescape_unicode_to_string(value))
            }
            ast::InlineExpression::NumberLiteral { value } => text_form(value),
            ast::InlineExpression::Placeable { expression } => {
                self.expression(expression, depth + 1)
            }
            ast::InlineExpression::MessageReference { id, .. } => {
                self.reference(self.names.messages.get(id.name).copied(), id.name, depth)
            }
            ast::InlineExpression::TermReference { id, .. } => {
                self.reference(self.names.terms.get(id.name).copied(), id.name, depth)
            }
            ast::InlineExpression::VariableReference { .. }
            | ast::InlineExpression::FunctionReference { .. } => match subject(inline) {
                Some(name) => {
                    vec![Form { when: Vec::new(), parts: vec![Part::Variable(name.to_owned())] }]
                }
                None => self.reference(None, "()", depth),
            },
        }
    }

    fn reference(
        &mut self,
        found: Option<&ast::Pattern<&str>>,
        name: &str,
        depth: usize,
    ) -> Vec<Form> {
        match found {
            Some(pattern) if depth < DEPTH => self.pattern(pattern, depth + 1),
            Some(_) => {
                self.problem = Some(Problem::TooMany);
                Vec::new()
            }
            None => {
                self.problem = Some(Problem::Unknown(name.to_owned()));
                Vec::new()
            }
        }
    }

    fn select(
        &mut self,
        selector: &ast::InlineExpression<&str>,
        variants: &[ast::Variant<&str>],
        depth: usize,
    ) -> Vec<Form> {
        let Some(name) = subject(selector) else { return self.reference(None, "->", depth) };
        if variants.iter().any(|variant| is_plural(&variant.key)) {
            self.kinds.entry(name.to_owned()).or_insert(Kind::Number);
        }
        let mut out = Vec::new();
        for variant in variants {
            let condition = (name.to_owned(), key(variant, is_ordinal(selector)));
            for mut form in self.pattern(&variant.value, depth + 1) {
                form.when.insert(0, condition.clone());
                out.push(form);
            }
            if out.len() > FORMS {
                self.problem = Some(Problem::TooMany);
                break;
            }
        }
        out
    }
}

/// The variable that an expression is about: itself, or the argument of `NUMBER()` and `DATETIME()`.
fn subject<'t>(inline: &ast::InlineExpression<&'t str>) -> Option<&'t str> {
    match inline {
        ast::InlineExpression::VariableReference { id } => Some(id.name),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            match arguments.positional.first() {
                Some(ast::InlineExpression::VariableReference { id }) => Some(id.name),
                _ => None,
            }
        }
        _ => None,
    }
}

fn is_plural(key: &ast::VariantKey<&str>) -> bool {
    match key {
        ast::VariantKey::NumberLiteral { .. } => true,
        ast::VariantKey::Identifier { name } => {
            matches!(*name, "zero" | "one" | "two" | "few" | "many")
        }
    }
}

/// `NUMBER($n, type: "ordinal")` chooses by the categories of “1st” and “2nd”.
fn is_ordinal(selector: &ast::InlineExpression<&str>) -> bool {
    let ast::InlineExpression::FunctionReference { arguments, .. } = selector else { return false };
    arguments.named.iter().any(|own| {
        own.name.name == "type"
            && matches!(&own.value, ast::InlineExpression::StringLiteral { value: "ordinal" })
    })
}

fn key(variant: &ast::Variant<&str>, ordinal: bool) -> Key {
    if variant.default {
        return Key::Default;
    }
    match &variant.key {
        ast::VariantKey::NumberLiteral { value } => {
            value.parse().map_or_else(|_| Key::Word((*value).to_owned()), Key::Number)
        }
        ast::VariantKey::Identifier { name } if ordinal => Key::Ordinal((*name).to_owned()),
        ast::VariantKey::Identifier { name } => Key::Word((*name).to_owned()),
    }
}

fn text_form(text: &str) -> Vec<Form> {
    vec![Form { when: Vec::new(), parts: vec![Part::Text(text.to_owned())] }]
}

/// Every form of the one followed by every form of the other; `None` where they are too many.
pub(super) fn multiply(left: &[Form], right: &[Form]) -> Option<Vec<Form>> {
    let most = left.len().saturating_mul(right.len());
    let all = left.iter().flat_map(|a| right.iter().filter_map(|b| join(a, b)));
    (most <= FORMS).then(|| all.collect())
}

/// Two forms in a row; `None` where they decide one variable differently.
fn join(a: &Form, b: &Form) -> Option<Form> {
    let mut out = a.clone();
    for (name, key) in &b.when {
        match out.when.iter().find(|(known, _)| known == name) {
            Some((_, known)) if known != key => return None,
            Some(_) => {}
            None => out.when.push((name.clone(), key.clone())),
        }
    }
    for part in &b.parts {
        match (out.parts.last_mut(), part) {
            (Some(Part::Text(last)), Part::Text(more)) => last.push_str(more),
            _ => out.parts.push(part.clone()),
        }
    }
    Some(out)
}
