//! The registry: every rule by its id with the places that apply it, every parameter with the rule that
//! states it, every fault by its number, everything that can be owed.
//!
//! Nothing is defined here; each room lists its own.
//!
//! ```
//! use bosoto::registry;
//!
//! let rule = registry::rule("CT-16").expect("known");
//! assert_eq!(rule.title.th(), "ผู้ป่วยขาดนัดระหว่างบำบัด");
//! assert!(rule.parameters.contains(&"absence_report_days"));
//! assert!(registry::applied().iter().any(|applied| applied.rule == rule));
//! ```

use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::base::fault::Fault;
use crate::base::order;
use crate::base::rule::{self, Applied, Rule};
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::{self, area, calendar, day, icd10, identifier};
use crate::indicator;
use crate::lifecycle;
use crate::lifecycle::{Relation, RelationName};
use crate::lifecycles::any;
use crate::lifecycles::compulsory::Compulsory;
use crate::policy::{self, Allowed, EditionOf, Parameter, Unit};
use crate::question;
use crate::record;
use crate::rulebook::{access, general};
use crate::schedule::Owed;
use crate::surveillance;

/// The families in the order of the rulebook, each by the prefix of its ids; one that is not named comes after
/// them, in the order of the lifecycles.
const FAMILIES: [&str; 11] = [
    "GE", "TM", "CT", "AS", "EP", "AC", "AD", "SV", "KP", "QL", "RV",
];

/// Every rule, in the order of the rulebook.
pub fn rules() -> Vec<&'static Rule> {
    let before: [&[&Rule]; 4] = [
        general::RULES,
        &[&day::GE_06],
        general::OF_MISTAKES,
        calendar::rules::RULES,
    ];
    let after: [&[&Rule]; 7] = [
        question::rules::RULES,
        access::RULES,
        surveillance::rules::RULES,
        indicator::rules::RULES,
        &[
            &identifier::RV_01,
            &area::RV_02,
            &identifier::RV_03,
            &icd10::RV_04,
        ],
        record::rules::RULES,
        &[&identifier::RV_08],
    ];
    let lifecycles = any::ALL.iter().map(|lifecycle| lifecycle.rules());
    let rooms = before.into_iter().chain(lifecycles).chain(after);
    let mut rules: Vec<&Rule> = rooms.flatten().copied().collect();
    order::sort_by_key(&mut rules, |rule| family(rule));
    rules
}

/// The place of a rule's family.
fn family(rule: &Rule) -> usize {
    let prefix = rule.id.split_once('-').map(|(prefix, _)| prefix);
    let known = FAMILIES.iter().position(|family| Some(*family) == prefix);
    known.unwrap_or(FAMILIES.len())
}

/// The rule with this id, spelled exactly; `None` where there is none.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().into_iter().find(|rule| rule.id == id)
}

/// Where each rule is applied: by the tables of the lifecycles, or where the sources say so.
pub fn applied() -> Vec<Applied> {
    let lifecycles = any::ALL.iter().flat_map(|lifecycle| lifecycle.applied());
    let mut places: Vec<Applied> = base::APPLIED.to_vec();
    places.extend(lifecycle::APPLIED);
    places.extend(lifecycles);
    places.extend(surveillance::APPLIED);
    places.extend(indicator::APPLIED);
    places.extend(record::APPLIED);
    places.extend(question::APPLIED);
    places
}

/// Every fault of a value, by its number.
pub fn faults() -> Vec<&'static Fault> {
    let mut faults: Vec<&Fault> = identifier::FAULTS.to_vec();
    for lifecycle in any::ALL {
        faults.extend(lifecycle.faults());
    }
    order::sort_by_key(&mut faults, |fault| fault.number);
    faults.dedup_by(|one, other| std::ptr::eq(*one, *other));
    faults
}

/// Everything that can be owed: by a case of each lifecycle, then by others.
pub fn owed() -> Vec<&'static Owed> {
    let lifecycles = any::ALL.iter().map(|lifecycle| lifecycle.owed());
    let others = [surveillance::OWED, question::OWED];
    lifecycles.chain(others).flatten().copied().collect()
}

/// The words that the lifecycles list under a name ([`Ty::Listed`](crate::shape::Ty::Listed)), with what
/// they are.
pub fn listed(name: &str) -> (Vec<(&'static str, Text)>, &'static str) {
    match name {
        "Owed" => {
            let owed = owed().into_iter();
            let titles = owed.map(|owed| (owed.name, owed.title));
            (titles.collect(), "What is owed.")
        }
        "Lifecycle" => {
            let titles = any::ALL.iter().map(|one| (one.name(), one.title()));
            (titles.collect(), "A lifecycle.")
        }
        "Flag" => (flags(), "What is flagged."),
        _ => {
            let known = relations().into_iter();
            let titles = known.map(|known| (known.name, known.title));
            (
                titles.collect(),
                "How an actor stands to a case: the columns of the permission matrix (AD-08).",
            )
        }
    }
}

/// Everything that can be flagged, each name once.
pub fn flags() -> Vec<(&'static str, Text)> {
    let mut found: Vec<(&'static str, Text)> = Vec::new();
    for flag in any::ALL.iter().flat_map(|lifecycle| lifecycle.flagged()) {
        if !found.iter().any(|known| known.0 == flag.0) {
            found.push(flag);
        }
    }
    found
}

/// Something that can be owed, with what it is called.
#[derive(Debug, Clone, Copy, Serialize, Shape)]
pub struct Named {
    /// The name on the wire.
    #[title("งานที่ต้องทำ", "what is owed")]
    pub what: &'static str,
    /// What it is called.
    #[title("ชื่อที่แสดง", "name shown")]
    pub title: Text,
}

/// How an actor can stand to a case, by name, those of all lifecycles first; one that lifecycles call
/// differently is called as the first of them calls it.
pub fn relations() -> Vec<RelationName> {
    let mut found: Vec<RelationName> = Vec::new();
    let general = [Relation::<Compulsory>::ANY, Relation::NAMED_IN_COMMAND];
    let general = general.map(|relation| RelationName {
        name: relation.name,
        title: relation.title,
    });
    let machines = any::ALL.iter().map(|lifecycle| lifecycle.machine());
    let own = machines
        .flat_map(|machine| machine.commands)
        .flat_map(|command| command.who)
        .map(|who| who.relation);
    for relation in general.into_iter().chain(own) {
        if !found.iter().any(|known| known.name == relation.name) {
            found.push(relation);
        }
    }
    found
}

/// A parameter of the policy with the rule that states it.
#[derive(Debug, Clone, Copy, Serialize, Shape)]
#[shape(name = "Parameter")]
pub struct Stated {
    /// The name on the wire.
    #[title("ชื่อในข้อมูล", "name in the data")]
    pub name: &'static str,
    /// The rule that states the number or the choice.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// The unit of the number or numbers.
    #[title("หน่วยนับ", "unit of measure")]
    pub unit: Unit,
    /// The range, or the values that are allowed.
    #[title("ค่าที่กำหนดได้", "allowed values")]
    pub allowed: Allowed,
    /// The default as JSON; in the answer, the value itself.
    #[title("ค่าตั้งต้น", "default")]
    #[serde(serialize_with = "value")]
    #[shape(with = Value)]
    pub default: &'static str,
    /// The title.
    #[title("ชื่อที่แสดง", "name shown")]
    pub title: Text,
    /// Which edition of a policy gives it.
    #[title("ใช้ค่าของฉบับใด", "whose edition gives it")]
    pub edition_of: EditionOf,
}

/// Writes JSON as the value that it is.
fn value<S: Serializer>(json: &&str, serializer: S) -> Result<S::Ok, S::Error> {
    let value: &RawValue = serde_json::from_str(json).map_err(S::Error::custom)?;
    value.serialize(serializer)
}

/// Every parameter of the policy, in the order of the contract; each is stated by one rule.
pub fn parameters() -> Vec<Stated> {
    let rules = rules();
    let stated = |parameter: &Parameter| {
        let rule = rules.iter().find(|rule| rule.states(parameter.name))?;
        Some(Stated {
            name: parameter.name,
            rule,
            unit: parameter.unit,
            allowed: parameter.allowed,
            default: parameter.default,
            title: parameter.title,
            edition_of: parameter.edition_of,
        })
    };
    policy::parameters().iter().filter_map(stated).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::base::documents;
    use crate::base::rule::Force;
    use crate::base::text::text;

    /// The names of the parameters, but for the one that names an edition.
    fn parameter_names() -> impl Iterator<Item = &'static str> {
        let names = policy::parameters().iter().map(|parameter| parameter.name);
        names.filter(|name| *name != "profile")
    }

    fn is_thai(c: char) -> bool {
        ('\u{0e00}'..='\u{0e7f}').contains(&c)
    }

    /// What the rule that states a choice says of its default, where that is no number.
    const CHOICES: [(&str, Text); 10] = [
        (
            "profile",
            text!(
                "คู่มือ พ.ศ. 2564 ซึ่งเป็นค่าตั้งต้น",
                "manual of B.E. 2564, the default",
            ),
        ),
        (
            "drop_out_anchor",
            text!(
                "ค่าตั้งต้นนับจากวันที่แจ้ง",
                "by default they run from the notification",
            ),
        ),
        (
            "letter_rule",
            text!("ทางใดทางหนึ่ง", "A letter by either route"),
        ),
        (
            "incomplete_needs_quality_of_life",
            text!(
                "ใช้กับผล “ไม่ครบโปรแกรม” ด้วย",
                "holds for a program not completed too",
            ),
        ),
        (
            "assignment_required",
            text!("ค่าตั้งต้นไม่บังคับ", "by default not required"),
        ),
        (
            "delegated_admins",
            text!("ค่าตั้งต้นไม่มีหน่วยงานใด", "by default none"),
        ),
        (
            "coordination_required",
            text!("ค่าตั้งต้นไม่บังคับ", "by default not required"),
        ),
        (
            "visit_cadence",
            text!("ค่าตั้งต้นเป็นรอบคงที่", "By default the rhythm is fixed"),
        ),
        (
            "smiv_running_year",
            text!("ค่าตั้งต้นพิจารณาตามสัดส่วน", "by default pro rata"),
        ),
        (
            "smiv_repeat_window",
            text!("ค่าตั้งต้นนับตั้งแต่ 1 ตุลาคม", "by default from 1 October"),
        ),
    ];

    /// The Latin words that a Thai text may have, besides ids of rules and codes such as F00, 1B030 or 506S.
    const LATIN: &str = "A ADDRESS ADMIN B CODE D_UPDATE DEATH DIAGNOSIS_IPD DIAGNOSIS_OPD DSM-5 Drop F43_ \
        ICD-10 ISO N OAS PERSON PID PIN Profile Rate Retention SEQ SERVICE SMI-V SPECIALPP \
        UTC UTF-8 WHOQOL-BREF-THAI Windows-874 YYYYMMDD YYYYMMDDHHMMSS ZIP ext mod out txt version";

    /// A short text has at most so many characters. Thai marks no end of a sentence: the length stands for it.
    const SHORT_TH: usize = 200;
    const SHORT_EN: usize = 200;

    /// What a rule itself says, without its sources.
    fn own_texts(rule: &Rule) -> [Text; 3] {
        [rule.title, rule.short, rule.text]
    }

    fn texts(rule: &Rule) -> Vec<Text> {
        let mut texts = own_texts(rule).to_vec();
        for source in rule.sources {
            texts.extend([source.section, source.document.title]);
        }
        texts
    }

    /// The words of ASCII letters, digits, hyphens and underscores.
    fn words(text: &str) -> impl Iterator<Item = &str> {
        text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))
    }

    /// The numbers in a text, as they are written.
    fn numbers(text: &str) -> BTreeSet<&str> {
        text.split(|c: char| !c.is_ascii_digit()).collect()
    }

    /// Whether a word is a code: F00, 1B030, 506S, V2.
    fn is_code(word: &str) -> bool {
        let upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        word.chars().all(upper) && word.contains(|c: char| c.is_ascii_digit())
    }

    #[test]
    fn every_rule_has_an_id_of_its_own_and_stands_with_its_family() {
        let ids: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len());
        let mut families: Vec<&str> = ids.iter().filter_map(|id| id.split('-').next()).collect();
        families.dedup();
        let (named, others) = families.split_at(FAMILIES.len());
        assert_eq!(named, FAMILIES);
        let unique: BTreeSet<&&str> = others.iter().collect();
        assert_eq!(unique.len(), others.len(), "{others:?}");
    }

    #[test]
    fn every_rule_is_found_by_its_id_and_nothing_else_is() {
        for expected in rules() {
            assert_eq!(rule(expected.id), Some(expected));
        }
        for id in [
            "", "CT", "CT-", "CT-23", "ct-16", "CT-16 ", "XX-01", "TM-01",
        ] {
            assert_eq!(rule(id), None, "{id}");
        }
        let absence = rule("CT-16").unwrap();
        assert_eq!(
            absence.parameters,
            ["absence_report_days", "traces_required"]
        );
        assert_eq!(absence.force, Force::Must);
        assert_eq!(absence.title.th(), "ผู้ป่วยขาดนัดระหว่างบำบัด");
    }

    #[test]
    fn thai_is_thai_and_english_is_english() {
        for rule in rules() {
            for text in texts(rule) {
                assert!(text.th().chars().any(is_thai), "{}: {}", rule.id, text.th());
                assert!(
                    !text.en().chars().any(is_thai),
                    "{}: {}",
                    rule.id,
                    text.en()
                );
                for side in [text.th(), text.en()] {
                    assert!(!side.is_empty(), "{}", rule.id);
                    assert_eq!(side.trim(), side, "{}: {side}", rule.id);
                    assert!(!side.contains("  "), "{}: {side}", rule.id);
                    assert!(!side.contains(['\n', '\t']), "{}: {side}", rule.id);
                }
            }
        }
    }

    #[test]
    fn a_default_is_a_value_as_a_policy_has_it() {
        let defaults = serde_json::to_value(parameters()).unwrap();
        let policy = serde_json::to_value(policy::Policy::default()).unwrap();
        for parameter in defaults.as_array().unwrap() {
            let name = parameter["name"].as_str().unwrap();
            assert_eq!(parameter["default"], policy[name], "{name}");
        }
    }

    #[test]
    fn every_parameter_is_claimed() {
        let mut claimed = BTreeSet::new();
        for rule in rules() {
            let parameters: BTreeSet<&str> = rule.parameters.iter().copied().collect();
            assert_eq!(parameters.len(), rule.parameters.len(), "{}", rule.id);
            claimed.extend(parameters);
        }
        assert_eq!(claimed, parameter_names().collect());
    }

    #[test]
    fn the_rule_that_states_a_parameter_says_its_default() {
        let mut chosen = 0;
        for Stated {
            name,
            rule,
            allowed,
            default,
            ..
        } in parameters()
        {
            let (th, en) = (rule.text.th(), rule.text.en());
            match allowed {
                Allowed::Integer { .. } | Allowed::Divides { .. } | Allowed::Rising { .. } => {
                    let stated = numbers(default).into_iter().filter(|n| !n.is_empty());
                    for number in stated {
                        assert!(numbers(th).contains(number), "{name}: {number} in {th}");
                        assert!(numbers(en).contains(number), "{name}: {number} in {en}");
                    }
                }
                Allowed::OneOf { .. } | Allowed::Flag | Allowed::Texts => {
                    let words = CHOICES.iter().find(|(choice, _)| *choice == name);
                    let missing = "put what its rule says of the default into CHOICES";
                    let (_, words) = words.unwrap_or_else(|| panic!("{name}: {missing}"));
                    assert!(th.contains(words.th()), "{name}: {th}");
                    assert!(en.contains(words.en()), "{name}: {en}");
                    chosen += 1;
                }
            }
        }
        assert_eq!(chosen, CHOICES.len());
    }

    #[test]
    fn no_text_names_a_parameter_or_a_choice_of_one() {
        let choices = policy::parameters()
            .iter()
            .flat_map(|parameter| match parameter.allowed {
                Allowed::OneOf { names } => names,
                Allowed::Integer { .. }
                | Allowed::Divides { .. }
                | Allowed::Rising { .. }
                | Allowed::Flag
                | Allowed::Texts => &[],
            });
        let choices = choices.copied().filter(|name| name.contains(['_', '-']));
        let names: BTreeSet<&str> = parameter_names().chain(choices).collect();
        for rule in rules() {
            for text in own_texts(rule) {
                for side in [text.th(), text.en()] {
                    assert!(!side.contains('`'), "{}: {side}", rule.id);
                    for word in words(side) {
                        assert!(!names.contains(word), "{}: {word}", rule.id);
                        let upper = !word.contains(|c: char| c.is_ascii_lowercase());
                        assert!(upper || !word.contains('_'), "{}: {word}", rule.id);
                    }
                }
            }
        }
    }

    #[test]
    fn a_thai_text_has_no_latin_but_the_terms_of_the_sources() {
        let allowed: BTreeSet<&str> = LATIN.split_whitespace().collect();
        let mut used = BTreeSet::new();
        let latin = |word: &&str| word.contains(|c: char| c.is_ascii_alphabetic());
        for rule in rules() {
            for text in own_texts(rule) {
                for word in words(text.th()).filter(latin) {
                    let named = self::rule(word).is_some() || is_code(word);
                    let known = named || allowed.contains(word);
                    assert!(
                        known,
                        "{}: {word}: say it in Thai, or put it into LATIN",
                        rule.id
                    );
                    used.insert(word);
                }
            }
        }
        assert!(allowed.is_subset(&used), "{:?}", allowed.difference(&used));
    }

    #[test]
    fn every_rule_has_a_short_text_of_two_sentences_at_most() {
        for rule in rules() {
            let (th, en) = (rule.short.th(), rule.short.en());
            let [length_th, length_en] = [th, en].map(|side| side.chars().count());
            assert!(length_th <= SHORT_TH, "{}: {length_th} {th}", rule.id);
            assert!(length_en <= SHORT_EN, "{}: {length_en} {en}", rule.id);
            let sentences = en.split(". ").count();
            assert!(en.ends_with('.') && sentences <= 2, "{}: {en}", rule.id);
        }
    }

    #[test]
    fn every_parameter_is_stated_by_exactly_one_rule() {
        assert_eq!(parameters().len(), policy::parameters().len());
        for parameter in policy::parameters() {
            let stating = rules()
                .into_iter()
                .filter(|rule| rule.states(parameter.name));
            assert_eq!(stating.count(), 1, "{}", parameter.name);
        }
    }

    #[test]
    fn every_fault_has_a_number_of_its_own() {
        let faults = faults();
        for pair in faults.windows(2) {
            assert!(pair[0].number < pair[1].number, "{:?}", pair[0]);
        }
    }

    #[test]
    fn no_command_lists_a_refusal_or_a_warning_twice() {
        for lifecycle in any::ALL {
            for command in lifecycle.machine().commands {
                let refusals = command.refusals.iter();
                let refusals = refusals.map(|one| (one.name, one.refusal.en()));
                let warnings = command.warnings.iter();
                let warnings = warnings.map(|one| (one.name, one.warning.en()));
                let listed: Vec<(&str, &str)> = refusals.chain(warnings).collect();
                let unique: BTreeSet<(&str, &str)> = listed.iter().copied().collect();
                assert_eq!(unique.len(), listed.len(), "{}", command.action);
            }
        }
    }

    #[test]
    fn a_decision_of_the_library_says_so() {
        for rule in rules() {
            let own = rule.force == Force::Decision;
            assert!(own || !rule.sources.is_empty(), "{}", rule.id);
            let (th, en) = (rule.text.th(), rule.text.en());
            let says_th = th.contains("ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร");
            let says_en = en.contains("added by the system, not in the documents");
            assert!(says_th || !own, "{}: {th}", rule.id);
            assert_eq!(says_th, says_en, "{}: {en}", rule.id);
        }
    }

    #[test]
    fn json_has_the_contract_s_shape() {
        let json = serde_json::to_value(rule("CT-16")).unwrap();
        let keys: Vec<&str> = json
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            keys,
            [
                "rule",
                "title",
                "short",
                "text",
                "force",
                "sources",
                "parameters"
            ]
        );
        assert_eq!(json["rule"], "CT-16");
        assert_eq!(json["force"], "must");
        assert_eq!(json["sources"][0]["document"]["tag"], "CM");
        assert_eq!(json["sources"][0]["document"]["date"], "2021-01-26");
        assert_eq!(
            json["sources"][0]["section"]["th"],
            "ข้อ 5 กรณีผู้ป่วยขาดนัดระหว่างบำบัด (กดรับงานแล้ว)"
        );
        assert_eq!(json["sources"][1]["document"]["tag"], "MG");
        assert_eq!(json["parameters"][0], "absence_report_days");

        let undated = serde_json::to_value(documents::F43).unwrap();
        assert_eq!(undated.get("date"), None);
        let bare = serde_json::to_value(rule("GE-02")).unwrap();
        assert_eq!(bare["sources"], serde_json::json!([]));
        assert_eq!(bare["force"], "decision");
    }
}
