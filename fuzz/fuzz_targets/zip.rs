//! Any bytes as a ZIP of an export.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use bosoto_fuzz::{folder, judge};
use libfuzzer_sys::fuzz_target;

static PATH: LazyLock<PathBuf> = LazyLock::new(|| folder().join("F43_10670_20240601120000.zip"));

fuzz_target!(|bytes: &[u8]| {
    fs::write(&*PATH, bytes).expect("a file can be written");
    judge(&PATH);
});
