"""Subcommands over tables of the 43-file standard."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bosoto import _bosoto as native
from bosoto._enum import StrEnum
from bosoto._record import MOST
from bosoto.cli import texts
from bosoto.cli.app import AsJson, Lang, app, day_option
from bosoto.cli.counts import table
from bosoto.cli.files import MEGABYTE, InputError, keep, named, read_text, written_whole
from bosoto.cli.output import bar, data, plain, say
from bosoto.cli.texts import Language
from bosoto.findings import COLUMNS, Findings, validate
from bosoto.samples import EpisodeLabel, Label, sample, sample_episodes
from bosoto.types import ErrorCode

if TYPE_CHECKING:
    import polars

    from bosoto.indicators import Indicator

__all__: list[str] = []

AS_OF = day_option("--as-of", "วันอ้างอิงที่ใช้ดูวันที่ในอนาคต · the day after which is the future")


class Output(StrEnum):
    """How findings are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


Format = Annotated[Output, typer.Option("--format", help="รูปแบบผล · how it is written")]
OutputFile = Annotated[
    Path | None, typer.Option("--output", help="ไฟล์ปลายทาง · the file to write to")
]
MANY = 10_000_000
"""So many rows fit into the memory of any machine."""
UnpackZip = Annotated[
    int | None,
    typer.Option(
        "--unpack-limit",
        metavar="MB",
        min=1,
        max=MOST // MEGABYTE,
        help="ขนาดสูงสุดเมื่อคลาย ZIP · most MB of a ZIP",
    ),
]


def chosen(given: Output, output: Path | None, as_json: bool) -> Output:
    """How it is written: `--json` is JSON, a file named `.xlsx` a workbook; Parquet and workbooks
    need a file."""
    if given in (Output.PARQUET, Output.XLSX) and output is None:
        raise InputError(ErrorCode.MISSING_FIELD, "/output", texts.NEEDS_FILE)
    if given is not Output.TABLE:
        return given
    is_workbook = output is not None and output.suffix.lower() == ".xlsx"
    return Output.JSON if as_json else Output.XLSX if is_workbook else given


class SampleShape(StrEnum):
    """How a made-up export is written."""

    ZIP = "zip"
    LOWER = "lower"
    WINDOWS_874 = "windows-874"
    NO_HEADER = "no-header"
    FOLDER = "folder"
    CSV = "csv"
    NDJSON = "ndjson"
    PARQUET = "parquet"
    XLSX = "xlsx"
    ZIPS = "zips"


@app.command("validate")
def run(
    source: Annotated[
        Path,
        typer.Argument(
            parser=named, metavar="SOURCE", help="ZIP, โฟลเดอร์ หรือไฟล์ · a ZIP, a folder or a file"
        ),
    ],
    as_of: Annotated[str | None, AS_OF] = None,
    rules: Annotated[
        list[str] | None, typer.Option("--rule", help="ข้อหรือรหัสที่รายงาน · rules or codes reported")
    ] = None,
    areas: Annotated[
        Path | None, typer.Option(help="ไฟล์รหัสตำบล 6 หลัก · a file of 6-digit tambon codes")
    ] = None,
    persons_complete: Annotated[
        bool,
        typer.Option("--persons-complete", help="PERSON มีครบทุกคน · PERSON carries every person"),
    ] = False,
    values: Annotated[
        bool, typer.Option("--values", help="แสดงข้อมูลส่วนบุคคล · show personal values")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="คำเตือนให้ผลเป็น 1 ด้วย · warnings give exit code 1 too")
    ] = False,
    format_: Format = Output.TABLE,
    output: OutputFile = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", help="รายงานเป็นหน้าเว็บ 1 ไฟล์ · a report as one HTML page"),
    ] = None,
    unpack_limit: UnpackZip = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """ตรวจสอบข้อมูล 43 แฟ้ม (RV) · Judge 43-file tables; exit code 1 where errors are found."""
    kind = chosen(format_, output, as_json)
    keep([*native.files(source), areas], {"/output": output, "/html": html})
    with ExitStack() as stack:
        # Opened first: a report that cannot be written is said before an hour of judging.
        report = stack.enter_context(written_whole(html, "/html")) if html else None
        progress = stack.enter_context(bar(lang.of(texts.CHECKING), 0))
        findings = validate(
            source,
            as_of=None if as_of is None else date.fromisoformat(as_of),
            values=values,
            rules=rules or None,
            areas=None if areas is None else read_text(areas).split(),
            persons_complete=persons_complete,
            unpack_limit=None if unpack_limit is None else unpack_limit * MEGABYTE,
            progress=progress,
        )
        if report:
            report.write(findings.to_html(lang.value))
    if kind is Output.TABLE and output is None:
        table(findings, lang)
    elif kind is Output.PARQUET and output is not None:
        write_parquet(findings.to_polars(), output)
    elif kind is Output.XLSX and output is not None:
        write_workbook(findings, output, lang)
    else:
        write(lines(findings, kind), output)
    raise typer.Exit(int(findings.errors > 0 or (strict and len(findings) > 0)))


def lines(findings: Findings, kind: Output) -> Iterator[str]:
    """Every finding as text: an array of JSON, one a line, or CSV. What is no table is written
    as CSV is."""
    each = findings.json_lines()
    if kind is Output.JSON:
        before = "["
        for line in each:
            yield before + line
            before = ","
        yield "[]" if before == "[" else "]"
        return
    yield joined(COLUMNS)
    for line in each:
        yield joined(cells(json.loads(line)))


def cells(finding: dict[str, Any]) -> Iterator[str]:
    """The cells of a finding, in the order of a CSV."""
    key, message = finding["key"], finding["message"]
    flat = {name.lower(): cell for name, cell in key.items()}
    flat |= {"message_th": message["th"], "message_en": message["en"]}
    return (str((flat | finding).get(name, "")) for name in COLUMNS)


def joined(cells: Any) -> str:
    """A line of CSV, without its end: a cell with a line break is quoted."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(cells)
    return line.getvalue().removesuffix(writer.dialect.lineterminator)


def write(lines: Iterator[str], output: Path | None) -> None:
    """Writes lines to a file, or prints them."""
    if output is None:
        for line in lines:
            data(line)
        return
    with written_whole(output, "/output") as file:
        file.writelines(f"{line}\n" for line in lines)


def write_parquet(frame: polars.DataFrame, output: Path) -> None:
    """Writes a frame to a file that is there whole, or as it was before."""
    with written_whole(output, "/output") as file:
        frame.write_parquet(file.buffer)


def write_workbook(found: Findings | Indicator, output: Path, lang: Language) -> None:
    """Writes a workbook that is there whole, or as it was before."""
    with written_whole(output, "/output") as file:
        found.to_excel(file.buffer, lang.value)


@app.command("sample")
def make_sample(
    folder: Annotated[
        Path,
        typer.Argument(parser=named, metavar="FOLDER", help="โฟลเดอร์ปลายทาง · where to write"),
    ],
    seed: Annotated[int, typer.Option(min=0, max=MOST, help="เลขตั้งต้น · the seed")] = 1,
    persons: Annotated[
        int, typer.Option(min=0, max=MANY, help="จำนวนบุคคล · how many persons")
    ] = 200,
    defects: Annotated[
        int, typer.Option(min=0, max=MANY, help="จำนวนข้อผิดพลาด · how many defects")
    ] = 60,
    shape: Annotated[
        SampleShape, typer.Option(help="รูปแบบไฟล์ · how it is written")
    ] = SampleShape.ZIP,
    episodes: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=MANY,
            help="จำนวนเคสของ KP-22 แทนข้อมูล 43 แฟ้ม · episodes of KP-22 instead",
        ),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = Language.TH,
) -> None:
    """สร้างข้อมูลจำลอง 43 แฟ้มที่มีข้อผิดพลาด · Write a made-up export with labelled defects."""
    labels: Sequence[Label | EpisodeLabel]
    try:
        if episodes is None:
            labels = sample(folder, seed=seed, persons=persons, defects=defects, shape=shape.value)
        else:
            labels = sample_episodes(folder, seed=seed, episodes=episodes)
    except FileExistsError as problem:
        raise InputError(ErrorCode.UNKNOWN_VALUE, "/folder", texts.IS_THERE) from problem
    made = texts.SAMPLED if episodes is None else texts.SAMPLED_EPISODES
    if as_json:
        data(json.dumps([label._asdict() for label in labels], separators=(",", ":")))
    else:
        say(lang.of(made).format(count=len(labels), folder=plain(folder)))
