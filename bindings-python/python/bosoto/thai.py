"""Dates as Thai readers write them (TM-6)."""

from __future__ import annotations

import datetime
from typing import Literal

from bosoto import calls
from bosoto._record import civil_date
from bosoto._typed import Day
from bosoto.lifecycle import answer

__all__ = ["Style", "parse_thai_date", "thai_date"]

Style = Literal["short", "slash", "abbreviated", "long", "digits"]
"""How a date is written: 3/4/64, 3/4/2564, 3 เม.ย. 2564, 3 เมษายน 2564, ๓ เมษายน ๒๕๖๔."""


def parse_thai_date(text: str) -> datetime.date:
    """The date of a text, in B.E. as people write it or in C.E. as `2021-04-03` and `20210403`.

    >>> parse_thai_date("3/4/64")
    datetime.date(2021, 4, 3)
    >>> parse_thai_date("วันเสาร์ที่ ๓ เมษายน พ.ศ. ๒๕๖๔")
    datetime.date(2021, 4, 3)

    Raises `WireError`, which says what to write instead and never repeats the text.

    >>> parse_thai_date("16/11/2024")
    Traceback (most recent call last):
    ...
    bosoto.errors.WireError: malformed at `/text`: the year is of the common era where one of ...
    """
    return datetime.date.fromisoformat(answer(calls.parse_thai_date_json(text)))


def thai_date(date: Day, style: Style = "long") -> str:
    """A date in the Buddhist era, which `parse_thai_date` reads as the same date.

    >>> thai_date(datetime.date(2021, 4, 3))
    '3 เมษายน 2564'
    >>> thai_date(datetime.date(2024, 2, 29), "digits")
    '๒๙ กุมภาพันธ์ ๒๕๖๗'

    Raises `WireError` outside the years 1800 to 2399 and for an unknown style.
    """
    day = civil_date(date, "date").isoformat()
    return str(answer(calls.thai_date_json(day, style)))
