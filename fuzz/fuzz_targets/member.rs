//! Any bytes as the files of a folder. `\x1e` parts them; the first byte of each says which table it is of, and
//! whether it is parted by `|`, CSV or NDJSON.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use bosoto::record::Table;
use bosoto_fuzz::{folder, judge};
use libfuzzer_sys::fuzz_target;

static FOLDER: LazyLock<PathBuf> = LazyLock::new(folder);

fuzz_target!(|bytes: &[u8]| {
    let mut written = Vec::new();
    for file in bytes.split(|byte| *byte == 0x1e) {
        let Some((first, text)) = file.split_first() else {
            continue;
        };
        let kind = usize::from(*first);
        let table = Table::ALL[kind % Table::ALL.len()];
        let extension = ["txt", "csv", "ndjson"][kind / Table::ALL.len() % 3];
        let path = FOLDER.join(format!("{}.{extension}", table.name()));
        fs::write(&path, text).expect("a file can be written");
        written.push(path);
    }
    judge(&FOLDER);
    for path in written {
        let _ = fs::remove_file(path);
    }
});
