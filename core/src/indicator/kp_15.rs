//! KP-15 Rate of completed suicide: deaths by place from surveillance form 506S or the civil registry, by population.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::area::{AreaCode, Level};
use super::cell::{exactly, word};
use super::figure::{Bound, Measure, goal};
use super::outcome::{Areas, Asked, Indicator, Members};
use super::period::Period;
use super::rules::KP_15;
use crate::base::area::{PROVINCES, Province, REGION_CODES, province};
use crate::base::calendar::{Date, Quarter};
use crate::base::data_error::{DataCode, DataError};
use crate::base::rule::{Applied, applies};
use crate::base::shape::Shape;
use crate::base::text::{Arg, Message, Text, text};
use crate::policy::Policy;
use crate::record::trim;
use crate::record::withheld::Met;
use crate::surveillance::is_self_harm;

pub(super) const APPLIES: Applied = applies(&KP_15);

pub(super) const MEASURE: Measure = Measure {
    rule: &KP_15,
    per: 100_000,
    at: Bound::Most,
    targets: &[
        goal(2568, Quarter::Q2, "5.0"),
        goal(2568, Quarter::Q4, "7.8"),
        goal(2569, Quarter::Q4, "7.8"),
        goal(2570, Quarter::Q4, "7.5"),
    ],
};

/// The table of populations.
const POPULATIONS: &str = "populations";

/// A row of deaths. A cell that is empty is the empty text or none, and a date that cannot be read is none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Death<'a> {
    /// The death's id.
    pub death_id: &'a str,
    /// `506s` or `registry`.
    pub source: &'a str,
    /// The day of death; a row without it is left out.
    pub died_on: Option<Date>,
    /// The code of the province in which the person died; another text stands for an unknown place.
    pub place: &'a str,
    /// The ICD-10 code of the cause.
    pub cause: &'a str,
}

/// A row of populations.
#[derive(Debug, Clone, Copy, Default)]
pub struct Population<'a> {
    /// The code of the province.
    pub province: &'a str,
    /// `mid_year` or `year_end`.
    pub basis: &'a str,
    /// The year, C.E.
    pub year: Option<i64>,
    /// How many people.
    pub population: Option<i64>,
}

/// Of which day of a year a population is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Shape,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// ประชากรกลางปี
    #[title("ประชากรกลางปี", "mid-year population")]
    MidYear,
    /// ประชากรปลายปี
    #[title("ประชากรปลายปี", "population at the end of the year")]
    YearEnd,
}

/// Which population is the denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PopulationUsed {
    /// Of which day of the year.
    pub basis: Basis,
    /// The year, C.E.
    pub year: i64,
}

impl PopulationUsed {
    /// The population of `mid_year` or `year_end` of a year C.E.
    ///
    /// # Errors
    ///
    /// `unknown_value`: another basis.
    pub fn new(basis: &str, year: i64) -> Result<Self, DataError> {
        let basis = exactly(basis).ok_or_else(|| unknown(NO_BASIS))?;
        Ok(Self { basis, year })
    }

    /// That of the rule: at the end of the year before for quarter 2, mid-year for quarters 3 and 4, none for quarter 1.
    fn of(period: Period) -> Option<Self> {
        let year = i64::from(period.last_day().year());
        match period.quarter {
            Quarter::Q1 => None,
            Quarter::Q2 => Some(Self {
                basis: Basis::YearEnd,
                year: year.saturating_sub(1),
            }),
            Quarter::Q3 | Quarter::Q4 => Some(Self {
                basis: Basis::MidYear,
                year,
            }),
        }
    }
}

/// Where a death was reported.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Source {
    #[serde(rename = "506s")]
    Surveillance,
    Registry,
}

/// KP-15 from the rows of its tables, given in any order.
pub struct Kp15 {
    asked: Asked,
    used: PopulationUsed,
    /// The provinces whose 506S is not used.
    trouble: BTreeSet<&'static str>,
    /// By province; under none those without a known place.
    deaths: BTreeMap<Option<&'static str>, Reported>,
    populations: BTreeMap<(&'static str, PopulationUsed), u64>,
    /// A province with two populations of one basis and year.
    twice: Option<&'static str>,
    citizen_ids: Met,
}

/// The deaths of a place, by source.
#[derive(Default)]
struct Reported {
    surveillance: Vec<String>,
    registry: Vec<String>,
}

impl Kp15 {
    /// Of a period, by areas. `population` names the denominator, which quarter 1 needs; `trouble` are the provinces and
    /// regions (`R1` to `R13`) whose 506S is not used.
    ///
    /// # Errors
    ///
    /// `level_not_defined` by facility, `population_required` of quarter 1, `unknown_value` of `trouble`.
    pub fn new(
        period: Period,
        by: Level,
        policy: &Policy,
        population: Option<PopulationUsed>,
        trouble: &[&str],
    ) -> Result<Self, DataError> {
        if by == Level::Facility {
            return Err(DataError::new(DataCode::LevelNotDefined, NO_FACILITIES));
        }
        let used = population.or_else(|| PopulationUsed::of(period));
        Ok(Self {
            asked: Asked {
                measure: &MEASURE,
                period,
                by,
                policy: policy.clone(),
            },
            used: used
                .ok_or_else(|| DataError::new(DataCode::PopulationRequired, NAME_POPULATION))?,
            trouble: provinces_of(trouble)?,
            deaths: BTreeMap::new(),
            populations: BTreeMap::new(),
            twice: None,
            citizen_ids: Met::default(),
        })
    }

    /// Reads a row of deaths.
    pub fn death(&mut self, row: &Death<'_>) {
        self.citizen_ids.note(row.death_id);
        let is_counted = row.died_on.is_some_and(|day| self.asked.period.holds(day));
        let (true, Some(source)) = (is_counted && is_self_harm(row.cause), word(row.source)) else {
            return;
        };
        let place = province(trim(row.place)).map(|province| province.code);
        let reported = self.deaths.entry(place).or_default();
        let ids = match source {
            Source::Surveillance => &mut reported.surveillance,
            Source::Registry => &mut reported.registry,
        };
        ids.push(trim(row.death_id).to_owned());
    }

    /// Reads a row of populations; one without a known province, basis, year or number is none.
    pub fn population(&mut self, row: &Population<'_>) {
        let people = row.population.and_then(|people| u64::try_from(people).ok());
        let basis = word(row.basis).zip(row.year);
        let (Some(province), Some((basis, year)), Some(people)) =
            (province(trim(row.province)), basis, people)
        else {
            return;
        };
        let key = (province.code, PopulationUsed { basis, year });
        if self.populations.insert(key, people).is_some() {
            self.twice.get_or_insert(province.code);
        }
    }

    /// The result of the rows read.
    ///
    /// # Errors
    ///
    /// `unknown_value`: two populations of one province, basis and year. `missing_population`: an area that is listed lacks
    /// that of one of its provinces.
    pub fn finish(self) -> Result<Indicator, DataError> {
        if let Some(province) = self.twice {
            let named = [("province", Arg::Word(province.into()))];
            let error = DataError::new(DataCode::UnknownValue, Message::new(TWICE, named));
            return Err(error.in_table(POPULATIONS));
        }
        let withheld = self.citizen_ids.withheld();
        let mut areas = Areas::new();
        for (place, reported) in self.deaths {
            let known = place.and_then(province);
            let ids = reported.used(known.is_some_and(|known| self.trouble.contains(known.code)));
            let is_listed = known.is_some() || self.asked.by == Level::Country;
            if is_listed && !ids.is_empty() {
                let members: &mut Members = areas.entry(area_of(self.asked.by, known)).or_default();
                let shown = ids.iter().map(|id| withheld.shown(id).to_string());
                members.ledger.numerator.extend(shown);
            }
        }
        let mut missing = Vec::new();
        for known in &PROVINCES {
            let area = area_of(self.asked.by, Some(known));
            let people = self.populations.get(&(known.code, self.used));
            if let Some(people) = people {
                let members = areas.entry(area).or_default();
                let sum = members.population.get_or_insert_default();
                *sum = sum.saturating_add(*people);
            } else {
                missing.push((area, known.code));
            }
        }
        missing.retain(|(area, _)| areas.contains_key(area));
        if !missing.is_empty() {
            let codes: Vec<&str> = missing.into_iter().map(|(_, code)| code).collect();
            return Err(lacking(self.used, &codes));
        }
        Ok(self.asked.answer(areas))
    }
}

/// The area of a province, or of a death without a known one.
fn area_of(by: Level, known: Option<&Province>) -> AreaCode {
    AreaCode::of(by, "", known)
}

impl Reported {
    /// Those of the source that is used: the registry where 506S has trouble or fewer.
    fn used(self, has_trouble: bool) -> Vec<String> {
        if has_trouble || self.surveillance.len() < self.registry.len() {
            self.registry
        } else {
            self.surveillance
        }
    }
}

/// The provinces of these codes of provinces and regions.
fn provinces_of(areas: &[&str]) -> Result<BTreeSet<&'static str>, DataError> {
    let mut found = BTreeSet::new();
    for area in areas {
        let region = REGION_CODES.iter().position(|code| code == area);
        if let Some(known) = province(area) {
            found.insert(known.code);
        } else if let Some(place) = region {
            let is_inside =
                |known: &&Province| usize::from(known.region) == place.saturating_add(1);
            found.extend(PROVINCES.iter().filter(is_inside).map(|known| known.code));
        } else {
            return Err(unknown(NO_AREA));
        }
    }
    Ok(found)
}

fn unknown(wording: Text) -> DataError {
    DataError::new(DataCode::UnknownValue, wording)
}

fn lacking(used: PopulationUsed, codes: &[&str]) -> DataError {
    let named = [
        ("basis", Arg::Text(used.basis.title())),
        ("year", Arg::Number(used.year)),
        ("provinces", Arg::Word(codes.join(", ").into())),
    ];
    let message = Message::new(MISSING, named);
    DataError::new(DataCode::MissingPopulation, message).in_table(POPULATIONS)
}

const NO_FACILITIES: Text = text!(
    "ตัวชี้วัด KP-15 ไม่มีผลรายหน่วยบริการ โปรดเลือกระดับจังหวัด เขตสุขภาพ หรือประเทศ",
    "KP-15 has no result by facility; ask by province, region or country",
);
const NAME_POPULATION: Text = text!(
    "ไตรมาส 1 ไม่ได้กำหนดประชากรที่ใช้ โปรดระบุว่าใช้ประชากรกลางปีหรือปลายปีของปี ค.ศ. ใด",
    "no population is defined for quarter 1; name the one to be used, by basis and year of the common era",
);
const NO_BASIS: Text = text!(
    "ประชากรต้องเป็น mid_year (กลางปี) หรือ year_end (ปลายปี) โปรดแก้ไข",
    "the basis of a population is mid_year or year_end; correct it",
);
const NO_AREA: Text = text!(
    "พื้นที่ที่มีปัญหาการรายงานต้องเป็นรหัสจังหวัด 2 หลัก หรือ R1 ถึง R13 โปรดแก้ไข",
    "an area with reporting trouble is a province of two digits, or R1 to R13; correct it",
);
const TWICE: Text = text!(
    "ตาราง {table} มีประชากรของจังหวัด {province} ซ้ำในฐานและปีเดียวกัน โปรดเหลือเพียงค่าเดียว",
    "the table {table} has two populations of province {province} of one basis and year; leave one",
);
const MISSING: Text = text!(
    "ตาราง {table} ขาด{basis} ค.ศ. {year} ของจังหวัด {provinces} โปรดเพิ่ม",
    "the table {table} lacks the {basis} of {year} of the provinces {provinces}; add them",
);
