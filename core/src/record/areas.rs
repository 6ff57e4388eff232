//! The areas that a caller knows: whether a district and a tambon of an address exist (RV-02).

use super::cell::UNKNOWN;
use super::table::{Column, Table};
use crate::base::area::{RV_02, TAMBON_SHAPE, judge_tambon};
use crate::base::data_error::{DataCode, DataError};
use crate::base::order;
use crate::base::rule::{Applied, applies};
use crate::base::text::{Text, text};

/// What exists is judged where areas are known.
pub(super) const APPLIES: Applied = applies(&RV_02);

/// The 6-digit codes of the tambons there are.
///
/// ```
/// use bosoto::record::Areas;
///
/// let areas = Areas::new(["810101", "810102"])?;
/// assert_eq!(areas.unknown("81", "01", Some("01")), None);
/// assert_eq!(areas.unknown("81", "01", Some("03")).unwrap().name, "TAMBON");
/// assert_eq!(areas.unknown("81", "02", None).unwrap().name, "AMPUR");
/// # Ok::<(), bosoto::DataError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Areas {
    /// In order, each once.
    tambons: Vec<u32>,
}

impl Areas {
    /// Those of these codes, in any order.
    ///
    /// # Errors
    ///
    /// `unknown_value`: a code that is not 6 digits.
    pub fn new<'a>(codes: impl IntoIterator<Item = &'a str>) -> Result<Self, DataError> {
        let read = |code: &str| {
            let is_shaped = judge_tambon(code).is_none_or(|fault| *fault != TAMBON_SHAPE);
            let number = code.parse().ok().filter(|_| is_shaped);
            number.ok_or_else(|| DataError::new(DataCode::UnknownValue, NOT_SIX_DIGITS))
        };
        let codes = codes.into_iter().map(read);
        let mut tambons = codes.collect::<Result<Vec<u32>, DataError>>()?;
        order::sort(&mut tambons);
        tambons.dedup();
        Ok(Self { tambons })
    }

    /// The column of ADDRESS on which `no_such_area` stands: TAMBON where the tambon is unknown, AMPUR where its district
    /// is, whatever its tambon. The cells are trimmed and passed their own checks, `tambon` is none where it did not; 99
    /// stands for unknown and is not looked up.
    #[must_use]
    pub fn unknown(
        &self,
        changwat: &str,
        ampur: &str,
        tambon: Option<&str>,
    ) -> Option<&'static Column> {
        let province = number(changwat)?;
        let district = province.wrapping_mul(100).wrapping_add(number(ampur)?);
        let first = district.wrapping_mul(100);
        let of_district = self.tambons.partition_point(|code| *code < first);
        let known = self.tambons.get(of_district).map(|code| code / 100);
        if known != Some(district) {
            return Table::Address.column("AMPUR");
        }
        let code = first.wrapping_add(number(tambon?)?);
        let is_known = self.tambons.binary_search(&code).is_ok();
        if is_known {
            None
        } else {
            Table::Address.column("TAMBON")
        }
    }
}

/// The number of two digits that are known; none of anything else.
fn number(digits: &str) -> Option<u32> {
    let is_known = digits != UNKNOWN && digits.len() == 2;
    digits.parse().ok().filter(|_| is_known)
}

const NOT_SIX_DIGITS: Text = text!(
    "รหัสพื้นที่ที่ให้มาเทียบต้องเป็นรหัสตำบล ตัวเลข 6 หลัก โปรดแก้ไข",
    "an area to compare with is a tambon code of 6 digits; correct it",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rv_02_no_such_area_stands_on_the_tambon_or_on_the_unknown_district() {
        let areas = Areas::new(["810102", "810101", "810201", "810101", "100100"]).unwrap();
        let unknown = |a, b, c| areas.unknown(a, b, Some(c)).map(|column| column.name);
        for (changwat, ampur, tambon, expected) in [
            ("81", "01", "01", None),
            ("81", "01", "03", Some("TAMBON")),
            ("81", "03", "01", Some("AMPUR")),
            ("82", "01", "01", Some("AMPUR")),
            ("10", "01", "00", None),
            ("96", "99", "01", None),
            ("81", "01", "99", None),
            ("81", "03", "99", Some("AMPUR")),
            ("99", "01", "01", None),
        ] {
            assert_eq!(
                unknown(changwat, ampur, tambon),
                expected,
                "{changwat}{ampur}{tambon}"
            );
        }
        // What failed by itself is not looked up.
        for (changwat, ampur, tambon) in [
            ("8", "01", "01"),
            ("81", "", "01"),
            ("81", "01", "1"),
            ("81", "01", "0101"),
        ] {
            assert_eq!(
                unknown(changwat, ampur, tambon),
                None,
                "{changwat} {ampur} {tambon}"
            );
        }
        let of_district = |areas: &Areas, ampur| areas.unknown("81", ampur, None);
        assert_eq!(of_district(&areas, "01"), None);
        assert_eq!(of_district(&areas, "03").unwrap().name, "AMPUR");
        let none = Areas::new([]).unwrap();
        assert_eq!(of_district(&none, "01").unwrap().name, "AMPUR");
    }

    #[test]
    fn rv_02_an_area_to_compare_with_has_six_digits() {
        for code in ["8101", "81010a", " 810101", "+81010", "๘๑๐๑๐๑", ""] {
            let error = Areas::new(["810101", code]).unwrap_err();
            assert_eq!(error.code, DataCode::UnknownValue, "{code}");
        }
        // A province that is none is for the caller's table to know.
        assert!(Areas::new(["780101", "990101"]).is_ok());
    }
}
