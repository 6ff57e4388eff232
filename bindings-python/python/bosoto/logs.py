"""Many logs from files: NDJSON, one line a case, `{"lifecycle", "log": [EVENT…]}`, also gzip."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO

__all__ = ["read_logs"]

BLOCK = 4 * 1024 * 1024
BOM = b"\xef\xbb\xbf"


def read_logs(
    path: str | os.PathLike[str], progress: Callable[[int], object] | None = None
) -> Iterator[bytes]:
    """The lines of a file (`.gz` is unpacked) in blocks of a few MiB, each of whole lines.

    The next block is read while the present one is used. `progress` is told how many bytes of the
    file were read since it was last told.
    """
    with open(path, "rb") as file:
        unpacked = gzip.GzipFile(fileobj=file) if os.fspath(path).endswith(".gz") else file
        told = 0
        for block in ahead(blocks(unpacked)):
            if progress:
                read = file.tell()
                progress(read - told)
                told = read
            yield block


def blocks(file: BinaryIO | gzip.GzipFile) -> Iterator[bytes]:
    """Blocks of whole lines; what begins as a JSON array is one block."""
    rest = file.read(BLOCK).removeprefix(BOM)
    if rest.lstrip().startswith(b"["):
        rest += file.read()
    while block := file.read(BLOCK):
        lines, newline, tail = block.rpartition(b"\n")
        if newline:
            yield rest + lines
            rest = tail
        else:
            rest += block
    yield rest


def ahead(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same, each made in a thread while the one before it is used."""
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, blocks, None)
        while (block := coming.result()) is not None:
            coming = reader.submit(next, blocks, None)
            yield block
