//! Events: accepted commands, as the log keeps them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer as _, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::Lifecycle;
use super::act::{Commands, Head};
use super::case::Case;
use super::envelope::{CommandId, Envelope};
use super::reason::ReasonKind;
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::id::{CaseId, NamedEventId};
use crate::base::order;
use crate::base::rule::{self, Applied, Rule, applies};
use crate::base::shape::{Chars, Field, Record, Shape, Shaped, Tagged, Ty};
use crate::base::wording::wording;
use crate::rulebook::general::GE_04;
use crate::wire::tagged::{Word, read_tag};
use crate::wire::{self, TAG};

/// A log keeps the order of acceptance; a merge that of either log, the rest by moment.
pub(crate) const APPLIES: Applied = applies(&GE_04);

/// What an event's id is made of: the `command_id`, or the digest of the envelope.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The caller's `command_id`.
    Command(CommandId),
    /// The first 64 bits of the canonical envelope's SHA-256.
    Digest(u64),
}

impl Key {
    /// The digest that it is, or as which its `command_id` is written.
    fn as_digest(&self) -> Option<u64> {
        match self {
            Self::Command(id) => id.as_text().and_then(digest),
            Self::Digest(digest) => Some(*digest),
        }
    }
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
    /// That of the first event of a command.
    pub(crate) fn first(key: &Key) -> Self {
        Self::written(key, 0)
    }

    /// The id as it is written: a `command_id` of 16 hex digits is not told from a digest.
    fn written(key: &Key, index: u16) -> Self {
        let key = key.as_digest().map_or_else(|| key.clone(), Key::Digest);
        Self { key, index }
    }

    /// The id that somebody gives: 16 hex digits are a digest, anything else is a `command_id`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (stem, _) = text.rsplit_once('#')?;
        let command_id = match digest(stem) {
            Some(_) => None,
            None => Some(CommandId::new(stem)?),
        };
        Self::parse(text, command_id)
    }

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

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Word(text) = Word::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| de::Error::custom(NO_EVENT_ID))
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// That a merge keeps an event without effect (GE-04): the rule that it no longer meets, and in what way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct Void {
    /// The rule's id, as whoever merged knew it.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[shape(with = rule::Id)]
    pub rule: Cow<'static, str>,
    /// In what way.
    #[title("ประเภทของเหตุ", "kind of reason")]
    pub kind: ReasonKind,
}

/// What few events carry.
#[derive(Debug, Clone, PartialEq, Default)]
struct Rare {
    /// The case for which it was meant, where its envelope said so and it creates none.
    case_id: Option<CaseId>,
    /// Where it stands in the order of a merge, where that is not its moment.
    ordered_at: Option<Instant>,
    /// The event that gave the id which it uses.
    of: Option<EventId>,
    /// That it is kept without effect.
    void: Option<Void>,
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
    rare: Option<Box<Rare>>,
}

impl<L: Lifecycle> Event<L> {
    /// The event that an accepted command becomes on a case.
    pub(crate) fn accepted(
        envelope: &Envelope<L::Command>,
        key: Key,
        case: Option<&Case<L>>,
    ) -> Self {
        let mut event = Self {
            key,
            index: 0,
            at: envelope.at,
            received: received(envelope.recorded_at, envelope.at),
            actor: Arc::new(envelope.actor.clone()),
            coordinated: envelope.coordinated.unwrap_or_default(),
            command: envelope.command.clone(),
            rare: None,
        };
        let Some(case) = case else { return event };
        let case_id = envelope.case_id.clone();
        let of = case.giver(&event.command).map(Self::id);
        let ordered_at = case.log().last().and_then(|last| event.stands_after(last));
        event.set(Rare {
            case_id,
            ordered_at,
            of,
            void: None,
        });
        event
    }

    fn set(&mut self, rare: Rare) {
        self.rare = (rare != Rare::default()).then(|| Box::new(rare));
    }

    /// The event's id.
    pub fn id(&self) -> EventId {
        EventId::written(&self.key, self.index)
    }

    /// Whether this is its id.
    pub(crate) fn has(&self, id: &EventId) -> bool {
        let is_written_so = |digest| self.key.as_digest() == Some(digest);
        self.index == id.index
            && match &id.key {
                Key::Digest(digest) => is_written_so(*digest),
                key @ Key::Command(_) => self.key == *key,
            }
    }

    /// When the system received it.
    pub fn recorded_at(&self) -> Instant {
        self.received.as_deref().copied().unwrap_or(self.at)
    }

    /// When it was done, as far as a clock can be trusted: the earlier of `at` and `recorded_at` (GE-04).
    pub fn moment(&self) -> Instant {
        self.at.min(self.recorded_at())
    }

    /// The `command_id` under which it was accepted.
    pub fn command_id(&self) -> Option<&CommandId> {
        match &self.key {
            Key::Command(id) => Some(id),
            Key::Digest(_) => None,
        }
    }

    /// The case for which it was meant, where its envelope said so.
    pub fn case_id(&self) -> Option<&CaseId> {
        self.rare.as_ref()?.case_id.as_ref()
    }

    /// The event that gave the id which it uses; none in a log of before this was kept.
    pub fn uses(&self) -> Option<&EventId> {
        self.rare.as_ref()?.of.as_ref()
    }

    /// The other event that it names.
    fn of(&self) -> Option<Of<'_>> {
        let giver = self.uses().map(Of::Giver);
        giver.or_else(|| {
            self.command
                .withdrawal()
                .map(|one| Of::TakenBack(&one.event_id))
        })
    }

    /// Why it is kept without effect, if it is: only a merge says so.
    pub fn void(&self) -> Option<&Void> {
        self.rare.as_ref()?.void.as_ref()
    }

    /// Marks it as kept without effect, or takes such a mark off.
    pub(crate) fn mark(&mut self, void: Option<Void>) {
        if void.is_some() || self.void().is_some() {
            let rare = self.rare.take().map_or_else(Rare::default, |rare| *rare);
            self.set(Rare { void, ..rare });
        }
    }

    /// The date of the act: the payload's own, else the day of its moment (GE-01).
    pub fn act_date(&self) -> Date {
        self.command
            .act_date()
            .unwrap_or_else(|| self.moment().date())
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
            moment: self.moment(),
            actor: &self.actor,
            event: self.name(),
        }
    }

    /// Whether it creates a case.
    pub(crate) fn creates(&self) -> bool {
        self.command.creates().is_some()
    }

    /// Whether it is the same fact, whenever and wherever it was received.
    pub(crate) fn is_copy_of(&self, other: &Self) -> bool {
        self.at == other.at
            && self.actor == other.actor
            && self.coordinated == other.coordinated
            && self.uses() == other.uses()
            && self.command == other.command
    }

    /// Where it stands in a merge: at its moment, unless it came after one that stands later.
    fn position(&self) -> Instant {
        let ordered_at = self.rare.as_ref().and_then(|rare| rare.ordered_at);
        ordered_at.unwrap_or_else(|| self.moment())
    }

    /// Where it has to stand so that a merge leaves it after the one before it; nothing where its moment does
    /// that, after the creating event, which is first anyway, and where there is no later instant.
    fn stands_after(&self, before: &Self) -> Option<Instant> {
        let comes_after = before.creates() || self.order(before).is_gt();
        (!comes_after).then(|| before.position().next_microsecond())?
    }

    /// The order of a merged log, all marks taken off: the creating event, then `ordered_at` or else the moment, `at`, `recorded_at`,
    /// `event_id`, and the event as it is written.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        self.order_unwritten(other)
            .then_with(|| self.order_as_written(other))
    }

    /// The events in that order; each is written once at most.
    pub(crate) fn sorted(events: Vec<Self>) -> Vec<Self> {
        let unwritten: Vec<Unwritten<'_>> = events.iter().map(Self::unwritten).collect();
        let written = |place: usize| events.get(place).map(wire::to_json);
        let order = in_order(&unwritten, &written);
        let mut events: Vec<Option<Self>> = events.into_iter().map(Some).collect();
        let sorted = order
            .into_iter()
            .filter_map(|place| events.get_mut(place)?.take());
        sorted.collect()
    }

    fn unwritten(&self) -> Unwritten<'_> {
        Unwritten {
            comes_after: !self.creates(),
            times: [self.position(), self.at, self.recorded_at()],
            key: &self.key,
            index: self.index,
        }
    }

    fn order_unwritten(&self, other: &Self) -> Ordering {
        self.unwritten().cmp(&other.unwritten())
    }

    fn order_as_written(&self, other: &Self) -> Ordering {
        if self == other {
            return Ordering::Equal;
        }
        wire::to_json(self).cmp(&wire::to_json(other))
    }

    /// What makes two events copies of one fact, as text.
    pub(crate) fn fact_as_written(&self) -> String {
        let mut fact = self.clone();
        fact.received = None;
        fact.set(Rare {
            of: self.uses().cloned(),
            ..Rare::default()
        });
        wire::to_json(&fact)
    }
}

/// What orders events before anything has to be written for it. It does not know the lifecycle, so that sorting is
/// compiled once.
struct Unwritten<'a> {
    /// Whether it comes after the event that creates the case.
    comes_after: bool,
    times: [Instant; 3],
    key: &'a Key,
    index: u16,
}

impl Unwritten<'_> {
    /// The order of the ids' texts; that of two UUIDs or two digests is that of their bytes.
    fn order_of_ids(&self, other: &Self) -> Ordering {
        let alike = match (self.key, other.key) {
            (Key::Command(id), Key::Command(other)) => id.is_uuid() && other.is_uuid(),
            (Key::Digest(_), Key::Digest(_)) => true,
            _ => false,
        };
        if alike && self.index == other.index {
            return self.key.cmp(other.key);
        }
        let written = |event: &Self| EventId::written(event.key, event.index).to_string();
        written(self).cmp(&written(other))
    }
}

impl Ord for Unwritten<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let before_ids = |event: &Self| (event.comes_after, event.times);
        before_ids(self)
            .cmp(&before_ids(other))
            .then_with(|| self.order_of_ids(other))
    }
}

impl PartialOrd for Unwritten<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Unwritten<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Unwritten<'_> {}

/// The places of what is to be put in order; those that are alike by what they look like when they are written.
fn in_order(events: &[Unwritten<'_>], written: &dyn Fn(usize) -> Option<String>) -> Vec<usize> {
    let mut placed: Vec<_> = events.iter().zip(0_usize..).collect();
    order::sort(&mut placed);
    let mut order = Vec::with_capacity(placed.len());
    for alike in placed.chunk_by(|(one, _), (next, _)| one == next) {
        if let [(_, place)] = alike {
            order.push(*place);
            continue;
        }
        let mut alike: Vec<_> = alike.iter().map(|(_, at)| (written(*at), *at)).collect();
        order::sort(&mut alike);
        order.extend(alike.into_iter().map(|(_, place)| place));
    }
    order
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
    #[serde(skip_serializing_if = "Option::is_none")]
    ordered_at: Option<Instant>,
    actor: &'a Actor,
    #[serde(serialize_with = "rule::id")]
    rule: &'static Rule,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    coordinated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Of<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    void: Option<&'a Void>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case_id: Option<&'a CaseId>,
}

/// The other event that an event names: the one that gave the id which it uses, or the one that it takes back.
#[derive(Serialize)]
#[serde(untagged)]
enum Of<'a> {
    Giver(&'a EventId),
    TakenBack(&'a NamedEventId),
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
            ordered_at: self.rare.as_ref().and_then(|rare| rare.ordered_at),
            actor: &self.actor,
            rule: row.rule,
            coordinated: self.coordinated,
            of: self.of(),
            void: self.void(),
            case_id: self.case_id(),
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
    rare: Rare,
}

const NO_EVENT_ID: &str = "`event_id` is the `command_id`, or 16 hex digits, then `#` and a number";

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
            "ordered_at" => once(&mut self.rare.ordered_at, "ordered_at", map.next_value()?)?,
            "actor" => once(&mut self.actor, "actor", map.next_value()?)?,
            "coordinated" => once(&mut self.coordinated, "coordinated", map.next_value()?)?,
            "of" => once(&mut self.rare.of, "of", map.next_value()?)?,
            "void" => once(&mut self.rare.void, "void", map.next_value()?)?,
            // The rule is the table's to say; an older library may have said another.
            "rule" => once(&mut self.rule, "rule", map.next_value::<Word>().map(drop)?)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Reads the value of `case_id`, which is a payload's where the command creates a case.
    pub(super) fn read_case_id<A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        once(&mut self.rare.case_id, "case_id", map.next_value()?)
    }

    /// The envelope with these fields; an envelope has no id of an event.
    pub(super) fn envelope<C, E: de::Error>(self, command: Option<C>) -> Result<Envelope<C>, E> {
        Ok(Envelope {
            command_id: self.command_id,
            case_id: self.rare.case_id,
            at: self.at.ok_or_else(|| E::missing_field("at"))?,
            recorded_at: self.recorded_at,
            actor: self.actor.ok_or_else(|| E::missing_field("actor"))?,
            coordinated: self.coordinated,
            command: command.ok_or_else(|| E::missing_field("command"))?,
        })
    }

    fn event<L: Lifecycle, E: de::Error>(self, command: L::Command) -> Result<Event<L>, E> {
        let at = self.at.ok_or_else(|| E::missing_field("at"))?;
        let text = self.event_id.ok_or_else(|| E::missing_field("event_id"))?;
        let actor = self.actor.ok_or_else(|| E::missing_field("actor"))?;
        let named = command.withdrawal().map(|one| &one.event_id);
        if named.is_some_and(|named| EventId::read(named).is_none()) {
            return Err(E::custom(NO_EVENT_ID));
        }
        let EventId { key, index } =
            EventId::parse(&text, self.command_id).ok_or_else(|| E::custom(NO_EVENT_ID))?;
        let mut event = Event {
            key,
            index,
            at,
            received: received(self.recorded_at, at),
            actor: Arc::new(actor),
            coordinated: self.coordinated.unwrap_or_default(),
            command,
            rare: None,
        };
        event.set(self.rare);
        Ok(event)
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
        if key == "case_id" && self.place != OPENING {
            header.read_case_id(&mut self.map)?;
            return Ok(true);
        }
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
            if key == OF
                && self.header.is_some()
                && let Some(field) = L::Command::of(self.place)
            {
                return seed.deserialize(field.into_deserializer()).map(Some);
            }
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
    /// Where it stands in the order of a merge, where that is not its moment.
    #[title("ลำดับเวลาเมื่อรวมประวัติ", "time for the order of a merge")]
    ordered_at: Option<Instant>,
    /// Who did it.
    #[title("ผู้ทำรายการ", "actor")]
    actor: Actor,
    /// The rule under which it was accepted.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    rule: Option<rule::Id>,
    /// Whether the agencies had coordinated (CT-21).
    #[title("ประสานงานระหว่างหน่วยงานแล้ว", "coordination between the agencies")]
    coordinated: Option<bool>,
    /// The event that gave the id which this one uses, or the one that it takes back.
    #[title("รายการที่อ้างถึง", "event that is named")]
    of: Option<EventId>,
    /// That a merge keeps it without effect.
    #[title("เก็บไว้โดยไม่มีผล", "kept without effect")]
    void: Option<Void>,
}

/// The same of an event that creates no case.
#[derive(Shape)]
#[allow(dead_code, reason = "it is there for its shape")]
struct LaterHeader {
    /// The fields of every event.
    #[shape(flatten)]
    header: EventHeader,
    /// The case for which it was meant, where its envelope said so.
    #[title("รหัสเคส", "case id")]
    case_id: Option<CaseId>,
}

/// The shape of the fields of an event that creates a case.
pub(super) const OPENING_HEADER: &Record = EventHeader::TY.record();
/// The shape of the fields of every other event.
pub(super) const HEADER: &Record = LaterHeader::TY.record();
/// The same of an event that takes another back, which it always names.
pub(super) const NAMING_HEADER: &Record = &Record {
    fields: &NAMING_FIELDS,
    ..*HEADER
};
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated when compiled"
)]
const NAMING_FIELDS: [Field; OPENING_HEADER.fields.len() + 1] = {
    let header = OPENING_HEADER.fields;
    let mut fields = [HEADER.fields[1]; OPENING_HEADER.fields.len() + 1];
    let mut place = 0;
    while place < header.len() {
        let required = header[place].required || header[place].name.is(wording!("of"));
        fields[place] = Field {
            required,
            ..header[place]
        };
        place += 1;
    }
    fields
};
/// The field of an event that names another.
const OF: &str = "of";
/// The place of the command that creates a case.
const OPENING: usize = 0;

impl Shaped for EventId {
    const TY: Ty = Ty::Text(Chars {
        fewest: 3,
        most: 80,
        pattern: wording!(r"^[\s\S]{1,64}#(0|[1-9][0-9]{0,4})$"),
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
        assert_eq!(size_of::<Event<Compulsory>>(), 96);
    }

    proptest! {
        #[test]
        fn events_of_one_instant_stand_in_the_order_of_their_ids(
            ids in proptest::array::uniform2(
                "([0-9a-f]{16}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[ab#-]{1,3})#(0|1|10)"
            ),
        ) {
            let [a, b] = ids;
            prop_assert_eq!(accepted(&a).order(&accepted(&b)), a.cmp(&b));
        }
    }
}
