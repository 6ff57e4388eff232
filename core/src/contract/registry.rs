//! The registry: every rule by its id with the places that apply it, every parameter with the rule that
//! states it, every fault by its number, everything that can be owed.
//!
//! Nothing is defined here; each room lists its own.
//!
//! ```
//! use bosoto::registry;
//!
//! let rule = registry::rule("CT-16").expect("known");
//! assert_eq!(rule.title.th, "ผู้ป่วยขาดนัดระหว่างบำบัด");
//! assert!(rule.parameters.contains(&"absence_report_days"));
//! assert!(registry::applied().iter().any(|applied| applied.rule == rule));
//! ```

use serde::Serialize;

use crate::base::fault::Fault;
use crate::base::rule::{self, Applied, Rule};
use crate::base::text::Text;
use crate::base::{self, area, calendar, day, identifier};
use crate::indicator;
use crate::lifecycle;
use crate::lifecycles::any;
use crate::policy::{self, Allowed, Parameter, Unit};
use crate::question;
use crate::rulebook::{access, general, record};
use crate::schedule::Owed;
use crate::surveillance;

/// The families in the order of the rulebook, each by the prefix of its ids.
const FAMILIES: [&str; 11] = [
    "GE", "TM", "CT", "AS", "EP", "AC", "AD", "SV", "KP", "QL", "RV",
];

/// Every rule, in the order of the rulebook.
pub fn rules() -> Vec<&'static Rule> {
    let before: [&[&Rule]; 3] = [general::RULES, &[&day::GE_06], calendar::rules::RULES];
    let after: [&[&Rule]; 7] = [
        question::rules::RULES,
        access::RULES,
        surveillance::rules::RULES,
        indicator::rules::RULES,
        &[&identifier::RV_01, &area::RV_02, &identifier::RV_03],
        record::RULES,
        &[&identifier::RV_08],
    ];
    let lifecycles = any::ALL.iter().map(|lifecycle| lifecycle.rules());
    let rooms = before.into_iter().chain(lifecycles).chain(after);
    let mut rules: Vec<&Rule> = rooms.flatten().copied().collect();
    rules.sort_by_key(|rule| family(rule));
    rules
}

/// The place of a rule's family; those that are not of the rulebook come last.
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
    places.extend(question::APPLIED);
    places
}

/// Every fault of a value, by its number.
pub fn faults() -> Vec<&'static Fault> {
    let mut faults: Vec<&Fault> = identifier::FAULTS.to_vec();
    for lifecycle in any::ALL {
        faults.extend(lifecycle.faults());
    }
    faults.sort_by_key(|fault| fault.number);
    faults.dedup_by(|one, other| std::ptr::eq(*one, *other));
    faults
}

/// Everything that can be owed: by a case of each lifecycle, then by others.
pub fn owed() -> Vec<&'static Owed> {
    let lifecycles = any::ALL.iter().map(|lifecycle| lifecycle.owed());
    let others = [surveillance::OWED, question::OWED];
    lifecycles.chain(others).flatten().copied().collect()
}

/// A parameter of the policy with the rule that states it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Stated {
    /// The name on the wire.
    pub name: &'static str,
    /// The rule that states the number or the choice.
    #[serde(serialize_with = "rule::id")]
    pub rule: &'static Rule,
    /// The unit of the number or numbers.
    pub unit: Unit,
    /// The range, or the values that are allowed.
    pub allowed: Allowed,
    /// The default as JSON.
    pub default: &'static str,
    /// The title.
    pub title: Text,
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

    /// Every id, in the order of the rulebook.
    const IDS: &str = "GE-01 GE-02 GE-03 GE-04 GE-05 GE-06 \
        TM-1 TM-2 TM-3 TM-4 TM-5 TM-6 \
        CT-01 CT-02 CT-03 CT-04 CT-05 CT-06 CT-06b CT-07 CT-08 CT-09 CT-09b CT-10 CT-11 CT-12 CT-13 \
        CT-14 CT-15 CT-16 CT-17 CT-18 CT-19 CT-20 CT-24 CT-21 CT-22 \
        AS-01 AS-02 AS-03 AS-04 AS-05 AS-06 AS-07 AS-07a AS-07b \
        EP-01 EP-02 EP-03 EP-04 EP-05 \
        AC-01 AC-02 AC-03 AC-04 AC-05 AC-06 AC-07 AC-08 AC-09 \
        AD-01 AD-01a AD-01b AD-02 AD-03 AD-04 AD-05 AD-06 AD-07 AD-08 \
        SV-01 SV-02 SV-03 SV-04 SV-05 \
        KP-15 KP-16 KP-22 \
        QL-01 QL-02 \
        RV-01 RV-02 RV-03 RV-04 RV-05 RV-06 RV-07 RV-08";

    /// Every parameter of the policy, as the contract names them.
    const PARAMETERS: &str = "no_show_hours first_trace_days second_trace_days trace_gap_days \
        absence_report_days traces_required drop_out_days drop_out_anchor letter_rule program_days \
        quality_of_life_required incomplete_needs_quality_of_life assignment_required \
        delegated_admins coordination_required registry_batch_days visit_first_days \
        visit_every_days visit_period_months visit_cadence user_follow_ups user_follow_up_months \
        follow_ups follow_up_months suggested_follow_up_months smiv_first_year smiv_later_years \
        smiv_running_year smiv_repeat_window non_consent_report_day province_report_days";

    /// The rules of the rulebook: a test may have a lifecycle of its own.
    fn known() -> impl Iterator<Item = &'static Rule> {
        let known = |rule: &&Rule| family(rule) < FAMILIES.len();
        rules().into_iter().filter(known)
    }

    fn is_thai(c: char) -> bool {
        ('\u{0e00}'..='\u{0e7f}').contains(&c)
    }

    fn texts(rule: &Rule) -> Vec<Text> {
        let mut texts = vec![rule.title, rule.text];
        for source in rule.sources {
            texts.extend([source.section, source.document.title]);
        }
        texts
    }

    /// The policy parameters that a text names.
    fn named(text: &str) -> BTreeSet<&str> {
        let known: BTreeSet<&str> = PARAMETERS.split_whitespace().collect();
        text.split(|c: char| !(c.is_ascii_lowercase() || c == '_'))
            .filter(|word| known.contains(word))
            .collect()
    }

    #[test]
    fn ids_are_those_of_the_rulebook_in_its_order() {
        let ids: Vec<&str> = known().map(|rule| rule.id).collect();
        assert_eq!(ids, IDS.split_whitespace().collect::<Vec<_>>());
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len());
    }

    #[test]
    fn every_rule_is_found_by_its_id_and_nothing_else_is() {
        for expected in known() {
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
        assert_eq!(absence.title.th, "ผู้ป่วยขาดนัดระหว่างบำบัด");
    }

    #[test]
    fn thai_is_thai_and_english_is_english() {
        for rule in known() {
            for text in texts(rule) {
                assert!(text.th.chars().any(is_thai), "{}: {}", rule.id, text.th);
                assert!(!text.en.chars().any(is_thai), "{}: {}", rule.id, text.en);
                for side in [text.th, text.en] {
                    assert!(!side.is_empty(), "{}", rule.id);
                    assert_eq!(side.trim(), side, "{}: {side}", rule.id);
                    assert!(!side.contains("  "), "{}: {side}", rule.id);
                    assert!(!side.contains(['\n', '\t']), "{}: {side}", rule.id);
                }
            }
        }
    }

    #[test]
    fn every_parameter_is_claimed_and_every_claim_is_in_the_text() {
        let mut claimed = BTreeSet::new();
        for rule in known() {
            let parameters: BTreeSet<&str> = rule.parameters.iter().copied().collect();
            assert_eq!(parameters.len(), rule.parameters.len(), "{}", rule.id);
            assert_eq!(named(rule.text.th), parameters, "{} th", rule.id);
            assert_eq!(named(rule.text.en), parameters, "{} en", rule.id);
            claimed.extend(parameters);
        }
        assert_eq!(claimed, PARAMETERS.split_whitespace().collect());
    }

    #[test]
    fn every_parameter_is_stated_by_exactly_one_rule() {
        assert_eq!(parameters().len(), policy::parameters().len());
        for parameter in policy::parameters() {
            let stating = known().filter(|rule| rule.states(parameter.name));
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
                let refusals = command.refusals.iter().map(|one| one.refusal.en);
                let warnings = command.warnings.iter().map(|one| one.warning.en);
                let listed: Vec<&str> = refusals.chain(warnings).collect();
                let unique: BTreeSet<&str> = listed.iter().copied().collect();
                assert_eq!(unique.len(), listed.len(), "{}", command.action);
            }
        }
    }

    #[test]
    fn every_rule_is_applied_but_those_of_records_and_indicators() {
        let waiting = [
            "SV-01", "SV-03", "SV-04", "SV-05", "KP-15", "KP-16", "KP-22", "RV-03", "RV-04",
            "RV-05", "RV-06", "RV-07",
        ];
        let applied = applied();
        let idle: Vec<&str> = known()
            .filter(|rule| !applied.iter().any(|place| place.rule == *rule))
            .map(|rule| rule.id)
            .collect();
        assert_eq!(idle, waiting);
    }

    #[test]
    fn a_decision_of_the_library_says_so() {
        for rule in known() {
            let own = rule.force == Force::Decision;
            assert!(own || !rule.sources.is_empty(), "{}", rule.id);
            if own {
                assert!(
                    rule.text.th.contains("เป็นข้อกำหนดของไลบรารีเอง"),
                    "{}",
                    rule.id
                );
                assert!(
                    rule.text.en.contains("the library's own decision"),
                    "{}",
                    rule.id
                );
            }
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
            "ข้อ ๕ กรณีผู้ป่วยขาดนัดระหว่างบำบัด (กดรับงานแล้ว)"
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
