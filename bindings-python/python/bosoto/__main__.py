"""`python -m bosoto` is the console command `bosoto`."""

from __future__ import annotations

from bosoto.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
