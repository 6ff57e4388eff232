//! A lifecycle as data: one constant table of rows, from which `decide`, `actions`, the permission
//! matrix, the diagrams, the JSON export and the exhaustive tests all come.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::case::Case;
use super::command::{CommandSet, Kind};
use super::decision::{Faults, Moment, ReasonKind, Warnings};
use super::event::Event;
use super::view::Disclosure;
use crate::base::actor::{Actor, Org, Role};
use crate::base::calendar::{Date, Instant};
use crate::base::text::{Args, Text};
use crate::lifecycles::effect::Effect;
use crate::policy::{Policy, Profile};
use crate::schedule::{Obligation, Owed};

/// A state of a lifecycle.
pub trait State: Copy + Eq + Ord + fmt::Debug + Serialize + Send + Sync + 'static {
    /// Every state, in the order of the contract.
    const ALL: &'static [Self];

    /// The name on the wire.
    fn name(self) -> &'static str;

    /// What the system calls it.
    fn title(self) -> Text;

    /// Whether no command leads out of it.
    fn is_final(self) -> bool;
}

/// Defines the states of a lifecycle: variant, wire name, Thai and English title, `final` or not.
#[macro_export]
macro_rules! states {
    (
        $(#[$doc:meta])*
        pub enum State {
            $( $(#[$variant_doc:meta])* $variant:ident = $name:literal,
               $th:literal, $en:literal $(, $final:ident)? ; )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum State {
            $( $(#[$variant_doc])* #[serde(rename = $name)] $variant, )+
        }

        impl $crate::lifecycle::State for State {
            const ALL: &'static [Self] = &[$( Self::$variant, )+];

            fn name(self) -> &'static str {
                match self {
                    $( Self::$variant => $name, )+
                }
            }

            fn title(self) -> $crate::base::text::Text {
                match self {
                    $( Self::$variant => $crate::base::text::Text { th: $th, en: $en }, )+
                }
            }

            fn is_final(self) -> bool {
                match self {
                    $( Self::$variant => [$( stringify!($final) )?].contains(&"final"), )+
                }
            }
        }
    };
}

/// A lifecycle: its types, its table, and the few functions that are its own.
///
/// ```text
/// envelope ──decide──▶ state, who, guards, payload ──▶ event, effects, warnings
/// case + event ──evolve──▶ case          (no judgement)
/// ```
pub trait Lifecycle: Copy + Eq + fmt::Debug + Send + Sync + 'static {
    /// Names of the commands.
    type Kind: Kind;
    /// Commands with their payloads.
    type Command: CommandSet<Kind = Self::Kind>;
    /// States.
    type State: State;
    /// What a case has gathered.
    type Data: Clone + fmt::Debug + PartialEq + Send + Sync;

    /// The lifecycle itself.
    const IT: &'static Self;
    /// The name on the wire.
    const NAME: &'static str;
    /// What it is called.
    const TITLE: Text;
    /// One row for each kind of command, in the order of [`Kind::ALL`].
    const TABLE: &'static [Row<Self>];
    /// The row that creates a case: the first of the table.
    const FIRST: &'static Row<Self>;
    /// The state of a new case.
    const INITIAL: Self::State;
    /// Obligations that a final state does not end.
    const OWED_AFTER_THE_END: &'static [Owed] = &[];

    /// The row of a kind.
    fn row(kind: Self::Kind) -> &'static Row<Self> {
        Self::TABLE.get(kind.index()).unwrap_or(Self::FIRST)
    }

    /// The case that a creating event makes.
    fn create(event: &Event<Self>) -> Option<Self::Data>;

    /// Applies an event: no judgement. `date` is that of the act.
    fn apply(data: &mut Self::Data, event: &Event<Self>);

    /// The present state.
    fn state(data: &Self::Data) -> Self::State;

    /// The case's id.
    fn case_id(data: &Self::Data) -> &str;

    /// The unit, centre or district that has the case now (GE-01).
    fn holder(data: &Self::Data) -> Option<&Org>;

    /// Whether the actor works for this holder.
    fn works_for(actor: &Actor, holder: &str) -> bool {
        actor.organisation.as_ref() == holder
    }

    /// Whether the actor stands in this relation to the case (AD-08).
    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool;

    /// Whether the actor has a duty in this case and sees all of it (AD-07, first step).
    fn has_duty(case: &Case<Self>, actor: &Actor, policy: &Policy) -> bool;

    /// What is owed (contract, `obligations`): every row that exists, before the general rule on
    /// final states is applied.
    fn obligations(case: &Case<Self>, on: Date, policy: &Policy) -> Vec<Obligation>;

    /// Whether an obligation is work of this actor: the role and the organisation that are
    /// responsible; a unit's admin does the work of its users (AD-08).
    fn concerns(_: &Self::Data, row: &Obligation, actor: &Actor) -> bool {
        let role = match actor.role {
            Role::UnitAdmin => Role::UnitUser,
            role => role,
        };
        row.responsible.role == role && row.responsible.organisation == actor.organisation
    }

    /// What is flagged at an instant.
    fn flags(_case: &Case<Self>, _at: Instant, _policy: &Policy) -> Vec<&'static str> {
        Vec::new()
    }

    /// The case as a document, all of it.
    fn document(case: &Case<Self>) -> serde_json::Map<String, serde_json::Value>;

    /// Which places of the document are personal, free text or dates (AD-07).
    const DISCLOSURE: Disclosure;
}

/// How an actor stands to a case: the columns of the permission matrix (AD-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Anyone in the role.
    Any,
    /// The organisation that the creating command itself names as the actor's own.
    NamedInCommand,
    /// The treatment unit of the case.
    Unit,
    /// The probation office of the case.
    ProbationOffice,
    /// The social-rehabilitation centre of the case, its lead unit.
    Centre,
    /// A unit to which the centre distributed the work.
    Receiving,
    /// The district of the case, and its tambon teams.
    District,
    /// The province of the case.
    Province,
    /// The person whom the case is about.
    Person,
    /// An admin to whom the province delegated, inside the own area.
    Delegated,
}

impl Relation {
    /// What it is called.
    pub const fn title(self) -> Text {
        let (th, en) = match self {
            Self::Any => ("หน่วยงานใดก็ได้", "any organisation"),
            Self::NamedInCommand => (
                "หน่วยงานของตนตามที่ระบุในคำสั่ง",
                "the own organisation, named in the command",
            ),
            Self::Unit => ("หน่วยบำบัดของเคส", "the unit of the case"),
            Self::ProbationOffice => (
                "สำนักงานคุมประพฤติต้นทางของเคส",
                "the probation office of the case",
            ),
            Self::Centre => ("ศูนย์ฟื้นฟูสภาพทางสังคมของเคส", "the centre of the case"),
            Self::Receiving => ("หน่วยงานที่ศูนย์กระจายงานให้", "a unit that received the work"),
            Self::District => ("อำเภอที่รับผิดชอบเคส", "the district of the case"),
            Self::Province => ("จังหวัดของเคส", "the province of the case"),
            Self::Person => ("เจ้าของเรื่อง", "the person concerned"),
            Self::Delegated => (
                "ผู้ดูแลระบบที่จังหวัดมอบหมายในพื้นที่ของตน",
                "an admin to whom the province delegated, inside the own area",
            ),
        };
        Text { th, en }
    }
}

/// Who may use a command: roles in a relation to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    /// The roles.
    pub roles: &'static [Role],
    /// How their organisation must stand to the case.
    pub relation: Relation,
}

/// Everyone who may use a row (AD-08): no more than a pointer into its table until it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permitted(pub &'static [Who]);

impl Permitted {
    /// The roles, each once.
    pub fn roles(self) -> Vec<Role> {
        let mut roles = Vec::new();
        for role in self.0.iter().flat_map(|who| who.roles) {
            if !roles.contains(role) {
                roles.push(*role);
            }
        }
        roles
    }

    /// Whether the role may, in one of the relations.
    pub fn has(self, role: Role) -> bool {
        self.0.iter().any(|who| who.roles.contains(&role))
    }

    /// Whether it may be a person, who has no role.
    pub fn may_be_person(self) -> bool {
        self.0.iter().any(|who| who.relation == Relation::Person)
    }

    pub(crate) fn role_titles(self) -> Vec<Text> {
        self.roles().into_iter().map(Role::title).collect()
    }

    pub(crate) fn relation_titles(self) -> Vec<Text> {
        self.0.iter().map(|who| who.relation.title()).collect()
    }
}

impl Serialize for Permitted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.roles().serialize(serializer)
    }
}

impl JsonSchema for Permitted {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Permitted".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<Role>::json_schema(generator)
    }
}

/// Makes the effects of an event, from the case as it was.
pub type MakeEffects<L> = fn(Option<&<L as Lifecycle>::Data>, &Event<L>, &Policy) -> Vec<Effect>;

/// One command of a lifecycle: everything about it, in one place.
#[derive(Debug)]
pub struct Row<L: Lifecycle> {
    /// The command.
    pub kind: L::Kind,
    /// The rule it is under.
    pub rule: &'static str,
    /// The states from which it may be used; none for a command that creates the case.
    pub from: &'static [L::State],
    /// The states it may lead to; none when the state stays.
    pub to: &'static [L::State],
    /// Who may use it.
    pub who: &'static [Who],
    /// Guards that need no payload, those of the rulebook's "from" column first.
    pub guards: &'static [Guard<L>],
    /// What its payload holds and why, for forms.
    pub inputs: &'static [Input],
    /// Judges the payload, field by field in the order of the contract.
    pub check: fn(&Context<'_, L>, &L::Command, &mut Faults),
    /// Advice (should): warnings of an accepted command.
    pub advise: fn(&Context<'_, L>, &L::Command, &mut Warnings),
    /// The effects by name, `type:detail`, in order.
    pub effects: &'static [&'static str],
    /// Makes those effects, from the case as it was and the event.
    pub make_effects: MakeEffects<L>,
    /// The button.
    pub label: Text,
    /// The question before it is done.
    pub confirm: Option<Text>,
    /// The text after it is done.
    pub success: Option<Text>,
}

impl<L: Lifecycle> Row<L> {
    /// A row without guards, inputs or effects that leaves the state as it is; a table says the rest.
    pub(crate) const fn new(kind: L::Kind, rule: &'static str, label: Text) -> Self {
        Self {
            kind,
            rule,
            from: &[],
            to: &[],
            who: &[],
            guards: &[],
            inputs: &[],
            check: |_, _, _| {},
            advise: |_, _, _| {},
            effects: &[],
            make_effects: |_, _, _| Vec::new(),
            label,
            confirm: None,
            success: None,
        }
    }
}

/// A field that the payload needs.
pub(crate) const fn required(
    name: &'static str,
    rule: &'static str,
    th: &'static str,
    en: &'static str,
) -> Input {
    Input {
        name,
        required: true,
        title: Text { th, en },
        rule,
    }
}

/// A field that the payload may have.
pub(crate) const fn optional(
    name: &'static str,
    rule: &'static str,
    th: &'static str,
    en: &'static str,
) -> Input {
    Input {
        required: false,
        ..required(name, rule, th, en)
    }
}

/// A guard that needs no payload.
pub struct Guard<L: Lifecycle> {
    /// The rule that it enforces.
    pub rule: &'static str,
    /// A name for diagrams and exports.
    pub name: &'static str,
    /// What it is when it fails.
    pub kind: ReasonKind,
    /// Whether its answer depends on the policy, so that a replay does not judge it again.
    pub by_policy: bool,
    /// What the refusal says; `{from}` is the date from which it is allowed.
    pub refusal: Text,
    /// Judges.
    pub check: fn(&Context<'_, L>, &L::Data) -> Outcome,
}

impl<L: Lifecycle> fmt::Debug for Guard<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rule, self.name)
    }
}

/// What a guard finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It holds, or what it needs is missing and another guard says so (GE-05).
    Holds,
    /// It fails; the arguments are for its text.
    Fails(Args),
    /// It fails until then.
    Until(Moment, Args),
    /// It fails, and no date can be named: it lies beyond the calendar.
    Never(Args),
}

impl Outcome {
    /// Holds if the condition is true.
    pub fn when(holds: bool) -> Self {
        if holds {
            Self::Holds
        } else {
            Self::Fails(Args::NONE)
        }
    }

    /// Holds from the date on.
    pub fn from_date(today: Date, allowed_from: Option<Date>, args: Args) -> Self {
        match allowed_from {
            Some(date) if today >= date => Self::Holds,
            Some(date) => Self::Until(Moment::Date(date), args),
            None => Self::Never(args),
        }
    }
}

/// A field of a command's payload, as a form needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Input {
    /// The field's name on the wire.
    pub name: &'static str,
    /// Whether the shape needs it.
    pub required: bool,
    /// What a form calls it.
    pub title: Text,
    /// The rule for which it is asked.
    pub rule: &'static str,
}

/// Everything a judgement may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a, L: Lifecycle> {
    /// The row judged.
    pub row: &'static Row<L>,
    /// The case, unless it is to be created.
    pub case: Option<&'a Case<L>>,
    /// When.
    pub at: Instant,
    /// When this system received it; `at` where it does not say.
    pub recorded_at: Instant,
    /// The civil date of `at` (TM-1).
    pub today: Date,
    /// Who.
    pub actor: &'a Actor,
    /// Whether the agencies have coordinated (CT-21).
    pub coordinated: bool,
    /// What, where there is a payload.
    pub command: Option<&'a L::Command>,
    /// The parameters.
    pub policy: &'a Policy,
    /// The profile in force for this act.
    pub profile: Profile,
}

impl<'a, L: Lifecycle> Context<'a, L> {
    /// What the case has gathered.
    pub fn data(&self) -> Option<&'a L::Data> {
        self.case.map(Case::data)
    }
}
