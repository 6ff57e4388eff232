//! A finding (RV-07): what is wrong, where, and what to do; a person's values only where they are asked for.

use serde::Serialize;

use super::between::pid_is_cid;
use super::cell::trim;
use super::code::Code;
use super::message::message;
use super::rules::RV_07;
use super::table::{Column, Table};
use crate::base::fault::Severity;
use crate::base::private::Private;
use crate::base::rule::{self, Applied, Rule, applies};
use crate::base::shape::Shape;
use crate::base::text::Message;

/// What a finding shows.
pub(super) const APPLIES: Applied = applies(&RV_07);

/// What stands for a PID that is a citizen id.
pub const WITHHELD: &str = "…";

/// Whether findings show the values of personal columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Values {
    /// They do not.
    Withheld,
    /// They do: asked for by somebody who may see them.
    Shown,
}

/// Something that is wrong in a table. Ordered by file, table (in the order of RV-05), row, column, rule and code, names
/// by their bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "RecordFinding")]
pub struct Finding {
    /// The file in which it was found; none of what was in memory.
    #[title("ไฟล์", "file")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The rule that is broken.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// What is wrong.
    #[title("รหัสผลการตรวจ", "code")]
    pub code: Code,
    /// How bad it is.
    #[title("ระดับ", "severity")]
    pub severity: Severity,
    /// The table.
    #[title("แฟ้ม", "table")]
    pub table: Table,
    /// The row from 1, the header not counted; 0 is the table itself.
    #[title("แถวที่", "row")]
    pub row: usize,
    /// The column, or several joined by `+`; none of a whole row.
    #[title("คอลัมน์", "column")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<&'static str>,
    /// Whose row it is.
    #[title("คีย์ของแถว", "key of the row")]
    pub key: Key,
    /// The cell, where there is something in it; a person's only where asked for.
    #[title("ค่า", "value")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Private>,
    /// What is wrong and what to do.
    #[title("ข้อความ", "message")]
    pub message: Message,
}

/// The cells that tell a row from others; those of the row itself, also where they failed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Shape)]
#[shape(name = "RecordKey")]
// Anything may stand in a cell: none is shown by `Debug`.
pub struct Key {
    /// รหัสหน่วยบริการ
    #[title("รหัสหน่วยบริการ", "facility")]
    #[serde(rename = "HOSPCODE", skip_serializing_if = "Option::is_none")]
    pub hospcode: Option<Private>,
    /// ทะเบียนบุคคล: `…` where it is a citizen id.
    #[title("ทะเบียนบุคคล", "person's number at the facility")]
    #[serde(rename = "PID", skip_serializing_if = "Option::is_none")]
    pub pid: Option<Private>,
    /// ลำดับที่ของการรับบริการ
    #[title("ลำดับที่ของการรับบริการ", "number of the service")]
    #[serde(rename = "SEQ", skip_serializing_if = "Option::is_none")]
    pub seq: Option<Private>,
}

impl Key {
    /// The key of a row, by its cells as they are; an empty one is none.
    #[must_use]
    pub fn new(hospcode: &str, pid: &str, seq: &str) -> Self {
        let cell = |cell| Some(trim(cell)).filter(|cell| !cell.is_empty());
        Self {
            hospcode: cell(hospcode).map(Private::from),
            pid: cell(pid).map(shown_pid).map(Private::from),
            seq: cell(seq).map(Private::from),
        }
    }
}

/// A PID as findings show it, in keys always and by itself unless asked otherwise: `…` where it is a citizen id (RV-07).
#[must_use]
pub fn shown_pid(pid: &str) -> &str {
    if pid_is_cid(trim(pid).as_bytes()) {
        WITHHELD
    } else {
        pid
    }
}

/// The value that a finding of a cell shows: none of an empty cell, of a row and of a key; a personal one, and a PID that
/// is a citizen id, only where asked for (RV-07).
///
/// ```
/// use bosoto::record::{Code, Table, Values, shown_value};
///
/// let column = |name| Table::Person.column(name).expect("known");
/// assert_eq!(shown_value(column("SEX"), Code::List, "3", Values::Withheld), Some("3"));
/// assert_eq!(shown_value(column("CID"), Code::CidShape, "31", Values::Withheld), None);
/// assert_eq!(shown_value(column("CID"), Code::CidShape, "31", Values::Shown), Some("31"));
/// assert_eq!(shown_value(column("PID"), Code::PidIsCid, "3100600445635", Values::Withheld), None);
/// ```
#[must_use]
pub fn shown_value<'a>(
    column: &Column,
    code: Code,
    cell: &'a str,
    values: Values,
) -> Option<&'a str> {
    let cell = trim(cell);
    let personal = column.personal || (column.name == "PID" && pid_is_cid(cell.as_bytes()));
    let has_value = !cell.is_empty() && code.is_of_a_cell();
    Some(cell).filter(|_| has_value && (values == Values::Shown || !personal))
}

impl Finding {
    /// A finding of a cell of a row.
    #[must_use]
    pub fn of_cell(
        table: Table,
        row: usize,
        column: &'static Column,
        code: Code,
        cell: &str,
        values: Values,
    ) -> Self {
        let value = shown_value(column, code, cell, values);
        Self {
            file: None,
            rule: code.rule(),
            code,
            severity: code.severity(Some(column), false),
            table,
            row,
            column: Some(column.name),
            key: Key::default(),
            value: value.map(Private::from),
            message: message(table, Some(column), code),
        }
    }

    /// By what it is ordered, but for its file.
    pub(super) fn order(&self) -> impl Ord + use<> {
        (
            self.table,
            self.row,
            self.column,
            self.rule.id,
            self.code.name(),
        )
    }
}
