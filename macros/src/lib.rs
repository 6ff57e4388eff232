//! `derive(Shape)`: what a type says of itself, for `bosoto::base::shape`.
//!
//! A field is described once: its title for people, and in its documentation what else there is to say.
//!
//! ```ignore
//! /// A trace of an absent person (CT-14).
//! #[derive(Serialize, Deserialize, Shape)]
//! pub struct Trace {
//!     /// Day of the trace.
//!     #[title("วันที่ติดตาม", "day of the trace")]
//!     pub on: Date,
//! }
//! ```

mod build;
mod read;
mod shape;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Derives `Shaped` for a struct with named fields, or for an enum of words.
#[proc_macro_derive(Shape, attributes(title, rule, shape))]
pub fn shape(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    shape::derive(&input)
        .unwrap_or_else(|problem| problem.to_compile_error())
        .into()
}
