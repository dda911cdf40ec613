//! Placeholders of messages: what stands in a text for a value that the program puts there.
//!
//! The forms are those of printf (C, Python, Objective-C, Java), Python and .NET braces, ICU and Fluent variables,
//! template languages and browser extensions. A per cent sign of prose (50 % de, 100% sure) is none: behind the sign
//! a conversion must follow at once, without a letter behind it, and no digit may stand before the sign.

use std::collections::BTreeMap;

use crate::text::Span;

/// Longest name in a placeholder, in bytes; what is longer is prose in brackets.
const LONGEST: usize = 64;

/// What is wrong with the placeholders of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The source's placeholder stands nowhere in the target, or less often.
    Missing { source: Span },
    /// The target's placeholder stands nowhere in the source, or less often.
    Added { target: Span },
    /// Placeholders that take their values in order stand in another order.
    Order { source: Span, target: Span },
}

/// A placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'t> {
    pub(super) span: Span,
    pub(super) text: &'t str,
    /// Does it take the next value, whichever that is?
    in_order: bool,
}

/// Compares the placeholders of two texts: the same ones as often, those without a number or name in the same order.
pub(super) fn compare(source: &str, target: &str) -> Vec<Fault> {
    let (wanted, given) = (placeholders(source), placeholders(target));
    let mut faults = Vec::new();
    let mut places: BTreeMap<&str, (Vec<Span>, Vec<Span>)> = BTreeMap::new();
    for found in &wanted {
        places.entry(found.text).or_default().0.push(found.span);
    }
    for found in &given {
        places.entry(found.text).or_default().1.push(found.span);
    }
    for (own, other) in places.values() {
        faults.extend(own.iter().skip(other.len()).map(|span| Fault::Missing { source: *span }));
        faults.extend(other.iter().skip(own.len()).map(|span| Fault::Added { target: *span }));
    }
    if faults.is_empty() {
        faults.extend(disorder(&wanted, &given));
    }
    faults.sort_by_key(|fault| match fault {
        Fault::Missing { source } => (1, *source),
        Fault::Added { target } | Fault::Order { target, .. } => (0, *target),
    });
    faults
}

fn disorder(wanted: &[Found<'_>], given: &[Found<'_>]) -> Option<Fault> {
    let mut pairs = wanted
        .iter()
        .filter(|found| found.in_order)
        .zip(given.iter().filter(|found| found.in_order));
    let (expected, found) = pairs.find(|(expected, found)| expected.text != found.text)?;
    Some(Fault::Order { source: expected.span, target: found.span })
}

/// The placeholders of a text, in order.
pub(super) fn placeholders(text: &str) -> Vec<Found<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let found = match byte {
            b'%' => percent(text, at),
            b'{' => brace(text, at),
            b'$' => dollar(text, at),
            _ => None,
        };
        let Some((end, in_order)) = found else {
            at += 1;
            continue;
        };
        let span = Span::of(at, end);
        if span.slice(text) != "%%" {
            out.push(Found { span, text: span.slice(text), in_order });
        }
        at = end;
    }
    out
}

/// `%s`, `%1$s`, `%-5.2f`, `%(name)s`, `%%`: where it ends, and whether it takes the next value.
fn percent(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = text.get(at + 1..)?;
    if rest.starts_with('%') {
        return Some((at + 2, false));
    }
    if text
        .get(..at)?
        .trim_end_matches([' ', '\u{A0}', '\u{202F}'])
        .ends_with(|c: char| c.is_numeric())
    {
        return None;
    }
    let (named, rest) = match rest.strip_prefix('(') {
        Some(inner) => (true, inner.get(name(inner, is_name_char)?..)?.strip_prefix(')')?),
        None => (false, rest),
    };
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let numbered =
        rest.get(digits..).and_then(|rest| rest.strip_prefix('$')).filter(|_| digits > 0 && !named);
    let rest = numbered.unwrap_or(rest);
    let flags = rest.bytes().take(8).take_while(|byte| b"-+#0123456789.*".contains(byte)).count();
    let rest = rest.get(flags..)?;
    let length = rest.bytes().take(2).take_while(|byte| b"hlzjtL".contains(byte)).count();
    let rest = rest.get(length..)?;
    let mut after = rest.chars();
    let conversion = after.next().filter(|c| "sdiouxXeEfFgGcpr@".contains(*c))?;
    let alone = !after.next().is_some_and(char::is_alphanumeric);
    alone.then(|| (text.len() - rest.len() + conversion.len_utf8(), !named && numbered.is_none()))
}

/// `{name}`, `{0}`, `{}`, `{{name}}`, `{$name}`, `{count, number}`.
fn brace(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = text.get(at..)?;
    let depth = if rest.starts_with("{{") { 2 } else { 1 };
    let inner = rest.get(depth..)?;
    if inner.starts_with('}') {
        return (depth == 1).then_some((at + 2, true));
    }
    let spaces = inner.len() - inner.trim_start_matches(' ').len();
    let word = inner.get(spaces..)?;
    let sigil = usize::from(word.starts_with(['$', '#']));
    let length =
        name(word.get(sigil..)?, |c| is_name_char(c) || matches!(c, '.' | '-' | '[' | ']' | ':'))?;
    let after = word.get(sigil + length..)?;
    let closed = if let Some(form) = after.strip_prefix(',') {
        // Only the simple forms of ICU; a choice between sentences is not one placeholder.
        let end = form.bytes().take(LONGEST).position(|byte| matches!(byte, b'{' | b'}'))?;
        form.get(end..)?
    } else {
        after.trim_start_matches(' ')
    };
    let end = closed.strip_prefix(if depth == 2 { "}}" } else { "}" })?;
    Some((text.len() - end.len(), false))
}

/// `${name}` and `$name$`.
fn dollar(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = text.get(at + 1..)?;
    if rest.starts_with('{') {
        return brace(text, at + 1);
    }
    let length = name(rest, is_name_char).filter(|_| rest.starts_with(char::is_alphabetic))?;
    let end = rest.get(length..)?.strip_prefix('$')?;
    Some((text.len() - end.len(), false))
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.')
}

/// How many bytes of a text are a name; `None` where there is none or it has no end in reach.
fn name(text: &str, fits: impl Fn(char) -> bool) -> Option<usize> {
    let length: usize =
        text.chars().take(LONGEST + 1).take_while(|c| fits(*c)).map(char::len_utf8).sum();
    (1..=LONGEST).contains(&length).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, proptest};

    fn texts(text: &str) -> Vec<&str> {
        placeholders(text).iter().map(|found| found.text).collect()
    }

    #[test]
    fn every_common_form_is_a_placeholder() {
        for (text, wanted) in [
            ("Hello %s, %d new", vec!["%s", "%d"]),
            ("%1$s of %2$s", vec!["%1$s", "%2$s"]),
            ("%(name)s wrote %(count)d", vec!["%(name)s", "%(count)d"]),
            ("%-5.2f and %ld", vec!["%-5.2f", "%ld"]),
            ("%@ said", vec!["%@"]),
            ("{name} has {0}", vec!["{name}", "{0}"]),
            ("{{ name }} and {{user.name}}", vec!["{{ name }}", "{{user.name}}"]),
            ("{} then {}", vec!["{}", "{}"]),
            ("${x} and $NAME$", vec!["${x}", "$NAME$"]),
            ("{ $count }", vec!["{ $count }"]),
            ("{n, number} files", vec!["{n, number}"]),
        ] {
            assert_eq!(texts(text), wanted, "{text}");
        }
    }

    #[test]
    fn prose_holds_no_placeholder() {
        for text in [
            "50 % de réduction",
            "50% discount",
            "100% sure",
            "20 % des voix",
            "20\u{A0}% de plus",
            "100 %% sure",
            "costs $5 or $10",
            "a set {of things, that are many}",
            "une accolade { seule",
            "%",
            "50 %s",
            "% sign",
            "%dogs",
            "{two words}",
        ] {
            assert_eq!(texts(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn numbered_and_named_ones_may_move() {
        assert_eq!(compare("%1$s of %2$s", "%2$s : %1$s"), []);
        assert_eq!(compare("{a} sent {b}", "{b}, envoyé par {a}"), []);
    }

    #[test]
    fn unnumbered_ones_keep_their_order() {
        let faults = compare("%s has %d files", "%d fichiers pour %s");
        assert_eq!(faults, [Fault::Order { source: Span::of(0, 2), target: Span::of(0, 2) }]);
        assert_eq!(compare("%s has %d files", "%s a %d fichiers"), []);
    }

    #[test]
    fn each_must_stand_as_often() {
        assert_eq!(
            compare("Hello {name}", "Bonjour"),
            [Fault::Missing { source: Span::of(6, 12) }]
        );
        assert_eq!(compare("Hello", "Bonjour %s"), [Fault::Added { target: Span::of(8, 10) }]);
        let twice = compare("{a}", "{a} {a}");
        assert_eq!(twice, [Fault::Added { target: Span::of(4, 7) }]);
        let renamed = compare("Hello {name}", "Bonjour {nom}");
        assert_eq!(
            renamed,
            [Fault::Added { target: Span::of(8, 13) }, Fault::Missing { source: Span::of(6, 12) }]
        );
    }

    #[test]
    fn a_megabyte_of_signs_takes_no_time() {
        for unit in ["{", "%", "$a", "{a", "%(", "{{", "%9"] {
            let text = unit.repeat(1_000_000 / unit.len());
            let began = std::time::Instant::now();
            compare(&text, &text);
            assert!(began.elapsed().as_secs() < 10, "{unit}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(a in any::<String>(), b in "[%{}$a-z0-9 ()s@é,.]{0,40}") {
            compare(&a, &b);
            compare(&b, &a);
        }
    }
}
