//! Objects whose field `type` names the variant of a sum.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::TAG;

/// A string borrowed from the input where it can be.
pub(crate) struct Word<'de>(pub Cow<'de, str>);

impl<'de> Deserialize<'de> for Word<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordVisitor;

        impl<'de> Visitor<'de> for WordVisitor {
            type Value = Word<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Borrowed(text)))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(WordVisitor)
    }
}

/// Reads the tag of a sum, refusing a word that is none of `names`.
struct TagSeed(&'static [&'static str]);

impl<'de> de::DeserializeSeed<'de> for TagSeed {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TagSeed {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        self.0
            .iter()
            .position(|known| *known == name)
            .ok_or_else(|| E::unknown_variant(name, self.0))
    }
}

/// A tagged object whose tag may stand anywhere: read as it streams when the tag comes first, else
/// gathered first. The reader is given the place of the tag in `names`.
pub(crate) fn read_tagged<'de, A, T>(
    mut map: A,
    names: &'static [&'static str],
    read: impl FnOnce(usize, Rest<A>) -> Result<T, A::Error>,
) -> Result<T, A::Error>
where
    A: MapAccess<'de>,
{
    let mut gathered = serde_json::Map::new();
    while let Some(Word(key)) = map.next_key()? {
        if key == TAG {
            let tag = map.next_value_seed(TagSeed(names))?;
            return read(
                tag,
                Rest {
                    gathered: gathered.into_iter(),
                    pending: None,
                    map,
                },
            );
        }
        let value = map.next_value()?;
        if gathered.insert(key.into_owned(), value).is_some() {
            return Err(de::Error::custom("a field occurs twice"));
        }
    }
    Err(de::Error::missing_field(TAG))
}

/// The fields of a tagged object without its tag.
pub(crate) struct Rest<A> {
    gathered: serde_json::map::IntoIter,
    pending: Option<serde_json::Value>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Rest<A> {
    type Error = A::Error;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.gathered.next() {
            Some((key, value)) => {
                self.pending = Some(value);
                seed.deserialize(de::value::StringDeserializer::new(key))
                    .map(Some)
            }
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, A::Error> {
        match self.pending.take() {
            Some(value) => seed.deserialize(value).map_err(de::Error::custom),
            None => self.map.next_value_seed(seed),
        }
    }
}
