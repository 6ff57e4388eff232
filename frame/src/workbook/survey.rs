//! A workbook gone through once before anything of it is kept: its members unpack to what they say and to no more than
//! is read, no text in them is endless, and what a person would not see is counted.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read};
use std::path::Path;

use bosoto::DataError;
use memchr::memchr;

use crate::error::{file_name, unreadable};
use crate::source::{Bytes, Member, members, refuse_bombs};

/// How much may stand between two marks: a cell has at most 32,767 characters.
const LONGEST: usize = if cfg!(test) { 4_000 } else { 1024 * 1024 };
/// How much a member may have that is kept in memory, such as the texts that cells share.
const KEPT: u64 = 256 * 1024 * 1024;
/// How many bytes are read at a time; few in tests, so that there are many borders.
const PORTION: usize = if cfg!(test) { 97 } else { 64 * 1024 };

/// What of a worksheet a person may not see.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Surveyed {
    pub hidden_rows: u64,
    pub merged: u64,
    pub formulas: u64,
}

/// What was counted in a workbook.
pub(super) struct Survey {
    /// The member of each sheet, in the workbook's order; empty where it is not known.
    sheets: Vec<String>,
    counted: HashMap<String, Surveyed>,
}

/// What leads from the workbook to its members.
#[derive(Default)]
struct Relations {
    /// The target of each id.
    targets: HashMap<Vec<u8>, String>,
    /// The worksheets, which are read in portions, and what is kept in memory.
    worksheets: HashSet<String>,
    kept: HashSet<String>,
}

impl Survey {
    pub fn of(path: &Path, limit: Option<u64>) -> Result<Self, DataError> {
        let file = file_name(path);
        let members = members(path, limit)?.each;
        refuse_bombs(path, members.iter(), limit)?;
        Self::look(&members, limit).map_err(|error| unreadable(&file, &error))
    }

    fn look(members: &[Member], limit: Option<u64>) -> io::Result<Self> {
        let mut relations = Relations::default();
        for member in members.iter().filter(|member| has_end(member, ".rels")) {
            tags(member, |tag| relations.add(tag))?;
        }
        let mut survey = Self {
            sheets: Vec::new(),
            counted: HashMap::new(),
        };
        for member in members {
            let name = member.name.replace('\\', "/");
            let is_read = is_of(&name, &relations.worksheets) && !is_of(&name, &relations.kept);
            if !is_read && limit.is_none() && member.size > KEPT {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            let mut counted = Surveyed::default();
            if name.ends_with("workbook.xml") {
                tags(member, |tag| survey.add_sheet(tag, &relations))?;
            } else if is_read || has_end(member, ".xml") || has_end(member, ".rels") {
                tags(member, |tag| counted.add(tag))?;
            } else {
                io::copy(&mut Bytes::Member(member.clone()).open()?, &mut io::sink())?;
            }
            survey.counted.insert(name, counted);
        }
        Ok(survey)
    }

    /// What was counted in the sheet of this number, from 0.
    pub fn of_sheet(&self, at: usize) -> Surveyed {
        let member = self.sheets.get(at);
        let mut counted = self.counted.iter();
        let own = counted.find(|(name, _)| member.is_some_and(|member| is_at(name, member)));
        own.map(|(_, counted)| *counted).unwrap_or_default()
    }

    fn add_sheet(&mut self, tag: &[u8], relations: &Relations) {
        if name_of(tag) == b"sheet" {
            let target = attribute(tag, b"id").and_then(|id| relations.targets.get(id));
            self.sheets.push(target.cloned().unwrap_or_default());
        }
    }
}

impl Relations {
    fn add(&mut self, tag: &[u8]) {
        if name_of(tag) != b"Relationship" {
            return;
        }
        let [id, kind, target] =
            [&b"Id"[..], b"Type", b"Target"].map(|name| attribute(tag, name).unwrap_or_default());
        let target = String::from_utf8_lossy(target);
        let target = target.trim_start_matches(['/', '.']).to_owned();
        if kind.ends_with(b"/worksheet") {
            self.targets.insert(id.to_vec(), target.clone());
            self.worksheets.insert(target);
        } else {
            self.kept.insert(target);
        }
    }
}

impl Surveyed {
    fn add(&mut self, tag: &[u8]) {
        let counter = match name_of(tag) {
            b"row" if matches!(attribute(tag, b"hidden"), Some(b"1" | b"true")) => {
                &mut self.hidden_rows
            }
            b"mergeCell" => &mut self.merged,
            b"f" => &mut self.formulas,
            _ => return,
        };
        *counter = counter.saturating_add(1);
    }
}

/// Whether a member is one of these targets.
fn is_of(name: &str, targets: &HashSet<String>) -> bool {
    targets.iter().any(|target| is_at(name, target))
}

/// Whether a member is a target, which is told from the folder that points to it.
fn is_at(name: &str, target: &str) -> bool {
    let folder = name.strip_suffix(target);
    !target.is_empty() && folder.is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
}

fn has_end(member: &Member, end: &str) -> bool {
    member.name.to_ascii_lowercase().ends_with(end)
}

/// The name of an element, without the prefix of its namespace; empty for the end of one.
fn name_of(tag: &[u8]) -> &[u8] {
    let end = tag
        .iter()
        .position(|byte| matches!(byte, b' ' | b'/' | b'\t' | b'\r' | b'\n'));
    let name = tag.get(..end.unwrap_or(tag.len())).unwrap_or_default();
    match name.iter().rposition(|byte| *byte == b':') {
        Some(colon) => name.get(colon.saturating_add(1)..).unwrap_or_default(),
        None => name,
    }
}

/// The value of an attribute as it is written, the prefix of its name left out.
fn attribute<'a>(tag: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    let mut rest = tag;
    while let Some(equals) = memchr(b'=', rest) {
        let (before, after) = rest.split_at(equals);
        let is_apart = |byte: &u8| byte.is_ascii_whitespace() || *byte == b':';
        let name = before
            .trim_ascii_end()
            .rsplit(is_apart)
            .next()
            .unwrap_or_default();
        let after = after.get(1..).unwrap_or_default().trim_ascii_start();
        let (quote, value) = after.split_first()?;
        let end = memchr(*quote, value)?;
        if name == wanted {
            return value.get(..end);
        }
        rest = value.get(end.saturating_add(1)..).unwrap_or_default();
    }
    None
}

/// Shows what stands between each `<` and the `>` after it.
fn tags(member: &Member, mut see: impl FnMut(&[u8])) -> io::Result<()> {
    let mut read = Bytes::Member(member.clone()).open()?;
    let mut bytes = Vec::new();
    loop {
        let got = (&mut read).take(PORTION as u64).read_to_end(&mut bytes)?;
        let mut seen = 0_usize;
        while let Some((tag, end)) = next_tag(bytes.get(seen..).unwrap_or_default()) {
            see(tag);
            seen = seen.saturating_add(end);
        }
        bytes.drain(..seen);
        if bytes.len() > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if got == 0 {
            return Ok(());
        }
    }
}

/// The first tag, and where it ends.
fn next_tag(bytes: &[u8]) -> Option<(&[u8], usize)> {
    let begin = memchr(b'<', bytes)?.saturating_add(1);
    let rest = bytes.get(begin..)?;
    let end = memchr(b'>', rest)?;
    Some((
        rest.get(..end)?,
        begin.saturating_add(end).saturating_add(1),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_by_its_name_and_its_attributes() {
        let tag = b"x:row r=\"1\" hidden = '1' ht=\"2\"";
        assert_eq!(name_of(tag), b"row");
        assert_eq!(attribute(tag, b"hidden"), Some(&b"1"[..]));
        assert_eq!(
            attribute(b"sheet name=\"a=b\" r:id=\"rId1\"/", b"id"),
            Some(&b"rId1"[..])
        );
        assert_eq!(attribute(tag, b"r"), Some(&b"1"[..]));
        assert_eq!(attribute(b"row hidden", b"hidden"), None);
        assert_eq!(
            (name_of(b"/row"), name_of(b"f/"), name_of(b"")),
            (&b""[..], &b"f"[..], &b""[..])
        );
    }
}
