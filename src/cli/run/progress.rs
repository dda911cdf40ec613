//! A bar on standard error that shows how far long work is.
//!
//! It is drawn only where standard error is a terminal and nobody asked for quiet, and only once the work has taken a
//! moment, so that short work leaves no flicker. It holds no words, so it needs no translation; it is wiped
//! before anything else is said.

use std::cell::{Cell, RefCell};
use std::io::Write;
use std::time::{Duration, Instant};

use crate::app::Progress;

/// Work that takes no longer than this shows no bar.
const MOMENT: Duration = Duration::from_millis(400);
/// Columns of the bar itself.
const COLUMNS: usize = 30;

/// A bar on an output.
#[derive(Debug)]
pub(super) struct Bar<W: Write> {
    out: RefCell<W>,
    /// Is the output a terminal whose reader wants to see a bar?
    wanted: bool,
    patience: Duration,
    began: Instant,
    /// Hundredths that are drawn, if any are.
    drawn: Cell<Option<usize>>,
}

impl<W: Write> Bar<W> {
    pub(super) fn new(out: W, wanted: bool) -> Self {
        let (out, drawn) = (RefCell::new(out), Cell::new(None));
        Self { out, wanted, patience: MOMENT, began: Instant::now(), drawn }
    }

    fn put(&self, text: &str) {
        let mut out = self.out.borrow_mut();
        // A bar that cannot be drawn is no loss.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }
}

impl<W: Write> Progress for Bar<W> {
    fn done(&self, share: f32) {
        if !self.wanted || self.began.elapsed() < self.patience {
            return;
        }
        let percent = hundredths(share);
        // It never goes back: what is done a second time takes no second bar.
        if self.drawn.get().is_some_and(|drawn| drawn >= percent) {
            return;
        }
        self.drawn.set(Some(percent));
        let full = percent * COLUMNS / 100;
        self.put(&format!("\r[{}{}] {percent:>3} %", "=".repeat(full), " ".repeat(COLUMNS - full)));
    }

    fn over(&self) {
        if self.drawn.take().is_some() {
            self.put("\r\u{1b}[K");
        }
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the share is clamped to hundredths before"
)]
fn hundredths(share: f32) -> usize {
    (share * 100.0).clamp(0.0, 100.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(wanted: bool, patience: Duration, shares: &[f32]) -> String {
        let mut bytes = Vec::new();
        let bar = Bar { patience, ..Bar::new(&mut bytes, wanted) };
        for share in shares {
            bar.done(*share);
        }
        bar.over();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_bar_grows_on_a_terminal_and_is_wiped() {
        let shown = drawn(true, Duration::ZERO, &[0.0, 0.5, 0.25, 0.5, 1.0, 7.0, f32::NAN]);
        let bars: Vec<&str> = shown.split('\r').collect();
        assert_eq!(bars.len(), 5, "{shown:?}");
        assert!(bars[1].ends_with("]   0 %"), "{shown:?}");
        assert!(bars[2].starts_with("[=============== ") && bars[2].ends_with(" 50 %"));
        assert!(bars[3].ends_with("=] 100 %"));
        assert_eq!(bars[4], "\u{1b}[K");
    }

    #[test]
    fn nothing_is_drawn_off_a_terminal_or_for_short_work() {
        assert_eq!(drawn(false, Duration::ZERO, &[0.1, 1.0]), "");
        assert_eq!(drawn(true, Duration::from_secs(600), &[0.1, 1.0]), "");
    }
}
