//! What was asked for on the command line, as plain values: no type of the argument parser leaves this layer.
//!
//! Words are checked here already (languages, severities, formats, rules); files are not looked at.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Severity;
use crate::glossary::Format;

/// A command with the options that every command takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invocation {
    /// The options that every command takes.
    pub global: Global,
    /// What is to be done.
    pub task: Task,
}

/// Options that every command takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Global {
    /// When to colour what is written.
    pub color: Color,
    /// The project file to use instead of the one that is found.
    pub config: Option<PathBuf>,
    /// Use no project file.
    pub isolated: bool,
    /// Say only what went wrong.
    pub quiet: bool,
    /// Say more than usual.
    pub verbose: bool,
    /// Most threads at work at once; as many as there are processors where it is not said.
    pub jobs: Option<NonZeroUsize>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Write the bilingual documents of a project or page.
    Build(Build),
    /// Tell the body of pages from their chrome.
    Split(Split),
    /// Tell the language of each line of standard input.
    Detect(Detect),
    /// Write a text with one sentence a line.
    Segment(Segment),
    /// Align the sentences of a text and its translation.
    Align(Align),
    /// Hold texts to the rules.
    Check(Check),
    /// Mend what can be mended.
    Fix(Fix),
    /// Hold glossaries to what they must be.
    GlossaryCheck(GlossaryCheck),
    /// Look words up in glossaries.
    GlossaryLookup(GlossaryLookup),
    /// Propose entries from texts.
    GlossaryExtract(GlossaryExtract),
    /// Count how often each concept is used, kept and broken.
    GlossaryStats(GlossaryStats),
    /// Convert a glossary into another format.
    GlossaryConvert(GlossaryConvert),
    /// Write names in Latin letters.
    Romanize(Romanize),
    /// Tell whether spellings are one name.
    NamesCompare(NamesCompare),
    /// List the spellings of names in files.
    NamesVariants(NamesVariants),
    /// Pair the chrome of a page with the catalogues.
    ChromePair(ChromePair),
    /// Hold catalogues to each other, to the glossary and to pages.
    ChromeAudit(ChromeAudit),
    /// Write messages for lines that no catalogue knows.
    ChromeAdd(ChromeAdd),
    /// Show the page of a rule, by its code, which is known to exist.
    Explain(&'static str),
    /// List the rules.
    Rules(Listing),
    /// Write a first project file and glossary into a folder.
    Init(PathBuf),
    /// Write a completion script: see [`completions`](super::completions).
    Completions(Shell),
    /// Write the manual: one page to standard output, or a page for each command into a folder.
    Man(Option<PathBuf>),
}

/// Languages and glossaries, in place of the project's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// Language of the source.
    pub source_lang: Option<LanguageIdentifier>,
    /// Language of the translation.
    pub target_lang: Option<LanguageIdentifier>,
    /// Glossary files; `None` where the project's are meant.
    pub glossaries: Option<Vec<PathBuf>>,
}

/// Which findings are wanted and which of them count; `None` where the project decides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Rules that run: codes, beginnings of codes, or `all`.
    pub select: Option<Vec<String>>,
    /// Rules that do not.
    pub ignore: Option<Vec<String>>,
    /// Severity from which the command fails.
    pub fail_on: Option<Severity>,
}

/// `build`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Build {
    /// A project's folder, its file, or a page.
    pub path: PathBuf,
    /// Languages and glossaries.
    pub texts: Texts,
    /// Folder that outputs are written to.
    pub out: Option<PathBuf>,
    /// Outputs to write, each one of [`KNOWN_FORMATS`](crate::config::KNOWN_FORMATS).
    pub formats: Option<Vec<String>>,
    /// End as `check` would.
    pub strict: bool,
    /// Severity from which `--strict` fails.
    pub fail_on: Option<Severity>,
}

/// `split`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Pages, at least one.
    pub pages: Vec<PathBuf>,
    /// How blocks are written.
    pub format: Listing,
    /// Language of the body; told from the text where it is not said.
    pub body_lang: Option<LanguageIdentifier>,
    /// Language of the chrome; told from the text where it is not said.
    pub chrome_lang: Option<LanguageIdentifier>,
}

/// `detect`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detect {
    /// Languages that are possible; every known one where none is named.
    pub langs: Vec<LanguageIdentifier>,
    /// How languages are written.
    pub format: Listing,
}

/// `segment`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The text; `None` where the rules are to be written, not applied.
    pub file: Option<Input>,
    /// Its language; told from the text where it is not said.
    pub lang: Option<LanguageIdentifier>,
    /// A file with more words for that language.
    pub rules: Option<PathBuf>,
}

/// `align`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Align {
    /// The text.
    pub source: PathBuf,
    /// Its translation.
    pub target: PathBuf,
    /// Each non-blank line is a segment already.
    pub segmented: bool,
    /// Languages and glossaries.
    pub texts: Texts,
    /// Rows that are settled.
    pub pin: Option<PathBuf>,
    /// Address of a server of sentence embeddings.
    pub embeddings: Option<String>,
    /// The model to ask it for.
    pub embeddings_model: Option<String>,
    /// How beads are written.
    pub format: AlignFormat,
    /// File that they are written to instead of standard output.
    pub output: Option<PathBuf>,
}

/// `check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Files and folders; the current folder where neither they nor a pair are given.
    pub paths: Vec<PathBuf>,
    /// A text and its translation, checked together.
    pub pair: Option<(PathBuf, PathBuf)>,
    /// Languages and glossaries.
    pub texts: Texts,
    /// Which findings.
    pub choice: Choice,
    /// How findings are written; what suits the output where it is not said.
    pub format: Option<ReportFormat>,
    /// File that findings are written to instead of standard output.
    pub output: Option<PathBuf>,
}

/// `fix`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Files and folders, as for `check`.
    pub paths: Vec<PathBuf>,
    /// A text and its translation, mended together.
    pub pair: Option<(PathBuf, PathBuf)>,
    /// Languages and glossaries.
    pub texts: Texts,
    /// Which findings.
    pub choice: Choice,
    /// Print what would change; write nothing.
    pub diff: bool,
    /// Apply unsafe fixes as well.
    pub risky: bool,
}

/// `glossary check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryCheck {
    /// Glossaries, at least one.
    pub files: Vec<PathBuf>,
    /// Languages for files that do not name theirs, source first.
    pub source_lang: Option<LanguageIdentifier>,
    /// The other of the two.
    pub target_lang: Option<LanguageIdentifier>,
    /// Files and folders whose texts should use every entry; none where that is not asked.
    pub texts: Vec<PathBuf>,
    /// How findings are written; what suits the output where it is not said.
    pub format: Option<ReportFormat>,
    /// Severity from which the command fails.
    pub fail_on: Option<Severity>,
}

/// `glossary lookup`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryLookup {
    /// Words and phrases to look up; `None` for the lines of standard input.
    pub terms: Option<Vec<String>>,
    /// Glossary files; `None` where the project's are meant.
    pub glossaries: Option<Vec<PathBuf>>,
    /// Language of the terms to look among; all where it is not said.
    pub lang: Option<LanguageIdentifier>,
    /// How entries are written.
    pub format: Listing,
}

/// `glossary extract`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryExtract {
    /// Files and folders, as for `check`.
    pub paths: Vec<PathBuf>,
    /// A text and its translation, aligned.
    pub pair: Option<(PathBuf, PathBuf)>,
    /// Languages, and the glossaries whose entries are left out.
    pub texts: Texts,
    /// How proposals are written.
    pub format: ExtractFormat,
    /// Most proposals.
    pub limit: NonZeroUsize,
    /// Fewest uses of a name or a term.
    pub least: NonZeroUsize,
}

/// `glossary stats`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryStats {
    /// Files and folders, as for `check`.
    pub paths: Vec<PathBuf>,
    /// A text and its translation, aligned.
    pub pair: Option<(PathBuf, PathBuf)>,
    /// Languages and glossaries.
    pub texts: Texts,
    /// How counts are written.
    pub format: StatsFormat,
    /// How concepts are ordered.
    pub sort: StatsSort,
}

/// `glossary convert`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryConvert {
    /// The glossary.
    pub input: PathBuf,
    /// The new file; `-` for standard output.
    pub output: PathBuf,
    /// Format of the glossary, where its ending does not tell.
    pub from: Option<Format>,
    /// Format of the new file, where its ending does not tell.
    pub to: Option<Format>,
    /// Languages, source first.
    pub source_lang: Option<LanguageIdentifier>,
    /// The other of the two.
    pub target_lang: Option<LanguageIdentifier>,
    /// Write over a TOML file.
    pub force: bool,
    /// Add to a TOML file.
    pub merge: bool,
}

/// `names compare`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamesCompare {
    /// Two names, given as arguments.
    Two {
        /// One of them.
        a: String,
        /// The other.
        b: String,
        /// How the answer is written.
        format: Listing,
        /// Say why.
        why: bool,
    },
    /// A file with two names a line, a tab between them.
    File {
        /// The file.
        path: PathBuf,
        /// How answers are written.
        format: Listing,
        /// Say why.
        why: bool,
    },
}

/// `names variants`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamesVariants {
    /// Files and folders, at least one.
    pub paths: Vec<PathBuf>,
    /// Names to look for.
    pub names: Vec<String>,
    /// Glossaries whose names to look for.
    pub glossaries: Vec<PathBuf>,
    /// How the spellings are written.
    pub format: VariantsFormat,
}

/// `names romanize`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Romanize {
    /// The scheme to write by; the list of schemes where there is none.
    pub by: Option<Romanizer>,
    /// How lines are written.
    pub format: Listing,
}

/// Catalogues and the language of the chrome, in place of the project's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogues {
    /// Files and folders; `None` where the project's are meant.
    pub paths: Option<Vec<PathBuf>>,
    /// Language of the chrome.
    pub lang: Option<LanguageIdentifier>,
}

/// `chrome pair`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChromePair {
    /// The page.
    pub page: PathBuf,
    /// Every line of the file is a line of chrome.
    pub lines: bool,
    /// Catalogues.
    pub catalogues: Catalogues,
    /// Languages.
    pub texts: Texts,
    /// How lines are written.
    pub format: Listing,
}

/// Languages between which a scheme is known to exist, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Romanizer {
    /// Language of the names.
    pub from: LanguageIdentifier,
    /// Language of the readers.
    pub to: LanguageIdentifier,
    /// The scheme; the usual one where it is not said.
    pub scheme: Option<String>,
}

/// `chrome audit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChromeAudit {
    /// Pages that the catalogues are held to.
    pub pages: Vec<PathBuf>,
    /// Catalogues.
    pub catalogues: Catalogues,
    /// Languages and glossaries.
    pub texts: Texts,
    /// How findings are written; what suits the output where it is not said.
    pub format: Option<ReportFormat>,
    /// Severity from which the command fails.
    pub fail_on: Option<Severity>,
}

/// `chrome add`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChromeAdd {
    /// The page.
    pub page: PathBuf,
    /// The catalogue: a file of it, or its folder.
    pub catalogue: PathBuf,
    /// Name of its files, without their ending.
    pub name: String,
    /// Language of the chrome.
    pub chrome_lang: Option<LanguageIdentifier>,
    /// Languages.
    pub texts: Texts,
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input, written `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// Declares a closed list of words with the value that each stands for.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every word, in the order in which help shows them.
            pub(super) const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word on the command line.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The value of a word.
            pub(super) fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// When to colour what is written.
    #[derive(Default)]
    Color {
        /// On a terminal, unless the environment says otherwise.
        #[default]
        Auto = "auto",
        /// Always.
        Always = "always",
        /// Never.
        Never = "never",
    }
}

words! {
    /// How a list is written.
    Listing {
        /// For people.
        Text = "text",
        /// JSON Lines: an object a line.
        Json = "json",
    }
}

words! {
    /// How proposals for a glossary are written.
    ExtractFormat {
        /// A glossary in TOML, with counts and places as comments.
        Toml = "toml",
        /// JSON Lines: an object a line.
        Json = "json",
        /// A table for people.
        Table = "table",
    }
}

words! {
    /// How counts are written.
    StatsFormat {
        /// A table for people.
        Table = "table",
        /// JSON Lines: an object a line.
        Json = "json",
        /// Comma-separated values with a header.
        Csv = "csv",
    }
}

words! {
    /// How concepts are ordered.
    StatsSort {
        /// Those with most faults first.
        Worst = "worst",
        /// By id.
        Id = "id",
    }
}

words! {
    /// How beads are written.
    AlignFormat {
        /// The texts of a bead a line, with a tab between them.
        Tsv = "tsv",
        /// The numbers of the sentences, from 0.
        Ladder = "ladder",
        /// JSON Lines: an object a line.
        Json = "json",
        /// Translation Memory eXchange 1.4.
        Tmx = "tmx",
        /// XLIFF 1.2.
        Xliff = "xliff",
        /// A page with the texts face to face.
        Html = "html",
        /// Markdown with the texts face to face.
        Markdown = "md",
    }
}

words! {
    /// How spellings of names are written.
    VariantsFormat {
        /// For people.
        Text = "text",
        /// JSON Lines: an object a name.
        Json = "json",
        /// Entries for a glossary.
        Toml = "toml",
    }
}

words! {
    /// How findings are written.
    ReportFormat {
        /// With the lines that they stand in.
        Full = "full",
        /// A line each.
        Concise = "concise",
        /// JSON Lines.
        Json = "json",
        /// SARIF 2.1.0.
        Sarif = "sarif",
        /// Annotations of GitHub Actions.
        Github = "github",
        /// Code quality report of GitLab.
        Gitlab = "gitlab",
        /// JUnit XML.
        Junit = "junit",
        /// Checkstyle XML.
        Checkstyle = "checkstyle",
        /// Reviewdog's JSON.
        Rdjson = "rdjson",
    }
}

words! {
    /// A shell that completion scripts are made for.
    Shell {
        /// Bash.
        Bash = "bash",
        /// Zsh.
        Zsh = "zsh",
        /// Fish.
        Fish = "fish",
        /// PowerShell.
        Powershell = "powershell",
        /// Elvish.
        Elvish = "elvish",
    }
}
