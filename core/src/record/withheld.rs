//! Ids that are citizen ids, and what stands in their place where members are listed (RV-07).

use std::fmt;

use super::between::pid_is_cid;
use super::cell::trim;
use crate::base::order;

/// Of some ids those that are citizen ids, by bytes, each once.
pub(crate) struct Withheld<'a>(Vec<&'a str>);

impl<'a> Withheld<'a> {
    /// Those among these, which are trimmed.
    pub fn of(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let is_cid = |id: &&str| pid_is_cid(id.as_bytes());
        let mut cids: Vec<&str> = ids.into_iter().filter(is_cid).collect();
        order::sort(&mut cids);
        cids.dedup();
        Self(cids)
    }

    /// An id with its place among them.
    pub fn shown<'i>(&self, id: &'i str) -> Shown<'i> {
        Shown {
            id,
            place: self.0.binary_search(&id).ok(),
        }
    }
}

/// An id as members are listed: `?n` where it is a citizen id, n from 1 its place among those of the tables.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// As it stands in the tables.
    pub id: &'a str,
    place: Option<usize>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            None => f.write_str(self.id),
            Some(place) => write!(f, "?{}", place.saturating_add(1)),
        }
    }
}

/// The ids of a table that are citizen ids, as its rows are read.
#[derive(Default)]
pub(crate) struct Met(Vec<Box<str>>);

impl Met {
    /// The id of one more row.
    pub fn note(&mut self, id: &str) {
        let id = trim(id);
        if pid_is_cid(id.as_bytes()) {
            self.0.push(id.into());
        }
    }

    /// What stands in their place.
    pub fn withheld(&self) -> Withheld<'_> {
        Withheld::of(self.0.iter().map(AsRef::as_ref))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rv_07_an_id_that_is_a_citizen_id_is_shown_by_its_place_among_them() {
        let ids = [
            "3100600445635",
            "d-1",
            "1234545678781",
            "3100600445635",
            "3100600445636",
        ];
        let withheld = Withheld::of(ids);
        let shown = ids.map(|id| withheld.shown(id).to_string());
        assert_eq!(shown, ["?2", "d-1", "?1", "?2", "3100600445636"]);
        let mut met = Met::default();
        [" 3100600445635 ", "", "d-1"]
            .iter()
            .for_each(|id| met.note(id));
        assert_eq!(met.withheld().shown("3100600445635").to_string(), "?1");
    }
}
