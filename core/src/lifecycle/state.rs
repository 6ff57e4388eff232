//! The states of a lifecycle.

use std::fmt;

use serde::Serialize;

use crate::base::shape::Shaped;
use crate::base::text::Text;

/// A state of a lifecycle.
pub trait State: Copy + Eq + Ord + fmt::Debug + Serialize + Shaped + Send + Sync + 'static {
    /// Every state, in the order of the contract.
    const ALL: &'static [Self];
    /// That of a new case: the first.
    const INITIAL: Self;

    /// The name on the wire.
    fn name(self) -> &'static str;

    /// What the system calls it.
    fn title(self) -> Text;

    /// What a sentence says of a case in it, where its title is no state but the list in which the case
    /// stands.
    fn in_a_sentence(self) -> Text;

    /// Whether no command leads out of it.
    fn is_final(self) -> bool;
}

/// Defines the states of a lifecycle, that of a new case first: variant, wire name, Thai and English title, what
/// a sentence says instead of the Thai title (`=>`), `final` or not.
macro_rules! states {
    (@is_final final) => { true };
    (@is_final) => { false };
    (@in_a_sentence $title:literal $said:literal) => { $said };
    (@in_a_sentence $title:literal) => { $title };
    (
        $(#[$doc:meta])*
        pub enum State {
            $(#[$first_doc:meta])* $first:ident = $first_name:literal,
            $first_th:literal, $first_en:literal $(=> $first_said:literal)?;
            $( $(#[$variant_doc:meta])* $variant:ident = $name:literal,
               $th:literal, $en:literal $(=> $said:literal)? $(, $final:ident)? ; )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum State {
            $(#[$first_doc])* #[serde(rename = $first_name)] $first,
            $( $(#[$variant_doc])* #[serde(rename = $name)] $variant, )*
        }

        impl $crate::base::shape::Shaped for State {
            const TY: $crate::base::shape::Ty =
                $crate::base::shape::Ty::Words(&$crate::base::shape::Words {
                    name: "State",
                    module: $crate::base::wording::wording!(module_path!()),
                    about: $crate::base::wording::wording!("Where a case of the lifecycle stands."),
                    words: &[
                        $crate::base::shape::Word {
                            name: $first_name,
                            said: $crate::base::text::said!($first_th, $first_en),
                        },
                        $( $crate::base::shape::Word {
                            name: $name,
                            said: $crate::base::text::said!($th, $en),
                        }, )*
                    ],
                });
        }

        impl $crate::lifecycle::State for State {
            const ALL: &'static [Self] = &[Self::$first, $( Self::$variant, )*];
            const INITIAL: Self = Self::$first;

            fn name(self) -> &'static str {
                match self {
                    Self::$first => $first_name,
                    $( Self::$variant => $name, )*
                }
            }

            fn title(self) -> $crate::base::text::Text {
                match self {
                    Self::$first => $crate::base::text::text!($first_th, $first_en),
                    $( Self::$variant => $crate::base::text::text!($th, $en), )*
                }
            }

            fn in_a_sentence(self) -> $crate::base::text::Text {
                use $crate::base::text::text;
                use $crate::lifecycle::state::states;

                match self {
                    Self::$first => {
                        text!(states!(@in_a_sentence $first_th $($first_said)?), $first_en)
                    }
                    $( Self::$variant => text!(states!(@in_a_sentence $th $($said)?), $en), )*
                }
            }

            fn is_final(self) -> bool {
                match self {
                    Self::$first => false,
                    $( Self::$variant => $crate::lifecycle::state::states!(@is_final $($final)?), )*
                }
            }
        }
    };
}

pub(crate) use states;
