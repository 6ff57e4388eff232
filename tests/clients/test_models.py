"""datamodel-code-generator makes pydantic models of the schemas that have the contract's names and
take whatever was written; what jsonschema and pydantic say of one typing error names the command
that was meant.
"""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import pytest
from datamodel_code_generator import DataModelType, Formatter, InputFileType, generate
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import best_match
from pydantic import BaseModel, Field, TypeAdapter
from pydantic import ValidationError as ModelError

ROOT = Path(__file__).parents[2]
PARTS = ("command", "decision", "envelope", "event")
LIFECYCLES = sorted(
    path.name.removesuffix(".command.schema.json")
    for path in (ROOT / "schemas").glob("*.command.schema.json")
)
UNNAMED = {"Answer"}
"""The scores of an answer, a list of whole numbers: the contract has no name for it."""
Document = dict[str, Any]


@cache
def schema(name: str) -> Document:
    loaded: Document = json.loads((ROOT / f"schemas/{name}.schema.json").read_text("utf-8"))
    return loaded


def golden(name: str) -> list[Document]:
    lines = (ROOT / f"tests/golden/{name}.ndjson").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.replace(".", "_").split("_"))


def generated(described: Document) -> ModuleType:
    """The models of a schema, imported."""
    code = generate(
        json.dumps(described),
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        formatters=[Formatter.BUILTIN],
    )
    module = ModuleType("models_of_" + described["title"].replace(".", "_"))
    sys.modules[module.__name__] = module
    exec(str(code), vars(module))
    return module


@cache
def models(name: str) -> ModuleType:
    return generated(schema(name))


def classes(module: ModuleType) -> set[str]:
    return {
        name
        for name, value in vars(module).items()
        if name.isidentifier() and getattr(value, "__module__", None) == module.__name__
    }


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lifecycle", LIFECYCLES)
def test_the_models_have_the_names_and_fields_of_the_contract(lifecycle: str, part: str) -> None:
    described, module = schema(f"{lifecycle}.{part}"), models(f"{lifecycle}.{part}")
    named = {*described["$defs"], camel(described["title"])}
    assert classes(module) - UNNAMED == named
    for name, definition in described["$defs"].items():
        if "properties" in definition:
            fields = getattr(module, name).model_fields
            written = {field.alias or key for key, field in fields.items()}
            assert written == definition["properties"].keys(), name


@pytest.mark.parametrize("lifecycle", LIFECYCLES)
def test_the_models_take_every_golden_document(lifecycle: str) -> None:
    events = [event for log in golden(f"{lifecycle}.log") for event in log]
    for part, documents in (
        ("envelope", golden(f"{lifecycle}.envelope")),
        ("event", events),
        ("decision", golden(f"{lifecycle}.decision")),
    ):
        model = getattr(models(f"{lifecycle}.{part}"), camel(f"{lifecycle}.{part}"))
        for document in documents:
            assert isinstance(model.model_validate_json(json.dumps(document)), BaseModel)


@pytest.mark.parametrize("part", ["command", "envelope"])
def test_an_added_command_renames_nothing(part: str) -> None:
    before = schema(f"compulsory.{part}")
    after = copy.deepcopy(before)
    told = {"type": {"type": "string", "const": "look_again"}}
    after["$defs"]["LookAgain"] = {
        **after["$defs"]["Accept"],
        "title": "LookAgain",
        "properties": told,
    }
    commands = after if part == "command" else after["$defs"]["Command"]
    commands["oneOf"].insert(3, {"$ref": "#/$defs/LookAgain"})
    assert classes(generated(after)) == classes(generated(before)) | {"LookAgain"}


def with_one_error(command: Document) -> Iterator[tuple[str, list[str], Document]]:
    """A command with one typing error: which, where, and the command."""
    yield "type", ["type"], {**command, "type": command["type"] + "x"}
    yield "misspelt", [], {**command, "misspelt": 1}
    for name, value in command.items():
        if name != "type":
            yield name, [name], {**command, name: 1.5}
        if isinstance(value, dict) and "person" in value:
            person = {**value["person"], "nmae": ""}
            yield "nmae", [name, "person"], {**command, name: {**value, "person": person}}


def sent(lifecycle: str) -> list[Document]:
    """A golden command of each kind."""
    return [
        *{
            one["command"]["type"]: one["command"] for one in golden(f"{lifecycle}.envelope")
        }.values()
    ]


def of_one_variant(errors: Iterator[ValidationError]) -> Iterator[ValidationError]:
    """What is said of the variant that was meant, and not of all that there are."""
    return (error for error in errors if error.validator != "oneOf")


@pytest.mark.parametrize("lifecycle", LIFECYCLES)
def test_jsonschema_speaks_of_the_command_that_was_meant(lifecycle: str) -> None:
    validator = Draft202012Validator(schema(f"{lifecycle}.command"))
    for command in sent(lifecycle):
        for wrong, place, document in with_one_error(command):
            errors = [*of_one_variant(validator.iter_errors(document))]
            assert all(list(error.path) == place for error in errors)
            (error, *_) = errors
            if wrong == "type":
                assert command["type"] in error.validator_value
            if not place:
                assert f"'{wrong}'" in error.message
                assert error.schema["title"] == camel(command["type"])
                best = best_match(validator.iter_errors(document))
                assert best is not None
                assert best.message == error.message


@pytest.mark.parametrize("lifecycle", LIFECYCLES)
def test_pydantic_speaks_of_the_command_that_was_meant(lifecycle: str) -> None:
    model = getattr(models(f"{lifecycle}.command"), camel(f"{lifecycle}.command"))
    union = model.model_fields["root"].annotation
    told: TypeAdapter[object] = TypeAdapter(Annotated[union, Field(discriminator="type")])
    for command in sent(lifecycle):
        for wrong, place, document in with_one_error(command):
            with pytest.raises(ModelError) as refused:
                told.validate_python(document)
            if wrong == "type":
                (error,) = refused.value.errors()
                assert f"'{command['type']}'" in error["msg"]
                continue
            for error in refused.value.errors():
                assert error["loc"][: len(place) + 1] == (command["type"], *place)
            with pytest.raises(ModelError) as refused:
                model.model_validate(document)
            named = [
                error
                for error in refused.value.errors()
                if error["loc"][0] == camel(command["type"])
            ]
            assert named
            assert all(error["loc"][1 : len(place) + 1] == tuple(place) for error in named)
