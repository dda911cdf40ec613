//! How well a word's letters fit a language: a table of letter sequences with back-off.
//!
//! The tables are pruned from lingua's models (`data/ngrams`, each with its origin) because the whole models
//! weigh 4.5 MB a language; a table of 80 000 sequences weighs 0.4 MB.
//! Letters are packed in six bits so that a sequence of five is one `u32`, found in an open-addressed table
//! without allocation. Costs are whole tenths of a nat: every platform adds them alike.

/// Cost of a letter that the language never has, and of the first back-off step, in tenths of a nat.
const UNKNOWN: i32 = 120;
/// Brants and others' "stupid back-off" factor 0.4 (2007), as a cost.
const BACK_OFF: i32 = 9;
/// The longest sequence of the tables, in letters.
const LONGEST: usize = 5;
/// Letters of a word that are looked at; a word is told by its beginning.
const WORD: usize = 24;

/// The letter sequences of one language.
#[derive(Debug)]
pub(super) struct Table {
    slots: Vec<(u32, u8)>,
}

impl Table {
    /// Reads a table of `data/ngrams`; lines that cannot be read are left out.
    pub(super) fn read(tsv: &str) -> Self {
        let mut pairs = Vec::new();
        for line in tsv.lines().filter(|line| !line.starts_with('#')) {
            if let Some((context, followers)) = line.split_once('\t') {
                read_followers(context, followers, &mut pairs);
            }
        }
        let mut table = Self { slots: vec![(0, 0); (pairs.len() * 2).next_power_of_two()] };
        for (key, cost) in pairs {
            let at = table.slot(key);
            if let Some(slot) = table.slots.get_mut(at) {
                *slot = (key, cost);
            }
        }
        table
    }

    /// −ln P of a word in lower case, in tenths of a nat.
    pub(super) fn cost(&self, word: &str) -> i32 {
        let mut codes = [0u32; WORD];
        let mut count = 0;
        for (slot, c) in codes.iter_mut().zip(word.chars()) {
            *slot = code(c);
            count += 1;
        }
        (0..count).map(|at| self.letter(&codes, at)).sum()
    }

    /// The cost of one letter after up to four before it.
    fn letter(&self, codes: &[u32; WORD], at: usize) -> i32 {
        let mut back_off = 0;
        for length in (1..=LONGEST.min(at + 1)).rev() {
            let sequence = codes.get(at + 1 - length..=at).unwrap_or_default();
            if let Some(cost) = self.find(pack(sequence)) {
                return i32::from(cost) + back_off;
            }
            back_off += BACK_OFF;
        }
        UNKNOWN
    }

    fn find(&self, key: u32) -> Option<u8> {
        self.slots.get(self.slot(key)).filter(|slot| slot.0 == key && key != 0).map(|slot| slot.1)
    }

    /// Where a key stands, or the empty slot where it would stand; half of the slots are empty.
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len().saturating_sub(1);
        let mut at = (key.wrapping_mul(0x9E37_79B1) >> 8) as usize & mask;
        while self.slots.get(at).is_some_and(|slot| slot.0 != 0 && slot.0 != key) {
            at = (at + 1) & mask;
        }
        at
    }
}

fn read_followers(context: &str, followers: &str, pairs: &mut Vec<(u32, u8)>) {
    let mut codes: Vec<u32> = context.chars().map(code).collect();
    if codes.len() >= LONGEST || codes.contains(&OTHER) {
        return;
    }
    let mut chars = followers.chars().peekable();
    while let Some(letter) = chars.next() {
        let mut cost = 0u32;
        while let Some(digit) = chars.peek().and_then(|c| c.to_digit(10)) {
            cost = cost.saturating_mul(10).saturating_add(digit);
            chars.next();
        }
        if code(letter) != OTHER {
            codes.push(code(letter));
            pairs.push((pack(&codes), u8::try_from(cost).unwrap_or(u8::MAX)));
            codes.pop();
        }
    }
}

fn pack(codes: &[u32]) -> u32 {
    codes.iter().fold(0, |key, code| key << 6 | code)
}

/// The code of every letter outside the tables' alphabet.
const OTHER: u32 = 63;

/// A letter in six bits: a to z, ß to ÿ, œ; 0 is none.
fn code(c: char) -> u32 {
    match c {
        'a'..='z' => u32::from(c) - u32::from('a') + 1,
        'ß'..='ÿ' => u32::from(c) - u32::from('ß') + 27,
        'œ' => 60,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_known_sequence_counts_and_shorter_ones_cost_more() {
        let table = Table::read("# a comment\n\ta20b30\na\tb5\nab\tc1\n");
        assert_eq!(table.cost("a"), 20);
        assert_eq!(table.cost("ab"), 20 + 5);
        assert_eq!(table.cost("bb"), 30 + 30 + BACK_OFF);
        assert_eq!(table.cost("ц"), UNKNOWN);
    }

    #[test]
    fn a_broken_table_is_read_as_far_as_it_goes() {
        let table = Table::read("no tab\n\t9\nabcdef\tg1\n\ta99999999999\n");
        assert_eq!(table.cost("a"), 255);
        assert_eq!(Table::read("").cost("mot"), 3 * UNKNOWN);
    }
}
