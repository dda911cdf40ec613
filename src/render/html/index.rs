//! `index.html`: the way to the editions of several pages, with what is left to do on each.

use std::fmt::Write as _;

use unic_langid::LanguageIdentifier;

use super::escape::{attribute, policy_hash, push_text};
use super::page::Tongue;
use crate::l10n::Localizer;
use crate::message::Message;
use crate::render::words;

const STYLE: &str = concat!(include_str!("base.css"), include_str!("index.css"));

/// One page of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    /// Its title, in its own language.
    pub title: String,
    /// The file of its edition, relative to the index, with `/` between its parts.
    pub address: String,
    /// The page's file.
    pub path: String,
    /// Language of the page's article.
    pub source_lang: LanguageIdentifier,
    /// Language of its translation.
    pub target_lang: LanguageIdentifier,
    /// Rows of the edition.
    pub rows: usize,
    /// Rows that lack a side.
    pub open: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
}

/// The page that leads to several editions.
pub fn index(entries: &[IndexEntry], l10n: &Localizer) -> String {
    let own = Tongue(l10n.lang());
    let said = |message: &Message| {
        let mut out = String::new();
        push_text(&mut out, &l10n.text(message));
        out
    };
    let title = said(&words::index_title());
    let mut out = format!(
        "<!DOCTYPE html>\n<html {own}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"visavis\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header class=\"top\"><h1>{title}</h1></header>\n\
         <main><table><thead><tr>",
        policy_hash(STYLE),
    );
    let heads = [
        words::index_page(),
        words::index_rows(),
        words::index_open(),
        words::index_errors(),
        words::index_warnings(),
    ];
    for head in &heads {
        let _ = write!(out, "<th scope=\"col\">{}</th>", said(head));
    }
    out.push_str("</tr></thead><tbody>\n");
    for entry in entries {
        row(&mut out, entry, &said);
    }
    out.push_str("</tbody></table></main>\n</body>\n</html>\n");
    out
}

fn row(out: &mut String, entry: &IndexEntry, said: &impl Fn(&Message) -> String) {
    let _ = write!(
        out,
        "<tr><th scope=\"row\"><a href=\"{}\" {}>",
        attribute(&address(&entry.address)),
        Tongue(&entry.source_lang)
    );
    push_text(out, &entry.title);
    out.push_str("</a><p class=\"where\"><bdi>");
    push_text(out, &entry.path);
    let languages = said(&words::languages(&entry.source_lang, &entry.target_lang));
    let _ = write!(out, "</bdi> · {languages}</p></th>");
    for (class, count, head) in [
        ("o", entry.rows, words::index_rows()),
        ("o", entry.open, words::index_open()),
        ("e", entry.errors, words::index_errors()),
        ("w", entry.warnings, words::index_warnings()),
    ] {
        let class = if count == 0 { "zero" } else { class };
        // On a narrow screen each number stands on a line of its own, behind the head of its column.
        let _ = write!(out, "<td class=\"{class}\" data-head=\"{}\">{count}</td>", said(&head));
    }
    out.push_str("</tr>\n");
}

/// A path as an address relative to the index: what has a meaning in addresses is written in per cent (RFC 3986, 2.1).
fn address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    #[test]
    fn nothing_from_a_page_becomes_markup_or_another_address() {
        let hostile = "\"'><script>alert(1)</script>\u{202e}";
        let entry = IndexEntry {
            title: hostile.to_owned(),
            address: format!("javascript:alert(1)/{hostile}/bilingual.html"),
            path: hostile.to_owned(),
            source_lang: lang::parse("en").unwrap(),
            target_lang: lang::parse("ar").unwrap(),
            rows: 12,
            open: 0,
            errors: 3,
            warnings: 1,
        };
        let page = index(&[entry], &Localizer::new(&lang::parse("fr").unwrap()));
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("href=\"javascript%3Aalert%281%29/%22%27%3E%3Cscript"), "{page}");
        assert!(!page.contains('\u{202e}'), "{page}");
        assert!(page.contains("<html lang=\"fr\" dir=\"ltr\">"), "{page}");
        assert!(page.contains("<td class=\"zero\" data-head=\"À compléter\">0</td><td class=\"e\" data-head=\"Erreurs\">3</td>"), "{page}");
    }
}
