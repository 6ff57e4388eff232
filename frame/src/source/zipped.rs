//! The members of a ZIP. Their paths are looked at and never used to write.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bosoto::DataError;
use zip::{CompressionMethod, ZipArchive};

use super::bytes::Member;
use crate::error::{file_name, too_large, unreadable};

/// How much a ZIP may unpack to where the caller says nothing.
const LIMIT: u64 = 4 * 1024 * 1024 * 1024;
/// How many times its packed size a member may have: text of real exports stays far below, a bomb above.
const RATIO: u64 = 250;
/// Below this no ratio is asked.
const SMALL: u64 = 64 * 1024 * 1024;

/// Every member that is a file, in the order of the ZIP.
pub(crate) fn members(path: &Path, limit: Option<u64>) -> Result<Vec<Member>, DataError> {
    let name = file_name(path);
    let read = || -> io::Result<Vec<Member>> {
        let mut archive = ZipArchive::new(BufReader::new(File::open(path)?))?;
        let zip = Arc::new(PathBuf::from(path));
        (0..archive.len())
            .filter_map(|at| member(&mut archive, at, &zip, limit).transpose())
            .collect()
    };
    let members = read().map_err(|error| unreadable(&name, &error))?;
    Ok(members)
}

fn member(
    archive: &mut ZipArchive<BufReader<File>>,
    at: usize,
    zip: &Arc<PathBuf>,
    limit: Option<u64>,
) -> io::Result<Option<Member>> {
    let entry = archive.by_index_raw(at)?;
    if entry.is_dir() {
        return Ok(None);
    }
    let is_deflated = entry.compression() == CompressionMethod::DEFLATE;
    if !is_deflated && entry.compression() != CompressionMethod::STORE {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let packed = entry.compressed_size();
    Ok(Some(Member {
        zip: Arc::clone(zip),
        name: String::from_utf8_lossy(entry.name_raw()).into_owned(),
        start: entry.data_start().ok_or(io::ErrorKind::InvalidData)?,
        packed,
        size: entry.size(),
        crc: entry.crc32(),
        is_deflated,
        limit: limit.unwrap_or_else(|| LIMIT.min(packed.saturating_mul(RATIO).max(SMALL))),
    }))
}

/// Refuses members that say already that they are more than is read, each by itself or all together.
pub(crate) fn refuse_bombs<'a>(
    zip: &Path,
    members: impl Iterator<Item = &'a Member>,
    limit: Option<u64>,
) -> Result<(), DataError> {
    let mut all = 0_u64;
    for member in members {
        all = all.saturating_add(member.size);
        if member.size > member.limit || all > limit.unwrap_or(LIMIT) {
            return Err(too_large(&file_name(zip)));
        }
    }
    Ok(())
}
