//! The areas of an indicator: facilities, provinces, health regions, the country.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::cell::exactly;
use crate::base::area::{Province, REGION_CODES, UNKNOWN_PROVINCE, province};
use crate::base::data_error::{DataCode, DataError};
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::record::trim;

/// The code of the country.
pub(super) const COUNTRY: &str = "TH";

/// The level of areas of a result (ระดับพื้นที่).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
#[shape(name = "AreaLevel")]
pub enum Level {
    /// หน่วยบริการ
    #[title("หน่วยบริการ", "facility")]
    Facility,
    /// จังหวัด
    #[title("จังหวัด", "province")]
    Province,
    /// เขตสุขภาพ
    #[title("เขตสุขภาพ", "health region")]
    Region,
    /// ประเทศ
    #[title("ประเทศ", "country")]
    Country,
}

impl Level {
    /// The level of this name: `facility`, `province`, `region`, `country`.
    ///
    /// # Errors
    ///
    /// `unknown_value`.
    pub fn find(name: &str) -> Result<Self, DataError> {
        exactly(name).ok_or_else(|| DataError::new(DataCode::UnknownValue, NO_LEVEL))
    }
}

const NO_LEVEL: Text = text!(
    "ระดับพื้นที่ต้องเป็น facility province region หรือ country โปรดแก้ไข",
    "the level of areas is facility, province, region or country; correct it",
);

/// An area, in the order of a result: by code, regions by number, what is unknown last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct AreaCode {
    place: u8,
    pub code: String,
}

impl AreaCode {
    /// The area in which a facility lies; 99 of a province or a region that is not known.
    pub fn of(by: Level, facility: &str, province: Option<&Province>) -> Self {
        match by {
            Level::Facility => Self::plain(trim(facility)),
            Level::Province => {
                Self::plain(province.map_or(UNKNOWN_PROVINCE, |province| province.code))
            }
            Level::Region => {
                province.map_or_else(Self::unknown, |province| Self::region(province.region))
            }
            Level::Country => Self::plain(COUNTRY),
        }
    }

    fn plain(code: &str) -> Self {
        Self {
            place: 0,
            code: code.to_owned(),
        }
    }

    fn region(number: u8) -> Self {
        let code = REGION_CODES.get(usize::from(number.saturating_sub(1)));
        Self {
            place: number,
            code: (*code.unwrap_or(&UNKNOWN_PROVINCE)).to_owned(),
        }
    }

    fn unknown() -> Self {
        Self {
            place: u8::MAX,
            ..Self::plain(UNKNOWN_PROVINCE)
        }
    }
}

/// In which province each facility lies, where it is known.
#[derive(Default)]
pub(super) struct Facilities(HashMap<Box<str>, &'static Province>);

impl Facilities {
    /// A facility lies in a province; the first one that is known counts.
    pub fn add(&mut self, hospcode: &str, code: &str) {
        if let Some(known) = province(trim(code)) {
            self.0.entry(trim(hospcode).into()).or_insert(known);
        }
    }

    /// Those of another, whose rows come after these.
    pub fn absorb(&mut self, other: Self) {
        for (hospcode, province) in other.0 {
            self.0.entry(hospcode).or_insert(province);
        }
    }

    pub fn province(&self, hospcode: &str) -> Option<&'static Province> {
        self.0.get(hospcode).copied()
    }
}
