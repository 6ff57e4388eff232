//! What a rule is: an id that never changes, its texts, its sources, the numbers it names.
//!
//! A rule is a static beside what it rules, `&CT_16`; its id as text stands once, in its definition.
//! This room does not know which rules there are.

use std::fmt;
use std::panic::Location;

use serde::{Serialize, Serializer};

use super::text::Text;
use crate::base::shape::{Chars, MOST_OF_A_CODE, Shape, Shaped, Ty};

/// A source document (เอกสารอ้างอิง).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Document {
    /// Short name by which the rulebook cites it, such as `CM`.
    #[title("รหัสเอกสาร", "code of the document")]
    #[shape(most = MOST_OF_A_CODE)]
    pub tag: &'static str,
    /// Title of the document.
    #[title("ชื่อเอกสาร", "title of the document")]
    pub title: Text,
    /// ISO date (C.E.), where one is known; left out of the JSON where not.
    #[title("วันที่ของเอกสาร", "date of the document")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<&'static str>,
}

/// The place in a document on which a rule rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Citation {
    /// The document cited.
    #[title("เอกสารที่อ้างอิง", "document")]
    pub document: &'static Document,
    /// The section, by its own number and heading.
    #[title("ข้อหรือหัวข้อในเอกสาร", "section")]
    pub section: Text,
}

/// A citation; the Thai section first.
pub(crate) const fn cite(
    document: &'static Document,
    th: &'static str,
    en: &'static str,
) -> Citation {
    Citation {
        document,
        section: Text::of(th, en),
    }
}

/// How strictly a rule is meant. A rule with conditions of both kinds bears the one it is known
/// for; its text says which is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// A command that breaks it is rejected; a record that breaks it gets an error (ต้อง).
    #[title("ต้อง", "must")]
    Must,
    /// A command that departs from it is accepted with a warning (ควร).
    #[title("ควร", "should")]
    Should,
    /// Says what is meant, counted or owed; rejects nothing by itself (นิยาม).
    #[title("นิยาม", "definition")]
    Definition,
    /// The library's own decision where the sources are silent (ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร).
    #[title("ระบบกำหนดเพิ่มเติม", "decision of the library")]
    Decision,
}

/// One rule of the rulebook.
///
/// As JSON: `{"rule", "title", "short", "text", "force", "sources", "parameters"}`.
#[derive(Clone, Copy, Serialize, Shape)]
pub struct Rule {
    /// Id that never changes, such as `CT-16`.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(rename = "rule")]
    #[shape(with = Id)]
    pub id: &'static str,
    /// Short title: the button or term of the system itself where there is one.
    #[title("ชื่อหลักเกณฑ์", "title of the rule")]
    pub title: Text,
    /// The rule in two sentences at most, for a screen.
    #[title("เนื้อหาโดยย่อ", "short text")]
    pub short: Text,
    /// The rule in full, for a page.
    #[title("เนื้อหา", "full text")]
    pub text: Text,
    /// How strictly it is meant.
    #[title("ระดับการบังคับ", "force")]
    pub force: Force,
    /// The places on which it rests; empty where only the library's decision stands behind it.
    #[title("เอกสารอ้างอิง", "sources")]
    pub sources: &'static [Citation],
    /// Names of the policy parameters it uses.
    #[title("ค่ากำหนดที่ใช้", "parameters")]
    pub parameters: &'static [&'static str],
    /// Those of its parameters that another rule states.
    #[serde(skip)]
    borrowed: &'static [&'static str],
    /// Whether it is the rule for which the policy has profiles.
    #[serde(skip)]
    profiled: bool,
}

/// The parameter that names the edition of the rules.
const PROFILE: &str = "profile";

impl Rule {
    /// A command or a record that breaks it is refused.
    pub(crate) const fn must(id: &'static str, title: Text, short: Text, text: Text) -> Self {
        Self {
            id,
            title,
            short,
            text,
            force: Force::Must,
            sources: &[],
            parameters: &[],
            borrowed: &[],
            profiled: false,
        }
    }

    /// A command that departs from it is accepted with a warning.
    pub(crate) const fn should(id: &'static str, title: Text, short: Text, text: Text) -> Self {
        Self {
            force: Force::Should,
            ..Self::must(id, title, short, text)
        }
    }

    /// It says what is meant, counted or owed.
    pub(crate) const fn definition(id: &'static str, title: Text, short: Text, text: Text) -> Self {
        Self {
            force: Force::Definition,
            ..Self::must(id, title, short, text)
        }
    }

    /// The library's own decision.
    pub(crate) const fn decision(id: &'static str, title: Text, short: Text, text: Text) -> Self {
        Self {
            force: Force::Decision,
            ..Self::must(id, title, short, text)
        }
    }

    /// With the places on which it rests.
    pub(crate) const fn sources(self, sources: &'static [Citation]) -> Self {
        Self { sources, ..self }
    }

    /// With the parameters of the policy that it names.
    pub(crate) const fn parameters(self, parameters: &'static [&'static str]) -> Self {
        Self { parameters, ..self }
    }

    /// With those of its parameters that another rule states.
    pub(crate) const fn borrowed(self, borrowed: &'static [&'static str]) -> Self {
        Self { borrowed, ..self }
    }

    /// The rule for which the policy has profiles.
    pub(crate) const fn profiled(self) -> Self {
        Self {
            profiled: true,
            ..self
        }
    }

    /// Whether this is the rule that states a parameter: the one to change it by.
    pub fn states(&self, parameter: &str) -> bool {
        let named = self.parameters.contains(&parameter) && !self.borrowed.contains(&parameter);
        named || (self.profiled && parameter == PROFILE)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id)
    }
}

/// A rule's id, for its shape.
pub(crate) struct Id;

impl Shaped for Id {
    const TY: Ty = Ty::Text(Chars::CODE);
}

/// A rule as a verdict names it: by its id.
pub(crate) fn id<S: Serializer>(rule: &&'static Rule, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(rule.id)
}

/// That a place in the sources applies a rule which no table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applied {
    /// The rule.
    pub rule: &'static Rule,
    /// Where it is applied.
    pub at: &'static Location<'static>,
}

/// Says that the place where this stands applies a rule.
#[track_caller]
pub(crate) const fn applies(rule: &'static Rule) -> Applied {
    Applied {
        rule,
        at: Location::caller(),
    }
}
