//! The bytes of a file or of a member of a ZIP, from the beginning, as often as they are asked for.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;

use flate2::Crc;
use flate2::read::DeflateDecoder;

/// Where bytes come from.
#[derive(Debug, Clone)]
pub(crate) enum Bytes {
    File { path: Arc<PathBuf>, name: String },
    Member(Member),
}

/// A member of a ZIP: where its bytes lie, and how they are packed.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub zip: Arc<PathBuf>,
    /// Its path inside the ZIP, which is only looked at.
    pub name: String,
    pub start: u64,
    pub packed: u64,
    /// How many bytes it says that it has.
    pub size: u64,
    pub crc: u32,
    pub packing: Packing,
    /// How many bytes are read of it at most.
    pub limit: u64,
}

/// How the bytes of a member are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    Stored,
    Deflated,
    /// In a way that is not read.
    Other,
    /// Behind a password.
    Encrypted,
}

impl Bytes {
    /// By what name an error calls it.
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } | Self::Member(Member { name, .. }) => name,
        }
    }

    /// Opens it.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        match self {
            Self::File { path, .. } => Ok(Box::new(File::open(path.as_path())?)),
            Self::Member(member) => member.open(),
        }
    }
}

impl Member {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let mut file = File::open(self.zip.as_path())?;
        file.seek(SeekFrom::Start(self.start))?;
        let packed = BufReader::with_capacity(64 * 1024, file.take(self.packed));
        let read: Box<dyn Read + Send> = match self.packing {
            Packing::Stored => Box::new(packed),
            Packing::Deflated => Box::new(DeflateDecoder::new(packed)),
            Packing::Other | Packing::Encrypted => return Err(io::ErrorKind::Unsupported.into()),
        };
        Ok(Box::new(Checked {
            read,
            crc: Crc::new(),
            read_so_far: 0,
            member: self.clone(),
        }))
    }
}

/// Reads no more than a member may have, and sees at its end that nothing is missing or altered.
struct Checked {
    read: Box<dyn Read + Send>,
    crc: Crc,
    read_so_far: u64,
    member: Member,
}

impl Read for Checked {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let got = self.read.read(into)?;
        let bytes = into.get(..got).unwrap_or_default();
        self.crc.update(bytes);
        self.read_so_far = self.read_so_far.saturating_add(got as u64);
        if self.read_so_far > self.member.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let ended = got == 0 && !into.is_empty();
        let is_whole = self.read_so_far == self.member.size && self.crc.sum() == self.member.crc;
        if ended && !is_whole {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(got)
    }
}
