//! The questions of the contract as text in, text out: what every binding exports, one call each.
//!
//! A case is given as its log (NDJSON or a JSON array of events). Every answer is canonical JSON,
//! the same bytes in every language; an error is the contract's `{"error": …}`.
//!
//! ```
//! let answer = bosoto::call::report_calendar("81", "2024-06-01", "2024-06-30", "2024-06-20", None);
//! assert!(answer.starts_with(r#"[{"rule":"AC-08","what":"province_report""#));
//! ```

use std::num::NonZeroUsize;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};

use super::{form, registry, schema};
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::id::CaseId;
use crate::base::text::{Arg, Message, Text, text};
use crate::lifecycles::any::{self, AnyCase, AnyLifecycle, BrokenLine};
use crate::lifecycles::assistance::quality_of_life;
use crate::policy::Policy;
use crate::question::batch::{Worklists, empty_log};
use crate::question::roster::DistrictRoster;
use crate::question::{matrix, report, roster};
use crate::surveillance::{SmivPerson, smiv_obligations as smiv_rows};
use crate::wire::{self, ErrorCode, WireError};

/// Judges a command on the case of a log; without a log, one that creates a case.
pub fn decide(lifecycle: &str, log: Option<&str>, envelope: &str, policy: Option<&str>) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let (lifecycle, case) = known(lifecycle, log)?;
        let decision = lifecycle.decide_json(case.as_deref(), envelope, &policy)?;
        Ok(decision.to_json())
    })
}

/// Every command as the actor finds it at an instant.
pub fn actions(
    lifecycle: &str,
    log: Option<&str>,
    actor: &str,
    at: &str,
    policy: Option<&str>,
) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let (actor, at) = (read_actor(actor)?, read_instant(at)?);
        let (lifecycle, case) = known(lifecycle, log)?;
        let actions = lifecycle.actions(case.as_deref(), &actor, at, &policy)?;
        Ok(wire::to_json(&actions))
    })
}

/// What is owed on a day.
pub fn obligations(lifecycle: &str, log: &str, on: &str, policy: Option<&str>) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let on = read_day("on", on)?;
        let case = case_of(lifecycle, log)?;
        Ok(wire::to_json(&case.obligations(on, &policy)))
    })
}

/// What is flagged at an instant.
pub fn flags(lifecycle: &str, log: &str, at: &str, policy: Option<&str>) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let at = read_instant(at)?;
        let case = case_of(lifecycle, log)?;
        Ok(wire::to_json(&case.flags(at, &policy)))
    })
}

/// What an actor sees.
pub fn view(lifecycle: &str, log: &str, actor: &str, policy: Option<&str>) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let actor = read_actor(actor)?;
        let case = case_of(lifecycle, log)?;
        Ok(wire::to_json(&case.view(&actor, &policy)))
    })
}

/// What a log comes to.
#[derive(Serialize)]
struct Summary<'a> {
    lifecycle: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    case_id: Option<&'a CaseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    used: usize,
    broken: &'a [BrokenLine],
}

/// What a log comes to: the case's id and state, the number of events used, the broken lines.
pub fn replay(lifecycle: &str, log: &str) -> String {
    answer(|| {
        let lifecycle = any::lifecycle(lifecycle)?;
        let replayed = lifecycle.replay_lines(log);
        Ok(wire::to_json(&Summary {
            lifecycle: lifecycle.name(),
            case_id: replayed.case.as_ref().map(|case| case.case_id()),
            state: replayed.case.as_ref().map(|case| case.state()),
            used: replayed.used,
            broken: &replayed.broken,
        }))
    })
}

/// Two logs of one case as one: state, log, and the events without effect.
pub fn merge(lifecycle: &str, log_a: &str, log_b: &str) -> String {
    answer(|| {
        let merged = any::lifecycle(lifecycle)?.merge(log_a, log_b)?;
        Ok(merged.json)
    })
}

/// The worklist of an officer over many cases, `[{"lifecycle", "log"}]` or one line a case.
pub fn worklist(cases: &str, query: &str, policy: Option<&str>) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let mut worklists = Worklists::new(vec![wire::decode(query)?], policy);
        worklists.read(cases, NonZeroUsize::MIN)?;
        let rows: Vec<_> = worklists.finish().into_iter().flatten().collect();
        Ok(wire::to_json(&rows))
    })
}

/// The reports that a province or a region owes between two days, as they stand on a third.
pub fn report_calendar(
    organisation: &str,
    from: &str,
    to: &str,
    on: &str,
    policy: Option<&str>,
) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let (from, to) = (read_day("from", from)?, read_day("to", to)?);
        let rows = report::report_calendar(organisation, from, to, read_day("on", on)?, &policy);
        Ok(wire::to_json(&rows))
    })
}

/// The districts that are not set up for the community follow-up (AC-07).
pub fn roster_check(districts: &str) -> String {
    answer(|| {
        let districts: Vec<DistrictRoster> = wire::decode_list(districts)?;
        Ok(wire::to_json(&roster::roster_check(&districts)))
    })
}

/// The follow-ups that an SMI-V person is owed (SV-02).
pub fn smiv_obligations(person: &str, on: &str, policy: Option<&str>) -> String {
    answer(|| {
        let policy = read_policy(policy)?;
        let person: SmivPerson = wire::decode(person)?;
        let rows = smiv_rows(&person, read_day("on", on)?, &policy);
        Ok(wire::to_json(&rows))
    })
}

/// A lifecycle's table as data.
pub fn machine(lifecycle: &str) -> String {
    answer(|| Ok(wire::to_json(&any::lifecycle(lifecycle)?.machine())))
}

/// The form of every command of a lifecycle.
pub fn forms(lifecycle: &str) -> String {
    answer(|| Ok(wire::to_json(&form::forms(any::lifecycle(lifecycle)?))))
}

/// The items of the quality-of-life form, with their labels and scoring (QL-01, QL-02).
pub fn quality_of_life_form() -> String {
    wire::to_json(&quality_of_life::FORM)
}

/// The permission matrix of all lifecycles (AD-08).
pub fn permissions() -> String {
    wire::to_json(&matrix::permissions())
}

/// A rule of the rulebook; without an id, all of them.
pub fn rule(id: Option<&str>) -> String {
    answer(|| match id {
        None => Ok(wire::to_json(&registry::rules())),
        Some(id) => registry::rule(id)
            .map(wire::to_json)
            .ok_or_else(|| WireError::new(ErrorCode::UnknownValue, "/rule", UNKNOWN_RULE)),
    })
}

/// Every parameter of the policy: its rule, unit, range and default.
pub fn parameters() -> String {
    wire::to_json(&registry::parameters())
}

/// What can be owed, with what it is called.
///
/// ```
/// assert!(bosoto::call::owed().starts_with(r#"[{"what":"report_in","title":{"th":"รอผู้ป่วยมารายงานตัว""#));
/// ```
pub fn owed() -> String {
    #[derive(Serialize)]
    struct Named {
        what: &'static str,
        title: Text,
    }
    let owed = registry::owed();
    let named = owed.iter().map(|owed| Named {
        what: owed.name,
        title: owed.title,
    });
    wire::to_json(&named.collect::<Vec<_>>())
}

/// The JSON Schema of a name.
pub fn schema(name: &str) -> String {
    answer(|| {
        let found = schema::schema(name).ok_or_else(|| {
            let known: Vec<String> = schema::names().map(|name| format!("`{name}`")).collect();
            let args = [("known", Arg::Word(known.join(", ").into()))];
            let message = Message::new(UNKNOWN_SCHEMA, args);
            WireError::new(ErrorCode::UnknownValue, "/schema", message)
        })?;
        Ok(wire::to_json(&found))
    })
}

fn answer(ask: impl FnOnce() -> Result<String, WireError>) -> String {
    ask().unwrap_or_else(|error| error.to_json())
}

type Known = (&'static dyn AnyLifecycle, Option<Arc<dyn AnyCase>>);

/// The lifecycle, and the case of a log where there is one.
fn known(lifecycle: &str, log: Option<&str>) -> Result<Known, WireError> {
    let lifecycle = any::lifecycle(lifecycle)?;
    let case = match log {
        Some(log) => lifecycle.replay(log)?,
        None => None,
    };
    Ok((lifecycle, case))
}

fn case_of(lifecycle: &str, log: &str) -> Result<Arc<dyn AnyCase>, WireError> {
    let (_, case) = known(lifecycle, Some(log))?;
    case.ok_or_else(empty_log)
}

fn read_policy(policy: Option<&str>) -> Result<Policy, WireError> {
    policy.map_or_else(|| Ok(Policy::default()), Policy::read)
}

fn read_actor(actor: &str) -> Result<Actor, WireError> {
    wire::decode(actor).map_err(|error| error.under("/actor"))
}

/// A day, its error at `/name`.
fn read_day(name: &'static str, text: &str) -> Result<Date, WireError> {
    at_field(name, text)
}

fn read_instant(text: &str) -> Result<Instant, WireError> {
    at_field("at", text)
}

fn at_field<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, WireError> {
    let value: Value = json!(text);
    wire::decode_value(&value).map_err(|error| error.under(&format!("/{name}")))
}

const UNKNOWN_RULE: Text = text(
    "ไม่มีข้อกำหนดรหัสนี้ โปรดระบุรหัสในรูปแบบ เช่น CT-16",
    "no such rule; an id looks like CT-16",
);
const UNKNOWN_SCHEMA: Text = text(
    "ไม่มีรูปแบบข้อมูลชื่อนี้ โปรดใช้ชื่อใดชื่อหนึ่งใน {known}",
    "no such schema; known are {known}",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_part_of_the_question() {
        let pointer = |answer: String| {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            answer["error"]["pointer"].as_str().unwrap().to_owned()
        };
        assert_eq!(pointer(machine("nothing")), "/lifecycle");
        assert_eq!(
            pointer(obligations("episode", "", "2567-01-01", None)),
            "/on"
        );
        assert_eq!(
            pointer(obligations("episode", "", "2024-01-01", None)),
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
            pointer(flags("episode", "", "x", Some(r#"{"drop_out_days": 0}"#))),
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
}
