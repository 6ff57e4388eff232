"""The sample province."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bosoto.cli import demo
from bosoto.cli.demo import Province
from bosoto.cli.files import read_text
from test_cli import bosoto_cli

SAMPLE = Path(__file__).parents[2] / "examples" / "province-month"


@pytest.mark.parametrize("commands", [SAMPLE / "commands.ndjson.gz", demo.SAMPLE])
def test_the_sample_province_fares_as_its_manifest_says(commands: Path) -> None:
    counts = json.loads((commands.parent / "manifest.json").read_text("utf-8"))["counts"]
    province = Province()
    for line in gzip.decompress(commands.read_bytes()).splitlines():
        province.push(line)
    assert dict(province.counts) == {name: counts[name] for name in province.counts}
    assert sum(province.counts.values()) == counts["lines"]
    reasons = {f"{rule} {kind}": times for (rule, kind), times in province.reasons.items()}
    assert reasons == counts["refused_by"]


def test_the_sample_s_worklist_names_nobody() -> None:
    result = bosoto_cli("demo", "--unit", "99811", "--limit", "0")
    assert result.exit_code == 0, result.output
    assert "31 มี.ค. 2568" in result.stdout
    shown = {word[:2] for word in result.stdout.split() if word[1:2] == "-" and word[2:].isdigit()}
    assert shown == {"C-", "E-", "A-", "F-"}
    names = {
        json.loads(line)["do"]["command"]["person"]["last_name"]
        for line in read_text(SAMPLE / "commands.ndjson.gz").splitlines()
        if '"type":"screen"' in line and line.endswith("}}}")
    }
    assert names
    assert not any(name in result.stdout for name in names)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("th", ["พบข้อผิดพลาด 42 รายการ คำเตือน 18 รายการ", "ร้อยละ 40.74 (11 จาก 27 ราย)"]),
        ("en", ["42 errors, 18 warnings", "40.74 % (11 of 27 persons)"]),
    ],
)
def test_the_sample_ends_with_a_made_up_export_and_what_to_mend(lang: str, told: list[str]) -> None:
    result = bosoto_cli("demo", "--limit", "1", "--lang", lang)
    assert result.exit_code == 0, result.output
    _, shown = result.stdout.rsplit("\n\n", 1)
    assert shown.count(" RV-") == demo.WORST
    for line in told:
        assert line in shown
    assert "`bosoto validate export --html report.html`" in " ".join(shown.split())


def test_only_the_sample_s_own_province_has_an_export() -> None:
    province = SAMPLE / "commands.ndjson.gz"
    assert "validate" not in bosoto_cli("demo", province).stdout
    counted = json.loads(bosoto_cli("demo", "--json").stdout)
    assert set(counted) == {"on", "counts", "reasons", "worklist"}
