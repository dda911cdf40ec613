//! Comments and notes that silence rules: `visavis-ignore CODE[, CODE]: reason`.
//!
//! `visavis-ignore-file` is about the whole file. No code means every rule; codes end at the colon, behind which the
//! reason stands. What a directive silences is for the format to say: a line, a block, a unit.

/// What a comment orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Is it about the whole file?
    pub file: bool,
    /// Codes of the rules that it silences; empty for all.
    pub rules: Vec<String>,
}

/// Reads a comment's content; `None` where it is not about us.
pub fn directive(comment: &str) -> Option<Directive> {
    let rest = comment.trim().strip_prefix("visavis-ignore")?;
    let (file, rest) = match rest.strip_prefix("-file") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    if rest.chars().next().is_some_and(|c| !c.is_whitespace() && c != ':') {
        return None;
    }
    let codes = rest.split(':').next().unwrap_or_default();
    let rules = codes
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect();
    Some(Directive { file, rules })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_separated_by_commas_or_spaces_and_end_at_the_colon() {
        let found = directive(" visavis-ignore term-missing, number-mismatch: a: reason ").unwrap();
        assert_eq!(found.rules, ["term-missing", "number-mismatch"]);
        assert!(!found.file);
        assert!(directive("visavis-ignore").unwrap().rules.is_empty());
        assert!(directive("visavis-ignore: why not").unwrap().rules.is_empty());
        assert!(directive("visavis-ignore-file x").unwrap().file);
        assert!(directive("visavis-ignored x").is_none());
        assert!(directive("visavis-ignore-filed x").is_none());
        assert!(directive("see visavis-ignore").is_none());
    }
}
