"""The console command `bosoto`."""

from bosoto.cli import province  # noqa: F401  It adds its subcommands to the app.
from bosoto.cli.app import app, main

__all__ = ["app", "main"]
