"""What the package brings and what it reads when it is imported."""

from __future__ import annotations

import ast
import builtins
import importlib.metadata
import importlib.util
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import bosoto

PACKAGE = Path(bosoto.__file__).parent


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=False
    )


def test_importing_reads_nothing_but_the_package() -> None:
    modules = "sorted(name for name in sys.modules if 'bosoto' in name or name == 'dataclasses')"
    read = python(f"import sys, bosoto; print({modules})").stdout
    assert read == "['bosoto', 'bosoto._interpreter']\n"


def test_every_name_comes_from_the_module_that_a_type_checker_reads() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in guarded.body if isinstance(node, ast.ImportFrom)]
    modules = {alias.name for node in imports if node.module == "bosoto" for alias in node.names}
    named = {
        (node.module, alias.name)
        for node in imports
        if node.module != "bosoto"
        for alias in node.names
    }
    homes = {(f"bosoto.{home}", name) for name, home in bosoto._HOMES.items()}
    assert named == homes
    assert sorted(name for _, name in named) == sorted([*bosoto.__all__, "Warning"])
    assert {name for name in bosoto._NAMES if not name.startswith("_")} == modules
    files = {path.stem for path in PACKAGE.glob("[!_]*.py")}
    assert modules == files


def test_a_star_gives_every_name_and_dir_lists_them() -> None:
    code = "from bosoto import *; import bosoto; print(all(n in globals() for n in bosoto.__all__))"
    assert python(code).stdout == "True\n"
    assert {*bosoto.__all__, "compulsory", "types"} <= set(dir(bosoto))
    with pytest.raises(AttributeError, match="nothing"):
        _ = bosoto.nothing
    assert python("import bosoto; print(bosoto.compulsory.Accept())").stdout == "Accept()\n"


def test_a_star_shadows_nothing_of_python() -> None:
    assert set(bosoto.__all__) & set(dir(builtins)) == set()
    assert issubclass(bosoto.Warning, object)
    assert bosoto.Warning is not Warning


def test_the_version_is_told_everywhere() -> None:
    assert bosoto.__version__ == importlib.metadata.version("bosoto")
    told = f"bosoto {bosoto.__version__}\n"
    run = partial(subprocess.run, capture_output=True, text=True, check=True)
    assert run([sys.executable, "-m", "bosoto", "--version"]).stdout == told
    assert run([Path(sys.executable).with_name("bosoto"), "--version"]).stdout == told
    tree = {"bosoto", "bosoto._interpreter"}
    assert python(f"import sys, bosoto; print(set(sys.modules) >= {tree})").stdout == "True\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_shell_completes_commands_and_options(shell: str) -> None:
    module = [sys.executable, "-m", "bosoto"]
    shown = {**os.environ, "_BOSOTO_COMPLETE": f"source_{shell}"}
    script = subprocess.run(module, capture_output=True, text=True, env=shown, check=True).stdout
    assert "_BOSOTO_COMPLETE" in script
    if shell == "bash":
        asked = {
            **os.environ,
            "_BOSOTO_COMPLETE": "complete_bash",
            "COMP_WORDS": "bosoto scen",
            "COMP_CWORD": "1",
        }
        found = subprocess.run(module, capture_output=True, text=True, env=asked, check=True)
        assert found.stdout.split() == ["scenario"]


def test_without_the_extra_everything_but_the_command_works() -> None:
    block = "import sys; sys.modules.update(rich=None, typer=None); "
    assert python(f"{block}from bosoto import *").returncode == 0
    command = python(f"{block}from bosoto.cli import main; main()")
    assert command.returncode == 2
    thai, english = command.stderr.splitlines()
    assert "ส่วนเสริม" in thai
    assert "an extra" in english
    assert "bosoto[cli]" in thai
    assert "bosoto[cli]" in english
    assert command.stdout == ""


def test_spark_needs_its_extra_only_where_it_is_used() -> None:
    block = "import sys; sys.modules.update(pyspark=None); import bosoto.spark; "
    assert python(block).returncode == 0
    for call in ("validate({})", "replay(None)", 'indicator("KP-22", {}, **asked)'):
        asked = "asked = dict(fiscal_year=2568, quarter=4, by='country'); "
        refused = python(f"{block}{asked}bosoto.spark.{call}")
        assert "ImportError: this needs pyspark and pyarrow" in refused.stderr
        assert "`bosoto[spark]`" in refused.stderr


@pytest.mark.parametrize(
    "run",
    [
        "import _testcapi; raise SystemExit(_testcapi.run_in_subinterp(code))",
        "import _xxsubinterpreters as it; it.run_string(it.create(), code)",
    ],
)
def test_a_sub_interpreter_is_refused_with_what_to_set(run: str) -> None:
    module = run.split()[1].rstrip(";")
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"this Python has no {module}")
    refused = python(f"code = 'import bosoto'; {run}")
    assert refused.returncode != 0
    assert "WSGIApplicationGroup %{GLOBAL}" in refused.stderr
    assert python(f"import bosoto; code = 'pass'; {run}").returncode == 0


def test_the_demo_s_data_are_small() -> None:
    assert sum(path.stat().st_size for path in PACKAGE.glob("cli/month/*")) <= 300_000
