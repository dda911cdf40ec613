//! The registry of locales: one line a file.

/// A language that the program speaks.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    /// Its language code.
    pub lang: &'static str,
    /// Name and text of its Fluent files.
    pub files: &'static [(&'static str, &'static str)],
}

macro_rules! locale {
    ($lang:literal) => {
        Locale {
            lang: $lang,
            files: &[
                ("app", include_str!(concat!("../../locales/", $lang, "/app.ftl"))),
                ("chrome", include_str!(concat!("../../locales/", $lang, "/chrome.ftl"))),
                (
                    "chrome-tools",
                    include_str!(concat!("../../locales/", $lang, "/chrome-tools.ftl")),
                ),
                ("cli", include_str!(concat!("../../locales/", $lang, "/cli.ftl"))),
                ("config", include_str!(concat!("../../locales/", $lang, "/config.ftl"))),
                ("embeddings", include_str!(concat!("../../locales/", $lang, "/embeddings.ftl"))),
                ("exchange", include_str!(concat!("../../locales/", $lang, "/exchange.ftl"))),
                ("format", include_str!(concat!("../../locales/", $lang, "/format.ftl"))),
                ("glossary", include_str!(concat!("../../locales/", $lang, "/glossary.ftl"))),
                (
                    "glossary-convert",
                    include_str!(concat!("../../locales/", $lang, "/glossary-convert.ftl")),
                ),
                (
                    "glossary-tools",
                    include_str!(concat!("../../locales/", $lang, "/glossary-tools.ftl")),
                ),
                ("lang", include_str!(concat!("../../locales/", $lang, "/lang.ftl"))),
                ("morphology", include_str!(concat!("../../locales/", $lang, "/morphology.ftl"))),
                ("names", include_str!(concat!("../../locales/", $lang, "/names.ftl"))),
                ("pins", include_str!(concat!("../../locales/", $lang, "/pins.ftl"))),
                ("render", include_str!(concat!("../../locales/", $lang, "/render.ftl"))),
                ("report", include_str!(concat!("../../locales/", $lang, "/report.ftl"))),
                ("romanize", include_str!(concat!("../../locales/", $lang, "/romanize.ftl"))),
                ("rules", include_str!(concat!("../../locales/", $lang, "/rules.ftl"))),
                ("rules-names", include_str!(concat!("../../locales/", $lang, "/rules-names.ftl"))),
                (
                    "rules-numbers",
                    include_str!(concat!("../../locales/", $lang, "/rules-numbers.ftl")),
                ),
                (
                    "rules-typography",
                    include_str!(concat!("../../locales/", $lang, "/rules-typography.ftl")),
                ),
                ("rules-terms", include_str!(concat!("../../locales/", $lang, "/rules-terms.ftl"))),
                ("run", include_str!(concat!("../../locales/", $lang, "/run.ftl"))),
                ("toml", include_str!(concat!("../../locales/", $lang, "/toml.ftl"))),
                ("toml-syntax", include_str!(concat!("../../locales/", $lang, "/toml-syntax.ftl"))),
                ("workbook", include_str!(concat!("../../locales/", $lang, "/workbook.ftl"))),
                ("xml", include_str!(concat!("../../locales/", $lang, "/xml.ftl"))),
            ],
        }
    };
}

/// Every language that the program speaks, English first: it answers where another has no words.
pub const LOCALES: &[Locale] = &[locale!("en"), locale!("fr")];
