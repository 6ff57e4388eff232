"""Dates as Thai readers write them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from bosoto import _bosoto as native
from bosoto._record import civil_date

__all__ = ["thai_date"]

Style = Literal["short", "slash", "abbreviated", "long", "digits"]


def thai_date(on: date, style: Style = "abbreviated") -> str:
    """A date in the Buddhist era.

    >>> thai_date(date(2021, 4, 3))
    '3 เม.ย. 2564'
    >>> thai_date(date(2024, 2, 29), "digits")
    '๒๙ กุมภาพันธ์ ๒๕๖๗'
    """
    civil_date(on, "on")
    return native.thai_date(on.isoformat(), style)
