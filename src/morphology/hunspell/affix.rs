//! Reading an `.aff` file: how flags are written, and the rules that they stand for.

use encoding_rs::Encoding;
use encoding_rs::UTF_8;

/// Rules of a dictionary at most.
const MOST_AFFIXES: usize = 200_000;
/// Sets of flags with a number, at most.
const MOST_ALIASES: usize = 20_000;
/// Flags of a word or a rule at most.
const MOST_FLAGS: usize = 512;
/// Letters that a rule looks at.
const LONGEST_CONDITION: usize = 40;

/// A flag: its letters or its number.
pub(super) type Flag = u64;

/// What an `.aff` file says.
#[derive(Debug, Default)]
pub(super) struct Affixes {
    /// Rules for the end of a word.
    pub(super) suffixes: Vec<Affix>,
    /// Rules for its beginning.
    pub(super) prefixes: Vec<Affix>,
    /// What has this flag is no word by itself.
    pub(super) need_affix: Option<Flag>,
    /// What has this flag is no word at all.
    pub(super) forbidden: Option<Flag>,
    /// What has this flag stands in compounds only.
    pub(super) in_compound: Option<Flag>,
    style: Style,
    /// `AF`: sets of flags by number, from 1.
    aliases: Vec<Vec<Flag>>,
    aliases_counted: bool,
}

/// A rule: what is taken off a word and put on.
#[derive(Debug, Clone)]
pub(super) struct Affix {
    /// The flag of the words that it is for.
    pub(super) flag: Flag,
    /// What is taken off.
    pub(super) strip: Box<str>,
    /// What is put on.
    pub(super) add: Box<str>,
    /// What the word must end with; for a prefix begin with, in reverse.
    condition: Vec<Letters>,
    /// Flags of affixes that may follow.
    pub(super) next: Vec<Flag>,
}

/// One letter of a condition.
#[derive(Debug, Clone)]
enum Letters {
    Any,
    Of(Vec<char>),
    NotOf(Vec<char>),
}

/// How flags are written.
#[derive(Debug, Clone, Copy, Default)]
enum Style {
    /// A character each.
    #[default]
    Short,
    /// Two characters each.
    Long,
    /// Numbers with commas between.
    Number,
}

impl Affixes {
    /// Reads a file; lines that are not understood are skipped.
    pub(super) fn read(aff: &str) -> Self {
        let mut read = Self::default();
        aff.lines().for_each(|line| read.line(line));
        read
    }

    fn line(&mut self, line: &str) {
        let mut fields = line.split_whitespace();
        let (keyword, value) = (fields.next().unwrap_or_default(), fields.next());
        let value = value.unwrap_or_default();
        match keyword {
            "FLAG" => {
                self.style = match value {
                    "long" => Style::Long,
                    "num" => Style::Number,
                    _ => Style::Short,
                }
            }
            // The first such line says how many follow.
            "AF" if !self.aliases_counted => self.aliases_counted = true,
            "AF" if self.aliases.len() < MOST_ALIASES => {
                let flags = self.spelt_flags(value);
                self.aliases.push(flags);
            }
            "NEEDAFFIX" | "PSEUDOROOT" => self.need_affix = self.flag(value),
            "FORBIDDENWORD" => self.forbidden = self.flag(value),
            "ONLYINCOMPOUND" => self.in_compound = self.flag(value),
            "SFX" if self.suffixes.len() < MOST_AFFIXES => {
                self.suffixes.extend(self.affix(value, fields, true));
            }
            "PFX" if self.prefixes.len() < MOST_AFFIXES => {
                self.prefixes.extend(self.affix(value, fields, false));
            }
            _ => {}
        }
    }

    /// A rule `SFX flag strip add condition`; `None` for the line that heads a group, and for what is no rule.
    fn affix<'f>(
        &self,
        flag: &str,
        mut fields: impl Iterator<Item = &'f str>,
        suffix: bool,
    ) -> Option<Affix> {
        let (strip, add) = (fields.next()?, fields.next()?);
        let condition = fields.next();
        // A heading is « SFX flag Y 3 ».
        if condition.is_none() && matches!(strip, "Y" | "N") && add.parse::<u32>().is_ok() {
            return None;
        }
        let (add, next) = split_entry(add);
        let plain = |text: &str| if text == "0" { String::new() } else { text.to_lowercase() };
        let mut condition = letters(condition.unwrap_or("."))?;
        if !suffix {
            condition.reverse();
        }
        Some(Affix {
            flag: self.flag(flag)?,
            strip: plain(strip).into(),
            add: plain(&add).into(),
            condition,
            next: self.flags(next),
        })
    }

    /// Flags as they stand behind a slash: spelt, or the number of an alias.
    pub(super) fn flags(&self, text: &str) -> Vec<Flag> {
        let alias = text.parse::<usize>().ok().filter(|_| !self.aliases.is_empty());
        match alias.and_then(|number| self.aliases.get(number.checked_sub(1)?)) {
            Some(flags) => flags.clone(),
            None => self.spelt_flags(text),
        }
    }

    fn spelt_flags(&self, text: &str) -> Vec<Flag> {
        let mut flags: Vec<Flag> = match self.style {
            Style::Short => {
                text.chars().take(MOST_FLAGS).map(|c| Flag::from(u32::from(c))).collect()
            }
            Style::Number => text
                .split(',')
                .take(MOST_FLAGS)
                .filter_map(|part| part.trim().parse().ok())
                .collect(),
            Style::Long => {
                let letters: Vec<char> = text.chars().take(2 * MOST_FLAGS).collect();
                letters
                    .chunks_exact(2)
                    .map(|pair| {
                        pair.iter().fold(0, |flag, c| flag << 32 | Flag::from(u32::from(*c)))
                    })
                    .collect()
            }
        };
        flags.sort_unstable();
        flags.dedup();
        flags
    }

    fn flag(&self, text: &str) -> Option<Flag> {
        self.spelt_flags(text).first().copied()
    }
}

impl Affix {
    /// May the suffix be put on the word?
    pub(super) fn fits_end(&self, word: &str) -> bool {
        let mut rest = word.chars().rev();
        self.condition.iter().rev().all(|set| rest.next().is_some_and(|c| set.has(c)))
    }

    /// The word with the prefix, where it may have it.
    pub(super) fn prefixed(&self, word: &str) -> Option<String> {
        let mut rest = word.chars();
        let fits = self.condition.iter().rev().all(|set| rest.next().is_some_and(|c| set.has(c)));
        let stem = word.strip_prefix(&*self.strip).filter(|_| fits)?;
        Some(format!("{}{stem}", self.add))
    }
}

impl Letters {
    fn has(&self, c: char) -> bool {
        match self {
            Self::Any => true,
            Self::Of(list) => list.contains(&c),
            Self::NotOf(list) => !list.contains(&c),
        }
    }
}

/// Reads a condition such as `[^aeiou]y`; `None` where it is none or too long.
fn letters(text: &str) -> Option<Vec<Letters>> {
    let text = text.to_lowercase();
    if text == "." {
        return Some(Vec::new());
    }
    let mut list = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if list.len() == LONGEST_CONDITION {
            return None;
        }
        list.push(match c {
            '.' => Letters::Any,
            '[' => {
                let set: Vec<char> = chars.by_ref().take_while(|c| *c != ']').collect();
                match set.split_first() {
                    Some(('^', rest)) => Letters::NotOf(rest.to_vec()),
                    _ => Letters::Of(set),
                }
            }
            other => Letters::Of(vec![other]),
        });
    }
    Some(list)
}

/// A word and its flags, at the first slash that no backslash stands before.
pub(super) fn split_entry(entry: &str) -> (String, &str) {
    let slash = entry
        .match_indices('/')
        .map(|(at, _)| at)
        .find(|at| *at > 0 && !entry.get(..*at).is_some_and(|before| before.ends_with('\\')));
    let (word, flags) = match slash {
        Some(at) => (entry.get(..at).unwrap_or_default(), entry.get(at + 1..).unwrap_or_default()),
        None => (entry, ""),
    };
    (word.replace("\\/", "/"), flags)
}

/// The encoding that the file names, else UTF-8.
pub(super) fn encoding(aff: &[u8]) -> &'static Encoding {
    let named = aff.split(|byte| *byte == b'\n').find_map(|line| {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        let label = line.strip_prefix(b"SET ")?.trim_ascii();
        Encoding::for_label(label.strip_prefix(b"microsoft-").unwrap_or(label))
    });
    named.unwrap_or(UTF_8)
}
