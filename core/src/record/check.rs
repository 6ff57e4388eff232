//! A form's cell and row, as a table of one row is judged: every cell, and what one row tells between its cells.

use super::between::{pid_is_cid, updated_before_service};
use super::cell::trim;
use super::code::Code;
use super::dates::{Day, Moment};
use super::finding::{Finding, Key, Values};
use super::table::{Column, Needs, Table};
use crate::base::data_error::DataError;
use crate::base::order;

/// What is wrong with a cell of a table, both named in any case; each finding is of row 1 (RV-05, RV-06, RV-07).
///
/// # Errors
///
/// `unknown_table`, `unknown_column`.
///
/// ```
/// use bosoto::record::{Values, check_cell};
///
/// let found = check_cell("ADDRESS", "CHANGWAT", "78", Values::Withheld)?;
/// assert_eq!(found[0].code.name(), "no_such_province");
/// assert!(check_cell("ADDRESS", "CHANGWAT", "81", Values::Withheld)?.is_empty());
/// assert_eq!(check_cell("CHRONIC", "PID", "", Values::Withheld).unwrap_err().code.name(), "unknown_table");
/// # Ok::<(), bosoto::DataError>(())
/// ```
pub fn check_cell(
    table: &str,
    column: &str,
    value: &str,
    values: Values,
) -> Result<Vec<Finding>, DataError> {
    let table = Table::named(table)?;
    let row = Row {
        table,
        cells: vec![(table.column_named(column)?, value)],
    };
    Ok(row.findings(values))
}

/// What is wrong with a row of a table, its cells by the names of their columns in any case; a cell that is not given is
/// empty. Each finding is of row 1 (RV-05, RV-06, RV-07). Of a column that is given more than once the first counts.
///
/// # Errors
///
/// `unknown_table`, `unknown_column`.
pub fn check_row<'a>(
    table: &str,
    cells: impl IntoIterator<Item = (&'a str, &'a str)>,
    values: Values,
) -> Result<Vec<Finding>, DataError> {
    let (table, cells) = form_row(table, cells)?;
    Ok(Row { table, cells }.findings(values))
}

/// A cell of a form, with its column.
pub type FormCell<'a> = (&'static Column, &'a str);

/// The row that a form's cells are: of a column given more than once the first, and each that needs a cell, empty where
/// it is not given.
///
/// # Errors
///
/// `unknown_table`, `unknown_column`.
pub fn form_row<'a>(
    table: &str,
    cells: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(Table, Vec<FormCell<'a>>), DataError> {
    let table = Table::named(table)?;
    let mut row = Vec::<FormCell<'_>>::new();
    let has = |row: &[FormCell<'_>], column: &Column| {
        row.iter().any(|(known, _)| known.name == column.name)
    };
    for (name, cell) in cells {
        let column = table.column_named(name)?;
        if !has(&row, column) {
            row.push((column, cell));
        }
    }
    for column in table.columns() {
        if column.needs == Needs::Cell && !has(&row, column) {
            row.push((column, ""));
        }
    }
    Ok((table, row))
}

/// The cells of a row that are given.
struct Row<'a> {
    table: Table,
    cells: Vec<FormCell<'a>>,
}

impl<'a> Row<'a> {
    fn cell(&self, name: &str) -> Option<&'a str> {
        let found = self.cells.iter().find(|(column, _)| column.name == name);
        found.map(|(_, cell)| *cell)
    }

    fn findings(&self, values: Values) -> Vec<Finding> {
        let [hospcode, pid, seq] =
            ["HOSPCODE", "PID", "SEQ"].map(|name| self.cell(name).unwrap_or_default());
        let key = Key::new(hospcode, pid, seq);
        let cells = self.cells.iter();
        let of_cells = cells.filter_map(|(column, cell)| Some((*column, column.judge(cell)?)));
        let found = of_cells.chain(self.between());
        let mut findings: Vec<Finding> = found
            .map(|(column, code)| {
                let cell = self.cell(column.name).unwrap_or_default();
                let finding = Finding::of_cell(self.table, 1, column, code, cell, values);
                Finding {
                    key: key.clone(),
                    ..finding
                }
            })
            .collect();
        order::sort_by_key(&mut findings, Finding::order);
        findings
    }

    /// What one row tells of RV-06.
    fn between(&self) -> impl Iterator<Item = (&'static Column, Code)> {
        let named = |name| self.table.column(name);
        let pid = self
            .cell("PID")
            .filter(|pid| pid_is_cid(trim(pid).as_bytes()));
        let updated = self
            .cell("D_UPDATE")
            .and_then(|cell| Moment::read(trim(cell)));
        let before = updated.zip(self.event());
        let before =
            before.filter(|(updated, on)| updated_before_service(self.table, *updated, *on));
        let pid = pid
            .and_then(|_| named("PID"))
            .map(|column| (column, Code::PidIsCid));
        let updated = before.and_then(|_| named("D_UPDATE"));
        let updated = updated.map(|column| (column, Code::UpdatedBeforeService));
        pid.into_iter().chain(updated)
    }

    /// The day of its event, where that passed.
    fn event(&self) -> Option<Day> {
        let column = self.table.event()?;
        column.day(trim(self.cell(column.name)?).as_bytes())
    }
}
