#!/usr/bin/env bash
# Builds the source distribution into a folder, with a lock file that is exact for what is in it: the
# one of the whole workspace names more, so that `--locked` would fail inside.
set -euo pipefail
folder=$(realpath "${1:-dist}")
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
maturin sdist --out "$work" >/dev/null 2>&1
packed=$(cd "$work" && ls ./*.tar.gz)
tar -xzf "$work/$packed" -C "$work"
source=$(cd "$work" && ls -d bosoto-*/)
(cd "$work/$source" && cargo metadata --format-version 1 >/dev/null && cargo metadata --locked --format-version 1 >/dev/null)
mkdir -p "$folder"
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$work" -c "$source" | gzip -n9 >"$folder/$packed"
