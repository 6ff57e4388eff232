//! Made-up episodes of KP-22, each with how it counts: to try the indicator, and what is easily wrong in its tables.

use bosoto::Date;
use bosoto::indicator::{Level, Reason, Role, inputs};

use super::Random;

/// Made-up episodes with their follow-ups.
#[derive(Debug, Clone)]
pub struct SampleEpisodes {
    /// The rows of `episodes`, each with every column that KP-22 has of it.
    pub episodes: Vec<Vec<String>>,
    /// The rows of `follow_ups`, likewise.
    pub follow_ups: Vec<Vec<String>>,
    /// One of each episode, in their order.
    pub labels: Vec<EpisodeLabel>,
}

/// How an episode counts in KP-22 of the fiscal year 2568 through quarter 4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpisodeLabel {
    /// Its id.
    pub case_id: String,
    /// The list of the ledger in which it stands; of the numerator it stands in the denominator too. None where it is
    /// outside of the indicator.
    pub role: Option<Role>,
    /// Why it is excluded.
    pub reason: Option<Reason>,
    /// What was made of it.
    pub story: &'static str,
}

/// What is made of an episode.
struct Story {
    name: &'static str,
    role: Option<Role>,
    reason: Option<Reason>,
    /// What is other than in an episode that completes the program and is followed up.
    differs: &'static [(&'static str, &'static str)],
    /// How many follow-ups find the person, of what kind.
    found: u32,
    kind: &'static str,
}

const fn counts(name: &'static str, role: Role, found: u32) -> Story {
    Story {
        name,
        role: Some(role),
        reason: None,
        differs: &[],
        found,
        kind: "medical",
    }
}

const fn dropped(
    name: &'static str,
    reason: Reason,
    differs: &'static [(&'static str, &'static str)],
) -> Story {
    Story {
        reason: Some(reason),
        differs,
        ..counts(name, Role::Excluded, 4)
    }
}

const fn outside(name: &'static str, differs: &'static [(&'static str, &'static str)]) -> Story {
    Story {
        role: None,
        differs,
        ..counts(name, Role::Denominator, 4)
    }
}

const STORIES: [Story; 17] = [
    counts("retained", Role::Numerator, 4),
    counts("retained_with_more", Role::Numerator, 6),
    Story {
        differs: &[("severity", "user")],
        ..counts("user_retained", Role::Numerator, 1)
    },
    counts("a_follow_up_short", Role::Denominator, 3),
    Story {
        kind: "social",
        ..counts("social_follow_ups_only", Role::Denominator, 4)
    },
    Story {
        differs: &[("outcome", "incomplete")],
        ..counts("incomplete", Role::Denominator, 4)
    },
    dropped("never_started", Reason::NotStarted, &[("started_on", "")]),
    dropped("arrested", Reason::Arrested, &[("outcome", "arrested")]),
    dropped("deceased", Reason::Deceased, &[("outcome", "deceased")]),
    dropped(
        "changed_treatment",
        Reason::ChangedTreatment,
        &[("outcome", "changed_treatment")],
    ),
    dropped("methadone", Reason::Methadone, &[("methadone", "true")]),
    outside("compulsory_system", &[("legal_basis", "compulsory")]),
    outside("not_of_the_ministry", &[("ministry_facility", "false")]),
    outside("summarised_a_year_late", &[("summarised_on", "20250301")]),
    // What is wrong in the table: an episode that should count does not.
    outside("day_is_empty", &[("summarised_on", "")]),
    outside("day_of_the_buddhist_era", &[("summarised_on", "25670301")]),
    outside("day_is_none", &[("summarised_on", "20240230")]),
];

impl SampleEpisodes {
    /// Makes so many episodes, of each story in turn. Equal numbers make equal tables.
    ///
    /// ```
    /// use bosoto_frame::SampleEpisodes;
    ///
    /// let sample = SampleEpisodes::new(7, 40);
    /// assert_eq!((sample.episodes.len(), sample.labels.len()), (40, 40));
    /// ```
    #[must_use]
    pub fn new(seed: u64, episodes: usize) -> Self {
        let mut random = Random(seed);
        let mut sample = Self {
            episodes: Vec::new(),
            follow_ups: Vec::new(),
            labels: Vec::new(),
        };
        for (number, story) in STORIES.iter().cycle().take(episodes).enumerate() {
            sample.add(number, story, &mut random);
        }
        sample
    }

    /// The columns of a table of KP-22.
    #[must_use]
    pub fn columns(table: &str) -> Vec<&'static str> {
        let tables = inputs("KP-22", Level::Province).unwrap_or_default();
        let columns = tables.iter().filter(|input| input.table == table);
        columns
            .flat_map(|input| input.columns)
            .map(|column| column.name)
            .collect()
    }

    fn add(&mut self, number: usize, story: &Story, random: &mut Random) {
        let case_id = format!("E{:06}", number.saturating_add(1));
        let (unit, province) = random.of(&[("10670", "40"), ("10713", "50"), ("10674", "57")]);
        // Its year ends between January and September of 2025.
        let (month, day) = (random.below(9), random.below(28));
        let summarised_on = format!("2024{:02}{:02}", month.wrapping_add(1), day.wrapping_add(1));
        let own = [
            ("case_id", case_id.as_str()),
            ("unit", unit),
            ("province", province),
            ("legal_basis", random.of(&["section_113", "section_114"])),
            ("severity", random.of(&["dependence", "abuse"])),
            ("treatment_type", "outpatient"),
            ("methadone", "false"),
            ("screened_on", "20231002"),
            ("started_on", "20231009"),
            ("summarised_on", &summarised_on),
            ("outcome", "completed_program"),
            ("ministry_facility", "true"),
        ];
        let cell = |column: &&str| {
            let of = |cells: &[(&'static str, &str)]| {
                let found = cells.iter().find(|(name, _)| name == column);
                found.map(|(_, cell)| (*cell).to_owned())
            };
            of(story.differs).or_else(|| of(&own)).unwrap_or_default()
        };
        let columns = Self::columns("episodes");
        self.episodes.push(columns.iter().map(cell).collect());
        self.labels.push(EpisodeLabel {
            case_id: case_id.clone(),
            role: story.role,
            reason: story.reason,
            story: story.name,
        });
        self.follow_up(&case_id, story, &summarised_on);
    }

    /// Follow-ups a fortnight apart, and one that does not find the person.
    fn follow_up(&mut self, case_id: &str, story: &Story, summarised_on: &str) {
        let Ok(summarised_on) = Date::parse_compact(summarised_on) else {
            return;
        };
        for number in 0..=story.found {
            let after = number.saturating_add(1).saturating_mul(14);
            let (kind, result) = match number {
                last if last == story.found => ("medical", "not_found"),
                even if even % 2 == 0 => (story.kind, "not_using"),
                _ => (story.kind, "using"),
            };
            let on = summarised_on.within(after).map(compact);
            let row = [case_id, &on.unwrap_or_default(), kind, result];
            self.follow_ups.push(row.map(str::to_owned).to_vec());
        }
    }
}

/// As the standard writes it.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use arrow_array::{ArrayRef, RecordBatch, StringArray};
    use bosoto::indicator::Period;

    use super::*;
    use crate::{Asked, Given, Source, indicator};

    fn table(name: &str, rows: &[Vec<String>]) -> (String, Given) {
        let columns = SampleEpisodes::columns(name);
        let array = |at: usize| -> ArrayRef {
            Arc::new(StringArray::from_iter_values(
                rows.iter().map(|row| &row[at]),
            ))
        };
        let arrays = columns.iter().enumerate();
        let arrays = arrays.map(|(at, name)| (*name, array(at)));
        let batch = RecordBatch::try_from_iter(arrays).unwrap();
        let given = Given::Batches(batch.schema(), vec![batch]);
        (name.to_owned(), given)
    }

    #[test]
    fn kp_22_of_made_up_episodes_is_what_their_labels_say() {
        for seed in 0..20 {
            let sample = SampleEpisodes::new(seed, 120);
            let tables = vec![
                table("episodes", &sample.episodes),
                table("follow_ups", &sample.follow_ups),
            ];
            let asked = Asked::new(Period::new(2568, 4).unwrap(), Level::Country);
            let result = indicator("KP-22", Source::Tables(tables), &asked).unwrap();
            let mut found = BTreeMap::new();
            for row in result.ledger() {
                found
                    .entry(row.id.to_owned())
                    .or_insert((row.role, row.reason));
            }
            let told = sample.labels.iter().filter_map(|label| {
                let role = label.role?;
                Some((label.case_id.clone(), (role, label.reason)))
            });
            assert_eq!(found, told.collect());
        }
    }
}
