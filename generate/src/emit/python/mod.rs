//! The Python package: the classes of the typed API, and every document as a type checker sees it.

mod calls;
mod documents;
mod effects;
mod layout;
mod lifecycles;
mod module;
mod types;

use bosoto::any;
use bosoto::base::shape::{Record, Ty};
use bosoto::call;
use bosoto::contract::documents::{self as contract_documents, Document};
use bosoto::lifecycles::any::Part;

use crate::{Contract, Files};

/// The answers that are classes; what they are made of are classes too.
const ANSWERS: [&str; 13] = [
    "Action",
    "Area",
    "BrokenLine",
    "Casework",
    "Conflict",
    "DistrictGaps",
    "Figure",
    "Obligation",
    "Reason",
    "Rule",
    "Warning",
    "WorklistItem",
    "Workload",
];

/// What `bosoto.results` has from a module that is written by hand.
const RESULTS: [(&str, &str); 5] = [
    ("bosoto._answer", "THAI_TIME"),
    ("bosoto._answer", "Effect"),
    ("bosoto._answer", "Event"),
    ("bosoto._answer", "Rows"),
    ("bosoto._text", "Text"),
];

/// `bindings-python/python/bosoto/`
pub fn files(contract: &Contract) -> Files {
    let all = contract_documents::all();
    let mut files = typed(contract, &all).package.files();
    files.extend(as_documents(&all).package.files());
    files.insert(lifecycles::STUB.to_owned(), lifecycles::stub());
    files
}

/// The names that would stand for two classes in one module.
pub fn clashes(contract: &Contract) -> Vec<String> {
    let all = contract_documents::all();
    let mut clashes = typed(contract, &all).package.clashes();
    clashes.extend(as_documents(&all).package.clashes());
    clashes
}

fn typed(contract: &Contract, all: &[Document]) -> types::Writer {
    let mut writer = types::Writer::default();
    let about = |writer: &mut types::Writer, name: &str, text: &str| {
        *writer.package.module(name) = module::Module::new(text);
    };
    about(
        &mut writer,
        "types",
        "What the commands, the policy and the answers share.",
    );
    about(
        &mut writer,
        "policy",
        "The policy: every number and every choice that the rules leave open.",
    );
    about(
        &mut writer,
        "results",
        "What the library answers, as frozen dataclasses made from its JSON.",
    );
    for (machine, lifecycle) in contract.lifecycles.iter().zip(any::ALL) {
        let title = machine.title;
        let text = format!("{}: the commands of the {}.", title.th(), title.en());
        about(&mut writer, machine.lifecycle, &text);
        words(&mut writer, lifecycle.shape(Part::State));
        writer.commands(machine, lifecycle.shape(Part::Command));
    }
    for document in all {
        match document.name.as_str() {
            "policy" => writer.policy(document.ty.record()),
            "actor" => writer.part(document.ty.record()),
            _ => words(&mut writer, document.ty),
        }
    }
    writer.listed("Flag");
    for record in answers(all) {
        writer.answer(record);
    }
    let results = writer.package.module("results");
    for (module, name) in RESULTS {
        results.import(module, name);
        results.export(name);
    }
    lifecycles::name(&mut writer.package);
    effects::write(&mut writer.package, all);
    calls::write(&mut writer.package);
    writer
}

/// Every word that a document can have.
fn words(writer: &mut types::Writer, ty: Ty) {
    match ty {
        Ty::Words(words) => writer.words(words),
        Ty::Listed(name) => writer.listed(name),
        Ty::Record(record) => {
            for field in record.fields {
                words(writer, field.ty);
            }
        }
        Ty::Tagged(tagged) => {
            let parts = tagged.variants.iter().flat_map(|variant| variant.parts);
            for part in parts {
                words(writer, Ty::Record(part));
            }
        }
        Ty::Either(all) => {
            for one in all {
                words(writer, *one);
            }
        }
        Ty::List(element, _) => words(writer, *element),
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

/// The answers among what documents hold and calls answer, by name.
fn answers(all: &[Document]) -> Vec<&'static Record> {
    let mut found = Vec::new();
    for document in all.iter().filter(|document| document.lifecycle.is_none()) {
        gather(document.ty, &mut found);
    }
    for call in call::TABLE {
        gather(call.answer, &mut found);
    }
    found.sort_by_key(|record| record.name());
    found.dedup_by_key(|record| record.name());
    found
}

fn gather(ty: Ty, found: &mut Vec<&'static Record>) {
    match ty {
        Ty::Record(record) => {
            if ANSWERS.contains(&record.name()) {
                found.push(record);
            }
            for field in record.fields {
                gather(field.ty, found);
            }
        }
        Ty::Tagged(tagged) => {
            for part in tagged.variants.iter().flat_map(|variant| variant.parts) {
                gather(Ty::Record(part), found);
            }
        }
        Ty::List(element, _) => gather(*element, found),
        Ty::Either(all) => {
            for one in all {
                gather(*one, found);
            }
        }
        Ty::Text(_)
        | Ty::Integer { .. }
        | Ty::Numbers(_)
        | Ty::Flag
        | Ty::Constant(_)
        | Ty::Date
        | Ty::Instant
        | Ty::Words(_)
        | Ty::Listed(_)
        | Ty::Any => {}
    }
}

fn as_documents(all: &[Document]) -> documents::Writer {
    let mut writer = documents::Writer::default();
    *writer.package.module("documents.shared") =
        module::Module::new("The documents that all lifecycles share, as their JSON is read.");
    *writer.package.module("documents.__init__") =
        module::Module::new("Every document as its JSON is read: a `TypedDict` for each object.");
    for lifecycle in any::ALL {
        let title = lifecycle.title();
        let text = format!(
            "{}: the documents of the {}, as their JSON is read.",
            title.th(),
            title.en()
        );
        let name = format!("documents.{}", lifecycle.name());
        *writer.package.module(&name) = module::Module::new(text);
    }
    for document in all {
        writer.document(&document.name, document.ty);
    }
    for call in call::TABLE {
        writer.answer(call.answer);
    }
    writer
}
