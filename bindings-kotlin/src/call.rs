//! The table of calls: text in, text out.

/// A call of the contract by its name, with its arguments in order; those that may be left out are null. The answer is
/// canonical JSON, an error the contract's `{"error": …}`.
#[uniffi::export]
pub fn call(name: String, arguments: Vec<Option<String>>) -> String {
    let given: Vec<Option<&str>> = arguments.iter().map(Option::as_deref).collect();
    bosoto::call::call(&name, &given)
}

/// What is wrong with a cell of a 43-file table, as a form asks of its field.
#[uniffi::export]
pub fn check_cell(table: String, column: String, value: String) -> String {
    bosoto::call::check_cell(&table, &column, &value)
}

/// What is wrong with a row of a 43-file table, `{column: value}`.
#[uniffi::export]
pub fn check_row(table: String, row: String) -> String {
    bosoto::call::check_row(&table, &row)
}
