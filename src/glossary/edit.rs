//! Changing a TOML glossary that somebody keeps by hand: comments, order and spelling of the rest stay.
//!
//! The file is taken apart by `toml_edit`, which keeps every byte that is not changed. What comes out is read once
//! more before it is answered: a change that would not read as it was meant is refused rather than written.

use toml_edit::{DocumentMut, InlineTable, Item, Table, Value};

use crate::message::Message;
use crate::text::{SourceFile, SourceId};

use super::toml_write;
use super::{Concept, Format, Glossary};

crate::messages! { MESSAGES;
    not_toml = "glossary-edit-not-toml" (line);
    not_possible = "glossary-edit-not-possible" (id);
    no_concept = "glossary-edit-no-concept" (id);
}

/// Adds concepts behind those that the file has. Languages that the file does not declare are added to its list.
///
/// # Errors
///
/// Where the file is no TOML, or is written in a way that leaves no place for a concept (`concept = { … }` on one
/// line), or already has a concept of the same id.
pub fn add_concepts(text: &str, concepts: &[Concept]) -> Result<String, Message> {
    let mut file = parse(text)?;
    for concept in concepts {
        let fail = || not_possible(&*concept.id);
        let written = format!("\n{}", toml_write::concept(concept, &concept.id));
        let mut new = written.parse::<DocumentMut>().map_err(|_| fail())?;
        let all = new.get_mut("concept").and_then(Item::as_table_mut).ok_or_else(fail)?;
        let mut item = all.remove(&concept.id).ok_or_else(fail)?;
        forget_position(&mut item);
        let home = file.entry("concept").or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        let home = home.as_table_mut().ok_or_else(fail)?;
        if home.contains_key(&concept.id) {
            return Err(fail());
        }
        home.insert(&concept.id, item);
    }
    declare(&mut file, concepts);
    let out = with_line_ends_of(text, file.to_string());
    let again = read(&out);
    for concept in concepts {
        if !again.concepts.iter().any(|found| found.id == concept.id) {
            return Err(not_possible(&*concept.id));
        }
    }
    Ok(out)
}

/// Sets a key of a concept's language (`lang` given) or of the concept itself to a text.
///
/// A language that is a string becomes a card as soon as more than its term is said.
///
/// # Errors
///
/// Where the file is no TOML, has no such concept, or the change would not read as it was meant.
pub fn set(
    text: &str,
    id: &str,
    lang: Option<&str>,
    key: &str,
    value: &str,
) -> Result<String, Message> {
    let mut file = parse(text)?;
    let concept = file
        .get_mut("concept")
        .and_then(|all| all.as_table_like_mut()?.get_mut(id))
        .ok_or_else(|| no_concept(id))?;
    let fail = || not_possible(id);
    let concept = concept.as_table_like_mut().ok_or_else(fail)?;
    match lang {
        None => put(concept, key, value),
        Some(lang) => {
            let section =
                concept.entry(lang).or_insert(Item::Value(Value::InlineTable(InlineTable::new())));
            if let Some(term) = section.as_str().map(str::to_owned) {
                if key == "term" {
                    put(concept, lang, value);
                    return whole(text, &file, id);
                }
                let mut card = InlineTable::new();
                card.insert("term", term.into());
                *section = Item::Value(Value::InlineTable(card));
            }
            put(section.as_table_like_mut().ok_or_else(fail)?, key, value);
        }
    }
    whole(text, &file, id)
}

fn whole(text: &str, file: &DocumentMut, id: &str) -> Result<String, Message> {
    let out = with_line_ends_of(text, file.to_string());
    let is_there = read(&out).concepts.iter().any(|concept| concept.id == id);
    if is_there { Ok(out) } else { Err(not_possible(id)) }
}

/// A file of Windows stays one.
fn with_line_ends_of(text: &str, out: String) -> String {
    if text.contains("\r\n") { out.replace("\r\n", "\n").replace('\n', "\r\n") } else { out }
}

/// Puts a text in the place of a value, with what stands round that.
fn put(table: &mut dyn toml_edit::TableLike, key: &str, text: &str) {
    let mut value = Value::from(text);
    match table.get_mut(key) {
        Some(Item::Value(known)) => {
            *value.decor_mut() = known.decor().clone();
            *known = value;
        }
        _ => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// Languages of the concepts that the file's list lacks.
fn declare(file: &mut DocumentMut, concepts: &[Concept]) {
    let list =
        file.get_mut("glossary").and_then(|head| head.as_table_like_mut()?.get_mut("languages"));
    let Some(list) = list.and_then(Item::as_array_mut) else { return };
    for term in concepts.iter().flat_map(|concept| &concept.terms) {
        let tag = term.lang.to_string();
        let is_same = |known: &Value| {
            known.as_str().and_then(crate::lang::parse).is_some_and(|lang| lang == term.lang)
        };
        if !list.iter().any(is_same) {
            list.push(tag);
        }
    }
}

/// Tables from elsewhere have a place of their own in the order, which means nothing here.
fn forget_position(item: &mut Item) {
    let Some(table) = item.as_table_mut() else { return };
    table.set_position(None);
    for (_, below) in table.iter_mut() {
        forget_position(below);
    }
}

fn parse(text: &str) -> Result<DocumentMut, Message> {
    text.parse::<DocumentMut>().map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        not_toml(before.matches('\n').count() + 1)
    })
}

fn read(text: &str) -> Glossary {
    let file = SourceFile::decode("", text.as_bytes());
    super::load_as(Format::Toml, SourceId::new(0), &file, None).glossary
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Kept by hand.\n[glossary]\nname = 'N' # ours\nlanguages = [\"en\", \"fr\"]\n\n\
        # The second letter first.\n[concept.b]   # b!\nen = 'bee' # buzz\nfr = \"abeille\"\n\n[concept.a]\n\
        en = { term = 'ant', pos = \"noun\" }\n[concept.a.fr]\nterm = 'fourmi' # f.\n\n# The end.\n";

    fn concepts(text: &str) -> Vec<Concept> {
        read(text).concepts
    }

    #[test]
    fn a_concept_is_added_and_every_byte_before_it_stays() {
        let new = concepts("[concept.c-d]\nen = 'cat'\nfr = { term = 'chat', gender = 'm' }\n");
        let out = add_concepts(FILE, &new).unwrap();
        let lines: Vec<_> = FILE.lines().filter(|line| !out.contains(line)).collect();
        assert_eq!(lines, [""; 0]);
        assert!(out.contains("[concept.c-d]\nen = \"cat\"\n"), "{out}");
        let ids: Vec<_> = concepts(&out).into_iter().map(|concept| concept.id).collect();
        assert_eq!(ids, ["b", "a", "c-d"]);
        assert!(add_concepts(&out, &new).is_err(), "twice");
    }

    #[test]
    fn a_file_without_concepts_and_a_new_language_are_no_obstacle() {
        let new = concepts("[concept.c]\nen = 'cat'\nde = 'Katze'\n[concept.d]\nen = 'dog'\n");
        let out = add_concepts("# Empty.\n[glossary]\nlanguages = [\"en\"] # one\n", &new).unwrap();
        assert!(
            out.starts_with("# Empty.\n[glossary]\nlanguages = [\"en\", \"de\"] # one\n"),
            "{out}"
        );
        assert_eq!(concepts(&out).len(), 2);
        assert_eq!(concepts(&add_concepts("", &new).unwrap()).len(), 2);
    }

    #[test]
    fn a_file_of_windows_stays_one() {
        let new = concepts("[concept.c]\nen = 'cat'\n");
        let out = add_concepts(&FILE.replace('\n', "\r\n"), &new).unwrap();
        assert_eq!(out.matches('\n').count(), out.matches("\r\n").count());
        assert_eq!(concepts(&out).len(), 3);
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        let new = concepts("[concept.c]\nen = 'cat'\n");
        assert_eq!(add_concepts("a = [", &new).unwrap_err().id, "glossary-edit-not-toml");
        let inline = "concept = { a = { en = 'x' } }\n";
        assert_eq!(add_concepts(inline, &new).unwrap_err().id, "glossary-edit-not-possible");
        assert_eq!(set(FILE, "x", None, "domain", "d").unwrap_err().id, "glossary-edit-no-concept");
    }

    #[test]
    fn a_value_is_set_where_it_stands_and_its_comment_stays() {
        let out = set(FILE, "b", Some("en"), "term", "bumble \"bee\"").unwrap();
        assert!(out.contains("# buzz") && out.contains("[concept.b]   # b!"), "{out}");
        assert_eq!(concepts(&out)[0].terms[0].form, "bumble \"bee\"");
        let out = set(FILE, "b", Some("fr"), "gender", "f").unwrap();
        assert_eq!(concepts(&out)[0].terms[1].gender, Some(crate::glossary::Gender::Feminine));
        let out = set(FILE, "a", Some("fr"), "term", "la fourmi").unwrap();
        assert!(out.contains("term = \"la fourmi\" # f."), "{out}");
        let out = set(FILE, "a", None, "definition", "six legs").unwrap();
        assert_eq!(concepts(&out)[1].definition.as_deref(), Some("six legs"));
        let out = set(FILE, "a", Some("de"), "term", "Ameise").unwrap();
        assert_eq!(concepts(&out)[1].terms.len(), 3);
    }
}
