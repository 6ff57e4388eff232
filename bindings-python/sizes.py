"""What is in the native library: its code by crate, and its size as it is shipped.

    python sizes.py LIBRARY STRIPPED

LIBRARY has its symbols. `nm` reads them; what carries no name of a crate is counted as `other`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

CRATE = re.compile(r"<?(?:[A-Z] as |&|\[|dyn |mut )*(\w+)[^:]*::")


def by_crate(library: Path) -> Counter[str]:
    """Bytes of code by the crate that a function's name begins with."""
    command = ["nm", "--size-sort", "--print-size", "--demangle", "--radix=d", str(library)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    sizes: Counter[str] = Counter()
    for line in lines:
        _, size, kind, name = line.split(maxsplit=3)
        if kind in "tTwW":
            found = CRATE.match(name)
            sizes[found[1] if found else "other"] += int(size)
    return sizes


def main() -> int:
    library, stripped = map(Path, sys.argv[1:])
    sizes = by_crate(library)
    print(f"{stripped.stat().st_size:>12,}  {stripped.name}, stripped")
    print(f"{sizes.total():>12,}  of it code:")
    for crate, size in sizes.most_common(12):
        print(f"{size:>12,}    {crate}")
    print(f"{sizes.total() - sum(size for _, size in sizes.most_common(12)):>12,}    the rest")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
