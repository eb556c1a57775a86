"""The JSON Schema of each kind of bank file: with it an editor explains keys and marks mistakes while one types.

`python -m detector.bank_files.json_schema [FOLDER]` writes them anew, by default beside the project's own bank.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from detector.bank_files.folder import FILES, WORD_FILES, WORDS
from detector.bank_files.listed_files import LISTED, STEM
from detector.bank_files.loader import DEFAULT_FOLDER
from detector.bank_files.tree import Plain
from detector.core.bank import Bank
from detector.core.bank.words import Words

# The version that editors know best; nothing here needs a later one.
_DIALECT = "http://json-schema.org/draft-07/schema#"
# The entry that each file of a listed folder is.
_ENTRY_FILES = {"dimension": "Dimension", "form": "LegalForm"}


class _WithoutTitles(GenerateJsonSchema):
    """A title made from a key says the key twice."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - the name is Pydantic's
        """Never."""
        return False


def schemas() -> dict[str, Plain]:
    """The schema of each kind of file by name: a file's own, or for a folder of files that of one entry."""
    whole = Bank.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_WithoutTitles)
    definitions: dict[str, Plain] = whole["$defs"]
    keys: dict[str, Plain] = {**whole["properties"]}
    for folder in LISTED:
        names: Plain = {"type": "string", "pattern": f"^{STEM}$"}
        keys[folder] = {"type": "array", "items": names, "description": Bank.model_fields[folder].description}
    kinds: dict[str, Plain] = {stem: _file(keys, there, there) for stem, there in FILES.items()}
    elsewhere = [WORDS, *(key for there in FILES.values() for key in there)]
    kinds["bank"] = _file(keys, [key for key in keys if key not in elsewhere], whole["required"])
    kinds |= {kind: definitions[entry] for kind, entry in _ENTRY_FILES.items()}
    kinds |= _word_files(definitions)
    return {kind: _whole(schema, definitions) for kind, schema in kinds.items()}


def _word_files(definitions: Mapping[str, Plain]) -> dict[str, Plain]:
    """The schema of each file of the folder of words, all of whose keys are needed."""
    match definitions[Words.__name__]:
        case {"properties": dict(keys)}:
            return {stem: _file(keys, there, there) for stem, there in WORD_FILES.items()}
        case _:
            return {}


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, one file a kind."""
    folder.mkdir(exist_ok=True)
    for kind, schema in schemas().items():
        (folder / f"{kind}.json").write_text(as_text(schema), encoding="utf-8", newline="\n")


def as_text(schema: Plain) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _file(keys: Mapping[str, Plain], there: list[str] | tuple[str, ...], needed: list[str] | tuple[str, ...]) -> Plain:
    """What a file with these keys may hold."""
    required: list[Plain] = [key for key in there if key in needed]
    properties = {key: keys[key] for key in there}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _whole(schema: Plain, definitions: Mapping[str, Plain]) -> Plain:
    """A schema with the definitions that it names, and those that they name."""
    needed: dict[str, Plain] = {}
    waiting = [*_named(schema)]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = definitions[name]
            waiting.extend(_named(definitions[name]))
    own = schema if isinstance(schema, dict) else {}
    return {"$schema": _DIALECT, **own, "definitions": {name: needed[name] for name in sorted(needed)}}


def _named(schema: Plain) -> Iterator[str]:
    """The names of all definitions that a schema refers to."""
    if isinstance(schema, dict):
        if isinstance(reference := schema.get("$ref"), str):
            yield reference.rpartition("/")[2]
        for part in schema.values():
            yield from _named(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _named(part)


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER / "schema")
