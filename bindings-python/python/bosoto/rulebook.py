"""The registry of the rules, and the JSON Schemas."""

from __future__ import annotations

from typing import Any

from bosoto import _bosoto as native
from bosoto import calls
from bosoto.lifecycle import answer
from bosoto.results import Citation, Document, Rule

__all__ = ["Citation", "Document", "Rule", "rule", "rules", "schema", "schema_names"]


def rule(rule_id: str) -> Rule:
    """The rule with this id; raises `WireError` where there is none.

    >>> rule("CT-16").parameters
    ('absence_report_days', 'traces_required')
    """
    return Rule.of(answer(calls.rule_json(rule_id)))


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the rulebook."""
    return tuple(map(Rule.of, answer(calls.rule_json())))


def schema_names() -> tuple[str, ...]:
    """The names of the JSON Schemas."""
    return tuple(native.schema_names())


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of this name; raises `WireError` where there is none.

    >>> sorted(schema("compulsory.envelope")["required"])
    ['actor', 'at', 'command']
    """
    found: dict[str, Any] = answer(calls.schema_json(name))
    return found
