//! Every document as a type checker sees the JSON of it: a `TypedDict` for each object.

use bosoto::base::shape::{Field, Record, Tagged, Ty, Variant, Words};
use bosoto::contract::{camel, described, lifecycle_of};
use bosoto::registry;

use super::layout::{bracketed, docstring, quoted, union};
use super::module::Package;

/// Words of Python that can name no attribute.
const KEYWORDS: [&str; 4] = ["class", "from", "import", "in"];

/// Writes documents into the modules in which they are at home.
#[derive(Debug, Default)]
pub struct Writer {
    /// What was written.
    pub package: Package,
}

/// The module in which a type stands that is defined in a module of the core.
fn home(module: &str) -> String {
    format!("documents.{}", lifecycle_of(module).unwrap_or("shared"))
}

impl Writer {
    /// A document, under a name of its own where its type has none.
    pub fn document(&mut self, name: &str, ty: Ty) {
        match ty {
            Ty::Either([Ty::Record(_), ..]) => {
                let hint = self.hint("documents.shared", ty);
                let name = format!("Any{}", camel(name));
                self.alias(
                    "documents.shared",
                    &name,
                    format!("{name}: TypeAlias = \"{hint}\""),
                );
            }
            Ty::Words(_)
            | Ty::Listed(_)
            | Ty::Record(_)
            | Ty::Tagged(_)
            | Ty::Either(_)
            | Ty::List(..) => {
                drop(self.hint("documents.shared", ty));
            }
            Ty::Text(_)
            | Ty::Integer { .. }
            | Ty::Numbers(_)
            | Ty::Flag
            | Ty::Constant(_)
            | Ty::Date
            | Ty::Instant
            | Ty::Any => {}
        }
    }

    /// What a call answers.
    pub fn answer(&mut self, ty: Ty) {
        drop(self.hint("documents.shared", ty));
    }

    fn alias(&mut self, module: &str, name: &str, body: String) {
        let module = self.package.module(module);
        module.import("typing", "TypeAlias");
        module.define(name, body);
    }

    /// The type of a value, imported into a module; what it names is written too.
    fn hint(&mut self, into: &str, ty: Ty) -> String {
        match ty {
            Ty::Text(_) | Ty::Date | Ty::Instant => "str".to_owned(),
            Ty::Integer { .. } | Ty::Numbers(_) => "int".to_owned(),
            Ty::Flag => "bool".to_owned(),
            Ty::Constant(word) => self.literal(into, &[word]),
            Ty::Words(words) => {
                let home = self.words(words);
                self.own(into, words.name, &home)
            }
            Ty::Listed(name) => {
                let (words, about) = registry::listed(name);
                let words: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
                self.one_of("documents.shared", name, &words, about);
                self.own(into, name, "documents.shared")
            }
            Ty::Record(record) if record.name().is_empty() => self.open(into),
            Ty::Record(record) => {
                let home = home(record.module());
                self.record(&home, record);
                self.own(into, record.name(), &home)
            }
            Ty::Tagged(tagged) => {
                let home = home(tagged.module());
                self.tagged(&home, tagged);
                self.own(into, tagged.name, &home)
            }
            Ty::Either(all @ [Ty::Tagged(first), ..]) => {
                let shared = "documents.shared";
                let name = format!("Any{}", first.name);
                // One that never is would keep type checkers from telling the others apart.
                let some = all.iter().filter(|one| !is_nothing(**one));
                let all: Vec<String> = some.map(|one| self.hint(shared, *one)).collect();
                let body = format!("{name}: TypeAlias = \"{}\"", all.join(" | "));
                self.alias(shared, &name, body);
                self.own(into, &name, shared)
            }
            Ty::Either(all) => {
                let all: Vec<String> = all.iter().map(|one| self.hint(into, *one)).collect();
                let mut kept: Vec<String> = Vec::new();
                for one in all {
                    if !kept.contains(&one) {
                        kept.push(one);
                    }
                }
                kept.join(" | ")
            }
            Ty::List(element, _) => format!("list[{}]", self.hint(into, *element)),
            Ty::Any => {
                self.package.module(into).import("typing", "Any");
                "Any".to_owned()
            }
        }
    }

    fn open(&mut self, into: &str) -> String {
        self.package.module(into).import("typing", "Any");
        "dict[str, Any]".to_owned()
    }

    fn literal(&mut self, into: &str, words: &[&str]) -> String {
        self.package.module(into).import("typing", "Literal");
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        format!("Literal[{}]", words.join(", "))
    }

    /// A name as it is written in a module: what all share names a lifecycle's with its module.
    fn own(&mut self, into: &str, name: &str, home: &str) -> String {
        if into == home {
            return name.to_owned();
        }
        let module = self.package.module(into);
        match home.strip_prefix("documents.") {
            Some(lifecycle) if lifecycle != "shared" => {
                module.import("typing", "TYPE_CHECKING");
                module.import_for_types("bosoto.documents", lifecycle);
                format!("{lifecycle}.{name}")
            }
            _ => {
                module.import("bosoto.documents.shared", name);
                name.to_owned()
            }
        }
    }

    fn words(&mut self, words: &Words) -> String {
        let home = home(words.module());
        let all: Vec<&str> = words.words.iter().map(|word| word.name).collect();
        self.one_of(&home, words.name, &all, words.about());
        home
    }

    fn one_of(&mut self, home: &str, name: &str, words: &[&str], about: &str) {
        self.package.module(home).import("typing", "Literal");
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        let body = bracketed(&format!("{name}: TypeAlias = Literal["), &words, "]");
        self.alias(home, name, with(body, &docstring("", about), about));
    }

    fn record(&mut self, home: &str, record: &'static Record) {
        if !self.package.module(home).has(record.name()) {
            let body = self.object(home, record.name(), &[], &record.flat(), record.about());
            self.package.module(home).define(record.name(), body);
        }
    }

    fn tagged(&mut self, home: &str, tagged: &'static Tagged) {
        if self.package.module(home).has(tagged.name) {
            return;
        }
        let mut names = Vec::new();
        for variant in tagged.variants {
            names.push(self.variant(home, tagged, variant));
        }
        if names.is_empty() {
            self.package.module(home).import("typing", "NoReturn");
            names.push("NoReturn".to_owned());
        }
        let body = union(&format!("{}: TypeAlias = ", tagged.name), &names);
        let body = with(body, &docstring("", tagged.about), tagged.about);
        self.alias(home, tagged.name, body);
    }

    fn variant(&mut self, home: &str, tagged: &Tagged, variant: &'static Variant) -> String {
        let mut told = vec![(tagged.tag, variant.name)];
        told.extend(variant.detail);
        let words: Vec<String> = told.iter().map(|(_, word)| camel(word)).collect();
        let name = format!("{}{}", words.concat(), tagged.suffix);
        let about = match variant.title {
            Some(title) => format!("{} ({}). {}", title.th(), title.en(), variant.about),
            None => variant.about.to_owned(),
        };
        let body = self.object(home, &name, &told, &variant.fields(), &about);
        self.package.module(home).define(&name, body);
        name
    }

    fn object(
        &mut self,
        home: &str,
        name: &str,
        told: &[(&str, &str)],
        fields: &[&'static Field],
        about: &str,
    ) -> String {
        let mut lines: Vec<(String, String, String)> = Vec::new();
        for (field, word) in told {
            let hint = self.literal(home, &[word]);
            lines.push(((*field).to_owned(), hint, String::new()));
        }
        for field in fields {
            let hint = self.hint(home, field.ty);
            let hint = if field.required {
                hint
            } else {
                let module = self.package.module(home);
                module.import("bosoto._typed", "NotRequired");
                format!("NotRequired[{hint}]")
            };
            lines.push((field.name().to_owned(), hint, described(field)));
        }
        self.package.module(home).import("typing", "TypedDict");
        if lines
            .iter()
            .any(|(name, ..)| KEYWORDS.contains(&name.as_str()))
        {
            return by_call(name, &lines);
        }
        let mut body = vec![format!("class {name}(TypedDict):")];
        if !about.is_empty() {
            body.extend([docstring("    ", about), String::new()]);
        }
        for (field, hint, about) in lines {
            body.push(format!("    {field}: {hint}"));
            if !about.is_empty() {
                body.push(docstring("    ", &about));
            }
        }
        body.join("\n")
    }
}

fn is_nothing(ty: Ty) -> bool {
    matches!(ty, Ty::Tagged(tagged) if tagged.variants.is_empty())
}

/// An object with a field that no class can have.
fn by_call(name: &str, fields: &[(String, String, String)]) -> String {
    let fields = fields
        .iter()
        .map(|(field, hint, _)| format!("        \"{field}\": \"{hint}\","));
    let fields: Vec<String> = fields.collect();
    format!(
        "{name} = TypedDict(\n    \"{name}\",\n    {{\n{}\n    }},\n)",
        fields.join("\n")
    )
}

fn with(body: String, about: &str, said: &str) -> String {
    if said.is_empty() {
        return body;
    }
    format!("{body}\n{about}")
}
