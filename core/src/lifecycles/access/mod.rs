//! Administration of the system (AD): accounts, access to the civil registry, changes of provincial
//! admins, and changes of data by the super admin. Four lifecycles, each in a folder of its own.

pub mod account;
pub mod admin_change;
pub mod data_change;
pub mod registry_link;

mod command;
mod payload;
mod table;

pub use account::Account;
pub use admin_change::AdminChange;
pub use command::{Decide, Reasoned};
pub use data_change::DataChange;
pub use registry_link::RegistryLink;

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::lifecycle::{Kind, Lifecycle};
    use crate::lifecycles::any;
    use crate::policy::Policy;
    use crate::rulebook;

    fn decide(lifecycle: &str, actor: &Value, command: &Value) -> Value {
        let envelope = json!({
            "at": "2024-09-02T09:00:00+07:00", "actor": actor, "command": command
        });
        let decision = any::lifecycle(lifecycle)
            .unwrap()
            .decide_json(None, &envelope.to_string(), &Policy::default())
            .unwrap();
        serde_json::from_str(&decision.to_json()).unwrap()
    }

    fn request_account(user_id: &str, district: &str) -> Value {
        let actor = json!({"role": "unit_user", "organisation": "10670", "user_id": user_id});
        let command = json!({
            "type": "request_account", "case_id": "U-1", "user_id": "u.somying",
            "role": "unit_user", "organisation": "10670", "province": "81", "district": district
        });
        decide("account", &actor, &command)
    }

    #[test]
    fn ad_01_the_district_lies_in_the_province() {
        assert_eq!(request_account("u.somying", "8101")["outcome"], "accepted");
        for district in ["8001", "81", "810101", "7801", "๘๑๐๑"] {
            let reasons = &request_account("u.somying", district)["reasons"];
            assert_eq!(reasons.as_array().unwrap().len(), 1, "{district}");
            assert_eq!(reasons[0]["rule"], "AD-01", "{district}");
            assert_eq!(reasons[0]["pointer"], "/command/district", "{district}");
        }
    }

    #[test]
    fn ad_08_roles_are_left_out_where_it_may_be_a_person() {
        let person = &request_account("u.wichai", "8101")["reasons"][0];
        assert_eq!(person["kind"], "not_permitted");
        assert_eq!(person.get("permitted"), None);

        let actor = json!({"role": "province_admin", "organisation": "80"});
        let command = json!({
            "type": "propose_admin", "case_id": "P-1", "province": "81", "user_id": "u.somchai"
        });
        let role = &decide("admin_change", &actor, &command)["reasons"][0];
        assert_eq!(role["permitted"], json!(["province_admin"]));
    }

    #[test]
    fn ad_07_debug_shows_no_personal_data() {
        let json = r#"{"at":"2024-09-02T09:00:00+07:00",
            "actor":{"role":"unit_user","organisation":"10670"},
            "command":{"type":"complete_profile","full_name":"สมหญิง เพชรรัตน์",
                       "phone":"0898765432","position":"พยาบาล"}}"#;
        let envelope = any::lifecycle("account").unwrap().envelope(json).unwrap();
        let shown = format!("{envelope:?}");
        for secret in ["สมหญิง", "0898765432", "พยาบาล"] {
            assert!(!shown.contains(secret));
        }
    }

    fn rows_are_those_of_the_commands<L: Lifecycle>() {
        let kinds: Vec<L::Kind> = L::TABLE.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, L::Kind::ALL);
        assert_eq!(L::FIRST.kind, kinds[0]);
        for row in L::TABLE {
            assert!(rulebook::rule(row.rule).is_some(), "{}", row.rule);
            assert!(row.effects.is_empty());
        }
    }

    #[test]
    fn ad_08_every_command_has_its_row() {
        rows_are_those_of_the_commands::<super::Account>();
        rows_are_those_of_the_commands::<super::RegistryLink>();
        rows_are_those_of_the_commands::<super::AdminChange>();
        rows_are_those_of_the_commands::<super::DataChange>();
    }
}
