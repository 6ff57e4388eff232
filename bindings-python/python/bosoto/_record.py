"""What the generated command and data types have in common."""

from __future__ import annotations

import operator
from dataclasses import Field, dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from bosoto import _bosoto as native
from bosoto._typed import S

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_):
        """Says something to type checkers only; Python 3.10 does not have it."""
        return lambda decorator: decorator


__all__ = ["MOST", "Command", "Record", "civil_date", "counted", "frozen", "whole_number"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(cls: type[T]) -> type[T]:
    """A frozen dataclass with slots whose dates are civil dates.

    Its `__init__` fills the slots by their own descriptors, at two thirds of the cost of a frozen
    dataclass's.
    """
    made: Any = dataclass(frozen=True, kw_only=True, slots=True, repr=False, init=False)(cls)
    if fields(made):
        made.__init__ = initialiser(made)
    command = (made.lifecycle, made.type) if issubclass(made, Command) else None
    made._shape_ = native.Shape(made._fields_, command)
    return cast("type[T]", made)


def initialiser(cls: Any) -> Any:
    """The `__init__` of a dataclass with slots."""
    known: dict[str, Any] = {
        "date": date,
        "date_of": civil_date,
        "int_of": whole_number,
        "bool_of": flag,
    }
    parameters, body = [], ["pass"]
    for one in fields(cls):
        known[f"put_{one.name}"] = getattr(cls, one.name).__set__
        parameters.append(f"{one.name}=None" if one.default is None else one.name)
        body += [*check(one), f"put_{one.name}(self, {one.name})"]
    star = "*, " if parameters else ""
    head = f"def __init__(self, {star}{', '.join(parameters)}):"
    exec("\n    ".join([head, *body]), known)
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {one.name: one.type for one in fields(cls)} | {"return": None}
    return made


CHECKS = {"date": "date", "int": "int", "bool": "bool"}
"""The types whose values are checked when a record is made, with the exact type of most of them."""


def check(one: Field[Any]) -> list[str]:
    """The line that refuses what is no civil date, whole number or flag, where the field is one."""
    kind = str(one.type).removesuffix(" | None")
    if kind not in CHECKS:
        return []
    name = one.name
    given = "" if one.default is not None else f"{name} is not None and "
    return [f"if {given}type({name}) is not {kind}: {name} = {kind}_of({name}, '{name}')"]


class Record:
    """A part of a command. Its `repr` shows no value, as it may be a person's."""

    __slots__ = ()

    _fields_: ClassVar[tuple[str, ...]] = ()
    """The attributes that make its JSON."""
    _shape_: ClassVar[native.Shape]
    """The same as the native module has them."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Command(Record, Generic[S]):
    """A command of the lifecycle with these states.

    Its `repr` shows dates, flags and words of the contract only.
    """

    __slots__ = ()

    lifecycle: ClassVar[str]
    type: ClassVar[str]

    def __repr__(self) -> str:
        shown = (f"{name}={shown_value(getattr(self, name))}" for name in self._fields_)
        return f"{type(self).__name__}({', '.join(shown)})"


def shown_value(value: object) -> str:
    """The value where it cannot be personal, else an ellipsis."""
    if isinstance(value, Enum):
        return str(value)
    if value is None or isinstance(value, (bool, date)):
        return repr(value)
    return "…"


def civil_date(value: object, name: str) -> date:
    """A civil date. A `datetime` is refused: it would lose its time without a word.

    The days of numpy and pandas are taken: a `datetime64[D]`, a `Timestamp` without a time zone and
    at midnight.
    """
    if type(value) is date:
        return value
    plain = value.item() if hasattr(value, "dtype") and hasattr(value, "item") else value
    if isinstance(plain, datetime):
        if hasattr(plain, "to_pydatetime") and plain.tzinfo is None and is_midnight(plain):
            return plain.date()
        raise TypeError(
            f"`{name}` is a civil date, not a datetime: pass its date in Thailand, "
            "`at.astimezone(bosoto.THAI_TIME).date()`"
        )
    if not isinstance(plain, date):
        raise TypeError(
            f"`{name}` must be a datetime.date, not `{type(value).__name__}`: such as "
            "`date(2021, 4, 3)`, or `bosoto.parse_thai_date(text)`"
        )
    return plain


def is_midnight(at: datetime) -> bool:
    """Whether a `Timestamp` is the beginning of a day; `NaT` is not."""
    return at == at and (at.hour, at.minute, at.second, at.microsecond) == (0, 0, 0, 0)


def whole_number(value: object, name: str) -> int:
    """A whole number, also one of numpy; a flag is none."""
    if not isinstance(value, bool) and hasattr(value, "__index__") and not is_flag(value):
        return operator.index(value)
    raise TypeError(f"`{name}` must be an int, not `{type(value).__name__}`")


MOST = 2**64 - 1
"""The largest whole number that the native module takes."""


def counted(value: object, name: str) -> int:
    """A whole number, 0 or more."""
    number = whole_number(value, name)
    if 0 <= number <= MOST:
        return number
    raise ValueError(f"`{name}` must be from 0 to {MOST}")


def flag(value: object, name: str) -> bool:
    """A flag, also one of numpy."""
    if is_flag(value):
        return bool(value)
    raise TypeError(f"`{name}` must be a bool, not `{type(value).__name__}`: True or False")


def is_flag(value: object) -> bool:
    """Whether it is `True`, `False` or one of these of numpy."""
    return isinstance(value, bool) or getattr(getattr(value, "dtype", None), "kind", "") == "b"
