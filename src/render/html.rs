//! `bilingual.html`: one page that stands alone, for reading on a screen, on a telephone and on paper.
//!
//! Nothing is fetched and nothing but the page's own style and script may run: a content security policy names both
//! by their SHA-256. Without the script everything is there (rows are chosen by radio buttons and `:has`, terms and
//! notes are links and lists); the script adds keys and a window with a term's entry. The rows are a true table, so
//! that they can be copied into a word processor and that paper repeats the heads of the columns.

mod cell;
mod escape;
mod findings;
mod glossary;
mod index;
mod page;
mod tally;

#[cfg(test)]
mod tests;

use std::fmt;
use std::io;

pub use self::index::{IndexEntry, index};

use self::escape::attribute;
use self::escape::css_string;
use self::escape::policy_hash;
use self::page::Page;
use self::page::put;
use super::RenderContext;
use super::Renderer;
use super::RendererMeta;
use super::view::Row;
use super::view::View;
use super::words;
use crate::bitext::Bitext;
use crate::bitext::Facing;
use crate::bitext::State;
use crate::document::Kind;
use crate::document::Role;
use crate::message::Message;

/// HTML.
#[derive(Debug)]
pub struct Html;

/// The sheet of the bilingual page; what it has in common with the index stands apart.
const STYLE: &str = concat!(include_str!("html/base.css"), include_str!("html/page.css"));
const SCRIPT: &str = include_str!("html/page.js");
const ICONS: &str = include_str!("html/icons.svg");

impl Renderer for Html {
    fn meta(&self) -> &'static RendererMeta {
        &RendererMeta { name: "html", extension: "html" }
    }

    fn write(
        &self,
        bitext: &Bitext,
        cx: &RenderContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let view = View::new(bitext, cx);
        let mut page = Page::new(&view);
        let concepts = view.concepts();
        page.head();
        page.header();
        page.bar(!concepts.is_empty());
        put!(page, "<main id=\"vv-main\" tabindex=\"-1\">");
        page.rows(Role::Body, &words::body());
        page.rows(Role::Chrome, &words::chrome());
        page.tally();
        page.finding_list();
        page.entries(&concepts);
        page.raw("</main>");
        page.foot();
        out.write_all(page.out.as_bytes())
    }
}

impl<'a> Page<'a> {
    fn head(&mut self) {
        let style = self.style();
        let (own, title) = (self.own(), attribute(self.view.cx.title));
        let (style_hash, script_hash) = (policy_hash(&style), policy_hash(SCRIPT));
        put!(self, "<!DOCTYPE html>\n<html {own}>\n<head>\n<meta charset=\"utf-8\">\n");
        put!(
            self,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {style_hash}; \
             script-src {script_hash}; base-uri 'none'; form-action 'none'\">\n"
        );
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"visavis\">\n");
        put!(self, "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n");
        self.raw(ICONS);
        put!(self, "<a class=\"skip\" href=\"#vv-main\">{}</a>\n", self.said(&words::skip()));
    }

    /// The style with the words that it shows itself: labels of cells and of changes.
    fn style(&self) -> String {
        let l10n = self.view.cx.l10n;
        let word = |message: &Message| css_string(&l10n.text(message));
        let name = |facing| css_string(&l10n.language_name(self.view.bitext.lang(facing)));
        format!(
            ":root{{--w-s:{};--w-t:{};--w-del:{};--w-ins:{};--w-end:{}}}\n{STYLE}",
            name(Facing::Source),
            name(Facing::Target),
            word(&words::removed()),
            word(&words::added()),
            word(&words::end_change()),
        )
    }

    fn header(&mut self) {
        let bitext = self.view.bitext;
        put!(
            self,
            "<header class=\"top\">\n<p class=\"over\">{}</p>\n",
            self.said(&words::languages(&bitext.source_lang, &bitext.target_lang))
        );
        put!(self, "<h1 {}>", self.side(Facing::Source));
        self.text(self.view.cx.title);
        self.raw("</h1>\n");
        let is_title = |row: &&Row<'a>| {
            row.unit.kind == Kind::Title && row.unit.source_text() == self.view.cx.title
        };
        if let Some(row) = self.view.rows.iter().find(is_title).filter(|row| !row.is_open()) {
            put!(self, "<p class=\"sub\" {}>", self.side(Facing::Target));
            self.text(row.fixed.unwrap_or(row.unit.target_text()));
            self.raw("</p>\n");
        }
        self.counts();
        self.legend();
        self.raw("</header>\n");
    }

    fn counts(&mut self) {
        let counts = &self.view.counts;
        self.raw("<ul class=\"counts\">");
        self.element("li", "", &words::rows(self.view.rows.len()));
        for (class, count, message) in [
            ("e", counts.errors, words::errors(counts.errors)),
            ("w", counts.warnings, words::warnings(counts.warnings)),
            ("i", counts.infos, words::infos(counts.infos)),
        ] {
            if !self.view.cx.checked {
                continue;
            }
            let class = if count == 0 { "zero" } else { class };
            put!(self, "<li class=\"{class}\">");
            if count > 0 {
                put!(
                    self,
                    "<svg class=\"{class}\" aria-hidden=\"true\"><use href=\"#vv-i-{class}\"/></svg>"
                );
            }
            put!(self, "{}</li>", self.said(&message));
        }
        if counts.mended > 0 {
            put!(
                self,
                "<li class=\"ok\"><svg class=\"ok\" aria-hidden=\"true\"><use href=\"#vv-i-ok\"/></svg>{}</li>",
                self.said(&words::mended_count(counts.mended))
            );
        }
        if counts.open_rows > 0 {
            self.element("li", "o", &words::open_rows(counts.open_rows));
        }
        self.raw("</ul>\n");
    }

    fn legend(&mut self) {
        let said = |message: Message| self.said(&message);
        let legend = format!(
            "<details class=\"legend\"><summary>{}</summary><dl>\
             <div><dt><mark class=\"e\">{}</mark><i class=\"r e\" data-n=\"1\"></i></dt><dd>{}</dd></div>\
             <div><dt><del>{}</del></dt><dd>{}</dd></div><div><dt><ins>{}</ins></dt><dd>{}</dd></div>\
             <div><dt><span class=\"g\">{}</span></dt><dd>{}</dd></div>\
             <div><dt><span class=\"op\">{}</span></dt><dd>{}</dd></div>\
             <div><dt><span class=\"cc\">U+200B</span></dt><dd>{}</dd></div></dl></details>\n",
            said(words::legend()),
            said(words::sample_words()),
            said(words::legend_finding()),
            said(words::sample_old()),
            said(words::legend_removed()),
            said(words::sample_new()),
            said(words::legend_added()),
            said(words::concept_term()),
            said(words::legend_term()),
            said(words::show_open()),
            said(words::legend_open()),
            said(words::legend_hidden()),
        );
        self.raw(&legend);
    }

    /// The bar that stays in view: which rows are shown, and the parts of the page.
    fn bar(&mut self, glossary: bool) {
        put!(
            self,
            "<section class=\"bar\" aria-label=\"{0}\"><fieldset><legend>{0}</legend>",
            self.said(&words::show())
        );
        let counts = &self.view.counts;
        for (id, message, count) in [
            ("all", words::show_all(), self.view.rows.len()),
            ("found", words::show_found(), counts.rows_with_findings),
            ("errors", words::show_errors(), counts.rows_with_errors),
            ("open", words::show_open(), counts.open_rows),
        ] {
            if !self.view.cx.checked && matches!(id, "found" | "errors") {
                continue;
            }
            let state = if id == "all" {
                " checked"
            } else if count == 0 {
                " disabled"
            } else {
                ""
            };
            put!(
                self,
                "<label><input type=\"radio\" name=\"vv-show\" id=\"vv-show-{id}\"{state}><span>{} <span class=\"ct\">{count}</span></span></label>",
                self.said(&message)
            );
        }
        put!(self, "</fieldset><nav aria-label=\"{}\">", self.said(&words::contents()));
        if self.view.cx.checked {
            put!(self, "<a href=\"#vv-findings\">{}</a>", self.said(&words::findings()));
        }
        if glossary {
            put!(self, "<a href=\"#vv-glossary\">{}</a>", self.said(&words::glossary()));
        }
        self.raw("</nav>");
        // Of use with the script only, which shows them.
        put!(
            self,
            "<div class=\"step\" id=\"vv-step\" hidden><button type=\"button\" id=\"vv-prev\" aria-label=\"{}\">↑</button>\
             <output id=\"vv-at\" aria-live=\"polite\"></output>\
             <button type=\"button\" id=\"vv-next\" aria-label=\"{}\">↓</button>\
             <button type=\"button\" id=\"vv-keys\" aria-label=\"{}\">?</button></div>",
            self.said(&words::previous()),
            self.said(&words::next()),
            self.said(&words::help())
        );
        self.raw("</section>\n");
    }

    /// The rows of a region as a table.
    fn rows(&mut self, role: Role, heading: &Message) {
        if !self.view.has(role) {
            return;
        }
        let name = role.as_str();
        put!(
            self,
            "<section id=\"vv-{name}\" aria-labelledby=\"vv-{name}-h\"><h2 id=\"vv-{name}-h\">{}</h2>",
            self.said(heading)
        );
        let mut flags = Flags::default();
        let view = self.view;
        view.paragraphs(role).flatten().for_each(|row| flags.add(self.view, row));
        let notes = view.paragraphs(role).flatten().any(Row::has_notes);
        put!(
            self,
            "<table class=\"{name}{}{}\" aria-labelledby=\"vv-{name}-h\">",
            if notes { "" } else { " bare" },
            flags
        );
        self.columns(notes);
        for paragraph in view.paragraphs(role) {
            let mut flags = Flags::default();
            for row in paragraph {
                flags.add(view, row);
            }
            put!(self, "\n<tbody class=\"p{flags}\">");
            for (at, row) in paragraph.iter().enumerate() {
                self.row(row, at == 0, notes);
            }
            self.raw("</tbody>");
        }
        put!(
            self,
            "\n</table><p class=\"void\">{}</p></section>\n",
            self.said(&words::nothing_shown())
        );
    }

    fn columns(&mut self, notes: bool) {
        put!(
            self,
            "<thead><tr><th scope=\"col\" class=\"no\"><span class=\"vh\">{}</span></th>",
            self.said(&words::row())
        );
        for facing in [Facing::Source, Facing::Target] {
            let name = self.view.cx.l10n.language_name(self.view.bitext.lang(facing));
            self.raw("<th scope=\"col\">");
            self.text(&name);
            self.raw("</th>");
        }
        if notes {
            put!(self, "<th scope=\"col\">{}</th>", self.said(&words::notes()));
        }
        self.raw("</tr></thead>");
    }

    fn row(&mut self, row: &Row<'a>, first: bool, notes: bool) {
        let mut flags = Flags::default();
        flags.add(self.view, row);
        let kind = row.kind().map(|kind| format!(" k-{}", kind.as_str())).unwrap_or_default();
        let skipped = if row.unit.state == State::Skipped { " locked" } else { "" };
        put!(
            self,
            "\n<tr id=\"{0}\" class=\"u{flags}{kind}{skipped}\"><th scope=\"row\"><a href=\"#{0}\">{1}</a>",
            row.anchor,
            row.number
        );
        if let Some(kind) = row.kind().filter(|_| first || row.unit.role == Role::Chrome) {
            self.element("span", "kind", &words::kind(kind));
        }
        self.raw("</th>");
        self.cell(row, Facing::Source);
        self.cell(row, Facing::Target);
        if notes {
            self.notes(row);
        }
        self.raw("</tr>");
    }

    fn foot(&mut self) {
        let said = |message: Message| self.said(&message);
        let keys = [("n", "j", words::key_next()), ("p", "k", words::key_previous())]
            .map(|(a, b, message)| {
                format!(
                    "<div><dt><kbd>{a}</kbd> <kbd>{b}</kbd></dt><dd>{}</dd></div>",
                    said(message)
                )
            })
            .concat();
        let (made_with, help) = (said(words::made_with()), said(words::help()));
        let (filter, key_help, keys_on) =
            (said(words::key_filter()), said(words::key_help()), said(words::keys_on()));
        let (glossary, entry, close) =
            (said(words::glossary()), said(words::whole_entry()), said(words::close()));
        let foot = format!(
            "<footer><p>{made_with}</p></footer>\n\
             <dialog id=\"vv-help\" aria-labelledby=\"vv-help-h\"><h2 id=\"vv-help-h\">{help}</h2><dl>{keys}\
             <div><dt><kbd>f</kbd></dt><dd>{filter}</dd></div><div><dt><kbd>?</kbd></dt><dd>{key_help}</dd></div></dl>\
             <p><label><input type=\"checkbox\" id=\"vv-keys-on\" checked> {keys_on}</label></p>\
             <form method=\"dialog\"><button>{close}</button></form></dialog>\n\
             <dialog id=\"vv-term\" aria-label=\"{glossary}\"><div id=\"vv-term-body\"></div>\
             <form method=\"dialog\"><a id=\"vv-term-link\" href=\"#vv-main\">{entry}</a> <button>{close}</button></form></dialog>\n\
             <script>{SCRIPT}</script>\n</body>\n</html>\n",
        );
        self.raw(&foot);
    }
}

/// The classes of a row, a paragraph or a table by which rows are chosen.
#[derive(Debug, Default)]
struct Flags {
    found: bool,
    errors: bool,
    open: bool,
}

impl Flags {
    fn add(&mut self, view: &View<'_>, row: &Row<'_>) {
        self.found |= !row.findings.is_empty();
        self.errors |= view.has_errors(row);
        self.open |= row.is_open();
    }
}

impl fmt::Display for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, flag) in [(" f", self.found), (" er", self.errors), (" o", self.open)] {
            f.write_str(if flag { name } else { "" })?;
        }
        Ok(())
    }
}
