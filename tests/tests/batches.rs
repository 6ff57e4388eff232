//! A batch answers as its parts do one by one, whatever the number of its threads.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::num::NonZeroUsize;
use std::sync::{Arc, LazyLock};

use bosoto::any::{AnyCase, AnyDecision, AnyEnvelope};
use bosoto::batch::{Cases, Decided, Rebuilt, Worklists, decide_many, replay_many};
use bosoto::calendar::Date;
use bosoto::call;
use bosoto::policy::Policy;
use bosoto::worklist::{WorklistQuery, worklist};
use bosoto_tests::corpus::Corpus;
use proptest::prelude::*;
use serde_json::{Value, json};

static CORPUS: LazyLock<Vec<Corpus>> = LazyLock::new(Corpus::all);

const THREADS: [usize; 4] = [1, 2, 3, 8];

fn threads() -> impl Iterator<Item = NonZeroUsize> {
    THREADS.into_iter().filter_map(NonZeroUsize::new)
}

type Sample = (Arc<dyn AnyCase>, Arc<dyn AnyEnvelope>);

/// The cases of every lifecycle, each with some command of it.
static CASES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let all = CORPUS.iter().flat_map(|corpus| {
        let read = |envelope| corpus.lifecycle.envelope_value(envelope).expect("readable");
        let envelopes = corpus.envelopes.iter().cycle().map(read);
        corpus.cases.iter().cloned().zip(envelopes)
    });
    all.collect()
});

/// So many of them, as often as they are needed.
fn sample(count: usize, start: usize) -> Vec<Sample> {
    CASES
        .iter()
        .cycle()
        .skip(start)
        .take(count)
        .cloned()
        .collect()
}

fn decided(all: &[Decided]) -> Vec<String> {
    let shown = |one: &Decided| match one {
        Ok(decision) => AnyDecision::to_json(decision.as_ref()),
        Err(error) => error.to_json(),
    };
    all.iter().map(shown).collect()
}

fn rebuilt(one: &Rebuilt) -> String {
    match one {
        Ok(Some(case)) => case.log(),
        Ok(None) => String::new(),
        Err(error) => error.to_json(),
    }
}

/// One of many logs, its log an array of events.
fn document(case: &dyn AnyCase) -> String {
    let events: Vec<Value> = bosoto::wire::decode_list(&case.log()).expect("JSON");
    json!({ "lifecycle": case.lifecycle().name(), "log": events }).to_string()
}

/// The same, its log NDJSON as one text.
fn document_of_text(case: &dyn AnyCase) -> String {
    json!({ "lifecycle": case.lifecycle().name(), "log": case.log() }).to_string()
}

fn query(on: Date, actor: Option<bosoto::actor::Actor>) -> WorklistQuery {
    WorklistQuery {
        actor,
        on,
        from: None,
        to: None,
        known: None,
        settled: true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5))]

    #[test]
    fn a_batch_of_commands_is_decided_as_one_by_one(count in 0..1_200_usize, start in 0..5_000_usize) {
        let (sample, policy) = (sample(count, start), Policy::default());
        let asked: Vec<_> = sample
            .iter()
            .map(|(case, envelope)| (Some(case.as_ref()), envelope.as_ref()))
            .collect();
        let single: Vec<Decided> = asked
            .iter()
            .map(|(case, envelope)| envelope.lifecycle().decide(*case, *envelope, &policy).map_err(Box::new))
            .collect();
        let cases = Cases::new(sample.iter().map(|(case, _)| Some(Arc::clone(case))));
        let envelopes: Vec<_> = sample.iter().map(|(_, envelope)| Arc::clone(envelope)).collect();
        for threads in threads() {
            prop_assert_eq!(decided(&decide_many(&asked, &policy, threads)), decided(&single));
            let many = cases.decide_many(&envelopes, &policy, threads);
            prop_assert_eq!(decided(&many), decided(&single));
        }
    }

    #[test]
    fn a_batch_of_logs_is_replayed_as_one_by_one(
        count in 0..100_usize,
        start in 0..5_000_usize,
        broken in proptest::collection::vec(0..100_usize, 0..3),
    ) {
        let sample = sample(count, start);
        let mut logs: Vec<String> = sample.iter().map(|(case, _)| case.log()).collect();
        for place in broken.into_iter().filter(|place| *place < count) {
            logs[place].truncate(20);
        }
        for corpus in CORPUS.iter() {
            let single: Vec<_> = logs.iter().map(|log| rebuilt(&corpus.lifecycle.replay(log).map_err(Box::new))).collect();
            for threads in threads() {
                let many = replay_many(corpus.lifecycle, &logs, threads);
                prop_assert_eq!(many.iter().map(rebuilt).collect::<Vec<_>>(), single.clone());
            }
        }
    }

    #[test]
    fn many_logs_are_the_cases_they_came_from(count in 0..100_usize, start in 0..5_000_usize) {
        let sample = sample(count, start);
        let lines = |document: fn(&dyn AnyCase) -> String| -> Vec<String> {
            sample.iter().map(|(case, _)| document(case.as_ref())).collect()
        };
        let written = [
            lines(document).join("\n"),
            lines(document_of_text).join("\n"),
            format!("[{}]", lines(document).join(", ")),
        ];
        for (text, threads) in written.iter().zip(threads()) {
            let cases = Cases::read(text, threads).expect("JSON");
            prop_assert_eq!(cases.len(), count);
            let logs: Vec<String> = cases.all().expect("they fit").into_iter().map(AnyCase::log).collect();
            let given: Vec<String> = sample.iter().map(|(case, _)| case.log()).collect();
            prop_assert_eq!(logs, given);
        }
    }

    #[test]
    fn worklists_of_a_stream_are_those_of_all_cases_at_once(
        count in 0..120_usize,
        start in 0..5_000_usize,
        portion in 1..50_usize,
    ) {
        let (sample, policy) = (sample(count, start), Policy::default());
        let on = Date::parse("2024-07-20").expect("a day");
        let officers = sample.iter().take(3).map(|(case, _)| {
            let owed = case.obligations(on, &policy);
            let first = owed.first().map(|row| &row.responsible);
            first.map(|one| bosoto::actor::Actor::new(one.role, &one.organisation))
        });
        let later = query(Date::parse("2025-01-31").expect("a day"), None);
        let queries: Vec<_> = officers.map(|actor| query(on, actor)).chain([later]).collect();
        let cases = || sample.iter().map(|(case, _)| case.as_ref());
        let expected: Vec<_> = queries.iter().map(|query| worklist(cases(), query, &policy)).collect();
        for threads in threads() {
            let mut streamed = Worklists::new(queries.clone(), policy.clone());
            let mut added = streamed.clone();
            for cases in sample.chunks(portion) {
                let lines: Vec<_> = cases.iter().map(|(case, _)| document(case.as_ref())).collect();
                let broken = streamed.read(&lines.join("\n"), threads).expect("they fit");
                prop_assert_eq!(broken, []);
                let cases: Vec<_> = cases.iter().map(|(case, _)| case.as_ref()).collect();
                added.add(&cases, threads);
            }
            prop_assert_eq!((streamed.cases(), added.cases()), (count, count));
            prop_assert_eq!(&streamed.finish(), &expected);
            prop_assert_eq!(&added.finish(), &expected);
        }
    }
}

/// Logs that cannot be used are named by their places among all that were read, and keep no other from
/// being asked.
#[test]
fn broken_logs_are_named_and_the_others_are_asked_whatever_the_number_of_threads() {
    let sample = sample(100, 0);
    let mut lines: Vec<_> = sample
        .iter()
        .map(|(case, _)| document(case.as_ref()))
        .collect();
    let good = lines.join("\n");
    for place in [30, 60] {
        lines[place] = lines[place].replace("\"event_id\"", "\"event\"");
    }
    lines[90] = "{".to_owned();
    let query = query(Date::parse("2024-07-20").expect("a day"), None);
    let policy = Policy::default();
    let usable = sample.iter().enumerate();
    let usable = usable.filter(|(place, _)| ![30, 60, 90].contains(place));
    let cases = || sample.iter().map(|(case, _)| case.as_ref());
    let twice = cases().chain(usable.map(|(_, (case, _))| case.as_ref()));
    let expected = worklist(twice, &query, &policy);
    for threads in threads() {
        let mut worklists = Worklists::new(vec![query.clone()], policy.clone());
        assert_eq!(worklists.read(&good, threads).expect("JSON"), []);
        let broken = worklists.read(&lines.join("\n"), threads).expect("JSON");
        let places: Vec<&str> = broken.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(places, ["/130/log/0/event", "/160/log/0/event", "/190"]);
        assert_eq!((worklists.cases(), worklists.logs()), (197, 200));
        assert!(worklists.read("[", threads).is_err());
        assert_eq!(worklists.finish(), std::slice::from_ref(&expected));
    }
}

/// The JSON call says the same: the rows of the others, then an error for each.
#[test]
fn the_call_gives_the_rows_and_an_error_for_each_broken_log() {
    let sample = sample(3, 0);
    let lines: Vec<_> = sample
        .iter()
        .map(|(case, _)| document(case.as_ref()))
        .collect();
    let asked = r#"{"on": "2024-07-20"}"#;
    let good = call::worklist(&lines.join("\n"), asked, None);
    let with_broken = [&lines[0], "{}", &lines[1], "\0", &lines[2]].join("\n");
    let answer = call::worklist(&with_broken, asked, None);
    let rows = good.trim_end_matches(']');
    assert!(rows.len() > 2, "{good}");
    let errors = answer.strip_prefix(rows).expect("the rows first");
    let errors: Vec<Value> =
        serde_json::from_str(&format!("[{}", errors.trim_start_matches(','))).expect("JSON");
    let of = |field: &str| -> Vec<_> {
        errors
            .iter()
            .map(|one| one["error"][field].clone())
            .collect()
    };
    assert_eq!(of("pointer"), ["/1/lifecycle", "/3"]);
    assert_eq!(of("code"), ["missing_field", "malformed"]);
}
