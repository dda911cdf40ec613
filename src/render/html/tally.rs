//! How often the terms of the glossary are used, kept and broken on the page: a table that is folded away until
//! somebody opens it, those with most faults first.

use super::page::Page;
use super::page::put;
use crate::bitext::Facing;
use crate::message::Message;
use crate::render::words;
use crate::rule::Tally;
use crate::rule::tally;
use crate::rule::worst_first;

/// A column: its head and its count. The first two are always there, the others where they count something.
type Column = (fn() -> Message, fn(&Tally) -> usize);

const COLUMNS: &[Column] = &[
    (words::tally_used, |tally| tally.used),
    (words::tally_kept, |tally| tally.kept),
    (words::tally_missing, |tally| tally.missing),
    (words::tally_forbidden, |tally| tally.forbidden),
    (words::tally_deprecated, |tally| tally.deprecated),
    (words::tally_untranslated, |tally| tally.untranslated),
    (words::tally_spelling, |tally| tally.spelling),
    (words::tally_case, |tally| tally.case),
    (words::tally_unasked, |tally| tally.unasked),
    (words::tally_open, |tally| tally.open),
];

/// Columns that are always there.
const ALWAYS: usize = 2;

impl Page<'_> {
    /// The counts of the concepts that the body uses.
    pub(super) fn tally(&mut self) {
        let cx = self.view.cx;
        let rows = worst_first(&tally(self.view.bitext, cx.scanned, cx.glossary));
        let mut total = Tally::default();
        for (_, own) in &rows {
            total.add(own);
        }
        if rows.is_empty() {
            return;
        }
        let shown = COLUMNS.iter().enumerate();
        let shown: Vec<&Column> = shown
            .filter(|(at, (_, count))| *at < ALWAYS || count(&total) > 0)
            .map(|(_, column)| column)
            .collect();
        put!(
            self,
            "<section id=\"vv-tally\" aria-labelledby=\"vv-tally-h\"><details><summary><h2 id=\"vv-tally-h\">{}</h2> <span class=\"lab\">{}</span></summary>\
             <div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"vv-tally-h\"><table class=\"tally\" aria-labelledby=\"vv-tally-h\">\
             <thead><tr><th scope=\"col\">{}</th>",
            self.said(&words::tally()),
            self.said(&words::tally_sum(total.used, total.kept, total.broken())),
            self.said(&words::concept_term())
        );
        for (head, _) in &shown {
            put!(self, "<th scope=\"col\">{}</th>", self.said(&head()));
        }
        self.raw("</tr></thead><tbody>");
        for (concept, own) in &rows {
            self.tally_row(*concept, own, &shown);
        }
        self.raw("</tbody></table></div></details></section>\n");
    }

    fn tally_row(&mut self, index: usize, own: &Tally, shown: &[&Column]) {
        let Some(concept) = self.view.concept(index) else { return };
        let class = if own.broken() + own.unasked > 0 { " class=\"bad\"" } else { "" };
        put!(
            self,
            "\n<tr{class}><th scope=\"row\"><a href=\"#vv-c{index}\" {}>",
            self.side(Facing::Source)
        );
        let term = concept.preferred(self.view.bitext.lang(Facing::Source));
        self.text(term.map_or(&concept.id, |term| &term.form));
        self.raw("</a></th>");
        for (_, count) in shown {
            match count(own) {
                0 => self.raw("<td class=\"none\">0</td>"),
                some => put!(self, "<td>{some}</td>"),
            }
        }
        self.raw("</tr>");
    }
}
