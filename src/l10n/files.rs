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
                ("cli", include_str!(concat!("../../locales/", $lang, "/cli.ftl"))),
                ("config", include_str!(concat!("../../locales/", $lang, "/config.ftl"))),
                ("exchange", include_str!(concat!("../../locales/", $lang, "/exchange.ftl"))),
                ("format", include_str!(concat!("../../locales/", $lang, "/format.ftl"))),
                ("glossary", include_str!(concat!("../../locales/", $lang, "/glossary.ftl"))),
                ("lang", include_str!(concat!("../../locales/", $lang, "/lang.ftl"))),
                ("render", include_str!(concat!("../../locales/", $lang, "/render.ftl"))),
                ("report", include_str!(concat!("../../locales/", $lang, "/report.ftl"))),
                ("rules", include_str!(concat!("../../locales/", $lang, "/rules.ftl"))),
                (
                    "rules-numbers",
                    include_str!(concat!("../../locales/", $lang, "/rules-numbers.ftl")),
                ),
                ("run", include_str!(concat!("../../locales/", $lang, "/run.ftl"))),
                ("toml", include_str!(concat!("../../locales/", $lang, "/toml.ftl"))),
                ("toml-syntax", include_str!(concat!("../../locales/", $lang, "/toml-syntax.ftl"))),
            ],
        }
    };
}

/// Every language that the program speaks, English first: it answers where another has no words.
pub const LOCALES: &[Locale] = &[locale!("en"), locale!("fr")];
