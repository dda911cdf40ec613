//! Signs of a line that mean something in the notation of a JSON file, written so that they mean themselves.
//!
//! What the line says of variables is kept: a placeholder in braces stays one. ICU quotes braces by apostrophes
//! (ICU User Guide, "Formatting Messages": "Quoting/Escaping"); vue-i18n writes a sign as a literal in braces
//! (vue-i18n guide, "Literal interpolation"). i18next, which a file is taken for where nothing tells another notation,
//! has nothing of the kind (i18next documentation, "Interpolation" and "Nesting"): a line that it would read otherwise
//! cannot be written. In all other notations a line is taken as it is.

use std::fmt::Write as _;

use super::addition::Style;
use super::pipes::Pipes;
use super::placeholders::cut;

/// The notation of a file's texts, as far as signs of a line could be mistaken in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signs {
    /// Braces hold arguments, and apostrophes quote them.
    Icu,
    /// Braces hold variables and literals, bars part plural forms, `@` refers to another text.
    Vue,
    /// Two pairs of braces hold a variable and `$t(` refers to another text; nothing quotes them.
    Next,
    /// None of these signs means anything for certain.
    Plain,
}

impl Signs {
    /// Tells the notation of texts; `arb` says that they are Flutter's.
    pub(super) fn of(texts: &[&str], arb: bool) -> Self {
        if arb || texts.iter().any(|text| cut(text).icu) {
            Self::Icu
        } else if texts.iter().any(|text| Pipes::of(text).is_some_and(|pipes| pipes.sure)) {
            Self::Vue
        } else {
            match Style::told(&texts.join("\n")) {
                None | Some(Style::Double) => Self::Next,
                Some(_) => Self::Plain,
            }
        }
    }

    /// Is the notation known, and one in which signs can be quoted?
    pub(super) fn quotes(self) -> bool {
        matches!(self, Self::Icu | Self::Vue)
    }

    /// The first stretch of a text that would be taken for something else, though nothing can quote it. Time is linear
    /// in its bytes.
    pub(super) fn unquotable(self, text: &str) -> Option<&str> {
        if self == Self::Next { mistaken(text).or_else(|| reference(text)) } else { None }
    }

    /// A line in this notation. Time is linear in its bytes.
    pub(super) fn escaped(self, line: &str) -> String {
        if !self.quotes() {
            return line.to_owned();
        }
        let (mut out, mut plain, mut at) = (String::new(), 0, 0);
        while let Some(step) = line.get(at..).and_then(|rest| rest.find('{')) {
            at += step;
            let Some(length) = variable(line.get(at..).unwrap_or_default()) else {
                at += 1;
                continue;
            };
            self.text(line.get(plain..at).unwrap_or_default(), true, &mut out);
            out.push_str(line.get(at..at + length).unwrap_or_default());
            at += length;
            plain = at;
        }
        self.text(line.get(plain..).unwrap_or_default(), false, &mut out);
        out
    }

    /// A stretch without variables; `followed` says that one comes next.
    fn text(self, text: &str, followed: bool, out: &mut String) {
        match self {
            Self::Icu => icu(text, followed, out),
            Self::Vue => {
                for c in text.chars() {
                    if matches!(c, '{' | '}' | '|' | '@') {
                        // Writing to a string cannot fail.
                        let _ = write!(out, "{{'{c}'}}");
                    } else {
                        out.push(c);
                    }
                }
            }
            Self::Next | Self::Plain => out.push_str(text),
        }
    }
}

/// Longest variable, in bytes.
const VARIABLE: usize = 80;

/// The length in bytes of the variable with which a text begins: a name in one pair of braces.
fn variable(text: &str) -> Option<usize> {
    let length = text.bytes().take(VARIABLE).position(|byte| byte == b'}')? + 1;
    if length == "{}".len() {
        return None;
    }
    let found = cut(text.get(..length)?);
    matches!(found.parts.as_slice(), [part] if part.variable().is_some()).then_some(length)
}

/// What i18next would take for a variable and is none: from two braces to the next two that close, with something
/// between them (`{{(.+?)}}`).
fn mistaken(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let own = rest.get(rest.find("{{")?..)?;
        let inner = own.get("{{".len()..)?;
        let first = inner.chars().next()?.len_utf8();
        let length = "{{".len() + first + inner.get(first..)?.find("}}")? + "}}".len();
        let (slot, behind) = own.split_at_checked(length)?;
        if !matches!(cut(slot).parts.as_slice(), [part] if part.variable().is_some()) {
            return Some(slot);
        }
        rest = behind;
    }
}

/// What i18next would take for a reference to another text.
fn reference(text: &str) -> Option<&str> {
    let own = text.get(text.find("$t(")?..)?;
    own.get(..=own.find(')')?)
}

/// Braces between apostrophes; an apostrophe that would quote what follows it is doubled.
fn icu(text: &str, followed: bool, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}', '\'']) {
        let (before, signs) = rest.split_at(at);
        out.push_str(before);
        let end = signs.find(|c| !matches!(c, '{' | '}' | '\'')).unwrap_or(signs.len());
        let (run, behind) = signs.split_at(end);
        let quoted = run.trim_start_matches('\'');
        let lead = run.len() - quoted.len();
        // One apostrophe among letters is itself.
        let alone = lead == 1 && quoted.is_empty() && !(followed && behind.is_empty());
        out.push_str(&if alone { "'".to_owned() } else { "''".repeat(lead) });
        if !quoted.is_empty() {
            let _ = write!(out, "'{}'", quoted.replace('\'', "''"));
        }
        rest = behind;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::super::icu::read;
    use super::super::model::Part;
    use super::*;

    #[test]
    fn braces_are_quoted_in_icu_and_read_back_as_they_were() {
        for (line, wanted) in [
            ("Signe { ouvert", "Signe '{' ouvert"),
            ("vide {} et '{'", "vide '{}' et '''{'''"),
            ("l'eau", "l'eau"),
            ("deux '' signes", "deux '''' signes"),
            ("}'{", "'}''{'"),
        ] {
            assert_eq!(Signs::Icu.escaped(line), wanted, "{line}");
            let forms = read(wanted).expect("well formed").forms;
            assert_eq!(forms[0].parts, [Part::Text(line.to_owned())], "{line}");
        }
        assert_eq!(Signs::Icu.escaped("l'{nom} }"), "l''{nom} '}'");
    }

    #[test]
    fn signs_of_vue_are_written_as_literals() {
        assert_eq!(
            Signs::Vue.escaped("{nom} | a@b { } fin"),
            "{nom} {'|'} a{'@'}b {'{'} {'}'} fin"
        );
        assert_eq!(Signs::Plain.escaped("a | { b"), "a | { b");
    }
    #[test]
    fn what_i18next_would_take_for_something_else_is_named() {
        for (line, wanted) in [
            ("Saluer {{nom}} et {{ 0 }}", None),
            ("{{count, number}} {{- nom}}", None),
            ("{{ ouvre ou ferme }} là", Some("{{ ouvre ou ferme }}")),
            ("{{ sans fin, {un} {}", None),
            ("vide {{}} et {{nom}}", Some("{{}} et {{nom}}")),
            ("vide {{}}", None),
            ("{{nom}} {{é à}}", Some("{{é à}}")),
            ("{{{nom}}}", Some("{{{nom}}")),
            ("{{ et {{nom}}", Some("{{ et {{nom}}")),
            ("$t(a.b, {\"n\": 1}) $", Some("$t(a.b, {\"n\": 1})")),
            ("$t(sans fin", None),
            ("$t a)", None),
        ] {
            assert_eq!(Signs::Next.unquotable(line), wanted, "{line}");
            assert_eq!(Signs::Plain.unquotable(line), None);
            assert_eq!(Signs::Next.escaped(line), line);
        }
    }

    #[test]
    fn notations_are_told_by_their_placeholders() {
        for (texts, wanted) in [
            (vec!["Vendre"], Signs::Next),
            (vec!["{{count}} filets", "{un}", "{{b}}"], Signs::Next),
            (vec!["%{count} filets"], Signs::Plain),
            (vec!["{count} filets"], Signs::Plain),
            (vec!["filet | filets"], Signs::Vue),
        ] {
            assert_eq!(Signs::of(&texts, false), wanted, "{texts:?}");
        }
    }
}
