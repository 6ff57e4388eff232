"""What the library answers, as frozen dataclasses made from its JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any, TypeVar

from bosoto import _bosoto as native
from bosoto.types import Owed, ReasonKind, Role, Status

__all__ = [
    "THAI_TIME",
    "Action",
    "BrokenLine",
    "Conflict",
    "Effect",
    "Event",
    "Input",
    "Obligation",
    "Reason",
    "Rows",
    "Text",
    "Warning",
]

THAI_TIME = timezone(timedelta(hours=7), "ICT")
"""The time of Thailand, UTC+7 all year."""


def as_instant(text: str) -> datetime:
    """An instant of the wire; of a second's fraction, as much as a `datetime` holds.

    >>> as_instant("2021-04-17T09:00:00.123456789+07:00").isoformat()
    '2021-04-17T09:00:00.123456+07:00'
    """
    exact = re.sub(r"\.(\d+)", lambda found: "." + found[1][:6].ljust(6, "0"), text)
    return datetime.fromisoformat(exact).replace(tzinfo=THAI_TIME)


def as_moment(text: str | None) -> date | datetime | None:
    """A date, or an instant for the rules that count hours."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else as_instant(text)


def as_date(text: str | None) -> date | None:
    """A date of the wire, where there is one."""
    return None if text is None else date.fromisoformat(text)


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


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Thai and in English."""

    th: str
    en: str

    @classmethod
    def optional(cls, data: dict[str, str] | None) -> Text | None:
        """The text of the wire, where there is one."""
        return None if data is None else cls(**data)

    def __str__(self) -> str:
        return self.th


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a refusal."""

    rule: str
    kind: ReasonKind
    message: Text
    allowed_from: date | datetime | None = None
    """From when the answer changes, for `too_early`."""
    pointer: str | None = None
    """The place in the envelope, for `invalid_input`."""
    permitted: tuple[Role, ...] = ()
    """The roles that may, for `not_permitted`."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Reason:
        """The reason of the wire."""
        return cls(
            rule=data["rule"],
            kind=ReasonKind(data["kind"]),
            message=Text(**data["message"]),
            allowed_from=as_moment(data.get("allowed_from")),
            pointer=data.get("pointer"),
            permitted=tuple(map(Role, data.get("permitted", ()))),
        )

    @property
    def begins(self) -> datetime:
        """`allowed_from` as an instant, for comparison: a date begins at its midnight."""
        moment = self.allowed_from
        if isinstance(moment, datetime):
            return moment
        return datetime.combine(moment or date.min, time(), THAI_TIME)


@dataclass(frozen=True, slots=True)
class Warning:
    """Advice that goes with an accepted command."""

    rule: str
    message: Text

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Warning:
        """The warning of the wire."""
        return cls(data["rule"], Text(**data["message"]))


@dataclass(frozen=True, slots=True, repr=False)
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
    data: Mapping[str, Any]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Effect:
        """The effect of the wire."""
        details = (data[name] for name in ("notice", "letter", "banner", "report") if name in data)
        return cls(data["type"], next(details, None), data.get("to"), data)

    @property
    def name(self) -> str:
        """`type`, or `type:detail`."""
        return self.type if self.detail is None else f"{self.type}:{self.detail}"

    def __repr__(self) -> str:
        return f"Effect({self.name!r})"


@dataclass(frozen=True, slots=True, repr=False)
class Event:
    """An accepted command, as the log keeps it. `data` is all of it; `repr` does not show it."""

    type: str
    event_id: str
    at: datetime
    recorded_at: datetime
    rule: str
    data: Mapping[str, Any]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Event:
        """The event of the wire."""
        return cls(
            type=data["type"],
            event_id=data["event_id"],
            at=as_instant(data["at"]),
            recorded_at=as_instant(data["recorded_at"]),
            rule=data["rule"],
            data=data,
        )

    def __repr__(self) -> str:
        return f"Event({self.type!r}, {self.event_id!r}, {self.at.isoformat()!r})"


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something that is owed."""

    rule: str
    what: Owed
    trigger: str
    """The event it comes from."""
    trigger_on: date
    opens_on: date
    """The first day on which it can be done."""
    due_by: date | None
    """The last day on which it is in time."""
    expires_on: date | None
    """The last day on which it can be met at all."""
    done_on: date | None
    status: Status
    role: Role
    organisation: str

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Obligation:
        """The obligation of the wire."""
        return cls(
            rule=data["rule"],
            what=Owed(data["what"]),
            trigger=data["trigger"]["event"],
            trigger_on=date.fromisoformat(data["trigger"]["on"]),
            opens_on=date.fromisoformat(data["opens_on"]),
            due_by=as_date(data.get("due_by")),
            expires_on=as_date(data.get("expires_on")),
            done_on=as_date(data.get("done_on")),
            status=Status(data["status"]),
            role=Role(data["responsible"]["role"]),
            organisation=data["responsible"]["organisation"],
        )

    @property
    def title(self) -> Text:
        """What is owed, in words."""
        return owed_title(self.what)


@cache
def _owed_titles() -> dict[str, Text]:
    return {row["what"]: Text(**row["title"]) for row in json.loads(native.owed_json())}


def owed_title(what: str) -> Text:
    """What an obligation's `what` is called."""
    return _owed_titles()[what]


@dataclass(frozen=True, slots=True)
class Input:
    """A field of a command, as a form needs it."""

    name: str
    required: bool
    title: Text
    rule: str

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Input:
        """The input of the wire."""
        return cls(data["name"], data["required"], Text(**data["title"]), data["rule"])


@dataclass(frozen=True, slots=True)
class Action:
    """A command as an actor finds it on a case."""

    action: str
    label: Text
    allowed: bool
    reasons: tuple[Reason, ...]
    allowed_from: date | datetime | None
    """The latest of the `too_early` reasons, also where other reasons stand."""
    confirm: Text | None
    success: Text | None
    inputs: tuple[Input, ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Action:
        """The action of the wire."""
        return cls(
            action=data["action"],
            label=Text(**data["label"]),
            allowed=data["allowed"],
            reasons=tuple(map(Reason.of, data["reasons"])),
            allowed_from=as_moment(data.get("allowed_from")),
            confirm=Text.optional(data.get("confirm")),
            success=Text.optional(data.get("success")),
            inputs=tuple(map(Input.of, data["inputs"])),
        )


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of a log that cannot be used, and why."""

    line: int
    """1-based."""
    code: str
    pointer: str
    message: Text

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> BrokenLine:
        """The broken line of the wire."""
        error = data["error"]
        return cls(data["line"], error["code"], error["pointer"], Text(**error["message"]))


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event of a merged log that is kept without effect."""

    event_id: str
    rule: str
    kind: ReasonKind
    message: Text

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Conflict:
        """The conflict of the wire."""
        message = Text(**data["message"])
        return cls(data["event_id"], data["rule"], ReasonKind(data["kind"]), message)
