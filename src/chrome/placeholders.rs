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

/// Which notations a catalogue says that a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Notation {
    /// `%s`, `%1$s`, `%(name)s`.
    pub(super) percent: bool,
    /// `{0}`, `{name}`.
    pub(super) braces: bool,
    /// `{NAME}` in braces: in help texts of programs a word for the reader.
    pub(super) capitals: bool,
}

impl Notation {
    /// What counts in a file of gettext that says nothing: every notation but capitals in braces.
    pub(super) const GETTEXT: Self = Self { percent: true, braces: true, capitals: false };
}

impl Default for Notation {
    /// Nothing is said: every notation counts.
    fn default() -> Self {
        Self { percent: true, braces: true, capitals: true }
    }
}

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
    notation: Notation,
    turn: usize,
    brace_turn: usize,
}

/// What stands at a place of the text.
enum Found {
    Variable(String, Kind),
    Text(&'static str),
    Tag,
}

/// Cuts a text in which every notation counts. Time is linear in its bytes.
pub(super) fn cut(text: &str) -> Cut {
    cut_as(text, Notation::default())
}

/// Cuts a text in which some notations count.
pub(super) fn cut_as(text: &str, notation: Notation) -> Cut {
    let percent = notation.percent && !is_time_pattern(text);
    let mut out = Cut { notation: Notation { percent, ..notation }, ..Cut::default() };
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
            b'%' if self.notation.percent => self.percent(rest, behind_digit),
            b'{' if self.notation.braces => self.brace(rest),
            b'%' | b'{' => None,
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
                // C's macros for the widths of numbers, as gettext writes them: `%<PRIu64>`.
                if open == '<' && name.starts_with("PRI") {
                    break;
                }
                let tail = if open == '{' { (0, Kind::Any) } else { conversion(behind)? };
                return Some((name.len() + 3 + tail.0, Found::Variable(name.to_owned(), tail.1)));
            }
        }
        let digits = own.bytes().take(3).take_while(u8::is_ascii_digit).count();
        if digits > 0
            && let Some(behind) = own.get(digits..)?.strip_prefix('$')
        {
            let (length, kind) = macro_width(behind).or_else(|| conversion(behind))?;
            let name = own.get(..digits)?.trim_start_matches('0').to_owned();
            return Some((digits + 2 + length, Found::Variable(name, kind)));
        }
        if behind_digit {
            return None;
        }
        let signs = own.len() - own.trim_start_matches(['#', '-', '+', ' ', '0']).len();
        if let Some((length, kind)) = own.get(signs..).and_then(macro_width) {
            self.turn += 1;
            return Some((signs + length + 1, Found::Variable(self.turn.to_string(), kind)));
        }
        if let Some((length, kind)) = conversion(own) {
            // A width that is an argument (`%*d`) takes its turn before the value.
            self.turn += 1 + own.get(..length)?.matches('*').count();
            return Some((length + 1, Found::Variable(self.turn.to_string(), kind)));
        }
        // Qt and KDE write `%1`.
        let free = !own.get(digits..)?.starts_with(|c: char| c.is_alphanumeric() || c == '%');
        let name = own.get(..digits)?;
        (free && (1..=2).contains(&digits) && !name.starts_with('0'))
            .then(|| (digits + 1, Found::Variable(name.to_owned(), Kind::Any)))
    }

    fn brace(&mut self, rest: &str) -> Option<(usize, Found)> {
        let double = rest.starts_with("{{");
        let (open, close) = if double { (2, "}}") } else { (1, "}") };
        let window = clip(rest).get(open..)?;
        let stop = window.find(close);
        let inner = window.get(..stop.unwrap_or(window.len()))?;
        let name = inner.split([',', ':', '!', '|']).next()?.trim();
        let kind_word = inner.split(',').nth(1).map(str::trim).unwrap_or_default();
        // `{this,that}` and `{this|that}` are what a program's help says of its arguments.
        if !double && (inner.contains('|') || inner.contains(',') && !TYPES.contains(&kind_word)) {
            return None;
        }
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
        let word = !self.notation.capitals
            && name.chars().filter(|c| c.is_uppercase()).count() > 2
            && !name.contains(|c: char| c.is_lowercase());
        let sound = is_name(name) && (double || !name.contains('-') && !word);
        sound.then(|| (length, Found::Variable(name.to_owned(), kind)))
    }
}

/// What ICU may write behind the comma of an argument.
const TYPES: &[&str] = &[
    "number",
    "date",
    "time",
    "spellout",
    "ordinal",
    "duration",
    "list",
    "choice",
    "plural",
    "select",
    "selectordinal",
];

/// No more than a placeholder may be long, so that the search for its end stays short.
fn clip(text: &str) -> &str {
    let mut end = PLACEHOLDER.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && text.len() <= PLACEHOLDER
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '[' | ']'))
}

/// Is a text a pattern of a date or an hour (`%d %B %Y`), whose letters each language orders and chooses for itself?
fn is_time_pattern(text: &str) -> bool {
    let (mut all, mut certain) = (0, false);
    for piece in text.split('%').skip(1) {
        // One that pads or leaves out (`%-d`, `%02d`) has signs before its letter.
        let bare = piece.trim_start_matches(['-', '_', '0', '^', '#', 'E', 'O']);
        let Some(letter) = bare.chars().next().filter(|c| OF_TIME.contains(*c)) else {
            return false;
        };
        all += 1;
        certain |= "YyHMSBbAmI".contains(letter);
    }
    all > 1 && certain
}

/// The usual letters behind a per cent sign in patterns of `strftime` (POSIX.1-2017).
const OF_TIME: &str = "aAbBcdeHIjmMpRSTxXyYzZ";

/// `<PRIu64>`, behind the number of an argument.
fn macro_width(text: &str) -> Option<(usize, Kind)> {
    // Of `inttypes.h`: PRId64, PRIuMAX, PRIxPTR.
    let inner = text.strip_prefix("<PRI")?;
    let end = inner.bytes().take(12).position(|byte| byte == b'>')?;
    Some((end + 5, Kind::Number))
}

/// A conversion of printf with its flags: its length and what it takes.
fn conversion(text: &str) -> Option<(usize, Kind)> {
    let flags = text
        .bytes()
        .take(8)
        .take_while(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'#' | b'\'' | b'*')
        })
        .count();
    let own = text.get(flags..)?;
    let wide = |byte: &u8| matches!(byte, b'l' | b'h' | b'z' | b'j' | b't' | b'L' | b'q');
    let length = own.bytes().take_while(wide).take(2).count();
    let kind = match own.as_bytes().get(length)? {
        b'd' | b'i' | b'u' => Kind::Number,
        b's' | b'f' | b'@' | b'g' | b'r' | b'c' | b'x' | b'X' | b'o' | b'e' | b'p' => Kind::Any,
        _ => return None,
    };
    Some((flags + length + 1, kind))
}

/// The tag that begins here, by its length in bytes.
pub(super) fn tag_length(rest: &str) -> Option<usize> {
    tag(rest).map(|(length, _)| length)
}

/// The entity that begins here: its length in bytes, and what it stands for.
pub(super) fn entity_text(rest: &str) -> Option<(usize, &'static str)> {
    match entity(rest)? {
        (length, Found::Text(text)) => Some((length, text)),
        _ => None,
    }
}

/// Elements of HTML that stand in messages of programs (HTML standard, section 4), beside Pango's and Android's.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "button",
    "cite",
    "code",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "li",
    "link",
    "mark",
    "nobr",
    "ol",
    "option",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
    "xliff:g",
];
/// How far behind an element of another name its end is looked for, in bytes.
const REACH: usize = 400;

/// A tag: an element of HTML, or one of another name that has attributes, ends itself or is ended.
///
/// `<stdin>` and `<file name>` are words in brackets, which a reader sees.
fn tag(rest: &str) -> Option<(usize, Found)> {
    let own = rest.get(1..)?;
    let first = own.chars().next()?;
    if !(first.is_ascii_alphanumeric() || first == '/') {
        return None;
    }
    let stop = own.bytes().take(TAG).position(|byte| matches!(byte, b'<' | b'>'))?;
    let inner = own.get(..stop).filter(|_| own.as_bytes().get(stop) == Some(&b'>'))?;
    let name =
        inner.split(|c: char| c.is_whitespace() || c == '/').find(|part| !part.is_empty())?;
    let known = ELEMENTS.contains(&name.to_ascii_lowercase().as_str());
    let plain =
        name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'));
    let attributes = inner.contains("=\"") || inner.contains("='");
    let marked = attributes || inner.starts_with('/') || inner.ends_with('/');
    (known || plain && (marked || is_ended(own.get(stop..)?, name)))
        .then_some((stop + 2, Found::Tag))
}

/// Does `</name>` follow?
fn is_ended(behind: &str, name: &str) -> bool {
    let mut rest = behind.as_bytes().get(..behind.len().min(REACH)).unwrap_or_default();
    while let Some(at) = rest.windows(2).position(|two| two == b"</") {
        rest = rest.get(at + 2..).unwrap_or_default();
        if rest.strip_prefix(name.as_bytes()).is_some_and(|own| own.first() == Some(&b'>')) {
            return true;
        }
    }
    false
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
            ("%c in %*d, %2$s", "{1} in {3}, {2}"),
            ("%<PRIu64> of %zu bytes, %2$<PRIx64>", "{1} of {2} bytes, {2}"),
            ("%#<PRIx64>, %F%P: %B", "{1}, %F%P: %B"),
            ("%F%P: %s in %B", "%F%P: {1} in %B"),
            ("at %H:%M on %d %B", "at %H:%M on %d %B"),
            (
                "{this,that} {a|b} {no-} \\x{...} {a.b} {n, number}",
                "{this,that} {a|b} {no-} \\x{...} {a.b} {n}",
            ),
            (
                "<stdin>, <file name>, <1>x</1> <icon/> <app-x>y</app-x>",
                "<stdin>, <file name>, x  y",
            ),
            ("%1 of %2, at 5 %", "{1} of {2}, at 5 %"),
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
    fn a_notation_that_the_catalogue_excludes_is_text() {
        let percent = Notation { percent: true, braces: false, capitals: true };
        let shown = |text, notation| {
            let form =
                super::super::model::Form { when: Vec::new(), parts: cut_as(text, notation).parts };
            form.shown()
        };
        assert_eq!(shown("%s {a}", percent), "{1} {a}");
        assert_eq!(cut_as("%s {a}", percent).kinds.len(), 1);
        assert_eq!(shown("{COUNT} {count}", Notation::GETTEXT), "{COUNT} {count}");
        assert_eq!(cut_as("{COUNT} {count}", Notation::GETTEXT).kinds.len(), 1);
        let braces = Notation { percent: false, braces: true, capitals: true };
        assert_eq!(shown("%s {a}", braces), "%s {a}");
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
