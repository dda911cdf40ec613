//! The cells of a row: the texts with their marks, open sides with what the glossary proposes, the notes.

use super::page::Page;
use super::page::put;
use crate::bitext::Facing;
use crate::bitext::Origin;
use crate::bitext::Side;
use crate::bitext::State;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::document::Role;
use crate::render::changes;
use crate::render::changes::Replacement;
use crate::render::marks;
use crate::render::marks::Layer;
use crate::render::marks::Marks;
use crate::render::marks::Step;
use crate::render::view::Row;
use crate::render::view::UNSURE;
use crate::render::words;
use crate::text::Span;

/// Longest text, in bytes, in which a finding about all of it is marked; in longer ones the note says enough.
const MAX_MARKED_WHOLE: usize = 40;

impl<'a> Page<'a> {
    /// The cell of one side.
    pub(super) fn cell(&mut self, row: &Row<'a>, facing: Facing) {
        let class = if facing == Facing::Source { "s" } else { "t" };
        let tongue = self.side(facing);
        put!(self, "<td class=\"{class}\" {tongue}>");
        match row.unit.side(facing).filter(|side| !side.text().trim().is_empty()) {
            Some(side) => self.filled(row, facing, side),
            None => self.empty(row, facing),
        }
        self.raw("</td>");
    }

    fn filled(&mut self, row: &Row<'a>, facing: Facing, side: &'a Side) {
        let fixed = row.fixed.filter(|_| facing == Facing::Target);
        let changes = fixed.and_then(|fixed| changes::replacements(side.text(), fixed));
        self.raw("<p>");
        self.marked(row, facing, side.text(), changes.as_deref().unwrap_or_default());
        self.raw("</p>");
        if let (Some(fixed), None) = (fixed, &changes) {
            let own = self.own();
            put!(
                self,
                "<p class=\"lab\" {own}>{}</p><p class=\"fx\"><ins>",
                self.said(&words::fixed_form())
            );
            self.text(fixed);
            self.raw("</ins></p>");
        }
        let from_catalogue = matches!(row.unit.origin, Origin::Catalogue { .. });
        if from_catalogue && matches!(side, Side::Supplied(_)) {
            let own = self.own();
            put!(self, "<p class=\"lab\" {own}>{}</p>", self.said(&words::supplied()));
        }
    }

    fn marked(&mut self, row: &Row<'a>, facing: Facing, text: &str, changes: &[Replacement]) {
        let found = self.view.findings(row).enumerate();
        let findings = found.filter_map(|(at, (_, finding))| {
            Some((marked_words(finding, facing, text)?, finding.severity, at + 1))
        });
        let hits = row.judgement.map(|judgement| match facing {
            Facing::Source => judgement.source_hits.as_slice(),
            Facing::Target => judgement.target_hits.as_slice(),
        });
        let terms = hits.unwrap_or_default().iter().map(|hit| (hit.span, hit.concept));
        let marks = Marks { findings: findings.collect(), terms: terms.collect(), changes };
        for step in marks::steps(text, &marks) {
            self.step(step);
        }
    }

    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Open(Layer::Removed) => {
                self.raw("<del>");
                self.removed = true;
            }
            Step::Close(Layer::Removed) => {
                self.raw("</del>");
                self.removed = false;
            }
            Step::Open(Layer::Term(concept)) => {
                put!(self, "<a class=\"g\" href=\"#vv-c{concept}\">");
            }
            Step::Close(Layer::Term(_)) => self.raw("</a>"),
            Step::Open(Layer::Finding(severity)) => {
                put!(self, "<mark class=\"{}\">", letter(severity));
            }
            Step::Close(Layer::Finding(_)) => self.raw("</mark>"),
            Step::Number(severity, number) => {
                put!(self, "<i class=\"r {}\" data-n=\"{number}\"></i>", letter(severity));
            }
            Step::Text(text) if self.removed => self.changed(text),
            Step::Text(text) => self.text(text),
            Step::Added(text) => {
                self.raw("<ins>");
                self.changed(text);
                self.raw("</ins>");
            }
        }
    }

    /// Words taken out or put in; spaces alone are shown by a sign, for nobody sees them come or go.
    fn changed(&mut self, text: &str) {
        if text.trim().is_empty() {
            let own = self.own();
            for c in text.chars() {
                let (sign, name) = match c {
                    '\u{A0}' | '\u{202F}' => ('\u{237D}', words::no_break_space()),
                    _ => ('\u{2423}', words::space()),
                };
                put!(
                    self,
                    "<span class=\"sp\">{sign}</span><span class=\"vh\" {own}>{}</span>",
                    self.said(&name)
                );
            }
        } else {
            self.text(text);
        }
    }

    /// A side that is still to be written.
    fn empty(&mut self, row: &Row<'a>, facing: Facing) {
        let own = self.own();
        let message = match (row.open_side(), facing) {
            (None, _) => return,
            (Some(_), Facing::Target) => words::to_translate(self.view.bitext.lang(facing)),
            (Some(_), Facing::Source) if row.unit.role == Role::Chrome => {
                words::to_translate(self.view.bitext.lang(facing))
            }
            (Some(_), Facing::Source) => words::no_source(),
        };
        put!(self, "<div class=\"open\" {own}><p>{}</p>", self.said(&message));
        let hints = self.view.hints(row);
        let wanted = facing == Facing::Target || row.unit.role == Role::Chrome;
        if !hints.is_empty() && wanted {
            put!(self, "<p class=\"lab\">{}</p><ul class=\"hints\">", self.said(&words::hints()));
            let (source, target) = (self.side(other(facing)), self.side(facing));
            for hint in hints {
                put!(self, "<li><a class=\"g\" href=\"#vv-c{}\" {source}>", hint.concept);
                self.text(hint.found);
                self.raw("</a> <span class=\"to\" aria-hidden=\"true\">→</span> ");
                for (at, form) in hint.forms.iter().enumerate() {
                    self.raw(if at == 0 { "" } else { ", " });
                    put!(self, "<b {target}>");
                    self.text(form);
                    self.raw("</b>");
                }
                self.raw("</li>");
            }
            self.raw("</ul>");
        }
        self.raw("</div>");
    }

    /// What there is to say of a row: how its sides came together, what its file says, its findings.
    pub(super) fn notes(&mut self, row: &Row<'a>) {
        self.raw("<td class=\"n\">");
        self.remarks(row);
        if !row.findings.is_empty() {
            self.raw("<ol>");
            let findings: Vec<_> = self.view.findings(row).collect();
            for (number, finding) in findings {
                self.note(number, finding);
            }
            self.raw("</ol>");
        }
        self.raw("</td>");
    }

    fn remarks(&mut self, row: &Row<'a>) {
        let unit = row.unit;
        let open = row.is_open();
        match &unit.origin {
            Origin::Aligned { confidence } if *confidence < UNSURE && !open => {
                self.element("p", "rem", &words::unsure(u32::from(*confidence)));
            }
            Origin::Catalogue { message, tier } => {
                self.element(
                    "p",
                    &format!("rem {}", tier.as_str()),
                    &words::paired(*tier, message),
                );
            }
            Origin::Open if unit.role == Role::Chrome && open => {
                self.element("p", "rem", &words::unpaired());
            }
            _ => {}
        }
        match unit.state {
            State::Fuzzy => self.element("p", "rem", &words::to_review()),
            State::Skipped => self.element("p", "rem", &words::skipped()),
            State::Translated | State::Untranslated => {}
        }
        if let Some(note) = &unit.note {
            // The catalogue's other answers come as the note of a line of chrome.
            let ambiguous = matches!(unit.origin, Origin::Catalogue { .. });
            let label = self.said(&if ambiguous { words::ambiguous() } else { words::note() });
            put!(self, "<p class=\"rem\"><span class=\"lab\">{label}</span> <bdi>");
            self.text(note);
            self.raw("</bdi></p>");
        }
    }

    fn note(&mut self, number: usize, finding: &Diagnostic) {
        let mended = self.view.is_mended(number);
        let severity = letter(finding.severity);
        let class = if mended { " ok" } else { "" };
        put!(self, "<li class=\"{severity}{class}\"><p class=\"hd\">");
        self.icon(finding.severity);
        self.element("b", "", &words::severity(finding.severity));
        put!(self, " <code>{}</code></p><p>", finding.rule);
        self.say(&finding.message);
        self.raw("</p>");
        if mended {
            put!(
                self,
                "<p class=\"done\"><svg aria-hidden=\"true\"><use href=\"#vv-i-ok\"/></svg>{}</p>",
                self.said(&words::mended())
            );
        } else if let Some(fix) = &finding.fix {
            self.proposal(fix);
        }
        for label in &finding.related {
            if let Some(note) = &label.note {
                put!(
                    self,
                    "<p class=\"rem\"><span class=\"lab\">{}</span> ",
                    self.said(&words::elsewhere())
                );
                self.say(note);
                self.raw(" ");
                self.place(label.at);
                self.raw("</p>");
            }
        }
        self.raw("</li>");
    }

    pub(super) fn icon(&mut self, severity: Severity) {
        put!(
            self,
            "<svg class=\"{0}\" aria-hidden=\"true\"><use href=\"#vv-i-{0}\"/></svg>",
            letter(severity)
        );
    }
}

fn other(facing: Facing) -> Facing {
    match facing {
        Facing::Source => Facing::Target,
        Facing::Target => Facing::Source,
    }
}

/// The class of a severity: short, for it stands thousands of times in a long page.
pub(super) fn letter(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "e",
        Severity::Warning => "w",
        Severity::Info => "i",
    }
}

/// The words of a side that a finding speaks of; `None` where it speaks of the whole of a long text, or of the whole
/// of this side for words of the other.
fn marked_words(finding: &Diagnostic, facing: Facing, text: &str) -> Option<Span> {
    let (own, other) = match facing {
        Facing::Source => (&finding.source, &finding.target),
        Facing::Target => (&finding.target, &finding.source),
    };
    let span = own.as_ref()?.span;
    let whole = span.slice(text).trim() == text.trim();
    let worth = !whole || (other.is_none() && text.len() <= MAX_MARKED_WHOLE);
    (!span.is_empty() && worth).then_some(span)
}
