"""The console command with input that nobody should give it: a sentence, never a traceback."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shlex
import signal
import subprocess
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import bosoto
from bosoto import Case, logs
from bosoto.cli import output, texts
from bosoto.cli.program import app
from test_batch import line
from test_cli import WHO, bosoto_cli

ON = ("--on", "2021-04-11")
NOON = ("--at", "2021-04-11T12:00:00+07:00")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX streams")
FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")


def shell(typed: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What a shell runs, `bosoto` being the console command."""
    program = "from bosoto.cli import main; main()"
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(program)}"
    typed = re.sub(r"\bbosoto\b", lambda _: command, typed, count=1)
    env = {**os.environ, **environment}
    return subprocess.run(["sh", "-c", typed], capture_output=True, env=env, timeout=300)


def said_why(result: Result) -> bool:
    """An error is one sentence of a known kind, and no fault of this program."""
    ours = texts.OURS.en.partition("(")[0]
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert ours not in result.output, result.output
    return result.exit_code == 2 and result.stderr.startswith("error (")


# Streams.

STREAMS = {
    "cp874": {"PYTHONIOENCODING": "cp874"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
}


@pytest.mark.parametrize("columns", ["0", "00", ""])
def test_a_screen_without_a_column_is_none(tmp_path: Path, columns: str) -> None:
    assert shell("bosoto rule CT-16", COLUMNS=columns).stdout == shell("bosoto rule CT-16").stdout
    gone = shell(f"bosoto replay aftercare {tmp_path}/none --lang en", COLUMNS=columns)
    assert gone.returncode == 2
    assert gone.stderr.startswith(b"error (")


@pytest.mark.parametrize("stream", STREAMS)
def test_json_is_utf_8_whatever_the_code_page(log: Path, tmp_path: Path, stream: str) -> None:
    environment = {**STREAMS[stream], "BOSOTO_LANG": "th"}
    ran = shell("bosoto rule CT-16 --json", **environment)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode("utf-8").rstrip("\n") == bosoto.rule_json("CT-16")
    merged = tmp_path / "merged.ndjson"
    ran = shell(f"bosoto merge compulsory {log} {log} > {merged}", **environment)
    assert ran.returncode == 0
    assert merged.read_bytes() == log.read_bytes()
    assert bosoto_cli("replay", "compulsory", merged).exit_code == 0
    ran = shell("bosoto rule CT-99 --json", **environment)
    assert ran.returncode == 2
    assert "ข้อกำหนด" in json.loads(ran.stdout.decode("utf-8"))["error"]["message"]["th"]


@pytest.mark.parametrize("stream", STREAMS)
def test_sentences_on_streams_that_cannot_show_them_get_replacements(
    log: Path, stream: str
) -> None:
    encoding = "cp874" if stream == "cp874" else "ascii"
    noon = " ".join(NOON)
    for typed, code in (
        ("rule CT-16", 0),
        (f"actions compulsory --log {log} {' '.join(WHO)} {noon}", 0),
        ("--help", 0),
        ("rule CT-99", 2),
        ("nothing", 2),
        ("", 2),
    ):
        ran = shell(f"bosoto {typed}", **STREAMS[stream], BOSOTO_LANG="th")
        assert ran.returncode == code, ran.stderr
        shown = (ran.stdout + ran.stderr).decode(encoding)
        assert "Traceback" not in shown
        assert ("?" in shown) is (encoding == "ascii"), shown
        assert bool(re.search("[\u0e00-\u0e7f]", shown)) is (encoding == "cp874")


def test_ticks_have_a_substitute() -> None:
    assert "✓ ก ✗".encode("ascii", "bosoto.substitute") == b"/ ? x"
    assert "✓ ก ✗".encode("cp874", "bosoto.substitute").decode("cp874") == "/ ก x"


@POSIX
@FULL
@pytest.mark.parametrize("typed", ["rule", "rule --json", "schema compulsory.event", "--help"])
def test_a_full_disk_is_a_sentence(typed: str) -> None:
    ran = shell(f"bosoto {typed} > /dev/full", BOSOTO_LANG="en")
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("error (")
    assert texts.NOT_WRITTEN.en in ran.stderr.decode()
    assert ran.stderr.count(b"\n") == 1


@POSIX
@FULL
def test_no_place_to_complain_is_exit_code_2() -> None:
    for streams in (">/dev/full 2>/dev/full", ">&- 2>&-", "2>&-", "2>/dev/full"):
        wrong = "rule CT-99" if streams[1:2] == ">" else "rule"
        assert shell(f"bosoto {wrong} {streams}").returncode == 2, streams


@POSIX
def test_closed_streams_are_a_sentence(log: Path) -> None:
    for typed in ("rule", "rule CT-16 --json", "machine compulsory"):
        ran = shell(f"bosoto {typed} >&-", BOSOTO_LANG="en")
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert texts.NOT_WRITTEN.en in ran.stderr.decode()
    for typed in (
        "replay compulsory -",
        "worklist - --role unit_user --organisation 1 --on 1/4/64",
    ):
        ran = shell(f"bosoto {typed} <&-", BOSOTO_LANG="en")
        assert ran.returncode == 2
        assert "the file - cannot be opened" in ran.stderr.decode()
    assert shell(f"bosoto replay compulsory {log} 2>&- <&-").returncode == 0


@POSIX
def test_a_reader_that_has_enough_never_makes_it_1(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = shell("bosoto access | head -1; exit $?")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.count(b"\n") == 1
    monkeypatch.setattr(output, "drop", lambda stream: None)
    with pytest.raises(SystemExit) as left:
        output.screen().on_broken_pipe()
    assert left.value.code == output.GONE
    # Where there is no SIGPIPE, writing fails.
    ignoring = "import signal, bosoto.cli.program as p; p.signal = None; p.app()"
    for typed in ("rule", "rule --json", "machine compulsory"):
        command = f"{shlex.quote(sys.executable)} -c {shlex.quote(ignoring)} {typed}"
        ran = subprocess.run(["sh", "-c", f"({command}; echo $? >&2) | :"], capture_output=True)
        assert ran.stderr.split()[-1:] == [str(output.GONE).encode()], ran.stderr


def pressed(running: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """What it says once Ctrl-C ended it. A signal that comes between Python's last look and the
    system's read waits for the end of the read: a person presses again."""
    for _ in range(6):
        running.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return running.communicate(timeout=10)
    running.kill()
    return running.communicate()


@POSIX
def test_ctrl_c_is_130(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    who = ["--role", "unit_user", "--organisation", "1", "--on", "1/4/64"]
    for typed in (["replay", "compulsory", str(pipe)], ["worklist", str(pipe), *who]):
        command = [sys.executable, "-c", "from bosoto.cli import main; main()", *typed]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with pipe.open("wb"):  # Opens once the program has opened it.
            out, said = pressed(running)
        assert (running.returncode, out, said) == (130, b"", b"")


@POSIX
def test_a_pipe_may_be_a_file(log: Path, absent: Case, tmp_path: Path) -> None:
    cases = tmp_path / "cases.ndjson"
    cases.write_text(line(absent), "utf-8")
    asked = f"{' '.join(WHO)} {' '.join(ON)} --json"
    named = shell(f"bosoto worklist {cases} {asked}")
    piped = shell(
        f"mkfifo {tmp_path}/p; cat {cases} > {tmp_path}/p & bosoto worklist {tmp_path}/p {asked}"
    )
    assert (piped.returncode, piped.stdout) == (0, named.stdout)


# Files.


def hostile() -> dict[str, bytes]:
    """What files may hold."""
    noise = random.Random(11)
    big = b"1" + b"0" * 5_000
    event = b'{"type":"referred","event_id":"a#0","at":%s,"rule":"CT-01"}'
    return {
        "empty": b"",
        "binary": noise.randbytes(5_000),
        "ones": b"\xff" * 100,
        "utf-16": '{"a": "ก"}'.encode("utf-16"),
        "nul": b"\0" * 50,
        "nul in json": b'{"at":"\0"}',
        "deep array": b"[" * 100_000,
        "deep object": b'{"a":' * 100_000,
        "deep and closed": b"[" * 100_000 + b"]" * 100_000,
        "deep within": b'{"lifecycle":"episode","case_id":"a","do":'
        + b"[" * 90_000
        + b"]" * 90_000
        + b"}",
        "huge float": b'{"at":1e999999}',
        "huge integer": b'{"at":' + big + b"}",
        "huge in array": b"[" + big + b",1e999999,-1e999999]",
        "event": event % big,
        "not a number": b'[NaN, Infinity, {"a": NaN}]',
        "half a character": b'{"lifecycle":"\\ud800","case_id":"\\udfff","name":"\\ud800","do":{}}',
        "half in bytes": b'{"a":"\xed\xa0\x80"}',
        "bom": b"\xef\xbb\xbf" * 2,
        "scalar": b"5",
        "null": b"null",
        "text": b'"text"',
        "nulls": b"[null, null]",
        "keys": b'{"\\u001b[31m": 1, "": 2, "\\u202e": {}}',
        "line separators": '{"a":"\u2028\u2029\u0085"}'.encode(),
        "carriage returns": b"\r\r\r{\r}\r",
        "many lines": b"{}\n" * 500,
    }


def reading(file: object, log: Path) -> list[tuple[object, ...]]:
    """Every command that reads a file, with this one."""
    case = ("compulsory", "--log", file)
    return [
        ("scenario", file),
        ("decide", "compulsory", file),
        ("decide", "compulsory", log, "--log", file),
        ("decide", "compulsory", file, "--log", log, "--policy", file),
        ("actions", *case, *WHO, *NOON),
        ("obligations", *case, *ON),
        ("obligations", "compulsory", "--log", log, *ON, "--policy", file),
        ("flags", *case, *NOON),
        ("view", *case, *WHO),
        ("replay", "compulsory", file),
        ("demo", file, *ON),
        ("worklist", file, *WHO, *ON),
        ("worklist", log, *WHO, *ON, "--policy", file),
        ("merge", "compulsory", file, log),
        ("smiv", file, *ON),
        ("roster", file),
        ("calendar", "81", "--from", "1/6/67", "--to", "1/7/67", *ON, "--policy", file),
    ]


@pytest.mark.parametrize("name", hostile())
def test_no_file_ends_in_a_traceback(log: Path, tmp_path: Path, name: str) -> None:
    path, packed = tmp_path / "hostile", tmp_path / "hostile.gz"
    path.write_bytes(hostile()[name])
    packed.write_bytes(gzip.compress(hostile()[name]))
    commands = [*reading(path, log), *(one for one in reading(packed, log) if one[1] == packed)]
    for arguments in commands:
        result = bosoto_cli(*arguments, "--lang", "en")
        assert said_why(result) is (result.exit_code == 2), arguments[0]
        assert result.exit_code in (0, 1, 2), arguments[0]
        assert_plain(result.output)
        as_json = bosoto_cli(*arguments, "--json")
        said_why(as_json)
        # A demo without a case has nobody whose work could be shown, but counts.
        assert as_json.exit_code == result.exit_code or arguments[0] == "demo"
        if as_json.exit_code == 2:
            jsonschema.validate(json.loads(as_json.stdout), bosoto.schema("error"))


def assert_plain(text: str) -> None:
    """Nothing that a terminal obeys, but for the ends of lines."""
    obeyed = {one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert obeyed <= {"\n"}


def test_what_is_no_file_is_a_sentence(log: Path, tmp_path: Path) -> None:
    names: list[object] = [
        tmp_path,
        tmp_path / "none",
        "a\0b",
        tmp_path / ("x" * 300),
        f"{log}/x",
        "",
    ]
    locked = tmp_path / "locked"
    locked.write_text("{}")
    locked.chmod(0)
    names += [] if os.access(locked, os.R_OK) else [locked]
    torn = tmp_path / "torn.gz"
    torn.write_bytes(gzip.compress(log.read_bytes())[:-9])
    wrong = tmp_path / "wrong.gz"
    wrong.write_bytes(log.read_bytes())
    for name in [*names, torn, wrong]:
        for arguments in reading(name, log):
            result = bosoto_cli(*arguments, "--lang", "en")
            assert said_why(result), (arguments[0], name, result.output)


@POSIX
def test_a_file_without_end_is_a_sentence(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LONGEST", 10 * 1024 * 1024)
    for arguments in reading("/dev/zero", log):
        result = bosoto_cli(*arguments, "--lang", "en")
        assert said_why(result), arguments
        assert "more than 10 megabytes" in result.stderr


def mutants(text: str, count: int) -> list[bytes]:
    """A text with bytes changed, lost, or repeated."""
    made = []
    noise = random.Random(count)
    for _ in range(count):
        data = bytearray(text.encode())
        for _ in range(noise.randrange(1, 6)):
            at = noise.randrange(len(data))
            match noise.randrange(3):
                case 0:
                    data[at] = noise.choice(b'"\\{}[],:0 \n\0\x1b\xff')
                case 1:
                    del data[at : at + noise.randrange(1, 40)]
                case _:
                    data[at:at] = data[at : at + noise.randrange(1, 40)] * noise.randrange(1, 4)
        made.append(bytes(data))
    return made


def test_mutants_of_a_log_never_end_in_a_traceback(log: Path, absent: Case, tmp_path: Path) -> None:
    path = tmp_path / "mutant"
    for mutant in mutants(log.read_text("utf-8"), 8) + mutants(line(absent), 8):
        path.write_bytes(mutant)
        for arguments in reading(path, log):
            result = bosoto_cli(*arguments, "--lang", "en")
            said_why(result)
            assert_plain(result.output)


# Packed files.


def bomb(path: Path, filling: bytes, megabytes: int) -> Path:
    """A small file that unpacks to so many megabytes."""
    member = gzip.compress(filling * (16 * 1024 * 1024 // len(filling)))
    path.write_bytes(member * (megabytes // 16))
    return path


@POSIX
@pytest.mark.parametrize("filling", [b" ", b"[", b"{}\n"])
def test_a_small_file_that_unpacks_to_gigabytes_takes_little_memory(
    log: Path, tmp_path: Path, filling: bytes
) -> None:
    path = bomb(tmp_path / "bomb.ndjson.gz", filling, 2048)
    assert path.stat().st_size < 16 * 1024 * 1024
    limit = "ulimit -v 2000000;"
    for typed in (
        f"replay compulsory {path}",
        f"demo {path} --unpack-limit 2",
        f"worklist {path} --unpack-limit 2 {' '.join(WHO)} {' '.join(ON)}",
        f"scenario {path}",
    ):
        ran = shell(f"{limit} bosoto {typed}", BOSOTO_LANG="en")
        assert ran.returncode == 2
        assert re.search("more than (2|64) megabytes|10,000 cases", ran.stderr.decode())


def test_the_limit_of_a_packed_file_can_be_raised(
    absent: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed, plain = tmp_path / "cases.ndjson.gz", tmp_path / "cases.ndjson"
    plain.write_text("\n".join([line(absent)] * 700), "utf-8")
    assert plain.stat().st_size > 1024 * 1024
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    asked = ("worklist", *WHO, *ON, "--limit", "1", "--lang", "en")
    tight = bosoto_cli(*asked, packed, "--unpack-limit", "1")
    assert said_why(tight)
    assert "--unpack-limit" in tight.stderr
    assert bosoto_cli(*asked, packed, "--unpack-limit", "2").exit_code == 0
    assert bosoto_cli(*asked, plain, "--unpack-limit", "1").exit_code == 0
    with pytest.raises(logs.TooLargeError) as error:
        list(logs.read_logs(packed, unpacked=1024))
    assert (error.value.most, error.value.line) == (1024, False)
    assert list(logs.read_logs(packed, unpacked=None)) == [plain.read_bytes()]
    monkeypatch.setattr(logs, "LONGEST", 1024)
    monkeypatch.setattr(logs, "BLOCK", 512)
    with pytest.raises(logs.TooLargeError):
        list(logs.read_logs(plain))


# Arguments.


def typed_anywhere(word: str, log: Path) -> list[tuple[str, ...]]:
    """Command lines with a word in every place."""
    case = ("compulsory", "--log", str(log))
    return [
        (word,),
        (f"--{word}",),
        ("rule", word),
        ("rule", f"--{word}"),
        ("rule", "CT-16", word),
        ("rule", "CT-16", "--lang", word),
        ("schema", word),
        ("machine", word),
        ("machine", "compulsory", "--format", word),
        ("access", word),
        ("form", word, "accept"),
        ("form", "compulsory", word),
        ("replay", word, str(log)),
        ("decide", word, str(log)),
        ("obligations", *case, "--on", word),
        ("flags", *case, "--at", word),
        ("actions", *case, *NOON, "--role", word, "--organisation", "1"),
        ("actions", *case, *NOON, "--role", "unit_user", "--organisation", word),
        ("view", *case, *WHO, "--user-id", word),
        ("worklist", str(log), *WHO, "--user-id", word, *ON),
        ("worklist", str(log), *WHO, *ON, "--from", word),
        ("worklist", str(log), *WHO, *ON, "--limit", word),
        ("worklist", str(log), *WHO, *ON, "--unpack-limit", word),
        ("calendar", word, "--from", "1/6/67", "--to", "1/7/67", *ON),
        ("demo", str(log), "--unit", word, *ON),
        ("demo", "--limit", word),
        *((name, *map(str, rest)) for name, *rest in reading(word, log)),
    ]


WORDS = {
    "bytes that are no UTF-8": os.fsdecode(b"\xff\xa1"),
    "half a character": "\ud800",
    "nul": "a\0",
    "escape": "\x1b[31mred\x07",
    "bidi": "\u202e\u2066",
    "markup": "[red]:bear:[/nothing]",
    "empty": "",
    "huge": "9" * 5_000,
    "float": "1e999999",
    "format": "{name} {0} %s",
    "dash": "-",
}


@pytest.mark.parametrize("name", WORDS)
def test_no_argument_ends_in_a_traceback(log: Path, name: str) -> None:
    for arguments in typed_anywhere(WORDS[name], log):
        for extra in ((), ("--json",)):
            runner = CliRunner(env={"COLUMNS": "100"})
            result = runner.invoke(app, [*arguments, *extra, "--lang", "en"])
            said_why(result)
            assert result.exit_code in (0, 1, 2)
            assert_plain(result.output)


@POSIX
def test_arguments_that_are_no_utf_8_reach_the_program_and_are_named(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xa1\xa2.json"
    program = [sys.executable, "-c", "from bosoto.cli import main; main()"]
    for typed in (
        ["replay", "compulsory", name],
        ["rule", b"\xff"],
        [b"\xff"],
        ["machine", b"\xff"],
    ):
        ran = subprocess.run([*program, *typed, "--lang", "en"], capture_output=True)
        assert ran.returncode == 2, typed
        assert ran.stderr.startswith(b"error ("), ran.stderr
    ran = subprocess.run([*program, "replay", "compulsory", name, "--json"], capture_output=True)
    assert r"\udca1\udca2.json" in json.loads(ran.stdout)["error"]["message"]["en"]
    try:
        Path(os.fsdecode(name)).write_bytes(b"{}")
    except OSError:  # Some file systems want UTF-8.
        return
    assert (
        subprocess.run([*program, "replay", "compulsory", name], capture_output=True).returncode
        == 1
    )


# What is shown.

WILD = "[red]\x1b[2J\u202e:bear:\x07\x9b1m\u2028[/]"


def wild_case(absent: Case, case_id: str) -> str:
    """A case as one of many logs, under an id that nobody should give."""
    documents = [json.loads(event) for event in absent.log().splitlines()]
    documents[0]["case_id"] = case_id
    documents[0]["unit"] = documents[0]["unit"]
    return json.dumps({"lifecycle": "compulsory", "log": documents}, ensure_ascii=False)


def test_texts_from_data_are_shown_as_they_are(absent: Case, tmp_path: Path) -> None:
    cases = tmp_path / "cases.ndjson"
    cases.write_text(wild_case(absent, WILD), "utf-8")
    for columns in ("200", "40"):
        runner = CliRunner(env={"COLUMNS": columns, "FORCE_COLOR": None})
        result = runner.invoke(app, ["worklist", str(cases), *WHO, *ON])
        assert result.exit_code == 0, result.output
        assert_plain(result.output)
        folded = re.sub(r"[\s│]", "", result.output)
        assert r"[red]\x1b[2J\u202e:bear:\x07\x9b1m\u2028[/]" in folded
    shown = bosoto_cli("worklist", cases, *WHO, *ON, "--json").stdout
    assert json.loads(shown)[0]["case_id"] == WILD


def test_a_terminal_gets_json_without_what_it_obeys(monkeypatch: pytest.MonkeyPatch) -> None:
    said = json.dumps({"a": WILD, "b": "\U000e0001ก"}, ensure_ascii=False)
    for terminal in (True, False):
        runner = CliRunner()
        with runner.isolation() as streams:
            monkeypatch.setattr(sys.stdout, "isatty", lambda terminal=terminal: terminal)
            output.data(said)
            shown = streams[0].getvalue().decode("utf-8")
        assert json.loads(shown) == json.loads(said)
        assert "ก" in shown
        assert (shown == f"{said}\n") is not terminal
        if terminal:
            assert_plain(shown)


def test_a_scenario_s_name_is_shown_as_it_is(tmp_path: Path) -> None:
    step = {"do": {}, "expect": {"outcome": "accepted", "x": "\x1b[1m[b]"}}
    path = tmp_path / "[bold]\x1b.json"
    path.write_text(json.dumps({"name": WILD, "lifecycle": "episode", "steps": [step]}), "utf-8")
    result = bosoto_cli("scenario", path)
    assert result.exit_code == 1
    assert r"[bold]\x1b.json: [red]\x1b[2J" in result.output
    assert_plain(result.output)
    path.unlink()
    assert r"[bold]\x1b.json" in bosoto_cli("scenario", path).stderr


@pytest.mark.parametrize("columns", ["0", "1", "3", "12", "x", "-5", "99999999"])
def test_no_width_ends_in_a_traceback(
    log: Path, absent: Case, tmp_path: Path, columns: str
) -> None:
    cases = tmp_path / "cases.ndjson"
    cases.write_text(line(absent), "utf-8")
    runner = CliRunner(env={"COLUMNS": columns})
    for typed in (
        ("obligations", "compulsory", "--log", str(log), *ON),
        ("actions", "compulsory", "--log", str(log), *WHO, *NOON),
        ("worklist", str(cases), *WHO, *ON),
        ("rule", "CT-16"),
        ("--help",),
        ("rule", "CT-99"),
    ):
        result = runner.invoke(app, list(typed))
        assert result.exit_code == (2 if typed[-1] == "CT-99" else 0), result.output
        said_why(result)


# Scenarios.

GOOD: dict[str, Any] = {
    "name": "x",
    "lifecycle": "episode",
    "steps": [{"do": {}, "expect": {"error": {}}}],
}
NONE = Path(__file__).parents[2] / "tests" / "data" / "no_scenarios.ndjson"
"""What is no scenario in any language, and where."""


@pytest.mark.parametrize("line", NONE.read_text("utf-8").splitlines())
def test_what_is_no_scenario_is_refused(tmp_path: Path, line: str) -> None:
    wrong = json.loads(line)
    good, path = tmp_path / "good.json", tmp_path / "scenario.json"
    good.write_text(json.dumps([GOOD]), "utf-8")
    path.write_text(json.dumps(wrong["document"]), "utf-8")
    assert bosoto_cli("scenario", good).exit_code == 0
    result = bosoto_cli("scenario", good, path, "--json")
    assert result.exit_code == 2, result.output
    error = json.loads(result.stdout)["error"]
    assert error["pointer"] == wrong["pointer"]
    assert "scenario.json" in error["message"]["th"]
    assert said_why(bosoto_cli("scenario", good, path, "--lang", "en"))


def test_a_scenario_whose_answer_is_another_shape_differs(tmp_path: Path) -> None:
    path = tmp_path / "scenario.json"
    steps = [
        {"obligations": {"on": "no day"}, "expect": []},
        {"obligations": {"on": "2024-01-01"}, "expect": {"error": {}}},
        {"flags": {"at": "2024-01-01"}, "expect": []},
        {"view": {"actor": {}}, "expect": {"withheld": ["/a"]}},
    ]
    path.write_text(json.dumps({**GOOD, "steps": steps}), "utf-8")
    result = bosoto_cli("scenario", path)
    assert result.exit_code in (0, 1)
    assert "step 0" in result.output
    said_why(result)


# Many logs.


def test_a_worklist_shows_the_good_cases_and_names_the_broken_ones(
    absent: Case, tmp_path: Path
) -> None:
    good = line(absent)
    bad = good.replace('"event_id"', '"event"', 1)
    first, second = tmp_path / "first.ndjson", tmp_path / "second.ndjson.gz"
    first.write_bytes(f"{good}\n\n{bad}\n".encode() + b'{"lifecycle":"\xff"}\n')
    second.write_bytes(gzip.compress(f"{bad}\n{good}\n{{\n".encode()))
    asked = ("worklist", first, second, *WHO, *ON)
    result = bosoto_cli(*asked, "--lang", "en")
    assert result.exit_code == 1
    places = [
        found.groups() for found in re.finditer(r"/(\w+\.\S+), case (\d+) \((.*?)\)", result.stderr)
    ]
    assert [(name, place) for name, place, _ in places] == [
        ("first.ndjson", "2"),
        ("first.ndjson", "3"),
        ("second.ndjson.gz", "1"),
        ("second.ndjson.gz", "3"),
    ]
    assert places[0][2] == "unknown field, at /log/0/event"
    assert "4 of 6 cases cannot be used" in result.stderr
    assert result.stdout.count("C-1") == 2 * len(
        json.loads(bosoto_cli("worklist", first, *WHO, *ON, "--json").stdout)[:-2]
    )
    thai = bosoto_cli(*asked).stderr
    assert "เคสที่ 2" in thai
    assert "ใช้ไม่ได้ 4 เคส จากทั้งหมด 6 เคส" in thai


def test_the_json_of_a_worklist_has_an_error_for_each_broken_log(
    absent: Case, tmp_path: Path
) -> None:
    good = line(absent)
    cases = f"{good}\n{{}}\n{good}\n{{\n"
    path = tmp_path / "cases.ndjson"
    path.write_text(cases, "utf-8")
    result = bosoto_cli("worklist", path, *WHO, *ON, "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    query = {"actor": {"role": "unit_user", "organisation": "10670"}, "on": "2021-04-11"}
    assert result.stdout.rstrip("\n") == bosoto.calls.worklist_json(cases, json.dumps(query))
    rows = json.loads(result.stdout)
    jsonschema.validate(rows, bosoto.schema("worklist"))
    assert [row["error"]["pointer"] for row in rows if "error" in row] == ["/1/lifecycle", "/3"]
    path.write_text("{}\n", "utf-8")
    only = json.loads(bosoto_cli("worklist", path, *WHO, *ON, "--json").stdout)
    assert [list(row) for row in only] == [["error"]]


BETWEEN = ("--from", "2021-01-01", "--to", "2021-12-31")


def test_cases_that_cannot_be_used_are_not_compared(absent: Case, tmp_path: Path) -> None:
    path = tmp_path / "cases.ndjson"
    path.write_text(f"{line(absent)}\n{{}}\n", "utf-8")
    result = bosoto_cli("compare", path, "--lang", "en")
    assert result.exit_code == 1
    assert "1 cases were compared" in result.stdout
    assert "1 of 2 cases cannot be used" in result.stderr
    path.write_text("{}\n", "utf-8")
    nothing = bosoto_cli("compare", path, "--lang", "en").stdout
    assert nothing.strip() == "0 cases were compared"


@pytest.mark.parametrize("asked", [("compare",), ("timeliness", *BETWEEN)])
def test_the_json_of_many_logs_has_an_error_for_each_broken_one(
    absent: Case, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    path = tmp_path / "cases.ndjson"
    path.write_text(f"{{}}\n{line(absent)}\n{{\n", "utf-8")
    result = bosoto_cli(asked[0], path, *asked[1:], "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    rows = json.loads(result.stdout)
    assert [row["error"]["pointer"] for row in rows if "error" in row] == ["/0/lifecycle", "/2"]


@pytest.mark.parametrize("which", ["cases", "policy", "symbolic", "hard"])
def test_a_page_is_not_written_over_what_is_read(absent: Case, tmp_path: Path, which: str) -> None:
    cases, policy = tmp_path / "cases.ndjson", tmp_path / "policy.json"
    cases.write_text(f"{line(absent)}\n", "utf-8")
    policy.write_text('{"drop_out_days": 30}', "utf-8")
    (tmp_path / "symbolic").symlink_to(cases)
    (tmp_path / "hard").hardlink_to(policy)
    target = {"cases": cases, "policy": policy}.get(which, tmp_path / which)
    before = target.read_bytes()
    result = bosoto_cli("compare", cases, "--b", policy, "--html", target, "--lang", "en")
    assert said_why(result)
    assert result.exit_code == 2
    assert "is read here and is not written over" in result.stderr
    assert target.read_bytes() == before


def test_few_of_many_broken_logs_are_named(tmp_path: Path) -> None:
    path = tmp_path / "cases.ndjson"
    path.write_text("{}\n" * 1_234, "utf-8")
    result = bosoto_cli("worklist", path, *WHO, *ON, "--lang", "en")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 21
    assert "1,234 of 1,234 cases" in result.stderr


def test_a_file_of_nothing_but_broken_logs_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.ndjson"
    path.write_text("{}\n" * 10_001, "utf-8")
    result = bosoto_cli("worklist", path, *WHO, *ON, "--lang", "en")
    assert said_why(result)
    assert "more than 10,000 cases" in result.stderr


def test_an_array_that_is_no_json_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_text("[{", "utf-8")
    result = bosoto_cli("worklist", path, *WHO, *ON, "--lang", "en")
    assert said_why(result)
    assert "cases.json: not valid JSON" in result.stderr


# Days and organisations.


@pytest.mark.parametrize("organisation", ["8101", "10670", "00", "R0", "R14", "r1", "x", ""])
def test_a_calendar_of_nobody_says_so(organisation: str) -> None:
    days = ("--from", "2024-06-01", "--to", "2024-06-30", "--on", "2024-06-20")
    result = bosoto_cli("calendar", organisation, *days, "--lang", "en")
    assert said_why(result)
    assert "at /organisation" in result.stderr
    assert "`R1` to `R13`" in result.stderr
    for known in ("81", "10", "R1", "R13"):
        assert bosoto_cli("calendar", known, *days).exit_code == 0


def test_days_the_wrong_way_round_say_so(absent: Case, tmp_path: Path) -> None:
    cases = tmp_path / "cases.ndjson"
    cases.write_text(line(absent), "utf-8")
    days = ("--from", "30/6/67", "--to", "1/6/67", "--on", "20/6/67")
    for asked in (("calendar", "81"), ("worklist", cases, *WHO)):
        result = bosoto_cli(*asked, *days, "--lang", "en")
        assert said_why(result)
        assert "at /to" in result.stderr
        assert "สลับ" in bosoto_cli(*asked, *days).stderr
        same = ("--from", "1/6/67", "--to", "1/6/67", "--on", "20/6/67")
        assert bosoto_cli(*asked, *same).exit_code == 0


def test_the_words_of_long_work_are_those_of_officials() -> None:
    assert texts.REPLAYING_CASES.th == "กำลังประมวลผลเคสและคำขอ"
    assert "งาน" in texts.MORE_ROWS.th
    assert "แถว" not in texts.MORE_ROWS.th
