//! The derivation itself.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Error, Field, Fields, Ident, Result, Variant};

use crate::build;
use crate::read::{self, Said, Serde};

/// Derives `Shaped`.
pub fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let nothing = TokenStream::new;
    let (ty, texts, methods) = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(named) => {
                let fields: Vec<&Field> = named.named.iter().collect();
                let methods = build::derive(input, &fields)?;
                (record(input, &fields)?, texts(&fields)?, methods)
            }
            Fields::Unnamed(_) if read::serde(&input.attrs)?.transparent => {
                let inner = data.fields.iter().next().map(|field| &field.ty);
                let ty = quote!(<#inner as ::bosoto::base::shape::Shaped>::TY);
                (ty, nothing(), nothing())
            }
            Fields::Unnamed(_) | Fields::Unit => return Err(unsupported(&input.ident)),
        },
        Data::Enum(data) => match read::serde(&input.attrs)?.tag {
            Some(tag) => (tagged(input, data, &tag)?, nothing(), nothing()),
            None => {
                let (ty, methods) = words(input, data)?;
                (ty, nothing(), methods)
            }
        },
        Data::Union(_) => return Err(unsupported(&input.ident)),
    };
    let name = &input.ident;
    let mut declared = input.generics.clone();
    for parameter in declared.type_params_mut() {
        parameter
            .bounds
            .push(syn::parse_quote!(::bosoto::base::shape::Shaped));
    }
    let (generics, arguments, bounds) = declared.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #generics ::bosoto::base::shape::Shaped for #name #arguments #bounds {
            const TY: ::bosoto::base::shape::Ty = #ty;

            #texts
        }
        #methods
    })
}

fn unsupported(name: &Ident) -> Error {
    Error::new_spanned(
        name,
        "a struct with named fields, a transparent one, or an enum of words",
    )
}

fn type_name(input: &DeriveInput) -> Result<String> {
    let said = read::said(&input.attrs)?.name;
    Ok(said.unwrap_or_else(|| input.ident.to_string()))
}

/// Hands on the texts of an object that a document can hold.
fn texts(fields: &[&Field]) -> Result<TokenStream> {
    let mut all = Vec::new();
    for field in fields {
        let (serde, said) = (read::serde(&field.attrs)?, read::said(&field.attrs)?);
        let Some(ident) = &field.ident else { continue };
        if serde.skip || said.skip {
            continue;
        }
        let name = wire_field(field, &serde);
        let ty = shape_of(field, &said);
        let at = if serde.flatten || said.flatten {
            quote!(at)
        } else {
            quote!(&::bosoto::base::fault::Place::Field(at, #name))
        };
        all.push(quote! {
            ::bosoto::base::shape::Shaped::texts(&self.#ident, const { &#ty }, #at, to);
        });
    }
    if all.is_empty() {
        return Ok(TokenStream::new());
    }
    Ok(quote! {
        fn texts(
            &self,
            _: &'static ::bosoto::base::shape::Ty,
            at: &::bosoto::base::fault::Place<'_>,
            to: &mut ::bosoto::base::shape::Texts,
        ) {
            #( #all )*
        }
    })
}

fn record(input: &DeriveInput, fields: &[&Field]) -> Result<TokenStream> {
    let name = wording(&type_name(input)?);
    let about = wording(&read::documentation(&input.attrs));
    let said = read::said(&input.attrs)?;
    let closed = said.closed || read::serde(&input.attrs)?.closed;
    let private = said.private;
    let module = match &said.of {
        Some(of) => quote!(<#of as ::bosoto::base::shape::Shaped>::TY.module()),
        None => this_module(),
    };
    let mut shapes = Vec::new();
    for field in fields {
        let serde = read::serde(&field.attrs)?;
        if !serde.skip && !read::said(&field.attrs)?.skip {
            shapes.push(one_field(field, &serde)?);
        }
    }
    Ok(quote! {
        ::bosoto::base::shape::Ty::Record(&::bosoto::base::shape::Record {
            name: #name,
            module: #module,
            about: #about,
            closed: #closed,
            private: #private,
            fields: &[#( #shapes ),*],
        })
    })
}

/// The shape of an enum whose variants are told by a field.
fn tagged(input: &DeriveInput, data: &DataEnum, tag: &str) -> Result<TokenStream> {
    let name = type_name(input)?;
    let module = this_module();
    let about = read::documentation(&input.attrs);
    let all = read::serde(&input.attrs)?.rename_all;
    let mut variants = Vec::new();
    for variant in &data.variants {
        let wire = wire_name(variant, all.as_deref())?;
        let own = wording(&variant.ident.to_string());
        let about = read::documentation(&variant.attrs);
        let worded = wording(&about);
        let fields: Vec<TokenStream> = variant
            .fields
            .iter()
            .map(|field| one_field(field, &read::serde(&field.attrs)?))
            .collect::<Result<_>>()?;
        variants.push(quote! {
            ::bosoto::base::shape::Variant {
                name: #wire,
                detail: ::core::option::Option::None,
                title: ::core::option::Option::None,
                about: #about,
                parts: &[&::bosoto::base::shape::Record {
                    name: #own,
                    module: #module,
                    about: #worded,
                    closed: false,
                    private: false,
                    fields: &[#( #fields ),*],
                }],
            }
        });
    }
    Ok(quote! {
        ::bosoto::base::shape::Ty::Tagged(&::bosoto::base::shape::Tagged {
            name: #name,
            module: #module,
            suffix: #name,
            about: #about,
            tag: #tag,
            variants: &[#( #variants ),*],
        })
    })
}

fn wire_name(variant: &Variant, all: Option<&str>) -> Result<String> {
    let own = variant.ident.to_string();
    Ok(match (read::serde(&variant.attrs)?.rename, all) {
        (Some(name), _) => name,
        (None, Some("snake_case")) => read::snake(&own),
        (None, _) => own,
    })
}

/// The name of a field on the wire.
fn wire_field(field: &Field, serde: &Serde) -> String {
    let own = field.ident.as_ref().map(ToString::to_string);
    let own = own.unwrap_or_default().trim_start_matches("r#").to_owned();
    serde.rename.clone().unwrap_or(own)
}

/// The shape of a field where it stands.
fn shape_of(field: &Field, said: &Said) -> TokenStream {
    let declared = said.with.as_ref().unwrap_or(&field.ty);
    let ty = quote!(<#declared as ::bosoto::base::shape::Shaped>::TY);
    match &said.most {
        Some(most) => quote!(#ty.at_most(#most)),
        None => ty,
    }
}

fn one_field(field: &Field, serde: &Serde) -> Result<TokenStream> {
    let name = wording(&wire_field(field, serde));
    let said_of = said(read::title(&field.attrs)?, &field.attrs);
    let rule = match read::rule(&field.attrs)? {
        Some(rule) => quote!(::core::option::Option::Some(&#rule)),
        None => quote!(::core::option::Option::None),
    };
    let said = read::said(&field.attrs)?;
    let flattened = serde.flatten || said.flatten;
    let required = build::inside("Option", &field.ty).is_none() && !serde.optional && !flattened;
    let ty = shape_of(field, &said);
    let default = match &said.default {
        Some(json) => quote!(::core::option::Option::Some(#json)),
        None => quote!(::core::option::Option::None),
    };
    Ok(quote! {
        ::bosoto::base::shape::Field {
            name: #name,
            said: #said_of,
            rule: #rule,
            ty: #ty,
            required: #required,
            flattened: #flattened,
            default: #default,
        }
    })
}

/// The path of the module in which the type is defined, as a constant wording.
fn this_module() -> TokenStream {
    quote!(const { ::bosoto::base::wording::Wording::of(::core::module_path!()) })
}

/// A constant wording.
fn wording(words: &str) -> TokenStream {
    quote!(const { ::bosoto::base::wording::Wording::of(#words) })
}

/// A title, where there is one, and the documentation, as one constant.
fn said(title: Option<read::Title>, attributes: &[syn::Attribute]) -> TokenStream {
    let (th, en) = match title {
        Some(read::Title { th, en }) => (th.value(), en.value()),
        None => Default::default(),
    };
    let about = read::documentation(attributes);
    quote!(const { ::bosoto::base::text::Said::of(#th, #en, #about) })
}

/// The shape of an enum of words, and what each word is called.
fn words(input: &DeriveInput, data: &DataEnum) -> Result<(TokenStream, TokenStream)> {
    let ident = &input.ident;
    let visible = &input.vis;
    let name = type_name(input)?;
    let module = this_module();
    let about = wording(&read::documentation(&input.attrs));
    let all = read::serde(&input.attrs)?.rename_all;
    let words: Vec<TokenStream> = data
        .variants
        .iter()
        .map(|variant| word(variant, all.as_deref()))
        .collect::<Result<_>>()?;
    let idents = data.variants.iter().map(|variant| &variant.ident);
    let idents = idents.map(|ident| quote!(Self::#ident));
    let methods = quote! {
        #[automatically_derived]
        #[allow(dead_code, clippy::indexing_slicing)]
        impl #ident {
            const WORDS: &'static [::bosoto::base::shape::Word] = &[#( #words ),*];

            /// Each of them, in the order of the contract.
            #visible const ALL: &'static [Self] = &[#( #idents ),*];

            /// Its name on the wire.
            #visible const fn name(self) -> &'static str {
                Self::WORDS[self as usize].name
            }

            /// What it is called.
            #visible const fn title(self) -> ::bosoto::base::text::Text {
                Self::WORDS[self as usize].title()
            }
        }
    };
    let ty = quote! {
        ::bosoto::base::shape::Ty::Words(&::bosoto::base::shape::Words {
            name: #name,
            module: #module,
            about: #about,
            words: #ident::WORDS,
        })
    };
    Ok((ty, methods))
}

fn word(variant: &Variant, all: Option<&str>) -> Result<TokenStream> {
    if !matches!(variant.fields, Fields::Unit) {
        return Err(Error::new_spanned(variant, "a word holds nothing"));
    }
    let name = wire_name(variant, all)?;
    if let Some((_, number)) = &variant.discriminant {
        return Err(Error::new_spanned(
            number,
            "words are numbered as they stand",
        ));
    }
    let Some(title) = read::title(&variant.attrs)? else {
        return Err(Error::new_spanned(
            variant,
            "a word needs its `#[title(\"ไทย\", \"English\")]`",
        ));
    };
    let said = said(Some(title), &variant.attrs);
    Ok(quote!(::bosoto::base::shape::Word { name: #name, said: #said }))
}
