//! Divan's tables: ours and the known thing, with items or bytes a second.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

use super::made::Made;
use super::{known, ours, scale};

#[divan::bench_group(sample_count = 3, sample_size = 1)]
mod glossary {
    use super::*;

    #[divan::bench(args = ["plain.toml", "rich.toml", "plain.csv"])]
    fn load(bencher: Bencher<'_, '_>, name: &str) {
        let entries = 70_000 / scale();
        let text = Made::new(entries).glossary(name);
        bencher.counter(ItemsCount::new(entries)).bench(|| ours::load(name, &text));
    }

    #[divan::bench(args = ["plain.toml", "rich.toml"])]
    fn toml_crate(bencher: Bencher<'_, '_>, name: &str) {
        let entries = 70_000 / scale();
        let text = Made::new(entries).glossary(name);
        bencher.counter(ItemsCount::new(entries)).bench(|| known::parse_toml(&text));
    }
}

#[divan::bench_group(sample_count = 3, sample_size = 1)]
mod check {
    use visavis::rule::Scanned;
    use visavis::term::Matcher;

    use super::*;

    #[divan::bench]
    fn judge(bencher: Bencher<'_, '_>) {
        let made = Made::new(70_000 / scale());
        let glossary = ours::load("rich.toml", &made.glossary("rich.toml"));
        let (matcher, bitext) =
            (Matcher::new(&glossary), ours::read_pairs(&made.pairs(100_000 / scale())));
        bencher
            .counter(ItemsCount::new(bitext.units.len()))
            .bench(|| Scanned::new(&bitext, &glossary, &matcher));
    }

    #[divan::bench]
    fn aho_corasick(bencher: Bencher<'_, '_>) {
        let made = Made::new(70_000 / scale());
        let glossary = ours::load("rich.toml", &made.glossary("rich.toml"));
        let automaton = known::automaton(&ours::sources(&glossary));
        let pairs = 100_000 / scale();
        let text = made.pairs(pairs);
        bencher.counter(ItemsCount::new(pairs)).bench(|| automaton.find_iter(&text).count());
    }
}

#[divan::bench_group(sample_count = 1, sample_size = 1)]
mod align {
    use super::*;

    const SENTENCES: [usize; 3] = [1_000, 10_000, 100_000];

    #[divan::bench(args = SENTENCES)]
    fn align(bencher: Bencher<'_, '_>, sentences: usize) {
        let (source, target) = Made::new(5_000).bitext(sentences / scale());
        let (a, b) = (ours::strs(&source), ours::strs(&target));
        bencher.counter(ItemsCount::new(a.len())).bench(|| ours::align(&a, &b));
    }

    #[divan::bench(args = SENTENCES)]
    fn gale_church(bencher: Bencher<'_, '_>, sentences: usize) {
        let (source, target) = Made::new(5_000).bitext(sentences / scale());
        let (a, b) = (ours::strs(&source), ours::strs(&target));
        bencher.counter(ItemsCount::new(a.len())).bench(|| known::gale_church(&a, &b));
    }
}

#[divan::bench_group(sample_count = 3, sample_size = 1)]
mod text {
    use visavis::segment::Segmenter;

    use super::*;

    #[divan::bench]
    fn segment(bencher: Bencher<'_, '_>) {
        let text = Made::new(5_000).text(200_000 / scale());
        let segmenter = Segmenter::new(&ours::languages().1);
        bencher.counter(BytesCount::of_str(&text)).bench(|| ours::segment(&segmenter, &text));
    }

    #[divan::bench]
    fn uax_29(bencher: Bencher<'_, '_>) {
        let text = Made::new(5_000).text(200_000 / scale());
        bencher.counter(BytesCount::of_str(&text)).bench(|| known::unicode_sentences(&text));
    }

    #[divan::bench]
    fn split_pages(bencher: Bencher<'_, '_>) {
        let pages = Made::pages(400 / scale());
        bencher
            .counter(ItemsCount::new(pages.len()))
            .bench(|| pages.iter().map(|page| ours::split(page)).sum::<usize>());
    }

    #[divan::bench]
    fn count_tags(bencher: Bencher<'_, '_>) {
        let pages = Made::pages(400 / scale());
        bencher
            .counter(ItemsCount::new(pages.len()))
            .bench(|| pages.iter().map(|page| known::tags(page)).sum::<usize>());
    }
}
