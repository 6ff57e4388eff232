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

/// The folder whose folders hold what is generated beside what is not: a file's first line tells.
const PACKAGES: &str = "bindings-kotlin/jvm/src/main/kotlin/io/github/bosoto";

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
    let whole = FOLDERS.iter().flat_map(|folder| entries(folder, true));
    let packages = entries(PACKAGES, false).into_iter();
    let marked = packages.flat_map(|folder| entries(&folder, true));
    let present = whole.chain(marked.filter(|path| is_generated(path)));
    present.filter(|path| !files.contains_key(path)).collect()
}

/// The files of a folder, or its folders.
fn entries(folder: &str, are_files: bool) -> Vec<String> {
    let found = std::fs::read_dir(root().join(folder)).into_iter().flatten();
    found
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            let name = entry.file_name();
            (is_file == are_files).then(|| format!("{folder}/{}", name.to_string_lossy()))
        })
        .collect()
}

fn is_generated(path: &str) -> bool {
    std::fs::read_to_string(root().join(path))
        .is_ok_and(|text| text.starts_with(emit::kotlin::MARK))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_longer_generated_is_found_and_what_never_was_is_not() {
        let stale = stale(&Files::new());
        let of = |end: &str| stale.iter().any(|path| path.ends_with(end));
        assert!(of("schemas/actor.schema.json") && of("compulsory/Compulsory.kt"));
        assert!(of("contract/Contract.kt") && !of("bosoto.kt") && !of("Case.kt"));
    }
}
