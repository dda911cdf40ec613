//! Stretches of a text that are no prose: addresses, inline code, placeholders.
//!
//! They are never matched against a glossary and never changed.
//! One pass over the bytes decides, without regular expressions, because every block of every file goes through
//! here; each rule looks ahead only as far as its longest form, so that hostile text costs no more than prose.
//! When in doubt a stretch is prose: a fault in code that is reported is a nuisance, a fault in prose that is
//! silently passed over is worse.

use super::Span;

/// Longest local part of an e-mail address, in bytes (RFC 5321, section 4.5.3.1.1).
const MAX_LOCAL: usize = 64;
/// Longest domain, in bytes (RFC 5321, section 4.5.3.1.2).
const MAX_DOMAIN: usize = 255;
/// Longest placeholder in braces, in bytes; longer ones are prose in braces.
const MAX_BRACES: usize = 80;
/// What an address starts with.
const SCHEMES: &[&str] =
    &["https://", "http://", "ftp://", "ftps://", "sftp://", "file://", "mailto:", "www."];

/// The stretches of a text that are no prose, in order, none overlapping another.
///
/// Found are URLs, e-mail addresses, code between back-ticks, and the placeholders of `printf` (`%s`, `%1$s`,
/// `%(name)d`), of braces (`{name}`, `{{ name }}`, `${name}`, `{ $name }`) and of Python's `format` (`{0:.2f}`).
pub fn inert(text: &str) -> Vec<Span> {
    let mut finder = Finder { text, bytes: text.as_bytes(), floor: 0, unclosed: [false; 3] };
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(byte) = finder.bytes.get(at) {
        let found = match byte {
            b'h' | b'f' | b's' | b'm' | b'w' | b'H' | b'F' | b'S' | b'M' | b'W' => finder.url(at),
            b'@' => finder.mail(at),
            b'%' => finder.percent(at),
            b'{' => finder.braces(at),
            b'$' if finder.byte(at + 1) == b'{' => finder.braces(at + 1).map(|(_, end)| (at, end)),
            b'`' => finder.code(at),
            _ => None,
        };
        match found {
            Some((start, end)) => {
                out.push(Span::of(start, end));
                finder.floor = end;
                at = end.max(at + 1);
            }
            // Escaped (`%%`), or a run of back-ticks that opens nothing: skipped as a whole.
            None if *byte == b'%' && finder.byte(at + 1) == b'%' => at += 2,
            None if *byte == b'`' => at += finder.run(at, b'`'),
            None => at += 1,
        }
    }
    out
}

/// Sorts stretches and joins those that touch or overlap.
pub(crate) fn join_spans(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => out.push(span),
        }
    }
    out
}

struct Finder<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// End of the last stretch found; the next one starts behind it.
    floor: usize,
    /// For runs of one to three back-ticks: is it known that none follows which would close one?
    unclosed: [bool; 3],
}

impl Finder<'_> {
    /// The byte at an offset, 0 beyond the end.
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// How many times `byte` stands at an offset.
    fn run(&self, at: usize, byte: u8) -> usize {
        self.bytes.iter().skip(at).take_while(|other| **other == byte).count()
    }

    /// Does a word (or a UTF-8 character beyond ASCII) end directly before the offset?
    fn behind_word(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            let byte = self.byte(before);
            byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
        })
    }

    fn url(&self, at: usize) -> Option<(usize, usize)> {
        if self.behind_word(at) {
            return None;
        }
        let rest = self.bytes.get(at..)?;
        let scheme = SCHEMES.iter().find(|scheme| {
            rest.get(..scheme.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(scheme.as_bytes()))
        })?;
        let body = at + scheme.len();
        let tail = self.text.get(body..)?;
        let first = tail.chars().next()?;
        // `file:///home` and `http://[::1]/` start with a sign.
        if !first.is_alphanumeric() && !matches!(first, '/' | '[') {
            return None;
        }
        let len = tail.find(ends_url).unwrap_or(tail.len());
        let len = trim_url(tail.get(..len)?);
        (len > 1 || first.is_alphanumeric()).then_some((at, body + len))
    }

    fn mail(&self, at: usize) -> Option<(usize, usize)> {
        let lowest = self.floor.max(at.saturating_sub(MAX_LOCAL));
        let local = self.bytes.get(lowest..at)?;
        let start = at - local.iter().rev().take_while(|byte| is_local(**byte)).count();
        let start = start + self.bytes.get(start..at)?.iter().take_while(|b| **b == b'.').count();
        let domain = self.bytes.get(at + 1..)?;
        let len = domain
            .iter()
            .take(MAX_DOMAIN)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
            .count();
        let domain = self.text.get(at + 1..at + 1 + len)?.trim_end_matches(['.', '-']);
        let (_, top) = domain.rsplit_once('.')?;
        let is_domain = top.len() >= 2
            && top.bytes().any(|byte| byte.is_ascii_alphabetic())
            && domain.split('.').all(|label| !label.is_empty());
        (start < at && is_domain).then_some((start, at + 1 + domain.len()))
    }

    /// `%[(name)][n$][flags][width][.precision][length]conversion`, as in C, POSIX and Python.
    ///
    /// The flag "space" is not taken: "50 % des voix" is prose.
    fn percent(&self, at: usize) -> Option<(usize, usize)> {
        if at.checked_sub(1).is_some_and(|before| self.byte(before).is_ascii_digit()) {
            return None;
        }
        let mut end = at + 1;
        let mut named = false;
        if self.byte(end) == b'(' {
            let name = self.count(end + 1, |b| b.is_ascii_alphanumeric() || b"_.-".contains(&b));
            if name == 0 || self.byte(end + 1 + name) != b')' {
                return None;
            }
            end += name + 2;
            named = true;
        }
        let digits = self.count(end, |b| b.is_ascii_digit());
        if digits > 0 && self.byte(end + digits) == b'$' {
            end += digits + 1;
            named = true;
        }
        end += self.count(end, |b| b"-+0#'".contains(&b));
        end += self.count(end, |b| b.is_ascii_digit() || b == b'*');
        if self.byte(end) == b'.' {
            end += 1 + self.count(end + 1, |b| b.is_ascii_digit() || b == b'*');
        }
        end += self.count(end, |b| b"hlqjztL".contains(&b)).min(2);
        if !b"diouxXeEfFgGaAcsp@".contains(&self.byte(end)) {
            return None;
        }
        end += 1;
        let runs_on = self.byte(end).is_ascii_alphanumeric() || !self.byte(end).is_ascii();
        (named || !runs_on).then_some((at, end))
    }

    /// How many bytes from an offset satisfy a test, at most the length of a placeholder.
    fn count(&self, at: usize, test: impl Fn(u8) -> bool) -> usize {
        self.bytes.iter().skip(at).take(MAX_BRACES).take_while(|byte| test(**byte)).count()
    }

    fn braces(&self, at: usize) -> Option<(usize, usize)> {
        if self.byte(at + 1) == b'{' {
            let len = self.count(at + 2, |b| !b"{}\r\n".contains(&b));
            let end = at + 2 + len;
            let closed = self.byte(end) == b'}' && self.byte(end + 1) == b'}';
            return (closed && len > 0).then_some((at, end + 2));
        }
        let len = self.count(at + 1, |b| b.is_ascii_graphic() && !b"{}".contains(&b) || b == b' ');
        let end = at + 1 + len;
        if self.byte(end) != b'}' {
            return None;
        }
        let name = self.text.get(at + 1..end)?.trim_matches(' ');
        let is_name = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.-:$#@!%+".contains(&b));
        is_name.then_some((at, end + 1))
    }

    /// Code between runs of one to three back-ticks.
    ///
    /// A back-tick inside a word is a letter of a romanised name (Ta`izz).
    fn code(&mut self, at: usize) -> Option<(usize, usize)> {
        let ticks = self.run(at, b'`');
        if self.behind_word(at) || *self.unclosed.get(ticks.checked_sub(1)?)? {
            return None;
        }
        let mut from = at + ticks;
        while let Some(gap) = self.text.get(from..).and_then(|tail| tail.find('`')) {
            let close = from + gap;
            let run = self.run(close, b'`');
            let after = self.byte(close + run);
            if run == ticks && close > at + ticks && !after.is_ascii_alphanumeric() {
                return Some((at, close + run));
            }
            from = close + run;
        }
        if let Some(unclosed) = self.unclosed.get_mut(ticks - 1) {
            *unclosed = true;
        }
        None
    }
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte)
}

fn ends_url(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '`' | '«' | '»' | '“' | '”' | '|' | '\\' | '^')
}

/// The length of an address without the punctuation of the sentence round it.
///
/// A closing bracket belongs to the address where the address opened it (Wikipedia's do).
fn trim_url(url: &str) -> usize {
    let count = |c| url.matches(c).count();
    let mut round = (count('('), count(')'));
    let mut square = (count('['), count(']'));
    let mut len = url.len();
    for c in url.chars().rev() {
        let drop = match c {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '*' | '_' => true,
            ')' => closes_nothing(&mut round),
            ']' => closes_nothing(&mut square),
            _ => false,
        };
        if !drop {
            break;
        }
        len -= c.len_utf8();
    }
    len
}

fn closes_nothing((opened, closed): &mut (usize, usize)) -> bool {
    let extra = *closed > *opened;
    if extra {
        *closed -= 1;
    }
    extra
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        inert(text).into_iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn addresses_end_before_the_punctuation_of_the_sentence() {
        assert_eq!(found("See https://example.org/a_(b)."), ["https://example.org/a_(b)"]);
        assert_eq!(found("(voir www.exemple.fr/é) !"), ["www.exemple.fr/é"]);
        assert_eq!(found("Write to anna.b@example.co.uk, or @anna."), ["anna.b@example.co.uk"]);
        assert!(found("the http:// scheme, awww.yes, a@b").is_empty());
    }

    #[test]
    fn placeholders_of_common_formats_are_found() {
        assert_eq!(
            found("%s, %1$s, %d%%, {name}, {{ name }}, ${x}, %(who)s, {0:.2f}, {}"),
            ["%s", "%1$s", "%d", "{name}", "{{ name }}", "${x}", "%(who)s", "{0:.2f}", "{}"]
        );
    }

    #[test]
    fn per_cent_and_braces_in_prose_are_prose() {
        assert!(found("50 % des voix, 50% dans l’ombre, 100%sure, {two words}").is_empty());
    }

    #[test]
    fn code_stands_between_back_ticks_but_names_may_hold_one() {
        assert_eq!(found("run `cargo fix` and ``a`b``"), ["`cargo fix`", "``a`b``"]);
        assert!(found("from Ta`izz to San`a` today").is_empty());
    }

    #[test]
    fn hostile_text_stays_linear() {
        for unit in
            ["{", "`", "%(a", "a@", "http://(((", "``a `", "))))", "${", "%1", "@a.", "www.)"]
        {
            let text = unit.repeat(200_000);
            assert!(inert(&text).len() <= text.len());
        }
    }
}
