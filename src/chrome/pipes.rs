//! Plural forms in one text, with `|` between them, as vue-i18n writes them: `no cars | one car | {count} cars`.
//!
//! A `|` also stands between the parts of a title ("Home | The Courier"). A text is surely a plural where a form shows
//! the number under one of vue-i18n's own names, or where the forms are one word and its plural; where a file holds one
//! that is sure, its other texts with bars are taken for plurals too, because a project uses one convention.
//! Source: vue-i18n guide, "Pluralization".

use super::model::Key;

/// Most forms; the Slavic languages have four with the one for nothing.
const FORMS: usize = 4;

/// A text with bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pipes<'t> {
    /// The forms in their order.
    pub(super) forms: Vec<&'t str>,
    /// The variable that is counted.
    pub(super) count: &'static str,
    /// Can it be nothing else?
    pub(super) sure: bool,
}

impl<'t> Pipes<'t> {
    /// Cuts a text at its bars; `None` where it has none, too many or nothing between them.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let forms: Vec<&str> = split(text).take(FORMS + 1).map(str::trim).collect();
        if !(2..=FORMS).contains(&forms.len()) || forms.iter().any(|form| form.is_empty()) {
            return None;
        }
        // `{{count}}` is a variable of i18next, which has no forms in one text.
        let shows = |name: &str| {
            forms.iter().any(|form| form.contains(name) && !form.contains(&format!("{{{name}}}")))
        };
        let count = if shows("{n}") && !shows("{count}") { "n" } else { "count" };
        let alike = forms.first().zip(forms.last()).is_some_and(|(a, b)| are_numbers_of_one(a, b));
        let sure = shows("{n}") || shows("{count}") || alike;
        Some(Self { forms, count, sure })
    }
}

/// The stretches between bars; `{'|'}` is a literal one.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let bars = whole.match_indices('|').map(|(at, _)| at);
        let literal = |at: &usize| {
            whole.get(..*at).is_some_and(|lead| lead.ends_with("{'"))
                && whole.get(at + 1..).is_some_and(|behind| behind.starts_with("'}"))
        };
        let at = bars.into_iter().find(|at| !literal(at));
        rest = at.and_then(|at| whole.get(at + 1..));
        whole.get(..at.unwrap_or(whole.len()))
    })
}

/// Which number each of so many forms is for: two are one and more, three have a form for nothing before them; as many
/// as the language has categories are those.
pub(super) fn keys(forms: usize, known: &[&'static str]) -> Vec<Key> {
    let word =
        |name: &&str| if *name == "other" { Key::Default } else { Key::Word((*name).into()) };
    let mut out: Vec<Key> = if forms > 2 && forms == known.len() {
        known.iter().map(word).collect()
    } else if forms > 2 && forms == known.len() + 1 {
        std::iter::once(Key::Number(0)).chain(known.iter().map(word)).collect()
    } else {
        let has_one = known.is_empty() || known.contains(&"one");
        let one = if has_one { Key::Word("one".to_owned()) } else { Key::Number(1) };
        let nothing = (forms > 2).then_some(Key::Number(0));
        nothing.into_iter().chain([one, Key::Default]).collect()
    };
    out.truncate(forms);
    // A rule of the project's own says what further forms are for.
    out.resize(forms, Key::Default);
    out
}

/// Are two texts a word and its plural: alike at the beginning, and not the same?
fn are_numbers_of_one(a: &str, b: &str) -> bool {
    let bare = |text: &str| -> Vec<char> {
        text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').chars().collect()
    };
    let (a, b) = (bare(a), bare(b));
    let shared = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    a != b && shared >= 3 && 2 * shared >= a.len().max(b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(text: &str) -> bool {
        Pipes::of(text).is_some_and(|found| found.sure)
    }

    #[test]
    fn a_plural_is_told_from_a_title() {
        assert!(sure("car | cars"));
        assert!(sure("cheval|chevaux"));
        assert!(sure("no apples | one apple | {count} apples"));
        assert!(sure("{n} item | {n} items"));
        for text in [
            "Home | The Courier",
            "Yes | No",
            "a |",
            "|",
            "a | b | c | d | e",
            "Home",
            "car {'|'} cars",
            "{{count}} € | to Quai",
        ] {
            assert!(!sure(text), "{text}");
        }
    }

    #[test]
    fn forms_are_counted_by_their_number() {
        let word = |name: &str| Key::Word(name.to_owned());
        assert_eq!(keys(2, &["one", "other"]), [word("one"), Key::Default]);
        assert_eq!(keys(3, &["one", "other"]), [Key::Number(0), word("one"), Key::Default]);
        let polish = ["one", "few", "many"];
        assert_eq!(keys(3, &polish), [word("one"), word("few"), word("many")]);
        assert_eq!(keys(4, &polish), [Key::Number(0), word("one"), word("few"), word("many")]);
        assert_eq!(keys(2, &["other"]), [Key::Number(1), Key::Default]);
        assert_eq!(keys(4, &[]).len(), 4);
    }
}
