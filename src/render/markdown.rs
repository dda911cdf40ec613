//! `bilingual.md`: for reading where Markdown is shown, such as GitHub, and as plain text.
//!
//! The sentences of an article are too long for the columns of a table, which plain text cannot wrap; each row is a
//! quotation (the source) with its translation under it, then the findings as a list. Lines of chrome are short and
//! stand in a table.

use std::fmt::Write as _;
use std::io;

use super::RenderContext;
use super::Renderer;
use super::RendererMeta;
use super::changes;
use super::view::Row;
use super::view::View;
use super::words;
use crate::bitext::Bitext;
use crate::bitext::Facing;
use crate::bitext::Origin;
use crate::bitext::Side;
use crate::bitext::State;
use crate::diagnostic::Diagnostic;
use crate::document::Kind;
use crate::document::Role;
use crate::message::Message;
use crate::text::visible;

/// Markdown.
#[derive(Debug)]
pub struct Markdown;

impl Renderer for Markdown {
    fn meta(&self) -> &'static RendererMeta {
        &RendererMeta { name: "md", extension: "md" }
    }

    fn write(
        &self,
        bitext: &Bitext,
        cx: &RenderContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let view = View::new(bitext, cx);
        let mut page = Page { view: &view, out: String::new() };
        page.head();
        page.body();
        page.chrome();
        page.loose();
        out.write_all(page.out.as_bytes())
    }
}

struct Page<'a> {
    view: &'a View<'a>,
    out: String,
}

impl<'a> Page<'a> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end_matches(' '));
        self.out.push('\n');
    }

    fn said(&self, message: &Message) -> String {
        escaped(&self.view.cx.l10n.text(message))
    }

    fn name(&self, facing: Facing) -> String {
        escaped(&self.view.cx.l10n.language_name(self.view.bitext.lang(facing)))
    }

    fn head(&mut self) {
        let (view, counts) = (self.view, &self.view.counts);
        self.line(&format!("# {}\n", escaped(view.cx.title)));
        self.line(&format!(
            "*{}*\n",
            self.said(&words::languages(&view.bitext.source_lang, &view.bitext.target_lang))
        ));
        let mut parts = vec![words::rows(view.rows.len())];
        if view.cx.checked {
            parts.push(words::errors(counts.errors));
            parts.push(words::warnings(counts.warnings));
            parts.push(words::infos(counts.infos));
        }
        if counts.mended > 0 {
            parts.push(words::mended_count(counts.mended));
        }
        if counts.open_rows > 0 {
            parts.push(words::open_rows(counts.open_rows));
        }
        let parts: Vec<String> = parts.iter().map(|part| self.said(part)).collect();
        self.line(&parts.join(" · "));
    }

    fn body(&mut self) {
        if !self.view.has(Role::Body) {
            return;
        }
        self.line(&format!("\n## {}", self.said(&words::body())));
        let view = self.view;
        for (at, paragraph) in view.paragraphs(Role::Body).enumerate() {
            if at > 0 {
                self.line("\n---");
            }
            for row in paragraph {
                self.row(row);
            }
        }
    }

    fn row(&mut self, row: &Row<'a>) {
        let kind = row
            .kind()
            .map(|kind| format!(" *{}* ·", self.said(&words::kind(kind))))
            .unwrap_or_default();
        let source = match row.unit.source_text().trim() {
            "" => format!("*{}*", self.said(&words::no_source())),
            text => styled(row, &escaped(text)),
        };
        self.line(&format!("\n> **{}**{kind} {source}\n", row.number));
        let target = self.target(row);
        self.line(&target);
        let remarks = self.remarks(row);
        if !remarks.is_empty() || !row.findings.is_empty() {
            self.line("");
        }
        for remark in remarks {
            self.line(&format!("- {remark}"));
        }
        let view = self.view;
        for (number, finding) in view.findings(row) {
            self.finding(number, finding, false);
        }
    }

    fn target(&self, row: &Row<'a>) -> String {
        let text = row.unit.target_text();
        if text.trim().is_empty() {
            let lang = &self.view.bitext.target_lang;
            return match row.open_side() {
                Some(Facing::Target) => {
                    format!("☐ *{}*{}", self.said(&words::to_translate(lang)), self.hints(row))
                }
                _ => String::new(),
            };
        }
        let Some(fixed) = row.fixed else { return styled(row, &escaped(text.trim())) };
        match changes::replacements(text, fixed) {
            Some(changes) => styled(row, &with_changes(text, &changes)),
            None => format!(
                "{}\n\n*{}*\n\n{}",
                styled(row, &escaped(text.trim())),
                self.said(&words::fixed_form()),
                styled(row, &escaped(fixed.trim()))
            ),
        }
    }

    fn hints(&self, row: &Row<'a>) -> String {
        let hints: Vec<String> = self
            .view
            .hints(row)
            .iter()
            .map(|hint| {
                let forms: Vec<String> =
                    hint.forms.iter().map(|form| format!("**{}**", escaped(form))).collect();
                format!("{} → {}", escaped(hint.found), forms.join(", "))
            })
            .collect();
        if hints.is_empty() { String::new() } else { format!("\n\n- {}", hints.join("\n- ")) }
    }

    fn remarks(&self, row: &Row<'a>) -> Vec<String> {
        let mut out = Vec::new();
        match &row.unit.origin {
            Origin::Aligned { confidence }
                if *confidence < super::view::UNSURE && !row.is_open() =>
            {
                out.push(self.said(&words::unsure(u32::from(*confidence))));
            }
            Origin::Catalogue { message, tier } => {
                out.push(self.said(&words::paired(*tier, message)));
            }
            Origin::Open if row.unit.role == Role::Chrome && row.is_open() => {
                out.push(self.said(&words::unpaired()));
            }
            _ => {}
        }
        match row.unit.state {
            State::Fuzzy => out.push(self.said(&words::to_review())),
            State::Skipped => out.push(self.said(&words::skipped())),
            State::Translated | State::Untranslated => {}
        }
        if let Some(note) = &row.unit.note {
            let ambiguous = matches!(row.unit.origin, Origin::Catalogue { .. });
            let label = if ambiguous { words::ambiguous() } else { words::note() };
            out.push(format!("*{}* {}", self.said(&label), escaped(note)));
        }
        out
    }

    fn finding(&mut self, number: usize, finding: &Diagnostic, placed: bool) {
        let mut line = format!(
            "- **{}** `{}` {}",
            self.said(&words::severity(finding.severity)),
            finding.rule,
            self.said(&finding.message)
        );
        if self.view.is_mended(number) {
            let _ = write!(line, " · ✓ *{}*", self.said(&words::mended()));
        }
        if placed {
            let at = finding.primary.at;
            let file = self.view.cx.sources.get(at.source);
            let place = file.line_column(at.span.start());
            let _ = write!(line, " · {}:{}:{}", escaped(&file.path), place.line, place.column);
        }
        self.line(&line);
    }

    fn chrome(&mut self) {
        if !self.view.has(Role::Chrome) {
            return;
        }
        self.line(&format!("\n## {}\n", self.said(&words::chrome())));
        let (source, target) = (self.name(Facing::Source), self.name(Facing::Target));
        self.line(&format!("|  | {source} | {target} | {} |", self.said(&words::notes())));
        self.line("| --: | :-- | :-- | :-- |");
        let view = self.view;
        for row in view.paragraphs(Role::Chrome).flatten() {
            let notes = self.chrome_notes(row);
            let line = format!(
                "| {} | {} | {} | {notes} |",
                row.number,
                self.chrome_cell(row, Facing::Source),
                self.chrome_cell(row, Facing::Target)
            );
            self.line(&line);
        }
    }

    fn chrome_cell(&self, row: &Row<'a>, facing: Facing) -> String {
        match row.unit.side(facing).filter(|side| !side.text().trim().is_empty()) {
            Some(Side::Supplied(text)) => format!("*{}*", escaped(text.trim())),
            Some(Side::File(passage)) => escaped(passage.text.trim()),
            None if facing == Facing::Target => {
                format!("☐ {}", self.said(&words::to_translate(&self.view.bitext.target_lang)))
            }
            None => "☐".to_owned(),
        }
    }

    fn chrome_notes(&self, row: &Row<'a>) -> String {
        let mut notes = self.remarks(row);
        for (_, finding) in self.view.findings(row) {
            notes.push(format!(
                "**{}** `{}` {}",
                self.said(&words::severity(finding.severity)),
                finding.rule,
                self.said(&finding.message)
            ));
        }
        notes.join("<br>")
    }

    /// Findings that belong to no row.
    fn loose(&mut self) {
        let view = self.view;
        let loose: Vec<(usize, &Diagnostic)> = view
            .cx
            .found
            .iter()
            .enumerate()
            .filter(|(number, _)| !matches!(view.row_of.get(*number), Some(Some(_))))
            .collect();
        if loose.is_empty() {
            return;
        }
        self.line(&format!("\n## {}\n", self.said(&words::findings())));
        for (number, finding) in loose {
            self.finding(number, finding, true);
        }
    }
}

/// Titles and headings in bold.
fn styled(row: &Row<'_>, text: &str) -> String {
    if matches!(row.unit.kind, Kind::Title | Kind::Heading) && !text.contains("<br>") {
        format!("**{text}**")
    } else {
        text.to_owned()
    }
}

fn with_changes(text: &str, changes: &[changes::Replacement]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for change in changes {
        let removed = change.removed.range();
        out.push_str(&escaped(text.get(at..removed.start).unwrap_or_default()));
        if !removed.is_empty() {
            let _ = write!(out, "<del>{}</del>", escaped(change.removed.slice(text)));
        }
        if !change.added.is_empty() {
            let _ = write!(out, "<ins>{}</ins>", escaped(&change.added));
        }
        at = removed.end;
    }
    out.push_str(&escaped(text.get(at..).unwrap_or_default()));
    out
}

/// Text as Markdown that shows just this text, on one line: nothing in it is markup, an address or a reference.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            out.push_str("<br>");
        }
        push_line(&mut out, &visible(line));
    }
    out
}

fn push_line(out: &mut String, line: &str) {
    let lead = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in line.char_indices() {
        let rest = line.get(at..).unwrap_or_default();
        let marks = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' => true,
            '#' | '@' => rest.chars().nth(1).is_some_and(char::is_alphanumeric) || at == 0,
            '+' | '-' | '=' => at == 0,
            '.' | ')' => lead > 0 && at == lead,
            '!' => rest.starts_with("!["),
            ':' => rest.starts_with("://"),
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(c);
        if c == '.'
            && line
                .get(..at)
                .is_some_and(|before| before.ends_with("www") || before.ends_with("WWW"))
        {
            // An entity keeps GitHub from making an address of it.
            out.pop();
            out.push_str("&#46;");
        }
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::Event;
    use pulldown_cmark::Options;
    use pulldown_cmark::Parser;
    use pulldown_cmark::Tag;

    use super::*;
    use crate::render::sample::HOSTILE;
    use crate::render::sample::Sample;

    #[test]
    fn markup_of_files_is_shown_and_not_obeyed() {
        assert_eq!(escaped("*a* <b> | `c` [d](e)"), "\\*a\\* \\<b\\> \\| \\`c\\` \\[d\\](e)");
        assert_eq!(escaped("# a"), "\\# a");
        assert_eq!(escaped("12. a"), "12\\. a");
        assert_eq!(escaped("- a - b"), "\\- a - b");
        assert_eq!(escaped("http://a.b www.c.d"), "http\\://a.b www&#46;c.d");
        assert_eq!(escaped("a\nb"), "a<br>b");
        assert_eq!(escaped("fin. Mot-clé, 12 %"), "fin. Mot-clé, 12 %");
        assert_eq!(escaped("\u{1b}[2J"), "\\\\u{1b}\\[2J");
    }

    #[test]
    fn hostile_text_is_text_wherever_it_comes_from() {
        let document = Sample::new("en", "fr", 1).written("md");
        let mut text = String::new();
        for event in Parser::new_ext(&document, Options::ENABLE_TABLES) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => {
                    assert!(
                        ["<del>", "</del>", "<ins>", "</ins>", "<br>"].contains(&&*html),
                        "{html}"
                    );
                }
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                    panic!("{event:?}")
                }
                _ => {}
            }
        }
        assert!(text.matches(&*visible(HOSTILE)).count() > 8);
    }

    #[test]
    fn a_row_is_a_quotation_with_its_translation_under_it() {
        let document = Sample::new("en", "fr", 1).written("md");
        assert!(document.contains("> **1** *title* · **The tea party**\n\n**Le goûter**\n"));
        assert!(document.contains("soldats <del>russes</del><ins>"));
        assert!(document.contains("\n- **Warning** `term-forbidden`"));
        assert!(document.contains("☐ *To be translated into French*\n\n- samovar → **samovar**"));
        assert_eq!(document, Sample::new("en", "fr", 1).written("md"));
    }
}
