//! `date-order`: dates in two orders in the text of one language, 28/12/2019 here and October 22, 2019 there.
//!
//! Readers cannot tell 03/04/2019 apart where both orders are in use. The rarer order is reported; where they are
//! even, the one that came later.

use super::numbers::{DateOrder, dates};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::{Facing, Form, Paragraph};
use crate::diagnostic::Severity;
use crate::text::Span;

crate::messages! { MESSAGES;
    day_first = "date-order-day-first" (date, other);
    month_first = "date-order-month-first" (date, other);
}

const META: RuleMeta = RuleMeta {
    code: "date-order",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/date-order.md"),
    doc_fr: include_str!("../../docs/rules/fr/date-order.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct DateOrders;

/// A date with the paragraph that it stands in.
type Dated<'a> = (&'a Paragraph, Span, DateOrder);

impl Rule for DateOrders {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        // The units of a bilingual file come from anywhere; a text is what keeps to one order.
        if cx.bitext.form == Form::Exchange {
            return;
        }
        for facing in [Facing::Source, Facing::Target] {
            let own = cx.bitext.paragraphs.iter().filter(|paragraph| paragraph.facing == facing);
            let all: Vec<Dated<'_>> = own
                .flat_map(|paragraph| {
                    let passage = &paragraph.passage;
                    let found = dates(&passage.text, cx.bitext.lang(facing), &passage.inert);
                    found.into_iter().map(move |(span, order)| (paragraph, span, order))
                })
                .collect();
            report(cx, &all, out);
        }
    }
}

fn report(cx: &Context<'_>, all: &[Dated<'_>], out: &mut Sink) {
    let Some(kept) = usual(all) else { return };
    let text = |dated: &Dated<'_>| dated.1.slice(&dated.0.passage.text).to_owned();
    let Some(other) = all.iter().find(|dated| dated.2 == kept).map(text) else { return };
    for dated in all.iter().filter(|dated| dated.2 != kept) {
        let message = match dated.2 {
            DateOrder::DayFirst => day_first(text(dated), other.clone()),
            DateOrder::MonthFirst => month_first(text(dated), other.clone()),
        };
        out.report_in(cx.bitext, dated.0, dated.1, message);
    }
}

/// The order of most dates, else that of the first; `None` where there is no date.
fn usual(all: &[Dated<'_>]) -> Option<DateOrder> {
    let (_, _, first) = all.first()?;
    let own = all.iter().filter(|(_, _, order)| order == first).count();
    let other = all.iter().find(|(_, _, order)| order != first).map(|(_, _, order)| *order);
    if 2 * own >= all.len() { Some(*first) } else { other }
}
