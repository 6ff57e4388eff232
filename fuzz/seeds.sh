#!/bin/sh
# Fills corpus/ from the golden files and the scenarios, one document a file.
set -eu
cd "$(dirname "$0")"
golden=../tests/golden
split_lines() { # target, files…
    target=$1
    shift
    mkdir -p "corpus/$target"
    cat "$@" | awk -v folder="corpus/$target" '{ file = folder "/seed-" NR; print > file; close(file) }'
}
split_lines envelope "$golden"/*.envelope.ndjson
split_lines log "$golden"/*.log.ndjson
{ printf '\357\273\277'; cat corpus/envelope/seed-1; } > corpus/envelope/seed-marked
mkdir -p corpus/policy corpus/calendar corpus/commands
printf '{"profile":"in_force","drop_out_anchor":"missed_date"}' > corpus/policy/seed-1
printf '{"program_days":[90,120],"smiv_first_year":4}' > corpus/policy/seed-2
printf '{"profile":"in_force","later":[{"from":"2020-06-06","drop_out_days":30},{"from":"2024-06-06","visit_every_days":30}]}' \
    > corpus/policy/seed-3
number=0
for text in 2021-04-03 20210403 3/4/2564 3/4/64 '๓ เมษายน ๒๕๖๔' '3 เม.ย. 2564' \
    2021-04-17T09:00:00+07:00 2021-04-16T17:30:00.5Z; do
    number=$((number + 1))
    printf '%s' "$text" > "corpus/calendar/seed-$number"
done
for file in "$golden"/*.envelope.ndjson; do
    cp "$file" "corpus/commands/$(basename "$file")"
done
