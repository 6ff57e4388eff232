"""What is read, and what is said where it cannot be used."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bosoto import logs
from bosoto.cli import texts
from bosoto.results import Text
from bosoto.types import ErrorCode

__all__ = ["InputError", "as_sentences", "read_logs", "read_text", "size"]


class InputError(Exception):
    """Something typed or named that cannot be used: an error of the contract, from here."""

    def __init__(self, code: ErrorCode, pointer: str, text: Text, **places: object) -> None:
        super().__init__(text.en.format(**places))
        self.code = code
        self.pointer = pointer
        self.text = Text(text.th.format(**places), text.en.format(**places))


@contextmanager
def as_sentences(path: Path) -> Iterator[None]:
    """Turns what goes wrong with a file into a sentence with its name."""
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error) as problem:
        raise InputError(ErrorCode.MALFORMED, "", texts.NOT_GZIP, name=path) from problem
    except UnicodeDecodeError as problem:
        raise InputError(ErrorCode.MALFORMED, "", texts.NOT_UTF8, name=path) from problem
    except OSError as problem:
        raise InputError(ErrorCode.UNKNOWN_VALUE, "", texts.NO_FILE, name=path) from problem


def read_text(path: Path) -> str:
    """The UTF-8 text of a file, of standard input for `-`; `.gz` is unpacked."""
    with as_sentences(path):
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")


def read_logs(path: Path, progress: Callable[[int], object]) -> Iterator[bytes]:
    """Blocks of whole lines of a file, of standard input for `-`; `progress` counts bytes."""
    return logs.blocks(sys.stdin.buffer) if str(path) == "-" else logs.read_logs(path, progress)


def size(path: Path) -> int:
    """The bytes of a file; of standard input nobody knows."""
    if str(path) == "-":
        return 0
    with as_sentences(path):
        return os.path.getsize(path)
