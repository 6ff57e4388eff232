"""What the generated command and data types have in common."""

from __future__ import annotations

from dataclasses import Field, dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from bosoto import _bosoto as native

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_):
        """Says something to type checkers only; Python 3.10 does not have it."""
        return lambda decorator: decorator


__all__ = ["Command", "Record", "civil_date", "frozen"]

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
    known: dict[str, Any] = {"date": date, "civil_date": civil_date}
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


def check(one: Field[Any]) -> list[str]:
    """The line that refuses what is no civil date, where the field is one."""
    if one.type not in ("date", "date | None"):
        return []
    given = "" if one.default is not None else f"{one.name} is not None and "
    return [f"if {given}type({one.name}) is not date: civil_date({one.name}, '{one.name}')"]


class Record:
    """A part of a command. Its `repr` shows no value, as it may be a person's."""

    __slots__ = ()

    _fields_: ClassVar[tuple[str, ...]] = ()
    """The attributes that make its JSON."""
    _shape_: ClassVar[native.Shape]
    """The same as the native module has them."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Command(Record):
    """A command of a lifecycle. Its `repr` shows dates, flags and words of the contract only."""

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


def civil_date(value: object, name: str) -> None:
    """Refuses what is no civil date: a `datetime` would lose its time without a word."""
    if type(value) is date:
        return
    if isinstance(value, datetime):
        raise TypeError(f"`{name}` is a civil date, not a datetime: pass its date in Thailand")
    if not isinstance(value, date):
        raise TypeError(f"`{name}` must be a datetime.date")
