//! Spreadsheets as rows of texts: XLSX (ECMA-376, part 1, "SpreadsheetML") in and out, no more of it than that.
//!
//! Of a workbook the first sheet is read, each cell as the text or the number that is stored in it; formulas,
//! formats, comments and further sheets are left alone, and a formula gives its stored result. A cell is written
//! as an inline string in the number format "text", so that no program takes `=1+1` for a formula, neither when it
//! opens the file nor when somebody edits the cell.
//!
//! The rows are laid out as a plain text, a line a row, cells with tabs between them, so that a finding has a
//! line and a column that help: the line is the row of the sheet.

mod read;
mod write;

pub use read::{Field, MAX_COLUMNS, Row, Sheet, read};
pub use write::write;

crate::messages! { MESSAGES;
    no_workbook = "workbook-none" ();
    damaged = "workbook-damaged" (part, line);
    too_much_text = "workbook-too-much-text" (limit);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::pack;

    fn cells(sheet: &Sheet) -> Vec<Vec<(u16, String)>> {
        let row = |row: &Row| {
            row.fields.iter().map(|field| (field.column, field.text(sheet).to_owned())).collect()
        };
        sheet.rows.iter().map(row).collect()
    }

    fn book(parts: &[(&str, &str)]) -> Vec<u8> {
        let parts: Vec<_> =
            parts.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
        pack(&parts).unwrap()
    }

    #[test]
    fn what_is_written_is_read_back_and_stays_text() {
        let hostile =
            ["=1+1", "+a", "@b", "-c", "a\tb\nc\rd", "<&>\"'", "\u{1}\u{0}", "_x0041_", "  é  "];
        let rows = vec![
            hostile.iter().map(ToString::to_string).collect::<Vec<_>>(),
            vec![],
            vec![String::new(), "ب\u{202e}".to_owned()],
        ];
        let bytes = write("Terms", &rows).unwrap();
        assert_eq!(bytes, write("Terms", &rows).unwrap());
        let sheet = read(&bytes).unwrap();
        let read = cells(&sheet);
        let wanted: Vec<_> = (0..).zip(hostile.iter().map(ToString::to_string)).collect();
        assert_eq!(read[0], wanted);
        assert_eq!(read[1], vec![(1, "ب\u{202e}".to_owned())]);
        assert_eq!(sheet.text.lines().count(), 3);
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("<f>"));
    }

    #[test]
    fn the_first_sheet_of_other_programs_is_read() {
        let bytes = book(&[
            (
                "xl/workbook.xml",
                "<x:workbook xmlns:x='s' xmlns:r='q'><x:sheets><x:sheet name='B' r:id='r7'/><x:sheet r:id='r1'/></x:sheets></x:workbook>",
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Target='worksheets/no.xml'/><Relationship Id='r7' Target='/xl/worksheets/s7.xml'/></Relationships>",
            ),
            (
                "xl/sharedStrings.xml",
                "<sst><si><t>en</t></si><si><r><t xml:space='preserve'>f </t></r><r><t>r</t></r><rPh><t>x</t></rPh></si></sst>",
            ),
            (
                "xl/worksheets/s7.xml",
                "<worksheet><sheetData><row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row><row><c><v>1.5</v></c><c t='b'><v>1</v></c><c t='str'><f>A1&amp;\"x\"</f><v>enx</v></c></row></sheetData></worksheet>",
            ),
        ]);
        let sheet = read(&bytes).unwrap();
        assert_eq!(cells(&sheet)[0], [(0, "en".to_owned()), (2, "f r".to_owned())]);
        let texts: Vec<_> = cells(&sheet)[1].iter().map(|cell| cell.1.clone()).collect();
        assert_eq!(texts, ["1.5", "1", "enx"]);
        assert_eq!(sheet.text, "\nen\tf r\n1.5\t1\tenx\n");
    }

    #[test]
    fn one_long_text_in_every_cell_is_refused() {
        let long = format!("<sst><si><t>{}</t></si></sst>", "ab c".repeat(200_000));
        let row = "<row><c t='s'><v>0</v></c></row>".repeat(1000);
        let bytes = book(&[
            ("xl/workbook.xml", "<workbook/>"),
            ("xl/sharedStrings.xml", &long),
            ("xl/worksheets/sheet1.xml", &format!("<worksheet>{row}</worksheet>")),
        ]);
        assert_eq!(read(&bytes).unwrap_err().id, "workbook-too-much-text");
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b"PK\x03\x04"[..], b"", b"id;en;fr\n"] {
            assert!(read(bytes).is_err());
        }
        assert_eq!(read(&book(&[("word/document.xml", "<d/>")])).unwrap_err().id, "workbook-none");
        let sheet =
            |text: &str| book(&[("xl/workbook.xml", "<w/>"), ("xl/worksheets/sheet1.xml", text)]);
        let deep = "<a>".repeat(100_000);
        for text in ["<row><c>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "<a>&x;</a>", deep.as_str()]
        {
            assert_eq!(read(&sheet(text)).unwrap_err().id, "workbook-damaged", "{text:.30}");
        }
        let sparse = "<row r='99999999999'><c r='ZZZZZZZZZZZ1'><v>1</v></c></row>".repeat(5);
        let sheet = read(&sheet(&format!("<s>{sparse}</s>"))).unwrap();
        assert!(sheet.rows.len() <= 5 && sheet.text.len() < 3_000_000);
    }
}
