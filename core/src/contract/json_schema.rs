//! JSON Schema (draft 2020-12) of a shape: the one emitter, for the schemas of documents and for forms.
//!
//! Each type is a definition of its own under its name, each variant of a sum too, so that generated code
//! has the names of the contract and an added command renames nothing. Variants are told by a constant.
//!
//! This room does not know what a document means, only its shape.

use serde_json::{Map, Value};

use super::registry;
use crate::base::shape::{Chars, Count, Field, Record, Tagged, Ty, Variant, Words};
use crate::base::text::Text;
use crate::lifecycles::any;

/// The meta-schema of everything that is written here.
pub(super) const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The annotation that holds the titles of a field or a word in both languages, `{"th": …, "en": …}`.
pub const TITLE: &str = "x-title";

/// In which language titles stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Titles {
    /// Both, in the descriptions: a title would become the name of a type in generated code.
    Described,
    /// Thai.
    Thai,
    /// English.
    English,
}

/// Writes schemas, and gathers the definitions that they name.
pub(super) struct Emitter {
    titles: Titles,
    /// Whether types of several lifecycles stand side by side, so that their names need the lifecycle's.
    several: bool,
    /// Whether it is a document that is sent, whose texts have a length.
    sent: bool,
    definitions: Map<String, Value>,
}

impl Emitter {
    pub(super) fn new(titles: Titles, several: bool) -> Self {
        Self {
            titles,
            several,
            sent: false,
            definitions: Map::new(),
        }
    }

    /// The same, of a document that is sent where this says so: its texts have a length. Those of a log are read
    /// as they are.
    pub(super) fn sent(self, sent: bool) -> Self {
        Self { sent, ..self }
    }

    /// The definitions that were named so far.
    pub(super) fn definitions(self) -> Map<String, Value> {
        let mut definitions = self.definitions;
        definitions.sort_keys();
        definitions
    }

    /// The schema of a shape, itself and not a reference to it.
    pub(super) fn written_out(&mut self, ty: Ty) -> Value {
        match ty {
            Ty::Text(chars) => text(chars, self.sent),
            Ty::Integer { min, max } => integer(min, max),
            Ty::Numbers(numbers) => {
                keywords(vec![("type", "integer".into()), ("enum", numbers.into())])
            }
            Ty::Flag => keywords(vec![("type", "boolean".into())]),
            Ty::Constant(word) => constant(word),
            Ty::Date => keywords(vec![
                ("type", "string".into()),
                ("format", "date".into()),
                ("pattern", DATE.into()),
            ]),
            Ty::Instant => keywords(vec![
                ("type", "string".into()),
                ("format", "date-time".into()),
                ("pattern", INSTANT.into()),
            ]),
            Ty::Words(words) => self.words(words),
            Ty::Listed(name) => self.listed(name),
            Ty::Record(record) => self.record(record),
            Ty::Tagged(tagged) => self.tagged(tagged),
            Ty::Either(all) => {
                let all: Vec<Value> = all.iter().map(|one| self.named(*one)).collect();
                keywords(vec![("anyOf", all.into())])
            }
            Ty::List(element, count) => self.list(*element, *count),
            Ty::Any => keywords(vec![]),
        }
    }

    /// The schema of a shape: a reference to its definition, where it has a name.
    pub(super) fn named(&mut self, ty: Ty) -> Value {
        let (name, module) = match ty {
            Ty::Record(record) => (record.name(), record.module()),
            Ty::Words(words) => (words.name, words.module()),
            Ty::Tagged(tagged) => (tagged.name, tagged.module()),
            Ty::Listed(name) => (name, ""),
            Ty::Text(_)
            | Ty::Integer { .. }
            | Ty::Numbers(_)
            | Ty::Flag
            | Ty::Constant(_)
            | Ty::Date
            | Ty::Instant
            | Ty::Either(_)
            | Ty::List(..)
            | Ty::Any => return self.written_out(ty),
        };
        let name = self.name(name, module);
        self.define(name, |emitter| emitter.written_out(ty))
    }

    fn define(&mut self, name: String, write: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.definitions.contains_key(&name) {
            // A place for it first: what it holds may name it.
            self.definitions.insert(name.clone(), Value::Null);
            let schema = write(self);
            self.definitions.insert(name.clone(), schema);
        }
        keywords(vec![("$ref", format!("#/$defs/{name}").into())])
    }

    /// A type's name, with that of its lifecycle where types of several stand side by side.
    fn name(&self, name: &str, module: &str) -> String {
        match lifecycle_of(module) {
            Some(lifecycle) if self.several => format!("{}{name}", camel(lifecycle)),
            _ => name.to_owned(),
        }
    }

    fn words(&self, words: &Words) -> Value {
        let titles: Vec<(&str, Text)> = words
            .words
            .iter()
            .map(|word| (word.name, word.title()))
            .collect();
        self.one_of(&titles, words.about())
    }

    fn listed(&self, name: &str) -> Value {
        let (titles, about) = registry::listed(name);
        self.one_of(&titles, about)
    }

    fn one_of(&self, words: &[(&str, Text)], about: &str) -> Value {
        let choice = |th: bool| -> Vec<Value> {
            let title = |text: Text| if th { text.th() } else { text.en() };
            let one = |(name, text): &(&str, Text)| {
                keywords(vec![
                    ("const", (*name).into()),
                    ("title", title(*text).into()),
                    (TITLE, in_both(*text)),
                ])
            };
            words.iter().map(one).collect()
        };
        match self.titles {
            Titles::Described => {
                let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
                let said: Vec<String> = words
                    .iter()
                    .map(|(name, text)| format!("`{name}`: {} ({})", text.th(), text.en()))
                    .collect();
                let about = format!("{about}\n\n{}", said.join("\n"));
                keywords(vec![
                    ("type", "string".into()),
                    ("enum", names.into()),
                    ("description", about.trim().into()),
                ])
            }
            Titles::Thai => keywords(vec![
                ("type", "string".into()),
                ("oneOf", choice(true).into()),
            ]),
            Titles::English => keywords(vec![
                ("type", "string".into()),
                ("oneOf", choice(false).into()),
            ]),
        }
    }

    fn record(&mut self, record: &'static Record) -> Value {
        self.object(&[], &record.flat(), record.closed, record.about())
    }

    fn tagged(&mut self, tagged: &'static Tagged) -> Value {
        let all: Vec<Value> = tagged
            .variants
            .iter()
            .map(|variant| self.variant(tagged, variant))
            .collect();
        if all.is_empty() {
            return keywords(vec![
                ("not", keywords(vec![])),
                ("description", tagged.about.into()),
            ]);
        }
        let mut schema = Map::new();
        if tagged.variants.iter().all(|one| one.detail.is_none()) {
            schema.extend(self.told_first(tagged, &all));
        }
        schema.insert("oneOf".to_owned(), all.into());
        schema.insert("description".to_owned(), tagged.about.into());
        Value::Object(schema)
    }

    /// A reference to what a validator asks before it tries every variant: the word that tells them, then the
    /// variant of this word alone. Its first complaint is then about the variant that was meant. What generates
    /// code reads the variants from `oneOf`.
    fn told_first(&mut self, tagged: &'static Tagged, all: &[Value]) -> Map<String, Value> {
        let (tag, variants) = (tagged.tag, tagged.variants);
        let with = |words: Value| {
            let properties = Map::from_iter([(tag.to_owned(), words)]);
            keywords(vec![
                ("type", "object".into()),
                ("properties", properties.into()),
                ("required", vec![tag].into()),
            ])
        };
        let words: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
        let known = with(keywords(vec![("enum", words.into())]));
        let mut rules = vec![keywords(vec![("if", known.clone()), ("else", known)])];
        for (variant, schema) in variants.iter().zip(all) {
            rules.push(keywords(vec![
                ("if", with(keywords(vec![("const", variant.name.into())]))),
                ("then", schema.clone()),
            ]));
        }
        let name = self.name(&format!("{}By{}", tagged.name, camel(tag)), tagged.module());
        let told = self.define(name, |_| keywords(vec![("allOf", rules.into())]));
        Map::from_iter(told.as_object().cloned().unwrap_or_default())
    }

    fn variant(&mut self, tagged: &'static Tagged, variant: &'static Variant) -> Value {
        let mut told: Vec<(&str, &str)> = vec![(tagged.tag, variant.name)];
        told.extend(variant.detail);
        let words: Vec<String> = told.iter().map(|(_, word)| camel(word)).collect();
        let name = self.name(
            &format!("{}{}", words.concat(), tagged.suffix),
            tagged.module(),
        );
        let about = match variant.title {
            Some(title) => format!("{} ({}). {}", title.th(), title.en(), variant.about),
            None => variant.about.to_owned(),
        };
        let title = name.clone();
        self.define(name, |emitter| {
            let mut schema = emitter.object(&told, &variant.fields(), variant.closed(), &about);
            if let Some(fields) = schema.as_object_mut() {
                fields.shift_insert(0, "title".to_owned(), title.into());
            }
            schema
        })
    }

    /// An object with the fields that tell it, then its own.
    fn object(
        &mut self,
        told: &[(&str, &str)],
        fields: &[&'static Field],
        closed: bool,
        about: &str,
    ) -> Value {
        let mut properties = Map::new();
        let mut required: Vec<&str> = Vec::new();
        for (name, word) in told {
            properties.insert((*name).to_owned(), constant(word));
            required.push(name);
        }
        for field in fields {
            properties.insert(field.name().to_owned(), self.field(field));
        }
        let needed = fields.iter().filter(|field| field.required);
        required.extend(needed.map(|field| field.name()));
        let mut schema = keywords(vec![
            ("type", "object".into()),
            ("properties", properties.into()),
        ]);
        if let Some(schema) = schema.as_object_mut() {
            if !about.is_empty() && self.titles == Titles::Described {
                schema.insert("description".to_owned(), about.into());
            }
            if !required.is_empty() {
                schema.insert("required".to_owned(), required.into());
            }
            if closed {
                schema.insert("additionalProperties".to_owned(), false.into());
            }
        }
        schema
    }

    /// A field: its shape, with what is said of it.
    pub(super) fn field(&mut self, field: &Field) -> Value {
        let schema = self.named(field.ty);
        let mut said = Map::new();
        match (self.titles, field.title()) {
            (Titles::Described, _) => {
                let about = described(field);
                if !about.is_empty() {
                    said.insert("description".to_owned(), about.into());
                }
            }
            (Titles::Thai, Some(title)) => said.extend(titled(title.th(), title)),
            (Titles::English, Some(title)) => said.extend(titled(title.en(), title)),
            (Titles::Thai | Titles::English, None) => {}
        }
        if let Some(default) = field.default {
            let default = serde_json::from_str(default).unwrap_or_default();
            said.insert("default".to_owned(), default);
        }
        beside(schema, said)
    }

    fn list(&mut self, element: Ty, count: Count) -> Value {
        let mut schema = keywords(vec![
            ("type", "array".into()),
            ("items", self.named(element)),
        ]);
        if let Some(schema) = schema.as_object_mut() {
            if count.min > 0 {
                schema.insert("minItems".to_owned(), count.min.into());
            }
            if count.max < usize::MAX {
                schema.insert("maxItems".to_owned(), count.max.into());
            }
            if count.rising {
                schema.insert("uniqueItems".to_owned(), true.into());
            }
        }
        schema
    }
}

/// A schema of these keywords.
pub(super) fn keywords(keywords: Vec<(&str, Value)>) -> Value {
    let keywords = keywords.into_iter();
    let named = keywords.map(|(name, value)| (name.to_owned(), value));
    Value::Object(named.collect())
}

/// A text in both languages.
pub(super) fn in_both(text: Text) -> Value {
    keywords(vec![("th", text.th().into()), ("en", text.en().into())])
}

/// A title in the language asked for, and in both.
fn titled(asked: &str, both: Text) -> [(String, Value); 2] {
    [
        ("title".to_owned(), asked.into()),
        (TITLE.to_owned(), in_both(both)),
    ]
}

/// What is said of a field, where titles have no place of their own.
pub fn described(field: &Field) -> String {
    let mut about = match field.title() {
        Some(title) => format!("{} ({}).", title.th(), title.en()),
        None => String::new(),
    };
    if let Some(rule) = field.rule {
        about = format!("{about} {rule}.");
    }
    let more = !field.about().is_empty()
        && field
            .title()
            .is_none_or(|title| title.th() != field.about());
    if more {
        about = format!("{about} {}", field.about());
    }
    about.trim().to_owned()
}

/// A schema with keywords beside it; a reference then stands in `allOf`, as many tools read nothing beside one.
pub(super) fn beside(schema: Value, said: Map<String, Value>) -> Value {
    if said.is_empty() {
        return schema;
    }
    let is_reference = schema.get("$ref").is_some();
    let mut schema = if is_reference {
        keywords(vec![("allOf", vec![schema].into())])
    } else {
        schema
    };
    if let Some(fields) = schema.as_object_mut() {
        fields.extend(said);
    }
    schema
}

fn constant(word: &str) -> Value {
    keywords(vec![("type", "string".into()), ("const", word.into())])
}

fn text(chars: Chars, sent: bool) -> Value {
    let mut schema = keywords(vec![("type", "string".into())]);
    if let Some(schema) = schema.as_object_mut() {
        if chars.enforced {
            schema.insert("minLength".to_owned(), chars.fewest.into());
        }
        if chars.enforced || sent {
            schema.insert("maxLength".to_owned(), chars.most.into());
        }
        if !chars.pattern.is_none() {
            schema.insert("pattern".to_owned(), chars.pattern.words().into());
        }
    }
    schema
}

fn integer(min: i64, max: i64) -> Value {
    keywords(vec![
        ("type", "integer".into()),
        ("minimum", min.into()),
        ("maximum", max.into()),
    ])
}

/// The lifecycle in whose folder a module lies.
pub fn lifecycle_of(module: &str) -> Option<&'static str> {
    let mut parts = module.split("::").skip_while(|part| *part != "lifecycles");
    let folder = parts.nth(1)?;
    let mut known = any::ALL.iter().map(|lifecycle| lifecycle.name());
    known.find(|name| *name == folder)
}

/// `report_absence` as `ReportAbsence`.
pub fn camel(name: &str) -> String {
    name.split('_')
        .map(|part| {
            let (first, rest) = part.split_at(part.chars().next().map_or(0, char::len_utf8));
            first.to_uppercase() + rest
        })
        .collect()
}

/// `YYYY-MM-DD`, C.E., the years 1800 to 2399.
const DATE: &str = r"^(1[89][0-9]{2}|2[0-3][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// RFC 3339 with an offset.
const INSTANT: &str = r"^(1[89][0-9]{2}|2[0-3][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";
