"""Many cases at once: the worklist, the sample province, and the subcommands over all lifecycles."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import bosoto
import pytest
from bosoto import Case, Rejected, Urgency
from bosoto.cli.demo import Province
from bosoto.cli.files import read_text
from bosoto.compulsory import Accept, DropOut
from bosoto.travel import TimeTravel
from conftest import NURSE, OFFICER, at, by_nurse, refer
from test_cli import WHO, bosoto_cli

SAMPLE = Path(__file__).parents[2] / "examples" / "province-month"


@pytest.fixture
def cases(absent: Case, tmp_path: Path) -> Path:
    path = tmp_path / "cases.ndjson"
    path.write_text(json.dumps({"lifecycle": "compulsory", "log": absent.log()}) + "\n", "utf-8")
    return path


def test_the_worklist_is_that_of_the_json_api(absent: Case, cases: Path) -> None:
    day = date(2021, 4, 11)
    rows = bosoto.worklist([absent], day, NURSE)
    query = {
        "actor": {"role": NURSE.role, "organisation": NURSE.organisation},
        "on": day.isoformat(),
        "settled": False,
    }
    wire = json.loads(bosoto.worklist_json(cases.read_text("utf-8"), json.dumps(query)))
    assert [(row.obligation.what, row.urgency) for row in rows] == [
        (row["what"], row["urgency"]) for row in wire
    ]
    assert rows[0].urgency is Urgency.OVERDUE
    assert rows[0].obligation.what == "first_trace"
    assert bosoto.worklist([absent], day, OFFICER) == []


def test_the_worklist_on_the_command_line(cases: Path) -> None:
    result = bosoto_cli("worklist", cases, *WHO, "--on", "2021-04-11")
    assert result.exit_code == 0, result.output
    assert "C-1" in result.stdout
    assert "CT-14" in result.stdout
    result = bosoto_cli("worklist", cases, *WHO, "--on", "2564-04-11")
    assert result.exit_code == 2


def test_a_clock_that_moves_when_told() -> None:
    travel = TimeTravel("compulsory", at(3, 1))
    assert travel.obligations() == ()
    travel.act(OFFICER, refer())
    travel.act(NURSE, Accept())
    with pytest.raises(Rejected):
        travel.act(NURSE, DropOut())
    assert [action.action for action in travel.actions(NURSE) if action.allowed]


def test_merge_on_the_command_line(absent: Case, tmp_path: Path) -> None:
    one, other = tmp_path / "a.ndjson", tmp_path / "b.ndjson"
    one.write_text(absent.log(), "utf-8")
    again = bosoto.replay("compulsory", absent.log())
    assert again is not None
    again.act(by_nurse(bosoto.compulsory.RecordReturn(on=date(2021, 4, 9)), at(4, 9)))
    other.write_text(again.log(), "utf-8")
    result = bosoto_cli("merge", "compulsory", one, other)
    assert result.exit_code == 0, result.output
    assert result.stdout == again.log()


def test_reports_rosters_permissions_and_forms(tmp_path: Path) -> None:
    days = ("--from", "2024-01-01", "--to", "2024-01-31", "--on", "2024-01-10")
    result = bosoto_cli("calendar", "81", *days)
    assert result.exit_code == 0, result.output
    assert "AC-08" in result.stdout
    roster = tmp_path / "roster.json"
    district = {"district": "8101", "standing_order": False, "teams": ["810101"], "recorders": 1}
    roster.write_text(json.dumps([district]), "utf-8")
    result = bosoto_cli("roster", roster)
    assert result.exit_code == 1
    assert "8101" in result.stdout
    person = tmp_path / "person.json"
    person.write_text(
        json.dumps({"facility": "10670", "index_on": "2024-01-15", "follow_ups": []}), "utf-8"
    )
    result = bosoto_cli("smiv", person, "--on", "2024-03-01")
    assert result.exit_code == 0, result.output
    assert "SV-02" in result.stdout
    assert "CT-16" in bosoto_cli("access", "compulsory").stdout
    form = bosoto_cli("form", "compulsory", "record_trace")
    assert "evidence" in form.stdout
    assert bosoto_cli("form", "compulsory", "nothing").exit_code == 2


def test_the_sample_province_fares_as_its_manifest_says() -> None:
    counts = json.loads((SAMPLE / "manifest.json").read_text("utf-8"))["counts"]
    province = Province()
    for line in read_text(SAMPLE / "commands.ndjson.gz").splitlines():
        province.push(line)
    assert dict(province.counts) == {name: counts[name] for name in province.counts}
    assert sum(province.counts.values()) == counts["lines"]
    reasons = {f"{rule} {kind}": times for (rule, kind), times in province.reasons.items()}
    assert reasons == counts["refused_by"]


def test_the_sample_s_worklist_names_nobody() -> None:
    result = bosoto_cli("demo", "--unit", "99811", "--limit", "0")
    assert result.exit_code == 0, result.output
    assert "31 มี.ค. 2568" in result.stdout
    names = {
        json.loads(line)["do"]["command"]["person"]["last_name"]
        for line in read_text(SAMPLE / "commands.ndjson.gz").splitlines()
        if '"type":"screen"' in line and line.endswith("}}}")
    }
    assert names
    assert not any(name in result.stdout for name in names)
