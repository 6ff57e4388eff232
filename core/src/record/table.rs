//! The tables of the 43-file standard (แฟ้มมาตรฐาน) that are judged, as constant data (RV-05).
//!
//! To add a table is to add its variant, its columns ([`columns`](super::columns)) and its facts.

use std::fmt;

use serde::Serialize;

use super::cell::Kind;
use super::code::Code;
use super::columns;
use crate::base::data_error::DataError;
use crate::base::shape::Shape;

/// A table of the 43-file standard (แฟ้ม), in the order of RV-05.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[shape(name = "RecordTable")]
pub enum Table {
    /// แฟ้มประชาชน
    #[title("ประชาชน", "persons")]
    #[serde(rename = "PERSON")]
    Person,
    /// แฟ้มที่อยู่
    #[title("ที่อยู่", "addresses")]
    #[serde(rename = "ADDRESS")]
    Address,
    /// แฟ้มการรับบริการ
    #[title("การรับบริการ", "services")]
    #[serde(rename = "SERVICE")]
    Service,
    /// แฟ้มการวินิจฉัยผู้ป่วยนอก
    #[title("การวินิจฉัยผู้ป่วยนอก", "diagnoses of outpatients")]
    #[serde(rename = "DIAGNOSIS_OPD")]
    DiagnosisOpd,
    /// แฟ้มการวินิจฉัยผู้ป่วยใน
    #[title("การวินิจฉัยผู้ป่วยใน", "diagnoses of inpatients")]
    #[serde(rename = "DIAGNOSIS_IPD")]
    DiagnosisIpd,
    /// แฟ้มการบริการส่งเสริมป้องกันเฉพาะ
    #[title("การบริการส่งเสริมป้องกันเฉพาะ", "special prevention services")]
    #[serde(rename = "SPECIALPP")]
    Specialpp,
    /// แฟ้มการเสียชีวิต
    #[title("การเสียชีวิต", "deaths")]
    #[serde(rename = "DEATH")]
    Death,
}

/// What a table has beside its columns.
struct Facts {
    columns: &'static [Column],
    /// The columns of its key, joined.
    key: &'static str,
    /// The column that says when what it tells of happened.
    event: Option<&'static str>,
    /// The first column of free text: what stands right of it in a row with too many fields is in no known place.
    free_text: Option<&'static str>,
    /// Whether its columns can be told from their number where it has no header.
    told_by_number: bool,
    /// What is judged of it between rows (RV-06).
    between: &'static [Code],
}

static PERSON: Facts = Facts {
    columns: columns::PERSON,
    key: "HOSPCODE+PID",
    event: None,
    free_text: Some("NAME"),
    told_by_number: true,
    between: &[Code::DuplicateKey, Code::CidTwice, Code::PidIsCid],
};
static ADDRESS: Facts = Facts {
    columns: columns::ADDRESS,
    key: "HOSPCODE+PID+ADDRESSTYPE",
    event: None,
    free_text: None,
    told_by_number: false,
    between: &[
        Code::DuplicateKey,
        Code::PidIsCid,
        Code::NoPerson,
        Code::CidDiffers,
    ],
};
static SERVICE: Facts = Facts {
    columns: columns::SERVICE,
    key: "HOSPCODE+PID+SEQ+DATE_SERV",
    event: Some("DATE_SERV"),
    free_text: Some("CHIEFCOMP"),
    told_by_number: true,
    between: &[
        Code::DuplicateKey,
        Code::SeqReused,
        Code::PidIsCid,
        Code::NoPerson,
        Code::CidDiffers,
        Code::BeforeBirth,
        Code::AfterDeath,
        Code::InFuture,
        Code::UpdatedBeforeService,
    ],
};
static DIAGNOSIS_OPD: Facts = Facts {
    columns: columns::DIAGNOSIS_OPD,
    key: "HOSPCODE+PID+SEQ+DATE_SERV+DIAGCODE",
    event: Some("DATE_SERV"),
    free_text: None,
    told_by_number: true,
    between: OF_A_SERVICE,
};
static DIAGNOSIS_IPD: Facts = Facts {
    columns: columns::DIAGNOSIS_IPD,
    key: "HOSPCODE+PID+AN+DATETIME_ADMIT+DIAGCODE",
    event: Some("DATETIME_ADMIT"),
    free_text: None,
    told_by_number: false,
    between: &[
        Code::DuplicateKey,
        Code::PidIsCid,
        Code::NoPerson,
        Code::CidDiffers,
        Code::BeforeBirth,
        Code::AfterDeath,
        Code::InFuture,
        Code::UpdatedBeforeService,
    ],
};
static SPECIALPP: Facts = Facts {
    columns: columns::SPECIALPP,
    key: "HOSPCODE+PID+DATE_SERV+PPSPECIAL",
    event: Some("DATE_SERV"),
    free_text: None,
    told_by_number: true,
    between: OF_A_SERVICE,
};
static DEATH: Facts = Facts {
    columns: columns::DEATH,
    key: "HOSPCODE+PID",
    event: Some("DDEATH"),
    free_text: None,
    told_by_number: false,
    between: &[
        Code::DuplicateKey,
        Code::PidIsCid,
        Code::NoPerson,
        Code::CidDiffers,
        Code::BeforeBirth,
        Code::InFuture,
    ],
};

/// What is judged between rows of a table whose rows belong to a service.
const OF_A_SERVICE: &[Code] = &[
    Code::DuplicateKey,
    Code::PidIsCid,
    Code::NoPerson,
    Code::NoService,
    Code::ServiceDate,
    Code::CidDiffers,
    Code::BeforeBirth,
    Code::AfterDeath,
    Code::InFuture,
    Code::UpdatedBeforeService,
];

impl Table {
    const fn facts(self) -> &'static Facts {
        match self {
            Self::Person => &PERSON,
            Self::Address => &ADDRESS,
            Self::Service => &SERVICE,
            Self::DiagnosisOpd => &DIAGNOSIS_OPD,
            Self::DiagnosisIpd => &DIAGNOSIS_IPD,
            Self::Specialpp => &SPECIALPP,
            Self::Death => &DEATH,
        }
    }

    /// The table of a name, in any case.
    ///
    /// ```
    /// use bosoto::record::Table;
    ///
    /// assert_eq!(Table::find("person"), Some(Table::Person));
    /// assert_eq!(Table::find("CHRONIC"), None);
    /// ```
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let mut tables = Self::ALL.iter().copied();
        tables.find(|table| name.eq_ignore_ascii_case(table.name()))
    }

    /// The same, or why there is none.
    ///
    /// # Errors
    ///
    /// `unknown_table`.
    pub fn named(name: &str) -> Result<Self, DataError> {
        Self::find(name).ok_or_else(|| {
            let known: Vec<&str> = Self::ALL.iter().map(|table| table.name()).collect();
            DataError::unknown_table(name, &known)
        })
    }

    /// Its columns, in the standard's order; those that are not judged too.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        self.facts().columns
    }

    /// The column of a name, in any case; names of a header are trimmed first ([`Header`](super::Header)).
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static Column> {
        self.columns()
            .iter()
            .find(|column| name.eq_ignore_ascii_case(column.name))
    }

    /// The same, or why there is none.
    ///
    /// # Errors
    ///
    /// `unknown_column`.
    pub fn column_named(self, name: &str) -> Result<&'static Column, DataError> {
        self.column(name)
            .ok_or_else(|| DataError::unknown_column(self.name(), name))
    }

    /// The columns of its key, in the standard's order.
    pub fn key(self) -> impl Iterator<Item = &'static Column> {
        self.columns().iter().filter(|column| column.key)
    }

    /// The same as a finding names them, joined by `+`.
    #[must_use]
    pub const fn key_name(self) -> &'static str {
        self.facts().key
    }

    /// The column that says when what a row tells of happened: DATE_SERV, DATETIME_ADMIT or DDEATH (RV-06).
    #[must_use]
    pub fn event(self) -> Option<&'static Column> {
        self.column(self.facts().event?)
    }

    /// The first column of free text. Of a row with the wrong number of fields, what stands left of it is where it
    /// belongs (RV-05); a table without stands for nothing in look-ups.
    #[must_use]
    pub fn free_text(self) -> Option<&'static Column> {
        self.column(self.facts().free_text?)
    }

    /// What is judged of it between rows (RV-06).
    #[must_use]
    pub const fn between(self) -> &'static [Code] {
        self.facts().between
    }

    /// Whether its columns can be told from their number where it has no header (RV-05).
    pub(super) const fn is_told_by_number(self) -> bool {
        self.facts().told_by_number
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What a table needs of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Needs {
    /// The column, and something in every cell.
    Cell,
    /// The column, whose cells may be empty.
    Column,
    /// Nothing: it may be absent.
    Nothing,
}

/// A column of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Column {
    /// Its name, in upper case.
    pub name: &'static str,
    /// Whether it has to be there and filled in.
    pub needs: Needs,
    /// The most characters (code points) of a cell.
    pub width: Option<u16>,
    /// What it holds; none where it is not judged.
    pub kind: Option<Kind>,
    /// Whether it is one of the columns of the key.
    pub key: bool,
    /// Whether its cells are a person's, so that findings withhold them (RV-07).
    pub personal: bool,
}

impl Column {
    pub(super) const fn new(name: &'static str, needs: Needs, kind: Option<Kind>) -> Self {
        Self {
            name,
            needs,
            width: None,
            kind,
            key: false,
            personal: false,
        }
    }

    pub(super) const fn wide(self, width: u16) -> Self {
        Self {
            width: Some(width),
            ..self
        }
    }

    pub(super) const fn key(self) -> Self {
        Self { key: true, ..self }
    }

    pub(super) const fn personal(self) -> Self {
        Self {
            personal: true,
            ..self
        }
    }

    /// Whether a table without it is missing something.
    #[must_use]
    pub const fn is_needed(&self) -> bool {
        !matches!(self.needs, Needs::Nothing)
    }

    /// Whether it holds telephone numbers, of which nothing is more than a warning (RV-08).
    #[must_use]
    pub const fn is_phone(&self) -> bool {
        matches!(self.kind, Some(Kind::Phone))
    }
}
