//! Things of a case that each have an id of their own. In a short list one is found by a walk; a long one keeps
//! a map beside it, so that no act costs more the more of them a case has.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use super::shape::{Shaped, Ty};

/// The number of things from which a list keeps something beside it by which they are found without a walk.
pub(crate) const LONG: usize = 64;

/// Something that has an id.
pub trait Identified {
    /// The type of the id.
    type Id: Clone + Eq + Hash;

    /// Its id.
    fn id(&self) -> &Self::Id;
}

/// Things in the order in which they came, read as a slice and found by id.
#[derive(Debug, Clone)]
pub struct ById<T: Identified> {
    list: Vec<T>,
    /// Where the first of each id stands; only of a long list.
    #[allow(
        clippy::box_collection,
        reason = "a short list is a pointer larger, and no more"
    )]
    places: Option<Box<HashMap<T::Id, usize>>>,
}

impl<T: Identified> ById<T> {
    /// Adds a thing at the end.
    pub(crate) fn push(&mut self, thing: T) {
        let place = self.list.len();
        match &mut self.places {
            Some(places) => {
                places.entry(thing.id().clone()).or_insert(place);
            }
            None if place >= LONG => {
                let all = self.list.iter().chain([&thing]).enumerate();
                let mut places = HashMap::new();
                for (place, thing) in all {
                    places.entry(thing.id().clone()).or_insert(place);
                }
                self.places = Some(Box::new(places));
            }
            None => {}
        }
        self.list.push(thing);
    }

    /// The first thing of this id.
    pub fn find(&self, id: &T::Id) -> Option<&T> {
        self.list.get(self.place(id)?)
    }

    /// The same, to be changed; its id stays.
    pub(crate) fn find_mut(&mut self, id: &T::Id) -> Option<&mut T> {
        let place = self.place(id)?;
        self.list.get_mut(place)
    }

    fn place(&self, id: &T::Id) -> Option<usize> {
        match &self.places {
            Some(places) => places.get(id).copied(),
            None => self.list.iter().position(|thing| thing.id() == id),
        }
    }
}

impl<T: Identified> Default for ById<T> {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            places: None,
        }
    }
}

impl<T: Identified> FromIterator<T> for ById<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut all = Self::default();
        things.into_iter().for_each(|thing| all.push(thing));
        all
    }
}

impl<T: Identified> Deref for ById<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.list
    }
}

impl<T: Identified + PartialEq> PartialEq for ById<T> {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl<T: Identified + Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl<T: Identified + Shaped> Shaped for ById<T> {
    const TY: Ty = <[T]>::TY;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::HelpId;

    #[derive(Debug, Clone, PartialEq)]
    struct Thing(HelpId, usize);

    impl Identified for Thing {
        type Id = HelpId;

        fn id(&self) -> &HelpId {
            &self.0
        }
    }

    fn thing(place: usize) -> Thing {
        Thing(place.to_string().into(), place)
    }

    #[test]
    fn a_long_list_finds_what_a_short_one_finds() {
        for count in [0, 1, LONG - 1, LONG, LONG + 1, 3 * LONG] {
            let all: ById<Thing> = (0..count).map(thing).collect();
            assert_eq!(all.places.is_some(), count > LONG);
            for place in 0..count {
                assert_eq!(all.find(&place.to_string().into()), Some(&thing(place)));
            }
            assert_eq!(all.find(&count.to_string().into()), None);
        }
    }

    #[test]
    fn of_two_under_one_id_the_first_is_found() {
        for count in [2, 3 * LONG] {
            let mut all: ById<Thing> = (0..count).map(thing).collect();
            all.push(Thing("1".into(), 99));
            assert_eq!(all.find(&"1".into()), Some(&thing(1)));
            all.find_mut(&"1".into()).unwrap().1 = 7;
            assert_eq!(all[1].1, 7);
        }
    }
}
