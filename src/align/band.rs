//! Which cells of the table are looked at: a band of target positions for every source position.

use std::ops::Range;

/// For every source position (row, 0 to n) the target positions from `low` to `high`, both included.
///
/// Both bounds never fall and neighbouring rows overlap, so that a path always exists.
#[derive(Debug, Clone)]
pub(super) struct Band {
    pub(super) low: Vec<u32>,
    pub(super) high: Vec<u32>,
}

impl Band {
    /// The whole table.
    pub(super) fn full(n: usize, m: usize) -> Self {
        Self { low: vec![0; n + 1], high: vec![m as u32; n + 1] }
    }

    /// Around points of a path, at most `half` target positions away from what the path crosses within `reach` rows.
    pub(super) fn around(
        path: &[(usize, usize)],
        (n, m): (usize, usize),
        half: &dyn Fn(usize) -> usize,
        reach: usize,
    ) -> Self {
        let (mut first, mut last) = (vec![m; n + 1], vec![0; n + 1]);
        for pair in path.windows(2) {
            let ((i0, j0), (i1, j1)) = (pair[0], pair[1]);
            for i in i0..=i1 {
                first[i] = first[i].min(j0);
                last[i] = last[i].max(j1);
            }
        }
        let mut out = Self::full(n, m);
        for i in 0..=n {
            let half = half(i);
            let low = first[i.saturating_sub(reach)].saturating_sub(half);
            let high = (last[(i + reach).min(n)] + half).min(m);
            out.low[i] = low as u32;
            out.high[i] = high as u32;
        }
        out.mend(m);
        out
    }

    /// Makes the bounds monotone and the ends reachable.
    pub(super) fn mend(&mut self, m: usize) {
        let n = self.low.len() - 1;
        self.low[0] = 0;
        self.high[n] = m as u32;
        for i in (0..n).rev() {
            self.low[i] = self.low[i].min(self.low[i + 1]);
        }
        for i in 1..=n {
            self.high[i] = self.high[i].max(self.high[i - 1]);
            self.low[i] = self.low[i].min(self.high[i - 1]);
        }
    }

    pub(super) fn row(&self, i: usize) -> Range<usize> {
        self.low[i] as usize..self.high[i] as usize + 1
    }

    pub(super) fn holds(&self, i: usize, j: usize) -> bool {
        self.row(i).contains(&j)
    }

    pub(super) fn cells(&self) -> usize {
        self.low.iter().zip(&self.high).map(|(low, high)| (high - low + 1) as usize).sum()
    }
}
