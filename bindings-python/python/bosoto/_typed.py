"""What types need that Python 3.10 does not have."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if sys.version_info >= (3, 11):
    from typing import NotRequired
elif TYPE_CHECKING:
    from typing_extensions import NotRequired
else:

    class NotRequired:
        """A field that may be absent."""

        def __class_getitem__(cls, of):
            return of


if TYPE_CHECKING:
    from datetime import date
    from typing import Any, Protocol

    from typing_extensions import TypeVar

    from bosoto._enum import Word

    S = TypeVar("S", bound=Word, default=Any)

    class Day(Protocol):
        """A civil date: a `date` that is no `datetime`, which is compared with its like alone."""

        @property
        def year(self) -> int: ...
        @property
        def month(self) -> int: ...
        @property
        def day(self) -> int: ...
        def isoformat(self) -> str: ...
        def __lt__(self, value: date, /) -> bool: ...
else:
    import datetime
    from typing import TypeVar

    Day = datetime.date
    S = TypeVar("S")

__all__ = ["Day", "NotRequired", "S"]
