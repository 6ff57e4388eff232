"""`bosoto validate` and `bosoto sample`: what is written, and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from bosoto.cli.program import app
from bosoto.cli.records import joined


def bosoto_cli(*arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "160"}).invoke(app, [*map(str, arguments)])


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    made = bosoto_cli("sample", folder, "--persons", "80", "--defects", "40", "--json")
    assert made.exit_code == 0, made.output
    assert len(json.loads(made.output)) == 40
    return folder


def test_what_is_found_is_counted(export: Path) -> None:
    found = bosoto_cli("validate", export)
    assert found.exit_code == 1, found.output
    assert "พบข้อผิดพลาด" in found.output
    assert "errors" in bosoto_cli("validate", export, "--lang", "en").output


def test_warnings_end_it_well_unless_strict(export: Path) -> None:
    rule = ("--rule", "phone", "--rule", "RV-02", "--rule", "unknown_area")
    assert bosoto_cli("validate", export, "--rule", "phone").exit_code == 0
    assert bosoto_cli("validate", export, "--rule", "phone", "--strict").exit_code == 1
    assert bosoto_cli("validate", export, *rule).exit_code == 1
    clean = bosoto_cli("validate", export, "--rule", "no_such_area", "--strict")
    assert (clean.exit_code, clean.output.strip()) == (0, "ตรวจแล้วไม่พบข้อผิดพลาดและคำเตือน")


def test_json_csv_and_parquet_say_the_same(export: Path, tmp_path: Path) -> None:
    as_json = json.loads(bosoto_cli("validate", export, "--json").output)
    as_csv = list(
        csv.DictReader(io.StringIO(bosoto_cli("validate", export, "--format", "csv").output))
    )
    path = tmp_path / "findings.parquet"
    assert bosoto_cli("validate", export, "--format", "parquet", "--output", path).exit_code == 1
    as_parquet = pl.read_parquet(path).to_dicts()
    names = ("rule", "code", "severity", "table", "row", "column", "value")
    told = [
        [tuple(str(row.get(name) or "") for name in names) for row in rows]
        for rows in (as_json, as_csv, as_parquet)
    ]
    assert told[0] == told[1] == told[2]
    assert len(told[0]) == 40
    assert list(as_csv[0]) == pl.read_parquet(path).columns
    file = tmp_path / "findings.json"
    bosoto_cli("validate", export, "--json", "--output", file)
    assert json.loads(file.read_text("utf-8")) == as_json
    assert bosoto_cli("validate", export, "--rule", "no_such_area", "--json").output == "[]\n"


def test_personal_values_only_when_asked_for(export: Path) -> None:
    arguments = ("validate", export, "--rule", "cid_check_digit", "--json")
    assert "3100600445636" not in bosoto_cli(*arguments).output
    assert "3100600445636" in bosoto_cli(*arguments, "--values").output


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["none"], "unreadable", "ไม่พบไฟล์"),
        (["."], "no_table", "ไม่พบแฟ้ม"),
        (["{export}", "--rule", "RV-99"], "unknown_value", "RV-01"),
        (["{export}", "--as-of", "never"], "malformed", ""),
        (["{export}", "--format", "parquet"], "missing_field", "--output"),
        (["{export}", "--format", "xml"], "unknown_value", "parquet"),
    ],
)
def test_what_cannot_be_run_ends_with_2(
    arguments: list[str],
    code: str,
    words: str,
    export: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    typed = [one.replace("{export}", str(export)) for one in arguments]
    said = bosoto_cli("validate", *typed)
    assert said.exit_code == 2
    assert words in said.output
    assert json.loads(bosoto_cli("validate", *typed, "--json").output)["error"]["code"] == code


def test_a_report_is_written_beside_what_is_printed(export: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    plain = bosoto_cli("validate", export)
    for lang in ("th", "en"):
        said = bosoto_cli("validate", export, "--html", report, "--lang", lang)
        assert said.exit_code == 1, said.output
        assert f'<html lang="{lang}">' in report.read_text("utf-8")
    assert bosoto_cli("validate", export, "--html", report).output == plain.output
    assert bosoto_cli("validate", export, "--json", "--html", report).output.startswith("[{")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export", "report.html"]
    assert "3100600445636" not in report.read_text("utf-8")
    bosoto_cli("validate", export, "--html", report, "--values")
    assert "3100600445636" in report.read_text("utf-8")


@pytest.mark.parametrize("name", ["none/report.html", "folder", "a" * 300])
def test_a_report_that_cannot_be_written_ends_it_with_2(
    name: str, export: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    said = bosoto_cli("validate", export, "--html", tmp_path / name)
    assert (said.exit_code, "เขียนไฟล์" in said.output) == (2, True), said.output
    assert "พบข้อผิดพลาด" not in said.output
    as_json = bosoto_cli("validate", export, "--html", tmp_path / name, "--json")
    assert json.loads(as_json.output)["error"]["pointer"] == "/html"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export", "folder"]


def test_a_report_that_was_there_stays_where_a_new_one_cannot_be_made(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.html"
    report.write_text("before", "utf-8")
    assert bosoto_cli("validate", "none", "--html", report).exit_code == 2

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "replace", full)
    assert bosoto_cli("validate", export, "--html", report).exit_code == 2
    assert report.read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export", "report.html"]


def test_a_report_may_go_where_no_file_is(export: Path) -> None:
    assert bosoto_cli("validate", export, "--html", "/dev/null").exit_code == 1
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", ",", '"'])
def test_a_line_break_in_a_cell_begins_no_row_of_a_csv(mark: str, tmp_path: Path) -> None:
    names = ("HOSPCODE", "PID", "SEQ", "DATE_SERV", "TYPEIN", "TYPEOUT")
    cells = dict(zip(names, ("10670", "1", "1", "20240101", "1", "1"), strict=True))
    value = f"1{mark}=2"
    (tmp_path / "SERVICE.ndjson").write_text(json.dumps({**cells, "SERVPLACE": value}) + "\n")
    said = bosoto_cli("validate", tmp_path, "--format", "csv").stdout_bytes.decode()
    (row,) = csv.DictReader(io.StringIO(said, newline=""))
    assert (row["column"], row["value"]) == ("SERVPLACE", value)
    members = list(csv.reader(io.StringIO(joined([value, "b"]), newline="")))
    assert members == [[value, "b"]]


@pytest.mark.parametrize("kind", ["json", "csv", "parquet"])
def test_what_is_written_is_there_whole_or_as_it_was(
    export: Path, tmp_path: Path, kind: str
) -> None:
    refused = bosoto_cli("validate", export, "--format", kind, "--output", tmp_path / "no" / "x")
    assert refused.exit_code == 2
    assert "/output" in refused.output or "x" in refused.output
    target = tmp_path / "found"
    target.write_text("before")
    assert bosoto_cli("validate", export, "--format", kind, "--output", target).exit_code == 1
    assert target.read_bytes() != b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export", "found"]


def test_what_is_judged_is_never_written_over(export: Path, tmp_path: Path) -> None:
    made = export / "F43_10670_20240601120000.zip"
    before = made.read_bytes()
    linked, hard = tmp_path / "linked.csv", tmp_path / "hard.csv"
    linked.symlink_to(made)
    hard.hardlink_to(made)
    roundabout = export / ".." / "export" / made.name
    for source in (export, made, linked):
        for target in (made, linked, hard, roundabout):
            for option in ("--output", "--html"):
                said = bosoto_cli("validate", source, "--format", "csv", option, target)
                assert (said.exit_code, "ไม่เขียนทับ" in said.output) == (2, True), said.output
                assert made.read_bytes() == before
    areas = tmp_path / "areas.txt"
    areas.write_text("810101")
    said = bosoto_cli(
        "validate", export, "--areas", areas, "--json", "--output", areas, "--lang", "en"
    )
    assert (said.exit_code, json.loads(said.output)["error"]["pointer"]) == (2, "/output")
    assert areas.read_text() == "810101"
    # What lies beside it and is not judged may be written, again and again.
    for _ in range(2):
        said = bosoto_cli("validate", export, "--json", "--output", export / "findings.json")
        assert said.exit_code == 1


@pytest.mark.parametrize("exists", [False, True])
def test_two_options_name_two_files(export: Path, tmp_path: Path, exists: bool) -> None:
    target = tmp_path / "one"
    if exists:
        target.write_text("before")
    twice = ("--output", target, "--html", tmp_path / "export" / ".." / "one", "--json")
    said = bosoto_cli("validate", export, *twice)
    assert (said.exit_code, json.loads(said.output)["error"]["pointer"]) == (2, "/html")
    assert target.exists() == exists
    for nowhere in (["--html", "/dev/null"], []):
        said = bosoto_cli("validate", export, "--format", "csv", "--output", "/dev/null", *nowhere)
        assert said.exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["sample", "x", "--seed", 2**64],
        ["sample", "x", "--persons", 10**20],
        ["sample", "x", "--defects", 10**20],
        ["sample", "x", "--episodes", 10**20],
        ["validate", "{export}", "--unpack-limit", 2**44],
        ["indicator", "KP-16", "{export}", "--fiscal-year", 2568, "--unpack-limit", 2**44],
    ],
)
def test_a_number_out_of_range_is_refused(
    arguments: list[object], export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = [str(one).replace("{export}", str(export)) for one in arguments]
    said = bosoto_cli(*typed, "--lang", "en")
    assert said.exit_code == 2
    assert f"the value of `{typed[-2]}` cannot be used" in said.output
    assert not (tmp_path / "x").exists()


def test_a_table_that_was_not_judged_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "SERVICE.csv"
    path.write_text("HOSPCODE;PID;SEQ;DATE_SERV\n10670;1;1;20240101\n")
    for lang, words in (("th", "ไม่ได้ตรวจแถวใดของ"), ("en", "no row was judged of")):
        said = bosoto_cli("validate", path, "--lang", lang, "--html", tmp_path / "report.html")
        assert said.exit_code == 0
        assert f"{words} SERVICE (SERVICE.csv)" in said.output
    assert "No row of these tables was judged" in (tmp_path / "report.html").read_text("utf-8")
    empty = tmp_path / "DEATH.csv"
    empty.write_text("")
    assert "no row was judged" not in bosoto_cli("validate", empty, "--lang", "en").output


@pytest.mark.parametrize("shape", ["folder", "csv", "ndjson", "parquet", "xlsx", "zip", "zips"])
def test_a_sample_is_never_laid_over_what_is_there(shape: str, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    assert bosoto_cli("sample", folder, "--shape", shape).exit_code == 0
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert bosoto_cli("sample", folder, "--shape", shape).exit_code == 0  # the same again
    own = sorted(folder.iterdir())[-1]
    own.write_text("mine")
    result = bosoto_cli("sample", folder, "--shape", shape, "--lang", "en")
    assert (result.exit_code, "not written over" in result.stderr) == (2, True)
    now = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert now == {**files, own.name: b"mine"}


def test_episodes_are_never_laid_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "follow_ups.csv").write_text("mine")
    assert bosoto_cli("sample", tmp_path, "--episodes", 5).exit_code == 2
    assert [file.name for file in tmp_path.iterdir()] == ["follow_ups.csv"]


@pytest.mark.parametrize(
    "typed",
    [
        ["validate", ""],
        ["indicator", "KP-16", "", "--fiscal-year", "2568", "--quarter", "4"],
        ["sample", ""],
    ],
)
def test_nothing_is_not_the_folder_in_which_one_stands(
    typed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = bosoto_cli(*typed, "--lang", "en")
    assert (result.exit_code, "empty" in result.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--output", "--html"])
def test_a_dash_is_no_file_to_write(
    option: str, export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = bosoto_cli("validate", export, option, "-", "--lang", "en")
    assert (result.exit_code, "name of a file" in result.stderr) == (2, True)
    assert not Path("-").exists()
