"""Refuses sub-interpreters: the native module lives once in a process, in its main interpreter."""

from __future__ import annotations

import sys
from importlib import import_module

__all__ = ["refuse_sub_interpreter"]

REFUSAL = (
    "bosoto ใช้ได้เฉพาะในอินเทอร์พรีเตอร์หลักของโพรเซส หากใช้ mod_wsgi โปรดกำหนด "
    "`WSGIApplicationGroup %{GLOBAL}` · bosoto works in the main interpreter of a process only; "
    "with mod_wsgi, set `WSGIApplicationGroup %{GLOBAL}`"
)


def refuse_sub_interpreter() -> None:
    """Raises `ImportError` in a sub-interpreter, where types would not be the same ones."""
    name = "_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters"
    try:
        interpreters = import_module(name)
    except ImportError:
        return  # A Python that has none.
    if interpreters.get_current() != interpreters.get_main():
        raise ImportError(REFUSAL)
