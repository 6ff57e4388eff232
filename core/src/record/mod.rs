//! Validation of records (ตรวจสอบข้อมูล 43 แฟ้ม): the tables of the 43-file standard, what each cell has to be, what
//! has to hold between rows, and what is said of what is wrong (RV-01 to RV-08).
//!
//! Everything is a function over borrowed cells. A form asks of a cell ([`check_cell`]) or a row ([`check_row`]); an
//! engine over columns asks [`Column::passes`] of bytes, [`Column::judge`] where that does not accept them, and
//! [`between`] of what it has looked up. This room does not know files, columns in memory, cases or indicators.
//!
//! ```
//! use bosoto::record::{Values, check_row};
//!
//! let row = [("HOSPCODE", "10670"), ("PID", "000123"), ("CID", "3100600445636"), ("BIRTH", "25330101")];
//! let more = [("SEX", "1"), ("NATION", "099"), ("TYPEAREA", "1")];
//! let findings = check_row("person", row.into_iter().chain(more), Values::Withheld)?;
//! let codes: Vec<_> = findings.iter().map(|finding| (finding.column.unwrap(), finding.code.name())).collect();
//! assert_eq!(codes, [("BIRTH", "buddhist_year"), ("CID", "cid_check_digit")]);
//! # Ok::<(), bosoto::DataError>(())
//! ```

mod aliases;
mod areas;
pub mod between;
mod cell;
mod cell_rule;
mod check;
mod code;
mod columns;
mod dates;
pub mod files;
mod finding;
mod header;
mod message;
pub(crate) mod rules;
mod short;
mod table;
#[cfg(test)]
mod tests;
pub(crate) mod withheld;

pub use crate::base::fault::Severity;
pub use areas::Areas;
pub use cell::{Kind, trim, trim_bytes};
pub use cell_rule::CellRule;
pub use check::{FormCell, check_cell, check_row, form_row};
pub use code::{Code, Codes};
pub use dates::{Day, Moment};
pub use finding::{Finding, Key, Values, WITHHELD, shown_pid, shown_value};
pub use header::{Header, usual_fields};
pub use message::message;
pub use short::{Cell, Short};
pub use table::{Column, Needs, Table};

use crate::base::rule::Applied;

/// Where a rule is applied that no table holds.
pub(crate) const APPLIED: &[Applied] = &[
    cell::APPLIES[0],
    cell::APPLIES[1],
    areas::APPLIES,
    cell_rule::APPLIES,
    cell::APPLIES[2],
    cell::APPLIES[3],
    cell::APPLIES[4],
    files::APPLIES,
    header::APPLIES,
    between::APPLIES,
    finding::APPLIES,
    cell::APPLIES[5],
];
