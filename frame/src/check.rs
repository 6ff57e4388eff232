//! A form's cell and row, judged as a table of one row.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions, StringArray};
use arrow_schema::{DataType, Field, Schema};
use bosoto::DataError;
use bosoto::record::{Code, Codes, Column, Table, form_row};

use crate::error::no_stream;
use crate::findings::{Findings, validate};
use crate::options::Options;
use crate::source::{Given, Source};

/// What is wrong with a cell of a table, both named in any case; each finding is of row 1.
///
/// # Errors
///
/// `unknown_table`, `unknown_column`.
///
/// ```
/// let findings = bosoto_frame::check_cell("ADDRESS", "changwat", "78")?;
/// assert_eq!(findings.counts()[0].code.name(), "no_such_province");
/// # Ok::<(), bosoto::DataError>(())
/// ```
pub fn check_cell(table: &str, column: &str, value: &str) -> Result<Findings, DataError> {
    let table = Table::named(table)?;
    let column = table.column_named(column)?;
    judged(table, &[(column, value)])
}

/// What is wrong with a row of a table, its cells by the names of their columns in any case; a cell that is not given is
/// empty, and of a column given twice the first counts. Each finding is of row 1.
///
/// # Errors
///
/// `unknown_table`, `unknown_column`.
pub fn check_row<'a>(
    table: &str,
    cells: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Findings, DataError> {
    let (table, row) = form_row(table, cells)?;
    judged(table, &row)
}

fn judged(table: Table, row: &[(&Column, &str)]) -> Result<Findings, DataError> {
    let field = |(column, _): &(&Column, &str)| Field::new(column.name, DataType::Utf8, false);
    let schema = Arc::new(Schema::new(row.iter().map(field).collect::<Vec<_>>()));
    let cell =
        |(_, cell): &(&Column, &str)| -> ArrayRef { Arc::new(StringArray::from(vec![*cell])) };
    let options = RecordBatchOptions::new().with_row_count(Some(1));
    let columns = row.iter().map(cell).collect();
    let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), columns, &options);
    let batch = batch.map_err(|error| no_stream(&error))?;
    let of_row = Codes::all()
        .iter()
        .filter(|code| *code != Code::MissingColumn);
    let options = Options {
        codes: Some(of_row.collect()),
        ..Options::default()
    };
    let given = Given::Batches(schema, vec![batch]);
    validate(
        Source::Tables(vec![(table.name().to_owned(), given)]),
        &options,
    )
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use bosoto::record::{Finding, Values};
    use proptest::prelude::*;

    use super::*;

    fn each(findings: &Findings) -> Vec<Finding> {
        findings.each().map(Result::unwrap).collect()
    }

    proptest! {
        #[test]
        fn a_row_is_judged_as_the_row_functions_judge_it(
            table in prop::sample::select(Table::ALL),
            cells in prop::collection::vec((0..36_usize, "[0-9]{0,14}|20[0-9]{6}|3100600445635|1067[0-9]| ?[A-Z][0-9.]{2,4}|ก{0,3}"), 0..20),
        ) {
            let columns = table.columns();
            let cells: Vec<_> = cells.iter().map(|(at, cell)| (columns[at.checked_rem(columns.len()).unwrap_or_default()].name, cell.as_str())).collect();
            let expected = bosoto::record::check_row(table.name(), cells.iter().copied(), Values::Withheld).unwrap();
            prop_assert_eq!(each(&check_row(table.name(), cells.iter().copied()).unwrap()), expected);
            for (column, cell) in cells {
                let expected = bosoto::record::check_cell(table.name(), column, cell, Values::Withheld).unwrap();
                prop_assert_eq!(each(&check_cell(table.name(), column, cell).unwrap()), expected);
            }
        }
    }
}
