//! Ridge logistic regression by Newton's method, in 64 bits.

/// Fits weights; `weights[0]` belongs to the constant and is not shrunk.
pub fn fit(rows: &[&[f32]], labels: &[bool], share: &[f64], ridge: f64) -> Vec<f64> {
    let width = rows.first().map_or(0, |row| row.len());
    let mut weights = vec![0.0; width];
    for _ in 0..25 {
        let mut hessian = vec![vec![0.0; width + 1]; width];
        for (at, line) in hessian.iter_mut().enumerate() {
            let shrink = if at == 0 { 1e-6 } else { ridge };
            line[at] += shrink;
            line[width] -= shrink * weights[at];
        }
        for ((row, label), share) in rows.iter().zip(labels).zip(share) {
            let chance = 1.0 / (1.0 + (-dot(row, &weights)).exp());
            let slope = (chance * (1.0 - chance)).max(1e-6) * share;
            let rest = (f64::from(u8::from(*label)) - chance) * share;
            for (a, line) in hessian.iter_mut().enumerate() {
                let value = f64::from(row[a]);
                if value != 0.0 {
                    for (cell, other) in line.iter_mut().zip(*row) {
                        *cell += slope * value * f64::from(*other);
                    }
                    line[width] += value * rest;
                }
            }
        }
        let step = solve(hessian);
        let largest = step.iter().fold(0.0f64, |most, step| most.max(step.abs()));
        let scale = (2.0 / largest).min(1.0);
        for (weight, step) in weights.iter_mut().zip(&step) {
            *weight += step * scale;
        }
        if largest < 1e-5 {
            break;
        }
    }
    weights
}

pub fn dot(row: &[f32], weights: &[f64]) -> f64 {
    row.iter().zip(weights).map(|(value, weight)| f64::from(*value) * weight).sum()
}

/// Gauss elimination with pivots; the last column is the right side.
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
