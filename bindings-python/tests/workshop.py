"""Executes the analyst's notebook; as a program, writes it with what it shows now.

python tests/workshop.py
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient

WORKSHOP = Path(__file__).parents[2] / "examples" / "workshop" / "workshop.ipynb"
SECONDS = 60
"""The most time that a cell may take."""


def stored() -> Any:
    """The notebook as it lies in the repository."""
    return nbformat.read(WORKSHOP, as_version=4)


def executed() -> Any:
    """The notebook executed anew in its folder, with no settings of the user's and no times."""
    notebook = stored()
    client = NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(WORKSHOP.parent)}},
    )
    with TemporaryDirectory() as settings:
        client.execute(env={**os.environ, "IPYTHONDIR": settings})
    notebook.metadata.language_info = {"name": "python"}
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(), WORKSHOP)
