//! JSON as a tree of values with their places.
//!
//! Read by a parser of our own, because a finding needs the place of a text and the usual parsers give none, and a
//! message that is added needs the place behind the last one. It keeps its own stack, so that a file that nests without
//! end costs memory in proportion to its size and no more.

use crate::message::Message;
use crate::text::Span;

crate::messages! { MESSAGES;
    syntax = "chrome-json-syntax" ();
    too_deep = "chrome-json-too-deep" ();
}

/// Deepest objects inside one another; keys of that depth are nobody's.
const DEPTH: usize = 32;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    /// The number of the object or array that holds it; its own for the whole file's value.
    pub(super) parent: usize,
    /// Its key, or its number in an array; nothing for the whole file's value.
    pub(super) key: String,
    /// Its bytes in the file, quotation marks or brackets included.
    pub(super) at: Span,
    /// Where its key begins, or itself where it has none.
    pub(super) start: usize,
    pub(super) value: Value,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Object,
    Array,
    Text(String),
    /// A number, `true`, `false` or `null`.
    Other,
}

/// Every value of a file, each before those that it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    /// The numbers of the values that each one holds, in the file's order.
    pub(super) children: Vec<Vec<usize>>,
    /// The same by key, for look-up.
    by_key: Vec<Vec<usize>>,
    /// What is wrong; the values before it are there.
    pub(super) fault: Option<(Span, Message)>,
}

impl Tree {
    /// Reads a file.
    pub(super) fn read(text: &str) -> Self {
        let mut scan = Scan { text, at: 0, nodes: Vec::new(), open: Vec::new() };
        let fault = scan.document().err().map(|message| {
            let rest = text.get(scan.at..).and_then(|rest| rest.chars().next());
            (Span::of(scan.at, scan.at + rest.map_or(0, char::len_utf8)), message)
        });
        let mut children = vec![Vec::new(); scan.nodes.len()];
        for (number, node) in scan.nodes.iter().enumerate().skip(1) {
            if let Some(own) = children.get_mut(node.parent) {
                own.push(number);
            }
        }
        let key = |number: &usize| scan.nodes.get(*number).map(|node| node.key.as_str());
        let mut by_key = children.clone();
        for own in &mut by_key {
            own.sort_by_key(key);
        }
        Self { nodes: scan.nodes, children, by_key, fault }
    }

    /// The values that one holds.
    pub(super) fn below(&self, number: usize) -> impl Iterator<Item = (usize, &Node)> {
        let own = self.children.get(number).into_iter().flatten();
        own.filter_map(|child| Some((*child, self.nodes.get(*child)?)))
    }

    /// What stands under a key.
    pub(super) fn child(&self, number: usize, key: &str) -> Option<(usize, &Node)> {
        let own = self.by_key.get(number)?;
        let key_of = |number: &usize| self.nodes.get(*number).map(|node| node.key.as_str());
        let at = *own.get(own.partition_point(|number| key_of(number) < Some(key)))?;
        Some((at, self.nodes.get(at).filter(|node| node.key == key)?))
    }

    /// The text of a value that is one.
    pub(super) fn text(&self, number: usize) -> Option<&str> {
        match &self.nodes.get(number)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Is it an object?
    pub(super) fn is_object(&self, number: usize) -> bool {
        self.nodes.get(number).is_some_and(|node| node.value == Value::Object)
    }
}

/// An object or an array that is open: its number, and of an array that of the element being read.
struct Open {
    number: usize,
    element: Option<usize>,
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node>,
    open: Vec<Open>,
}

impl Scan<'_> {
    fn document(&mut self) -> Result<(), Message> {
        self.blank();
        let start = self.at;
        self.value(String::new(), start)?;
        while !self.open.is_empty() {
            self.next()?;
        }
        self.blank();
        if self.at == self.text.len() { Ok(()) } else { Err(syntax()) }
    }

    fn blank(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at +=
            rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    }

    fn peek(&mut self) -> Option<u8> {
        self.blank();
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Result<(), Message> {
        if self.peek() != Some(byte) {
            return Err(syntax());
        }
        self.at += 1;
        Ok(())
    }

    /// A value; of an object or array, its beginning.
    fn value(&mut self, key: String, start: usize) -> Result<(), Message> {
        let sign = self.peek().ok_or_else(syntax)?;
        let number = self.nodes.len();
        let parent = self.open.last().map_or(0, |open| open.number);
        let from = self.at;
        let value = match sign {
            b'{' => Value::Object,
            b'[' => Value::Array,
            b'"' => Value::Text(self.string()?),
            _ => {
                self.word()?;
                Value::Other
            }
        };
        let holds = matches!(value, Value::Object | Value::Array);
        let element = (value == Value::Array).then_some(0);
        self.nodes.push(Node { parent, key, at: Span::of(from, self.at), start, value });
        if !holds {
            return Ok(());
        }
        self.at += 1;
        self.open.push(Open { number, element });
        if self.open.len() > DEPTH {
            return Err(too_deep());
        }
        match (self.peek(), element) {
            (Some(b'}'), None) | (Some(b']'), Some(_)) => {
                self.close();
                Ok(())
            }
            _ => self.member(),
        }
    }

    /// The next member of what is open.
    fn member(&mut self) -> Result<(), Message> {
        self.blank();
        let start = self.at;
        let element = self.open.last().and_then(|open| open.element);
        let key = if let Some(number) = element {
            number.to_string()
        } else {
            let key = self.string()?;
            self.take(b':')?;
            key
        };
        self.value(key, start)
    }

    /// Closes what is open, with its last sign.
    fn close(&mut self) {
        self.at += 1;
        let node = self.open.pop().and_then(|open| self.nodes.get_mut(open.number));
        if let Some(node) = node {
            node.at = Span::of(node.at.start() as usize, self.at);
        }
    }

    /// What follows a value: the next one, or the end of what holds it.
    fn next(&mut self) -> Result<(), Message> {
        let sign = self.peek().ok_or_else(syntax)?;
        let array = self.open.last().is_some_and(|open| open.element.is_some());
        match (sign, array) {
            (b'}', false) | (b']', true) => {
                self.close();
                Ok(())
            }
            (b',', _) => {
                self.at += 1;
                if let Some(element) = self.open.last_mut().and_then(|open| open.element.as_mut()) {
                    *element += 1;
                }
                self.member()
            }
            _ => Err(syntax()),
        }
    }

    /// A number, `true`, `false` or `null`: nothing that a page could show.
    fn word(&mut self) -> Result<(), Message> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
            .count();
        let word = rest.get(..length).unwrap_or_default();
        let number = word.starts_with(|c: char| c == '-' || c.is_ascii_digit())
            && word.parse::<f64>().is_ok();
        if !number && !["true", "false", "null"].contains(&word) {
            return Err(syntax());
        }
        self.at += length;
        Ok(())
    }

    fn string(&mut self) -> Result<String, Message> {
        self.take(b'"')?;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let stop = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').ok_or_else(syntax)?;
            out.push_str(rest.get(..stop).unwrap_or_default());
            self.at += stop;
            match rest.as_bytes().get(stop) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => return Err(syntax()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Message> {
        let own = self.text.as_bytes().get(self.at + 1).copied().ok_or_else(syntax)?;
        let plain = match own {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' | b'f' => ' ',
            b'"' | b'\\' | b'/' => char::from(own),
            b'u' => return self.unicode(),
            _ => return Err(syntax()),
        };
        self.at += 2;
        Ok(plain)
    }

    /// `\u00e9`, or a pair of them for what lies beyond U+FFFF.
    fn unicode(&mut self) -> Result<char, Message> {
        let first = self.hex(self.at)?;
        self.at += 6;
        if !(0xD800..0xDC00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        match self.hex(self.at) {
            Ok(second @ 0xDC00..0xE000) => {
                self.at += 6;
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            _ => Ok(char::REPLACEMENT_CHARACTER),
        }
    }

    fn hex(&self, at: usize) -> Result<u32, Message> {
        let own =
            self.text.get(at..at + 6).and_then(|own| own.strip_prefix("\\u")).ok_or_else(syntax)?;
        if !own.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(syntax());
        }
        u32::from_str_radix(own, 16).map_err(|_| syntax())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_its_key_its_place_and_what_holds_it() {
        let text = r#"{"a": {"b": "x"}, "c": [1, "y"]}"#;
        let tree = Tree::read(text);
        assert_eq!(tree.fault, None);
        let seen: Vec<_> = tree
            .nodes
            .iter()
            .map(|node| (node.key.as_str(), node.parent, node.at.slice(text)))
            .collect();
        let wanted = [
            ("", 0, text),
            ("a", 0, r#"{"b": "x"}"#),
            ("b", 1, r#""x""#),
            ("c", 0, r#"[1, "y"]"#),
            ("0", 3, "1"),
            ("1", 3, r#""y""#),
        ];
        assert_eq!(seen, wanted);
        assert_eq!(tree.nodes[2].start, 7);
        assert_eq!(tree.child(0, "c").unwrap().0, 3);
        assert_eq!(tree.text(5), Some("y"));
    }

    #[test]
    fn a_key_is_looked_up_without_a_walk_over_all() {
        let members: Vec<String> = (0..60_000).map(|n| format!("\"k{n}\": {n}")).collect();
        let tree = Tree::read(&format!("{{{}}}", members.join(",")));
        let begin = std::time::Instant::now();
        for number in 0..60_000 {
            assert_eq!(tree.child(0, &format!("k{number}")).unwrap().0, number + 1);
        }
        assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
        assert!(tree.child(0, "k").is_none() && tree.child(0, "x").is_none());
        let twice = Tree::read(r#"{"a": 1, "a": 2}"#);
        assert_eq!(twice.child(0, "a").unwrap().0, 1);
    }

    #[test]
    fn broken_and_hostile_files_are_read_up_to_their_fault() {
        for (text, values) in [
            ("", 0),
            ("{", 1),
            ("{\"a\"", 1),
            ("{\"a\": \"b", 1),
            ("{\"a\": \"b\"", 2),
            ("{\"a\": \"b\"]", 2),
            ("{\"a\": 1,}", 2),
            ("[1 2]", 2),
            ("{} x", 1),
            ("nul", 0),
        ] {
            let tree = Tree::read(text);
            assert!(tree.fault.is_some(), "{text}");
            assert_eq!(tree.nodes.len(), values, "{text}");
        }
        assert_eq!(Tree::read(&"[".repeat(100_000)).nodes.len(), DEPTH + 1);
        assert_eq!(Tree::read("\"\\ud83d\\ude00\"").text(0), Some("😀"));
    }
}
