//! Any text as a row of each table of the 43-file standard, as its header, as the name of a file.
#![no_main]

use bosoto::record::{Header, Table, Values, check_row, files};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let cells: Vec<&str> = text.split('|').collect();
    for table in Table::ALL {
        let columns = table.columns().iter().zip(&cells);
        for (column, cell) in columns.clone() {
            if column.passes(cell.as_bytes()) {
                assert_eq!(column.judge(cell), None, "{}", column.name);
            }
        }
        let row = columns.map(|(column, cell)| (column.name, *cell));
        let findings =
            check_row(table.name(), row, Values::Withheld).expect("columns of the table");
        for finding in findings {
            let column = finding.column.and_then(|name| table.column(name));
            let column = column.expect("a finding of a row names its column");
            assert!(!column.personal || finding.value.is_none());
        }
        let header = Header::of(*table, cells.iter().copied());
        assert_eq!(header.fields(), cells.len());
        assert!(header.columns().all(|(_, place)| place < cells.len()));
    }
    let _ = (files::member(text), files::export(text));
});
