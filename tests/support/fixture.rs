//! The page of a rule as a fixture: its headings, glossary, and examples with the findings marked under them.
//!
//! An example is a block headed `bitext en fr`, of lines `source:` and `target:` in pairs, each a paragraph of one
//! page and of its translation, or `chrome:` for a line of the site. Under a line, `^^^ error term-missing` marks a
//! finding in it, columns being characters. `fixed:` is what the target becomes when the safe fixes are made.

/// Which text of a page a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Part {
    /// The article.
    #[default]
    Source,
    /// Its translation.
    Target,
    /// The site.
    Chrome,
}

/// A finding marked under a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// First character of the line's text, and the one after the last.
    pub(crate) columns: (usize, usize),
    /// The severity's word.
    pub(crate) severity: String,
    /// The rule's code.
    pub(crate) rule: String,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Line {
    /// Where it stands.
    pub(crate) part: Part,
    /// Its text; empty for a sentence that nobody translated.
    pub(crate) text: String,
    /// What is to be found in it.
    pub(crate) marks: Vec<Mark>,
    /// What it becomes.
    pub(crate) fixed: Option<String>,
}

/// An example: a page and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Example {
    /// Languages of article and translation.
    pub(crate) langs: (String, String),
    /// Its paragraphs.
    pub(crate) lines: Vec<Line>,
}

/// The page of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Page {
    /// Its headings, with their marks.
    pub(crate) headings: Vec<String>,
    /// The glossary in TOML that holds for all examples; may be empty.
    pub(crate) glossary: String,
    /// Its examples.
    pub(crate) examples: Vec<Example>,
    /// Its blocks of Markdown.
    pub(crate) markdown: Vec<String>,
}

/// Reads a page.
///
/// # Panics
///
/// Where it is not written as this file says.
pub(crate) fn read(page: &str) -> Page {
    let (mut headings, mut examples, mut markdown) = (Vec::new(), Vec::new(), Vec::new());
    let mut glossary = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(head) = line.strip_prefix("```") else {
            if line.starts_with('#') {
                headings.push(line.to_owned());
            }
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match head.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["toml", "glossary"] => glossary = block.join("\n"),
            ["markdown"] => markdown.push(block.join("\n")),
            ["bitext", source, target] | ["bitext", source, target, "chrome"] => {
                let langs = ((*source).to_owned(), (*target).to_owned());
                examples.push(Example { langs, lines: paragraphs(&block) });
            }
            _ => {}
        }
    }
    Page { headings, glossary, examples, markdown }
}

fn paragraphs(block: &[&str]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut indent = 0;
    for line in block.iter().filter(|line| !line.trim().is_empty()) {
        if line.trim_start().starts_with('^') {
            let last = lines.last_mut().expect("a mark stands under a line");
            let mark = mark(line, indent);
            assert!(mark.columns.1 <= last.text.chars().count(), "beyond the line: {line}");
            last.marks.push(mark);
            continue;
        }
        let (name, text) = line.split_once(':').expect("a name and a text");
        indent = name.chars().count() + 2;
        let text = text.strip_prefix(' ').unwrap_or(text).to_owned();
        let part = match name {
            "source" => Part::Source,
            "target" => Part::Target,
            "chrome" => Part::Chrome,
            "fixed" => {
                let last = lines.last_mut().filter(|last| last.part == Part::Target);
                last.expect("`fixed` stands under a target").fixed = Some(text);
                continue;
            }
            _ => panic!("no part of a page: {line}"),
        };
        lines.push(Line { part, text, marks: Vec::new(), fixed: None });
    }
    lines
}

fn mark(line: &str, indent: usize) -> Mark {
    let start = line.chars().take_while(|c| *c == ' ').count();
    let length = line.chars().filter(|c| *c == '^').count();
    let (_, words) = line.rsplit_once('^').expect("a mark");
    let mut words = words.split_whitespace().map(str::to_owned);
    let start = start.checked_sub(indent).expect("a mark stands under the text");
    Mark {
        columns: (start, start + length),
        severity: words.next().expect("a severity"),
        rule: words.next().expect("a rule"),
    }
}
