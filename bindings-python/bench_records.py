"""Tables judged, beside five peers: the same rows, the same rules, in one run.

A million rows: PERSON and SPECIALPP of half a million each, text as exports have it. The rules are
the row rules of RV-01 to RV-05 and RV-08, with D_UPDATE and duplicate keys; each peer has to give
the rows that fail, by rule and column, with their key. Before anything is timed, polars by hand
and bosoto have to find the same.

- polars by hand: one expression for each rule, one frame of findings out of them.
- dataframely: a schema with the same expressions as rules, `filter`, and what failed by rule.
- pandera (polars): a schema with the same expressions as checks, validated lazily.
- pointblank: a plan of the same expressions, interrogated, its extracts kept.
- pydantic: a model with validators, a row after the other, over the first part of the rows and
  counted up; without duplicate keys.

Then the same rows from Parquet beside polars' own scan of it, as uncompressed text in UTF-8 and
Windows-874 from the page cache, and a small frame; an export with every column of the standard
from Parquet beside its scan; with `--large` ten million rows with the most
memory they took beside the input, all of RV-06 over ten million SPECIALPP with SERVICE and PERSON,
KP-16, and a workbook of 200,000 rows. Each figure is the fastest of the rounds by the clock.

    python bench_records.py [--rows 500000] [--rounds 3] [--large]
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Callable
from multiprocessing import Process
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import polars as pl
import xlsxwriter

from bosoto import indicator, sample, validate

RULES = ["RV-01", "RV-02", "RV-03", "RV-04", "RV-05", "RV-08", "duplicate_key"]
Frames = dict[str, pl.DataFrame]


def citizen_ids(count: int, random: np.random.Generator) -> np.ndarray:
    """Valid ones, all different."""
    body = random.choice(9 * 10**10, count, replace=False) + 10**11
    digits = np.array([body // 10**place % 10 for place in range(11, -1, -1)])
    weights = np.arange(13, 1, -1)[:, None]
    check = (11 - (digits * weights).sum(axis=0) % 11) % 10
    return (body * 10 + check).astype(str)


def days(count: int, random: np.random.Generator, first: str, last: str) -> np.ndarray:
    begin, end = (np.datetime64(day, "D").astype(int) for day in (first, last))
    chosen = random.integers(begin, end, count).astype("datetime64[D]")
    return np.char.replace(chosen.astype(str), "-", "")


def tables(count: int, bad: float, seed: int = 2568) -> Frames:
    """PERSON and SPECIALPP; so many of the rows have something wrong in them."""
    random = np.random.default_rng(seed)
    hospcode = np.array([f"{10_001 + one // 500:05}" for one in range(count)])
    pid = np.array([f"{one:06}" for one in range(count)])
    phone = np.array([f"08{one:08}" for one in random.integers(0, 10**8, count)])
    updated = np.char.add(days(count, random, "2023-06-01", "2024-06-01"), "081530")
    person = {
        "HOSPCODE": hospcode,
        "CID": citizen_ids(count, random),
        "PID": pid,
        "NAME": random.choice(np.array(["สมชาย", "สมหญิง", "ทดสอบ"]), count),
        "LNAME": random.choice(np.array(["ใจดี", "รักไทย", "ตัวอย่าง"]), count),
        "SEX": random.choice(np.array(["1", "2"]), count),
        "BIRTH": days(count, random, "1940-01-01", "2010-01-01"),
        "NATION": np.full(count, "099"),
        "DISCHARGE": np.full(count, "9"),
        "TYPEAREA": random.choice(np.array(["1", "2", "3", "4"]), count),
        "D_UPDATE": updated,
        "MOBILE": phone,
    }
    special = {
        "HOSPCODE": hospcode,
        "PID": pid,
        "SEQ": np.array([f"{one:010}" for one in range(count)]),
        "DATE_SERV": days(count, random, "2023-01-01", "2023-06-01"),
        "SERVPLACE": random.choice(np.array(["1", "2"]), count),
        "PPSPECIAL": random.choice(np.array(["1B030", "1B031", "1B037", "1B0300"]), count),
        "PPSPLACE": hospcode,
        "PROVIDER": np.full(count, "123456"),
        "D_UPDATE": updated,
    }
    spoilt = {
        "PERSON": {
            "CID": "1234567890123",
            "SEX": "3",
            "BIRTH": "25330230",
            "NATION": "9",
            "MOBILE": "123",
        },
        "SPECIALPP": {
            "DATE_SERV": "20230230",
            "SERVPLACE": "",
            "PPSPECIAL": "1B0300X",
            "D_UPDATE": "20230601",
            "PPSPLACE": "1067",
        },
    }
    made = {"PERSON": person, "SPECIALPP": special}
    for name, columns in made.items():
        wrong = np.flatnonzero(random.random(count) < bad)
        for at, (column, value) in enumerate(spoilt[name].items()):
            rows = wrong[at::5]
            cells = columns[column].astype(f"<U{max(16, len(value))}")
            cells[rows] = value
            columns[column] = cells
    return {name: pl.DataFrame(columns) for name, columns in made.items()}


# --- the rules as polars expressions, for the peers ---------------------------------------------


def empty(name: str) -> pl.Expr:
    return pl.col(name) == ""


def is_date(name: str, width: int = 8) -> pl.Expr:
    """Digits, a day of the calendar, a year that is read."""
    cell = pl.col(name)
    shape = cell.str.contains(rf"^\d{{{width}}}$")
    if width == 8:
        day = cell.str.to_date("%Y%m%d", strict=False)
    else:
        day = cell.str.to_datetime("%Y%m%d%H%M%S", strict=False).dt.date()
    return shape & day.is_not_null() & day.dt.year().is_between(1800, 2399)


def check_digit(name: str) -> pl.Expr:
    digit = [pl.col(name).str.slice(place, 1).cast(pl.Int32, strict=False) for place in range(13)]
    total = sum((digit[place] * (13 - place) for place in range(12)), pl.lit(0))
    return (11 - total % 11) % 10 == digit[12]


def phone_holds(name: str) -> pl.Expr:
    plain = pl.col(name).str.replace_all(r"[\s().\-]", "")
    return plain.str.contains(r"^(0[2-57]\d{7}|0[689]\d{8})$")


def rules(table: str) -> dict[tuple[str, str], pl.Expr]:
    """By column and code, what has to hold."""

    def needed(*names: str) -> dict[tuple[str, str], pl.Expr]:
        return {(name, "required"): ~empty(name) for name in names}

    def if_any(name: str, holds: pl.Expr) -> pl.Expr:
        return empty(name) | holds

    def facility(name: str) -> pl.Expr:
        return if_any(name, pl.col(name).str.contains(r"^(\d{5}|[0-9A-Z]{9})$"))

    def width(name: str, most: int) -> pl.Expr:
        return pl.col(name).str.len_chars() <= most

    def listed(name: str, *known: str) -> pl.Expr:
        return if_any(name, pl.col(name).is_in(known))

    if table == "PERSON":
        cid = pl.col("CID")
        shape = cid.str.contains(r"^\d{13}$")
        return {
            **needed("HOSPCODE", "PID", "SEX", "BIRTH", "NATION", "TYPEAREA"),
            ("HOSPCODE", "facility_shape"): facility("HOSPCODE"),
            ("CID", "cid_shape"): if_any("CID", shape),
            ("CID", "cid_check_digit"): empty("CID") | ~shape | check_digit("CID"),
            ("CID", "cid_first_digit_9"): if_any("CID", ~shape | ~cid.str.starts_with("9")),
            ("CID", "cid_placeholder"): if_any(
                "CID", ~cid.str.contains(r"^(0{12}|1{12}|9{12})\d$")
            ),
            ("PID", "width"): width("PID", 15),
            ("NAME", "width"): width("NAME", 50),
            ("LNAME", "width"): width("LNAME", 50),
            ("SEX", "list"): listed("SEX", "1", "2"),
            ("BIRTH", "date"): if_any("BIRTH", is_date("BIRTH") | buddhist("BIRTH")),
            ("BIRTH", "buddhist_year"): ~buddhist("BIRTH"),
            ("NATION", "digits"): if_any("NATION", pl.col("NATION").str.contains(r"^\d{3}$")),
            ("DISCHARGE", "list"): listed("DISCHARGE", "1", "2", "3", "9"),
            ("TYPEAREA", "list"): listed("TYPEAREA", "1", "2", "3", "4", "5"),
            ("D_UPDATE", "datetime"): if_any("D_UPDATE", is_date("D_UPDATE", 14)),
            ("MOBILE", "width"): width("MOBILE", 15),
            ("MOBILE", "phone"): if_any("MOBILE", phone_holds("MOBILE")),
        }
    return {
        **needed("HOSPCODE", "PID", "DATE_SERV", "SERVPLACE", "PPSPECIAL", "D_UPDATE"),
        ("HOSPCODE", "facility_shape"): facility("HOSPCODE"),
        ("PID", "width"): width("PID", 15),
        ("SEQ", "width"): width("SEQ", 16),
        ("DATE_SERV", "date"): if_any("DATE_SERV", is_date("DATE_SERV") | buddhist("DATE_SERV")),
        ("DATE_SERV", "buddhist_year"): ~buddhist("DATE_SERV"),
        ("SERVPLACE", "list"): listed("SERVPLACE", "1", "2"),
        ("PPSPECIAL", "width"): width("PPSPECIAL", 6),
        ("PPSPLACE", "facility_shape"): facility("PPSPLACE"),
        ("PROVIDER", "width"): width("PROVIDER", 15),
        ("D_UPDATE", "datetime"): if_any("D_UPDATE", is_date("D_UPDATE", 14)),
    }


def buddhist(name: str) -> pl.Expr:
    """A date whose year is of the Buddhist era."""
    cell = pl.col(name)
    year = cell.str.slice(0, 4).cast(pl.Int32, strict=False)
    day = (year - 543).cast(pl.String) + cell.str.slice(4)
    is_day = day.str.to_date("%Y%m%d", strict=False).is_not_null()
    return (cell.str.contains(r"^\d{8}$") & (year >= 2400) & is_day).fill_null(value=False)


KEYS = {"PERSON": ["HOSPCODE", "PID"], "SPECIALPP": ["HOSPCODE", "PID", "DATE_SERV", "PPSPECIAL"]}


def by_hand(frames: Frames) -> pl.DataFrame:
    found = []
    for table, frame in frames.items():
        wanted = rules(table)
        key = KEYS[table]
        checks = [(~holds).alias(f"{column}|{code}") for (column, code), holds in wanted.items()]
        checks.append((~pl.struct(key).is_first_distinct()).alias(f"{'+'.join(key)}|duplicate_key"))
        seq = pl.col("SEQ") if "SEQ" in frame.columns else pl.lit(None, pl.String).alias("SEQ")
        judged = frame.lazy().select("HOSPCODE", "PID", seq, *checks).with_row_index("row", 1)
        names = [f"{column}|{code}" for column, code in wanted] + [f"{'+'.join(key)}|duplicate_key"]
        long = (
            judged.filter(pl.any_horizontal(names))
            .unpivot(names, index=["row", "HOSPCODE", "PID", "SEQ"], variable_name="what")
            .filter("value")
            .with_columns(pl.lit(table).alias("table"))
            .drop("value")
        )
        found.append(long.collect())
    return pl.concat(found).sort("table", "row", "what")


def ours(frames: Frames) -> pl.DataFrame:
    return validate(frames, rules=RULES).to_polars()


def with_dataframely(frames: Frames) -> int:
    import dataframely as dy

    found = 0
    for table, frame in frames.items():
        wanted = {f"{column}_{code}": holds for (column, code), holds in rules(table).items()}
        key = KEYS[table]
        wanted["unique"] = pl.struct(key).is_first_distinct()
        members: dict[str, Any] = {name: dy.String(nullable=True) for name in frame.columns}
        for name, holds in wanted.items():
            members[f"rule_{name}"] = dy.rule()(lambda cls, holds=holds: holds)
        schema = type(table, (dy.Schema,), members)
        _, failure = schema.filter(frame)
        found += sum(failure.counts().values())
        failure.invalid()
    return found


def with_pandera(frames: Frames) -> int:
    import pandera.polars as pa
    from pandera.errors import SchemaErrors

    found = 0
    for table, frame in frames.items():
        checks = [
            pa.Check(
                lambda data, holds=holds: data.lazyframe.select(holds), name=f"{column}_{code}"
            )
            for (column, code), holds in rules(table).items()
        ]
        schema = pa.DataFrameSchema(
            {name: pa.Column(pl.String) for name in frame.columns},
            checks=checks,
            unique=KEYS[table],
        )
        try:
            schema.validate(frame, lazy=True)
        except SchemaErrors as error:
            found += len(error.failure_cases)
    return found


def with_pointblank(frames: Frames) -> int:
    import pointblank as pb

    found = 0
    for table, frame in frames.items():
        plan = pb.Validate(frame)
        for holds in rules(table).values():
            plan = plan.col_vals_expr(holds)
        plan = plan.rows_distinct(columns_subset=KEYS[table]).interrogate()
        found += sum(plan.n_failed(scalar=False).values())
    return found


def with_pydantic(frames: Frames, part: int) -> int:
    import re
    from datetime import datetime
    from typing import Annotated, Literal

    from pydantic import AfterValidator, BaseModel, StringConstraints, ValidationError

    def day(cell: str) -> str:
        datetime.strptime(cell, "%Y%m%d" if len(cell) == 8 else "%Y%m%d%H%M%S")
        return cell

    def cid(cell: str) -> str:
        if not re.fullmatch(r"\d{13}", cell):
            raise ValueError("shape")
        total = sum(int(cell[place]) * (13 - place) for place in range(12))
        if (11 - total % 11) % 10 != int(cell[12]):
            raise ValueError("check digit")
        return cell

    def phone(cell: str) -> str:
        if not re.fullmatch(r"0[2-57]\d{7}|0[689]\d{8}", re.sub(r"[\s().\-]", "", cell)):
            raise ValueError("phone")
        return cell

    facility = Annotated[str, StringConstraints(pattern=r"^(\d{5}|[0-9A-Z]{9})$")]
    date = Annotated[str, StringConstraints(pattern=r"^\d{8}$"), AfterValidator(day)]
    moment = Annotated[str, StringConstraints(pattern=r"^\d{14}$"), AfterValidator(day)]

    def text(most: int) -> Any:
        return Annotated[str, StringConstraints(min_length=1, max_length=most)]

    class Person(BaseModel):
        HOSPCODE: facility
        CID: Annotated[str, AfterValidator(cid)]
        PID: text(15)
        NAME: text(50)
        LNAME: text(50)
        SEX: Literal["1", "2"]
        BIRTH: date
        NATION: Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
        DISCHARGE: Literal["1", "2", "3", "9"]
        TYPEAREA: Literal["1", "2", "3", "4", "5"]
        D_UPDATE: moment
        MOBILE: Annotated[str, AfterValidator(phone)]

    class Special(BaseModel):
        HOSPCODE: facility
        PID: text(15)
        SEQ: text(16) | None
        DATE_SERV: date
        SERVPLACE: Literal["1", "2"]
        PPSPECIAL: text(6)
        PPSPLACE: facility
        PROVIDER: text(15)
        D_UPDATE: moment

    Person.model_rebuild(_types_namespace=locals())
    Special.model_rebuild(_types_namespace=locals())
    found = 0
    for model, frame in zip((Person, Special), frames.values(), strict=True):
        for row in frame.head(part).to_dicts():
            try:
                model.model_validate(row)
            except ValidationError as error:  # noqa: PERF203  That is how it tells.
                found += error.error_count()
    return found


# --- measuring ------------------------------------------------------------------------------------


def fastest(rounds: int, work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def told(name: str, seconds: float, rows: int, base: float | None = None) -> None:
    times = "" if base is None else f"{seconds / base:9.1f} x"
    print(f"{name:44} {seconds:9.3f} s {rows / seconds / 1e6:9.2f} M rows/s{times}", flush=True)


def agree(frames: Frames) -> None:
    """Both find the same, so that both are timed at the same work."""
    mine = ours(frames).with_columns(
        what=pl.col("column").cast(pl.String) + "|" + pl.col("code").cast(pl.String)
    )
    one = mine.select(pl.col("table").cast(pl.String), pl.col("row").cast(pl.Int64), "what").sort(
        pl.all()
    )
    other = by_hand(frames).select("table", pl.col("row").cast(pl.Int64), "what").sort(pl.all())
    if not one.equals(other):
        print(one.join(other, on=one.columns, how="anti").head(5))
        print(other.join(one, on=one.columns, how="anti").head(5))
        sys.exit("they do not find the same")


def beside_peers(name: str, count: int, bad: float, rounds: int) -> None:
    frames = tables(count, bad)
    agree(frames)
    rows = sum(map(len, frames.values()))
    print(f"\n{name}: {rows:,} rows, {len(ours(frames)):,} findings")
    base = fastest(rounds, lambda: ours(frames))
    told("bosoto, findings as a frame of polars", base, rows)
    told("polars by hand", fastest(rounds, lambda: by_hand(frames)), rows, base)
    told("dataframely", fastest(rounds, lambda: with_dataframely(frames)), rows, base)
    told("pandera", fastest(1, lambda: with_pandera(frames)), rows, base)
    told("pointblank", fastest(1, lambda: with_pointblank(frames)), rows, base)
    part = max(1, count // 20)
    one = fastest(1, lambda: with_pydantic(frames, part)) * count / part
    told("pydantic, counted up from a part", one, rows, base)


def peers(count: int, rounds: int) -> None:
    beside_peers("0.2 % bad rows", count, 0.002, rounds)
    beside_peers("every row bad", count, 1.0, rounds)


def write_text(folder: Path, frames: Frames, encoding: str) -> int:
    size = 0
    for name, frame in frames.items():
        text = frame.write_csv(separator="|", quote_style="never").encode(encoding)
        (folder / f"{name}.txt").write_bytes(text)
        size += len(text)
    return size


def as_text(frames: Frames, encoding: str, rounds: int) -> None:
    rules = [rule for rule in RULES if rule != "duplicate_key"]
    with tempfile.TemporaryDirectory() as folder:
        size = write_text(Path(folder), frames, encoding)
        mine = fastest(rounds, lambda: validate(folder, rules=rules))
        told(f"text, {encoding}", mine, sum(map(len, frames.values())))
        print(f"{'':44} {size / mine / 1e6:9.0f} MB/s")


def beside_a_scan(folder: Path, rounds: int) -> None:
    """Parquet files judged, beside what merely reading them takes."""
    paths = sorted(folder.glob("*.parquet"))
    rows = sum(pl.scan_parquet(path).select(pl.len()).collect().item() for path in paths)
    scan = fastest(rounds, lambda: [pl.scan_parquet(path).collect() for path in paths])
    told("polars merely scans the Parquet", scan, rows)
    mine = fastest(rounds, lambda: validate(folder, rules=RULES))
    told("bosoto judges it, reading included", mine, rows, scan)
    print(f"{'the rate of the scan that is':44} {scan / mine:9.2f}")


def whole_export(rounds: int, persons: int = 100_000) -> None:
    """Every column of the standard, some of them empty, and a few keys that are there twice."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample(folder, persons=persons, defects=persons // 500, shape="parquet")
        for path in folder.glob("*.parquet"):
            if path.stem not in ("PERSON", "SPECIALPP"):
                path.unlink()
        print("\nan export with every column of the standard")
        beside_a_scan(folder, rounds)


def from_files(count: int, rounds: int) -> None:
    frames = tables(count, 0.002)
    rows = sum(map(len, frames.values()))
    print(f"\nfrom files: {rows:,} rows")
    with tempfile.TemporaryDirectory() as name:
        for table, frame in frames.items():
            frame.write_parquet(Path(name) / f"{table}.parquet")
        beside_a_scan(Path(name), rounds)
    larger = {table: pl.concat([frame] * 4) for table, frame in frames.items()}
    for encoding in ("utf-8", "cp874"):
        as_text(larger, encoding, rounds)
    small = {table: frame.head(720) for table, frame in frames.items()}
    often = timeit.repeat(lambda: validate(small), number=20, repeat=5)
    print(f"{'a frame of 1,440 rows, every rule':44} {min(often) / 20 * 1e3:9.2f} ms")


def write_register(path: Path, count: int) -> None:
    """PERSON as Excel writes it: each text once, and shared."""
    frame = tables(count, 0.002)["PERSON"]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("PERSON")
        for at, row in enumerate([frame.columns, *frame.iter_rows()]):
            sheet.write_row(at, 0, row)


def workbook(count: int = 200_000) -> None:
    """A workbook beside openpyxl, which only reads it; another process writes it, so that what is
    measured is the reading."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "PERSON.xlsx"
        writer = Process(target=write_register, args=(path, count))
        writer.start()
        writer.join()
        before = forget_the_most()
        began = time.perf_counter()
        found = validate(path, rules=RULES)
        told(f"a workbook of {count:,} rows", time.perf_counter() - began, count)
        print(f"{'':44} {memory('VmHWM') - before:9} MiB, {len(found):,} findings")
        began = time.perf_counter()
        sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
        rows = sum(1 for _ in sheet.iter_rows(values_only=True))
        told("openpyxl merely reads it", time.perf_counter() - began, rows)
        began = time.perf_counter()
        found.to_excel(Path(folder) / "findings.xlsx")
        print(f"{'its findings as a workbook':44} {time.perf_counter() - began:9.2f} s")
        in_memory = validate({"PERSON": tables(count, 0.002)["PERSON"]}, rules=RULES)
        assert found.count_rows() == in_memory.count_rows()


def memory(what: str) -> int:
    """What this process takes (`VmRSS`), or the most since `forget_the_most` (`VmHWM`), in MiB."""
    status = Path("/proc/self/status").read_text()
    return next(int(one.split()[1]) for one in status.splitlines() if one.startswith(what)) // 1024


def forget_the_most() -> int:
    """Begins the most memory anew, at what is taken now, which it returns."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")


def large() -> None:
    """Each in a process of its own, since the most memory of a process only grows."""
    for what in ("rows", "between", "kp16", "workbook"):
        subprocess.run([sys.executable, __file__, "--only", what], check=True)


def many_rows() -> None:
    frames = tables(5_000_000, 0.002)
    before = forget_the_most()
    began = time.perf_counter()
    found = validate(frames, rules=RULES)
    seconds = time.perf_counter() - began
    told("10 M rows, row rules and duplicate keys", seconds, 10_000_000)
    print(f"{'':44} {memory('VmHWM') - before:9} MiB beside the input, {len(found):,} findings")


def between_rows() -> None:
    persons, rows = 2_000_000, 10_000_000
    random = np.random.default_rng(1)
    person = tables(persons, 0.0)["PERSON"]
    whose = random.integers(0, persons, rows)
    visit = pl.DataFrame(
        {
            "HOSPCODE": person["HOSPCODE"].gather(whose),
            "PID": person["PID"].gather(whose),
            "SEQ": pl.Series(np.arange(rows)).cast(pl.String).str.zfill(10),
            "DATE_SERV": pl.Series(days(rows, random, "2023-01-01", "2023-06-01")),
        }
    )
    special = visit.with_columns(
        SERVPLACE=pl.lit("1"), PPSPECIAL=pl.lit("1B037"), D_UPDATE=pl.lit("20240101081530")
    )
    service = visit.with_columns(LOCATION=pl.lit("1"), D_UPDATE=pl.lit("20240101081530"))
    frames = {"PERSON": person, "SERVICE": service, "SPECIALPP": special}
    before = forget_the_most()
    found = validate(frames, rules=["RV-06"])
    most = memory("VmHWM")
    seconds = fastest(3, lambda: validate(frames, rules=["RV-06"]))
    told("RV-06, 10 M SPECIALPP, 10 M SERVICE, 2 M PERSON", seconds, 22_000_000)
    print(f"{'':44} {most - before:9} MiB beside the input, {len(found):,} findings")


def kp_16() -> None:
    persons, rows = 1_000_000, 5_000_000
    random = np.random.default_rng(1)
    person = tables(persons, 0.0)["PERSON"].select(
        pl.col("HOSPCODE").alias("hospcode"), pl.col("PID").alias("pid"), pl.col("CID").alias("cid")
    )

    def visits(column: str, codes: list[str]) -> pl.DataFrame:
        whose = random.integers(0, persons, rows)
        return pl.DataFrame(
            {
                "hospcode": person["hospcode"].gather(whose),
                "pid": person["pid"].gather(whose),
                "seq": pl.Series(np.arange(rows)).cast(pl.String).str.zfill(10),
                "date_serv": pl.Series(days(rows, random, "2022-01-01", "2025-09-30")),
                column: random.choice(np.array(codes), rows),
            }
        )

    diagnoses = visits("diagcode", ["F200", "F15.9", "J00", "E119", "I10", "X700", "K30", "Z000"])
    codes = ["1B031", "1B037", "1B037", "1B037", "1B030", "1B036", "1B001", "1B1280"]
    special = visits("ppspecial", codes)
    given = {"persons": person, "diagnoses": diagnoses, "special_pp": special}
    one = fastest(3, lambda: indicator("KP-16", given, fiscal_year=2568, quarter=4, by="country"))
    told("KP-16, 5 M SPECIALPP, 5 M diagnoses, 1 M persons", one, 11_000_000)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=500_000, help="of each table")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large", action="store_true")
    parser.add_argument(
        "--only", choices=["rows", "between", "kp16", "workbook", "peers", "files", "export"]
    )
    asked = parser.parse_args()
    alone = {
        "rows": many_rows,
        "between": between_rows,
        "kp16": kp_16,
        "workbook": workbook,
        "peers": lambda: peers(asked.rows, asked.rounds),
        "files": lambda: from_files(asked.rows, asked.rounds),
        "export": lambda: whole_export(asked.rounds),
    }
    if asked.only:
        alone[asked.only]()
        return 0
    peers(asked.rows, asked.rounds)
    from_files(asked.rows, asked.rounds)
    whole_export(asked.rounds)
    if asked.large:
        large()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
