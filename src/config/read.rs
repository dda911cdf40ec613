//! `visavis.toml`, read into [`Partial`] with every mistake reported.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::{Given, PageEntry, PairEntry, Partial, PerPath, parse_size};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang;
use crate::text::{SourceFile, SourceId, Span};
use crate::toml_reader::{Reader, Table, parse};

crate::messages! { MESSAGES;
    bad_language = "config-bad-language" (key, value);
    bad_language_nearest = "config-bad-language-nearest" (key, value, nearest);
    bad_size = "config-bad-size" (key, value);
}

/// The outputs that `build` can write, in the order in which it writes them.
pub const KNOWN_FORMATS: &[&str] = &["html", "md", "tsv", "tmx", "xliff", "diff", "sarif", "jsonl"];

const ROOT: &[&str] = &[
    "source",
    "target",
    "glossaries",
    "morphology",
    "names",
    "page",
    "pair",
    "chrome",
    "output",
    "segmentation",
    "check",
    "limits",
];
const CHECK: &[&str] = &["select", "ignore", "severity", "options", "per-path", "fail-on"];

/// Reads a project file. Settings that could not be understood are left out and reported.
pub fn read(id: SourceId, file: &SourceFile) -> (Partial, Vec<Diagnostic>) {
    let (mut reader, mut root) = parse(id, file);
    let mut out = Partial::default();
    let r = &mut reader;
    out.source = language(r, &mut root, "source");
    out.target = language(r, &mut root, "target");
    out.glossaries = strings(r, &mut root, "glossaries");
    if let Some(mut names) = root.table(r, "names") {
        out.territories = names.boolean(r, "territories");
        names.finish(r, &["territories"]);
    }
    out.pages =
        some(root.tables(r, "page").into_iter().filter_map(|table| page(r, table)).collect());
    out.pairs =
        some(root.tables(r, "pair").into_iter().filter_map(|table| pair(r, table)).collect());
    if let Some(table) = root.table(r, "morphology") {
        out.morphology = some(by_language(r, table));
    }
    if let Some(mut chrome) = root.table(r, "chrome") {
        out.chrome_lang = language(r, &mut chrome, "lang");
        out.catalogues = strings(r, &mut chrome, "catalogues");
        chrome.finish(r, &["lang", "catalogues"]);
    }
    if let Some(table) = root.table(r, "output") {
        output(r, table, &mut out);
    }
    if let Some(table) = root.table(r, "segmentation") {
        out.segmentation = some(by_language(r, table));
    }
    if let Some(table) = root.table(r, "check") {
        check(r, table, &mut out);
    }
    if let Some(mut limits) = root.table(r, "limits") {
        out.file_limit = limits.string(r, "file").and_then(|(text, span)| {
            let size = parse_size(&text);
            if size.is_none() {
                r.fault(span, bad_size("limits.file", text));
            }
            size
        });
        limits.finish(r, &["file"]);
    }
    root.finish(r, ROOT);
    if out.options.is_some() {
        out.options = options(file);
    }
    (out, reader.faults)
}

fn page(reader: &mut Reader, mut table: Table<'_>) -> Option<PageEntry> {
    let source = given(reader, &mut table, "source");
    if source.is_none() {
        table.missing(reader, "source");
    }
    let translation = given(reader, &mut table, "translation");
    table.finish(reader, &["source", "translation"]);
    Some(PageEntry { source: source?, translation })
}

fn pair(reader: &mut Reader, mut table: Table<'_>) -> Option<PairEntry> {
    let (source, target) =
        (given(reader, &mut table, "source"), given(reader, &mut table, "target"));
    for (value, key) in [(&source, "source"), (&target, "target")] {
        if value.is_none() {
            table.missing(reader, key);
        }
    }
    table.finish(reader, &["source", "target"]);
    Some(PairEntry { source: source?, target: target? })
}

fn output(reader: &mut Reader, mut table: Table<'_>, out: &mut Partial) {
    out.out_dir = given(reader, &mut table, "dir");
    out.out_lang = language(reader, &mut table, "lang");
    out.formats = table.strings(reader, "formats").map(|formats| {
        let mut known = Vec::new();
        for (name, span) in formats {
            if KNOWN_FORMATS.contains(&name.as_str()) {
                known.push(name);
            } else {
                reader.bad_value(span, "output.formats", &name, &KNOWN_FORMATS.join(", "));
            }
        }
        known
    });
    table.finish(reader, &["dir", "formats", "lang"]);
}

/// `fr = "french.toml"`: a file for each language.
fn by_language(
    reader: &mut Reader,
    mut table: Table<'_>,
) -> Vec<(LanguageIdentifier, Given<String>)> {
    let mut files = Vec::new();
    for (tag, at) in table.keys() {
        let file = given(reader, &mut table, &tag);
        files.extend(tagged(reader, &table.name(&tag), &tag, at).zip(file));
    }
    files
}

fn check(reader: &mut Reader, mut table: Table<'_>, out: &mut Partial) {
    out.select = codes(reader, &mut table, "select", out);
    out.ignore = codes(reader, &mut table, "ignore", out);
    out.fail_on = table
        .string(reader, "fail-on")
        .and_then(|(word, span)| severity(reader, "check.fail-on", &word, span));
    if let Some(mut map) = table.table(reader, "severity") {
        let mut severities = BTreeMap::new();
        for (code, at) in map.keys() {
            out.codes.push((code.clone(), reader.locate(at)));
            let Some((word, span)) = map.string(reader, &code) else { continue };
            if let Some(severity) = severity(reader, &map.name(&code), &word, span) {
                severities.insert(code, severity);
            }
        }
        out.severity = Some(severities);
    }
    if let Some(map) = table.table(reader, "options") {
        for (code, at) in map.keys() {
            out.codes.push((code, reader.locate(at)));
        }
        out.options = Some(BTreeMap::new());
    }
    let mut per_path = Vec::new();
    for mut entry in table.tables(reader, "per-path") {
        let paths = entry.strings(reader, "paths").unwrap_or_default();
        let ignore = codes(reader, &mut entry, "ignore", out).unwrap_or_default();
        entry.finish(reader, &["paths", "ignore"]);
        per_path.push(PerPath { paths: paths.into_iter().map(|(path, _)| path).collect(), ignore });
    }
    out.per_path = some(per_path);
    table.finish(reader, CHECK);
}

/// The options of rules as plain tables; the reader has reported what is wrong with the file already.
fn options(file: &SourceFile) -> Option<BTreeMap<String, toml::Table>> {
    let root: toml::Table = toml::from_str(&file.text).ok()?;
    let options = root.get("check")?.get("options")?.as_table()?;
    Some(
        options
            .iter()
            .filter_map(|(code, table)| Some((code.clone(), table.as_table()?.clone())))
            .collect(),
    )
}

fn codes(
    reader: &mut Reader,
    table: &mut Table<'_>,
    key: &str,
    out: &mut Partial,
) -> Option<Vec<String>> {
    let found = table.strings(reader, key)?;
    out.codes.extend(found.iter().map(|(code, span)| (code.clone(), reader.locate(*span))));
    Some(found.into_iter().map(|(code, _)| code).collect())
}

fn severity(reader: &mut Reader, key: &str, word: &str, span: Span) -> Option<Severity> {
    let parsed = word.parse().ok();
    if parsed.is_none() {
        reader.bad_value(span, key, word, "error, warning, info");
    }
    parsed
}

fn language(reader: &mut Reader, table: &mut Table<'_>, key: &str) -> Option<LanguageIdentifier> {
    let (tag, span) = table.string(reader, key)?;
    tagged(reader, &table.name(key), &tag, span)
}

/// A language's tag that stands at a place.
fn tagged(reader: &mut Reader, name: &str, tag: &str, span: Span) -> Option<LanguageIdentifier> {
    let parsed = lang::parse(tag);
    if parsed.is_none() {
        let message = match lang::nearest(tag) {
            Some(nearest) => bad_language_nearest(name, tag, nearest),
            None => bad_language(name, tag),
        };
        reader.fault(span, message);
    }
    parsed
}

fn given(reader: &mut Reader, table: &mut Table<'_>, key: &str) -> Option<Given<String>> {
    let (value, span) = table.string(reader, key)?;
    Some(Given { value, at: Some(reader.locate(span)) })
}

fn strings(reader: &mut Reader, table: &mut Table<'_>, key: &str) -> Option<Vec<Given<String>>> {
    let values = table.strings(reader, key)?;
    Some(
        values
            .into_iter()
            .map(|(value, span)| Given { value, at: Some(reader.locate(span)) })
            .collect(),
    )
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(String, u32, u32)> {
        let file = SourceFile::decode("visavis.toml", text.as_bytes());
        let (_, faults) = read(SourceId::new(0), &file);
        faults
            .iter()
            .map(|fault| {
                let at = file.line_column(fault.primary.at.span.start());
                (fault.message.id.to_owned(), at.line, at.column)
            })
            .collect()
    }

    #[test]
    fn a_whole_project_is_read() {
        let text = "source = 'en'\ntarget = 'fr'\nglossaries = ['a.toml']\n[morphology]\nfr = 'dicts/fr'\n[[page]]\nsource = 'p.txt'\n[chrome]\nlang = 'fr'\n\
                    [output]\ndir = 'out'\nformats = ['html', 'tmx']\n[check]\nselect = ['all']\nseverity = { term-missing = 'info' }\n\
                    [check.options.number-mismatch]\nx = 1\n[[check.per-path]]\npaths = ['d/**']\nignore = ['term']\n[limits]\nfile = '1 MiB'\n";
        let file = SourceFile::decode("visavis.toml", text.as_bytes());
        let (read, faults) = read(SourceId::new(0), &file);
        assert_eq!(faults, []);
        let settings = read.resolve();
        assert_eq!(settings.pages.len(), 1);
        assert_eq!(settings.morphology[0].1.value, "dicts/fr");
        assert_eq!(settings.formats, ["html", "tmx"]);
        assert_eq!(settings.file_limit, 1 << 20);
        assert_eq!(settings.severity["term-missing"], Severity::Info);
        assert_eq!(settings.options["number-mismatch"]["x"].as_integer(), Some(1));
        assert_eq!(settings.per_path[0].ignore, ["term"]);
    }

    #[test]
    fn every_mistake_has_its_place() {
        let found = faults(
            "soruce = 'en'\ntarget = 'english'\n[output]\nformats = ['pdf']\n[limits]\nfile = 'much'\n",
        );
        let ids: Vec<(&str, u32, u32)> =
            found.iter().map(|(id, line, column)| (id.as_str(), *line, *column)).collect();
        assert_eq!(
            ids,
            [
                ("config-bad-language-nearest", 2, 10),
                ("toml-wrong-value", 4, 12),
                ("config-bad-size", 6, 8),
                ("toml-unknown-key-nearest", 1, 1),
            ]
        );
    }

    #[test]
    fn a_language_may_have_its_own_words_for_cutting_sentences() {
        let file = SourceFile::decode("visavis.toml", b"[segmentation]\nfr = 'fr.toml'\n");
        let (found, problems) = read(SourceId::new(0), &file);
        assert_eq!(problems, []);
        let own = found.resolve().segmentation;
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].1.value, "fr.toml");
        let wrong = faults("[segmentation]\nenglish = 'a.toml'\nfr = 3\n");
        let wanted = [
            ("config-bad-language-nearest".to_owned(), 2, 1),
            ("toml-wrong-type".to_owned(), 3, 6),
        ];
        assert_eq!(wrong, wanted);
    }

    #[test]
    fn the_command_line_wins_field_by_field() {
        let over = Partial { target: lang::parse("de"), ..Partial::default() };
        let under =
            Partial { target: lang::parse("fr"), source: lang::parse("en"), ..Partial::default() };
        let merged = over.or(under).resolve();
        assert_eq!(merged.target, lang::parse("de"));
        assert_eq!(merged.source, lang::parse("en"));
    }
}
