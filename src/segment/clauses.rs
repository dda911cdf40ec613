//! Clauses: the pieces of a sentence between its inner marks of punctuation, for finding their counterparts one by one.
//!
//! Roughly cut, and the same for all languages: after a comma, a semicolon, a colon, a stop or a quotation mark that
//! white space follows, before an opening quotation mark, a dash or a bracket that white space precedes, and after the
//! full-width marks of Chinese and Japanese. A piece with little in it ("said Alice,") stays with its neighbour, for
//! alone it could face anything.

use unicode_width::UnicodeWidthChar;

/// Columns of letters and digits that a clause has at least: two or three words. By judgement.
const LEAST: usize = 14;

/// Most clauses of a sentence: what has more is a list or no sentence, and its rest stays together. Who compares the clauses
/// of two sentences compares no more than the square of this.
const MOST: usize = 24;

/// The clauses of a sentence in their order, without the white space between them; itself where there is only one.
pub fn clauses(sentence: &str) -> Vec<&str> {
    let mut cuts = Vec::new();
    let (mut clause, mut piece, mut before) = (0, 0, None);
    let mut open_cut = None;
    for (at, c) in sentence.char_indices() {
        if is_cut(before, c, sentence.get(at + c.len_utf8()..).unwrap_or_default()) {
            // What comes before the last cut is a clause if both it and the piece behind that cut are long enough.
            let cut = open_cut.filter(|_| clause >= LEAST && piece >= LEAST);
            if let Some(cut) = cut.filter(|_| cuts.len() + 2 < MOST) {
                cuts.push(cut);
                clause = piece;
            } else {
                clause += piece;
            }
            (piece, open_cut) = (0, Some(at));
        }
        if c.is_alphanumeric() {
            piece += c.width().unwrap_or(0);
        }
        before = Some(c);
    }
    cuts.extend(open_cut.filter(|_| clause >= LEAST && piece >= LEAST));
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain(std::iter::once(sentence.len()));
    starts.zip(ends).filter_map(|(start, end)| sentence.get(start..end)).map(str::trim).collect()
}

/// Does a piece end before a character, the one before it and what follows it being as they are?
fn is_cut(before: Option<char>, c: char, behind: &str) -> bool {
    let Some(before) = before else { return false };
    let next = behind.chars().next();
    if is_full_width(before) {
        return !is_full_width(c);
    }
    c.is_whitespace()
        && !before.is_whitespace()
        && (closes(before) || next.is_some_and(opens) || behind.starts_with("--"))
}

fn closes(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '.'
            | '!'
            | '?'
            | '…'
            | '—'
            | '–'
            | '"'
            | '”'
            | '»'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '·'
    )
}

fn opens(c: char) -> bool {
    matches!(c, '—' | '–' | '"' | '“' | '«' | '„' | '(' | '[')
}

fn is_full_width(c: char) -> bool {
    matches!(c, '，' | '；' | '：' | '。' | '！' | '？' | '、')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_at_its_inner_punctuation() {
        assert_eq!(
            clauses(
                "The ministers met in Tripoli, the talks went on until midnight; nothing was signed."
            ),
            [
                "The ministers met in Tripoli,",
                "the talks went on until midnight;",
                "nothing was signed."
            ]
        );
        assert_eq!(
            clauses(
                "Les ministres se sont réunis « pour la dernière fois » en présence de l’envoyé."
            ),
            [
                "Les ministres se sont réunis",
                "« pour la dernière fois »",
                "en présence de l’envoyé."
            ]
        );
    }

    #[test]
    fn a_short_piece_stays_with_its_neighbour() {
        assert_eq!(
            clauses("“Nothing has been signed so far,” he said, and left."),
            ["“Nothing has been signed so far,” he said, and left."]
        );
        assert_eq!(
            clauses("Well, the ministers met in Tripoli, at noon."),
            ["Well, the ministers met in Tripoli, at noon."]
        );
    }

    #[test]
    fn a_mark_inside_a_word_or_a_number_cuts_nothing() {
        let whole = "The price of a ticket has risen by 3,500 in the course of one summer";
        assert_eq!(clauses(whole), [whole]);
    }

    #[test]
    fn full_width_marks_cut_without_a_space() {
        assert_eq!(
            clauses("部长们昨天在的黎波里举行了会谈，会谈一直持续到了午夜时分。"),
            ["部长们昨天在的黎波里举行了会谈，", "会谈一直持续到了午夜时分。"]
        );
    }

    #[test]
    fn a_list_without_end_has_no_clauses_without_end() {
        let list = "by the peoples of the world, ".repeat(100_000);
        let found = clauses(&list);
        assert!(found.len() <= MOST && found.len() > MOST / 2, "{}", found.len());
        assert!(found.concat().len() > list.len() * 9 / 10);
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_added() {
        for text in
            ["", " ", ",", ", , ,", "— — —", "a\u{301}, b", "，，，", "(((", "x --", "\u{a0}« »"]
        {
            let joined: String = clauses(text).concat();
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(bare(&joined), bare(text), "{text:?}");
            assert!(!clauses(text).is_empty());
        }
    }
}
