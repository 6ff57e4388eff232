"""The analyst's notebook shows what is stored in it: `make notebook` writes it anew."""

from __future__ import annotations

from typing import Any

import pytest

from workshop import executed, stored

Shown = list[tuple[str, str]]
"""What a cell shows: kinds and texts."""


def shown(cell: Any) -> Shown:
    """What a cell shows; of a picture only that it is one, since fonts and versions draw it."""
    found = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            found.append((output.name, output.text))
        elif output.output_type == "error":
            found.append(("error", output.ename))
        else:
            pictures = {"image/png"} & output.data.keys()
            found += [(kind, "") for kind in pictures]
            found += [(kind, output.data[kind]) for kind in sorted(output.data.keys() - pictures)]
    return [one for one in found if one[0] != "stderr"]


@pytest.fixture(scope="module")
def notebooks() -> tuple[Any, Any]:
    """As it is stored, and executed."""
    return stored(), executed()


def test_the_notebook_shows_what_is_stored(notebooks: tuple[Any, Any]) -> None:
    before, after = notebooks
    for old, new in zip(before.cells, after.cells, strict=True):
        assert shown(new) == shown(old), f"run `make notebook`; the cell is\n{old.source}"
        assert old.get("execution_count") == new.get("execution_count")


def test_github_has_what_it_draws(notebooks: tuple[Any, Any]) -> None:
    before, _ = notebooks
    kinds = [kind for cell in before.cells for kind, _ in shown(cell)]
    assert kinds.count("image/png") == 3
    assert kinds.count("text/html") > 10
    assert "error" not in kinds


def test_nothing_stored_depends_on_who_ran_it(notebooks: tuple[Any, Any]) -> None:
    before, _ = notebooks
    assert before.metadata.language_info == {"name": "python"}
    assert not any("execution" in cell.metadata for cell in before.cells)
    texts = [text for cell in before.cells for _, text in shown(cell)]
    assert not any(where in text for where in ("/tmp", "/home", "/root") for text in texts)
