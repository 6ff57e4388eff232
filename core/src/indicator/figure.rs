//! The figure of an area: numerator, denominator, value, target, and whether it is met; and the targets themselves.
//!
//! A value is rounded to two decimals, half up; whether a target is met is judged on the exact fraction.

use serde::Serialize;

use super::period::Period;
use super::{kp_15, kp_16, kp_22};
use crate::base::calendar::Quarter;
use crate::base::data_error::{DataCode, DataError};
use crate::base::private::LARGEST_WHOLE;
use crate::base::rule::Rule;
use crate::base::shape::Shape;
use crate::base::text::{Arg, Message, Text, text};
use crate::wire::RANGE;

/// What an indicator multiplies its fraction by, and what it aims at.
pub(super) struct Measure {
    pub rule: &'static Rule,
    pub per: u32,
    pub at: Bound,
    pub targets: &'static [Goal],
}

/// The target of a fiscal year through a quarter.
pub(super) struct Goal {
    pub fiscal_year: i32,
    pub quarter: Quarter,
    /// A decimal, with one place at most.
    pub value: &'static str,
}

pub(super) const fn goal(fiscal_year: i32, quarter: Quarter, value: &'static str) -> Goal {
    Goal {
        fiscal_year,
        quarter,
        value,
    }
}

/// On which side of a target a value has to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// ไม่น้อยกว่า
    #[title("ไม่น้อยกว่า", "at least")]
    Least,
    /// ไม่เกิน
    #[title("ไม่เกิน", "at most")]
    Most,
}

/// A target (ค่าเป้าหมาย).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Target {
    /// On which side of it a value has to lie.
    #[title("เกณฑ์เทียบค่าเป้าหมาย", "side of the target")]
    pub at: Bound,
    /// The target, as a decimal.
    #[title("ค่าเป้าหมาย", "target")]
    pub value: &'static str,
}

/// What an indicator comes to in an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct Figure {
    /// ตัวตั้ง: A of the rule.
    #[title("ตัวตั้ง", "numerator")]
    pub numerator: u64,
    /// ตัวหาร: B of the rule.
    #[title("ตัวหาร", "denominator")]
    pub denominator: u64,
    /// The value, a decimal with two places; none where the denominator is 0.
    #[title("ผลลัพธ์", "value")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The target of the period, where one is given.
    #[title("ค่าเป้าหมาย", "target")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Whether the target is met.
    #[title("ผ่านเกณฑ์", "met")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
}

impl Figure {
    pub(super) fn of(measure: &Measure, period: Period, numerator: u64, denominator: u64) -> Self {
        let fraction = Fraction::of(numerator, denominator, measure.per);
        let target = measure.target(period);
        Self {
            numerator,
            denominator,
            value: fraction.map(Fraction::decimal),
            target,
            met: fraction
                .zip(target)
                .map(|(fraction, target)| fraction.meets(target)),
        }
    }
}

impl Measure {
    fn target(&self, period: Period) -> Option<Target> {
        let year = period.fiscal_year.number();
        let is_of_period =
            |goal: &&Goal| goal.fiscal_year == year && goal.quarter == period.quarter;
        let goal = self.targets.iter().find(is_of_period)?;
        Some(Target {
            at: self.at,
            value: goal.value,
        })
    }
}

/// An exact fraction above nothing: numbers below 2^64 times 100,000 and 100 fit into 128 bits.
#[derive(Clone, Copy)]
struct Fraction {
    above: u128,
    below: u128,
}

impl Fraction {
    fn of(numerator: u64, denominator: u64, per: u32) -> Option<Self> {
        let below = u128::from(denominator);
        let above = u128::from(numerator).saturating_mul(per.into());
        (below > 0).then_some(Self { above, below })
    }

    /// With two places, half up.
    fn decimal(self) -> String {
        let twice = self.above.saturating_mul(200).saturating_add(self.below);
        let hundredths = twice
            .checked_div(self.below.saturating_mul(2))
            .unwrap_or_default();
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }

    fn meets(self, target: Target) -> bool {
        let above = self.above.saturating_mul(10);
        let bound = tenths(target.value).saturating_mul(self.below);
        match target.at {
            Bound::Least => above >= bound,
            Bound::Most => above <= bound,
        }
    }
}

/// The tenths of a decimal with one place at most.
fn tenths(decimal: &str) -> u128 {
    let (whole, tenth) = decimal.split_once('.').unwrap_or((decimal, "0"));
    let number = |digits: &str| digits.parse().unwrap_or(0_u128);
    number(whole)
        .saturating_mul(10)
        .saturating_add(number(tenth))
}

const MEASURES: [&Measure; 3] = [&kp_15::MEASURE, &kp_16::MEASURE, &kp_22::MEASURE];

/// The measure of an indicator of this id.
pub(super) fn measure(id: &str) -> Result<&'static Measure, DataError> {
    let known = MEASURES.into_iter().find(|measure| measure.rule.id == id);
    known.ok_or_else(|| DataError::new(DataCode::UnknownValue, NO_INDICATOR))
}

const NO_INDICATOR: Text = text!(
    "ตัวชี้วัดต้องเป็น KP-15 KP-16 หรือ KP-22 โปรดแก้ไข",
    "the indicator is KP-15, KP-16 or KP-22; correct it",
);

/// What an indicator comes to from its parts alone: its value, the target of the period, and whether it is met.
///
/// # Errors
///
/// `unknown_value`: another id, a fiscal year that is none of the Buddhist era, another quarter. `wrong_type`: a count
/// below 0 or above 2⁵³ − 1, which no reader of JSON keeps exactly.
///
/// ```
/// use bosoto::indicator::indicator_value;
///
/// let figure = indicator_value("KP-16", 8_852, 9_049, 2568, 4)?;
/// assert_eq!(
///     bosoto::wire::to_json(&figure),
///     r#"{"numerator":8852,"denominator":9049,"value":"97.82","target":{"at":"least","value":"85"},"met":true}"#,
/// );
/// # Ok::<(), bosoto::DataError>(())
/// ```
pub fn indicator_value(
    id: &str,
    numerator: i64,
    denominator: i64,
    fiscal_year: i64,
    quarter: i64,
) -> Result<Figure, DataError> {
    let measure = measure(id)?;
    let period = Period::new(fiscal_year, quarter)?;
    let [above, below] = [count(numerator)?, count(denominator)?];
    Ok(Figure::of(measure, period, above, below))
}

fn count(number: i64) -> Result<u64, DataError> {
    let kept = u64::try_from(number)
        .ok()
        .filter(|_| number <= LARGEST_WHOLE);
    kept.ok_or_else(|| {
        let bounds = [("min", Arg::Number(0)), ("max", Arg::Number(LARGEST_WHOLE))];
        DataError::new(DataCode::WrongType, Message::new(RANGE, bounds))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects)]

    use proptest::prelude::*;

    use super::*;

    fn figure(id: &str, numerator: i64, denominator: i64, year: i64, quarter: i64) -> Figure {
        indicator_value(id, numerator, denominator, year, quarter).unwrap()
    }

    fn value(numerator: i64, denominator: i64) -> String {
        figure("KP-16", numerator, denominator, 2600, 1)
            .value
            .unwrap()
    }

    fn target(id: &str, year: i64, quarter: i64) -> Option<&'static str> {
        figure(id, 1, 2, year, quarter)
            .target
            .map(|target| target.value)
    }

    #[test]
    fn a_count_is_a_whole_number_that_every_reader_of_json_keeps() {
        for wrong in [-1, i64::MIN, LARGEST_WHOLE + 1, i64::MAX] {
            for [numerator, denominator] in [[wrong, 2], [1, wrong]] {
                let error = indicator_value("KP-22", numerator, denominator, 2568, 2).unwrap_err();
                assert_eq!(error.code, DataCode::WrongType);
            }
        }
        let most = figure("KP-22", LARGEST_WHOLE, LARGEST_WHOLE, 2568, 2);
        assert_eq!(most.value.unwrap(), "100.00");
    }

    #[test]
    fn kp_two_decimals_half_up() {
        for (numerator, denominator, expected) in [
            (0, 3, "0.00"),
            (1, 3, "33.33"),
            (2, 3, "66.67"),
            (1, 8, "12.50"),
            (1, 800, "0.13"), // 0.125
            (3, 800, "0.38"), // 0.375
            (124_999, 10_000_000, "1.25"),
            (1, 20_001, "0.00"),
            (1, 20_000, "0.01"), // 0.005
            (5, 5, "100.00"),
            (LARGEST_WHOLE, 1, "900719925474099100.00"),
            (1, LARGEST_WHOLE, "0.00"),
        ] {
            assert_eq!(
                value(numerator, denominator),
                expected,
                "{numerator}/{denominator}"
            );
        }
    }

    #[test]
    fn kp_without_a_denominator_there_is_a_target_and_no_verdict() {
        let nothing = figure("KP-22", 0, 0, 2568, 4);
        assert_eq!((nothing.value, nothing.met), (None, None));
        assert_eq!(nothing.target.unwrap().value, "70");
    }

    #[test]
    fn kp_the_exact_fraction_is_judged_not_the_rounded_value() {
        // 84.996 is written as 85.00, and does not reach 85.
        let close = figure("KP-16", 21_249, 25_000, 2568, 4);
        assert_eq!(
            (close.value.as_deref(), close.met),
            (Some("85.00"), Some(false))
        );
        assert_eq!(figure("KP-16", 85, 100, 2568, 4).met, Some(true));
        // 7.8004 is written as 7.80, and is more than 7.8.
        let close = figure("KP-15", 78_004, 1_000_000_000, 2568, 4);
        assert_eq!(
            (close.value.as_deref(), close.met),
            (Some("7.80"), Some(false))
        );
        assert_eq!(figure("KP-15", 78, 1_000_000, 2568, 4).met, Some(true));
    }

    #[test]
    fn kp_15_targets() {
        let all = |year| [1, 2, 3, 4].map(|quarter| target("KP-15", year, quarter));
        assert_eq!(all(2568), [None, Some("5.0"), None, Some("7.8")]);
        assert_eq!(all(2569), [None, None, None, Some("7.8")]);
        assert_eq!(all(2570), [None, None, None, Some("7.5")]);
        assert_eq!([all(2567), all(2571)], [[None; 4]; 2]);
        assert_eq!(
            figure("KP-15", 1, 1, 2568, 4).target.unwrap().at,
            Bound::Most
        );
    }

    #[test]
    fn kp_16_targets() {
        let all = |year| [1, 2, 3, 4].map(|quarter| target("KP-16", year, quarter));
        assert_eq!(all(2568), [Some("55"), Some("65"), Some("75"), Some("85")]);
        assert_eq!(all(2569), [None, None, None, Some("87")]);
        assert_eq!(all(2570), [None, None, None, Some("89")]);
        assert_eq!([all(2567), all(2571)], [[None; 4]; 2]);
        assert_eq!(
            figure("KP-16", 1, 1, 2568, 4).target.unwrap().at,
            Bound::Least
        );
    }

    #[test]
    fn kp_22_targets() {
        let all = |year| [1, 2, 3, 4].map(|quarter| target("KP-22", year, quarter));
        assert_eq!(all(2568), [Some("70"); 4]);
        for (year, value) in [(2569, "70"), (2570, "72"), (2571, "72")] {
            assert_eq!(all(year), [None, None, None, Some(value)]);
        }
        assert_eq!([all(2567), all(2572)], [[None; 4]; 2]);
        assert_eq!(
            figure("KP-22", 1, 1, 2568, 4).target.unwrap().at,
            Bound::Least
        );
    }

    #[test]
    fn kp_an_unknown_indicator_is_an_unknown_value() {
        for id in ["", "KP-1", "kp-16", "KP-17", "SV-01"] {
            let error = indicator_value(id, 1, 1, 2568, 4).unwrap_err();
            assert_eq!(error.code, DataCode::UnknownValue);
        }
    }

    proptest! {
        #[test]
        fn kp_a_target_is_met_on_one_side(numerator in 0..2_000_i64, denominator in 1..2_000_i64) {
            let least = figure("KP-22", numerator, denominator, 2568, 1).met.unwrap();
            prop_assert_eq!(least, numerator * 100 >= 70 * denominator);
            let most = figure("KP-15", numerator, denominator * 10_000, 2570, 4).met.unwrap();
            prop_assert_eq!(most, numerator * 10_000_000 <= 75 * denominator * 100_000);
        }
    }
}
