"""What can go wrong, as exceptions. No message holds a value of the input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bosoto._text import Text

if TYPE_CHECKING:
    from datetime import date, datetime

    from bosoto.findings import Findings
    from bosoto.results import Reason
    from bosoto.types import ReasonKind

__all__ = ["BosotoError", "DataError", "InvalidRecords", "Rejected", "WireError"]


class BosotoError(Exception):
    """The base of every error of this package."""


class WireError(BosotoError):
    """A document that the schema forbids: nothing was changed.

    `code` is stable, `pointer` is the JSON Pointer to the place, and the messages say what to do.

    >>> from bosoto import Policy
    >>> Policy(drop_out_days=0)
    Traceback (most recent call last):
        ...
    bosoto.errors.WireError: policy_invalid at `/drop_out_days`: `drop_out_days` (time that must ...
    """

    def __init__(self, code: str, pointer: str, message_th: str, message_en: str) -> None:
        super().__init__(code, pointer, message_th, message_en)
        self.code = code
        self.pointer = pointer
        self.message_th = message_th
        self.message_en = message_en

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> WireError:
        """From its JSON."""
        message = data["message"]
        return cls(data["code"], data["pointer"], message["th"], message["en"])

    @property
    def message(self) -> Text:
        """What is wrong and what to do."""
        return Text(self.message_th, self.message_en)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WireError) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)

    def __str__(self) -> str:
        return f"{self.code} at `{self.pointer}`: {self.message_en}"


class DataError(BosotoError):
    """Tables or cells that cannot be judged: there is nothing to find.

    `code` is stable, `table` and `column` say what it is about, where it is about one, and the
    messages say what to do.

    >>> from bosoto import check_cell
    >>> check_cell("CHRONIC", "PID", "1")
    Traceback (most recent call last):
        ...
    bosoto.errors.DataError: unknown_table in CHRONIC: there is no table `CHRONIC`; known are ...
    """

    def __init__(
        self, code: str, table: str | None, column: str | None, message_th: str, message_en: str
    ) -> None:
        super().__init__(code, table, column, message_th, message_en)
        self.code = code
        self.table = table
        self.column = column
        self.message_th = message_th
        self.message_en = message_en

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> DataError:
        """From its JSON."""
        message = data["message"]
        table, column = data.get("table"), data.get("column")
        return cls(data["code"], table, column, message["th"], message["en"])

    @property
    def message(self) -> Text:
        """What is wrong and what to do."""
        return Text(self.message_th, self.message_en)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataError) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)

    def __str__(self) -> str:
        place = ".".join(part for part in (self.table, self.column) if part)
        return f"{self.code}{f' in {place}' if place else ''}: {self.message_en}"


class InvalidRecords(BosotoError):  # noqa: N818 (what it says, as `Rejected`)
    """Tables in which errors were found, raised by `Findings.raise_if_errors`.

    One that comes out of another process has its words; `findings` stay where they were made.
    """

    def __init__(self, findings: Findings) -> None:
        super().__init__(findings)
        self._findings: Findings | None = findings
        self._words = ""

    @property
    def findings(self) -> Findings:
        """What was found."""
        if self._findings is None:
            raise AttributeError("`findings` stayed in the process that made them")
        return self._findings

    def __reduce__(self) -> tuple[Callable[[str], InvalidRecords], tuple[str]]:
        return _in_words, (str(self),)

    def __str__(self) -> str:
        if self._findings is None:
            return self._words
        counts = self.findings.count_rows()
        errors = [count for count in counts if count.severity == "error"]
        most = sorted(errors, key=lambda count: -count.rows)[:3]
        told = ", ".join(f"{count.code} in {count.table} ({count.rows})" for count in most)
        return f"{sum(count.rows for count in errors)} errors, most of them {told}"


def _in_words(words: str) -> InvalidRecords:
    """The error without what was found."""
    error = InvalidRecords.__new__(InvalidRecords, words)
    error._findings, error._words = None, words
    return error


class Rejected(BosotoError):  # noqa: N818 (the contract's word)
    """A refused command, with every reason; nothing was changed."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        super().__init__(reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return "; ".join(f"{reason.rule}: {reason.message.en}" for reason in self.reasons)

    @property
    def rule(self) -> str:
        """The rule of the first reason."""
        return self.reasons[0].rule

    @property
    def kind(self) -> ReasonKind:
        """The kind of the first reason."""
        return self.reasons[0].kind

    @property
    def allowed_from(self) -> date | datetime | None:
        """From when the command is allowed: the latest date or instant of the reasons."""
        moments = [reason for reason in self.reasons if reason.allowed_from is not None]
        if not moments:
            return None
        return max(moments, key=lambda reason: reason.begins).allowed_from
