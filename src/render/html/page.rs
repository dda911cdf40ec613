//! The page while it is written: its text so far, and how words, texts and languages are put into it.

use std::fmt;

use unic_langid::LanguageIdentifier;

use super::escape::push_text;
use crate::bitext::Facing;
use crate::lang;
use crate::message::Arg;
use crate::message::Message;
use crate::render::view::View;

/// Stand round an argument of a message that runs the other way, until they become `<bdi>`. Both are of the private
/// use area and are taken out of the arguments themselves.
const ISOLATE: (char, char) = ('\u{E000}', '\u{E001}');

/// A page while it is written.
pub(super) struct Page<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) out: String,
    /// Are the words being written such as a fix takes away?
    pub(super) removed: bool,
    /// Is the interface's language written from right to left?
    rtl: bool,
}

/// Adds formatted markup to a page. Nothing from a file goes through here.
macro_rules! put {
    ($page:expr, $($arg:tt)*) => {{
        use std::fmt::Write as _;
        // Writing to a string cannot fail.
        let _ = write!($page.out, $($arg)*);
    }};
}
pub(super) use put;

impl<'a> Page<'a> {
    pub(super) fn new(view: &'a View<'a>) -> Self {
        Self { view, out: String::new(), removed: false, rtl: lang::is_rtl(view.cx.l10n.lang()) }
    }

    /// Markup of the program's own.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Text from a file.
    pub(super) fn text(&mut self, text: &str) {
        push_text(&mut self.out, text);
    }

    /// A message in the reader's language.
    pub(super) fn say(&mut self, message: &Message) {
        let said = self.said(message);
        self.out.push_str(&said);
    }

    /// A message in the reader's language, as markup; words that run the other way are isolated.
    pub(super) fn said(&self, message: &Message) -> String {
        let mut message = message.clone();
        for (_, arg) in &mut message.args {
            if let Arg::Text(text) = arg {
                text.retain(|c| c != ISOLATE.0 && c != ISOLATE.1);
                if self.rtl || text.chars().any(runs_right_to_left) {
                    *text = format!("{}{text}{}", ISOLATE.0, ISOLATE.1);
                }
            }
        }
        let mut out = String::new();
        push_text(&mut out, &self.view.cx.l10n.text(&message));
        out.replace(ISOLATE.0, "<bdi>").replace(ISOLATE.1, "</bdi>")
    }

    /// An element that holds a message.
    pub(super) fn element(&mut self, name: &str, class: &str, message: &Message) {
        let said = self.said(message);
        if class.is_empty() {
            put!(self, "<{name}>{said}</{name}>");
        } else {
            put!(self, "<{name} class=\"{class}\">{said}</{name}>");
        }
    }

    /// The attributes that name a side's language and direction.
    pub(super) fn side(&self, facing: Facing) -> Tongue<'a> {
        Tongue(self.view.bitext.lang(facing))
    }

    /// The attributes of the interface's language, for words of ours inside a text.
    pub(super) fn own(&self) -> Tongue<'a> {
        Tongue(self.view.cx.l10n.lang())
    }
}

/// Writes `lang` and `dir` attributes.
#[derive(Clone, Copy)]
pub(super) struct Tongue<'a>(pub(super) &'a LanguageIdentifier);

impl fmt::Display for Tongue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dir = if lang::is_rtl(self.0) { "rtl" } else { "ltr" };
        write!(f, "lang=\"{}\" dir=\"{dir}\"", self.0)
    }
}

/// The blocks of scripts that run from right to left (Unicode's roadmap reserves them for such scripts).
fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
