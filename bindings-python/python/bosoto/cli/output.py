"""What is printed: data as UTF-8 bytes, sentences as far as the stream can show them.

What comes from a file or from an argument is shown as it is: neither markup nor a character that a
terminal obeys reaches it.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

__all__ = ["bar", "data", "finish", "plain", "prepare", "say", "screen", "shown"]

ASCII = "bosoto_ascii"
UNLIMITED = 10_000
"""The width of what has none."""
GONE = 141
"""The exit code where the reader has enough, as that of SIGPIPE in a shell."""
OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode's categories of what a terminal obeys or hides: control characters, directions, halves of
characters, line separators."""
SUBSTITUTES = {"✓": "/", "✗": "x", "…": "...", "·": "-", "–": "-"}
"""For streams that know no better; ticks as on paper forms."""


def substitute(problem: UnicodeError) -> tuple[str, int]:
    """What stands for characters that a stream cannot show."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    missing = problem.object[problem.start : problem.end]
    return "".join(SUBSTITUTES.get(one, "?") for one in missing), problem.end


codecs.register_error("bosoto.substitute", substitute)


def plain_ascii(name: str) -> codecs.CodecInfo | None:
    """ASCII by another name: the parser takes a stream of that name for a mistake."""
    if name != ASCII:
        return None
    found = codecs.lookup("ascii")
    return codecs.CodecInfo(
        found.encode,
        found.decode,
        incrementalencoder=found.incrementalencoder,
        incrementaldecoder=found.incrementaldecoder,
        name=ASCII,
    )


codecs.register(plain_ascii)


def escaped(character: str) -> str:
    """A character as its code, if a terminal would obey it."""
    if unicodedata.category(character) in OBEYED:
        return character.encode("unicode_escape").decode("ascii")
    return character


def plain(text: object) -> str:
    """A text from outside in one line, each character that a terminal obeys as its code.

    >>> print(plain("C-1\\x1b[31m"))
    C-1\\x1b[31m
    """
    text = str(text)
    return text if text.isprintable() else "".join(map(escaped, text))


def shown(text: str) -> str:
    """The same, its lines kept."""
    return "\n".join(map(plain, text.split("\n")))


class Screen(Console):
    """Where sentences and tables go."""

    def on_broken_pipe(self) -> None:
        """A reader that has enough ends it quietly."""
        leave(GONE)


def screen(stderr: bool = False) -> Console:
    """Where to print: a file or a pipe has no width."""
    console = Screen(highlight=False, markup=False, emoji=False, stderr=stderr)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = UNLIMITED
    return console


def say(line: str, stderr: bool = False) -> None:
    """Prints a sentence."""
    screen(stderr).print(shown(line), soft_wrap=stderr)


def data(text: str) -> None:
    """Prints data as UTF-8, whatever the stream's own encoding."""
    if sys.stdout.isatty():
        text = "".join(one if one == "\n" else json_escaped(one) for one in text)
    # Half a character, which only a file can have, becomes its JSON escape.
    line = f"{text}\n".encode("utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.buffer.write(line)
        else:
            sys.stdout.write(line.decode("utf-8"))
    except BrokenPipeError:
        leave(GONE)


def json_escaped(character: str) -> str:
    """A character of JSON, escaped if a terminal would obey it: it means the same."""
    if unicodedata.category(character) not in OBEYED:
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def prepare() -> None:
    """No stream fails at a character; one that was closed says nothing, or `OSError`.

    A screen without a column is none: what knows no width says 0.
    """
    if not os.environ.get("COLUMNS", "").strip("0"):
        os.environ.pop("COLUMNS", None)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  For the process's life.
    if sys.stdout is None:
        raise OSError("standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(
                encoding=ASCII if ascii_only else stream.encoding, errors="bosoto.substitute"
            )


def finish() -> None:
    """Sees that all is written; raises `OSError` where it cannot be."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError:
        leave(GONE)


def leave(code: int) -> NoReturn:
    """Ends the program without a word, though what was printed last cannot be written."""
    for stream in (sys.stdout, sys.stderr):
        drop(stream)
    raise SystemExit(code)


def drop(stream: TextIO | None) -> None:
    """Lets what a stream still holds go nowhere, so that the interpreter does not fail at it."""
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def bar(words: str, total: int) -> Iterator[Callable[[int], object]]:
    """A bar where a person watches; it is told how much more is done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    watched = sys.stderr.isatty()
    with Progress(
        *columns, console=screen(stderr=True), transient=True, disable=not watched
    ) as progress:
        task = progress.add_task(words, total=total or None)
        yield lambda more: progress.advance(task, more)
