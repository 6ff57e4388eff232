//! Why a document cannot be used: the parsed JSON walked along the shape of the type. Names the code and the
//! place of the first thing that is wrong, in document order (the tag of an object before its other fields),
//! and what was expected there. No message repeats a value of the input.

use serde_json::{Map, Value};

use super::error::{self, ErrorCode, WireError, push_front, word};
use super::{TAG, words};
use crate::base::calendar::{CalendarError, Date, Instant};
use crate::base::private::LARGEST_WHOLE;
use crate::base::shape::{Chars, Count, Field, Record, Tagged, TextProblem, Ty, Variant};
use crate::base::text::{Arg, Message, Text};

type Explained = Result<(), WireError>;

/// Finds what is wrong with a document of this shape.
pub(super) fn explain(value: &Value, ty: Ty) -> Explained {
    refuse_null(value)?;
    walk(value, ty)
}

/// A field without a value is left out, never `null`.
fn refuse_null(value: &Value) -> Explained {
    match value {
        Value::Null => Err(here(ErrorCode::WrongType, error::NULL)),
        Value::Array(items) => each(items, refuse_null),
        Value::Object(fields) => fields
            .iter()
            .try_for_each(|(name, field)| under(name, refuse_null(field))),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

fn walk(value: &Value, ty: Ty) -> Explained {
    match ty {
        Ty::Text(chars) => text(value, chars),
        Ty::Integer { min, max } => whole(value, min, max),
        Ty::Numbers(_) => whole(value, 0, 0),
        Ty::Flag => expect(value.is_boolean(), words::FLAG),
        Ty::Date => parsed(value, words::DATE, |text| Date::parse(text).err()),
        Ty::Instant => parsed(value, words::INSTANT, |text| Instant::parse(text).err()),
        Ty::Words(known) => {
            let names: Vec<&str> = known.words.iter().map(|word| word.name).collect();
            one_of(value, words::WORD, &names)
        }
        Ty::Constant(name) => one_of(value, words::WORD, &[name]),
        Ty::Listed(_) => expect(value.is_string(), words::WORD),
        Ty::Record(record) => match value.as_object() {
            Some(fields) => object(fields, record),
            None => expect(false, words::OBJECT),
        },
        Ty::Tagged(tagged) => match value.as_object() {
            Some(fields) => sum(fields, tagged),
            None => expect(false, words::sum(tagged.name)),
        },
        Ty::List(element, count) => list(value, *element, *count),
        Ty::Either(_) | Ty::Any => Ok(()),
    }
}

fn text(value: &Value, chars: Chars) -> Explained {
    let Value::String(text) = value else {
        return expect(false, words::TEXT);
    };
    if chars.enforced && !chars.fits(text) {
        return Err(text_problem(TextProblem::Length, chars));
    }
    Ok(())
}

/// What is wrong with a text, in words.
pub(super) fn text_problem(problem: TextProblem, chars: Chars) -> WireError {
    let number = |name, number: u32| (name, Arg::Number(number.into()));
    match problem {
        TextProblem::Control => here(ErrorCode::Malformed, error::CONTROL),
        TextProblem::Length if chars.fewest == 0 => {
            let args = [number("most", chars.most)];
            here(ErrorCode::WrongLength, Message::new(error::TOO_LONG, args))
        }
        TextProblem::Length => {
            let args = [number("fewest", chars.fewest), number("most", chars.most)];
            let message = Message::new(error::TEXT_LENGTH, args);
            here(ErrorCode::WrongLength, message)
        }
    }
}

/// A whole number, also one written as `30.0`. Where it has to lie is for the rules to say; here it only has
/// to be one that every reader of JSON keeps exactly, where the shape asks for no less.
fn whole(value: &Value, min: i64, max: i64) -> Explained {
    let (is_whole, is_exact) = match (value.as_i64(), value.as_f64()) {
        (Some(number), _) => (true, (-LARGEST_WHOLE..=LARGEST_WHOLE).contains(&number)),
        (None, Some(number)) => (number.fract() == 0.0, number.abs() <= LARGEST_WHOLE as f64),
        (None, None) => (false, false),
    };
    if is_whole && !is_exact && max >= LARGEST_WHOLE {
        let args = [("min", Arg::Number(min)), ("max", Arg::Number(max))];
        return Err(here(ErrorCode::WrongType, Message::new(error::RANGE, args)));
    }
    expect(is_whole, words::WHOLE)
}

fn parsed(
    value: &Value,
    expected: Text,
    problem: impl FnOnce(&str) -> Option<CalendarError>,
) -> Explained {
    let Value::String(text) = value else {
        return expect(false, expected);
    };
    match problem(text) {
        None => Ok(()),
        Some(problem) => Err(here(ErrorCode::Malformed, problem.text())),
    }
}

fn one_of(value: &Value, expected: Text, names: &[&str]) -> Explained {
    match value.as_str() {
        Some(name) if names.contains(&name) => Ok(()),
        Some(_) => {
            let args = [("expected", word(listed(names)))];
            let message = Message::new(error::UNKNOWN_VALUE, args);
            Err(here(ErrorCode::UnknownValue, message))
        }
        None => expect(false, expected),
    }
}

fn object(fields: &Map<String, Value>, record: &'static Record) -> Explained {
    let known = record.flat();
    let names: Vec<&str> = known.iter().map(|field| field.name()).collect();
    in_order(fields).try_for_each(|(name, value)| {
        one_field(name, value, &known, &names, record.closed)
            .map_err(|problem| hinted(problem, record, name))
    })?;
    required(fields, &known)
}

fn sum(fields: &Map<String, Value>, tagged: &'static Tagged) -> Explained {
    let Some(tag) = fields.get(tagged.tag) else {
        return Err(missing(tagged.tag));
    };
    let names: Vec<&str> = tagged.variants.iter().map(|variant| variant.name).collect();
    under(tagged.tag, one_of(tag, words::NAME, &names))?;
    let mut variants = tagged.variants.iter();
    match variants.find(|variant| *tag == variant.name) {
        Some(variant) => told(fields, tagged.tag, variant),
        None => Ok(()),
    }
}

fn told(fields: &Map<String, Value>, tag: &str, variant: &'static Variant) -> Explained {
    let known = variant.fields();
    let own = variant.parts.iter().find(|part| part.closed);
    let own = own.map_or_else(Vec::new, |part| part.flat());
    let names: Vec<&str> = own.iter().map(|field| field.name()).collect();
    let mut rest = fields.iter().filter(|(name, _)| *name != tag);
    rest.try_for_each(|(name, value)| one_field(name, value, &known, &names, variant.closed()))?;
    required(fields, &own)?;
    required(fields, &known)
}

fn one_field(
    name: &str,
    value: &Value,
    known: &[&'static Field],
    names: &[&str],
    closed: bool,
) -> Explained {
    match known.iter().find(|field| field.name() == name) {
        Some(field) => under(name, walk(value, field.ty)),
        None if closed => Err(unknown(name, names)),
        None => Ok(()),
    }
}

/// A person's day that is not known, as only the year is, is left out where a document may lack it.
fn hinted(problem: WireError, record: &Record, name: &str) -> WireError {
    let may_lack = |field: &Field| !field.required && field.ty.is_date();
    let personal = record.private && record.field(name).is_some_and(may_lack);
    if !personal || problem.code != ErrorCode::Malformed {
        return problem;
    }
    let args = [("problem", Arg::Text(problem.message.text))];
    WireError {
        message: Message::new(error::UNKNOWN_DAY, args),
        ..problem
    }
}

/// The error stands at the first that is missing, and names them all.
fn required(fields: &Map<String, Value>, known: &[&'static Field]) -> Explained {
    let needed = known.iter().filter(|field| field.required);
    let absent = needed.filter(|field| !fields.contains_key(field.name()));
    let names: Vec<&'static str> = absent.map(|field| field.name()).collect();
    match names.as_slice() {
        [] => Ok(()),
        [one] => Err(missing(one)),
        [first, ..] => {
            let args = [("fields", word(listed(&names)))];
            let message = Message::new(error::MISSING_FIELDS, args);
            Err(at(first, ErrorCode::MissingField, message))
        }
    }
}

fn list(value: &Value, element: Ty, count: Count) -> Explained {
    let expected = if count.asked.is_empty() {
        words::LIST
    } else {
        words::ANSWERS
    };
    let Value::Array(items) = value else {
        return expect(false, expected);
    };
    // How many a list may have is otherwise for the rules to say.
    if count.min == count.max && items.len() != count.min {
        let message = Message::new(error::WRONG_LENGTH, [("expected", Arg::Text(expected))]);
        return Err(here(ErrorCode::WrongLength, message));
    }
    each(items, |item| walk(item, element))
}

/// The fields as they stand, the one that tells what the object is before the others.
fn in_order(fields: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let first = fields.get_key_value(TAG);
    let rest = fields.iter().filter(|(name, _)| *name != TAG);
    first.into_iter().chain(rest)
}

fn each(items: &[Value], explain: impl Fn(&Value) -> Explained) -> Explained {
    let mut items = items.iter().enumerate();
    items.try_for_each(|(index, item)| under(&index.to_string(), explain(item)))
}

fn under(segment: &str, explained: Explained) -> Explained {
    explained.map_err(|mut problem| {
        push_front(&mut problem.pointer, segment);
        problem
    })
}

fn here(code: ErrorCode, message: impl Into<Message>) -> WireError {
    WireError::new(code, "", message)
}

fn expect(holds: bool, expected: Text) -> Explained {
    if holds {
        return Ok(());
    }
    let message = Message::new(error::WRONG_TYPE, [("expected", Arg::Text(expected))]);
    Err(here(ErrorCode::WrongType, message))
}

fn missing(name: &'static str) -> WireError {
    let message = Message::new(error::MISSING_FIELD, [("field", word(name))]);
    at(name, ErrorCode::MissingField, message)
}

fn unknown(name: &str, known: &[&str]) -> WireError {
    let message = match known {
        [] => error::NO_FIELD.into(),
        _ => Message::new(error::UNKNOWN_FIELD, [("expected", word(listed(known)))]),
    };
    at(name, ErrorCode::UnknownField, message)
}

fn at(name: &str, code: ErrorCode, message: Message) -> WireError {
    let mut problem = here(code, message);
    push_front(&mut problem.pointer, name);
    problem
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
