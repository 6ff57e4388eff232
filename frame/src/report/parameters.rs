//! What two policies differ in, as people read it: each parameter by its title, each value by what it is called.

use bosoto::calendar::{Date, Style};
use bosoto::policy::Document;
use bosoto::shape::{Record, Shaped as _, Ty};
use bosoto::text::Text;
use bosoto::{Policy, wire};
use serde_json::{Map, Value};

use super::Language;

const YES: Text = Text::given(&["ใช่", "yes"]);
const NO: Text = Text::given(&["ไม่ใช่", "no"]);
const NOTHING: Text = Text::given(&["ไม่มี", "none"]);
const FROM: Text = Text::given(&["ตั้งแต่", "from"]);
/// The field of an edition that says from when it is in force.
const SINCE: &str = "from";

/// A parameter in which they differ: its title, and its value under each.
pub(super) struct Differing {
    pub title: &'static str,
    pub values: [String; 2],
}

/// The parameters in which the policies differ, in the order of the contract.
pub(super) fn differing(policies: [&Policy; 2], language: Language) -> Vec<Differing> {
    let documents = policies.map(|policy| {
        let document = wire::to_json(policy.document());
        serde_json::from_str::<Map<String, Value>>(&document).unwrap_or_default()
    });
    let fields = Document::TY.record().fields.iter();
    let differing = fields.filter_map(|field| {
        let [a, b] = documents.each_ref().map(|one| one.get(field.name()));
        (a != b).then(|| Differing {
            title: field.title().map_or("", |title| language.of(title)),
            values: [a, b].map(|value| said(value.unwrap_or(&Value::Null), field.ty, language)),
        })
    });
    differing.collect()
}

/// A value as people read it.
fn said(value: &Value, ty: Ty, language: Language) -> String {
    match value {
        Value::Null => language.of(NOTHING).to_owned(),
        Value::Bool(flag) => language.of(if *flag { YES } else { NO }).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => word(text, ty, language),
        Value::Array(items) if items.is_empty() => language.of(NOTHING).to_owned(),
        Value::Array(items) => {
            let items = items
                .iter()
                .map(|item| said(item, ty.of_element(), language));
            let between = if ty.of_element().record().fields.is_empty() {
                ", "
            } else {
                "; "
            };
            items.collect::<Vec<_>>().join(between)
        }
        Value::Object(edition) => in_force(edition, ty.record(), language),
    }
}

/// A word by what it is called, a day as people write it, any other text as it is.
fn word(text: &str, ty: Ty, language: Language) -> String {
    if ty.is_date() {
        return day(text, language);
    }
    if let Ty::Words(words) = ty
        && let Some(word) = words.word(text)
    {
        return language.of(word.title()).to_owned();
    }
    text.to_owned()
}

fn day(text: &str, language: Language) -> String {
    let style = match language {
        Language::Thai => Style::ThaiAbbreviated,
        Language::English => Style::Iso,
    };
    Date::parse(text).map_or_else(|_| text.to_owned(), |day| day.format(style).to_string())
}

/// An edition: from when, and what it gives.
fn in_force(edition: &Map<String, Value>, shape: &Record, language: Language) -> String {
    let given = shape.fields.iter().filter_map(|field| {
        let value = said(edition.get(field.name())?, field.ty, language);
        let title = match field.name() {
            SINCE => language.of(FROM),
            _ => language.of(field.title()?),
        };
        Some(format!("{title} {value}"))
    });
    given.collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(a: &str, b: &str, language: Language) -> Vec<String> {
        let [a, b] = [a, b].map(|policy| Policy::read(policy).unwrap());
        let differing = differing([&a, &b], language).into_iter();
        let line = |one: Differing| format!("{}: {}", one.title, one.values.join(" | "));
        differing.map(line).collect()
    }

    #[test]
    fn a_parameter_is_called_by_its_title_and_a_value_by_its_own() {
        let b = r#"{"drop_out_days": 30, "program_days": [60, 90], "coordination_required": true,
            "visit_cadence": "rolling", "later": [{"from": "2024-10-01", "drop_out_days": 20}]}"#;
        let english = told("{}", b, Language::English).join("\n");
        assert!(
            english.contains("time that must pass before a drop-out: 45 | 30"),
            "{english}"
        );
        assert!(english.contains(": 90, 120 | 60, 90"), "{english}");
        assert!(english.contains(": no | yes"), "{english}");
        assert!(
            english.contains(": none | from 2024-10-01 · time that must pass before a drop-out 20"),
            "{english}"
        );
        let two = r#"{"later": [{"from": "2024-10-01", "program_days": [30, 60]},
            {"from": "2025-01-01", "drop_out_days": 20}]}"#;
        let english = told("{}", two, Language::English).join("\n");
        assert!(english.contains(" 30, 60; from 2025-01-01 · "), "{english}");
        let thai = told("{}", b, Language::Thai).join("\n");
        assert!(thai.contains("ตั้งแต่ 1 ต.ค. 2567 · "), "{thai}");
        assert!(
            !thai
                .replace("Drop out", "")
                .contains(|c: char| c.is_ascii_alphabetic() || "_\"{}[]".contains(c)),
            "{thai}"
        );
    }

    #[test]
    fn the_same_policy_differs_in_nothing() {
        assert!(told("{}", r#"{"drop_out_days": 45}"#, Language::Thai).is_empty());
    }
}
