//! A page or document as it was read: blocks of readable text, each with its kind and its way back to the file.

mod directive;
mod outline;

use unic_langid::LanguageIdentifier;

use crate::text::{Passage, SourceId, Span};

pub use directive::{Directive, directive};
pub use outline::{Element, Outline, Shape};

/// Is a block part of the article or of the site round it?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The article.
    Body,
    /// The site round it: navigation, forms, notices.
    Chrome,
}

impl Role {
    /// The word used in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Chrome => "chrome",
        }
    }
}

/// What a block is. The first ten belong to a body, the rest to chrome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it; they are the closed list of the outputs")]
pub enum Kind {
    Title,
    Dateline,
    Heading,
    Paragraph,
    Quote,
    ListItem,
    TableCell,
    Code,
    Credit,
    Caption,
    Byline,
    Author,
    Navigation,
    Share,
    Form,
    Button,
    Label,
    Notice,
    Footer,
    Other,
}

impl Kind {
    /// Every kind, body first.
    pub const ALL: &'static [Self] = &[
        Self::Title,
        Self::Dateline,
        Self::Heading,
        Self::Paragraph,
        Self::Quote,
        Self::ListItem,
        Self::TableCell,
        Self::Code,
        Self::Credit,
        Self::Caption,
        Self::Byline,
        Self::Author,
        Self::Navigation,
        Self::Share,
        Self::Form,
        Self::Button,
        Self::Label,
        Self::Notice,
        Self::Footer,
        Self::Other,
    ];

    /// The word used in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Dateline => "dateline",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::ListItem => "list-item",
            Self::TableCell => "table-cell",
            Self::Code => "code",
            Self::Credit => "credit",
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::Author => "author",
            Self::Navigation => "navigation",
            Self::Share => "share",
            Self::Form => "form",
            Self::Button => "button",
            Self::Label => "label",
            Self::Notice => "notice",
            Self::Footer => "footer",
            Self::Other => "other",
        }
    }

    /// The region the kind belongs to.
    pub fn role(self) -> Role {
        if self <= Self::Caption { Role::Body } else { Role::Chrome }
    }
}

/// One block of a document, before anybody has said whether it is body or chrome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its readable text.
    pub passage: Passage,
    /// What the markup says it is; `None` where there is no markup (plain text).
    pub kind: Option<Kind>,
    /// What the markup says of its region (`nav`, `footer`, `article`); `None` where it says nothing.
    pub role: Option<Role>,
    /// The language that the markup declares.
    pub lang: Option<LanguageIdentifier>,
    /// Number of the section (hard division: heading, rule, separate element) that the block stands in, from 0.
    pub section: u32,
    /// Share of the block's characters that stand in links, from 0 to 100.
    pub link_percent: u8,
    /// Number of the element that it stands in ([`Document::outline`]); 0, the page, where there is no markup.
    pub element: u32,
    /// Do parts of a line round it say by their names that they belong to a picture or film?
    pub is_media: bool,
}

impl Block {
    /// A block of plain text.
    pub fn plain(passage: Passage) -> Self {
        Self {
            passage,
            kind: None,
            role: None,
            lang: None,
            section: 0,
            link_percent: 0,
            element: 0,
            is_media: false,
        }
    }
}

/// A comment that silences rules: `visavis-ignore CODE[, CODE]: reason`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suppression {
    /// Where the comment stands.
    pub at: Span,
    /// Codes it names; empty for all.
    pub rules: Vec<String>,
    /// The bytes of the file in which findings are silenced.
    pub scope: Span,
}

/// A file as blocks, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub source: SourceId,
    /// The language declared for the whole file.
    pub lang: Option<LanguageIdentifier>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The elements that they stand in.
    pub outline: Outline,
    /// Comments that silence rules.
    pub suppressions: Vec<Suppression>,
    /// Where the file says that it stands in other languages (`hreflang`): each language, and the address as written.
    pub alternates: Vec<(LanguageIdentifier, String)>,
}
