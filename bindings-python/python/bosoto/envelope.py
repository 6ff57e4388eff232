"""Commands on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bosoto._lifecycles import Envelope
else:
    from bosoto._bosoto import Envelope

__all__ = ["Envelope"]
