"""What an entry of the bank is called in a message."""

from collections.abc import Iterator

from detector.bank_files.tree import Keys, Leaf, Path, Tree, child
from detector.core.messages import shown

_NAMES = {
    "dimensions": "dimension",
    "questions": "question",
    "gates": "gate",
    "facts": "fact",
    "options": "option",
    "groups": "group",
    "fact_groups": "fact group",
    "stakeholders": "stakeholder",
    "stages": "stage",
    "actions": "action",
    "sources": "source",
    "bands": "band",
    "caps": "cap",
    "migrations": "migration",
    "evidence_grades": "evidence grade",
    "levels": "level",
    "forms": "form",
    "excluded_when": "exclusion",
    "favoured_when": "favour",
    "warned_when": "caution",
    "speaks_for": "point for",
    "speaks_against": "point against",
    "conflicts": "conflict",
    "criteria": "criterion",
    "models": "model",
    "cells": "cell",
    "advantages": "advantage",
    "disadvantages": "disadvantage",
    "appraisal_groups": "family",
    "appraisal_criteria": "criterion",
    "appraisal": "appraisal",
    "shifts": "shift",
    "out_when": "exclusion",
    "notes": "note",
    "parts": "part",
    "considerations": "consideration",
    "cards": "card",
    "resembles": "resemblance",
    "stage_tests": "stage test",
    "examples": "example",
    "money_inputs": "money input",
    "money_ranges": "money range",
    "money_proposals": "money proposal",
    "categories": "category",
    "codes": "service",
    "terms": "term",
    "lines": "line",
    "times": "time",
    "recommendations": "recommendation",
    "points": "point",
    "instead": "other text",
}
# What an entry is called by, the first of these that it has.
_IDS = (
    "id", "number", "rule", "grade", "from_version", "criterion", "part", "varies", "question", "code", "gate",
    "stakeholder", "term", "band", "model",
)  # fmt: skip


def entry_words(tree: Tree, path: Path) -> str:
    """The entry in words: "question INC2, level 3", "gate 'lawful_route', question"; nothing for the whole bank."""
    return ", ".join(_parts(tree, path))


def _parts(tree: Tree, path: Path) -> list[str]:
    parts: list[str] = []
    here: Tree | None = tree
    for key, position in _steps(path):
        items = None if here is None else child(here, key)
        here = items if items is None or position is None else child(items, position)
        if position is None:
            parts.append(shown(key) if key not in _NAMES and not key.isidentifier() else key)
        elif key == "questions" and isinstance(here, Keys):
            # An id of a question says by itself which dimension it is in.
            parts = [_named(key, here, position)]
        else:
            parts.append(_named(key, here, position))
        if key == "when":
            break
    return parts


def _steps(path: Path) -> Iterator[tuple[str, int | None]]:
    """The keys on a path, each with the position in its list that the path goes on from."""
    for step, after in zip(path, (*path, "")[1:], strict=True):
        if isinstance(step, str) and step:
            yield step, after if isinstance(after, int) else None


def _named(key: str, entry: Tree | None, position: int) -> str:
    if key in {"levels", "level_phrases"}:
        return f"level {position}"
    if not isinstance(entry, Keys):
        return key
    for id_key in _IDS:
        if isinstance(found := entry.values.get(id_key), Leaf) and found.value is not None:
            return f"{_NAMES.get(key, key)} {_id_words(key, found)}"
    return f"{_NAMES.get(key, key)} number {position + 1}"


def _id_words(key: str, found: Leaf) -> str:
    is_code = key in {"dimensions", "questions"} and isinstance(found.value, str) and found.value.isalnum()
    return str(found.value) if is_code else shown(found.value)
