//! An example of a rule's page as a project: two HTML pages, a glossary and a project file in memory.
//!
//! The program tells article from site by what stands round a paragraph, and aligns a sentence by its neighbours: an
//! example of one sentence is therefore set into the middle of a small article that has no fault.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use visavis::app::{self, CheckRequest};
use visavis::diagnostic::Diagnostic;

use crate::fixture::{Example, Line, Page, Part};
use crate::memory::Memory;

/// The page's file.
pub(crate) const SOURCE: &str = "page.html";
/// Its translation's file.
pub(crate) const TARGET: &str = "translation.html";

/// A finding as the examples mark them: severity and bytes of the file.
pub(crate) type Place = (String, usize, usize);

/// The article round an example: language, title, paragraphs before and behind. Names and numbers hold its two
/// versions together.
const FRAMES: &[(&str, &str, [&str; 2], [&str; 2])] = &[
    (
        "en",
        "In Mopti the market opens before dawn",
        [
            "The women who sell fish in Mopti light their lamps at 4 in the morning.",
            "Aminata Coulibaly has sold here since 1994 and writes nothing down.",
        ],
        [
            "Mariam Traoré and her 3 sisters count what is left in their 12 baskets.",
            "In the afternoon the children of Gangal play football between the 60 empty stalls.",
        ],
    ),
    (
        "fr",
        "À Mopti, le marché ouvre avant l’aube",
        [
            "Les femmes qui vendent du poisson à Mopti allument leurs lampes à 4 heures du matin.",
            "Aminata Coulibaly vend ici depuis 1994 et n’écrit rien.",
        ],
        [
            "Mariam Traoré et ses 3 sœurs comptent ce qui reste dans leurs 12 paniers.",
            "L’après-midi, les enfants de Gangal jouent au football entre les 60 étals vides.",
        ],
    ),
];

/// A file in the making, with the place of each paragraph in it.
pub(crate) struct Html {
    /// Its text.
    pub(crate) text: String,
    /// The lines of the example that stand in it, each with the byte at which its text begins.
    lines: Vec<(Line, usize)>,
}

impl Html {
    /// The article with the lines of one part in its middle, and the lines of the site, if they belong to it, below.
    pub(crate) fn new(lines: &[Line], part: Part, lang: &str) -> Self {
        let frame = FRAMES.iter().find(|(own, ..)| *own == lang);
        let (_, title, before, behind) = frame.unwrap_or_else(|| panic!("no frame in {lang}"));
        let mut html = Self {
            text: format!("<!DOCTYPE html>\n<html lang={lang}><body><article>\n<h1>{title}</h1>\n"),
            lines: Vec::new(),
        };
        let of = |part: Part| {
            lines.iter().filter(move |line| line.part == part && !line.text.is_empty())
        };
        for text in before {
            html.paragraph(text);
        }
        of(part).for_each(|line| html.line(line));
        for text in behind {
            html.paragraph(text);
        }
        html.text.push_str("</article>\n<footer>\n");
        if part == Part::Source {
            of(Part::Chrome).for_each(|line| html.line(line));
        }
        html.text.push_str("</footer></body></html>\n");
        html
    }

    fn line(&mut self, line: &Line) {
        self.lines.push((line.clone(), self.text.len() + "<p>".len()));
        self.paragraph(&line.text);
    }

    fn paragraph(&mut self, text: &str) {
        writeln!(self.text, "<p>{}</p>", escaped(text)).expect("a string takes all");
    }

    /// What is marked as findings of a rule.
    pub(crate) fn marked(&self, code: &str) -> BTreeSet<Place> {
        let mut out = BTreeSet::new();
        for (line, start) in &self.lines {
            for mark in line.marks.iter().filter(|mark| mark.rule == code) {
                let before = |column| line.text.chars().take(column).collect::<String>();
                let at = |column| start + escaped(&before(column)).len();
                let (from, to) = mark.columns;
                out.insert((mark.severity.clone(), at(from), at(to)));
            }
        }
        out
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// An example as a project in memory.
pub(crate) struct Project {
    /// Its files.
    pub(crate) files: Memory,
    /// The page.
    pub(crate) source: Html,
    /// Its translation.
    pub(crate) target: Html,
}

impl Project {
    /// The project of an example.
    pub(crate) fn new(page: &Page, example: &Example) -> Self {
        let (own, other) = (&example.langs.0, &example.langs.1);
        let source = Html::new(&example.lines, Part::Source, own);
        let target = Html::new(&example.lines, Part::Target, other);
        let files = Memory::default();
        files.put(SOURCE, &source.text);
        files.put(TARGET, &target.text);
        files.put("glossary.toml", &page.glossary);
        files.put("visavis.toml", &project_file(own, other));
        Self { files, source, target }
    }

    /// What the program finds, with the name of the file of each finding.
    pub(crate) fn check(&self) -> Vec<(String, Diagnostic)> {
        let mut session = self.files.session();
        let checked = app::check(&mut session, &CheckRequest::default());
        let checked = checked.unwrap_or_else(|_| panic!("{:?}", session.notices));
        let path = |found: &Diagnostic| session.sources.get(found.primary.at.source).path.clone();
        checked.found.into_iter().map(|found| (path(&found), found)).collect()
    }
}

/// The file of a project of one page.
pub(crate) fn project_file(source: &str, target: &str) -> String {
    format!(
        "source = \"{source}\"\ntarget = \"{target}\"\nglossaries = [\"glossary.toml\"]\n\
         [[page]]\nsource = \"{SOURCE}\"\ntranslation = \"{TARGET}\"\n"
    )
}

/// Places of findings of a rule in a file.
pub(crate) fn places(found: &[(String, Diagnostic)], file: &str, code: &str) -> BTreeSet<Place> {
    found
        .iter()
        .filter(|(path, found)| path == file && found.rule == code)
        .map(|(_, found)| {
            let range = found.primary.at.span.range();
            (found.severity.to_string(), range.start, range.end)
        })
        .collect()
}
