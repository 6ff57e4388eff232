"""What the answers of `bosoto.results` are made with, and what some of them add to their JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from bosoto import _bosoto as native
from bosoto._effects import DETAILS, TITLES
from bosoto._text import Text

if TYPE_CHECKING:
    from bosoto import results
    from bosoto.documents.shared import AnyEffect, AnyEvent
    from bosoto.errors import WireError
    from bosoto.types import Actor, Owed, Role

THAI_TIME = timezone(timedelta(hours=7), "ICT")
"""The time of Thailand, UTC+7 all year."""


def as_instant(text: str) -> datetime:
    """An instant of the wire; of a second's fraction, as much as a `datetime` holds.

    >>> as_instant("2021-04-17T09:00:00.123456789+07:00").isoformat()
    '2021-04-17T09:00:00.123456+07:00'
    """
    exact = re.sub(r"\.(\d+)", lambda found: "." + found[1][:6].ljust(6, "0"), text)
    return datetime.fromisoformat(exact).replace(tzinfo=THAI_TIME)


def as_moment(text: str) -> date | datetime:
    """A date, or an instant for the rules that count hours."""
    return date.fromisoformat(text) if len(text) == 10 else as_instant(text)


T = TypeVar("T")


class Rows(tuple[T, ...]):
    """Answers of one kind: a tuple that a notebook shows as a table, and whose `repr` is short.

    >>> Rows([Text("ก", "a"), Text("ข", "b")])
    <Rows: 2 of Text>
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Rows: {len(self)} of {type(self[0]).__name__}>" if self else "()"

    def _repr_html_(self) -> str:
        from bosoto import notebook

        return notebook.table(self)


def canonical(data: object) -> str:
    """The JSON from which data of an answer were read."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Effect:
    """What the embedding system has to do: execute it once, never for a repeated decision.

    `data` holds all that the receiver needs, under the names of the contract; `repr` does not
    show it.
    """

    type: str
    detail: str | None
    """Which notice, letter, banner or report."""
    to: str | None
    """The receiving organisation of a notice."""
    data: AnyEffect

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Effect:
        """From its JSON."""
        kind: str = data["type"]
        field = DETAILS.get(kind)
        detail = None if field is None else data[field]
        return cls(kind, detail, data.get("to"), data)  # type: ignore[arg-type]

    @property
    def name(self) -> str:
        """`type`, or `type:detail`."""
        return self.type if self.detail is None else f"{self.type}:{self.detail}"

    @property
    def title(self) -> Text:
        """What has to be done, in words."""
        return TITLES[self.name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Effect) and self.data == other.data

    def __hash__(self) -> int:
        return hash(canonical(self.data))

    def __repr__(self) -> str:
        return f"Effect({self.name!r})"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Event:
    """An accepted command, as the log keeps it. `data` is all of it; `repr` does not show it."""

    type: str
    event_id: str
    at: datetime
    recorded_at: datetime
    rule: str
    data: AnyEvent

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Event:
        """From its JSON."""
        return cls(
            type=data["type"],
            event_id=data["event_id"],
            at=as_instant(data["at"]),
            recorded_at=as_instant(data["recorded_at"]),
            rule=data["rule"],
            data=data,  # type: ignore[arg-type]
        )

    @property
    def actor(self) -> Actor:
        """Who sent the command."""
        from bosoto.types import Actor, Role

        actor = self.data["actor"]
        return Actor(
            role=Role(actor["role"]),
            organisation=actor["organisation"],
            user_id=actor.get("user_id"),
        )

    @property
    def moment(self) -> datetime:
        """When it counts as sent: the earlier of `at` and `recorded_at` (GE-04)."""
        return min(self.at, self.recorded_at)

    @property
    def is_void(self) -> bool:
        """Whether a merge left it without effect."""
        return "void" in self.data

    def to_json(self) -> str:
        """Canonical JSON: its line of the log."""
        return canonical(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Event) and self.data == other.data

    def __hash__(self) -> int:
        return hash(canonical(self.data))

    def __repr__(self) -> str:
        return f"Event({self.type!r}, {self.event_id!r}, {self.at.isoformat()!r})"


class _Waits(Protocol):
    @property
    def allowed_from(self) -> date | datetime | None: ...


class Reason:
    """What a reason adds."""

    __slots__ = ()

    @property
    def begins(self: _Waits) -> datetime:
        """`allowed_from` as an instant, for comparison: a date begins at its midnight."""
        moment = self.allowed_from
        if isinstance(moment, datetime):
            return moment
        return datetime.combine(moment or date.min, time(), THAI_TIME)


class _Owing(Protocol):
    @property
    def what(self) -> Owed: ...
    @property
    def trigger(self) -> results.Trigger: ...
    @property
    def responsible(self) -> results.Responsible: ...


class Obligation:
    """What an obligation adds."""

    __slots__ = ()

    @property
    def title(self: _Owing) -> Text:
        """What is owed, in words."""
        return self.what.title

    @property
    def trigger_on(self: _Owing) -> date:
        """The day of the event it comes from."""
        return self.trigger.on

    @property
    def role(self: _Owing) -> Role:
        """The role that has to do it."""
        return self.responsible.role

    @property
    def organisation(self: _Owing) -> str:
        """The organisation that has to do it."""
        return self.responsible.organisation


class Responsible:
    """What makes whoever is responsible ask as an actor."""

    __slots__ = ()

    _shape_: ClassVar[native.Shape] = native.Shape(("role", "organisation"))
    """How the native module writes it as the JSON of an actor."""


class _Broken(Protocol):
    @property
    def error(self) -> WireError: ...


class BrokenLine:
    """What a broken line adds."""

    __slots__ = ()

    @property
    def code(self: _Broken) -> str:
        """The stable code of its error."""
        return self.error.code

    @property
    def pointer(self: _Broken) -> str:
        """The place in the line."""
        return self.error.pointer

    @property
    def message(self: _Broken) -> Text:
        """What is wrong and what to do."""
        return self.error.message


class _Counted(Protocol):
    @property
    def numerator(self) -> int: ...
    @property
    def denominator(self) -> int: ...
    @property
    def value(self) -> str | None: ...
    @property
    def target(self) -> results.Target | None: ...
    @property
    def met(self) -> bool | None: ...


class Figure:
    """What a figure adds."""

    __slots__ = ()

    def to_json(self: _Counted) -> str:
        """Canonical JSON."""
        target = self.target
        data = {
            "numerator": self.numerator,
            "denominator": self.denominator,
            "value": self.value,
            "target": None if target is None else {"at": target.at, "value": target.value},
            "met": self.met,
        }
        return canonical({name: part for name, part in data.items() if part is not None})


class _Figured(Protocol):
    @property
    def figure(self) -> results.Figure: ...


class Area:
    """What an area adds: the parts of its figure as its own."""

    __slots__ = ()

    @property
    def numerator(self: _Figured) -> int:
        """A of the rule."""
        return self.figure.numerator

    @property
    def denominator(self: _Figured) -> int:
        """B of the rule."""
        return self.figure.denominator

    @property
    def value(self: _Figured) -> str | None:
        """A decimal with two places; none where the denominator is 0."""
        return self.figure.value

    @property
    def target(self: _Figured) -> results.Target | None:
        """The target of the period, where one is given."""
        return self.figure.target

    @property
    def met(self: _Figured) -> bool | None:
        """Whether the target is met, where there is one and a value."""
        return self.figure.met
