//! Many logs as tables: what is owed, worklists, states, withdrawals, refused commands, what differs under two policies, how
//! timely the work was; a row each, with case, rule and dates.

mod columns;
mod rows;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use bosoto::batch::{Workers, ask_many};
use bosoto::compare::{DifferenceCount, DifferenceCounts};
use bosoto::lifecycle::{Difference, Past, RefusedAct, Settled, Withdrawn};
use bosoto::timeliness::{self, Counted, Place, Timeliness};
use bosoto::worklist::{WorklistItem, WorklistQuery, in_order};
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
    Worklist(Vec<WorklistItem>),
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
/// states.add("{\"lifecycle\": \"episode\", \"log\": []}\n", NonZeroUsize::MIN)?;
/// assert_eq!(states.broken()[0].pointer, "/0/log");
/// let batches = states.finish()?;
/// assert_eq!(batches.iter().map(|batch| batch.num_rows()).sum::<usize>(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct LogTable {
    question: LogQuestion,
    batches: Vec<RecordBatch>,
    columns: Columns,
    worklist: Vec<WorklistItem>,
    counted: Counted,
    differing: DifferenceCounts,
    broken: Vec<WireError>,
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
        let columns = match question {
            LogQuestion::Obligations(..) => rows::obligations(),
            LogQuestion::Worklist(..) => rows::worklist(),
            LogQuestion::States => rows::states(),
            LogQuestion::Withdrawals => rows::withdrawals(),
            LogQuestion::Refused(..) => rows::refused(),
            LogQuestion::Differences(..) => rows::differences(),
            LogQuestion::Timeliness(..) => rows::timeliness(),
        };
        Self {
            question,
            batches: Vec::new(),
            columns,
            worklist: Vec::new(),
            counted: Counted::default(),
            differing: DifferenceCounts::default(),
            broken: Vec::new(),
            logs: 0,
        }
    }

    /// Asks many logs more: NDJSON, a line a case, or a JSON array. A log that cannot be used keeps none of the others from
    /// being asked; the pointer of its error begins with the number of logs before it.
    ///
    /// # Errors
    ///
    /// An array that is no JSON. Nothing is added then.
    pub fn add<'a>(
        &mut self,
        logs: &str,
        workers: impl Into<Workers<'a>>,
    ) -> Result<(), WireError> {
        let question = &self.question;
        for answer in ask_many(logs, workers, |case| question.ask(case))? {
            match answer {
                Ok(answer) => self.keep(answer),
                Err(error) => self.broken.push(error.under(&format!("/{}", self.logs))),
            }
            self.logs = self.logs.saturating_add(1);
        }
        Ok(())
    }

    /// The logs that could not be used.
    #[must_use]
    pub fn broken(&self) -> &[WireError] {
        &self.broken
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
            logs: self.logs,
            broken: self.broken.len(),
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

    /// The rows: those of a worklist the most urgent first, of everything else case by case as they were given.
    ///
    /// # Errors
    ///
    /// More text in a batch than a column of it has room for.
    pub fn finish(mut self) -> Result<Vec<RecordBatch>, ArrowError> {
        let mut worklist = std::mem::take(&mut self.worklist);
        worklist.sort_by(|a, b| a.case_id.cmp(&b.case_id));
        for item in in_order(worklist) {
            rows::add_item(&mut self.columns, &item);
            self.flush()?;
        }
        for row in std::mem::take(&mut self.counted).rows() {
            rows::add_timeliness(&mut self.columns, &row);
        }
        if !self.columns.is_empty() {
            self.batches.push(self.columns.batch()?);
        }
        Ok(self.batches)
    }

    fn flush(&mut self) -> Result<(), ArrowError> {
        if self.columns.is_full() {
            self.batches.push(self.columns.batch()?);
        }
        Ok(())
    }

    fn keep(&mut self, answer: Answer) {
        let columns = &mut self.columns;
        match answer {
            Answer::Obligations(case, owed) => {
                for row in &owed {
                    rows::add_obligation(columns, case.lifecycle, &case.id, row);
                }
            }
            Answer::Worklist(items) => self.worklist.extend(items),
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
        // A batch is made of what there is; what does not fit into one is told at the end.
        if self.columns.is_full()
            && let Ok(batch) = self.columns.batch()
        {
            self.batches.push(batch);
        }
    }
}

impl LogQuestion {
    fn ask(&self, case: &dyn bosoto::any::AnyCase) -> Answer {
        let of = || Case {
            lifecycle: case.lifecycle().name(),
            id: case.case_id().clone(),
        };
        match self {
            Self::Obligations(past, policy) => {
                Answer::Obligations(of(), case.obligations(*past, policy))
            }
            Self::Worklist(query, policy) => {
                Answer::Worklist(bosoto::worklist::worklist([case], query, policy))
            }
            Self::States => Answer::State(of(), Box::new(rows::State::of(case))),
            Self::Withdrawals => Answer::Withdrawals(of(), case.withdrawn()),
            Self::Refused(policy) => Answer::Refused(of(), case.refused(policy)),
            Self::Differences(policies, on) => {
                Answer::Differences(case.compare(policies.each_ref(), *on))
            }
            Self::Timeliness(window, by, policy) => {
                Answer::Timeliness(timeliness::outcomes(case, *window, *by, policy))
            }
        }
    }
}
