"""Whole tables judged: every reader of Arrow in and out, what is refused, what is withheld."""

from __future__ import annotations

import json
import os
import pickle
import sys
import zipfile
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import bosoto
from bosoto import DataError, InvalidRecords, check_cell, check_row, sample, validate
from bosoto.samples import SHAPES, Shape

PERSON = {
    "HOSPCODE": ["10670", "10670", "1067", None],
    "CID": ["3100600445635", "3100600445636", None, ""],
    "PID": ["1", "2", "3", "3100600445635"],
    "SEX": ["1", "3", "1", "2"],
    "BIRTH": ["19900101", "25330101", "19900101", "19900101"],
    "NATION": ["099", "099", "099", "099"],
    "DISCHARGE": ["9", "9", "9", "9"],
    "TYPEAREA": ["1", "1", "1", "1"],
}
FOUND = [
    (2, "BIRTH", "buddhist_year"),
    (2, "CID", "cid_check_digit"),
    (2, "SEX", "list"),
    (3, "HOSPCODE", "facility_shape"),
    (4, "HOSPCODE", "required"),
    (4, "PID", "pid_is_cid"),
]


def found(findings: bosoto.Findings) -> list[tuple[int, str | None, str]]:
    rows = pa.table(findings).to_pylist()
    return [(row["row"], row["column"], row["code"]) for row in rows]


def frames() -> dict[str, Any]:
    frame = pl.DataFrame(PERSON)
    table = pa.table(PERSON)
    return {
        "polars": frame,
        "polars categories": frame.with_columns(pl.col("HOSPCODE", "SEX").cast(pl.Categorical)),
        "pyarrow": table,
        "pyarrow batch": table.to_batches()[0],
        "pyarrow reader": table.to_reader(1),
        "pyarrow dictionary": pa.table({name: table[name].dictionary_encode() for name in PERSON}),
        "pandas": pd.DataFrame(PERSON),
        "pandas object": pd.DataFrame(PERSON, dtype=object),
        "duckdb": duckdb.connect().from_arrow(table),
    }


@pytest.mark.parametrize("kind", list(frames()))
def test_any_table_that_speaks_arrow_is_judged(kind: str) -> None:
    assert found(validate({"person": frames()[kind]})) == FOUND


def test_dates_may_be_dates() -> None:
    frame = pl.DataFrame(PERSON).head(1).with_columns(pl.lit(date(1990, 1, 1)).alias("BIRTH"))
    assert len(validate({"PERSON": frame})) == 0
    late = frame.with_columns(pl.lit(datetime(2533, 1, 1)).alias("birth")).drop("BIRTH")
    assert found(validate({"PERSON": late})) == [(1, "BIRTH", "buddhist_year")]


def test_numbers_lose_their_zeros_and_are_refused() -> None:
    frame = pl.DataFrame(PERSON).with_columns(pl.lit(99).alias("NATION"), pl.lit(1).alias("HID"))
    with pytest.raises(DataError) as raised:
        validate({"PERSON": frame})
    assert (raised.value.code, raised.value.table, raised.value.column) == (
        "wrong_type",
        "PERSON",
        "NATION",
    )


def test_a_column_of_nothing_is_one_of_empty_cells() -> None:
    names = ("HOSPCODE", "PID", "SEQ", "DATE_SERV", "TYPEIN", "TYPEOUT")
    cells = dict(zip(names, ("10670", "1", "1", "20240101", "1", "1"), strict=True))
    of_nothing = pl.DataFrame({**{name: [cell] for name, cell in cells.items()}, "HSUB": [None]})
    of_nothing = of_nothing.with_columns(SERVPLACE=pl.lit(None), X=pl.Series([[None]]))
    findings = validate({"SERVICE": of_nothing})
    assert [(count.code, count.column) for count in findings.count_rows()] == [
        ("required", "SERVPLACE")
    ]
    assert pl.DataFrame(findings.bad()["SERVICE"]).columns == of_nothing.columns
    untyped = pl.DataFrame({name: [] for name in (*cells, "SERVPLACE")})
    assert len(validate({"SERVICE": untyped})) == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "polars", None)
        table = pa.table({name: [cell] for name, cell in cells.items()})
        assert len(validate({"SERVICE": table})) == 1
    deep = of_nothing.with_columns(X=pl.Series([{"a": None}]))
    with pytest.raises(DataError) as raised:
        validate({"SERVICE": deep})
    assert (raised.value.code, raised.value.table) == ("unreadable", "SERVICE")


def test_every_reader_takes_the_findings() -> None:
    findings = validate({"PERSON": pl.DataFrame(PERSON)})
    names = [
        "file",
        "rule",
        "code",
        "severity",
        "table",
        "row",
        "column",
        "hospcode",
        "pid",
        "seq",
        "value",
    ]
    names += ["message_th", "message_en"]
    assert findings.to_polars().columns == names
    assert list(findings.to_pandas().columns) == names
    assert pa.table(findings).column_names == names
    relation = duckdb.connect().from_arrow(findings)
    assert relation.aggregate("count(*)").fetchall() == [(6,)]
    assert findings.to_polars()["code"].cast(pl.String).to_list() == [code for *_, code in FOUND]
    assert findings.to_polars()["file"].null_count() == 6
    assert findings.to_polars().equals(pl.DataFrame(findings), null_equal=True)
    assert found(findings) == found(findings)


def test_a_frame_of_polars_says_what_the_stream_says(tmp_path: Path) -> None:
    count = 40_000
    pids = [str(one) for one in range(count)]
    every_row = {"PERSON": pl.DataFrame({**dict.fromkeys(PERSON, ["1"] * count), "PID": pids})}
    for at, birth in enumerate(("25330101", "19900101")):
        person = pl.DataFrame({**PERSON, "BIRTH": [birth] * 4}).write_csv(separator="|")
        with zipfile.ZipFile(tmp_path / f"F43_10670_2024010108153{at}.zip", "w") as archive:
            archive.writestr("person.txt", person)
    right = {"PERSON": pl.DataFrame(PERSON).head(0)}
    one_each = pl.DataFrame(
        {"HOSPCODE": ["10670"] * count, "PID": pids, "SEQ": pids, "DATE_SERV": ["25670101"] * count}
    )
    sources = [
        validate(every_row),
        validate(every_row, values=True),
        validate(right),
        validate({"SPECIALPP": one_each}, rules=["buddhist_year"]),
        validate({"SPECIALPP": one_each.with_columns(PID=pl.lit("3100600445635"))}),
        validate(tmp_path),
    ]
    for findings in sources:
        frame = findings.to_polars()
        stream = pl.DataFrame(findings)
        assert frame.equals(stream, null_equal=True)
        assert frame.schema == stream.schema
        assert pl.concat([frame, stream]).height == 2 * len(findings)


def test_personal_values_are_withheld_unless_asked_for() -> None:
    values = pa.table(validate({"PERSON": pl.DataFrame(PERSON)})).to_pylist()
    assert [row["value"] for row in values] == [None, None, "3", "1067", None, None]
    assert values[-1]["pid"] == "…"
    shown = pa.table(validate({"PERSON": pl.DataFrame(PERSON)}, values=True)).to_pylist()
    assert [row["value"] for row in shown][:2] == ["25330101", "3100600445636"]


def test_good_and_bad_rows_are_those_of_the_source() -> None:
    frame = pl.DataFrame(PERSON).with_columns(pl.Series("HID", [[1], [2], [3], [4]]))
    findings = validate({"PERSON": frame})
    assert findings.good()["PERSON"].to_polars().equals(frame.head(1))
    assert findings.bad()["PERSON"].to_polars().equals(frame.tail(3))
    counts = findings.counts().to_polars()
    assert counts.columns == ["rule", "code", "severity", "table", "column", "rows"]
    assert counts["rows"].sum() == len(findings) == 6
    together = pa.table(findings.together()).to_pylist()
    assert {"code_a": "cid_check_digit", "code_b": "list", "rows": 1} in together


def test_errors_are_raised_only_on_request() -> None:
    findings = validate({"PERSON": pl.DataFrame(PERSON)})
    assert (findings.errors, repr(findings)) == (5, "<Findings: 5 errors, 1 warnings>")
    with pytest.raises(InvalidRecords, match="5 errors") as raised:
        findings.raise_if_errors()
    assert raised.value.findings is findings
    validate({"PERSON": pl.DataFrame(PERSON)}, rules=["pid_is_cid"]).raise_if_errors()


def test_files_are_judged(tmp_path: Path) -> None:
    text = "\n".join(
        [
            "|".join(PERSON),
            *("|".join(cell or "" for cell in row) for row in zip(*PERSON.values(), strict=True)),
        ]
    )
    name = "F43_10670_20240601120000.zip"
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x/person.TXT", text.lower().encode("cp874"))
        archive.writestr("readme.txt", "")
    findings = validate(tmp_path / name)
    assert found(findings) == FOUND
    assert findings.ignored == ["readme.txt"]
    first = json.loads(next(findings.json_lines()))
    assert list(first) == [
        "file",
        "rule",
        "code",
        "severity",
        "table",
        "row",
        "column",
        "key",
        "message",
    ]
    assert (first["file"], first["key"]) == (name, {"HOSPCODE": "10670", "PID": "2"})
    assert found(validate(str(tmp_path))) == FOUND
    other = tmp_path / "other"
    other.mkdir()
    pl.DataFrame(PERSON).write_parquet(other / "PERSON.parquet")
    assert found(validate(other)) == FOUND
    assert validate(other).good()["PERSON"].to_polars().height == 1
    pl.DataFrame(PERSON).write_csv(other / "p.csv")
    assert found(validate({"PERSON": other / "p.csv"})) == FOUND


def test_what_cannot_be_judged_is_said(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "PERSON.parquet").write_bytes(b"no")
    for source, code in [
        ({}, "no_table"),
        (tmp_path / "none", "unreadable"),
        (tmp_path / "broken.zip", "unreadable"),
        ({"CHRONIC": pl.DataFrame(PERSON)}, "unknown_table"),
        (tmp_path / "PERSON.parquet", "unreadable"),
    ]:
        with pytest.raises(DataError) as raised:
            validate(source)  # type: ignore[arg-type]
        assert raised.value.code == code
    for wrong in ({"as_of": datetime(2024, 1, 1)}, {"rules": "RV-01"}):
        with pytest.raises(TypeError):
            validate({"PERSON": pl.DataFrame(PERSON)}, **wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="collect"):
        validate({"PERSON": pl.LazyFrame(PERSON)})  # type: ignore[dict-item]
    with pytest.raises(DataError, match="unknown_value"):
        validate({"PERSON": pl.DataFrame(PERSON)}, rules=["RV-99"])


def test_cells_and_rows_of_a_form() -> None:
    assert found(check_cell("person", "cid", "3100600445636")) == [(1, "CID", "cid_check_digit")]
    assert len(check_cell("PERSON", "CID", "3100600445635")) == 0
    assert found(
        check_row(
            "DEATH", {"hospcode": "10670", "PID": "1", "DDEATH": "20240101", "CDEATH": "I219"}
        )
    ) == [
        (1, "CDEATH_A", "required"),
        (1, "PDEATH", "required"),
    ]
    with pytest.raises(DataError, match="unknown_column"):
        check_row("DEATH", {"NAME": ""})


def test_what_ends_a_reading_is_raised() -> None:
    frame = pl.DataFrame(PERSON).select(pl.all().repeat_by(500_000).explode())

    def stop(_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        validate({"PERSON": frame}, progress=stop)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_found_in_a_sample_is_exactly_what_was_put_in(shape: Shape, tmp_path: Path) -> None:
    labels = sample(tmp_path, seed=3, persons=120, defects=100, shape=shape)
    findings = validate(tmp_path, as_of=date(2024, 6, 1))
    rows = pa.table(findings).to_pylist()
    told = [(row["table"], row["row"], row["column"], row["code"]) for row in rows]
    assert sorted(told, key=repr) == sorted(map(tuple, labels), key=repr)
    assert len(labels) > 90
    again = tmp_path / "again"
    assert sample(again, seed=3, persons=120, defects=100, shape=shape) == labels
    for path in again.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


def test_a_report_is_one_page_in_either_language() -> None:
    findings = validate({"PERSON": pl.DataFrame(PERSON)})
    thai, english = findings.to_html(), findings.to_html("en")
    assert thai.startswith('<!DOCTYPE html>\n<html lang="th">')
    assert "ปีในช่อง BIRTH เป็น พ.ศ. โปรดระบุเป็น ค.ศ. (ลบ 543)" in thai
    assert '<html lang="en">' in english
    assert "subtract 543" in english
    assert findings.to_html("th") == thai
    assert "25330101" not in thai
    assert "25330101" in validate({"PERSON": pl.DataFrame(PERSON)}, values=True).to_html()


def test_a_report_in_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match='`lang` is "th" or "en"'):
        check_cell("PERSON", "SEX", "3").to_html("fr")  # type: ignore[arg-type]


def test_a_report_of_a_source_that_is_gone_says_so(tmp_path: Path) -> None:
    sample(tmp_path, persons=5, defects=2, shape="folder")
    findings = validate(tmp_path)
    (tmp_path / "PERSON.txt").unlink()
    with pytest.raises(DataError) as raised:
        findings.to_html()
    assert raised.value.code == "unreadable"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_report_says_the_same_however_an_export_is_written(shape: Shape, tmp_path: Path) -> None:
    pages = []
    for number, written in enumerate(("zip", shape)):
        folder = tmp_path / str(number)
        sample(folder, persons=60, defects=0, shape=written)  # type: ignore[arg-type]
        pages.append(validate(folder, as_of=date(2024, 6, 1)).to_html("en"))
    months = [page.split('id="months"')[1].split("<h2 ")[:2] for page in pages]
    assert [part.split("</main>")[0] for part in months[0]] == [
        part.split("</main>")[0] for part in months[1]
    ]
    assert "Feb 2024" in months[0][0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """It is read more than once, and nobody may ever write into it."""
    pipe = tmp_path / "PERSON.txt"
    os.mkfifo(pipe)
    for source in (pipe, {"PERSON": pipe}):
        with pytest.raises(DataError) as raised:
            validate(source)
        assert (raised.value.code, "PERSON.txt" in str(raised.value)) == ("unreadable", True)


def refused(**given: Any) -> DataError:
    with pytest.raises(DataError) as raised:
        validate({"PERSON": pl.DataFrame(PERSON)}, **given)
    return raised.value


@pytest.mark.parametrize(
    ("year", "words"), [(1, "1800"), (1799, "1800"), (2400, "543"), (2567, "543"), (9999, "1800")]
)
def test_a_reference_day_of_other_years_is_refused(year: int, words: str) -> None:
    error = refused(as_of=date(year, 1, 1))
    assert error.code == "unknown_value"
    assert "as_of" in error.message_en
    assert words in error.message_th
    assert words in error.message_en
    for day in (date(1800, 1, 1), date(2399, 12, 31)):
        assert found(validate({"PERSON": pl.DataFrame(PERSON)}, as_of=day)) == FOUND


def test_a_date_beyond_all_years_is_in_the_future() -> None:
    row = {"HOSPCODE": "10670", "PID": "1", "CDEATH_A": "X70", "CDEATH": "X70", "PDEATH": "1"}
    days = [date(9999, 12, 31), date(3000, 1, 1), date(1799, 12, 31), date(2024, 1, 1)]
    frame = pl.DataFrame([{**row, "PID": str(pid)} for pid in range(len(days))]).with_columns(
        pl.Series("DDEATH", days)
    )
    late = [(1, "DDEATH", "in_future"), (2, "DDEATH", "in_future")]
    assert found(validate({"DEATH": frame}, as_of=date(2024, 3, 1))) == late
    assert found(validate({"DEATH": frame})) == []
    stamps = frame.with_columns(pl.col("DDEATH").cast(pl.Datetime("ms")))
    assert found(validate({"DEATH": stamps}, as_of=date(2024, 3, 1))) == late


class Raises:
    """A table whose stream says what its cells hold."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        raise self.error


def mixed() -> dict[str, Any]:
    name = "สมชาย ใจดี"
    twice = pd.DataFrame([["3100600445635", "1"]], columns=["CID", "CID"])
    return {
        "numbers and texts": pd.DataFrame({"CID": [1, "3100600445635"]}, dtype=object),
        "texts and numbers": pd.DataFrame({"CID": ["3100600445635", 1]}, dtype=object),
        "a name": pd.DataFrame({"NAME": [1.5, name]}, dtype=object),
        "two names": twice,
        "another": Raises(ValueError("3100600445635")),
        "no capsule": type("Lies", (), {"__arrow_c_stream__": lambda self, schema=None: name})(),
    }


@pytest.mark.parametrize("kind", list(mixed()))
@pytest.mark.parametrize("table", ["PERSON", "persons"])
def test_what_a_table_raises_shows_no_cell(kind: str, table: str) -> None:
    judge: Any = validate
    if table == "persons":
        judge = partial(bosoto.indicator, "KP-16", fiscal_year=2568, quarter=4, by="country")
    with pytest.raises(DataError) as raised:
        judge({table: mixed()[kind]})
    error = raised.value
    assert (error.code, error.table, error.column) == ("wrong_type", table, None)
    assert table in error.message_th
    assert (error.__cause__, error.__context__) == (None, None)
    for said in (str(error), repr(error), *map(str, error.args)):
        assert "3100600445635" not in said
        assert "สมชาย" not in said


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3), ImportError("pyarrow")])
def test_what_says_nothing_of_cells_is_raised_as_it_is(error: BaseException) -> None:
    with pytest.raises(type(error)):
        validate({"PERSON": Raises(error)})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "source", [None, 3, b"x", [Path("x")], pl.DataFrame(PERSON), pd.DataFrame(PERSON)]
)
def test_what_is_no_source_says_what_to_give(source: Any) -> None:
    with pytest.raises(TypeError, match=r'`source` .* `\{"PERSON": frame\}`'):
        validate(source)
    for table in (None, 3, b"x", {"CID": ["1"]}):
        with pytest.raises(TypeError, match="path"):
            validate({"PERSON": table})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"rules": 3}, "`rules` is a list"),
        ({"rules": b"RV-01"}, "`rules` is a list"),
        ({"areas": [810101]}, "`areas` is a list of texts"),
        ({"unpack_limit": True}, "`unpack_limit`"),
        ({"unpack_limit": 1.5}, "`unpack_limit`"),
        ({"unpack_limit": -1}, "`unpack_limit` must be from 0 to"),
        ({"unpack_limit": 2**64}, "`unpack_limit` must be from 0 to"),
    ],
)
def test_what_is_no_argument_says_what_to_give(given: dict[str, Any], words: str) -> None:
    with pytest.raises((TypeError, ValueError), match=words):
        validate({"PERSON": pl.DataFrame(PERSON)}, **given)
    for name in ("seed", "persons", "defects"):
        for number in (-1, 2**64):
            with pytest.raises(ValueError, match=f"`{name}` must be from 0 to"):
                sample("nowhere", **{name: number})  # type: ignore[arg-type]


@pytest.mark.parametrize("cells", [None, 3, "SEX", [("SEX", "1")]])
def test_a_row_of_a_form_is_a_mapping(cells: Any) -> None:
    with pytest.raises(TypeError, match=r'`\{"SEX": "1"\}`'):
        check_row("PERSON", cells)
    with pytest.raises(TypeError, match="not `int`"):
        check_row("PERSON", {"SEX": 3})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="`value` is a text"):
        check_cell("PERSON", "SEX", 3)  # type: ignore[arg-type]


def test_errors_come_out_of_another_process() -> None:
    findings = validate({"PERSON": pl.DataFrame(PERSON)})
    with pytest.raises(InvalidRecords) as raised:
        findings.raise_if_errors()
    again = pickle.loads(pickle.dumps(raised.value))
    assert (type(again), str(again)) == (InvalidRecords, str(raised.value))
    assert not hasattr(again, "findings")
    assert str(pickle.loads(pickle.dumps(again))) == str(raised.value)
    error = refused(rules=["RV-99"])
    assert pickle.loads(pickle.dumps(error)) == error


def test_a_file_that_changed_is_an_error_wherever_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "PERSON.parquet"
    frame = pl.DataFrame(PERSON)
    frame.write_parquet(path)
    findings = validate(path)
    for other in (frame.head(2), frame.drop("SEX"), pl.concat([frame, frame])):
        other.write_parquet(path)
        for again in (findings.bad()["PERSON"].to_polars, findings.good()["PERSON"].to_polars):
            with pytest.raises(Exception, match="changed"):
                again()
        with pytest.raises(DataError, match="changed") as raised:
            findings.to_html()
        assert raised.value.code == "unreadable"
    frame.write_parquet(path)
    assert findings.bad()["PERSON"].to_polars().height == 3


def test_a_parquet_file_is_judged_as_the_table_in_memory(tmp_path: Path) -> None:
    # What the standard does not know is not read; the rest is in any order, a key is there twice.
    frame = pl.DataFrame(PERSON).reverse()
    beside = pl.Series("visits", [[1, 2], None, [], [3]]), pl.Series("nothing", [None] * 4)
    frame = frame.select(beside[0], *reversed(frame.columns), beside[1])
    frame = pl.concat([frame, frame.tail(1)])
    frame.write_parquet(tmp_path / "PERSON.parquet", row_group_size=2)
    of_file, of_frame = validate(tmp_path / "PERSON.parquet"), validate({"PERSON": frame})
    assert of_file.counts().to_polars().equals(of_frame.counts().to_polars())
    told, expected = (findings.to_polars().drop("file") for findings in (of_file, of_frame))
    assert told.equals(expected)
    assert "duplicate_key" in told["code"]
    for one, other in ((of_file.good(), of_frame.good()), (of_file.bad(), of_frame.bad())):
        assert one["PERSON"].to_polars()["visits"].equals(other["PERSON"].to_polars()["visits"])
        assert one["PERSON"].to_polars().columns == frame.columns


def test_members_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    text = "\r".join(["|".join(PERSON), "10670|3100600445635|1|3|19900101|099|9|1"])
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("in/PERSON.txt", text)
    with pytest.raises(DataError, match=r"in/PERSON\.txt in the ZIP is packed in a way") as raised:
        validate(tmp_path / "x.zip")
    assert raised.value.code == "unreadable"
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("PERSON.txt", text)
        for _ in range(2):
            with pytest.warns(UserWarning, match="Duplicate"):
                archive.writestr("PERSON.txt", text)
    findings = validate(tmp_path / "x.zip")
    assert found(findings) == [(0, None, "no_header")]
    assert findings.ignored == ["PERSON.txt"] * 2
