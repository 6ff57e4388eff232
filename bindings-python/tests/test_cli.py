"""The console command."""

from __future__ import annotations

import glob
import gzip
import json
import os
import re
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

import bosoto
from bosoto import Case, Envelope
from bosoto._effects import TITLES
from bosoto.cli import texts
from bosoto.cli.program import app
from bosoto.compulsory import Accept, RecordReturn
from bosoto.results import Text
from bosoto.types import Owed
from conftest import CITIZEN_ID, OFFICER, at, by_nurse, refer

SCENARIOS = Path(__file__).parents[2] / "tests" / "scenarios"
WHO = ("--role", "unit_user", "--organisation", "10670")


def bosoto_cli(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, [*map(str, arguments)], input=stdin)


def envelope(path: Path, command: Any, day: int) -> Path:
    path.write_text(by_nurse(command, at(4, day)).to_json(), "utf-8")
    return path


def test_scenarios_that_hold() -> None:
    result = bosoto_cli("scenario", SCENARIOS / "ct-16.json")
    assert result.exit_code == 0, result.output
    assert "ผ่าน" in result.output


def test_a_scenario_that_does_not_hold_shows_its_first_difference(tmp_path: Path) -> None:
    scenarios = json.loads((SCENARIOS / "ct-01.json").read_text("utf-8"))
    one = scenarios[0]
    one["steps"][0]["expect"] = {"outcome": "accepted", "state": "nowhere"}
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(one), "utf-8")
    result = bosoto_cli("scenario", path, "--lang", "en")
    assert result.exit_code == 1
    assert 'expected "nowhere"' in result.output
    assert "0 of 1 scenarios hold" in result.output


def test_an_invalid_policy_is_the_error_of_the_first_command(tmp_path: Path) -> None:
    step = {
        "do": json.loads(Envelope(refer(), at=at(3, 1), actor=OFFICER).to_json()),
        "expect": {"error": {"code": "policy_invalid", "pointer": "/drop_out_days"}},
    }
    one = {
        "name": "x",
        "lifecycle": "compulsory",
        "policy": {"drop_out_days": 0},
        "steps": [step],
    }
    path = tmp_path / "policy.json"
    path.write_text(json.dumps(one), "utf-8")
    assert bosoto_cli("scenario", path).exit_code == 0


def test_decide(log: Path, tmp_path: Path) -> None:
    accepted = envelope(tmp_path / "return.json", RecordReturn(on=at(4, 9).date()), 9)
    result = bosoto_cli("decide", "compulsory", accepted, "--log", log)
    assert result.exit_code == 0, result.output
    assert "บันทึกการกลับมาบำบัด" in result.output
    assert "returned_to_treatment" not in result.output
    refused = envelope(tmp_path / "accept.json", Accept(), 9)
    result = bosoto_cli("decide", "compulsory", refused, "--log", log, "--lang", "en")
    assert result.exit_code == 1
    assert "refused" in result.output
    assert "CT-02" in result.output
    as_json = bosoto_cli("decide", "compulsory", refused, "--log", log, "--json")
    text = bosoto.decide_json("compulsory", log.read_text("utf-8"), refused.read_text("utf-8"))
    assert as_json.stdout.rstrip("\n") == text


def test_everything_on_a_screen_has_words() -> None:
    machines = [one.machine for one in bosoto.lifecycles()]
    commands = [command for machine in machines for command in machine["commands"]]
    assert {name for command in commands for name in command["effects"]} == set(TITLES)


LATIN = re.compile(r"`[^`]*`|\{\w+\}|[A-Z]{2}-\d\d|JSON|UTF-8|Parquet|SMI-V")
"""What a Thai text of the command line may hold in Latin letters."""


def test_thai_is_thai_and_english_is_english() -> None:
    named = vars(texts).values()
    alone = [one for one in named if isinstance(one, Text)]
    tables = [one for table in named if isinstance(table, dict) for one in table.values()]
    found = [*alone, *(one for one in tables if isinstance(one, Text)), *TITLES.values()]
    assert len(found) > 80
    assert [one.th for one in found if re.search("[A-Za-z]", LATIN.sub("", one.th))] == []
    assert [one.en for one in found if re.search("[\u0e00-\u0e7f]", one.en)] == []


def test_questions(log: Path) -> None:
    at_noon = ("--at", "2021-04-11T12:00:00+07:00")
    result = bosoto_cli("actions", "compulsory", "--log", log, *WHO, *at_noon)
    assert result.exit_code == 0, result.output
    assert "17 เม.ย. 2564" in result.output
    result = bosoto_cli("obligations", "compulsory", "--log", log, "--on", "2021-04-11")
    assert "เกินกำหนด" in result.output
    result = bosoto_cli(
        "obligations", "compulsory", "--log", log, "--on", "2021-04-11", "--lang", "en"
    )
    assert "overdue" in result.output
    assert "2021-04-10" in result.output
    result = bosoto_cli("flags", "compulsory", "--log", log, *at_noon, "--json")
    assert json.loads(result.stdout) == []
    result = bosoto_cli(
        "view", "compulsory", "--log", log, "--role", "ict_officer", "--organisation", "MOPH"
    )
    assert "/part1" in result.stdout
    assert CITIZEN_ID not in result.stdout


@pytest.mark.parametrize(
    "day", ["11/4/64", "11 เม.ย. 2564", "วันอาทิตย์ที่ ๑๑ เมษายน พ.ศ. ๒๕๖๔", "2021-04-11"]
)
def test_every_date_is_read_as_people_write_it(log: Path, day: str) -> None:
    asked = ("obligations", "compulsory", "--log", log, "--json", "--on", day)
    result = bosoto_cli(*asked)
    assert result.exit_code == 0, result.output
    text = bosoto.obligations_json("compulsory", log.read_text("utf-8"), "2021-04-11")
    assert result.stdout.rstrip("\n") == text
    days = ("--from", "1/6/67", "--to", "30 มิ.ย. 2567", "--on", "20-6-2567")
    result = bosoto_cli("calendar", "81", *days, "--json")
    text = bosoto.report_calendar_json("81", "2024-06-01", "2024-06-30", "2024-06-20")
    assert result.stdout.rstrip("\n") == text


def test_a_date_of_the_wrong_era_is_refused_at_its_option(tmp_path: Path) -> None:
    days = {"--from": "1/6/2567", "--to": "30/6/2567", "--on": "20/6/2567"}
    for option in days:
        wrong = {**days, option: "16/11/2024"}
        result = bosoto_cli("calendar", "81", *(word for one in wrong.items() for word in one))
        assert result.exit_code == 2
        assert option.replace("--", "/") in result.stderr
        assert "พ.ศ. (บวก 543)" in result.stderr
        assert "2024" not in result.stderr
    assert "ลบ 543" in bosoto_cli("demo", "--on", "2564-04-11").stderr


def test_replay_reports_broken_lines_and_uses_the_others(log: Path) -> None:
    assert bosoto_cli("replay", "compulsory", log).exit_code == 0
    log.write_text(log.read_text("utf-8") + '{"type":\n', "utf-8")
    result = bosoto_cli("replay", "compulsory", log)
    assert result.exit_code == 1
    assert "บรรทัด 6" in result.output
    assert "ใช้ได้ 5 รายการ" in result.output


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("json", "{"),
        ("mermaid", "stateDiagram-v2"),
        ("dot", "digraph"),
        ("svg", "<svg"),
        ("scxml", "<?xml"),
    ],
)
def test_machine(form: str, start: str) -> None:
    result = bosoto_cli("machine", "compulsory", "--format", form)
    assert result.exit_code == 0
    assert result.stdout.startswith(start)


def test_schema_and_rule() -> None:
    names = bosoto_cli("schema").stdout.split()
    assert "compulsory.envelope" in names
    assert json.loads(bosoto_cli("schema", "policy").stdout)["type"] == "object"
    rule = bosoto_cli("rule", "CT-16").stdout
    for part in ("CT-16", "ผู้ป่วยขาดนัดระหว่างบำบัด", "absence_report_days", "ที่มา"):
        assert part in rule
    assert "source" in bosoto_cli("rule", "CT-16", "--lang", "en").stdout
    assert all(one.rule in bosoto_cli("rule").stdout for one in bosoto.rules()[:3])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rule", "CT-99"), "CT-16"),
        (("machine", "nothing"), "compulsory"),
        (("schema", "nothing"), "policy"),
        (("replay", "compulsory", "/nowhere/at.all"), "/nowhere/at.all"),
        (("demo", "/nowhere/at.all"), "/nowhere/at.all"),
        (("nothing",), "worklist"),
        (("decide", "compulsory"), "ENVELOPE"),
        (("obligations", "compulsory", "--log", "x"), "--on"),
        (("rule", "CT-16", "--nothing"), "--nothing"),
        (("rule", "CT-16", "CT-17"), "bosoto rule --help"),
        (("machine", "compulsory", "--format", "pdf"), "mermaid"),
        (("machine", "compulsory", "--format"), "--format"),
        (("demo", "--limit", "few"), "--limit"),
        (("form", "compulsory", "nothing"), "record_trace"),
    ],
)
def test_errors_are_sentences(arguments: tuple[str, ...], said: str) -> None:
    for lang, word in (("th", "ข้อผิดพลาด"), ("en", "error")):
        result = bosoto_cli(*arguments, "--lang", lang)
        assert result.exit_code == 2
        assert result.stderr.startswith(word)
        assert said in result.stderr
        assert "Traceback" not in result.output
        assert bool(re.search("[\u0e00-\u0e7f]", result.stderr)) is (lang == "th")
        as_json = bosoto_cli(*arguments, "--lang", lang, "--json")
        assert as_json.exit_code == 2
        assert as_json.stderr == ""
        jsonschema.validate(json.loads(as_json.stdout), bosoto.schema("error"))
        assert said in json.loads(as_json.stdout)["error"]["message"][lang]


def test_a_malformed_file_names_the_place(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"at":"2564-04-17T09:00:00+07:00"}', "utf-8")
    result = bosoto_cli("decide", "compulsory", path)
    assert result.exit_code == 2
    assert "/at" in result.stderr
    path.write_bytes(b"\xa1\xa2")
    result = bosoto_cli("decide", "compulsory", path)
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr


def commands(absent: Case) -> str:
    """The commands of a case, one sent twice, one refused, and a broken line."""
    line = {"lifecycle": "compulsory", "case_id": "C-1"}
    create = json.loads(
        Envelope(refer(), at=at(3, 1), actor=OFFICER, command_id="refer-1").to_json()
    )
    lines = [{**line, "do": create}]
    for event in absent.events[1:]:
        fields = {
            name: value
            for name, value in event.data.items()
            if name not in ("type", "event_id", "command_id", "at", "recorded_at", "actor", "rule")
        }
        kind = {
            "accepted": "accept",
            "reported_in": "record_report_in",
            "treatment_recorded": "record_treatment",
            "appointment_missed": "record_missed_appointment",
        }[event.type]
        do = {"at": event.data["at"], "actor": event.data["actor"]}
        lines.append({**line, "do": {**do, "command": {"type": kind, **fields}}})
    again = {**line, "do": create}
    refused = {**line, "do": json.loads(by_nurse(Accept(), at(4, 4)).to_json())}
    texts = [json.dumps(one, ensure_ascii=False) for one in (*lines, again, refused)]
    return "\n".join([*texts, "{", ""])


def test_demo(absent: Case, tmp_path: Path) -> None:
    plain, packed = tmp_path / "commands.ndjson", tmp_path / "commands.ndjson.gz"
    plain.write_text(commands(absent), "utf-8")
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    for path in (plain, packed):
        result = bosoto_cli("demo", path, "--unit", "10670", "--on", "2021-04-11")
        assert result.exit_code == 0, result.output
        for part in (
            "บรรทัดทั้งหมด 8",
            "รับ 5",
            "ไม่รับ 1",
            "ส่งซ้ำ 1",
            "อ่านไม่ได้ 1",
            "CT-02",
            "C-1",
            "เกินกำหนด",
            "17 เม.ย.",
        ):
            assert part in result.stdout
        for personal in ("สมชาย", CITIZEN_ID):
            assert personal not in result.output
    result = bosoto_cli("demo", plain, "--on", "2021-04-11", "--lang", "en")
    assert "Work of 10670" in result.stdout
    assert "2021-04-10" in result.stdout
    assert bosoto_cli("demo", plain, "--on", "2564-04-11").exit_code == 2


def test_the_commands_of_the_readme_work(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.chdir(root)
    lines = (root / "README.md").read_text("utf-8").splitlines()
    shown = [line for line in lines if line.startswith(".venv/bin/bosoto ")]
    assert len(shown) >= 3
    for line in shown:
        words = shlex.split(line, comments=True)[1:]
        arguments = [found for word in words for found in sorted(glob.glob(word)) or [word]]
        result = bosoto_cli(*arguments)
        assert result.exit_code == 0, f"{line}: {result.output[-500:]}"


def test_every_subcommand_speaks_json(log: Path, tmp_path: Path) -> None:
    sent = envelope(tmp_path / "return.json", RecordReturn(on=at(4, 9).date()), 9)
    cases, person, districts, plain = (tmp_path / name for name in "cpdx")
    (tmp_path / "good").mkdir()
    bosoto_cli("sample", tmp_path / "good", "--defects", "0")
    cases.write_text(json.dumps([{"lifecycle": "compulsory", "log": log.read_text("utf-8")}]))
    person.write_text('{"facility":"10670","index_on":"2021-04-01","follow_ups":[]}')
    districts.write_text("[]")
    plain.write_text(log.read_text("utf-8"), "utf-8")
    case, on = ("compulsory", "--log", log), ("--on", "2021-04-11")
    noon = ("--at", "2021-04-11T12:00:00+07:00")
    asked: dict[str, tuple[object, ...]] = {
        "scenario": (SCENARIOS / "ct-16.json",),
        "decide": (*case, sent),
        "actions": (*case, *WHO, *noon),
        "obligations": (*case, *on),
        "flags": (*case, *noon),
        "view": (*case, *WHO),
        "replay": ("compulsory", log),
        "machine": ("compulsory",),
        "schema": ("policy",),
        "rule": ("CT-16",),
        "demo": (plain, *on),
        "worklist": (cases, *WHO, *on),
        "compare": (cases,),
        "timeliness": (cases, "--from", "2021-01-01", "--to", "2021-12-31"),
        "merge": ("compulsory", log, log),
        "calendar": ("81", "--from", "2024-06-01", "--to", "2024-06-30", "--on", "2024-06-20"),
        "smiv": (person, *on),
        "roster": (districts,),
        "access": ("episode",),
        "form": ("compulsory", "record_trace"),
        "sample": (tmp_path / "made",),
        "validate": (tmp_path / "good",),
        "indicator": ("KP-16", tmp_path / "good", "--fiscal-year", "2568"),
    }
    assert set(asked) == {one.name or one.callback.__name__ for one in app.registered_commands}
    for name, arguments in asked.items():
        result = bosoto_cli(name, *arguments, "--json")
        assert result.exit_code == 0, f"{name}: {result.output}"
        assert result.stdout.count("\n") == 1, name
        json.loads(result.stdout)


def test_a_log_may_be_an_array_everywhere(log: Path, tmp_path: Path) -> None:
    array = tmp_path / "C-1.json"
    array.write_text(f"[{','.join(log.read_text('utf-8').splitlines())}]", "utf-8")
    on = ("--on", "2021-04-11", "--json")
    for command in (("replay", "compulsory"), ("obligations", "compulsory", *on, "--log")):
        as_lines, as_array = (bosoto_cli(*command, path) for path in (log, array))
        assert as_array.exit_code == 0
        assert as_array.stdout == as_lines.stdout
    merged = [bosoto_cli("merge", "compulsory", log, path).stdout for path in (log, array)]
    assert merged[0] == merged[1]


TABLES = (
    ("actions", "compulsory", *WHO, "--at", "2021-04-11T12:00:00+07:00", "--log"),
    ("obligations", "compulsory", "--on", "2021-04-11", "--log"),
)


def cells_of(row: dict[str, Any]) -> list[str]:
    if "what" in row:
        return [row["rule"], Owed(row["what"]).title.th, row["responsible"]["organisation"]]
    reasons = [text for one in row["reasons"] for text in (one["rule"], one["message"]["th"])]
    return [row["label"]["th"], *reasons]


@pytest.mark.parametrize("columns", [40, 60, 80, 120, None])
@pytest.mark.parametrize("command", TABLES)
def test_no_cell_of_a_table_is_lost(
    log: Path, command: tuple[str, ...], columns: int | None
) -> None:
    found = json.loads(bosoto_cli(*command, log, "--json").stdout)
    runner = CliRunner(env={"COLUMNS": None if columns is None else str(columns)})
    shown = runner.invoke(app, [*command, str(log)]).stdout
    assert "…" not in shown
    cells = [cell for row in found for cell in cells_of(row)]
    assert Counter("".join(cells)) - Counter(shown) - Counter({" ": 10_000}) == Counter()
    for rule in {row.get("rule") for row in found} - {None}:
        assert re.search(rf"\b{rule}\b", shown)
    lines = shown.splitlines()
    assert max(map(cell_len, lines)) <= (columns or 10_000)
    if columns is None:
        assert all(line.endswith(("│", "┃", "┓", "┩", "┘", "┤")) for line in lines if line)


def process(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from bosoto.cli import main; main()", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


@pytest.mark.skipif(sys.platform == "win32", reason="there a pipe closes otherwise")
def test_a_reader_that_has_enough_ends_it_quietly() -> None:
    running = process("schema", "compulsory.envelope")
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert running.wait() not in (0, 1)
    assert said == b""


def test_json_is_utf_8_whatever_the_locale() -> None:
    running = process("rule", "CT-16", "--json", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    out, said = running.communicate()
    assert (running.returncode, said) == (0, b"")
    assert json.loads(out.decode("utf-8"))["title"]["th"] == "ผู้ป่วยขาดนัดระหว่างบำบัด"
