//! The one table of parameters. A line is a field of [`Document`], of [`Edition`] and of [`Numbers`] or [`ScheduleNumbers`],
//! its default, its unit, what it may be and its title: to change a number, change its line. Which rule states it is for the
//! rules to say.

use std::sync::Arc;

use super::{
    Allowed, Dated, DropOutAnchor, EditionOf, LetterRule, MOST_EDITIONS, Parameter, Profile,
    ProfileChoice, SmivRepeatWindow, SmivRunningYear, Unit, VisitCadence, Wire, read, read_given,
};
use crate::base::calendar::Date;
use crate::base::fault::Place;
use crate::base::shape::{Count, Field, Record, Shaped, Texts, Ty};
use crate::base::text::{Said, said, text};
use crate::base::wording::{Wording, wording};

/// The most days that a parameter, or an extension of a treatment (CT-20), may have: ten years.
pub(crate) const MOST_DAYS: u32 = 3_660;

const HOURS: Allowed = integer(1, 8_760);
const DAYS: Allowed = integer(1, MOST_DAYS);
const MONTHS: Allowed = integer(1, 120);
const COUNT: Allowed = integer(1, 100);
const PARTS_OF_A_YEAR: Allowed = Allowed::Divides { whole: 12 };
const DAY_OF_MONTH: Allowed = integer(1, 28);
const PROGRAMS: Allowed = rising(1, MOST_DAYS, 1, 5);
const SUGGESTED_MONTHS: Allowed = rising(1, 120, 1, 100);
const REPORT_DAYS: Allowed = rising(1, 31, 1, 31);

const fn integer(min: u32, max: u32) -> Allowed {
    Allowed::Integer { min, max }
}

const fn rising(min: u32, max: u32, min_items: u32, max_items: u32) -> Allowed {
    Allowed::Rising {
        min,
        max,
        min_items,
        max_items,
    }
}

/// The editions of a policy.
const EDITIONS: Ty = Ty::List(
    &Edition::TY,
    &Count {
        max: MOST_EDITIONS,
        ..Count::ANY
    },
);

/// A line of the table as a field of a policy.
const fn field(name: Wording, said: Said, ty: Ty, default: &'static str) -> Field {
    Field {
        name,
        said,
        rule: None,
        ty,
        required: false,
        flattened: false,
        default: Some(default),
    }
}

/// A default as a Rust value: a literal, a list of literals, or a variant of the field's enum.
macro_rules! value {
    ($type:ty, $literal:literal) => { $literal };
    ($type:ty, [$($item:literal),*]) => { vec![$($item),*] };
    ($type:ty, $variant:ident) => { <$type>::$variant };
}

/// The same default as JSON.
macro_rules! json {
    ($type:ty, $literal:literal) => { stringify!($literal) };
    ($type:ty, []) => { "[]" };
    ($type:ty, [$first:literal $(, $item:literal)*]) => { concat!("[", $first, $(",", $item,)* "]") };
    ($type:ty, $variant:ident) => { <$type>::$variant.json() };
}

/// Makes of the table's lines the document, its editions, the numbers of a day, those that a schedule keeps, and the
/// registry. Which edition gives a number is told by the group in which its line stands, by the names of [`EditionOf`].
macro_rules! table {
    ($profile:tt Moment $before:tt Start $kept:tt Moment $after:tt) => {
        document! { $profile Moment $before Start $kept Moment $after }
        numbers! { $profile $before $after }
        schedule_numbers! { $kept }
    };
}

/// A policy as it is written, its editions, and the registry.
macro_rules! document {
    (
        { profile = $profile:ident, $profile_unit:ident, $profile_allowed:expr, $profile_th:literal, $profile_en:literal; }
        $($edition_of:ident {
            $($name:ident: $type:ty = $default:tt, $unit:ident, $allowed:expr, $th:literal, $en:literal;)*
        })*
    ) => {
        /// A policy as it is written: every number and every choice that the rules leave open, by the names of the wire
        /// contract.
        ///
        /// Every field may be absent in JSON and then has its default; unknown fields are refused. An integer outside
        /// `u32`, also a negative one, is read as `u32::MAX`, which no range admits, so that
        /// [`problems`](Document::problems) names the parameter; anything but an integer is an error of type.
        ///
        /// ```
        /// use bosoto::policy::{Document, DropOutAnchor};
        ///
        /// let document: Document = serde_json::from_str(r#"{"drop_out_anchor": "missed_date"}"#)?;
        /// assert_eq!(document, Document { drop_out_anchor: DropOutAnchor::MissedDate, ..Document::default() });
        /// assert_eq!(document.drop_out_days, 45);
        /// assert!(document.problems().is_empty());
        /// # Ok::<(), serde_json::Error>(())
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Document {
            #[doc = concat!($profile_en, ". ", $profile_th)]
            #[serde(deserialize_with = "read")]
            pub profile: ProfileChoice,
            $($(
                #[doc = concat!($en, ". ", $th)]
                #[serde(deserialize_with = "read")]
                pub $name: $type,
            )*)*
            /// What is otherwise from a day on, the days rising.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub later: Vec<Edition>,
        }

        /// An edition of a policy (ฉบับแก้ไข): from its first day on, what it gives replaces what held before. What it
        /// does not give stays as it was; it cannot give a profile.
        ///
        /// ```
        /// use bosoto::calendar::Date;
        /// use bosoto::policy::{Document, Edition, Policy};
        ///
        /// let from = Date::parse("2024-10-01")?;
        /// let later = vec![Edition { drop_out_days: Some(30), ..Edition::new(from) }];
        /// let policy = Policy::try_from(Document { later, ..Document::default() })?;
        /// assert_eq!(policy.on(Date::parse("2024-09-30")?).drop_out_days, 45);
        /// assert_eq!(policy.on(from).drop_out_days, 30);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Edition {
            /// Its first day.
            pub from: Date,
            $($(
                #[doc = concat!($en, ". ", $th)]
                #[serde(default, deserialize_with = "read_given", skip_serializing_if = "Option::is_none")]
                pub $name: Option<$type>,
            )*)*
        }

        impl Edition {
            /// One that gives nothing yet.
            pub const fn new(from: Date) -> Self {
                Self { from, $($($name: None,)*)* }
            }

            /// Puts what it gives in the place of what held before.
            pub(super) fn replace(&self, document: &mut Document) {
                $($(
                    if let Some(given) = &self.$name {
                        document.$name.clone_from(given);
                    }
                )*)*
            }
        }

        /// The shapes of the parameters.
        mod shapes {
            use super::*;

            $($(
                #[allow(non_upper_case_globals)]
                pub(super) const $name: &Ty = &{
                    const ENTRY: Ty = $allowed.number();
                    const ENTRIES: Count = $allowed.count();
                    $allowed.shape(<$type>::TY, &ENTRY, &ENTRIES)
                };
            )*)*
        }

        impl Shaped for Document {
            const TY: Ty = Ty::Record(&Record {
                name: wording!("Policy"),
                module: wording!(module_path!()),
                about: wording!("Every number and every choice that the rules leave open. All fields are optional."),
                closed: true,
                private: false,
                fields: &[
                    field(wording!("profile"), said!($profile_th, $profile_en), ProfileChoice::TY, json!(ProfileChoice, $profile)),
                    $($(field(wording!(stringify!($name)), said!($th, $en), *shapes::$name, json!($type, $default)),)*)*
                    field(wording!("later"), said!("ฉบับแก้ไขที่ใช้ตั้งแต่วันที่กำหนด", "editions from a later day on"), EDITIONS, "[]"),
                ],
            });

            fn texts(&self, _: &'static Ty, at: &Place<'_>, to: &mut Texts) {
                $($(self.$name.texts(shapes::$name, &Place::Field(at, stringify!($name)), to);)*)*
                self.later.texts(&EDITIONS, &Place::Field(at, "later"), to);
            }
        }

        impl Shaped for Edition {
            const TY: Ty = Ty::Record(&Record {
                name: wording!("Edition"),
                module: wording!(module_path!()),
                about: wording!("What replaces the numbers and choices of a policy from a day on. All fields but the day are optional."),
                closed: true,
                private: false,
                fields: &[
                    Field {
                        required: true,
                        default: None,
                        ..field(wording!("from"), said!("ใช้ตั้งแต่วันที่", "in force from"), Ty::Date, "")
                    },
                    $($(Field {
                        default: None,
                        ..field(wording!(stringify!($name)), said!($th, $en), *shapes::$name, "")
                    },)*)*
                ],
            });

            fn texts(&self, _: &'static Ty, at: &Place<'_>, to: &mut Texts) {
                $($(self.$name.texts(shapes::$name, &Place::Field(at, stringify!($name)), to);)*)*
            }
        }

        impl Default for Document {
            fn default() -> Self {
                Self {
                    profile: value!(ProfileChoice, $profile),
                    $($($name: value!($type, $default),)*)*
                    later: Vec::new(),
                }
            }
        }

        pub(super) const PARAMETERS: &[Parameter] = &[
            Parameter {
                name: "profile",
                unit: Unit::$profile_unit,
                allowed: $profile_allowed,
                default: json!(ProfileChoice, $profile),
                title: text!($profile_th, $profile_en),
                edition_of: EditionOf::Moment,
                numbers: |document| document.profile.numbers(),
            },
            $($(Parameter {
                name: stringify!($name),
                unit: Unit::$unit,
                allowed: $allowed,
                default: json!($type, $default),
                title: text!($th, $en),
                edition_of: EditionOf::$edition_of,
                numbers: |document| document.$name.numbers(),
            },)*)*
        ];
    };
}

/// The numbers and choices of a day.
macro_rules! numbers {
    (
        { profile = $profile:ident, $profile_unit:ident, $profile_allowed:expr, $profile_th:literal, $profile_en:literal; }
        $({ $($name:ident: $type:ty = $default:tt, $unit:ident, $allowed:expr, $th:literal, $en:literal;)* })*
    ) => {
        /// The numbers and choices of one day: what judges are given.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct Numbers {
            #[doc = concat!($profile_en, ". ", $profile_th)]
            pub profile: Profile,
            $($(
                #[doc = concat!($en, ". ", $th)]
                pub $name: $type,
            )*)*
            pub(super) schedules: Arc<Dated<ScheduleNumbers>>,
        }

        impl Numbers {
            /// Those of a document, under this profile, with those that schedules keep.
            pub(super) fn of(document: &Document, profile: Profile, schedules: &Arc<Dated<ScheduleNumbers>>) -> Self {
                Self {
                    profile,
                    $($($name: document.$name.clone(),)*)*
                    schedules: Arc::clone(schedules),
                }
            }
        }
    };
}

/// The numbers that a schedule keeps.
macro_rules! schedule_numbers {
    ({ $($name:ident: $type:ty = $default:tt, $unit:ident, $allowed:expr, $th:literal, $en:literal;)* }) => {
        /// The numbers and choices that a schedule keeps from the day that set it going, whatever later editions say, so
        /// that nobody is found to have owed what no rule then asked.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct ScheduleNumbers {
            $(
                #[doc = concat!($en, ". ", $th)]
                pub $name: $type,
            )*
        }

        impl ScheduleNumbers {
            /// Those of a document.
            pub(super) fn of(document: &Document) -> Self {
                Self { $($name: document.$name.clone(),)* }
            }
        }
    };
}

#[rustfmt::skip]
table! {
    // name: type = default, unit, allowed, title in Thai, in English;
    { profile = MANUAL_2564, Unitless, Allowed::OneOf { names: ProfileChoice::NAMES },
        "ฉบับของหลักเกณฑ์ที่ใช้พิจารณา", "edition of the rules that applies"; }
    Moment {
        no_show_hours: u32 = 168, Hours, HOURS,
            "ระยะเวลานับตั้งแต่วินาทีที่ข้อมูลเข้าระบบจนแจ้งผู้ป่วยไม่มารายงานตัวได้", "time from the entry of the data until a no-show may be reported";
        first_trace_days: u32 = 7, Days, DAYS,
            "กำหนดเวลาติดตามครั้งที่ 1 นับจากวันที่ขาดนัด", "time limit of the first trace, from the missed appointment";
        second_trace_days: u32 = 14, Days, DAYS,
            "กำหนดเวลาติดตามครั้งที่ 2 นับจากวันที่ขาดนัด", "time limit of the second trace, from the missed appointment";
        trace_gap_days: u32 = 7, Days, DAYS,
            "ระยะห่างอย่างน้อยระหว่างการติดตามครั้งที่ 1 กับครั้งที่ 2", "least time between the first and the second trace";
        absence_report_days: u32 = 14, Days, DAYS,
            "ระยะเวลานับจากวันที่ขาดนัดจนแจ้งผู้ป่วยขาดนัดระหว่างบำบัดได้", "time from the missed appointment until the absence may be reported";
        traces_required: u32 = 2, Times, COUNT,
            "จำนวนครั้งที่ต้องติดตามก่อนแจ้งผู้ป่วยขาดนัดระหว่างบำบัด", "traces required before the absence may be reported";
        drop_out_days: u32 = 45, Days, DAYS,
            "ระยะเวลาที่ต้องครบก่อนจำหน่าย (Drop out)", "time that must pass before a drop-out";
        drop_out_anchor: DropOutAnchor = Notification, Unitless, Allowed::OneOf { names: DropOutAnchor::NAMES },
            "วันที่เริ่มนับระยะเวลาก่อนจำหน่าย (Drop out)", "day from which the time before a drop-out is counted";
        letter_rule: LetterRule = Either, Unitless, Allowed::OneOf { names: LetterRule::NAMES },
            "เกณฑ์ที่ถือว่ามีหนังสือส่งตัวแล้ว", "when the referral letter is held to have come";
        program_days: Vec<u32> = [90, 120], Days, PROGRAMS,
            "ระยะเวลาโปรแกรมที่ระบุได้", "lengths that a treatment program may have";
        quality_of_life_required: u32 = 2, Times, COUNT,
            "จำนวนครั้งที่ต้องประเมินคุณภาพชีวิตก่อนบันทึกรายการสรุปผล", "assessments of the quality of life required before the conclusion";
        incomplete_needs_quality_of_life: bool = true, Unitless, Allowed::Flag,
            "กรณีสรุปผลว่า “ไม่ครบโปรแกรม” ต้องประเมินคุณภาพชีวิตให้ครบด้วย", "the outcome of a program not completed needs the assessments of the quality of life too";
        assignment_required: bool = false, Unitless, Allowed::Flag,
            "ต้องมีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชาก่อนอนุมัติสิทธิ", "the superior's written assignment is required for the approval of an account";
        delegated_admins: Vec<String> = [], Unitless, Allowed::Texts,
            "หน่วยงานที่จังหวัดมอบหมายให้ผู้ดูแลระบบของหน่วยงานนั้นอนุมัติสิทธิ", "organisations whose admins the province entrusted with approvals";
        coordination_required: bool = false, Unitless, Allowed::Flag,
            "ต้องประสานงานกับสำนักงานคุมประพฤติก่อนขอแก้ไขข้อมูล", "coordination with the probation office is required before a request for correction";
        registry_batch_days: u32 = 5, DayOfMonth, DAY_OF_MONTH,
            "วันสุดท้ายของรอบต้นเดือนสำหรับอนุมัติสิทธิเชื่อมต่อทะเบียนราษฎร", "last day of the month's batch of civil-registry approvals";
    }
    // What a schedule keeps from the day that set it going.
    Start {
        visit_first_days: u32 = 15, Days, DAYS,
            "ระยะเวลานับจากวันที่จบการฝึกอบรมจนถึงการติดตามครั้งแรก", "time from the end of the training to the first visit";
        visit_every_days: u32 = 15, Days, DAYS,
            "ระยะห่างของการติดตามครั้งต่อ ๆ ไป", "time from one visit to the next";
        visit_period_months: u32 = 12, Months, MONTHS,
            "ระยะเวลาการติดตามทั้งหมดนับจากวันที่จบการฝึกอบรม", "period of the visits, from the end of the training";
        visit_cadence: VisitCadence = Fixed, Unitless, Allowed::OneOf { names: VisitCadence::NAMES },
            "วิธีกำหนดรอบการติดตาม", "how the visits are timed";
        user_follow_ups: u32 = 1, Times, COUNT,
            "จำนวนครั้งขั้นต่ำของการติดตามทางการแพทย์ กลุ่มผู้ใช้", "least number of medical follow-ups, severity user";
        user_follow_up_months: u32 = 1, Months, MONTHS,
            "ระยะเวลาการติดตามทางการแพทย์นับจากวันที่สรุปผลการบำบัด กลุ่มผู้ใช้", "period of the medical follow-ups from the summary, severity user";
        follow_ups: u32 = 4, Times, COUNT,
            "จำนวนครั้งขั้นต่ำของการติดตามทางการแพทย์ กลุ่มผู้เสพและผู้ติด", "least number of medical follow-ups, severity abuse and dependence";
        follow_up_months: u32 = 12, Months, MONTHS,
            "ระยะเวลาการติดตามทางการแพทย์นับจากวันที่สรุปผลการบำบัด กลุ่มผู้เสพและผู้ติด", "period of the medical follow-ups from the summary, severity abuse and dependence";
        suggested_follow_up_months: Vec<u32> = [3, 6, 9, 12], Months, SUGGESTED_MONTHS,
            "เดือนที่แนะนำให้นัดติดตามนับจากวันที่สรุปผลการบำบัด กลุ่มผู้เสพและผู้ติด", "months after the summary suggested for the follow-ups, severity abuse and dependence";
        smiv_first_year: u32 = 4, Times, PARTS_OF_A_YEAR,
            "จำนวนครั้งขั้นต่ำของการติดตามผู้ป่วย SMI-V ในปีที่ 1", "least number of follow-ups of an SMI-V person in year 1";
        smiv_later_years: u32 = 2, Times, PARTS_OF_A_YEAR,
            "จำนวนครั้งขั้นต่ำต่อปีของการติดตามผู้ป่วย SMI-V ตั้งแต่ปีที่ 2 เป็นต้นไป", "least number of follow-ups of an SMI-V person in each later year";
        smiv_running_year: SmivRunningYear = ProRata, Unitless, Allowed::OneOf { names: SmivRunningYear::NAMES },
            "วิธีประเมินการดูแลต่อเนื่องของผู้ป่วย SMI-V ในปีที่ยังไม่ครบ", "how the running patient-year of an SMI-V person is judged";
        smiv_repeat_window: SmivRepeatWindow = FiscalYear, Unitless, Allowed::OneOf { names: SmivRepeatWindow::NAMES },
            "ช่วงเวลาที่นับการก่อความรุนแรงซ้ำ", "window in which repeated violence counts";
    }
    Moment {
        non_consent_report_day: u32 = 5, DayOfMonth, DAY_OF_MONTH,
            "วันครบกำหนดในเดือนถัดไปของรายงานผู้ไม่ยินยอมให้นำเข้าข้อมูลสู่ระบบ บสต.", "day of the following month by which the non-consent report is due";
        province_report_days: Vec<u32> = [15, 30], DayOfMonth, REPORT_DAYS,
            "วันครบกำหนดรายงานของจังหวัดต่อกรมการปกครองในแต่ละเดือน", "days of each month on which the province's report is due";
    }
}
