"""The shipped bank with every id renamed: the same questions, rules and words, under names that no code can know."""

import random
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

import yaml

from detector.bank_files import load_bank
from detector.bank_files.folder import FILES, WORD_FILES, WORDS
from detector.bank_files.listed_files import LISTED
from detector.core.answers import AnswerSheet, FactValue
from detector.core.bank import Migration

Tree: TypeAlias = "Mapping[str, Tree] | list[Tree] | str | int | float | bool | None"
# What an entry is, by the list it stands in.
KINDS = {
    "dimensions": "dimension",
    "questions": "question",
    "gates": "gate",
    "facts": "fact",
    "groups": "group",
    "fact_groups": "fact group",
    "stakeholders": "stakeholder",
    "stages": "stage",
    "bands": "band",
    "actions": "action",
    "forms": "form",
    "excluded_when": "exclusion",
    "conflicts": "conflict",
    "criteria": "criterion",
    "models": "model",
    "appraisal_groups": "family",
    "appraisal_criteria": "criterion",
    "out_when": "model exclusion",
    "cards": "card",
    "stage_tests": "exit test",
}
# What a key names, wherever it stands; some only in entries of one list.
NAMED = {
    "question": "question",
    "questions": "question",
    "fact": "fact",
    "best_placed": "stakeholder",
    "cleared_by": "stakeholder",
    "owner": "stakeholder",
    "stage": "stage",
    "goes_with": "form",
    "criterion": "criterion",
    "model": "model",
    "models": "model",
    "models.forms": "form",
    "comparison": "question",
    "not_beside": "action",
    "considerations.facts": "fact",
    "considerations.criteria": "criterion",
    "appraisal_criteria.group": "family",
    "caps.at_most": "band",
    "dimensions.group": "group",
    "facts.group": "fact group",
    "contract_rules.value": "fact",
    "contract_rules.code": "fact",
    "contract_rules.starts": "fact",
    "contract_rules.years": "fact",
    "contract_rules.vesting": "fact",
    "gate": "gate",
    "stakeholder": "stakeholder",
    "recommendations.band": "band",
}
SCORES = ("dimension", "group")
NEW_ID = re.compile(r"x_[a-z]{6}\d*")


@dataclass(frozen=True)
class Renaming:
    """New ids by kind and old id, an option's by its fact too; no two are the same."""

    new: Mapping[tuple[str, str], str]

    def id(self, kind: str, old: str) -> str:
        """The new id of an entry."""
        return self.new[kind, old]

    def sheet(self, sheet: AnswerSheet) -> AnswerSheet:
        """The same answers to the renamed bank."""
        return replace(
            sheet,
            facts={self.id("fact", key): self._value(key, value) for key, value in sheet.facts.items()},
            weights={self.id("dimension", key): weight for key, weight in sheet.weights.items()},
            answers={self.id("question", key): answer for key, answer in sheet.answers.items()},
            plan={self.id("action", key): planned for key, planned in sheet.plan.items()},
            workshop={self.id("question", key): found for key, found in sheet.workshop.items()},
        )

    def back(self, text: str) -> str:
        """A text with every new id as it was before."""
        old = {new: its_id for (_, its_id), new in self.new.items()}
        return NEW_ID.sub(lambda found: old.get(found[0], found[0]), text)

    def _value(self, fact: str, value: FactValue) -> FactValue:
        if isinstance(value, tuple):
            return tuple(self.id(f"option of {fact}", each) for each in value)
        return self.new.get((f"option of {fact}", value), value) if isinstance(value, str) else value


@cache
def renaming() -> Renaming:
    """The new ids of everything in the shipped bank, the same each time."""
    letters = random.Random(20261122)
    new: dict[tuple[str, str], str] = {}
    for kind, old in _ids(_shipped()):
        new[kind, old] = f"x_{''.join(letters.choices(string.ascii_lowercase, k=6))}"
        if kind == "question":
            # A question's id begins with that of its dimension.
            dimension = old.rstrip(string.digits)
            new[kind, old] = new["dimension", dimension] + old.removeprefix(dimension)
    assert len(set(new.values())) == len(new)
    return Renaming(new)


def write_renamed_bank(folder: Path) -> Path:
    """The renamed bank's files, written into a new folder."""
    bank = _renamed_entry(_shipped(), renaming())
    rules = {key: value for key, value in bank.items() if not any(key in keys for keys in FILES.values())}
    for key in LISTED:
        (folder / key).mkdir(parents=True)
        rules[key] = list(_write_each(folder, key, bank[key]))
    words = rules.pop(WORDS)
    _write(folder / "bank.yaml", rules)
    for stem, keys in FILES.items():
        _write(folder / f"{stem}.yaml", {key: bank[key] for key in keys})
    if isinstance(words, Mapping):
        (folder / WORDS).mkdir()
        for stem, keys in WORD_FILES.items():
            _write(folder / WORDS / f"{stem}.yaml", {key: words[key] for key in keys})
    return folder


def _shipped() -> dict[str, Tree]:
    bank = load_bank()
    migrations = tuple(_told_only(each) for each in bank.migrations)
    return bank.model_copy(update={"migrations": migrations}).model_dump(mode="json", exclude_defaults=True)


def _told_only(migration: Migration) -> Migration:
    """The migration with its words alone: under new ids no answer of an older version is brought over."""
    bare = Migration(from_version=migration.from_version, to_version=migration.to_version, note=migration.note)
    gone = tuple(each.model_copy(update={"now_in": ()}) for each in migration.gone)
    return bare.model_copy(update={"gone": gone, "removed": (*migration.removed, *migration.renamed)})


def _write_each(folder: Path, key: str, entries: Tree) -> Iterator[str]:
    """Write a file for each entry, called by its number; the names of the files."""
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        _write(folder / key / f"{number}.yaml", entry)
        yield f"{number}"


def _write(file: Path, content: Tree) -> None:
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100), encoding="utf-8")


def _ids(tree: Tree, kind: str = "") -> Iterator[tuple[str, str]]:
    """Every entry's kind and id, an entry before those in it."""
    if isinstance(tree, list):
        for entry in tree:
            yield from _ids(entry, kind)
    elif isinstance(tree, Mapping):
        if kind and "id" in tree:
            yield kind, str(tree["id"])
        for key, below in tree.items():
            yield from _ids(below, _kind_below(tree, key))


def _kind_below(entry: Mapping[str, Tree], key: str) -> str:
    """What the entries of a list are."""
    return f"option of {entry['id']}" if key == "options" else KINDS.get(key, "")


def _renamed(tree: Tree, names: Renaming, around: str = "", kind: str = "") -> Tree:
    """The tree with new ids; `around` is the list that it stands in, and `kind` what the entries of that are."""
    if isinstance(tree, list):
        return [_renamed(each, names, around, kind) for each in tree]
    return _renamed_entry(tree, names, around, kind) if isinstance(tree, Mapping) else tree


def _renamed_entry(entry: Mapping[str, Tree], names: Renaming, around: str = "", kind: str = "") -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    for key, below in entry.items():
        named = kind if key == "id" else _named(entry, names, around, key)
        if named and not _holds_entries(below):
            found[key] = _renamed_ids(below, names, named)
        else:
            found[key] = _renamed(below, names, key, _kind_below(entry, key))
    return found


def _named(entry: Mapping[str, Tree], names: Renaming, around: str, key: str) -> str:
    """What kind of entry a key names, or nothing."""
    if key == "is_one_of":
        return f"option of {entry['fact']}"
    if key == "score":
        return next((kind for kind in SCORES if (kind, str(entry["score"])) in names.new), "")
    return NAMED.get(f"{around}.{key}", NAMED.get(key, ""))


def _holds_entries(tree: Tree) -> bool:
    return isinstance(tree, list) and any(isinstance(each, Mapping) for each in tree)


def _renamed_ids(tree: Tree, names: Renaming, kind: str) -> Tree:
    if isinstance(tree, list):
        return [_renamed_ids(each, names, kind) for each in tree]
    return names.id(kind, tree) if isinstance(tree, str) else tree
