//! The table of calls: the questions of the contract as text in, text out. What every binding exports is made
//! from it; a line says what a call is given, what it answers and which rules it applies, by types.
//!
//! A case is given as its log (NDJSON or a JSON array of events). Every answer is canonical JSON,
//! the same bytes in every language; an error is the contract's `{"error": …}`.
//!
//! ```
//! let answer = bosoto::call::report_calendar("81", "2024-06-01", "2024-06-30", "2024-06-20", None);
//! assert!(answer.starts_with(r#"[{"rule":"AC-08","what":"province_report""#));
//!
//! let given = ["81", "2024-06-01", "2024-06-30", "2024-06-20"].map(Some);
//! assert_eq!(bosoto::call::call("report_calendar", &given), answer);
//! ```

use std::num::NonZeroUsize;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::Titles;
use super::given::{Cell, Cells, Given, Log, Many, Refused, Sent, Written, allowed, needed};
use super::registry::{Named, Stated};
use super::{form, registry, schema};
use crate::base::actor::Actor;
use crate::base::area::RV_02;
use crate::base::calendar::rules::TM_6;
use crate::base::calendar::{Date, Instant, Style};
use crate::base::icd10::RV_04;
use crate::base::id::CaseId;
use crate::base::identifier::{RV_01, RV_03, RV_08};
use crate::base::private::Whole;
use crate::base::rule::Rule;
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::{Arg, Message, Text, text};
use crate::indicator::rules::{KP_15, KP_16, KP_22};
use crate::indicator::{self, Figure};
use crate::lifecycle::{Action, Conflict, Machine, MergedWire, Past, Reviewed};
use crate::lifecycles::aftercare::rules::{AC_07, AC_08};
use crate::lifecycles::any::{AnyCase, AnyEvent, AnyLifecycle, BrokenLine, Decided};
use crate::lifecycles::assistance::quality_of_life;
use crate::lifecycles::assistance::rules::{QL_01, QL_02};
use crate::policy::Policy;
use crate::question::batch::{Cases, Worklists, empty_log};
use crate::question::casework::{self, Casework, CaseworkQuery};
use crate::question::compare::Comparison;
use crate::question::matrix::Permission;
use crate::question::roster::{DistrictGaps, DistrictRoster};
use crate::question::rules::AD_06;
use crate::question::timeliness::{self, Counted, Place, Timeliness};
use crate::question::worklist::{self, Line, WorklistQuery};
use crate::question::workload::{self, Workload};
use crate::question::{matrix, report, roster};
use crate::record::rules::{RV_05, RV_06, RV_07};
use crate::record::{self, Finding, Values};
use crate::rulebook::access::{AD_07, AD_08};
use crate::rulebook::general::{GE_01, GE_03, GE_04, GE_07, GE_08};
use crate::schedule::Obligation;
use crate::surveillance::rules::SV_02;
use crate::surveillance::{SmivPerson, smiv_obligations as smiv_rows};
use crate::wire::{self, ErrorCode, WireError};

/// A call: what it is given, what it answers, which rules it applies.
pub struct Call {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    /// What it is given, in order.
    pub arguments: &'static [Argument],
    /// The shape of its answer.
    pub answer: Ty,
    /// The rules that it applies beside those of the lifecycle.
    pub rules: &'static [&'static Rule],
    /// Calls it; an argument that is left out is none.
    pub run: fn(&[Option<&str>]) -> String,
}

/// An argument of a call.
pub struct Argument {
    /// Its name.
    pub name: &'static str,
    /// Whether it has to be there.
    pub required: bool,
    /// Whether it is a JSON document; otherwise the text is the value itself.
    pub json: bool,
    /// Its shape.
    pub ty: Ty,
}

/// The call of a name, with its arguments in order; those that may be left out are none.
pub fn call(name: &str, arguments: &[Option<&str>]) -> String {
    match TABLE.iter().find(|call| call.name == name) {
        Some(call) => (call.run)(arguments),
        None => {
            let known: Vec<String> = TABLE
                .iter()
                .map(|call| format!("`{}`", call.name))
                .collect();
            unknown("/call", UNKNOWN_CALL, known).to_json()
        }
    }
}

/// The date that a call is given as `date`, `YYYY-MM-DD`: for who makes many of one call.
///
/// # Errors
///
/// `malformed` at `/date`, as the call itself answers it.
pub fn read_date(text: &str) -> Result<Date, WireError> {
    needed("date", Some(text))
}

/// The style of a date that [`thai_date`] is given as `style`.
///
/// # Errors
///
/// `unknown_value` at `/style`, as the call itself answers it.
///
/// ```
/// use bosoto::calendar::Style;
/// use bosoto::call::read_style;
///
/// assert_eq!(read_style("short")?, Style::ThaiShort);
/// assert_eq!(read_style("iso").unwrap_err().code.code(), "unknown_value");
/// # Ok::<(), bosoto::wire::WireError>(())
/// ```
pub fn read_style(text: &str) -> Result<Style, WireError> {
    needed("style", Some(text))
}

/// Makes a function of each call, and the table.
macro_rules! calls {
    (@given) => { &str };
    (@given maybe) => { Option<&str> };
    (@passed $argument:ident) => { Some($argument) };
    (@passed $argument:ident maybe) => { $argument };
    (@read $argument:ident [$type:ty]) => { needed::<$type>(stringify!($argument), $argument) };
    (@read $argument:ident maybe [$type:ty]) => { allowed::<$type>(stringify!($argument), $argument) };
    (@required) => { true };
    (@required maybe) => { false };
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($argument:ident: $($maybe:ident)? [$type:ty]),*) -> $answer:ty,
        [$($rule:ident),*] $body:block
    )+) => {
        /// Every call, in the order of the contract.
        pub static TABLE: &[Call] = &[$(
            Call {
                name: stringify!($name),
                about: concat!($($doc, "\n"),+),
                arguments: &[$(
                    Argument {
                        name: stringify!($argument),
                        required: calls!(@required $($maybe)?),
                        json: <$type as Given>::JSON,
                        ty: <$type as Given>::TY,
                    },
                )*],
                answer: <$answer as Shaped>::TY,
                rules: &[$(&$rule),*],
                run: |_arguments| {
                    let mut _given = _arguments.iter().copied();
                    $( let $argument = _given.next().flatten(); )*
                    let answer = || -> Result<Written<$answer>, Refused> {
                        $( let $argument = calls!(@read $argument $($maybe)? [$type])?; )*
                        $body
                    };
                    answer().map_or_else(|refused| refused.0, |written| written.0)
                },
            },
        )+];

        $(
            $(#[doc = $doc])+
            pub fn $name($($argument: calls!(@given $($maybe)?)),*) -> String {
                call(stringify!($name), &[$(calls!(@passed $argument $($maybe)?)),*])
            }
        )+
    };
}

calls! {
    /// Judges a command on the case of a log; without a log, one that creates a case.
    decide(
        lifecycle: [&'static dyn AnyLifecycle],
        log: maybe [Log<'_>],
        envelope: [Sent<'_>],
        policy: maybe [Policy]
    ) -> Decided, [GE_01, GE_03, GE_04, GE_07] {
        let policy = policy.unwrap_or_default();
        let case = perhaps(lifecycle, log)?;
        let decision = lifecycle.decide_json(case.as_deref(), envelope.0, &policy)?;
        Ok(Written::already(decision.to_json()))
    }

    /// Every command as the actor finds it at an instant.
    actions(
        lifecycle: [&'static dyn AnyLifecycle],
        log: maybe [Log<'_>],
        actor: [Actor],
        at: [Instant],
        policy: maybe [Policy]
    ) -> Vec<Action>, [] {
        let policy = policy.unwrap_or_default();
        let case = perhaps(lifecycle, log)?;
        Ok(Written::of(&lifecycle.actions(case.as_deref(), &actor, at, &policy)?))
    }

    /// What is owed on a day, of the case as it was; with `known`, by what had been received by the end of that day.
    obligations(
        lifecycle: [&'static dyn AnyLifecycle],
        log: [Log<'_>],
        on: [Date],
        policy: maybe [Policy],
        known: maybe [Date]
    ) -> Vec<Obligation>, [GE_08] {
        let case = case_of(lifecycle, log)?;
        let past = Past::from(on).known(known);
        Ok(Written::of(&case.obligations(past, &policy.unwrap_or_default())))
    }

    /// What can be done on a day of what is owed: due or overdue.
    due(
        lifecycle: [&'static dyn AnyLifecycle],
        log: [Log<'_>],
        on: [Date],
        policy: maybe [Policy],
        known: maybe [Date]
    ) -> Vec<Obligation>, [GE_08] {
        let case = case_of(lifecycle, log)?;
        let past = Past::from(on).known(known);
        Ok(Written::of(&case.due(past, &policy.unwrap_or_default())))
    }

    /// The log of a case up to a day, as a JSON array: what any other question about that day is asked of. It is
    /// empty before the case was created.
    as_of(
        lifecycle: [&'static dyn AnyLifecycle], log: [Log<'_>], on: [Date], known: maybe [Date]
    ) -> Vec<AnyEvent>, [GE_08] {
        let case = case_of(lifecycle, log)?.as_of(Past::from(on).known(known));
        let lines = case.map(|case| case.log()).unwrap_or_default();
        Ok(Written::already(format!("[{}]", lines.trim_end().replace('\n', ","))))
    }

    /// What is flagged at an instant, of the case as it was; with `known`, by what had been received by the end of that
    /// day.
    flags(
        lifecycle: [&'static dyn AnyLifecycle],
        log: [Log<'_>],
        at: [Instant],
        policy: maybe [Policy],
        known: maybe [Date]
    ) -> Vec<String>, [GE_08] {
        let case = case_of(lifecycle, log)?;
        let past = Past::from(at).known(known);
        Ok(Written::already(wire::to_json(&case.flags(past, &policy.unwrap_or_default()))))
    }

    /// What an actor sees.
    view(
        lifecycle: [&'static dyn AnyLifecycle], log: [Log<'_>], actor: [Actor], policy: maybe [Policy]
    ) -> Reviewed, [AD_07] {
        let case = case_of(lifecycle, log)?;
        Ok(Written::already(wire::to_json(&case.view(&actor, &policy.unwrap_or_default()))))
    }

    /// What a log comes to: the case's id and state, the number of events used, the broken lines.
    replay(lifecycle: [&'static dyn AnyLifecycle], log: [Log<'_>]) -> Summary<'static>, [] {
        let replayed = lifecycle.replay_lines(log.0);
        Ok(Written::already(wire::to_json(&Summary {
            lifecycle: lifecycle.name(),
            case_id: replayed.case.as_ref().map(|case| case.case_id()),
            state: replayed.case.as_ref().map(|case| case.state()),
            used: replayed.used,
            broken: &replayed.broken,
            conflicts: &replayed.conflicts,
        })))
    }

    /// Two logs of one case as one: state, log, and the events without effect.
    merge(
        lifecycle: [&'static dyn AnyLifecycle], log_a: [Log<'_>], log_b: [Log<'_>]
    ) -> MergedWire<'static, String, AnyEvent>, [] {
        Ok(Written::already(lifecycle.merge(log_a.0, log_b.0)?.to_json()))
    }

    /// The worklist of an officer over many cases, `[{"lifecycle", "log"}]`. A log that cannot be used is an error
    /// after the rows, its pointer beginning with its place among the logs.
    worklist(
        cases: [Many<'_>], query: [WorklistQuery], policy: maybe [Policy]
    ) -> Vec<Line<'static>>, [] {
        let mut worklists = Worklists::new(vec![query], policy.unwrap_or_default());
        let broken = worklists.read(cases.0, NonZeroUsize::MIN)?;
        let rows: Vec<_> = worklists.finish().into_iter().flatten().collect();
        Ok(Written::already(worklist::to_json(&rows, &broken)))
    }

    /// The cases `[{"lifecycle", "log"}]` that an officer has to work on at an instant, the most urgent first, with
    /// what is owed, what can be done and what has to wait.
    casework(
        cases: [Many<'_>], query: [CaseworkQuery], policy: maybe [Policy]
    ) -> Vec<Casework>, [] {
        let cases = Cases::read(cases.0, NonZeroUsize::MIN)?.into_all()?;
        Ok(Written::of(&casework::casework(cases, &query, &policy.unwrap_or_default())))
    }

    /// Whose work it is: what each organisation owes on a day in these cases `[{"lifecycle", "log"}]`.
    workload(cases: [Many<'_>], on: [Date], policy: maybe [Policy]) -> Vec<Workload>, [] {
        let cases = Cases::read(cases.0, NonZeroUsize::MIN)?;
        let cases = cases.all()?;
        Ok(Written::of(&workload::workload(cases, on, &policy.unwrap_or_default())))
    }

    /// In what the cases `[{"lifecycle", "log"}]` differ under two policies: each act is judged again at its place under
    /// both, and after it, on its day, what may be done from when and what is owed; and so once more on a day `on`.
    compare(
        cases: [Many<'_>], policy_a: [Policy], policy_b: [Policy], on: maybe [Date]
    ) -> Comparison, [] {
        let mut comparison = Comparison::default();
        comparison.read(cases.0, [&policy_a, &policy_b], on, NonZeroUsize::MIN)?;
        Ok(Written::of(&comparison))
    }

    /// How timely the work in the cases `[{"lifecycle", "log"}]` was: of what had its last day in time from `start` to
    /// `end`, what was done by the end of `end`, by the responsible organisation (`unit`), or the `district` or `tambon` of
    /// residence.
    timeliness(
        cases: [Many<'_>], start: [Date], end: [Date], by: [Place], policy: maybe [Policy]
    ) -> Vec<Timeliness>, [GE_08] {
        let policy = policy.unwrap_or_default();
        let cases = Cases::read(cases.0, NonZeroUsize::MIN)?;
        let mut counted = Counted::default();
        for case in cases.all()? {
            for (place, settled) in timeliness::outcomes(case, [start, end], by, &policy) {
                counted.add(place, &settled);
            }
        }
        Ok(Written::of(&counted.rows()))
    }

    /// The reports that a province or a region owes between two days, as they stand on a third.
    report_calendar(
        organisation: [&str], from: [Date], to: [Date], on: [Date], policy: maybe [Policy]
    ) -> Vec<Obligation>, [AC_08, AD_06] {
        let policy = policy.unwrap_or_default();
        Ok(Written::of(&report::report_calendar(organisation, from, to, on, &policy)))
    }

    /// The districts that are not set up for the community follow-up (AC-07).
    roster_check(districts: [Vec<DistrictRoster>]) -> Vec<DistrictGaps>, [AC_07] {
        Ok(Written::of(&roster::roster_check(&districts)))
    }

    /// The follow-ups that an SMI-V person is owed (SV-02).
    smiv_obligations(
        person: [SmivPerson], on: [Date], policy: maybe [Policy]
    ) -> Vec<Obligation>, [SV_02] {
        Ok(Written::of(&smiv_rows(&person, on, &policy.unwrap_or_default())))
    }

    /// What is wrong with a cell of a 43-file table, as a form asks of its field; the error is `{"error": {"code", "table",
    /// "column", "message"}}`.
    ///
    /// ```
    /// let found = bosoto::call::check_cell("PERSON", "BIRTH", "25330101");
    /// assert!(found.starts_with(r#"[{"rule":"RV-05","code":"buddhist_year","severity":"error","table":"PERSON","row":1,"#));
    /// ```
    check_cell(
        table: [&str], column: [&str], value: [Cell]
    ) -> Vec<Finding>, [RV_01, RV_02, RV_03, RV_04, RV_05, RV_07, RV_08] {
        Ok(Written::of(&record::check_cell(table, column, value.0, Values::Withheld)?))
    }

    /// What is wrong with a row of a 43-file table, `{column: value}`; a cell that is left out is empty.
    ///
    /// ```
    /// let found = bosoto::call::check_row("DEATH", r#"{"PID": 1}"#);
    /// assert!(found.starts_with(r#"{"error":{"code":"wrong_type","table":"DEATH","column":"PID","#));
    /// ```
    check_row(
        table: [&str], row: [Cells]
    ) -> Vec<Finding>, [RV_01, RV_02, RV_03, RV_04, RV_05, RV_06, RV_07, RV_08] {
        let cells = row.texts(table)?;
        Ok(Written::of(&record::check_row(table, cells, Values::Withheld)?))
    }

    /// What an indicator comes to from its parts alone, of any fiscal year (B.E.); the error is that of `check_cell`.
    ///
    /// ```
    /// let figure = bosoto::call::indicator_value("KP-16", "8852", "9049", "2568", "4");
    /// assert!(figure.contains(r#""value":"97.82","target":{"at":"least","value":"85"},"met":true"#));
    /// ```
    indicator_value(
        id: [&str], numerator: [Whole], denominator: [Whole], fiscal_year: [Whole], quarter: [Whole]
    ) -> Figure, [KP_15, KP_16, KP_22] {
        let figure = indicator::indicator_value(id, numerator.0, denominator.0, fiscal_year.0, quarter.0)?;
        Ok(Written::of(&figure))
    }

    /// The date, `YYYY-MM-DD`, of a text in any shape that people write (TM-6).
    ///
    /// ```
    /// assert_eq!(bosoto::call::parse_thai_date("วันที่ ๓ เมษายน พ.ศ. ๒๕๖๔"), r#""2021-04-03""#);
    /// ```
    parse_thai_date(text: [&str]) -> Date, [TM_6] {
        let date = Date::parse_thai(text)
            .map_err(|error| WireError::new(ErrorCode::Malformed, "/text", error.thai_text()))?;
        Ok(Written::of(&date))
    }

    /// A date as Thai readers write it, in the style `short`, `slash`, `abbreviated`, `long` or `digits` (TM-6).
    ///
    /// ```
    /// assert_eq!(bosoto::call::thai_date("2021-04-03", "short"), r#""3/4/64""#);
    /// ```
    thai_date(date: [Date], style: [Style]) -> String, [TM_6] {
        Ok(Written::of(&date.format(style).to_string()))
    }

    /// A lifecycle's table as data.
    machine(lifecycle: [&'static dyn AnyLifecycle]) -> Machine, [] {
        Ok(Written::of(&lifecycle.machine()))
    }

    /// The form of every command of a lifecycle, its titles in Thai (`th`, the default) or English (`en`).
    forms(lifecycle: [&'static dyn AnyLifecycle], lang: maybe [Titles]) -> Vec<Value>, [] {
        Ok(Written::of(&form::forms(lifecycle, lang.unwrap_or(Titles::Thai))))
    }

    /// The items of the quality-of-life form, with their labels and scoring (QL-01, QL-02).
    quality_of_life_form() -> Vec<quality_of_life::Item>, [QL_01, QL_02] {
        Ok(Written::of(&quality_of_life::FORM.to_vec()))
    }

    /// The permission matrix of all lifecycles (AD-08).
    permissions() -> Vec<Permission>, [AD_08] {
        Ok(Written::of(&matrix::permissions()))
    }

    /// A rule of the rulebook; without an id, all of them.
    rule(id: maybe [&str]) -> RuleOrAll, [] {
        match id {
            None => Ok(Written::already(wire::to_json(&registry::rules()))),
            Some(id) => {
                let rule = registry::rule(id)
                    .ok_or_else(|| WireError::new(ErrorCode::UnknownValue, "/rule", UNKNOWN_RULE))?;
                Ok(Written::already(wire::to_json(rule)))
            }
        }
    }

    /// Every parameter of the policy: its rule, unit, range and default.
    parameters() -> Vec<Stated>, [] {
        Ok(Written::of(&registry::parameters()))
    }

    /// What can be owed, with what it is called.
    owed() -> Vec<Named>, [] {
        let owed = registry::owed();
        let named = owed.iter().map(|owed| Named { what: owed.name, title: owed.title });
        Ok(Written::of(&named.collect::<Vec<_>>()))
    }

    /// The JSON Schema of a name.
    schema(name: [&str]) -> Value, [] {
        let found = schema::schema(name)
            .ok_or_else(|| unknown("/schema", UNKNOWN_SCHEMA, schema::names().map(quoted).collect()))?;
        Ok(Written::of(&found))
    }
}

/// A rule, or all of them.
struct RuleOrAll;

impl Shaped for RuleOrAll {
    const TY: Ty = Ty::Either(&[Rule::TY, <[Rule]>::TY]);
}

/// What a log comes to.
#[derive(Serialize, Shape)]
#[shape(name = "Replay")]
pub(super) struct Summary<'a> {
    /// The lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    lifecycle: &'static str,
    /// The case's id, where an event created it.
    #[title("รหัสเคส", "case id")]
    #[serde(skip_serializing_if = "Option::is_none")]
    case_id: Option<&'a CaseId>,
    /// Its state.
    #[title("สถานะ", "state")]
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    /// How many events were used.
    #[title("จำนวนรายการที่นำมาใช้", "number of events used")]
    used: usize,
    /// The lines that cannot be used.
    #[title("บรรทัดที่นำมาใช้ไม่ได้", "broken lines")]
    broken: &'a [BrokenLine],
    /// The events that a merge left without effect.
    #[title("รายการที่ไม่สอดคล้องกัน", "conflicts")]
    conflicts: &'a [Conflict],
}

/// The case of a log, where there is one.
fn perhaps(
    lifecycle: &dyn AnyLifecycle,
    log: Option<Log<'_>>,
) -> Result<Option<Arc<dyn AnyCase>>, WireError> {
    log.map_or_else(|| Ok(None), |log| lifecycle.replay(log.0))
}

fn case_of(lifecycle: &dyn AnyLifecycle, log: Log<'_>) -> Result<Arc<dyn AnyCase>, WireError> {
    let case = lifecycle.replay(log.0)?;
    case.ok_or_else(empty_log)
}

fn quoted(name: String) -> String {
    format!("`{name}`")
}

fn unknown(pointer: &str, text: Text, known: Vec<String>) -> WireError {
    let args = [("known", Arg::Word(known.join(", ").into()))];
    WireError::new(ErrorCode::UnknownValue, pointer, Message::new(text, args))
}

const UNKNOWN_RULE: Text = text!(
    "ไม่มีข้อกำหนดรหัสนี้ โปรดระบุรหัสในรูปแบบ เช่น CT-16",
    "no such rule; an id looks like CT-16",
);
const UNKNOWN_SCHEMA: Text = text!(
    "ไม่มีรูปแบบข้อมูลชื่อนี้ โปรดใช้ชื่อใดชื่อหนึ่งใน {known}",
    "no such schema; known are {known}",
);
const UNKNOWN_CALL: Text = text!(
    "ไม่มีคำสั่งเรียกชื่อนี้ โปรดใช้ชื่อใดชื่อหนึ่งใน {known}",
    "no such call; known are {known}",
);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_error_names_the_part_of_the_question() {
        let pointer = |answer: String| {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            answer["error"]["pointer"].as_str().unwrap().to_owned()
        };
        assert_eq!(pointer(machine("nothing")), "/lifecycle");
        assert_eq!(
            pointer(obligations("episode", "", "2567-01-01", None, None)),
            "/on"
        );
        assert_eq!(
            pointer(obligations("episode", "", "2024-01-01", None, None)),
            "/log"
        );
        assert_eq!(
            pointer(actions(
                "episode",
                None,
                "{}",
                "2024-01-01T09:00:00+07:00",
                None
            )),
            "/actor/role"
        );
        let actor = r#"{"role": "unit_user", "organisation": "10670"}"#;
        assert_eq!(
            pointer(actions("episode", None, actor, "2024-01-01", None)),
            "/at"
        );
        assert_eq!(pointer(rule(Some("XX-1"))), "/rule");
        assert_eq!(pointer(schema("nothing")), "/schema");
        assert_eq!(
            pointer(flags(
                "episode",
                "",
                "2024-01-01T09:00:00+07:00",
                Some(r#"{"drop_out_days": 0}"#),
                None
            )),
            "/drop_out_days"
        );
    }

    #[test]
    fn ac_07_the_roster_check_names_what_is_missing() {
        let districts = r#"[{"district": "8101", "standing_order": true, "teams": ["810101"], "recorders": 1},
            {"district": "8102", "standing_order": false, "teams": [], "recorders": 0}]"#;
        assert_eq!(
            roster_check(districts),
            r#"[{"district":"8102","missing":["standing_order","teams","recorder"]}]"#
        );
    }

    #[test]
    fn a_row_that_has_a_column_twice_is_malformed() {
        for row in [
            r#"{"CID":"1","CID":"3100600445635"}"#,
            r#"{"CID":"3100600445635","CID":"3100600445635"}"#,
        ] {
            let answer = check_row("PERSON", row);
            let error = r#"{"error":{"code":"malformed","pointer":"/row/CID","#;
            assert!(answer.starts_with(error), "{answer}");
        }
        let answer = check_row("PERSON", r#"{"CID":null}"#);
        assert!(
            answer.contains(r#""wrong_type","pointer":"/row/CID""#),
            "{answer}"
        );
    }

    /// The event that creates a follow-up, with this id.
    fn enrolled(id: &str) -> String {
        format!(
            r#"{{"type":"enrolled","event_id":"{id}","at":"2024-06-12T09:00:00+07:00","recorded_at":"2024-06-12T09:00:00+07:00","actor":{{"role":"district_recorder","organisation":"8101"}},"rule":"AC-01","case_id":"F-1","person":{{"id":{{"type":"passport","value":"X1"}},"first_name":"A","last_name":"B"}},"graduated_on":"2024-06-10","project":"P","residence":{{"tambon":"810101"}}}}"#
        )
    }

    #[test]
    fn an_event_id_that_does_not_fit_is_named_with_its_event() {
        let (fits, not) = (enrolled("0123456789abcdef#0"), enrolled("t"));
        for (log, place) in [
            (format!("[{fits},{not}]"), "/1/event_id"),
            (format!("{fits}\n{not}\n"), "/1/event_id"),
            (format!("[{not}]"), "/0/event_id"),
        ] {
            let answer = obligations("aftercare", &log, "2024-07-01", None, None);
            assert!(
                answer.contains(&format!(r#""pointer":"{place}""#)),
                "{answer}"
            );
        }
    }

    #[test]
    fn a_replay_takes_lines_and_an_array() {
        let event = enrolled("0123456789abcdef#0");
        let lines = format!("{event}\n{{\"type\":1}}\n");
        let array = format!(" [{event}, {{\"type\":1}}]");
        let answer = replay("aftercare", &lines);
        assert!(
            answer.contains(r#""used":1,"broken":[{"line":2,"#),
            "{answer}"
        );
        assert_eq!(replay("aftercare", &array), answer);
        assert!(replay("aftercare", "[1,").contains(r#"[{"line":1,"error":{"code":"malformed","#));
        assert!(replay("aftercare", "[]").ends_with(r#""used":0,"broken":[],"conflicts":[]}"#));
    }

    #[test]
    fn tm_6_dates_are_read_and_written() {
        for (style, text) in [
            ("short", "3/4/64"),
            ("slash", "3/4/2564"),
            ("abbreviated", "3 เม.ย. 2564"),
            ("long", "3 เมษายน 2564"),
            ("digits", "๓ เมษายน ๒๕๖๔"),
        ] {
            assert_eq!(thai_date("2021-04-03", style), json!(text).to_string());
            assert_eq!(parse_thai_date(text), r#""2021-04-03""#);
        }
    }

    #[test]
    fn tm_6_a_refused_date_says_where_and_what_to_write_and_not_what_was_sent() {
        let cases = [
            (
                parse_thai_date("16/11/2024"),
                "malformed",
                "/text",
                "add 543",
            ),
            (
                parse_thai_date("2567-11-16"),
                "malformed",
                "/text",
                "subtract 543",
            ),
            (
                parse_thai_date("สมชาย ใจดี"),
                "malformed",
                "/text",
                "3/4/2564",
            ),
            (
                thai_date("2567-11-16", "long"),
                "malformed",
                "/date",
                "subtract 543",
            ),
            (
                thai_date("2024-11-16", "iso"),
                "unknown_value",
                "/style",
                "`digits`",
            ),
        ];
        for (answer, code, pointer, said) in cases {
            let error = serde_json::from_str::<Value>(&answer).unwrap()["error"].clone();
            assert_eq!(
                (&error["code"], &error["pointer"]),
                (&json!(code), &json!(pointer))
            );
            let (th, en) = (
                error["message"]["th"].to_string(),
                error["message"]["en"].to_string(),
            );
            assert!(th.contains("โปรด") && en.contains(said), "{th} {en}");
            assert!(
                !answer.contains("สมชาย") && !answer.contains("2024"),
                "{answer}"
            );
        }
    }
}
