//! What an accepted command asks the embedding system to do, as data. Nothing is sent, printed or
//! deleted here; an effect holds all that its receiver needs.
//!
//! This is the envelope of an effect; what is in it belongs to its lifecycle.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::base::id::OrgId;
use crate::base::shape::{Shape, Shaped, Tagged, Ty, Variant};
use crate::base::text::Text;
use crate::base::wording::wording;
use crate::wire::TAG;

/// What an effect says.
pub trait Content: Clone + PartialEq + fmt::Debug + Serialize + Shaped + Send + Sync {
    /// The detail on the wire: which notice, letter, banner or report it is.
    const DETAIL: &'static str;
    /// What the embedding system has to do.
    const TITLE: Text;
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
    /// Its shape.
    const SHAPE: Variant;

    /// Whom it tells something, or makes do something, at another place than the actor's.
    fn addressee(&self) -> Option<&OrgId> {
        None
    }
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

/// The type of a notice on the wire.
pub(super) const NOTICE: &str = "notify";

impl<C: Content> Sent for Notice<C> {
    const NAME: EffectName = EffectName {
        kind: NOTICE,
        detail: Some(C::DETAIL),
    };
    const SHAPE: Variant = Variant {
        name: NOTICE,
        detail: Some(("notice", C::DETAIL)),
        title: Some(C::TITLE),
        about: C::ABOUT,
        parts: &[Addressee::TY.record(), C::TY.record()],
    };

    fn addressee(&self) -> Option<&OrgId> {
        Some(&self.to)
    }
}

/// Whom a notice goes to.
#[derive(Shape)]
#[allow(dead_code, reason = "it is there for its shape")]
struct Addressee {
    /// The receiving organisation.
    #[title("หน่วยงานที่รับแจ้ง", "receiving organisation")]
    to: OrgId,
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
            const SHAPE: Variant = Variant {
                name: $kind,
                detail: Some(($detail, C::DETAIL)),
                title: Some(C::TITLE),
                about: C::ABOUT,
                parts: &[C::TY.record()],
            };
        }
    };
}

sent!(Letter, "letter", "letter");
sent!(Banner, "banner", "banner");
sent!(ReportRow, "report_row", "report");

/// The effects of a lifecycle.
pub trait EffectSet:
    Clone + PartialEq + fmt::Debug + Serialize + Shaped + Send + Sync + 'static
{
    /// Which one it is.
    fn name(&self) -> EffectName;

    /// [`Sent::addressee`]
    fn addressee(&self) -> Option<&OrgId>;
}

/// The effects of a lifecycle that has none.
#[derive(Debug, Clone, PartialEq)]
pub enum Never {}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl Shaped for Never {
    const TY: Ty = Ty::Tagged(&Tagged {
        name: "NoEffect",
        module: wording!(module_path!()),
        suffix: "",
        about: ABOUT,
        tag: TAG,
        variants: &[],
    });
}

/// What the effects of a lifecycle are.
pub(crate) const ABOUT: &str =
    "An effect: to be executed once, never for a repeated decision (GE-03).";

impl EffectSet for Never {
    fn name(&self) -> EffectName {
        match *self {}
    }

    fn addressee(&self) -> Option<&OrgId> {
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

        impl $crate::base::shape::Shaped for Effect {
            const TY: $crate::base::shape::Ty =
                $crate::base::shape::Ty::Tagged(&$crate::base::shape::Tagged {
                    name: "Effect",
                    module: $crate::base::wording::wording!(module_path!()),
                    suffix: "",
                    about: $crate::lifecycle::effect::ABOUT,
                    tag: $crate::wire::TAG,
                    variants: &[$( <$sent as $crate::lifecycle::Sent>::SHAPE, )+],
                });
        }

        impl $crate::lifecycle::EffectSet for Effect {
            fn name(&self) -> $crate::lifecycle::EffectName {
                match self {
                    $( Self::$variant(_) => <$sent as $crate::lifecycle::Sent>::NAME, )+
                }
            }

            fn addressee(&self) -> Option<&$crate::base::id::OrgId> {
                match self {
                    $( Self::$variant(sent) => $crate::lifecycle::Sent::addressee(sent), )+
                }
            }
        }
    };
}

pub(crate) use effects;
