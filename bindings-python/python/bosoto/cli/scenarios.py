"""Scenario files: what is none is refused, so that none holds because it is misspelt."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from bosoto import _bosoto as native
from bosoto import rulebook
from bosoto.cli import texts
from bosoto.cli.files import InputError, read_text
from bosoto.results import Text
from bosoto.types import ErrorCode

__all__ = ["parsed"]

Json = Any
KINDS: dict[type, Text] = {str: texts.A_TEXT, list: texts.A_LIST, dict: texts.AN_OBJECT}
"""What a value is called."""
FIELDS: dict[str, type] = {
    "name": str,
    "lifecycle": str,
    "policy": dict,
    "steps": list,
    "merge": dict,
    "base": list,
    "log_a": list,
    "log_b": list,
    "do": dict,
    "actions": dict,
    "obligations": dict,
    "flags": dict,
    "view": dict,
    "actor": dict,
    "at": str,
    "on": str,
    "known": str,
}
"""What a field is, wherever it stands."""
ASKED = {
    "do": (),
    "actions": ("actor", "at"),
    "obligations": ("on",),
    "flags": ("at",),
    "view": ("actor",),
}
"""What a step does or asks, and what a question needs."""


class Place:
    """Where something stands in a file."""

    def __init__(self, path: Path, pointer: str = "") -> None:
        self.path = path
        self.pointer = pointer

    def __truediv__(self, name: str | int) -> Place:
        known = isinstance(name, int) or re.fullmatch("[a-z0-9_]{1,40}", name)
        return Place(self.path, f"{self.pointer}/{name if known else '…'}")

    def refuse(self, code: ErrorCode, text: Text, **words: object) -> NoReturn:
        """Says what is wrong here."""
        raise InputError(code, self.pointer, text, name=self.path, **words)

    def need(self, value: Json, kind: type) -> None:
        """Refuses a value that is something else."""
        if not isinstance(value, kind):
            code, words = ErrorCode.WRONG_TYPE, KINDS[kind]
            text = texts.WRONG_KIND
            sides = (text.th.replace("{kind}", words.th), text.en.replace("{kind}", words.en))
            self.refuse(code, Text(*sides))

    def need_fields(self, value: Json, needed: Sequence[str], allowed: Sequence[str] = ()) -> None:
        """Refuses what is no object with these fields."""
        self.need(value, dict)
        for name in needed:
            if name not in value:
                (self / name).refuse(ErrorCode.MISSING_FIELD, texts.NOT_SCENARIO, field=name)
        for name, one in value.items():
            if name not in needed and name not in allowed:
                known = ", ".join((*needed, *allowed))
                (self / name).refuse(ErrorCode.UNKNOWN_FIELD, texts.NO_FIELD, known=known)
            if name in FIELDS:
                (self / name).need(one, FIELDS[name])


def parsed(path: Path) -> list[dict[str, Json]]:
    """The scenarios of a file."""
    place = Place(path)
    text = read_text(path)
    try:
        found = json.loads(text, parse_constant=int)  # It takes no NaN and no infinity.
    except json.JSONDecodeError as problem:
        where = {"line": problem.lineno, "column": problem.colno}
        place.refuse(ErrorCode.MALFORMED, texts.NOT_JSON, **where)
    except (RecursionError, ValueError):
        place.refuse(ErrorCode.MALFORMED, texts.NO_SUCH_JSON)
    if found == []:
        place.refuse(ErrorCode.WRONG_LENGTH, texts.NO_SCENARIO)
    if not isinstance(found, list):
        return [checked(found, place)]
    return [checked(one, place / index) for index, one in enumerate(found)]


def checked(one: Json, place: Place) -> dict[str, Json]:
    """A scenario, if it is one: it has a name, a lifecycle that there is, and something to do."""
    place.need(one, dict)
    parts = ("merge", "expect") if "merge" in one else ("steps",)
    place.need_fields(one, ("name", "lifecycle", *parts), ("policy",))
    known = native.lifecycles()
    if one["lifecycle"] not in known:
        wrong = place / "lifecycle"
        wrong.refuse(ErrorCode.UNKNOWN_VALUE, texts.NO_LIFECYCLE, known=", ".join(known))
    if "merge" in one:
        (place / "merge").need_fields(one["merge"], ("base", "log_a", "log_b"))
        (place / "expect").need(one["expect"], dict)
        need_something(one["expect"], place / "expect")
    elif not one["steps"]:
        (place / "steps").refuse(ErrorCode.WRONG_LENGTH, texts.NO_STEP)
    else:
        for index, step in enumerate(one["steps"]):
            check_step(step, place / "steps" / index)
    return dict(one)


def check_step(step: Json, place: Place) -> None:
    """A step does or asks one thing and says what is expected."""
    place.need(step, dict)
    what = next(filter(step.__contains__, ASKED), "do")
    place.need_fields(step, (what, "expect"))
    if what != "do":
        allowed = ("known",) if what in ("obligations", "flags") else ()
        (place / what).need_fields(step[what], ASKED[what], allowed)
    expect, there = step["expect"], place / "expect"
    if not isinstance(expect, dict):
        there.need(expect, list if what in ("obligations", "flags") else dict)
    else:
        need_something(expect, there)
    rows = expect if isinstance(expect, list) and what == "obligations" else ()
    for index, row in enumerate(rows):
        check_row(row, there / index)
    if what == "view":
        for index, pointer in enumerate(pointers(expect, there / "withheld")):
            (there / "withheld" / index).need(pointer, str)


def need_something(expect: dict[str, Json], place: Place) -> None:
    """What expects nothing would always hold."""
    if not expect:
        place.refuse(ErrorCode.WRONG_LENGTH, texts.NOTHING_EXPECTED)


@cache
def obligation() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of what is owed, and what can be."""
    known = rulebook.schema("obligations")["$defs"]
    return tuple(known["Obligation"]["properties"]), tuple(known["Owed"]["enum"])


def check_row(row: Json, place: Place) -> None:
    """What is expected to be owed, or not to be, can be owed."""
    fields, owed = obligation()
    place.need_fields(row, (), ("absent", *fields))
    need_something(row, place)
    if "what" in row and row["what"] not in owed:
        (place / "what").refuse(ErrorCode.UNKNOWN_VALUE, texts.NEVER_OWED, known=", ".join(owed))


def pointers(expect: dict[str, Json], place: Place) -> list[Json]:
    """What is expected to be withheld."""
    withheld = expect.get("withheld", [])
    place.need(withheld, list)
    return list(withheld)
