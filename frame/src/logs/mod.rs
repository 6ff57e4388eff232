//! Many logs as tables: what is owed, worklists, states, withdrawals, refused commands, what differs under two policies, how
//! timely the work was; a row each, with case, rule and dates.

mod columns;
mod rows;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use bosoto::batch::{Workers, Worklists, ask_many, documents};
use bosoto::compare::{DifferenceCount, DifferenceCounts};
use bosoto::lifecycle::{Difference, Past, RefusedAct, Settled, Withdrawn};
use bosoto::timeliness::{self, Counted, Place, Timeliness};
use bosoto::worklist::WorklistQuery;
use bosoto::{CaseId, Date, Obligation, Policy, WireError};

use self::columns::Columns;
use crate::report::Language;
use crate::report::compared::{self, Compared};

/// What is asked of every case.
#[derive(Debug, Clone)]
pub enum LogQuestion {
    /// What is owed (GE-08).
    Obligations(Past, Policy),
    /// The worklist of an officer, or of everybody.
    Worklist(WorklistQuery, Policy),
    /// In which state it is.
    States,
    /// What was taken back (GE-07).
    Withdrawals,
    /// Which acts of its log the policy refuses, each judged again at its place.
    Refused(Policy),
    /// In what it differs under two policies, and so on a day.
    Differences(Box<[Policy; 2]>, Option<Date>),
    /// What became of what had its last day in time from one day to another, counted by place.
    Timeliness([Date; 2], Place, Policy),
}

/// What one case answers.
enum Answer {
    Obligations(Case, Vec<Obligation>),
    State(Case, Box<rows::State>),
    Withdrawals(Case, Vec<Withdrawn>),
    Refused(Case, Vec<RefusedAct>),
    Differences(Vec<Difference>),
    Timeliness(Vec<(Option<String>, Settled)>),
}

/// Which case it is.
struct Case {
    lifecycle: &'static str,
    id: CaseId,
}

/// A question put to many logs: they are added portion by portion, and what they answer becomes Arrow.
///
/// ```
/// use std::num::NonZeroUsize;
///
/// use bosoto_frame::{LogQuestion, LogTable};
///
/// let mut states = LogTable::new(LogQuestion::States);
/// let broken = states.read("{\"lifecycle\": \"episode\", \"log\": []}\n", NonZeroUsize::MIN)?;
/// assert_eq!(broken[0].pointer, "/0/log");
/// let batches = states.finish()?;
/// assert_eq!(batches.iter().map(|batch| batch.num_rows()).sum::<usize>(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct LogTable {
    question: LogQuestion,
    batches: Vec<Result<RecordBatch, ArrowError>>,
    columns: Columns,
    worklists: Option<Worklists>,
    counted: Counted,
    differing: DifferenceCounts,
    broken: usize,
    logs: usize,
}

impl std::fmt::Debug for LogTable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogTable")
            .field("question", &self.question)
            .field("logs", &self.logs)
            .finish_non_exhaustive()
    }
}

impl LogTable {
    /// A question that no log was asked yet.
    #[must_use]
    pub fn new(question: LogQuestion) -> Self {
        let columns = match &question {
            LogQuestion::Obligations(..) => rows::obligations(),
            LogQuestion::Worklist(..) => rows::worklist(),
            LogQuestion::States => rows::states(),
            LogQuestion::Withdrawals => rows::withdrawals(),
            LogQuestion::Refused(..) => rows::refused(),
            LogQuestion::Differences(..) => rows::differences(),
            LogQuestion::Timeliness(..) => rows::timeliness(),
        };
        Self {
            batches: Vec::new(),
            columns,
            worklists: question.worklists(),
            question,
            counted: Counted::default(),
            differing: DifferenceCounts::default(),
            broken: 0,
            logs: 0,
        }
    }

    /// Asks many logs more: NDJSON, a line a case, or a JSON array. A log that cannot be used keeps none of the others from
    /// being asked: its error is in the answer, its pointer beginning with the number of logs before it.
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
        let broken = match &mut self.worklists {
            Some(worklists) => {
                let broken = worklists.read_each(logs, workers);
                self.logs = worklists.logs();
                broken
            }
            None => self.ask_each(logs, workers.into()),
        };
        self.broken = self.broken.saturating_add(broken.len());
        broken
    }

    fn ask_each(&mut self, logs: &[&str], workers: Workers<'_>) -> Vec<WireError> {
        let (found, broken) = ask_many(logs, self.logs, workers, |case| self.question.ask(case));
        self.logs = self
            .logs
            .saturating_add(found.len().saturating_add(broken.len()));
        let found = found.into_iter().flatten();
        found.for_each(|answer| self.keep(answer));
        broken
    }

    /// How much differs between two policies, by kind, rule and what.
    #[must_use]
    pub fn differing(&self) -> Vec<DifferenceCount> {
        self.differing.rows()
    }

    /// How timely the work was so far.
    #[must_use]
    pub fn timeliness(&self) -> Vec<Timeliness> {
        self.counted.clone().rows()
    }

    /// Two policies compared, as one page: what the second changes, with how many cases stand behind it. Empty where
    /// something else was asked.
    #[must_use]
    pub fn to_html(&self, language: Language) -> String {
        let LogQuestion::Differences(policies, _) = &self.question else {
            return String::new();
        };
        let compared = Compared {
            policies: policies.each_ref(),
            counts: &self.differing(),
            cases: self.logs.saturating_sub(self.broken),
            broken: self.broken,
        };
        compared::page(&compared, language)
    }

    /// How many logs were asked, those that could not be used included.
    #[must_use]
    pub fn logs(&self) -> usize {
        self.logs
    }

    /// The columns, each with its titles `title_th` and `title_en`.
    #[must_use]
    pub fn schema(&self) -> SchemaRef {
        self.columns.schema()
    }

    /// The rows: those of a worklist the most urgent first, of everything else case by case as they were given. They are
    /// given once; what was counted stays.
    ///
    /// # Errors
    ///
    /// More text in a batch than a column of it has room for.
    pub fn finish(&mut self) -> Result<Vec<RecordBatch>, ArrowError> {
        let fresh = self.question.worklists();
        let worklists = std::mem::replace(&mut self.worklists, fresh).map(Worklists::finish);
        for item in worklists.into_iter().flatten().flatten() {
            rows::add_item(&mut self.columns, &item);
            self.flush(Columns::is_full);
        }
        for row in self.timeliness() {
            rows::add_timeliness(&mut self.columns, &row);
        }
        self.flush(|columns| !columns.is_empty());
        std::mem::take(&mut self.batches).into_iter().collect()
    }

    fn flush(&mut self, is_due: impl Fn(&Columns) -> bool) {
        if is_due(&self.columns) {
            self.batches.push(self.columns.batch());
        }
    }

    fn keep(&mut self, answer: Answer) {
        let columns = &mut self.columns;
        match answer {
            Answer::Obligations(case, owed) => {
                for row in &owed {
                    rows::add_obligation(columns, case.lifecycle, &case.id, row);
                }
            }
            Answer::State(case, state) => {
                rows::add_state(columns, case.lifecycle, &case.id, &state);
            }
            Answer::Withdrawals(case, withdrawn) => {
                for one in &withdrawn {
                    rows::add_withdrawal(columns, case.lifecycle, &case.id, one);
                }
            }
            Answer::Refused(case, refused) => {
                for act in &refused {
                    rows::add_refused(columns, case.lifecycle, &case.id, act);
                }
            }
            Answer::Differences(found) => {
                self.differing.add(&found);
                found
                    .iter()
                    .for_each(|one| rows::add_difference(columns, one));
            }
            Answer::Timeliness(outcomes) => {
                for (place, settled) in outcomes {
                    self.counted.add(place, &settled);
                }
            }
        }
        self.flush(Columns::is_full);
    }
}

impl LogQuestion {
    /// What core asks of all the logs together.
    fn worklists(&self) -> Option<Worklists> {
        let Self::Worklist(query, policy) = self else {
            return None;
        };
        Some(Worklists::new(vec![query.clone()], policy.clone()))
    }

    /// What one case answers; nothing where the question is put to all of them together.
    fn ask(&self, case: &dyn bosoto::any::AnyCase) -> Option<Answer> {
        let of = || Case {
            lifecycle: case.lifecycle().name(),
            id: case.case_id().clone(),
        };
        Some(match self {
            Self::Obligations(past, policy) => {
                Answer::Obligations(of(), case.obligations(*past, policy))
            }
            Self::Worklist(..) => return None,
            Self::States => Answer::State(of(), Box::new(rows::State::of(case))),
            Self::Withdrawals => Answer::Withdrawals(of(), case.withdrawn()),
            Self::Refused(policy) => Answer::Refused(of(), case.refused(policy)),
            Self::Differences(policies, on) => {
                Answer::Differences(case.compare(policies.each_ref(), *on))
            }
            Self::Timeliness(window, by, policy) => {
                Answer::Timeliness(timeliness::outcomes(case, *window, *by, policy))
            }
        })
    }
}
