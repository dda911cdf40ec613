//! Roman numerals.

/// The value of a Roman numeral in capitals, written as the rules have it; `None` for any other word.
pub(super) fn value(text: &str) -> Option<u64> {
    const SIGNS: [(&str, u64); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let mut rest = text;
    let mut total = 0;
    for (sign, worth) in SIGNS {
        // Ones, tens and hundreds come up to three times, all else once.
        let most = if sign.len() == 1 && !matches!(sign, "V" | "L" | "D") { 3 } else { 1 };
        for _ in 0..most {
            let Some(shorter) = rest.strip_prefix(sign) else { break };
            rest = shorter;
            total += worth;
        }
    }
    (rest.is_empty() && total > 0 && written(total, &SIGNS) == text).then_some(total)
}

fn written(mut value: u64, signs: &[(&str, u64)]) -> String {
    let mut out = String::new();
    for (sign, worth) in signs {
        while value >= *worth {
            out.push_str(sign);
            value -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_spelling_is_a_numeral() {
        assert_eq!(value("XIX"), Some(19));
        assert_eq!(value("MMXXVI"), Some(2026));
        assert_eq!(value("XIV"), Some(14));
        for wrong in ["", "IIII", "VX", "IC", "XIXI", "VIV", "Ix", "LIVE"] {
            assert_eq!(value(wrong), None, "{wrong}");
        }
    }
}
