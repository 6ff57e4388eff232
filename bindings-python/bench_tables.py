"""Many logs as tables: a province's year replayed, compared under two policies, owed as Arrow.

One process a question, so that each starts with the memory of none: the seconds on the clock,
the rows that come out, and the most memory. The first is the yardstick: the same logs replayed,
one row a case. What is owed is asked of the last day of the year.

    python bench_tables.py FOLDER [--rounds 3]

FOLDER holds logs as `province_year` writes them.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from bosoto import Policy
from bosoto.tables import LogTable, compare, obligations, refused, states, timeliness

OTHER = '{"no_show_hours": 120, "absence_report_days": 10, "visit_period_months": 9}'
END = date(2024, 12, 31)

Ask = Callable[[list[Path]], LogTable]
QUESTIONS: dict[str, Ask] = {
    "replayed: the state of each case": states,
    "compared under two policies": lambda logs: compare(
        logs, Policy(), Policy.from_json(OTHER), on=END
    ),
    "what a policy would have refused": lambda logs: refused(logs, policy=Policy.from_json(OTHER)),
    "what is owed, as Arrow": lambda logs: obligations(logs, END),
    "how timely the work was, by unit": lambda logs: timeliness(
        logs, date(2024, 1, 1), END, by="unit"
    ),
}


def asked(name: str, logs: list[Path]) -> tuple[float, int, int]:
    """Seconds, rows, and the most memory in MiB."""
    began = time.perf_counter()
    table = QUESTIONS[name](logs)
    seconds = time.perf_counter() - began
    if table.broken:
        raise AssertionError("a log of the bench cannot be used")
    return seconds, len(table), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def fastest(name: str, logs: list[Path], rounds: int) -> tuple[float, int, int]:
    results = []
    for _ in range(rounds):
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            results.append(alone.submit(asked, name, logs).result())
    return min(results)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    logs = sorted(arguments.folder.iterdir())
    size = sum(log.stat().st_size for log in logs)
    print(f"{size / 1e6:,.0f} MB of logs")
    yardstick = None
    for name in QUESTIONS:
        seconds, rows, memory = fastest(name, logs, arguments.rounds)
        yardstick = yardstick or seconds
        beside = f"{yardstick / seconds:5.2f} of the rate of a replay"
        print(f"{name:36}{seconds:7.1f} s{rows:12,} rows{memory:7,} MiB  {beside}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
