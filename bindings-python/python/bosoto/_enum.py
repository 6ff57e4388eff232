"""Enumerations of words: `enum.StrEnum`, which Python 3.10 does not have, and words with titles."""

from __future__ import annotations

import sys

from bosoto._text import Text

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:
    from enum import Enum

    class StrEnum(str, Enum):
        """A string that is one of a few."""

        def __str__(self) -> str:
            return str.__str__(self)

        def __format__(self, spec: str) -> str:
            return str.__format__(self, spec)


__all__ = ["StrEnum", "Word"]


class Word(StrEnum):
    """A word of the contract, with what people call it."""

    _value_: str
    title: Text  # type: ignore[assignment]
    """What it is called."""

    def __new__(cls, word: str, *title: str) -> Word:
        made = str.__new__(cls, word)
        made._value_ = word
        made.title = Text(*title)
        return made
