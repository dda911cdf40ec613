//! The header of a CSV glossary: what each column holds.

use unic_langid::LanguageIdentifier;

use crate::lang;
use crate::toml_reader;

use super::code;
use super::faults::{Faults, column_twice, unknown_column, unknown_column_nearest};
use super::rows::Cell;
use super::{Status, TermRole};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// Terms of a language.
    Terms(LanguageIdentifier),
    /// Further forms of a language.
    Forms(LanguageIdentifier, Status, Option<TermRole>),
    /// The name in its original script, in a language.
    Original(LanguageIdentifier),
    /// Something about the concept.
    Concept(Field),
    /// Something about the terms of a language, or of all.
    Detail(Detail, Option<LanguageIdentifier>),
    /// Nothing that is understood.
    Ignored,
}

/// What is said of a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the columns'")]
pub(super) enum Field {
    Id,
    Definition,
    Domain,
    Kind,
    Source,
    Severity,
    Status,
    DoNotTranslate,
    Variants,
    NotVariants,
}

/// What is said of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the columns'")]
pub(super) enum Detail {
    Pos,
    Gender,
    Number,
    Case,
    Match,
    Gap,
    Define,
    Forms,
    Except,
    Note,
    Usage,
}

const FIELDS: &[(&str, Field)] = &[
    ("id", Field::Id),
    ("definition", Field::Definition),
    ("domain", Field::Domain),
    ("kind", Field::Kind),
    ("source", Field::Source),
    ("severity", Field::Severity),
    ("status", Field::Status),
    ("do-not-translate", Field::DoNotTranslate),
    ("variants", Field::Variants),
    ("not-variants", Field::NotVariants),
];

const DETAILS: &[(&str, Detail)] = &[
    ("pos", Detail::Pos),
    ("gender", Detail::Gender),
    ("number", Detail::Number),
    ("case", Detail::Case),
    ("match", Detail::Match),
    ("gap", Detail::Gap),
    ("define", Detail::Define),
    ("forms", Detail::Forms),
    ("except", Detail::Except),
    ("note", Detail::Note),
    ("usage", Detail::Usage),
];

const FORMS: &[(&str, Status, Option<TermRole>)] = &[
    ("admitted", Status::Admitted, None),
    ("deprecated", Status::Deprecated, None),
    ("forbidden", Status::Forbidden, None),
    ("acronym", Status::Preferred, Some(TermRole::Acronym)),
    ("short", Status::Preferred, Some(TermRole::Short)),
];

/// What the name of a column with original names begins with.
pub(super) const ORIGINAL: &str = "original";

/// What the name of a column with terms may begin with; it must where the language's code is the name of another
/// column (`id` is Indonesian, and the concept's id).
const TERMS: &str = "term";

/// The name of the column with a language's terms.
pub(super) fn of_terms(lang: &LanguageIdentifier) -> String {
    let tag = lang.to_string();
    let is_taken = field(&tag).is_some() || detail(&tag).is_some();
    if is_taken { format!("{TERMS}_{tag}") } else { tag }
}

/// Is the cell a language or another column that is known?
pub(super) fn is_known(cell: &Cell<'_>) -> bool {
    let name = cell.text().to_lowercase();
    let prefix = name.split_once('_').map_or(name.as_str(), |(prefix, _)| prefix);
    // A cell that says *term* names no language and may be a term.
    is_prefix(prefix) && name != TERMS
        || field(&name).is_some()
        || lang::parse(&name).is_some()
        || { lang::nearest(&name).is_some() }
}

/// Is the row a header for someone who expects no languages in particular? One word that is by chance the code of
/// a language (`one` is Oneida) makes no header, unless nothing else stands there.
pub(super) fn is_header(row: &[Cell<'_>]) -> bool {
    let known = row.iter().filter(|cell| is_known(cell)).count();
    known >= 2 || known == row.len()
}

/// Is the row a header for someone who expects these languages: does it name one of them, or nothing but columns?
pub(super) fn names_any(row: &[Cell<'_>], expected: &[&LanguageIdentifier]) -> bool {
    let is_expected = |cell: &Cell<'_>| {
        lang::parse(&cell.text()).is_some_and(|lang| expected.iter().any(|e| lang::same(e, &lang)))
    };
    row.iter().any(is_expected) || row.iter().all(is_known)
}

/// Reads the header; columns that are not understood are reported and left out.
pub(super) fn read(header: &[Cell<'_>], faults: &mut Faults) -> Vec<Column> {
    let mut out: Vec<Column> = Vec::with_capacity(header.len());
    for cell in header {
        let column = column(cell, faults);
        if column != Column::Ignored && out.contains(&column) {
            faults.add(code::SYNTAX, cell.span(), column_twice(cell.text().into_owned()));
            out.push(Column::Ignored);
        } else {
            out.push(column);
        }
    }
    out
}

fn column(cell: &Cell<'_>, faults: &mut Faults) -> Column {
    let name = cell.text().to_lowercase();
    if name.is_empty() {
        return Column::Ignored;
    }
    if let Some(field) = field(&name) {
        return Column::Concept(field);
    }
    if let Some(detail) = detail(&name) {
        return Column::Detail(detail, None);
    }
    if let Some((prefix, tag)) = name.split_once('_').filter(|(prefix, _)| is_prefix(prefix)) {
        return faults
            .language(tag, cell.span())
            .map_or(Column::Ignored, |lang| part(prefix, lang));
    }
    if lang::parse(&name).is_some() || is_meant_as_language(&name) {
        return faults.language(&cell.text(), cell.span()).map_or(Column::Ignored, Column::Terms);
    }
    let known: Vec<_> = names().collect();
    let message = match toml_reader::nearest(&name, &known) {
        Some(near) => unknown_column_nearest(name, near),
        None => unknown_column(name),
    };
    faults.add(code::UNKNOWN_KEY, cell.span(), message);
    Column::Ignored
}

/// `forbidden_fr` and its like.
fn part(prefix: &str, lang: LanguageIdentifier) -> Column {
    if let Some((_, status, role)) = FORMS.iter().find(|(name, ..)| *name == prefix) {
        return Column::Forms(lang, *status, *role);
    }
    match prefix {
        ORIGINAL => return Column::Original(lang),
        TERMS => return Column::Terms(lang),
        _ => {}
    }
    detail(prefix).map_or(Column::Ignored, |detail| Column::Detail(detail, Some(lang)))
}

/// By its name (`english`) or its shape (`xx`, `xx-YY`), where no column is called so.
fn is_meant_as_language(name: &str) -> bool {
    let primary = name.split(['-', '_']).next().unwrap_or_default();
    let is_shaped = primary.len() == 2 && primary.chars().all(|c| c.is_ascii_alphabetic());
    lang::nearest(name).is_some() || is_shaped
}

fn field(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
}

fn detail(name: &str) -> Option<Detail> {
    DETAILS.iter().find(|(known, _)| *known == name).map(|(_, detail)| *detail)
}

fn is_prefix(name: &str) -> bool {
    name == ORIGINAL
        || name == TERMS
        || detail(name).is_some()
        || FORMS.iter().any(|(known, ..)| *known == name)
}

fn names() -> impl Iterator<Item = &'static str> {
    let fields = FIELDS.iter().map(|(name, _)| *name);
    fields.chain(DETAILS.iter().map(|(name, _)| *name)).chain(FORMS.iter().map(|(name, ..)| *name))
}
