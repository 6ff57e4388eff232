//! The classes of the typed API: words, what a command is made of, what is answered.

use bosoto::base::shape::{Field, Record, Ty, Words};
use bosoto::contract::{camel, described, lifecycle_of};
use bosoto::lifecycle::{Machine, MachineCommand};
use bosoto::registry;
use bosoto::text::Text;

use super::layout::{bracketed, docstring, identifier, quoted, tuple, union};
use super::module::Package;

/// Classes that are written by hand, with the module in which they stand.
const BY_HAND: [(&str, &str); 2] = [("Text", "bosoto._text"), ("WireError", "bosoto.errors")];

/// Answers to which a class of `bosoto._answer` adds something.
const MIXED_IN: [&str; 6] = [
    "Area",
    "BrokenLine",
    "Figure",
    "Obligation",
    "Reason",
    "Responsible",
];

/// What a class is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// To be sent: a list is any sequence.
    Sent,
    /// Answered: a list is a tuple.
    Answered,
}

/// Writes classes into the modules in which they are at home.
#[derive(Debug, Default)]
pub struct Writer {
    /// What was written.
    pub package: Package,
}

/// The module in which the words and the parts of commands stand that are defined in a module of the core.
pub fn home(module: &str) -> &'static str {
    lifecycle_of(module).unwrap_or("types")
}

impl Writer {
    /// One of several words.
    pub fn words(&mut self, words: &'static Words) {
        let members = words
            .words
            .iter()
            .map(|word| (word.name, word.title(), word.about()));
        let module = self.package.module(home(words.module()));
        module.import("bosoto._enum", "Word as _Word");
        module.define(words.name, enumeration(words.name, words.about(), members));
    }

    /// One of the words that the lifecycles list under a name.
    pub fn listed(&mut self, name: &str) {
        let (words, about) = registry::listed(name);
        let members = words.into_iter().map(|(name, title)| (name, title, ""));
        let module = self.package.module("types");
        module.import("bosoto._enum", "Word as _Word");
        module.define(name, enumeration(name, about, members));
    }

    /// A part of a command, after what it is made of.
    pub fn part(&mut self, record: &'static Record) {
        let home = home(record.module());
        let fields = record.flat();
        let lines = self.fields(home, &fields, Side::Sent);
        let names: Vec<&str> = fields
            .iter()
            .map(|field| identifier(field.name()))
            .collect();
        let mut body = vec![
            "@_frozen".to_owned(),
            format!("class {}(_Record):", record.name()),
            docstring("    ", record.about()),
            String::new(),
            wire_names(&names),
            String::new(),
        ];
        body.extend(lines);
        body.extend(self.made_of(home, &fields));
        let module = self.package.module(home);
        module.import("bosoto._record", "Record as _Record");
        self.frozen(home);
        let body = body.join("\n");
        self.package.module(home).define(record.name(), body);
    }

    /// What every dataclass to be sent needs.
    fn frozen(&mut self, home: &str) {
        let module = self.package.module(home);
        module.import("typing", "ClassVar");
        module.import("bosoto._record", "frozen as _frozen");
    }

    /// The commands of a lifecycle.
    pub fn commands(&mut self, machine: &Machine, ty: Ty) {
        let Ty::Tagged(tagged) = ty else { return };
        let home = machine.lifecycle;
        let mut names = Vec::new();
        for (variant, row) in tagged.variants.iter().zip(&machine.commands) {
            let name = camel(variant.name);
            let body = self.command(home, &name, &variant.fields(), row);
            self.package.module(home).define(&name, body);
            names.push(name);
        }
        let module = self.package.module(home);
        module.import("bosoto._record", "Command as _Command");
        module.import("typing", "TypeAlias");
        let about = docstring("", "A command of the lifecycle.");
        let alias = union("Command: TypeAlias = ", &names);
        module.define("Command", format!("{alias}\n{about}"));
        self.frozen(home);
    }

    fn command(
        &mut self,
        home: &str,
        name: &str,
        fields: &[&'static Field],
        row: &MachineCommand,
    ) -> String {
        let lines = self.fields(home, fields, Side::Sent);
        let (th, en) = (row.label.th(), row.label.en());
        let names: Vec<&str> = fields
            .iter()
            .map(|field| identifier(field.name()))
            .collect();
        let mut body = vec![
            "@_frozen".to_owned(),
            format!("class {name}(_Command[State]):"),
            docstring("    ", &format!("{} {th} ({en}).", row.rule)),
            String::new(),
            wire_names(&names),
            format!("    lifecycle: ClassVar[str] = {}", quoted(home)),
            format!("    type: ClassVar[str] = {}", quoted(row.action)),
        ];
        if !lines.is_empty() {
            body.push(String::new());
            body.extend(lines);
            body.extend(self.made_of(home, fields));
        }
        body.join("\n")
    }

    /// What type checkers are told of the arguments of what has a civil date: to Python every `datetime` is one.
    fn made_of(&mut self, home: &str, fields: &[&'static Field]) -> Vec<String> {
        if fields.iter().all(|field| !matches!(field.ty, Ty::Date)) {
            return Vec::new();
        }
        let mut items = vec!["self".to_owned(), "*".to_owned()];
        items.extend(self.parameters(home, fields));
        let module = self.package.module(home);
        module.import("typing", "TYPE_CHECKING");
        let init = bracketed("        def __init__(", &items, ") -> None: ...");
        vec![
            String::new(),
            "    if TYPE_CHECKING:".to_owned(),
            String::new(),
            init,
        ]
    }

    /// Fields as the parameters of what makes them.
    fn parameters(&mut self, into: &str, fields: &[&'static Field]) -> Vec<String> {
        let mut parameters = Vec::new();
        for field in fields {
            let hint = if matches!(field.ty, Ty::Date) {
                let module = self.package.module(into);
                module.import_for_types("bosoto._typed", "Day");
                "Day".to_owned()
            } else {
                self.hint(into, field.ty, Side::Sent)
            };
            let hint = absent(field, &hint, Side::Sent);
            parameters.push(format!("{}: {hint}", identifier(field.name())));
        }
        parameters
    }

    /// An answer, after what it is made of.
    pub fn answer(&mut self, record: &'static Record) {
        if self.package.module("results").has(record.name()) || by_hand(record.name()).is_some() {
            return;
        }
        let fields = record.fields.iter().collect::<Vec<_>>();
        let lines = self.fields("results", &fields, Side::Answered);
        let reads: Vec<String> = fields.iter().map(|field| self.read(field)).collect();
        let module = self.package.module("results");
        module.import("dataclasses", "dataclass");
        module.import("typing", "Any");
        module.import("collections.abc", "Mapping");
        let mixed = MIXED_IN.contains(&record.name());
        if mixed {
            module.import("bosoto", "_answer");
        }
        let base = if mixed {
            format!("(_answer.{})", record.name())
        } else {
            String::new()
        };
        let mut body = vec![
            "@dataclass(frozen=True, kw_only=True, slots=True)".to_owned(),
            format!("class {}{base}:", record.name()),
            docstring("    ", record.about()),
            String::new(),
        ];
        body.extend(lines);
        body.extend([
            String::new(),
            "    @classmethod".to_owned(),
            format!(
                "    def of(cls, data: Mapping[str, Any]) -> {}:",
                record.name()
            ),
            "        \"\"\"From its JSON; fields that are not known here are left out.\"\"\""
                .to_owned(),
            "        return cls(".to_owned(),
        ]);
        body.extend(reads);
        body.push("        )".to_owned());
        module.define(record.name(), body.join("\n"));
    }

    fn fields(&mut self, home: &str, fields: &[&'static Field], side: Side) -> Vec<String> {
        let mut lines = Vec::new();
        for field in fields {
            let hint = self.hint(home, field.ty, side);
            lines.push(format!(
                "    {}: {}",
                identifier(field.name()),
                absent(field, &hint, side)
            ));
            let about = described(field);
            if !about.is_empty() {
                lines.push(docstring("    ", &about));
            }
        }
        lines
    }

    /// The type of a value, imported into a module; what it names is written too.
    fn hint(&mut self, into: &str, ty: Ty, side: Side) -> String {
        match ty {
            Ty::Text(_) | Ty::Constant(_) => "str".to_owned(),
            Ty::Integer { .. } | Ty::Numbers(_) => "int".to_owned(),
            Ty::Flag => "bool".to_owned(),
            Ty::Date => self.named(into, "date", "datetime"),
            Ty::Instant => self.named(into, "datetime", "datetime"),
            Ty::Words(words) => {
                self.words(words);
                self.own(into, words.name, home(words.module()))
            }
            Ty::Listed(name) => {
                self.listed(name);
                self.own(into, name, "types")
            }
            Ty::Record(record) => match (by_hand(record.name()), side) {
                (Some(module), _) => self.named(into, record.name(), module),
                (None, Side::Sent) => {
                    self.part(record);
                    let home = home(record.module());
                    if into != home {
                        self.hand_on(into, record);
                    }
                    self.own(into, record.name(), home)
                }
                (None, Side::Answered) => {
                    self.answer(record);
                    self.own(into, record.name(), "results")
                }
            },
            Ty::Either(all) => {
                let all: Vec<String> = all.iter().map(|one| self.hint(into, *one, side)).collect();
                all.join(" | ")
            }
            Ty::List(element, _) => {
                let element = self.hint(into, *element, side);
                match side {
                    Side::Sent => {
                        let sequence = self.named(into, "Sequence", "collections.abc");
                        format!("{sequence}[{element}]")
                    }
                    Side::Answered => format!("tuple[{element}, ...]"),
                }
            }
            Ty::Tagged(_) | Ty::Any => self.named(into, "Any", "typing"),
        }
    }

    /// A module that hands on a part of a command hands on what the part is made of.
    fn hand_on(&mut self, into: &str, record: &'static Record) {
        for field in record.flat() {
            let ty = field.ty.of_element();
            if matches!(ty, Ty::Words(_) | Ty::Listed(_) | Ty::Record(_)) {
                self.hint(into, ty, Side::Sent);
            }
        }
    }

    fn own(&mut self, into: &str, name: &str, home: &str) -> String {
        if into != home {
            // Whoever builds a command has all that it is made of from one module.
            if into != "results" {
                self.package.module(into).export(name);
            }
            return self.named(into, name, &format!("bosoto.{home}"));
        }
        name.to_owned()
    }

    fn named(&mut self, into: &str, name: &str, from: &str) -> String {
        self.package.module(into).import(from, name);
        name.to_owned()
    }

    /// The argument that reads a field of an answer.
    fn read(&mut self, field: &Field) -> String {
        let name = field.name();
        let given = format!("data[{}]", quoted(name));
        let value = match (field.flattened, field.required, field.ty) {
            (true, _, Ty::Record(record)) => format!("{}.of(data)", record.name()),
            (_, true, ty) => self.value(ty, &given),
            (_, false, Ty::List(..)) => {
                self.value(field.ty, &format!("data.get({}, ())", quoted(name)))
            }
            (_, false, ty) => match self.value(ty, &given) {
                same if same == given => format!("data.get({})", quoted(name)),
                made => format!("{made} if {} in data else None", quoted(name)),
            },
        };
        format!("            {}={value},", identifier(name))
    }

    fn value(&mut self, ty: Ty, given: &str) -> String {
        match ty {
            Ty::Text(_)
            | Ty::Constant(_)
            | Ty::Integer { .. }
            | Ty::Numbers(_)
            | Ty::Flag
            | Ty::Tagged(_)
            | Ty::Any => given.to_owned(),
            Ty::Date => format!("date.fromisoformat({given})"),
            Ty::Instant => {
                self.named("results", "as_instant as _as_instant", "bosoto._answer");
                format!("_as_instant({given})")
            }
            Ty::Either(_) => {
                self.named("results", "as_moment as _as_moment", "bosoto._answer");
                format!("_as_moment({given})")
            }
            Ty::Words(words) => format!("{}({given})", words.name),
            Ty::Listed(name) => format!("{name}({given})"),
            Ty::Record(record) => format!("{}.of({given})", record.name()),
            Ty::List(Ty::Record(record), _) => format!("tuple(map({}.of, {given}))", record.name()),
            Ty::List(Ty::Words(words), _) => format!("tuple(map({}, {given}))", words.name),
            Ty::List(..) => format!("tuple({given})"),
        }
    }

    /// The policy.
    pub fn policy(&mut self, document: &'static Record) {
        let fields = document.flat();
        let signature = self.parameters("policy", &fields);
        let signature: Vec<String> = signature
            .iter()
            .map(|parameter| format!("        {parameter},"))
            .collect();
        let line = |before: &str, say: &dyn Fn(&Field) -> String| {
            let lines = fields.iter().map(|field| format!("{before}{}", say(field)));
            lines.collect::<Vec<_>>().join("\n")
        };
        let notes = line("    ", &|field| {
            format!("{}: {}", field.name(), described(field))
        });
        let given = line("            ", &|field| {
            format!("\"{}\": {},", field.name(), field.name())
        });
        let module = self.package.module("policy");
        module.import("bosoto", "_bosoto as native");
        let body = POLICY
            .replace("{notes}", &notes)
            .replace("{signature}", &signature.join("\n"))
            .replace("{given}", &given);
        module.define("Policy", body);
    }
}

fn by_hand(name: &str) -> Option<&'static str> {
    BY_HAND
        .into_iter()
        .find(|(known, _)| *known == name)
        .map(|(_, module)| module)
}

/// The type of a field that may be absent.
fn absent(field: &Field, hint: &str, side: Side) -> String {
    if field.required || field.flattened {
        return hint.to_owned();
    }
    match (side, field.ty) {
        (Side::Answered, Ty::List(..)) => format!("{hint} = ()"),
        _ => format!("{hint} | None = None"),
    }
}

/// The attributes that make the JSON.
fn wire_names(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    tuple("    _fields_: ClassVar[tuple[str, ...]] = ", &names)
}

fn enumeration<'a>(
    name: &str,
    about: &str,
    members: impl Iterator<Item = (&'a str, Text, &'a str)>,
) -> String {
    let mut lines = vec![
        format!("class {name}(_Word):"),
        docstring("    ", about),
        String::new(),
    ];
    for (word, title, about) in members {
        let member = word.to_uppercase().replace('-', "_");
        let (th, en) = (title.th(), title.en());
        let values = [quoted(word), quoted(th), quoted(en)];
        let one = format!("    {member} = {}", values.join(", "));
        let fits = bracketed(&one, &[], "") == one;
        lines.push(match fits {
            true => one,
            false => bracketed(&format!("    {member} = ("), &values, ")"),
        });
        if !about.is_empty() && about != th {
            lines.push(docstring("    ", about));
        }
    }
    lines.join("\n")
}

const POLICY: &str = r#"class Policy:
    """The parameters of the rules, checked. A parameter that is not given has its default.

{notes}
    """

    __slots__ = ("_native",)

    def __init__(
        self,
        *,
{signature}
    ) -> None:
        given = {
{given}
        }
        self._native = native.Policy({k: v for k, v in given.items() if v is not None})

    @classmethod
    def from_json(cls, text: str | bytes) -> Policy:
        """Reads a policy; raises `WireError`, its pointer the parameter."""
        policy = object.__new__(cls)
        policy._native = native.Policy.from_json(text)
        return policy

    def to_json(self) -> str:
        """Canonical JSON, every parameter named."""
        return self._native.to_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Policy) and self._native == other._native

    def __hash__(self) -> int:
        return hash(self._native)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Policy.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        return f"Policy.from_json({self.to_json()!r})""#;
