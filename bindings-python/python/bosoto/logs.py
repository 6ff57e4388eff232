"""Many logs from files: NDJSON, one line a case, `{"lifecycle", "log": [EVENT…]}`, also gzip."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO

from bosoto._text import Text
from bosoto.errors import BosotoError

__all__ = ["NotGzipError", "TooLargeError", "read_logs"]

BLOCK = 4 * 1024 * 1024
LONGEST = 64 * 1024 * 1024
"""The most bytes of a line, or of a file that is a JSON array: they are held in memory."""
UNPACKED = 1024 * 1024 * 1024
"""So many bytes a packed file is unpacked to, unless told otherwise."""
BOM = b"\xef\xbb\xbf"


class TooLargeError(BosotoError):
    """A line, a JSON array or what a packed file holds is larger than is read."""

    def __init__(self, most: int, line: bool) -> None:
        super().__init__(most, line)
        self.most = most
        """So many bytes are read."""
        self.line = line
        """Whether it is a line or an array; otherwise all that a packed file holds."""

    def __str__(self) -> str:
        return f"more than {self.most} bytes; write one case a line, or raise the limit"


class NotGzipError(BosotoError):
    """A file that is named as a packed one and is none, or not all of one."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
        """The file."""

    @property
    def message(self) -> Text:
        """What is wrong and what to do."""
        th, en = (text.format(name=self.path) for text in (NOT_GZIP.th, NOT_GZIP.en))
        return Text(th, en)

    def __str__(self) -> str:
        return self.message.en


NOT_GZIP = Text(
    "ไฟล์ {name} ไม่ใช่ไฟล์บีบอัดที่สมบูรณ์ โปรดบีบอัดใหม่",
    "the file {name} is not a complete gzip file; pack it again",
)


def read_logs(
    path: str | os.PathLike[str],
    progress: Callable[[int], object] | None = None,
    unpacked: int | None = UNPACKED,
) -> Iterator[bytes]:
    """The lines of a file (`.gz` is unpacked) in blocks of a few MiB, each of whole lines.

    The next block is read while the present one is used. `progress` is told how many bytes of the
    file were read since it was last told. Raises `TooLargeError` where a packed file holds more
    than `unpacked` bytes (`None`: any number), or where a line or an array has more than 64 MiB,
    and `NotGzipError` where one cannot be unpacked.
    """
    name = os.fspath(path)
    with open(name, "rb") as file:
        found = blocks(Unpacked(file, name, unpacked) if name.endswith(".gz") else file)
        told = 0
        seekable = file.seekable()
        # Where reading may wait for somebody, no thread waits with it.
        for block in ahead(found) if os.path.isfile(name) else found:
            if progress and seekable:
                read = file.tell()
                progress(read - told)
                told = read
            yield block


class Unpacked:
    """A gzip file, read up to a limit."""

    def __init__(self, file: BinaryIO, name: str, most: int | None) -> None:
        self.file = gzip.GzipFile(fileobj=file)
        self.name = name
        self.most = most
        self.count = 0

    def read(self, size: int) -> bytes:
        """The next bytes, at most so many."""
        try:
            found = self.file.read(size)
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise NotGzipError(self.name) from None
        self.count += len(found)
        if self.most is not None and self.count > self.most:
            raise TooLargeError(self.most, line=False)
        return found


def blocks(file: BinaryIO | Unpacked) -> Iterator[bytes]:
    """Blocks of whole lines; what begins as a JSON array is one block."""
    rest = file.read(BLOCK).removeprefix(BOM)
    array = rest.lstrip().startswith(b"[")
    while block := file.read(BLOCK):
        lines, newline, tail = (b"", b"", b"") if array else block.rpartition(b"\n")
        if newline:
            yield rest + lines
            rest = tail
        else:
            rest += block
        if len(rest) > LONGEST:
            raise TooLargeError(LONGEST, line=True)
    yield rest


def ahead(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same, each made in a thread while the one before it is used."""
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, blocks, None)
        while (block := coming.result()) is not None:
            coming = reader.submit(next, blocks, None)
            yield block
