"""What is read, and what is said where it cannot be used."""

from __future__ import annotations

import gzip
import sys
import zlib
from pathlib import Path

from bosoto.cli import texts
from bosoto.results import Text
from bosoto.types import ErrorCode

__all__ = ["InputError", "read_bytes", "read_text"]


class InputError(Exception):
    """Something typed or named that cannot be used: an error of the contract, from here."""

    def __init__(self, code: ErrorCode, pointer: str, text: Text, **places: object) -> None:
        super().__init__(text.en.format(**places))
        self.code = code
        self.pointer = pointer
        self.text = Text(text.th.format(**places), text.en.format(**places))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, of standard input for `-`; `.gz` is unpacked."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (gzip.BadGzipFile, EOFError, zlib.error) as problem:
        raise InputError(ErrorCode.MALFORMED, "", texts.NOT_GZIP, name=path) from problem
    except OSError as problem:
        raise InputError(ErrorCode.UNKNOWN_VALUE, "", texts.NO_FILE, name=path) from problem


def read_text(path: Path) -> str:
    """The UTF-8 text of a file, of standard input for `-`."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise InputError(ErrorCode.MALFORMED, "", texts.NOT_UTF8, name=path) from problem
