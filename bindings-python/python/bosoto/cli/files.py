"""Files in, with errors that are sentences."""

from __future__ import annotations

import gzip
import sys
import zlib
from pathlib import Path

from bosoto.cli import texts
from bosoto.results import Text


class FileError(Exception):
    """A file that cannot be used: a text with its places, and what to put there."""

    def __init__(self, text: Text, **places: object) -> None:
        super().__init__(text.en.format(**places))
        self.text = Text(text.th.format(**places), text.en.format(**places))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, of standard input for `-`; `.gz` is unpacked."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (gzip.BadGzipFile, EOFError, zlib.error) as problem:
        raise FileError(texts.NOT_GZIP, name=path) from problem
    except OSError as problem:
        raise FileError(texts.NO_FILE, name=path) from problem


def read_text(path: Path) -> str:
    """The UTF-8 text of a file, of standard input for `-`."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise FileError(texts.NOT_UTF8, name=path) from problem
