//! `names romanize`: lines of standard input in, lines in Latin letters out.

use std::io::{self, BufRead, Write};

use serde::Serialize;

use super::{Ended, Run, status};
use crate::app::Notice;
use crate::cli::invocation::{Listing, Romanize};
use crate::diagnostic::Severity;
use crate::names::romanize::{self, Scheme};

crate::messages! { MESSAGES;
    skeleton = "romanize-skeleton" (lang);
}

#[derive(Serialize)]
struct NameLine<'a> {
    text: &'a str,
    romanized: String,
    scheme: &'a str,
    skeleton: bool,
}

#[derive(Serialize)]
struct SchemeLine<'a> {
    from: &'a [String],
    to: &'a [String],
    names: &'a [String],
    standard: &'a str,
    skeleton: bool,
}

impl Run<'_> {
    pub(super) fn romanize(&mut self, asked: &Romanize) -> Ended {
        let Some(by) = &asked.by else {
            list(asked.format, self.out)?;
            return Ok(status::DONE);
        };
        let Some(scheme) = romanize::find(&by.from, &by.to, by.scheme.as_deref()) else {
            return Ok(status::REFUSED);
        };
        if scheme.skeleton {
            let said = skeleton(&by.from);
            self.session.notices.push(Notice::Plain(Severity::Warning, said));
        }
        lines(scheme, asked.format, &mut io::stdin().lock(), self.out)?;
        Ok(status::DONE)
    }
}

fn list(format: Listing, out: &mut dyn Write) -> io::Result<()> {
    for scheme in romanize::schemes() {
        let line = SchemeLine {
            from: &scheme.from,
            to: &scheme.to,
            names: &scheme.names,
            standard: &scheme.standard,
            skeleton: scheme.skeleton,
        };
        match format {
            Listing::Json => super::listing::json(&line, out)?,
            Listing::Text => {
                let (from, to) = (line.from.join(","), line.to.join(","));
                let names = line.names.join(",");
                writeln!(out, "{from:<17} {to:<5} {names:<18} {}", line.standard)?;
            }
        }
    }
    Ok(())
}

fn lines(
    scheme: &Scheme,
    format: Listing,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        let romanized = scheme.romanize(text);
        match format {
            Listing::Json => {
                let name = scheme.names.first().map_or("", String::as_str);
                let skeleton = scheme.skeleton;
                super::listing::json(&NameLine { text, romanized, scheme: name, skeleton }, out)?;
            }
            Listing::Text => writeln!(out, "{romanized}")?,
        }
        line.clear();
    }
    Ok(())
}
