"""What the generated command and data types have in common."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import ClassVar

__all__ = ["Command", "Record", "civil_date"]


class Record:
    """A part of a command. Its `repr` shows no value, as it may be a person's."""

    __slots__ = ()

    _fields_: ClassVar[tuple[str, ...]] = ()
    """The attributes that make its JSON; the native module reads them."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Command(Record):
    """A command of a lifecycle. Its `repr` shows dates, flags and words of the contract only."""

    __slots__ = ()

    lifecycle: ClassVar[str]

    def __repr__(self) -> str:
        shown = (f"{name}={shown_value(getattr(self, name))}" for name in self._fields_[1:])
        return f"{type(self).__name__}({', '.join(shown)})"


def shown_value(value: object) -> str:
    """The value where it cannot be personal, else an ellipsis."""
    if isinstance(value, Enum):
        return str(value)
    if value is None or isinstance(value, (bool, date)):
        return repr(value)
    return "…"


def civil_date(value: object, name: str) -> None:
    """Refuses what is no civil date: a `datetime` would lose its time without a word."""
    if type(value) is date:
        return
    if isinstance(value, datetime):
        raise TypeError(f"`{name}` is a civil date, not a datetime: pass its date in Thailand")
    if not isinstance(value, date):
        raise TypeError(f"`{name}` must be a datetime.date")
