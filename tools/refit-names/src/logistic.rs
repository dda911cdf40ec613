//! Ridge logistic regression on standardised features, by Newton's method, in 64 bits.

use crate::rows::Row;

/// Fits weights to features as they are; the last one is the constant.
pub fn fit(rows: &[&Row], ridge: f64) -> Vec<f64> {
    let data: Vec<(&[f64], bool)> =
        rows.iter().filter_map(|row| Some((row.features.as_deref()?, row.same))).collect();
    let width = data.first().map_or(0, |(row, _)| row.len());
    let (means, spreads) = moments(&data, width);
    let scaled: Vec<(Vec<f64>, f64)> = data
        .iter()
        .map(|(row, same)| {
            let mut own: Vec<f64> =
                (0..width).map(|at| (row[at] - means[at]) / spreads[at]).collect();
            own.push(1.0);
            (own, f64::from(u8::from(*same)))
        })
        .collect();
    let mut weights = vec![0.0; width + 1];
    for _ in 0..40 {
        let step = solve(newton(&scaled, &weights, ridge));
        let largest = step.iter().fold(0.0f64, |most, step| most.max(step.abs()));
        for (weight, step) in weights.iter_mut().zip(&step) {
            *weight += step.clamp(-2.0, 2.0);
        }
        if largest < 1e-7 {
            break;
        }
    }
    let mut out: Vec<f64> =
        weights.iter().zip(&spreads).map(|(weight, spread)| weight / spread).collect();
    let shift: f64 = out.iter().zip(&means).map(|(weight, mean)| weight * mean).sum();
    out.push(weights[width] - shift);
    out
}

/// Constant and weighted features.
pub fn sum(features: &[f64], weights: &[f64]) -> f64 {
    let constant = weights.last().copied().unwrap_or_default();
    constant + features.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>()
}

fn moments(data: &[(&[f64], bool)], width: usize) -> (Vec<f64>, Vec<f64>) {
    let count = data.len() as f64;
    let mean = |at: usize| data.iter().map(|(row, _)| row[at]).sum::<f64>() / count;
    let means: Vec<f64> = (0..width).map(mean).collect();
    let spread = |at: usize| {
        let squares: f64 = data.iter().map(|(row, _)| (row[at] - means[at]).powi(2)).sum();
        (squares / count).sqrt().max(1e-6)
    };
    let spreads = (0..width).map(spread).collect();
    (means, spreads)
}

/// The equations of one step, the right side in the last column.
fn newton(data: &[(Vec<f64>, f64)], weights: &[f64], ridge: f64) -> Vec<Vec<f64>> {
    let width = weights.len();
    let mut lines = vec![vec![0.0; width + 1]; width];
    for (at, line) in lines.iter_mut().enumerate() {
        let shrink = if at + 1 == width { 1e-9 } else { ridge };
        line[at] = shrink;
        line[width] = -shrink * weights[at];
    }
    for (row, same) in data {
        let sum: f64 = row.iter().zip(weights).map(|(value, weight)| value * weight).sum();
        let chance = 1.0 / (1.0 + (-sum).exp());
        let slope = (chance * (1.0 - chance)).max(1e-6);
        for (line, value) in lines.iter_mut().zip(row) {
            for (cell, other) in line.iter_mut().zip(row) {
                *cell += slope * value * other;
            }
            line[width] += (same - chance) * value;
        }
    }
    lines
}

/// Gauss elimination with pivots.
fn solve(mut lines: Vec<Vec<f64>>) -> Vec<f64> {
    let width = lines.len();
    for at in 0..width {
        let pivot = (at..width)
            .max_by(|a, b| lines[*a][at].abs().total_cmp(&lines[*b][at].abs()))
            .unwrap_or(at);
        lines.swap(at, pivot);
        let upper = lines[at].clone();
        if upper[at].abs() < 1e-12 {
            continue;
        }
        for (below, line) in lines.iter_mut().enumerate() {
            if below != at && line[at] != 0.0 {
                let factor = line[at] / upper[at];
                for (cell, value) in line.iter_mut().zip(&upper) {
                    *cell -= factor * value;
                }
            }
        }
    }
    (0..width)
        .map(|at| if lines[at][at].abs() < 1e-12 { 0.0 } else { lines[at][width] / lines[at][at] })
        .collect()
}
