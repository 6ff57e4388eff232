//! What a type offers to whoever builds and reads one: a constructor with the fields that it needs, a setter
//! for each other one, and a reader for each field that is kept behind a pointer.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{DeriveInput, Field, GenericArgument, Ident, PathArguments, Result, Type, Visibility};

use crate::read;

/// A field as it is kept.
enum Kept<'a> {
    /// In place.
    Plain(&'a Type),
    /// Behind a pointer.
    Behind(&'a Type),
    /// A list behind a pointer.
    List(&'a Type),
}

/// Constructor and setters, where the type says `#[shape(build)]`; readers in any case.
pub fn derive(input: &DeriveInput, fields: &[&Field]) -> Result<TokenStream> {
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let readers = fields.iter().filter_map(|field| reader(field));
    let mut methods: Vec<TokenStream> = readers.collect();
    if read::said(&input.attrs)?.build {
        methods.push(constructor(fields));
        methods.extend(fields.iter().filter_map(|field| setter(field)));
    }
    if methods.is_empty() {
        return Ok(TokenStream::new());
    }
    Ok(quote! {
        #[automatically_derived]
        impl #generics #name #arguments #bounds { #( #methods )* }
    })
}

fn constructor(fields: &[&Field]) -> TokenStream {
    let mut parameters = Vec::new();
    let mut values = Vec::new();
    for field in fields {
        let Some(ident) = &field.ident else { continue };
        if inside("Option", &field.ty).is_some() {
            values.push(quote!(#ident: ::core::option::Option::None));
            continue;
        }
        let (parameter, value) = given(ident, &kept(&field.ty));
        parameters.push(parameter);
        values.push(quote!(#ident: #value));
    }
    quote! {
        /// One with what it needs, in the order of the contract. A value that cannot be is refused where the
        /// command is judged, with the reason and the place.
        #[allow(clippy::too_many_arguments, reason = "it has as many as the contract")]
        pub fn new(#( #parameters ),*) -> Self {
            Self { #( #values ),* }
        }
    }
}

fn setter(field: &Field) -> Option<TokenStream> {
    let ident = field.ident.as_ref()?;
    let inner = inside("Option", &field.ty)?;
    let method = format_ident!("with_{}", plain(ident));
    let about = read::documentation(&field.attrs);
    let (parameter, value) = given(ident, &kept(inner));
    Some(quote! {
        #[doc = #about]
        #[must_use]
        pub fn #method(mut self, #parameter) -> Self {
            self.#ident = ::core::option::Option::Some(#value);
            self
        }
    })
}

/// A reader of a field that is not public, as it lies behind a pointer.
fn reader(field: &Field) -> Option<TokenStream> {
    let ident = field.ident.as_ref()?;
    if matches!(field.vis, Visibility::Public(_) | Visibility::Inherited) {
        return None;
    }
    let about = read::documentation(&field.attrs);
    let method = format_ident!("{}", plain(ident));
    if let Some(inner) = inside("Option", &field.ty) {
        let of = pointee(inner)?;
        return Some(quote! {
            #[doc = #about]
            pub fn #method(&self) -> ::core::option::Option<&#of> {
                self.#ident.as_deref()
            }
        });
    }
    let of = pointee(&field.ty)?;
    Some(quote! {
        #[doc = #about]
        pub fn #method(&self) -> &#of {
            &self.#ident
        }
    })
}

/// The parameter for a field and the value that is kept of it.
fn given(ident: &Ident, kept: &Kept<'_>) -> (TokenStream, TokenStream) {
    match kept {
        Kept::Plain(ty) if converts(ty) => (
            quote!(#ident: impl ::core::convert::Into<#ty>),
            quote!(#ident.into()),
        ),
        Kept::Plain(ty) => (quote!(#ident: #ty), quote!(#ident)),
        Kept::Behind(ty) => (
            quote!(#ident: impl ::core::convert::Into<#ty>),
            quote!(::core::convert::Into::<#ty>::into(#ident).into()),
        ),
        Kept::List(ty) => (
            quote!(#ident: impl ::core::iter::IntoIterator<Item = #ty>),
            quote!(#ident.into_iter().collect()),
        ),
    }
}

fn kept(ty: &Type) -> Kept<'_> {
    if let Some(item) = inside("Vec", ty) {
        return Kept::List(item);
    }
    match pointee(ty) {
        Some(Type::Slice(slice)) => Kept::List(&slice.elem),
        Some(Type::Path(path)) if path.path.is_ident("str") => Kept::Plain(ty),
        Some(inner) => Kept::Behind(inner),
        None => Kept::Plain(ty),
    }
}

/// Whether a value is made from something plainer: an id, a text, a number of the wire.
fn converts(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let last = path.path.segments.last().map(|last| last.ident.to_string());
    let last = last.unwrap_or_default();
    last.ends_with("Id") || matches!(last.as_str(), "Private" | "Whole" | "Arc" | "String")
}

fn pointee(ty: &Type) -> Option<&Type> {
    inside("Box", ty).or_else(|| inside("Arc", ty))
}

/// What a type of this name holds.
pub fn inside<'a>(name: &str, ty: &'a Type) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if last.ident != name {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    let first = arguments.args.first()?;
    if let GenericArgument::Type(inner) = first {
        Some(inner)
    } else {
        None
    }
}

fn plain(ident: &Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}
