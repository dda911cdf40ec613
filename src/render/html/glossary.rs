//! The entries of the glossary that the texts use, each once; the marked terms lead here.

use super::page::Page;
use super::page::put;
use crate::bitext::Facing;
use crate::glossary::Concept;
use crate::glossary::ConceptKind;
use crate::glossary::Term;
use crate::render::words;

impl Page<'_> {
    /// The entries of the glossary that the document speaks of.
    pub(super) fn entries(&mut self, concepts: &[usize]) {
        if concepts.is_empty() {
            return;
        }
        put!(
            self,
            "<section id=\"vv-glossary\" aria-labelledby=\"vv-glossary-h\"><h2 id=\"vv-glossary-h\">{}</h2><div class=\"entries\">",
            self.said(&words::glossary())
        );
        for index in concepts {
            if let Some(concept) = self.view.concept(*index) {
                self.entry(*index, concept);
            }
        }
        self.raw("</div></section>");
    }

    fn entry(&mut self, index: usize, concept: &Concept) {
        put!(
            self,
            "<article class=\"entry\" id=\"vv-c{index}\" tabindex=\"-1\"><h3 {}>",
            self.side(Facing::Source)
        );
        let source = concept.preferred(self.view.bitext.lang(Facing::Source));
        self.text(source.map_or(&concept.id, |term| &term.form));
        self.raw("</h3>");
        if concept.kind != ConceptKind::Term {
            self.element("p", "lab", &words::concept(concept.kind));
        }
        self.raw("<dl>");
        for facing in [Facing::Source, Facing::Target] {
            self.forms(concept, facing);
        }
        self.raw("</dl>");
        if let Some(definition) = &concept.definition {
            self.raw("<p class=\"def\"><bdi>");
            self.text(definition);
            self.raw("</bdi></p>");
        }
        if concept.do_not_translate {
            self.element("p", "", &words::keep_as_is());
        }
        let originals: Vec<&str> = concept.original.values().map(String::as_str).collect();
        self.line(None, &originals.join(", "));
        self.line(Some(words::domain()), concept.domain.as_deref().unwrap_or_default());
        self.line(Some(words::origin()), concept.source.as_deref().unwrap_or_default());
        self.raw("</article>");
    }

    fn line(&mut self, label: Option<crate::message::Message>, text: &str) {
        if text.is_empty() {
            return;
        }
        self.raw("<p class=\"ln\">");
        if let Some(label) = label {
            self.element("span", "lab", &label);
            self.raw(" ");
        }
        self.raw("<bdi>");
        self.text(text);
        self.raw("</bdi></p>");
    }

    fn forms(&mut self, concept: &Concept, facing: Facing) {
        let lang = self.view.bitext.lang(facing);
        let name = self.view.cx.l10n.language_name(lang);
        self.raw("<dt>");
        self.text(&name);
        self.raw("</dt>");
        let mut terms: Vec<&Term> = concept.terms_in(lang).collect();
        terms.sort_by_key(|term| term.status);
        if terms.is_empty() {
            self.element("dd", "none", &words::no_form());
        }
        for term in terms {
            self.form(term, facing);
        }
    }

    fn form(&mut self, term: &Term, facing: Facing) {
        put!(
            self,
            "<dd class=\"{}\"><span class=\"fm\" {}>",
            term.status.as_str(),
            self.side(facing)
        );
        self.text(&term.form);
        self.raw("</span> ");
        self.element("span", "st", &words::status(term.status));
        if let Some(instead) = &term.instead {
            self.raw(" ");
            self.element("span", "nt", &words::use_instead(instead));
        }
        for note in [&term.why, &term.note, &term.usage].into_iter().flatten() {
            self.raw(" <span class=\"nt\"><bdi>");
            self.text(note);
            self.raw("</bdi></span>");
        }
        self.raw("</dd>");
    }
}
