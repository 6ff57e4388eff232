//! What can be wrong in a table: the codes of RV-07, and sets of them.
//!
//! A code has a number that never changes, so that a finding fits into a few bytes; new ones come last.

use serde::Serialize;

use super::rules::{RV_05, RV_06};
use super::table::Column;
use crate::base::area::RV_02;
use crate::base::data_error::{DataCode, DataError};
use crate::base::fault::Severity;
use crate::base::icd10::RV_04;
use crate::base::identifier::{RV_01, RV_03, RV_08};
use crate::base::rule::Rule;
use crate::base::shape::Shape;
use crate::base::text::{Arg, Message, Text, text};

// The number of each (`as u8`) never changes.
/// What can be wrong, in the order of RV-07.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[repr(u8)]
#[serde(rename_all = "snake_case")]
#[shape(name = "RecordCode")]
pub enum Code {
    /// RV-01: not 13 digits.
    #[title("เลขประจำตัวประชาชนไม่ครบ 13 หลัก", "citizen id is not 13 digits")]
    CidShape,
    /// RV-01: the last digit does not follow from the others.
    #[title(
        "เลขประจำตัวประชาชนไม่ผ่านการตรวจสอบหลักสุดท้าย",
        "check digit of the citizen id is wrong"
    )]
    CidCheckDigit,
    /// RV-01: the first digit is 9.
    #[title("เลขประจำตัวประชาชนขึ้นต้นด้วย 9", "citizen id begins with 9")]
    #[serde(rename = "cid_first_digit_9")]
    CidFirstDigit9,
    /// RV-01: the first twelve digits are alike.
    #[title("เลขประจำตัวประชาชนเป็นเลขตัวอย่าง", "citizen id is a sample")]
    CidPlaceholder,
    /// RV-02: not two digits.
    #[title("รหัสพื้นที่ไม่ใช่ตัวเลข 2 หลัก", "area code is not two digits")]
    AreaShape,
    /// RV-02: none of the 77 provinces, and not 99.
    #[title("ไม่มีจังหวัดรหัสนี้", "no such province")]
    NoSuchProvince,
    /// RV-02: province 99.
    #[title("ไม่ทราบจังหวัด", "unknown province")]
    UnknownProvince,
    /// RV-02: district or tambon 99.
    #[title("ไม่ทราบอำเภอหรือตำบล", "unknown district or tambon")]
    UnknownArea,
    /// RV-02: not among the areas that the caller supplied.
    #[title("ไม่มีอำเภอหรือตำบลรหัสนี้", "no such district or tambon")]
    NoSuchArea,
    /// RV-03: neither 5 digits nor 9 digits and upper-case letters.
    #[title("รหัสหน่วยบริการไม่ถูกต้อง", "facility code has the wrong shape")]
    FacilityShape,
    /// RV-04: no ICD-10 code.
    #[title("รหัส ICD-10 ไม่ถูกต้อง", "ICD-10 code has the wrong shape")]
    Icd10Shape,
    /// RV-05: a column that is needed is not there.
    #[title("ขาดคอลัมน์", "missing column")]
    MissingColumn,
    /// RV-05: a column is there more than once.
    #[title("คอลัมน์ซ้ำ", "duplicate column")]
    DuplicateColumn,
    /// RV-05: a member whose name says more than its table.
    #[title("ชื่อแฟ้มมีรหัสหน่วยบริการและวันเวลาต่อท้าย", "member name with a suffix")]
    MemberName,
    /// RV-05: the first line names no column.
    #[title("ไม่มีแถวหัวตาราง", "no header")]
    NoHeader,
    /// RV-05: a row with more or fewer fields than the header.
    #[title("จำนวนช่องในแถวไม่ตรงกับหัวตาราง", "wrong number of fields")]
    FieldCount,
    /// RV-05: an empty cell that is needed.
    #[title("ช่องที่ต้องกรอกว่าง", "required cell is empty")]
    Required,
    /// RV-05: more characters than the standard has.
    #[title("ยาวเกินกำหนด", "too long")]
    Width,
    /// RV-05: not so many digits.
    #[title("จำนวนหลักไม่ถูกต้อง", "wrong number of digits")]
    Digits,
    /// RV-05: no date.
    #[title("วันที่ไม่ถูกต้อง", "no date")]
    Date,
    /// RV-05: no date and time.
    #[title("วันเวลาไม่ถูกต้อง", "no date and time")]
    Datetime,
    /// RV-05: a date of the Buddhist era.
    #[title("ปีเป็น พ.ศ.", "year of the Buddhist era")]
    BuddhistYear,
    /// RV-05: none of the values of the standard.
    #[title("ค่าที่มาตรฐานไม่มี", "not among the values of the standard")]
    List,
    /// RV-06: a key that an earlier row has.
    #[title("แถวซ้ำ", "duplicate key")]
    DuplicateKey,
    /// RV-06: a SEQ that an earlier row has on another day.
    #[title("ลำดับการรับบริการซ้ำในวันอื่น", "SEQ used on another day")]
    SeqReused,
    /// RV-06: a citizen id that an earlier row has under another PID.
    #[title(
        "เลขประจำตัวประชาชนเดียวกันมีหลาย PID",
        "one citizen id under several PIDs"
    )]
    CidTwice,
    /// RV-06: a PID that is a citizen id.
    #[title("ใช้เลขประจำตัวประชาชนเป็น PID", "PID is a citizen id")]
    PidIsCid,
    /// RV-06: no row in PERSON.
    #[title("ไม่มีบุคคลในแฟ้ม PERSON", "no such person")]
    NoPerson,
    /// RV-06: no row in SERVICE.
    #[title("ไม่มีการรับบริการในแฟ้ม SERVICE", "no such service")]
    NoService,
    /// RV-06: the service is of another day.
    #[title("วันที่ไม่ตรงกับแฟ้ม SERVICE", "date differs from that of the service")]
    ServiceDate,
    /// RV-06: the citizen id is not that of the person.
    #[title(
        "เลขประจำตัวประชาชนไม่ตรงกับแฟ้ม PERSON",
        "citizen id differs from that of the person"
    )]
    CidDiffers,
    /// RV-06: before the person was born.
    #[title("ก่อนวันเกิด", "before birth")]
    BeforeBirth,
    /// RV-06: after the person died.
    #[title("หลังวันเสียชีวิต", "after death")]
    AfterDeath,
    /// RV-06: after the reference date.
    #[title("วันที่ในอนาคต", "in the future")]
    InFuture,
    /// RV-06: the row was updated before the service.
    #[title("ปรับปรุงข้อมูลก่อนวันรับบริการ", "updated before the service")]
    UpdatedBeforeService,
    /// RV-08: no telephone number.
    #[title("หมายเลขโทรศัพท์ไม่ถูกต้อง", "no telephone number")]
    Phone,
}

impl Code {
    /// The code of a number.
    #[must_use]
    pub fn of_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// The code of this name, spelled exactly.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// The rule that it breaks.
    #[must_use]
    pub const fn rule(self) -> &'static Rule {
        match self {
            Self::CidShape | Self::CidCheckDigit | Self::CidFirstDigit9 | Self::CidPlaceholder => {
                &RV_01
            }
            Self::AreaShape
            | Self::NoSuchProvince
            | Self::UnknownProvince
            | Self::UnknownArea
            | Self::NoSuchArea => &RV_02,
            Self::FacilityShape => &RV_03,
            Self::Icd10Shape => &RV_04,
            Self::MissingColumn
            | Self::DuplicateColumn
            | Self::MemberName
            | Self::NoHeader
            | Self::FieldCount
            | Self::Required
            | Self::Width
            | Self::Digits
            | Self::Date
            | Self::Datetime
            | Self::BuddhistYear
            | Self::List => &RV_05,
            Self::DuplicateKey
            | Self::SeqReused
            | Self::CidTwice
            | Self::PidIsCid
            | Self::NoPerson
            | Self::NoService
            | Self::ServiceDate
            | Self::CidDiffers
            | Self::BeforeBirth
            | Self::AfterDeath
            | Self::InFuture
            | Self::UpdatedBeforeService => &RV_06,
            Self::Phone => &RV_08,
        }
    }

    /// Whether it is about one cell, whose value a finding can show (RV-07): not about a table, a row or a key.
    #[must_use]
    pub const fn is_of_a_cell(self) -> bool {
        !matches!(
            self,
            Self::MissingColumn
                | Self::DuplicateColumn
                | Self::MemberName
                | Self::NoHeader
                | Self::FieldCount
                | Self::DuplicateKey
        )
    }

    /// How bad it is in this column (RV-07). A telephone column has free text in the standard, so that its width is a
    /// warning (RV-08); a person who is not in the export is one unless it is said to carry all (RV-06).
    ///
    /// A width is that of a column: without one it is an error.
    #[must_use]
    pub fn severity(self, column: Option<&Column>, persons_complete: bool) -> Severity {
        let warning = match self {
            Self::CidFirstDigit9
            | Self::CidPlaceholder
            | Self::UnknownProvince
            | Self::UnknownArea
            | Self::MemberName
            | Self::NoHeader
            | Self::SeqReused
            | Self::CidTwice
            | Self::PidIsCid
            | Self::ServiceDate
            | Self::CidDiffers
            | Self::Phone => true,
            Self::NoPerson => !persons_complete,
            Self::Width => column.is_some_and(Column::is_phone),
            Self::CidShape
            | Self::CidCheckDigit
            | Self::AreaShape
            | Self::NoSuchProvince
            | Self::NoSuchArea
            | Self::FacilityShape
            | Self::Icd10Shape
            | Self::MissingColumn
            | Self::DuplicateColumn
            | Self::FieldCount
            | Self::Required
            | Self::Digits
            | Self::Date
            | Self::Datetime
            | Self::BuddhistYear
            | Self::List
            | Self::DuplicateKey
            | Self::NoService
            | Self::BeforeBirth
            | Self::AfterDeath
            | Self::InFuture
            | Self::UpdatedBeforeService => false,
        };
        if warning {
            Severity::Warning
        } else {
            Severity::Error
        }
    }
}

/// A set of codes.
///
/// ```
/// use bosoto::record::{Code, Codes};
///
/// let some = Codes::named(["RV-04", "phone"])?;
/// assert_eq!(Vec::from_iter(some.iter()), [Code::Icd10Shape, Code::Phone]);
/// assert_eq!(Codes::named(["CT-16"]).unwrap_err().code.name(), "unknown_value");
/// # Ok::<(), bosoto::DataError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Codes(u64);

impl Codes {
    /// No code.
    pub const NONE: Self = Self(0);

    /// Every code.
    #[must_use]
    pub fn all() -> Self {
        Code::ALL.iter().copied().collect()
    }

    /// Those of these names: of a code, or of a rule that stands for all of its codes.
    ///
    /// # Errors
    ///
    /// `unknown_value`: a name of neither.
    pub fn named<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, DataError> {
        let mut found = Self::NONE;
        for name in names {
            let is_named = |code: &Code| code.name() == name || code.rule().id == name;
            let named: Self = Code::ALL.iter().copied().filter(is_named).collect();
            if named == Self::NONE {
                let known: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
                let args = [("known", Arg::Word(known.join(", ").into()))];
                let message = Message::new(UNKNOWN_CODE, args);
                return Err(DataError::new(DataCode::UnknownValue, message));
            }
            found = found.and(named);
        }
        Ok(found)
    }

    /// Whether a code is among them.
    #[inline]
    #[must_use]
    pub const fn has(self, code: Code) -> bool {
        self.0 & bit(code) != 0
    }

    /// These and one more.
    #[inline]
    #[must_use]
    pub const fn with(self, code: Code) -> Self {
        Self(self.0 | bit(code))
    }

    /// These and, if it stands, one more.
    #[inline]
    #[must_use]
    pub(super) const fn when(self, stands: bool, code: Code) -> Self {
        if stands { self.with(code) } else { self }
    }

    /// Each of them, in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = Code> {
        Code::ALL
            .iter()
            .copied()
            .filter(move |code| self.has(*code))
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

const fn bit(code: Code) -> u64 {
    1 << (code as u8)
}

impl FromIterator<Code> for Codes {
    fn from_iter<I: IntoIterator<Item = Code>>(codes: I) -> Self {
        codes.into_iter().fold(Self::NONE, Self::with)
    }
}

const UNKNOWN_CODE: Text = text!(
    "ไม่มีหลักเกณฑ์หรือรหัสชื่อนี้ โปรดใช้รหัสหลักเกณฑ์ RV-01 ถึง RV-08 หรือรหัสใดรหัสหนึ่งใน {known}",
    "no such rule or code; give a rule from RV-01 to RV-08, or one of {known}",
);
