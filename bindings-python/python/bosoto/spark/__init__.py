"""Validation, replay and indicators on Apache Spark (`bosoto[spark]`).

Spark brings rows together; what is right and wrong the library says itself, so that it has to be
installed where Spark's Python workers run. Results equal those of one machine, by key.

- `validate`: findings, good and bad rows of the tables of the 43-file standard (RV-01 to RV-08).
- `replay`: the case of each log, or what is wrong with it.
- `indicator`: KP-15, KP-16 and KP-22 with their ledgers.
"""

from bosoto.spark.cases import replay
from bosoto.spark.indicators import indicator
from bosoto.spark.records import Findings, validate

__all__ = ["Findings", "indicator", "replay", "validate"]
