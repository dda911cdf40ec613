//! How well the body of pages is told from the site: the measure of the article extraction benchmark.
//!
//! Runs of four words of the text found, against those of the article; precision and recall are averaged over the
//! pages, F1 is of the averages.

use std::collections::HashMap;

/// Precision and recall of a page, or means of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    pub precision: f64,
    pub recall: f64,
}

impl Score {
    pub fn f1(self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall).max(1e-9)
    }

    pub fn mean(scores: impl Iterator<Item = Self>) -> Self {
        let (mut sum, mut count) = (Self::default(), 0.0_f64);
        for score in scores {
            sum.precision += score.precision;
            sum.recall += score.recall;
            count += 1.0;
        }
        let count = count.max(1.0);
        Self { precision: sum.precision / count, recall: sum.recall / count }
    }
}

/// How often each run of four words occurs in a text; a shorter text is one run.
pub fn runs(words: &[String]) -> HashMap<&[String], usize> {
    let mut runs = HashMap::new();
    if words.len() < 4 {
        runs.insert(words, 1);
    }
    for run in words.windows(4) {
        *runs.entry(run).or_default() += 1;
    }
    runs
}

/// Words in lower case: runs of letters, digits and underscores.
pub fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

pub fn score(found: &str, article: &str) -> Score {
    let (found, article) = (words(found), words(article));
    let (found, article) = (runs(&found), runs(&article));
    let shared = |(run, count): (&&[String], &usize)| {
        article.get(*run).copied().unwrap_or_default().min(*count)
    };
    let both = found.iter().map(shared).sum::<usize>() as f64;
    let size = |runs: &HashMap<&[String], usize>| runs.values().sum::<usize>().max(1) as f64;
    Score { precision: both / size(&found), recall: both / size(&article) }
}

/// The bounds between which F1 lies in 95 of 100 draws of as many sites, with repeats.
pub fn interval(pages: &[(usize, Score)]) -> (f64, f64) {
    let sites = pages.iter().map(|(site, _)| site + 1).max().unwrap_or(1);
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut draw = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % sites as u64) as usize
    };
    let mut drawn: Vec<f64> = (0..1000)
        .map(|_| {
            let mut times = vec![0usize; sites];
            (0..sites).for_each(|_| times[draw()] += 1);
            let again = |(site, score): &(usize, Score)| std::iter::repeat_n(*score, times[*site]);
            Score::mean(pages.iter().flat_map(again)).f1()
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    (drawn[25], drawn[974])
}
