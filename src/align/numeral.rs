//! Chinese numerals: 二十五 is 25, and a sentence that has it faces one that has the digits.

/// Digits, and what they are multiplied by.
fn value(c: char) -> Option<(u64, bool)> {
    Some(match c {
        '〇' | '零' => (0, false),
        '一' => (1, false),
        '二' | '两' | '兩' => (2, false),
        '三' => (3, false),
        '四' => (4, false),
        '五' => (5, false),
        '六' => (6, false),
        '七' => (7, false),
        '八' => (8, false),
        '九' => (9, false),
        '十' => (10, true),
        '百' => (100, true),
        '千' => (1000, true),
        '万' | '萬' => (10_000, true),
        '亿' | '億' => (100_000_000, true),
        _ => return None,
    })
}

/// Is the character part of a numeral?
pub(super) fn is_numeral(c: char) -> bool {
    value(c).is_some()
}

/// Longest numeral that is read.
const MOST: usize = 16;

/// The value of a run of numerals, of two characters at least: one alone is as often part of a word.
pub(super) fn read(run: &str) -> Option<u64> {
    let parts: Vec<(u64, bool)> = run.chars().take(MOST + 1).map(value).collect::<Option<_>>()?;
    if parts.len() < 2 || parts.len() > MOST {
        return None;
    }
    // Years are written digit by digit: 二〇一九.
    if parts.iter().all(|(_, unit)| !unit) {
        return parts
            .iter()
            .try_fold(0u64, |sum, (digit, _)| sum.checked_mul(10)?.checked_add(*digit));
    }
    let (mut total, mut section, mut digit) = (0u64, 0u64, None);
    for (number, unit) in parts {
        if !unit {
            digit = Some(number);
        } else if number >= 10_000 {
            let whole = section.checked_add(digit.take().unwrap_or(0))?.max(1);
            total = total.checked_add(whole.checked_mul(number)?)?;
            section = 0;
        } else {
            section = section.checked_add(digit.take().unwrap_or(1).checked_mul(number)?)?;
        }
    }
    total.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read_as_numbers() {
        for (run, wanted) in [
            ("二十五", Some(25)),
            ("十二", Some(12)),
            ("三百", Some(300)),
            ("一百零五", Some(105)),
            ("二〇一九", Some(2019)),
            ("两千", Some(2000)),
            ("三万五千", Some(35_000)),
            ("一亿二千万", Some(120_000_000)),
            ("十", None),
            ("人", None),
            ("", None),
        ] {
            assert_eq!(read(run), wanted, "{run}");
        }
    }

    #[test]
    fn a_run_without_end_is_no_number() {
        assert_eq!(read(&"亿".repeat(5000)), None);
        assert_eq!(read(&"九".repeat(5000)), None);
    }
}
