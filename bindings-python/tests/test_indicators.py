"""Indicators from tables of every kind, and on the command line."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from typer.testing import CliRunner, Result

import bosoto
from bosoto import DataError, Policy, indicator, indicator_value
from bosoto.cli.program import app

YEAR = {"fiscal_year": 2568, "quarter": 4}
DEATHS = {
    "death_id": ["d1", "d2", "d3"],
    "source": ["506s", "506s", "registry"],
    "died_on": [date(2025, 1, 15), date(2025, 2, 1), date(2025, 3, 1)],
    "place": ["50", "57", "57"],
    "cause": ["X70", "X60", "X84"],
}
POPULATIONS = {
    "province": ["50", "57"],
    "basis": ["mid_year", "mid_year"],
    "year": [2025, 2025],
    "population": [1_800_000, 1_000_000],
}
PERSONS = {"hospcode": ["10670", "10671"], "pid": ["1", "1"], "cid": ["3100600445635", None]}
DIAGNOSES = {
    "hospcode": ["10670", "10671"],
    "pid": ["1", "1"],
    "date_serv": ["20250601", "2024-10-02"],
    "diagcode": ["F20.0", "X70"],
}
SPECIAL_PP = {
    "hospcode": ["10670", "10671", "10671"],
    "pid": ["1", "1", "1"],
    "seq": ["1", "1", "2"],
    "date_serv": ["20250901", "20241003", "20250902"],
    "ppspecial": ["1B030", "1b031", "1B036"],
}
FACILITIES = {"hospcode": ["10670", "10671"], "province": ["50", "57"]}
SMIV = {
    "persons": PERSONS,
    "diagnoses": DIAGNOSES,
    "special_pp": SPECIAL_PP,
    "facilities": FACILITIES,
}


def tables(data: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {name: pa.table(columns) for name, columns in data.items()}


def kinds(columns: dict[str, Any]) -> dict[str, Any]:
    table = pa.table(columns)
    return {
        "polars": pl.DataFrame(columns),
        "pyarrow": table,
        "pandas": pd.DataFrame(columns).assign(
            **({} if "died_on" not in columns else {"died_on": pd.to_datetime(columns["died_on"])})
        ),
        "duckdb": duckdb.connect().from_arrow(table),
    }


@pytest.mark.parametrize("kind", kinds(DEATHS))
def test_kp_15_takes_whatever_speaks_arrow(kind: str) -> None:
    given = {"deaths": kinds(DEATHS)[kind], "populations": kinds(POPULATIONS)[kind]}
    found = indicator("KP-15", given, by="province", **YEAR)
    assert [(area.area, area.numerator, area.value) for area in found.areas] == [
        ("50", 1, "0.06"),
        ("57", 1, "0.10"),
    ]
    assert (found.indicator, found.fiscal_year, found.quarter, found.by) == (
        "KP-15",
        2568,
        4,
        "province",
    )
    assert found.policy == Policy()
    troubled = indicator("KP-15", given, by="province", trouble=["R1"], **YEAR)
    assert [area.numerator for area in troubled.areas] == [0, 1]


def test_a_population_may_be_a_sum_of_duckdb() -> None:
    con = duckdb.connect()
    con.register("people", pa.table(POPULATIONS))
    summed = con.sql(
        "select province, basis, year, sum(population) as population from people group by all"
    )
    given = {"deaths": pa.table(DEATHS), "populations": summed}
    assert pa.types.is_decimal(pa.table(summed).schema.field("population").type)
    found = indicator("KP-15", given, by="province", **YEAR)
    assert [area.denominator for area in found.areas] == [1_800_000, 1_000_000]


def test_kp_16_says_of_every_member_why() -> None:
    found = indicator("KP-16", tables(SMIV), by="province", **YEAR)
    north, chiang_rai = found.areas
    assert (north.area, north.met, north.target.value if north.target else None) == (
        "50",
        True,
        "85",
    )
    assert chiang_rai.ledger.excluded[0].reason.title.en == "the running year lacks follow-ups"
    assert chiang_rai.persons_without_cid == 1
    assert [(one.code, one.on) for one in chiang_rai.warnings] == [("1B036", date(2025, 9, 2))]
    assert chiang_rai.met is None
    assert chiang_rai.value is None
    assert pa.table(found.ledger).to_pylist() == [
        {"area": "50", "role": "numerator", "id": "10670/1", "rule": None, "reason": None},
        {"area": "50", "role": "denominator", "id": "10670/1", "rule": None, "reason": None},
        {
            "area": "57",
            "role": "excluded",
            "id": "10671/1",
            "rule": "SV-02",
            "reason": "running_year_not_met",
        },
    ]
    assert json.loads(found.to_json())["areas"][0]["numerator"] == 1
    assert repr(found) == "<Indicator: KP-16, fiscal year 2568, quarter 4, 2 areas>"
    policy = Policy(smiv_running_year="completed_years")
    judged = indicator("KP-16", tables(SMIV), by="country", policy=policy, **YEAR)
    reasons = {one.reason for one in judged.areas[0].ledger.excluded}
    assert reasons == {"no_completed_year"}
    assert judged.policy == policy


def test_a_citizen_id_is_in_no_ledger() -> None:
    cid = "3100600445635"
    rows = {name: [cid] for name in ("pid", "cid")} | {"hospcode": ["10670"]}
    given = tables(
        {
            "persons": rows,
            "diagnoses": rows | {"date_serv": ["20250601"], "diagcode": ["F200"]},
            "special_pp": rows | {"date_serv": ["20250601"], "ppspecial": ["1B030"]},
        }
    )
    found = indicator("KP-16", given, by="facility", **YEAR)
    assert cid not in found.to_json()
    assert found.areas[0].ledger.denominator + found.areas[0].ledger.excluded
    assert "10670/?1" in found.to_json()


def test_an_export_stands_for_the_flat_tables(tmp_path: Path) -> None:
    bosoto.sample(tmp_path, seed=3, persons=50, defects=0)
    (export,) = tmp_path.glob("*.zip")
    year = {"fiscal_year": 2569, "quarter": 1}
    from_zip = indicator("KP-16", export, by="facility", **year)
    assert indicator("KP-16", tmp_path, by="facility", **year).to_json() == from_zip.to_json()
    with pytest.raises(DataError) as error:
        indicator("KP-16", export, by="region", **year)
    assert (error.value.code, error.value.table) == ("missing_table", "facilities")


def test_made_up_episodes_count_as_they_say(tmp_path: Path) -> None:
    labels = bosoto.sample_episodes(tmp_path, seed=5, episodes=85)
    found = indicator("KP-22", tmp_path, by="country", **YEAR)
    rows = pa.table(found.ledger).to_pylist()
    told = {(one.case_id, one.role, one.reason) for one in labels if one.role}
    told |= {(one.case_id, "denominator", None) for one in labels if one.role == "numerator"}
    assert {(row["id"], row["role"], row["reason"]) for row in rows} == told
    made = CliRunner().invoke(app, ["sample", str(tmp_path / "x"), "--episodes", "17", "--json"])
    assert len(json.loads(made.output)) == 17
    assert (tmp_path / "x" / "follow_ups.csv").exists()


REFUSED: list[tuple[dict[str, Any], str, str | None]] = [
    ({"id": "KP-99"}, "unknown_value", None),
    ({"by": "village"}, "unknown_value", None),
    ({"quarter": 5}, "unknown_value", None),
    ({"quarter": -(10**30)}, "unknown_value", None),
    ({"fiscal_year": 2025}, "unknown_value", None),
    ({"fiscal_year": 10**30}, "unknown_value", None),
    ({"trouble": ["R14"]}, "unknown_value", None),
    ({"population": {"basis": "noon", "year": 2025}}, "unknown_value", None),
    ({"by": "facility"}, "level_not_defined", None),
    ({"quarter": 1}, "population_required", None),
    ({"tables": {}}, "missing_table", "deaths"),
    ({"tables": {"deaths": pa.table(DEATHS)}}, "missing_table", "populations"),
    ({"tables": {"births": pa.table(DEATHS)}}, "unknown_table", "births"),
    ({"by": "country"}, "missing_population", None),
    ({"id": "KP-16"}, "unknown_table", "deaths"),
    ({"tables": "/no/such/folder"}, "unreadable", None),
]


@pytest.mark.parametrize(("changed", "code", "table"), REFUSED)
def test_what_cannot_be_made_is_refused(
    changed: dict[str, Any], code: str, table: str | None
) -> None:
    given = {"id": "KP-15", "tables": tables({"deaths": DEATHS, "populations": POPULATIONS})}
    asked: dict[str, Any] = {**given, "by": "province", **YEAR, **changed}
    with pytest.raises(DataError) as error:
        indicator(asked.pop("id"), asked.pop("tables"), **asked)
    assert error.value.code == code
    if table is not None:
        assert error.value.table == table
    assert error.value.message_th
    assert "None" not in str(error.value)


def test_columns_that_are_numbers_or_not_there_are_refused() -> None:
    numbers = tables(SMIV) | {"persons": pa.table({"hospcode": [10670], "pid": ["1"]})}
    with pytest.raises(DataError, match="wrong_type in persons"):
        indicator("KP-16", numbers, by="country", **YEAR)
    lacks = tables(SMIV) | {"persons": pa.table({"hospcode": ["10670"]})}
    with pytest.raises(DataError, match="missing_column in persons"):
        indicator("KP-16", lacks, by="country", **YEAR)
    with pytest.raises(TypeError, match="`trouble` is a list"):
        indicator("KP-16", tables(SMIV), by="country", trouble="R1", **YEAR)


def test_a_value_from_its_parts() -> None:
    figure = indicator_value("KP-22", 1100, 1632, fiscal_year=2566, quarter=4)
    assert figure.to_json() == '{"numerator":1100,"denominator":1632,"value":"67.40"}'
    met = indicator_value("KP-16", 8852, 9049, **YEAR)
    assert met.to_json() == (
        '{"numerator":8852,"denominator":9049,"value":"97.82",'
        '"target":{"at":"least","value":"85"},"met":true}'
    )
    assert indicator_value("KP-16", 0, 0, **YEAR).value is None
    with pytest.raises(DataError, match="unknown_value"):
        indicator_value("KP-1", 1, 2, **YEAR)  # type: ignore[arg-type]
    for parts in ((-1, 2), (1, -1)):
        with pytest.raises(DataError, match="expected a whole number from 0 to 9007199254740991"):
            indicator_value("KP-16", *parts, **YEAR)
    for parts in ((2**53, 2), (1, 2**53)):
        with pytest.raises(bosoto.WireError, match="to 9007199254740991"):
            indicator_value("KP-16", *parts, **YEAR)
    whole = bosoto.calls.indicator_value_json("KP-22", "11e2", "1632.0", "2566", "4")
    assert whole == figure.to_json()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, columns in SMIV.items():
        pl.DataFrame(columns).write_csv(tmp_path / f"{name}.csv")
    return tmp_path


def command(*arguments: object) -> Result:
    runner = CliRunner(env={"COLUMNS": "160"})
    return runner.invoke(app, ["indicator", *map(str, arguments)])


def test_the_command_shows_areas_and_members(folder: Path) -> None:
    year = ("KP-16", folder, "--fiscal-year", "2568", "--by", "province")
    shown = command(*year)
    assert shown.exit_code == 0, shown.output
    assert "100.00" in shown.output
    assert "ไม่น้อยกว่า 85" in shown.output
    assert "SV-05" in shown.output
    english = command(*year, "--lang", "en", "--ledger")
    assert "the running year lacks follow-ups" in english.output
    assert json.loads(command(*year, "--json").output) == json.loads(
        indicator("KP-16", folder, by="province", **YEAR).to_json()
    )
    rows = list(csv.DictReader(command(*year, "--format", "csv").output.splitlines()))
    assert [(row["area"], row["value"], row["met"]) for row in rows] == [
        ("50", "100.00", "true"),
        ("57", "", ""),
    ]
    ledger = command(*year, "--ledger", "--format", "csv").output.splitlines()
    assert ledger[0] == "area,role,id,rule,reason"
    assert ledger[-1] == "57,excluded,10671/1,SV-02,running_year_not_met"


def test_the_command_writes_parquet(folder: Path) -> None:
    year = ("KP-16", folder, "--fiscal-year", "2568", "--by", "province", "--format", "parquet")
    assert command(*year).exit_code == 2
    areas, members = folder / "areas.parquet", folder / "members.parquet"
    assert command(*year, "--output", areas).exit_code == 0
    assert command(*year, "--output", members, "--ledger").exit_code == 0
    assert pl.read_parquet(areas)["met"].to_list() == [True, None]
    assert pl.read_parquet(members).height == 3


def test_the_command_says_what_is_missing(folder: Path) -> None:
    (folder / "facilities.csv").unlink()
    refused = command("KP-16", folder, "--fiscal-year", "2568", "--by", "region", "--lang", "en")
    assert refused.exit_code == 2
    assert "facilities" in refused.stderr
    named = command("KP-15", folder, "--fiscal-year", "2568", "--population", "2025")
    assert named.exit_code == 2


@pytest.mark.parametrize("part", [1.0, True, None, "1"])
@pytest.mark.parametrize("name", ["numerator", "denominator", "fiscal_year", "quarter"])
def test_a_value_is_made_of_whole_numbers(name: str, part: Any) -> None:
    parts = {"numerator": 1, "denominator": 2, **YEAR, name: part}
    with pytest.raises(TypeError, match=f"`{name}` must be an int, not `{type(part).__name__}`"):
        indicator_value("KP-16", **parts)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"quarter": True}, "`quarter` must be an int"),
        ({"fiscal_year": 2568.0}, "`fiscal_year` must be an int"),
        ({"policy": {}}, "`policy` is a `Policy`"),
        ({"population": {}}, "mid_year"),
        ({"population": "mid_year:2024"}, "mid_year"),
        ({"population": {"basis": "mid_year", "year": "2024"}}, "`year` must be an int"),
        ({"trouble": "50"}, "`trouble` is a list"),
        ({"trouble": [50]}, "`trouble` is a list of texts"),
        ({"by": 3}, "`by` is a text"),
    ],
)
def test_wrong_arguments_say_what_to_give(given: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        indicator("KP-15", tables(SMIV), **{**YEAR, "by": "country", **given})


@pytest.mark.parametrize("source", [None, 3, b"x", pa.table(PERSONS)])
def test_what_is_no_source_says_what_to_give(source: Any) -> None:
    with pytest.raises(TypeError, match=r'`tables` .* `\{"persons": frame\}`'):
        indicator("KP-16", source, by="country", **YEAR)


def test_years_of_any_size_are_refused() -> None:
    for year in (0, 2025, 2**63, 2**64, -(2**64)):
        with pytest.raises(DataError) as raised:
            indicator("KP-16", tables(SMIV), fiscal_year=year, quarter=4, by="country")
        assert raised.value.code == "unknown_value"


@pytest.mark.parametrize("id", ["KP-16", "KP-22"])
def test_what_is_of_kp_15_alone_is_refused_elsewhere(id: Any) -> None:
    for given in ({"trouble": ["R1"]}, {"population": {"basis": "mid_year", "year": 2025}}):
        with pytest.raises(DataError, match="KP-15") as raised:
            indicator(id, tables(SMIV), by="country", **YEAR, **given)  # type: ignore[arg-type]
        assert raised.value.code == "unknown_value"


def test_what_is_written_is_nothing_that_is_read(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    for path in before:
        said = command(
            "KP-16", folder, "--fiscal-year", "2568", "--format", "csv", "--output", path
        )
        assert (said.exit_code, path.name in said.stderr) == (2, True)
        assert path.read_bytes() == before[path]
    assert (
        command(
            "KP-15", folder, "--fiscal-year", "2568", "--population", "x:" + "9" * 5_000
        ).exit_code
        == 2
    )
