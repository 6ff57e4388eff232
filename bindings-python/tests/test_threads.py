"""Threads that share a case, and batches that Ctrl-C ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bosoto import Case, Envelope
from bosoto.compulsory import RecordTreatment
from conftest import NURSE, at

THREADS, ACTS = 8, 1000


def treatments(first: int, count: int) -> list[Envelope]:
    """Treatments on one day, each at an instant of its own."""
    command = RecordTreatment(on=date(2021, 3, 3))
    start = at(3, 3)
    return [
        Envelope(command, at=start + timedelta(milliseconds=place), actor=NURSE)
        for place in range(first, first + count)
    ]


def together(work: Callable[[int], object]) -> None:
    """Does the work in so many threads at once."""
    ready = threading.Barrier(THREADS)

    def one(place: int) -> None:
        ready.wait()
        work(place)

    threads = [threading.Thread(target=one, args=(place,)) for place in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def switching() -> object:
    """Threads take turns often."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("switching")
def test_no_act_on_a_shared_case_is_lost(absent: Case) -> None:
    before = len(absent)
    given = [treatments(place * ACTS, ACTS) for place in range(THREADS)]
    together(lambda place: [absent.act(envelope) for envelope in given[place]])
    assert len(absent) == before + THREADS * ACTS
    assert len(absent.events) == len({event.event_id for event in absent.events}) == len(absent)


@pytest.mark.usefixtures("switching")
def test_questions_and_copies_see_a_whole_case_while_others_act(absent: Case) -> None:
    before = len(absent)
    given = [treatments(place * 100, 100) for place in range(THREADS)]
    seen: list[int] = []

    def work(place: int) -> None:
        for envelope in given[place]:
            decision = absent.act(envelope)
            seen.append(absent.log().count("\n"))
            after = decision.case
            assert after is not None
            assert after.events[-1] == decision.events[0]

    together(work)
    assert len(absent) == before + THREADS * 100
    assert set(seen) <= set(range(before + 1, len(absent) + 1))


def test_a_decision_does_not_keep_its_case_from_changing_in_place(absent: Case) -> None:
    kept = [(absent.decide(one), absent.act(one)) for one in treatments(0, 20)]
    for asked, done in kept:
        assert asked.case == done.case
        assert asked.case is not None
        assert asked.case.events[-1] == done.events[0]
    assert kept[-1][1].case == absent


BATCH = """
import sys
from bosoto import Cases, Envelope, decide_many
log = sys.stdin.read()
cases = Cases.replay("compulsory", [log] * 20_000)
envelopes = [Envelope.from_json("compulsory", sys.argv[2])] * len(cases)
work = {
    "replay": lambda: Cases.replay("compulsory", [log] * 20_000),
    "decide": lambda: decide_many(cases, envelopes),
}[sys.argv[1]]
try:
    print("ready", flush=True)
    while True:
        work()
except KeyboardInterrupt:
    print("interrupted", flush=True)
    raise SystemExit(3)
"""


WITHDRAWN = """
import json, os, sys, time
import bosoto
TEAM = {"role": "district_recorder", "organisation": "8101"}
def event(kind, name, place, **rest):
    at = time.strftime("%Y-%m-%dT%H:%M:%S+07:00", time.gmtime(1_706_000_000 + place))
    return {"type": kind, "event_id": f"{name}#0", "command_id": name, "at": at, "actor": TEAM,
            **rest}
person = {"id": {"type": "issued_number", "value": "1"}, "first_name": "-"}
log = [event("enrolled", "e", 0, rule="AC-01", case_id="F-1", person=person,
             graduated_on="2024-01-01", project="-", residence={"tambon": "810101"})]
for place in range(1, 2_001):
    log.append(event("visit_recorded", f"v{place}", place, rule="AC-04", occurred_on="2024-01-02",
                     result="met"))
for place in range(1, 2_001):
    log.append(event("withdrawn", f"w{place}", 2_000 + place, rule="GE-07", of=f"v{place}#0",
                     reason="-"))
log = "\\n".join(map(json.dumps, log))
work = {
    "replay": lambda: bosoto.replay("aftercare", log),
    "merge": lambda: bosoto.merge("aftercare", log, log),
    "json": lambda: bosoto.replay_json("aftercare", log),
}[sys.argv[1]]
try:
    print("ready", flush=True)
    work()
    print("done", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
    os._exit(3)
"""


@pytest.mark.skipif(os.name == "nt", reason="a signal is sent to a process")
@pytest.mark.parametrize("kind", ["replay", "merge", "json"])
def test_ctrl_c_ends_a_long_call_on_one_log(tmp_path: Path, kind: str) -> None:
    code = tmp_path / "one.py"
    code.write_text(WITHDRAWN, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-X", "utf8", str(code), kind], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "interrupted\n"
        assert process.wait(60) == 3


@pytest.mark.skipif(os.name == "nt", reason="a signal is sent to a process")
@pytest.mark.parametrize("kind", ["replay", "decide"])
def test_ctrl_c_ends_a_batch(absent: Case, tmp_path: Path, kind: str) -> None:
    code = tmp_path / "batch.py"
    code.write_text(BATCH, "utf-8")
    (sent,) = treatments(0, 1)
    with subprocess.Popen(
        [sys.executable, "-X", "utf8", str(code), kind, sent.to_json()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(absent.log())
        process.stdin.close()
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "interrupted\n"
        assert process.wait(60) == 3
