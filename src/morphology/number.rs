//! Putting a listed form into the plural, for writing it: only what is known to be right is called sure.
//!
//! Forms for finding a word may be too many; a form that is put into somebody's text may not be wrong. So the first
//! results of the rules are taken, listed words before them, and where a grammar would have to choose (the plural of
//! a compound, an adjective behind two nouns) the plural is made and called unsure.

use super::Morphology;

/// A form in the plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plural {
    /// The form, with the capitals of the one it was made of.
    pub text: String,
    /// Is it right whatever the words mean?
    pub sure: bool,
}

impl Morphology {
    /// The plural of a listed form, word or phrase; `None` where no rule gives one.
    ///
    /// The head of the phrase and what agrees with it change (*frappes aériennes*, *chefs d’État*); what follows a
    /// linking word stays (*ministres de la Défense*). In a language whose heads come last, only the head changes
    /// (*defence ministers*, *weapons of mass destruction*).
    pub fn plural(&self, form: &str) -> Option<Plural> {
        let parts = split(form);
        let is_linking = |at: usize| {
            parts.get(at).is_some_and(|part| self.function(&part.text.to_lowercase()).is_some())
        };
        let words: Vec<usize> = word_parts(&parts);
        let link = words.iter().position(|at| is_linking(*at));
        let (head, rest) = words.split_at(link.unwrap_or(words.len()));
        let content = rest.iter().filter(|at| !is_linking(**at)).count();
        // « frappe de drone meurtrière »: which of the two nouns the adjective belongs to is not known.
        let mut sure = self.head_comes_last || content <= 1;
        let mut out: Vec<String> = parts.iter().map(|part| part.text.clone()).collect();
        for at in self.changing(&parts, head)? {
            let plural = self.compound(&parts.get(at)?.text)?;
            sure &= plural.sure;
            *out.get_mut(at)? = plural.text;
        }
        Some(Plural { text: out.concat(), sure })
    }

    /// Which of the head's words take the plural.
    fn changing(&self, parts: &[Part], head: &[usize]) -> Option<Vec<usize>> {
        if !self.head_comes_last {
            return (!head.is_empty()).then(|| head.to_vec());
        }
        let behind = |at: &&usize| {
            let word = parts.get(**at).map(|part| part.text.to_lowercase());
            !word.is_some_and(|word| self.postpositive.contains(&word))
        };
        let last = head.iter().rev().find(behind).or(head.last())?;
        Some(vec![*last])
    }

    /// The plural of a word, or of words joined by hyphens.
    fn compound(&self, word: &str) -> Option<Plural> {
        if let Some(plural) = self.listed(word) {
            return Some(plural);
        }
        let parts: Vec<&str> = word.split('-').collect();
        let (first, rest) = parts.split_first()?;
        if rest.is_empty() {
            return self.word(word);
        }
        let lower: Vec<String> = parts.iter().map(|part| part.to_lowercase()).collect();
        let join = |changed: usize, plural: String| {
            let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            if let Some(part) = parts.get_mut(changed) {
                *part = plural;
            }
            parts.join("-")
        };
        let last = parts.len() - 1;
        let linked = lower.get(1..last)?.iter().any(|part| self.linking_parts.contains(part));
        let behind = lower.last().is_some_and(|part| {
            self.postpositive.contains(part) || self.linking_parts.contains(part)
        });
        if linked || behind {
            let plural = self.word(first)?;
            return Some(Plural { text: join(0, plural.text), sure: plural.sure });
        }
        let before = lower.get(..last)?;
        if self.head_comes_last || before.iter().all(|part| self.invariable_parts.contains(part)) {
            let plural = self.word(parts.last()?)?;
            return Some(Plural { text: join(last, plural.text), sure: plural.sure });
        }
        if before.iter().any(|part| self.verb_parts.contains(part)) {
            let text = self.word(parts.last()?)?.text;
            // « porte-avions » has its plural in it; « tire-bouchon » takes one, « porte-parole » takes none.
            let same = parts.last().is_some_and(|last| *last == text);
            return Some(Plural { text: join(last, text), sure: same });
        }
        let all: Option<Vec<_>> = parts.iter().map(|part| self.word(part)).collect();
        let text = all?.into_iter().map(|plural| plural.text).collect::<Vec<_>>().join("-");
        Some(Plural { text, sure: false })
    }

    /// The plural of a word that is listed as one form of a few, or as invariable.
    fn listed(&self, word: &str) -> Option<Plural> {
        let lower = word.to_lowercase();
        if self.invariable.contains(&lower) {
            return Some(Plural { text: word.to_owned(), sure: true });
        }
        let group = self.irregular.get(&lower)?;
        let others: Vec<_> = group.iter().filter(|form| **form != lower).collect();
        let by_rule = self.plural.apply(&lower).into_iter().flatten();
        let known = by_rule.into_iter().find(|form| group.contains(form));
        let text = match (known, others.as_slice()) {
            (Some(known), _) => known,
            (None, []) => lower.clone(),
            (None, [only]) => (*only).clone(),
            (None, _) => return None,
        };
        Some(Plural { text: like(&text, word), sure: true })
    }

    fn word(&self, word: &str) -> Option<Plural> {
        if let Some(plural) = self.listed(word) {
            return Some(plural);
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if letters > 1 && !word.chars().any(char::is_lowercase) {
            let ending = self.acronym_plural.as_deref().unwrap_or_default();
            return Some(Plural { text: format!("{word}{ending}"), sure: true });
        }
        let lower = word.to_lowercase();
        let made = self.plural.apply_proper(&lower);
        let first = made.first()?;
        Some(Plural { text: like(first, word), sure: made.len() == 1 })
    }
}

/// A word or what stands between two.
#[derive(Debug)]
struct Part {
    text: String,
    word: bool,
}

/// Words, each with its hyphens, and what stands between them.
fn split(form: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for c in form.chars() {
        let word = c.is_alphanumeric() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
        match parts.last_mut().filter(|part| part.word == word) {
            Some(part) => part.text.push(c),
            None => parts.push(Part { text: c.to_string(), word }),
        }
    }
    parts
}

fn word_parts(parts: &[Part]) -> Vec<usize> {
    (0..parts.len()).filter(|at| parts.get(*at).is_some_and(|part| part.word)).collect()
}

/// `new`, in small letters, with the capitals of `old`.
fn like(new: &str, old: &str) -> String {
    let letters = old.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 1 && !old.chars().any(char::is_lowercase) {
        return new.to_uppercase();
    }
    // What both begin with keeps its capitals, wherever they stand.
    let mut old = old.chars();
    let mut same = true;
    let mut out = String::with_capacity(new.len());
    for c in new.chars() {
        match old.next().filter(|_| same) {
            Some(o) if o.to_lowercase().eq(c.to_lowercase()) => out.push(o),
            Some(o) if out.is_empty() && o.is_uppercase() => out.extend(c.to_uppercase()),
            _ => {
                same = false;
                out.push(c);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plural(lang: &str, form: &str) -> (String, bool) {
        let rules = Morphology::of(&lang.parse().unwrap());
        let plural = rules.plural(form).unwrap();
        (plural.text, plural.sure)
    }

    #[test]
    fn french_phrases_agree_up_to_the_linking_word() {
        for (one, many) in [
            ("frappe aérienne", "frappes aériennes"),
            ("accord de paix", "accords de paix"),
            ("chef d’État", "chefs d’État"),
            ("Armée nationale", "Armées nationales"),
            ("animal", "animaux"),
            ("bal", "bals"),
            ("travail", "travaux"),
            ("œil", "yeux"),
            ("cessez-le-feu", "cessez-le-feu"),
            ("vice-président", "vice-présidents"),
            ("arc-en-ciel", "arcs-en-ciel"),
            ("tribunal international", "tribunaux internationaux"),
            ("ONG", "ONG"),
            ("bijou", "bijoux"),
            ("porte-avions", "porte-avions"),
        ] {
            assert_eq!(plural("fr", one), (many.to_owned(), true), "{one}");
        }
    }

    #[test]
    fn english_heads_come_last_or_before_the_linking_word() {
        for (one, many) in [
            ("defence minister", "defence ministers"),
            ("weapon of mass destruction", "weapons of mass destruction"),
            ("attorney general", "attorneys general"),
            ("court-martial", "courts-martial"),
            ("mother-in-law", "mothers-in-law"),
            ("passer-by", "passers-by"),
            ("crisis", "crises"),
            ("Army", "Armies"),
            ("NGO", "NGOs"),
            ("criterion", "criteria"),
            ("policewoman", "policewomen"),
        ] {
            assert_eq!(plural("en", one), (many.to_owned(), true), "{one}");
        }
    }

    #[test]
    fn where_a_grammar_would_have_to_choose_nothing_is_sure() {
        for (lang, form) in [
            ("fr", "frappe de drone meurtrière"),
            ("fr", "plate-forme"),
            ("fr", "tire-bouchon"),
            ("en", "gazebo"),
        ] {
            assert!(!plural(lang, form).1, "{form}");
        }
    }

    #[test]
    fn odd_forms_make_no_trouble() {
        let rules = Morphology::of(&"fr".parse().unwrap());
        for form in ["", "-", "---", "de", "’", "a-", "-a", "de la", "\u{301}", "中国"] {
            let _ = rules.plural(form);
        }
    }
}
