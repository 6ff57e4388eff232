//! Commands of a lifecycle: one `enum` from which the wire names, the events and the schemas come.
//!
//! An accepted command is a fact: its event carries the same payload under the event's name, so
//! there is no second set of types for events.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::base::calendar::Date;
use crate::wire::TAG;

/// The name of a command, without its payload.
pub trait Kind: Copy + Eq + Ord + fmt::Debug + Send + Sync + 'static {
    /// Every kind, in the order of the contract and of the lifecycle's table.
    const ALL: &'static [Self];
    /// The names of the commands, in the same order.
    const COMMANDS: &'static [&'static str];
    /// The names of the events, in the same order.
    const EVENTS: &'static [&'static str];

    /// The place in those lists.
    fn index(self) -> usize;

    /// The command's name on the wire.
    fn command(self) -> &'static str {
        Self::COMMANDS
            .get(self.index())
            .copied()
            .unwrap_or_default()
    }

    /// The event's name on the wire.
    fn event(self) -> &'static str {
        Self::EVENTS.get(self.index()).copied().unwrap_or_default()
    }

    /// Whether it records a fact (GE-01): facts are named `record_…` and are never late.
    fn records_fact(self) -> bool {
        self.command().starts_with("record_")
    }
}

/// The commands of one lifecycle, with their payloads.
pub trait CommandSet:
    Clone
    + PartialEq
    + fmt::Debug
    + Serialize
    + for<'de> Deserialize<'de>
    + JsonSchema
    + Send
    + Sync
    + 'static
{
    /// The commands' names.
    type Kind: Kind;

    /// Which command it is.
    fn kind(&self) -> Self::Kind;

    /// The date of the act itself (`on`, `missed_on`, `occurred_on`, `graduated_on`), where the
    /// command has one; otherwise the act is of the day of `at` (GE-01).
    fn act_date(&self) -> Option<Date>;

    /// Reads the payload of a command or of its event.
    fn read<'de, D: Deserializer<'de>>(kind: Self::Kind, fields: D) -> Result<Self, D::Error>;

    /// Writes the event: the header's fields, then the payload's.
    fn write_event<H: Serialize, S: Serializer>(
        &self,
        header: H,
        serializer: S,
    ) -> Result<S::Ok, S::Error>;

    /// The fields that the event has beside the payload, made from it.
    fn derived(kind: Self::Kind) -> &'static [&'static str];

    /// Reads such a field, which is made from the payload again when it is wanted.
    fn read_derived<'de, A: MapAccess<'de>>(kind: Self::Kind, map: &mut A) -> Result<(), A::Error>;

    /// The JSON Schema of such a field.
    fn derived_schema(kind: Self::Kind, generator: &mut SchemaGenerator) -> Option<Schema>;

    /// The JSON Schema of a payload.
    fn payload_schema(kind: Self::Kind, generator: &mut SchemaGenerator) -> Schema;
}

/// A header and a payload as one object.
#[derive(Serialize)]
pub struct Joined<H, P> {
    /// The fields that come first.
    #[serde(flatten)]
    pub header: H,
    /// The fields that follow.
    #[serde(flatten)]
    pub payload: P,
}

/// A command without a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Nothing {}

/// A string borrowed from the input where it can be.
pub(crate) struct Word<'de>(pub Cow<'de, str>);

impl<'de> Deserialize<'de> for Word<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordVisitor;

        impl<'de> Visitor<'de> for WordVisitor {
            type Value = Word<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Borrowed(text)))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(WordVisitor)
    }
}

/// Reads the tag of a sum, refusing a word that is none of `names`.
pub(crate) struct TagSeed(pub &'static [&'static str]);

impl<'de> de::DeserializeSeed<'de> for TagSeed {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TagSeed {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        self.0
            .iter()
            .position(|known| *known == name)
            .ok_or_else(|| E::unknown_variant(name, self.0))
    }
}

/// A tagged object whose tag may stand anywhere: read as it streams when the tag comes first, else
/// gathered first.
pub(crate) fn read_tagged<'de, A, T>(
    mut map: A,
    names: &'static [&'static str],
    read: impl FnOnce(usize, Rest<A>) -> Result<T, A::Error>,
) -> Result<T, A::Error>
where
    A: MapAccess<'de>,
{
    let mut gathered = serde_json::Map::new();
    while let Some(Word(key)) = map.next_key()? {
        if key == TAG {
            let tag = map.next_value_seed(TagSeed(names))?;
            return read(
                tag,
                Rest {
                    gathered: gathered.into_iter(),
                    pending: None,
                    map,
                },
            );
        }
        let value = map.next_value()?;
        if gathered.insert(key.into_owned(), value).is_some() {
            return Err(de::Error::custom("a field occurs twice"));
        }
    }
    Err(de::Error::missing_field(TAG))
}

/// The fields of a tagged object without its tag.
pub(crate) struct Rest<A> {
    gathered: serde_json::map::IntoIter,
    pending: Option<serde_json::Value>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Rest<A> {
    type Error = A::Error;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.gathered.next() {
            Some((key, value)) => {
                self.pending = Some(value);
                seed.deserialize(de::value::StringDeserializer::new(key))
                    .map(Some)
            }
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, A::Error> {
        match self.pending.take() {
            Some(value) => seed.deserialize(value).map_err(de::Error::custom),
            None => self.map.next_value_seed(seed),
        }
    }
}

/// Defines the commands of a lifecycle: variant, payload, command name, event name, and the date
/// of the act where the payload has one.
#[macro_export]
macro_rules! commands {
    (
        $(#[$doc:meta])*
        pub enum Command {
            $( $(#[$variant_doc:meta])* $variant:ident($payload:ty)
               = $command:literal => $event:literal
               $(, on $date:ident)? $(, derives $derived:ident as $derived_type:ty)? ; )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
        #[serde(tag = "type")]
        pub enum Command {
            $( $(#[$variant_doc])* #[serde(rename = $command)] $variant($payload), )+
        }

        /// The names of the commands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandKind {
            $( $(#[$variant_doc])* $variant, )+
        }

        impl $crate::lifecycle::Kind for CommandKind {
            const ALL: &'static [Self] = &[$( Self::$variant, )+];
            const COMMANDS: &'static [&'static str] = &[$( $command, )+];
            const EVENTS: &'static [&'static str] = &[$( $event, )+];

            fn index(self) -> usize {
                self as usize
            }
        }

        impl $crate::lifecycle::CommandSet for Command {
            type Kind = CommandKind;

            fn kind(&self) -> CommandKind {
                match self {
                    $( Self::$variant(_) => CommandKind::$variant, )+
                }
            }

            fn act_date(&self) -> Option<$crate::base::calendar::Date> {
                #[allow(unreachable_patterns)]
                match self {
                    $( $( Self::$variant(payload) => Some(payload.$date), )? )+
                    _ => None,
                }
            }

            fn read<'de, D: serde::Deserializer<'de>>(
                kind: CommandKind,
                fields: D,
            ) -> Result<Self, D::Error> {
                use serde::Deserialize as _;
                match kind {
                    $( CommandKind::$variant =>
                        <$payload>::deserialize(fields).map(Self::$variant), )+
                }
            }

            fn write_event<H: serde::Serialize, S: serde::Serializer>(
                &self,
                header: H,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                use serde::Serialize as _;
                match self {
                    $( Self::$variant(payload) => {
                        $(
                            #[derive(serde::Serialize)]
                            struct Derived<'a> {
                                #[serde(flatten)]
                                payload: &'a $payload,
                                $derived: $derived_type,
                            }
                            let payload = Derived { payload, $derived: payload.$derived() };
                        )?
                        $crate::lifecycle::Joined { header, payload }.serialize(serializer)
                    } )+
                }
            }

            fn derived(kind: CommandKind) -> &'static [&'static str] {
                match kind {
                    $( CommandKind::$variant => &[$( stringify!($derived) )?], )+
                }
            }

            fn read_derived<'de, A: serde::de::MapAccess<'de>>(
                kind: CommandKind,
                map: &mut A,
            ) -> Result<(), A::Error> {
                match kind {
                    $( $( CommandKind::$variant => drop(map.next_value::<$derived_type>()?), )? )+
                    #[allow(unreachable_patterns)]
                    _ => drop(map.next_value::<serde::de::IgnoredAny>()?),
                }
                Ok(())
            }

            fn derived_schema(
                kind: CommandKind,
                generator: &mut schemars::SchemaGenerator,
            ) -> Option<schemars::Schema> {
                let _ = &generator;
                match kind {
                    $( CommandKind::$variant => None
                        $( .or(Some(generator.subschema_for::<$derived_type>())) )?, )+
                }
            }

            fn payload_schema(
                kind: CommandKind,
                generator: &mut schemars::SchemaGenerator,
            ) -> schemars::Schema {
                match kind {
                    $( CommandKind::$variant =>
                        <$payload as schemars::JsonSchema>::json_schema(generator), )+
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for Command {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::lifecycle::read_command(deserializer)
            }
        }
    };
}

/// Reads a command by its `type`.
pub fn read_command<'de, C: CommandSet, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C, D::Error> {
    struct CommandVisitor<C>(std::marker::PhantomData<C>);

    impl<'de, C: CommandSet> Visitor<'de> for CommandVisitor<C> {
        type Value = C;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a command")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<C, A::Error> {
            read_tagged(map, C::Kind::COMMANDS, |tag, rest| {
                let kind = kind_at::<C, A::Error>(tag)?;
                C::read(kind, de::value::MapAccessDeserializer::new(rest))
            })
        }
    }

    deserializer.deserialize_map(CommandVisitor(std::marker::PhantomData))
}

pub(crate) fn kind_at<C: CommandSet, E: de::Error>(index: usize) -> Result<C::Kind, E> {
    C::Kind::ALL
        .get(index)
        .copied()
        .ok_or_else(|| E::missing_field(TAG))
}
