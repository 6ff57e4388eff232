"""Tables that lose no cell: as wide as they are where there is no terminal, folded where there is
one, and a list of rows where even that is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bosoto.cli.output import UNLIMITED, screen, shown

__all__ = ["WIDE", "Cell", "Column", "show"]

Cell = str | Text
NARROWEST = 10
"""So many places a column that folds must have; with less, the rows are listed."""
WIDE = 110
"""From this many columns on, no Thai label is broken in a table of four."""
FRAME = 3
"""What a column's frame takes: its line and the space on both sides."""


@dataclass(frozen=True)
class Column:
    """A column: what stands above it, how much of the width it has, and whether it may fold."""

    title: str
    ratio: int = 1
    whole: bool = False
    """An id, a date or a number: never broken."""
    number: bool = False


def show(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], title: str = "") -> None:
    """Prints the rows."""
    console = screen()
    title = shown(title)
    texts = [list(map(cell_of, row)) for row in rows]
    if needed(columns, texts) > console.width:
        as_list(console, columns, texts, title)
    else:
        as_table(console, columns, texts, title)


def cell_of(cell: Cell) -> Text:
    """A cell without a character that a terminal obeys."""
    text = cell if isinstance(cell, str) else cell.plain
    safe = shown(text)
    return Text(safe) if isinstance(cell, str) or safe != text else cell


def needed(columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> int:
    """The width below which something would be cut."""
    widths = (
        widest(column, [row[index] for row in rows]) if column.whole else NARROWEST
        for index, column in enumerate(columns)
    )
    return sum(width + FRAME for width in widths) + 1


def widest(column: Column, cells: Sequence[Text]) -> int:
    """The width of the longest line of a column."""
    lines = [line for cell in cells for line in cell.plain.splitlines()]
    return max(map(cell_len, [column.title, *lines]))


def as_table(
    console: Console, columns: Sequence[Column], rows: Sequence[Sequence[Text]], title: str
) -> None:
    limited = console.width < UNLIMITED
    lines = any("\n" in cell.plain for row in rows for cell in row)
    table = Table(title=title or None, expand=limited, show_lines=lines)
    for column in columns:
        table.add_column(
            column.title,
            ratio=column.ratio if limited and not column.whole else None,
            no_wrap=column.whole,
            overflow="fold",
            justify="right" if column.number else "left",
        )
    for row in rows:
        table.add_row(*row)
    console.print(table)


def as_list(
    console: Console, columns: Sequence[Column], rows: Sequence[Sequence[Text]], title: str
) -> None:
    if title:
        console.print(title, style="italic")
    for row in rows:
        console.print()
        for column, cell in zip(columns, row, strict=True):
            if cell.plain:
                gap = "\n" if "\n" in cell.plain else " "
                console.print(Text.assemble(f"{column.title}:{gap}", cell), overflow="fold")
