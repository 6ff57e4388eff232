"""The generated modules are those of the core, and the stub is that of the native module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_package_is_typed() -> None:
    check = run("-m", "mypy")
    assert check.returncode == 0, check.stdout


def test_the_stub_is_that_of_the_native_module() -> None:
    check = run("-m", "mypy.stubtest", "bosoto._bosoto", "--mypy-config-file", "pyproject.toml")
    assert check.returncode == 0, check.stdout
