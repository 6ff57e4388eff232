"""Commands on their way."""

from __future__ import annotations

from bosoto._bosoto import Envelope

__all__ = ["Envelope"]
