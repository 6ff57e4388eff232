"""The examples of the page about Spark answer as it says."""

from __future__ import annotations

import doctest
from pathlib import Path

from pyspark.sql import SparkSession

PAGE = Path(__file__).parents[2] / "docs" / "spark.md"


def test_the_examples_answer_as_the_page_says(spark: SparkSession) -> None:
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=options)
    assert found.attempted > 10
    assert found.failed == 0
