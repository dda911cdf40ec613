//! What spoke for two names being one, for messages and for readers of JSON.

/// One thing that was seen while two names were compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The same letters once case, marks and doubled letters are made plain.
    SameLetters,
    /// Two groups of letters that may stand for one sound: ch and sh, ou and u.
    Equated(&'static str, &'static str),
    /// Two groups of letters that stand for different sounds.
    Differ(&'static str, &'static str),
    /// Letters of one name that the other does not have.
    Extra(&'static str),
    /// An article that only one of the two has: al-, Le.
    Article,
    /// A possessive or an elision that was taken off: Haftar’s, d’Erdogan.
    Trimmed,
    /// An initial that stands for a word.
    Initial,
    /// Words at the front of one name that the other leaves out.
    Missing(u8),
    /// The words stand in another order.
    Order,
    /// One writes as one word what the other writes as several.
    Joined,
    /// An ending of an inflected form was taken off.
    Ending,
}

impl Evidence {
    /// The evidence as a short word for programs: `kh=k`, `article`.
    pub fn code(&self) -> String {
        match self {
            Self::SameLetters => "same-letters".to_owned(),
            Self::Equated(a, b) => format!("{a}={b}"),
            Self::Differ(a, b) => format!("{a}≠{b}"),
            Self::Extra(a) => format!("+{a}"),
            Self::Article => "article".to_owned(),
            Self::Trimmed => "trimmed".to_owned(),
            Self::Initial => "initial".to_owned(),
            Self::Missing(count) => format!("missing:{count}"),
            Self::Order => "order".to_owned(),
            Self::Joined => "joined".to_owned(),
            Self::Ending => "ending".to_owned(),
        }
    }
}
