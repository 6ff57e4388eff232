//! Many cases in one call, by as many threads as the caller gives.
//!
//! The threads belong to the call: none is left when it returns, so a process may fork at any time. The
//! results stand in the order of what was given and are the same for any number of threads; what
//! cannot be judged is an error in its place. A panic in a thread goes on in the caller.
//!
//! ```
//! use std::num::NonZeroUsize;
//!
//! use bosoto::any;
//! use bosoto::batch::{decide_many, replay_many};
//! use bosoto::policy::Policy;
//!
//! let exchange = any::lifecycle("account").expect("known");
//! let asked = exchange.envelope(r#"{"at": "2024-06-03T09:00:00+07:00",
//!     "actor": {"role": "unit_user", "organisation": "10670", "user_id": "u.somying"},
//!     "command": {"type": "request_account", "case_id": "U-1", "user_id": "u.somying",
//!         "role": "unit_user", "organisation": "10670", "province": "81", "district": "8101"}}"#)?;
//! let two = NonZeroUsize::MIN.saturating_add(1);
//!
//! let decided = decide_many(&[(None, asked.as_ref()); 3], &Policy::default(), two);
//! assert!(decided.iter().all(|one| one.as_ref().is_ok_and(|decision| decision.is_accepted())));
//!
//! let rebuilt = replay_many(exchange, &["", "no log"], two);
//! assert!(matches!(rebuilt[0], Ok(None)));
//! assert_eq!(rebuilt[1].as_ref().unwrap_err().pointer, "/0");
//! # Ok::<(), bosoto::wire::WireError>(())
//! ```

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::threads::{Made, together};
use super::worklist::{WorklistItem, WorklistQuery, in_order};
use crate::base::order;
use crate::base::shape::{Count, Shape, Shaped, Ty};
use crate::base::text::{Text, text};
use crate::lifecycle::Past;
use crate::lifecycles::any::{self, AnyCase, AnyDecision, AnyEnvelope, AnyEvent, AnyLifecycle};
use crate::policy::Policy;
use crate::wire::{self, ErrorCode, WireError};

/// A case of a batch: none for an empty log, an error where it could not be rebuilt. Errors are rare and
/// large, so they lie elsewhere.
pub type Rebuilt = Result<Option<Arc<dyn AnyCase>>, Box<WireError>>;

/// A decision of a batch, or why there is none.
pub type Decided = Result<Arc<dyn AnyDecision>, Box<WireError>>;

/// One question of a batch: a command on a case, without a case one that creates it.
pub type Asked<'a> = (Option<&'a dyn AnyCase>, &'a dyn AnyEnvelope);

/// Who works on a batch: so many threads, where wanted until they are told to stop.
///
/// They ask between portions of a few hundred items, in every thread, also in the caller's. Told to stop,
/// a call answers for the first of the items only.
///
/// ```
/// use std::num::NonZeroUsize;
///
/// use bosoto::any;
/// use bosoto::batch::{Workers, replay_many};
///
/// let account = any::lifecycle("account").expect("known");
/// let stopped = Workers::until(NonZeroUsize::MIN, &|| true);
/// assert!(replay_many(account, &["", ""], stopped).is_empty());
/// ```
#[derive(Clone, Copy)]
pub struct Workers<'a> {
    threads: NonZeroUsize,
    stop: Option<&'a (dyn Fn() -> bool + Sync)>,
}

impl<'a> Workers<'a> {
    /// So many threads, as long as `stop` says no.
    #[must_use]
    pub fn until(threads: NonZeroUsize, stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        let stop = Some(stop);
        Self { threads, stop }
    }
}

impl From<NonZeroUsize> for Workers<'_> {
    fn from(threads: NonZeroUsize) -> Self {
        let stop = None;
        Self { threads, stop }
    }
}

impl fmt::Debug for Workers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Workers({})", self.threads)
    }
}

/// So many items are a thread's work at a time: enough that starting a thread is worth it.
const DECISIONS: usize = 512;
/// The same of logs.
const LOGS: usize = 16;

/// Rebuilds one case from each log: NDJSON, or a JSON array of events.
#[must_use]
pub fn replay_many<'a, S: AsRef<str> + Sync>(
    lifecycle: &dyn AnyLifecycle,
    logs: &[S],
    workers: impl Into<Workers<'a>>,
) -> Vec<Rebuilt> {
    each(logs, LOGS, workers.into(), |log| {
        lifecycle.replay(log.as_ref()).map_err(Box::new)
    })
}

/// Judges one command for each case; a reused `command_id` is an error in its place.
#[must_use]
pub fn decide_many<'a>(
    asked: &[Asked<'_>],
    policy: &Policy,
    workers: impl Into<Workers<'a>>,
) -> Vec<Decided> {
    each(asked, DECISIONS, workers.into(), |(case, envelope)| {
        let decision = envelope.lifecycle().decide(*case, *envelope, policy);
        decision.map_err(Box::new)
    })
}

/// Many cases, of whatever lifecycles, that are asked together.
///
/// ```
/// use std::num::NonZeroUsize;
///
/// use bosoto::batch::Cases;
///
/// let logs = "{\"lifecycle\": \"episode\", \"log\": []}\n{\"lifecycle\": \"epsode\", \"log\": []}\n";
/// let cases = Cases::read(logs, NonZeroUsize::MIN)?;
/// assert_eq!(cases.len(), 2);
/// assert_eq!(cases.get(0).unwrap().as_ref().unwrap_err().pointer, "/log");
/// assert_eq!(cases.get(1).unwrap().as_ref().unwrap_err().pointer, "/lifecycle");
/// # Ok::<(), bosoto::wire::WireError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Cases(Vec<Rebuilt>);

impl Cases {
    /// These cases, in this order; none stands for a case that is still to be created.
    #[must_use]
    pub fn new(cases: impl IntoIterator<Item = Option<Arc<dyn AnyCase>>>) -> Self {
        Self(cases.into_iter().map(Ok).collect())
    }

    /// The cases of logs of one lifecycle, as [`replay_many`] rebuilds them.
    #[must_use]
    pub fn replay<'a, S: AsRef<str> + Sync>(
        lifecycle: &dyn AnyLifecycle,
        logs: &[S],
        workers: impl Into<Workers<'a>>,
    ) -> Self {
        Self(replay_many(lifecycle, logs, workers))
    }

    /// The cases of many logs, `{"lifecycle", "log"}`: NDJSON, one line a case, or a JSON array. A log
    /// is an array of events, or their NDJSON as one text.
    ///
    /// # Errors
    ///
    /// An array that is no JSON. A log that cannot be used is an error in its place.
    pub fn read<'a>(logs: &str, workers: impl Into<Workers<'a>>) -> Result<Self, WireError> {
        let logs = documents(logs)?;
        Ok(Self(each(&logs, LOGS, workers.into(), |log| {
            read_case(log).map(Some).map_err(Box::new)
        })))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answer of each case to one question, as text; of a case that could not be rebuilt or is still to be created,
    /// its error.
    ///
    /// ```
    /// # use std::num::NonZeroUsize;
    /// # use bosoto::batch::Cases;
    /// let cases = Cases::new([None]);
    /// let answers = cases.answers(NonZeroUsize::MIN, |case| case.state().to_owned());
    /// assert!(answers[0].contains(r#""pointer":"/log""#));
    /// ```
    #[must_use]
    pub fn answers<'a>(
        &self,
        workers: impl Into<Workers<'a>>,
        question: impl Fn(&dyn AnyCase) -> String + Sync,
    ) -> Vec<String> {
        each(&self.0, LOGS, workers.into(), |case| match case {
            Ok(Some(case)) => question(case.as_ref()),
            Ok(None) => empty_log().to_json(),
            Err(error) => error.to_json(),
        })
    }

    /// Judges one command, given as JSON, for each case, as far as there are both, and writes what is asked of its
    /// decision; one that creates a case is of the lifecycle given. What has no decision is its error in its place.
    ///
    /// ```
    /// # use std::num::NonZeroUsize;
    /// # use bosoto::{Policy, any, batch::Cases};
    /// let account = any::lifecycle("account").expect("known");
    /// let cases = Cases::new([None]);
    /// let decided = cases.decide_texts(account, &["{}"], &Policy::default(), NonZeroUsize::MIN, |one| one.to_json());
    /// assert!(decided[0].contains(r#""pointer":"/at""#));
    /// ```
    #[must_use]
    pub fn decide_texts<'a>(
        &self,
        created: &dyn AnyLifecycle,
        envelopes: &[&str],
        policy: &Policy,
        workers: impl Into<Workers<'a>>,
        write: impl Fn(&dyn AnyDecision) -> String + Sync,
    ) -> Vec<String> {
        let decided = |(case, envelope): (&Rebuilt, &&str)| {
            let case = case.as_ref().map_err(|error| error.to_json())?.as_deref();
            let lifecycle = case.map_or(created, |case| case.lifecycle());
            let decision = lifecycle.decide_json(case, envelope, policy);
            decision.map_err(|error| error.to_json())
        };
        let text = |decided: Result<Arc<dyn AnyDecision>, String>| {
            decided.map_or_else(|error| error, |decision| write(decision.as_ref()))
        };
        let cases = self.0.chunks(LOGS);
        let portions = cases.zip(envelopes.chunks(LOGS));
        by_portions(portions, workers.into(), |(cases, envelopes)| {
            let both = cases.iter().zip(envelopes);
            both.map(|both| text(decided(both))).collect()
        })
    }

    /// The case at a place; nothing beyond the last.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Rebuilt> {
        self.0.get(place)
    }

    /// Every case that there is.
    ///
    /// # Errors
    ///
    /// The first that could not be rebuilt, its pointer beginning with its place.
    pub fn all(&self) -> Result<Vec<&dyn AnyCase>, WireError> {
        let cases = (0_usize..).zip(&self.0);
        cases
            .filter_map(|(place, case)| match case {
                Ok(case) => case.as_deref().map(Ok),
                Err(error) => Some(Err(WireError::clone(error).under(&format!("/{place}")))),
            })
            .collect()
    }

    /// Every case that there is, and the errors of those that could not be rebuilt, each pointer beginning with its place.
    #[must_use]
    pub fn sorted_out(&self) -> (Vec<&dyn AnyCase>, Vec<WireError>) {
        let (mut good, mut broken) = (Vec::with_capacity(self.0.len()), Vec::new());
        for (place, case) in (0_usize..).zip(&self.0) {
            match case {
                Ok(case) => good.extend(case.as_deref()),
                Err(error) => broken.push(WireError::clone(error).under(&format!("/{place}"))),
            }
        }
        (good, broken)
    }

    /// Every case that there is, to keep them.
    ///
    /// # Errors
    ///
    /// Those of [`Cases::all`].
    pub fn into_all(self) -> Result<Vec<Arc<dyn AnyCase>>, WireError> {
        self.all()?;
        let cases = self.0.into_iter().filter_map(Result::ok);
        Ok(cases.flatten().collect())
    }

    /// Judges one command for each case, as far as there are both; the error of a case that could not
    /// be rebuilt stands in the place of its decision.
    #[must_use]
    pub fn decide_many<'a, E: AsRef<dyn AnyEnvelope> + Sync>(
        &self,
        envelopes: &[E],
        policy: &Policy,
        workers: impl Into<Workers<'a>>,
    ) -> Vec<Decided> {
        let decided = |(case, envelope): (&Rebuilt, &E)| {
            let case = case.as_ref().map_err(Clone::clone)?.as_deref();
            let envelope = envelope.as_ref();
            let decision = envelope.lifecycle().decide(case, envelope, policy);
            decision.map_err(Box::new)
        };
        let cases = self.0.chunks(DECISIONS);
        let portions = cases.zip(envelopes.chunks(DECISIONS));
        by_portions(portions, workers.into(), |(cases, envelopes)| {
            cases.iter().zip(envelopes).map(decided).collect()
        })
    }
}

/// The worklists of many officers over cases that come and go: only what is owed is kept, so that a
/// province's year needs no more memory than its work.
///
/// ```
/// use std::num::NonZeroUsize;
///
/// use bosoto::batch::Worklists;
/// use bosoto::calendar::Date;
/// use bosoto::policy::Policy;
/// use bosoto::worklist::WorklistQuery;
///
/// let on = Date::parse("2024-06-03")?;
/// let everybody = WorklistQuery { actor: None, on, from: None, to: None, known: None, settled: false };
/// let mut worklists = Worklists::new(vec![everybody], Policy::default());
/// let broken = worklists.read("{\"lifecycle\": \"episode\", \"log\": []}\n", NonZeroUsize::MIN)?;
/// assert_eq!(broken[0].pointer, "/0/log");
/// assert_eq!(worklists.finish(), [[]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Worklists {
    /// The queries as of the same day, with their places.
    queries: Vec<(Past, Vec<(usize, WorklistQuery)>)>,
    policy: Policy,
    found: Vec<Vec<WorklistItem>>,
    cases: usize,
    /// Those that could not be used included: the place of the next.
    logs: usize,
}

impl Worklists {
    /// A worklist for each query, with nothing in it yet.
    #[must_use]
    pub fn new(queries: Vec<WorklistQuery>, policy: Policy) -> Self {
        let found = queries.iter().map(|_| Vec::new()).collect();
        let mut days: Vec<(Past, Vec<_>)> = Vec::new();
        for (place, query) in queries.into_iter().enumerate() {
            match days.iter_mut().find(|(past, _)| *past == query.past()) {
                Some((_, same)) => same.push((place, query)),
                None => days.push((query.past(), vec![(place, query)])),
            }
        }
        Self {
            queries: days,
            policy,
            found,
            cases: 0,
            logs: 0,
        }
    }

    /// How many cases have been asked.
    #[must_use]
    pub fn cases(&self) -> usize {
        self.cases
    }

    /// How many logs and cases have been given, those that cannot be used included.
    #[must_use]
    pub fn logs(&self) -> usize {
        self.logs
    }

    /// Adds what is owed in these cases.
    pub fn add<'a>(&mut self, cases: &[&dyn AnyCase], workers: impl Into<Workers<'a>>) {
        let rows = each(cases, LOGS, workers.into(), |case| self.rows(*case));
        self.logs = self.logs.saturating_add(rows.len());
        rows.into_iter().for_each(|rows| self.keep(rows));
    }

    /// Adds what is owed in the cases of many logs, as [`Cases::read`] reads them; a case is dropped as
    /// soon as it was asked. A log that cannot be used keeps none of the others from being asked: its
    /// error is in the answer, its pointer beginning with the number of logs before it, those of earlier
    /// calls included.
    ///
    /// # Errors
    ///
    /// An array that is no JSON. Nothing is added then.
    pub fn read<'a>(
        &mut self,
        logs: &str,
        workers: impl Into<Workers<'a>>,
    ) -> Result<Vec<WireError>, WireError> {
        Ok(self.read_each(&documents(logs)?, workers))
    }

    /// The same of logs that are told apart already, a document each.
    pub fn read_each<'a>(
        &mut self,
        logs: &[&str],
        workers: impl Into<Workers<'a>>,
    ) -> Vec<WireError> {
        let (found, broken) = ask_many(logs, self.logs, workers, |case| self.rows(case));
        self.logs = self
            .logs
            .saturating_add(found.len().saturating_add(broken.len()));
        found.into_iter().for_each(|rows| self.keep(rows));
        broken
    }

    /// The worklists, in the order of the queries, each as [`worklist`](super::worklist::worklist) has
    /// it: the most urgent first.
    #[must_use]
    pub fn finish(self) -> Vec<Vec<WorklistItem>> {
        self.found
            .into_iter()
            .map(|mut items| {
                order::sort_by(&mut items, |a, b| a.case_id.cmp(&b.case_id));
                in_order(items)
            })
            .collect()
    }

    /// The rows of a case, each with the place of its query.
    fn rows(&self, case: &dyn AnyCase) -> Vec<(usize, WorklistItem)> {
        let mut rows = Vec::new();
        for (past, queries) in &self.queries {
            case.show(*past, &self.policy, &mut |case, owed| {
                for row in owed {
                    for (place, query) in queries {
                        if query.wants(case, &row) {
                            rows.push((*place, WorklistItem::new(case, row.clone(), query.on)));
                        }
                    }
                }
            });
        }
        rows
    }

    fn keep(&mut self, rows: Vec<(usize, WorklistItem)>) {
        self.cases = self.cases.saturating_add(1);
        for (place, row) in rows {
            if let Some(found) = self.found.get_mut(place) {
                found.push(row);
            }
        }
    }
}

/// One of many logs as it is written, its log not yet read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    lifecycle: Cow<'a, str>,
    #[serde(borrow)]
    log: &'a RawValue,
}

/// The same, read to find out what is wrong with it.
#[derive(Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(name = "Logged")]
struct Document {
    /// Its lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    lifecycle: String,
    /// Its log: a list of events, or their NDJSON as one text.
    #[title("ประวัติรายการ", "log")]
    #[shape(with = LogOrText)]
    log: Value,
}

struct LogOrText;

impl Shaped for LogOrText {
    const TY: Ty = Ty::Either(&[str::TY, Ty::List(&AnyEvent::TY, &Count::ANY)]);
}

/// The shape of many logs.
pub(crate) struct ManyLogs;

impl Shaped for ManyLogs {
    const TY: Ty = <[Document]>::TY;
}

/// What `ask` says of the case of each of many logs, [`documents`]; a case is dropped as soon as it was asked. Of the logs
/// that cannot be used the errors, each pointer beginning with the number of logs before it, `before` these included.
pub fn ask_many<'a, T: Send>(
    logs: &[&str],
    before: usize,
    workers: impl Into<Workers<'a>>,
    ask: impl Fn(&dyn AnyCase) -> T + Sync,
) -> (Vec<T>, Vec<WireError>) {
    let answers = each(logs, LOGS, workers.into(), |log| {
        let case = read_case(log).map_err(Box::new)?;
        Ok::<T, Box<WireError>>(ask(case.as_ref()))
    });
    let (mut found, mut broken) = (Vec::with_capacity(answers.len()), Vec::new());
    for (place, answer) in (before..).zip(answers) {
        match answer {
            Ok(answer) => found.push(answer),
            Err(error) => broken.push(error.under(&format!("/{place}"))),
        }
    }
    (found, broken)
}

/// The documents of a text: NDJSON, or a JSON array.
///
/// # Errors
///
/// An array that is no JSON.
pub fn documents(text: &str) -> Result<Vec<&str>, WireError> {
    let text = wire::without_mark(text);
    if !text.trim_start().starts_with('[') {
        return Ok(wire::lines(text).map(|(_, line)| line).collect());
    }
    match serde_json::from_str::<Vec<&RawValue>>(text) {
        Ok(elements) => Ok(elements.into_iter().map(RawValue::get).collect()),
        Err(_) => wire::decode::<Vec<Value>>(text).map(|_| Vec::new()),
    }
}

/// The case of one of many logs.
fn read_case(document: &str) -> Result<Arc<dyn AnyCase>, WireError> {
    match serde_json::from_str::<Line<'_>>(document) {
        Ok(line) if line.log.get().starts_with('[') => case_of(&line.lifecycle, line.log.get()),
        _ => {
            let document: Document = wire::decode(document)?;
            let log = match document.log {
                Value::String(log) => log,
                Value::Array(_) => document.log.to_string(),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
                    let problem = wire::decode_value::<Vec<Value>>(&document.log).err();
                    return Err(problem.map_or_else(empty_log, |error| error.under("/log")));
                }
            };
            case_of(&document.lifecycle, &log)
        }
    }
}

fn case_of(lifecycle: &str, log: &str) -> Result<Arc<dyn AnyCase>, WireError> {
    let case = any::lifecycle(lifecycle)?.replay(log);
    case.map_err(|error| error.under("/log"))?
        .ok_or_else(empty_log)
}

/// Why a log without an event is no case.
pub fn empty_log() -> WireError {
    WireError::new(ErrorCode::MissingField, "/log", EMPTY_LOG)
}

/// What becomes of each item, in their order, by so many threads at the most, each with `portion` items
/// at a time.
fn each<T: Sync, R: Send>(
    items: &[T],
    portion: usize,
    workers: Workers<'_>,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    by_portions(items.chunks(portion), workers, |items| {
        items.iter().map(&work).collect()
    })
}

/// The results of all portions, in their order, by so many threads at the most.
fn by_portions<P, R: Send>(
    portions: impl ExactSizeIterator<Item = P> + Send,
    workers: Workers<'_>,
    work: impl Fn(P) -> Vec<R> + Sync,
) -> Vec<R> {
    let count = workers.threads.get().min(portions.len());
    let portions = Mutex::new(portions.enumerate());
    let take = || {
        if workers.stop.is_some_and(|stop| stop()) {
            return None;
        }
        let mut portions = portions.lock().unwrap_or_else(PoisonError::into_inner);
        portions.next()
    };
    let made = Made::default();
    together(count, &|| {
        for (place, portion) in std::iter::from_fn(take) {
            made.put(place, work(portion));
        }
    });
    let made: Vec<Vec<R>> = made.in_order();
    let count = made.iter().map(Vec::len).sum();
    let mut all = Vec::with_capacity(count);
    made.into_iter().for_each(|results| all.extend(results));
    all
}

const EMPTY_LOG: Text = text!(
    "ไม่มีเหตุการณ์ในบันทึกของเคส โปรดส่งบันทึกที่มีอย่างน้อยเหตุการณ์แรกของเคส",
    "the log is empty; it needs at least the event that creates the case",
);

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const THREADS: [usize; 4] = [1, 2, 3, 8];

    fn by(threads: usize) -> Workers<'static> {
        NonZeroUsize::new(threads).unwrap().into()
    }

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        for count in [0, 1, 7, 8, 9, 1_000] {
            let items: Vec<usize> = (0..count).collect();
            for threads in THREADS {
                let found = each(&items, 8, by(threads), |item| item * 2);
                assert_eq!(found, items.iter().map(|item| item * 2).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn told_to_stop_a_call_answers_for_the_first_items() {
        let items: Vec<usize> = (0..1_000).collect();
        for threads in THREADS {
            let done = AtomicUsize::new(0);
            let stop = || done.load(Ordering::Relaxed) >= 100;
            let workers = Workers::until(NonZeroUsize::new(threads).unwrap(), &stop);
            let found = each(&items, 8, workers, |item| {
                done.fetch_add(1, Ordering::Relaxed);
                *item
            });
            assert!(found.len() >= 100 && found.len() < 200, "{}", found.len());
            assert_eq!(Some(found.as_slice()), items.get(..found.len()));
        }
    }

    #[test]
    fn a_panic_in_any_thread_goes_on_in_the_caller() {
        let items: Vec<usize> = (0..1_000).collect();
        for threads in THREADS {
            for bad in [0, 500, 999] {
                let work = |item: &usize| assert_ne!(*item, bad, "a panic of a test");
                let all = || each(&items, 8, by(threads), work);
                assert!(catch_unwind(AssertUnwindSafe(all)).is_err());
            }
        }
    }

    #[test]
    fn a_document_of_another_shape_is_an_error_with_its_place() {
        let pointer = |document: &str| read_case(document).unwrap_err().pointer;
        assert_eq!(pointer(r#"{"lifecycle": "episode"}"#), "/log");
        assert_eq!(pointer(r#"{"lifecycle": "episode", "log": 5}"#), "/log");
        assert_eq!(pointer(r#"{"lifecycle": "episode", "log": ""}"#), "/log");
        assert_eq!(
            pointer(r#"{"lifecycle": "episode", "log": "", "logs": ""}"#),
            "/logs"
        );
        assert_eq!(
            pointer(r#"{"lifecycle": "episode", "log": [{}]}"#),
            "/log/0/type"
        );
        assert_eq!(
            pointer(r#"{"lifecycle": "episode", "log": "{}\n{}"}"#),
            "/log/0/type"
        );
        assert_eq!(pointer("["), "");
    }
}
