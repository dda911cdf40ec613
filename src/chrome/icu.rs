//! Messages in ICU's notation (`{count, plural, =0 {…} one {# item} other {# items}}`) as flat forms.
//!
//! Programs that keep texts in JSON use it most: FormatJS, Flutter, Angular, Messageformat. A text is spread into one
//! form for each path through its choices, as a Fluent pattern with selectors is, so that everything above sees one
//! model. Apostrophes quote braces as ICU does by default (`'{'`, and `''` for one). Depth, forms and bytes are
//! bounded. Source: ICU User Guide, "Formatting Messages"; the deprecated `choice` is not read.

use std::collections::BTreeMap;

use super::model::{Form, Key, Kind, Part};
use super::placeholders::{entity_text, tag_length};
use super::spread::multiply;

/// Longest text, in bytes.
const BYTES: usize = 20_000;
/// Deepest choices inside one another.
const DEPTH: usize = 5;
/// Most pieces of all forms together.
const PIECES: usize = 4_000;
/// Behind the name of a variable, this stands for its value less the offset of a plural.
const LESS: char = '#';

/// A text that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Icu {
    /// A form for each path through the choices.
    pub(super) forms: Vec<Form>,
    /// What may stand for the variables.
    pub(super) kinds: BTreeMap<String, Kind>,
    /// Variables inside tags.
    pub(super) hidden: Vec<String>,
}

/// The name of the variable that a name stands for: itself, or what an offset was taken from.
pub(super) fn whole_name(name: &str) -> &str {
    name.strip_suffix(LESS).unwrap_or(name)
}

/// Does a text hold a choice, a quoted brace or a doubled apostrophe? Only then is it certain to be ICU's.
pub(super) fn is_icu(text: &str, chosen: bool) -> bool {
    chosen || text.contains("''") || text.contains("'{") || text.contains("'}")
}

/// Reads a text; `None` where it is not well formed or asks for too much.
pub(super) fn read(text: &str) -> Option<Icu> {
    if text.len() > BYTES {
        return None;
    }
    let mut reader =
        Reader { text, at: 0, pieces: PIECES, kinds: BTreeMap::new(), hidden: Vec::new() };
    let forms = reader.pattern(0, None)?;
    let Reader { at, kinds, hidden, .. } = reader;
    (at == text.len()).then_some(Icu { forms, kinds, hidden })
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    pieces: usize,
    kinds: BTreeMap<String, Kind>,
    hidden: Vec<String>,
}

/// Forms that grow behind, text first.
struct Growing {
    forms: Vec<Form>,
    text: String,
}

impl Growing {
    fn close(&mut self, pieces: &mut usize) -> Option<()> {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return Some(());
        }
        let own = [Form { when: Vec::new(), parts: vec![Part::Text(text)] }];
        self.join(&own, pieces)
    }

    fn join(&mut self, more: &[Form], pieces: &mut usize) -> Option<()> {
        self.forms = multiply(&self.forms, more)?;
        let now: usize = self.forms.iter().map(|form| form.parts.len()).sum();
        *pieces = pieces.checked_sub(now)?;
        Some(())
    }
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blank(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, sign: char) -> Option<()> {
        self.blank();
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len_utf8() } else { 0 };
        found.then_some(())
    }

    /// A word up to white space or a sign.
    fn word(&mut self) -> &'t str {
        self.blank();
        let rest = self.rest();
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}');
        let word = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        word
    }

    /// Text and arguments up to the brace that closes it, or to the end. `number` is what `#` stands for.
    fn pattern(&mut self, depth: usize, number: Option<&str>) -> Option<Vec<Form>> {
        let mut out = Growing { forms: vec![Form::default()], text: String::new() };
        while let Some(sign) = self.rest().chars().next() {
            match sign {
                '}' if depth > 0 => break,
                '}' => return None,
                '{' => {
                    out.close(&mut self.pieces)?;
                    self.at += 1;
                    let forms = self.argument(depth, number)?;
                    out.join(&forms, &mut self.pieces)?;
                }
                '#' if number.is_some() => {
                    out.close(&mut self.pieces)?;
                    self.at += 1;
                    out.join(&[variable(number.unwrap_or_default())], &mut self.pieces)?;
                }
                '\'' => self.apostrophe(number.is_some(), &mut out.text),
                _ => self.letter(sign, &mut out.text),
            }
        }
        out.close(&mut self.pieces)?;
        Some(out.forms)
    }

    /// A character that means itself; tags go, entities become what they stand for.
    fn letter(&mut self, sign: char, out: &mut String) {
        let rest = self.rest();
        if let Some(length) = tag_length(rest).filter(|_| sign == '<') {
            let tag = rest.get(..length).unwrap_or_default();
            // Whatever stands in a tag is no choice: a name in braces is all that programs put there.
            let names = tag.split('{').skip(1).filter_map(|own| own.split_once('}'));
            self.hidden.extend(names.map(|(name, _)| name.trim().to_owned()));
            if tag.starts_with("<br") {
                out.push(' ');
            }
            self.at += length;
        } else if let Some((length, text)) = entity_text(rest).filter(|_| sign == '&') {
            out.push_str(text);
            self.at += length;
        } else {
            out.push(sign);
            self.at += sign.len_utf8();
        }
    }

    /// `''` is an apostrophe, `'{…'` quotes; any other is itself.
    fn apostrophe(&mut self, counted: bool, out: &mut String) {
        self.at += 1;
        let rest = self.rest();
        if rest.starts_with('\'') {
            out.push('\'');
            self.at += 1;
            return;
        }
        let quotes = rest.starts_with(['{', '}']) || counted && rest.starts_with('#');
        if !quotes {
            out.push('\'');
            return;
        }
        loop {
            let rest = self.rest();
            let Some((text, behind)) = rest.split_once('\'') else {
                out.push_str(rest);
                self.at = self.text.len();
                return;
            };
            out.push_str(text);
            self.at += text.len() + 1;
            if !behind.starts_with('\'') {
                return;
            }
            out.push('\'');
            self.at += 1;
        }
    }

    /// What stands behind an opening brace, its closing one included.
    fn argument(&mut self, depth: usize, number: Option<&str>) -> Option<Vec<Form>> {
        let name = self.word();
        if name.is_empty() || depth >= DEPTH {
            return None;
        }
        if self.take('}').is_some() {
            self.kinds.entry(name.to_owned()).or_insert(Kind::Any);
            return Some(vec![variable(name)]);
        }
        self.take(',')?;
        let kind = self.word();
        if matches!(kind, "plural" | "selectordinal" | "select") {
            self.take(',')?;
            return self.choice(name, kind, depth, number);
        }
        let own = match kind {
            "number" | "spellout" | "ordinal" => Kind::Number,
            "date" | "time" | "duration" => Kind::Date,
            "list" => Kind::Terms,
            _ => return None,
        };
        self.kinds.insert(name.to_owned(), own);
        self.style()?;
        Some(vec![variable(name)])
    }

    /// Skips the style of a number or a date, up to the closing brace.
    fn style(&mut self) -> Option<()> {
        let mut open = 1_usize;
        for (at, sign) in self.rest().char_indices() {
            match sign {
                '{' => open += 1,
                '}' => open -= 1,
                _ => {}
            }
            if open == 0 {
                self.at += at + 1;
                return Some(());
            }
        }
        None
    }

    fn choice(
        &mut self,
        name: &str,
        kind: &str,
        depth: usize,
        number: Option<&str>,
    ) -> Option<Vec<Form>> {
        let counts = kind != "select";
        // With an offset, `#` and the categories are about another number than `=1` is.
        let mut counted = name.to_owned();
        let mut out = Vec::new();
        loop {
            let key = self.word();
            if let Some(rest) = key.strip_prefix("offset:").filter(|_| counts) {
                let given = if rest.is_empty() { self.word() } else { rest };
                if given.parse::<u64>().ok()? > 0 {
                    counted.push(LESS);
                }
                continue;
            }
            if key.is_empty() {
                break;
            }
            self.take('{')?;
            let inner = if counts { Some(counted.as_str()) } else { number };
            let forms = self.pattern(depth + 1, inner)?;
            self.take('}')?;
            let condition = condition(name, &counted, kind, key)?;
            for mut form in forms {
                form.when.insert(0, condition.clone());
                out.push(form);
            }
            self.pieces = self.pieces.checked_sub(1)?;
        }
        self.take('}')?;
        if counts {
            self.kinds.insert(name.to_owned(), Kind::Number);
            self.kinds.insert(counted, Kind::Number);
        } else {
            self.kinds.entry(name.to_owned()).or_insert(Kind::Any);
        }
        // ICU asks for `other` in every choice; a program stops where it is lacking.
        let whole =
            out.iter().any(|form| form.when.first().is_some_and(|(_, k)| *k == Key::Default));
        whole.then_some(out)
    }
}

fn variable(name: &str) -> Form {
    Form { when: Vec::new(), parts: vec![Part::Variable(name.to_owned())] }
}

fn condition(name: &str, counted: &str, kind: &str, key: &str) -> Option<(String, Key)> {
    if let Some(exact) = key.strip_prefix('=') {
        return Some((name.to_owned(), Key::Number(exact.parse().ok()?)));
    }
    let own = match (key, kind) {
        ("other", _) => Key::Default,
        (_, "selectordinal") => Key::Ordinal(key.to_owned()),
        _ => Key::Word(key.to_owned()),
    };
    let name = if kind == "select" { name } else { counted };
    Some((name.to_owned(), own))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        read(text).expect(text).forms.iter().map(Form::shown).collect()
    }

    #[test]
    fn a_choice_becomes_one_form_a_case() {
        let text = "{count, plural, =0 {No items} one {# item} other {# items}} in {place}";
        assert_eq!(
            shown(text),
            ["No items in {place}", "{count} item in {place}", "{count} items in {place}"]
        );
        let found = read(text).unwrap();
        assert_eq!(found.forms[0].when, [("count".to_owned(), Key::Number(0))]);
        assert_eq!(found.forms[1].when, [("count".to_owned(), Key::Word("one".to_owned()))]);
        assert_eq!(found.forms[2].when, [("count".to_owned(), Key::Default)]);
        assert_eq!(found.kinds["count"], Kind::Number);
        assert_eq!(
            shown(
                "{who, select, female {her} other {their}} {n, selectordinal, one {#st} other {#th}}"
            ),
            ["her {n}st", "her {n}th", "their {n}st", "their {n}th"]
        );
    }

    #[test]
    fn choices_nest_and_the_same_question_is_answered_once() {
        let text = "{a, select, x {{n, plural, one {# x} other {# xs}}} other {none}}";
        assert_eq!(shown(text), ["{n} x", "{n} xs", "none"]);
        let twice = "{n, plural, one {one} other {many}} {n, plural, one {dog} other {dogs}}";
        assert_eq!(shown(twice), ["one dog", "many dogs"]);
    }

    #[test]
    fn apostrophes_quote_braces_and_doubled_ones_are_apostrophes() {
        assert_eq!(shown("l''heure d'été '{'x'}' {n}"), ["l'heure d'été {x} {n}"]);
        assert_eq!(shown("'{it''s}' and '{open"), ["{it's} and {open"]);
        assert_eq!(shown("{n, plural, other {'#' #}}"), ["# {n}"]);
    }

    #[test]
    fn numbers_dates_offsets_and_tags_are_told() {
        let found =
            read("<a href=\"{url}\">On {day, date, ::yyyyMMdd}</a> {n, number, percent}").unwrap();
        assert_eq!(found.forms[0].shown(), "On {day} {n}");
        assert_eq!((found.kinds["day"], found.kinds["n"]), (Kind::Date, Kind::Number));
        assert_eq!(found.hidden, ["url"]);
        let found =
            read("{n, plural, offset:1 =1 {you} one {you and # other} other {you and # others}}")
                .unwrap();
        assert_eq!(found.forms[1].when, [("n#".to_owned(), Key::Word("one".to_owned()))]);
        assert_eq!(found.forms[0].when, [("n".to_owned(), Key::Number(1))]);
        assert_eq!(whole_name("n#"), "n");
    }

    #[test]
    fn what_is_not_well_formed_or_too_much_is_refused() {
        let deep = format!("{}x{}", "{a, select, other {".repeat(2000), "}}".repeat(2000));
        let eight = "a {1} b {1} c {1} d {1} e {1} f {1} g {1} h {1} other {1}";
        let choice = |name: &str, cases: &str| format!("{{{name}, select, {cases}}}");
        let two = "x {1} other {2}";
        let wide =
            [choice("a", two), choice("b", two), choice("c", eight), choice("d", eight)].concat();
        for text in [
            "{",
            "}",
            "{}",
            "{n",
            "{n,",
            "{n, plural",
            "{n, plural,",
            "{n, plural, one {x}",
            "{n, plural, one {x}}",
            "{n, plural, }",
            "{n, plural, =x {a} other {b}}",
            "{n, choice, 0#a|1#b}",
            "{n, plural, other {x",
            &deep,
            &wide,
            &"x".repeat(30_000),
        ] {
            assert_eq!(read(text), None, "{text:.60}");
        }
    }
}
