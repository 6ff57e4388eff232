//! Any bytes as a worksheet: what stands in its `sheetData` and behind it, in a workbook that is otherwise right; or, behind
//! a byte 0, as a whole workbook.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use bosoto_fuzz::{folder, judge, workbook};
use libfuzzer_sys::fuzz_target;

static PATH: LazyLock<PathBuf> = LazyLock::new(|| folder().join("PERSON.xlsx"));

fuzz_target!(|bytes: &[u8]| {
    let whole = match bytes.split_first() {
        Some((0, whole)) => whole.to_vec(),
        _ => workbook(bytes),
    };
    fs::write(&*PATH, whole).expect("a file can be written");
    judge(&PATH);
});
