//! What a reader would call sentences, language by language, and what no text may do.

use std::sync::LazyLock;
use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::text::{SourceId, SpanMap};

fn segmenter(lang: &str) -> Segmenter {
    Segmenter::new(&lang.parse().unwrap())
}

/// For tests that ask often.
static ENGLISH: LazyLock<Segmenter> = LazyLock::new(|| segmenter("en"));
static OTHERS: LazyLock<[Segmenter; 3]> = LazyLock::new(|| ["fr", "de", "ja"].map(segmenter));

/// Sentences are written with `|` between them.
fn check(lang: &str, marked: &str) {
    let text = marked.replace('|', "");
    let spans = segmenter(lang).spans(&text);
    let found: Vec<_> = spans.iter().map(|span| span.slice(&text)).collect();
    let wanted: Vec<_> = marked.split('|').map(str::trim).collect();
    assert_eq!(found, wanted, "{lang}");
}

#[test]
fn english_abbreviations_end_no_sentence_unless_a_common_word_begins_the_next() {
    check("en", "Gen. Ali Omar met Dr. Jane Poe on Feb. 9. | They talked until 5 p.m. on Friday.");
    check("en", "She left the U.S. in May. | He never left the U.S. | The rest is known.");
    check("en", "The U.S. Senate voted. | See No. 4, p. 12, fig. 3. | I said no. | Then I left.");
    check("en", "Mr. A. B. Stone of Stone & Co. paid. | Ask Stone and Co. | They know.");
    check("en", "It weighs approx. 3 kg, e.g. in Mt. Airy, vs. 2 kg, etc. | We saw it.");
    check("en", "The case Doe v. Poe was 5 m. | Peter won it in St. Ives.");
    check("es", "El caso c. Poe llegó a St. Ives con Mr. Poe. | Ganó.");
    check("en", "They live in the house of Mary C. Jones. | It is big.");
}

#[test]
fn french_abbreviations_end_no_sentence() {
    check("fr", "M. Diop et Mme. Sy voient l’art. 7, al. 2. | L’art. L. 33-1 suit.");
    check("fr", "Né le 4 févr. 1960 en 50 av. J.-C., c.-à-d. tôt. | Le gén. Ba dort.");
    check(
        "fr",
        "L’O.N.U. siège. | Les M. ne viennent pas. | J.-P. Dupont non plus, etc. | Il pleut.",
    );
}

#[test]
fn guillemets_stay_with_their_sentence() {
    check("fr", "Il dit : « C’est tard. » | Elle part. | « Et alors\u{202f}?\u{a0}» | Rien.");
    check("fr", "« Et alors ? » demanda-t-elle. | « Oui ! », dit-il.");
    check("de", "Er sagte: „Es ist spät.“ | Sie ging. | »Und?« | »Nichts.« | Er schwieg.");
    check("es", "Dijo: «Es tarde.» | ¿Y qué? | ¡Nada! | El Sr. Gil se fue.");
}

#[test]
fn german_ordinals_are_no_ends() {
    check(
        "de",
        "Am 3. Oktober war Feiertag. | Der 2. Versuch gelang. | Es waren 12. | Das ist viel.",
    );
    check("de", "Vgl. S. 12, z. B. Berlin, am 1. 5. 2001. | Im 19. Jahrhundert war es anders.");
}

#[test]
fn italian_and_portuguese_have_their_titles() {
    check(
        "it",
        "Il sig. Rossi e la dott.ssa Verdi parlano. | Vedi pag. 4, ecc. | Non serve altro.",
    );
    check("pt", "O Sr. Silva mora na Av. Brasil, n. 4. | A Dra. Lima também.");
}

#[test]
fn a_language_without_a_file_has_the_common_rules() {
    check("sw", "Habari ya leo. | Dr. Juma yuko wapi? | Nyumbani!");
    check("hi", "यह घर है। | वह स्कूल है।");
    check("ar", "ذهب الولد. | هل عاد؟ | نعم.");
    check("th", "ฉันรักภาษาไทย และ อาหาร");
}

#[test]
fn chinese_and_japanese_need_no_spaces() {
    check("zh", "他走了。|你呢？|“好！”|再见。");
    check("ja", "「なぜ？」と聞いた。|誰も知らない。");
}

#[test]
fn quotations_go_on_before_a_verb_of_saying() {
    check("en", "“Where?” she asked. | “Where?” Mr. Stone asked. | “Here.” | Stone left.");
    check("en", "\"Stop!\" Ali Omar shouted. | 'Fine.' | He stopped.");
}

#[test]
fn ellipses_end_a_sentence_only_where_they_touch_it() {
    check("en", "Well... maybe. | I wonder... | They left. | One … Two is left out.");
    check("en", "It was . . . Peter who went. | It was late . . . . | Peter went.");
    check("en", "It was late.| . . . Peter went.");
    check("en", "(!) is odd (?) Really [...] Odd.");
}

#[test]
fn lists_in_one_paragraph_are_parted() {
    check("en", "1. Wash it | 2. Dry it | 3. Fold it");
    check("en", "1) Wash it.| 2) Dry it.");
    check("en", "• Wash it | • Dry it");
    check("en", "The first is on May 1. | Then comes May 2. | Then dry it.");
}

#[test]
fn notes_and_faces_belong_to_the_sentence_before() {
    check("en", "It rained.[1] | It stopped.² | We left! :-) | Bye. [1] [12] | Never.");
    check("en", "[1] A book. | [2] A longer book.");
}

#[test]
fn numbers_addresses_and_names_hold_periods() {
    check(
        "en",
        "See www.example.com/a.b?c=D or x.y@example.org. | It costs $3.50. | At 10.30 a.m. it fell 2.5%.",
    );
    check("en", "Use Node.js 18.2.1 on Yahoo! in Main.java. | iPhone users too.");
}

#[test]
fn small_letters_begin_sentences_behind_whole_words_only() {
    check("en", "it was closed. | i went home. | we saw the dept. of works and approx. half");
    check("en", "Oh! that is good? no");
}

fn glued(lang: &str, text: &str) -> Vec<(String, u32)> {
    let found = segmenter(lang).glued(text);
    found.iter().map(|glue| (glue.span.slice(text).to_owned(), glue.boundary)).collect()
}

#[test]
fn glued_sentences_are_found_and_parted() {
    let text = "They met the Board (BOT).The vote was lost in Mali.Nobody came.";
    assert_eq!(glued("en", text), [("(BOT).The".to_owned(), 25), ("Mali.Nobody".to_owned(), 51)]);
    check("en", "They met the Board (BOT).|The vote was lost in Mali.|Nobody came.");
    check("fr", "Il vit à Gao.|L’été vient.| « Oui.\u{a0}»|Elle part vraiment !|Il reste.");
    assert_eq!(glued("en", "It rose by 5%.Prices fell in 2019.The end.”She left.").len(), 3);
    assert_eq!(
        glued("en", "Really?Yes, he said no.I went."),
        [("Really?Yes".to_owned(), 7), ("no.I".to_owned(), 23)]
    );
}

#[test]
fn what_is_no_glued_sentence_is_not_reported() {
    for text in [
        "See example.Com, www.Example.Org and http://a.b/The.End or mail Jane.Doe@Example.Com now.",
        "Open report.PDF, Main.Java_old, C:\\Dir.Old\\File.The and Notes.Txt.",
        "The U.S.A. and e.g.The or i.e.This; J.K.Rowling, J.Smith, Ph.D.Students, Gen.Omar, Mr.Stone.",
        "Version 1.2.B, 3.The list, at 10.30.PM, No.Five, ASP.Net, Node.JS, Vue.Js, ADO.NET.",
        "Wait...What? So…Yes. System.Text.Json and main().Then or list.append(x).Sort and foo.Bar().",
        "Support ?Sized and A fooBar.bazQux and Math.Max(a) or $x.The and page?Id=4.",
    ] {
        assert_eq!(glued("en", text), [], "{text}");
    }
}

#[test]
fn inert_stretches_are_never_cut() {
    let text = "Run a. B now. Then go.See it.";
    let mut passage = Passage::verbatim(SourceId::new(0), text, 10);
    let at = |part: &str| text.find(part).unwrap();
    passage.inert = vec![Span::of(at("a. B"), at(" now")), Span::of(at("go.See"), at(" it"))];
    let segmenter = segmenter("en");
    let found = segmenter.passages(&passage);
    let texts: Vec<_> = found.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(texts, ["Run a. B now.", "Then go.See it."]);
    assert_eq!(found[1].location().span, Span::of(24, 39));
    assert!(segmenter.glued_in(&passage).is_empty());
    passage.inert.clear();
    assert_eq!(segmenter.glued_in(&passage).len(), 1);
}

#[test]
fn a_cut_keeps_the_way_back_to_the_file() {
    // The file has `Caf&eacute;. Oui.`
    let mut passage = Passage::verbatim(SourceId::new(0), "Café. Oui.", 0);
    passage.map = SpanMap::verbatim(0, 3);
    passage.map.push(2, Span::of(3, 11), false);
    passage.map.push(6, Span::of(11, 17), true);
    let found = segmenter("fr").passages(&passage);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].location().span, Span::of(0, 12));
    assert_eq!(found[1].location().span, Span::of(13, 17));
}

/// Texts on which a careless segmenter is quadratic; each is cut within a time that only a linear one meets.
#[test]
fn hostile_paragraphs_take_linear_time() {
    let patterns = [
        ".",
        "?",
        ". ",
        "? ",
        ". . ",
        "a.",
        "A.",
        "A. ",
        "a. A ",
        ".)",
        ").The",
        "(.",
        "…",
        " »",
        ". »",
        "\"",
        ".\u{301}",
        "1. ",
        "1) 2) ",
        "• ",
        "[1]",
        ".[1",
        "。",
        " ",
        "\u{1}",
        "U.S. The ",
        "“?” Aa ",
        "x",
        "-",
        "–. ",
        "…The",
        " :-)",
        "a.The",
    ];
    let segmenter = segmenter("en");
    for pattern in patterns {
        for head in ["", "1. Word ", "Word"] {
            let text = format!("{head}{}", pattern.repeat(60_000 / pattern.len()));
            let began = Instant::now();
            let spans = segmenter.spans(&text);
            // The square of it would take minutes; a machine may well be slow and busy.
            assert!(began.elapsed().as_secs() < 20, "{pattern:?} after {head:?}");
            assert_covers(&text, &spans);
        }
    }
}

fn assert_covers(text: &str, spans: &[Span]) {
    let mut end = 0;
    for span in spans {
        let gap = text.get(end..span.start() as usize).expect("sorted, disjoint, at characters");
        assert!(gap.trim().is_empty(), "{gap:?} is in no sentence");
        let part = span.slice(text);
        assert!(!part.is_empty() && part.trim() == part, "{part:?}");
        end = span.end() as usize;
    }
    assert!(text.get(end..).unwrap().trim().is_empty());
}

/// Texts made of what the rules look at, and of anything.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            ".", "!", "?", "…", "。", "？", "।", " ", "\u{a0}", "\u{202f}", "\n", "»", "«", "“", "”", "\"", "'", ")", "(",
            "[1]", "•", "1", "2.", "a.", "A", "b", "Mr", "U.S", "The", "the", "No", "é", "É", "e\u{301}", "中", "ก", "-", "–",
            ":-)", ",", ";", "www.", "/", "@", "asked", "Oktober", "😀", "\u{200b}", "\u{feff}", "\u{0}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn sentences_are_in_order_and_hold_every_character(text in any_text()) {
        assert_covers(&text, &ENGLISH.spans(&text));
        for segmenter in OTHERS.iter() {
            assert_covers(&text, &segmenter.spans(&text));
        }
    }

    #[test]
    fn what_is_glued_is_cut_there_and_holds_both_sides(text in any_text()) {
        let segmenter = &*ENGLISH;
        let spans = segmenter.spans(&text);
        for glue in segmenter.glued(&text) {
            prop_assert!(glue.span.start() < glue.boundary && glue.boundary < glue.span.end());
            prop_assert!(!glue.span.slice(&text).is_empty());
            prop_assert!(spans.iter().any(|span| span.start() == glue.boundary));
        }
    }

    #[test]
    fn passages_are_the_spans_and_inert_ones_stay_whole(text in any_text(), a in 0usize..80, b in 0usize..80) {
        let segmenter = &*ENGLISH;
        let mut passage = Passage::verbatim(SourceId::new(0), &text, 0);
        let whole: Vec<_> = segmenter.spans(&text).iter().map(|span| span.slice(&text).to_owned()).collect();
        let parts: Vec<_> = segmenter.passages(&passage).into_iter().map(|part| part.text).collect();
        prop_assert_eq!(whole, parts);
        let inert = Span::of(a, b);
        if inert.is_empty() || inert.slice(&text).is_empty() {
            return Ok(());
        }
        passage.inert = vec![inert];
        let cut = |span: Span| span.start() > inert.start() && span.start() < inert.end();
        // Only white space inside the inert stretch may be parted from a sentence, at its ends.
        for part in segmenter.passages(&passage) {
            let at = part.location().span;
            let before = Span::of(inert.start() as usize, at.start() as usize);
            prop_assert!(!cut(at) || before.slice(&text).trim().is_empty());
        }
    }
}
