//! What a type looks like on the wire, as constant data: fields with their titles, lengths, choices, what is
//! personal. Everything that speaks of a document reads it: the explanation of a refused one, forms,
//! schemas, what is withheld from a view, and what every language makes its own types from.
//!
//! `derive(Shape)` makes it from the type itself, so that a field is described once. This room does not
//! know which types there are.
//!
//! ```
//! use bosoto::actor::Actor;
//! use bosoto::shape::{Shaped, Ty};
//!
//! let Ty::Record(actor) = Actor::TY else { panic!("an object") };
//! let names: Vec<&str> = actor.fields.iter().map(|field| field.name()).collect();
//! assert_eq!(names, ["role", "organisation", "user_id"]);
//! assert!(!actor.fields[2].required);
//! ```

use std::borrow::Cow;
use std::sync::Arc;

use super::characters;
use super::fault::Place;
use super::rule::Rule;
use super::text::{Said, Text};
use super::wording::Wording;

pub use bosoto_macros::Shape;

/// A type with a shape.
pub trait Shaped {
    /// Its shape.
    const TY: Ty;

    /// Hands on every text in it, in the order of the wire. `ty` is its shape where it stands, which may allow less
    /// than its type. What a log keeps hands on none: it is read as it is.
    fn texts(&self, _ty: &'static Ty, _at: &Place<'_>, _to: &mut Texts) {}
}

/// What was found in the texts of a document that is sent: every one is handed on to it.
#[derive(Debug, Default)]
pub struct Texts {
    /// The first that no document may have, with what it may be and its JSON Pointer.
    pub problem: Option<(TextProblem, Chars, String)>,
    /// The JSON Pointers of those in which there is nothing to read, which is for a rule to refuse.
    pub blanks: Vec<String>,
}

impl Texts {
    /// The texts of a document.
    pub fn of<T: Shaped>(document: &T) -> Self {
        let mut texts = Self::default();
        document.texts(&T::TY, &Place::Root, &mut texts);
        texts
    }

    /// Looks at a text.
    #[inline]
    pub(crate) fn look(&mut self, text: &str, chars: &Chars, at: &Place<'_>) {
        if !chars.are_plainly(text) {
            self.judge(text, chars, at);
        }
    }

    #[cold]
    fn judge(&mut self, text: &str, chars: &Chars, at: &Place<'_>) {
        if characters::is_blank(text) {
            self.blanks.push(at.pointer());
        }
        if let Some(problem) = chars.problem(text) {
            self.problem
                .get_or_insert_with(|| (problem, *chars, at.pointer()));
        }
    }
}

/// The shape of a value.
#[derive(Debug, Clone, Copy)]
pub enum Ty {
    /// A text.
    Text(Chars),
    /// A whole number, the bounds included.
    Integer {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// One of these whole numbers.
    Numbers(&'static [i64]),
    /// `true` or `false`.
    Flag,
    /// Always this word.
    Constant(&'static str),
    /// A civil date (TM-1).
    Date,
    /// An instant (TM-1).
    Instant,
    /// One of several words.
    Words(&'static Words),
    /// One of the words that the lifecycles list under this name.
    Listed(&'static str),
    /// An object.
    Record(&'static Record),
    /// An object, told by the words in one or two of its fields.
    Tagged(&'static Tagged),
    /// One of several shapes, told by what it is.
    Either(&'static [Ty]),
    /// A list.
    List(&'static Ty, &'static Count),
    /// Any JSON: a document that is described elsewhere.
    Any,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chars {
    /// The fewest characters.
    pub fewest: u32,
    /// The most characters.
    pub most: u32,
    /// Whether it is a person's or written freely, so that it is withheld from whoever has no duty in the
    /// case (AD-07).
    pub private: bool,
    /// Whether a log in which it is longer or shorter is refused too; a document that is sent always is.
    pub enforced: bool,
    /// What it has to match, as a regular expression of JSON Schema.
    pub(crate) pattern: Wording,
}

/// The most characters of an id or a code.
pub const MOST_OF_A_CODE: u32 = 64;
/// The most characters of a name.
pub const MOST_OF_A_NAME: u32 = 200;
/// The most characters of any other text.
pub const MOST_OF_A_TEXT: u32 = 10_000;

impl Chars {
    /// A text that says nothing of a person.
    pub const PLAIN: Self = Self {
        fewest: 0,
        most: MOST_OF_A_TEXT,
        private: false,
        enforced: false,
        pattern: Wording::NONE,
    };
    /// An id or a code.
    pub const CODE: Self = Self {
        most: MOST_OF_A_CODE,
        ..Self::PLAIN
    };
    /// A text that is a person's, or written freely.
    pub const PRIVATE: Self = Self {
        private: true,
        ..Self::PLAIN
    };

    /// What is wrong with a text in a document that is sent, whatever a rule says of it.
    fn problem(self, text: &str) -> Option<TextProblem> {
        if characters::has_control(text) {
            return Some(TextProblem::Control);
        }
        (!self.fits(text)).then_some(TextProblem::Length)
    }

    /// Whether one look shows that nothing is wrong with a text: as many bytes are never more characters.
    fn are_plainly(&self, text: &str) -> bool {
        let is_short = usize::try_from(self.most).is_ok_and(|most| text.len() <= most);
        is_short && characters::are_plain(text.as_bytes())
    }

    /// Whether it has as many characters as are allowed.
    pub(crate) fn fits(self, text: &str) -> bool {
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        (self.fewest..=self.most).contains(&length)
    }
}

/// What can be wrong with any text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextProblem {
    /// A control character other than TAB, LF and CR.
    Control,
    /// More characters than are allowed.
    Length,
}

/// How many elements a list has.
#[derive(Debug, Clone, Copy)]
pub struct Count {
    /// The fewest.
    pub min: usize,
    /// The most.
    pub max: usize,
    /// Whether each is greater than the one before.
    pub rising: bool,
    /// The questions that the elements answer, one each, where it is a questionnaire.
    pub asked: &'static [Text],
}

impl Count {
    /// Any number.
    pub const ANY: Self = Self {
        min: 0,
        max: usize::MAX,
        rising: false,
        asked: &[],
    };
}

/// Words of which one is chosen.
#[derive(Debug)]
pub struct Words {
    /// The name of the type.
    pub name: &'static str,
    pub(crate) module: Wording,
    pub(crate) about: Wording,
    /// The words.
    pub words: &'static [Word],
}

impl Words {
    /// The module in which it is defined.
    pub fn module(&self) -> &'static str {
        self.module.words()
    }

    /// What it is.
    pub fn about(&self) -> &'static str {
        self.about.words()
    }

    /// The word of this name.
    pub fn word(&self, name: &str) -> Option<&'static Word> {
        self.words.iter().find(|word| word.name == name)
    }
}

/// A word with what it is called.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// On the wire.
    pub name: &'static str,
    /// For people: its title, and what else there is to say of it.
    pub said: Said,
}

impl Word {
    /// What it is called.
    pub const fn title(&self) -> Text {
        match self.said.title() {
            Some(title) => title,
            None => Text::NONE,
        }
    }

    /// What else there is to say of it.
    pub fn about(&self) -> &'static str {
        self.said.about()
    }
}

/// An object.
#[derive(Debug)]
pub struct Record {
    pub(crate) name: Wording,
    pub(crate) module: Wording,
    pub(crate) about: Wording,
    /// Whether a document may have no other fields.
    pub closed: bool,
    /// Whether all of it is a person's, so that it is withheld as a whole (AD-07).
    pub private: bool,
    /// Its fields, in the order of the wire.
    pub fields: &'static [Field],
}

impl Record {
    /// An object without fields.
    pub const NONE: &'static Self = &Self {
        name: Wording::NONE,
        module: Wording::NONE,
        about: Wording::NONE,
        closed: true,
        private: false,
        fields: &[],
    };

    /// The name of the type.
    pub fn name(&self) -> &'static str {
        self.name.words()
    }

    /// The module in which it is defined.
    pub fn module(&self) -> &'static str {
        self.module.words()
    }

    /// What it is.
    pub fn about(&self) -> &'static str {
        self.about.words()
    }

    /// Its fields, those of flattened ones in their place.
    pub fn flat(&self) -> Vec<&'static Field> {
        let mut flat = Vec::with_capacity(self.fields.len());
        for field in self.fields {
            if field.flattened {
                flat.extend(field.ty.record().flat());
            } else {
                flat.push(field);
            }
        }
        flat
    }

    /// Whether a text in it may be left out.
    pub fn has_optional_text(&self) -> bool {
        self.flat().iter().any(|field| {
            let ty = field.ty.of_element();
            let is_text = matches!(ty, Ty::Text(_)) && !field.required;
            is_text || ty.record().has_optional_text()
        })
    }

    /// The field at a JSON Pointer, where the object begins; nothing where there is none.
    pub fn field_at(&self, pointer: &str) -> Option<&'static Field> {
        let is_name = |part: &&str| part.starts_with(|c: char| !c.is_ascii_digit());
        let mut names = pointer.split('/').filter(is_name);
        let first = self.field(names.next()?)?;
        names.try_fold(first, |field, name| {
            field.ty.of_element().record().field(name)
        })
    }

    /// Where a JSON Pointer leads, as the places of its fields and items: smaller is earlier on the wire.
    pub fn places(&self, pointer: &str) -> Vec<usize> {
        let mut fields = self.flat();
        let place = |part: &str| {
            if let Ok(item) = part.parse() {
                return item;
            }
            let place = fields.iter().position(|field| field.name() == part);
            let inside = place.and_then(|place| fields.get(place));
            fields = inside.map_or_else(Vec::new, |field| field.ty.of_element().record().flat());
            place.unwrap_or_default()
        };
        pointer.split('/').skip(1).map(place).collect()
    }

    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.flat().into_iter().find(|field| field.name() == name)
    }
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub(crate) name: Wording,
    /// For people: its title, none where nobody reads it on a screen, and what else there is to say of it.
    pub said: Said,
    /// The rule for which it is asked, where it is not that of the whole.
    pub rule: Option<&'static Rule>,
    /// Its shape.
    pub ty: Ty,
    /// Whether a document always has it.
    pub required: bool,
    /// Whether its own fields stand in its place.
    pub flattened: bool,
    /// What it is where a document has none, as JSON.
    pub default: Option<&'static str>,
}

impl Field {
    /// Its name on the wire.
    pub fn name(&self) -> &'static str {
        self.name.words()
    }

    /// What it is called; nothing where nobody reads it on a screen.
    pub const fn title(&self) -> Option<Text> {
        self.said.title()
    }

    /// What else there is to say of it.
    pub fn about(&self) -> &'static str {
        self.said.about()
    }
}

/// Objects that are told by the words in one or two of their fields.
#[derive(Debug)]
pub struct Tagged {
    /// The name of the type.
    pub name: &'static str,
    pub(crate) module: Wording,
    /// What the names of its objects end with, beside the words that tell them.
    pub suffix: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The field that tells them.
    pub tag: &'static str,
    /// Each under its word.
    pub variants: &'static [Variant],
}

impl Tagged {
    /// The module in which it is defined.
    pub fn module(&self) -> &'static str {
        self.module.words()
    }
}

/// One of such objects.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    /// The word.
    pub name: &'static str,
    /// The field and the word that tell it further, where its word has several objects.
    pub detail: Option<(&'static str, &'static str)>,
    /// For people, where there is a text for it.
    pub title: Option<Text>,
    /// What it is.
    pub about: &'static str,
    /// The objects whose fields it has, one after the other; the last gives it its name.
    pub parts: &'static [&'static Record],
}

impl Variant {
    /// Its fields beside those that tell it.
    pub fn fields(&self) -> Vec<&'static Field> {
        self.parts.iter().flat_map(|part| part.flat()).collect()
    }

    /// Whether a document may have no other fields.
    pub fn closed(&self) -> bool {
        self.parts.iter().any(|part| part.closed)
    }
}

impl Ty {
    /// The object that this is; one without fields where it is none.
    pub const fn record(self) -> &'static Record {
        if let Self::Record(record) = self {
            record
        } else {
            Record::NONE
        }
    }

    /// The module in which it is defined; no words where it is none that is named.
    pub(crate) const fn module(self) -> Wording {
        if let Self::Record(record) = self {
            record.module
        } else if let Self::Words(words) = self {
            words.module
        } else if let Self::Tagged(tagged) = self {
            tagged.module
        } else {
            Wording::NONE
        }
    }

    /// Whether it is a person's or written freely, so that it is withheld as a whole (AD-07).
    pub const fn is_private(self) -> bool {
        if let Self::Text(chars) = self {
            chars.private
        } else if let Self::Record(record) = self {
            record.private
        } else {
            false
        }
    }

    /// Whether it is a civil date.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Date)
    }

    /// The shape of an element, where it is a list; itself where it is none.
    pub const fn of_element(self) -> Self {
        if let Self::List(element, _) = self {
            *element
        } else {
            self
        }
    }

    /// The same text with at most so many characters; anything else as it is.
    pub const fn at_most(self, most: u32) -> Self {
        if let Self::Text(chars) = self {
            Self::Text(Chars { most, ..chars })
        } else {
            self
        }
    }
}

macro_rules! shaped {
    ($($ty:ty => $shape:expr;)+) => {
        $( impl Shaped for $ty { const TY: Ty = $shape; } )+
    };
}

/// A text hands itself on.
macro_rules! a_text {
    ($str:ident) => {
        fn texts(
            &self,
            ty: &'static $crate::base::shape::Ty,
            at: &$crate::base::fault::Place<'_>,
            to: &mut $crate::base::shape::Texts,
        ) {
            if let $crate::base::shape::Ty::Text(chars) = ty {
                to.look(self.$str(), chars, at);
            }
        }
    };
}
pub(crate) use a_text;

impl Shaped for str {
    const TY: Ty = Ty::Text(Chars::PLAIN);
    a_text!(as_ref);
}

impl Shaped for String {
    const TY: Ty = Ty::Text(Chars::PLAIN);
    a_text!(as_str);
}

shaped! {
    bool => Ty::Flag;
    u8 => Ty::Integer { min: 0, max: u8::MAX as i64 };
    u16 => Ty::Integer { min: 0, max: u16::MAX as i64 };
    u32 => Ty::Integer { min: 0, max: u32::MAX as i64 };
    u64 => Ty::Integer { min: 0, max: super::private::LARGEST_WHOLE };
    usize => Ty::Integer { min: 0, max: super::private::LARGEST_WHOLE };
}

/// What lies behind a pointer, or may be absent, has the shape of what it holds.
macro_rules! same {
    ($($ty:ty),+) => {
        $( impl<T: Shaped + ?Sized> Shaped for $ty {
            const TY: Ty = T::TY;

            fn texts(&self, ty: &'static Ty, at: &Place<'_>, to: &mut Texts) {
                (**self).texts(ty, at, to);
            }
        } )+
    };
}

same!(&T, Box<T>, Arc<T>);

impl<T: Shaped> Shaped for Option<T> {
    const TY: Ty = T::TY;

    fn texts(&self, ty: &'static Ty, at: &Place<'_>, to: &mut Texts) {
        if let Some(value) = self {
            value.texts(ty, at, to);
        }
    }
}

impl<T: Shaped + ToOwned + ?Sized> Shaped for Cow<'_, T> {
    const TY: Ty = T::TY;

    fn texts(&self, ty: &'static Ty, at: &Place<'_>, to: &mut Texts) {
        (**self).texts(ty, at, to);
    }
}

impl<T: Shaped> Shaped for [T] {
    const TY: Ty = Ty::List(&T::TY, &Count::ANY);

    fn texts(&self, ty: &'static Ty, at: &Place<'_>, to: &mut Texts) {
        let element = if let Ty::List(element, _) = ty {
            element
        } else {
            ty
        };
        for (index, item) in self.iter().enumerate() {
            item.texts(element, &Place::Item(at, index), to);
        }
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    const TY: Ty = <[T]>::TY;

    fn texts(&self, ty: &'static Ty, at: &Place<'_>, to: &mut Texts) {
        self.as_slice().texts(ty, at, to);
    }
}

impl<T: Shaped, const N: usize> Shaped for [T; N] {
    const TY: Ty = Ty::List(
        &T::TY,
        &Count {
            min: N,
            max: N,
            ..Count::ANY
        },
    );
}
