//! What was asked for on the command line, as plain values: no type of the argument parser leaves this layer.
//!
//! Words are checked here already (languages, severities, formats, rules); files are not looked at.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Severity;

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
    /// The text.
    pub file: Input,
    /// Its language; told from the text where it is not said.
    pub lang: Option<LanguageIdentifier>,
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
    /// How beads are written.
    pub format: AlignFormat,
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
    /// How findings are written; what suits the output where it is not said.
    pub format: Option<ReportFormat>,
    /// Severity from which the command fails.
    pub fail_on: Option<Severity>,
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
    /// How beads are written.
    AlignFormat {
        /// The texts of a bead a line, with a tab between them.
        Tsv = "tsv",
        /// The numbers of the sentences, from 0.
        Ladder = "ladder",
        /// JSON Lines: an object a line.
        Json = "json",
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
