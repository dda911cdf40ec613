//! The text of a program's message as a reader sees it: placeholders become variables, markup goes.
//!
//! Placeholders are known by their shape in every common notation at once (printf, Python, i18next, Qt's braces),
//! because catalogues mix them and rarely say which they use. Those that take their argument by turn are named by
//! their turn, so that `%s` in one language is `%1$s` in another.

use std::collections::BTreeMap;

use super::model::{Kind, Part};

/// Longest placeholder, in bytes.
const PLACEHOLDER: usize = 80;
/// Longest tag, in bytes.
const TAG: usize = 1000;
/// Most placeholders of one text.
const MOST: usize = 40;

/// A text with its placeholders cut out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cut {
    /// Text and variables in order.
    pub(super) parts: Vec<Part>,
    /// What may stand for the variables.
    pub(super) kinds: BTreeMap<String, Kind>,
    /// Variables inside tags.
    pub(super) hidden: Vec<String>,
    /// Does it hold a plural or a choice in ICU's notation, which is not understood?
    pub(super) icu: bool,
    turn: usize,
    brace_turn: usize,
}

/// What stands at a place of the text.
enum Found {
    Variable(String, Kind),
    Text(&'static str),
    Tag,
}

/// Cuts a text. Time is linear in its bytes.
pub(super) fn cut(text: &str) -> Cut {
    let mut out = Cut::default();
    out.read(text, false);
    out
}

impl Cut {
    fn read(&mut self, text: &str, within_tag: bool) {
        let (mut plain, mut at) = (0, 0);
        let mut count = 0;
        while let Some(rest) = text.get(at..) {
            let Some(step) = rest.find(['%', '{', '$', '<', '&']) else { break };
            at += step;
            let rest = text.get(at..).unwrap_or_default();
            let digit =
                text.get(..at).is_some_and(|lead| lead.ends_with(|c: char| c.is_ascii_digit()));
            let Some((length, found)) = self.at(rest, digit).filter(|_| count < MOST) else {
                at += 1;
                continue;
            };
            self.text(text.get(plain..at).unwrap_or_default(), within_tag);
            match found {
                Found::Text(own) => self.text(own, within_tag),
                Found::Variable(name, kind) => {
                    count += 1;
                    self.variable(name, kind, within_tag);
                }
                Found::Tag if !within_tag => {
                    let tag = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
                    if tag.starts_with("br") {
                        self.text(" ", false);
                    }
                    self.read(tag, true);
                }
                Found::Tag => {}
            }
            at += length;
            plain = at;
        }
        self.text(text.get(plain..).unwrap_or_default(), within_tag);
    }

    fn text(&mut self, text: &str, within_tag: bool) {
        if within_tag || text.is_empty() {
            return;
        }
        match self.parts.last_mut() {
            Some(Part::Text(last)) => last.push_str(text),
            _ => self.parts.push(Part::Text(text.to_owned())),
        }
    }

    fn variable(&mut self, name: String, kind: Kind, within_tag: bool) {
        if within_tag {
            self.hidden.push(name);
        } else {
            self.kinds.insert(name.clone(), kind);
            self.parts.push(Part::Variable(name));
        }
    }

    /// What begins here, with its length in bytes.
    fn at(&mut self, rest: &str, behind_digit: bool) -> Option<(usize, Found)> {
        match rest.as_bytes().first()? {
            b'%' => self.percent(rest, behind_digit),
            b'{' => self.brace(rest),
            b'$' => {
                let (length, found) =
                    self.brace(rest.get(1..).filter(|own| own.starts_with('{'))?)?;
                Some((length + 1, found))
            }
            b'<' => tag(rest),
            _ => entity(rest),
        }
    }

    fn percent(&mut self, rest: &str, behind_digit: bool) -> Option<(usize, Found)> {
        let own = rest.get(1..)?;
        if own.starts_with('%') {
            return Some((2, Found::Text("%")));
        }
        for (open, close) in [('(', ')'), ('{', '}'), ('<', '>')] {
            if let Some(inner) = clip(own).strip_prefix(open) {
                let (name, behind) = inner.split_once(close).filter(|(name, _)| is_name(name))?;
                let tail = if open == '{' { (0, Kind::Any) } else { conversion(behind)? };
                return Some((name.len() + 3 + tail.0, Found::Variable(name.to_owned(), tail.1)));
            }
        }
        let digits = own.bytes().take(3).take_while(u8::is_ascii_digit).count();
        if digits > 0
            && let Some(behind) = own.get(digits..)?.strip_prefix('$')
        {
            let (length, kind) = conversion(behind)?;
            let name = own.get(..digits)?.trim_start_matches('0').to_owned();
            return Some((digits + 2 + length, Found::Variable(name, kind)));
        }
        let (length, kind) = conversion(own).filter(|_| !behind_digit)?;
        self.turn += 1;
        Some((length + 1, Found::Variable(self.turn.to_string(), kind)))
    }

    fn brace(&mut self, rest: &str) -> Option<(usize, Found)> {
        let double = rest.starts_with("{{");
        let (open, close) = if double { (2, "}}") } else { (1, "}") };
        let window = clip(rest).get(open..)?;
        let stop = window.find(close);
        let inner = window.get(..stop.unwrap_or(window.len()))?;
        let name = inner.split([',', ':', '!', '|']).next()?.trim();
        let kind_word = inner.split(',').nth(1).map(str::trim).unwrap_or_default();
        if ["plural", "select", "selectordinal"].contains(&kind_word) {
            self.icu = true;
            return None;
        }
        let length = open + stop? + close.len();
        if inner.is_empty() && !double {
            let name = self.brace_turn.to_string();
            self.brace_turn += 1;
            return Some((length, Found::Variable(name, Kind::Any)));
        }
        let name = name.trim_start_matches(['$', '-']).trim();
        let kind = match kind_word {
            "number" => Kind::Number,
            "date" | "time" => Kind::Date,
            _ => Kind::Any,
        };
        is_name(name).then(|| (length, Found::Variable(name.to_owned(), kind)))
    }
}

/// No more than a placeholder may be long, so that the search for its end stays short.
fn clip(text: &str) -> &str {
    let mut end = PLACEHOLDER.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= PLACEHOLDER
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '[' | ']'))
}

/// A conversion of printf with its flags: its length and what it takes.
fn conversion(text: &str) -> Option<(usize, Kind)> {
    let flags = text
        .bytes()
        .take(8)
        .take_while(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'#' | b'\'')
        })
        .count();
    let own = text.get(flags..)?;
    let length = own.bytes().take_while(|byte| matches!(byte, b'l' | b'h' | b'z')).take(2).count();
    let kind = match own.as_bytes().get(length)? {
        b'd' | b'i' | b'u' => Kind::Number,
        b's' | b'f' | b'@' | b'g' | b'r' => Kind::Any,
        _ => return None,
    };
    Some((flags + length + 1, kind))
}

fn tag(rest: &str) -> Option<(usize, Found)> {
    let own = rest.get(1..)?;
    let first = own.chars().next()?;
    if !(first.is_ascii_alphanumeric() || first == '/') {
        return None;
    }
    let stop = own.bytes().take(TAG).position(|byte| matches!(byte, b'<' | b'>'))?;
    (own.as_bytes().get(stop) == Some(&b'>')).then_some((stop + 2, Found::Tag))
}

fn entity(rest: &str) -> Option<(usize, Found)> {
    let stop = rest.bytes().take(10).position(|byte| byte == b';')?;
    let text = match rest.get(1..stop)? {
        "nbsp" | "#160" => "\u{a0}",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "hellip" => "…",
        "laquo" => "«",
        "raquo" => "»",
        "ldquo" => "“",
        "rdquo" => "”",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ndash" => "–",
        "mdash" => "—",
        "rarr" => "→",
        "larr" => "←",
        "copy" => "©",
        _ => return None,
    };
    Some((stop + 1, Found::Text(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let form = super::super::model::Form { when: Vec::new(), parts: cut(text).parts };
        form.shown()
    }

    #[test]
    fn every_notation_becomes_a_variable() {
        for (text, wanted) in [
            ("%s on %s", "{1} on {2}"),
            ("%2$s, %1$d", "{2}, {1}"),
            ("%(name)s and %{other}", "{name} and {other}"),
            ("{0} of {total:d}", "{0} of {total}"),
            ("{} of {}", "{0} of {1}"),
            ("Hello {{ name }}, ${who}", "Hello {name}, {who}"),
            ("{{count, number}} left", "{count} left"),
            ("%.1f kg", "{1} kg"),
            ("100%% sure, 100% safe, 20%d", "100% sure, 100% safe, 20%d"),
            ("a { b } {a b} 5 < 6 & 7", "a {b} {a b} 5 < 6 & 7"),
            ("<a href=\"%(url)s\">Log&nbsp;out</a>", "Log\u{a0}out"),
            ("One<br/>two", "One two"),
        ] {
            assert_eq!(shown(text), wanted, "{text}");
        }
        assert_eq!(cut("<a href=\"%(url)s\">x</a>").hidden, ["url"]);
        assert_eq!(cut("%d of %s").kinds["1"], Kind::Number);
        assert!(cut("{n, plural, one {a} other {b}}").icu);
    }

    #[test]
    fn hostile_texts_are_cut_in_linear_time() {
        let begin = std::time::Instant::now();
        for text in ["%", "{", "{{", "<a", "&", "%(", "%(a", "<", "${", "%s", "{}", "é%é{é"] {
            cut(&text.repeat(40_000));
        }
        assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    }
}
