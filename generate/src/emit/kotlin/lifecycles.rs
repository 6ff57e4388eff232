//! A package for each lifecycle: its words, its documents, and the object that names it.

use bosoto::any;
use bosoto::base::shape::{Field, Tagged, Ty};
use bosoto::contract::camel;
use bosoto::lifecycle::Machine;
use bosoto::lifecycles::any::{AnyLifecycle, Part};

use super::names::{kdoc, package, property, quoted};
use super::types::{SHARED, Writer};
use crate::Contract;

/// Every lifecycle.
pub fn write(writer: &mut Writer, contract: &Contract) {
    shared(writer);
    for (machine, lifecycle) in contract.lifecycles.iter().zip(any::ALL) {
        rows(writer, machine);
        one(writer, machine, *lifecycle);
    }
}

/// What is said of commands and events.
fn rows(writer: &mut Writer, machine: &Machine) {
    for row in &machine.commands {
        let said = format!("{} {} ({}).", row.rule, row.label.th(), row.label.en());
        for word in [row.action, row.event] {
            let key = (package(machine.lifecycle), word);
            writer.rows.insert(key, said.clone());
        }
    }
}

fn one(writer: &mut Writer, machine: &Machine, lifecycle: &'static dyn AnyLifecycle) {
    let (home, object) = (package(machine.lifecycle), camel(machine.lifecycle));
    writer.hint(&home, lifecycle.shape(Part::State));
    // Before the decision, which names them.
    let written = [
        (Part::Event, format!("{object}.events")),
        (Part::Effect, "serializer()".to_owned()),
    ];
    for (part, serializer) in written {
        if let Ty::Tagged(tagged) = lifecycle.shape(part) {
            writer.tagged_with(tagged, &to_json(&serializer), "");
        }
    }
    if let Ty::Tagged(decision) = lifecycle.shape(Part::Decision) {
        writer.packages.of(&home).import(SHARED, "DecisionOf");
        writer.packages.of(&home).import(SHARED, "RefusedException");
        writer.tagged_with(decision, &decided(decision), " : DecisionOf");
    }
    let envelope = lifecycle.shape(Part::Envelope).record();
    if let Ty::Tagged(command) = lifecycle.shape(Part::Command) {
        let fields = envelope.flat();
        let sent = sent(writer, &home, &fields);
        writer.tagged_with(command, &sent, "");
    }
    let known = format!("LifecycleOf<Decision, {}>", event(lifecycle));
    let of = "EnvelopeOf<Decision>".to_owned();
    let members = format!(
        "    override val lifecycle: {known} get() = {object}\n    override fun toJson(): String = canonical(serializer(), this)\n"
    );
    for name in ["EnvelopeOf", "LifecycleOf"] {
        writer.packages.of(&home).import(SHARED, name);
    }
    writer.record_with(envelope, of, members);
    writer.hint(&home, lifecycle.shape(Part::Case));
    let title = machine.title;
    let about = kdoc("", &format!("{} ({}).", title.th(), title.en()));
    let (name, th, en) = (
        quoted(machine.lifecycle),
        quoted(title.th()),
        quoted(title.en()),
    );
    let read = serializers([
        ("decisions", "Decision"),
        ("envelopes", "Envelope"),
        ("events", event(lifecycle)),
    ]);
    let body = format!("{about}public object {object} : {known}({name}, {th}, {en}) {{\n{read}}}");
    writer.packages.of(&home).define(&object, body);
}

fn event(lifecycle: &dyn AnyLifecycle) -> &'static str {
    let Ty::Tagged(tagged) = lifecycle.shape(Part::Event) else {
        return "JsonElement";
    };
    tagged.name
}

/// How each is read and written, made when it is first asked for: most programs use few of them.
fn serializers(all: [(&str, &str); 3]) -> String {
    let one = |(name, of)| {
        format!("    override val {name}: KSerializer<{of}> by lazy {{ {of}.serializer() }}\n")
    };
    all.map(one).concat()
}

/// What an event and an effect have beside their fields.
fn to_json(serializer: &str) -> String {
    format!(
        "    /** Canonical JSON. */\n    public fun toJson(): String = canonical({serializer}, this)"
    )
}

/// What a decision has beside its fields.
fn decided(decision: &Tagged) -> String {
    let name = |variant: &str| format!("{}{}", camel(variant), decision.suffix);
    let (accepted, rejected) = (name("accepted"), name("rejected"));
    format!(
        "    override val isAccepted: Boolean get() = this is {accepted}

    /** The accepted one; a refusal is thrown. */
    public fun accepted(): {accepted} = when (this) {{
        is {accepted} -> this
        is {rejected} -> throw RefusedException.of(reasons)
    }}"
    )
}

/// How a command is put into its envelope: by what every envelope has.
fn sent(writer: &mut Writer, home: &str, fields: &[&'static Field]) -> String {
    let needed = fields
        .iter()
        .filter(|field| field.required && field.name() != "command");
    let mut parameters = Vec::new();
    let mut passed = Vec::new();
    for field in needed {
        let name = property(field.name());
        parameters.push(format!("{name}: {}", writer.hint(home, field.ty)));
        passed.push(format!("{name} = {name}"));
    }
    passed.push("command = this".to_owned());
    format!(
        "    /** This command in its envelope. */\n    public fun sent({}): Envelope = Envelope({})",
        parameters.join(", "),
        passed.join(", ")
    )
}

/// What the lifecycles have in common.
fn shared(writer: &mut Writer) {
    let shared = writer.packages.of(SHARED);
    for (name, body) in COMMON {
        shared.define(name, body.to_owned());
    }
}

const COMMON: [(&str, &str); 3] = [
    (
        "LifecycleOf",
        "/** A lifecycle with the types of what it decides and of what its logs hold. */
public abstract class LifecycleOf<D : DecisionOf, E : Any> internal constructor(
    /** Its name on the wire. */
    public val word: String,
    /** Its Thai title. */
    public val th: String,
    /** Its English title. */
    public val en: String,
) {
    internal abstract val decisions: KSerializer<D>
    internal abstract val envelopes: KSerializer<out EnvelopeOf<D>>
    internal abstract val events: KSerializer<E>

    /** An envelope from its JSON, judged as the wire judges it: a call across the border. */
    public fun envelope(json: String): EnvelopeOf<D> = read(envelopes, judged(word, json))

    /** A decision from its JSON. */
    public fun decision(json: String): D = read(decisions, json)

    /** A log, NDJSON or a JSON array, as its events. What is of a later version is refused: it would be lost. */
    public fun events(log: String): List<E> = eventsOf(word, events, log)

    /** Events as NDJSON. */
    public fun log(events: List<E>): String = events.joinToString(\"\") { canonical(this.events, it) + \"\\n\" }

    override fun toString(): String = word
}",
    ),
    (
        "EnvelopeOf",
        "/** A command with who sends it and when; it is decided as [D]. */
public interface EnvelopeOf<D : DecisionOf> {
    /** The lifecycle of its command. */
    public val lifecycle: LifecycleOf<D, *>

    /** Canonical JSON. */
    public fun toJson(): String
}",
    ),
    (
        "DecisionOf",
        "/** What a command came to. */
public interface DecisionOf {
    /** Whether it is done. */
    public val isAccepted: Boolean
}",
    ),
];
