"""A text in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Thai and in English."""

    th: str
    en: str

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Text:
        """From its JSON."""
        return cls(data["th"], data["en"])

    def __str__(self) -> str:
        return self.th
