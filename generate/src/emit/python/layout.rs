//! How Python is laid out: as its formatter would write it, so that nothing has to be formatted after.

/// The longest line.
const WIDTH: usize = 100;

/// Items between brackets: in one line where they fit, else a line each.
pub fn bracketed(before: &str, items: &[String], after: &str) -> String {
    let one = format!("{before}{}{after}", items.join(", "));
    if width(&one) <= WIDTH {
        return one;
    }
    let indent = indent_of(before);
    let lines: Vec<String> = items
        .iter()
        .map(|item| format!("{indent}    {item},"))
        .collect();
    format!("{before}\n{}\n{indent}{after}", lines.join("\n"))
}

/// A tuple.
pub fn tuple(before: &str, items: &[String]) -> String {
    match items {
        [one] => format!("{before}({one},)"),
        _ => bracketed(&format!("{before}("), items, ")"),
    }
}

/// One of several types.
pub fn union(before: &str, types: &[String]) -> String {
    let one = format!("{before}{}", types.join(" | "));
    if width(&one) <= WIDTH {
        return one;
    }
    let inner = format!("    {}", types.join(" | "));
    let inner = match width(&inner) <= WIDTH {
        true => inner,
        false => format!("    {}", types.join("\n    | ")),
    };
    format!("{before}(\n{inner}\n)")
}

/// A docstring.
pub fn docstring(indent: &str, text: &str) -> String {
    let text = text.trim().replace('\\', "\\\\");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    match lines.as_slice() {
        [one] if !one.ends_with('"') => format!("{indent}\"\"\"{one}\"\"\""),
        _ => {
            let rest = lines.iter().skip(1).map(|line| match line.is_empty() {
                true => String::new(),
                false => format!("{indent}{line}"),
            });
            let first = lines.first().copied().unwrap_or_default();
            let all: Vec<String> = std::iter::once(format!("{indent}\"\"\"{first}"))
                .chain(rest)
                .collect();
            format!("{}\n{indent}\"\"\"", all.join("\n"))
        }
    }
}

/// A name of the wire as one of Python: a word of the language has a line behind it.
pub fn identifier(name: &'static str) -> &'static str {
    match name {
        "from" => "from_",
        other => other,
    }
}

/// A text as a literal.
pub fn quoted(text: &str) -> String {
    if text.contains('"') && !text.contains('\'') {
        return format!("'{}'", text.replace('\\', "\\\\"));
    }
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// The order of names in an import and in `__all__`: constants, classes, everything else.
pub fn sorted<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let kind = |name: &str| {
        let lower = name.contains(|c: char| c.is_ascii_lowercase());
        let upper = name.starts_with(|c: char| c.is_ascii_uppercase());
        match (upper, lower && name.len() > 1) {
            (true, false) => 0,
            (true, true) => 1,
            (false, _) => 2,
        }
    };
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_by_key(|name| (kind(name), *name));
    names.dedup();
    names
}

fn indent_of(line: &str) -> &str {
    line.strip_suffix(line.trim_start()).unwrap_or_default()
}

/// How many columns a text takes: a Thai vowel or tone mark above or below a letter takes none.
fn width(text: &str) -> usize {
    let above_or_below =
        |c: &char| matches!(c, '\u{0e31}' | '\u{0e34}'..='\u{0e3a}' | '\u{0e47}'..='\u{0e4e}');
    text.chars().filter(|c| !above_or_below(c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_stands_in_lines() {
        let names = ["alpha".to_owned(), "beta".to_owned()];
        assert_eq!(bracketed("x = [", &names, "]"), "x = [alpha, beta]");
        assert_eq!(tuple("x = ", &names), "x = (alpha, beta)");
        assert_eq!(tuple("x = ", names.get(..1).unwrap()), "x = (alpha,)");
        let long = format!("    {} = [", "x".repeat(90));
        let lines = bracketed(&long, &names, "]");
        assert_eq!(
            lines,
            format!("{long}\n        alpha,\n        beta,\n    ]")
        );
        assert_eq!(union("T = ", &names), "T = alpha | beta");
        let long = format!("{} = ", "T".repeat(90));
        assert_eq!(
            union(&long, &names),
            format!("{long}(\n    alpha | beta\n)")
        );
    }

    #[test]
    fn marks_above_and_below_take_no_column() {
        assert_eq!(width("ที่"), 1);
        assert_eq!(width("น้ำ"), 2);
    }

    #[test]
    fn constants_stand_before_classes_before_functions() {
        let names = ["rule", "Case", "THAI_TIME", "Action", "A"];
        assert_eq!(sorted(names), ["A", "THAI_TIME", "Action", "Case", "rule"]);
    }

    #[test]
    fn a_docstring_ends_in_its_own_quotes() {
        assert_eq!(docstring("", "One."), "\"\"\"One.\"\"\"");
        assert_eq!(
            docstring("  ", "One.\n\nTwo."),
            "  \"\"\"One.\n\n  Two.\n  \"\"\""
        );
        assert_eq!(quoted("a \"b\""), "'a \"b\"'");
    }
}
