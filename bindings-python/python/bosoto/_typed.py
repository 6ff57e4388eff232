"""What the types of documents need that Python 3.10 does not have."""

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


__all__ = ["NotRequired"]
