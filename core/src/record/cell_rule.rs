//! The rules that judge a text alone, whatever row it stands in (RV-01 to RV-05, RV-08).

use super::cell::{Kind, trim};
use super::code::Code;
use super::table::{Column, Table};
use crate::base::area::RV_02;
use crate::base::characters::are_digits;
use crate::base::data_error::{DataCode, DataError};
use crate::base::rule::{Applied, applies};
use crate::base::text::{Text, text};

pub(super) const APPLIES: Applied = applies(&RV_02);

/// A rule that judges a text alone: that of a kind of value, or, of RV-05, a column of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellRule {
    /// A citizen id, a facility code, an ICD-10 code or a telephone number (RV-01, RV-03, RV-04, RV-08).
    Value(Kind),
    /// A province and, behind it, its district and tambon: 2, 4 or 6 digits (RV-02).
    Area,
    /// What a column of the standard asks of its cells (RV-05).
    Column(&'static Column),
}

impl CellRule {
    /// The rule of a name: `RV-01` to `RV-04`, `RV-08`, or a column as `PERSON.BIRTH`, in any case.
    ///
    /// # Errors
    ///
    /// `unknown_value`: another name; `unknown_table`, `unknown_column`.
    pub fn named(name: &str) -> Result<Self, DataError> {
        Ok(match name {
            "RV-01" => Self::Value(Kind::Cid),
            "RV-02" => Self::Area,
            "RV-03" => Self::Value(Kind::Facility),
            "RV-04" => Self::Value(Kind::Icd10),
            "RV-08" => Self::Value(Kind::Phone),
            _ => {
                let (table, column) = name
                    .split_once('.')
                    .ok_or_else(|| DataError::new(DataCode::UnknownValue, UNKNOWN_RULE))?;
                Self::Column(Table::named(table)?.column_named(column)?)
            }
        })
    }

    /// The first that is wrong with a text, which is trimmed here. Nothing is wrong with an empty one, unless the column
    /// needs its cells.
    ///
    /// ```
    /// use bosoto::record::{CellRule, Code};
    ///
    /// assert_eq!(CellRule::named("RV-01")?.judge("3100600445636"), Some(Code::CidCheckDigit));
    /// assert_eq!(CellRule::named("RV-02")?.judge("810101"), None);
    /// assert_eq!(CellRule::named("PERSON.BIRTH")?.judge("25330101"), Some(Code::BuddhistYear));
    /// # Ok::<(), bosoto::DataError>(())
    /// ```
    #[must_use]
    pub fn judge(&self, cell: &str) -> Option<Code> {
        let cell = trim(cell);
        match self {
            Self::Column(column) if column.passes(cell.as_bytes()) => None,
            Self::Column(column) => column.judge(cell),
            Self::Value(_) | Self::Area if cell.is_empty() => None,
            Self::Value(kind) if kind.passes(cell.as_bytes()) => None,
            Self::Value(kind) => kind.judge(cell.as_bytes()),
            Self::Area => judge_area(cell),
        }
    }
}

/// Judges each two digits as CHANGWAT, AMPUR and TAMBON are judged (RV-02).
fn judge_area(code: &str) -> Option<Code> {
    if !matches!(code.len(), 2 | 4 | 6) || !are_digits(code.as_bytes()) {
        return Some(Code::AreaShape);
    }
    let parts = [0..2, 2..4, 4..6].map(|part| code.get(part));
    let kinds = [Kind::Province, Kind::Area, Kind::Area];
    let mut parts = kinds.into_iter().zip(parts.into_iter().flatten());
    parts.find_map(|(kind, part)| kind.judge(part.as_bytes()))
}

const UNKNOWN_RULE: Text = text!(
    "ไม่มีหลักเกณฑ์นี้ หรือเป็นหลักเกณฑ์ที่ตรวจจากข้อความเพียงช่องเดียวไม่ได้ โปรดใช้ RV-01, RV-02, RV-03, RV-04, RV-08 \
     หรือชื่อแฟ้มและคอลัมน์ เช่น PERSON.BIRTH",
    "no such rule, or it does not judge a text alone; give RV-01, RV-02, RV-03, RV-04, RV-08, or a table and a column \
     as PERSON.BIRTH",
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn judged(rule: &str, cell: &str) -> Option<&'static str> {
        let rule = CellRule::named(rule).unwrap();
        rule.judge(cell).map(Code::name)
    }

    #[test]
    fn a_text_is_judged_by_the_rule_of_its_name() {
        for (rule, cell, code) in [
            ("RV-01", " 3100600445635 ", None),
            ("RV-01", "", None),
            ("RV-01", "  ", None),
            ("RV-01", "3-1006-00445-63-5", Some("cid_shape")),
            ("RV-01", "3100600445636", Some("cid_check_digit")),
            ("RV-01", "1111111111119", Some("cid_placeholder")),
            ("RV-03", "10670", None),
            ("RV-03", "1067", Some("facility_shape")),
            ("RV-04", "f20.0", None),
            ("RV-04", "F2", Some("icd10_shape")),
            ("RV-08", "081-234-5678", None),
            ("RV-08", "123", Some("phone")),
            ("PERSON.SEX", "", Some("required")),
            ("PERSON.CID", "", None),
            ("person.sex", "3", Some("list")),
            ("PERSON.BIRTH", "25330101", Some("buddhist_year")),
            ("PERSON.PID", "1234567890123456", Some("width")),
            ("PERSON.HN", "anything", None),
        ] {
            assert_eq!(judged(rule, cell), code, "{rule} {cell}");
        }
    }

    #[test]
    fn rv_02_an_area_is_a_province_with_what_lies_in_it() {
        for (cell, code) in [
            ("81", None),
            ("8101", None),
            ("810101", None),
            ("810100", None),
            ("78", Some("no_such_province")),
            ("780101", Some("no_such_province")),
            ("99", Some("unknown_province")),
            ("999999", Some("unknown_province")),
            ("8199", Some("unknown_area")),
            ("810199", Some("unknown_area")),
            ("8", Some("area_shape")),
            ("81010", Some("area_shape")),
            ("๘๑", Some("area_shape")),
            ("81-1", Some("area_shape")),
        ] {
            assert_eq!(judged("RV-02", cell), code, "{cell}");
        }
    }

    #[test]
    fn a_rule_that_needs_more_than_a_text_is_refused() {
        for (name, code) in [
            ("RV-05", "unknown_value"),
            ("RV-06", "unknown_value"),
            ("rv-01", "unknown_value"),
            ("", "unknown_value"),
            ("CHRONIC.PID", "unknown_table"),
            ("PERSON.NOTHING", "unknown_column"),
        ] {
            assert_eq!(
                CellRule::named(name).unwrap_err().code.name(),
                code,
                "{name}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_column_judges_as_its_table_does(
            table in prop::sample::select(Table::ALL),
            at in any::<prop::sample::Index>(),
            cell in "[0-9]{0,14}|20[0-9]{6}|3100600445635| ?[A-Z][0-9.]{2,4} ?|\\PC{0,20}",
        ) {
            let column = at.get(table.columns());
            let rule = CellRule::named(&format!("{}.{}", table.name(), column.name)).unwrap();
            prop_assert_eq!(rule.judge(&cell), column.judge(&cell));
        }

        #[test]
        fn no_text_panics(rule in "RV-0[12348]", cell in "\\PC{0,15}") {
            let _ = judged(&rule, &cell);
        }
    }
}
