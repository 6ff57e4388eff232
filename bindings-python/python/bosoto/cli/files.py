"""What is read, and what is said where it cannot be used."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, TextIO

from bosoto import logs
from bosoto._whole import identities, whole
from bosoto.cli import texts
from bosoto.cli.output import plain
from bosoto.errors import WireError
from bosoto.results import Text
from bosoto.types import ErrorCode

__all__ = [
    *("MEGABYTE", "InputError", "as_sentences", "keep", "read_logs", "read_text", "size"),
    "written_whole",
]

MEGABYTE = 1024 * 1024


class InputError(Exception):
    """Something typed or named that cannot be used: an error of the contract, from here."""

    def __init__(self, code: ErrorCode, pointer: str, text: Text, **places: object) -> None:
        known = {name: plain(place) for name, place in places.items()}
        super().__init__(text.en.format(**known))
        self.code = code
        self.pointer = pointer
        self.text = Text(text.th.format(**known), text.en.format(**known))

    @classmethod
    def of(cls, error: WireError, path: Path) -> InputError:
        """An error of the library, with the name of the file."""
        return cls(
            ErrorCode(error.code),
            error.pointer,
            texts.IN_FILE,
            name=path,
            th=error.message_th,
            en=error.message_en,
        )


@contextmanager
def as_sentences(path: Path) -> Iterator[None]:
    """Turns what goes wrong with a file into a sentence with its name."""
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error, logs.NotGzipError) as problem:
        raise InputError(ErrorCode.MALFORMED, "", logs.NOT_GZIP, name=path) from problem
    except UnicodeDecodeError as problem:
        raise InputError(ErrorCode.MALFORMED, "", texts.NOT_UTF8, name=path) from problem
    except logs.TooLargeError as problem:
        words = texts.LONG_LINE if problem.line else texts.UNPACKS_TOO_FAR
        most = problem.most // MEGABYTE
        raise InputError(ErrorCode.WRONG_LENGTH, "", words, name=path, most=most) from problem
    except (OSError, ValueError) as problem:
        raise InputError(ErrorCode.UNKNOWN_VALUE, "", texts.NO_FILE, name=path) from problem


def read_text(path: Path) -> str:
    """The UTF-8 text of a file, of standard input for `-`; `.gz` is unpacked."""
    with as_sentences(path), opened(path) as file:
        packed = path.suffix == ".gz"
        found = (gzip.GzipFile(fileobj=file) if packed else file).read(logs.LONGEST + 1)
        if len(found) > logs.LONGEST:
            most = logs.LONGEST // MEGABYTE
            raise InputError(ErrorCode.WRONG_LENGTH, "", texts.TOO_LARGE, name=path, most=most)
        return found.decode("utf-8-sig")


def opened(path: Path) -> AbstractContextManager[BinaryIO]:
    """A file, or standard input for `-`."""
    if str(path) != "-":
        return path.open("rb")
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return nullcontext(sys.stdin.buffer)


def read_logs(
    path: Path, progress: Callable[[int], object], most: int = logs.UNPACKED
) -> Iterator[bytes]:
    """Blocks of whole lines of a file, of standard input for `-`; `progress` counts bytes.

    A packed file is unpacked to `most` bytes.
    """
    with as_sentences(path):
        if str(path) == "-":
            with opened(path) as file:
                yield from logs.blocks(file)
        else:
            yield from logs.read_logs(path, progress, most)


def size(path: Path) -> int:
    """The bytes of a file; of standard input nobody knows."""
    if str(path) == "-":
        return 0
    with as_sentences(path):
        return os.path.getsize(path)


@contextmanager
def written_whole(path: Path, place: str) -> Iterator[TextIO]:
    """A file that is there with all its text, or as it was before; `place` is the option that names
    it."""
    try:
        with whole(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
    except OSError as problem:
        raise InputError(ErrorCode.UNKNOWN_VALUE, place, texts.NO_WRITING, name=path) from problem


def named(typed: str) -> Path:
    """A path that was typed: nothing is not the folder in which one stands."""
    if not typed:
        raise InputError(ErrorCode.MISSING_FIELD, "", texts.EMPTY_ARGUMENT)
    return Path(typed)


def keep(read: Iterable[Path | None], targets: Mapping[str, Path | None]) -> None:
    """Refuses to write over what is read, twice to one file, or to a stream by its `-`."""
    taken = {known for path in read if path for known in identities(path)}
    written: set[object] = set()
    for place, target in targets.items():
        if target is None:
            continue
        if str(target) == "-":
            raise InputError(ErrorCode.UNKNOWN_VALUE, place, texts.NO_STREAM)
        own = identities(target)
        for known, words in ((taken, texts.OVER_SOURCE), (written, texts.TWICE)):
            if known & own:
                raise InputError(ErrorCode.UNKNOWN_VALUE, place, words, name=target)
        written |= own
