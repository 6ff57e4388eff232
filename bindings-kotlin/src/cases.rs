//! Many cases in one call, in the order given.

use std::sync::Arc;

use bosoto::Text;
use bosoto::any::{self, AnyDecision, AnyLifecycle};
use bosoto::batch::{self, Worklists, documents};
use bosoto::call;
use bosoto::casework::casework;
use bosoto::wire::{self, ErrorCode, WireError};
use bosoto::worklist;
use bosoto::workload::workload;

use crate::bytes::Bytes;
use crate::case::Case;
use crate::failure::Failure;
use crate::given::{by, day, past};
use crate::policy::{Policy, or_default};

/// Many cases that are asked together. Answers of one line a case are NDJSON: what has no answer is the contract's
/// `{"error": …}` in its line. What may be long crosses as the bytes of its text (UTF-8), so that nobody reads it
/// before it is asked for.
#[derive(uniffi::Object)]
pub struct Cases {
    cases: batch::Cases,
    /// The lifecycle of those that are still to be created.
    created: &'static dyn AnyLifecycle,
}

impl Cases {
    fn of(cases: batch::Cases, created: &'static dyn AnyLifecycle) -> Arc<Self> {
        Arc::new(Self { cases, created })
    }

    fn decided(
        &self,
        envelopes: &Bytes,
        policy: Option<Arc<Policy>>,
        threads: i32,
        write: impl Fn(&dyn AnyDecision) -> String + Sync,
    ) -> Result<Bytes, Failure> {
        let given = envelopes.text();
        let envelopes = documents(&given).map_err(|error| error.under("/envelopes"))?;
        if envelopes.len() != self.cases.len() {
            let error = WireError::new(ErrorCode::WrongLength, "/envelopes", AS_MANY);
            return Err(error.into());
        }
        let policy = or_default(policy.as_ref());
        let decided =
            self.cases
                .decide_texts(self.created, &envelopes, policy, by(threads)?, write);
        Ok(Bytes::of(&decided)?)
    }
}

#[uniffi::export]
impl Cases {
    /// The cases of many logs, `{"lifecycle", "log"}`: NDJSON, one line a case, or a JSON array.
    #[uniffi::constructor]
    pub fn read(logs: Bytes, threads: i32) -> Result<Arc<Self>, Failure> {
        let any = any::lifecycle("compulsory")?;
        let cases = batch::Cases::read(&logs.text(), by(threads)?)?;
        Ok(Self::of(cases, any))
    }

    /// The cases of logs of one lifecycle; an empty log is a case that is still to be created.
    #[uniffi::constructor]
    pub fn replay(
        lifecycle: String,
        logs: Vec<String>,
        threads: i32,
    ) -> Result<Arc<Self>, Failure> {
        let lifecycle = any::lifecycle(&lifecycle)?;
        let cases = batch::Cases::replay(lifecycle, &logs, by(threads)?);
        Ok(Self::of(cases, lifecycle))
    }

    /// So many cases of a lifecycle that are still to be created.
    #[uniffi::constructor]
    pub fn fresh(lifecycle: String, count: i32) -> Result<Arc<Self>, Failure> {
        let lifecycle = any::lifecycle(&lifecycle)?;
        if !(0..=MOST).contains(&count) {
            return Err(WireError::new(ErrorCode::WrongLength, "/count", TOO_MANY).into());
        }
        Ok(Self::of(
            batch::Cases::new((0..count).map(|_| None)),
            lifecycle,
        ))
    }

    /// How many there are.
    pub fn size(&self) -> i32 {
        i32::try_from(self.cases.len()).unwrap_or(i32::MAX)
    }

    /// The case at a place; nothing beyond the last.
    pub fn get(&self, place: i32) -> Result<Option<Arc<Case>>, Failure> {
        let case = usize::try_from(place)
            .ok()
            .and_then(|place| self.cases.get(place));
        let case = case.cloned().transpose().map_err(|error| *error)?;
        Ok(case.map(|case| {
            let lifecycle = case.as_ref().map_or(self.created, |case| case.lifecycle());
            Case::holding(lifecycle, case)
        }))
    }

    /// Judges one command for each case, as many envelopes (NDJSON, or a JSON array) as cases; the cases stay as they
    /// are. A line a case: its decision.
    pub fn decide(
        &self,
        envelopes: Bytes,
        policy: Option<Arc<Policy>>,
        threads: i32,
    ) -> Result<Bytes, Failure> {
        self.decided(&envelopes, policy, threads, |decision| decision.to_json())
    }

    /// Whether each command would be accepted, `{"outcome": …}` a line, without its reasons.
    pub fn outcomes(
        &self,
        envelopes: Bytes,
        policy: Option<Arc<Policy>>,
        threads: i32,
    ) -> Result<Bytes, Failure> {
        self.decided(&envelopes, policy, threads, |decision| {
            let outcome = if decision.is_accepted() {
                "accepted"
            } else {
                "rejected"
            };
            format!(r#"{{"outcome":"{outcome}"}}"#)
        })
    }

    /// What is owed on a day in each case, as it was. A line a case: a list.
    pub fn obligations(
        &self,
        on: String,
        policy: Option<Arc<Policy>>,
        known: Option<String>,
        threads: i32,
    ) -> Result<Bytes, Failure> {
        let (past, policy) = (past(&on, known.as_deref())?, or_default(policy.as_ref()));
        let owed = self.cases.answers(by(threads)?, |case| {
            wire::to_json(&case.obligations(past, policy))
        });
        Ok(Bytes::of(&owed)?)
    }

    /// What each log comes to. A line a case: its lifecycle, id and state, and how many events it has.
    pub fn summaries(&self, threads: i32) -> Result<Bytes, Failure> {
        let summaries = self.cases.answers(by(threads)?, |case| {
            let (id, state) = (wire::to_json(case.case_id()), wire::to_json(case.state()));
            let (lifecycle, used) = (case.lifecycle().name(), case.len());
            format!(r#"{{"lifecycle":"{lifecycle}","case_id":{id},"state":{state},"used":{used}}}"#)
        });
        Ok(Bytes::of(&summaries)?)
    }

    /// The worklist of an officer over these cases: its rows, then the errors of cases that could not be rebuilt, as
    /// the call `worklist` has them.
    pub fn worklist(
        &self,
        query: String,
        policy: Option<Arc<Policy>>,
        threads: i32,
    ) -> Result<Bytes, Failure> {
        let query = wire::decode(&query)?;
        let mut worklists = Worklists::new(vec![query], or_default(policy.as_ref()).clone());
        let (cases, broken) = self.cases.sorted_out();
        worklists.add(&cases, by(threads)?);
        let rows: Vec<_> = worklists.finish().into_iter().flatten().collect();
        Ok(Bytes::whole(worklist::to_json(&rows, &broken))?)
    }

    /// The cases that an officer has to work on at an instant, the most urgent first.
    pub fn casework(&self, query: String, policy: Option<Arc<Policy>>) -> Result<String, Failure> {
        let query = wire::decode(&query)?;
        let cases = self.cases.clone().into_all()?;
        let found = casework(cases, &query, or_default(policy.as_ref()));
        Ok(wire::to_json(&found))
    }

    /// What each organisation owes on a day in these cases.
    pub fn workload(&self, on: String, policy: Option<Arc<Policy>>) -> Result<String, Failure> {
        let (cases, on) = (self.cases.all()?, day(&on)?);
        let found = workload(cases, on, or_default(policy.as_ref()));
        Ok(wire::to_json(&found))
    }
}

/// Many questions of the table of calls in one, a line each: a JSON array of the call's name and its arguments, texts or
/// null. The answers are lines too.
#[uniffi::export]
pub fn call_many(calls: String) -> String {
    let answers: Vec<String> = wire::lines(&calls).map(|(_, line)| one(line)).collect();
    answers.join("\n")
}

fn one(line: &str) -> String {
    let given = match serde_json::from_str::<Vec<Option<String>>>(line) {
        Ok(given) => given,
        Err(_) => return WireError::new(ErrorCode::Malformed, "", NO_CALL).to_json(),
    };
    let given: Vec<Option<&str>> = given.iter().map(Option::as_deref).collect();
    match given.as_slice() {
        [name, arguments @ ..] => call::call(name.unwrap_or_default(), arguments),
        [] => call::call("", &[]),
    }
}

/// So many cases are made at once.
const MOST: i32 = 1_000_000;
const TOO_MANY: Text = Text::given(&[
    "จำนวนเคสต้องอยู่ระหว่าง 0 ถึง 1,000,000",
    "expected a number of cases from 0 to 1,000,000",
]);
const AS_MANY: Text = Text::given(&[
    "จำนวนคำสั่งไม่เท่ากับจำนวนเคส โปรดส่งคำสั่งหนึ่งรายการต่อหนึ่งเคส",
    "there are not as many envelopes as cases; send one for each case",
]);
const NO_CALL: Text = Text::given(&[
    "โปรดส่งชื่อคำสั่งเรียกและค่าที่ส่งไปเป็นรายการข้อความ",
    "a call is a list of texts: its name and its arguments",
]);
