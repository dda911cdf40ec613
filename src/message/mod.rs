//! What is said to a user, as data: an identifier and typed arguments, no language.
//!
//! A message becomes a sentence in `l10n` only, from the Fluent files in `locales/`.
//! Every message is declared with [`messages!`](crate::messages!), which makes a function to build it and
//! a [`MessageSpec`] that the tests hold every locale to.

use std::fmt;

use unic_langid::LanguageIdentifier;

/// A value that a message speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text, from a file or the program; shown with control characters escaped.
    Text(String),
    /// A number; selects plural forms and is grouped as the reader's language does.
    Count(u64),
    /// A language; shown by its name in the reader's language.
    Lang(LanguageIdentifier),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<&LanguageIdentifier> for Arg {
    fn from(lang: &LanguageIdentifier) -> Self {
        Self::Lang(lang.clone())
    }
}

/// A message: which one, and what it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Identifier in the Fluent files.
    pub id: &'static str,
    /// Arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn plain(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }
}

/// For logs and panics of tests only; people are shown what `l10n` makes of a message.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        for (name, arg) in &self.args {
            match arg {
                Arg::Text(text) => write!(f, " {name}={text:?}")?,
                Arg::Count(count) => write!(f, " {name}={count}")?,
                Arg::Lang(lang) => write!(f, " {name}={lang}")?,
            }
        }
        Ok(())
    }
}

/// A message's identifier and the names of its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageSpec {
    /// Identifier in the Fluent files.
    pub id: &'static str,
    /// Names of its arguments.
    pub args: &'static [&'static str],
}

/// Declares messages: a function to build each, and the list of their specifications.
///
/// ```
/// visavis::messages! { MESSAGES;
///     use_preferred = "term-forbidden-use-preferred" (found, preferred);
///     nothing_found = "check-nothing-found" ();
/// }
/// assert_eq!(use_preferred("a", "b").id, "term-forbidden-use-preferred");
/// assert_eq!(nothing_found().args, []);
/// assert_eq!(MESSAGES[0].args, ["found", "preferred"]);
/// ```
#[macro_export]
macro_rules! messages {
    ($list:ident; $($name:ident = $id:literal ($($arg:ident),* $(,)?);)*) => {
        /// The messages that this module says.
        pub(crate) const $list: &[$crate::message::MessageSpec] = &[
            $($crate::message::MessageSpec { id: $id, args: &[$(stringify!($arg)),*] }),*
        ];
        $(
            #[doc = concat!("The message `", $id, "`.")]
            pub(crate) fn $name($($arg: impl Into<$crate::message::Arg>),*) -> $crate::message::Message {
                $crate::message::Message {
                    id: $id,
                    args: vec![$((stringify!($arg), $arg.into())),*],
                }
            }
        )*
    };
}
