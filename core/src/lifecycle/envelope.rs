//! The envelope in which a command travels.

use std::borrow::Cow;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, de};
use sha2::{Digest, Sha256};

use super::command::Word;
use crate::actor::Actor;
use crate::calendar::Instant;
use crate::wire;

/// The longest `command_id`, in characters.
pub const COMMAND_ID_CHARS: usize = 64;

/// The caller's own id of a command (GE-03): 1 to 64 characters, unique by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct CommandId(Arc<str>);

impl CommandId {
    /// An id, if its length is allowed.
    pub fn new(id: &str) -> Option<Self> {
        (1..=COMMAND_ID_CHARS)
            .contains(&id.chars().count())
            .then(|| Self(id.into()))
    }

    /// The id itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for CommandId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Word(id) = Word::deserialize(deserializer)?;
        Self::new(&id)
            .ok_or_else(|| de::Error::invalid_length(id.chars().count(), &"1 to 64 characters"))
    }
}

impl JsonSchema for CommandId {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "CommandId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "minLength": 1, "maxLength": COMMAND_ID_CHARS
        })
    }
}

/// A command with who sends it and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Envelope<C> {
    /// The caller's own id of this command, so that sending it twice does nothing twice (GE-03).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command_id: Option<CommandId>,
    /// When it was done, by the caller's clock. "Today" is its civil date in Thailand (TM-1).
    pub at: Instant,
    /// When this system received it; without it, `at`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Instant>,
    /// Who sends it.
    pub actor: Actor,
    /// Whether the two agencies have coordinated first (CT-21).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub coordinated: bool,
    /// What is to be done.
    pub command: C,
}

impl<C: Serialize> Envelope<C> {
    /// The first 16 hex digits of the SHA-256 of the canonical envelope, as a number: the event's
    /// id where the caller gave none.
    pub fn digest(&self) -> u64 {
        Sha256::digest(wire::to_json(self))
            .iter()
            .take(8)
            .fold(0, |digest, byte| (digest << 8) | u64::from(*byte))
    }
}
