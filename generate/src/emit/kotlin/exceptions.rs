//! The exceptions: one for each document that says why there is no answer, and one for each kind of refusal.

use bosoto::base::shape::{Record, Ty, Words};
use bosoto::contract::camel;
use bosoto::contract::documents::Document;

use super::names::{class, constant, kdoc, property};
use super::types::{SHARED, Writer};

/// `WireException`, `DataException` and `RefusedException` with its kinds.
pub fn write(writer: &mut Writer, all: &[Document]) {
    for name in ["error", "data_error"] {
        let found = all.iter().find(|document| document.name == name);
        let inner = found.and_then(|document| document.ty.record().fields.first());
        if let Some(field) = inner {
            thrown(writer, field.ty.record());
        }
    }
    if let Some(reason) = reason(all) {
        refused(writer, reason);
    }
}

/// The reason of a refusal, as the shared decision has it.
fn reason(all: &[Document]) -> Option<&'static Record> {
    let decision = all.iter().find(|document| document.name == "decision")?;
    let Ty::Tagged(tagged) = decision.ty else {
        return None;
    };
    let mut fields = tagged.variants.iter().flat_map(|variant| variant.fields());
    Some(
        fields
            .find(|field| field.name() == "reasons")?
            .ty
            .of_element()
            .record(),
    )
}

/// An exception that carries a document, its fields as its own.
fn thrown(writer: &mut Writer, record: &'static Record) {
    let document = writer.hint(SHARED, Ty::Record(record));
    let name = format!("{}Exception", record.name().trim_end_matches("Error"));
    let mut members = String::new();
    for field in record
        .fields
        .iter()
        .filter(|field| field.name() != "message")
    {
        let hint = writer.hint(SHARED, field.ty);
        let absent = if field.required { "" } else { "?" };
        let about = kdoc("    ", &bosoto::contract::described(field));
        let property = property(field.name());
        members.push_str(&format!(
            "{about}    public val {property}: {hint}{absent} get() = error.{property}\n"
        ));
    }
    let about = kdoc("", record.about());
    let body = format!(
        "{about}public class {name}(public val error: {document}) : BosotoException(error.message.th, error.message.en) {{\n{members}}}"
    );
    writer.packages.of(SHARED).define(&name, body);
}

/// The refusals: a class for each kind, with what a reason may say beside rule and kind.
fn refused(writer: &mut Writer, reason: &'static Record) {
    let document = writer.hint(SHARED, Ty::Record(reason));
    let mut members = String::new();
    for field in reason
        .fields
        .iter()
        .filter(|field| field.name() != "message")
    {
        let hint = writer.hint(SHARED, field.ty);
        let absent = if field.required { "" } else { "?" };
        let about = kdoc("    ", &bosoto::contract::described(field));
        let property = property(field.name());
        members.push_str(&format!(
            "{about}    public val {property}: {hint}{absent} get() = reason.{property}\n"
        ));
    }
    let Some(kinds) = kinds(reason) else { return };
    let kind = class(kinds.name);
    let list = format!("List<{document}>");
    let mut classes = String::new();
    let mut made = String::new();
    for word in kinds.words {
        let name = camel(word.name);
        let title = word.title();
        let about = kdoc("    ", &format!("{} ({}).", title.th(), title.en()));
        classes.push_str(&format!("{about}    public class {name} internal constructor(reasons: {list}) : RefusedException(reasons)\n\n"));
        made.push_str(&format!(
            "            {kind}.{} -> {name}(reasons)\n",
            constant(word.name)
        ));
    }
    let body = format!(
        "/** The rules refuse a command: the first reason, of whose kind this is, and all of them. */
public sealed class RefusedException(public val reasons: {list}) : BosotoException(reasons.first().message.th, reasons.first().message.en) {{
    private val reason: {document} get() = reasons.first()

{members}
{classes}    public companion object {{
        /** The exception of the kind of the first of these reasons. */
        @JvmStatic public fun of(reasons: {list}): RefusedException = when (reasons.first().kind) {{
{made}        }}
    }}
}}"
    );
    writer.packages.of(SHARED).define("RefusedException", body);
}

fn kinds(reason: &Record) -> Option<&'static Words> {
    let kind = reason.fields.iter().find(|field| field.name() == "kind")?;
    let Ty::Words(words) = kind.ty else {
        return None;
    };
    Some(words)
}
