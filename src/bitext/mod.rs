//! A text and its translation, face to face: units in order, each with a source side, a target side or both.
//!
//! Every way in (an aligned page, a bilingual file, one text alone) ends in a [`Bitext`], and every rule,
//! renderer and exchange format starts from one.

use std::ops::Range;

use unic_langid::LanguageIdentifier;

use crate::document::{Kind, Role, Suppression};
use crate::text::{Location, Passage, SourceId, Span};

/// Which source segments face which target segments. Ranges are of segment numbers, empty for a null bead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bead {
    /// Segments of the source.
    pub source: Range<usize>,
    /// Segments of the target.
    pub target: Range<usize>,
    /// How sure the aligner is, in hundredths, from 0 to 100.
    pub confidence: u8,
}

/// How the two sides of a unit came together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The aligner put them together.
    Aligned {
        /// How sure it is, from 0 to 100.
        confidence: u8,
    },
    /// The chrome catalogue knows the line.
    Catalogue {
        /// Identifier of the Fluent message.
        message: String,
        /// How the line was recognised.
        tier: Tier,
    },
    /// A bilingual file holds them together.
    Given,
    /// The other side is open: to be translated, or a text alone.
    Open,
}

/// How a line of chrome was recognised, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Letter for letter.
    Exact,
    /// But for case, white space, typographic signs.
    Normalised,
    /// A message with its variables filled.
    Template,
    /// Alike enough (trigrams); to be looked at.
    Fuzzy,
}

impl Tier {
    /// The word used in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Normalised => "normalised",
            Self::Template => "template",
            Self::Fuzzy => "fuzzy",
        }
    }
}

/// What a bilingual file says of a unit's translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum State {
    /// Nothing in particular.
    #[default]
    Translated,
    /// Not translated yet.
    Untranslated,
    /// To be reviewed.
    Fuzzy,
    /// Locked, obsolete, or not to be translated: skipped by every rule.
    Skipped,
}

/// A row: a stretch of the source and what faces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id in the bilingual file (else its row, from 1), or for pages a stable id made from its text.
    pub id: String,
    /// The source side, in the bitext's source language.
    pub source: Option<Side>,
    /// The target side, in the bitext's target language.
    pub target: Option<Side>,
    /// Body or chrome.
    pub role: Role,
    /// What kind of block it comes from.
    pub kind: Kind,
    /// How the sides came together.
    pub origin: Origin,
    /// What the file says of the translation.
    pub state: State,
    /// Number of the paragraph that the unit belongs to, from 0, for outputs that keep paragraphs together.
    pub paragraph: u32,
    /// A translator's or author's note.
    pub note: Option<String>,
}

/// Which side of a bitext.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facing {
    /// The source side.
    Source,
    /// The target side.
    Target,
}

/// A paragraph of one side, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text.
    pub passage: Passage,
    /// The side it stands on.
    pub facing: Facing,
    /// Body or chrome.
    pub role: Role,
    /// What kind of block it is.
    pub kind: Kind,
    /// The units that hold a part of it lie in this range of unit numbers.
    pub units: Range<usize>,
}

/// One side of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// Text of a file that the user gave.
    File(Passage),
    /// Text that the program supplies (a catalogue's translation of a line of chrome); it has no place in a file.
    Supplied(String),
}

impl Side {
    /// The readable text.
    pub fn text(&self) -> &str {
        match self {
            Self::File(passage) => &passage.text,
            Self::Supplied(text) => text,
        }
    }

    /// The passage, where the text stands in a file.
    pub fn passage(&self) -> Option<&Passage> {
        match self {
            Self::File(passage) => Some(passage),
            Self::Supplied(_) => None,
        }
    }
}

impl Unit {
    /// One side of the unit.
    pub fn side(&self, facing: Facing) -> Option<&Side> {
        match facing {
            Facing::Source => self.source.as_ref(),
            Facing::Target => self.target.as_ref(),
        }
    }

    /// The source's text, empty where that side is open.
    pub fn source_text(&self) -> &str {
        self.source.as_ref().map_or("", Side::text)
    }

    /// The target's text, empty where that side is open.
    pub fn target_text(&self) -> &str {
        self.target.as_ref().map_or("", Side::text)
    }

    /// The source's passage, where it stands in a file.
    pub fn source_passage(&self) -> Option<&Passage> {
        self.source.as_ref().and_then(Side::passage)
    }

    /// The target's passage, where it stands in a file.
    pub fn target_passage(&self) -> Option<&Passage> {
        self.target.as_ref().and_then(Side::passage)
    }
}

/// Where the units of a bitext come from; some rules hold only for running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A page and its translation: running text, aligned.
    Page,
    /// A bilingual file: units that may come from anywhere.
    Exchange,
    /// A text in one language; its units have a target side only.
    Alone,
}

impl Bitext {
    /// The language of a side.
    pub fn lang(&self, facing: Facing) -> &LanguageIdentifier {
        match facing {
            Facing::Source => &self.source_lang,
            Facing::Target => &self.target_lang,
        }
    }

    /// The unit that holds a place of a paragraph.
    ///
    /// The units of a paragraph stand in its order, so that the place is found by bisection: a paragraph may have a
    /// hundred thousand units and as many findings.
    pub fn unit_at(&self, paragraph: &Paragraph, at: Location) -> Option<&Unit> {
        /// Units that are looked at one by one.
        const FEW: usize = 8;
        let mut units = self.units.get(paragraph.units.clone())?;
        let place = Span::at(at.span.start());
        let side = |unit: &Unit| Some(unit.side(paragraph.facing)?.passage()?.location());
        while units.len() > FEW {
            let (before, after) = units.split_at(units.len() / 2);
            // The first half ends with its last unit that has this side at all.
            let last = before.iter().rev().find_map(side);
            units = match last {
                Some(last) if last.span.end() >= place.start() => before,
                _ => after,
            };
        }
        units.iter().find(|unit| {
            side(unit).is_some_and(|whole| whole.source == at.source && whole.span.contains(place))
        })
    }

    /// Paragraphs that are the units' own texts, for bitexts that were never running text.
    pub fn paragraphs_of_units(units: &[Unit]) -> Vec<Paragraph> {
        let mut out = Vec::new();
        for facing in [Facing::Source, Facing::Target] {
            for (at, unit) in units.iter().enumerate() {
                let Some(passage) = unit.side(facing).and_then(Side::passage) else { continue };
                let (passage, role, kind) = (passage.clone(), unit.role, unit.kind);
                out.push(Paragraph { passage, facing, role, kind, units: at..at + 1 });
            }
        }
        out
    }
}

/// A text and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitext {
    /// Language of the source sides.
    pub source_lang: LanguageIdentifier,
    /// Language of the target sides.
    pub target_lang: LanguageIdentifier,
    /// Where the units come from.
    pub form: Form,
    /// The units, in the order of the source.
    pub units: Vec<Unit>,
    /// The paragraphs that the units were cut from, for what is to be seen only in running text.
    pub paragraphs: Vec<Paragraph>,
    /// Comments in the files that silence rules, each with its file.
    pub suppressions: Vec<(SourceId, Suppression)>,
    /// Does a translation exist at all? Where not, open rows are work to do, not faults.
    pub translated: bool,
}
