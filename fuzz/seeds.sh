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
mkdir -p corpus/row
printf '10670|3100600445635|000123||001|สมชาย|ใจดี||1|19900131|||||099' > corpus/row/seed-1
printf '10670|000123|7|20240603|1|F20.0|00100||20240603091500|3100600445635|EA0010670' > corpus/row/seed-2
printf 'F43_10670_20240601120000.zip' > corpus/row/seed-3
printf 'DIAGNOSIS_OPD_10670_1.txt' > corpus/row/seed-4
mkdir -p corpus/workbook
header='<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
printf '%s<row r="5" hidden="1"><c r="A5"><v>10670</v></c><c r="B5" t="str"><f>A5</f><v>7</v></c><c r="C5" s="1"><v>32904</v></c></row></sheetData><mergeCells><mergeCell ref="A5:A6"/></mergeCells>' \
    "$header" > corpus/workbook/seed-1
printf '%s<row><c t="inlineStr"><is><t>10670</t></is></c><c t="b"><v>1</v></c><c t="d"><v>2024-06-03T09:15:00</v></c><c t="e"><v>#N/A</v></c></row></sheetData>' \
    "$header" > corpus/workbook/seed-2
mkdir -p corpus/member corpus/zip target/texts
cargo run --quiet --locked --example seeds -- corpus/member target/texts
cd target/texts
rm -f ../../corpus/zip/seed-*
python3 -m zipfile -c ../../corpus/zip/seed-1 ./*.txt
python3 -m zipfile -c ../../corpus/zip/seed-2 PERSON.txt SERVICE.txt
