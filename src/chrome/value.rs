//! What may stand for a variable in a line: numbers, names, dates, titles, raw placeholders.
//!
//! A template with few letters of its own ("Photo de X") would swallow any sentence that begins alike; what
//! stands for its variable must therefore look like what the variable means. The fewer letters, the stricter.

use super::model::Kind;

/// Templates with fewer letters of their own take only what is plainly a name.
const FEW_LETTERS: usize = 8;
/// Templates with so many letters are hardly another line by chance.
const MANY_LETTERS: usize = 20;
/// Most words that may stand between two stretches of a template's own letters without looking like a name.
const ENCLOSED_WORDS: usize = 3;

/// The place that a value stands in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Room {
    /// The template's own letters.
    pub(super) letters: usize,
    /// Do the letters before it end with a colon or a quotation mark, so that anything may follow?
    pub(super) marked: bool,
    /// Do letters of the template stand on both sides of it?
    pub(super) enclosed: bool,
}

impl Room {
    /// A place of which nothing is known but the template's letters.
    pub(super) fn of(letters: usize) -> Self {
        Self { letters, ..Self::default() }
    }
}

/// Something that stands for a variable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Value {
    /// As it stands in the line.
    pub(super) text: String,
    /// Its number, where it is one.
    pub(super) number: Option<u64>,
}

impl Value {
    /// Takes what stands in the line.
    pub(super) fn read(text: &str) -> Self {
        Self { text: text.to_owned(), number: number(text) }
    }

    /// The value that a selector's key implies where the form does not show it.
    pub(super) fn implied(number: u64) -> Self {
        Self { text: number.to_string(), number: Some(number) }
    }
}

/// May `text` stand for a variable of this kind in a template that leaves it such room?
pub(super) fn admits(kind: Kind, text: &str, room: Room) -> bool {
    let torn = text.starts_with([':', ';', ',', '.', '!', '?', ')'])
        || text.ends_with([',', ';', ':', '(']);
    if text.is_empty() || torn {
        return false;
    }
    if is_placeholder(text) {
        return true;
    }
    match kind {
        Kind::Number => number(text).is_some(),
        Kind::Date => is_date(text),
        Kind::Name => is_name(text, room),
        Kind::Title => is_title(text, room),
        Kind::Terms => room.marked && is_title(text, room) || are_terms(text, room),
        Kind::Any => {
            number(text).is_some()
                || is_date(text)
                || is_name(text, room)
                || room.marked && is_title(text, room)
        }
    }
}

/// The number that digits spell in any language's grouping: `1234`, `1,234`, `1 234`, `1.234`, `1’234`.
///
/// `None` where it is no number or has more than 18 digits.
pub(super) fn number(text: &str) -> Option<u64> {
    let is_separator =
        |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ',' | '.' | '’' | '\'');
    let groups: Vec<&str> = text.split(is_separator).collect();
    let digits: String = groups.concat();
    if digits.is_empty() || digits.len() > 18 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let grouped = groups.first().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.iter().skip(1).all(|group| group.len() == 3);
    (groups.len() == 1 || grouped).then(|| digits.parse().ok()).flatten()
}

/// Is the text one raw placeholder of a program: `%s`, `%1$s`, `%d`, `%(name)s`, `{0}`, `{{ name }}`, `%{name}`?
pub(super) fn is_placeholder(text: &str) -> bool {
    if let Some(inner) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let inner =
            inner.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(inner);
        return is_identifier(inner.trim().trim_start_matches('$'));
    }
    let Some(rest) = text.strip_prefix('%') else { return false };
    if let Some(inner) = rest.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')) {
        return is_identifier(inner);
    }
    if let Some((name, conversion)) = rest.strip_prefix('(').and_then(|named| named.split_once(')'))
    {
        return is_identifier(name) && is_conversion(conversion);
    }
    match rest.split_once('$') {
        Some((position, conversion)) => {
            !position.is_empty()
                && position.bytes().all(|b| b.is_ascii_digit())
                && is_conversion(conversion)
        }
        None => is_conversion(rest),
    }
}

/// Is it a placeholder that takes its argument by turn (`%s`, `%d`)?
pub(super) fn by_turn(text: &str) -> Option<&str> {
    text.strip_prefix('%').filter(|rest| is_conversion(rest))
}

fn is_conversion(text: &str) -> bool {
    matches!(text, "s" | "d" | "i" | "u" | "f" | "@" | "ld")
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 40
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

fn is_date(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    let plain = words.iter().filter(|word| !word.contains(|c: char| c.is_numeric())).count();
    text.chars().any(char::is_numeric)
        && text.chars().count() <= 48
        && words.len() <= 9
        && plain <= 5
        && !breaks(text)
}

/// A name: words most of which begin with a capital. The more letters the template has, the less like a name a
/// value may look: its first word alone may be proud ("Le vieux port"), and between two stretches of the template's
/// letters no word need be ("Delete the shipping methods that are selected").
fn is_name(text: &str, room: Room) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    let few = room.letters < FEW_LETTERS;
    let (most, longest) = if few { (4, 40) } else { (8, 80) };
    let signs = words.iter().any(|word| matches!(*word, "/" | ")" | "("));
    if words.len() > most || text.chars().count() > longest || signs || breaks(text) {
        return false;
    }
    let proud = words.iter().filter(|word| begins_like_a_name(word)).count();
    let first = words.first().is_some_and(|word| begins_like_a_name(word));
    if first && (2 * proud >= words.len() || proud_enough(words.len(), room)) {
        return true;
    }
    if room.enclosed && room.letters >= MANY_LETTERS && words.len() <= ENCLOSED_WORDS {
        return true;
    }
    // One word may be the name of a service; "l’image" and "the image" are a noun with its article.
    let elided = words.iter().any(|word| word.contains(['\'', '’']));
    !few && match words.len() {
        1 => !elided || proud > 0,
        2 => proud > 0,
        _ => false,
    }
}

/// Is a capital at the beginning of so many words enough?
fn proud_enough(words: usize, room: Room) -> bool {
    words <= 4 && room.letters >= FEW_LETTERS || room.letters >= MANY_LETTERS
}

fn begins_like_a_name(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '"', '“', '«', '\'', '‘']);
    let second = bare.split_once(['\'', '’']).map_or("", |(_, rest)| rest);
    [bare, second].iter().any(|part| {
        part.chars().next().is_some_and(|c| {
            !c.is_lowercase() && (c.is_alphanumeric() || matches!(c, '@' | '%' | '{' | '&' | '|'))
        })
    })
}

fn is_title(text: &str, room: Room) -> bool {
    if text.chars().count() > 240 {
        return false;
    }
    if room.letters < FEW_LETTERS && !room.marked {
        is_name(text, room)
    } else {
        room.marked || !breaks(text)
    }
}

/// Terms of at most four words, of two where the template has few letters and they do not look like names.
fn are_terms(text: &str, room: Room) -> bool {
    let most = if room.letters < FEW_LETTERS { 2 } else { 4 };
    let is_term = |term: &str| {
        let words = term.split_whitespace().count();
        words > 0 && (words <= most || is_name(term, room)) && term.chars().count() <= 60
    };
    text.chars().count() <= 240 && !breaks(text) && text.split(',').all(is_term)
}

/// Does a sentence end inside the text? Initials ("J. R. Tolkien") and ordinals are no ends.
fn breaks(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let ends =
            word.ends_with(['!', '?', ';']) || (word.ends_with('.') && word.chars().count() > 4);
        if ends && words.peek().is_some() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_any_grouping() {
        for text in ["1234", "1,234", "1 234", "1\u{a0}234", "1\u{202f}234", "1.234", "1’234"] {
            assert_eq!(number(text), Some(1234), "{text}");
        }
        for text in ["", "12,34", "1234,567", "deux", "1 2", "9999999999999999999", "-3"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn placeholders_are_known_by_their_shape() {
        for text in [
            "%s",
            "%d",
            "%1$s",
            "%2$d",
            "%(name)s",
            "{0}",
            "{name}",
            "{{ name }}",
            "%{count}",
            "{ $n }",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["%", "%z", "%$s", "100%", "{}", "{a b}", "{", "%()s", "s"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn a_name_is_no_sentence() {
        assert!(admits(Kind::Name, "Marie Curie", Room::of(4)));
        assert!(admits(Kind::Name, "Jean de La Fontaine", Room::of(4)));
        assert!(admits(Kind::Name, "@marie", Room::of(4)));
        assert!(!admits(Kind::Name, "la semaine", Room::of(4)));
        assert!(!admits(Kind::Name, "famille", Room::of(4)));
        assert!(admits(Kind::Name, "facebook", Room::of(12)));
        assert!(!admits(Kind::Name, "cette image", Room::of(12)));
        assert!(!admits(Kind::Name, "l’image", Room::of(12)));
        assert!(!admits(Kind::Name, "a man who came in late last night", Room::of(12)));
    }

    #[test]
    fn the_more_letters_a_template_has_the_less_a_value_must_look_like_a_name() {
        let port = "Le vieux port";
        assert!(!admits(Kind::Any, port, Room::of(4)));
        assert!(admits(Kind::Any, port, Room::of(12)));
        let long = "La gazette du fleuve et des ports";
        assert!(!admits(Kind::Any, long, Room::of(12)));
        assert!(admits(Kind::Any, long, Room::of(30)));
        let plain = "modes de livraison";
        assert!(!admits(Kind::Any, plain, Room::of(30)));
        assert!(admits(Kind::Any, plain, Room { enclosed: true, ..Room::of(30) }));
        assert!(!admits(Kind::Any, plain, Room { enclosed: true, ..Room::of(10) }));
    }

    #[test]
    fn a_date_has_a_digit_and_is_short() {
        assert!(admits(Kind::Date, "28 décembre 2019 à 10:15", Room::of(8)));
        assert!(!admits(Kind::Date, "the door of the church", Room::of(8)));
        assert!(!admits(Kind::Date, "the door of the old church of 1204 near us", Room::of(8)));
    }
}
