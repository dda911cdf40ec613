//! Gradient boosting of small trees for a yes or no (Friedman 2001), on features cut into bins, as LightGBM does
//! (Ke et al. 2017): the leaf that gains most is parted next, until there are enough leaves.
//!
//! Nothing is drawn by lot: the same pages give the same trees.

use visavis::page::fit::{Node, Trees};

/// Trees that are grown.
const TREES: usize = 80;
/// Leaves of a tree.
const LEAVES: usize = 8;
/// What each tree adds of what it would add by itself.
const RATE: f64 = 0.1;
/// Blocks that a leaf holds at least.
const LEAST: usize = 30;
/// Strength of the ridge on the answers.
const RIDGE: f64 = 5.0;
/// Bins of a feature at most.
const BINS: usize = 64;

/// A block to learn from.
pub struct Example<'a> {
    pub row: &'a [f32],
    pub body: bool,
    /// What it counts.
    pub share: f64,
}

/// Features cut into bins, a column for each.
struct Table {
    limits: Vec<Vec<f32>>,
    columns: Vec<Vec<u8>>,
}

/// Sums of the slope and the curve of the loss over blocks, and their number.
#[derive(Clone, Copy, Default)]
struct Sum {
    slope: f64,
    curve: f64,
    count: usize,
}

/// How a leaf is parted best.
#[derive(Clone, Copy)]
struct Cut {
    gain: f64,
    feature: usize,
    /// Bins up to this one go to the left.
    bin: usize,
}

enum Grown {
    Question { cut: Cut, yes: usize, no: usize },
    Leaf { rows: Vec<u32>, sum: Sum, cut: Option<Cut> },
}

/// Fits trees to examples; `change` is left to the caller.
pub fn fit(examples: &[Example<'_>]) -> Trees {
    let table = Table::of(examples);
    let shares: f64 = examples.iter().map(|example| example.share).sum();
    let body: f64 =
        examples.iter().filter(|example| example.body).map(|example| example.share).sum();
    let start = rounded((body / (shares - body)).ln());
    let mut trees = Trees { start, ..Trees::default() };
    let mut scores = vec![f64::from(start); examples.len()];
    for _ in 0..TREES {
        let losses: Vec<Sum> =
            examples.iter().zip(&scores).map(|(e, score)| loss(e, *score)).collect();
        let grown = grow(&table, &losses);
        let mut nodes = Vec::new();
        emit(&table, &grown, 0, &mut nodes, &mut scores);
        trees.trees.push(nodes);
    }
    trees
}

/// Slope and curve of the logistic loss.
fn loss(example: &Example<'_>, score: f64) -> Sum {
    let chance = 1.0 / (1.0 + (-score).exp());
    let label = f64::from(u8::from(example.body));
    Sum {
        slope: (chance - label) * example.share,
        curve: chance * (1.0 - chance) * example.share,
        count: 1,
    }
}

/// Four decimals: what the table shows is what is meant.
fn rounded(value: f64) -> f32 {
    ((value * 1e4).round() / 1e4) as f32
}

impl Sum {
    fn add(&mut self, other: Self) {
        self.slope += other.slope;
        self.curve += other.curve;
        self.count += other.count;
    }

    fn less(self, other: Self) -> Self {
        Self {
            slope: self.slope - other.slope,
            curve: self.curve - other.curve,
            count: self.count - other.count,
        }
    }

    fn worth(self) -> f64 {
        self.slope * self.slope / (self.curve + RIDGE)
    }

    fn answer(self) -> f32 {
        rounded(-RATE * self.slope / (self.curve + RIDGE))
    }
}

impl Table {
    fn of(examples: &[Example<'_>]) -> Self {
        let width = examples.first().map_or(0, |example| example.row.len());
        let mut table = Self { limits: Vec::new(), columns: Vec::new() };
        for feature in 0..width {
            let values: Vec<f32> = examples.iter().map(|example| example.row[feature]).collect();
            let limits = limits(values.clone());
            let bin = |value: &f32| limits.partition_point(|limit| limit < value) as u8;
            table.columns.push(values.iter().map(bin).collect());
            table.limits.push(limits);
        }
        table
    }

    /// The best cut of some blocks; `None` where nothing is gained.
    fn cut(&self, rows: &[u32], losses: &[Sum], whole: Sum) -> Option<Cut> {
        let mut best: Option<Cut> = None;
        for (feature, column) in self.columns.iter().enumerate() {
            let mut bins = [Sum::default(); BINS];
            for row in rows {
                bins[usize::from(column[*row as usize])].add(losses[*row as usize]);
            }
            let mut left = Sum::default();
            for (bin, sum) in bins.iter().enumerate().take(self.limits[feature].len()) {
                left.add(*sum);
                let right = whole.less(left);
                let gain = left.worth() + right.worth() - whole.worth();
                let enough = left.count >= LEAST && right.count >= LEAST;
                if enough && gain > best.map_or(1e-6, |best| best.gain) {
                    best = Some(Cut { gain, feature, bin });
                }
            }
        }
        best
    }
}

/// Values between which a feature is cut: between any two that occur, or at quantiles where there are too many.
fn limits(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    let mut distinct = values.clone();
    distinct.dedup();
    let between = |low: f32| {
        let high =
            distinct[(distinct.partition_point(|value| *value <= low)).min(distinct.len() - 1)];
        let middle = f64::midpoint(f64::from(low), f64::from(high));
        let short = rounded(middle);
        if low <= short && short < high { short } else { middle as f32 }
    };
    let lows: Vec<f32> = if distinct.len() <= BINS {
        distinct.clone()
    } else {
        (1..BINS).map(|at| values[at * values.len() / BINS]).collect()
    };
    let last = distinct[distinct.len() - 1];
    let mut limits: Vec<f32> = lows.into_iter().filter(|low| *low < last).map(between).collect();
    limits.dedup();
    limits
}

/// Grows a tree: nodes, the root first.
fn grow(table: &Table, losses: &[Sum]) -> Vec<Grown> {
    let leaf = |rows: Vec<u32>| {
        let mut sum = Sum::default();
        rows.iter().for_each(|row| sum.add(losses[*row as usize]));
        let cut = table.cut(&rows, losses, sum);
        Grown::Leaf { rows, sum, cut }
    };
    let mut nodes = vec![leaf((0..losses.len() as u32).collect())];
    for _ in 1..LEAVES {
        let mut best: Option<(usize, Cut)> = None;
        for (at, node) in nodes.iter().enumerate() {
            if let Grown::Leaf { cut: Some(cut), .. } = node
                && best.is_none_or(|(_, best)| cut.gain > best.gain)
            {
                best = Some((at, *cut));
            }
        }
        let Some((at, cut)) = best else { break };
        let question = Grown::Question { cut, yes: nodes.len(), no: nodes.len() + 1 };
        let Grown::Leaf { rows, .. } = std::mem::replace(&mut nodes[at], question) else { break };
        let column = &table.columns[cut.feature];
        let (yes, no) =
            rows.into_iter().partition(|row| usize::from(column[*row as usize]) <= cut.bin);
        nodes.push(leaf(yes));
        nodes.push(leaf(no));
    }
    nodes
}

/// Writes a node and what is below it, and adds the answers to the scores.
fn emit(table: &Table, grown: &[Grown], at: usize, nodes: &mut Vec<Node>, scores: &mut [f64]) {
    match &grown[at] {
        Grown::Leaf { rows, sum, .. } => {
            let answer = sum.answer();
            rows.iter().for_each(|row| scores[*row as usize] += f64::from(answer));
            nodes.push(Node::Answer(answer));
        }
        Grown::Question { cut, yes, no } => {
            let here = nodes.len();
            nodes.push(Node::Answer(0.0));
            emit(table, grown, *yes, nodes, scores);
            let after = nodes.len();
            emit(table, grown, *no, nodes, scores);
            let at_most = table.limits[cut.feature][cut.bin];
            nodes[here] =
                Node::Question { feature: cut.feature, at_most, yes: here + 1, no: after };
        }
    }
}
