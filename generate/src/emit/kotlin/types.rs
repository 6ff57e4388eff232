//! The types of the contract: enums for words, data classes for objects, sealed interfaces for what is told by words.

use std::collections::BTreeMap;

use bosoto::base::shape::{Field, Record, Tagged, Ty, Variant, Words};
use bosoto::contract::{camel, described, lifecycle_of};
use bosoto::registry;
use bosoto::text::Text;

use super::names::{class, constant, kdoc, package, property, quoted};
use super::package::Packages;

/// The package of what all lifecycles share.
pub const SHARED: &str = "contract";

/// Writes types into the packages in which they are at home.
#[derive(Debug, Default)]
pub struct Writer {
    /// What was written.
    pub packages: Packages,
    /// What is said of a command and its event beside what its type says: rule and label, by package and word.
    pub rows: BTreeMap<(String, &'static str), String>,
}

/// The package of a type that is defined in a module of the core.
fn home(module: &str) -> String {
    lifecycle_of(module).map_or_else(|| SHARED.to_owned(), package)
}

/// An object or a member of a sealed interface, to be written.
struct Class<'a> {
    home: &'a str,
    name: &'a str,
    about: &'a str,
    /// What stands before `class`, a line each.
    marks: String,
    /// What it is one of.
    of: Option<String>,
    /// The objects whose fields it has, one after the other.
    parts: Vec<&'static Record>,
    /// The names of the fields that are properties of what it is one of.
    common: &'a [&'static str],
    /// What it has beside its fields.
    members: String,
}

impl Writer {
    /// The type of a value, imported into a package; what it names is written too.
    pub fn hint(&mut self, into: &str, ty: Ty) -> String {
        match ty {
            Ty::Text(_) | Ty::Constant(_) => "String".to_owned(),
            Ty::Integer { max, .. } if max > i64::from(i32::MAX) => "Long".to_owned(),
            Ty::Integer { .. } | Ty::Numbers(_) => "Int".to_owned(),
            Ty::Flag => "Boolean".to_owned(),
            Ty::Date => "LocalDate".to_owned(),
            Ty::Instant => "OffsetDateTime".to_owned(),
            Ty::Words(words) => {
                let home = self.words(words);
                self.own(into, words.name, &home)
            }
            Ty::Listed(name) => {
                self.listed(name);
                self.own(into, name, SHARED)
            }
            Ty::Record(record) if record.name().is_empty() => "JsonObject".to_owned(),
            Ty::Record(record) => {
                let home = self.record(record);
                self.own(into, record.name(), &home)
            }
            Ty::Tagged(tagged) => {
                let home = self.tagged(tagged);
                self.own(into, tagged.name, &home)
            }
            Ty::List(element, _) => format!("List<{}>", self.hint(into, *element)),
            Ty::Either([Ty::Date, Ty::Instant]) => "Moment".to_owned(),
            Ty::Either([Ty::Tagged(_), ..]) => "E".to_owned(),
            Ty::Either(_) | Ty::Any => "JsonElement".to_owned(),
        }
    }

    /// A name as it is written in a package.
    fn own(&mut self, into: &str, name: &str, home: &str) -> String {
        let name = class(name);
        if into != home {
            self.packages.of(into).import(home, &name);
        }
        name
    }

    /// One of several words.
    fn words(&mut self, words: &'static Words) -> String {
        let home = home(words.module());
        let members = words.words.iter();
        let members = members.map(|word| (word.name, both(word.title()), word.about()));
        let body = enumeration(&class(words.name), words.about(), members);
        self.packages.of(&home).define(&class(words.name), body);
        home
    }

    /// One of the words that the lifecycles list under a name.
    fn listed(&mut self, name: &str) {
        let (words, about) = registry::listed(name);
        let members = words
            .into_iter()
            .map(|(name, title)| (name, both(title), ""));
        let body = enumeration(&class(name), about, members);
        self.packages.of(SHARED).define(&class(name), body);
    }

    /// An object.
    pub fn record(&mut self, record: &'static Record) -> String {
        let home = home(record.module());
        let name = class(record.name());
        if !self.packages.of(&home).has(&name) {
            let written = Class {
                home: &home,
                name: &name,
                about: record.about(),
                marks: "@Serializable\n".to_owned(),
                of: None,
                parts: vec![record],
                common: &[],
                members: String::new(),
            };
            let body = self.class(written);
            self.packages.of(&home).define(&name, body);
        }
        home
    }

    /// An object with something beside its fields.
    pub fn record_with(&mut self, record: &'static Record, of: String, members: String) {
        let home = home(record.module());
        let name = class(record.name());
        let written = Class {
            home: &home,
            name: &name,
            about: record.about(),
            marks: "@Serializable\n".to_owned(),
            of: Some(of),
            parts: vec![record],
            common: &[],
            members,
        };
        let body = self.class(written);
        self.packages.of(&home).define(&name, body);
    }

    /// Objects that are told by words.
    pub fn tagged(&mut self, tagged: &'static Tagged) -> String {
        self.tagged_with(tagged, "", "")
    }

    /// The same, with something that each of them has, and what each of them is.
    pub fn tagged_with(&mut self, tagged: &'static Tagged, members: &str, of: &str) -> String {
        let home = home(tagged.module());
        let name = class(tagged.name);
        if self.packages.of(&home).has(&name) {
            return home;
        }
        let twice = tagged
            .variants
            .iter()
            .any(|variant| variant.detail.is_some());
        let marks = match twice {
            true => format!("@Serializable(with = {name}ByWords::class)\n"),
            false => format!(
                "@Serializable\n@JsonClassDiscriminator({})\n",
                quoted(tagged.tag)
            ),
        };
        let about = kdoc("", tagged.about);
        // A place for it first: what it holds may name it.
        self.packages.of(&home).define(&name, String::new());
        let common = self.common(&home, tagged);
        let mut parts: Vec<String> = common.iter().map(|(_, line)| line.clone()).collect();
        parts.extend((!members.is_empty()).then(|| members.to_owned()));
        let body = match parts.join("\n\n").as_str() {
            "" => String::new(),
            body => format!(" {{\n{body}\n}}"),
        };
        let common: Vec<&str> = common.iter().map(|(name, _)| *name).collect();
        let body = format!("{about}{marks}public sealed interface {name}{of}{body}");
        self.packages.of(&home).define(&name, body);
        let variants = tagged.variants.iter();
        let names: Vec<String> = variants
            .map(|one| self.variant(&home, tagged, one, &common))
            .collect();
        if twice {
            let body = by_words(&name, tagged, &names);
            self.packages
                .of(&home)
                .define(&format!("{name}ByWords"), body);
        }
        home
    }

    /// The fields that all of them have with one type, each as a property of what they are.
    fn common(&mut self, home: &str, tagged: &'static Tagged) -> Vec<(&'static str, String)> {
        let all: Vec<Vec<&'static Field>> = tagged.variants.iter().map(Variant::fields).collect();
        let mut common = Vec::new();
        for first in all.first().into_iter().flatten() {
            let same = all.iter().map(|fields| named(fields, first.name()));
            let Some(same) = same.collect::<Option<Vec<&Field>>>() else {
                continue;
            };
            let hint = self.hint(home, first.ty);
            if same.iter().all(|one| self.hint(home, one.ty) == hint) {
                // Where it may be absent, it is told as one that may.
                let field = same.iter().find(|one| !one.required).unwrap_or(first);
                let absent = if field.required { "" } else { "?" };
                let (name, about) = (property(field.name()), kdoc("    ", &described(field)));
                let line = format!("{about}    public val {name}: {hint}{absent}");
                common.push((first.name(), line));
            }
        }
        common
    }

    fn variant(
        &mut self,
        home: &str,
        tagged: &'static Tagged,
        variant: &'static Variant,
        common: &[&'static str],
    ) -> String {
        let detail = variant.detail.map_or("", |(_, word)| word);
        let name = format!("{}{}{}", camel(variant.name), camel(detail), tagged.suffix);
        let name = class(&name);
        let about = match variant.title {
            Some(title) => format!("{} ({}). {}", title.th(), title.en(), variant.about),
            None => variant.about.to_owned(),
        };
        let row = self.rows.get(&(home.to_owned(), variant.name));
        let said = row.filter(|row| !about.contains(row.split(' ').next().unwrap_or_default()));
        let about = said.map_or(about.clone(), |row| format!("{row} {about}"));
        let written = Class {
            home,
            name: &name,
            about: &about,
            marks: format!("@Serializable\n@SerialName({})\n", quoted(variant.name)),
            of: Some(class(tagged.name)),
            parts: variant.parts.to_vec(),
            common,
            members: String::new(),
        };
        let body = self.class(written);
        self.packages.of(home).define(&name, body);
        name
    }

    fn class(&mut self, class: Class<'_>) -> String {
        let Class {
            home,
            name,
            about,
            marks,
            of,
            parts,
            common,
            members,
        } = class;
        let fields: Vec<&Field> = parts.iter().flat_map(|part| part.flat()).collect();
        let open: Vec<&Field> = parts.iter().flat_map(|part| printed(part)).collect();
        let mut generic = false;
        let mut parameters = Vec::new();
        for field in &fields {
            let hint = self.hint(home, field.ty);
            generic |= hint.contains("<E>");
            parameters.push(parameter(field, &hint, common));
        }
        let of = of.map_or_else(String::new, |of| format!(" : {of}"));
        let about = kdoc("", about);
        if fields.is_empty() {
            return format!(
                "{about}{marks}public class {name}{of} {{\n{}{members}}}",
                equal(name)
            );
        }
        let name = if generic {
            format!("{name}<E>")
        } else {
            name.to_owned()
        };
        let overloads = match fields.iter().any(|field| !field.required) {
            true => " @JvmOverloads constructor",
            false => "",
        };
        let mut inside = match open.len() < fields.len() {
            true => shown(&name, &open),
            false => String::new(),
        };
        inside.push_str(&members);
        let inside = match inside.as_str() {
            "" => String::new(),
            inside => format!(" {{\n{inside}}}"),
        };
        format!(
            "{about}{marks}public data class {name}{overloads}(\n{}){of}{inside}",
            parameters.concat()
        )
    }
}

/// The field of this name.
fn named(fields: &[&'static Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.name() == name).copied()
}

/// A field as a parameter that is a property, also of what all such objects are where it is common to them.
fn parameter(field: &Field, hint: &str, common: &[&str]) -> String {
    let (name, about) = (property(field.name()), kdoc("    ", &described(field)));
    let renamed = match name == field.name() {
        true => String::new(),
        false => format!("@SerialName({}) ", quoted(field.name())),
    };
    let absent = if field.required { "" } else { "? = null" };
    let over = match common.contains(&field.name()) {
        true => "override ",
        false => "",
    };
    format!("{about}    {renamed}{over}val {name}: {hint}{absent},\n")
}

/// The fields of an object that may be printed: of one that is a person's as a whole, none.
fn printed(record: &'static Record) -> Vec<&'static Field> {
    if record.private {
        return Vec::new();
    }
    let fields = record.fields.iter();
    let printed = fields.flat_map(|field| match field.flattened {
        true => printed(field.ty.record()),
        false if field.ty.of_element().is_private() => Vec::new(),
        false => vec![field],
    });
    printed.collect()
}

/// What is printed where something is a person's: these.
fn shown(name: &str, open: &[&'static Field]) -> String {
    let open: Vec<String> = open
        .iter()
        .map(|field| format!("{0}=${0}", property(field.name())))
        .collect();
    let name = name.trim_end_matches("<E>");
    format!(
        "    /** Without what is a person's. */\n    override fun toString(): String = \"{name}({}…)\"\n",
        with_comma(&open)
    )
}

fn with_comma(open: &[String]) -> String {
    open.iter().map(|one| format!("{one}, ")).collect()
}

/// One without fields is like every other of its class.
fn equal(name: &str) -> String {
    format!(
        "    override fun equals(other: Any?): Boolean = other is {name}\n    override fun hashCode(): Int = {}.hashCode()\n    override fun toString(): String = {}\n",
        quoted(name),
        quoted(&format!("{name}()"))
    )
}

/// The serializer of objects that are told by two words.
fn by_words(name: &str, tagged: &Tagged, names: &[String]) -> String {
    let one = |(variant, class): (&Variant, &String)| {
        let (field, word) = variant.detail.unwrap_or_default();
        // The second word stands where the head of the object ends.
        let (_, head) = variant.parts.split_last().unwrap_or((&Record::NONE, &[]));
        let before: usize = head.iter().map(|part| part.flat().len()).sum();
        let (told, field, word) = (quoted(variant.name), quoted(field), quoted(word));
        format!(
            "    Told({told}, {field}, {word}, {before}, {class}::class, {class}.serializer()),\n"
        )
    };
    let all: String = tagged.variants.iter().zip(names).map(one).collect();
    format!(
        "internal object {name}ByWords : ByWords<{name}>({}, {}, listOf(\n{all}))",
        quoted(name),
        quoted(tagged.tag)
    )
}

/// A text in both languages.
fn both(text: Text) -> [&'static str; 2] {
    [text.th(), text.en()]
}

/// An enum whose members know what they are called.
pub fn enumeration<'a>(
    name: &str,
    about: &str,
    members: impl Iterator<Item = (&'a str, [&'a str; 2], &'a str)>,
) -> String {
    let mut lines = String::new();
    for (word, [th, en], about) in members {
        let about = if about == th { "" } else { about };
        let said = kdoc("    ", &format!("{th} ({en}). {about}"));
        let (word, th, en) = (quoted(word), quoted(th), quoted(en));
        let member = constant(word.trim_matches('"'));
        lines.push_str(&format!(
            "{said}    @SerialName({word}) {member}({word}, {th}, {en}),\n"
        ));
    }
    let about = kdoc("", about);
    format!(
        "{about}@Serializable\npublic enum class {name}(override val word: String, override val th: String, override val en: String) : Word {{\n{lines}    ;\n\n    override fun toString(): String = word\n\n    public companion object {{\n        /** The one of this word; null where there is none. */\n        @JvmStatic public fun of(word: String): {name}? = entries.find {{ it.word == word }}\n    }}\n}}"
    )
}
