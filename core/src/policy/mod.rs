//! The policy: every number and every choice that the rules leave open, as one named, checked parameter (นโยบาย/ค่าที่กำหนดได้).
//!
//! A [`Document`] is a policy as it is written; a [`Policy`] is one that was checked, and gives the [`Numbers`] of a day,
//! which is all that a judge sees of it. [`parameters`] says of each its unit, range, default and title. All come from the
//! one table in `parameters.rs`.
//!
//! This room does not know which rule states a number: a rule lists its numbers.
//!
//! ```
//! use bosoto::calendar::Date;
//! use bosoto::policy::{Document, Policy};
//!
//! let document = Document { drop_out_days: 0, ..Document::default() };
//! let error = Policy::try_from(document).unwrap_err();
//! assert_eq!((error.code(), error.parameter), ("policy_invalid", "drop_out_days"));
//!
//! let policy = Policy::read(r#"{"drop_out_days": 30}"#)?;
//! assert_eq!(policy.on(Date::parse("2024-06-06")?).drop_out_days, 30);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod parameters;
#[cfg(test)]
mod tests;

pub(crate) use parameters::MOST_DAYS;
pub use parameters::{Document, Numbers};

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Deserialize as DeserializeDerive, Serialize, Serializer};

use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::shape::{Count, Shape, Shaped, Ty};
use crate::base::text::{Arg, Message, Text};
use crate::wire::{self, ErrorCode, WireError};

/// An enum of named choices: the wire names stand beside the variants, nowhere else.
macro_rules! choice {
    ($(#[$meta:meta])* $vis:vis enum $type:ident { $($(#[$doc:meta])* $variant:ident = $name:literal, $th:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, DeserializeDerive, Shape)]
        $vis enum $type {
            $($(#[$doc])* #[serde(rename = $name)] #[title($th, $en)] $variant,)*
        }

        impl $type {
            /// The wire names of all variants.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// The wire name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            #[allow(dead_code)]
            const fn json(self) -> &'static str {
                match self { $(Self::$variant => concat!("\"", $name, "\""),)* }
            }
        }

        impl Wire for $type {}
    };
}

choice! {
    /// An edition of the rules (ฉบับของหลักเกณฑ์).
    pub enum Profile {
        /// The manual of B.E. 2564 (คู่มือ พ.ศ. 2564), source CM.
        Manual2564 = "manual-2564", "คู่มือ พ.ศ. 2564", "manual of B.E. 2564";
        /// The guideline of B.E. 2563 (แนวทาง พ.ศ. 2563), source MG.
        Guideline2563 = "guideline-2563", "แนวทาง พ.ศ. 2563", "guideline of B.E. 2563";
    }
}

choice! {
    /// The wire form of [`ProfileChoice`].
    enum ProfileName {
        Manual2564 = "manual-2564", "คู่มือ พ.ศ. 2564", "manual of B.E. 2564";
        Guideline2563 = "guideline-2563", "แนวทาง พ.ศ. 2563", "guideline of B.E. 2563";
        InForce = "in_force", "ฉบับที่ใช้บังคับในวันนั้น", "the one in force on the day";
    }
}

choice! {
    /// The day from which the time before a drop-out is counted (CT-17).
    pub enum DropOutAnchor {
        /// The day of the notification (วันที่แจ้ง).
        Notification = "notification", "วันที่แจ้ง", "day of the notification";
        /// The day of the missed appointment (วันที่ขาดนัด).
        MissedDate = "missed_date", "วันที่ขาดนัด", "day of the missed appointment";
    }
}

choice! {
    /// When the referral letter (หนังสือส่งตัว) is held to have come (CT-07).
    pub enum LetterRule {
        /// One route suffices.
        Either = "either", "ทางใดทางหนึ่ง", "one route suffices";
        /// By hand and by correspondence, the literal reading.
        Both = "both", "ทั้งสองทาง", "both routes";
    }
}

choice! {
    /// How the visits are timed (AC-02).
    pub enum VisitCadence {
        /// Slots counted from the end of the training.
        Fixed = "fixed", "นับจากวันจบการฝึกอบรม", "counted from the end of the training";
        /// One open slot, counted from the last visit.
        Rolling = "rolling", "นับจากการติดตามครั้งล่าสุด", "counted from the last visit";
    }
}

choice! {
    /// How KP-16 judges the patient-year that is still running.
    pub enum SmivRunningYear {
        /// As many follow-ups as the year has completed parts.
        ProRata = "pro_rata", "ตามส่วนของปีที่ผ่านมาแล้ว", "in proportion to the year gone by";
        /// Only completed patient-years are judged.
        CompletedYears = "completed_years", "เฉพาะปีที่ครบแล้ว", "completed years only";
    }
}

choice! {
    /// The window in which KP-16 counts repeated violence (SV-03).
    pub enum SmivRepeatWindow {
        /// From 1 October of the fiscal year.
        FiscalYear = "fiscal_year", "ตั้งแต่ 1 ตุลาคมของปีงบประมาณ", "from 1 October of the fiscal year";
        /// From the index date on.
        SinceIndex = "since_index", "ตั้งแต่วันเริ่มติดตาม", "from the index date on";
    }
}

impl Profile {
    /// The first day of the edition: 26 January 2021 for the manual, 1 April 2020 for the guideline.
    pub const fn in_force_from(self) -> Date {
        const MANUAL: Date = Date::new(2021, 1, 26).unwrap();
        const GUIDELINE: Date = Date::new(2020, 4, 1).unwrap();
        match self {
            Self::Manual2564 => MANUAL,
            Self::Guideline2563 => GUIDELINE,
        }
    }
}

/// Which edition a policy follows: on the wire `manual-2564`, `guideline-2563` or `in_force`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, DeserializeDerive)]
#[serde(from = "ProfileName", into = "ProfileName")]
pub enum ProfileChoice {
    /// This edition, whatever the date.
    Fixed(Profile),
    /// The one in force on the date asked about.
    InForce,
}

impl Shaped for ProfileChoice {
    const TY: Ty = ProfileName::TY;
}

impl ProfileChoice {
    /// The manual of B.E. 2564 throughout: the default.
    pub const MANUAL_2564: Self = Self::Fixed(Profile::Manual2564);
    /// The wire names of all choices.
    pub const NAMES: &'static [&'static str] = ProfileName::NAMES;

    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        self.wire().as_str()
    }

    const fn json(self) -> &'static str {
        self.wire().json()
    }

    const fn wire(self) -> ProfileName {
        match self {
            Self::Fixed(Profile::Manual2564) => ProfileName::Manual2564,
            Self::Fixed(Profile::Guideline2563) => ProfileName::Guideline2563,
            Self::InForce => ProfileName::InForce,
        }
    }
}

impl Wire for ProfileChoice {}

impl From<ProfileName> for ProfileChoice {
    fn from(name: ProfileName) -> Self {
        match name {
            ProfileName::Manual2564 => Self::Fixed(Profile::Manual2564),
            ProfileName::Guideline2563 => Self::Fixed(Profile::Guideline2563),
            ProfileName::InForce => Self::InForce,
        }
    }
}

impl From<ProfileChoice> for ProfileName {
    fn from(choice: ProfileChoice) -> Self {
        choice.wire()
    }
}

/// The unit of a parameter's number (หน่วยนับ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Full hours, counted from an instant (TM-3).
    #[title("ชั่วโมง", "hours")]
    Hours,
    /// Civil days (TM-2).
    #[title("วัน", "days")]
    Days,
    /// Calendar months (TM-4).
    #[title("เดือน", "months")]
    Months,
    /// How many times.
    #[title("ครั้ง", "times")]
    Times,
    /// A day of the month; where a month has no such day, the rule says which stands for it.
    #[title("วันที่ของเดือน", "day of the month")]
    DayOfMonth,
    /// No number.
    #[title("ไม่มีหน่วย", "no unit")]
    Unitless,
}

/// What a parameter may be; bounds are inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Allowed {
    /// A whole number.
    Integer {
        /// The least.
        #[title("ค่าต่ำสุด", "least value")]
        min: u32,
        /// The greatest.
        #[title("ค่าสูงสุด", "greatest value")]
        max: u32,
    },
    /// A whole number that divides this one.
    Divides {
        /// The number that it divides.
        #[title("จำนวนที่ต้องหารลงตัว", "number that it divides")]
        whole: u32,
    },
    /// A list of whole numbers, each greater than the one before it.
    Rising {
        /// The least that an entry may be.
        #[title("ค่าต่ำสุด", "least value")]
        min: u32,
        /// The greatest that an entry may be.
        #[title("ค่าสูงสุด", "greatest value")]
        max: u32,
        /// The least number of entries.
        #[title("จำนวนค่าอย่างน้อย", "least number of values")]
        min_items: u32,
        /// The greatest number of entries.
        #[title("จำนวนค่าอย่างมาก", "greatest number of values")]
        max_items: u32,
    },
    /// One of these wire names.
    OneOf {
        /// The names.
        #[title("ค่าที่เลือกได้", "names to choose from")]
        names: &'static [&'static str],
    },
    /// `true` or `false`.
    Flag,
    /// A list of texts.
    Texts,
}

impl Allowed {
    /// Whether these numbers keep the range; what holds no number is right by its type.
    fn admits(self, numbers: &[u32]) -> bool {
        if let Self::Divides { whole } = self {
            return numbers.iter().all(|&n| whole.is_multiple_of(n));
        }
        let [min, max, min_items, max_items] = self.bounds();
        numbers.iter().all(|n| (min..=max).contains(n))
            && numbers.is_sorted_by(|a, b| a < b)
            && u32::try_from(numbers.len()).is_ok_and(|n| (min_items..=max_items).contains(&n))
    }

    /// The shape of a parameter of this shape within these bounds; `element` and `count` are those of the entries
    /// of a list.
    const fn shape(self, ty: Ty, element: &'static Ty, count: &'static Count) -> Ty {
        match self {
            Self::Integer { .. } | Self::Divides { .. } => self.number(),
            Self::Rising { .. } => Ty::List(element, count),
            Self::Texts => <[OrgId]>::TY,
            Self::OneOf { .. } | Self::Flag => ty,
        }
    }

    /// How many entries a list has.
    const fn count(self) -> Count {
        let [_, _, min, max] = self.bounds();
        Count {
            min: min as usize,
            max: max as usize,
            rising: true,
            ..Count::ANY
        }
    }

    /// The shape of a number within these bounds.
    const fn number(self) -> Ty {
        match self {
            Self::Divides { whole: 12 } => Ty::Numbers(&[1, 2, 3, 4, 6, 12]),
            Self::Integer { .. }
            | Self::Divides { .. }
            | Self::Rising { .. }
            | Self::OneOf { .. }
            | Self::Flag
            | Self::Texts => {
                let [min, max, _, _] = self.bounds();
                Ty::Integer {
                    min: min as i64,
                    max: max as i64,
                }
            }
        }
    }

    /// The wording of a refusal.
    const fn refusal(self) -> Text {
        match self {
            Self::Rising { .. } => Text {
                th: "`{parameter}` ({title}) ต้องเป็นจำนวนเต็ม {min_items} ถึง {max_items} ค่า เรียงจากน้อยไปมากโดยไม่ซ้ำกัน แต่ละค่าตั้งแต่ {min} ถึง {max} (หน่วย: {unit}) โปรดแก้ไข หรือเว้นไว้เพื่อใช้ค่าตั้งต้น {default}",
                en: "`{parameter}` ({title}) must be {min_items} to {max_items} whole numbers in rising order, each from {min} to {max} (unit: {unit}); correct it, or leave it out to use the default {default}",
            },
            Self::Divides { .. } => Text {
                th: "`{parameter}` ({title}) ต้องหาร 12 ลงตัว (1, 2, 3, 4, 6 หรือ 12) โปรดแก้ไข หรือเว้นไว้เพื่อใช้ค่าตั้งต้น {default}",
                en: "`{parameter}` ({title}) must divide 12 (1, 2, 3, 4, 6 or 12); correct it, or leave it out to use the default {default}",
            },
            Self::Integer { .. } | Self::OneOf { .. } | Self::Flag | Self::Texts => Text {
                th: "`{parameter}` ({title}) ต้องเป็นจำนวนเต็มตั้งแต่ {min} ถึง {max} (หน่วย: {unit}) โปรดแก้ไข หรือเว้นไว้เพื่อใช้ค่าตั้งต้น {default}",
                en: "`{parameter}` ({title}) must be a whole number from {min} to {max} (unit: {unit}); correct it, or leave it out to use the default {default}",
            },
        }
    }

    /// The bounds of a number, and of how many there are: nought where nothing is counted.
    pub(crate) const fn bounds(self) -> [u32; 4] {
        match self {
            Self::Integer { min, max } => [min, max, 1, 1],
            Self::Divides { whole } => [1, whole, 1, 1],
            Self::Rising {
                min,
                max,
                min_items,
                max_items,
            } => [min, max, min_items, max_items],
            Self::OneOf { .. } | Self::Flag | Self::Texts => [0; 4],
        }
    }
}

/// One parameter of the policy (ค่าที่กำหนดได้): a line of the table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Parameter {
    /// The wire name, which is the field's name in [`Policy`].
    pub name: &'static str,
    /// The unit of the number or numbers.
    pub unit: Unit,
    /// The range, or the values that are allowed.
    pub allowed: Allowed,
    /// The default as JSON.
    pub default: &'static str,
    /// The title.
    pub title: Text,
    numbers: fn(&Document) -> &[u32],
}

impl Parameter {
    fn admits(&self, document: &Document) -> bool {
        self.allowed.admits((self.numbers)(document))
    }

    fn error(&self, wording: Text) -> PolicyError {
        let [min, max, min_items, max_items] = self.allowed.bounds().map(|n| Arg::Number(n.into()));
        let args = [
            ("parameter", Arg::Word(self.name.into())),
            ("title", Arg::Text(self.title)),
            ("min", min),
            ("max", max),
            ("min_items", min_items),
            ("max_items", max_items),
            ("unit", Arg::Text(self.unit.title())),
            ("default", Arg::Word(self.default.into())),
        ];
        PolicyError {
            parameter: self.name,
            message: Message::new(wording, args),
        }
    }
}

/// All parameters in the order of the contract, which is that of the fields of [`Document`] and of its JSON.
///
/// ```
/// use bosoto::policy::{Allowed, parameters};
///
/// let drop_out = parameters().iter().find(|parameter| parameter.name == "drop_out_days").unwrap();
/// assert_eq!(drop_out.default, "45");
/// assert_eq!(drop_out.allowed, Allowed::Integer { min: 1, max: 3_660 });
/// ```
pub const fn parameters() -> &'static [Parameter] {
    parameters::PARAMETERS
}

/// A demand that goes beyond one range. Judged when the parameter and those it is measured against keep their own ranges.
struct Agreement {
    parameter: &'static str,
    with: &'static [&'static str],
    holds: fn(&Document) -> bool,
    wording: Text,
}

const AGREEMENTS: &[Agreement] = &[
    Agreement {
        parameter: "second_trace_days",
        with: &["first_trace_days"],
        holds: |p| p.second_trace_days >= p.first_trace_days,
        wording: Text {
            th: "`{parameter}` ({title}) ต้องไม่น้อยกว่ากำหนดเวลาติดตามครั้งที่ 1 (`first_trace_days`) โปรดแก้ไขค่าใดค่าหนึ่ง",
            en: "`{parameter}` ({title}) must be at least the time limit of the first trace (`first_trace_days`); correct one of the two",
        },
    },
    Agreement {
        parameter: "suggested_follow_up_months",
        with: &["follow_ups"],
        holds: |p| u32::try_from(p.suggested_follow_up_months.len()) == Ok(p.follow_ups),
        wording: Text {
            th: "`{parameter}` ({title}) ต้องมีจำนวนค่าเท่ากับจำนวนครั้งที่ต้องติดตาม (`follow_ups`) โปรดระบุเดือนให้ครบทุกครั้ง",
            en: "`{parameter}` ({title}) must have as many entries as there are follow-ups (`follow_ups`); give one month for each",
        },
    },
    Agreement {
        parameter: "suggested_follow_up_months",
        with: &["follow_up_months"],
        holds: |p| {
            p.suggested_follow_up_months
                .iter()
                .all(|&month| month <= p.follow_up_months)
        },
        wording: Text {
            th: "`{parameter}` ({title}) ทุกค่าต้องไม่เกินระยะเวลาการติดตาม (`follow_up_months`) โปรดแก้ไขค่าใดค่าหนึ่ง",
            en: "`{parameter}` ({title}) must have no entry above the period of the follow-ups (`follow_up_months`); correct one of the two",
        },
    },
];

/// A parameter outside its range, or one that contradicts another. The message says the range and what
/// to do, and repeats no value of the input; `Display` is its English wording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct PolicyError {
    /// The name of the parameter.
    pub parameter: &'static str,
    /// What is wrong and what to do.
    pub message: Message,
}

impl PolicyError {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        "policy_invalid"
    }

    /// The JSON pointer to the parameter, from the policy's root.
    pub fn pointer(&self) -> String {
        format!("/{}", self.parameter)
    }
}

impl Document {
    /// Every range that is left and every contradiction, in the order of the contract, at most one for each parameter.
    ///
    /// ```
    /// use bosoto::policy::Document;
    ///
    /// let document = Document { no_show_hours: 0, smiv_first_year: 5, ..Document::default() };
    /// let names: Vec<_> = document.problems().iter().map(|problem| problem.parameter).collect();
    /// assert_eq!(names, ["no_show_hours", "smiv_first_year"]);
    /// ```
    pub fn problems(&self) -> Vec<PolicyError> {
        let judge = |parameter: &Parameter| {
            if !parameter.admits(self) {
                return Some(parameter.error(parameter.allowed.refusal()));
            }
            AGREEMENTS
                .iter()
                .filter(|agreement| agreement.parameter == parameter.name)
                .find(|agreement| self.in_range(agreement.with) && !(agreement.holds)(self))
                .map(|agreement| parameter.error(agreement.wording))
        };
        parameters().iter().filter_map(judge).collect()
    }

    fn in_range(&self, names: &[&str]) -> bool {
        parameters()
            .iter()
            .filter(|parameter| names.contains(&parameter.name))
            .all(|parameter| parameter.admits(self))
    }
}

/// A policy that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Policy {
    document: Document,
    first: Numbers,
    /// Other numbers from a day on, the days rising.
    later: Vec<(Date, Numbers)>,
}

impl Policy {
    /// Reads a policy and checks it.
    ///
    /// # Errors
    ///
    /// What the schema forbids, and [`ErrorCode::PolicyInvalid`] at the parameter.
    pub fn read(text: &str) -> Result<Self, WireError> {
        let document: Document = wire::decode(text)?;
        Self::try_from(document).map_err(|problem| {
            let pointer = problem.pointer();
            WireError::new(ErrorCode::PolicyInvalid, pointer, problem.message)
        })
    }

    /// The numbers and choices of a day.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    /// use bosoto::policy::{Policy, Profile};
    ///
    /// let manual = Profile::Manual2564.in_force_from();
    /// let policy = Policy::read(r#"{"profile": "in_force"}"#)?;
    /// assert_eq!(policy.on(manual).profile, Profile::Manual2564);
    /// assert_eq!(policy.on(Date::new(2021, 1, 25).unwrap()).profile, Profile::Guideline2563);
    /// # Ok::<(), bosoto::wire::WireError>(())
    /// ```
    pub fn on(&self, day: Date) -> &Numbers {
        let begun = |(from, _): &&(Date, Numbers)| *from <= day;
        self.later
            .iter()
            .rfind(begun)
            .map_or(&self.first, |(_, numbers)| numbers)
    }

    /// The numbers that hold at last.
    pub fn at_last(&self) -> &Numbers {
        self.on(Date::LAST)
    }

    /// The policy as it was written, its defaults filled in.
    pub fn document(&self) -> &Document {
        &self.document
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::unchecked(Document::default())
    }
}

impl Policy {
    fn unchecked(document: Document) -> Self {
        let numbers = |profile| Numbers::of(&document, profile);
        let (first, later) = match document.profile {
            ProfileChoice::Fixed(profile) => (numbers(profile), Vec::new()),
            // The guideline also for days before there was any edition.
            ProfileChoice::InForce => {
                let manual = Profile::Manual2564;
                let later = vec![(manual.in_force_from(), numbers(manual))];
                (numbers(Profile::Guideline2563), later)
            }
        };
        Self {
            document,
            first,
            later,
        }
    }
}

impl TryFrom<Document> for Policy {
    type Error = PolicyError;

    /// Checks every range and every contradiction.
    fn try_from(document: Document) -> Result<Self, PolicyError> {
        match document.problems().into_iter().next() {
            Some(problem) => Err(problem),
            None => Ok(Self::unchecked(document)),
        }
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document.serialize(serializer)
    }
}

/// How a field's value is read from the wire, and the numbers in it that a range judges.
trait Wire: Sized {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>
    where
        Self: Deserialize<'de>,
    {
        Self::deserialize(from)
    }

    fn numbers(&self) -> &[u32] {
        &[]
    }
}

impl Wire for bool {}

impl Wire for Vec<String> {}

impl Wire for u32 {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Integer::deserialize(from).map(|integer| integer.0)
    }

    fn numbers(&self) -> &[u32] {
        std::slice::from_ref(self)
    }
}

impl Wire for Vec<u32> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::<Integer>::deserialize(from)
            .map(|list| list.into_iter().map(|integer| integer.0).collect())
    }

    fn numbers(&self) -> &[u32] {
        self
    }
}

fn read<'de, D: Deserializer<'de>, T: Wire + Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    T::read(from)
}

/// Any integer; one outside `u32` becomes `u32::MAX`, which every range refuses.
struct Integer(u32);

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;

        impl Visitor<'_> for Any {
            type Value = Integer;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an integer")
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Integer, E> {
                Ok(Integer(u32::try_from(value).unwrap_or(u32::MAX)))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Integer, E> {
                Ok(Integer(u32::try_from(value).unwrap_or(u32::MAX)))
            }

            /// `30.0` is a whole number of JSON too, and so is one of more than 64 bits.
            fn visit_f64<E: Error>(self, value: f64) -> Result<Integer, E> {
                if value.fract() != 0.0 {
                    return Err(E::invalid_type(serde::de::Unexpected::Float(value), &self));
                }
                let known = (0.0..=f64::from(u32::MAX)).contains(&value);
                Ok(Integer(if known { value as u32 } else { u32::MAX }))
            }
        }

        from.deserialize_any(Any)
    }
}
