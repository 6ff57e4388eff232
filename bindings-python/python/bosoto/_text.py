"""A text in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Text", "lines"]


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


def lines(text: str) -> Iterator[str]:
    r"""The lines of a text that are not blank. A line ends at "\n" alone: JSON has what else
    `str.splitlines` takes for an end, such as U+2028, within its texts.

    >>> list(lines('{"a":"\u2028"}\r\n\n{}\n'))
    ['{"a":"\u2028"}\r', '{}']
    """
    return (line for line in text.split("\n") if line.strip())
