//! Pins files, good and bad, against two small texts.

use super::*;
use crate::app::files::{Entry, Files, ReadError};

/// No file is read: everything is given as bytes.
struct Nothing;

impl Files for Nothing {
    fn read(&self, _: &std::path::Path, _: u64) -> Result<Vec<u8>, ReadError> {
        Err(ReadError::Folder)
    }

    fn write(&self, _: &std::path::Path, _: &[u8]) -> std::io::Result<()> {
        Ok(())
    }

    fn list(&self, _: &std::path::Path) -> std::io::Result<Vec<Entry>> {
        Ok(Vec::new())
    }

    fn is_file(&self, _: &std::path::Path) -> bool {
        false
    }

    fn is_folder(&self, _: &std::path::Path) -> bool {
        false
    }
}

const SOURCE: &[&str] =
    &["The ferry left.", "Nobody waved.", "It rained; the sea was calm.", "We slept."];
const TARGET: &[&str] = &[
    "Le bac partit.",
    "Personne ne fit signe.",
    "Il pleuvait.",
    "La mer était calme.",
    "Nous dormions.",
];

fn segments(session: &mut Session<'_>, lines: &[&str]) -> Segments {
    let id = session.take("text", lines.join("\n").as_bytes());
    let mut at = 0;
    let passages = lines.iter().map(|line| {
        let passage = Passage::verbatim(id, line, at);
        at += u32::try_from(line.len()).unwrap() + 1;
        passage
    });
    Segments { passages: passages.collect(), paragraphs: vec![0; lines.len()] }
}

/// The pins of a file, the texts as they were cut, and what was said as (message, line, column).
type Given = (Result<Pins, Stop>, [Vec<String>; 2], Vec<(&'static str, u32, u32)>);

fn given(text: &str) -> Given {
    let mut session = Session::new(&Nothing);
    let (mut own, mut other) = (segments(&mut session, SOURCE), segments(&mut session, TARGET));
    let id = session.take("pins", text.as_bytes());
    let pins = read(&mut session, id, [&mut own, &mut other], Languages::default());
    let said = session.notices.iter().map(|notice| match notice {
        crate::app::Notice::Place(found) => {
            let at = session.sources.get(id).line_column(found.primary.at.span.start());
            (found.message.id, at.line, at.column)
        }
        _ => ("", 0, 0),
    });
    let texts = [own, other].map(|side| side.passages.iter().map(|one| one.text.clone()).collect());
    (pins, texts, said.collect())
}

fn bead(source: Range<usize>, target: Range<usize>) -> Bead {
    Bead { source, target, confidence: 100 }
}

#[test]
fn a_ladder_pins_rows_and_sentences_that_stand_alone() {
    let (pins, _, said) = given("[0]:[0]\r\n\n# a note\n[2]:[2, 3]:0.50\n[1]:[]\n[]:[1]\n");
    assert_eq!(said, []);
    let wanted =
        Pins { beads: vec![bead(0..1, 0..1), bead(2..3, 2..4)], alone: [vec![1..2], vec![1..2]] };
    assert_eq!(pins, Ok(wanted));
}

#[test]
fn numbers_may_stand_in_a_table() {
    let (pins, _, _) = given("2\t2 3\n3\t4\n");
    assert_eq!(pins.unwrap().beads, [bead(2..3, 2..4), bead(3..4, 4..5)]);
}

#[test]
fn wrong_pins_are_refused_with_their_place() {
    let cases: [(&str, (&str, u32, u32)); 7] = [
        ("[0]:[1]\n[1]:[0]\n", ("pins-crossing", 2, 5)),
        ("[0]:[0]\n[9]:[1]\n", ("pins-out-of-range", 2, 1)),
        ("[0]:[0]\n[1]:[0]\n", ("pins-twice", 2, 5)),
        ("[0, 2]:[0]\n", ("pins-not-in-a-row", 1, 1)),
        ("[0]:[0]\nnonsense\n", ("pins-not-a-row", 2, 1)),
        ("[0]:[99999999999999999999999]\n", ("pins-not-a-row", 1, 1)),
        ("{\"source\": [0], \"target\": [7]}\n", ("pins-out-of-range", 1, 1)),
    ];
    for (text, wanted) in cases {
        let (pins, _, said) = given(text);
        assert_eq!((pins, said), (Err(Stop), vec![wanted]), "{text}");
    }
}

#[test]
fn edited_texts_are_found_again() {
    let rows = "The ferry left. Nobody waved.\tLe bac partit. Personne ne fit signe.\n\
                It rained; the sea was calm.\tIl pleuvait. La mer était calme.\nWe slept.\t\n\tNous dormions.\n";
    let (pins, _, said) = given(rows);
    assert_eq!(said, []);
    let beads = vec![bead(0..2, 0..2), bead(2..3, 2..4), bead(3..4, 4..4), bead(4..4, 4..5)];
    assert_eq!(pins, Ok(Pins { beads, alone: [vec![], vec![]] }));
}

#[test]
fn a_row_may_be_split_inside_a_sentence() {
    let (pins, texts, said) = given(
        "It rained;\tIl pleuvait.\nthe sea was  calm.\tLa mer était calme.\nWe slept.\tNous dormions.\n",
    );
    assert_eq!(said, []);
    assert_eq!(texts[0][2..4], ["It rained;", "the sea was calm."]);
    assert_eq!(pins.unwrap().beads, [bead(2..3, 2..3), bead(3..4, 3..4), bead(4..5, 4..5)]);
}

#[test]
fn rows_of_json_are_read_by_their_texts() {
    let (pins, _, said) = given(concat!(
        r#"{"source": [0, 1], "target": [0], "source_text": "The ferry left.", "target_text": "Le bac partit."}"#,
        "\n"
    ));
    // The texts count, but that they are not those of the numbers may be a slip.
    let differ = vec![("pins-numbers-differ", 1, 1)];
    assert_eq!((pins.unwrap().beads, said), (vec![bead(0..1, 0..1)], differ));
}

#[test]
fn a_row_in_other_words_is_left_to_the_aligner_and_rows_that_changed_places_are_refused() {
    let (pins, _, said) = given("The boat left.\tLe bac partit.\nWe slept.\tNous dormions.\n");
    assert_eq!(said, [("pins-not-found", 1, 1)]);
    assert_eq!(pins.unwrap().beads, [bead(3..4, 4..5)]);
    let (pins, _, said) =
        given("Nobody waved.\tIl pleuvait.\nIt rained; the sea was calm.\tLe bac partit.\n");
    assert_eq!((pins, said.len(), said[0].0), (Err(Stop), 1, "pins-crossing"));
}

#[test]
fn an_empty_file_pins_nothing() {
    assert_eq!(given("").0, Ok(Pins::default()));
    assert_eq!(given("\n\n# nothing\n").0, Ok(Pins::default()));
}

#[test]
fn rows_of_one_side_keep_their_places_among_the_others() {
    let (pins, _, said) = given("[0]:[0]\n[1]:[]\n[]:[1]\n[]:[2]\n[3]:[4]\n[]:[3]\n");
    assert_eq!(said, []);
    let wanted = Pins {
        beads: vec![
            bead(0..1, 0..1),
            bead(1..2, 1..1),
            bead(2..2, 1..2),
            bead(2..2, 2..3),
            bead(3..4, 4..5),
        ],
        alone: [vec![], vec![3..4]],
    };
    assert_eq!(pins, Ok(wanted));
}

#[test]
fn one_sentence_again_and_again_is_found_as_often_as_it_stands_there() {
    let mut session = Session::new(&Nothing);
    let lines: Vec<&str> = [["Yes.", "No."]; 40].concat();
    let (mut own, mut other) = (segments(&mut session, &lines), segments(&mut session, &lines));
    let mut rows: Vec<&str> = [["Yes.\tYes.\n", "No.\tNo.\n"]; 40].concat();
    rows.sort_unstable();
    let id = session.take("pins", rows.concat().as_bytes());
    let pins = read(&mut session, id, [&mut own, &mut other], Languages::default()).unwrap();
    assert_eq!((pins.beads.len(), own.passages.len()), (80, 80));
}
