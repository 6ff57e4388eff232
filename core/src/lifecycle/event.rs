//! Events: accepted commands, as the log keeps them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::Lifecycle;
use super::act::{Commands, Head};
use super::envelope::{CommandId, Envelope};
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::rule::{self, Applied, Rule, applies};
use crate::base::shape::{Chars, Record, Shape, Shaped, Tagged, Ty};
use crate::rulebook::general::GE_04;
use crate::wire::TAG;
use crate::wire::tagged::{Word, read_tag};

/// A log keeps the order of acceptance; a merge orders by time.
pub(crate) const APPLIES: Applied = applies(&GE_04);

/// What an event's id is made of: the `command_id`, or the digest of the envelope.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The caller's `command_id`.
    Command(CommandId),
    /// The first 64 bits of the canonical envelope's SHA-256.
    Digest(u64),
}

/// `command_id` (or digest), `#`, and the event's index within its command.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EventId {
    /// Command or digest.
    pub key: Key,
    /// Place among the command's events: 0, as every command makes one.
    pub index: u16,
}

impl EventId {
    fn parse(text: &str, command_id: Option<CommandId>) -> Option<Self> {
        let (stem, index) = text.rsplit_once('#')?;
        let key = match command_id {
            Some(id) => id.is(stem).then_some(Key::Command(id))?,
            None => Key::Digest(digest(stem)?),
        };
        let canonical = index.bytes().all(|digit| digit.is_ascii_digit())
            && (index == "0" || !index.starts_with('0'));
        let index = canonical.then(|| index.parse().ok())??;
        Some(Self { key, index })
    }
}

/// 16 hex digits, as they are written.
fn digest(stem: &str) -> Option<u64> {
    let canonical = stem.len() == 16
        && stem
            .bytes()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    canonical.then(|| u64::from_str_radix(stem, 16).ok())?
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.key {
            Key::Command(id) => write!(f, "{id}#{}", self.index),
            Key::Digest(digest) => write!(f, "{digest:016x}#{}", self.index),
        }
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An accepted command: what was done, by whom and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Event<L: Lifecycle> {
    /// What its id is made of; apart from the index, so that both fit between the other fields.
    pub key: Key,
    /// Its place among the command's events.
    pub index: u16,
    /// When it was done, by the caller's clock.
    pub at: Instant,
    /// When the system received it, where that is not `at`.
    pub received: Option<Box<Instant>>,
    /// Who did it.
    pub actor: Arc<Actor>,
    /// Whether the agencies had coordinated (CT-21).
    pub coordinated: bool,
    /// What was done.
    pub command: L::Command,
}

impl<L: Lifecycle> Event<L> {
    /// The event that an accepted command becomes.
    pub(crate) fn of(envelope: &Envelope<L::Command>) -> Self {
        let key = match &envelope.command_id {
            Some(id) => Key::Command(id.clone()),
            None => Key::Digest(envelope.digest()),
        };
        Self {
            key,
            index: 0,
            at: envelope.at,
            received: received(envelope.recorded_at, envelope.at),
            actor: Arc::new(envelope.actor.clone()),
            coordinated: envelope.coordinated,
            command: envelope.command.clone(),
        }
    }

    /// The event's id.
    pub fn id(&self) -> EventId {
        EventId {
            key: self.key.clone(),
            index: self.index,
        }
    }

    /// When the system received it.
    pub fn recorded_at(&self) -> Instant {
        self.received.as_deref().copied().unwrap_or(self.at)
    }

    /// The `command_id` under which it was accepted.
    pub fn command_id(&self) -> Option<&CommandId> {
        match &self.key {
            Key::Command(id) => Some(id),
            Key::Digest(_) => None,
        }
    }

    /// The date of the act: the payload's own, else the day of `at` (GE-01).
    pub fn act_date(&self) -> Date {
        self.command.act_date().unwrap_or_else(|| self.at.date())
    }

    /// The event's name.
    pub fn name(&self) -> &'static str {
        let row = self.command.row();
        row.event
    }

    /// Who did it and when, for what applies it.
    pub(crate) fn head(&self, place: usize) -> Head<'_> {
        Head {
            place,
            at: self.at,
            actor: &self.actor,
            event: self.name(),
        }
    }

    /// Whether it is the same fact, whenever it was received.
    pub(crate) fn is_copy_of(&self, other: &Self) -> bool {
        self.at == other.at
            && self.actor == other.actor
            && self.coordinated == other.coordinated
            && self.command == other.command
    }

    /// Its place in a merged log.
    pub(crate) fn order(&self) -> MergeOrder {
        MergeOrder {
            at: self.at,
            recorded_at: self.recorded_at(),
            id: self.id(),
        }
    }
}

/// The order of a merged log: (`at`, `recorded_at`, `event_id`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MergeOrder {
    at: Instant,
    recorded_at: Instant,
    id: EventId,
}

impl Ord for MergeOrder {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.recorded_at)
            .cmp(&(other.at, other.recorded_at))
            .then_with(|| self.id.order(&other.id))
    }
}

impl PartialOrd for MergeOrder {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl EventId {
    /// The order of the ids' texts; that of two UUIDs or two digests is that of their bytes.
    fn order(&self, other: &Self) -> Ordering {
        let alike = match (&self.key, &other.key) {
            (Key::Command(id), Key::Command(other)) => id.is_uuid() && other.is_uuid(),
            (Key::Digest(_), Key::Digest(_)) => true,
            _ => false,
        };
        if alike && self.index == other.index {
            self.key.cmp(&other.key)
        } else {
            self.to_string().cmp(&other.to_string())
        }
    }
}

/// When it was received, where that is not when it was done.
fn received(recorded_at: Option<Instant>, at: Instant) -> Option<Box<Instant>> {
    recorded_at.filter(|received| *received != at).map(Box::new)
}

#[derive(Serialize)]
struct Header<'a> {
    r#type: &'static str,
    event_id: EventId,
    #[serde(skip_serializing_if = "Option::is_none")]
    command_id: Option<&'a CommandId>,
    at: Instant,
    recorded_at: Instant,
    actor: &'a Actor,
    #[serde(serialize_with = "rule::id")]
    rule: &'static Rule,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    coordinated: bool,
}

impl<L: Lifecycle> Serialize for Event<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = self.command.row();
        let header = Header {
            r#type: row.event,
            event_id: self.id(),
            command_id: self.command_id(),
            at: self.at,
            recorded_at: self.recorded_at(),
            actor: &self.actor,
            rule: row.rule,
            coordinated: self.coordinated,
        };
        self.command.write_event(header, serializer)
    }
}

/// The fields of every event, as they are read.
#[derive(Default)]
pub(super) struct ReadHeader<'de> {
    event_id: Option<Cow<'de, str>>,
    command_id: Option<CommandId>,
    at: Option<Instant>,
    recorded_at: Option<Instant>,
    actor: Option<Actor>,
    rule: Option<()>,
    coordinated: Option<bool>,
}

/// Keeps a field's value, unless the field was there before.
pub(super) fn once<T, E: de::Error>(
    field: &mut Option<T>,
    name: &'static str,
    value: T,
) -> Result<(), E> {
    match field.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::duplicate_field(name)),
    }
}

impl<'de> ReadHeader<'de> {
    /// Reads the value of a header field; says whether `key` is one. Once for all that have a header.
    #[inline(never)]
    pub(super) fn read<A: MapAccess<'de>>(
        &mut self,
        key: &str,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        match key {
            "event_id" => once(&mut self.event_id, "event_id", map.next_value::<Word>()?.0)?,
            "command_id" => once(&mut self.command_id, "command_id", map.next_value()?)?,
            "at" => once(&mut self.at, "at", map.next_value()?)?,
            "recorded_at" => once(&mut self.recorded_at, "recorded_at", map.next_value()?)?,
            "actor" => once(&mut self.actor, "actor", map.next_value()?)?,
            "coordinated" => once(&mut self.coordinated, "coordinated", map.next_value()?)?,
            // The rule is the table's to say; an older library may have said another.
            "rule" => once(&mut self.rule, "rule", map.next_value::<Word>().map(drop)?)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The envelope with these fields; an envelope has no id of an event.
    pub(super) fn envelope<C, E: de::Error>(self, command: Option<C>) -> Result<Envelope<C>, E> {
        Ok(Envelope {
            command_id: self.command_id,
            at: self.at.ok_or_else(|| E::missing_field("at"))?,
            recorded_at: self.recorded_at,
            actor: self.actor.ok_or_else(|| E::missing_field("actor"))?,
            coordinated: self.coordinated.unwrap_or_default(),
            command: command.ok_or_else(|| E::missing_field("command"))?,
        })
    }

    fn event<L: Lifecycle, E: de::Error>(self, command: L::Command) -> Result<Event<L>, E> {
        let at = self.at.ok_or_else(|| E::missing_field("at"))?;
        let text = self.event_id.ok_or_else(|| E::missing_field("event_id"))?;
        let actor = self.actor.ok_or_else(|| E::missing_field("actor"))?;
        let EventId { key, index } = EventId::parse(&text, self.command_id).ok_or_else(|| {
            E::custom("`event_id` is the `command_id`, or 16 hex digits, then `#` and a number")
        })?;
        Ok(Event {
            key,
            index,
            at,
            received: received(self.recorded_at, at),
            actor: Arc::new(actor),
            coordinated: self.coordinated.unwrap_or_default(),
            command,
        })
    }
}

/// The fields of a payload as they stream by: those of an event's header are taken out. What stands in a command
/// is read in the same way, so that there is one reading of a payload.
pub(super) struct Payload<'a, 'de, A, L: Lifecycle> {
    map: A,
    header: Option<&'a mut ReadHeader<'de>>,
    place: usize,
    of: PhantomData<L>,
}

impl<'a, 'de, A: MapAccess<'de>, L: Lifecycle> Payload<'a, 'de, A, L> {
    /// Reads the payload of the command at a place of the lists.
    pub(super) fn read(
        map: A,
        header: Option<&'a mut ReadHeader<'de>>,
        place: usize,
    ) -> Result<L::Command, A::Error> {
        let fields = Self {
            map,
            header,
            place,
            of: PhantomData,
        };
        L::Command::read(place, de::value::MapAccessDeserializer::new(fields))
    }

    /// Reads the value of a field that is not the payload's; says whether `key` is one.
    #[inline(never)]
    fn takes(&mut self, key: &str) -> Result<bool, A::Error> {
        let Some(header) = &mut self.header else {
            return Ok(false);
        };
        if L::Command::derived(self.place).field(key).is_some() {
            L::Command::read_derived(self.place, &mut self.map)?;
            return Ok(true);
        }
        header.read(key, &mut self.map)
    }
}

impl<'de, A: MapAccess<'de>, L: Lifecycle> MapAccess<'de> for Payload<'_, 'de, A, L> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(Word(key)) = self.map.next_key()? {
            if !self.takes(&key)? {
                return seed
                    .deserialize(de::value::CowStrDeserializer::new(key))
                    .map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl<'de, L: Lifecycle> Deserialize<'de> for Event<L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EventVisitor<L>(PhantomData<L>);

        impl<'de, L: Lifecycle> Visitor<'de> for EventVisitor<L> {
            type Value = Event<L>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an event")
            }

            #[inline(never)]
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Event<L>, A::Error> {
                let place = read_tag(&mut map, L::Command::EVENTS)?;
                let mut header = ReadHeader::default();
                let command = Payload::<_, L>::read(map, Some(&mut header), place)?;
                header.event(command)
            }
        }

        deserializer.deserialize_map(EventVisitor(PhantomData))
    }
}

/// The fields of every event, for their shape.
#[derive(Shape)]
#[allow(dead_code, reason = "it is there for its shape")]
struct EventHeader {
    /// `command_id` (or the first 16 hex digits of the envelope's SHA-256), `#`, index.
    #[title("รหัสของรายการในประวัติ", "event id")]
    event_id: EventId,
    /// The id under which the command was accepted (GE-03).
    #[title("รหัสการส่ง", "command id")]
    command_id: Option<CommandId>,
    /// When it was done, by the caller's clock.
    #[title("วันเวลาที่ทำรายการ", "time of the act")]
    at: Instant,
    /// When the system received it.
    #[title("วันเวลาที่ระบบได้รับรายการ", "time of receipt")]
    recorded_at: Option<Instant>,
    /// Who did it.
    #[title("ผู้ทำรายการ", "actor")]
    actor: Actor,
    /// The rule under which it was accepted.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    rule: Option<rule::Id>,
    /// Whether the agencies had coordinated (CT-21).
    #[title("ประสานงานระหว่างหน่วยงานแล้ว", "coordination between the agencies")]
    coordinated: Option<bool>,
}

/// The shape of the fields of every event.
pub(super) const HEADER: &Record = EventHeader::TY.record();

impl Shaped for EventId {
    const TY: Ty = Ty::Text(Chars {
        fewest: 3,
        most: 80,
        pattern: Some(r"^[\s\S]{1,64}#(0|[1-9][0-9]{0,4})$"),
        ..Chars::PLAIN
    });
}

impl<L: Lifecycle> Shaped for Event<L> {
    const TY: Ty = Ty::Tagged(&Tagged {
        name: "Event",
        module: L::Data::TY.record().module,
        suffix: "Event",
        about: "An accepted command, as a log keeps it.",
        tag: TAG,
        variants: L::Command::EVENT_SHAPES,
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::lifecycles::compulsory::Compulsory;
    use crate::wire;

    fn accepted(event_id: &str) -> Event<Compulsory> {
        let stem = event_id.rsplit_once('#').unwrap().0;
        let at = "2024-06-03T09:00:00+07:00";
        let mut event = json!({
            "type": "accepted", "event_id": event_id, "at": at, "recorded_at": at,
            "actor": { "role": "unit_user", "organisation": "10670" },
        });
        if digest(stem).is_none() {
            event["command_id"] = stem.into();
        }
        wire::decode_value(&event).unwrap()
    }

    #[test]
    #[cfg(target_pointer_width = "64")]
    fn an_event_is_small_as_a_case_keeps_all_of_them() {
        assert_eq!(size_of::<Event<Compulsory>>(), 88);
    }

    proptest! {
        #[test]
        fn events_of_one_instant_stand_in_the_order_of_their_ids(
            ids in proptest::array::uniform2(
                "([0-9a-f]{16}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[ab#-]{1,3})#(0|1|10)"
            ),
        ) {
            let [a, b] = ids;
            prop_assert_eq!(accepted(&a).order().cmp(&accepted(&b).order()), a.cmp(&b));
        }
    }
}
