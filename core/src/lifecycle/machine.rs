//! `machine`: a lifecycle's table as data.

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::act::Commands;
use super::advice::{Advice, CLOCK, CLOCK_AHEAD, LATE, LATE_NAME};
use super::reason::ReasonKind;
use super::row::{Choice, Inputs, Next, Row};
use super::state::State;
use super::who::Relation;
use crate::base::actor::Role;
use crate::base::fault::{Fault, Severity};
use crate::base::rule::{self, Citation, Rule};
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::Text;

/// The name of the state before creation.
pub const NEW: &str = "new";

/// A lifecycle as data: states, commands, who, guards, rule IDs, sources.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct Machine {
    /// The lifecycle's name.
    #[title("กระบวนงาน", "lifecycle")]
    pub lifecycle: &'static str,
    /// What it is called.
    #[title("ชื่อที่แสดง", "name shown")]
    pub title: Text,
    /// Its states.
    #[title("สถานะทั้งหมด", "states")]
    pub states: Vec<MachineState>,
    /// Its commands.
    #[title("รายการทั้งหมด", "commands")]
    pub commands: Vec<MachineCommand>,
}

/// A state.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineState {
    /// Its name on the wire.
    #[title("ชื่อในข้อมูล", "name in the data")]
    pub name: &'static str,
    /// What the system calls it.
    #[title("ชื่อที่แสดง", "name shown")]
    pub title: Text,
    /// Whether no command leads out of it.
    #[title("เป็นสถานะสุดท้าย", "final state")]
    pub r#final: bool,
}

/// A command.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineCommand {
    /// Its name on the wire.
    #[title("รายการ", "command")]
    pub action: &'static str,
    /// The name of its event.
    #[title("รายการในประวัติ", "event")]
    pub event: &'static str,
    /// Its rule.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// The button.
    #[title("ชื่อรายการ", "label")]
    pub label: Text,
    /// The question before it is done.
    #[title("ข้อความยืนยันก่อนทำรายการ", "question before it is done")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm: Option<Text>,
    /// The text after it is done.
    #[title("ข้อความเมื่อทำรายการสำเร็จ", "text after it is done")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<Text>,
    /// The states from which it may be used; `new` for one that creates the case.
    #[title("สถานะก่อนทำรายการ", "states before")]
    pub from: Vec<&'static str>,
    /// The states it may lead to; empty where the state stays.
    #[title("สถานะหลังทำรายการ", "states after")]
    pub to: Vec<&'static str>,
    /// What chooses, where it may lead to several.
    #[title("ช่องที่กำหนดสถานะหลังทำรายการ", "field that chooses the state")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen_by: Option<MachineChoice>,
    /// Who may use it.
    #[title("ผู้มีสิทธิ", "those who may")]
    pub who: Vec<MachineWho>,
    /// Its guards that need no payload.
    #[title("เงื่อนไขที่ต้องมีก่อน", "preconditions")]
    pub guards: Vec<MachineGuard>,
    /// What its payload can be refused for.
    #[title("เหตุที่ปฏิเสธข้อมูล", "refusals of the data")]
    pub refusals: Vec<MachineFault>,
    /// What it can be advised of, once accepted.
    #[title("คำเตือน", "warnings")]
    pub warnings: Vec<MachineAdvice>,
    /// What its payload holds.
    #[title("ช่องที่ต้องกรอก", "fields of the form")]
    pub inputs: Inputs,
    /// Its effects, `type:detail`.
    #[title("สิ่งที่ต้องดำเนินการต่อ", "effects")]
    pub effects: Vec<String>,
    /// Where the rule comes from.
    #[title("เอกสารอ้างอิง", "sources")]
    pub sources: &'static [Citation],
    /// Whether it takes an event back (GE-07).
    #[serde(skip)]
    pub leads_back: bool,
}

/// The field of the payload that chooses among several states.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineChoice {
    /// Its name on the wire.
    #[title("ช่องที่กำหนดสถานะหลังทำรายการ", "field that chooses the state")]
    pub field: &'static str,
    /// Where each of its values leads.
    #[title("สถานะตามค่าในช่อง", "states by value")]
    pub targets: Vec<MachineTarget>,
}

/// A value and where it leads.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineTarget {
    /// The value.
    #[title("ค่าในช่อง", "value")]
    pub value: bool,
    /// The state.
    #[title("สถานะ", "state")]
    pub state: &'static str,
}

/// A command in one of its states: an arrow of a diagram.
#[derive(Debug, Clone, Copy)]
pub struct MachineStep<'a> {
    /// The state before.
    pub from: &'static str,
    /// The state after; the same where it stays.
    pub to: &'static str,
    /// The command.
    pub command: &'a MachineCommand,
    /// The field that chooses among several states, and its value for this one.
    pub when: Option<(&'static str, bool)>,
}

impl Machine {
    /// Every command in each of its states, in the order of the table; but for `withdraw` (GE-07), which leads from
    /// every state to where the case would be without a mistake.
    pub fn steps(&self) -> impl Iterator<Item = MachineStep<'_>> {
        let forward = self.commands.iter().filter(|command| !command.leads_back);
        forward.flat_map(|command| {
            let from = command.from.iter();
            from.flat_map(move |from| command.steps_from(from))
        })
    }
}

impl MachineCommand {
    fn steps_from(&self, from: &'static str) -> Vec<MachineStep<'_>> {
        let step = |to, when| MachineStep {
            from,
            to,
            command: self,
            when,
        };
        match &self.chosen_by {
            Some(choice) => {
                let targets = choice.targets.iter();
                targets
                    .map(|target| step(target.state, Some((choice.field, target.value))))
                    .collect()
            }
            None => vec![step(self.to.first().copied().unwrap_or(from), None)],
        }
    }
}

/// A role in a relation.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineWho {
    /// The role.
    #[title("บทบาท", "role")]
    pub role: Role,
    /// How its organisation stands to the case.
    #[title("ความเกี่ยวข้องกับเคส", "relation to the case")]
    pub relation: RelationName,
}

/// A relation by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationName {
    /// The name on the wire.
    pub name: &'static str,
    /// What it is called.
    pub title: Text,
}

impl Serialize for RelationName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

/// Which names there are is the contract's to say.
impl Shaped for RelationName {
    const TY: Ty = Ty::Listed("Relation");
}

/// A guard.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineGuard {
    /// Its rule.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// Its name.
    #[title("ชื่อในข้อมูล", "name in the data")]
    pub name: &'static str,
    /// What it is when it fails.
    #[title("ประเภทของเหตุ", "kind of reason")]
    pub kind: ReasonKind,
    /// What the refusal says.
    #[title("ข้อความเมื่อปฏิเสธ", "refusal")]
    pub refusal: Text,
}

/// Something that a payload can be refused for.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineFault {
    /// The rule that the refusal carries.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// Its name.
    #[title("ชื่อในข้อมูล", "name in the data")]
    pub name: &'static str,
    /// What it is.
    #[title("ประเภทของเหตุ", "kind of reason")]
    pub kind: ReasonKind,
    /// The rule that judges, where it is another.
    #[title("ข้อของหลักเกณฑ์ที่ใช้ตรวจค่า", "rule that judges the value")]
    #[serde(serialize_with = "judged_by", skip_serializing_if = "Option::is_none")]
    #[shape(with = rule::Id)]
    pub judged_by: Option<&'static Rule>,
    /// What the refusal says.
    #[title("ข้อความเมื่อปฏิเสธ", "refusal")]
    pub refusal: Text,
}

/// A warning that can go with an accepted command.
#[derive(Debug, Clone, Serialize, Shape)]
pub struct MachineAdvice {
    /// The rule.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// Its name.
    #[title("ชื่อในข้อมูล", "name in the data")]
    pub name: &'static str,
    /// What it says.
    #[title("ข้อความเตือน", "warning")]
    pub warning: Text,
}

fn judged_by<S: Serializer>(
    rule: &Option<&'static Rule>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    rule.map(|rule| rule.id).serialize(serializer)
}

/// The table of a lifecycle as data.
pub fn machine<L: Lifecycle>() -> Machine {
    Machine {
        lifecycle: L::NAME,
        title: L::TITLE,
        states: L::State::ALL
            .iter()
            .map(|state| MachineState {
                name: state.name(),
                title: state.title(),
                r#final: state.is_final(),
            })
            .collect(),
        commands: L::Command::TABLE.iter().map(command).collect(),
    }
}

fn command<L: Lifecycle>(row: &'static Row<L>) -> MachineCommand {
    MachineCommand {
        action: row.name,
        event: row.event,
        rule: row.rule,
        label: row.label,
        confirm: row.confirm,
        success: row.success,
        from: if row.from.is_empty() {
            vec![NEW]
        } else {
            row.from.iter().map(|state| state.name()).collect()
        },
        to: row.next.targets().map(State::name).collect(),
        chosen_by: row.next.choice().map(choice),
        who: who(row),
        guards: row
            .guards
            .iter()
            .map(|guard| MachineGuard {
                rule: guard.rule,
                name: guard.name,
                kind: guard.kind,
                refusal: guard.refusal,
            })
            .collect(),
        refusals: refusals(&mut row.listed_faults(), row.rule),
        warnings: warnings(
            row.advice,
            row.rule,
            row.records_fact(),
            row.from.is_empty(),
        ),
        inputs: row.inputs(),
        effects: row.effects.iter().map(ToString::to_string).collect(),
        sources: row.rule.sources,
        leads_back: row.next == Next::Back,
    }
}

fn choice<S: State>(choice: Choice<S>) -> MachineChoice {
    let target = |(value, state): (bool, S)| MachineTarget {
        value,
        state: state.name(),
    };
    MachineChoice {
        field: choice.field,
        targets: [(true, choice.yes), (false, choice.no)].map(target).into(),
    }
}

fn who<L: Lifecycle>(row: &Row<L>) -> Vec<MachineWho> {
    let in_relation = |relation: &Relation<L>| RelationName {
        name: relation.name,
        title: relation.title,
    };
    row.who
        .iter()
        .flat_map(|who| who.roles.iter().map(move |role| (*role, who.relation)))
        .map(|(role, relation)| MachineWho {
            role,
            relation: in_relation(relation),
        })
        .collect()
}

fn refusals(
    faults: &mut dyn Iterator<Item = &'static Fault>,
    own: &'static Rule,
) -> Vec<MachineFault> {
    faults
        .filter(|fault| fault.severity == Severity::Error)
        .map(|fault| {
            let rule = fault.spoken_rule(own);
            MachineFault {
                rule,
                name: fault.code,
                kind: fault.nature.into(),
                judged_by: fault.rule.filter(|judge| *judge != rule),
                refusal: fault.text,
            }
        })
        .collect()
}

/// The row's own, and those of the machinery.
fn warnings(
    advice: &[&'static Advice],
    rule: &'static Rule,
    records_fact: bool,
    opens: bool,
) -> Vec<MachineAdvice> {
    let listed = |advice: &Advice| MachineAdvice {
        rule: advice.rule,
        name: advice.name,
        warning: advice.text,
    };
    let own = advice.iter().copied().map(listed);
    let late = records_fact.then_some(MachineAdvice {
        rule,
        name: LATE_NAME,
        warning: LATE,
    });
    let behind = (!opens).then(|| listed(&CLOCK));
    let ahead = std::iter::once(listed(&CLOCK_AHEAD));
    own.chain(late).chain(behind).chain(ahead).collect()
}
