"""Errors as sentences in the language asked for, or as the contract's JSON: never a traceback."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from bosoto.cli import texts
from bosoto.cli.files import InputError
from bosoto.cli.tables import screen
from bosoto.cli.texts import Language
from bosoto.errors import WireError
from bosoto.results import Text
from bosoto.types import ErrorCode

__all__ = ["Sentences"]


class Sentences(TyperGroup):
    """The commands, with the errors of this program: exit code 2."""

    def main(self, args: Sequence[str] | None = None, **named: Any) -> NoReturn:  # type: ignore[override]
        """Runs the command line."""
        typed = sys.argv[1:] if args is None else list(args)
        lang, as_json = asked(typed)
        use_utf8(as_json)
        try:
            ended = super().main(
                typed, **{**named, "prog_name": "bosoto", "standalone_mode": False}
            )
        except WireError as error:
            message = Text(error.message_th, error.message_en)
            fail(error.code, error.pointer, message, lang, as_json)
        except InputError as error:
            fail(error.code, error.pointer, error.text, lang, as_json)
        except typer.TyperException as error:
            usage(error, lang, as_json)
        except typer.Abort:
            raise SystemExit(130) from None
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


def use_utf8(as_json: bool) -> None:
    """JSON, files and pipes are UTF-8; a terminal shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if as_json or not stream.isatty():
                stream.reconfigure(encoding="utf-8")
            else:
                stream.reconfigure(errors="replace")


def fail(code: str, pointer: str, message: Text, lang: Language, as_json: bool) -> NoReturn:
    """Says what is wrong: a sentence on standard error, or JSON on standard output."""
    if as_json:
        words = {"th": message.th, "en": message.en}
        error = {"error": {"code": code, "pointer": pointer, "message": words}}
        print(json.dumps(error, ensure_ascii=False, separators=(",", ":")))
    else:
        about = [lang.of(ErrorCode(code).title)]
        about += [f"{lang.of(texts.PLACE)} {pointer}"] if pointer else []
        sentence = f"{lang.of(texts.ERROR)} ({', '.join(about)}): {lang.of(message)}"
        screen(stderr=True).print(sentence, markup=False, soft_wrap=True)
    raise SystemExit(2)


def usage(error: typer.TyperException, lang: Language, as_json: bool) -> NoReturn:
    """What was typed and cannot be understood. The classes are those of the parser, by name."""
    kind = type(error).__name__
    context: Any = getattr(error, "ctx", None)
    if kind == "NoArgsIsHelpError":
        typer.echo(error.message, err=True)
        raise SystemExit(2)
    parameter: Any = getattr(error, "param", None)
    option = getattr(error, "option_name", "")
    name = shown(parameter) if parameter else option
    descriptor = getattr(parameter, "type_descriptor", None)
    choices = ", ".join(getattr(descriptor, "choices", None) or ())
    help_ = f"{context.command_path if context else 'bosoto'} --help"
    code, text = texts.USAGE.get(kind, (ErrorCode.UNKNOWN_FIELD, texts.TOO_MANY))
    if kind == "BadParameter" and not choices:
        text = texts.BAD_VALUE
    message = Text(
        *(side.format(name=name, known=choices, help=help_) for side in (text.th, text.en))
    )
    place = (parameter.opts[-1] if parameter else option).lstrip("-").rstrip("_")
    fail(code, f"/{place}" if place else "", message, lang, as_json)


def shown(parameter: Any) -> str:
    """An option as it is typed, an argument as the help names it."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[-1])
    return str(parameter.metavar or parameter.name.upper())
