//! What the elements of HTML mean for a reader: which begin a block, hide their content, or close others.
//!
//! Groups follow the HTML standard (sections 4 and 13.1.2.4, "optional tags") as far as reading needs them.

use crate::document::Kind;

/// An element that is treated in a way of its own, or the group of those that are treated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the elements")]
pub(super) enum Tag {
    A,
    Article,
    Aside,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Cell,
    /// `code`, `kbd`, `samp`, `tt`.
    Code,
    Definition,
    Dialog,
    Div,
    Footer,
    Form,
    H1,
    Head,
    Header,
    /// `h2` to `h6`.
    Heading,
    Hr,
    Html,
    /// Shown, but with nothing to read inside, or hidden altogether.
    Hidden,
    Input,
    /// Where HTML stands inside SVG and MathML: `foreignObject`, `desc`, `mtext` and their like. A part of a line elsewhere.
    Island,
    Item,
    Label,
    List,
    Main,
    Math,
    /// `link`, `meta`, `base`: may stand in the head, have no content.
    Meta,
    Nav,
    Noscript,
    Option,
    P,
    Plaintext,
    Pre,
    /// Content is neither markup nor shown: `iframe`, `noembed`, `noframes`.
    Raw,
    Row,
    Script,
    Section,
    Select,
    Style,
    Svg,
    Table,
    Textarea,
    Title,
    /// `img`, `area`.
    Image,
    Xmp,
    /// Any other that begins a block.
    Block,
    /// Any other without content.
    Void,
    /// Everything else, custom elements among them: part of a line.
    Inline,
}

/// The name of an element: what it is, and which, so that end tags find their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) tag: Tag,
    /// Does its start tag end SVG and MathML that were left open?
    pub(super) breaks_out: bool,
    hash: u32,
}

/// A question about an element.
pub(super) type Test = fn(Tag) -> bool;

impl Name {
    /// A hash of the name.
    pub(super) fn hash(self) -> u32 {
        self.hash
    }

    /// The element with this name, in lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        // FNV-1a. Two names that collide would close each other: markup is read a little worse, no more.
        let hash = name.iter().fold(0x811C_9DC5_u32, |hash, byte| {
            (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
        });
        Self { tag: Tag::of(name), breaks_out: breaks_out(name), hash }
    }
}

/// HTML standard, section 13.2.6.5; `font` there depends on its attributes, and no element of SVG is called so today.
fn breaks_out(name: &[u8]) -> bool {
    matches!(
        name,
        b"b" | b"big"
            | b"blockquote"
            | b"body"
            | b"br"
            | b"center"
            | b"code"
            | b"dd"
            | b"div"
            | b"dl"
            | b"dt"
            | b"em"
            | b"embed"
            | b"font"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"head"
            | b"hr"
            | b"i"
            | b"img"
            | b"li"
            | b"listing"
            | b"menu"
            | b"meta"
            | b"nobr"
            | b"ol"
            | b"p"
            | b"pre"
            | b"ruby"
            | b"s"
            | b"small"
            | b"span"
            | b"strong"
            | b"strike"
            | b"sub"
            | b"sup"
            | b"table"
            | b"tt"
            | b"u"
            | b"ul"
            | b"var"
    )
}

impl Tag {
    fn of(name: &[u8]) -> Self {
        match name {
            b"a" => Self::A,
            b"article" => Self::Article,
            b"aside" => Self::Aside,
            b"blockquote" => Self::Blockquote,
            b"body" => Self::Body,
            b"br" => Self::Br,
            b"button" => Self::Button,
            b"caption" | b"figcaption" => Self::Caption,
            b"td" | b"th" => Self::Cell,
            b"code" | b"kbd" | b"samp" | b"tt" => Self::Code,
            b"dt" | b"dd" => Self::Definition,
            b"dialog" => Self::Dialog,
            b"div" => Self::Div,
            b"footer" => Self::Footer,
            b"form" | b"search" => Self::Form,
            b"h1" => Self::H1,
            b"head" => Self::Head,
            b"header" => Self::Header,
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Heading,
            b"hr" => Self::Hr,
            b"html" => Self::Html,
            b"template" | b"canvas" | b"object" | b"audio" | b"video" | b"datalist" | b"rp"
            | b"meter" | b"progress" => Self::Hidden,
            b"img" | b"area" | b"image" => Self::Image,
            b"input" => Self::Input,
            b"foreignobject" | b"desc" | b"annotation-xml" | b"mi" | b"mo" | b"mn" | b"ms"
            | b"mtext" => Self::Island,
            b"li" => Self::Item,
            b"label" | b"legend" | b"summary" => Self::Label,
            b"xmp" => Self::Xmp,
            b"ul" | b"ol" | b"menu" | b"dl" | b"dir" => Self::List,
            b"main" => Self::Main,
            b"math" => Self::Math,
            b"link" | b"meta" | b"base" => Self::Meta,
            b"nav" => Self::Nav,
            b"noscript" => Self::Noscript,
            b"option" | b"optgroup" => Self::Option,
            b"p" => Self::P,
            b"plaintext" => Self::Plaintext,
            b"pre" | b"listing" => Self::Pre,
            b"iframe" | b"noembed" | b"noframes" => Self::Raw,
            b"tr" | b"thead" | b"tbody" | b"tfoot" => Self::Row,
            b"script" => Self::Script,
            b"section" => Self::Section,
            b"select" => Self::Select,
            b"style" => Self::Style,
            b"svg" => Self::Svg,
            b"table" => Self::Table,
            b"textarea" => Self::Textarea,
            b"title" => Self::Title,
            b"address" | b"center" | b"details" | b"fieldset" | b"figure" | b"hgroup"
            | b"frameset" => Self::Block,
            b"col" | b"embed" | b"frame" | b"param" | b"source" | b"track" | b"wbr"
            | b"bgsound" | b"keygen" => Self::Void,
            _ => Self::Inline,
        }
    }

    /// Has the element no content and no end tag?
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr | Self::Image | Self::Input | Self::Meta | Self::Void)
    }

    /// Does the element begin and end a block of text?
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::A
                | Self::Br
                | Self::Code
                | Self::Hidden
                | Self::Image
                | Self::Inline
                | Self::Input
                | Self::Island
                | Self::Math
                | Self::Meta
                | Self::Noscript
                | Self::Raw
                | Self::Script
                | Self::Style
                | Self::Svg
                | Self::Void
        )
    }

    /// Does nobody read what stands inside?
    pub(super) fn is_hidden(self) -> bool {
        matches!(
            self,
            Self::Hidden
                | Self::Noscript
                | Self::Raw
                | Self::Script
                | Self::Style
                | Self::Svg
                | Self::Math
        )
    }

    /// May the element stand in the head? Any other ends it.
    pub(super) fn is_head(self) -> bool {
        matches!(
            self,
            Self::Head
                | Self::Hidden
                | Self::Meta
                | Self::Noscript
                | Self::Script
                | Self::Style
                | Self::Title
        )
    }

    /// Does the element stop an end tag inside it from closing one outside?
    pub(super) fn is_scope(self) -> bool {
        matches!(self, Self::Table | Self::Cell | Self::Hidden)
    }

    /// Is the content of the element, standing in SVG or MathML, HTML again?
    pub(super) fn is_island(self) -> bool {
        matches!(self, Self::Island | Self::Title)
    }

    /// Is white space in the element kept as it is written?
    pub(super) fn is_spaced(self) -> bool {
        matches!(self, Self::Pre | Self::Xmp | Self::Plaintext)
    }

    /// Is it a division of the page whose text belongs together?
    pub(super) fn is_area(self) -> bool {
        matches!(
            self,
            Self::Article
                | Self::Aside
                | Self::Body
                | Self::Dialog
                | Self::Div
                | Self::Footer
                | Self::Form
                | Self::Header
                | Self::Main
                | Self::Nav
                | Self::Section
                | Self::Cell
        )
    }

    /// Does a start tag of this close an open element of that kind, though no end tag stands there?
    ///
    /// The second answer is where the search stops.
    pub(super) fn closes(self) -> Option<(Test, Test)> {
        match self {
            Self::Item => Some((|tag| tag == Self::Item, |tag| tag == Self::List)),
            Self::Definition => Some((|tag| tag == Self::Definition, |tag| tag == Self::List)),
            Self::Cell => Some((|tag| tag == Self::Cell, |tag| tag == Self::Table)),
            Self::Row => Some((|tag| tag == Self::Row, |tag| tag == Self::Table)),
            Self::Option => Some((|tag| tag == Self::Option, |tag| tag == Self::Select)),
            Self::A => Some((|tag| tag == Self::A, Self::is_scope)),
            _ => None,
        }
    }

    /// What a block of text inside the element is, given what it would be outside.
    pub(super) fn kind(self, outer: Kind) -> Kind {
        match self {
            Self::Heading => Kind::Heading,
            Self::Item | Self::Definition => Kind::ListItem,
            Self::Cell => Kind::TableCell,
            Self::Blockquote => Kind::Quote,
            Self::Caption => Kind::Caption,
            Self::Button => Kind::Button,
            Self::Label => Kind::Label,
            Self::Option | Self::Select | Self::Textarea => Kind::Form,
            Self::Pre | Self::Xmp => Kind::Code,
            // Which of them is the title shows at the end of the page.
            Self::Title | Self::H1 => Kind::Title,
            // A paragraph in a cell is one of a page that is laid out with tables.
            Self::P if outer == Kind::TableCell => Kind::Paragraph,
            Self::Article
            | Self::Aside
            | Self::Body
            | Self::Dialog
            | Self::Footer
            | Self::Form
            | Self::Header
            | Self::Main
            | Self::Nav
            | Self::Section
            | Self::Table => Kind::Paragraph,
            _ => outer,
        }
    }
}
