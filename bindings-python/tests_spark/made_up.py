"""Tables in which much is wrong: few facilities, PIDs, citizen ids and days, so that rows meet."""

from __future__ import annotations

import random
from typing import Any

import pyarrow as pa

ROWS = 150

HOSPCODE = ["10670", "10670", "10671", "99811", "1234A5678", " 10670 ", "1067", "", None]
CID = ["3100600445635", "1234545678781", "1100000000041", "1111111111119", "3100600445636", None]
PID = ["1", "2", "3", "004", " 1", "3100600445635", "1234545678781", "x" * 16, None]
SEQ = ["1", "2", "3", None]
DAY = ["20231001", "20231202", "20240103", "20240304", "20240605", "25670101", "2024", None]
MOMENT = ["20240103090000", "20240304120000", "20240605000000", "24", None]
CODE = ["F200", "f20.0", "F29", "X70", "ZZ", None]
PLACE = ["1", "2", "9"]
SPECIAL = ["1B030", "1b031", "1B033", "1B037", "1B036", "1B0300", None]

TABLES: dict[str, dict[str, list[str | None]]] = {
    "person": {
        "HOSPCODE": HOSPCODE,
        "CID": CID,
        "PID": PID,
        "HN": ["h1", "h2", None],
        "NAME": ["สมชาย", "ใจดี ๆ", "น้ำ", None],
        "SEX": ["1", "2", "3"],
        "BIRTH": ["19900101", "20240103", "25330101", None],
        "NATION": ["099"],
        "DISCHARGE": ["1", "9", None],
        "DDISCHARGE": ["20240103", "20240304", None],
        "TYPEAREA": ["1"],
        "D_UPDATE": MOMENT,
        "MOBILE": ["0812345678", "๐๘๑", None],
    },
    "ADDRESS": {
        "HOSPCODE": HOSPCODE,
        "PID": PID,
        "ADDRESSTYPE": ["1", "2"],
        "HOUSETYPE": ["1"],
        "VILLAGE": ["01"],
        "TAMBON": ["01", "99"],
        "AMPUR": ["01", "9"],
        "CHANGWAT": ["81", "78", "99"],
        "CID": CID,
    },
    "service": {
        "hospcode": HOSPCODE,
        "pid": PID,
        "HN": ["h1", "h2"],
        "seq": SEQ,
        "date_serv": DAY,
        "typein": ["1"],
        "servplace": PLACE,
        "typeout": ["1"],
        "d_update": MOMENT,
        "cid": CID,
    },
    "DIAGNOSIS_OPD": {
        "HOSPCODE": HOSPCODE,
        "PID": PID,
        "SEQ": SEQ,
        "DATE_SERV": DAY,
        "DIAGTYPE": ["1"],
        "DIAGCODE": CODE,
        "CLINIC": ["00100", None],
        "CID": CID,
    },
    "DIAGNOSIS_IPD": {
        "HOSPCODE": HOSPCODE,
        "PID": PID,
        "AN": ["a", "b"],
        "DATETIME_ADMIT": MOMENT,
        "WARDDIAG": ["1"],
        "DIAGTYPE": ["1"],
        "DIAGCODE": CODE,
        "CID": CID,
    },
    "SPECIALPP": {
        "HOSPCODE": HOSPCODE,
        "PID": PID,
        "SEQ": SEQ,
        "DATE_SERV": DAY,
        "SERVPLACE": PLACE,
        "PPSPECIAL": SPECIAL,
        "D_UPDATE": MOMENT,
        "CID": CID,
    },
    "DEATH": {
        "HOSPCODE": HOSPCODE,
        "PID": PID,
        "DDEATH": DAY,
        "CDEATH_A": CODE,
        "CDEATH": CODE,
        "PDEATH": ["1"],
        "CID": CID,
    },
}


def export(seed: int, rows: int = ROWS) -> dict[str, pa.Table]:
    """The tables of an export, with the numbers of the rows in `n`."""
    made = random.Random(seed)
    return {
        name: table(
            columns, [[made.choice(cells) for cells in columns.values()] for _ in range(rows)]
        )
        for name, columns in TABLES.items()
    }


def table(names: Any, rows: list[list[str | None]]) -> pa.Table:
    """Rows of texts as a table."""
    cells = [[row[place] for row in rows] for place in range(len(names))]
    columns = {name: pa.array(own, pa.string()) for name, own in zip(names, cells, strict=True)}
    return pa.table(columns | {"n": pa.array(range(1, len(rows) + 1), pa.int64())})


def shuffled(rows: pa.Table, seed: int) -> pa.Table:
    """The same rows in another order."""
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    return rows.take(pa.array(order, pa.int64()))


def by_content(rows: pa.Table) -> pa.Table:
    """The rows in the order in which Spark puts them where none has a number."""
    names = [name for name in rows.column_names if name not in ("n", "HN")]
    keys = [
        [(cell is not None, (cell or "").encode()) for cell in row]
        for row in zip(*(rows[name].to_pylist() for name in names), strict=True)
    ]
    return rows.take(sorted(range(len(rows)), key=keys.__getitem__))
