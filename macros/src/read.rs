//! Reading attributes: documentation, titles, and what serde is told.

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Path, Result, Token, Type};

/// The documentation of an item, its lines joined.
pub fn documentation(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) => text(&pair.value),
            Meta::Path(_) | Meta::List(_) => None,
        })
        .map(|line| line.trim().to_owned())
        .collect();
    lines.join("\n").trim().to_owned()
}

fn text(value: &Expr) -> Option<String> {
    // As a macro hands on a literal.
    if let Expr::Group(group) = value {
        return text(&group.expr);
    }
    let Expr::Lit(ExprLit { lit, .. }) = value else {
        return None;
    };
    if let Lit::Str(text) = lit {
        Some(text.value())
    } else {
        None
    }
}

/// What a field or a word is called: `#[title("ไทย", "English")]`.
pub struct Title {
    /// Thai.
    pub th: LitStr,
    /// English.
    pub en: LitStr,
}

impl Parse for Title {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let th = input.parse()?;
        input.parse::<Token![,]>()?;
        let en = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { th, en })
    }
}

/// `#[title("ไทย", "English")]`
pub fn title(attributes: &[Attribute]) -> Result<Option<Title>> {
    argument(attributes, "title")
}

/// `#[rule(CT_16)]`
pub fn rule(attributes: &[Attribute]) -> Result<Option<Path>> {
    argument(attributes, "rule")
}

fn argument<T: syn::parse::Parse>(attributes: &[Attribute], name: &str) -> Result<Option<T>> {
    attributes
        .iter()
        .find(|attribute| attribute.path().is_ident(name))
        .map(Attribute::parse_args)
        .transpose()
}

/// What serde is told of a type, a field or a variant.
#[derive(Default)]
pub struct Serde {
    pub rename: Option<String>,
    pub rename_all: Option<String>,
    /// The field that tells the variants.
    pub tag: Option<String>,
    pub flatten: bool,
    pub skip: bool,
    pub transparent: bool,
    pub closed: bool,
    /// Left out where it says nothing.
    pub optional: bool,
}

/// Reads `#[serde(…)]`.
pub fn serde(attributes: &[Attribute]) -> Result<Serde> {
    let mut found = Serde::default();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            let name = meta.path.get_ident().map(ToString::to_string);
            let value = if meta.input.peek(Token![=]) {
                let value: Expr = meta.value()?.parse()?;
                text(&value)
            } else {
                None
            };
            match name.as_deref() {
                Some("rename") => found.rename = value,
                Some("rename_all") => found.rename_all = value,
                Some("tag") => found.tag = value,
                Some("flatten") => found.flatten = true,
                Some("skip") => found.skip = true,
                Some("transparent") => found.transparent = true,
                Some("deny_unknown_fields") => found.closed = true,
                Some("default" | "skip_serializing_if") => found.optional = true,
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(found)
}

/// What `#[shape(…)]` says.
#[derive(Default)]
pub struct Said {
    /// Another name of the type.
    pub name: Option<String>,
    /// The type beside which it is found, where it is generic.
    pub of: Option<Type>,
    /// All of it is a person's.
    pub private: bool,
    /// The type whose shape it has.
    pub with: Option<Type>,
    /// The most characters.
    pub most: Option<Expr>,
    /// It is kept, and no part of the wire.
    pub skip: bool,
    /// Its own fields stand in its place.
    pub flatten: bool,
    /// It has a constructor and setters.
    pub build: bool,
    /// A document may have no other fields.
    pub closed: bool,
    /// What it is where a document has none, as JSON.
    pub default: Option<LitStr>,
}

/// Reads `#[shape(…)]`.
pub fn said(attributes: &[Attribute]) -> Result<Said> {
    let mut found = Said::default();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("shape")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("name") {
                found.name = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("of") {
                found.of = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("private") {
                found.private = true;
            } else if meta.path.is_ident("with") {
                found.with = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("most") {
                found.most = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("skip") {
                found.skip = true;
            } else if meta.path.is_ident("closed") {
                found.closed = true;
            } else if meta.path.is_ident("build") {
                found.build = true;
            } else if meta.path.is_ident("flatten") {
                found.flatten = true;
            } else if meta.path.is_ident("default") {
                found.default = Some(meta.value()?.parse()?);
            } else {
                return Err(meta.error(
                    "`name`, `of`, `private`, `with`, `most`, `skip`, `flatten` or `default`",
                ));
            }
            Ok(())
        })?;
    }
    Ok(found)
}

/// `HomeVisit` as `home_visit`.
pub fn snake(name: &str) -> String {
    let mut out = String::new();
    for (index, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && index > 0 {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}
