//! The catalogues that come with the program: one line here and one file a language for each platform.

/// A built-in file: platform, language, text.
pub(super) type File = (&'static str, &'static str, &'static str);

macro_rules! platforms {
    ($($platform:literal: $($lang:literal),+;)*) => {
        &[$($((
            $platform,
            $lang,
            include_str!(concat!("../../locales/", $lang, "/chrome/", $platform, ".ftl")),
        )),+),*]
    };
}

/// The registry.
pub(super) const FILES: &[File] = platforms! {
    "wordpress": "en", "fr";
    "general": "en", "fr";
    "blogger": "en", "fr";
    "ghost": "en", "fr";
};
