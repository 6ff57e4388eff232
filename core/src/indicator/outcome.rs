//! The result of an indicator: areas with their figures, and the ledger that says of every member why it counts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::area::{AreaCode, Level};
use super::figure::{Figure, Measure};
use super::period::Period;
use super::rules::{KP_16, KP_22};
use crate::base::calendar::{Date, FiscalYear, Quarter};
use crate::base::order;
use crate::base::rule::{self, Rule};
use crate::base::shape::{MOST_OF_A_CODE, Shape};
use crate::policy::{Document, Policy};
use crate::surveillance::rules::{SV_02, SV_04};

/// The result of an indicator (ผลตัวชี้วัด).
///
/// The same tables, in any order of their rows that leaves the first of equals the first, give the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Indicator {
    /// The indicator, by the id of its rule.
    #[title("ตัวชี้วัด", "indicator")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub indicator: &'static Rule,
    /// The fiscal year, B.E.
    #[title("ปีงบประมาณ", "fiscal year")]
    pub fiscal_year: FiscalYear,
    /// The quarter with which the period ends; it begins on 1 October.
    #[title("ไตรมาส", "quarter")]
    pub quarter: Quarter,
    /// The level of the areas.
    #[title("ระดับพื้นที่", "level of areas")]
    pub by: Level,
    /// The policy; the numbers are those of the last day of the period.
    #[title("ค่ากำหนดที่ใช้", "policy")]
    pub policy: Document,
    /// The areas that have something, in order.
    #[title("พื้นที่", "areas")]
    pub areas: Vec<Area>,
}

/// An area with its figure (พื้นที่).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Area {
    /// A facility, a province, `R1` to `R13`, `99` where it is not known, or `TH`.
    #[title("รหัสพื้นที่", "area")]
    #[shape(most = MOST_OF_A_CODE)]
    pub area: String,
    /// What the indicator comes to.
    #[serde(flatten)]
    pub figure: Figure,
    /// Who counts, and who does not.
    #[title("ทะเบียนรายชื่อที่นับ", "ledger")]
    pub ledger: Ledger,
    /// How many SMI-V persons have no citizen id, so that they are followed within one facility (SV-05); of KP-16 only.
    #[title("จำนวนผู้ที่ไม่มีเลขประจำตัวประชาชน", "persons without a citizen id")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persons_without_cid: Option<u64>,
    /// The rows of SMI-V persons with a code that is worth a warning (SV-04); of KP-16 only.
    #[title("คำเตือน", "warnings")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warnings: Option<Vec<Warning>>,
}

/// The members of an area, each list ordered by id (ทะเบียนรายชื่อที่นับ).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Shape)]
pub struct Ledger {
    /// Those of the numerator.
    #[title("รายชื่อในตัวตั้ง", "members of the numerator")]
    pub numerator: Vec<String>,
    /// Those of the denominator; none of KP-15, whose denominator is a population.
    #[title("รายชื่อในตัวหาร", "members of the denominator")]
    pub denominator: Vec<String>,
    /// Those that the rule drops.
    #[title("รายชื่อที่ไม่นับ", "excluded")]
    pub excluded: Vec<Excluded>,
}

/// A member that a rule drops.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Excluded {
    /// Its id.
    #[title("รหัส", "id")]
    pub id: String,
    /// The rule that drops it.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// Why.
    #[title("เหตุผล", "reason")]
    pub reason: Reason,
}

/// Why a member is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
#[shape(name = "ExclusionReason")]
pub enum Reason {
    /// A completed patient-year has fewer follow-ups than it asks for (SV-02).
    #[title("ติดตามไม่ครบในปีที่สิ้นสุดแล้ว", "a completed year lacks follow-ups")]
    YearNotMet,
    /// The running patient-year has fewer follow-ups than complete parts (SV-02).
    #[title("ติดตามไม่ครบในปีที่ยังไม่สิ้นสุด", "the running year lacks follow-ups")]
    RunningYearNotMet,
    /// No patient-year is complete, and only those are judged (KP-16).
    #[title("ยังไม่มีปีใดสิ้นสุด", "no completed year")]
    NoCompletedYear,
    /// The treatment never started (KP-22).
    #[title("ไม่เคยเริ่มบำบัด", "never started")]
    NotStarted,
    /// ถูกจับกุม (KP-22)
    #[title("ถูกจับกุม", "arrested")]
    Arrested,
    /// เสียชีวิต (KP-22)
    #[title("เสียชีวิต", "deceased")]
    Deceased,
    /// เปลี่ยนการรักษา (KP-22)
    #[title("เปลี่ยนการรักษา", "changed treatment")]
    ChangedTreatment,
    /// บำบัดโดยใช้เมทาโดน (KP-22)
    #[title("บำบัดโดยใช้เมทาโดน", "methadone")]
    Methadone,
}

impl Reason {
    /// The rule that drops a member for it.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        match self {
            Self::YearNotMet | Self::RunningYearNotMet => &SV_02,
            Self::NoCompletedYear => &KP_16,
            Self::NotStarted
            | Self::Arrested
            | Self::Deceased
            | Self::ChangedTreatment
            | Self::Methadone => &KP_22,
        }
    }
}

/// A row that is worth a warning (SV-04).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "CodeWarning")]
pub struct Warning {
    /// The member's id.
    #[title("รหัส", "id")]
    pub id: String,
    /// The rule.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// The code of SPECIALPP.
    #[title("รหัสบริการส่งเสริมป้องกันเฉพาะ", "code")]
    pub code: &'static str,
    /// The day of the row.
    #[title("วันที่รับบริการ", "day of the service")]
    pub on: Date,
}

/// In which list of a ledger a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// In the numerator.
    #[title("ตัวตั้ง", "numerator")]
    Numerator,
    /// In the denominator.
    #[title("ตัวหาร", "denominator")]
    Denominator,
    /// Dropped.
    #[title("ไม่นับ", "excluded")]
    Excluded,
}

/// A member as a row of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LedgerRow<'a> {
    /// The area.
    pub area: &'a str,
    /// In which list it stands.
    pub role: Role,
    /// Its id.
    pub id: &'a str,
    /// Of one that is dropped, the rule.
    pub rule: Option<&'static Rule>,
    /// Of one that is dropped, why.
    pub reason: Option<Reason>,
}

impl Indicator {
    /// Every member of every area as a row: by area, list and id.
    pub fn ledger(&self) -> impl Iterator<Item = LedgerRow<'_>> {
        self.areas.iter().flat_map(|Area { area, ledger, .. }| {
            let counted = move |role, id| LedgerRow {
                area,
                role,
                id,
                rule: None,
                reason: None,
            };
            let numerator = ledger.numerator.iter();
            let numerator = numerator.map(move |id| counted(Role::Numerator, id));
            let denominator = ledger.denominator.iter();
            let denominator = denominator.map(move |id| counted(Role::Denominator, id));
            let excluded = ledger.excluded.iter().map(move |dropped| LedgerRow {
                rule: Some(dropped.rule),
                reason: Some(dropped.reason),
                ..counted(Role::Excluded, &dropped.id)
            });
            numerator.chain(denominator).chain(excluded)
        })
    }

    /// The result as canonical JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::wire::to_json(self)
    }
}

/// What is asked: which indicator, of what time, by which areas, under which policy.
pub(super) struct Asked {
    pub measure: &'static Measure,
    pub period: Period,
    pub by: Level,
    pub policy: Policy,
}

impl Asked {
    /// Whose members count. A member without a denominator of its own counts in none.
    pub fn answer(self, areas: impl IntoIterator<Item = (AreaCode, Members)>) -> Indicator {
        Indicator {
            indicator: self.measure.rule,
            fiscal_year: self.period.fiscal_year,
            quarter: self.period.quarter,
            by: self.by,
            areas: areas
                .into_iter()
                .map(|(code, members)| members.in_area(code, self.measure, self.period))
                .collect(),
            policy: self.policy.document().clone(),
        }
    }
}

/// The areas that have something, each with its members.
pub(super) type Areas = BTreeMap<AreaCode, Members>;

/// The members of an area, as they are gathered.
#[derive(Default)]
pub(super) struct Members {
    pub ledger: Ledger,
    /// The population that is the denominator, where it is no list of members.
    pub population: Option<u64>,
    pub without_cid: Option<u64>,
    pub warnings: Option<Vec<Warning>>,
}

impl Members {
    /// A member is dropped.
    pub fn drop(&mut self, id: String, reason: Reason) {
        self.ledger.excluded.push(Excluded {
            id,
            rule: reason.rule(),
            reason,
        });
    }

    fn in_area(mut self, code: AreaCode, measure: &Measure, period: Period) -> Area {
        let Ledger {
            numerator,
            denominator,
            excluded,
        } = &mut self.ledger;
        order::sort(numerator);
        order::sort(denominator);
        order::sort_by(excluded, |one, other| one.id.cmp(&other.id));
        if let Some(warnings) = &mut self.warnings {
            let order = |one: &Warning| (one.code, one.on);
            order::sort_by(warnings, |one, other| {
                one.id
                    .cmp(&other.id)
                    .then_with(|| order(one).cmp(&order(other)))
            });
        }
        let above = numerator.len() as u64;
        let below = self.population.unwrap_or(denominator.len() as u64);
        Area {
            area: code.code,
            figure: Figure::of(measure, period, above, below),
            ledger: self.ledger,
            persons_without_cid: self.without_cid,
            warnings: self.warnings,
        }
    }
}

/// A warning of a row of this member.
pub(super) fn warning(id: &str, code: &'static str, on: Date) -> Warning {
    Warning {
        id: id.to_owned(),
        rule: &SV_04,
        code,
        on,
    }
}
