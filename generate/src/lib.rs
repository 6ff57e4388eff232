//! Everything in the repository that is generated from the core. [`Contract`] reads the core's registry once; each
//! module of [`emit`] makes one kind of file from it, and knows no other.

pub mod contract;
pub mod emit;
pub mod sources;

pub use contract::Contract;

use std::collections::BTreeMap;
use std::path::Path;

/// Texts by their path in the repository.
pub type Files = BTreeMap<String, String>;

/// The folders in which every file is generated.
const FOLDERS: [&str; 5] = [
    "schemas",
    "docs/lifecycles",
    "docs/diagrams",
    "bindings-python/python/bosoto/diagrams",
    "bindings-python/python/bosoto/documents",
];

/// The root of the repository.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Every generated file.
pub fn files(contract: &Contract) -> Files {
    emit::ALL.iter().flat_map(|emit| emit(contract)).collect()
}

/// The files that differ from what is generated, are missing, or are no longer generated.
pub fn drift(contract: &Contract) -> Vec<String> {
    let files = files(contract);
    let same = |path: &str, text: &str| {
        std::fs::read_to_string(root().join(path)).is_ok_and(|found| found == text)
    };
    let mut drift: Vec<String> = files
        .iter()
        .filter(|(path, text)| !same(path, text))
        .map(|(path, _)| path.clone())
        .collect();
    drift.extend(stale(&files));
    drift
}

fn stale(files: &Files) -> Vec<String> {
    let present = FOLDERS.iter().flat_map(|folder| {
        let entries = std::fs::read_dir(root().join(folder)).into_iter().flatten();
        entries.filter_map(move |entry| {
            let entry = entry.ok()?;
            let name = entry.file_name();
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            is_file.then(|| format!("{folder}/{}", name.to_string_lossy()))
        })
    });
    present.filter(|path| !files.contains_key(path)).collect()
}

/// Writes every file and removes those that are no longer generated.
///
/// # Errors
///
/// Those of the file system.
pub fn write(contract: &Contract) -> std::io::Result<()> {
    let files = files(contract);
    for path in stale(&files) {
        std::fs::remove_file(root().join(path))?;
    }
    for (path, text) in &files {
        let path = root().join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}
