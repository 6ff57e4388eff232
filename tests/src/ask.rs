//! Every call over the whole corpus: scenarios, golden logs, the province of the demo.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::Arc;

use bosoto::actor::{Actor, Role};
use bosoto::any::{self, AnyCase, AnyLifecycle};
use bosoto::calendar::{Date, Instant};
use bosoto::call;
use bosoto::policy::Policy;
use bosoto::record::Table;
use bosoto::schema;
use bosoto::wire::{self, WireError};
use bosoto::worklist::{WorklistQuery, worklist};
use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::corpus::{Corpus, distinct};
use crate::mutate::mutants;
use crate::net::Net;
use crate::{actor, instant, list, root, scenarios};

/// Asks everything, in an order that never changes.
pub fn everything(net: &mut Net) {
    tables(net);
    for (place, scenario) in scenarios("scenarios") {
        Asked::new(net, &place, &scenario).scenario(&scenario);
    }
    golden_logs(net);
    broken_documents(net);
    province(net);
}

/// What is answered of one scenario.
pub fn answers(scenario: &Value) -> Net {
    let mut net = Net::default();
    Asked::new(&mut net, "", scenario).scenario(scenario);
    net
}

/// What is the same for every case.
fn tables(net: &mut Net) {
    for lifecycle in any::ALL {
        let name = lifecycle.name();
        net.standing("tables", &format!("machine/{name}"), &call::machine(name));
        net.standing("tables", &format!("forms/{name}"), &call::forms(name, None));
    }
    for name in schema::names() {
        net.said(
            "tables",
            &format!("schema/{name}"),
            "schema",
            &call::schema(&name),
        );
    }
    net.standing("tables", "rules", &call::rule(None));
    net.standing("tables", "parameters", &call::parameters());
    net.standing("tables", "owed", &call::owed());
    net.standing("tables", "permissions", &call::permissions());
    net.standing("tables", "quality_of_life", &call::quality_of_life_form());
    net.standing("tables", "policy", &wire::to_json(&Policy::default()));
    let reports = |organisation: &str| {
        call::report_calendar(organisation, "2023-01-01", "2025-12-31", "2024-06-10", None)
    };
    for organisation in ["81", "R11", "8101", "x"] {
        net.standing(
            "tables",
            &format!("reports/{organisation}"),
            &reports(organisation),
        );
    }
    let districts = r#"[{"district":"8101","standing_order":true,"teams":["810101"],"recorders":1},
        {"district":"8102","standing_order":false,"teams":[],"recorders":0}]"#;
    net.standing("tables", "roster", &call::roster_check(districts));
    let person =
        r#"{"facility":"10670","index_on":"2014-01-31","follow_ups":["2014-03-01","2015-07-02"]}"#;
    for on in ["2014-01-31", "2015-02-01", "2024-07-20"] {
        let answer = call::smiv_obligations(person, on, None);
        net.standing("tables", &format!("smiv/{on}"), &answer);
    }
    records(net);
}

/// Cells of every kind, right and wrong, in a column of each name of the 43-file tables; rows without a cell; what has no sense.
fn records(net: &mut Net) {
    let cells = [
        "",
        "1",
        "99",
        "101",
        "10670",
        "3100600445636",
        "1111111111119",
        "25670229",
        "20240230",
        "25670603091500",
        "f20.0",
        "0812345678",
        "ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก",
    ];
    let mut asked = Vec::new();
    for table in Table::ALL {
        for column in table.columns() {
            if asked.contains(&column.name) {
                continue;
            }
            asked.push(column.name);
            for cell in cells {
                let place = format!("check_cell/{table}/{}/{cell}", column.name);
                let answer = call::check_cell(table.name(), column.name, cell);
                net.standing("tables", &place, &answer);
            }
        }
        let place = format!("check_row/{table}");
        net.standing("tables", &place, &call::check_row(table.name(), "{}"));
    }
    let mistakes = [
        ("CHRONIC", r#"{}"#),
        ("PERSON", r#"{"AN": "1"}"#),
        ("PERSON", r#"{"PID": 1}"#),
        ("PERSON", r#"{"PID": "3100600445635", "CID": null}"#),
        ("PERSON", "[]"),
        ("PERSON", "{"),
    ];
    for (table, row) in mistakes {
        let place = format!("check_row/{table}/{row}");
        net.standing("tables", &place, &call::check_row(table, row));
    }
}

/// One story, and what is asked of it.
struct Asked<'a> {
    net: &'a mut Net,
    place: String,
    lifecycle: &'static dyn AnyLifecycle,
    policy: Result<Policy, WireError>,
    case: Option<Arc<dyn AnyCase>>,
    actors: Vec<Actor>,
    last: Option<Instant>,
}

impl<'a> Asked<'a> {
    fn new(net: &'a mut Net, place: &str, scenario: &Value) -> Self {
        let name = scenario["lifecycle"].as_str().unwrap_or_default();
        Self {
            net,
            place: place.to_owned(),
            lifecycle: any::lifecycle(name).unwrap_or(any::ALL[0]),
            policy: match scenario.get("policy") {
                Some(policy) => Policy::read(&policy.to_string()),
                None => Ok(Policy::default()),
            },
            case: None,
            actors: Vec::new(),
            last: None,
        }
    }

    fn scenario(&mut self, scenario: &Value) {
        if scenario.get("merge").is_some() {
            self.merge(&scenario["merge"]);
            return;
        }
        for (index, step) in list(&scenario["steps"]).iter().enumerate() {
            self.step(index, step);
        }
        self.at_the_end();
    }

    fn put(&mut self, what: &str, said_at: &str, answer: &str) {
        let file = self.lifecycle.name();
        let place = format!("{}/{what}", self.place);
        let said_at = format!("{file}/{said_at}");
        self.net.answer(file, &place, &said_at, answer);
    }

    fn step(&mut self, index: usize, step: &Value) {
        if step.get("do").is_some() {
            self.decide(&format!("{index}/decide"), &step["do"]);
            return;
        }
        let Some(case) = self.case.clone() else {
            return;
        };
        let Ok(policy) = self.policy.clone() else {
            return;
        };
        let known = |answer: Value| Some(answer.to_string());
        let questions = [
            ("actions", {
                let asked = (actor(&step["actions"]), instant(&step["actions"]));
                match asked {
                    (Ok(actor), Ok(at)) => {
                        let found =
                            self.lifecycle
                                .actions(Some(case.as_ref()), &actor, at, &policy);
                        known(json!(found.unwrap_or_default()))
                    }
                    _ => None,
                }
            }),
            ("obligations", {
                let on = step["obligations"]["on"].as_str().map(Date::parse);
                on.and_then(Result::ok)
                    .and_then(|on| known(json!(case.obligations(on, &policy))))
            }),
            ("flags", {
                let at = instant(&step["flags"]).ok();
                at.and_then(|at| known(json!(case.flags(at, &policy))))
            }),
            ("view", {
                let actor = actor(&step["view"]).ok();
                actor.and_then(|actor| known(json!(case.view(&actor, &policy))))
            }),
        ];
        for (what, answer) in questions {
            if let Some(answer) = answer {
                self.put(&format!("{index}/{what}"), what, &answer);
            }
        }
    }

    fn decide(&mut self, what: &str, envelope: &Value) {
        let case = self.case.clone();
        let decided = self.policy.clone().and_then(|policy| {
            self.lifecycle
                .decide_json(case.as_deref(), &envelope.to_string(), &policy)
        });
        let command = envelope["command"]["type"].as_str().unwrap_or("?");
        let said_at = format!("decide/{command}");
        match decided {
            Ok(decision) => {
                self.put(what, &said_at, &decision.to_json());
                if decision.is_accepted() {
                    self.remember(envelope);
                }
                if let Ok(Some(after)) = decision.apply_to(case.as_deref()) {
                    self.case = Some(after);
                }
            }
            Err(error) => self.put(what, &said_at, &error.to_json()),
        }
    }

    fn remember(&mut self, envelope: &Value) {
        if let Ok(actor) = actor(envelope)
            && !self.actors.contains(&actor)
        {
            self.actors.push(actor);
        }
        if let Ok(at) = instant(envelope) {
            self.last = Some(self.last.map_or(at, |last| last.max(at)));
        }
    }

    fn merge(&mut self, merge: &Value) {
        let act_all = |asked: &mut Self, name: &str| {
            for (index, envelope) in list(&merge[name]).iter().enumerate() {
                asked.decide(&format!("{name}/{index}"), envelope);
            }
            asked.case.as_ref().map_or(String::new(), |case| case.log())
        };
        act_all(self, "base");
        let base = self.case.clone();
        let log_a = act_all(self, "log_a");
        self.case = base;
        let log_b = act_all(self, "log_b");
        let answer = call::merge(self.lifecycle.name(), &log_a, &log_b);
        self.put("merge", "merge", &answer);
    }

    /// Every question about the case as the story leaves it.
    fn at_the_end(&mut self) {
        let (Some(case), Some(last), Ok(policy)) =
            (self.case.clone(), self.last, self.policy.clone())
        else {
            return;
        };
        let log = case.log();
        let again = call::replay(self.lifecycle.name(), &log);
        self.put("end/replay", "replay", &again);
        let half: String = log.split_inclusive('\n').step_by(2).collect();
        let merged = call::merge(self.lifecycle.name(), &log, &half);
        self.put("end/merge", "merge", &merged);
        for (name, on) in days(last.date()) {
            let rows = json!(case.obligations(on, &policy)).to_string();
            self.put(&format!("end/obligations/{name}"), "obligations", &rows);
            let flags = json!(case.flags(Instant::at_midnight(on), &policy)).to_string();
            self.put(&format!("end/flags/{name}"), "flags", &flags);
        }
        for actor in self.actors.clone().into_iter().chain(strangers()) {
            let who = format!("{} {}", actor.role.name(), actor.organisation);
            let view = json!(case.view(&actor, &policy)).to_string();
            self.put(&format!("end/view/{who}"), "view", &view);
            if self.actors.contains(&actor) {
                let at = later(last, 60);
                let found = self
                    .lifecycle
                    .actions(Some(case.as_ref()), &actor, at, &policy);
                let answer = json!(found.unwrap_or_default()).to_string();
                self.put(&format!("end/actions/{who}"), "actions", &answer);
            }
        }
    }
}

fn days(last: Date) -> [(&'static str, Date); 3] {
    let later = |days| last.full_days(days).unwrap_or(last);
    [
        ("now", last),
        ("in 30 days", later(30)),
        ("in 400 days", later(400)),
    ]
}

fn later(at: Instant, days: u32) -> Instant {
    at.checked_add_hours(days.saturating_mul(24)).unwrap_or(at)
}

fn strangers() -> [Actor; 4] {
    [
        Actor::new(Role::UnitUser, "00000"),
        Actor::new(Role::ProvinceAdmin, "81"),
        Actor::new(Role::RegionOfficer, "R11"),
        Actor::new(Role::SuperAdmin, "MOPH"),
    ]
}

/// The logs of former days: replayed, and merged with halves of themselves.
fn golden_logs(net: &mut Net) {
    for lifecycle in any::ALL {
        let name = lifecycle.name();
        let file = root().join(format!("tests/golden/{name}.log.ndjson"));
        let text = std::fs::read_to_string(file).unwrap_or_default();
        for (number, log) in (1..).zip(text.lines()) {
            let place = |what: &str| format!("{name}/{number}/{what}");
            let mut put = |what: &str, answer: &str| {
                net.answer("golden", &place(what), &format!("golden/{what}"), answer);
            };
            put("replay", &call::replay(name, log));
            put(
                "array",
                &lifecycle.replay(log).map_or_else(
                    |e| e.to_json(),
                    |case| case.map_or(String::new(), |case| case.log()),
                ),
            );
            let events: Vec<Value> = serde_json::from_str(log).unwrap_or_default();
            let without = |keep: &dyn Fn(usize) -> bool| {
                let kept = events.iter().enumerate().filter(|(index, _)| keep(*index));
                json!(kept.map(|(_, event)| event).collect::<Vec<_>>()).to_string()
            };
            put("merge/itself", &call::merge(name, log, log));
            let (even, odd) = (without(&|i| i == 0 || i % 2 == 0), without(&|i| i % 2 == 1));
            put("merge/halves", &call::merge(name, &even, &odd));
            put(
                "merge/without the second",
                &call::merge(name, &without(&|i| i != 1), &even),
            );
            put("replay/halves", &call::replay(name, &even));
            put("replay/headless", &call::replay(name, &odd));
        }
    }
}

/// Documents with one thing wrong: the code, the place and the words of the error.
fn broken_documents(net: &mut Net) {
    for corpus in Corpus::all() {
        let name = corpus.lifecycle.name();
        for (number, envelope) in (1..).zip(distinct(&corpus.envelopes)) {
            for mutant in mutants(&envelope) {
                let place = format!("{name}/{number}/{}/{}", mutant.pointer, mutant.change);
                let text = mutant.document.to_string();
                let answer = match corpus.lifecycle.envelope(&text) {
                    Ok(read) => read.to_json(),
                    Err(error) => error.to_json(),
                };
                net.answer("broken", &place, "error", &answer);
            }
        }
    }
}

/// The month of the demo's province: every line judged, every case asked, every unit's worklist.
fn province(net: &mut Net) {
    let mut text = String::new();
    let file = std::fs::File::open(root().join("examples/province-month/commands.ndjson.gz"));
    let read = file.and_then(|file| GzDecoder::new(file).read_to_string(&mut text));
    read.unwrap_or_default();
    let policy = Policy::default();
    let mut cases: BTreeMap<(String, String), Arc<dyn AnyCase>> = BTreeMap::new();
    for (number, line) in (1..).zip(text.lines()) {
        let Ok(line) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let name = line["lifecycle"].as_str().unwrap_or_default();
        let id = line["case_id"].as_str().unwrap_or_default();
        let Ok(lifecycle) = any::lifecycle(name) else {
            continue;
        };
        let key = (name.to_owned(), id.to_owned());
        let case = cases.get(&key).cloned();
        let command = line["do"]["command"]["type"].as_str().unwrap_or("?");
        let decided = lifecycle.decide_json(case.as_deref(), &line["do"].to_string(), &policy);
        let answer = match decided {
            Ok(decision) => {
                if let Ok(Some(after)) = decision.apply_to(case.as_deref()) {
                    cases.insert(key, after);
                }
                decision.to_json()
            }
            Err(error) => error.to_json(),
        };
        let (place, said_at) = (format!("{number}"), format!("{name}/decide/{command}"));
        net.answer("province", &place, &said_at, &answer);
    }
    let on = Date::parse("2025-03-31").unwrap_or(Date::FIRST);
    let mut units: Vec<Actor> = Vec::new();
    for ((name, id), case) in &cases {
        let owed = case.obligations(on, &policy);
        let flags = case.flags(Instant::at_midnight(on), &policy);
        let answer = json!({ "state": case.state(), "owed": owed, "flags": flags }).to_string();
        net.answer("province", &format!("{name}/{id}"), "owed", &answer);
        for row in owed {
            let actor = Actor::new(row.responsible.role, &row.responsible.organisation);
            if !units.contains(&actor) {
                units.push(actor);
            }
        }
    }
    units.push(Actor::new(Role::FieldTeam, "810101"));
    let ask = |actor: Option<Actor>| {
        let query = WorklistQuery {
            actor,
            on,
            from: None,
            to: None,
            known: None,
            settled: false,
        };
        json!(worklist(cases.values().map(AsRef::as_ref), &query, &policy)).to_string()
    };
    for unit in units {
        let place = format!("worklist/{} {}", unit.role.name(), unit.organisation);
        net.answer("worklists", &place, "worklist", &ask(Some(unit)));
    }
}
