//! The marks that end, close and open sentences, by character; the same in every language.
//!
//! Whether a quotation mark opens or closes is told by what it touches, not by its shape: “ opens in English and
//! closes in German, » closes in French and opens in German.

/// Marks that end a sentence where a space follows; a language writes them with spaces between sentences.
const SPACED: &[char] = &['.', '!', '?', '…', '‼', '⁇', '⁈', '⁉', '؟', '۔', '։', '።', '\u{037E}'];

/// Marks that end a sentence whatever follows.
const UNSPACED: &[char] = &['。', '！', '？', '｡', '．', '।', '॥', '။', '។', '።', '၊'];

/// What a byte may begin: looked up for every byte of a text, so that most are passed at once.
const MAY_BEGIN: [bool; 256] = may_begin();

const fn may_begin() -> [bool; 256] {
    let mut table = [false; 256];
    let lists = [SPACED, UNSPACED];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            table[lead_byte(lists[list][at]) as usize] = true;
            at += 1;
        }
        list += 1;
    }
    table
}

/// The first byte of a character of the Basic Multilingual Plane in UTF-8.
#[allow(clippy::cast_possible_truncation, reason = "the values are below 256 by construction")]
const fn lead_byte(c: char) -> u8 {
    match c as u32 {
        code if code < 0x80 => code as u8,
        code if code < 0x800 => 0xC0 | (code >> 6) as u8,
        code => 0xE0 | (code >> 12) as u8,
    }
}

/// The first terminator at or behind a byte offset, and the character.
pub(super) fn next_terminator(text: &str, from: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| MAY_BEGIN[usize::from(*byte)])?;
        match char_at(text, at) {
            Some(c) if is_terminator(c) => return Some((at, c)),
            _ => at += 1,
        }
    }
}

/// The character that begins at a byte offset.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at a byte offset.
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Does the character end sentences?
pub(super) fn is_terminator(c: char) -> bool {
    SPACED.contains(&c) || is_unspaced(c)
}

/// Does the character end sentences without a space behind it?
pub(super) fn is_unspaced(c: char) -> bool {
    !c.is_ascii() && UNSPACED.contains(&c)
}

/// May the character close a quotation or a bracket where it touches the text before it?
pub(super) fn may_close(c: char) -> bool {
    is_closing(c) || matches!(c, '"' | '\'' | '“' | '‘' | '«' | '‹')
}

/// Does the character close, whatever follows it?
pub(super) fn is_closing(c: char) -> bool {
    is_closing_bracket(c) || matches!(c, '”' | '»' | '›' | '」' | '』' | '》' | '〉')
}

/// A bracket that closes.
pub(super) fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '】' | '］')
}

/// A bracket that opens.
pub(super) fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '【' | '［')
}

/// A mark that may stand before the first word of a sentence.
pub(super) fn may_open(c: char) -> bool {
    is_opening_bracket(c)
        || is_bullet(c)
        || matches!(
            c,
            '"' | '\''
                | '“'
                | '”'
                | '‘'
                | '’'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '„'
                | '‚'
                | '「'
                | '『'
        )
        || matches!(c, '-' | '–' | '—' | '―' | '‒' | '¿' | '¡' | '*' | '_' | '#')
}

/// A mark that goes on with a sentence where it stands behind a terminator.
pub(super) fn goes_on(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | ':' | ')' | ']' | '}' | '”' | '/' | '=' | '，' | '、' | '；' | '：' | '،' | '؛'
    ) || is_terminator(c)
}

/// A mark that begins an item of a list.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '‣' | '◦' | '▪' | '●' | '○' | '■' | '▸' | '►')
}

/// A character of a script that puts no spaces between sentences (Han, kana, CJK punctuation).
pub(super) fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_terminator_is_found_by_its_first_byte() {
        for c in SPACED.iter().chain(UNSPACED) {
            let text = format!("é{c}");
            assert_eq!(next_terminator(&text, 0), Some((2, *c)));
        }
        assert_eq!(next_terminator("“é” – ’", 0), None);
        assert_eq!(next_terminator("a.", 2), None);
        assert_eq!(next_terminator("a.", 9), None);
    }
}
