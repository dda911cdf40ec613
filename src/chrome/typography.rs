//! What a language does to a number and to the signs behind a label; the table is `data/typography.tsv`.

use unic_langid::LanguageIdentifier;

const TABLE: &str = include_str!("data/typography.tsv");

/// One language's habits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Typography {
    /// Between groups of three digits; empty for none.
    pub(super) group: &'static str,
    /// Before a colon.
    pub(super) before_colon: &'static str,
    /// Before a semicolon, an exclamation or a question mark.
    pub(super) before_mark: &'static str,
}

/// The habits of a language; none of them where the table does not know it.
pub(super) fn typography(lang: &LanguageIdentifier) -> Typography {
    let region = lang.to_string();
    row(&region).or_else(|| row(lang.language.as_str())).unwrap_or_default()
}

fn row(tag: &str) -> Option<Typography> {
    let fields = TABLE.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let (name, rest) = line.split_once('\t')?;
        (name == tag).then_some(rest)
    })?;
    let mut fields = fields.split('\t').map(sign);
    let (group, before_colon, before_mark) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Typography { group, before_colon, before_mark })
}

fn sign(name: &'static str) -> &'static str {
    match name {
        "nbsp" => "\u{a0}",
        "nnbsp" => "\u{202f}",
        "none" => "",
        literal => literal,
    }
}

/// A number as the language writes it; digits that were not grouped stay ungrouped.
pub(super) fn number(text: &str, value: u64, lang: &LanguageIdentifier) -> String {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.to_owned();
    }
    let digits = value.to_string();
    let separator = typography(lang).group;
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_grouped_only_where_it_was() {
        let (en, fr) = ("en".parse().unwrap(), "fr".parse().unwrap());
        assert_eq!(number("1 234 567", 1_234_567, &en), "1,234,567");
        assert_eq!(number("1,234", 1234, &fr), "1\u{202f}234");
        assert_eq!(number("1234", 1234, &en), "1234");
    }

    #[test]
    fn every_row_of_the_table_has_its_fields() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let tag = line.split('\t').next().unwrap();
            assert!(row(tag).is_some(), "{line}");
        }
    }
}
