//! Ids: of organisations, cases, users, and of what is given an id inside a case.
//!
//! Each is a type of its own, so that one is never taken for another. Short ids lie in place, longer
//! ones are shared: a copy allocates nothing. They are compared as they are.

use std::fmt;
use std::ops::Deref;

use lean_string::LeanStr;
use serde::{Deserialize, Serialize};

use super::shape::{Chars, Shaped, Ty, a_text};

/// Defines an id.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(LeanStr);

        impl Shaped for $name {
            const TY: Ty = Ty::Text(Chars::CODE);
            a_text!(as_ref);
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }
    };
}

id! {
    /// The code of an organisation: a facility code, a probation office's own code, a district (4
    /// digits), a tambon (6), a province (2), `R1`…`R13` or `MOPH`.
    ///
    /// ```
    /// use bosoto::id::OrgId;
    /// let unit = OrgId::from("10670");
    /// assert_eq!(&*unit, "10670");
    /// ```
    OrgId
}

id! {
    /// The id of a case.
    CaseId
}

id! {
    /// A person's user name.
    UserId
}

id! {
    /// The id of an item of help, unique within an assistance case.
    ItemId
}

id! {
    /// The id of help that was asked for, unique within a community follow-up.
    HelpId
}

id! {
    /// The id of an event, as somebody who means it gives it: `command_id` (or digest), `#`, index.
    NamedEventId
}
