//! A report to act on: one HTML page in Thai or in English with all that a hospital needs to mend its export.
//!
//! [`counted`] reads the source once more, [`numbers`] says what is shown, [`charts`] draws, [`page`] writes. The page needs
//! no other file and no script, reads no clock, and is bounded by the kinds of findings, not by how many there are.

mod charts;
pub(crate) mod compared;
mod counted;
mod months;
mod numbers;
mod page;
mod parameters;
mod style;
#[cfg(test)]
mod tests;
mod texts;
mod words;

use bosoto::DataError;
use bosoto::text::{Message, Text};

use self::counted::Counted;
use self::numbers::Numbers;
use crate::findings::Findings;

/// The language of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// ไทย: years are of the Buddhist era.
    Thai,
    /// English: years are C.E.
    English,
}

impl Language {
    /// The language of a code, `th` or `en`.
    ///
    /// ```
    /// use bosoto_frame::Language;
    ///
    /// assert_eq!(Language::find("th"), Some(Language::Thai));
    /// assert_eq!(Language::find("thai"), None);
    /// ```
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        [Self::Thai, Self::English]
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// Its code: `th` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Thai => "th",
            Self::English => "en",
        }
    }

    fn of(self, text: Text) -> &'static str {
        match self {
            Self::Thai => text.th(),
            Self::English => text.en(),
        }
    }

    fn say(self, message: &Message) -> String {
        match self {
            Self::Thai => message.th(),
            Self::English => message.en(),
        }
    }
}

impl Findings {
    /// A report as one HTML page: what to mend first, rows by table, by month and by facility, and each rule with its
    /// source, what to do and the first rows. The source is read once more; equal findings give equal bytes.
    ///
    /// Personal values are shown only where the findings were made with them (RV-07).
    ///
    /// # Errors
    ///
    /// `unreadable`: the source is no longer what it was.
    ///
    /// ```
    /// use bosoto_frame::{Language, check_row};
    ///
    /// let findings = check_row("death", [("HOSPCODE", "10670"), ("PID", "1"), ("DDEATH", "25670229")])?;
    /// let page = findings.to_html(Language::English)?;
    /// assert!(page.contains("the year in DDEATH is of the Buddhist era; subtract 543"));
    /// # Ok::<(), bosoto::DataError>(())
    /// ```
    pub fn to_html(&self, language: Language) -> Result<String, DataError> {
        let counted = Counted::of(&self.0)?;
        let numbers = Numbers::of(&self.0, counted);
        Ok(page::written(&numbers, language))
    }
}
