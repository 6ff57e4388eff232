//! What an accepted command asks the embedding system to do, as data. Nothing is sent, printed or
//! deleted here; an effect holds all that its receiver needs.
//!
//! This is the envelope of an effect; what is in it belongs to its lifecycle.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::base::id::OrgId;

/// What an effect says.
pub trait Content: Clone + PartialEq + fmt::Debug + Serialize + JsonSchema + Send + Sync {
    /// The detail on the wire: which notice, letter, banner or report it is.
    const DETAIL: &'static str;
    /// What it is about, for the schema.
    const ABOUT: &'static str;
}

/// `type` or `type:detail`, as tables and scenario files name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffectName {
    /// The type on the wire.
    pub kind: &'static str,
    /// The detail, where there is one.
    pub detail: Option<&'static str>,
}

impl fmt::Display for EffectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind)?;
        match self.detail {
            Some(detail) => write!(f, ":{detail}"),
            None => Ok(()),
        }
    }
}

/// An effect by its type: to be executed once, never for a repeated decision (GE-03).
pub trait Sent: Clone + PartialEq + fmt::Debug + Serialize + Send + Sync {
    /// Its name: there is no other place that names it.
    const NAME: EffectName;
    /// What it is about, for the schema.
    const ABOUT: &'static str;

    /// The JSON Schema of what it says.
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// Tell an organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice<C> {
    /// The receiving organisation.
    pub to: OrgId,
    /// What it is told.
    pub content: C,
}

/// Print a letter and have it signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter<C>(pub C);

/// Show a text beside the button.
#[derive(Debug, Clone, PartialEq)]
pub struct Banner<C>(pub C);

/// Add a row to a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRow<C>(pub C);

impl<C: Content> Serialize for Notice<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Wire<'a, C> {
            r#type: &'static str,
            to: &'a OrgId,
            notice: &'static str,
            #[serde(flatten)]
            content: &'a C,
        }
        Wire {
            r#type: <Self as Sent>::NAME.kind,
            to: &self.to,
            notice: C::DETAIL,
            content: &self.content,
        }
        .serialize(serializer)
    }
}

impl<C: Content> Sent for Notice<C> {
    const NAME: EffectName = EffectName {
        kind: "notify",
        detail: Some(C::DETAIL),
    };
    const ABOUT: &'static str = C::ABOUT;

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        schema_of::<C>(generator)
    }
}

/// The schema of what an effect says; its parts are defined before itself.
fn schema_of<C: Content>(generator: &mut SchemaGenerator) -> Schema {
    C::json_schema(generator);
    generator.subschema_for::<C>()
}

/// An effect that is its content under a type and a detail.
macro_rules! sent {
    ($name:ident, $kind:literal, $detail:literal) => {
        impl<C: Content> Serialize for $name<C> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[derive(Serialize)]
                struct Wire<'a, C> {
                    r#type: &'static str,
                    #[serde(rename = $detail)]
                    detail: &'static str,
                    #[serde(flatten)]
                    content: &'a C,
                }
                Wire {
                    r#type: $kind,
                    detail: C::DETAIL,
                    content: &self.0,
                }
                .serialize(serializer)
            }
        }

        impl<C: Content> Sent for $name<C> {
            const NAME: EffectName = EffectName {
                kind: $kind,
                detail: Some(C::DETAIL),
            };
            const ABOUT: &'static str = C::ABOUT;

            fn schema(generator: &mut SchemaGenerator) -> Schema {
                schema_of::<C>(generator)
            }
        }
    };
}

sent!(Letter, "letter", "letter");
sent!(Banner, "banner", "banner");
sent!(ReportRow, "report_row", "report");

/// One of the effects of a lifecycle.
#[derive(Debug, Clone, Copy)]
pub struct SentAs {
    /// Its name.
    pub name: EffectName,
    /// What it is about.
    pub about: &'static str,
    /// The JSON Schema of what it says.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
}

impl SentAs {
    /// The effect of a type.
    pub(crate) const fn of<S: Sent>() -> Self {
        Self {
            name: S::NAME,
            about: S::ABOUT,
            schema: S::schema,
        }
    }
}

/// The effects of a lifecycle.
pub trait EffectSet: Clone + PartialEq + fmt::Debug + Serialize + Send + Sync + 'static {
    /// All there are.
    const ALL: &'static [SentAs];

    /// Which one it is.
    fn name(&self) -> EffectName;
}

/// The effects of a lifecycle that has none.
#[derive(Debug, Clone, PartialEq)]
pub enum Never {}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl EffectSet for Never {
    const ALL: &'static [SentAs] = &[];

    fn name(&self) -> EffectName {
        match *self {}
    }
}

/// The effects of one command, in order: what its row lists and what it makes are the same types.
pub trait Effects<E> {
    /// Their names.
    const NAMES: &'static [EffectName];

    /// The effects themselves.
    fn into_vec(self) -> Vec<E>;
}

impl<E> Effects<E> for () {
    const NAMES: &'static [EffectName] = &[];

    fn into_vec(self) -> Vec<E> {
        Vec::new()
    }
}

/// An effect that a command may have, by what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Perhaps<S>(pub Option<S>);

/// One of the effects of a command.
pub trait Part<E> {
    /// Its name.
    const NAME: EffectName;

    /// Adds it.
    fn put(self, effects: &mut Vec<E>);
}

impl<E, S: Sent + Into<E>> Part<E> for S {
    const NAME: EffectName = S::NAME;

    fn put(self, effects: &mut Vec<E>) {
        effects.push(self.into());
    }
}

impl<E, S: Sent + Into<E>> Part<E> for Perhaps<S> {
    const NAME: EffectName = S::NAME;

    fn put(self, effects: &mut Vec<E>) {
        effects.extend(self.0.map(Into::into));
    }
}

impl<E, A: Part<E>> Effects<E> for (A,) {
    const NAMES: &'static [EffectName] = &[A::NAME];

    fn into_vec(self) -> Vec<E> {
        let mut effects = Vec::with_capacity(1);
        self.0.put(&mut effects);
        effects
    }
}

impl<E, A: Part<E>, B: Part<E>> Effects<E> for (A, B) {
    const NAMES: &'static [EffectName] = &[A::NAME, B::NAME];

    fn into_vec(self) -> Vec<E> {
        let mut effects = Vec::with_capacity(2);
        self.0.put(&mut effects);
        self.1.put(&mut effects);
        effects
    }
}

impl<E, A: Part<E>, B: Part<E>, C: Part<E>> Effects<E> for (A, B, C) {
    const NAMES: &'static [EffectName] = &[A::NAME, B::NAME, C::NAME];

    fn into_vec(self) -> Vec<E> {
        let mut effects = Vec::with_capacity(3);
        self.0.put(&mut effects);
        self.1.put(&mut effects);
        self.2.put(&mut effects);
        effects
    }
}

/// Defines the effects of a lifecycle: a variant for each type.
macro_rules! effects {
    (
        $(#[$doc:meta])*
        pub enum Effect {
            $( $(#[$variant_doc:meta])* $variant:ident($sent:ty), )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub enum Effect {
            $( $(#[$variant_doc])* $variant($sent), )+
        }

        $(
            impl From<$sent> for Effect {
                fn from(sent: $sent) -> Self {
                    Self::$variant(sent)
                }
            }
        )+

        impl serde::Serialize for Effect {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $( Self::$variant(sent) => sent.serialize(serializer), )+
                }
            }
        }

        impl $crate::lifecycle::EffectSet for Effect {
            const ALL: &'static [$crate::lifecycle::SentAs] =
                &[$( $crate::lifecycle::SentAs::of::<$sent>(), )+];

            fn name(&self) -> $crate::lifecycle::EffectName {
                match self {
                    $( Self::$variant(_) => <$sent as $crate::lifecycle::Sent>::NAME, )+
                }
            }
        }
    };
}

pub(crate) use effects;
