//! A policy that has been checked.

use std::sync::{Arc, LazyLock};

use bosoto::wire;

use crate::failure::Failure;

static DEFAULT: LazyLock<bosoto::Policy> = LazyLock::new(bosoto::Policy::default);

/// The parameters of the rules.
#[derive(uniffi::Object)]
pub struct Policy(pub bosoto::Policy);

#[uniffi::export]
impl Policy {
    /// Reads a policy; what is wrong with it is an error that names the parameter.
    #[uniffi::constructor]
    pub fn read(json: String) -> Result<Arc<Self>, Failure> {
        Ok(Arc::new(Self(bosoto::Policy::read(&json)?)))
    }

    /// Canonical JSON, every parameter named.
    pub fn json(&self) -> String {
        wire::to_json(&self.0)
    }
}

/// The policy given, or that of the defaults.
pub fn or_default(given: Option<&Arc<Policy>>) -> &bosoto::Policy {
    given.map_or(&*DEFAULT, |policy| &policy.0)
}
