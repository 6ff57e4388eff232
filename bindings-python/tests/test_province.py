"""Questions over many cases and all lifecycles: worklist, merge, calendar, roster, permissions."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bosoto import THAI_TIME, Actor, Case, Envelope, Rejected, Role, calls, lifecycles
from bosoto.aftercare import Enrol
from bosoto.cli.program import app
from bosoto.travel import TimeTravel
from bosoto.types import Address, IdType, Person, PersonId
from bosoto.worklist import Urgency, worklist

RECORDER = Actor(role=Role.DISTRICT_RECORDER, organisation="8101")
TEAM = Actor(role=Role.FIELD_TEAM, organisation="810101")


def enrolment(case_id: str, tambon: str) -> Enrol:
    """A synthetic person's enrolment."""
    number = PersonId(type=IdType.ISSUED_NUMBER, value="1")
    return Enrol(
        case_id=case_id,
        person=Person(id=number, first_name="ก", last_name="ข"),
        graduated_on=date(2024, 6, 10),
        project="โครงการ",
        residence=Address(tambon=tambon),
    )


def enrolled(case_id: str, tambon: str) -> Case:
    """A person in follow-up since 10 June 2024."""
    at = datetime(2024, 6, 12, 9, tzinfo=THAI_TIME)
    return Case.create(Envelope(at=at, actor=RECORDER, command=enrolment(case_id, tambon)))


def invoke(*arguments: str) -> tuple[int, str]:
    """The exit code of a command line, and what it prints."""
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "120"})
    return result.exit_code, result.output


def test_ac_02_a_team_sees_the_visits_of_its_tambon() -> None:
    cases = [enrolled("F-1", "810101"), enrolled("F-2", "810102")]
    found = worklist(cases, date(2024, 6, 25), TEAM, to=date(2024, 7, 9))
    assert [(item.case_id, item.urgency) for item in found] == [("F-1", Urgency.DUE)]
    assert found[0].because.en == "due in 14 days"
    everybody = worklist(cases, date(2024, 6, 25), to=date(2024, 7, 9))
    assert [item.case_id for item in everybody] == ["F-1", "F-2"]


def test_time_travel_refuses_as_the_core_does() -> None:
    travel = TimeTravel("aftercare", datetime(2024, 6, 12, 9, tzinfo=THAI_TIME))
    with pytest.raises(Rejected) as refused:
        travel.act(TEAM, enrolment("F-1", "810101"))
    assert refused.value.rule == "AD-08"
    assert travel.case is None


def test_the_worklist_on_the_command_line(tmp_path: Path) -> None:
    cases = tmp_path / "cases.ndjson"
    line = {"lifecycle": "aftercare", "log": enrolled("F-1", "810101").log()}
    cases.write_text(json.dumps(line) + "\n", encoding="utf-8")
    arguments = ("worklist", str(cases), "--role", "field_team", "--organisation", "810101")
    code, output = invoke(*arguments, "--on", "2024-06-25", "--to", "2024-07-09", "--lang", "en")
    assert code == 0
    assert "F-1" in output
    assert "due in 14 days" in output
    code, output = invoke(*arguments, "--on", "2567-06-25")
    assert code == 2
    assert "/on" in output


def test_ac_08_the_calendar_of_a_province() -> None:
    days = ("--from", "2024-02-01", "--to", "2024-02-29", "--on", "2024-02-20")
    code, output = invoke("calendar", "81", *days, "--json")
    assert code == 0
    assert [row["due_by"] for row in json.loads(output)] == ["2024-02-15", "2024-02-29"]


def test_ac_07_gaps_of_a_roster_are_exit_code_1(tmp_path: Path) -> None:
    file = tmp_path / "roster.json"
    district = {"district": "8101", "standing_order": True, "teams": [], "recorders": 1}
    file.write_text(json.dumps([district]), encoding="utf-8")
    code, output = invoke("roster", str(file), "--lang", "en")
    assert (code, output.strip()) == (1, "8101: tambon teams")


def test_sv_02_four_quarters_in_the_first_year(tmp_path: Path) -> None:
    file = tmp_path / "person.json"
    asked = {"facility": "10670", "index_on": "2024-01-31", "follow_ups": ["2024-02-10"]}
    file.write_text(json.dumps(asked), encoding="utf-8")
    code, output = invoke("smiv", str(file), "--on", "2024-06-01", "--json")
    assert code == 0
    assert [row["status"] for row in json.loads(output)] == ["done", "due", "upcoming", "upcoming"]


def test_merging_on_the_command_line(tmp_path: Path) -> None:
    log = tmp_path / "log.ndjson"
    log.write_text(enrolled("F-1", "810101").log(), encoding="utf-8")
    code, output = invoke("merge", "aftercare", str(log), str(log))
    assert (code, output) == (0, log.read_text(encoding="utf-8"))


def test_ad_08_access_prints_the_matrix() -> None:
    code, output = invoke("access", "compulsory", "--lang", "en")
    assert code == 0
    assert "the unit of the case" in output
    cells = json.loads(calls.permissions_json())
    assert {cell["lifecycle"] for cell in cells} == {one.name for one in lifecycles()}


def test_a_form_has_titles_and_rules() -> None:
    code, output = invoke("form", "compulsory", "record_trace")
    assert code == 0
    on = json.loads(output)["properties"]["on"]
    assert (on["x-title"]["th"], on["x-rule"]) == ("วันที่ติดตาม", "CT-14")
    assert invoke("form", "compulsory", "nothing")[0] == 2


def test_the_quality_of_life_form_names_its_items() -> None:
    form = json.loads(calls.quality_of_life_form_json())
    assert [item["number"] for item in form if item["negative"]] == [2, 9, 11]
