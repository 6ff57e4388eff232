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
    from typing import Any

    from typing_extensions import TypeVar

    from bosoto._enum import Word

    S = TypeVar("S", bound=Word, default=Any)
else:
    from typing import TypeVar

    S = TypeVar("S")

__all__ = ["NotRequired", "S"]
