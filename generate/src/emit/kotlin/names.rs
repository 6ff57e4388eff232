//! How names of the wire are written in Kotlin, so that Java can use them too.

/// Types whose names would hide one of Kotlin's or Java's own, or a handle of the binding, and what they are called.
const RENAMED: [(&str, &str); 5] = [
    ("Case", "CaseDocument"),
    ("Error", "ErrorDocument"),
    ("Policy", "PolicyDocument"),
    ("Unit", "ParameterUnit"),
    ("Void", "VoidMark"),
];

/// Names that every Kotlin and Java file has already.
const TAKEN: [&str; 29] = [
    "Any",
    "Array",
    "Boolean",
    "Byte",
    "Char",
    "Class",
    "Cloneable",
    "Double",
    "Enum",
    "Error",
    "Exception",
    "Float",
    "Int",
    "Integer",
    "Iterable",
    "List",
    "Long",
    "Map",
    "Nothing",
    "Number",
    "Object",
    "Override",
    "Pair",
    "Set",
    "String",
    "System",
    "Thread",
    "Unit",
    "Void",
];

/// Words of either language that can name no property.
const KEYWORDS: [&str; 40] = [
    "abstract",
    "as",
    "assert",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "default",
    "do",
    "else",
    "enum",
    "extends",
    "false",
    "final",
    "for",
    "fun",
    "goto",
    "if",
    "import",
    "in",
    "interface",
    "is",
    "native",
    "new",
    "null",
    "object",
    "package",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "val",
    "while",
];

/// The name of a type.
pub fn class(name: &str) -> String {
    let renamed = RENAMED.iter().find(|(known, _)| *known == name);
    renamed.map_or(name, |(_, other)| other).to_owned()
}

/// Whether a type of this name would hide one that every file has.
pub fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name)
}

/// `missed_on` as `missedOn`, `HOSPCODE` as `hospcode`; a word of either language has a line behind it.
pub fn property(name: &str) -> String {
    if !name.contains(|c: char| c.is_ascii_lowercase()) {
        return property(&name.to_lowercase());
    }
    let mut written = String::with_capacity(name.len());
    let mut after_line = false;
    for c in name.chars() {
        match c {
            '_' => after_line = !written.is_empty(),
            c if after_line => {
                written.extend(c.to_uppercase());
                after_line = false;
            }
            c => written.push(c),
        }
    }
    if KEYWORDS.contains(&written.as_str()) {
        written.push('_');
    }
    written
}

/// `home_visit` as `HOME_VISIT`; what begins with a digit has a line before it.
pub fn constant(word: &str) -> String {
    let part = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let name: String = word.chars().map(part).collect::<String>().to_uppercase();
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    }
}

/// The package of a lifecycle.
pub fn package(lifecycle: &str) -> String {
    lifecycle.replace('_', "")
}

/// A text as a literal.
pub fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.replace('$', "\\$").replace('\n', "\\n"))
}

/// Documentation: nothing where there is nothing to say.
pub fn kdoc(indent: &str, text: &str) -> String {
    let text = text
        .trim()
        .replace("*/", "* /")
        .replace('[', "(")
        .replace(']', ")");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    match lines.as_slice() {
        [] => String::new(),
        [one] => format!("{indent}/** {one} */\n"),
        all => {
            let line = |line: &&str| format!("{indent} * {line}").trim_end().to_owned();
            let all: Vec<String> = all.iter().map(line).collect();
            format!("{indent}/**\n{}\n{indent} */\n", all.join("\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_kotlin_and_java() {
        assert_eq!(property("missed_on"), "missedOn");
        assert_eq!(property("HOSPCODE"), "hospcode");
        assert_eq!(property("default"), "default_");
        assert_eq!(constant("manual-2564"), "MANUAL_2564");
        assert_eq!(constant("3"), "_3");
        assert_eq!(class("Unit"), "ParameterUnit");
        assert!(!is_taken(&class("Unit")));
    }

    #[test]
    fn documentation_ends_where_it_ends() {
        assert_eq!(kdoc("", "One."), "/** One. */\n");
        assert_eq!(
            kdoc("  ", "One.\n\nTwo */."),
            "  /**\n   * One.\n   *\n   * Two * /.\n   */\n"
        );
        assert_eq!(kdoc("", ""), "");
        assert_eq!(quoted("a \"b\" $c"), "\"a \\\"b\\\" \\$c\"");
    }
}
