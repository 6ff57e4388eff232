//! What can be wrong with a value: named faults, and their collection with the place of each.
//!
//! A judge of a value takes it as it is and answers with a fault or with nothing; it allocates
//! nothing and knows no place. Who asked adds the place. This room does not know what a command, a
//! form or a file is.

use std::panic::Location;

use serde::Serialize;

use super::rule::Rule;
use super::shape::{Field, Record, Shape};
use super::text::{Arg, Args, Text, text};

/// A required text with nothing in it.
pub static BLANK: Fault = Fault::plain(
    1,
    "blank",
    text!(
        "ต้องกรอกช่อง “{field}”",
        "“{field}” is required and must not be blank",
    ),
);

/// A text that may be left out, given with nothing in it.
pub static BLANK_GIVEN: Fault = Fault::plain(
    4,
    "blank_given",
    text!(
        "ช่อง “{field}” ไม่มีข้อความ โปรดกรอก หรือเว้นช่องนี้ไว้ ไม่ต้องส่ง",
        "“{field}” is blank; fill it in, or leave the field out",
    ),
);

/// What a text with nothing in it is, in this field.
pub(crate) fn blank_fault(field: &Field) -> &'static Fault {
    if field.required { &BLANK } else { &BLANK_GIVEN }
}

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
#[shape(name = "FindingSeverity")]
pub enum Severity {
    /// It is refused; a row with it is bad.
    #[title("ข้อผิดพลาด", "error")]
    Error,
    /// It is worth knowing, of records; a command takes it.
    #[title("คำเตือน", "warning")]
    Warning,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nature {
    /// A value that cannot be.
    Value,
    /// Something has to be there and is not.
    Missing,
    /// What is asked for was done already.
    Done,
}

/// A named fault: a constant that a judge returns.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// A number that never changes.
    pub number: u16,
    /// The rule that judges; none where only the command's own does.
    pub rule: Option<&'static Rule>,
    /// A name that never changes; the parts of one rule may share it.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub nature: Nature,
    /// In what words; `{field}` is the title of the field (with the number of the list item in which it
    /// lies), `{item}` that number by itself.
    pub text: Text,
    /// Whether a refusal of a command carries this rule instead of the command's own.
    pub speaks_for_itself: bool,
    /// Where it is defined.
    pub at: &'static Location<'static>,
}

impl Fault {
    /// A value that no field may have, whatever the rule.
    #[track_caller]
    pub(crate) const fn plain(number: u16, code: &'static str, text: Text) -> Self {
        Self {
            number,
            rule: None,
            code,
            severity: Severity::Error,
            nature: Nature::Value,
            text,
            speaks_for_itself: false,
            at: Location::caller(),
        }
    }

    /// A value that cannot be.
    #[track_caller]
    pub(crate) const fn value(
        number: u16,
        rule: &'static Rule,
        code: &'static str,
        text: Text,
    ) -> Self {
        Self {
            rule: Some(rule),
            ..Self::plain(number, code, text)
        }
    }

    /// Something that the value needs is not there.
    #[track_caller]
    pub(crate) const fn missing(
        number: u16,
        rule: &'static Rule,
        code: &'static str,
        text: Text,
    ) -> Self {
        Self {
            nature: Nature::Missing,
            ..Self::value(number, rule, code, text)
        }
    }

    /// What the value asks for was done already.
    #[track_caller]
    pub(crate) const fn done(
        number: u16,
        rule: &'static Rule,
        code: &'static str,
        text: Text,
    ) -> Self {
        Self {
            nature: Nature::Done,
            ..Self::value(number, rule, code, text)
        }
    }

    /// The same, as a warning.
    pub(crate) const fn warning(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }

    /// The rule that the refusal of a command carries: the command's, unless this speaks for itself.
    pub(crate) fn spoken_rule(&self, command: &'static Rule) -> &'static Rule {
        self.rule
            .filter(|_| self.speaks_for_itself)
            .unwrap_or(command)
    }

    /// The same; a refusal carries this rule and not the command's.
    pub(crate) const fn for_itself(self) -> Self {
        Self {
            speaks_for_itself: true,
            ..self
        }
    }
}

/// A place in a document, held on the stack: a pointer is written only when something is wrong.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// The whole.
    Root,
    /// A field.
    Field(&'a Place<'a>, &'static str),
    /// An item of a list, from 0.
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// The JSON Pointer, below what the root stands for.
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, pointer: &mut String) {
        match self {
            Self::Root => {}
            Self::Field(parent, name) => {
                parent.write(pointer);
                pointer.push('/');
                pointer.push_str(name);
            }
            Self::Item(parent, index) => {
                parent.write(pointer);
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
        }
    }

    /// The number, from 1, of the innermost item in which the place lies.
    fn item(&self) -> Option<usize> {
        match self {
            Self::Root => None,
            Self::Field(parent, _) => parent.item(),
            Self::Item(_, index) => Some(index.saturating_add(1)),
        }
    }
}

/// A fault that was found, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The fault.
    pub fault: &'static Fault,
    /// JSON Pointer below the root.
    pub pointer: String,
    /// What its text names.
    pub args: Args,
}

impl Finding {
    /// A text with nothing in it, at this pointer below the root of the object.
    pub(crate) fn blank(pointer: &str, object: &Record) -> Option<Self> {
        let fault = blank_fault(object.field_at(pointer)?);
        let item = pointer
            .rsplit('/')
            .find_map(|part| part.parse::<usize>().ok());
        let args = item.map_or(Args::NONE, |item| {
            Args::new([("item", Arg::count(item.saturating_add(1)))])
        });
        Some(Self {
            fault,
            pointer: pointer.to_owned(),
            args,
        })
    }
}

impl PartialEq for Fault {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

/// Faults as they are collected, at a place.
#[derive(Debug)]
pub struct Faults<'a> {
    found: &'a mut Vec<Finding>,
    at: Place<'a>,
}

impl<'a> Faults<'a> {
    /// A collection of faults of a whole document.
    pub(crate) fn of(found: &'a mut Vec<Finding>) -> Self {
        Self {
            found,
            at: Place::Root,
        }
    }

    /// The same collection at a field.
    pub(crate) fn field<'s>(&'s mut self, name: &'static str) -> Faults<'s> {
        Faults {
            found: self.found,
            at: Place::Field(&self.at, name),
        }
    }

    /// The same collection at an item, from 0.
    pub(crate) fn item<'s>(&'s mut self, index: usize) -> Faults<'s> {
        Faults {
            found: self.found,
            at: Place::Item(&self.at, index),
        }
    }

    /// A fault of the place itself.
    pub(crate) fn here(&mut self, fault: &'static Fault, args: Args) {
        let pointer = self.at.pointer();
        let args = match self.at.item() {
            Some(item) => args.with("item", Arg::count(item)),
            None => args,
        };
        self.found.push(Finding {
            fault,
            pointer,
            args,
        });
    }

    /// A fault of a field.
    pub(crate) fn add(&mut self, name: &'static str, fault: &'static Fault) {
        self.field(name).here(fault, Args::NONE);
    }

    /// A fault of a field whose text names something.
    pub(crate) fn add_with<const N: usize>(
        &mut self,
        name: &'static str,
        fault: &'static Fault,
        args: [(&'static str, Arg); N],
    ) {
        self.field(name).here(fault, Args::new(args));
    }

    /// A fault of a field if it holds.
    pub(crate) fn when(&mut self, wrong: bool, name: &'static str, fault: &'static Fault) {
        if wrong {
            self.add(name, fault);
        }
    }

    /// What a judge found in a field; a warning is none here.
    pub(crate) fn judged(&mut self, name: &'static str, verdict: Option<&'static Fault>) {
        if let Some(fault) = verdict.filter(|fault| fault.severity == Severity::Error) {
            self.add(name, fault);
        }
    }
}
