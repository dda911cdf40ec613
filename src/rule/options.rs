//! A rule's own options: read by their names, with nothing passed over in silence.

use std::ops::RangeInclusive;

use super::{OptionError, RuleOptions};
use crate::message::Message;

crate::messages! { MESSAGES;
    unknown = "rule-option-unknown" (code, option, known);
    not_a_flag = "rule-option-flag" (code, option);
    not_a_number = "rule-option-number" (code, option, least, most);
}

/// The options of one rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Options<'o> {
    code: &'static str,
    table: Option<&'o toml::Table>,
}

impl<'o> Options<'o> {
    /// The options given for a rule that has those of `known`.
    ///
    /// # Errors
    ///
    /// Where another is given.
    pub(super) fn new(
        code: &'static str,
        all: &'o RuleOptions,
        known: &[&str],
    ) -> Result<Self, OptionError> {
        let own = Self { code, table: all.get(code) };
        let mut names = own.table.into_iter().flat_map(toml::Table::keys);
        match names.find(|name| !known.contains(&name.as_str())) {
            Some(name) => own.refuse(unknown(code, name, known.join(", "))),
            None => Ok(own),
        }
    }

    /// An option that is `true` or `false`; `false` where it is not given.
    ///
    /// # Errors
    ///
    /// Where it is neither.
    pub(super) fn flag(self, name: &str) -> Result<bool, OptionError> {
        match self.table.and_then(|table| table.get(name)) {
            None => Ok(false),
            Some(toml::Value::Boolean(flag)) => Ok(*flag),
            Some(_) => self.refuse(not_a_flag(self.code, name)),
        }
    }

    /// A whole number within limits, or the usual one where it is not given.
    ///
    /// # Errors
    ///
    /// Where it is none, or beyond the limits.
    pub(super) fn number(
        self,
        name: &str,
        usual: usize,
        limits: RangeInclusive<usize>,
    ) -> Result<usize, OptionError> {
        let Some(value) = self.table.and_then(|table| table.get(name)) else { return Ok(usual) };
        let number = value.as_integer().and_then(|number| usize::try_from(number).ok());
        match number.filter(|number| limits.contains(number)) {
            Some(number) => Ok(number),
            None => self.refuse(not_a_number(self.code, name, *limits.start(), *limits.end())),
        }
    }

    fn refuse<T>(self, message: Message) -> Result<T, OptionError> {
        Err(OptionError { code: self.code, message })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(text: &str) -> RuleOptions {
        [("x".to_owned(), text.parse().unwrap())].into()
    }

    #[test]
    fn what_is_not_known_or_of_another_type_is_refused() {
        let all = options("strict = true\nleast = 3");
        let own = Options::new("x", &all, &["strict", "least"]).unwrap();
        assert_eq!(own.flag("strict"), Ok(true));
        assert_eq!(own.number("least", 2, 1..=9), Ok(3));
        assert_eq!(own.number("other", 2, 1..=9), Ok(2));
        assert_eq!(own.flag("least").unwrap_err().message.id, "rule-option-flag");
        assert_eq!(own.number("least", 2, 4..=9).unwrap_err().message.id, "rule-option-number");
        assert!(Options::new("x", &all, &["strict"]).is_err());
        assert!(Options::new("y", &all, &[]).is_ok());
    }
}
