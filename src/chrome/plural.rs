//! The rule of a gettext file that says which plural form a number takes: `nplurals=2; plural=(n > 1);`.
//!
//! The rule is an expression of C, which is why it is parsed and evaluated rather than looked up: the same language
//! has two forms in one file and three in the next. Syntax: GNU gettext manual, "Additional functions for plural
//! forms". Depth and length are bounded; division by nothing answers nothing.

/// Longest rule, in tokens.
const TOKENS: usize = 400;
/// Deepest brackets and operators inside one another.
const DEPTH: usize = 60;
/// Most forms a language may have; Arabic has six.
const FORMS: usize = 8;
/// Numbers that tell which form is for what: all small ones, and those that languages with a form for millions need.
const SAMPLES: [u64; 3] = [1000, 1_000_000, 2_000_000];

/// A rule: numbers in, the number of a form out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plural {
    /// How many forms there are.
    pub(super) forms: usize,
    rule: Expr,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Expr {
    Number(u64),
    Variable,
    Not(Box<Expr>),
    Binary(&'static str, Box<(Expr, Expr)>),
    Choice(Box<(Expr, Expr, Expr)>),
}

impl Plural {
    /// Reads the value of a `Plural-Forms` header; `None` where it is none.
    pub(super) fn parse(header: &str) -> Option<Self> {
        let field = |name: &str| {
            header
                .split(';')
                .find_map(|part| part.trim().strip_prefix(name)?.trim().strip_prefix('='))
        };
        let forms = field("nplurals")?.trim().parse().ok().filter(|n| (1..=FORMS).contains(n))?;
        let tokens = tokens(field("plural")?)?;
        let mut parser = Parser { tokens: &tokens, at: 0 };
        let rule = parser.choice(0)?;
        (parser.at == tokens.len()).then_some(Self { forms, rule })
    }

    /// The number of the form for a number, from 0.
    pub(super) fn index(&self, n: u64) -> usize {
        usize::try_from(self.rule.value(n)).unwrap_or(usize::MAX)
    }

    /// The number that a form is for, where it is for one only, or for nothing and one.
    pub(super) fn only(&self, index: usize) -> Option<u64> {
        let own: Vec<u64> = samples().filter(|n| self.index(*n) == index).collect();
        match own.as_slice() {
            [only] | [0, only @ 1] => Some(*only),
            _ => None,
        }
    }

    /// The form that most numbers take.
    pub(super) fn usual(&self) -> usize {
        let count = |index: &usize| samples().filter(|n| self.index(*n) == *index).count();
        (0..self.forms).rev().max_by_key(count).unwrap_or(0)
    }
}

/// The numbers by which forms are told apart.
pub(super) fn samples() -> impl Iterator<Item = u64> {
    (0..=120).chain(SAMPLES)
}

impl Expr {
    fn value(&self, n: u64) -> u64 {
        match self {
            Self::Number(own) => *own,
            Self::Variable => n,
            Self::Not(inner) => u64::from(inner.value(n) == 0),
            Self::Choice(parts) => {
                if parts.0.value(n) == 0 {
                    parts.2.value(n)
                } else {
                    parts.1.value(n)
                }
            }
            Self::Binary(sign, sides) => binary(sign, sides.0.value(n), sides.1.value(n)),
        }
    }
}

fn binary(sign: &str, a: u64, b: u64) -> u64 {
    match sign {
        "||" => u64::from(a != 0 || b != 0),
        "&&" => u64::from(a != 0 && b != 0),
        "==" => u64::from(a == b),
        "!=" => u64::from(a != b),
        "<=" => u64::from(a <= b),
        ">=" => u64::from(a >= b),
        "<" => u64::from(a < b),
        ">" => u64::from(a > b),
        "+" => a.wrapping_add(b),
        "-" => a.wrapping_sub(b),
        "*" => a.wrapping_mul(b),
        "/" => a.checked_div(b).unwrap_or(0),
        _ => a.checked_rem(b).unwrap_or(0),
    }
}

/// Operators by how closely they bind, loosest first; those of two letters before those of one.
const LEVELS: &[&[&str]] =
    &[&["||"], &["&&"], &["==", "!="], &["<=", ">=", "<", ">"], &["+", "-"], &["*", "/", "%"]];
const SIGNS: &[&str] = &[
    "||", "&&", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")",
    "n",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Sign(&'static str),
    Number(u64),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (token, length) = if digits > 0 {
            (Token::Number(rest.get(..digits)?.parse().ok()?), digits)
        } else {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
            (Token::Sign(sign), sign.len())
        };
        out.push(token);
        if out.len() > TOKENS {
            return None;
        }
        rest = rest.get(length..)?.trim_start();
    }
    Some(out)
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
}

impl Parser<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(Token::Sign(own)) if *own == sign);
        self.at += usize::from(found);
        found
    }

    fn choice(&mut self, depth: usize) -> Option<Expr> {
        let condition = self.level(0, depth)?;
        if !self.take("?") {
            return Some(condition);
        }
        let yes = self.choice(depth + 1)?;
        let no = self.take(":").then(|| self.choice(depth + 1))??;
        Some(Expr::Choice(Box::new((condition, yes, no))))
    }

    fn level(&mut self, level: usize, depth: usize) -> Option<Expr> {
        if depth > DEPTH {
            return None;
        }
        let Some(signs) = LEVELS.get(level) else { return self.unary(depth + 1) };
        let mut left = self.level(level + 1, depth)?;
        let mut length = 0;
        while let Some(sign) = signs.iter().find(|sign| self.take(sign)) {
            // A chain is as deep as it is long: it is walked from its end.
            length += 1;
            if length > DEPTH {
                return None;
            }
            let right = self.level(level + 1, depth)?;
            left = Expr::Binary(sign, Box::new((left, right)));
        }
        Some(left)
    }

    fn unary(&mut self, depth: usize) -> Option<Expr> {
        if depth > DEPTH {
            return None;
        }
        if self.take("!") {
            return Some(Expr::Not(Box::new(self.unary(depth + 1)?)));
        }
        if self.take("(") {
            let inner = self.choice(depth + 1)?;
            return self.take(")").then_some(inner);
        }
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        match token {
            Token::Number(own) => Some(Expr::Number(*own)),
            Token::Sign("n") => Some(Expr::Variable),
            Token::Sign(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indices(header: &str, numbers: &[u64]) -> Vec<usize> {
        let rule = Plural::parse(header).unwrap();
        numbers.iter().map(|n| rule.index(*n)).collect()
    }

    #[test]
    fn rules_of_real_languages_are_evaluated() {
        assert_eq!(indices("nplurals=2; plural=(n > 1);", &[0, 1, 2]), [0, 0, 1]);
        assert_eq!(indices("nplurals=2; plural=n != 1", &[0, 1, 2]), [1, 0, 1]);
        let russian = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && \
                       (n%100<12 || n%100>14) ? 1 : 2);";
        assert_eq!(indices(russian, &[1, 2, 5, 11, 21, 22, 25]), [0, 1, 2, 2, 0, 1, 2]);
        assert_eq!(indices("nplurals=1; plural=0;", &[7]), [0]);
    }

    #[test]
    fn a_form_for_one_number_says_which() {
        let rule = Plural::parse("nplurals=2; plural=n > 1").unwrap();
        assert_eq!((rule.only(0), rule.only(1), rule.usual()), (Some(1), None, 1));
        let rule = Plural::parse("nplurals=2; plural=n == 1 ? 0 : 1").unwrap();
        assert_eq!((rule.only(0), rule.usual()), (Some(1), 1));
    }

    #[test]
    fn hostile_rules_are_refused() {
        let deep = format!("nplurals=2; plural={}n{}", "(".repeat(5000), ")".repeat(5000));
        let nots = format!("nplurals=2; plural={}n", "!".repeat(300));
        let chain = format!("nplurals=2; plural=n{}", "+n".repeat(150));
        for header in [
            "",
            "nplurals=2",
            "nplurals=0; plural=0",
            "nplurals=99; plural=0",
            "nplurals=2; plural=n >",
            "nplurals=2; plural=system(1)",
            "nplurals=2; plural=99999999999999999999999",
            &deep,
            &nots,
            &chain,
        ] {
            assert_eq!(Plural::parse(header), None, "{header}");
        }
        assert_eq!(indices("nplurals=2; plural=n % 0", &[3]), [0]);
    }
}
