"""The console command `bosoto`, which needs the extra `bosoto[cli]`."""

from __future__ import annotations

import sys

__all__ = ["main"]

EXTRA = (
    "คำสั่ง `bosoto` ต้องใช้ส่วนเสริม โปรดติดตั้งด้วย `pip install 'bosoto[cli]'`\n"
    "the command `bosoto` needs an extra; install it with `pip install 'bosoto[cli]'`"
)


def main() -> None:
    """Runs the command; without the extra, says which one to install (exit code 2)."""
    try:
        from bosoto.cli.program import run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except ModuleNotFoundError as missing:
        if missing.name not in ("rich", "typer"):
            raise
        print(EXTRA, file=sys.stderr)
        raise SystemExit(2) from None
    run()
