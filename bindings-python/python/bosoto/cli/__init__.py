"""The console command `bosoto`."""

from bosoto.cli.app import app, main

__all__ = ["app", "main"]
