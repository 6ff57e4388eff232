"""Files that are written whole or not at all, and what tells one from another."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["identities", "whole"]


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write a file: it takes its place when all is written, or else leaves it as it was.

    What is no file, such as a pipe, can only be written to. Raises `OSError`.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        yield target
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def identities(path: Path) -> set[object]:
    """What tells a file from others, by whatever path or link it is named; a device is no file."""
    try:
        real = path.resolve()
        if not real.exists():
            return {real}
        about = real.stat()
    except (OSError, RuntimeError):
        # A path that cannot be followed is said to be one when it is written to.
        return set()
    return {real, (about.st_dev, about.st_ino)} if stat.S_ISREG(about.st_mode) else set()
