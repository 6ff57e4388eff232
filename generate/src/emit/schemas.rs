//! The JSON Schemas.

use crate::{Contract, Files};

/// `schemas/`
pub fn files(contract: &Contract) -> Files {
    let file = |(name, schema)| {
        (
            format!("schemas/{name}.schema.json"),
            format!("{schema:#}\n"),
        )
    };
    contract.schemas.iter().map(file).collect()
}
