//! Inputs, made from a seed: words of syllables, a glossary of them, sentences that use it.

use std::fmt::Write;

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or(0)
    }

    /// Small numbers far oftener than large ones, as words are distributed.
    fn skewed(&mut self, limit: usize) -> usize {
        let width = self.below(limit) + 1;
        let width = self.below(width) + 1;
        self.below(width)
    }
}

const SMALL: [(&str, &str); 8] = [
    ("the", "le"),
    ("of", "de"),
    ("and", "et"),
    ("in", "dans"),
    ("with", "avec"),
    ("for", "pour"),
    ("is", "est"),
    ("on", "sur"),
];

/// A glossary of so many entries and ten thousand words that are in none.
pub(super) struct Made {
    terms: Vec<(String, String)>,
    words: Vec<(String, String)>,
    seed: u64,
}

/// A word that no other number gives.
fn word(mut number: usize, ending: &str) -> String {
    const OPEN: [&str; 16] =
        ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "br", "tr", "pl", "st"];
    const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
    let mut out = String::new();
    for _ in 0..3 {
        out.push_str(OPEN[number % 16]);
        out.push_str(VOWELS[number / 16 % 5]);
        number /= 80;
    }
    out + ending
}

impl Made {
    pub(super) fn new(entries: usize) -> Self {
        let terms = (0..entries).map(|number| {
            let (en, fr) = (word(number, "tion"), word(number, "ité"));
            match number % 5 {
                0 => (en, fr),
                1 | 2 => (
                    format!("{en} {}", word(number / 7, "ment")),
                    format!("{} de {fr}", word(number / 7, "age")),
                ),
                3 => (
                    format!("{} {en}", word(number / 3, "al")),
                    format!("{fr} {}", word(number / 3, "el")),
                ),
                _ => (
                    format!("{en} of {}", word(number / 2, "ness")),
                    format!("{fr} des {}", word(number / 2, "eurs")),
                ),
            }
        });
        let words = (0..10_000).map(|number| (word(number, "ers"), word(number, "aient")));
        Self { terms: terms.collect(), words: words.collect(), seed: entries as u64 }
    }

    /// The glossary in the form that a name tells.
    pub(super) fn glossary(&self, name: &str) -> String {
        match name {
            "plain.toml" => self.plain_toml(),
            "rich.toml" => self.rich_toml(),
            _ => self.csv(),
        }
    }

    fn plain_toml(&self) -> String {
        let mut out = "[glossary]\nlanguages = [\"en\", \"fr\"]\n".to_owned();
        for (number, (en, fr)) in self.terms.iter().enumerate() {
            let _ = write!(out, "\n[concept.c{number}]\nen = \"{en}\"\nfr = \"{fr}\"\n");
        }
        out
    }

    /// Nine keys a concept.
    fn rich_toml(&self) -> String {
        let mut out = "[glossary]\nlanguages = [\"en\", \"fr\"]\n".to_owned();
        for (number, (en, fr)) in self.terms.iter().enumerate() {
            let _ = write!(
                out,
                "\n[concept.c{number}]\nkind = \"term\"\ndomain = \"field {}\"\ndefinition = \"What {en} is.\"\n\
                 source = \"List {number}\"\nen = {{ term = \"{en}\", pos = \"noun\" }}\n\n[concept.c{number}.fr]\n\
                 term = \"{fr}\"\ngender = \"f\"\nadmitted = [\"{fr} {}\"]\n",
                number % 40,
                word(number, "ique"),
            );
        }
        out
    }

    fn csv(&self) -> String {
        let mut out = "en;fr;domain;note\n".to_owned();
        for (number, (en, fr)) in self.terms.iter().enumerate() {
            let _ = writeln!(out, "{en};{fr};field {};note {number}", number % 40);
        }
        out
    }

    /// Lines of about 25 words with no term, one or two, as translated texts have them; one rendering in twenty is
    /// another word.
    pub(super) fn pairs(&self, lines: usize) -> String {
        let mut random = Random(self.seed);
        let mut out = "en\tfr\n".to_owned();
        for _ in 0..lines {
            let (mut source, mut target) = ("So".to_owned(), "Ainsi".to_owned());
            let terms = random.below(3);
            for at in 0..23 - terms {
                let term = at % 9 == 4 && at / 9 < terms;
                let (en, fr) = if term {
                    pair(&self.terms[random.skewed(self.terms.len())])
                } else if at % 2 == 0 {
                    SMALL[random.below(SMALL.len())]
                } else {
                    pair(&self.words[random.skewed(self.words.len())])
                };
                let kept = !term || random.below(20) > 0;
                let _ = write!(source, " {en}");
                let _ = write!(target, " {}", if kept { fr } else { "autre" });
            }
            let _ = writeln!(out, "{source}.\t{target}.");
        }
        out
    }

    fn sentence(&self, random: &mut Random, words: usize) -> (String, String) {
        let (mut source, mut target) = ("So".to_owned(), "Ainsi".to_owned());
        for at in 0..words {
            let (en, fr) = match at % 5 {
                0 | 2 => SMALL[random.below(SMALL.len())],
                3 => pair(&self.terms[random.skewed(self.terms.len())]),
                _ => pair(&self.words[random.skewed(self.words.len())]),
            };
            let _ = write!(source, " {en}");
            let _ = write!(target, " {}", if random.below(50) == 0 { "autre" } else { fr });
        }
        (source + ".", target + ".")
    }

    /// A text and its translation: one bead in twenty is no 1-1.
    pub(super) fn bitext(&self, sentences: usize) -> (Vec<String>, Vec<String>) {
        let mut random = Random(self.seed);
        let (mut source, mut target) = (Vec::new(), Vec::new());
        while source.len() < sentences {
            let words = 8 + random.below(25);
            let (own, other) = self.sentence(&mut random, words);
            match random.below(80) {
                0 => source.push(own),
                1 => target.push(other),
                2 => {
                    source.push(own);
                    let (first, second) = other.split_at(other.find(' ').unwrap_or(0));
                    target.extend([format!("{first}."), second.trim().to_owned()]);
                }
                3 => {
                    let (own_second, other_second) = self.sentence(&mut random, words);
                    source.extend([own, own_second]);
                    target.push(format!("{other} {other_second}"));
                }
                _ => {
                    source.push(own);
                    target.push(other);
                }
            }
        }
        (source, target)
    }

    /// French paragraphs of five sentences, one a line.
    pub(super) fn text(&self, sentences: usize) -> String {
        let mut random = Random(self.seed);
        let mut out = String::new();
        for at in 0..sentences {
            let end = if at % 5 == 4 { '\n' } else { ' ' };
            let _ = write!(out, "{}{end}", self.sentence(&mut random, 16).1);
        }
        out
    }

    /// Different pages.
    pub(super) fn pages(count: usize) -> Vec<String> {
        (0..count).map(|seed| Self::new(500 + seed).page()).collect()
    }

    /// An article of thirty paragraphs with a menu and a footer.
    fn page(&self) -> String {
        let mut random = Random(self.seed);
        let mut out = "<!doctype html><html lang=fr><body><nav><ul>".to_owned();
        for (_, fr) in self.words.iter().take(12) {
            let _ = write!(out, "<li><a href=\"/{fr}\">{fr}</a></li>");
        }
        let _ = write!(out, "</ul></nav><article><h1>{}</h1>", self.sentence(&mut random, 6).1);
        for _ in 0..30 {
            let _ = write!(out, "<p>{}</p>", self.sentence(&mut random, 40).1);
        }
        out + "</article><footer><p>Mentions légales</p></footer></body></html>"
    }
}

fn pair((en, fr): &(String, String)) -> (&str, &str) {
    (en, fr)
}
