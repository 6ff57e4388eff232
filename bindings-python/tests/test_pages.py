"""The examples of the pages about records and indicators: Python, and the command line."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bosoto.cli.program import app

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / name for name in ("records.md", "indicators.md", "command-line.md")]
SQL = DOCS / "sql.md"
README = DOCS.parent / "README.md"
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


EXAMPLES = [*PAGES[:2], SQL, DOCS / "tables.md"]


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.name)
def test_the_examples_in_python_answer_as_the_page_says(page: Path) -> None:
    found = doctest.testfile(str(page), module_relative=False, optionflags=OPTIONS)
    assert found.attempted > 10
    assert found.failed == 0


def commands(page: Path) -> list[list[str]]:
    """The commands of a page that are about records or indicators, comments left out."""
    blocks = re.findall("```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    about = ("sample", "validate", "indicator")
    return [line[1:] for line in lines if line[:1] == ["bosoto"] and line[1] in about]


@pytest.mark.parametrize("page", [README, *PAGES], ids=lambda page: page.name)
def test_the_commands_of_a_page_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = commands(page)
    assert len(found) >= 3
    for arguments in found:
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == int(arguments[0] == "validate"), (arguments, result.output)
