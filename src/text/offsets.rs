//! From offsets of decoded text to offsets of the raw file.
//!
//! In most files all characters of a stretch take the same number of bytes decoded and raw (ASCII one and one, Han
//! three and two), so a table of such stretches is short, holds for every encoding, and answers by bisection: a report
//! may ask for a hundred thousand places of one file.

/// Where each stretch of like characters begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Offsets {
    runs: Vec<Run>,
}

/// Characters that each take `step` bytes of text and `raw_step` bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    text: u32,
    raw: u32,
    step: u8,
    raw_step: u8,
}

impl Run {
    /// The raw offset of the character that an offset of the text lies in.
    fn raw(self, offset: u32) -> u32 {
        let count = offset.saturating_sub(self.text) / u32::from(self.step.max(1));
        self.raw.saturating_add(count.saturating_mul(u32::from(self.raw_step)))
    }

    /// Does a character of so many bytes at these offsets go on with the run?
    fn goes_on(self, text: u32, raw: u32, steps: (u8, u8)) -> bool {
        let whole = text.saturating_sub(self.text).is_multiple_of(u32::from(self.step.max(1)));
        (self.step, self.raw_step) == steps && whole && self.raw(text) == raw
    }
}

impl Offsets {
    /// Notes characters that begin at an offset of the text and one of the file, each with its length in both.
    ///
    /// Characters come in order; a text that stands in the file as it is counts byte by byte: `(1, 1)`.
    pub(super) fn push(&mut self, text: usize, raw: usize, steps: (usize, usize)) {
        let (Ok(text), Ok(raw)) = (u32::try_from(text), u32::try_from(raw)) else { return };
        let byte = |step| u8::try_from(step).unwrap_or(u8::MAX);
        let steps = (byte(steps.0), byte(steps.1));
        if !self.runs.last().is_some_and(|run| run.goes_on(text, raw, steps)) {
            self.runs.push(Run { text, raw, step: steps.0, raw_step: steps.1 });
        }
    }

    /// The raw offset that belongs to an offset of the text.
    pub(super) fn raw(&self, offset: u32) -> u32 {
        let behind = self.runs.partition_point(|run| run.text <= offset);
        let run = behind.checked_sub(1).and_then(|at| self.runs.get(at)).or(self.runs.first());
        run.map_or(offset, |run| run.raw(offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_characters_are_one_run_and_every_offset_is_found() {
        let mut offsets = Offsets::default();
        offsets.push(0, 3, (1, 1));
        offsets.push(1, 4, (1, 1));
        offsets.push(2, 5, (3, 2));
        offsets.push(5, 7, (3, 2));
        offsets.push(8, 9, (1, 1));
        assert_eq!(offsets.runs.len(), 3);
        let raw: Vec<u32> = (0..10).map(|at| offsets.raw(at)).collect();
        assert_eq!(raw, [3, 4, 5, 5, 5, 7, 7, 7, 9, 10]);
        assert_eq!(Offsets::default().raw(7), 7);
    }

    #[test]
    fn bytes_that_stand_for_nothing_begin_a_new_run() {
        let mut offsets = Offsets::default();
        offsets.push(0, 0, (1, 1));
        offsets.push(1, 4, (3, 2));
        offsets.push(4, 9, (3, 2));
        assert_eq!([0, 1, 4, 7].map(|at| offsets.raw(at)), [0, 4, 9, 11]);
    }
}
