//! The file formats of glossaries, by the words of the command line and by the endings of files.
//!
//! `.tbx` is written as TBX-Basic of 2008, which other programs read; support for the standard of 2019 is still rare,
//! so that it has to be asked for. Reading tells the three kinds apart by itself.

/// A file format of glossaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// TOML, the form that people write by hand.
    Toml,
    /// TBX-Basic as of ISO 30042:2008 (`martif`).
    Tbx2008,
    /// TBX-Basic as of ISO 30042:2019, categories as attributes.
    TbxDca,
    /// The same, categories as elements.
    TbxDct,
    /// A table, semicolons between its columns.
    Csv,
    /// A table, tabs between its columns.
    Tsv,
    /// OmegaT's three columns.
    OmegaT,
    /// A spreadsheet.
    Xlsx,
    /// JSON Lines: an object a concept.
    JsonLines,
}

impl Format {
    /// Every format with its word on the command line.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("toml", Self::Toml),
        ("tbx-2008", Self::Tbx2008),
        ("tbx-dca", Self::TbxDca),
        ("tbx-dct", Self::TbxDct),
        ("csv", Self::Csv),
        ("tsv", Self::Tsv),
        ("omegat", Self::OmegaT),
        ("xlsx", Self::Xlsx),
        ("jsonl", Self::JsonLines),
    ];

    /// The format of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, format)| *format)
    }

    /// Its word.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }

    /// The format that the ending of a file's name tells.
    pub fn of_path(path: &str) -> Option<Self> {
        match extension(path).as_str() {
            "toml" => Some(Self::Toml),
            "tbx" => Some(Self::Tbx2008),
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "txt" | "tab" | "utf8" => Some(Self::OmegaT),
            "xlsx" => Some(Self::Xlsx),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// Its name for people; the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Tbx2008 => "TBX-Basic (2008)",
            Self::TbxDca => "TBX-Basic (2019, DCA)",
            Self::TbxDct => "TBX-Basic (2019, DCT)",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
            Self::OmegaT => "OmegaT",
            Self::Xlsx => "XLSX",
            Self::JsonLines => "JSON Lines",
        }
    }

    /// Is it one of the kinds of TBX?
    pub fn is_tbx(self) -> bool {
        matches!(self, Self::Tbx2008 | Self::TbxDca | Self::TbxDct)
    }

    /// Can terms be written whose languages nobody has named?
    pub fn takes_unknown_languages(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::OmegaT | Self::JsonLines)
    }
}

/// The ending of a file's name, in small letters, without its point.
pub(super) fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase()
}
