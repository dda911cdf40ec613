//! Romanisation: a name from its own script to Latin letters, by a table.
//!
//! Each scheme is a data file in `data/` that names the standard or the usage that it follows; one engine applies them
//! all. Which letters a house writes is the house's choice, so a language has several schemes, and none is right for
//! everyone: `press` is what newspapers write, the others are published standards. Arabic and Persian write no
//! short vowels, so their tables give consonants only, which serve to check a spelling and never to make one.

mod engine;
mod scheme;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

pub use scheme::Scheme;

/// The data files, one line a scheme. Of those that serve the same languages, the first is what is taken when no
/// scheme is asked for.
const FILES: &[&str] = &[
    include_str!("data/ru-en-press.toml"),
    include_str!("data/ru-en-bgn.toml"),
    include_str!("data/ru-fr-press.toml"),
    include_str!("data/uk-en-press.toml"),
    include_str!("data/uk-en-bgn.toml"),
    include_str!("data/uk-fr-press.toml"),
    include_str!("data/be-en-press.toml"),
    include_str!("data/be-en-bgn.toml"),
    include_str!("data/be-fr-press.toml"),
    include_str!("data/bg-en-press.toml"),
    include_str!("data/bg-fr-press.toml"),
    include_str!("data/sr-press.toml"),
    include_str!("data/sr-bgn.toml"),
    include_str!("data/mk-en-press.toml"),
    include_str!("data/mk-fr-press.toml"),
    include_str!("data/cyrillic-iso9.toml"),
    include_str!("data/el-press.toml"),
    include_str!("data/el-elot.toml"),
    include_str!("data/tr-press.toml"),
    include_str!("data/ar-skeleton.toml"),
    include_str!("data/fa-skeleton.toml"),
];

/// A file that cannot be read gives no scheme, which a test forbids.
static SCHEMES: LazyLock<Vec<Scheme>> =
    LazyLock::new(|| FILES.iter().filter_map(|text| Scheme::parse(text)).collect());

/// Every scheme, those of one language together, the usual one first.
pub fn schemes() -> &'static [Scheme] {
    &SCHEMES
}

/// The schemes between two languages, whatever the region, the usual one first.
pub fn between(
    from: &LanguageIdentifier,
    to: &LanguageIdentifier,
) -> impl Iterator<Item = &'static Scheme> + use<> {
    let (from, to) = (from.language, to.language);
    schemes().iter().filter(move |scheme| scheme.serves(from.as_str(), to.as_str()))
}

/// The scheme of a name (`press`, `bgn` …) between two languages; the usual one where no name is given.
pub fn find(
    from: &LanguageIdentifier,
    to: &LanguageIdentifier,
    name: Option<&str>,
) -> Option<&'static Scheme> {
    between(from, to).find(|scheme| name.is_none_or(|name| scheme.is_called(name)))
}
