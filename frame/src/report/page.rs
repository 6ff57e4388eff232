//! The page itself, section by section.

use std::fmt::Write;

use bosoto::Rule;
use bosoto::record::{Severity, Table};
use bosoto::text::{Arg, Message, Text};

use super::Language;
use super::charts;
use super::counted::{FIRST, Shown, Tally};
use super::numbers::{KindNumbers, Numbers, Reference};
use super::style::STYLE;
use super::texts::{Escaped, day, grouped, percent};
use super::words;

/// How many kinds of findings are listed to be mended first.
const MEND: usize = 20;
/// How many names are shown of files and the like.
const NAMES: usize = 8;

/// A wording with its places filled, in HTML.
pub(super) fn filled<const N: usize>(
    language: Language,
    text: Text,
    args: [(&'static str, String); N],
) -> String {
    let args = args.map(|(name, arg)| (name, Arg::Word(arg.into())));
    Escaped(&language.say(&Message::new(text, args))).to_string()
}

/// The whole page.
pub(super) fn written(numbers: &Numbers, language: Language) -> String {
    let mut page = Page {
        html: String::with_capacity(64 * 1024),
        language,
    };
    page.begin(numbers);
    page.sums(numbers);
    page.mend_first(numbers);
    page.by_table(numbers);
    page.by_month(numbers);
    page.by_facility(numbers);
    page.by_rule(numbers);
    page.html.push_str("</main></body></html>\n");
    page.html
}

/// A page as it grows.
struct Page {
    html: String,
    language: Language,
}

impl Page {
    /// HTML as it is.
    fn put(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// A text of anybody's between tags.
    fn text(&mut self, open: &str, text: &str, close: &str) {
        let _ = write!(self.html, "{open}{}{close}", Escaped(text));
    }

    /// A text of ours between tags.
    fn say(&mut self, open: &str, text: Text, close: &str) {
        self.text(open, self.language.of(text), close);
    }

    fn heading(&mut self, id: &str, text: Text) {
        let _ = write!(self.html, "<h2 id=\"{id}\">");
        self.say("", text, "</h2>\n");
    }

    /// A table that scrolls by itself where it is too wide; columns of numbers begin with `#`.
    fn table(&mut self, caption: &str, columns: &[(Text, &str)]) {
        self.put("<div class=\"scroll\" tabindex=\"0\"><table>");
        if !caption.is_empty() {
            let _ = write!(self.html, "<caption>{caption}</caption>");
        }
        self.put("<thead><tr>");
        for (text, class) in columns {
            let _ = write!(self.html, "<th scope=\"col\" class=\"{class}\">");
            self.say("", *text, "</th>");
        }
        self.put("</tr></thead><tbody>\n");
    }

    fn table_end(&mut self) {
        self.put("</tbody></table></div>\n");
    }

    fn number(&mut self, number: u64) {
        let _ = write!(self.html, "<td class=\"n\">{}</td>", grouped(number));
    }

    /// Rows, bad rows and their share.
    fn tally(&mut self, tally: Tally) {
        self.number(tally.rows);
        self.number(tally.bad);
        let share = percent(tally.bad, tally.rows);
        self.text("<td class=\"n\">", &share, "</td>");
    }

    fn begin(&mut self, numbers: &Numbers) {
        let (code, title) = (self.language.code(), self.language.of(words::TITLE));
        let file = numbers.about.files.first().map_or("", String::as_str);
        let dash = if file.is_empty() { "" } else { " – " };
        let _ = write!(
            self.html,
            "<!DOCTYPE html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <title>{title}{dash}{}</title><style>{STYLE}</style></head>\n<body><main>\n<h1>{title}</h1>\n",
            Escaped(file)
        );
        self.about(numbers);
    }

    fn about(&mut self, numbers: &Numbers) {
        let about = &numbers.about;
        self.put("<dl class=\"about\">");
        self.say("<dt>", words::FILES, "</dt>");
        if about.files.is_empty() {
            self.say("<dd>", words::IN_MEMORY, "</dd>");
        } else {
            self.names(&about.files);
        }
        let language = self.language;
        let (name, days) = match about.day {
            Reference::AsOf(as_of) => (words::AS_OF, day(as_of, language)),
            Reference::Stamps(first, last) if first == last => {
                (words::EXPORTED, day(last, language))
            }
            Reference::Stamps(first, last) => {
                let days = [
                    ("first", day(first, language)),
                    ("last", day(last, language)),
                ];
                (words::EXPORTED, filled(language, words::SPAN, days))
            }
            Reference::None => (words::AS_OF, language.of(words::NO_DAY).to_owned()),
        };
        self.say("<dt>", name, "</dt>");
        self.text("<dd>", &days, "</dd>");
        let is_there = |table: &&Table| numbers.tables.iter().any(|known| known.table == **table);
        let absent = Table::ALL.iter().filter(|table| !is_there(table));
        let absent: Vec<String> = absent.map(|table| table.name().to_owned()).collect();
        if !absent.is_empty() {
            self.say("<dt>", words::ABSENT, "</dt>");
            self.names(&absent);
        }
        if !about.only.is_empty() {
            self.say("<dt>", words::ONLY, "</dt>");
            self.names(&about.only);
        }
        if !about.ignored.is_empty() {
            let count = grouped(about.ignored.len() as u64);
            self.say("<dt>", words::IGNORED, "");
            let _ = write!(self.html, " ({count})</dt>");
            self.names(&about.ignored);
        }
        self.put("</dl>\n");
        if !about.unjudged.is_empty() {
            self.say("<dl class=\"alert\"><dt>", words::UNJUDGED, "</dt>");
            self.names(&about.unjudged);
            self.put("</dl>\n");
        }
        if !about.notes.is_empty() {
            self.say("<dl class=\"alert\"><dt>", words::NOTES, "</dt>");
            for note in about.notes.iter().take(NAMES) {
                let said = self.language.say(note);
                self.text("<dd>", &said, "</dd>");
            }
            if let Some(more) = self.more(about.notes.len()) {
                let _ = write!(self.html, "<dd>{more}</dd>");
            }
            self.put("</dl>\n");
        }
        if about.shows_values {
            self.say("<p class=\"alert\">", words::PERSONAL, "</p>\n");
        }
    }

    /// The first names of many, each cut.
    fn names(&mut self, names: &[String]) {
        self.put("<dd>");
        for (at, name) in names.iter().take(NAMES).enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            let short: String = name.chars().take(120).collect();
            self.text(comma, &short, "");
        }
        if let Some(more) = self.more(names.len()) {
            let _ = write!(self.html, " {more}");
        }
        self.put("</dd>");
    }

    /// How many of so many are not shown.
    fn more(&self, count: usize) -> Option<String> {
        let rest = count.checked_sub(NAMES).filter(|rest| *rest > 0)?;
        let rest = [("count", grouped(rest as u64))];
        Some(filled(self.language, words::AND_MORE, rest))
    }

    fn sums(&mut self, numbers: &Numbers) {
        let all = numbers.all();
        let [errors, warnings] =
            [Severity::Error, Severity::Warning].map(|severity| numbers.of_severity(severity));
        self.put("<dl class=\"sums\">");
        for (name, number) in [
            (words::ROWS_READ, all.rows),
            (words::BAD_ROWS, all.bad),
            (words::ERRORS, errors),
            (words::WARNINGS, warnings),
        ] {
            self.say("<div><dt>", name, "</dt>");
            let _ = write!(self.html, "<dd>{}", grouped(number));
            if name == words::BAD_ROWS {
                let share = [("share", percent(all.bad, all.rows))];
                let share = filled(self.language, words::SHARE_OF, share);
                let _ = write!(self.html, "<small>{share}</small>");
            }
            self.put("</dd></div>");
        }
        self.put("</dl>\n");
        self.say("<p class=\"note\">", words::BAD_MEANS, "</p>\n");
    }

    fn mend_first(&mut self, numbers: &Numbers) {
        self.heading("mend", words::MEND_FIRST);
        if numbers.kinds.is_empty() {
            self.say("<p>", words::CLEAN, "</p>\n");
            return;
        }
        self.say(
            "<p class=\"note\">",
            words::MEND_ORDER,
            "</p>\n<ol class=\"mend\">\n",
        );
        for kind in numbers.kinds.iter().take(MEND) {
            self.put("<li><div class=\"head\"><span>");
            self.tag(kind.severity);
            let _ = write!(self.html, " <a href=\"#{}\">", kind.anchor());
            self.place(kind);
            self.put("</a></span>");
            self.count(kind);
            self.put("</div>");
            let said = kind.said(self.language);
            self.text("<div class=\"said\">", said, "</div></li>\n");
        }
        self.put("</ol>\n");
        let rest = numbers.kinds.len().saturating_sub(MEND);
        if rest > 0 {
            let rest = filled(
                self.language,
                words::MORE_KINDS,
                [("count", grouped(rest as u64))],
            );
            let _ = writeln!(self.html, "<p><a href=\"#rules\">{rest}</a></p>");
        }
    }

    fn tag(&mut self, severity: Severity) {
        let class = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let _ = write!(self.html, "<span class=\"tag {class}\">");
        self.say("", severity.title(), "</span>");
    }

    /// Where a kind is found, and what it is called.
    fn place(&mut self, kind: &KindNumbers) {
        let _ = write!(self.html, "{}", kind.table);
        if let Some(column) = kind.column {
            let _ = write!(self.html, " · {}", column.replace('+', "+<wbr>"));
        }
        self.say(": ", kind.code.title(), "");
    }

    /// In how many rows a kind is found.
    fn count(&mut self, kind: &KindNumbers) {
        let (rows, share) = (grouped(kind.rows), percent(kind.rows, kind.of));
        let said = match (kind.is_of_table, kind.rows) {
            (true, 1) => self.language.of(words::WHOLE_TABLE).to_owned(),
            (true, _) => filled(self.language, words::WHOLE_TABLES, [("count", rows)]),
            (false, 1) => filled(
                self.language,
                words::ONE_ROW_OF,
                [("rows", rows), ("share", share)],
            ),
            (false, _) => filled(
                self.language,
                words::ROWS_OF,
                [("rows", rows), ("share", share)],
            ),
        };
        let _ = write!(self.html, " <span class=\"count\">{said}</span>");
    }

    fn by_table(&mut self, numbers: &Numbers) {
        self.heading("tables", words::BY_TABLE);
        let mut columns = vec![(words::TABLE, "")];
        let has_files = numbers.tables.iter().any(|table| table.files > 1);
        if has_files {
            columns.push((words::IN_FILES, "n"));
        }
        columns.extend(TALLY);
        columns.push((words::WARNED, "n"));
        self.table("", &columns);
        let mut warned = 0_u64;
        for numbers in &numbers.tables {
            warned = warned.saturating_add(numbers.warned);
            let _ = write!(self.html, "<tr><th scope=\"row\">{} ", numbers.table);
            self.say("<span class=\"note\">", numbers.table.title(), "");
            if numbers.tally.rows == 0 {
                self.say(" (<b>", words::EMPTY, "</b>)");
            }
            self.put("</span></th>");
            if has_files {
                self.number(numbers.files);
            }
            self.tally(numbers.tally);
            self.number(numbers.warned);
            self.put("</tr>\n");
        }
        self.say("</tbody><tfoot><tr><th scope=\"row\">", words::ALL, "</th>");
        if has_files {
            self.put("<td></td>");
        }
        self.tally(numbers.all());
        self.number(warned);
        self.put("</tr></tfoot></table></div>\n");
    }

    fn by_month(&mut self, numbers: &Numbers) {
        let months = &numbers.months;
        self.heading("months", words::BY_MONTH);
        self.say("<p class=\"note\">", words::MONTHS_ARE, "</p>\n");
        let around = [
            (words::EARLIER, months.earlier),
            (words::LATER, months.later),
            (words::UNDATED, months.undated),
        ];
        let has_around = around.iter().any(|(_, tally)| tally.rows > 0);
        if months.shown.is_empty() && !has_around {
            self.say("<p>", words::NO_MONTHS, "</p>\n");
            return;
        }
        if !months.shown.is_empty() {
            self.put("<div class=\"scroll\" tabindex=\"0\">");
            charts::trend(&mut self.html, months, self.language);
            self.put("</div>\n");
        }
        let columns: Vec<_> = [(words::MONTH, "")].into_iter().chain(TALLY).collect();
        self.table("", &columns);
        let [earlier, later, undated] =
            around.map(|(text, tally)| (self.language.of(text).to_owned(), tally));
        self.row_of(Some(earlier).filter(|(_, tally)| tally.rows > 0));
        for (month, tally) in &months.shown {
            let name = month.names(self.language).join(" ");
            self.row_of(Some((name, *tally)));
        }
        for row in [later, undated] {
            self.row_of(Some(row).filter(|(_, tally)| tally.rows > 0));
        }
        self.table_end();
    }

    /// A row of a table: what it is of, and its numbers.
    fn row_of(&mut self, row: Option<(String, Tally)>) {
        if let Some((name, tally)) = row {
            self.text("<tr><th scope=\"row\" class=\"w\">", &name, "</th>");
            self.tally(tally);
            self.put("</tr>\n");
        }
    }

    fn by_facility(&mut self, numbers: &Numbers) {
        let facilities = &numbers.facilities;
        self.heading("facilities", words::BY_FACILITY);
        if facilities.worst.is_empty() {
            self.say("<p>", words::NO_BAD_FACILITY, "</p>\n");
        }
        if numbers.all().rows == 0 {
            return;
        }
        let mut columns: Vec<_> = [(words::FACILITY, "")].into_iter().chain(TALLY).collect();
        columns.push((words::BAD_ROWS, "draw"));
        self.table("", &columns);
        let most = facilities.worst.first().map_or(0, |(_, tally)| tally.bad);
        for (code, tally) in &facilities.worst {
            self.text("<tr><th scope=\"row\" class=\"w\">", code, "</th>");
            self.tally(*tally);
            self.put("<td class=\"draw\">");
            let share = [("name", code.clone()), ("rows", grouped(tally.bad))];
            let title = filled(self.language, words::OF_ONE, share);
            charts::bar(&mut self.html, tally.bad, most, &title);
            self.put("</td></tr>\n");
        }
        let (count, others) = facilities.others;
        let others_said = filled(self.language, words::OTHERS, [("count", grouped(count))]);
        let nowhere = self.language.of(words::NOWHERE).to_owned();
        for (name, tally) in [(others_said, others), (nowhere, facilities.nowhere)] {
            if tally.rows > 0 {
                self.text("<tr><th scope=\"row\" class=\"w\">", &name, "</th>");
                self.tally(tally);
                self.put("<td></td></tr>\n");
            }
        }
        self.table_end();
    }

    fn by_rule(&mut self, numbers: &Numbers) {
        if numbers.kinds.is_empty() {
            return;
        }
        self.heading("rules", words::BY_RULE);
        let rows_are = filled(
            self.language,
            words::ROWS_ARE,
            [("first", FIRST.to_string())],
        );
        let _ = writeln!(self.html, "<p class=\"note\">{rows_are}</p>");
        let is_in_files = |table| {
            let mut tables = numbers.tables.iter();
            tables.any(|numbers| numbers.table == table && numbers.files > 1)
        };
        for (rule, kinds) in numbers.rules() {
            let _ = write!(self.html, "<section><h3 id=\"{0}\">{0} ", rule.id);
            self.say("", rule.title, "</h3>\n");
            self.say("<p>", rule.short, "</p>\n");
            self.source(rule);
            let count = kinds.iter().map(|kind| kind.rows).sum();
            let counts = [
                ("count", grouped(count)),
                ("kinds", grouped(kinds.len() as u64)),
            ];
            let counts = filled(self.language, words::OF_RULE, counts);
            let _ = writeln!(self.html, "<p class=\"note\">{counts}</p>");
            for kind in kinds {
                self.kind(kind, is_in_files(kind.table));
            }
            self.put("</section>\n");
        }
    }

    fn source(&mut self, rule: &Rule) {
        self.say("<p class=\"note\">", words::SOURCE, ": ");
        if rule.sources.is_empty() {
            self.say("", words::DECISION, "");
        }
        for (at, citation) in rule.sources.iter().enumerate() {
            let semicolon = if at > 0 { "; " } else { "" };
            self.say(semicolon, citation.document.title, ", ");
            self.say("", citation.section, "");
        }
        self.put("</p>\n");
    }

    fn kind(&mut self, kind: &KindNumbers, names_files: bool) {
        let _ = write!(
            self.html,
            "<div class=\"kind\"><h4 id=\"{}\">",
            kind.anchor()
        );
        self.tag(kind.severity);
        self.put(" ");
        self.place(kind);
        self.put("</h4>\n<p>");
        self.count(kind);
        self.say("</p><p>", words::TO_MEND, ": ");
        let said = kind.said(self.language);
        self.text("", said, "</p>\n");
        if !kind.first.is_empty() && (names_files || !kind.is_of_table) {
            self.rows(kind, names_files);
        }
        self.put("</div>\n");
    }

    /// The first rows of a kind. What no row has is no column.
    fn rows(&mut self, kind: &KindNumbers, names_files: bool) {
        let (first, rows) = (kind.first.len() as u64, kind.rows);
        let caption = match first < rows {
            true => filled(
                self.language,
                words::FIRST_ROWS,
                [("first", grouped(first)), ("rows", grouped(rows))],
            ),
            false => String::new(),
        };
        let is_there = |at: usize| kind.first.iter().any(|shown| cell(shown, at).is_some());
        let there: Vec<usize> = (0..CELLS.len()).filter(|at| is_there(*at)).collect();
        let mut columns = Vec::new();
        if !kind.is_of_table {
            columns.push((words::ROW, "n"));
        }
        columns.extend(there.iter().filter_map(|at| CELLS.get(*at).copied()));
        if names_files {
            columns.push((words::FILE, "f"));
        }
        self.table(&caption, &columns);
        for shown in &kind.first {
            self.put("<tr>");
            if !kind.is_of_table {
                let _ = write!(
                    self.html,
                    "<th scope=\"row\" class=\"n\">{}</th>",
                    grouped(shown.row as u64)
                );
            }
            for at in &there {
                let class = CELLS.get(*at).map_or("", |(_, class)| *class);
                let _ = write!(self.html, "<td class=\"{class}\">");
                self.text("", cell(shown, *at).unwrap_or("–"), "</td>");
            }
            if names_files {
                self.text(
                    "<td class=\"f\">",
                    shown.file.as_deref().unwrap_or("–"),
                    "</td>",
                );
            }
            self.put("</tr>\n");
        }
        self.table_end();
    }
}

fn cell(shown: &Shown, at: usize) -> Option<&str> {
    shown.cells.get(at)?.as_deref()
}

/// The columns of a tally.
const TALLY: [(Text, &str); 3] = [(words::ROWS, "n"), (words::BAD, "n"), (words::SHARE, "n")];
/// The columns of the cells of a row.
const CELLS: [(Text, &str); 4] = [
    (Text::given(&["HOSPCODE", "HOSPCODE"]), "w"),
    (Text::given(&["PID", "PID"]), "w"),
    (Text::given(&["SEQ", "SEQ"]), "w"),
    (words::VALUE, "x"),
];
