"""Answers questions, a JSON array of a call's name and its arguments a line, a line each."""

from __future__ import annotations

import json
import sys

from bosoto._bosoto import call

if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        sys.stdout.write(call(name, arguments) + "\n")
