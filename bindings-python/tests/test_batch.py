"""Many cases in one call, and many logs that are read once."""

from __future__ import annotations

import copy
import dataclasses
import gzip
import json
import os
import pickle
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import bosoto
from bosoto import Actor, Case, Cases, Decision, Decisions, Envelope, WireError
from bosoto.cli.program import app
from bosoto.compulsory import Accept, RecordMissedAppointment, RecordTreatment, ReportAbsence
from bosoto.logs import read_logs
from bosoto.worklist import worklist, worklists
from conftest import NURSE, OFFICER, at, by_nurse, refer

THREADS = (1, 2, 3, 8, None)
DAY = date(2021, 4, 11)


def line(case: Case) -> str:
    """A case as one of many logs."""
    log = [json.loads(event) for event in case.log().splitlines()]
    return json.dumps({"lifecycle": case.lifecycle, "log": log}, ensure_ascii=False)


def texts(decisions: Decisions | list[Decision | WireError]) -> list[str]:
    return [one.to_json() if isinstance(one, Decision) else one.code for one in decisions]


def test_any_number_of_threads_decides_the_same(referred: Case, absent: Case) -> None:
    reused = Envelope(Accept(), at=at(3, 3), actor=OFFICER, command_id="refer-1")
    new = Envelope(refer(), at=at(3, 1), actor=OFFICER)
    each = [(absent, by_nurse(ReportAbsence(), at(4, 17))), (absent, reused), (None, new)]
    cases, envelopes = map(list, zip(*each * 700, strict=True))
    single = [
        bosoto.decide(case, one).to_json() if one is not reused else "command_id_reused"
        for case, one in each
    ] * 700
    for threads in THREADS:
        many = bosoto.decide_many(Cases(cases), envelopes, threads=threads)
        assert texts(many) == texts(bosoto.decide_many(cases, envelopes)) == single
    assert many.accepted == [False, False, True] * 700
    last = many[-1]
    assert isinstance(last, Decision)
    assert last.case is not None
    assert [type(one) for one in many[:3]] == [Decision, WireError, Decision]
    with pytest.raises(IndexError):
        many[2_100]


def test_any_number_of_threads_replays_the_same(absent: Case) -> None:
    logs = [absent.log(), "[", ""] * 50
    for threads in THREADS:
        cases = Cases.replay("compulsory", logs, threads)
        assert len(cases) == 150
        one, two, three = cases[:3]
        assert isinstance(one, Case)
        assert one.log() == absent.log()
        assert isinstance(two, WireError)
        assert three is None
        found = bosoto.replay_many("compulsory", logs, threads)
        assert [type(one) for one in found] == [type(one) for one in cases]
    with pytest.raises(ValueError, match="at least 1"):
        bosoto.replay_many("compulsory", logs, threads=0)
    assert bosoto.replay_many("compulsory", logs[:1], threads=2**70)[0].log() == absent.log()
    with pytest.raises(ValueError, match="at least 1"):
        bosoto.replay_many("compulsory", logs, threads=-(2**70))
    for wrong in (True, 1.0, "2"):
        with pytest.raises(TypeError, match="`threads` is a whole number"):
            bosoto.replay_many("compulsory", logs, threads=wrong)  # type: ignore[arg-type]
    with pytest.raises(WireError, match="no such lifecycle"):
        bosoto.replay_many("compulsary", logs)


def test_a_single_log_is_not_taken_for_many(absent: Case) -> None:
    for log in (absent.log(), absent.log().encode()):
        with pytest.raises(TypeError, match=r"\[log\]"):
            bosoto.replay_many("compulsory", log)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=r"\[log\]"):
            worklists(log, DAY)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="`NoneType` is no text"):
        worklists([None], DAY)  # type: ignore[list-item]


def test_cases_are_those_of_the_moment(referred: Case) -> None:
    cases = Cases([referred, None])
    referred.act(by_nurse(Accept(), at(3, 1, 10)))
    before, none = cases
    assert isinstance(before, Case)
    assert (len(before), len(referred), none) == (1, 2, None)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_process_may_fork_after_a_batch(absent: Case) -> None:
    logs = [absent.log()] * 200
    bosoto.replay_many("compulsory", logs, threads=3)
    child = os.fork()
    if child == 0:  # pragma: no cover
        signal.alarm(60)
        ok = all(isinstance(one, Case) for one in bosoto.replay_many("compulsory", logs, threads=3))
        os._exit(0 if ok else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def test_worklists_of_logs_are_those_of_the_cases(absent: Case, tmp_path: Path) -> None:
    plain, packed = tmp_path / "cases.ndjson", tmp_path / "cases.ndjson.gz"
    lines = [line(absent)] * 30
    plain.write_text("\ufeff" + "\n".join(lines) + "\n", "utf-8")
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    expected = worklist([absent] * 30, DAY, NURSE)
    assert expected
    assert worklist(Cases([absent] * 30), DAY, NURSE, threads=2) == expected

    def from_a_database() -> Iterator[str]:
        yield from lines

    told: list[int] = []
    for logs in (lines, from_a_database(), read_logs(plain, told.append), read_logs(packed)):
        mine, nobody, everybody = worklists(logs, DAY, [NURSE, OFFICER, None])
        assert tuple(mine) == tuple(everybody) == expected
        assert len(nobody) == 0
        assert [row["case_id"] for row in json.loads(mine.to_json())] == ["C-1"] * len(expected)
    assert sum(told) == plain.stat().st_size


def test_blocks_are_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bosoto.logs.BLOCK", 7)
    path = tmp_path / "lines"
    for text in ("", "a", "a\n", "longer than a block\nb\n\nc", "[\n1,\n2\n]"):
        path.write_text(text, "utf-8")
        blocks = list(read_logs(path))
        found = b"\n".join(blocks).splitlines() if text[:1] != "[" else blocks
        expected = text.encode().splitlines() if text[:1] != "[" else [text.encode()]
        assert [one for one in found if one] == [one for one in expected if one]


def test_the_first_log_that_cannot_be_used_is_named(absent: Case) -> None:
    good, bad = line(absent), line(absent).replace('"event_id"', '"event"')
    with pytest.raises(WireError) as error:
        worklists([good, good, bad, bad], DAY)
    assert error.value.pointer == "/2/log/0/event"
    broken: list[WireError] = []
    (found,) = worklists([good, bad, good.encode(), b"\xff", bad], DAY, on_broken=broken.append)
    assert [one.pointer for one in broken] == ["/1/log/0/event", "/3", "/4/log/0/event"]
    assert tuple(found) == worklist([absent, absent], DAY)
    cases = Cases.read("\n".join([good, bad]))
    assert isinstance(cases[1], WireError)
    with pytest.raises(WireError) as error:
        worklist(cases, DAY)
    assert error.value.pointer == "/1/log/0/event"


def test_the_command_line_reads_many_files_and_shows_no_bar_in_a_pipe(
    absent: Case, tmp_path: Path
) -> None:
    plain, packed = tmp_path / "a.ndjson", tmp_path / "b.ndjson.gz"
    plain.write_text(line(absent), "utf-8")
    packed.write_bytes(gzip.compress(line(absent).encode()))
    asked = ["--role", "unit_user", "--organisation", "10670", "--on", "2021-04-11"]

    def run(*arguments: object) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, ["worklist", *map(str, arguments), *asked])
        return result.exit_code, result.stdout, result.stderr

    code, output, errors = run(plain, packed, "--json")
    assert (code, errors) == (0, "")
    assert [row["case_id"] for row in json.loads(output)] == ["C-1"] * len(json.loads(output))
    one = json.loads(run(plain, "--json")[1])
    assert len(json.loads(output)) == 2 * len(one)
    code, output, errors = run(plain, packed, "--limit", "1", "--lang", "en")
    assert (code, errors) == (0, "")
    assert f"and {2 * len(one) - 1} more rows" in output
    packed.write_bytes(packed.read_bytes()[:-9])
    assert run(packed, "--lang", "en")[0] == 2
    plain.write_bytes(b"\xff\n")
    code, _, errors = run(plain, "--lang", "en")
    assert code == 1
    assert "UTF-8" in errors


def test_a_command_stays_a_frozen_dataclass() -> None:
    treatment = RecordTreatment(on=date(2021, 3, 2), program_days=120)
    with pytest.raises(dataclasses.FrozenInstanceError):
        treatment.program_days = 90  # type: ignore[misc]
    assert not hasattr(treatment, "__dict__")
    same = RecordTreatment(on=date(2021, 3, 2), program_days=120, note=None)
    assert treatment == same
    assert hash(treatment) == hash(same)
    assert treatment != dataclasses.replace(treatment, program_days=90)
    assert pickle.loads(pickle.dumps(treatment)) == copy.deepcopy(treatment) == treatment
    assert Accept() == Accept()
    assert hash(Accept()) == hash(Accept())
    with pytest.raises(TypeError, match=r"RecordTreatment\.__init__.*'on'"):
        RecordTreatment()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        RecordMissedAppointment(date(2021, 4, 3))  # type: ignore[misc]
    with pytest.raises(TypeError, match="takes no arguments"):
        Accept(note="x")  # type: ignore[call-arg]


def test_envelopes_are_equal_by_their_json(referred: Case) -> None:
    accept = by_nurse(Accept(), at(3, 1, 10))
    assert accept == Envelope.from_json("compulsory", accept.to_json())
    assert hash(accept) == hash(Envelope.from_dict("compulsory", json.loads(accept.to_json())))
    assert accept != by_nurse(Accept(), at(3, 1, 11))
    assert accept != "accept"
    assert repr(accept) == "<Envelope compulsory: accept at 2021-03-01T10:00:00+07:00>"
    precise = at(3, 1, 10).replace(microsecond=42)
    late = Envelope(
        Accept(), at=precise, actor=NURSE, recorded_at=at(3, 2), coordinated=True, command_id="a"
    )
    assert json.loads(late.to_json()) == {
        "command_id": "a",
        "at": "2021-03-01T10:00:00.000042+07:00",
        "recorded_at": "2021-03-02T09:00:00+07:00",
        "actor": {"role": "unit_user", "organisation": "10670"},
        "coordinated": True,
        "command": {"type": "accept"},
    }
    nobody = Actor(role="nobody", organisation="10670")  # type: ignore[arg-type]
    with pytest.raises(WireError) as error:
        Envelope(Accept(), at=at(3, 1), actor=nobody)
    assert error.value.pointer == "/actor/role"
