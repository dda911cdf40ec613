//! The only place where a [`Message`] becomes a sentence: Fluent bundles of `locales/`.
//!
//! The sentences of `locales/<lang>/*.ftl` are built into the program; a language is added by a folder there and a
//! line in [`LOCALES`]. What a locale lacks is taken from English. Isolation marks are off: what is written goes to
//! terminals and to other programs, and HTML sets `<bdi>` itself.

mod files;

use std::fmt;

use fluent::FluentResource;
use fluent::FluentValue;
use fluent::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use crate::lang;
use crate::message::{Arg, Message};
use crate::text::visible;

pub use files::{LOCALES, Locale};

/// Speaks one language, and English where that has no words.
pub struct Localizer {
    lang: LanguageIdentifier,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Localizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Localizer").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Localizer {
    /// A localizer for a language; one that the program does not speak is answered with English.
    pub fn new(wanted: &LanguageIdentifier) -> Self {
        let spoken = LOCALES.iter().find(|locale| locale.lang == wanted.language.as_str());
        let english = LOCALES.first();
        let chain = spoken
            .into_iter()
            .chain(english.filter(|english| spoken.is_none_or(|own| own.lang != english.lang)));
        let mut bundles = Vec::new();
        let mut lang = None;
        for locale in chain {
            let Some(id) = lang::parse(locale.lang) else { continue };
            bundles.push(bundle(&id, locale));
            lang.get_or_insert(id);
        }
        Self { lang: lang.unwrap_or_default(), bundles }
    }

    /// The language it speaks.
    pub fn lang(&self) -> &LanguageIdentifier {
        &self.lang
    }

    /// A message as a sentence. A message that no locale has is shown by its id, never dropped.
    pub fn text(&self, message: &Message) -> String {
        let args = message.args.iter().map(|(name, arg)| (*name, self.value(arg))).collect();
        for bundle in &self.bundles {
            let Some(pattern) = bundle.get_message(message.id).and_then(|found| found.value())
            else {
                continue;
            };
            let mut errors = Vec::new();
            return bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        }
        message.to_string()
    }

    /// A message without arguments, by its id; `None` where no locale has it.
    pub fn get(&self, id: &str) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
        })
    }

    /// The name of a language in this language; its tag where it has none.
    pub fn language_name(&self, lang: &LanguageIdentifier) -> String {
        self.get(&format!("lang-{}", lang.language)).unwrap_or_else(|| lang.to_string())
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::String(visible(text).into_owned().into()),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Lang(lang) => FluentValue::String(self.language_name(lang).into()),
        }
    }
}

fn bundle(id: &LanguageIdentifier, locale: &Locale) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![id.clone()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(if locale.lang == "fr" { group_french } else { group_english }));
    for (_, text) in locale.files {
        // A broken file is a fault of the program that the tests find; its good messages are used all the same.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn group_french<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, '\u{202F}')
}

fn group_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ',')
}

/// Whole numbers from 1 000 up with a sign between groups of three digits.
fn grouped(value: &FluentValue<'_>, sign: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    if digits.len() < 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(sign);
        }
        out.push(digit);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(tag: &str, message: &Message) -> String {
        Localizer::new(&lang::parse(tag).unwrap()).text(message)
    }

    #[test]
    fn each_language_speaks_for_itself_and_others_in_english() {
        let message = Message { id: "toml-missing-key", args: vec![("key", "source".into())] };
        assert_ne!(say("en", &message), say("fr", &message));
        assert_eq!(say("en", &message), say("de", &message));
        assert_eq!(say("fr-CA", &message), say("fr", &message));
    }

    #[test]
    fn an_unknown_message_is_shown_by_its_id() {
        assert_eq!(say("en", &Message::plain("no-such-thing")), "no-such-thing");
    }

    #[test]
    fn numbers_are_grouped_as_readers_expect() {
        assert_eq!(grouped(&FluentValue::from(1_234_567_u64), ',').unwrap(), "1,234,567");
        assert_eq!(grouped(&FluentValue::from(999_u64), ','), None);
    }

    #[test]
    fn control_characters_in_arguments_are_shown_escaped() {
        let message = Message { id: "toml-missing-key", args: vec![("key", "\u{1b}[2J".into())] };
        assert!(!say("en", &message).contains('\u{1b}'));
    }
}
