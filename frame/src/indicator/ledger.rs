//! A ledger as an Arrow table.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use bosoto::indicator::{Indicator, LedgerRow};

/// Every member of every area as a row: area, role, id, and of one that is dropped rule and reason.
///
/// # Errors
///
/// None that is known: Arrow's own.
pub fn ledger_batch(indicator: &Indicator) -> Result<RecordBatch, ArrowError> {
    let always = |of: fn(LedgerRow<'_>) -> &str| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(indicator.ledger().map(of)))
    };
    let of_dropped = |of: fn(LedgerRow<'_>) -> Option<&str>| -> ArrayRef {
        Arc::new(indicator.ledger().map(of).collect::<StringArray>())
    };
    RecordBatch::try_from_iter_with_nullable([
        ("area", always(|row| row.area), false),
        ("role", always(|row| row.role.name()), false),
        ("id", always(|row| row.id), false),
        ("rule", of_dropped(|row| row.rule.map(|rule| rule.id)), true),
        (
            "reason",
            of_dropped(|row| row.reason.map(|one| one.name())),
            true,
        ),
    ])
}
