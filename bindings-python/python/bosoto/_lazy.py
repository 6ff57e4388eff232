"""Sequences that live in the native module; an item becomes an object when it is read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

__all__ = ["LazySequence"]

T = TypeVar("T", covariant=True)


class LazySequence(Sequence[T]):
    """A sequence whose items are made when they are read, each time anew."""

    __slots__ = ()

    @abstractmethod
    def _item(self, place: int) -> T:
        """The item at a place, counted from 0."""

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> list[T]: ...

    def __getitem__(self, place: int | slice) -> T | list[T]:
        places = range(len(self))[place]
        if isinstance(places, int):
            return self._item(places)
        return [self._item(one) for one in places]

    def __iter__(self) -> Iterator[T]:
        return map(self._item, range(len(self)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}>"
