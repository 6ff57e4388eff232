//! What makes tables and cells impossible to judge: a code, the table and the column it is about, and what to do.
//!
//! A finding says what is wrong in a table; this says that there is nothing to say of it. A name is shown only where
//! it looks like one, since what stands for it may be a cell of a table without a header. This room does not know
//! which tables there are.

use std::fmt;

use serde::Serialize;

use super::shape::Shape;
use super::text::{Arg, Message, Text, text};

/// The codes of the contract. None is ever removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum DataCode {
    /// A source in which no table is found.
    #[title("ไม่พบแฟ้มข้อมูล", "no table")]
    NoTable,
    /// A table that is needed and not given.
    #[title("ขาดแฟ้มข้อมูล", "missing table")]
    MissingTable,
    /// A column that is needed and not given.
    #[title("ขาดคอลัมน์", "missing column")]
    MissingColumn,
    /// The name of no table.
    #[title("ไม่มีแฟ้มชื่อนี้", "unknown table")]
    UnknownTable,
    /// The name of no column of the table.
    #[title("ไม่มีคอลัมน์ชื่อนี้", "unknown column")]
    UnknownColumn,
    /// A column of another type than text, or than the date that it holds.
    #[title("ชนิดข้อมูลไม่ถูกต้อง", "wrong type")]
    WrongType,
    /// A file that cannot be opened or is broken.
    #[title("อ่านไม่ได้", "unreadable")]
    Unreadable,
    /// More than is read unless the caller allows it.
    #[title("ใหญ่เกินไป", "too large")]
    TooLarge,
    /// A word, a number or a code that is none of those known.
    #[title("ค่าที่ไม่ได้กำหนดไว้", "unknown value")]
    UnknownValue,
    /// A level of areas that the indicator does not have.
    #[title("ตัวชี้วัดไม่มีระดับนี้", "level not defined")]
    LevelNotDefined,
    /// An indicator that has to be told which population to use.
    #[title("ต้องระบุประชากร", "population required")]
    PopulationRequired,
    /// A province without the population to be used.
    #[title("ขาดจำนวนประชากร", "missing population")]
    MissingPopulation,
}

/// Why tables or cells cannot be judged; it holds no value of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct DataError {
    /// The stable code.
    #[title("รหัสข้อผิดพลาด", "error code")]
    pub code: DataCode,
    /// The table, where it is about one.
    #[title("แฟ้ม", "table")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The column, where it is about one.
    #[title("คอลัมน์", "column")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is wrong and what to do.
    #[title("ข้อความ", "message")]
    pub message: Message,
}

impl DataError {
    /// An error of no table in particular; its wording may name `{table}` and `{column}`, which are filled in with them.
    pub fn new(code: DataCode, message: impl Into<Message>) -> Self {
        Self {
            code,
            table: None,
            column: None,
            message: message.into(),
        }
    }

    /// The same, about a table.
    #[must_use]
    pub fn in_table(mut self, table: &str) -> Self {
        let shown = shown(table);
        let args = self.message.args;
        self.message.args = args.with("table", Arg::Word(shown.clone().into()));
        self.table = Some(shown);
        self
    }

    /// The same, about a column.
    #[must_use]
    pub fn in_column(mut self, column: &str) -> Self {
        let shown = shown(column);
        let args = self.message.args;
        self.message.args = args.with("column", Arg::Word(shown.clone().into()));
        self.column = Some(shown);
        self
    }

    /// A name that is none of the tables known.
    pub fn unknown_table(name: &str, known: &[&'static str]) -> Self {
        let args = [("known", Arg::Word(known.join(", ").into()))];
        Self::new(DataCode::UnknownTable, Message::new(UNKNOWN_TABLE, args)).in_table(name)
    }

    /// A name that is no column of the table.
    pub fn unknown_column(table: &str, name: &str) -> Self {
        let error = Self::new(DataCode::UnknownColumn, UNKNOWN_COLUMN);
        error.in_table(table).in_column(name)
    }

    /// A table that is needed and not given.
    pub fn missing_table(table: &str) -> Self {
        Self::new(DataCode::MissingTable, MISSING_TABLE).in_table(table)
    }

    /// A column that is needed and not given.
    pub fn missing_column(table: &str, column: &str) -> Self {
        let error = Self::new(DataCode::MissingColumn, MISSING_COLUMN);
        error.in_table(table).in_column(column)
    }

    /// A column that is no text.
    pub fn wrong_type(table: &str, column: &str) -> Self {
        let error = Self::new(DataCode::WrongType, WRONG_TYPE);
        error.in_table(table).in_column(column)
    }

    /// An answer of the contract: `{"error": …}`.
    pub fn to_json(&self) -> String {
        // Its types have string keys and no failing serialisers, so this cannot fail.
        serde_json::to_string(&DataProblem { error: self }).unwrap_or_default()
    }
}

/// Tables or cells that the library cannot judge.
#[derive(Serialize, Shape)]
#[shape(name = "DataProblem")]
pub(crate) struct DataProblem<'a> {
    /// Why they cannot be judged.
    #[title("ข้อผิดพลาด", "error")]
    pub error: &'a DataError,
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.name(), self.message)
    }
}

impl std::error::Error for DataError {}

/// A name as it is shown: `…` where it does not look like one (`[A-Za-z][A-Za-z0-9_]{0,39}`).
fn shown(name: &str) -> String {
    let is_name = name.len() <= 40
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_name { name } else { "…" }.to_owned()
}

const UNKNOWN_TABLE: Text = text!(
    "ไม่มีแฟ้มชื่อ `{table}` โปรดใช้ชื่อใดชื่อหนึ่งใน {known}",
    "there is no table `{table}`; known are {known}",
);
const UNKNOWN_COLUMN: Text = text!(
    "แฟ้ม {table} ไม่มีคอลัมน์ `{column}` โปรดใช้ชื่อคอลัมน์ตามมาตรฐาน 43 แฟ้ม",
    "the table {table} has no column `{column}`; use the names of the 43-file standard",
);
const MISSING_TABLE: Text = text!(
    "ขาดแฟ้ม {table} โปรดเพิ่ม",
    "the table {table} is missing; add it",
);
const MISSING_COLUMN: Text = text!(
    "แฟ้ม {table} ขาดคอลัมน์ {column} โปรดเพิ่ม",
    "the table {table} lacks the column {column}; add it",
);
const WRONG_TYPE: Text = text!(
    "คอลัมน์ {column} ของแฟ้ม {table} ไม่เป็นข้อความ เลขศูนย์นำหน้าจึงหายไป โปรดส่งเป็นข้อความ",
    "the column {column} of the table {table} is no text, so that leading zeros are lost; give it as text",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_only_where_it_looks_like_one() {
        let known = ["PERSON", "DEATH"];
        let error = DataError::unknown_table("PERSONS", &known);
        assert_eq!(
            error.to_json(),
            r#"{"error":{"code":"unknown_table","table":"PERSONS","message":{"th":"ไม่มีแฟ้มชื่อ `PERSONS` โปรดใช้ชื่อใดชื่อหนึ่งใน PERSON, DEATH","en":"there is no table `PERSONS`; known are PERSON, DEATH"}}}"#
        );
        for cell in ["3100600445635", "สมชาย", "081-234", "", &"A".repeat(41)] {
            let error = DataError::unknown_column("PERSON", cell);
            assert_eq!(error.column.as_deref(), Some("…"), "{cell}");
            assert!(
                cell.is_empty() || !error.to_string().contains(cell),
                "{error}"
            );
        }
    }

    #[test]
    fn every_place_of_a_wording_is_filled() {
        for error in [
            DataError::unknown_table("X", &["Y"]),
            DataError::unknown_column("X", "Y"),
            DataError::missing_table("X"),
            DataError::missing_column("X", "Y"),
            DataError::wrong_type("X", "Y"),
        ] {
            assert_eq!(error.message.unfilled().next(), None, "{error}");
            assert_eq!(
                serde_json::to_value(error.code).unwrap(),
                error.code.name(),
                "{error}"
            );
        }
    }
}
