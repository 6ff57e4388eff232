//! A command is a type, and all about it is one `impl`: its row, what it asks of a payload, what it
//! advises, what it sets going, what it changes. The macro `commands!` makes the `enum` of a
//! lifecycle's commands and the only dispatch there is.
//!
//! An accepted command is a fact: its event carries the same payload under the event's name, so
//! there is no second set of types for events.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::Lifecycle;
use super::advice::Advices;
use super::case::Case;
use super::effect::Effects;
use super::event::Payload;
use super::guard::Guard;
use super::now::Now;
use super::row::Row;
use super::who::Permitted;
use super::withdraw::Withdrawal;
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::fault::Faults;
use crate::base::id::CaseId;
use crate::base::shape::{Record, Shaped, Variant};
use crate::policy::Numbers;
use crate::wire::tagged::read_tag;

/// What the cases of a command's lifecycle gather.
pub type DataOf<A> = <<A as Act>::Of as Lifecycle>::Data;
/// The states of a command's lifecycle.
pub type StateOf<A> = <<A as Act>::Of as Lifecycle>::State;
/// The effects of a command's lifecycle.
pub type EffectOf<A> = <<A as Act>::Of as Lifecycle>::Effect;

/// Who did something, when, and as what it is kept.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// Its moment (GE-04).
    pub moment: Instant,
    /// Who did it.
    pub actor: &'a Actor,
    /// The name of the event.
    pub event: &'static str,
    /// Its place in the log.
    pub place: usize,
}

impl Head<'_> {
    /// The civil date of its moment (TM-1).
    pub fn today(&self) -> Date {
        self.moment.date()
    }
}

/// A command: its payload, its names, its row.
pub trait Act:
    Clone + PartialEq + fmt::Debug + Serialize + DeserializeOwned + Shaped + Send + Sync + 'static
{
    /// The lifecycle to which it belongs.
    type Of: Lifecycle;
    /// What it sets going.
    type Effects: Effects<EffectOf<Self>>;

    /// The command's name on the wire.
    const NAME: &'static str;
    /// The event's name on the wire.
    const EVENT: &'static str;
    /// Everything about it that is data.
    const ROW: Row<Self::Of>;

    /// The date of the act itself (`on`, `missed_on` …), where the payload has one; otherwise the act
    /// is of the day of its moment (GE-01).
    fn act_date(&self) -> Option<Date> {
        None
    }

    /// The payload as the event has it.
    const KEPT: &'static Record = Self::TY.record();
    /// The field of the payload that the event has as `of`, if there is one.
    const OF: Option<&'static str> = None;

    /// Writes the payload as the event has it.
    fn write_kept<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    /// The fields that the event has beside the payload, made from it.
    const DERIVED: &'static Record = Record::NONE;

    /// Writes them.
    fn write_derived<M: SerializeMap>(&self, _: &mut M) -> Result<(), M::Error> {
        Ok(())
    }

    /// Reads one, which is made from the payload again when it is wanted.
    fn read_derived<'de, M: MapAccess<'de>>(map: &mut M) -> Result<(), M::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }
}

/// A command that creates a case: the first of its lifecycle.
pub trait Opening: Act {
    /// The id of the new case.
    fn case_id(&self) -> &CaseId;

    /// Whether it names this actor as its sender.
    fn names(&self, _: &Actor) -> bool {
        true
    }

    /// Judges the values of the payload, field by field in the order of the contract; that a text is not blank
    /// is asked of every one.
    fn check(&self, _: &Now<'_>, _: &mut Faults<'_>) {}

    /// Judges its structure: also in a replay and a merge, so without day and numbers.
    fn fits(&self, _: &mut Faults<'_>) {}

    /// Advises, once accepted.
    fn advise(&self, _: &Now<'_>, _: &mut Advices) {}

    /// What it sets going, once accepted.
    fn effects(&self, _: &Now<'_>) -> Option<Self::Effects> {
        None
    }

    /// What the new case has gathered.
    fn open(&self, head: &Head<'_>) -> DataOf<Self>;
}

/// A command on a case that is there.
pub trait Step: Act {
    /// Judges the values of the payload, field by field in the order of the contract; that a text is not blank
    /// is asked of every one.
    fn check(&self, _: &Now<'_>, _: &DataOf<Self>, _: &mut Faults<'_>) {}

    /// Judges what it says of the whole case.
    fn check_case(&self, _: &Case<Self::Of>, _: &mut Faults<'_>) {}

    /// Judges its structure (known, repeated, reachable) and by whom it is: also in a replay and a merge, so
    /// without day and numbers.
    fn fits(&self, _: &Actor, _: &DataOf<Self>, _: &mut Faults<'_>) {}

    /// Judges what it says of the log: also in a replay and a merge.
    fn fits_log(&self, _: &Case<Self::Of>, _: &mut Faults<'_>) {}

    /// What it takes back, if it does (GE-07).
    fn withdrawal(&self) -> Option<&Withdrawal> {
        None
    }

    /// Whether the payload lifts a guard of the row, by whom it is. It can never add one. No numbers are given in
    /// a replay and a merge.
    fn lifts(
        &self,
        _: &Guard<DataOf<Self>>,
        _: &Actor,
        _: &DataOf<Self>,
        _: Option<&Numbers>,
    ) -> bool {
        false
    }

    /// Advises, once accepted.
    fn advise(&self, _: &Now<'_>, _: &DataOf<Self>, _: &mut Advices) {}

    /// What it sets going, once accepted, from the case as it was.
    fn effects(&self, _: &Now<'_>, _: &Case<Self::Of>) -> Option<Self::Effects> {
        None
    }

    /// The value of the field by which its row chooses between two states.
    fn answer(&self) -> Option<bool> {
        None
    }

    /// The place in the log of the event that gave the id which it uses (of help, of an item), if there is one.
    fn given_at(&self, _: &DataOf<Self>) -> Option<usize> {
        None
    }

    /// Changes what the case has gathered; never its state, which the row says.
    fn apply(&self, case: &mut DataOf<Self>, head: &Head<'_>);
}

/// The commands of one lifecycle: made by `commands!`, which dispatches to the type of each.
pub trait Commands:
    Clone
    + PartialEq
    + fmt::Debug
    + Serialize
    + for<'de> Deserialize<'de>
    + Shaped
    + Send
    + Sync
    + 'static
{
    /// Their lifecycle.
    type Of: Lifecycle<Command = Self>;

    /// Those who may take something back: who may enter some fact, and `super_admin` (GE-07).
    const MAY_WITHDRAW: &'static Permitted;

    /// Their rows, in the order of the contract; the first creates a case.
    const TABLE: &'static [Row<Self::Of>];
    /// The first row.
    const OPENING: &'static Row<Self::Of>;
    /// Their names on the wire, in the same order.
    const NAMES: &'static [&'static str];
    /// The names of their events, in the same order.
    const EVENTS: &'static [&'static str];
    /// The shapes of their events, in the same order.
    const EVENT_SHAPES: &'static [Variant];

    /// The place in those lists.
    fn place(&self) -> usize;

    /// Its row.
    fn row(&self) -> &'static Row<Self::Of> {
        Self::TABLE.get(self.place()).unwrap_or(Self::OPENING)
    }

    /// [`Act::act_date`]
    fn act_date(&self) -> Option<Date>;

    /// [`Opening::open`]; nothing for another command.
    fn open(&self, head: &Head<'_>) -> Option<<Self::Of as Lifecycle>::Data>;

    /// [`Opening::case_id`]; nothing for another command.
    fn creates(&self) -> Option<&CaseId>;

    /// [`Opening::names`]; any actor for another command.
    fn names(&self, actor: &Actor) -> bool;

    /// [`Opening::check`], or [`Step::check`] and [`Step::check_case`]
    fn check(&self, now: &Now<'_>, case: Option<&Case<Self::Of>>, faults: &mut Faults<'_>);

    /// [`Opening::fits`] or [`Step::fits`], then [`Step::fits_log`]
    fn fits(&self, by: &Actor, case: Option<&Case<Self::Of>>, faults: &mut Faults<'_>);

    /// [`Step::withdrawal`]
    fn withdrawal(&self) -> Option<&Withdrawal>;

    /// [`Step::lifts`]
    fn lifts(
        &self,
        guard: &Guard<<Self::Of as Lifecycle>::Data>,
        by: &Actor,
        case: &<Self::Of as Lifecycle>::Data,
        numbers: Option<&Numbers>,
    ) -> bool;

    /// [`Opening::advise`] or [`Step::advise`]
    fn advise(
        &self,
        now: &Now<'_>,
        case: Option<&<Self::Of as Lifecycle>::Data>,
        advices: &mut Advices,
    );

    /// [`Opening::effects`] or [`Step::effects`]
    fn effects(
        &self,
        now: &Now<'_>,
        case: Option<&Case<Self::Of>>,
    ) -> Vec<<Self::Of as Lifecycle>::Effect>;

    /// [`Step::answer`]
    fn answer(&self) -> Option<bool>;

    /// [`Step::given_at`]
    fn given_at(&self, case: &<Self::Of as Lifecycle>::Data) -> Option<usize>;

    /// [`Step::apply`]
    fn apply(&self, case: &mut <Self::Of as Lifecycle>::Data, head: &Head<'_>);

    /// [`Act::OF`]
    fn of(place: usize) -> Option<&'static str>;

    /// Reads the payload of the command at a place of the lists, or of its event.
    fn read<'de, D: Deserializer<'de>>(place: usize, fields: D) -> Result<Self, D::Error>;

    /// Writes the event: the header's fields, the payload's, and those that are made from it.
    fn write_event<H: Serialize, S: Serializer>(
        &self,
        header: H,
        serializer: S,
    ) -> Result<S::Ok, S::Error>;

    /// [`Act::DERIVED`]
    fn derived(place: usize) -> &'static Record;

    /// [`Act::read_derived`]
    fn read_derived<'de, M: MapAccess<'de>>(place: usize, map: &mut M) -> Result<(), M::Error>;
}

/// Makes the `enum` of a lifecycle's commands from their types, in the order of the contract; the first
/// creates a case, and [`Withdraw`](super::Withdraw) is the last of every lifecycle. What few events carry and is
/// large lies `in Box`.
macro_rules! commands {
    (@kept $act:ident) => { $act };
    (@kept $act:ident Box) => { Box<$act> };
    (
        $(#[$doc:meta])*
        $lifecycle:ident: $opening:ident $(in $opening_box:ident)?
        $(, $step:ident $(in $step_box:ident)?)* $(,)?
    ) => {
        /// GE-07 ถอนรายการที่บันทึกผิด
        pub type Withdraw = $crate::lifecycle::Withdraw<$lifecycle>;

        $crate::lifecycle::act::commands! {
            @all $(#[$doc])*
            $lifecycle: [$($step)*]
            $opening $(in $opening_box)? $(, $step $(in $step_box)?)*, Withdraw in Box
        }
    };
    (
        @all $(#[$doc:meta])*
        $lifecycle:ident: [$($own:ident)*]
        $opening:ident $(in $opening_box:ident)? $(, $step:ident $(in $step_box:ident)?)*
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub enum Command {
            #[doc = concat!("[`", stringify!($opening), "`]")]
            $opening($crate::lifecycle::act::commands!(@kept $opening $($opening_box)?)),
            $(
                #[doc = concat!("[`", stringify!($step), "`]")]
                $step($crate::lifecycle::act::commands!(@kept $step $($step_box)?)),
            )*
        }

        impl From<$opening> for Command {
            fn from(act: $opening) -> Self {
                Self::$opening(act.into())
            }
        }

        $(
            impl From<$step> for Command {
                fn from(act: $step) -> Self {
                    Self::$step(act.into())
                }
            }
        )*

        impl From<$crate::lifecycle::Withdrawal> for Command {
            fn from(what: $crate::lifecycle::Withdrawal) -> Self {
                Withdraw::from(what).into()
            }
        }

        const _: () = {
            use serde::de::{Deserialize, Deserializer, MapAccess};
            use serde::ser::{Serialize, Serializer};
            use $crate::base::actor::Actor;
            use $crate::base::calendar::Date;
            use $crate::base::fault::{self, Faults};
            use $crate::base::id::CaseId;
            use $crate::base::shape::{Record, Shaped, Tagged, Texts, Ty, Variant};
            use $crate::lifecycle::{
                Act, Advices, Case, Commands, Effects, Guard, Head, Lifecycle, Now, Opening, Permitted, Row,
                Step, Withdrawal, act,
            };
            use $crate::policy::Numbers;

            type Data = <$lifecycle as Lifecycle>::Data;
            type Effect = <$lifecycle as Lifecycle>::Effect;

            #[allow(clippy::enum_variant_names, reason = "they are named as the commands are")]
            enum Place { $opening, $( $step, )* }

            impl Commands for Command {
                type Of = $lifecycle;

                const MAY_WITHDRAW: &'static Permitted =
                    &Permitted::SUPER_ADMIN$( .before(Permitted::of_fact(&$own::ROW)) )*;
                const TABLE: &'static [Row<$lifecycle>] =
                    &[$opening::ROW.of::<$opening>(), $( $step::ROW.of::<$step>(), )*];
                const OPENING: &'static Row<$lifecycle> = &$opening::ROW.of::<$opening>();
                const NAMES: &'static [&'static str] = &[$opening::NAME, $( $step::NAME, )*];
                const EVENTS: &'static [&'static str] = &[$opening::EVENT, $( $step::EVENT, )*];
                const EVENT_SHAPES: &'static [Variant] =
                    &[act::event_shape::<$opening>(), $( act::event_shape::<$step>(), )*];

                fn place(&self) -> usize {
                    let place = match self {
                        Self::$opening(_) => Place::$opening,
                        $( Self::$step(_) => Place::$step, )*
                    };
                    place as usize
                }

                fn act_date(&self) -> Option<Date> {
                    match self {
                        Self::$opening(act) => act.act_date(),
                        $( Self::$step(act) => act.act_date(), )*
                    }
                }

                fn open(&self, head: &Head<'_>) -> Option<Data> {
                    match self {
                        Self::$opening(act) => Some(act.open(head)),
                        $( Self::$step(_) => None, )*
                    }
                }

                fn creates(&self) -> Option<&CaseId> {
                    match self {
                        Self::$opening(act) => Some(act.case_id()),
                        $( Self::$step(_) => None, )*
                    }
                }

                fn names(&self, actor: &Actor) -> bool {
                    match self {
                        Self::$opening(act) => act.names(actor),
                        $( Self::$step(_) => true, )*
                    }
                }

                fn check(&self, now: &Now<'_>, case: Option<&Case<$lifecycle>>, faults: &mut Faults<'_>) {
                    match self {
                        Self::$opening(act) => act.check(now, faults),
                        $( Self::$step(act) => if let Some(case) = case {
                            act.check(now, case.data(), faults);
                            act.check_case(case, faults);
                        }, )*
                    }
                }

                fn fits(&self, by: &Actor, case: Option<&Case<$lifecycle>>, faults: &mut Faults<'_>) {
                    match self {
                        Self::$opening(act) => act.fits(faults),
                        $( Self::$step(act) => if let Some(case) = case {
                            act.fits(by, case.data(), faults);
                            act.fits_log(case, faults);
                        }, )*
                    }
                }

                fn withdrawal(&self) -> Option<&Withdrawal> {
                    match self {
                        Self::$opening(_) => None,
                        $( Self::$step(act) => act.withdrawal(), )*
                    }
                }

                fn lifts(
                    &self,
                    guard: &Guard<Data>,
                    by: &Actor,
                    case: &Data,
                    numbers: Option<&Numbers>,
                ) -> bool {
                    match self {
                        Self::$opening(_) => false,
                        $( Self::$step(act) => act.lifts(guard, by, case, numbers), )*
                    }
                }

                fn advise(&self, now: &Now<'_>, case: Option<&Data>, advices: &mut Advices) {
                    match self {
                        Self::$opening(act) => act.advise(now, advices),
                        $( Self::$step(act) => if let Some(case) = case {
                            act.advise(now, case, advices);
                        }, )*
                    }
                }

                fn effects(&self, now: &Now<'_>, case: Option<&Case<$lifecycle>>) -> Vec<Effect> {
                    match self {
                        Self::$opening(act) => act.effects(now).map(Effects::into_vec),
                        $( Self::$step(act) => case
                            .and_then(|case| act.effects(now, case))
                            .map(Effects::into_vec), )*
                    }
                    .unwrap_or_default()
                }

                fn answer(&self) -> Option<bool> {
                    match self {
                        Self::$opening(_) => None,
                        $( Self::$step(act) => act.answer(), )*
                    }
                }

                fn given_at(&self, case: &Data) -> Option<usize> {
                    match self {
                        Self::$opening(_) => None,
                        $( Self::$step(act) => act.given_at(case), )*
                    }
                }

                fn apply(&self, case: &mut Data, head: &Head<'_>) {
                    match self {
                        Self::$opening(_) => {}
                        $( Self::$step(act) => act.apply(case, head), )*
                    }
                }

                fn of(place: usize) -> Option<&'static str> {
                    $(
                        if place == Place::$step as usize {
                            return $step::OF;
                        }
                    )*
                    $opening::OF
                }

                fn read<'de, D: Deserializer<'de>>(place: usize, fields: D) -> Result<Self, D::Error> {
                    $(
                        if place == Place::$step as usize {
                            return $step::deserialize(fields).map(Self::from);
                        }
                    )*
                    $opening::deserialize(fields).map(Self::from)
                }

                fn write_event<H: Serialize, S: Serializer>(
                    &self,
                    header: H,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    match self {
                        Self::$opening(act) => act::write_event::<$opening, H, S>(header, act, serializer),
                        $( Self::$step(act) => act::write_event::<$step, H, S>(header, act, serializer), )*
                    }
                }

                fn derived(place: usize) -> &'static Record {
                    $(
                        if place == Place::$step as usize {
                            return $step::DERIVED;
                        }
                    )*
                    $opening::DERIVED
                }

                fn read_derived<'de, M: MapAccess<'de>>(place: usize, map: &mut M) -> Result<(), M::Error> {
                    $(
                        if place == Place::$step as usize {
                            return $step::read_derived(map);
                        }
                    )*
                    $opening::read_derived(map)
                }
            }

            impl Serialize for Command {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    match self {
                        Self::$opening(act) => act::write_command::<$opening, S>(act, serializer),
                        $( Self::$step(act) => act::write_command::<$step, S>(act, serializer), )*
                    }
                }
            }

            impl<'de> Deserialize<'de> for Command {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    act::read_command(deserializer)
                }
            }

            impl Shaped for Command {
                const TY: Ty = Ty::Tagged(&Tagged {
                    name: "Command",
                    module: $crate::base::wording::wording!(module_path!()),
                    suffix: "",
                    about: concat!("A command of the lifecycle ", stringify!($lifecycle), "."),
                    tag: $crate::wire::TAG,
                    variants: &[act::command_shape::<$opening>(), $( act::command_shape::<$step>(), )*],
                });

                fn texts(&self, _: &'static Ty, at: &fault::Place<'_>, to: &mut Texts) {
                    match self {
                        Self::$opening(act) => act.texts(&<$opening as Shaped>::TY, at, to),
                        $( Self::$step(act) => act.texts(&<$step as Shaped>::TY, at, to), )*
                    }
                }
            }
        };
    };
}

pub(crate) use commands;

/// Reads a command by its `type`.
pub(crate) fn read_command<'de, C: Commands, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C, D::Error> {
    struct CommandVisitor<C>(std::marker::PhantomData<C>);

    impl<'de, C: Commands> Visitor<'de> for CommandVisitor<C> {
        type Value = C;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a command")
        }

        #[inline(never)]
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<C, A::Error> {
            let place = read_tag(&mut map, C::NAMES)?;
            Payload::<_, C::Of>::read(map, None, place)
        }
    }

    deserializer.deserialize_map(CommandVisitor(std::marker::PhantomData))
}

/// Writes a command: its `type`, then its payload.
pub(crate) fn write_command<A: Act, S: Serializer>(
    act: &A,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Tagged<'a, A> {
        r#type: &'static str,
        #[serde(flatten)]
        payload: &'a A,
    }
    Tagged {
        r#type: A::NAME,
        payload: act,
    }
    .serialize(serializer)
}

/// Writes an event: a header, the payload, and what is made from it.
pub(crate) fn write_event<A: Act, H: Serialize, S: Serializer>(
    header: H,
    act: &A,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[serde(bound = "H: Serialize, A: Act")]
    struct Joined<'a, H, A> {
        #[serde(flatten)]
        header: H,
        #[serde(flatten)]
        payload: Kept<'a, A>,
        #[serde(flatten, skip_serializing_if = "Derived::is_empty")]
        derived: Derived<'a, A>,
    }
    Joined {
        header,
        payload: Kept(act),
        derived: Derived(act),
    }
    .serialize(serializer)
}

/// The payload as an event has it.
struct Kept<'a, A>(&'a A);

impl<A: Act> Serialize for Kept<'_, A> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write_kept(serializer)
    }
}

/// What an event has beside the payload.
struct Derived<'a, A>(&'a A);

impl<A: Act> Derived<'_, A> {
    fn is_empty(&self) -> bool {
        A::DERIVED.fields.is_empty()
    }
}

impl<A: Act> Serialize for Derived<'_, A> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.0.write_derived(&mut map)?;
        map.end()
    }
}

/// The shape of a command.
pub(crate) const fn command_shape<A: Act>() -> Variant {
    Variant {
        name: A::NAME,
        detail: None,
        title: Some(A::ROW.label),
        about: A::ROW.rule.id,
        parts: const { &[A::TY.record()] },
    }
}

/// The shape of an event: a header, the payload, and what is made from it.
pub(crate) const fn event_shape<A: Act>() -> Variant {
    Variant {
        name: A::EVENT,
        detail: None,
        title: Some(A::ROW.label),
        about: A::ROW.rule.id,
        parts: const {
            let header = match (A::ROW.from, A::OF) {
                ([], _) => super::event::OPENING_HEADER,
                (_, None) => super::event::HEADER,
                (_, Some(_)) => super::event::NAMING_HEADER,
            };
            &[header, A::KEPT, A::DERIVED]
        },
    }
}
