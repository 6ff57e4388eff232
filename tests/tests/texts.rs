//! What a person reads: Thai in the Thai, English in the English, every place filled, and no refusal without
//! what to do next.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use bosoto_tests::corpus::Corpus;
use bosoto_tests::net::Net;

static NET: LazyLock<Net> = LazyLock::new(Net::cast);

/// What a Thai text may hold in Latin letters: terms that the sources themselves write so, and the formats that
/// an error names to whoever writes a document. (In texts that name values, `#` stands for a number.)
const LATIN: [&str; 11] = [
    "SMI-V", "ICD-10", "OAS", "PIN CODE", "Profile", "Drop out", "Drop Out", "V2", "V#", "JSON",
    "UTF-",
];

/// Marks of a next step: what to do, when it can be done, who may do it, which field has to be filled.
const NEXT_STEPS: [&str; 6] = ["โปรด", " ให้", "ได้เมื่อ", "ได้ตั้งแต่วันที่", "ผู้มีสิทธิ", "ต้องกรอกช่อง"];

/// What has Latin words of its own: rules, which the registry's tests hold to a list, documents as they are
/// called, and descriptions of schemas, which have no Thai.
fn is_of_a_page(place: &str) -> bool {
    place.starts_with("rules/")
        || place.contains("/sources/")
        || place.ends_with("/x-why")
        || place.ends_with("/description")
}

fn is_template(place: &str) -> bool {
    place.starts_with("machine/") && (place.ends_with("/refusal") || place.ends_with("/warning"))
}

fn is_refusal(place: &str) -> bool {
    let said = ["/reasons/", "/conflicts/"]
        .iter()
        .any(|part| place.contains(part))
        || place.ends_with("error/message");
    (said && place.ends_with("/message")) || (is_template(place) && place.ends_with("/refusal"))
}

/// The text without what stands in backticks, which addresses a programmer, and without its places.
fn without_code(text: &str) -> String {
    let plain: String = text.split('`').step_by(2).collect();
    let parts = plain.split('{');
    parts
        .map(|part| part.split_once('}').map_or(part, |(_, tail)| tail))
        .collect()
}

/// The id of a rule (`CT-16`, `CT-09b`), or an instant.
fn is_id_or_instant(word: &str) -> bool {
    let letters: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    let is_id = || {
        let (head, tail) = word.split_once('-').unwrap_or_default();
        let (area, part) = letters.split_at(letters.len().min(2));
        head == area && tail.ends_with(part) && part.len() < 2 && area.len() == 2
    };
    letters == "T" || is_id()
}

fn has_code_words(thai: &str) -> bool {
    let mut text = without_code(thai);
    for known in LATIN {
        text = text.replace(known, "");
    }
    let part = |c: char| c.is_ascii_alphanumeric() || "#-:+".contains(c);
    text.split(|c| !part(c))
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
        .any(|word| !is_id_or_instant(word))
}

fn none(found: BTreeSet<String>, what: &str) {
    let first: Vec<&str> = found.iter().take(20).map(String::as_str).collect();
    assert!(
        found.is_empty(),
        "{} texts {what}:\n{}",
        found.len(),
        first.join("\n")
    );
}

#[test]
fn a_thai_text_holds_no_code_words() {
    let wrong = NET
        .said_texts()
        .filter(|(place, [th, _])| !is_of_a_page(place) && has_code_words(th));
    let wrong = wrong.map(|(place, [th, _])| format!("{place}: {th}"));
    none(wrong.collect(), "hold Latin letters");
}

#[test]
fn an_english_text_holds_no_thai() {
    let is_thai = |c: char| ('\u{e00}'..='\u{e7f}').contains(&c);
    let wrong = NET.said_texts().filter(|(_, [_, en])| en.contains(is_thai));
    let wrong = wrong.map(|(place, [_, en])| format!("{place}: {en}"));
    none(wrong.collect(), "hold Thai letters");
}

#[test]
fn every_refusal_says_what_to_do_next() {
    let leads_on = |th: &str| NEXT_STEPS.iter().any(|mark| th.contains(mark));
    let refusals: Vec<_> = NET
        .said_texts()
        .filter(|(place, _)| is_refusal(place))
        .collect();
    assert!(refusals.len() > 1_000, "only {} refusals", refusals.len());
    let wrong = refusals.iter().filter(|(_, [th, _])| !leads_on(th));
    let wrong = wrong.map(|(place, [th, _])| format!("{place}: {th}"));
    none(wrong.collect(), "say nothing of a next step");
}

#[test]
fn every_place_of_a_message_is_filled() {
    let corpora = Corpus::all();
    let messages: Vec<_> = corpora.iter().flat_map(|corpus| &corpus.messages).collect();
    assert!(messages.len() > 1_000, "only {} messages", messages.len());
    let unfilled = messages.iter().flat_map(|message| {
        let names = message.unfilled();
        names.map(|name| format!("{{{name}}} of {}", message.text.th))
    });
    none(unfilled.collect(), "have a place that nothing fills");
}

#[test]
fn nothing_that_is_said_holds_an_unfilled_place() {
    let said = NET
        .said_texts()
        .filter(|(place, _)| !is_template(place) && !is_of_a_page(place));
    let wrong = said.filter(|(_, text)| text.iter().any(|words| words.contains(['{', '}'])));
    let wrong = wrong.map(|(place, [th, en])| format!("{place}: {th} | {en}"));
    none(wrong.collect(), "hold a brace");
}
