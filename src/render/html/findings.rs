//! The list of all findings, by gravity and rule, and what they propose.

use std::collections::BTreeMap;

use super::page::Page;
use super::page::put;
use crate::diagnostic::Fix;
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Edit};
use crate::render::words;
use crate::text::Location;

/// Most edits of one fix that are written out.
const MAX_EDITS: usize = 3;

impl Page<'_> {
    /// The list of all findings.
    pub(super) fn finding_list(&mut self) {
        if !self.view.cx.checked {
            return;
        }
        put!(
            self,
            "<section id=\"vv-findings\" aria-labelledby=\"vv-findings-h\"><h2 id=\"vv-findings-h\">{}</h2>",
            self.said(&words::findings())
        );
        let found = self.view.cx.found;
        if found.is_empty() {
            self.element("p", "none", &words::no_findings());
        }
        for severity in [Severity::Error, Severity::Warning, Severity::Info] {
            let mut by_rule: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for (number, finding) in
                found.iter().enumerate().filter(|(_, finding)| finding.severity == severity)
            {
                by_rule.entry(finding.rule).or_default().push(number);
            }
            if !by_rule.is_empty() {
                let count = by_rule.values().map(Vec::len).sum::<usize>();
                self.raw("<h3>");
                self.icon(severity);
                self.say(&words::counted(severity, count));
                self.raw("</h3>");
            }
            for (rule, numbers) in by_rule {
                put!(
                    self,
                    "<details class=\"rule\" open><summary><h4><code>{rule}</code> <span class=\"ct\">{}</span></h4></summary><ul>",
                    numbers.len()
                );
                for number in numbers {
                    if let Some(finding) = found.get(number) {
                        self.list_item(number, finding);
                    }
                }
                self.raw("</ul></details>");
            }
        }
        self.raw("</section>");
    }

    fn list_item(&mut self, number: usize, finding: &Diagnostic) {
        self.raw("<li>");
        let row = self.view.row_of.get(number).copied().flatten();
        if let Some(row) = row.and_then(|row| self.view.rows.get(row)) {
            put!(
                self,
                "<a href=\"#{}\">{}</a> ",
                row.anchor,
                self.said(&words::row_number(row.number))
            );
        }
        self.raw("<span class=\"msg\">");
        self.say(&finding.message);
        self.raw("</span> ");
        if self.view.is_mended(number) {
            put!(
                self,
                "<span class=\"done\"><svg aria-hidden=\"true\"><use href=\"#vv-i-ok\"/></svg>{}</span> ",
                self.said(&words::mended())
            );
        }
        self.place(finding.primary.at);
        self.raw("</li>");
    }

    /// File, line and column.
    pub(super) fn place(&mut self, at: Location) {
        let file = self.view.cx.sources.get(at.source);
        let place = file.line_column(at.span.start());
        self.raw("<span class=\"at\"><bdi>");
        self.text(&file.path);
        put!(self, ":{}:{}</bdi></span>", place.line, place.column);
    }

    /// What a fix that was not made would change.
    pub(super) fn proposal(&mut self, fix: &Fix) {
        // White space alone cannot be shown as a change; the message says what is wrong with it.
        let shows = |edit: &&Edit| {
            let old = self.view.cx.sources.text(edit.at);
            old != edit.text && !(old.trim().is_empty() && edit.text.trim().is_empty())
        };
        let edits = fix.edits.iter().filter(shows);
        let edits: Vec<_> = edits.take(MAX_EDITS).collect();
        if edits.is_empty() {
            return;
        }
        put!(
            self,
            "<p class=\"prop\"><span class=\"lab\">{}</span>",
            self.said(&words::applicability(fix.applicability))
        );
        for edit in edits {
            let old = self.view.cx.sources.text(edit.at);
            if !old.is_empty() {
                self.raw(" <del><bdi>");
                self.text(old);
                self.raw("</bdi></del>");
            }
            if !edit.text.is_empty() {
                self.raw(" <ins><bdi>");
                self.text(&edit.text);
                self.raw("</bdi></ins>");
            }
        }
        self.raw("</p>");
    }
}
