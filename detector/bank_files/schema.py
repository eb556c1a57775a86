"""Whether every entry of a bank has the keys and kinds of values it must have."""

import json
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from detector.bank_files.tree import Items, Keys, Path, Spot, Tree, child, follow, place_of, plain
from detector.bank_files.value_messages import ID_REMEDY, value_problem
from detector.core.bank import Bank
from detector.core.errors import Problem
from detector.core.messages import did_you_mean, one_of, shown

_SHAPES = {"AnswerIs", "AllOf", "AnyOf"}


def build_bank(tree: Tree, unread: Collection[Path]) -> tuple[Bank | None, list[Problem[Spot]]]:
    """The bank of a tree, or None and every key and value that does not fit; unread keys are not called missing."""
    try:
        # Through JSON, because only there do strict models take a list for a tuple and a text for a date.
        return Bank.model_validate_json(json.dumps(plain(tree))), []
    except ValidationError as error:
        return None, list(_problems(tree, error.errors(include_url=False), unread))


def _problems(tree: Tree, errors: Iterable[ErrorDetails], unread: Collection[Path]) -> Iterator[Problem[Spot]]:
    by_path: dict[Path, ErrorDetails] = {}
    for error in errors:
        path = _real_path(tree, error["loc"])
        if path is not None and not _is_echo(tree, path, error):
            by_path.setdefault(path, error)
    missing = {path for path, error in by_path.items() if error["type"] == "missing"}
    unknown = [path for path, error in by_path.items() if error["type"] == "extra_forbidden"]
    meant = {path: _meant(path, missing) for path in unknown}
    said = {*meant.values(), *unread}
    for path, error in by_path.items():
        if path in meant:
            yield _unknown_key(tree, path, meant[path])
        elif path not in said:
            found = _unfit(tree, path, error)
            yield Problem(Spot(found.place), found.fault, found.remedy)


def _unfit(tree: Tree, path: Path, error: ErrorDetails) -> Problem[Path]:
    if error["type"] == "missing":
        return Problem(path[:-1], f"'{path[-1]}' is missing.", f"Add '{path[-1]}:' to this entry.")
    if error["loc"][-1] == "[key]":
        return Problem(path, f"{shown(path[-1])} cannot be an id.", ID_REMEDY)
    return value_problem(path, follow(tree, path), error)


def _real_path(tree: Tree, loc: tuple[str | int, ...]) -> Path | None:
    """Where an error is in the tree; None where it is about a shape of condition that was not meant."""
    path: list[str | int] = []
    here: Tree | None = tree
    for position, step in enumerate(loc):
        if step in _SHAPES and "when" in path:
            if step != _shape(here):
                return None
            continue
        below = None if here is None else child(here, step)
        is_last = position == len(loc) - 1
        if below is None and not (is_last and isinstance(here, Keys)):
            break
        path.append(step)
        here = below
    return tuple(path)


def _shape(tree: Tree | None) -> str:
    if isinstance(tree, Keys) and "all" in tree.values:
        return "AllOf"
    return "AnyOf" if isinstance(tree, Keys) and "any" in tree.values else "AnswerIs"


def _is_echo(tree: Tree, path: Path, error: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items are at fault."""
    found = follow(tree, path)
    least = error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(found, Items) and len(found.items) >= least


def _meant(path: Path, missing: set[Path]) -> Path | None:
    """The missing key that an unknown one was probably meant to be."""
    here = {str(other[-1]): other for other in missing if other[:-1] == path[:-1]}
    near = get_close_matches(str(path[-1])[:60], here, n=1)
    return here[near[0]] if near else None


def _unknown_key(tree: Tree, path: Path, meant: Path | None) -> Problem[Spot]:
    key, keys, spot = str(path[-1]), keys_at(path[:-1]), Spot(path[:-1], place_of(tree, path))
    if key in keys:
        return Problem(spot, f"'{key}' stands beside keys it does not go with.", "Use one of them.")
    remedy = f"Did you mean '{meant[-1]}'?" if meant else did_you_mean(key, keys) or one_of(keys)
    return Problem(spot, f"there is no key {shown(key)} here.", remedy)


def keys_at(path: Path) -> tuple[str, ...]:
    """The keys that an entry at this path may have."""
    models: tuple[type[BaseModel], ...] = (Bank,)
    for step in path[: path.index("when") + 1] if "when" in path else path:
        if isinstance(step, str):
            fields = [model.model_fields[step] for model in models if step in model.model_fields]
            models = tuple(dict.fromkeys(found for one in fields for found in _models_in(one.annotation)))
    return tuple(dict.fromkeys(_written(key, field) for model in models for key, field in model.model_fields.items()))


def _written(key: str, field: FieldInfo) -> str:
    """A key as it stands in a file."""
    return field.validation_alias if isinstance(field.validation_alias, str) else key


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
