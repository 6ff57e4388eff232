"""Functions of SQL over a million rows, beside plain functions of Python in the same DuckDB.

Each column is made by `bosoto.sql` (columns in, columns out) and by a function of Python that
DuckDB calls for every row: the rule by hand, of a Thai date the library's own call. Both have to
answer the same. Then the findings of an export in FROM, beside `validate` alone. Each figure is the
fastest of the rounds, of the functions row by row that of one.

    python bench_sql.py [--rows 1000000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

import bosoto
from bosoto.sql import register

ROWS = """
    CREATE TABLE given AS SELECT
        lpad((i * 7_919_993 % 9_999_999_999_999)::VARCHAR, 13, '3') AS cid,
        'F' || (i % 100)::VARCHAR || '.' || (i % 10)::VARCHAR AS code,
        DATE '1990-01-01' + (i % 12_000)::INTEGER AS day
    FROM range($1) rows(i)
"""
COLUMNS = {
    "bosoto_check('RV-01', cid)": "plain_check(cid)",
    "bosoto_check('PERSON.CID', cid)": "plain_check(cid)",
    "icd10_root(code)": "plain_root(code)",
    "thai_date(day)": "plain_date(day)",
    "fiscal_year(day)": "plain_year(day)",
}


def plain_check(cid: str) -> str | None:
    """RV-01 as somebody writes it by hand, since a form's call takes longer."""
    if len(cid) != 13 or not (cid.isascii() and cid.isdigit()):
        return "cid_shape"
    total = sum(int(cid[place]) * (13 - place) for place in range(12))
    if (11 - total % 11) % 10 != int(cid[12]):
        return "cid_check_digit"
    if len(set(cid[:12])) == 1:
        return "cid_placeholder"
    return "cid_first_digit_9" if cid[0] == "9" else None


def plain_root(code: str) -> str | None:
    plain = code.replace(".", "").upper()
    good = 3 <= len(plain) <= 6 and "A" <= plain[0] <= "Z" and plain[1:3].isdigit()
    return plain[:3] if good and plain.isalnum() and plain.isascii() else None


def plain_year(day: object) -> int:
    return day.year + 543 + (day.month >= 10)  # type: ignore[attr-defined]


def plain(con: duckdb.DuckDBPyConnection) -> None:
    for name, function, parameter, answer in (
        ("plain_check", plain_check, "VARCHAR", "VARCHAR"),
        ("plain_root", plain_root, "VARCHAR", "VARCHAR"),
        ("plain_date", bosoto.thai_date, "DATE", "VARCHAR"),
        ("plain_year", plain_year, "DATE", "INTEGER"),
    ):
        # DuckDB counts the parameters of a function.
        con.create_function(
            name, partial(one, function), [parameter], answer, null_handling="special"
        )


def one(function: Callable[[object], object], value: object) -> object:
    return function(value)


def fastest(rounds: int, work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def column(con: duckdb.DuckDBPyConnection, ours: str, theirs: str, rounds: int) -> None:
    differ = f"SELECT count(*) FROM given WHERE {ours} IS DISTINCT FROM {theirs}"
    if con.sql(differ).fetchall() != [(0,)]:
        sys.exit(f"{ours} and {theirs} differ")
    mine = fastest(rounds, lambda: con.execute(f"SELECT count({ours}) FROM given").fetchall())
    other = fastest(1, lambda: con.execute(f"SELECT count({theirs}) FROM given").fetchall())
    print(f"{ours:36} {mine:8.3f} s   row by row {other:8.3f} s {other / mine:8.1f} x", flush=True)


def relation(con: duckdb.DuckDBPyConnection, rows: int, rounds: int) -> None:
    """An export of which every row is wrong in three ways."""
    with tempfile.TemporaryDirectory() as name:
        lines = ["HOSPCODE|PID|DDEATH|CDEATH_A|CDEATH|PDEATH"]
        lines += [f"10670|{row}|25670229|X7|X70|3" for row in range(rows // 3)]
        Path(name, "DEATH.txt").write_text("\n".join(lines), "utf-8")
        alone = fastest(rounds, lambda: bosoto.validate(name))
        query = f"SELECT code, count(*) FROM bosoto_findings('{name}') GROUP BY 1"
        mine = fastest(rounds, lambda: con.execute(query).fetchall())
        found = len(bosoto.validate(name))
    print(f"{f'bosoto_findings, {found:,} rows':36} {mine:8.3f} s   validate   {alone:8.3f} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    con = duckdb.connect()
    register(con)
    plain(con)
    con.execute(ROWS, [asked.rows])
    for ours, theirs in COLUMNS.items():
        column(con, ours, theirs, asked.rounds)
    relation(con, asked.rows, asked.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
