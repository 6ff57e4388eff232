//! The registry of the rulebook: rule id → title, text in Thai and in English, source, parameters.
//!
//! Every rule has an id that never changes (`CT-16`). The texts say the rule in full, for a reader
//! who does not know the code; a number that the policy can change is written with its default and
//! the name of its parameter. One file per family, in the order of the rulebook.

mod access;
mod aftercare;
mod assistance;
mod compulsory;
pub mod documents;
mod episode;
mod general;
mod indicator;
mod quality_of_life;
mod record;
mod surveillance;
mod time;

use crate::base::text::Text;

/// A source document (เอกสารอ้างอิง).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Document {
    /// Short name by which the rulebook cites it, such as `CM`.
    pub tag: &'static str,
    /// Title of the document.
    pub title: Text,
    /// ISO date (C.E.), where one is known; left out of the JSON where not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<&'static str>,
}

/// The place in a document on which a rule rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Citation {
    /// The document cited.
    pub document: &'static Document,
    /// The section, by its own number and heading.
    pub section: Text,
}

/// How strictly a rule is meant. A rule with conditions of both kinds bears the one it is known
/// for; its text says which is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// A command that breaks it is rejected; a record that breaks it gets an error (ต้อง).
    Must,
    /// A command that departs from it is accepted with a warning (ควร).
    Should,
    /// Says what is meant, counted or owed; rejects nothing by itself (นิยาม).
    Definition,
    /// The library's own decision where the sources are silent (ข้อกำหนดของไลบรารีเอง).
    Decision,
}

/// One rule of the rulebook.
///
/// As JSON: `{"rule", "title", "text", "force", "sources", "parameters"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Rule {
    /// Id that never changes, such as `CT-16`.
    #[serde(rename = "rule")]
    pub id: &'static str,
    /// Short title: the button or term of the system itself where there is one.
    pub title: Text,
    /// The rule in full.
    pub text: Text,
    /// How strictly it is meant.
    pub force: Force,
    /// The places on which it rests; empty where only the library's decision stands behind it.
    pub sources: &'static [Citation],
    /// Names of the policy parameters it uses.
    pub parameters: &'static [&'static str],
}

/// The families in the order of the rulebook, each under the prefix of its ids.
static FAMILIES: [(&str, &[Rule]); 11] = [
    ("GE", general::RULES),
    ("TM", time::RULES),
    ("CT", compulsory::RULES),
    ("AS", assistance::RULES),
    ("EP", episode::RULES),
    ("AC", aftercare::RULES),
    ("AD", access::RULES),
    ("SV", surveillance::RULES),
    ("KP", indicator::RULES),
    ("QL", quality_of_life::RULES),
    ("RV", record::RULES),
];

/// The rule with this id, spelled exactly; `None` where there is none.
///
/// No rule has more than a few dozen neighbours in its family, so this is a prefix comparison and
/// a short scan.
pub fn rule(id: &str) -> Option<&'static Rule> {
    let (prefix, _) = id.split_once('-')?;
    let (_, rules) = FAMILIES.iter().find(|(family, _)| *family == prefix)?;
    rules.iter().find(|rule| rule.id == id)
}

/// Every rule, in the order of the rulebook.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|(_, rules)| rules.iter())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

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
        let ids: Vec<&str> = all().map(|rule| rule.id).collect();
        assert_eq!(ids, IDS.split_whitespace().collect::<Vec<_>>());
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len());
    }

    #[test]
    fn every_rule_is_found_by_its_id_and_nothing_else_is() {
        for expected in all() {
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
        for rule in all() {
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
        for rule in all() {
            let parameters: BTreeSet<&str> = rule.parameters.iter().copied().collect();
            assert_eq!(parameters.len(), rule.parameters.len(), "{}", rule.id);
            assert_eq!(named(rule.text.th), parameters, "{} th", rule.id);
            assert_eq!(named(rule.text.en), parameters, "{} en", rule.id);
            claimed.extend(parameters);
        }
        assert_eq!(claimed, PARAMETERS.split_whitespace().collect());
    }

    #[test]
    fn a_decision_of_the_library_says_so() {
        for rule in all() {
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
            ["rule", "title", "text", "force", "sources", "parameters"]
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
