"""The JSON Schemas that editors check bank files with: they say what the models say, and every file names its own."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from bank.broken_bank import copy_small_bank, replace_once
from jsonschema import Draft7Validator

from detector.bank_files import DEFAULT_FOLDER
from detector.bank_files.json_schema import as_text, schemas, write_schemas
from detector.bank_files.listed_files import LISTED
from detector.bank_files.tree import Plain, plain
from detector.bank_files.yaml_positions import read_yaml

FOLDER = DEFAULT_FOLDER / "schema"
FILES = [path.relative_to(DEFAULT_FOLDER).as_posix() for path in sorted(DEFAULT_FOLDER.rglob("*.yaml"))]
FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@cache
def validator(kind: str) -> Draft7Validator:
    schema = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def faults(kind: str, path: Path) -> list[str]:
    """What the schema has against a file, by the place in it."""
    tree, problems = read_yaml(path.read_text(encoding="utf-8"), path.name)
    assert tree is not None, problems
    return [error.json_path for error in validator(kind).iter_errors(plain(tree))]


def keys_without_a_word(schema: Plain) -> Iterator[str]:
    if isinstance(schema, Mapping):
        keys = schema.get("properties")
        for key, value in keys.items() if isinstance(keys, Mapping) else ():
            if not (isinstance(value, Mapping) and value.get("description")):
                yield key
        for part in schema.values():
            yield from keys_without_a_word(part)


def test_the_schemas_are_those_of_the_models() -> None:
    shipped = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}

    made = {f"{kind}.json": as_text(schema) for kind, schema in schemas().items()}

    assert shipped == made, "Write them anew: python -m detector.bank_files.json_schema"


def test_schemas_can_be_written_beside_a_bank_of_ones_own(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schema")

    written = {path.name: path.read_bytes() for path in (tmp_path / "schema").iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.iterdir()}


@pytest.mark.parametrize("kind", schemas())
def test_every_key_says_what_it_means(kind: str) -> None:
    assert [*keys_without_a_word(schemas()[kind])] == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_its_schema_and_fits_it(name: str) -> None:
    path = DEFAULT_FOLDER / name
    named = FIRST_LINE.fullmatch(path.read_text(encoding="utf-8").partition("\n")[0])
    assert named is not None

    schema = (path.parent / named[1]).resolve()

    assert schema.parent == FOLDER.resolve()
    assert schema.stem == (path.parent.name.removesuffix("s") if path.parent.name in LISTED else path.stem)
    assert faults(schema.stem, path) == []


@pytest.mark.parametrize(
    ("kind", "file", "old", "new", "at"),
    [
        pytest.param("gates", "gates.yaml", "kind: amber", "kind: ambr", "$.gates[0].kind", id="a misspelt word"),
        pytest.param("gates", "gates.yaml", "gates:", "gate:", "$", id="a misspelt list"),
        pytest.param("bank", "bank.yaml", ": 2026-11-22", ": soon", "$.published_on", id="no day"),
        pytest.param("bank", "bank.yaml", '"2026.2"\npub', "2026.2\npub", "$.version", id="a version without quotes"),
        pytest.param("bank", "bank.yaml", "[market, staff]", "[market, ../a]", "$.dimensions[1]", id="a file name"),
        pytest.param("facts", "facts.yaml", "id: is_open", "id: is-open", "$.facts[3].id", id="no id"),
        pytest.param(
            "dimension", "dimensions/market.yaml", "    why: Nothing lives without demand.\n", "", "$.questions[0]",
            id="a missing key",
        ),
        pytest.param(
            "dimension", "dimensions/market.yaml", "quick_scan:", "quik_scan:", "$.questions[0]", id="a misspelt key"
        ),
        pytest.param(
            "dimension", "dimensions/market.yaml", "      - Demand is falling\n", "", "$.questions[0].levels",
            id="three levels",
        ),
        pytest.param("sources", "sources.yaml", "number: 3", "number: three", "$.sources[2].number", id="a number"),
    ],
)  # fmt: skip
def test_a_wrong_file_does_not_fit(tmp_path: Path, kind: str, file: str, old: str, new: str, at: str) -> None:
    folder = copy_small_bank(tmp_path)
    before = faults(kind, folder / file)

    replace_once(folder, file, old, new)

    assert before == []
    assert set(faults(kind, folder / file)) == {at}


@pytest.mark.parametrize("when", ["{question: MKT1, atleast: 1}", "{all: []}", "MKT1", "{all: [{under: many}]}"])
def test_a_wrong_condition_does_not_fit(tmp_path: Path, when: str) -> None:
    folder = copy_small_bank(tmp_path)

    replace_once(folder, "dimensions/market.yaml", "{question: MKT1, at_least: 1}", when)

    assert faults("dimension", folder / "dimensions" / "market.yaml") == ["$.questions[1].when"]
