//! The Kotlin binding: the types of the contract, the exceptions and the calls.

mod calls;
mod exceptions;
mod lifecycles;
mod names;
mod package;
mod types;

use std::collections::BTreeMap;

use bosoto::base::shape::Ty;
use bosoto::contract::documents::{self, Document};

use crate::{Contract, Files};

pub use package::MARK;

/// What only tests read, and what other types say better.
const LEFT_OUT: [&str; 4] = ["decision", "effect", "scenario", "worklist_cases"];

/// `bindings-kotlin/jvm/src/main/kotlin/`
pub fn files(contract: &Contract) -> Files {
    written(contract).packages.files()
}

/// The names that would stand for two types in one package.
pub fn clashes(contract: &Contract) -> Vec<String> {
    written(contract).packages.clashes()
}

fn written(contract: &Contract) -> types::Writer {
    let all = documents::all();
    let mut writer = types::Writer::default();
    exceptions::write(&mut writer, &all);
    lifecycles::write(&mut writer, contract);
    for document in all.iter().filter(|document| is_shared(document)) {
        writer.hint(types::SHARED, document.ty);
    }
    for name in ["Lifecycle", "Flag"] {
        writer.hint(types::SHARED, Ty::Listed(name));
    }
    calls::write(&mut writer);
    rows(&mut writer);
    version(&mut writer);
    details(&mut writer, &all);
    writer
}

fn is_shared(document: &Document) -> bool {
    document.lifecycle.is_none() && !LEFT_OUT.contains(&document.name.as_str())
}

/// A worklist: its rows, and the logs that cannot be used.
fn rows(writer: &mut types::Writer) {
    writer
        .packages
        .of(types::SHARED)
        .define("Rows", ROWS.to_owned());
    writer
        .packages
        .of(types::SHARED)
        .define("RowsSerializer", READ.to_owned());
}

/// The version whose library the types are written for.
fn version(writer: &mut types::Writer) {
    let about = names::kdoc("", "The version of the library that these types are of.");
    let version = names::quoted(env!("CARGO_PKG_VERSION"));
    let body = format!("{about}internal const val VERSION: String = {version}");
    writer.packages.of(types::SHARED).define("VERSION", body);
}

/// The field that says which one an effect is, by its type.
fn details(writer: &mut types::Writer, all: &[Document]) {
    let effects = all
        .iter()
        .filter(|document| document.name.ends_with(".effect"));
    let mut details = BTreeMap::new();
    for document in effects {
        let Ty::Tagged(tagged) = document.ty else {
            continue;
        };
        let told = tagged
            .variants
            .iter()
            .filter_map(|one| Some((one.name, one.detail?.0)));
        details.extend(told);
    }
    let line =
        |(word, field)| format!("    {} to {},\n", names::quoted(word), names::quoted(field));
    let lines: String = details.into_iter().map(line).collect();
    let about = names::kdoc(
        "",
        "The field that says which one an effect is, by its type.",
    );
    let body = format!("{about}internal val DETAILS: Map<String, String> = mapOf(\n{lines})");
    writer.packages.of(types::SHARED).define("DETAILS", body);
}

const ROWS: &str = "/** A worklist: its rows, the most urgent first, and the errors of logs that cannot be used. */
@Serializable(with = RowsSerializer::class)
public data class Rows(val items: List<WorklistItem>, val broken: List<WireError>)";

const READ: &str = "internal object RowsSerializer : Split<Rows, WorklistItem, ErrorDocument>(\"error\", WorklistItem.serializer(), ErrorDocument.serializer()) {
    override fun of(first: List<WorklistItem>, second: List<ErrorDocument>): Rows = Rows(first, second.map { it.error })
    override fun first(value: Rows): List<WorklistItem> = value.items
    override fun second(value: Rows): List<ErrorDocument> = value.broken.map(::ErrorDocument)
}";
