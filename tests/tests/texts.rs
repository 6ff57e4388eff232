//! What a person reads: Thai in the Thai, English in the English, every place filled, and no refusal without
//! what to do next.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use bosoto::actor::{Actor, Role};
use bosoto::any::{AnyCase, AnyLifecycle};
use bosoto::calendar::Instant;
use bosoto::lifecycle::{Reason, ReasonKind};
use bosoto::policy::Policy;
use bosoto::record::Table;
use bosoto::text::Message;
use bosoto::{any, call, registry};
use bosoto_tests::corpus::Corpus;
use bosoto_tests::net::Net;
use serde_json::{Value, json};

static NET: LazyLock<Net> = LazyLock::new(Net::cast);
static CORPORA: LazyLock<Vec<Corpus>> = LazyLock::new(Corpus::all);

/// What a Thai text may hold in Latin letters: terms that the sources themselves write so, and the formats that
/// an error names to whoever writes a document. (In texts that name values, `#` stands for a number.)
const LATIN: [&str; 12] = [
    "SMI-V", "ICD-10", "CBTx", "OAS", "PIN CODE", "Profile", "Drop out", "Drop Out", "V2", "V#",
    "JSON", "UTF-",
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
    let part = |c: char| c.is_ascii_alphanumeric() || "#-:+_".contains(c);
    text.split(|c| !part(c))
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
        .any(|word| !is_id_or_instant(word) && !is_of_the_standard(word))
}

/// The name of a table or of a column of the 43 files, which whoever makes an export knows by no other.
fn is_of_the_standard(word: &str) -> bool {
    let columns = Table::ALL.iter().flat_map(|table| table.columns());
    let mut names = columns
        .map(|column| column.name)
        .chain(Table::ALL.iter().map(|table| table.name()));
    names.any(|name| name == word)
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

/// Of each kind of refusal, what a stranger is told of every command in this case.
fn refusals(lifecycle: &dyn AnyLifecycle, case: &dyn AnyCase) -> Vec<(&'static str, Reason)> {
    let (actor, policy) = (Actor::new(Role::UnitUser, "00000"), Policy::default());
    let at = Instant::parse("2026-01-15T09:00:00+07:00").expect("an instant");
    let actions = lifecycle.actions(Some(case), &actor, at, &policy);
    let actions = actions.expect("a case of this lifecycle").into_iter();
    let with_reasons = actions.map(|action| (action.action, action.reasons));
    with_reasons
        .flat_map(|(name, reasons)| reasons.into_iter().map(move |reason| (name, reason)))
        .collect()
}

/// "This is done in the state …" alone helps nobody: what has to come first is said, what is used instead, or
/// that it is done already.
#[test]
fn a_command_in_another_state_says_what_helps_or_that_it_is_done() {
    let helps = |th: &str| {
        ["โปรด", " ให้", "ไม่ต้อง"]
            .iter()
            .any(|mark| th.contains(mark))
    };
    let (mut seen, mut wrong) = (0, BTreeSet::new());
    for corpus in CORPORA.iter() {
        let cases = corpus.cases.iter();
        let by_state: BTreeMap<&str, &Arc<dyn AnyCase>> =
            cases.map(|case| (case.state(), case)).collect();
        for (state, case) in by_state {
            for (name, reason) in refusals(corpus.lifecycle, case.as_ref()) {
                if reason.kind == ReasonKind::WrongState {
                    seen += 1;
                    let th = reason.message.th();
                    let place = format!("{} {name} {state}", corpus.lifecycle.name());
                    wrong.extend((!helps(&th)).then(|| format!("{place}: {th}")));
                }
            }
        }
    }
    assert!(seen > 150, "only {seen}");
    none(wrong, "name no step");
}

/// One word for one thing.
#[test]
fn a_thing_has_one_name() {
    const NOT_SAID: [(&str, &str); 9] = [
        ("เบอร์โทร", "หมายเลขโทรศัพท์"),
        ("ที่อยู่ใหม่", "ภูมิลำเนาหรือที่พักอาศัยใหม่"),
        ("ย้ายที่อยู่", "ย้ายภูมิลำเนาหรือที่พักอาศัย"),
        ("เหตุการณ์ในบันทึก", "รายการในประวัติรายการ"),
        ("เหตุการณ์นี้", "รายการนี้"),
        ("บันทึกเหตุการณ์", "ประวัติรายการ"),
        ("or exceeded", "or beyond capacity"),
        ("the own ", "their own"),
        ("3660 วัน", "3,660 วัน"),
    ];
    let of_a_schema = |place: &str| place.ends_with("/description");
    let wrong = NET.said_texts().flat_map(|(place, text)| {
        let said = |(word, _): &&(&str, &str)| text.iter().any(|side| side.contains(word));
        let found = NOT_SAID.iter().filter(said).filter(|_| !of_a_schema(place));
        found.map(move |(word, better)| format!("{place}: “{word}”, not “{better}”"))
    });
    none(wrong.collect(), "use another word");
    // Three ids, three names: of what is sent, of an item, of what is asked for in the community.
    let ids = NET.said_texts().filter(|(_, [th, _])| {
        let mut after = th.split("รหัสรายการ").skip(1);
        after.any(|rest| !rest.starts_with("ขอความช่วยเหลือ"))
    });
    let ids = ids.map(|(place, [th, _])| format!("{place}: {th}"));
    none(ids.collect(), "call another id รหัสรายการ");
}

fn said(answer: &str, place: &str) -> [String; 2] {
    let answer: Value = serde_json::from_str(answer).expect("JSON");
    let message = &answer["reasons"][place.parse::<usize>().expect("a place")]["message"];
    ["th", "en"].map(|side| message[side].as_str().unwrap_or_default().to_owned())
}

/// The refusals of a story's last command, as JSON.
fn last(lifecycle: &str, story: &[Value]) -> String {
    let it = any::lifecycle(lifecycle).expect("known");
    let (last, before) = story.split_last().expect("a story");
    let mut case: Option<Arc<dyn AnyCase>> = None;
    for envelope in before {
        let decision = it.decide_json(case.as_deref(), &envelope.to_string(), &Policy::default());
        let decision = decision.expect("it is read");
        assert!(decision.is_accepted(), "{}", decision.to_json());
        case = decision.apply_to(case.as_deref()).expect("one lifecycle");
    }
    let log = case.map(|case| case.log());
    call::decide(lifecycle, log.as_deref(), &last.to_string(), None)
}

fn sent(at: &str, role: &str, organisation: &str, command: Value) -> Value {
    let actor = json!({ "role": role, "organisation": organisation, "user_id": "u.wichai" });
    json!({ "at": format!("{at}T09:00:00+07:00"), "actor": actor, "command": command })
}

/// Referred, accepted, treated, absent.
fn absent() -> Vec<Value> {
    let person = json!({ "id": { "type": "passport", "value": "AA1234567" }, "first_name": "สมชาย", "last_name": "ใจดี" });
    let part1 = json!({ "person": person, "address": { "tambon": "810101" } });
    let refer = json!({
        "type": "refer", "case_id": "C-1", "round": 1, "unit": "10670", "probation_office": "PB-KBI",
        "part1": part1,
    });
    let unit = |at, command| sent(at, "unit_user", "10670", command);
    let treatment = json!({ "type": "record_treatment", "on": "2024-06-04", "program_days": 120 });
    let missed = json!({ "type": "record_missed_appointment", "missed_on": "2024-06-10" });
    vec![
        sent("2024-06-03", "probation_officer", "PB-KBI", refer),
        unit("2024-06-03", json!({ "type": "accept" })),
        unit("2024-06-04", treatment),
        unit("2024-06-10", missed),
    ]
}

#[test]
fn ct_15_after_a_return_nobody_is_sent_to_record_the_absence_that_is_over() {
    let mut story = absent();
    let back = sent(
        "2024-06-12",
        "unit_user",
        "10670",
        json!({ "type": "record_return", "on": "2024-06-12" }),
    );
    let mut again = back.clone();
    again["at"] = json!("2024-06-12T10:00:00+07:00");
    story.extend([back, again]);
    let [th, en] = said(&last("compulsory", &story), "0");
    assert!(th.starts_with("บันทึกการกลับมาบำบัดแล้ว"), "{th}");
    assert!(en.starts_with("the return is on record"), "{en}");
    let never = [&absent()[..3], &story[4..5]].concat();
    let [th, _] = said(&last("compulsory", &never), "0");
    assert!(th.starts_with("ยังไม่มีบันทึกการขาดนัด"), "{th}");
}

#[test]
fn ct_16_the_traces_that_count_are_said_to_count() {
    let mut story = absent();
    story.push(sent(
        "2024-06-25",
        "unit_user",
        "10670",
        json!({ "type": "report_absence" }),
    ));
    let [th, _] = said(&last("compulsory", &story), "0");
    assert!(th.contains("นับได้แล้ว 0 ครั้ง"), "{th}");
}

#[test]
fn ct_20_the_refusal_says_the_number_as_the_rule_does() {
    let mut story = absent();
    let extend = json!({ "type": "extend_treatment", "days": 3661, "ruling": "อฟ. 12/2567" });
    story.push(sent("2024-06-25", "unit_user", "10670", extend));
    let rule = registry::rule("CT-20").expect("known");
    for (refusal, rule) in said(&last("compulsory", &story), "0")
        .iter()
        .zip([rule.text.th(), rule.text.en()])
    {
        assert!(
            refusal.contains("3,660") && rule.contains("3,660"),
            "{refusal}"
        );
    }
}

#[test]
fn as_01_two_items_of_one_id_do_not_speak_of_a_case_that_is_not_there() {
    let item = json!({ "item_id": "1", "kind": "housing", "detail": "ซ่อมบ้าน" });
    let person = json!({ "id": { "type": "passport", "value": "AA1234567" }, "first_name": "สุดา", "last_name": "หมัดอะดั้ม" });
    let request = json!({
        "type": "request", "case_id": "A-1", "person": person, "centre": "99801", "items": [item, item],
    });
    let [th, en] = said(
        &last(
            "assistance",
            &[sent("2024-06-03", "unit_user", "10670", request)],
        ),
        "0",
    );
    assert!(th.contains("ซ้ำ") && !th.contains("ในเคส"), "{th}");
    assert!(!en.contains("the case"), "{en}");
}

#[test]
fn ad_01_whoever_asks_for_another_is_told_to_give_their_own_name() {
    let request = json!({
        "type": "request_account", "case_id": "U-1", "user_id": "u.somying", "role": "unit_user",
        "organisation": "10670", "province": "81", "district": "8101",
    });
    let [th, en] = said(
        &last(
            "account",
            &[sent("2024-06-03", "unit_user", "10670", request)],
        ),
        "0",
    );
    assert!(th.contains("ชื่อผู้ใช้งานของผู้ส่งรายการ"), "{th}");
    assert!(en.contains("the sender's own"), "{en}");
}

/// What a replay and a merge say of logs from which a line was taken, or in which all stand twice.
fn of_logs(corpus: &Corpus) -> Vec<Message> {
    let mut longest: Vec<&Arc<dyn AnyCase>> = corpus.cases.iter().collect();
    longest.sort_by_key(|case| std::cmp::Reverse(case.len()));
    let mut messages = Vec::new();
    for case in longest.into_iter().take(8) {
        let log = case.log();
        let without = |place: usize| {
            let lines = log.split_inclusive('\n').enumerate();
            let kept = lines.filter(|(index, _)| *index != place);
            kept.map(|(_, line)| line).collect::<String>()
        };
        let twice = format!("{log}{log}");
        for broken in (0..case.len()).map(without).chain([twice]) {
            let replayed = corpus.lifecycle.replay_lines(&broken);
            messages.extend(replayed.broken.into_iter().map(|line| line.error.message));
            let merged = corpus.lifecycle.merge(&broken, &broken);
            let conflicts = merged.map_or(Vec::new(), |merged| merged.conflicts);
            messages.extend(conflicts.into_iter().map(|one| one.message));
        }
    }
    messages
}

#[test]
fn every_place_of_a_message_is_filled() {
    let of_logs: Vec<Message> = CORPORA.iter().flat_map(of_logs).collect();
    let decided: Vec<_> = CORPORA.iter().flat_map(|corpus| &corpus.messages).collect();
    assert!(decided.len() > 1_000, "only {} messages", decided.len());
    assert!(of_logs.len() > 300, "only {} of logs", of_logs.len());
    let messages = decided.into_iter().chain(&of_logs);
    // A message may hold another: what is rendered is looked at, too.
    let unfilled = messages.filter(|message| {
        let shown = [message.th(), message.en()];
        message.unfilled().next().is_some() || shown.iter().any(|text| text.contains(['{', '}']))
    });
    let unfilled = unfilled.map(Message::th);
    none(unfilled.collect(), "have a place that nothing fills");
}

#[test]
fn nothing_that_is_said_holds_an_unfilled_place() {
    for kind in ["banner", "/conflicts/", "worklist", "actions", "decide"] {
        let any = NET.said_texts().any(|(place, _)| place.contains(kind));
        assert!(any, "nothing is said of {kind}");
    }
    let said = NET
        .said_texts()
        .filter(|(place, _)| !is_template(place) && !is_of_a_page(place));
    let wrong = said.filter(|(_, text)| text.iter().any(|words| words.contains(['{', '}'])));
    let wrong = wrong.map(|(place, [th, en])| format!("{place}: {th} | {en}"));
    none(wrong.collect(), "hold a brace");
}
