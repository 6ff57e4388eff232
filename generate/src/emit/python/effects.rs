//! What tells effects of one type apart, and what each is called.

use std::collections::{BTreeMap, BTreeSet};

use bosoto::base::shape::{Tagged, Ty};
use bosoto::contract::documents::Document;
use bosoto::lifecycles::any::Part;

use super::layout::{bracketed, docstring, quoted};
use super::module::{Module, Package};

/// `bosoto._effects`
pub fn write(package: &mut Package, all: &[Document]) {
    let mut details: BTreeMap<&str, &str> = BTreeMap::new();
    let mut titles: Vec<String> = Vec::new();
    // What several lifecycles send is called once.
    let mut named: BTreeSet<String> = BTreeSet::new();
    for tagged in all.iter().filter_map(effects) {
        for variant in tagged.variants {
            let name = match variant.detail {
                Some((field, word)) => {
                    details.insert(variant.name, field);
                    format!("{}:{word}", variant.name)
                }
                None => variant.name.to_owned(),
            };
            if let Some(title) = variant.title
                && named.insert(name.clone())
            {
                let text = [quoted(title.th()), quoted(title.en())];
                let before = format!("    {}: _Text(", quoted(&name));
                titles.push(fitting(&before, &text));
            }
        }
    }
    let details: Vec<String> = details
        .into_iter()
        .map(|(name, field)| format!("    {}: {},", quoted(name), quoted(field)))
        .collect();
    *package.module("_effects") = Module::new("What effects are called.");
    let module = package.module("_effects");
    module.import("bosoto._text", "Text as _Text");
    let about = docstring(
        "",
        "The field that says which one it is, by the type of the effect.",
    );
    module.define(
        "DETAILS",
        format!("DETAILS = {{\n{}\n}}\n{about}", details.join("\n")),
    );
    let about = docstring(
        "",
        "What the embedding system has to do, by the name of the effect.",
    );
    module.define(
        "TITLES",
        format!("TITLES = {{\n{}\n}}\n{about}", titles.join("\n")),
    );
}

/// The effects of a lifecycle.
fn effects(document: &Document) -> Option<&'static Tagged> {
    let lifecycle = document.lifecycle?;
    let own = document.name == format!("{}.{}", lifecycle.name(), Part::Effect.name());
    let Ty::Tagged(tagged) = document.ty else {
        return None;
    };
    own.then_some(tagged)
}

fn fitting(before: &str, items: &[String]) -> String {
    bracketed(before, items, "),")
}
