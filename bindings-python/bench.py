"""Decisions per second, beside two peers, over the same cases in one run.

The question is one: may this actor report an absence (CT-16) on this case today? 240 cases differ
in the actor, the day, and the number of traces. Before anything is timed, all three answer all
cases and must agree.

What each does:

- bosoto, typed: judges state, permission, every guard with its date, makes the event, the effects
  and the warnings. "Prebuilt": the envelope is made once; "fresh": command and envelope are built
  anew, for an actor and an instant that are there; "the instant too": that as well; "JSON": log
  and envelope go in as text, so the case is rebuilt each time.
- zen-engine (Rust core, JSON decision model): the same conditions as expressions of one decision
  graph, over a prepared dict. It answers with a verdict and the allowed day; no event, no effects.
- transitions (pure Python): a machine with the same conditions as Python functions, asked by
  `may_…`; a yes or no, no reason, no event.

The peers are given their facts ready (traces counted, dates parsed, days added up): less work than
bosoto does. Each figure is the median of the rounds, in processor time, so that other work on
the machine weighs less; beside it the best.

Then batches, by the clock on the wall, one thread and two in turn, the best of the rounds: logs
replayed, and commands decided over a `Cases` handle. With a folder of many logs, the command line's
worklist over all of them, with the most memory it took.

Then what the start costs: an interpreter that imports the package, beside an empty one. Each figure
is the fastest of the rounds, in time on the clock.

    python bench.py [--rounds 9] [--province FOLDER]
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import zen
from transitions import Machine

from bosoto import THAI_TIME, Actor, Case, Cases, Envelope, Role, decide_json, decide_many
from bosoto import compulsory as ct

MISSED = date(2021, 4, 3)
UNIT = "10670"
COMMAND_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
ROLES = [Role.UNIT_USER, Role.UNIT_ADMIN, Role.PROBATION_OFFICER, Role.CENTRE_USER]


@dataclass(frozen=True)
class Question:
    """One case, one actor, one day."""

    case: Case
    traces: int
    actor: Actor
    day: date

    @property
    def at(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=THAI_TIME)

    def envelope(self, command_id: str | None = COMMAND_ID) -> Envelope:
        return Envelope(ct.ReportAbsence(), actor=self.actor, at=self.at, command_id=command_id)


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=THAI_TIME)


def case_with(traces: int) -> Case:
    """A case with a missed appointment and so many traces."""
    officer = Actor(role=Role.PROBATION_OFFICER, organisation="PB-KBI")
    nurse = Actor(role=Role.UNIT_USER, organisation=UNIT)
    person = ct.Person(
        id=ct.PersonId(type=ct.IdType.CITIZEN_ID, value="3100600445635"),
        first_name="สมชาย",
        last_name="ใจดี",
    )
    part1 = ct.Part1(person=person, address=ct.Address(tambon="810101"))
    refer = ct.Refer(case_id="C-1", round=1, unit=UNIT, probation_office="PB-KBI", part1=part1)
    case = Case.create(Envelope(refer, actor=officer, at=at(date(2021, 3, 1), 9)))
    letter = ct.Letters(hand_carried=True, by_correspondence=False)
    start = date(2021, 3, 2)
    steps: list[tuple[ct.Command, datetime]] = [
        (ct.Accept(), at(date(2021, 3, 1), 10)),
        (ct.RecordReportIn(on=start, letter=letter), at(start, 9)),
        (ct.RecordTreatment(on=start, program_days=120), at(start, 10)),
        (ct.RecordMissedAppointment(missed_on=MISSED), at(MISSED, 9)),
    ]
    for day in (date(2021, 4, 7), date(2021, 4, 14))[:traces]:
        trace = ct.RecordTrace(on=day, method=ct.TraceMethod.PHONE, evidence="ไม่รับสาย")
        steps.append((trace, at(day, 15)))
    for command, when in steps:
        case.act(Envelope(command, actor=nurse, at=when))
    return case


def questions() -> list[Question]:
    cases = [(case_with(traces), traces) for traces in range(3)]
    days = [date(2021, 4, 15) + timedelta(days=days) for days in range(10)]
    organisations = [UNIT, "10671"]
    return [
        Question(case, traces, Actor(role=role, organisation=organisation), day)
        for (case, traces), role, organisation, day in itertools.product(
            cases, ROLES, organisations, days
        )
    ]


ZEN = {
    "nodes": [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {
            "id": "rule",
            "name": "rule",
            "type": "expressionNode",
            "position": {"x": 0, "y": 0},
            "content": {
                "expressions": [
                    {"id": "1", "key": "state", "value": "state == 'accepted'"},
                    {
                        "id": "2",
                        "key": "permitted",
                        "value": "role in ['unit_user', 'unit_admin'] and organisation == unit",
                    },
                    {"id": "3", "key": "early", "value": "today < allowed_from"},
                    {"id": "4", "key": "traced", "value": "traces >= 2"},
                    {
                        "id": "5",
                        "key": "allowed",
                        "value": "$.state and $.permitted and not $.early and $.traced",
                    },
                    {"id": "6", "key": "from", "value": "allowed_from"},
                ]
            },
        },
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}},
    ],
    "edges": [
        {"id": "a", "sourceId": "in", "targetId": "rule", "type": "edge"},
        {"id": "b", "sourceId": "rule", "targetId": "out", "type": "edge"},
    ],
}


def zen_calls(asked: list[Question]) -> list[Callable[[], bool]]:
    decision = zen.ZenEngine().create_decision(json.dumps(ZEN))

    def call(facts: dict[str, Any]) -> Callable[[], bool]:
        return lambda: bool(decision.evaluate(facts)["result"]["allowed"])

    return [
        call(
            {
                "state": str(one.case.state),
                "role": str(one.actor.role),
                "organisation": one.actor.organisation,
                "unit": UNIT,
                "today": one.day.toordinal(),
                "allowed_from": (MISSED + timedelta(days=14)).toordinal(),
                "traces": one.traces,
            }
        )
        for one in asked
    ]


class Model:
    """A case as `transitions` sees it."""

    may_report_absence: Callable[..., bool]

    def __init__(self, traces: int) -> None:
        self.unit, self.traces = UNIT, traces
        self.allowed_from = MISSED + timedelta(days=14)

    def is_permitted(self, actor: Actor, day: date) -> bool:
        return actor.role in ("unit_user", "unit_admin") and actor.organisation == self.unit

    def is_time(self, actor: Actor, day: date) -> bool:
        return day >= self.allowed_from

    def is_traced(self, actor: Actor, day: date) -> bool:
        return self.traces >= 2


def transitions_calls(asked: list[Question]) -> list[Callable[[], bool]]:
    models = {traces: Model(traces) for traces in range(3)}
    machine = Machine(
        list(models.values()),
        states=[state.value for state in ct.State],
        initial="accepted",
        auto_transitions=False,
    )
    conditions = ["is_permitted", "is_time", "is_traced"]
    machine.add_transition("report_absence", "accepted", None, conditions=conditions)

    def call(model: Model, one: Question) -> Callable[[], bool]:
        return lambda: model.may_report_absence(one.actor, one.day)

    return [call(models[one.traces], one) for one in asked]


def empty(one: Question) -> Callable[[], int]:
    case = one.case._native
    return lambda: len(case)


def prebuilt(one: Question, *command_id: None) -> Callable[[], bool]:
    case, envelope = one.case, one.envelope(*command_id)
    return lambda: case.decide(envelope).accepted


def accepted(asked: list[Question], *command_id: None) -> list[Callable[[], bool]]:
    return [call for one in asked if (call := prebuilt(one, *command_id))()]


def fresh(one: Question) -> Callable[[], bool]:
    case, actor, when = one.case, one.actor, one.at

    def call() -> bool:
        envelope = Envelope(ct.ReportAbsence(), actor=actor, at=when, command_id=COMMAND_ID)
        return case.decide(envelope).accepted

    return call


def instant_too(one: Question) -> Callable[[], bool]:
    return lambda: one.case.decide(one.envelope()).accepted


def by_json(one: Question) -> Callable[[], bool]:
    log, envelope = one.case.log(), one.envelope().to_json()
    return lambda: '"outcome":"accepted"' in decide_json("compulsory", log, envelope)


def batch(asked: list[Question]) -> Callable[[], list[Any]]:
    cases = [one.case for one in asked]
    envelopes = [one.envelope() for one in asked]
    return lambda: decide_many(cases, envelopes)


def per_call(calls: list[Callable[[], Any]], repeat: int) -> float:
    """Microseconds for each call, the loop's own cost taken off."""

    def loop(these: list[Callable[[], Any]]) -> float:
        begin = time.process_time()
        for _ in range(repeat):
            for call in these:
                call()
        return time.process_time() - begin

    nothing = loop([lambda: None] * len(calls))
    return (loop(calls) - nothing) / (repeat * len(calls)) * 1e6


STARTS = {
    "an empty interpreter": "pass",
    "import bosoto": "import bosoto",
    "a case, an envelope, an actor": "from bosoto import Actor, Case, Envelope",
    "these and the commands of a lifecycle": "from bosoto.compulsory import Accept\n"
    "from bosoto import Actor, Case, Envelope",
    "every name": "from bosoto import *",
}
"""What a program imports first."""


def start(code: str) -> float:
    """Milliseconds that an interpreter takes to run this and to end."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return (time.perf_counter() - begin) * 1e3


def report_starts(rounds: int) -> None:
    fastest = {name: min(start(code) for _ in range(rounds * 2)) for name, code in STARTS.items()}
    nothing = fastest["an empty interpreter"]
    print(f"\n{'':40}{'ms':>9}{'more':>9}")
    for name, milliseconds in fastest.items():
        print(f"{name:40}{milliseconds:9.1f}{milliseconds - nothing:9.1f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--province", type=Path, help="a folder of many logs")
    arguments = parser.parse_args()
    rounds = arguments.rounds
    asked = questions()
    ways: dict[str, tuple[list[Callable[[], Any]], int]] = {
        "bosoto, typed, prebuilt envelope": (list(map(prebuilt, asked)), 20),
        "the same, only the accepted ones": (accepted(asked), 40),
        "the same, these without command_id": (accepted(asked, None), 40),
        "bosoto, typed, fresh envelope": (list(map(fresh, asked)), 10),
        "the same, the instant too": (list(map(instant_too, asked)), 10),
        "bosoto, JSON in and out, log replayed": (list(map(by_json, asked)), 2),
        "an empty native call, for scale": (list(map(empty, asked)), 40),
        "zen-engine, prepared facts": (zen_calls(asked), 4),
        "transitions, prepared facts": (transitions_calls(asked), 10),
    }
    verdicts = {
        name: [call() for call in calls]
        for name, (calls, _) in ways.items()
        if len(calls) == len(asked) and "empty" not in name
    }
    expected = next(iter(verdicts.values()))
    if any(found != expected for found in verdicts.values()) or not any(expected):
        print("the answers differ", file=sys.stderr)
        return 1
    times: dict[str, list[float]] = {name: [] for name in ways}
    times["bosoto, decide_many"] = []
    many = batch(asked)
    for _ in range(rounds):
        for name, (calls, repeat) in ways.items():
            times[name].append(per_call(calls, repeat))
        times["bosoto, decide_many"].append(per_call([many], 20) / len(asked))
    report(times, expected)
    batches(asked, rounds)
    report_starts(rounds)
    if arguments.province:
        province(sorted(arguments.province.iterdir()))
    return 0


def report(times: dict[str, list[float]], expected: list[bool]) -> None:
    medians = {name: statistics.median(found) for name, found in times.items()}
    typed = medians["bosoto, typed, prebuilt envelope"]
    count = f"{len(expected)} cases, {sum(expected)} allowed"
    print(f"{count}; CPython {sys.version.split()[0]}; medians\n")
    print(f"{'':40}{'µs':>9}{'best':>9}{'decisions/s':>14}{'typed is':>12}")
    for name, microseconds in medians.items():
        best, ratio = min(times[name]), f"{microseconds / typed:.1f} x"
        print(f"{name:40}{microseconds:9.2f}{best:9.2f}{1e6 / microseconds:14,.0f}{ratio:>12}")


def batches(asked: list[Question], rounds: int) -> None:
    """One thread and two, in turn."""
    logs = [one.case.log() for one in asked] * 50
    many = Cases.replay("compulsory", logs * 10)
    envelopes = [one.envelope() for one in asked * 500]
    ways: dict[str, Callable[[int], Any]] = {
        f"replay of {len(logs):,} logs": lambda threads: Cases.replay("compulsory", logs, threads),
        f"{len(many):,} decisions": lambda threads: decide_many(many, envelopes, threads=threads),
    }
    print(f"\n{'':40}{'1 thread':>12}{'2 threads':>12}")
    for name, way in ways.items():
        best = [float("inf"), float("inf")]
        for _ in range(rounds):
            for threads in (1, 2):
                begin = time.perf_counter()
                made = way(threads)
                best[threads - 1] = min(best[threads - 1], time.perf_counter() - begin)
                del made
        ratio = best[0] / best[1]
        print(f"{name:40}{best[0] * 1e3:9.0f} ms{best[1] * 1e3:9.0f} ms{ratio:9.2f} x")


def province(files: list[Path]) -> None:
    """The worklist of a hospital, from the command line."""
    officer = ("--role", "unit_user", "--organisation", "99811", "--on", "2024-12-31", "--json")
    command = [Path(sys.executable).parent / "bosoto", "worklist", *files, *officer]
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"\nworklist over {size:,.0f} MB of logs: {seconds:.1f} s, {memory:,.0f} MiB")


if __name__ == "__main__":
    raise SystemExit(main())
