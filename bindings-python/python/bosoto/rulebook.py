"""The registry of the rules, and the JSON Schemas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bosoto import _bosoto as native
from bosoto.lifecycle import answer
from bosoto.results import Text

__all__ = ["Rule", "Source", "rule", "rules", "schema", "schema_names"]


@dataclass(frozen=True, slots=True)
class Source:
    """The place in a document on which a rule rests."""

    document: Text
    section: Text
    date: str | None
    """The document's date, C.E., where one is known."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the rulebook."""

    rule: str
    title: Text
    short: Text
    """In two sentences at most, for a screen."""
    text: Text
    """In full, for a page."""
    force: str
    """`must`, `should`, `definition` or `decision` (the library's own)."""
    sources: tuple[Source, ...]
    parameters: tuple[str, ...]
    """Names of the policy parameters it uses."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Rule:
        """The rule of the wire."""
        sources = (
            Source(
                Text(**source["document"]["title"]),
                Text(**source["section"]),
                source["document"].get("date"),
            )
            for source in data["sources"]
        )
        return cls(
            rule=data["rule"],
            title=Text(**data["title"]),
            short=Text(**data["short"]),
            text=Text(**data["text"]),
            force=data["force"],
            sources=tuple(sources),
            parameters=tuple(data["parameters"]),
        )


def rule(rule_id: str) -> Rule:
    """The rule with this id; raises `WireError` where there is none.

    >>> rule("CT-16").parameters
    ('absence_report_days', 'traces_required')
    """
    return Rule.of(answer(native.rule_json(rule_id)))


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the rulebook."""
    return tuple(map(Rule.of, answer(native.rule_json())))


def schema_names() -> tuple[str, ...]:
    """The names of the JSON Schemas."""
    return tuple(native.schema_names())


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of this name; raises `WireError` where there is none.

    >>> sorted(schema("compulsory.envelope")["required"])
    ['actor', 'at', 'command']
    """
    found: dict[str, Any] = answer(native.schema_json(name))
    return found
