"""Errors as sentences in the language asked for, or as the contract's JSON: never a traceback."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from bosoto.cli import output, texts
from bosoto.cli.files import InputError
from bosoto.cli.texts import Language
from bosoto.errors import DataError, WireError
from bosoto.results import Text
from bosoto.types import DataCode, ErrorCode

__all__ = ["Sentences"]


class Sentences(TyperGroup):
    """The commands, with the errors of this program: exit code 2."""

    def main(self, args: Sequence[str] | None = None, **named: Any) -> NoReturn:  # type: ignore[override]
        """Runs the command line."""
        typed = sys.argv[1:] if args is None else list(args)
        lang, as_json = asked(typed)
        try:
            output.prepare()
            ended = super().main(
                typed, **{**named, "prog_name": "bosoto", "standalone_mode": False}
            )
            output.finish()
        except Exception as problem:
            try:
                ended = say_why(problem, lang, as_json)
                output.finish()
            except OSError:
                output.leave(2)
        except KeyboardInterrupt:
            output.leave(130)
        raise SystemExit(ended or 0)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The subcommand; one that is not there is an error of this program."""
        if args[0] not in self.commands:
            known = ", ".join(self.commands)
            raise InputError(ErrorCode.UNKNOWN_VALUE, "", texts.NO_SUBCOMMAND, known=known)
        return super().resolve_command(ctx, args)


def asked(args: Sequence[str]) -> tuple[Language, bool]:
    """The language and whether JSON is wanted, also where the rest cannot be understood."""
    after = [value for name, value in pairwise(args) if name == "--lang"]
    joined = [arg.removeprefix("--lang=") for arg in args if arg.startswith("--lang=")]
    words = [*after, *joined, os.environ.get("BOSOTO_LANG", "")]
    lang = next((lang for word in words for lang in Language if word == lang), Language.TH)
    return lang, "--json" in args


def say_why(problem: Exception, lang: Language, as_json: bool) -> int:
    """Says what is wrong, where it is; the exit code."""
    if isinstance(problem, typer.Abort):
        return 130
    if isinstance(problem, OSError):
        # What is read says so itself: this was to be written, and takes nothing more.
        output.drop(sys.stdout)
        as_json = False
    if type(problem).__name__ == "NoArgsIsHelpError":
        output.say(str(problem), stderr=True)
    elif isinstance(problem, DataError):
        fail_data(problem, lang, as_json)
    else:
        fail(*error_of(problem), lang, as_json)
    return 2


def error_of(problem: Exception) -> tuple[str, str, Text]:
    """Code, place and words of what went wrong. No words hold a value of the input."""
    if isinstance(problem, WireError):
        return problem.code, problem.pointer, problem.message
    if isinstance(problem, InputError):
        return problem.code, problem.pointer, problem.text
    if isinstance(problem, typer.TyperException):
        return usage(problem)
    if isinstance(problem, OSError):
        return ErrorCode.UNKNOWN_VALUE, "", texts.NOT_WRITTEN
    if isinstance(problem, ImportError):
        return ErrorCode.UNKNOWN_VALUE, "", texts.NO_EXTRA
    if isinstance(problem, UnicodeEncodeError):
        return ErrorCode.MALFORMED, "", texts.NOT_TEXT
    if isinstance(problem, MemoryError):
        return ErrorCode.WRONG_LENGTH, "", texts.NO_MEMORY
    if isinstance(problem, RecursionError):
        return ErrorCode.MALFORMED, "", texts.TOO_DEEP
    # A fault of this program. Its traceback might show what a person typed or what a file holds.
    name = type(problem).__name__
    words = (side.format(name=name) for side in (texts.OURS.th, texts.OURS.en))
    return ErrorCode.UNKNOWN_VALUE, "", Text(*words)


def error_json(code: str, pointer: str, message: Text) -> str:
    """An error as the contract writes it."""
    words = {"th": message.th, "en": message.en}
    error = {"error": {"code": code, "pointer": pointer, "message": words}}
    return json.dumps(error, ensure_ascii=False, separators=(",", ":"))


def sentence(code: str, pointer: str, message: Text, lang: Language) -> str:
    """An error in words, with its kind and its place."""
    about = [lang.of(ErrorCode(code).title)]
    about += [f"{lang.of(texts.PLACE)} {pointer}"] if pointer else []
    return f"({', '.join(about)}): {lang.of(message)}"


def fail(code: str, pointer: str, message: Text, lang: Language, as_json: bool) -> None:
    """Says what is wrong: a sentence on standard error, or JSON on standard output."""
    if as_json:
        output.data(error_json(code, pointer, message))
    else:
        words = sentence(code, pointer, message, lang)
        output.say(f"{lang.of(texts.ERROR)} {words}", stderr=True)


def fail_data(problem: DataError, lang: Language, as_json: bool) -> None:
    """Says why tables cannot be judged, likewise."""
    if as_json:
        places = {"table": problem.table, "column": problem.column}
        error: dict[str, Any] = {
            "code": problem.code,
            **{name: at for name, at in places.items() if at},
        }
        error["message"] = {"th": problem.message_th, "en": problem.message_en}
        output.data(json.dumps({"error": error}, ensure_ascii=False, separators=(",", ":")))
    else:
        title = lang.of(DataCode(problem.code).title)
        words = f"{lang.of(texts.ERROR)} ({title}): {lang.of(problem.message)}"
        output.say(words, stderr=True)


def usage(error: typer.TyperException) -> tuple[str, str, Text]:
    """What was typed and cannot be understood. The classes are those of the parser, by name."""
    kind = type(error).__name__
    context: Any = getattr(error, "ctx", None)
    parameter: Any = getattr(error, "param", None)
    option = getattr(error, "option_name", "")
    name = output.plain(shown(parameter) if parameter else option)
    descriptor = getattr(parameter, "type_descriptor", None)
    choices = ", ".join(getattr(descriptor, "choices", None) or ())
    help_ = f"{context.command_path if context else 'bosoto'} --help"
    code, text = texts.USAGE.get(kind, (ErrorCode.UNKNOWN_FIELD, texts.TOO_MANY))
    if kind == "BadParameter" and not choices:
        text = texts.BAD_VALUE
    message = Text(
        *(side.format(name=name, known=choices, help=help_) for side in (text.th, text.en))
    )
    place = (parameter.opts[-1] if parameter else name).lstrip("-").rstrip("_")
    return code, f"/{place}" if place else "", message


def shown(parameter: Any) -> str:
    """An option as it is typed, an argument as the help names it."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[-1])
    return str(parameter.metavar or parameter.name.upper())
