"""Lifecycles as data and as diagrams."""

from __future__ import annotations

import json
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from bosoto import _bosoto as native
from bosoto import calls
from bosoto._text import Text
from bosoto.errors import DataError, WireError
from bosoto.types import LifecycleName

if TYPE_CHECKING:
    from bosoto.documents.shared import Machine

__all__ = ["Lifecycle", "lifecycles"]


class Lifecycle:
    """A lifecycle: its states, commands, guards, roles and rules as data, and its diagrams.

    >>> Lifecycle("compulsory").title.en
    'compulsory-treatment exchange'
    """

    def __init__(self, name: LifecycleName) -> None:
        self.name = name
        self.machine: Machine = answer(calls.machine_json(name))
        """The table as data, under the names of the contract."""

    @classmethod
    def named(cls, name: str) -> Lifecycle:
        """The lifecycle of a name that comes from elsewhere; raises `WireError` for another."""
        return cls(cast("LifecycleName", name))

    @cached_property
    def title(self) -> Text:
        """What it is called."""
        return Text.of(self.machine["title"])

    def mermaid(self) -> str:
        """Mermaid `stateDiagram-v2`."""
        return native.mermaid(self.name)

    def dot(self) -> str:
        """Graphviz DOT."""
        return native.dot(self.name)

    def scxml(self) -> str:
        """State Chart XML 1.0."""
        return native.scxml(self.name)

    def svg(self) -> str:
        """The diagram, drawn: a file of the package."""
        file = files("bosoto") / "diagrams" / f"{self.name}.svg"
        return file.read_text("utf-8")

    def _repr_svg_(self) -> str:
        return self.svg()

    def __repr__(self) -> str:
        return f"Lifecycle({self.name!r})"


def lifecycles() -> tuple[Lifecycle, ...]:
    """Every lifecycle, in the order of the contract."""
    return tuple(map(Lifecycle.named, native.lifecycles()))


def answer(text: str) -> Any:
    """What a function of the JSON API answers; raises `WireError` for an error, and `DataError`
    for one that is of no document."""
    data = json.loads(text)
    if isinstance(data, dict) and "error" in data:
        error = data["error"]
        raise WireError.of(error) if "pointer" in error else DataError.of(error)
    return data
