//! Packs the constant texts of the library into one compressed table, so that a phone carries a quarter of them.
//!
//! A text stays in the source where it is said, `text!("ไทย", "English")`. This gathers the literals of every
//! file: whatever has Thai letters, the literal beside it, the arguments of `text!`, `said!`, `wording!` and
//! `#[title]`, and of a shape whatever it says: its names, those of its fields, what serde calls them, the
//! documentation and the module. Where one is missed, the library does not compile.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io, mem};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

#[path = "src/base/wording/hash.rs"]
mod hash;

/// The table of a policy's parameters, which are the fields of its shape.
const PARAMETERS: &str = "table";

/// The name of the library in the paths of its modules.
const LIBRARY: &str = "bosoto";

/// How hard to compress: as hard as it goes.
const BEST: u8 = 10;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src");
    let mut kept = Kept::default();
    kept.keep(String::new());
    let library = files(Path::new("src"))?;
    for file in library.iter().filter(|file| !file.ends_with("tests.rs")) {
        kept.gather(file, &module(LIBRARY, "src".as_ref(), file))?;
    }
    let shipped = kept.all.len();
    kept.with_tests = true;
    for file in &library {
        kept.gather(file, &module(LIBRARY, "src".as_ref(), file))?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let (library, tests) = kept.all.split_at(shipped);
    write(&out, "library", library, 0)?;
    write(&out, "tests", tests, shipped)
}

/// The Rust files of a folder and those in it, in one order on every machine.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The path of the module that a file of a folder is, the folder being another.
fn module(folder_is: &str, folder: &Path, file: &Path) -> String {
    let below = file.strip_prefix(folder).unwrap_or(file).with_extension("");
    let names = below.iter().map(|name| name.to_string_lossy());
    let names = names.filter(|name| !["lib", "mod"].contains(&&**name));
    names.fold(folder_is.to_owned(), |path, name| format!("{path}::{name}"))
}

/// The texts, in the order in which they are first met.
#[derive(Default)]
struct Kept {
    all: Vec<String>,
    known: HashSet<String>,
    /// Whether what only tests say is gathered too.
    with_tests: bool,
    /// Where `#[path]` says that modules lie which have not been gathered yet.
    elsewhere: Vec<String>,
}

/// Where tokens stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Code,
    /// The arguments of `text!(…)` and its like: every literal is a text.
    Text,
    /// A type with a shape: every documentation and every name is a text.
    Shape,
}

impl Kept {
    fn gather(&mut self, file: &Path, path: &str) -> io::Result<()> {
        self.keep(path.to_owned());
        match fs::read_to_string(file)?.parse() {
            Ok(tokens) => self.walk(tokens, Within::Code),
            // The compiler says it better.
            Err(error) => println!("cargo::warning={}: {error}", file.display()),
        }
        for elsewhere in mem::take(&mut self.elsewhere) {
            let elsewhere = file.with_file_name(elsewhere);
            // A package has only what is its own.
            if elsewhere.is_file() {
                self.gather_elsewhere(&elsewhere, path)?;
            }
        }
        Ok(())
    }

    /// Gathers a module that lies elsewhere, with those in its folder where it has one; `within` is the module that
    /// names it.
    fn gather_elsewhere(&mut self, file: &Path, within: &str) -> io::Result<()> {
        let folder = file.parent().filter(|_| file.ends_with("mod.rs"));
        let whole = folder.unwrap_or(file);
        println!("cargo::rerun-if-changed={}", whole.display());
        let files = match folder {
            Some(folder) => files(folder)?,
            None => vec![file.to_owned()],
        };
        let beside = whole.parent().unwrap_or(whole);
        files
            .iter()
            .try_for_each(|file| self.gather(file, &module(within, beside, file)))
    }

    fn walk(&mut self, tokens: TokenStream, within: Within) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut attributes = Attributes::default();
        let mut of_shape = within == Within::Shape;
        let mut beside_thai = false;
        let mut named = String::new();
        while let Some((token, after)) = rest.split_first() {
            if let Some((attribute, after)) = attribute(rest) {
                rest = if is_of_tests(&attribute) && !self.with_tests {
                    after_item(after)
                } else {
                    self.read(&attribute, &mut attributes);
                    after
                };
                continue;
            }
            let before = mem::take(&mut attributes);
            of_shape |= before.has_shape;
            if of_shape {
                self.keep(before.documentation.join("\n").trim().to_owned());
            }
            match token {
                TokenTree::Group(group) => {
                    self.walk(group.stream(), inside(&named, of_shape));
                    let is_body = group.delimiter() == Delimiter::Brace;
                    of_shape &= within == Within::Shape || !is_body;
                }
                TokenTree::Literal(literal) => {
                    let text = string(&literal.to_string()).unwrap_or_default();
                    let is_thai = has_thai(&text);
                    if is_thai || beside_thai || within == Within::Text {
                        self.keep(text);
                    }
                    beside_thai = is_thai;
                }
                TokenTree::Punct(mark) => beside_thai &= mark.as_char() == ',',
                TokenTree::Ident(name) => {
                    beside_thai = false;
                    if of_shape {
                        self.keep(name.to_string().trim_start_matches("r#").to_owned());
                    }
                }
            }
            match token {
                TokenTree::Ident(name) => named = name.to_string(),
                TokenTree::Punct(mark) if mark.as_char() == '!' => {}
                TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => named.clear(),
            }
            rest = after;
        }
    }

    /// Reads what stands in the brackets of `#[…]`.
    fn read(&mut self, attribute: &TokenStream, before: &mut Attributes) {
        let tokens = attribute.clone().into_iter().map(|token| token.to_string());
        match &tokens.collect::<Vec<_>>()[..] {
            [name, _, text] if name == "doc" => {
                let line = string(text).unwrap_or_default();
                before.documentation.push(line.trim().to_owned());
            }
            [name, _, text] if name == "path" => self.elsewhere.extend(string(text)),
            [name, list] if name == "derive" => before.has_shape |= list.contains("Shape"),
            [name, _] if name == "serde" || name == "shape" => {
                self.walk(attribute.clone(), Within::Text);
            }
            _ => self.walk(attribute.clone(), Within::Code),
        }
    }

    fn keep(&mut self, text: String) {
        if self.known.insert(text.clone()) {
            self.all.push(text);
        }
    }
}

/// What stands in a group, after the name before it.
fn inside(name: &str, of_shape: bool) -> Within {
    if ["text", "said", "wording", "title", "serde", "shape"].contains(&name) {
        Within::Text
    } else if of_shape || name == PARAMETERS {
        Within::Shape
    } else {
        Within::Code
    }
}

/// What stands before an item.
#[derive(Default)]
struct Attributes {
    documentation: Vec<String>,
    has_shape: bool,
}

/// What stands in the brackets of `#[…]`, and what comes after it. What is said of a whole module is left out.
fn attribute(tokens: &[TokenTree]) -> Option<(TokenStream, &[TokenTree])> {
    let (inner, group, after) = match tokens {
        [TokenTree::Punct(mark), TokenTree::Group(group), after @ ..] if mark.as_char() == '#' => {
            (false, group, after)
        }
        [
            TokenTree::Punct(mark),
            TokenTree::Punct(bang),
            TokenTree::Group(group),
            after @ ..,
        ] if mark.as_char() == '#' && bang.as_char() == '!' => (true, group, after),
        _ => return None,
    };
    let said = if inner {
        TokenStream::new()
    } else {
        group.stream()
    };
    (group.delimiter() == Delimiter::Bracket).then_some((said, after))
}

fn is_of_tests(attribute: &TokenStream) -> bool {
    attribute.to_string().replace(' ', "") == "cfg(test)"
}

/// What comes after an item: after its block, or its semicolon.
fn after_item(tokens: &[TokenTree]) -> &[TokenTree] {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    let mut rest = tokens.iter();
    rest.find(|token| ends(token));
    rest.as_slice()
}

/// The text that a literal stands for; none where it is a number or a letter.
fn string(literal: &str) -> Option<String> {
    syn::parse_str::<syn::LitStr>(literal)
        .ok()
        .map(|text| text.value())
}

fn has_thai(text: &str) -> bool {
    text.chars()
        .any(|letter| ('\u{e01}'..='\u{e5b}').contains(&letter))
}

/// Writes the texts, one after the other, and the number of each beside its hash.
fn write(out: &Path, name: &str, texts: &[String], from: usize) -> io::Result<()> {
    let packed = miniz_oxide::deflate::compress_to_vec(texts.join("\0").as_bytes(), BEST);
    fs::write(out.join(format!("{name}.deflate")), packed)?;
    let numbered = (from..).zip(texts);
    let mut places: Vec<(u64, usize)> = numbered
        .map(|(place, text)| (hash::of(text.as_bytes()), place))
        .collect();
    places.sort_unstable();
    let mut table = String::from("&[");
    for (hash, place) in places {
        let _ = write!(table, "({hash},{place}),");
    }
    table.push(']');
    fs::write(out.join(format!("{name}.rs")), table)
}
