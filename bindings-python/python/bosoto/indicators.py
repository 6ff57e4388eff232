"""Indicators from tables: suicide (KP-15), SMI-V care (KP-16), retention (KP-22).

>>> indicator_value("KP-16", 8852, 9049, fiscal_year=2568, quarter=4).value
'97.82'
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, BinaryIO, Literal, TypedDict

from bosoto import _bosoto as native
from bosoto import calls
from bosoto._record import counted, whole_number
from bosoto.findings import ArrowStream, Tables, given, parquet, paths, texts
from bosoto.lifecycle import answer
from bosoto.policy import Policy
from bosoto.results import Area, Figure, Rows

__all__ = ["Indicator", "Population", "indicator", "indicator_value"]

Id = Literal["KP-15", "KP-16", "KP-22"]
Level = Literal["facility", "province", "region", "country"]


class Population(TypedDict):
    """Which population is the denominator of KP-15; `year` is C.E."""

    basis: Literal["mid_year", "year_end"]
    year: int


class Indicator:
    """What an indicator comes to in each area, and who counts.

    `ledger` has every member of every area as Arrow: `area`, `role` (`numerator`, `denominator`,
    `excluded`), `id`, and of one that is excluded `rule` and `reason`. No id holds a citizen id.
    """

    def __init__(self, found: native.Indicator, read: Iterable[str] = ()) -> None:
        self._native = found
        self._read = tuple(read)
        """The paths that were read."""

    @cached_property
    def _data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.to_json())
        return data

    @property
    def indicator(self) -> str:
        """The id of its rule."""
        return str(self._data["indicator"])

    @property
    def fiscal_year(self) -> int:
        """The fiscal year, B.E."""
        return int(self._data["fiscal_year"])

    @property
    def quarter(self) -> int:
        """The quarter with which the period ends."""
        return int(self._data["quarter"])

    @property
    def by(self) -> str:
        """The level of the areas."""
        return str(self._data["by"])

    @cached_property
    def policy(self) -> Policy:
        """The policy; the numbers are those of the last day of the period."""
        return Policy.from_json(json.dumps(self._data["policy"]))

    @cached_property
    def areas(self) -> Rows[Area]:
        """The areas that have something, in order."""
        return Rows(map(Area.of, self._data["areas"]))

    @property
    def ledger(self) -> ArrowStream:
        """Every member of every area."""
        return ArrowStream(self._native.ledger())

    def to_excel(
        self, path: str | os.PathLike[str] | BinaryIO, lang: Literal["th", "en"] = "th"
    ) -> None:
        """Writes a workbook (`bosoto[excel]`): the figures of the areas, and every member with
        the reason where one is excluded. Raises `ValueError` where it would be written over what
        was read."""
        from bosoto._sheets import keep, write_indicator

        keep(path, self._read)
        write_indicator(self, path, lang)

    def to_json(self) -> str:
        """Canonical JSON, ledgers included."""
        return self._native.to_json()

    def __repr__(self) -> str:
        period = f"fiscal year {self.fiscal_year}, quarter {self.quarter}"
        return f"<{type(self).__name__}: {self.indicator}, {period}, {len(self.areas)} areas>"


def indicator(
    id: Id,
    tables: Tables,
    *,
    fiscal_year: int,
    quarter: int,
    by: Level,
    policy: Policy | None = None,
    population: Population | None = None,
    trouble: Iterable[str] = (),
    unpack_limit: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Indicator:
    """An indicator with its ledger.

    `tables` maps the names of flat tables to tables that speak Arrow or to paths, or is a folder
    of such files. KP-15 is made of `deaths` and `populations`, KP-16 of `persons`, `diagnoses`,
    `special_pp` and, for provinces and regions, `facilities`, KP-22 of `episodes` and
    `follow_ups`. Of KP-16 an export (43-file tables, a ZIP, a folder of ZIPs) stands for the first
    three. Days are dates, `YYYYMMDD` or `YYYY-MM-DD`.

    The period runs from 1 October through the end of `quarter` (1 to 4) of `fiscal_year` (B.E.).
    `population` names the denominator of KP-15, which quarter 1 needs; `trouble` are the provinces
    and regions (`R1` to `R13`) whose 506S is not used. `progress` is told how many more rows were
    read.

    Raises `DataError` where it cannot be made.
    """
    if not isinstance(policy, Policy | None):
        raise TypeError(
            "`policy` is a `Policy`, such as `Policy(smiv_first_year=4)`, not "
            f"`{type(policy).__name__}`"
        )
    found = native.indicator(
        word(id, "id"),
        given(tables, "tables", "persons"),
        whole_number(fiscal_year, "fiscal_year"),
        whole_number(quarter, "quarter"),
        word(by, "by"),
        policy=None if policy is None else policy._native,
        population=None if population is None else basis_and_year(population),
        trouble=texts(trouble, "trouble"),
        unpack_limit=None if unpack_limit is None else counted(unpack_limit, "unpack_limit"),
        parquet=parquet,
        progress=progress,
    )
    return Indicator(found, paths(tables))


def word(text: str, argument: str) -> str:
    """A word of the contract."""
    if isinstance(text, str):
        return text
    raise TypeError(f"`{argument}` is a text (`str`), not `{type(text).__name__}`")


def basis_and_year(population: Population) -> tuple[str, int]:
    """The parts of a population."""
    if not isinstance(population, Mapping) or population.keys() != {"basis", "year"}:
        raise TypeError('`population` is such as `{"basis": "mid_year", "year": 2025}`')
    return word(population["basis"], "basis"), whole_number(population["year"], "year")


def indicator_value(
    id: Id, numerator: int, denominator: int, *, fiscal_year: int, quarter: int
) -> Figure:
    """What an indicator comes to from its parts alone, of any fiscal year (B.E.).

    Raises `DataError`, and `WireError` of a number above 2^53 - 1, which no JSON keeps exactly.
    """
    numbers = {
        "numerator": numerator,
        "denominator": denominator,
        "fiscal_year": fiscal_year,
        "quarter": quarter,
    }
    parts = (str(whole_number(number, name)) for name, number in numbers.items())
    return Figure.of(answer(calls.indicator_value_json(word(id, "id"), *parts)))
