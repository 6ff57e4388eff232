//! The envelope in which a command travels.

use std::fmt;
use std::marker::PhantomData;

use lean_string::LeanStr;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::event::{Key, ReadHeader, once};
use crate::base::actor::Actor;
use crate::base::calendar::Instant;
use crate::base::fault::Place;
use crate::base::id::CaseId;
use crate::base::shape::{Chars, Shape, Shaped, Texts, Ty};
use crate::wire;
use crate::wire::tagged::Word;

/// The longest `command_id`, in characters.
pub const COMMAND_ID_CHARS: usize = 64;

/// The caller's own id of a command (GE-03): 1 to 64 characters, unique by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommandId(Id);

/// A UUID as it is usually written takes 16 bytes; any other id is kept as its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Id {
    Uuid(Uuid),
    Text(LeanStr),
}

impl CommandId {
    /// An id, if its length is allowed.
    ///
    /// ```
    /// use bosoto::lifecycle::CommandId;
    ///
    /// let id = CommandId::new("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap();
    /// assert_eq!(id.to_string(), "0f8fad5b-d9cb-469f-a165-70867728950e");
    /// assert!(CommandId::new("").is_none());
    /// ```
    pub fn new(id: &str) -> Option<Self> {
        if let Ok(uuid) = Uuid::try_parse(id)
            && uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer()) == id
        {
            return Some(Self(Id::Uuid(uuid)));
        }
        (1..=COMMAND_ID_CHARS)
            .contains(&id.chars().count())
            .then(|| Self(Id::Text(id.into())))
    }

    /// Whether this is its text.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.text(&mut Uuid::encode_buffer()) == text
    }

    pub(crate) fn is_uuid(&self) -> bool {
        matches!(self.0, Id::Uuid(_))
    }

    /// Its text, where it is no UUID.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.0 {
            Id::Uuid(_) => None,
            Id::Text(text) => Some(text),
        }
    }

    fn text<'a>(&'a self, buffer: &'a mut [u8]) -> &'a str {
        match &self.0 {
            Id::Uuid(uuid) => uuid.hyphenated().encode_lower(buffer),
            Id::Text(text) => text,
        }
    }
}

impl fmt::Display for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(&mut Uuid::encode_buffer()))
    }
}

impl Serialize for CommandId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text(&mut Uuid::encode_buffer()))
    }
}

impl<'de> Deserialize<'de> for CommandId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Word(id) = Word::deserialize(deserializer)?;
        Self::new(&id)
            .ok_or_else(|| de::Error::invalid_length(id.chars().count(), &"1 to 64 characters"))
    }
}

impl Shaped for CommandId {
    const TY: Ty = Ty::Text(Chars {
        fewest: 1,
        enforced: true,
        ..Chars::CODE
    });

    fn texts(&self, ty: &'static Ty, at: &Place<'_>, to: &mut Texts) {
        if let (Id::Text(text), Ty::Text(chars)) = (&self.0, ty) {
            to.look(text, chars, at);
        }
    }
}

/// A command with who sends it and when.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(of = C, closed)]
pub struct Envelope<C> {
    /// The caller's own id of this command, so that sending it twice does nothing twice (GE-03).
    #[title("รหัสการส่ง", "command id")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command_id: Option<CommandId>,
    /// The case for which it is meant; on another it is an error.
    #[title("รหัสเคส", "case id")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_id: Option<CaseId>,
    /// When it was done, by the caller's clock.
    #[title("วันเวลาที่ทำรายการ", "time of the act")]
    pub at: Instant,
    /// When this system received it; without it, `at`.
    #[title("วันเวลาที่ระบบได้รับรายการ", "time of receipt")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Instant>,
    /// Who sends it.
    #[title("ผู้ทำรายการ", "actor")]
    pub actor: Actor,
    /// Whether the two agencies have coordinated first (CT-21); `false` written out is another envelope than
    /// nothing said, with another digest.
    #[title("ประสานงานระหว่างหน่วยงานแล้ว", "coordination between the agencies")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[shape(default = "false")]
    pub coordinated: Option<bool>,
    /// What is to be done.
    #[title("รายการ", "command")]
    pub command: C,
}

impl<C> Envelope<C> {
    /// A command with who sends it and when.
    pub fn new(at: Instant, actor: Actor, command: impl Into<C>) -> Self {
        Self {
            command_id: None,
            case_id: None,
            at,
            recorded_at: None,
            actor,
            coordinated: None,
            command: command.into(),
        }
    }

    /// With the caller's own id of this command (GE-03).
    #[must_use]
    pub fn with_command_id(mut self, id: CommandId) -> Self {
        self.command_id = Some(id);
        self
    }

    /// Meant for this case: on another it is an error.
    #[must_use]
    pub fn with_case_id(mut self, id: impl Into<CaseId>) -> Self {
        self.case_id = Some(id.into());
        self
    }

    /// With the instant at which this system received it.
    #[must_use]
    pub fn with_recorded_at(mut self, at: Instant) -> Self {
        self.recorded_at = Some(at);
        self
    }

    /// After the two agencies have coordinated (CT-21).
    #[must_use]
    pub fn coordinated(mut self) -> Self {
        self.coordinated = Some(true);
        self
    }
}

/// All but the command is read as in an event, by the same code for every lifecycle.
impl<'de, C: Deserialize<'de>> Deserialize<'de> for Envelope<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EnvelopeVisitor<C>(PhantomData<C>);

        impl<'de, C: Deserialize<'de>> Visitor<'de> for EnvelopeVisitor<C> {
            type Value = Envelope<C>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an envelope")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<C>, A::Error> {
                let mut header = ReadHeader::default();
                let mut command = None;
                while let Some(Word(key)) = map.next_key()? {
                    if key == "command" {
                        once(&mut command, "command", map.next_value()?)?;
                    } else if key == "case_id" {
                        header.read_case_id(&mut map)?;
                    } else if OF_EVENTS.contains(&&*key) || !header.read(&key, &mut map)? {
                        return Err(de::Error::unknown_field(&key, &[]));
                    }
                }
                header.envelope(command)
            }
        }

        deserializer.deserialize_map(EnvelopeVisitor(PhantomData))
    }
}

/// What the header of an event has beside the fields of an envelope.
const OF_EVENTS: [&str; 5] = ["event_id", "ordered_at", "rule", "of", "void"];

impl<C: Serialize> Envelope<C> {
    /// What the id of its event is made of: the `command_id`, or the digest.
    pub(crate) fn key(&self) -> Key {
        match &self.command_id {
            Some(id) => Key::Command(id.clone()),
            None => Key::Digest(self.digest()),
        }
    }

    /// The first 16 hex digits of the SHA-256 of the canonical envelope, as a number: the event's
    /// id where the caller gave none.
    pub fn digest(&self) -> u64 {
        Sha256::digest(wire::to_json(self))
            .iter()
            .take(8)
            .fold(0, |digest, byte| (digest << 8) | u64::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_uuid_written_in_another_way_stays_as_it_is() {
        for text in [
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "0F8FAD5B-D9CB-469F-A165-70867728950E",
            "{0f8fad5b-d9cb-469f-a165-70867728950e}",
            "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
            "0f8fad5bd9cb469fa16570867728950e",
        ] {
            let id = CommandId::new(text).unwrap();
            assert_eq!(id.to_string(), text);
            assert_eq!(id.is_uuid(), text.starts_with("0f8fad5b-"));
        }
    }

    proptest! {
        #[test]
        fn ge_03_an_id_comes_back_as_it_was_given(text in "\\PC{1,64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") {
            let id = CommandId::new(&text).unwrap();
            prop_assert!(id.is(&text));
            prop_assert_eq!(wire::to_json(&id), serde_json::to_string(&text).unwrap());
        }
    }
}
