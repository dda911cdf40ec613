//! A bitext for the tests of the documents, with hostile text wherever a file may put one.

use crate::bitext::Bitext;
use crate::bitext::Form;
use crate::bitext::Origin;
use crate::bitext::Side;
use crate::bitext::State;
use crate::bitext::Tier;
use crate::bitext::Unit;
use crate::diagnostic::Applicability;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Edit;
use crate::diagnostic::Excerpt;
use crate::diagnostic::Fix;
use crate::diagnostic::Severity;
use crate::document::Kind;
use crate::document::Role;
use crate::glossary::Concept;
use crate::glossary::Glossary;
use crate::glossary::Status;
use crate::glossary::Term;
use crate::l10n::Localizer;
use crate::lang;
use crate::render;
use crate::render::RenderContext;
use crate::rule::Scanned;
use crate::term::Matcher;
use crate::text::Location;
use crate::text::Passage;
use crate::text::SourceFile;
use crate::text::SourceId;
use crate::text::Sources;
use crate::text::Span;

/// What must never become markup.
pub(super) const HOSTILE: &str =
    "\"'><script>alert(1)</script><img src=http://x.test/i onerror=alert(2)>\u{202e}";

/// Everything that a renderer is given.
pub(super) struct Sample {
    pub(super) bitext: Bitext,
    title: String,
    sources: Sources,
    l10n: Localizer,
    glossary: Glossary,
    scanned: Scanned,
    pub(super) found: Vec<Diagnostic>,
    mended: Vec<bool>,
    fixed: Vec<Option<String>>,
}

impl Sample {
    /// Rows of every sort, `times` over.
    pub(super) fn new(ui: &str, target: &str, times: usize) -> Self {
        let mut maker = Maker { text: String::new(), units: Vec::new() };
        for _ in 0..times {
            maker.rows();
        }
        let mut sources = Sources::default();
        sources.add(SourceFile::decode(format!("a{HOSTILE}.md"), maker.text.as_bytes()));
        let bitext = Bitext {
            source_lang: lang::parse("en").unwrap(),
            target_lang: lang::parse(target).unwrap(),
            form: Form::Page,
            units: maker.units,
            paragraphs: Vec::new(),
            suppressions: Vec::new(),
            translated: true,
        };
        let glossary = glossary(&bitext);
        let matcher = Matcher::new(&glossary);
        let scanned = Scanned::new(&bitext, &glossary, &matcher);
        let found = found(&bitext);
        let mended = found.iter().map(|finding| finding.fix.is_some()).collect();
        let fix = |unit: &Unit| match unit.target_text() {
            text if text.contains("russes") => Some(text.replace("russes", "<i>syriens</i>")),
            text if text.contains("Voyez") => Some(format!("Autre chose. {HOSTILE}").repeat(3)),
            _ => None,
        };
        let fixed = bitext.units.iter().map(fix).collect();
        let title = format!("Tea & <b>title</b> {HOSTILE}");
        Self {
            title,
            sources,
            l10n: Localizer::new(&lang::parse(ui).unwrap()),
            glossary,
            scanned,
            found,
            mended,
            fixed,
            bitext,
        }
    }

    /// The document of a format.
    pub(super) fn written(&self, format: &str) -> String {
        let cx = RenderContext {
            checked: true,
            title: &self.title,
            sources: &self.sources,
            l10n: &self.l10n,
            glossary: &self.glossary,
            scanned: &self.scanned,
            found: &self.found,
            mended: &self.mended,
            fixed: &self.fixed,
        };
        let mut bytes = Vec::new();
        render::by_name(format).unwrap().write(&self.bitext, &cx, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}

struct Maker {
    text: String,
    units: Vec<Unit>,
}

impl Maker {
    fn rows(&mut self) {
        self.body("The tea party", "Le goûter", Kind::Title);
        self.body(
            "A samovar was seen in the market by Russian troops.",
            "Un samovar a été vu au marché par les soldats russes.",
            Kind::Paragraph,
        );
        self.body(
            &format!("Look: {HOSTILE} samovar"),
            &format!("Voyez : {HOSTILE} samovar"),
            Kind::Quote,
        );
        self.body("The samovar is still to be translated.", "", Kind::Paragraph);
        self.body("", "Une phrase de plus.", Kind::Caption);
        let home = self.side("Accueil");
        let origin = Origin::Catalogue { message: format!("home{HOSTILE}"), tier: Tier::Fuzzy };
        self.unit(
            Some(Side::Supplied(format!("Home {HOSTILE}"))),
            home,
            Role::Chrome,
            Kind::Navigation,
            origin,
        );
        let open = self.side("Le coin du samovar");
        self.unit(None, open, Role::Chrome, Kind::Footer, Origin::Open);
    }

    fn body(&mut self, source: &str, target: &str, kind: Kind) {
        let (source, target) = (self.side(source), self.side(target));
        self.unit(source, target, Role::Body, kind, Origin::Aligned { confidence: 40 });
    }

    fn side(&mut self, text: &str) -> Option<Side> {
        let start = Span::of(0, self.text.len()).end();
        self.text.push_str(text);
        self.text.push('\n');
        (!text.is_empty()).then(|| Side::File(Passage::verbatim(SourceId::new(0), text, start)))
    }

    fn unit(
        &mut self,
        source: Option<Side>,
        target: Option<Side>,
        role: Role,
        kind: Kind,
        origin: Origin,
    ) {
        let number = self.units.len();
        self.units.push(Unit {
            id: if number == 2 { format!("x {HOSTILE}") } else { format!("u{number}") },
            source,
            target,
            role,
            kind,
            origin,
            state: State::Translated,
            paragraph: u32::try_from(number / 2).unwrap(),
            note: (number == 1).then(|| HOSTILE.to_owned()),
        });
    }
}

fn glossary(bitext: &Bitext) -> Glossary {
    let at = Location { source: SourceId::new(0), span: Span::at(0) };
    let mut concept = Concept::new(format!("samovar{HOSTILE}"), at);
    let mut english = Term::new("samovar", bitext.source_lang.clone(), at);
    english.note = Some(HOSTILE.to_owned());
    let mut hostile = Term::new(HOSTILE, bitext.target_lang.clone(), at);
    hostile.status = Status::Admitted;
    concept.terms = vec![english, Term::new("samovar", bitext.target_lang.clone(), at), hostile];
    concept.definition = Some(HOSTILE.to_owned());
    concept.source = Some(HOSTILE.to_owned());
    Glossary { name: None, languages: Vec::new(), concepts: vec![concept] }
}

/// Of each row that holds Russians or hostile text, two findings that overlap; one that belongs to no row.
fn found(bitext: &Bitext) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for unit in &bitext.units {
        let text = unit.target_text();
        let Some(start) = text.find("soldats russes").or_else(|| text.find("Voyez")) else {
            continue;
        };
        let Some(passage) = unit.target_passage() else { continue };
        for (span, severity) in [
            (Span::of(start, start + 12), Severity::Warning),
            (Span::of(start + 3, start + 14), Severity::Error),
        ] {
            let at = passage.locate(span);
            let mut one = Diagnostic::new(
                "term-forbidden",
                severity,
                at,
                render::words::use_instead(HOSTILE),
            );
            one.unit = Some(unit.id.clone());
            one.target = Some(Excerpt { span, text: span.slice(text).to_owned() });
            if severity == Severity::Error {
                let edits = vec![Edit { at, text: HOSTILE.to_owned() }];
                one.fix = Some(Fix { applicability: Applicability::Safe, edits });
            }
            out.push(one);
        }
    }
    let at = Location { source: SourceId::new(0), span: Span::at(0) };
    out.push(Diagnostic::new(
        "unused-suppression",
        Severity::Info,
        at,
        render::words::no_findings(),
    ));
    out
}
