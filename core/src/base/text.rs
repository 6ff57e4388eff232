//! Texts in Thai and in English, and messages made from them.
//!
//! This room does not know who says what to whom.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::calendar::{Date, Instant, Style};

/// A constant text: Thai first, English beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Text {
    /// Thai, as an official would write it.
    pub th: &'static str,
    /// English counterpart.
    pub en: &'static str,
}

/// A constant text, for tables.
pub(crate) const fn text(th: &'static str, en: &'static str) -> Text {
    Text { th, en }
}

impl Text {
    const fn pick(self, thai: bool) -> &'static str {
        if thai { self.th } else { self.en }
    }
}

/// The shape of every bilingual text on the wire: `{"th": …, "en": …}`.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Text")]
pub struct WireText {
    /// Thai.
    pub th: String,
    /// English.
    pub en: String,
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        WireText::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        WireText::json_schema(generator)
    }
}

/// A value that a message names. Never a personal one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A civil date, printed in the Buddhist Era in Thai and as ISO 8601 in English.
    Date(Date),
    /// An instant, likewise, with its time.
    Instant(Instant),
    /// A number.
    Number(i64),
    /// So many days, with the word.
    Days(i64),
    /// A word of the contract (a field, a role, a state): the same in both languages.
    Word(Cow<'static, str>),
    /// A text with a wording of its own in each language.
    Text(Text),
    /// Several such texts.
    List(Cow<'static, [Text]>),
}

/// A text whose `{name}` places are filled only when it is rendered: a refusal costs nothing
/// until somebody reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The wording, with `{name}` for each argument.
    pub text: Text,
    /// The arguments by name.
    pub args: Args,
}

/// The names of the arguments in a wording.
pub fn placeholders(wording: &str) -> impl Iterator<Item = &str> {
    wording
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// Arguments of a [`Message`]; `None` costs no allocation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Args(Vec<(&'static str, Arg)>);

impl Args {
    /// No arguments.
    pub const NONE: Self = Self(Vec::new());

    /// The arguments given.
    pub fn new<const N: usize>(args: [(&'static str, Arg); N]) -> Self {
        Self(args.into())
    }

    /// The same arguments and one more.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.0.push((name, arg));
        self
    }

    fn get(&self, name: &str) -> Option<&Arg> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, arg)| arg)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<Text> for Message {
    fn from(text: Text) -> Self {
        Self {
            text,
            args: Args::NONE,
        }
    }
}

impl Message {
    /// A message with arguments.
    pub fn new<const N: usize>(text: Text, args: [(&'static str, Arg); N]) -> Self {
        Self {
            text,
            args: Args::new(args),
        }
    }

    /// The Thai wording with its places filled.
    pub fn th(&self) -> String {
        self.render(self.text.th, true)
    }

    /// The English wording with its places filled.
    pub fn en(&self) -> String {
        self.render(self.text.en, false)
    }

    fn render(&self, template: &str, thai: bool) -> String {
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                break;
            };
            if let Some(arg) = self.args.get(name) {
                out.push_str(&arg.render(thai));
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

impl Arg {
    /// A number of things.
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn render(&self, thai: bool) -> String {
        match self {
            Self::Date(date) if thai => date.format(Style::ThaiAbbreviated).to_string(),
            Self::Date(date) => date.to_string(),
            Self::Instant(instant) if thai => format!(
                "{} เวลา {} น.",
                instant.date().format(Style::ThaiAbbreviated),
                instant.time_of_day()
            ),
            Self::Instant(instant) => instant.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Days(days) if thai => format!("{days} วัน"),
            Self::Days(1) => "1 day".to_owned(),
            Self::Days(days) => format!("{days} days"),
            Self::Word(word) => word.to_string(),
            Self::Text(text) => text.pick(thai).to_owned(),
            Self::List(texts) => join(texts, thai),
        }
    }
}

fn join(texts: &[Text], thai: bool) -> String {
    let words: Vec<&str> = texts.iter().map(|text| text.pick(thai)).collect();
    words.join(", ")
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_struct("Message", 2)?;
        pair.serialize_field("th", &self.th())?;
        pair.serialize_field("en", &self.en())?;
        pair.end()
    }
}

impl JsonSchema for Message {
    fn schema_name() -> Cow<'static, str> {
        WireText::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        WireText::json_schema(generator)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en())
    }
}
