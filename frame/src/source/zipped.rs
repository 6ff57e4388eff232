//! The members of a ZIP. Their paths are looked at and never used to write.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bosoto::DataError;
use zip::{CompressionMethod, ZipArchive};

use super::bytes::{Member, Packing};
use crate::error::{encrypted, file_name, too_large, unreadable, unsupported};

/// How much a ZIP may unpack to where the caller says nothing.
const LIMIT: u64 = 4 * 1024 * 1024 * 1024;
/// How many times its packed size a member may have: text of real exports stays far below, a bomb above.
const RATIO: u64 = 250;
/// Below this no ratio is asked.
const SMALL: u64 = 64 * 1024 * 1024;

/// The members of a ZIP that are files.
pub(crate) struct Members {
    /// In the order of the ZIP; of several with one path the last.
    pub each: Vec<Member>,
    /// The paths of those before it.
    pub lost: Vec<String>,
}

/// What is in a ZIP.
pub(crate) fn members(path: &Path, limit: Option<u64>) -> Result<Members, DataError> {
    let read = || -> io::Result<Members> {
        let mut archive = ZipArchive::new(BufReader::new(File::open(path)?))?;
        let zip = Arc::new(PathBuf::from(path));
        let members = (0..archive.len())
            .filter_map(|at| member(&mut archive, at, &zip, limit).transpose())
            .collect::<io::Result<Vec<_>>>()?;
        let lost = match archive.has_duplicate_names() {
            true => lost(&mut archive, path)?,
            false => Vec::new(),
        };
        Ok(Members {
            each: members,
            lost,
        })
    };
    read().map_err(|error| unreadable(&file_name(path), &error))
}

/// The paths that several members have, once for each but one of them: the archive knows the last alone.
fn lost(archive: &mut ZipArchive<BufReader<File>>, zip: &Path) -> io::Result<Vec<String>> {
    let start = archive.central_directory_start();
    let mut known = HashSet::new();
    for at in 0..archive.len() {
        known.insert(archive.by_index_raw(at)?.name_raw().to_vec());
    }
    let mut file = BufReader::new(File::open(zip)?);
    file.seek(SeekFrom::Start(start))?;
    let mut lost = Vec::new();
    while let Some(path) = next_path(&mut file)? {
        let is_again = !known.remove(&path);
        if is_again && !path.ends_with(b"/") {
            lost.push(String::from_utf8_lossy(&path).into_owned());
        }
    }
    Ok(lost)
}

/// The path of the next entry of a ZIP's directory; none behind the last.
fn next_path(file: &mut (impl Read + Seek)) -> io::Result<Option<Vec<u8>>> {
    let mut entry = [0; 46];
    let is_entry = file.read_exact(&mut entry).is_ok() && entry.starts_with(b"PK\x01\x02");
    if !is_entry {
        return Ok(None);
    }
    let length = |at: usize| {
        let bytes = entry.get(at..).and_then(|bytes| bytes.first_chunk());
        bytes.map_or(0, |bytes| u16::from_le_bytes(*bytes))
    };
    let [path, extra, comment] = [28, 30, 32].map(length);
    let mut read = vec![0; path.into()];
    file.read_exact(&mut read)?;
    file.seek_relative(i64::from(extra).saturating_add(comment.into()))?;
    Ok(Some(read))
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
    let is_packed = |method| entry.compression() == method;
    let packing = if entry.encrypted() {
        Packing::Encrypted
    } else if is_packed(CompressionMethod::DEFLATE) {
        Packing::Deflated
    } else if is_packed(CompressionMethod::STORE) {
        Packing::Stored
    } else {
        Packing::Other
    };
    let packed = entry.compressed_size();
    Ok(Some(Member {
        zip: Arc::clone(zip),
        name: String::from_utf8_lossy(entry.name_raw()).into_owned(),
        start: entry.data_start().ok_or(io::ErrorKind::InvalidData)?,
        packed,
        size: entry.size(),
        crc: entry.crc32(),
        packing,
        limit: limit.unwrap_or_else(|| LIMIT.min(packed.saturating_mul(RATIO).max(SMALL))),
    }))
}

/// Refuses members whose bytes cannot be had.
pub(crate) fn refuse_packings<'a>(
    members: impl Iterator<Item = &'a Member>,
) -> Result<(), DataError> {
    for member in members {
        match member.packing {
            Packing::Stored | Packing::Deflated => {}
            Packing::Other => return Err(unsupported(&member.name)),
            Packing::Encrypted => return Err(encrypted(&member.name)),
        }
    }
    Ok(())
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
