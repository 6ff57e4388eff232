//! The policy: every number and every choice that the rules leave open, as one named, checked parameter (นโยบาย/ค่าที่กำหนดได้).
//!
//! A [`Document`] is a policy as it is written; a [`Policy`] is one that was checked, and gives the [`Numbers`] of a day,
//! which is all that a judge sees of it. An [`Edition`] in it replaces some from a day on; a schedule keeps the
//! [`ScheduleNumbers`] of the day that set it going. [`parameters`] says of each its unit, range, default and title. All come
//! from the one table in `parameters.rs`.
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
pub use parameters::{Document, Edition, Numbers, ScheduleNumbers};

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Deserialize as DeserializeDerive, Serialize, Serializer};

use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::shape::{Count, Shape, Shaped, Ty};
use crate::base::text::{Arg, Message, Text, text};
use crate::wire::{self, ErrorCode, WireError};

/// The most editions of a policy.
const MOST_EDITIONS: usize = 100;

/// An enum of named choices: the wire names stand beside the variants, nowhere else.
macro_rules! choice {
    ($(#[$meta:meta])* $vis:vis enum $type:ident { $($(#[$doc:meta])* $variant:ident = $name:literal, $th:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, DeserializeDerive)]
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
    #[derive(Shape)]
    pub enum Profile {
        /// The manual of B.E. 2564 (คู่มือ พ.ศ. 2564), source CM.
        Manual2564 = "manual-2564", "คู่มือ พ.ศ. 2564", "manual of B.E. 2564";
        /// The guideline of B.E. 2563 (แนวทาง พ.ศ. 2563), source MG.
        Guideline2563 = "guideline-2563", "แนวทาง พ.ศ. 2563", "guideline of B.E. 2563";
    }
}

choice! {
    /// The wire form of [`ProfileChoice`].
    #[derive(Shape)]
    enum ProfileName {
        Manual2564 = "manual-2564", "คู่มือ พ.ศ. 2564", "manual of B.E. 2564";
        Guideline2563 = "guideline-2563", "แนวทาง พ.ศ. 2563", "guideline of B.E. 2563";
        InForce = "in_force", "ฉบับที่ใช้บังคับในวันนั้น", "the one in force on the day";
    }
}

choice! {
    /// The day from which the time before a drop-out is counted (CT-17).
    #[derive(Shape)]
    pub enum DropOutAnchor {
        /// The day of the notification (วันที่แจ้ง).
        Notification = "notification", "วันที่แจ้ง", "day of the notification";
        /// The day of the missed appointment (วันที่ขาดนัด).
        MissedDate = "missed_date", "วันที่ขาดนัด", "day of the missed appointment";
    }
}

choice! {
    /// When the referral letter (หนังสือส่งตัว) is held to have come (CT-07).
    #[derive(Shape)]
    pub enum LetterRule {
        /// One route suffices.
        Either = "either", "ทางใดทางหนึ่ง", "one route suffices";
        /// By hand and by correspondence, the literal reading.
        Both = "both", "ทั้งสองทาง", "both routes";
    }
}

choice! {
    /// How the visits are timed (AC-02).
    #[derive(Shape)]
    pub enum VisitCadence {
        /// Slots counted from the end of the training.
        Fixed = "fixed", "นับจากวันจบการฝึกอบรม", "counted from the end of the training";
        /// One open slot, counted from the last visit.
        Rolling = "rolling", "นับจากการติดตามครั้งล่าสุด", "counted from the last visit";
    }
}

choice! {
    /// How KP-16 judges the patient-year that is still running.
    #[derive(Shape)]
    pub enum SmivRunningYear {
        /// As many follow-ups as the year has completed parts.
        ProRata = "pro_rata", "ตามส่วนของปีที่ผ่านมาแล้ว", "in proportion to the year gone by";
        /// Only completed patient-years are judged.
        CompletedYears = "completed_years", "เฉพาะปีที่ครบแล้ว", "completed years only";
    }
}

choice! {
    /// The window in which KP-16 counts repeated violence (SV-03).
    #[derive(Shape)]
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

impl ProfileChoice {
    /// The one that applies on a day; the guideline also on days before there was any edition.
    fn on(self, day: Date) -> Profile {
        match self {
            Self::Fixed(profile) => profile,
            Self::InForce if day < Profile::Manual2564.in_force_from() => Profile::Guideline2563,
            Self::InForce => Profile::Manual2564,
        }
    }

    /// The day on which another one begins to apply.
    fn changes_on(self) -> Option<Date> {
        match self {
            Self::Fixed(_) => None,
            Self::InForce => Some(Profile::Manual2564.in_force_from()),
        }
    }
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

/// Which edition of a policy gives a number (ใช้ค่าของฉบับใด).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum EditionOf {
    /// That of the moment of a command (GE-04), or of a question's own date.
    #[title(
        "ฉบับที่ใช้ในวันที่ดำเนินการหรือวันที่สอบถาม",
        "that of the day of the act or of the question"
    )]
    Moment,
    /// That of the day which set the schedule going: later editions do not change it.
    #[title(
        "ฉบับที่ใช้ในวันที่เริ่มนับกำหนดเวลา",
        "that of the day on which the schedule began"
    )]
    Start,
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
            Self::Rising { .. } => text!(
                "`{parameter}` ({title}) ต้องเป็นจำนวนเต็ม {min_items} ถึง {max_items} ค่า เรียงจากน้อยไปมากโดยไม่ซ้ำกัน แต่ละค่าตั้งแต่ {min} ถึง {max} (หน่วย: {unit}) โปรดแก้ไข หรือเว้นไว้เพื่อใช้{otherwise}",
                "`{parameter}` ({title}) must be {min_items} to {max_items} whole numbers in rising order, each from {min} to {max} (unit: {unit}); correct it, or leave it out to use {otherwise}"
            ),
            Self::Divides { .. } => text!(
                "`{parameter}` ({title}) ต้องหาร 12 ลงตัว (1, 2, 3, 4, 6 หรือ 12) โปรดแก้ไข หรือเว้นไว้เพื่อใช้{otherwise}",
                "`{parameter}` ({title}) must divide 12 (1, 2, 3, 4, 6 or 12); correct it, or leave it out to use {otherwise}"
            ),
            Self::Integer { .. } | Self::OneOf { .. } | Self::Flag | Self::Texts => text!(
                "`{parameter}` ({title}) ต้องเป็นจำนวนเต็มตั้งแต่ {min} ถึง {max} (หน่วย: {unit}) โปรดแก้ไข หรือเว้นไว้เพื่อใช้{otherwise}",
                "`{parameter}` ({title}) must be a whole number from {min} to {max} (unit: {unit}); correct it, or leave it out to use {otherwise}"
            ),
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
    /// Which edition gives the number.
    pub edition_of: EditionOf,
    numbers: fn(&Document) -> &[u32],
}

/// What holds where a parameter is left out: of a policy, and of an edition.
const DEFAULT: Text = text!("ค่าตั้งต้น {default}", "the default {default}");
const EARLIER: Text = text!("ค่าเดิม", "the earlier value");

impl Parameter {
    fn admits(&self, document: &Document) -> bool {
        self.allowed.admits((self.numbers)(document))
    }

    fn error(&self, wording: Text, edition: Option<Place>) -> PolicyError {
        let [min, max, min_items, max_items] = self.allowed.bounds().map(|n| Arg::Number(n.into()));
        let default = ("default", Arg::Word(self.default.into()));
        let otherwise = match edition {
            None => Message::new(DEFAULT, [default]),
            Some(_) => EARLIER.into(),
        };
        let args = [
            ("parameter", Arg::Word(self.name.into())),
            ("title", Arg::Text(self.title)),
            ("min", min),
            ("max", max),
            ("min_items", min_items),
            ("max_items", max_items),
            ("unit", Arg::Text(self.unit.title())),
            ("otherwise", Arg::Message(Box::new(otherwise))),
        ];
        PolicyError::new(self.name, edition, Message::new(wording, args))
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
        wording: text!(
            "`{parameter}` ({title}) ต้องไม่น้อยกว่ากำหนดเวลาติดตามครั้งที่ 1 (`first_trace_days`) โปรดแก้ไขค่าใดค่าหนึ่ง",
            "`{parameter}` ({title}) must be at least the time limit of the first trace (`first_trace_days`); correct one of the two"
        ),
    },
    Agreement {
        parameter: "suggested_follow_up_months",
        with: &["follow_ups"],
        holds: |p| u32::try_from(p.suggested_follow_up_months.len()) == Ok(p.follow_ups),
        wording: text!(
            "`{parameter}` ({title}) ต้องมีจำนวนค่าเท่ากับจำนวนครั้งที่ต้องติดตาม (`follow_ups`) โปรดระบุเดือนให้ครบทุกครั้ง",
            "`{parameter}` ({title}) must have as many entries as there are follow-ups (`follow_ups`); give one month for each"
        ),
    },
    Agreement {
        parameter: "suggested_follow_up_months",
        with: &["follow_up_months"],
        holds: |p| {
            p.suggested_follow_up_months
                .iter()
                .all(|&month| month <= p.follow_up_months)
        },
        wording: text!(
            "`{parameter}` ({title}) ทุกค่าต้องไม่เกินระยะเวลาการติดตาม (`follow_up_months`) โปรดแก้ไขค่าใดค่าหนึ่ง",
            "`{parameter}` ({title}) must have no entry above the period of the follow-ups (`follow_up_months`); correct one of the two"
        ),
    },
];

/// A parameter outside its range, or one that contradicts another. The message says the range and what
/// to do, and repeats no value of the input; `Display` is its English wording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct PolicyError {
    /// The name of the parameter; of an edition also `from`, of the policy also `later`.
    pub parameter: &'static str,
    /// The place of the edition in `later`, from 0; none of what holds at first.
    pub edition: Option<usize>,
    /// What is wrong and what to do.
    pub message: Message,
}

/// An edition: its place in `later`, from 0, and its first day.
type Place = (usize, Date);

/// What is wrong with an edition, and with all of them.
const IN_EDITION: Text = text!(
    "ฉบับแก้ไขที่ {edition} (ใช้ตั้งแต่วันที่ {from}): {problem}",
    "edition {edition} (from {from}): {problem}",
);
const NOT_RISING: Text = text!(
    "`from` (ใช้ตั้งแต่วันที่) ต้องหลังวันเริ่มใช้ของฉบับก่อนหน้า โปรดเรียงฉบับแก้ไขตามวันและไม่ให้วันซ้ำกัน",
    "`from` (in force from) must be after that of the edition before; put the editions in order of their days, each day once",
);
const TOO_MANY: Text = text!(
    "`later` มีฉบับแก้ไขได้ไม่เกิน {most} ฉบับ โปรดรวมฉบับแก้ไขเก่าเข้าด้วยกัน",
    "`later` may have at most {most} editions; join older ones",
);
const NO_PARAMETER: Text = text!(
    "ฉบับแก้ไขที่ {edition}: `{parameter}` ไม่ใช่ค่าที่กำหนดได้ โปรดตรวจชื่อ: {problem}",
    "edition {edition}: `{parameter}` is no parameter; check its name: {problem}",
);
const NO_PROFILE: Text = text!(
    "ฉบับแก้ไขที่ {edition}: ระบุ `profile` ({title}) ในฉบับแก้ไขไม่ได้ โปรดตัดออก และระบุไว้นอก `later` หากต้องการให้เปลี่ยนตามวันให้ใช้ `in_force`",
    "edition {edition}: an edition cannot give `profile` ({title}); leave it out and give it beside `later`, as `in_force` where it is to change with the day",
);

impl PolicyError {
    /// Wrong of a policy, or of an edition, which the message names then.
    fn new(parameter: &'static str, edition: Option<Place>, problem: Message) -> Self {
        let message = match edition {
            None => problem,
            Some((index, from)) => Message::new(
                IN_EDITION,
                [
                    ("edition", Arg::count(index.saturating_add(1))),
                    ("from", from.into()),
                    ("problem", Arg::Message(Box::new(problem))),
                ],
            ),
        };
        Self {
            parameter,
            edition: edition.map(|(index, _)| index),
            message,
        }
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        "policy_invalid"
    }

    /// The JSON pointer to the parameter, from the policy's root.
    pub fn pointer(&self) -> String {
        match self.edition {
            None => format!("/{}", self.parameter),
            Some(index) => format!("/later/{index}/{}", self.parameter),
        }
    }
}

/// What an edition names beside the parameters contradicts the policy: `profile` too.
fn of_an_edition(error: WireError) -> WireError {
    let place = error.pointer.strip_prefix("/later/");
    let place = place.and_then(|place| place.split_once('/'));
    let Some((index, parameter)) = place.filter(|_| error.code == ErrorCode::UnknownField) else {
        return error;
    };
    let edition = index.parse::<usize>().unwrap_or_default().saturating_add(1);
    let profile = parameters().iter().find(|known| known.name == parameter);
    let (wording, said) = match profile {
        Some(profile) => (NO_PROFILE, ("title", Arg::Text(profile.title))),
        None => (
            NO_PARAMETER,
            ("problem", Arg::Message(Box::new(error.message))),
        ),
    };
    let named = ("parameter", Arg::Word(parameter.to_owned().into()));
    let message = Message::new(wording, [("edition", Arg::count(edition)), named, said]);
    WireError::new(ErrorCode::PolicyInvalid, error.pointer, message)
}

impl Document {
    /// Every range that is left and every contradiction: of what holds at first, then of each edition together with all
    /// before it; in the order of the contract, at most one for each parameter, and none again in an edition that leaves
    /// it as it was.
    ///
    /// ```
    /// use bosoto::policy::Document;
    ///
    /// let document = Document { no_show_hours: 0, smiv_first_year: 5, ..Document::default() };
    /// let names: Vec<_> = document.problems().iter().map(|problem| problem.parameter).collect();
    /// assert_eq!(names, ["no_show_hours", "smiv_first_year"]);
    /// ```
    pub fn problems(&self) -> Vec<PolicyError> {
        let mut problems = self.judged(None);
        if self.later.len() > MOST_EDITIONS {
            let message = Message::new(TOO_MANY, [("most", Arg::count(MOST_EDITIONS))]);
            problems.push(PolicyError::new("later", None, message));
            return problems;
        }
        let names =
            |found: &[PolicyError]| found.iter().map(|one| one.parameter).collect::<Vec<_>>();
        let mut standing = names(&problems);
        let mut before = None;
        for (index, (from, document)) in self.editions().iter().enumerate() {
            let place = Some((index, *from));
            if before.replace(*from).is_some_and(|before| *from <= before) {
                problems.push(PolicyError::new("from", place, NOT_RISING.into()));
            }
            let found = document.judged(place);
            let still = std::mem::replace(&mut standing, names(&found));
            problems.extend(
                found
                    .into_iter()
                    .filter(|one| !still.contains(&one.parameter)),
            );
        }
        problems
    }

    /// What holds from the first day of each edition on.
    fn editions(&self) -> Vec<(Date, Self)> {
        let mut editions: Vec<(Date, Self)> = Vec::with_capacity(self.later.len());
        for edition in &self.later {
            let mut document = match editions.last() {
                Some((_, before)) => before.clone(),
                None => self.at_first(),
            };
            edition.replace(&mut document);
            editions.push((edition.from, document));
        }
        editions
    }

    /// Without its editions.
    fn at_first(&self) -> Self {
        Self {
            later: Vec::new(),
            ..self.clone()
        }
    }

    /// What is wrong with it, whatever its editions say.
    fn judged(&self, edition: Option<Place>) -> Vec<PolicyError> {
        let judge = |parameter: &Parameter| {
            if !parameter.admits(self) {
                return Some(parameter.error(parameter.allowed.refusal(), edition));
            }
            AGREEMENTS
                .iter()
                .filter(|agreement| agreement.parameter == parameter.name)
                .find(|agreement| self.in_range(agreement.with) && !(agreement.holds)(self))
                .map(|agreement| parameter.error(agreement.wording, edition))
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

/// What holds at first, and what holds instead from a day on, the days rising.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Dated<T> {
    first: T,
    later: Vec<(Date, T)>,
}

impl<T> Dated<T> {
    fn on(&self, day: Date) -> &T {
        latest(&self.later, day).unwrap_or(&self.first)
    }
}

/// What has begun last of what begins on rising days.
fn latest<T>(later: &[(Date, T)], day: Date) -> Option<&T> {
    let begun = later.iter().rfind(|(from, _)| *from <= day);
    begun.map(|(_, holds)| holds)
}

impl Numbers {
    /// The numbers that a schedule keeps which was set going on this day.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    /// use bosoto::policy::Policy;
    ///
    /// let policy = Policy::read(r#"{"later": [{"from": "2024-10-01", "visit_every_days": 30}]}"#)?;
    /// let numbers = policy.on(Date::parse("2025-01-01")?);
    /// assert_eq!(numbers.since(Date::parse("2024-09-30")?).visit_every_days, 15);
    /// assert_eq!(numbers.since(Date::parse("2024-10-01")?).visit_every_days, 30);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn since(&self, start: Date) -> &ScheduleNumbers {
        self.schedules.on(start)
    }
}

/// A policy that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Policy {
    document: Document,
    numbers: Dated<Numbers>,
}

impl Policy {
    /// Reads a policy and checks it.
    ///
    /// # Errors
    ///
    /// What the schema forbids, and [`ErrorCode::PolicyInvalid`] at the parameter, in an edition also where it names none.
    pub fn read(text: &str) -> Result<Self, WireError> {
        let document: Document = wire::decode(text).map_err(of_an_edition)?;
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
        self.numbers.on(day)
    }

    /// The days on which other numbers begin to hold.
    pub(crate) fn days_of_change(&self) -> impl Iterator<Item = Date> {
        self.numbers.later.iter().map(|(from, _)| *from)
    }

    /// The numbers that hold at last, in the last edition: those of a view, which has no day of its own.
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
        let editions = document.editions();
        let kept = |(from, document): &(Date, Document)| (*from, ScheduleNumbers::of(document));
        let schedules = Arc::new(Dated {
            first: ScheduleNumbers::of(&document),
            later: editions.iter().map(kept).collect(),
        });
        let numbers = |day| {
            let holds = latest(&editions, day).unwrap_or(&document);
            Numbers::of(holds, document.profile.on(day), &schedules)
        };
        let mut days: BTreeSet<Date> = editions.iter().map(|(from, _)| *from).collect();
        days.extend(document.profile.changes_on());
        let profile = document.profile.on(Date::FIRST);
        let numbers = Dated {
            first: Numbers::of(&document, profile, &schedules),
            later: days.into_iter().map(|day| (day, numbers(day))).collect(),
        };
        Self { document, numbers }
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

/// The same of a field that an edition need not give.
fn read_given<'de, D: Deserializer<'de>, T: Wire + Deserialize<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    T::read(from).map(Some)
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
