"""Whether every entry of a bank has the keys and kinds of values it must have."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from detector.bank_files.entry_names import entry_path
from detector.bank_files.tree import Finding, Items, Keys, Path, Tree, child, follow, place_of, plain
from detector.bank_files.value_messages import ID_REMEDY, fault_words
from detector.core.bank import Bank
from detector.core.messages import did_you_mean, one_of, shown


@dataclass(frozen=True)
class Misfit:
    """An entry that does not fit; `path` leads to the very key or value, `cut` to what must go to keep the rest."""

    finding: Finding
    path: Path
    cut: Path


_SHAPES = {"AnswerIs", "AllOf", "AnyOf"}


def build_bank(tree: Tree) -> tuple[Bank | None, list[Misfit]]:
    """The bank of a tree, or None and every key and value that does not fit."""
    try:
        # Through JSON, because only there do strict models take a list for a tuple and a text for a date.
        return Bank.model_validate_json(json.dumps(plain(tree))), []
    except ValidationError as error:
        return None, list(_misfits(tree, error.errors(include_url=False)))


def _misfits(tree: Tree, errors: Iterable[ErrorDetails]) -> Iterator[Misfit]:
    by_path: dict[Path, ErrorDetails] = {}
    for error in errors:
        path = _real_path(tree, error["loc"])
        if path is not None and not _is_echo(tree, path, error):
            by_path.setdefault(path, error)
    missing = {path for path, error in by_path.items() if error["type"] == "missing"}
    unknown = [path for path, error in by_path.items() if error["type"] == "extra_forbidden"]
    meant = {path: _meant(path, missing) for path in unknown}
    for path, error in by_path.items():
        if path in meant:
            yield Misfit(_unknown_key(tree, path, meant[path]), path, _cut(tree, path, meant[path]))
        elif path not in meant.values():
            yield Misfit(_unfit(tree, path, error), path, entry_path(tree, path))


def _cut(tree: Tree, path: Path, meant: Path | None) -> Path:
    """What must go with an unknown key: its whole entry, where that would seem to have another mistake without it."""
    is_misspelt = meant is not None or bool(did_you_mean(str(path[-1]), keys_at(path[:-1])))
    return (entry_path(tree, path) or path) if is_misspelt or "when" in path else path


def _unfit(tree: Tree, path: Path, error: ErrorDetails) -> Finding:
    if error["type"] == "missing":
        return Finding(path[:-1], f"'{path[-1]}' is missing.", f"Add '{path[-1]}:' to this entry.")
    if error["loc"][-1] == "[key]":
        return Finding(path, f"{shown(path[-1])} cannot be an id.", ID_REMEDY)
    fault = fault_words(path, follow(tree, path), error)
    return Finding(path if fault.level is None else (*path, fault.level), fault.fault, fault.remedy)


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


def _unknown_key(tree: Tree, path: Path, meant: Path | None) -> Finding:
    key, keys, place = str(path[-1]), keys_at(path[:-1]), place_of(tree, path)
    if key in keys:
        return Finding(path[:-1], f"'{key}' stands beside keys it does not go with.", "Use one of them.", place)
    remedy = f"Did you mean '{meant[-1]}'?" if meant else did_you_mean(key, keys) or one_of(keys)
    return Finding(path[:-1], f"there is no key {shown(key)} here.", remedy, place)


def keys_at(path: Path) -> tuple[str, ...]:
    """The keys that an entry at this path may have."""
    models: tuple[type[BaseModel], ...] = (Bank,)
    for step in path[: path.index("when") + 1] if "when" in path else path:
        if isinstance(step, str):
            fields = [model.model_fields[step] for model in models if step in model.model_fields]
            models = tuple(dict.fromkeys(found for one in fields for found in _models_in(one.annotation)))
    return tuple(dict.fromkeys(key for model in models for key in model.model_fields))


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
