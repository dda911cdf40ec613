//! Body or chrome on pages with markup: the sum of small decision trees, read from `data/trees.tsv`.
//!
//! Gradient boosting (Friedman 2001, <https://doi.org/10.1214/aos/1013203451>): each tree mends a little of what those
//! before it got wrong. Trees rather than weights because measures of markup mean something only together: a linked
//! line is body in a core paragraph and chrome in a list beside it. The table can be read: a line asks one question
//! of one feature. Nothing but comparisons and sums in the order of the table decides, so every platform decides alike.

use std::sync::LazyLock;

use super::features::{FIRST, Row};
use super::places::PLACE;

static TREES: LazyLock<Trees> = LazyLock::new(|| Trees::read(include_str!("data/trees.tsv")));

/// Decision trees whose sum is the log-odds of body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trees {
    /// The log-odds before any question is asked.
    pub start: f32,
    /// The cost of each change between body and chrome along the page.
    pub change: f32,
    /// The trees; the first node of each is its root.
    pub trees: Vec<Vec<Node>>,
}

/// A node of a tree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Node {
    /// Is a feature at most so much?
    Question {
        /// Place of the feature in the row.
        feature: usize,
        /// The limit.
        at_most: f32,
        /// The node to go to where it is, always a later one.
        yes: usize,
        /// The node to go to where it is not, always a later one.
        no: usize,
    },
    /// What is added to the log-odds.
    Answer(f32),
}

/// Names of the features, in the order of a row.
pub fn names() -> impl Iterator<Item = &'static str> {
    FIRST.iter().chain(PLACE).copied()
}

impl Trees {
    /// The trees that come with the program.
    pub(super) fn built_in() -> &'static Self {
        &TREES
    }

    /// Reads a table; a line that is broken is passed over, and a path that leads nowhere adds nothing.
    fn read(tsv: &str) -> Self {
        let mut trees = Self::default();
        for line in tsv.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            match fields.as_slice() {
                ["start", value] => trees.start = number(value),
                ["change", value] => trees.change = number(value),
                [tree, node, rest @ ..] => {
                    let place = tree.parse::<usize>().ok().zip(node.parse::<usize>().ok());
                    if let (Some((tree, node)), Some(parsed)) = (place, parse(rest)) {
                        trees.add(tree, node, parsed);
                    }
                }
                _ => {}
            }
        }
        trees
    }

    /// Adds the next node of the last tree, or the first one of the next tree.
    fn add(&mut self, tree: usize, at: usize, node: Node) {
        if at == 0 && tree == self.trees.len() {
            self.trees.push(Vec::new());
        }
        let goes_on = match node {
            Node::Question { yes, no, .. } => yes > at && no > at,
            Node::Answer(_) => true,
        };
        if let Some(nodes) = self.trees.get_mut(tree).filter(|nodes| nodes.len() == at && goes_on) {
            nodes.push(node);
        }
    }

    /// The log-odds of body.
    pub fn score(&self, row: &Row) -> f32 {
        self.trees.iter().fold(self.start, |sum, tree| sum + answer(tree, row))
    }
}

/// What a tree answers; every step leads to a later node.
fn answer(tree: &[Node], row: &Row) -> f32 {
    let mut at = 0;
    loop {
        match tree.get(at) {
            Some(Node::Question { feature, at_most, yes, no }) => {
                let value = row.get(*feature).copied().unwrap_or_default();
                at = if value <= *at_most { *yes } else { *no };
            }
            Some(Node::Answer(value)) => return *value,
            None => return 0.0,
        }
    }
}

fn parse(fields: &[&str]) -> Option<Node> {
    match fields {
        [feature, at_most, yes, no] => Some(Node::Question {
            feature: names().position(|name| name == *feature)?,
            at_most: number(at_most),
            yes: yes.parse().ok()?,
            no: no.parse().ok()?,
        }),
        [value] => Some(Node::Answer(number(value))),
        _ => None,
    }
}

fn number(field: &str) -> f32 {
    field.trim().parse().ok().filter(|value: &f32| value.is_finite()).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole() {
        let table = include_str!("data/trees.tsv");
        let lines = table.lines().filter(|line| !line.starts_with('#')).count();
        let nodes: usize = TREES.trees.iter().map(Vec::len).sum();
        assert_eq!(nodes + 2, lines);
        assert!(nodes > 2);
        for tree in &TREES.trees {
            for node in tree {
                if let Node::Question { yes, no, .. } = node {
                    assert!(tree.get(*yes).is_some() && tree.get(*no).is_some());
                }
            }
        }
    }

    #[test]
    fn trees_are_summed() {
        let table = "# note\nstart\t0.5\nchange\t1\n0\t0\tlength\t2.5\t1\t2\n0\t1\t-1\n0\t2\t1\n1\t0\t0.25\n";
        let trees = Trees::read(table);
        let row = |length: f32| vec![1.0, length];
        assert_eq!((trees.score(&row(2.5)), trees.score(&row(2.6))), (-0.25, 1.75));
        assert!((trees.change - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_broken_table_neither_panics_nor_goes_round_in_circles() {
        let table = "start\n0\t0\tlength\t1\t0\t0\n7\t0\t1\n0\t0\tnothing\t1\t1\t2\n0\t0\tlength\tx\t8\t9\n0\t3\t1\n";
        assert!(Trees::read(table).score(&Vec::new()).abs() < 1e-6);
    }
}
