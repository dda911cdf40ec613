//! Rules of segmentation as SRX 2.0 (LISA OSCAR, Segmentation Rules eXchange, 7 April 2008), for other tools.
//!
//! SRX knows pairs of regular expressions, one for what stands before a place and one for what follows; the first
//! that fits decides. The word lists go into them as alternatives. The syntax is ICU's, as the standard asks, and
//! keeps to what Java's engine reads as well, because most tools that read SRX are written in Java.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::lists::Lists;

/// Marks that may close a sentence behind its period.
const CLOSE: &str = r#"["'”’»›)\]]*(?:[\u00A0\u202F ]?[»›])?"#;
/// Marks that may open the next one.
const OPEN: &str = r#"["'“‘«‹(\[¿¡—–\-]*[\u00A0\u202F ]?"#;
/// Nothing, or something that is no letter, so that a word is matched whole.
const EDGE: &str = r"(?<![\p{L}\p{N}.])";

/// The document with the rules of some languages, by primary subtag, and of every other.
pub(super) fn write<'c>(
    languages: impl Iterator<Item = (&'c str, Lists)>,
    default: &Lists,
) -> String {
    let (mut rules, mut maps) = (String::new(), String::new());
    for (code, lists) in languages {
        let _ = writeln!(rules, "      <languagerule languagerulename=\"{code}\">");
        language(&mut rules, &lists);
        rules.push_str("      </languagerule>\n");
        let (upper, pattern) = (code.to_ascii_uppercase(), "[-_].*");
        let _ = writeln!(
            maps,
            "      <languagemap languagepattern=\"({code}|{upper})({pattern})?\" languagerulename=\"{code}\"/>"
        );
    }
    rules.push_str("      <languagerule languagerulename=\"default\">\n");
    language(&mut rules, default);
    rules.push_str("      </languagerule>\n");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n\
         \x20 <header segmentsubflows=\"yes\" cascade=\"no\">\n\
         \x20   <formathandle type=\"start\" include=\"no\"/>\n\
         \x20   <formathandle type=\"end\" include=\"yes\"/>\n\
         \x20   <formathandle type=\"isolated\" include=\"no\"/>\n\
         \x20 </header>\n\
         \x20 <body>\n\
         \x20   <languagerules>\n{rules}\x20   </languagerules>\n\
         \x20   <maprules>\n{maps}\
         \x20     <languagemap languagepattern=\".*\" languagerulename=\"default\"/>\n\
         \x20   </maprules>\n\
         \x20 </body>\n\
         </srx>\n"
    )
}

/// The rules of one language, the exceptions first.
fn language(out: &mut String, lists: &Lists) {
    let period = |words: &str| format!(r"{EDGE}(?:{words})\.");
    let starter = format!(r"\s+{OPEN}(?:{})(?![\p{{L}}\p{{N}}]|\.)", capitals(&lists.starters));
    if let Some(words) = alternatives(&lists.never_end) {
        rule(out, false, &period(&words), r"\s");
    }
    if let Some(words) = alternatives(&lists.end_unless_number) {
        rule(out, false, &period(&words), r"\s+(?:\p{N}|[IVXLCDM]+(?![\p{L}\p{N}])|\p{L}\.)");
    }
    let before_starter: Vec<String> =
        lists.end_before_starter.iter().chain(&lists.months).cloned().collect();
    for words in [alternatives(&before_starter), Some(INITIALS.to_owned())].into_iter().flatten() {
        if !lists.starters.is_empty() {
            rule(out, true, &period(&words), &starter);
        }
        rule(out, false, &period(&words), r"\s");
    }
    if let Some(ordinals) = &lists.ordinals {
        if let Some(words) = alternatives(&ordinals.after) {
            rule(out, false, r"(?<!\p{N})\p{N}{1,2}\.", &format!(r"\s+(?:{words})(?!\p{{L}})"));
        }
        rule(out, false, r"(?<!\p{N})\p{N}{1,2}\.", r"\s+\p{N}");
    }
    if let Some(words) = alternatives(&lists.exclaimed) {
        rule(out, false, &format!("{EDGE}(?:{words})!"), r"\s");
    }
    rule(out, false, r"\s(?:\.\.\.|…)", r"\s");
    rule(
        out,
        true,
        &format!(r"[.?!…]+{CLOSE}"),
        &format!(r"\s+{OPEN}[\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{N}}]"),
    );
    rule(out, true, "[。！？｡]+[」』）”’]*", "");
}

/// Initials and initialisms: `J.`, `U.S.`
const INITIALS: &str = r"\p{Lu}|\p{L}(?:\.\p{L})+";

fn rule(out: &mut String, breaks: bool, before: &str, after: &str) {
    let word = if breaks { "yes" } else { "no" };
    let (before, after) = (escape(before), escape(after));
    let _ = writeln!(
        out,
        "        <rule break=\"{word}\">\n          <beforebreak>{before}</beforebreak>\n          \
         <afterbreak>{after}</afterbreak>\n        </rule>"
    );
}

/// Words as alternatives: those in small letters in any case, the others as they are; `None` for no word.
fn alternatives(words: &[String]) -> Option<String> {
    let (any, exact): (Vec<&String>, Vec<&String>) =
        words.iter().partition(|word| !word.chars().any(char::is_uppercase));
    let join = |words: Vec<&String>| {
        words.into_iter().map(|word| quote(word)).collect::<Vec<_>>().join("|")
    };
    let groups = [
        (!any.is_empty()).then(|| format!("(?i:{})", join(any))),
        (!exact.is_empty()).then(|| join(exact)),
    ];
    let groups: Vec<String> = groups.into_iter().flatten().collect();
    (!groups.is_empty()).then(|| groups.join("|"))
}

/// Words as alternatives with a capital at their beginning.
fn capitals(words: &[String]) -> String {
    let capital = |word: &String| {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
        quote(&(first + chars.as_str()))
    };
    words.iter().map(capital).collect::<Vec<_>>().join("|")
}

/// A word as a regular expression that fits nothing else.
fn quote(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Segmenters;
    use super::*;
    use crate::lang;
    use crate::text::{SourceFile, SourceId};

    #[test]
    fn every_language_with_a_file_has_its_rules_and_its_map() {
        let srx = Segmenters::default().srx(&[]);
        for code in ["de", "en", "es", "fr", "it", "pt", "default"] {
            assert!(srx.contains(&format!("languagerulename=\"{code}\">")), "{code}");
            assert!(srx.contains(&format!("languagerulename=\"{code}\"/>")), "{code}");
        }
    }

    #[test]
    fn it_is_well_formed_whatever_a_user_lists() {
        let file =
            SourceFile::decode("a.toml", "never-end = ['<&>', '\"', '(', '\\\\E']\n".as_bytes());
        let (lists, faults) = Lists::read(SourceId::new(0), &file);
        assert_eq!(faults, []);
        let mut segmenters = Segmenters::default();
        segmenters.add(&lang::parse("eo").unwrap(), lists);
        let srx = segmenters.srx(&[lang::parse("eo").unwrap()]);
        let mut reader = quick_xml::Reader::from_str(&srx);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                other => assert!(other.is_ok(), "{other:?}"),
            }
        }
        assert!(srx.contains(r"(?i:mr|mrs|"), "{srx}");
        assert!(srx.contains(r"\&lt;\&amp;\&gt;|\&quot;|\("), "{srx}");
    }
}
