//! `view`: a case without what the actor has no duty to see (AD-07).

use std::marker::PhantomData;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Lifecycle;
use super::act::Commands;
use super::case::Case;
use super::event::{Event, EventId, Void};
use super::row::Next;
use super::state::State as _;
use crate::base::actor::{Actor, Role};
use crate::base::calendar::Date;
use crate::base::id::CaseId;
use crate::base::private::Private;
use crate::base::rule::{self, Applied, Rule, applies};
use crate::base::shape::{Field, Record, Shape, Shaped, Ty};
use crate::base::wording::wording;
use crate::policy::Policy;
use crate::rulebook::access::AD_07;

/// What an actor without a duty does not see.
pub(crate) const APPLIES: Applied = applies(&AD_07);

/// A place that is withheld, and the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct Withheld {
    /// JSON Pointer to the topmost place.
    #[title("ตำแหน่งของข้อมูล", "place in the document")]
    pub pointer: String,
    /// Always AD-07.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
}

/// What an actor sees of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct View {
    /// The case's document, without what is withheld.
    #[serde(flatten)]
    pub case: Map<String, Value>,
    /// What is withheld, in document order.
    pub withheld: Vec<Withheld>,
}

/// A case's document.
#[derive(Shape)]
#[shape(name = "Case", of = D)]
#[allow(dead_code, reason = "it is there for its shape")]
struct Document<I, S, D> {
    /// The version of the contract.
    #[title("รุ่นของรูปแบบข้อมูล", "version of the format")]
    schema_version: u32,
    /// The lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    lifecycle: String,
    /// Its id.
    #[shape(flatten)]
    case_id: I,
    /// Its state.
    #[title("สถานะ", "state")]
    state: S,
    /// What it has gathered.
    #[shape(flatten)]
    gathered: D,
    /// The events that a merge left without effect.
    #[title("รายการที่ไม่สอดคล้องกัน", "conflicts")]
    conflicts: Option<Vec<Voided>>,
    /// The events that were taken back (GE-07).
    #[title("รายการที่ถอนแล้ว", "entries withdrawn")]
    withdrawn: Option<Vec<Withdrawn>>,
}

/// An event that was taken back.
#[derive(Serialize, Shape)]
struct Withdrawn {
    /// The event.
    #[title("รหัสของรายการในประวัติ", "event id")]
    event_id: EventId,
    /// Why it was taken back.
    #[title("เหตุผลที่ถอน", "reason")]
    reason: Private,
    /// The day on which it was.
    #[title("วันที่ถอน", "day of the withdrawal")]
    on: Date,
}

/// An event that a merge left without effect.
#[derive(Serialize, Shape)]
struct Voided {
    /// The event.
    #[title("รหัสของรายการในประวัติ", "event id")]
    event_id: EventId,
    /// The rule that it no longer meets, and in what way.
    #[serde(flatten)]
    void: Void,
}

/// A case as an actor sees it, its own fields beside these (AD-07).
#[derive(Shape)]
#[shape(name = "View")]
#[allow(dead_code, reason = "it is there for its shape")]
pub(crate) struct Reviewed {
    /// The version of the contract.
    #[title("รุ่นของรูปแบบข้อมูล", "version of the format")]
    schema_version: u32,
    /// The lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    lifecycle: String,
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    case_id: CaseId,
    /// Its state, where the actor sees it.
    #[title("สถานะ", "state")]
    state: Option<String>,
    /// What is withheld, in document order.
    #[title("ข้อมูลที่ไม่เปิดเผย", "withheld data")]
    withheld: Vec<Withheld>,
}

impl<L: Lifecycle> Shaped for Case<L> {
    const TY: Ty = Document::<Identified<L>, L::State, L::Data>::TY;
}

/// The case's id, called as the lifecycle calls it.
struct Identified<L>(PhantomData<L>);

impl<L: Lifecycle> Shaped for Identified<L> {
    const TY: Ty = Ty::Record(&Record {
        fields: &[Field {
            name: wording!("case_id"),
            said: L::CASE_ID,
            rule: None,
            ty: CaseId::TY,
            required: true,
            flattened: false,
            default: None,
        }],
        ..*Record::NONE
    });
}

/// All of a case: version, lifecycle, id, state, and what it has gathered.
fn document<L: Lifecycle>(case: &Case<L>) -> Map<String, Value> {
    let gathered = crate::wire::to_json(case.data());
    let mut document = whole(L::NAME, case.case_id(), case.state().name(), &gathered);
    list(&mut document, "conflicts", &conflicts(case));
    list(&mut document, "withdrawn", &withdrawn(case));
    document
}

/// Adds a list, unless it is empty.
fn list<T: Serialize>(document: &mut Map<String, Value>, name: &str, items: &[T]) {
    if !items.is_empty()
        && let Ok(items) = serde_json::from_str(&crate::wire::to_json(items))
    {
        document.insert(name.to_owned(), items);
    }
}

/// The same, what it has gathered given as JSON.
fn whole(lifecycle: &str, case_id: &CaseId, state: &str, gathered: &str) -> Map<String, Value> {
    let mut document = Map::new();
    let mut put = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    put("schema_version", crate::wire::SCHEMA_VERSION.into());
    put("lifecycle", lifecycle.into());
    put("case_id", Value::from(&**case_id));
    put("state", state.into());
    // A case's data are a struct of strings, numbers and lists: this cannot fail.
    // By its text: every part is written as text somewhere already, and nowhere else as a value.
    if let Ok(Value::Object(fields)) = serde_json::from_str(gathered) {
        document.extend(fields);
    }
    document
}

/// The events that a merge left without effect, in the order of the log.
fn conflicts<L: Lifecycle>(case: &Case<L>) -> Vec<Voided> {
    let voided = |event: &Event<L>| {
        Some(Voided {
            event_id: event.id(),
            void: event.void()?.clone(),
        })
    };
    case.log().iter().filter_map(voided).collect()
}

/// The events that were taken back, in the order of the log.
fn withdrawn<L: Lifecycle>(case: &Case<L>) -> Vec<Withdrawn> {
    let withdrawn = case.withdrawals().into_iter();
    withdrawn
        .map(|(event, by, withdrawal)| Withdrawn {
            event_id: event.id(),
            reason: withdrawal.reason.clone(),
            on: by.moment().date(),
        })
        .collect()
}

/// The case's document as the actor may see it.
pub fn view<L: Lifecycle>(case: &Case<L>, actor: &Actor, policy: &Policy) -> View {
    reviewed(
        document(case),
        Case::<L>::TY,
        step::<L>(case, actor, policy),
    )
}

/// A document of this shape, as it is seen at a step.
fn reviewed(document: Map<String, Value>, shape: Ty, step: Step) -> View {
    let mut withheld = Vec::new();
    let case = match step {
        Step::Everything => document,
        Step::WithoutPersonal => without_personal(document, shape, &mut withheld),
        Step::StateAndDates => only(document, &mut withheld, |name| {
            let date = || matches!(shape.record().field(name), Some(field) if field.ty.is_date());
            OUTLINE.contains(&name) || name == "state" || date()
        }),
        Step::Outline => only(document, &mut withheld, |name| OUTLINE.contains(&name)),
    };
    View { case, withheld }
}

const OUTLINE: [&str; 3] = ["schema_version", "lifecycle", "case_id"];

/// The four steps of AD-07.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Everything,
    WithoutPersonal,
    StateAndDates,
    Outline,
}

fn step<L: Lifecycle>(case: &Case<L>, actor: &Actor, policy: &Policy) -> Step {
    let named = || {
        L::Command::TABLE
            .iter()
            .filter(|row| row.next != Next::Back)
            .flat_map(|row| row.who)
            .filter(|who| !who.relation.of_a_person)
            .any(|who| who.roles.contains(&actor.role))
    };
    let supervises = matches!(
        actor.role,
        Role::ProvinceAdmin | Role::RegionOfficer | Role::SuperAdmin
    );
    if L::has_duty(case, actor, policy.at_last()) {
        Step::Everything
    } else if named() {
        Step::WithoutPersonal
    } else if supervises {
        Step::StateAndDates
    } else {
        Step::Outline
    }
}

fn withhold(pointer: String, withheld: &mut Vec<Withheld>) {
    withheld.push(Withheld {
        pointer,
        rule: &AD_07,
    });
}

fn only(
    document: Map<String, Value>,
    withheld: &mut Vec<Withheld>,
    given: impl Fn(&str) -> bool,
) -> Map<String, Value> {
    let mut kept = Map::new();
    for (name, value) in document {
        if given(&name) {
            kept.insert(name, value);
        } else {
            withhold(format!("/{name}"), withheld);
        }
    }
    kept
}

fn without_personal(
    document: Map<String, Value>,
    shape: Ty,
    withheld: &mut Vec<Withheld>,
) -> Map<String, Value> {
    match strip(Value::Object(document), shape, "", withheld) {
        Some(Value::Object(kept)) => kept,
        _ => Map::new(),
    }
}

/// The value without what its shape says is a person's, or written freely.
fn strip(value: Value, ty: Ty, pointer: &str, withheld: &mut Vec<Withheld>) -> Option<Value> {
    if ty.is_private() {
        withhold(pointer.to_owned(), withheld);
        return None;
    }
    Some(match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter_map(|(name, value)| {
                let ty = ty.record().field(&name).map_or(Ty::Any, |field| field.ty);
                let value = strip(value, ty, &format!("{pointer}/{name}"), withheld)?;
                Some((name, value))
            })
            .collect(),
        Value::Array(items) => items
            .into_iter()
            .enumerate()
            .filter_map(|(index, item)| {
                strip(
                    item,
                    ty.of_element(),
                    &format!("{pointer}/{index}"),
                    withheld,
                )
            })
            .collect(),
        plain @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => plain,
    })
}
