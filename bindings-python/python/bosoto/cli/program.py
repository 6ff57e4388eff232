"""The whole command line: the app with every subcommand."""

from __future__ import annotations

import signal

# They add their subcommands to the app.
from bosoto.cli import indicator, province, records, workshop  # noqa: F401
from bosoto.cli.app import app

__all__ = ["app", "run"]


def run() -> None:
    """Runs the command. A reader that has enough (`| head`) ends it quietly."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    app()
