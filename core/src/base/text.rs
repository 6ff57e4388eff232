//! Texts in Thai and in English, and messages made from them.
//!
//! This room does not know who says what to whom.

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::calendar::{Date, Instant, Style};
use super::shape::{Shape, Shaped, Ty};
use super::wording::Wording;

/// A constant text: Thai first, English beside it.
///
/// ```
/// use bosoto::text::{Message, Text};
///
/// const DUE: Text = Text::given(&["ครบกำหนดใน {days} วัน", "due in {days} days"]);
/// let message = Message::new(DUE, [("days", 3_u32.into())]);
/// assert_eq!([message.th(), message.en()], ["ครบกำหนดใน 3 วัน", "due in 3 days"]);
/// assert_eq!(Message::from(DUE).unfilled().next(), Some("days"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text(Form);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    /// In the library's table.
    Kept(Wording, Wording),
    /// Of another crate.
    Given(&'static [&'static str; 2]),
}

impl Text {
    /// No words in either language.
    pub const NONE: Self = Self(Form::Kept(Wording::NONE, Wording::NONE));

    /// A text that another crate brings along: Thai, then English.
    #[must_use]
    pub const fn given(words: &'static [&'static str; 2]) -> Self {
        Self(Form::Given(words))
    }

    /// A text of the library. Only for constants, as `text!` makes them.
    pub(crate) const fn of(th: &str, en: &str) -> Self {
        Self(Form::Kept(Wording::of(th), Wording::of(en)))
    }

    /// Thai, as an official would write it.
    #[must_use]
    pub fn th(self) -> &'static str {
        match self.0 {
            Form::Kept(th, _) => th.words(),
            Form::Given([th, _]) => th,
        }
    }

    /// English counterpart.
    #[must_use]
    pub fn en(self) -> &'static str {
        match self.0 {
            Form::Kept(_, en) => en.words(),
            Form::Given([_, en]) => en,
        }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pair = f.debug_struct("Text");
        pair.field("th", &self.th())
            .field("en", &self.en())
            .finish()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        pair(self.th(), self.en(), serializer)
    }
}

/// Both languages, as they stand on the wire.
fn pair<S: Serializer>(th: &str, en: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut pair = serializer.serialize_struct("Text", 2)?;
    pair.serialize_field("th", th)?;
    pair.serialize_field("en", en)?;
    pair.end()
}

/// A constant text, `text!("ไทย", "English")`.
macro_rules! text {
    ($th:expr, $en:expr $(,)?) => {
        const { $crate::base::text::Text::of($th, $en) }
    };
}

pub(crate) use text;

/// A title and what else there is to say, as six bytes: there are thousands of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    th: Wording,
    en: Wording,
    about: Wording,
}

impl Said {
    /// The title, and the rest. Only for constants, as `said!` makes them.
    pub(crate) const fn of(th: &str, en: &str, about: &str) -> Self {
        Self {
            th: Wording::of(th),
            en: Wording::of(en),
            about: Wording::of(about),
        }
    }

    /// The title; none where it has no words.
    pub const fn title(self) -> Option<Text> {
        if self.th.is_none() {
            return None;
        }
        Some(Text(Form::Kept(self.th, self.en)))
    }

    /// What else there is to say; often nothing.
    pub fn about(self) -> &'static str {
        self.about.words()
    }
}

/// A title in Thai and English, and what else there is to say, as one constant.
macro_rules! said {
    ($th:expr, $en:expr) => {
        $crate::base::text::said!($th, $en, "")
    };
    ($th:expr, $en:expr, $about:literal) => {
        const { $crate::base::text::Said::of($th, $en, $about) }
    };
}

pub(crate) use said;

impl Text {
    fn pick(self, thai: bool) -> &'static str {
        if thai { self.th() } else { self.en() }
    }

    fn quoted(self, thai: bool) -> String {
        if thai {
            format!("“{}”", self.th())
        } else {
            self.en().to_owned()
        }
    }
}

/// The shape of every bilingual text on the wire: `{"th": …, "en": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Shape, Serialize)]
#[serde(deny_unknown_fields)]
#[shape(name = "Text")]
pub struct WireText {
    /// Thai.
    #[title("ข้อความภาษาไทย", "Thai text")]
    pub th: String,
    /// English.
    #[title("ข้อความภาษาอังกฤษ", "English text")]
    pub en: String,
}

impl Shaped for Text {
    const TY: Ty = WireText::TY;
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
    /// One of several such words.
    Words(&'static [&'static str]),
    /// A text with a wording of its own in each language.
    Text(Text),
    /// One of several such texts.
    List(Cow<'static, [Text]>),
    /// The same, each of them a name that stands in quotes.
    Names(Cow<'static, [Text]>),
    /// One of several numbers.
    Numbers(Cow<'static, [u32]>),
    /// So many hours, with the word; whole days are named first.
    Hours(u32),
    /// The title of a field, with the number of the list item in which it lies.
    Field(Text, Option<u32>),
    /// Words of which only the English are given, with what the Thai says instead.
    Said(&'static str, Cow<'static, str>),
    /// A message within a message.
    Message(Box<Message>),
    /// Whatever something constant has to say of itself, under several names.
    Of(Subject),
}

/// Something constant that a message is about: it knows what stands under each name of the wording, and is
/// asked only when the message is read.
pub trait Speaks: Sync {
    /// What it is called, so that two can be told apart.
    fn called(&self) -> [&'static str; 2];

    /// What stands under a name, seen from one of several sides.
    fn says(&self, name: &str, side: Option<u8>) -> Option<Arg>;
}

/// What a message is about, and from which side it is seen.
#[derive(Clone, Copy)]
pub struct Subject {
    /// What it is about.
    pub of: &'static dyn Speaks,
    /// The side, as it numbers them.
    pub side: Option<u8>,
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        (self.of.called(), self.side) == (other.of.called(), other.side)
    }
}

impl Eq for Subject {}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.of.called(), self.side)
    }
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

    /// All that this says of itself.
    pub(crate) fn of(subject: Subject) -> Self {
        Self(vec![("", Arg::Of(subject))])
    }

    /// The same arguments and one more.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.0.push((name, arg));
        self
    }

    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, Arg>> {
        self.0.iter().find_map(|(known, arg)| {
            if let Arg::Of(subject) = arg {
                subject.of.says(name, subject.side).map(Cow::Owned)
            } else {
                (*known == name).then_some(Cow::Borrowed(arg))
            }
        })
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

    /// The places of the wording that no argument fills: none, or the message is wrong.
    ///
    pub fn unfilled(&self) -> impl Iterator<Item = &'static str> {
        placeholders(self.text.th())
            .chain(placeholders(self.text.en()))
            .filter(|name| self.args.get(name).is_none())
    }

    /// The Thai wording with its places filled; one that nothing fills stays as it is, to be seen.
    pub fn th(&self) -> String {
        self.render(self.text.th(), true)
    }

    /// The English wording with its places filled.
    pub fn en(&self) -> String {
        self.render(self.text.en(), false)
    }

    fn render(&self, template: &str, thai: bool) -> String {
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                break;
            };
            match self.args.get(name) {
                Some(arg) => out.push_str(&arg.render(thai)),
                None => out.extend(["{", name, "}"]),
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

    /// The number, if it is one.
    pub(crate) fn number(&self) -> Option<i64> {
        if let Self::Number(number) = self {
            Some(*number)
        } else {
            None
        }
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
            Self::Words(words) => one_of(words.iter().map(ToString::to_string), thai),
            Self::Text(text) => text.pick(thai).to_owned(),
            Self::List(texts) => one_of(texts.iter().map(|text| text.pick(thai).to_owned()), thai),
            Self::Names(texts) => one_of(texts.iter().map(|text| text.quoted(thai)), thai),
            Self::Numbers(numbers) => one_of(numbers.iter().map(u32::to_string), thai),
            Self::Hours(hours) => spell_hours(*hours, thai),
            Self::Field(title, None) => title.pick(thai).to_owned(),
            Self::Field(title, Some(item)) if thai => format!("{} (ข้อ {item})", title.th()),
            Self::Field(title, Some(item)) => format!("{} (item {item})", title.en()),
            Self::Said(th, _) if thai => (*th).to_owned(),
            Self::Said(_, en) => en.to_string(),
            Self::Message(message) if thai => message.th(),
            Self::Message(message) => message.en(),
            Self::Of(subject) => subject.of.called().join(" "),
        }
    }
}

/// Alternatives as a sentence names them.
fn one_of(words: impl Iterator<Item = String>, thai: bool) -> String {
    let mut words: Vec<String> = words.collect();
    let Some(last) = words.pop() else {
        return String::new();
    };
    if words.is_empty() {
        return last;
    }
    let or = if thai { "หรือ" } else { "or" };
    format!("{} {or} {last}", words.join(", "))
}

fn spell_hours(hours: u32, thai: bool) -> String {
    const OF_A_DAY: u32 = 24;
    let days = i64::from(hours / OF_A_DAY);
    let word = if thai {
        "ชั่วโมง"
    } else {
        "hours"
    };
    if hours.is_multiple_of(OF_A_DAY) {
        let days = Arg::Days(days).render(thai);
        format!("{days} ({hours} {word})")
    } else {
        format!("{hours} {word}")
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        pair(&self.th(), &self.en(), serializer)
    }
}

impl Shaped for Message {
    const TY: Ty = WireText::TY;
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(arg: &Arg) -> [String; 2] {
        [arg.render(true), arg.render(false)]
    }

    const ONE: Text = text!("หนึ่ง", "one");
    const TWO: Text = text!("สอง", "two");

    #[test]
    fn alternatives_read_as_a_sentence_names_them() {
        let three = Arg::List(vec![ONE, TWO, ONE].into());
        assert_eq!(both(&three), ["หนึ่ง, สอง หรือ หนึ่ง", "one, two or one"]);
        assert_eq!(both(&Arg::List(vec![TWO].into())), ["สอง", "two"]);
        assert_eq!(both(&Arg::List(Cow::Borrowed(&[]))), ["", ""]);
        let names = Arg::Names(vec![ONE, TWO].into());
        assert_eq!(both(&names), ["“หนึ่ง” หรือ “สอง”", "one or two"]);
        let numbers = Arg::Numbers(vec![90, 120].into());
        assert_eq!(both(&numbers), ["90 หรือ 120", "90 or 120"]);
    }

    #[test]
    fn hours_that_are_whole_days_name_the_days() {
        let week = ["7 วัน (168 ชั่วโมง)", "7 days (168 hours)"];
        assert_eq!(both(&Arg::Hours(168)), week);
        assert_eq!(both(&Arg::Hours(100)), ["100 ชั่วโมง", "100 hours"]);
    }

    #[test]
    fn a_field_of_a_list_names_the_item() {
        assert_eq!(both(&Arg::Field(ONE, None)), ["หนึ่ง", "one"]);
        let second = Arg::Field(ONE, Some(2));
        assert_eq!(both(&second), ["หนึ่ง (ข้อ 2)", "one (item 2)"]);
    }

    #[test]
    fn a_place_that_one_language_alone_has_is_unfilled_too() {
        let message = Message::new(
            text!("ครบ {days}", "{days} since {day}"),
            [("days", Arg::Days(3))],
        );
        assert_eq!(message.unfilled().collect::<Vec<_>>(), ["day"]);
        assert_eq!(message.en(), "3 days since {day}", "and is seen");
    }
}
