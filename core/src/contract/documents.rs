//! Every document that goes over the wire, by its name, with its shape: what is sent to the library and what
//! it answers.

use super::calls::Summary;
use super::registry::{Named, Stated};
use super::scenario::Scenarios;
use crate::base::actor::Actor;
use crate::base::data_error::DataProblem;
use crate::base::rule::Rule;
use crate::base::shape::{Count, Shaped, Ty};
use crate::indicator::{Figure, Indicator};
use crate::lifecycle::{Action, Machine, MergedWire, Reviewed};
use crate::lifecycles::any::{self, AnyEffect, AnyEvent, AnyLifecycle, Decided, Part};
use crate::lifecycles::assistance::quality_of_life;
use crate::policy;
use crate::question::batch::ManyLogs;
use crate::question::casework::Casework;
use crate::question::compare::Comparison;
use crate::question::matrix::Permission;
use crate::question::roster::{DistrictGaps, DistrictRoster};
use crate::question::timeliness::Timeliness;
use crate::question::worklist::{Line, WorklistQuery};
use crate::question::workload::Workload;
use crate::record::Finding;
use crate::schedule::Obligation;
use crate::surveillance::SmivPerson;
use crate::wire::Problem;

/// A document with its shape.
pub struct Document {
    /// Its name, with that of its lifecycle before it where it has one.
    pub name: String,
    /// The lifecycle to which it belongs.
    pub lifecycle: Option<&'static dyn AnyLifecycle>,
    /// What it is, where its type does not say it.
    pub about: &'static str,
    /// Its shape.
    pub ty: Ty,
    /// Whether it is sent to the library: its texts then have at most the characters of their shapes.
    pub sent: bool,
}

/// Every document: those of each lifecycle, then those that all share.
pub fn all() -> Vec<Document> {
    let own = any::ALL.iter().flat_map(|lifecycle| {
        Part::ALL.into_iter().map(move |part| Document {
            name: format!("{}.{}", lifecycle.name(), part.name()),
            lifecycle: Some(*lifecycle),
            about: "",
            ty: lifecycle.shape(part),
            sent: matches!(part, Part::Command | Part::Envelope),
        })
    });
    let shared = SHARED.iter().map(|(name, about, ty)| Document {
        name: (*name).to_owned(),
        lifecycle: None,
        about,
        ty: *ty,
        sent: SENT.contains(name),
    });
    own.chain(shared).collect()
}

/// What is sent of those that all share.
const SENT: [&str; 5] = ["actor", "policy", "roster", "smiv_person", "worklist_query"];

type Shared = (&'static str, &'static str, Ty);

const SHARED: &[Shared] = &[
    (
        "actions",
        "Every command as an actor finds it.",
        <[Action]>::TY,
    ),
    ("actor", "", Actor::TY),
    (
        "casework",
        "The cases that an officer has to work on.",
        <[Casework]>::TY,
    ),
    ("comparison", "", Comparison::TY),
    ("data_error", "", DataProblem::TY),
    ("decision", "", Decided::TY),
    ("effect", "", AnyEffect::TY),
    ("error", "", Problem::TY),
    (
        "findings",
        "What is wrong in tables of the 43-file standard (RV-07).",
        <[Finding]>::TY,
    ),
    (
        "flags",
        "What is flagged.",
        Ty::List(&Ty::Listed("Flag"), &Count::ANY),
    ),
    (
        "forms",
        "The form of every command: JSON Schemas.",
        Ty::List(&Ty::Any, &Count::ANY),
    ),
    (
        "gaps",
        "The districts that lack something.",
        <[DistrictGaps]>::TY,
    ),
    ("indicator", "", Indicator::TY),
    (
        "indicator_value",
        "What an indicator comes to from its parts alone.",
        Figure::TY,
    ),
    ("machine", "", Machine::TY),
    (
        "merged",
        "Two logs of one case as one.",
        MergedWire::<'_, String, AnyEvent>::TY,
    ),
    ("obligations", "What is owed.", <[Obligation]>::TY),
    ("owed", "What can be owed.", <[Named]>::TY),
    (
        "parameters",
        "Every parameter of the policy.",
        <[Stated]>::TY,
    ),
    (
        "permissions",
        "The permission matrix (AD-08).",
        <[Permission]>::TY,
    ),
    ("policy", "", policy::Document::TY),
    (
        "quality_of_life_form",
        "The items of the form (QL-01).",
        <[quality_of_life::Item]>::TY,
    ),
    ("replay", "", Summary::TY),
    (
        "roster",
        "What districts have set up.",
        <[DistrictRoster]>::TY,
    ),
    ("rule", "", Rule::TY),
    ("rules", "Every rule.", <[Rule]>::TY),
    (
        "scenario",
        "Scenarios that every language runs. `expect` names only what it checks.",
        Scenarios::TY,
    ),
    ("smiv_person", "", SmivPerson::TY),
    ("timeliness", "How timely the work was.", <[Timeliness]>::TY),
    ("view", "", Reviewed::TY),
    (
        "worklist",
        "What an officer has to do, and which logs cannot be used.",
        <[Line<'_>]>::TY,
    ),
    (
        "worklist_cases",
        "Many cases, each as its log.",
        ManyLogs::TY,
    ),
    ("worklist_query", "", WorklistQuery::TY),
    ("workload", "What each organisation owes.", <[Workload]>::TY),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::base::shape::Record;
    use crate::base::text::Text;
    use crate::contract::calls;

    /// What a Thai title may hold in Latin letters: terms that the sources themselves write so.
    const LATIN: [&str; 13] = [
        "SMI-V", "ICD-10", "OAS", "PIN CODE", "Profile", "Drop out", "V2", "JSON", "UTF-", "CBTx",
        "PERSON", "SERVICE", "PID",
    ];

    /// What fields and words are called, each with its type.
    #[derive(Default)]
    struct Titles(BTreeSet<(String, Option<(&'static str, &'static str)>)>);

    impl Titles {
        fn add(&mut self, module: &str, ty: &str, name: &str, title: Option<Text>) {
            let title = title.map(|text| (text.th(), text.en()));
            self.0.insert((format!("{module}::{ty}.{name}"), title));
        }

        fn record(&mut self, record: &Record) {
            for field in record.fields {
                if !field.flattened {
                    self.add(record.module(), record.name(), field.name(), field.title());
                }
                self.shape(field.ty);
            }
        }

        fn shape(&mut self, ty: Ty) {
            match ty {
                Ty::Record(record) => self.record(record),
                Ty::Tagged(tagged) => {
                    let parts = tagged.variants.iter().flat_map(|variant| variant.parts);
                    parts.for_each(|part| self.record(part));
                }
                Ty::Either(all) => all.iter().for_each(|one| self.shape(*one)),
                Ty::List(element, _) => self.shape(*element),
                Ty::Words(words) => {
                    for word in words.words {
                        self.add(words.module(), words.name, word.name, Some(word.title()));
                    }
                }
                Ty::Text(_)
                | Ty::Integer { .. }
                | Ty::Numbers(_)
                | Ty::Flag
                | Ty::Constant(_)
                | Ty::Date
                | Ty::Instant
                | Ty::Listed(_)
                | Ty::Any => {}
            }
        }
    }

    fn is_thai(c: char) -> bool {
        ('\u{e00}'..='\u{e7f}').contains(&c)
    }

    fn is_good((th, en): (&str, &str)) -> bool {
        let own = LATIN
            .iter()
            .fold(th.to_owned(), |text, known| text.replace(known, ""));
        th.contains(is_thai) && !own.contains(|c: char| c.is_ascii_alphabetic()) && !en.is_empty()
    }

    #[test]
    fn every_field_and_every_word_has_a_title_in_both_languages() {
        let mut titles = Titles::default();
        let documents = all().into_iter();
        let documents = documents.filter(|document| document.name != "scenario");
        documents.for_each(|document| titles.shape(document.ty));
        for call in calls::TABLE {
            titles.shape(call.answer);
            let arguments = call.arguments.iter();
            arguments.for_each(|argument| titles.shape(argument.ty));
        }
        assert!(titles.0.len() > 500, "only {}", titles.0.len());
        let wrong = titles
            .0
            .iter()
            .filter(|(_, title)| !title.is_some_and(is_good));
        let wrong: Vec<String> = wrong
            .map(|(place, title)| format!("{place}: {title:?}"))
            .collect();
        assert!(
            wrong.is_empty(),
            "without a Thai and an English `#[title(…)]`:\n{}",
            wrong.join("\n")
        );
    }
}
