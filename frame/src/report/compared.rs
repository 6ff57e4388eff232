//! The same cases under two policies, on one screen: what the second changes, with how many cases stand behind it.

use std::fmt::Write;

use bosoto::Policy;
use bosoto::base::order;
use bosoto::compare::DifferenceCount;
use bosoto::text::Text;

use super::Language;
use super::parameters::differing;
use super::style::STYLE;
use super::texts::{Escaped, grouped};

const TITLE: Text = Text::given(&["เปรียบเทียบผลของสองนโยบาย", "Two policies compared"]);
const CASES: Text = Text::given(&["เคสที่เปรียบเทียบ", "Cases compared"]);
const BROKEN: Text = Text::given(&["บันทึกที่ใช้ไม่ได้", "Logs that cannot be used"]);
const PARAMETER: Text = Text::given(&["ค่าที่กำหนด", "Parameter"]);
const FIRST: Text = Text::given(&["นโยบายที่หนึ่ง", "First policy"]);
const SECOND: Text = Text::given(&["นโยบายที่สอง", "Second policy"]);
const SAME: Text = Text::given(&["สองนโยบายนี้ไม่ต่างกัน", "The two policies are the same."]);
const NOTHING: Text = Text::given(&[
    "ไม่พบความแตกต่างในเคสเหล่านี้",
    "In these cases nothing differs.",
]);
const NO_CASE: Text = Text::given(&["ไม่มีเคสที่เปรียบเทียบได้", "No case could be compared."]);
const WHAT_CHANGES: Text = Text::given(&["สิ่งที่เปลี่ยนไป", "What changes"]);
const RULE: Text = Text::given(&["หลักเกณฑ์", "Rule"]);
const NUMBER_OF_CASES: Text = Text::given(&["เคส", "Cases"]);
const NUMBER: Text = Text::given(&["รายการ", "Differences"]);
const HOW: Text = Text::given(&[
    "แต่ละรายการในประวัติถูกพิจารณาใหม่ ณ ลำดับเดิมตามนโยบายทั้งสอง แล้วถือว่าเกิดขึ้นจริงทั้งสองกรณี ความแตกต่างหนึ่งจึงไม่บังหรือทำให้เกิดอีกความแตกต่างหนึ่ง",
    "Each act of a log is judged again at its place under both policies and then taken as done under both, so that a difference neither hides another nor makes one.",
]);

/// What is shown.
pub(crate) struct Compared<'a> {
    pub policies: [&'a Policy; 2],
    pub counts: &'a [DifferenceCount],
    /// How many cases could be compared.
    pub cases: usize,
    pub broken: usize,
}

/// The page.
pub(crate) fn page(compared: &Compared<'_>, language: Language) -> String {
    let (code, title) = (language.code(), language.of(TITLE));
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head>\n<body><main>\n<h1>{title}</h1>\n"
    );
    let _ = write!(html, "<dl class=\"about\"><dt>{}</dt>", language.of(CASES));
    let _ = write!(html, "<dd>{}</dd>", grouped(compared.cases as u64));
    if compared.broken > 0 {
        let broken = grouped(compared.broken as u64);
        let _ = write!(html, "<dt>{}</dt><dd>{broken}</dd>", language.of(BROKEN));
    }
    html.push_str("</dl>\n");
    parameters(&mut html, compared.policies, language);
    let _ = writeln!(html, "<h2>{}</h2>", language.of(WHAT_CHANGES));
    changes(&mut html, compared, language);
    let _ = writeln!(html, "<p class=\"note\">{}</p>", language.of(HOW));
    html.push_str("</main></body></html>\n");
    html
}

/// The parameters in which the policies differ.
fn parameters(html: &mut String, policies: [&Policy; 2], language: Language) {
    let differing = differing(policies, language);
    if differing.is_empty() {
        let _ = writeln!(html, "<p>{}</p>", language.of(SAME));
        return;
    }
    let [parameter, first, second] = [PARAMETER, FIRST, SECOND].map(|text| language.of(text));
    let _ = writeln!(
        html,
        "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">{parameter}</th>\
         <th scope=\"col\">{first}</th><th scope=\"col\">{second}</th></tr></thead><tbody>"
    );
    for one in differing {
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>", Escaped(one.title));
        for value in &one.values {
            let _ = write!(html, "<td>{}</td>", Escaped(value));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table></div>\n");
}

/// The counts, those behind which most cases stand first.
fn changes(html: &mut String, compared: &Compared<'_>, language: Language) {
    if compared.counts.is_empty() {
        let nothing = if compared.cases > 0 { NOTHING } else { NO_CASE };
        let _ = writeln!(html, "<p>{}</p>", language.of(nothing));
        return;
    }
    let mut counts: Vec<&DifferenceCount> = compared.counts.iter().collect();
    order::sort_by_key(&mut counts, |count| std::cmp::Reverse(count.cases));
    let [what, rule, cases, number] =
        [WHAT_CHANGES, RULE, NUMBER_OF_CASES, NUMBER].map(|text| language.of(text));
    let _ = writeln!(
        html,
        "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">{what}</th>\
         <th scope=\"col\">{rule}</th><th scope=\"col\" class=\"n\">{cases}</th>\
         <th scope=\"col\" class=\"n\">{number}</th></tr></thead><tbody>"
    );
    for count in counts {
        let sentence = language.say(&count.message());
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}</th><td class=\"w\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            Escaped(&sentence),
            count.rule.id,
            grouped(count.cases as u64),
            grouped(count.differences as u64)
        );
    }
    html.push_str("</tbody></table></div>\n");
}
